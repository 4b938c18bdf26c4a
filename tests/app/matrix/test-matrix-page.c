/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-page.h"
#include "yd-matrix-paste.h"

#include <string.h>

#include "yd-compat.h"
#include "yd-id.h"
#include "yd-test-journal.h"
#include "yd-test-script.h"

/* Three points and four units: 财政局 leads 一(一), 各县 has two members. */
#define SCRIPT \
  "+plan plan title=计划 issued=2017-06-01; +point a order=a title=甲章 kind=chapter printed=一、; " \
  "+point a1 parent=a order=a title=子 printed=（一）; " \
  "+point a2 parent=a order=b title=丑 printed=（二）; " \
  "+point b order=b title=乙章 kind=chapter printed=二、; " \
  "+point b1 parent=b order=a title=寅 printed=（一）; " \
  "+unit u name=财政局 order=a; +unit v name=国税局 order=b; " \
  "+unit g name=各县 kind=group order=c; +unit w name=相关部门 kind=group vague=true order=d; " \
  "+unit m name=东县 order=e; +unit n name=西县 order=f; " \
  "+member 1 group=g unit=m; +member 2 group=g unit=n; " \
  "+assignment = point=a1 unit=u role=lead; +assignment = point=a1 unit=g role=responsible; " \
  "+assignment = point=a2 unit=v role=support; " \
  "+assignment = point=b1 unit=g role=responsible; " \
  "+assignment = point=b1 unit=w role=responsible"

typedef struct
{
  YdPlan        *plan;
  YdTestJournal *journal;
  YdSession     *session;
  GtkWidget     *window;
  YdMatrixPage  *page;
} Fixture;

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Noon of the first of July 2017 in Peking, and no chance at all. */
static gint64
get_msec (gpointer user_data)
{
  return G_GINT64_CONSTANT (1498881600000);
}

static void
get_random (guint8   *bytes,
            gsize     n_bytes,
            gpointer  user_data)
{
  static guint8 next;

  for (gsize i = 0; i < n_bytes; i++)
    bytes[i] = next++;
}

static const YdIdSource ids = { get_msec, get_random, NULL };

static void
set_up (Fixture       *fixture,
        gconstpointer  script)
{
  g_autofree char *id = yd_id_new (&ids);

  fixture->plan = yd_plan_new (id);
  if (script != NULL)
    yd_test_script_must (YD_SPACE (fixture->plan), script);
  fixture->journal = yd_test_journal_new ();
  fixture->session = yd_session_new (&ids);
  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);

  fixture->page = g_object_new (YD_TYPE_MATRIX_PAGE, NULL);
  yd_page_set_session (YD_PAGE (fixture->page), fixture->session);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  spin ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin ();
  g_assert_null (page);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
  g_assert_finalize_object (fixture->journal);
}

static YdGrid *
get_grid (Fixture *fixture)
{
  return YD_GRID (yd_matrix_page_get_grid (fixture->page));
}

static YdMatrix *
get_matrix (Fixture *fixture)
{
  return yd_matrix_grid_get_matrix (yd_matrix_page_get_grid (fixture->page));
}

static YdRow *
lookup (Fixture    *fixture,
        YdKind      kind,
        const char *id)
{
  return yd_space_lookup (YD_SPACE (fixture->plan), kind, id);
}

static void
go (Fixture    *fixture,
    const char *point,
    const char *unit)
{
  yd_matrix_grid_go (yd_matrix_page_get_grid (fixture->page),
                     lookup (fixture, YD_KIND_POINT, point),
                     lookup (fixture, YD_KIND_UNIT, unit));
}

static void
press_key (Fixture         *fixture,
           guint            keyval,
           GdkModifierType  state)
{
  g_autoptr(GListModel) list = gtk_widget_observe_controllers (GTK_WIDGET (get_grid (fixture)));
  gboolean handled = FALSE;

  /* The newest is asked first. */
  for (guint i = 0; i < g_list_model_get_n_items (list) && !handled; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (list, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
  g_assert_true (handled);
  spin ();
}

/* The one of the two cells that would get the focus. */
static GtkWidget *
get_cell (Fixture *fixture)
{
  GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (get_grid (fixture)));

  return gtk_widget_get_child_visible (cell) ? cell : gtk_widget_get_next_sibling (cell);
}

static YdRole
get_role (Fixture    *fixture,
          const char *point,
          const char *unit)
{
  YdMatrix *matrix = get_matrix (fixture);
  YdMatrixCell cell;

  if (!yd_matrix_get_cell (matrix,
                           yd_matrix_find_row (matrix, lookup (fixture, YD_KIND_POINT, point)),
                           yd_matrix_find_column (matrix, lookup (fixture, YD_KIND_UNIT, unit)),
                           &cell))
    return YD_ROLE_NONE;

  return cell.role;
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  gboolean *done = user_data;
  g_autoptr(GError) error = NULL;
  guint n_left;

  yd_session_undo_finish (YD_SESSION (object), result, &n_left, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

static void
undo (Fixture *fixture)
{
  gboolean done = FALSE;

  yd_session_undo_async (fixture->session, NULL, undone_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  spin ();
}

/* A screen reader says point, unit and role after each move; the two cells of the grid take
 * turns, or it would say nothing.
 */
static void
test_spoken (Fixture       *fixture,
             gconstpointer  data)
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

  go (fixture, "a1", "u");
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (fixture)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_cell (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "一(一), 财政局, Lead");
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      last = get_cell (fixture);
      press_key (fixture, moves[i].key, moves[i].state);
      g_assert_true (get_cell (fixture) != last);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_cell (fixture)),
                                       GTK_ACCESSIBLE_ROLE_GRID_CELL);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_cell (fixture)),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, moves[i].said);
    }
}

/* Each key is one edit, which one undo takes back. */
static void
test_roles (Fixture       *fixture,
            gconstpointer  data)
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

  go (fixture, "a2", "u");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      press_key (fixture, keys[i].key, 0);
      g_assert_cmpint (get_role (fixture, "a2", "u"), ==, keys[i].role);
    }
  for (guint i = G_N_ELEMENTS (keys); i > 1; i--)
    {
      undo (fixture);
      g_assert_cmpint (get_role (fixture, "a2", "u"), ==, keys[i - 2].role);
    }
}

/* What is said of a cell that was changed is the new role. */
static void
test_said_again (Fixture       *fixture,
                 gconstpointer  data)
{
  go (fixture, "a2", "u");
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (fixture)));
  press_key (fixture, GDK_KEY_1, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_cell (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "一(二), 财政局, Lead");
}

/* A range is set, filled down and cleared as one. */
static void
test_range (Fixture       *fixture,
            gconstpointer  data)
{
  go (fixture, "a1", "u");
  press_key (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press_key (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_true (yd_matrix_grid_is_many (yd_matrix_page_get_grid (fixture->page)));
  press_key (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_cmpint (get_role (fixture, "a2", "u"), ==, YD_ROLE_LEAD);
  g_assert_cmpint (get_role (fixture, "a2", "v"), ==, YD_ROLE_NONE);
  undo (fixture);
  g_assert_cmpint (get_role (fixture, "a2", "u"), ==, YD_ROLE_NONE);
  g_assert_cmpint (get_role (fixture, "a2", "v"), ==, YD_ROLE_SUPPORT);

  press_key (fixture, GDK_KEY_2, 0);
  g_assert_cmpint (get_role (fixture, "a1", "u"), ==, YD_ROLE_RESPONSIBLE);
  g_assert_cmpint (get_role (fixture, "a1", "v"), ==, YD_ROLE_RESPONSIBLE);
  g_assert_cmpint (get_role (fixture, "a2", "v"), ==, YD_ROLE_RESPONSIBLE);
  press_key (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpint (get_role (fixture, "a1", "u"), ==, YD_ROLE_NONE);
  g_assert_cmpint (get_role (fixture, "a2", "v"), ==, YD_ROLE_NONE);
  undo (fixture);
  undo (fixture);
  g_assert_cmpint (get_role (fixture, "a1", "u"), ==, YD_ROLE_LEAD);
}

/* A chapter folds to a row that is not edited, a group unfolds into its members. */
static void
test_fold (Fixture       *fixture,
           gconstpointer  data)
{
  YdMatrix *matrix = get_matrix (fixture);

  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 5);
  g_assert_cmpuint (yd_matrix_get_n_columns (matrix), ==, 4);
  go (fixture, "a", "g");
  press_key (fixture, GDK_KEY_bracketright, 0);
  g_assert_cmpuint (yd_matrix_get_n_columns (matrix), ==, 6);
  g_assert_true (yd_matrix_grid_get_unit (yd_matrix_page_get_grid (fixture->page)) ==
                 lookup (fixture, YD_KIND_UNIT, "g"));
  press_key (fixture, GDK_KEY_bracketleft, 0);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 3);
  press_key (fixture, GDK_KEY_1, 0);
  g_assert_false (yd_session_get_can_undo (fixture->session));
  press_key (fixture, GDK_KEY_bracketleft, 0);
  press_key (fixture, GDK_KEY_bracketright, 0);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 5);
  g_assert_cmpuint (yd_matrix_get_n_columns (matrix), ==, 4);

  /* With Ctrl the arrows do so on a head, and else go from mark to mark. */
  press_key (fixture, GDK_KEY_Left, GDK_CONTROL_MASK);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 3);
  press_key (fixture, GDK_KEY_Right, GDK_CONTROL_MASK);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 5);
  go (fixture, "a1", "g");
  press_key (fixture, GDK_KEY_Left, GDK_CONTROL_MASK);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 5);
  g_assert_true (yd_matrix_grid_get_unit (yd_matrix_page_get_grid (fixture->page)) ==
                 lookup (fixture, YD_KIND_UNIT, "u"));
}

/* Each filter alone: what is left, and that it goes away. */
static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
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
  YdMatrix *matrix = get_matrix (fixture);

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
test_transposed (Fixture       *fixture,
                 gconstpointer  data)
{
  go (fixture, "b1", "g");
  g_object_set (fixture->page, "transposed", TRUE, NULL);
  g_assert_cmpuint (yd_grid_get_n_rows (get_grid (fixture)), ==, 4);
  g_assert_cmpuint (yd_grid_get_n_cols (get_grid (fixture)), ==, 5);
  g_assert_cmpuint (yd_grid_get_current_row (get_grid (fixture)), ==, 2);
  press_key (fixture, GDK_KEY_Down, 0);
  press_key (fixture, GDK_KEY_0, 0);
  g_assert_cmpint (get_role (fixture, "b1", "w"), ==, YD_ROLE_NONE);
}

/* The look is kept with the plan and comes back; what the filter hides is not there. */
static void
test_state (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GVariant) state = NULL;
  g_autofree char *coloring = NULL;
  g_autofree char *role = NULL;

  g_object_set (fixture->page, "coloring", "light", "role", "lead", "hide-empty-columns", TRUE,
                NULL);
  yd_matrix_set_unfolded (get_matrix (fixture), lookup (fixture, YD_KIND_UNIT, "g"), TRUE);
  g_assert_cmpuint (yd_matrix_get_n_rows (get_matrix (fixture)), ==, 2);
  state = yd_page_dup_state (YD_PAGE (fixture->page));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "matrix.clear-filter", NULL);
  g_object_set (fixture->page, "coloring", "role", "hide-empty-columns", FALSE, NULL);
  g_assert_cmpuint (yd_matrix_get_n_rows (get_matrix (fixture)), ==, 5);

  yd_page_restore_state (YD_PAGE (fixture->page), state);
  g_object_get (fixture->page, "coloring", &coloring, "role", &role, NULL);
  g_assert_cmpstr (coloring, ==, "light");
  g_assert_cmpstr (role, ==, "lead");
  g_assert_cmpuint (yd_matrix_get_n_rows (get_matrix (fixture)), ==, 2);
}

/* A plan that comes while the page is shown has its matrix a moment later, as it was kept and
 * at the point that was chosen meanwhile.
 */
static void
test_later (Fixture       *fixture,
            gconstpointer  data)
{
  YdPage *page = YD_PAGE (fixture->page);
  g_autoptr(GVariant) state = NULL;

  yd_matrix_set_folded (get_matrix (fixture), lookup (fixture, YD_KIND_POINT, "a"), TRUE);
  state = yd_page_dup_state (page);
  yd_session_show (fixture->session, NULL, NULL, NULL);
  g_assert_false (yd_page_get_busy (page));

  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);
  g_assert_null (get_matrix (fixture));
  g_assert_true (yd_page_get_busy (page));
  yd_page_restore_state (page, state);
  yd_session_set_selected (fixture->session, lookup (fixture, YD_KIND_POINT, "b1"));
  spin ();

  g_assert_false (yd_page_get_busy (page));
  g_assert_cmpuint (yd_matrix_get_n_rows (get_matrix (fixture)), ==, 3);
  g_assert_cmpuint (yd_grid_get_current_row (get_grid (fixture)), ==, 2);
}

/* One selection on all pages. */
static void
test_selected (Fixture       *fixture,
               gconstpointer  data)
{
  yd_session_set_selected (fixture->session, lookup (fixture, YD_KIND_POINT, "b1"));
  g_assert_cmpuint (yd_grid_get_current_row (get_grid (fixture)), ==, 4);
  press_key (fixture, GDK_KEY_Up, 0);
  g_assert_true (yd_session_get_selected (fixture->session) ==
                 lookup (fixture, YD_KIND_POINT, "b"));
}

static GMenuModel *
find_menu (Fixture *fixture)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->page));

  while (child != NULL && !GTK_IS_POPOVER_MENU (child))
    child = gtk_widget_get_next_sibling (child);

  return child != NULL ? gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (child)) : NULL;
}

/* The head of a unit offers what the unit has; the row stays the current one. */
static void
test_menu (Fixture       *fixture,
           gconstpointer  data)
{
  YdGrid *grid = get_grid (fixture);
  const YdGridHit corner = { YD_GRID_CORNER, YD_GRID_NONE, YD_GRID_NONE };
  YdGridHit head = { YD_GRID_COL_HEAD, YD_GRID_NONE, 0 };
  g_autoptr(GMenuModel) unit_part = NULL;
  g_autofree char *target = NULL;

  go (fixture, "b1", "u");
  YD_GRID_GET_CLASS (grid)->menu (grid, &corner, 2, 2);
  g_assert_null (find_menu (fixture));

  head.col = yd_matrix_find_column (get_matrix (fixture), lookup (fixture, YD_KIND_UNIT, "v"));
  YD_GRID_GET_CLASS (grid)->menu (grid, &head, 20, 20);
  g_assert_true (yd_matrix_grid_get_unit (YD_MATRIX_GRID (grid)) ==
                 lookup (fixture, YD_KIND_UNIT, "v"));
  g_assert_cmpuint (yd_grid_get_current_row (grid), ==, 4);

  unit_part = g_menu_model_get_item_link (find_menu (fixture), 1, G_MENU_LINK_SECTION);
  g_assert_true (g_menu_model_get_item_attribute (unit_part, 0, G_MENU_ATTRIBUTE_TARGET, "s",
                                                  &target));
  g_assert_cmpstr (target, ==, yd_row_get_id (lookup (fixture, YD_KIND_UNIT, "v")));
}

/* A plan without units has nothing to show, and says where to go. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *stack = gtk_widget_get_first_child (GTK_WIDGET (fixture->page));

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
  yd_test_script_must (YD_SPACE (fixture->plan), "+unit u name=财政局 order=a; "
                       "+assignment = point=a1 unit=u role=lead");
  yd_page_set_session (YD_PAGE (fixture->page), NULL);
  yd_page_set_session (YD_PAGE (fixture->page), fixture->session);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "content");
}

static GtkWindow *
find_paste (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (YD_IS_MATRIX_PASTE (l->data))
      return l->data;

  return NULL;
}

static void
said_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  yd_set_str ((char **) user_data, parameter != NULL ? g_variant_get_string (parameter, NULL)
                                                    : "points");
}

/* Returns: (transfer full) (nullable): what the page says instead of opening its dialog; `points`
 *   where it leaves that to the window
 */
static char *
paste (Fixture    *fixture,
       const char *text)
{
  static const GActionEntry entries[] = {
    { .name = "say", .activate = said_cb, .parameter_type = "s" },
    { .name = "paste-points", .activate = said_cb },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  char *said = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), &said);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->window), text);
  g_assert_true (yd_page_paste (YD_PAGE (fixture->page)));
  while (said == NULL && find_paste () == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_insert_action_group (fixture->window, "win", NULL);

  return said;
}

/* What was copied changes nothing when it comes back; what was changed in it is one edit. */
static void
test_clip (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *copied = NULL;
  g_autofree char *said = NULL;
  g_autofree char *left = NULL;
  GtkWindow *dialog;

  go (fixture, "a1", "u");
  copied = yd_page_copy (YD_PAGE (fixture->page));
  g_assert_cmpstr (copied, ==, "Copied: 5 points × 4 units");
  said = paste (fixture, NULL);
  g_assert_cmpstr (said, ==, "The table says what the plan says: nothing is to be changed");
  left = paste (fixture, "一、甲\n（一）乙");
  g_assert_cmpstr (left, ==, "points");

  g_assert_null (paste (fixture, "\t财政局\t各县\n一(一) 子\t△\t\n一(二) 丑\t●\t\n"));
  dialog = find_paste ();
  g_assert_nonnull (dialog);
  g_assert_cmpint (get_role (fixture, "a1", "u"), ==, YD_ROLE_LEAD);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "paste.change", NULL);
  spin ();
  g_assert_null (find_paste ());
  g_assert_cmpint (get_role (fixture, "a1", "u"), ==, YD_ROLE_SUPPORT);
  g_assert_cmpint (get_role (fixture, "a1", "g"), ==, YD_ROLE_NONE);
  g_assert_cmpint (get_role (fixture, "a2", "u"), ==, YD_ROLE_LEAD);
  undo (fixture);
  g_assert_cmpint (get_role (fixture, "a1", "u"), ==, YD_ROLE_LEAD);
  g_assert_cmpint (get_role (fixture, "a1", "g"), ==, YD_ROLE_RESPONSIBLE);
  g_assert_cmpint (get_role (fixture, "a2", "u"), ==, YD_ROLE_NONE);
}

/* What the filter hides is no blank in the table: pasted, it would be taken away. Nor is it in a
 * chapter whose own marks are hidden, be it folded.
 */
static void
test_clip_filtered (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const roles[] = { "lead", "responsible", "support" };

  yd_test_script_must (YD_SPACE (fixture->plan), "+assignment = point=a unit=n role=support; "
                       "+assignment = point=b unit=v role=lead");
  for (guint i = 0; i < 2 * G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *copied = NULL;
      g_autofree char *said = NULL;

      g_object_set (fixture->page, "role", roles[i / 2], NULL);
      yd_matrix_set_all_folded (get_matrix (fixture), i % 2 == 1);
      spin ();
      copied = yd_page_copy (YD_PAGE (fixture->page));
      g_assert_true (g_str_has_prefix (copied, "Copied: "));
      said = paste (fixture, NULL);
      g_assert_cmpstr (said, ==, "The table says what the plan says: nothing is to be changed");
    }
}

/* What would keep everything waiting is not copied. */
static void
test_clip_large (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GString) script = g_string_new ("+point c order=c title=丙章 kind=chapter");
  g_autofree char *refused = NULL;
  g_autofree char *copied = NULL;

  for (guint i = 0; i < 250; i++)
    g_string_append_printf (script, "; +point c%u parent=c order=a%04u title=第%u项; "
                            "+unit c%u name=第%u局 order=h%04u", i, i, i, i, i, i);
  yd_test_script_must (YD_SPACE (fixture->plan), script->str);
  go (fixture, "a1", "u");
  refused = yd_page_copy (YD_PAGE (fixture->page));
  g_assert_cmpstr (refused, ==,
                   "This is too large for the clipboard. Choose a part of it, or export it.");

  press_key (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  copied = yd_page_copy (YD_PAGE (fixture->page));
  g_assert_cmpstr (copied, ==, "Copied: 2 points × 1 units");
}

/* Only what is chosen is copied; and a block without heads goes to where one stands. */
static void
test_block (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *copied = NULL;
  GtkWindow *dialog;

  go (fixture, "a1", "u");
  press_key (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press_key (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  copied = yd_page_copy (YD_PAGE (fixture->page));
  g_assert_cmpstr (copied, ==, "Copied: 2 points × 2 units");

  go (fixture, "a1", "v");
  g_assert_null (paste (fixture, "●\t\n\t△\n"));
  dialog = find_paste ();
  g_assert_nonnull (dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "paste.change", NULL);
  spin ();
  g_assert_cmpint (get_role (fixture, "a1", "v"), ==, YD_ROLE_LEAD);
  g_assert_cmpint (get_role (fixture, "a1", "g"), ==, YD_ROLE_NONE);
  g_assert_cmpint (get_role (fixture, "a2", "v"), ==, YD_ROLE_NONE);
  g_assert_cmpint (get_role (fixture, "a2", "g"), ==, YD_ROLE_SUPPORT);
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
test_print (Fixture       *fixture,
            gconstpointer  data)
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

#define ADD(path, script, func) g_test_add (path, Fixture, script, set_up, func, tear_down)
  ADD ("/matrix-page/spoken", SCRIPT, test_spoken);
  ADD ("/matrix-page/roles", SCRIPT, test_roles);
  ADD ("/matrix-page/said-again", SCRIPT, test_said_again);
  ADD ("/matrix-page/range", SCRIPT, test_range);
  ADD ("/matrix-page/fold", SCRIPT, test_fold);
  ADD ("/matrix-page/filters", SCRIPT, test_filters);
  ADD ("/matrix-page/transposed", SCRIPT, test_transposed);
  ADD ("/matrix-page/state", SCRIPT, test_state);
  ADD ("/matrix-page/later", SCRIPT, test_later);
  ADD ("/matrix-page/selected", SCRIPT, test_selected);
  ADD ("/matrix-page/clip", SCRIPT, test_clip);
  ADD ("/matrix-page/clip-filtered", SCRIPT, test_clip_filtered);
  ADD ("/matrix-page/clip-large", SCRIPT, test_clip_large);
  ADD ("/matrix-page/block", SCRIPT, test_block);
  ADD ("/matrix-page/print", SCRIPT, test_print);
  ADD ("/matrix-page/menu", SCRIPT, test_menu);
  ADD ("/matrix-page/empty", bare, test_empty);

  return g_test_run ();
}
