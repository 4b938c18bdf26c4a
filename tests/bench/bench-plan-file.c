/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan as a file, and back. The limit is the file without its rows: unpacking and hashing. */

#include "yd-plan-file.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "yd-plan.h"

static void
add_point (YdEdit *edit,
           guint   n)
{
  g_autofree char *id = g_strdup_printf ("01930000-0000-7000-8000-%012x", n);
  g_autofree char *key = g_strdup_printf ("V%06u", n);
  g_autofree char *title = g_strdup_printf ("推进第%u个重大建设项目批准和实施信息公开", n);

  yd_edit_create (edit, YD_KIND_POINT, id);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_ORDER, NULL, key);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_TITLE, NULL, title);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_CHECK, NULL, "proposed");

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *unit = g_strdup_printf ("unit-%u", (n + i) % 40);
      g_autofree char *assignment = yd_space_derive_id (YD_KIND_ASSIGNMENT, id, unit, NULL);

      yd_edit_create (edit, YD_KIND_ASSIGNMENT, assignment);
      yd_edit_change (edit, YD_KIND_ASSIGNMENT, assignment, YD_ASSIGNMENT_POINT, NULL, id);
      yd_edit_change (edit, YD_KIND_ASSIGNMENT, assignment, YD_ASSIGNMENT_UNIT, NULL, unit);
      yd_edit_change (edit, YD_KIND_ASSIGNMENT, assignment, YD_ASSIGNMENT_ROLE, NULL, "lead");
      yd_edit_change (edit, YD_KIND_ASSIGNMENT, assignment, YD_ASSIGNMENT_SURE, NULL, "95");
    }
}

static YdSpace *
make_plan (guint n_points)
{
  YdSpace *plan = YD_SPACE (yd_plan_new ("plan"));
  g_autoptr(YdEdit) edit = yd_edit_new ("plan.import", NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("unit-%u", i);

      yd_edit_create (edit, YD_KIND_UNIT, id);
      yd_edit_change (edit, YD_KIND_UNIT, id, YD_UNIT_NAME, NULL, id);
    }
  for (guint i = 0; i < n_points; i++)
    add_point (edit, i);

  yd_edit_seal (edit, "edit");
  yd_space_apply (plan, edit, &error);
  g_assert_no_error (error);
  return plan;
}

static gint64
measure_limit (const char *path)
{
  const gint64 begin = g_get_monotonic_time ();
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (1 << 16);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  la_ssize_t n;

  archive_read_support_format_zip (archive);
  archive_read_open_filename (archive, path, 1 << 16);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    while ((n = archive_read_data (archive, buffer, 1 << 16)) > 0)
      g_checksum_update (checksum, buffer, n);
  archive_read_free (archive);

  return g_get_monotonic_time () - begin;
}

static void
report (const char *what,
        guint       n_points,
        gint64      ours,
        gint64      limit,
        gint64      size)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  g_print ("{\"bench\":\"plan file: %s\",\"n\":%u,\"ours_ms\":%.1f,\"limit_ms\":%.1f,"
           "\"ratio\":%.1f,\"rss_mb\":%ld,\"file_kb\":%" G_GINT64_FORMAT "}\n",
           what, n_points, ours / 1000.0, limit / 1000.0, (double) ours / limit,
           usage.ru_maxrss / 1024, size / 1024);
}

static void
measure (guint       n_points,
         const char *path)
{
  const YdPlanFileSource source = { NULL };
  const YdPlanFileSink sink = { NULL };
  g_autoptr(YdSpace) plan = make_plan (n_points), copy = NULL;
  g_autoptr(GError) error = NULL;
  gint64 begin = g_get_monotonic_time (), write_time, read_time, limit;
  GStatBuf info;

  yd_plan_file_write (path, plan, &source, NULL, &error);
  g_assert_no_error (error);
  write_time = g_get_monotonic_time () - begin;

  begin = g_get_monotonic_time ();
  copy = yd_plan_file_read (path, NULL, &sink, NULL, NULL, &error);
  g_assert_no_error (error);
  read_time = g_get_monotonic_time () - begin;

  limit = measure_limit (path);
  g_stat (path, &info);
  report ("write", n_points, write_time, limit, info.st_size);
  report ("read", n_points, read_time, limit, info.st_size);
}

int
main (int   argc,
      char *argv[])
{
  const guint sizes[] = { 1000, 10000, 100000 };
  g_autofree char *folder = g_dir_make_tmp ("yd-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.yaodian", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (sizes[i], path);

  g_unlink (path);
  g_rmdir (folder);

  return EXIT_SUCCESS;
}
