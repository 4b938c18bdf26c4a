/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "bench-frames.h"
#include "yd-id.h"
#include "yd-session.h"
#include "yd-timeline-grid.h"

/* What a frame of the timeline takes in a real window, from its start to the picture, while
 * somebody jumps from end to end, turns the wheel, and goes along the days; and what the
 * widget takes of memory, however many points there are. The limit is that of
 * PERFORMANCE.md.
 */

#define LIMIT_MS 10.0

static void
put_point (YdEdit     *edit,
           guint       n,
           const char *parent)
{
  g_autofree char *id = g_strdup_printf ("p%u", n);
  g_autofree char *order = g_strdup_printf ("%08uaa", n);
  g_autofree char *title = g_strdup_printf ("推进第%u项工作信息公开", n);
  char start[YD_DAY_SIZE];

  yd_edit_create (edit, YD_KIND_POINT, id);
  yd_edit_put (edit, YD_POINT_ORDER, order);
  yd_edit_put (edit, YD_POINT_TITLE, title);
  if (parent == NULL)
    return;

  yd_day_format (yd_day_new (2025, 1, 2) + (int) (n * 7919 % 700), start);
  yd_edit_put (edit, YD_POINT_PARENT, parent);
  yd_edit_put (edit, YD_POINT_START, start);
  yd_edit_put_int (edit, YD_POINT_DAYS, 3 + n * 31 % 60);
}

/* Six dependencies for each five points, each to one of the next fifty. */
static void
put_dependency (YdEdit *edit,
                guint   n,
                guint   n_points)
{
  g_autofree char *id = g_strdup_printf ("d%u", n);
  const guint from = n % n_points;
  const guint to = from + 1 + n * 17 % 50;
  g_autofree char *pred = g_strdup_printf ("p%u", from);
  g_autofree char *succ = g_strdup_printf ("p%u", to);

  if (to >= n_points || from % 20 == 0 || to % 20 == 0)
    return;

  yd_edit_create (edit, YD_KIND_DEPENDENCY, id);
  yd_edit_put (edit, YD_DEPENDENCY_PRED, pred);
  yd_edit_put (edit, YD_DEPENDENCY_SUCC, succ);
  yd_edit_put (edit, YD_DEPENDENCY_TYPE, "FS");
  yd_edit_put (edit, YD_DEPENDENCY_CHECK, "confirmed");
}

static YdPlan *
make_plan (guint n_points)
{
  YdPlan *plan = yd_plan_new ("plan");
  g_autoptr(YdEdit) edit = yd_edit_new ("plan.create", NULL);
  g_autofree char *chapter = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n_points; i++)
    {
      if (i % 20 == 0)
        {
          g_free (chapter);
          chapter = g_strdup_printf ("p%u", i);
        }
      put_point (edit, i, i % 20 == 0 ? NULL : chapter);
    }
  for (guint i = 0; i < n_points * 6 / 5; i++)
    put_dependency (edit, i, n_points);

  yd_edit_seal (edit, "edit");
  yd_space_apply (YD_SPACE (plan), edit, &error);
  g_assert_no_error (error);

  return plan;
}

static void
bench (guint n_points)
{
  g_autoptr(YdPlan) plan = make_plan (n_points);
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, plan);
  g_autoptr(YdSchedule) schedule = yd_schedule_new (plan, calendar, yd_day_new (2025, 11, 3));
  g_autoptr(YdTimelineRows) rows = yd_timeline_rows_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid;
  double rss;

  yd_timeline_rows_set_plan (rows, plan, NULL);
  for (guint i = yd_timeline_rows_get_n_rows (rows); i > 0 && n_points > 500; i--)
    yd_timeline_rows_set_expanded (rows, i - 1, TRUE, FALSE);
  rss = bench_get_rss ();

  grid = g_object_new (YD_TYPE_TIMELINE_GRID, NULL);
  yd_timeline_grid_set_rows (YD_TIMELINE_GRID (grid), rows);
  yd_timeline_grid_set_schedule (YD_TIMELINE_GRID (grid), schedule);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 50 || g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, i < 50);

  bench_scroll_grid (&(BenchView) { grid, "timeline", yd_timeline_rows_get_n_rows (rows), LIMIT_MS,
                                    rss });
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

int
main (int    argc,
      char **argv)
{
  adw_init ();
  g_timeout_add (20, wake_cb, NULL);
  for (int i = 1; i < argc; i++)
    bench (atoi (argv[i]));

  return EXIT_SUCCESS;
}
