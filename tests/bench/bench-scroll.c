/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "bench-document.h"
#include "bench-frames.h"
#include "bench-widget.h"
#include "yd-window.h"

/* What a frame takes, from its start to the picture, while somebody scrolls through
 * the outline of a plan with everything unfolded: by the wheel, by pages, and by
 * pulling the bar. The limit is what leaves half of each frame's time to the display.
 */

#define LIMIT_MS 8.0

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

/* Each way to scroll, or @only one of them, for a profiler. */
static void
scroll (const BenchView *subject,
        const char      *only)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (subject->view));
  const struct
  {
    const char *way;
    double      step;
  } ways[] = {
    { "wheel", 100 },
    { "page",  gtk_adjustment_get_page_size (adjustment) },
    { "bar",   gtk_adjustment_get_upper (adjustment) / BENCH_N_FRAMES * 1.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (only == NULL || g_str_equal (only, ways[i].way))
      bench_scroll_one_way (subject, adjustment, ways[i].way, ways[i].step);
}

static void
bench (guint       n_points,
       const char *only)
{
  g_autofree char *folder = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  g_autofree char *library = g_build_filename (folder, "library.db", NULL);
  g_autofree char *path = g_build_filename (folder, "document.txt", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  const double rss_before = bench_get_rss ();
  YdWindow *window = yd_window_new (NULL, &yd_id_system_source);
  GtkWidget *view;
  BenchView subject;

  bench_write_document (path, n_points);
  gtk_window_present (GTK_WINDOW (window));
  yd_window_open_library (window, library);
  yd_window_open (window, file);
  wait_until_idle (window);
  view = bench_find_widget (GTK_WIDGET (yd_window_get_page (window)), GTK_TYPE_COLUMN_VIEW);
  unfold_all (window, view, n_points);
  subject = (BenchView) { view, "scroll", get_n_rows (view), LIMIT_MS, rss_before };
  scroll (&subject, only);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  adw_init ();
  bench_load_style ();
  g_timeout_add (20, wake_cb, NULL);
  bench (argc > 1 ? atoi (argv[1]) : 100000, argc > 2 ? argv[2] : NULL);

  return EXIT_SUCCESS;
}
