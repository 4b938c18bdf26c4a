/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include <stdio.h>

#include "yd-test-watchdog.h"

/* What frames take, from their start to the picture, while something scrolls. */

#define BENCH_N_FRAMES 200

typedef struct
{
  GtkAdjustment *adjustment;
  double         step;
  gint64         began;
  gint64         thread_began;
  GArray        *times;
  GArray        *thread_times;  /* what this thread worked of them */
  GMainLoop     *loop;
} BenchScroll;

/* What scrolls, and what is said of it */
typedef struct
{
  GtkWidget  *view;
  const char *name;
  guint       n;
  double      limit_ms;
  double      rss_before;
} BenchView;

typedef struct
{
  double ms;                    /* the middle one */
  double p95_ms;
  double thread_ms;
  double p95_thread_ms;
} BenchFrames;

static inline void
bench_frame_begins_cb (GdkFrameClock *clock,
                       BenchScroll   *scroll)
{
  scroll->began = g_get_monotonic_time ();
  scroll->thread_began = yd_test_get_thread_time ();
}

static inline void
bench_frame_ends_cb (GdkFrameClock *clock,
                     BenchScroll   *scroll)
{
  const double ms = (g_get_monotonic_time () - scroll->began) / 1000.0;
  const double thread_ms = (yd_test_get_thread_time () - scroll->thread_began) / 1000.0;

  if (scroll->began == 0)
    return;

  g_array_append_val (scroll->times, ms);
  g_array_append_val (scroll->thread_times, thread_ms);
  if (scroll->times->len == BENCH_N_FRAMES)
    g_main_loop_quit (scroll->loop);
}

/* From one end to the other and back again. */
static inline gboolean
bench_scroll_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  BenchScroll *scroll = user_data;
  const double end = gtk_adjustment_get_upper (scroll->adjustment) -
                     gtk_adjustment_get_page_size (scroll->adjustment);
  const double value = gtk_adjustment_get_value (scroll->adjustment) + scroll->step;

  if (value < 0 || value > end)
    scroll->step = -scroll->step;
  gtk_adjustment_set_value (scroll->adjustment, CLAMP (value, 0, end));

  return G_SOURCE_CONTINUE;
}

static inline int
bench_compare_times (gconstpointer a,
                     gconstpointer b)
{
  const double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

/* Returns: what @percent of @times are below */
static inline double
bench_get_percentile (GArray *times,
                      guint   percent)
{
  g_array_sort (times, bench_compare_times);

  return g_array_index (times, double, (times->len - 1) * percent / 100);
}

/* Moves @adjustment by @step each frame, and back from its end. */
static inline BenchFrames
bench_measure_frames (GtkWidget     *view,
                      GtkAdjustment *adjustment,
                      double         step)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) thread_times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);
  BenchScroll scroll = { adjustment, step, 0, 0, times, thread_times, loop };
  guint tick = gtk_widget_add_tick_callback (view, bench_scroll_cb, &scroll, NULL);

  g_signal_connect (clock, "before-paint", G_CALLBACK (bench_frame_begins_cb), &scroll);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (bench_frame_ends_cb), &scroll);
  g_main_loop_run (loop);
  gtk_widget_remove_tick_callback (view, tick);
  g_signal_handlers_disconnect_by_data (clock, &scroll);

  return (BenchFrames) { bench_get_percentile (times, 50), bench_get_percentile (times, 95),
                         bench_get_percentile (thread_times, 50),
                         bench_get_percentile (thread_times, 95) };
}

/* Returns: what the program holds of memory, in MB */
static inline double
bench_get_rss (void)
{
  g_autofree char *text = NULL;
  long pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*d %ld", &pages);

  return pages * 4096 / 1e6;
}

/* Prints a line for one way to scroll. */
static inline void
bench_scroll_one_way (const BenchView *self,
                      GtkAdjustment   *adjustment,
                      const char      *way,
                      double           step)
{
  const BenchFrames frames = bench_measure_frames (self->view, adjustment, step);

  g_print ("{\"bench\":\"%s-%s\",\"n\":%u,\"ours_ms\":%.1f,\"limit_ms\":%.1f,\"ratio\":%.2f,"
           "\"p95_ms\":%.1f,\"thread_ms\":%.1f,\"p95_thread_ms\":%.1f,\"rss_mb\":%.1f}\n",
           self->name, way, self->n, frames.ms, self->limit_ms, frames.ms / self->limit_ms,
           frames.p95_ms, frames.thread_ms, frames.p95_thread_ms,
           bench_get_rss () - self->rss_before);
}

/* Jumps from end to end, turns the wheel down and across, and goes by pages. */
static inline void
bench_scroll_grid (const BenchView *self)
{
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));

  bench_scroll_one_way (self, down, "jump", gtk_adjustment_get_upper (down));
  bench_scroll_one_way (self, down, "wheel", 100);
  bench_scroll_one_way (self, down, "page", gtk_adjustment_get_page_size (down));
  bench_scroll_one_way (self, across, "across", 60);
}
