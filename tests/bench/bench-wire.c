/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows and edits to JSON and back. */

#include "yd-id.h"
#include "yd-plan.h"
#include "yd-space-loader.h"
#include "yd-wire-edit.h"
#include "yd-wire-row.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define SOURCE "01930000-0000-7000-9000-000000000000"
#define BLOB   "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"

static gint64 begin;

static void
start (void)
{
  begin = g_get_monotonic_time ();
}

/* The limit is to look at each byte of @json once. */
static void
stop (const char *what,
      guint       n_points,
      const char *json)
{
  const gint64 ours = g_get_monotonic_time () - begin;
  struct rusage usage;
  gint64 limit;

  begin = g_get_monotonic_time ();
  g_assert_true (g_utf8_validate (json, -1, NULL));
  limit = MAX (g_get_monotonic_time () - begin, 1);

  getrusage (RUSAGE_SELF, &usage);
  g_print ("{\"bench\":\"wire: %s\",\"n\":%u,\"ours_ms\":%.1f,\"limit_ms\":%.1f,\"ratio\":%.1f,"
           "\"rss_mb\":%ld}\n", what, n_points, ours / 1000.0, limit / 1000.0,
           (double) ours / limit, usage.ru_maxrss / 1024);
}

static void
add_point (YdEdit *edit,
           guint   n)
{
  g_autofree char *id = g_strdup_printf ("01930000-0000-7000-8000-%012x", n);
  g_autofree char *parent = g_strdup_printf ("01930000-0000-7000-8000-%012x", n / 20 * 20);
  g_autofree char *key = g_strdup_printf ("V%06u", n);
  g_autofree char *span = g_strdup_printf (SOURCE ":%u-%u", n * 40, n * 40 + 40);

  yd_edit_create (edit, YD_KIND_POINT, id);
  if (n % 20 != 0)
    yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_PARENT, NULL, parent);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_ORDER, NULL, key);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_KIND, NULL, "item");
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_PRINTED, NULL, "（一）");
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_TITLE, NULL, "推进重大建设项目批准和实施信息公开");
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_TEXT, NULL,
                  "做好重大建设项目审批、核准、备案、实施等信息的公开，及时回应社会关切。");
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_SPAN, NULL, span);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_CHECK, NULL, "proposed");
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_SURE, NULL, "99");
}

static void
add_assignment (YdEdit *edit,
                guint   n)
{
  g_autofree char *point = g_strdup_printf ("01930000-0000-7000-8000-%012x", n / 4);
  g_autofree char *unit = g_strdup_printf ("unit-%u", n % 40);
  g_autofree char *id = yd_space_derive_id (YD_KIND_ASSIGNMENT, point, unit, NULL);
  g_autofree char *span = g_strdup_printf (SOURCE ":%u-%u", n * 10, n * 10 + 6);

  yd_edit_create (edit, YD_KIND_ASSIGNMENT, id);
  yd_edit_change (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_POINT, NULL, point);
  yd_edit_change (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_UNIT, NULL, unit);
  yd_edit_change (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_ROLE, NULL, "responsible");
  yd_edit_change (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_EACH, NULL, "true");
  yd_edit_change (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_SPAN, NULL, span);
  yd_edit_change (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_CHECK, NULL, "proposed");
  yd_edit_change (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_SURE, NULL, "95");
}

static YdEdit *
make_edit (guint n_points)
{
  YdEdit *edit = yd_edit_new ("plan.import", NULL);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("unit-%u", i);

      yd_edit_create (edit, YD_KIND_UNIT, id);
      yd_edit_change (edit, YD_KIND_UNIT, id, YD_UNIT_NAME, NULL, id);
    }
  yd_edit_create (edit, YD_KIND_SOURCE, SOURCE);
  yd_edit_change (edit, YD_KIND_SOURCE, SOURCE, YD_SOURCE_NAME, NULL, "a.txt");
  yd_edit_change (edit, YD_KIND_SOURCE, SOURCE, YD_SOURCE_BLOB, NULL, BLOB);
  for (guint i = 0; i < n_points; i++)
    add_point (edit, i);
  for (guint i = 0; i < 4 * n_points; i++)
    add_assignment (edit, i);

  yd_edit_seal (edit, "edit");
  return edit;
}

static GPtrArray *
list_rows (YdSpace *space)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (YdKind kind = 0; kind < YD_N_KINDS; kind++)
    {
      g_autoptr(GPtrArray) some = yd_space_list_rows (space, kind);

      g_ptr_array_extend (rows, some, NULL, NULL);
    }

  return rows;
}

static void
measure_rows (YdSpace *space,
              guint    n_points)
{
  g_autoptr(GPtrArray) rows = list_rows (space);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(YdSpace) copy = YD_SPACE (yd_plan_new ("copy"));
  g_autoptr(YdSpaceLoader) loader = yd_space_loader_new (copy);
  g_autoptr(GPtrArray) problems = NULL;
  g_auto(YdWireRow) row = { YD_N_KINDS };
  g_autofree char *all = NULL;

  start ();
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (lines, yd_wire_row_to_json (g_ptr_array_index (rows, i), NULL));
  g_ptr_array_add (lines, NULL);
  all = g_strjoinv ("\n", (char **) lines->pdata);
  stop ("write rows", n_points, all);

  start ();
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      g_assert_true (yd_wire_row_from_json (&row, line, strlen (line), NULL, NULL));
      yd_space_loader_add (loader, row.kind, row.id, row.cells);
    }
  stop ("read rows", n_points, all);

  problems = yd_space_loader_finish (loader);
  g_assert_cmpint (problems->len, ==, 0);
}

static void
measure (guint n_points)
{
  g_autoptr(YdSpace) space = YD_SPACE (yd_plan_new ("plan"));
  g_autoptr(YdEdit) edit = make_edit (n_points), read = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *json = NULL;

  start ();
  json = yd_wire_edit_to_json (edit);
  stop ("write edit", n_points, json);

  start ();
  read = yd_wire_edit_from_json (json, strlen (json), NULL, &error);
  g_assert_no_error (error);
  stop ("read edit", n_points, json);

  yd_space_apply (space, read, &error);
  g_assert_no_error (error);
  measure_rows (space, n_points);
}

int
main (int   argc,
      char *argv[])
{
  const guint sizes[] = { 1000, 10000, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (sizes[i]);

  return EXIT_SUCCESS;
}
