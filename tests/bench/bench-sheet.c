/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "bench-frames.h"
#include "yd-id.h"
#include "yd-matrix-grid.h"
#include "yd-session.h"

/* What the sheet of points and units takes in a real window: until its first picture, once the
 * plan is there; a frame, from its start to the picture, while somebody jumps from end to end,
 * turns the wheel, and goes along the units; and what the view takes of memory. The limits are
 * those of PERFORMANCE.md and of the window.
 */

#define OPEN_LIMIT_MS 300.0
#define N_UNITS 500
#define N_MARKS 4
#define LIMIT_MS 10.0

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
           bench_get_rss () - rss);

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

  rss = bench_get_rss ();
  grid = open_sheet (scroller, plan, n_points, rss);
  bench_scroll_grid (&(BenchView) { grid, "sheet", n_points, LIMIT_MS,
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
