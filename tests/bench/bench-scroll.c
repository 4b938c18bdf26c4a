/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "bench-document.h"
#include "bench-widget.h"
#include "yd-test-watchdog.h"
#include "yd-window.h"

/* What a frame takes, from its start to the picture, while somebody scrolls through
 * the outline of a plan with everything unfolded: by the wheel, by pages, and by
 * pulling the bar. The limit is what leaves half of each frame's time to the display.
 */

#define LIMIT_MS 8.0
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

static void
wait_until_idle (YdWindow *window)
{
  gint64 end = 0;

  while (end == 0 || g_get_monotonic_time () < end)
    {
      gboolean busy = yd_window_get_busy (window) ||
                      !yd_session_get_settled (yd_window_get_session (window));

      end = busy ? 0 : end != 0 ? end : g_get_monotonic_time () + G_USEC_PER_SEC;
      g_main_context_iteration (NULL, TRUE);
    }
}

static guint
get_n_rows (GtkWidget *view)
{
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

/* It goes on in pieces when nothing else is to be done, which is late on a busy machine. */
static void
unfold_all (YdWindow  *window,
            GtkWidget *view,
            guint      n_points)
{
  gtk_widget_activate_action (GTK_WIDGET (yd_window_get_page (window)), "outline.expand-all",
                              NULL);
  while (get_n_rows (view) < n_points)
    g_main_context_iteration (NULL, TRUE);
  wait_until_idle (window);
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
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
  double ms = (g_get_monotonic_time () - scroll->began) / 1000.0;
  double thread_ms = (yd_test_get_thread_time () - scroll->thread_began) / 1000.0;

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
  double end = gtk_adjustment_get_upper (scroll->adjustment) -
               gtk_adjustment_get_page_size (scroll->adjustment);
  double value = gtk_adjustment_get_value (scroll->adjustment) + scroll->step;

  if (value < 0 || value > end)
    scroll->step = -scroll->step;
  gtk_adjustment_set_value (scroll->adjustment, CLAMP (value, 0, end));

  return G_SOURCE_CONTINUE;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

/* Returns: what is more than @percent of @times */
static double
get_percentile (GArray *times,
                guint   percent)
{
  g_array_sort (times, compare_times);

  return g_array_index (times, double, (times->len - 1) * percent / 100);
}

static void
measure (GtkWidget  *view,
         const char *way,
         double      step,
         guint       n_rows)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) thread_times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);
  Scroll scroll = { gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), step, 0, 0,
                    times, thread_times, loop };
  guint tick;
  double ms;

  tick = gtk_widget_add_tick_callback (view, step_cb, &scroll, NULL);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), &scroll);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_cb), &scroll);
  g_main_loop_run (loop);
  gtk_widget_remove_tick_callback (view, tick);
  g_signal_handlers_disconnect_by_data (clock, &scroll);

  ms = get_percentile (times, 50);
  g_print ("{\"bench\":\"scroll-%s\",\"n\":%u,\"ours_ms\":%.1f,\"limit_ms\":%.1f,\"ratio\":%.2f,"
           "\"p95_ms\":%.1f,\"thread_ms\":%.1f,\"p95_thread_ms\":%.1f}\n", way, n_rows, ms,
           LIMIT_MS, ms / LIMIT_MS, get_percentile (times, 95), get_percentile (thread_times, 50),
           get_percentile (thread_times, 95));
}

static void
bench (guint n_points)
{
  g_autofree char *folder = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  g_autofree char *library = g_build_filename (folder, "library.db", NULL);
  g_autofree char *path = g_build_filename (folder, "document.txt", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  YdWindow *window = yd_window_new (NULL, &yd_id_system_source);
  GtkWidget *view;
  GtkAdjustment *adjustment;
  guint n_rows;

  bench_write_document (path, n_points);
  gtk_window_present (GTK_WINDOW (window));
  yd_window_open_library (window, library);
  yd_window_open (window, file);
  wait_until_idle (window);
  view = bench_find_widget (GTK_WIDGET (yd_window_get_page (window)), GTK_TYPE_COLUMN_VIEW);
  unfold_all (window, view, n_points);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  n_rows = get_n_rows (view);
  measure (view, "wheel", 100, n_rows);
  measure (view, "page", gtk_adjustment_get_page_size (adjustment), n_rows);
  measure (view, "bar", gtk_adjustment_get_upper (adjustment) / N_FRAMES * 1.5, n_rows);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  adw_init ();
  g_timeout_add (20, wake_cb, NULL);
  bench (argc > 1 ? atoi (argv[1]) : 100000);

  return EXIT_SUCCESS;
}
