/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-page.h"

#include <string.h>

#include "yd-compat.h"
#include "yd-matrix-fixture.h"
#include "yd-test-gtk.h"
#include "yd-test-script.h"

/* A screen reader says point, unit and role after each move; the two cells of the grid take
 * turns, or it would say nothing.
 */
static void
test_spoken (YdMatrixFixture *fixture,
             gconstpointer    data)
{
  static const struct
  {
    guint            key;
    GdkModifierType  state;
    const char      *said;
  } moves[] = {
    { GDK_KEY_Right, 0, "一(一), 国税局, nothing" },
    { GDK_KEY_Down, 0, "一(二), 国税局, Support" },
    { GDK_KEY_Left, 0, "一(二), 财政局, nothing" },
    { GDK_KEY_Up, 0, "一(一), 财政局, Lead" },
    { GDK_KEY_Right, GDK_CONTROL_MASK, "一(一), 各县, Responsible" },
    { GDK_KEY_Down, GDK_CONTROL_MASK, "二(一), 各县, Responsible" },
    { GDK_KEY_Right, GDK_CONTROL_MASK, "二(一), 相关部门, To be named" },
    { GDK_KEY_Home, 0, "二(一), 财政局, nothing" },
    { GDK_KEY_End, 0, "二(一), 相关部门, To be named" },
    { GDK_KEY_Home, GDK_CONTROL_MASK, "一, 财政局, nothing" },
  };
  GtkWidget *last;

  yd_matrix_fixture_go (fixture, "a1", "u");
  gtk_widget_grab_focus (GTK_WIDGET (yd_matrix_fixture_get_grid (fixture)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (yd_matrix_fixture_get_cell (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "一(一), 财政局, Lead");
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      last = yd_matrix_fixture_get_cell (fixture);
      yd_matrix_fixture_press_key (fixture, moves[i].key, moves[i].state);
      g_assert_true (yd_matrix_fixture_get_cell (fixture) != last);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (yd_matrix_fixture_get_cell (fixture)),
                                       GTK_ACCESSIBLE_ROLE_GRID_CELL);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (yd_matrix_fixture_get_cell (fixture)),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, moves[i].said);
    }
}

/* Each key is one edit, which one undo takes back. */
static void
test_roles (YdMatrixFixture *fixture,
            gconstpointer    data)
{
  static const struct
  {
    guint  key;
    YdRole role;
  } keys[] = {
    { GDK_KEY_space, YD_ROLE_LEAD },
    { GDK_KEY_space, YD_ROLE_RESPONSIBLE },
    { GDK_KEY_space, YD_ROLE_SUPPORT },
    { GDK_KEY_space, YD_ROLE_NONE },
    { GDK_KEY_2, YD_ROLE_RESPONSIBLE },
    { GDK_KEY_3, YD_ROLE_SUPPORT },
    { GDK_KEY_KP_1, YD_ROLE_LEAD },
    { GDK_KEY_0, YD_ROLE_NONE },
    { GDK_KEY_1, YD_ROLE_LEAD },
    { GDK_KEY_Delete, YD_ROLE_NONE },
  };

  yd_matrix_fixture_go (fixture, "a2", "u");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      yd_matrix_fixture_press_key (fixture, keys[i].key, 0);
      g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a2", "u"), ==, keys[i].role);
    }
  for (guint i = G_N_ELEMENTS (keys); i > 1; i--)
    {
      yd_matrix_fixture_undo (fixture);
      g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a2", "u"), ==, keys[i - 2].role);
    }
}

/* What is said of a cell that was changed is the new role. */
static void
test_said_again (YdMatrixFixture *fixture,
                 gconstpointer    data)
{
  yd_matrix_fixture_go (fixture, "a2", "u");
  gtk_widget_grab_focus (GTK_WIDGET (yd_matrix_fixture_get_grid (fixture)));
  yd_matrix_fixture_press_key (fixture, GDK_KEY_1, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (yd_matrix_fixture_get_cell (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "一(二), 财政局, Lead");
}

/* A range is set, filled down and cleared as one. */
static void
test_range (YdMatrixFixture *fixture,
            gconstpointer    data)
{
  yd_matrix_fixture_go (fixture, "a1", "u");
  yd_matrix_fixture_press_key (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  yd_matrix_fixture_press_key (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_true (yd_matrix_grid_is_many (yd_matrix_page_get_grid (fixture->page)));
  yd_matrix_fixture_press_key (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a2", "u"), ==, YD_ROLE_LEAD);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a2", "v"), ==, YD_ROLE_NONE);
  yd_matrix_fixture_undo (fixture);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a2", "u"), ==, YD_ROLE_NONE);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a2", "v"), ==, YD_ROLE_SUPPORT);

  yd_matrix_fixture_press_key (fixture, GDK_KEY_2, 0);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a1", "u"), ==, YD_ROLE_RESPONSIBLE);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a1", "v"), ==, YD_ROLE_RESPONSIBLE);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a2", "v"), ==, YD_ROLE_RESPONSIBLE);
  yd_matrix_fixture_press_key (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a1", "u"), ==, YD_ROLE_NONE);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a2", "v"), ==, YD_ROLE_NONE);
  yd_matrix_fixture_undo (fixture);
  yd_matrix_fixture_undo (fixture);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a1", "u"), ==, YD_ROLE_LEAD);
}

/* A chapter folds to a row that is not edited, a group unfolds into its members. */
static void
test_fold (YdMatrixFixture *fixture,
           gconstpointer    data)
{
  YdMatrix *matrix = yd_matrix_fixture_get_matrix (fixture);

  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 5);
  g_assert_cmpuint (yd_matrix_get_n_columns (matrix), ==, 4);
  yd_matrix_fixture_go (fixture, "a", "g");
  yd_matrix_fixture_press_key (fixture, GDK_KEY_bracketright, 0);
  g_assert_cmpuint (yd_matrix_get_n_columns (matrix), ==, 6);
  g_assert_true (yd_matrix_grid_get_unit (yd_matrix_page_get_grid (fixture->page)) ==
                 yd_matrix_fixture_lookup (fixture, YD_KIND_UNIT, "g"));
  yd_matrix_fixture_press_key (fixture, GDK_KEY_bracketleft, 0);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 3);
  yd_matrix_fixture_press_key (fixture, GDK_KEY_1, 0);
  g_assert_false (yd_session_get_can_undo (fixture->session));
  yd_matrix_fixture_press_key (fixture, GDK_KEY_bracketleft, 0);
  yd_matrix_fixture_press_key (fixture, GDK_KEY_bracketright, 0);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 5);
  g_assert_cmpuint (yd_matrix_get_n_columns (matrix), ==, 4);

  /* With Ctrl the arrows do so on a head, and else go from mark to mark. */
  yd_matrix_fixture_press_key (fixture, GDK_KEY_Left, GDK_CONTROL_MASK);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 3);
  yd_matrix_fixture_press_key (fixture, GDK_KEY_Right, GDK_CONTROL_MASK);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 5);
  yd_matrix_fixture_go (fixture, "a1", "g");
  yd_matrix_fixture_press_key (fixture, GDK_KEY_Left, GDK_CONTROL_MASK);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 5);
  g_assert_true (yd_matrix_grid_get_unit (yd_matrix_page_get_grid (fixture->page)) ==
                 yd_matrix_fixture_lookup (fixture, YD_KIND_UNIT, "u"));
}

/* Each filter alone: what is left, and that it goes away. */
static void
test_filters (YdMatrixFixture *fixture,
              gconstpointer    data)
{
  static const struct
  {
    const char *name;
    const char *value;          /* NULL: a switch */
    guint       n_rows;
    guint       n_columns;
  } filters[] = {
    { "chapter", "b", 2, 4 },
    { "kind", "lead", 5, 1 },
    { "kind", "group", 5, 2 },
    { "role", "support", 2, 4 },
    { "role", "lead", 2, 4 },
    { "light", "red", 0, 4 },
    { "no-lead", NULL, 4, 4 },
    { "several-leads", NULL, 0, 4 },
    { "hide-empty-columns", NULL, 5, 4 },
    { "hide-empty-rows", NULL, 5, 4 },
    { "tail", NULL, 5, 4 },
  };
  YdMatrix *matrix = yd_matrix_fixture_get_matrix (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      if (filters[i].value != NULL)
        g_object_set (fixture->page, filters[i].name, filters[i].value, NULL);
      else
        g_object_set (fixture->page, filters[i].name, TRUE, NULL);
      g_test_message ("%s %s", filters[i].name, filters[i].value);
      g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, filters[i].n_rows);
      g_assert_cmpuint (yd_matrix_get_n_columns (matrix), ==, filters[i].n_columns);
      gtk_widget_activate_action (GTK_WIDGET (fixture->page), "matrix.clear-filter", NULL);
      g_object_set (fixture->page, "hide-empty-columns", FALSE, "hide-empty-rows", FALSE, "tail",
                    FALSE, NULL);
      g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 5);
      g_assert_cmpuint (yd_matrix_get_n_columns (matrix), ==, 4);
    }

  /* Words and units are asked for on all pages. */
  yd_point_filter_set_text (yd_session_get_filter (fixture->session), "丑");
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 2);
  g_object_set (fixture->page, "hide-empty-columns", TRUE, NULL);
  g_assert_cmpuint (yd_matrix_get_n_columns (matrix), ==, 1);
  yd_point_filter_set_text (yd_session_get_filter (fixture->session), "没有");
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "matrix.clear-filter", NULL);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 5);
}

/* Rows and columns change places, and the cell stays the same. */
static void
test_transposed (YdMatrixFixture *fixture,
                 gconstpointer    data)
{
  yd_matrix_fixture_go (fixture, "b1", "g");
  g_object_set (fixture->page, "transposed", TRUE, NULL);
  g_assert_cmpuint (yd_grid_get_n_rows (yd_matrix_fixture_get_grid (fixture)), ==, 4);
  g_assert_cmpuint (yd_grid_get_n_cols (yd_matrix_fixture_get_grid (fixture)), ==, 5);
  g_assert_cmpuint (yd_grid_get_current_row (yd_matrix_fixture_get_grid (fixture)), ==, 2);
  yd_matrix_fixture_press_key (fixture, GDK_KEY_Down, 0);
  yd_matrix_fixture_press_key (fixture, GDK_KEY_0, 0);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "b1", "w"), ==, YD_ROLE_NONE);
}

/* The look is kept with the plan and comes back; what the filter hides is not there. */
static void
test_state (YdMatrixFixture *fixture,
            gconstpointer    data)
{
  g_autoptr(GVariant) state = NULL;
  g_autofree char *coloring = NULL;
  g_autofree char *role = NULL;

  g_object_set (fixture->page, "coloring", "light", "role", "lead", "hide-empty-columns", TRUE,
                NULL);
  yd_matrix_set_unfolded (yd_matrix_fixture_get_matrix (fixture),
                          yd_matrix_fixture_lookup (fixture, YD_KIND_UNIT, "g"), TRUE);
  g_assert_cmpuint (yd_matrix_get_n_rows (yd_matrix_fixture_get_matrix (fixture)), ==, 2);
  state = yd_page_dup_state (YD_PAGE (fixture->page));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "matrix.clear-filter", NULL);
  g_object_set (fixture->page, "coloring", "role", "hide-empty-columns", FALSE, NULL);
  g_assert_cmpuint (yd_matrix_get_n_rows (yd_matrix_fixture_get_matrix (fixture)), ==, 5);

  yd_page_restore_state (YD_PAGE (fixture->page), state);
  g_object_get (fixture->page, "coloring", &coloring, "role", &role, NULL);
  g_assert_cmpstr (coloring, ==, "light");
  g_assert_cmpstr (role, ==, "lead");
  g_assert_cmpuint (yd_matrix_get_n_rows (yd_matrix_fixture_get_matrix (fixture)), ==, 2);
}

/* A plan that comes while the page is shown has its matrix a moment later, as it was kept and
 * at the point that was chosen meanwhile.
 */
static void
test_later (YdMatrixFixture *fixture,
            gconstpointer    data)
{
  YdPage *page = YD_PAGE (fixture->page);
  g_autoptr(GVariant) state = NULL;

  yd_matrix_set_folded (yd_matrix_fixture_get_matrix (fixture),
                        yd_matrix_fixture_lookup (fixture, YD_KIND_POINT, "a"), TRUE);
  state = yd_page_dup_state (page);
  yd_session_show (fixture->session, NULL, NULL, NULL);
  g_assert_false (yd_page_get_busy (page));

  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);
  g_assert_null (yd_matrix_fixture_get_matrix (fixture));
  g_assert_true (yd_page_get_busy (page));
  yd_page_restore_state (page, state);
  yd_session_set_selected (fixture->session,
                           yd_matrix_fixture_lookup (fixture, YD_KIND_POINT, "b1"));
  yd_matrix_fixture_spin ();

  g_assert_false (yd_page_get_busy (page));
  g_assert_cmpuint (yd_matrix_get_n_rows (yd_matrix_fixture_get_matrix (fixture)), ==, 3);
  g_assert_cmpuint (yd_grid_get_current_row (yd_matrix_fixture_get_grid (fixture)), ==, 2);
}

/* One selection on all pages. */
static void
test_selected (YdMatrixFixture *fixture,
               gconstpointer    data)
{
  yd_session_set_selected (fixture->session,
                           yd_matrix_fixture_lookup (fixture, YD_KIND_POINT, "b1"));
  g_assert_cmpuint (yd_grid_get_current_row (yd_matrix_fixture_get_grid (fixture)), ==, 4);
  yd_matrix_fixture_press_key (fixture, GDK_KEY_Up, 0);
  g_assert_true (yd_session_get_selected (fixture->session) ==
                 yd_matrix_fixture_lookup (fixture, YD_KIND_POINT, "b"));
}

static GMenuModel *
find_menu (YdMatrixFixture *fixture)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->page));

  while (child != NULL && !GTK_IS_POPOVER_MENU (child))
    child = gtk_widget_get_next_sibling (child);

  return child != NULL ? gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (child)) : NULL;
}

/* The head of a unit offers what the unit has; the row stays the current one. */
static void
test_menu (YdMatrixFixture *fixture,
           gconstpointer    data)
{
  YdGrid *grid = yd_matrix_fixture_get_grid (fixture);
  const YdGridHit corner = { YD_GRID_CORNER, YD_GRID_NONE, YD_GRID_NONE };
  YdGridHit head = { YD_GRID_COL_HEAD, YD_GRID_NONE, 0 };
  g_autoptr(GMenuModel) unit_part = NULL;
  g_autofree char *target = NULL;

  yd_matrix_fixture_go (fixture, "b1", "u");
  YD_GRID_GET_CLASS (grid)->menu (grid, &corner, 2, 2);
  g_assert_null (find_menu (fixture));

  head.col = yd_matrix_find_column (yd_matrix_fixture_get_matrix (fixture),
                                    yd_matrix_fixture_lookup (fixture, YD_KIND_UNIT, "v"));
  YD_GRID_GET_CLASS (grid)->menu (grid, &head, 20, 20);
  g_assert_true (yd_matrix_grid_get_unit (YD_MATRIX_GRID (grid)) ==
                 yd_matrix_fixture_lookup (fixture, YD_KIND_UNIT, "v"));
  g_assert_cmpuint (yd_grid_get_current_row (grid), ==, 4);

  unit_part = g_menu_model_get_item_link (find_menu (fixture), 1, G_MENU_LINK_SECTION);
  g_assert_true (g_menu_model_get_item_attribute (unit_part, 0, G_MENU_ATTRIBUTE_TARGET, "s",
                                                  &target));
  g_assert_cmpstr (target, ==,
                   yd_row_get_id (yd_matrix_fixture_lookup (fixture, YD_KIND_UNIT, "v")));
}

/* A plan without units has nothing to show, and says where to go. */
static void
test_empty (YdMatrixFixture *fixture,
            gconstpointer    data)
{
  GtkWidget *stack = gtk_widget_get_first_child (GTK_WIDGET (fixture->page));

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
  yd_test_script_must (YD_SPACE (fixture->plan), "+unit u name=财政局 order=a; "
                       "+assignment = point=a1 unit=u role=lead");
  yd_page_set_session (YD_PAGE (fixture->page), NULL);
  yd_page_set_session (YD_PAGE (fixture->page), fixture->session);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "content");
}

typedef struct
{
  YdPages *pages;
  GError  *error;
} Made;

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Made *made = user_data;

  made->pages = yd_page_maker_make_finish (YD_PAGE_MAKER (object), result, &made->error);
}

static void
wait_made (Made *made)
{
  while (made->pages == NULL && made->error == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* On each paper what is shown; what changes while it is copied is there; and one can stop it. */
static void
test_print (YdMatrixFixture *fixture,
            gconstpointer    data)
{
  static const double widths[] = { 297, 297, 420 };
  g_autoptr(YdPageMaker) maker = yd_page_create_maker (YD_PAGE (fixture->page));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Made stopped = { NULL };

  g_assert_cmpint (g_strv_length ((GStrv) yd_page_maker_list_papers (maker)), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Made made = { NULL };
      double width, height;

      yd_page_maker_make_async (maker, i, NULL, made_cb, &made);
      if (i == 0)
        yd_test_script_must (YD_SPACE (fixture->plan), "+unit z name=迟到局 order=z");
      wait_made (&made);
      g_assert_no_error (made.error);
      g_assert_cmpuint (yd_pages_get_n_pages (made.pages), ==, 1);
      yd_pages_get_size (made.pages, 0, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, widths[i], 0.1);
      g_assert_finalize_object (made.pages);
    }

  yd_page_maker_make_async (maker, 0, cancellable, made_cb, &stopped);
  g_cancellable_cancel (cancellable);
  wait_made (&stopped);
  g_assert_error (stopped.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&stopped.error);
}

int
main (int    argc,
      char **argv)
{
  static const char *bare = "+plan plan title=计划; +point a1 order=a title=子 printed=一、";

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();

#define ADD(path, script, func) \
  g_test_add (path, YdMatrixFixture, script, yd_matrix_fixture_set_up, func, \
              yd_matrix_fixture_tear_down)
  ADD ("/matrix-page/spoken", YD_MATRIX_SCRIPT, test_spoken);
  ADD ("/matrix-page/roles", YD_MATRIX_SCRIPT, test_roles);
  ADD ("/matrix-page/said-again", YD_MATRIX_SCRIPT, test_said_again);
  ADD ("/matrix-page/range", YD_MATRIX_SCRIPT, test_range);
  ADD ("/matrix-page/fold", YD_MATRIX_SCRIPT, test_fold);
  ADD ("/matrix-page/filters", YD_MATRIX_SCRIPT, test_filters);
  ADD ("/matrix-page/transposed", YD_MATRIX_SCRIPT, test_transposed);
  ADD ("/matrix-page/state", YD_MATRIX_SCRIPT, test_state);
  ADD ("/matrix-page/later", YD_MATRIX_SCRIPT, test_later);
  ADD ("/matrix-page/selected", YD_MATRIX_SCRIPT, test_selected);
  ADD ("/matrix-page/print", YD_MATRIX_SCRIPT, test_print);
  ADD ("/matrix-page/menu", YD_MATRIX_SCRIPT, test_menu);
  ADD ("/matrix-page/empty", bare, test_empty);

  return g_test_run ();
}
