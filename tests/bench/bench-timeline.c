/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>

#include "yd-id.h"
#include "yd-session.h"
#include "yd-test-watchdog.h"
#include "yd-timeline-grid.h"

/* What a frame of the timeline takes in a real window, from its start to the picture, while
 * somebody jumps from end to end, turns the wheel, and goes along the days; and what the
 * widget takes of memory, however many points there are. The limit is that of
 * PERFORMANCE.md.
 */

#define LIMIT_MS 10.0
#define N_FRAMES 200

typedef struct
{
  GtkAdjustment *adjustment;
  double         step;
  gint64         began;
  gint64         thread_began;
  GArray        *times;
  GArray        *thread_times;  /* what this thread worked of them */
  GMainLoop     *loop;
} Scroll;

static double
get_rss (void)
{
  g_autofree char *text = NULL;
  long pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*d %ld", &pages);

  return pages * 4096 / 1e6;
}

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
before_cb (GdkFrameClock *clock,
           Scroll        *scroll)
{
  scroll->began = g_get_monotonic_time ();
  scroll->thread_began = yd_test_get_thread_time ();
}

static void
after_cb (GdkFrameClock *clock,
          Scroll        *scroll)
{
  const double ms = (g_get_monotonic_time () - scroll->began) / 1000.0;
  const double thread_ms = (yd_test_get_thread_time () - scroll->thread_began) / 1000.0;

  if (scroll->began == 0)
    return;

  g_array_append_val (scroll->times, ms);
  g_array_append_val (scroll->thread_times, thread_ms);
  if (scroll->times->len == N_FRAMES)
    g_main_loop_quit (scroll->loop);
}

/* From one end to the other and back again. */
static gboolean
step_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Scroll *scroll = user_data;
  const double end = gtk_adjustment_get_upper (scroll->adjustment) -
                     gtk_adjustment_get_page_size (scroll->adjustment);
  const double value = gtk_adjustment_get_value (scroll->adjustment) + scroll->step;

  if (value < 0 || value > end)
    scroll->step = -scroll->step;
  gtk_adjustment_set_value (scroll->adjustment, CLAMP (value, 0, end));

  return G_SOURCE_CONTINUE;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static void
measure (GtkWidget     *grid,
         GtkAdjustment *adjustment,
         const char    *way,
         double         step,
         guint          n_points,
         double         rss_before)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) thread_times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (grid);
  Scroll scroll = { adjustment, step, 0, 0, times, thread_times, loop };
  guint tick = gtk_widget_add_tick_callback (grid, step_cb, &scroll, NULL);
  double ms;

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), &scroll);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_cb), &scroll);
  g_main_loop_run (loop);
  gtk_widget_remove_tick_callback (grid, tick);
  g_signal_handlers_disconnect_by_data (clock, &scroll);

  g_array_sort (times, compare_times);
  g_array_sort (thread_times, compare_times);
  ms = g_array_index (times, double, N_FRAMES / 2);
  g_print ("{\"bench\":\"timeline-%s\",\"n\":%u,\"ours_ms\":%.1f,\"limit_ms\":%.1f,"
           "\"ratio\":%.2f,\"p95_ms\":%.1f,\"thread_ms\":%.1f,\"rss_mb\":%.1f}\n", way, n_points,
           ms, LIMIT_MS, ms / LIMIT_MS, g_array_index (times, double, N_FRAMES * 95 / 100),
           g_array_index (thread_times, double, N_FRAMES / 2), get_rss () - rss_before);
}

static void
scroll_all_ways (GtkWidget *grid,
                 guint      n_points,
                 double     rss)
{
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (grid));
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (grid));

  measure (grid, down, "jump", gtk_adjustment_get_upper (down), n_points, rss);
  measure (grid, down, "wheel", 100, n_points, rss);
  measure (grid, down, "page", gtk_adjustment_get_page_size (down), n_points, rss);
  measure (grid, across, "across", 60, n_points, rss);
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
  rss = get_rss ();

  grid = g_object_new (YD_TYPE_TIMELINE_GRID, NULL);
  yd_timeline_grid_set_rows (YD_TIMELINE_GRID (grid), rows);
  yd_timeline_grid_set_schedule (YD_TIMELINE_GRID (grid), schedule);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 50 || g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, i < 50);

  scroll_all_ways (grid, yd_timeline_rows_get_n_rows (rows), rss);
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
