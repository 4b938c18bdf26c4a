/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-reader.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>

/* From a file on disk to a checked text, the process of yaodian-read included,
 * against g_utf8_validate() over the same text, which whoever reads it has to do. */

#define N_RUNS 5

static GString *
write_document (guint n_points)
{
  GString *text = g_string_new ("各县（市、区）人民政府，各市直部门：\n");

  for (guint i = 0; i < n_points; i++)
    g_string_append_printf (text, "%u.推进第%u项政务公开。围绕权力运行全流程、政务服务全过程，及时公开进展，"
                            "加强政策解读，回应社会关切，完善工作机制，落实监督检查，确保在印发后30个工作日内"
                            "取得实效。（市财政局、市审改办负责，市直有关部门配合）\n", i + 1, i + 1);

  return text;
}

static double
time_validate (const GString *text)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = g_get_monotonic_time ();

      g_assert_true (g_utf8_validate_len (text->str, text->len, NULL));
      best = MIN (best, (g_get_monotonic_time () - start) / 1000.0);
    }

  return best;
}

static double
time_read (const char *path)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      g_autoptr(GError) error = NULL;
      g_autoptr(YdSource) source = yd_reader_read (path, NULL, NULL, &error);

      g_assert_no_error (error);
      best = MIN (best, (g_get_monotonic_time () - start) / 1000.0);
    }

  return best;
}

static void
bench (const char *folder,
       const char *encoding,
       guint       n_points)
{
  g_autofree char *path = g_build_filename (folder, "document.txt", NULL);
  g_autoptr(GString) text = write_document (n_points);
  g_autofree char *bytes = NULL;
  struct rusage usage;
  double limit_ms;
  double ours_ms;
  gsize n_bytes;

  bytes = g_convert (text->str, text->len, encoding, "UTF-8", NULL, &n_bytes, NULL);
  g_assert_true (g_file_set_contents (path, bytes, n_bytes, NULL));

  limit_ms = time_validate (text);
  ours_ms = time_read (path);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("{\"bench\":\"reader-%s\",\"n\":%u,\"ours_ms\":%.1f,\"limit_ms\":%.1f,\"ratio\":%.2f,"
           "\"rss_mb\":%ld}\n", encoding, n_points, ours_ms, limit_ms, ours_ms / limit_ms,
           usage.ru_maxrss / 1024);

  g_remove (path);
}

int
main (void)
{
  static const char * const encodings[] = { "UTF-8", "GB18030" };
  static const guint sizes[] = { 1000, 10000, 100000 };
  g_autofree char *folder = g_dir_make_tmp ("yaodian-bench-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      bench (folder, encodings[i], sizes[j]);

  g_rmdir (folder);

  return 0;
}
