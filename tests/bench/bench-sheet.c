/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>

#include "yd-id.h"
#include "yd-matrix-grid.h"
#include "yd-session.h"
#include "yd-test-watchdog.h"

/* What the sheet of points and units takes in a real window: until its first picture, once the
 * plan is there; a frame, from its start to the picture, while somebody jumps from end to end,
 * turns the wheel, and goes along the units; and what the view takes of memory. The limits are
 * those of PERFORMANCE.md and of the window.
 */

#define OPEN_LIMIT_MS 300.0
#define N_UNITS 500
#define N_MARKS 4
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
  g_autofree char *printed = g_strdup_printf (parent == NULL ? "%u、" : "(%u)", n % 20 + 1);

  yd_edit_create (edit, YD_KIND_POINT, id);
  yd_edit_put (edit, YD_POINT_ORDER, order);
  yd_edit_put (edit, YD_POINT_TITLE, title);
  yd_edit_put (edit, YD_POINT_PRINTED, printed);
  if (parent != NULL)
    yd_edit_put (edit, YD_POINT_PARENT, parent);
}

static void
put_mark (YdEdit *edit,
          guint   point,
          guint   n)
{
  static const char * const roles[] = { "lead", "responsible", "support", "responsible" };
  g_autofree char *point_id = g_strdup_printf ("p%u", point);
  g_autofree char *unit_id = g_strdup_printf ("u%u", (point * 31 + n * 127) % N_UNITS);
  g_autofree char *id = yd_space_derive_id (YD_KIND_ASSIGNMENT, point_id, unit_id, NULL);

  yd_edit_create (edit, YD_KIND_ASSIGNMENT, id);
  yd_edit_put (edit, YD_ASSIGNMENT_POINT, point_id);
  yd_edit_put (edit, YD_ASSIGNMENT_UNIT, unit_id);
  yd_edit_put (edit, YD_ASSIGNMENT_ROLE, roles[n % G_N_ELEMENTS (roles)]);
}

static YdPlan *
make_plan (guint n_points)
{
  YdPlan *plan = yd_plan_new ("plan");
  g_autoptr(YdEdit) edit = yd_edit_new ("plan.create", NULL);
  g_autofree char *chapter = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < N_UNITS; i++)
    {
      g_autofree char *id = g_strdup_printf ("u%u", i);
      g_autofree char *order = g_strdup_printf ("%08uaa", i);
      g_autofree char *name = g_strdup_printf ("市第%u服务局", i);

      yd_edit_create (edit, YD_KIND_UNIT, id);
      yd_edit_put (edit, YD_UNIT_NAME, name);
      yd_edit_put (edit, YD_UNIT_ORDER, order);
    }
  for (guint i = 0; i < n_points; i++)
    {
      if (i % 20 == 0)
        {
          g_free (chapter);
          chapter = g_strdup_printf ("p%u", i);
        }
      put_point (edit, i, i % 20 == 0 ? NULL : chapter);
      for (guint n = 0; n < N_MARKS && i % 20 != 0; n++)
        put_mark (edit, i, n);
    }

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
  g_print ("{\"bench\":\"sheet-%s\",\"n\":%u,\"ours_ms\":%.1f,\"limit_ms\":%.1f,"
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
painted_cb (GdkFrameClock *clock,
            gint64        *painted)
{
  if (*painted == 0)
    *painted = g_get_monotonic_time ();
}

/* From a plan that is there to its first picture. */
static GtkWidget *
open_sheet (GtkWidget *scroller,
            YdPlan    *plan,
            guint      n_points,
            double     rss)
{
  GtkWidget *grid = g_object_new (YD_TYPE_MATRIX_GRID, NULL);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (scroller);
  const gint64 began = g_get_monotonic_time ();
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);
  gint64 painted = 0;
  gulong id;
  double ms;

  yd_matrix_grid_set_matrix (YD_MATRIX_GRID (grid), matrix);
  yd_matrix_grid_set_zoom (YD_MATRIX_GRID (grid), 100);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  id = g_signal_connect_after (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  while (painted == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);

  ms = (painted - began) / 1000.0;
  g_print ("{\"bench\":\"sheet-open\",\"n\":%u,\"ours_ms\":%.1f,\"limit_ms\":%.1f,"
           "\"ratio\":%.2f,\"rss_mb\":%.1f}\n", n_points, ms, OPEN_LIMIT_MS, ms / OPEN_LIMIT_MS,
           get_rss () - rss);

  return grid;
}

static void
bench (guint n_points)
{
  g_autoptr(YdPlan) plan = make_plan (n_points);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid;
  double rss;

  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 50 || g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, i < 50);

  rss = get_rss ();
  grid = open_sheet (scroller, plan, n_points, rss);
  scroll_all_ways (grid, n_points, rss);
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
