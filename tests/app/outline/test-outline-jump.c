/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-page-private.h"

#include <string.h>

#include "yd-outline-expander.h"
#include "yd-test-gtk.h"
#include "yd-test-journal.h"

/* A list that jumps: what is in sight is filled and named with the same picture. */

#define N_POINTS 1000

typedef struct
{
  YdPlan        *plan;
  YdTestJournal *journal;
  YdSession     *session;
  GtkWidget     *window;
  YdOutlinePage *page;
  GtkWidget     *view;
} Fixture;

static void
make_points (YdPlan *plan)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);

  for (guint i = 0; i < N_POINTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("row-%03u", i);
      g_autofree char *order = g_strdup_printf ("k%03u", i);

      yd_edit_create (edit, YD_KIND_POINT, id);
      yd_edit_put (edit, YD_POINT_ORDER, order);
      yd_edit_put (edit, YD_POINT_TITLE, id);
    }
  yd_edit_seal (edit, "0190d3a0-0000-7000-8000-000000000001");
  g_assert_true (yd_space_apply (YD_SPACE (plan), edit, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  GtkWidget *page = g_object_new (YD_TYPE_OUTLINE_PAGE, NULL);

  fixture->plan = yd_plan_new (id);
  make_points (fixture->plan);
  fixture->journal = yd_test_journal_new ();
  fixture->session = yd_session_new (&yd_id_system_source);
  fixture->page = YD_OUTLINE_PAGE (page);
  fixture->view = yd_test_find_widget (page, GTK_TYPE_COLUMN_VIEW);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);
  yd_page_set_session (YD_PAGE (page), fixture->session);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
  g_assert_finalize_object (fixture->journal);
}

/* Returns: (transfer full): what is spoken of @widget */
static char *
dup_spoken (GtkWidget *widget)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                             GTK_ACCESSIBLE_PROPERTY_LABEL, "");
}

static gboolean
is_named (GtkWidget  *widget,
          const char *title)
{
  g_autofree char *spoken = dup_spoken (widget);

  return spoken != NULL && strstr (spoken, title) != NULL;
}

/* Returns: whether @row says and is called what it shows, in all of its fields */
static gboolean
is_filled (GtkWidget *row)
{
  GtkWidget *found = yd_test_find_widget (row, YD_TYPE_OUTLINE_EXPANDER);
  YdOutlineExpander *expander = YD_OUTLINE_EXPANDER (found);
  YdPoint *point = yd_outline_expander_get_point (expander);
  const char *title = yd_point_get_title (point);

  for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget *field = yd_test_find_widget (cell, YD_TYPE_OUTLINE_FIELD);

      if (yd_outline_field_is_spoiled (YD_OUTLINE_FIELD (field)))
        return FALSE;
    }

  return is_named (row, title) && is_named (GTK_WIDGET (expander), title) &&
         is_named (GTK_WIDGET (yd_outline_expander_get_title (expander)), title);
}

/* Returns: how many rows are there, or in sight, and not filled */
static guint
count_unfilled (Fixture  *fixture,
                gboolean  in_sight,
                guint    *n_rows)
{
  guint n = 0;

  *n_rows = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_last_child (fixture->view));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_mapped (row) || !in_sight)
      {
        n += !is_filled (row);
        ++*n_rows;
      }

  return n;
}

/* They come little by little, and then have their places. */
static GListModel *
wait_for_rows (Fixture *fixture)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (fixture->view)));

  while (g_list_model_get_n_items (rows) < N_POINTS ||
         gtk_adjustment_get_upper (adjustment) < N_POINTS)
    g_main_context_iteration (NULL, TRUE);

  return rows;
}

/* What comes into sight is written with the same picture, and the rest while nobody scrolls. */
static void
test_jump (Fixture       *fixture,
           gconstpointer  user_data)
{
  const double places[] = { 0.5, 0.1, 1, 0.99, 0 };
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
  guint n_rows;

  wait_for_rows (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gtk_adjustment_set_value (adjustment, places[i] * gtk_adjustment_get_upper (adjustment));
      yd_test_wait_for_picture (fixture->view);
      g_assert_cmpuint (count_unfilled (fixture, TRUE, &n_rows), ==, 0);
      g_assert_cmpuint (n_rows, >, 15);
    }

  while (count_unfilled (fixture, FALSE, &n_rows) > 0)
    g_main_context_iteration (NULL, TRUE);
}

static YdPoint *
find (Fixture *fixture,
      guint    i)
{
  g_autofree char *id = g_strdup_printf ("row-%03u", i);

  return yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_POINT, id);
}

static void
assert_in_sight (Fixture *fixture,
                 guint    i)
{
  GPtrArray *chosen = yd_outline_page_get_chosen (fixture->page);
  GtkWidget *list = gtk_widget_get_last_child (fixture->view);
  GtkWidget *expander = _yd_outline_page_get_expander (fixture->page, find (fixture, i));
  graphene_rect_t row;

  g_assert_cmpuint (chosen->len, ==, 1);
  g_assert_true (g_ptr_array_index (chosen, 0) == find (fixture, i));
  g_assert_true (expander != NULL && gtk_widget_get_mapped (expander));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_parent (gtk_widget_get_parent
                                                                   (expander)), list, &row));
  g_assert_cmpfloat (row.origin.y, >=, 0);
  g_assert_cmpfloat (row.origin.y + row.size.height, <=, gtk_widget_get_height (list));
}

/* What is scrolled to is there with the next picture, and stands in its place with another one. */
static void
settle (Fixture *fixture)
{
  yd_test_wait_for_picture (fixture->view);
  yd_test_wait_for_picture (fixture->view);
}

/* Returns: the row in the midst of which the list ends; all are of one height */
static guint
find_cut (Fixture *fixture)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));

  return N_POINTS * gtk_adjustment_get_page_size (adjustment) /
         gtk_adjustment_get_upper (adjustment);
}

/* The whole row of what is chosen, in the list or elsewhere, in letters of any size. */
static void
test_chosen (Fixture       *fixture,
             gconstpointer  percent)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkSelectionModel *rows = GTK_SELECTION_MODEL (wait_for_rows (fixture));
  guint cut;

  g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * GPOINTER_TO_INT (percent) / 100, NULL);
  settle (fixture);

  cut = find_cut (fixture);
  for (guint i = cut - 1; i < cut + 2; i++)
    {
      gtk_selection_model_select_item (rows, i, TRUE);
      settle (fixture);
      assert_in_sight (fixture, i);
    }
  for (guint i = 999; i > 3; i /= 4)
    {
      yd_session_set_selected (fixture->session, find (fixture, i));
      settle (fixture);
      assert_in_sight (fixture, i);
    }

  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

/* Who chose one and scrolled away is not called back by what happens to it. */
static void
test_away (Fixture       *fixture,
           gconstpointer  user_data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (wait_for_rows (fixture)), 0, TRUE);
  settle (fixture);
  gtk_adjustment_set_value (adjustment, 900);
  settle (fixture);

  yd_edit_change (edit, YD_KIND_POINT, "row-000", YD_POINT_PARENT, NULL, "row-001");
  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
  settle (fixture);
  g_assert_true (yd_session_get_selected (fixture->session) == find (fixture, 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 700);
}

int
main (int    argc,
      char **argv)
{
  const struct
  {
    const char *path;
    int         percent;
  } sizes[] = {
    { "/outline/jump/chosen", 100 },
    { "/outline/jump/chosen-large", 150 },
    { "/outline/jump/chosen-larger", 200 },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();

  g_test_add ("/outline/jump/filled", Fixture, NULL, set_up, test_jump, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_test_add (sizes[i].path, Fixture, GINT_TO_POINTER (sizes[i].percent), set_up, test_chosen,
                tear_down);
  g_test_add ("/outline/jump/away", Fixture, NULL, set_up, test_away, tear_down);

  return g_test_run ();
}
