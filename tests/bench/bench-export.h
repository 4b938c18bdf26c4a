/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <sys/resource.h>

#include "yd-export.h"
#include "yd-sample-table.h"

/* What the benchmarks of the writers share: one table, two functions that write it, the best of
 * several runs of each. */

typedef void (*BenchFunc) (YdTable       *table,
                           GOutputStream *stream);

static inline GOutputStream *
bench_open (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GError *error = NULL;
  GFileOutputStream *stream = g_file_replace (file, NULL, FALSE, 0, NULL, &error);

  g_assert_no_error (error);

  return G_OUTPUT_STREAM (stream);
}

static inline double
bench_run (BenchFunc   func,
           YdTable    *table,
           const char *path)
{
  g_autoptr(GOutputStream) stream = bench_open (path);
  const gint64 start = g_get_monotonic_time ();

  func (table, stream);
  g_output_stream_close (stream, NULL, NULL);

  return (g_get_monotonic_time () - start) / 1000.0;
}

static inline void
bench_table (const char *name,
             BenchFunc   ours,
             BenchFunc   limit)
{
  static const guint sizes[] = { 1000, 10000, 100000 };
  g_autofree char *folder = g_dir_make_tmp ("yaodian-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(YdTable) table = yd_sample_table_new_large (sizes[i], 10);
      double ours_ms = G_MAXDOUBLE, limit_ms = G_MAXDOUBLE;
      struct rusage usage;

      /* In turns, so that what else the machine does falls on both. */
      for (guint j = 0; j < (sizes[i] < 100000 ? 9 : 3); j++)
        {
          ours_ms = MIN (ours_ms, bench_run (ours, table, path));
          getrusage (RUSAGE_SELF, &usage);
          limit_ms = MIN (limit_ms, bench_run (limit, table, path));
        }
      g_print ("{\"bench\":\"%s\",\"n\":%u,\"ours_ms\":%.1f,\"limit_ms\":%.1f,\"ratio\":%.2f,"
               "\"rss_mb\":%ld}\n", name, sizes[i], ours_ms, limit_ms, ours_ms / limit_ms,
               usage.ru_maxrss / 1024);
    }

  g_remove (path);
  g_rmdir (folder);
}

static inline void
bench_write (YdTable       *table,
             YdFormat       format,
             GOutputStream *stream)
{
  GError *error = NULL;

  yd_export_write (table, format, stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}
