/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source-contents.h"
#include "yd-source-fixture.h"
#include "yd-test-gtk.h"

/* The way through a document beside its text. */

typedef YdSourceFixture Fixture;

#define N_CHAPTERS 60
#define MANY_FRAMES 40

static GtkListView *
get_view (Fixture *fixture)
{
  GtkWidget *contents = yd_source_fixture_find (GTK_WIDGET (fixture->page),
                                                YD_TYPE_SOURCE_CONTENTS);

  return GTK_LIST_VIEW (yd_source_fixture_find (contents, GTK_TYPE_LIST_VIEW));
}

/* The contents have the text without a point before and behind the chapters; choosing it
 * chooses no point.
 */
static void
test_chosen (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkSelectionModel *rows = gtk_list_view_get_model (get_view (fixture));
  g_autoptr(YdRow) first = g_list_model_get_item (yd_plan_get_points (fixture->plan), 0);
  guint n_points = g_list_model_get_n_items (yd_plan_get_points (fixture->plan));

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, n_points + 2);
  gtk_selection_model_select_item (rows, 1, TRUE);
  g_assert_true (yd_session_get_selected (fixture->session) == first);

  gtk_selection_model_select_item (rows, n_points + 1, TRUE);
  g_assert_true (yd_session_get_selected (fixture->session) == first);
  yd_source_fixture_act (fixture, "source.make-point");
  yd_source_fixture_settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (yd_plan_get_points (fixture->plan)), ==,
                    n_points + 1);
}

static char *
write_document (void)
{
  GString *text = g_string_new ("2026年工作要点\n\n");

  for (guint i = 1; i <= N_CHAPTERS; i++)
    g_string_append_printf (text, "%u.完善第%u项制度。于2026年6月30日前完成。（市发改委负责）\n", i, i);

  return g_string_free (text, FALSE);
}

static gboolean
count_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  guint *n_frames = user_data;

  gtk_widget_queue_draw (widget);
  ++*n_frames;

  return G_SOURCE_CONTINUE;
}

static void
wait_frames (GtkWidget *widget)
{
  guint n_frames = 0;
  guint id = gtk_widget_add_tick_callback (widget, count_cb, &n_frames, NULL);

  while (n_frames < MANY_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (widget, id);
}

/* Returns: how many pixels of the list are below what is in sight */
static double
count_below (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) -
         gtk_adjustment_get_value (adjustment);
}

/* The page of a window that has not been looked at yet. */
static void
make_page_again (Fixture *fixture)
{
  fixture->page = g_object_new (YD_TYPE_SOURCE_PAGE, "visible", FALSE, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  yd_page_set_session (YD_PAGE (fixture->page), fixture->session);
  yd_source_fixture_settle (fixture);
}

/* What was chosen on another page is in sight here as well, once the page is shown. */
static void
test_shown (Fixture       *fixture,
            gconstpointer  user_data)
{
  GListModel *points = yd_plan_get_points (fixture->plan);
  g_autoptr(YdRow) last = g_list_model_get_item (points, N_CHAPTERS - 1);
  GtkAdjustment *adjustment;
  GtkWidget *view;

  g_assert_cmpuint (g_list_model_get_n_items (points), ==, N_CHAPTERS);
  make_page_again (fixture);
  yd_session_set_selected (fixture->session, last);
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);

  view = GTK_WIDGET (get_view (fixture));
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  wait_frames (view);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 400);
  g_assert_cmpfloat (count_below (adjustment), <, 2);

  /* Who scrolled away and only looked at another page meanwhile goes on where he was. */
  gtk_adjustment_set_value (adjustment, 0);
  wait_frames (view);
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
  yd_source_fixture_settle (fixture);
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);
  wait_frames (view);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 2);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *document = write_document ();

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();

  g_test_add ("/contents/chosen", Fixture, NULL, yd_source_fixture_set_up, test_chosen,
              yd_source_fixture_tear_down);
  g_test_add ("/contents/shown", Fixture, document, yd_source_fixture_set_up, test_shown,
              yd_source_fixture_tear_down);

  return g_test_run ();
}
