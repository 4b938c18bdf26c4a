/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-plan.h"
#include "yd-ref-string.h"
#include "yd-space-loader.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What it costs to bring a plan into memory: by one edit that makes all of it,
 * and from rows read on disk. The limit is the same number of plain structs that
 * share the same strings, in one hash table, hung below each other in arrays.
 */

#define N_UNITS 200
#define N_EDITS 200
#define SOURCE  "019576a0-0000-7000-8000-000000000000"

/* Of the processor, so that others who use the machine do not count. */
static gint64
get_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

static double
get_msec (gint64 start)
{
  return (get_now () - start) / 1000000.0;
}

/* What is held now, not what was held at worst. */
static double
get_held_mb (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (info.uordblks + info.hblkhd) / 1024.0 / 1024.0;
}

static void
report (const char *name,
        guint       n,
        double      ours_ms,
        double      limit_ms,
        double      rss_mb)
{
  g_print ("{\"bench\":\"space-%s\",\"n\":%u,\"ours_ms\":%.3f,\"limit_ms\":%.3f,\"ratio\":%.2f,"
           "\"rss_mb\":%.1f}\n", name, n, ours_ms, limit_ms, ours_ms / limit_ms, rss_mb);
}

static char *
make_id (char  letter,
         guint n)
{
  return g_strdup_printf ("019576a0-%04x-7000-8%c00-%012x", n & 0xffff, letter, n);
}

typedef struct
{
  YdEdit *edit;
  char   *id;
  YdKind  kind;
} Writer;

static void
begin_row (Writer *writer,
           YdKind  kind,
           char   *id)
{
  g_free (writer->id);
  writer->id = id;
  writer->kind = kind;
  yd_edit_create (writer->edit, kind, id);
}

static void
put (Writer     *writer,
     guint       field,
     const char *value)
{
  yd_edit_change (writer->edit, writer->kind, writer->id, field, NULL, value);
}

/* As the four READ fields of @words stand in each kind that has them. */
static void
put_read (Writer *writer,
          guint   words,
          guint   n)
{
  g_autofree char *span = g_strdup_printf (SOURCE ":%u-%u", n * 40, n * 40 + 38);

  put (writer, words, "市财政局负责，30个工作日内");
  put (writer, words + 1, span);
  put (writer, words + 2, "proposed");
  put (writer, words + 3, "95");
}

static void
put_point (Writer *writer,
           guint   n)
{
  g_autofree char *parent = n >= 100 ? make_id ('a', n < 1000 ? n / 10 : n / 100) : NULL;
  g_autofree char *order = g_strdup_printf ("%06uVV", n);
  g_autofree char *title = g_strdup_printf ("推进第%u项政务公开", n);
  g_autofree char *span = g_strdup_printf (SOURCE ":%u-%u", n * 40, n * 40 + 38);

  begin_row (writer, YD_KIND_POINT, make_id ('a', n));
  put (writer, YD_POINT_PARENT, parent);
  put (writer, YD_POINT_ORDER, order);
  put (writer, YD_POINT_KIND, "item");
  put (writer, YD_POINT_TITLE, title);
  put (writer, YD_POINT_TEXT, "围绕权力运行全流程、政务服务全过程，及时公开进展，回应社会关切。");
  put (writer, YD_POINT_SPAN, span);
  put (writer, YD_POINT_CHECK, "proposed");
  put (writer, YD_POINT_SURE, "95");
}

static void
put_assignments (Writer *writer,
                 guint   n)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *point = make_id ('a', n);
      g_autofree char *unit = make_id ('b', (n * 7 + i) % N_UNITS);

      begin_row (writer, YD_KIND_ASSIGNMENT,
                 yd_space_derive_id (YD_KIND_ASSIGNMENT, point, unit, NULL));
      put (writer, YD_ASSIGNMENT_POINT, point);
      put (writer, YD_ASSIGNMENT_UNIT, unit);
      put (writer, YD_ASSIGNMENT_ROLE, i == 0 ? "lead" : "support");
      put (writer, YD_ASSIGNMENT_ORDER, (const char *[]) { "FVV", "VVV", "kVV", "zVV" }[i]);
      put_read (writer, YD_ASSIGNMENT_WORDS, n);
    }
}

static void
put_deadline (Writer *writer,
              guint   n)
{
  g_autofree char *point = make_id ('a', n);

  begin_row (writer, YD_KIND_DEADLINE, make_id ('c', n));
  put (writer, YD_DEADLINE_POINT, point);
  put (writer, YD_DEADLINE_ORIGIN, "stated");
  put (writer, YD_DEADLINE_RULE, "after");
  put (writer, YD_DEADLINE_N, "30");
  put (writer, YD_DEADLINE_MEASURE, "workdays");
  put (writer, YD_DEADLINE_ANCHOR, "issued");
  put_read (writer, YD_DEADLINE_WORDS, n);
}

/* 100 chapters, 900 sections, and points; 4 assignments each, a deadline for points. */
static YdEdit *
make_import (guint n_points)
{
  Writer writer = { yd_edit_new ("document.import", NULL) };
  g_autofree char *blob = g_strnfill (64, 'a');

  begin_row (&writer, YD_KIND_SOURCE, g_strdup (SOURCE));
  put (&writer, YD_SOURCE_BLOB, blob);

  for (guint i = 0; i < N_UNITS; i++)
    {
      begin_row (&writer, YD_KIND_UNIT, make_id ('b', i));
      put (&writer, YD_UNIT_NAME, "市财政局");
    }

  for (guint i = 0; i < n_points; i++)
    {
      put_point (&writer, i);
      put_assignments (&writer, i);
      if (i >= 1000)
        put_deadline (&writer, i);
    }

  g_free (writer.id);
  yd_edit_seal (writer.edit, "import");

  return writer.edit;
}

typedef struct
{
  GRefString *id;
  GPtrArray  *below;
  GRefString *cells[16];
} Plain;

static void
free_plain (Plain *plain)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain->cells); i++)
    yd_clear_ref_string (&plain->cells[i]);
  g_clear_pointer (&plain->below, g_ptr_array_unref);
  g_ref_string_release (plain->id);
  g_free (plain);
}

static void
hang_below (GHashTable *rows,
            Plain      *plain,
            GRefString *home)
{
  Plain *above = g_hash_table_lookup (rows, home);

  if (above == NULL)
    return;

  if (above->below == NULL)
    above->below = g_ptr_array_new ();
  g_ptr_array_add (above->below, plain);
}

static double
time_plain (YdEdit *edit)
{
  g_autoptr(GHashTable) rows =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) free_plain);
  gint64 start = get_now ();
  guint n;
  const YdChange *changes = yd_edit_get_changes (edit, &n);
  Plain *plain = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (yd_change_creates (&changes[i]))
        {
          plain = g_new0 (Plain, 1);
          plain->id = g_ref_string_acquire (changes[i].id);
          g_hash_table_insert (rows, plain->id, plain);
        }
      if (changes[i].new_value != NULL)
        plain->cells[changes[i].field] = g_ref_string_acquire (changes[i].new_value);
      if (changes[i].field == yd_schema_get_kind (changes[i].kind)->home && changes[i].new_value)
        hang_below (rows, plain, changes[i].new_value);
    }

  return get_msec (start);
}

typedef struct
{
  YdKind      kind;
  char       *id;
  GRefString *cells[YD_MAX_FIELDS];
} StoredRow;

static void
store_row (GArray *stored,
           YdRow  *row)
{
  const YdKindInfo *info = yd_schema_get_kind (yd_row_get_kind (row));
  StoredRow copy = { yd_row_get_kind (row), g_strdup (yd_row_get_id (row)) };

  for (guint f = 0; f < info->n_fields; f++)
    copy.cells[f] = yd_field_make_value (&info->fields[f], yd_row_get_cell (row, f));

  g_array_append_val (stored, copy);
}

/* Rows as a store reads them: by kinds, as they were made, and each value a string
 * of its own unless it is common.
 */
static GArray *
store_rows (YdSpace *space,
            YdEdit  *import)
{
  GArray *stored = g_array_new (FALSE, TRUE, sizeof (StoredRow));
  guint n;
  const YdChange *changes = yd_edit_get_changes (import, &n);

  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    for (guint i = 0; i < n; i++)
      if (yd_change_creates (&changes[i]) && changes[i].kind == kind)
        store_row (stored, yd_space_lookup (space, kind, changes[i].id));

  return stored;
}

static YdSpace *
load (GArray *stored,
      double *msec)
{
  YdSpace *space = YD_SPACE (yd_plan_new ("plan"));
  gint64 start = get_now ();
  g_autoptr(YdSpaceLoader) loader = yd_space_loader_new (space);
  g_autoptr(GPtrArray) problems = NULL;

  for (guint i = 0; i < stored->len; i++)
    {
      StoredRow *row = &g_array_index (stored, StoredRow, i);

      yd_space_loader_add (loader, row->kind, row->id, row->cells);
    }

  problems = yd_space_loader_finish (loader);
  *msec = get_msec (start);
  g_assert_cmpuint (problems->len, ==, 0);

  return space;
}

static void
free_stored (GArray *stored)
{
  for (guint i = 0; i < stored->len; i++)
    g_free (g_array_index (stored, StoredRow, i).id);
  g_array_unref (stored);
}

/* Many edits of one cell of points far apart; the mean of one. */
static void
bench_edits (YdSpace    *space,
             const char *name,
             guint       n_points,
             guint       field,
             const char *value)
{
  double spent = 0;

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *id = make_id ('a', n_points - 1 - i * (n_points / 2 / N_EDITS));
      YdRow *row = yd_space_lookup (space, YD_KIND_POINT, id);
      g_autoptr(YdEdit) edit = yd_edit_new ("point.change", NULL);
      gint64 start = get_now ();

      yd_edit_change (edit, YD_KIND_POINT, id, field, yd_row_get_cell (row, field), value);
      yd_edit_seal (edit, "edit");
      g_assert_true (yd_space_apply (space, edit, NULL));
      spent += get_msec (start);
    }

  g_print ("{\"bench\":\"space-%s\",\"n\":%u,\"ours_ms\":%.4f,\"rss_mb\":%.0f}\n",
           name, n_points, spent / N_EDITS, get_held_mb ());
}

/* To confirm one dependency among many, so that no circle may come of it. */
static void
bench_confirm (guint n_points)
{
  g_autoptr(YdSpace) space = YD_SPACE (yd_plan_new ("plan"));
  Writer writer = { yd_edit_new ("plan.make", NULL) };
  g_autoptr(YdEdit) edit = writer.edit;
  const guint n = n_points + n_points / 5;
  double spent = 0;

  begin_row (&writer, YD_KIND_SOURCE, g_strdup (SOURCE));
  put (&writer, YD_SOURCE_BLOB,
       "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
  for (guint i = 0; i < n_points; i++)
    put_point (&writer, i);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *pred = make_id ('a', i % (n_points - 10));
      g_autofree char *succ = make_id ('a', i % (n_points - 10) + 1 + i % 9);

      begin_row (&writer, YD_KIND_DEPENDENCY, make_id ('d', i));
      put (&writer, YD_DEPENDENCY_PRED, pred);
      put (&writer, YD_DEPENDENCY_SUCC, succ);
      put (&writer, YD_DEPENDENCY_CHECK, i % 10 == 0 ? "proposed" : "confirmed");
    }

  g_free (writer.id);
  yd_edit_seal (edit, "make");
  g_assert_true (yd_space_apply (space, edit, NULL));

  for (guint i = 0; i < N_EDITS / 4; i++)
    {
      g_autofree char *id = make_id ('d', i * (n / N_EDITS) / 10 * 10);
      g_autoptr(YdEdit) confirm = yd_edit_new ("dependency.confirm", NULL);
      gint64 start = get_now ();

      yd_edit_change (confirm, YD_KIND_DEPENDENCY, id, YD_DEPENDENCY_CHECK,
                      "proposed", "confirmed");
      yd_edit_seal (confirm, "confirm");
      yd_space_apply (space, confirm, NULL);
      spent += get_msec (start);
    }

  g_print ("{\"bench\":\"space-confirm\",\"n\":%u,\"ours_ms\":%.4f,\"rss_mb\":%.0f}\n",
           n_points, spent / (N_EDITS / 4), get_held_mb ());
}

/* Takes back the whole import; returns the edit that did. */
static YdEdit *
bench_undo (YdSpace    *space,
            YdEdit     *edit,
            const char *name,
            guint       n_points)
{
  gint64 start = get_now ();
  YdEdit *inverse = yd_space_invert (space, edit, NULL);

  yd_edit_seal (inverse, name);
  g_assert_true (yd_space_apply (space, inverse, NULL));
  g_print ("{\"bench\":\"space-%s\",\"n\":%u,\"ours_ms\":%.3f,\"rss_mb\":%.0f}\n",
           name, n_points, get_msec (start), get_held_mb ());

  return inverse;
}

static void
free_space (YdSpace    *space,
            const char *name,
            guint       n_points)
{
  gint64 start = get_now ();

  g_object_unref (space);
  g_print ("{\"bench\":\"space-%s\",\"n\":%u,\"ours_ms\":%.3f,\"rss_mb\":%.0f}\n",
           name, n_points, get_msec (start), get_held_mb ());
}

static void
bench (guint n_points)
{
  g_autoptr(YdEdit) import = make_import (n_points);
  g_autoptr(YdEdit) undo = NULL, redo = NULL;
  YdSpace *space = YD_SPACE (yd_plan_new ("plan"));
  double limit_ms = time_plain (import);
  g_autofree char *parent = make_id ('a', 150);
  double ours_ms, rss_mb;
  gint64 start;
  GArray *stored;

  rss_mb = get_held_mb ();
  start = get_now ();
  g_assert_true (yd_space_apply (space, import, NULL));
  report ("apply-import", n_points, get_msec (start), limit_ms, get_held_mb () - rss_mb);

  undo = bench_undo (space, import, "undo-import", n_points);
  redo = bench_undo (space, undo, "redo-import", n_points);

  stored = store_rows (space, import);
  free_space (space, "free-applied", n_points);
  g_clear_pointer (&import, yd_edit_unref);
  g_clear_pointer (&undo, yd_edit_unref);
  g_clear_pointer (&redo, yd_edit_unref);

  /* What was freed just now shall not be put in order in the time of the next. */
  malloc_trim (0);
  rss_mb = get_held_mb ();
  space = load (stored, &ours_ms);
  report ("load", n_points, ours_ms, limit_ms, get_held_mb () - rss_mb);

  bench_edits (space, "rename", n_points, YD_POINT_TITLE, "改名");
  bench_edits (space, "move", n_points, YD_POINT_PARENT, parent);
  bench_edits (space, "move-top", n_points, YD_POINT_PARENT, NULL);
  bench_edits (space, "delete", n_points, YD_FIELD_DELETED, "true");
  bench_edits (space, "restore", n_points, YD_FIELD_DELETED, "false");
  free_space (space, "free-loaded", n_points);
  free_stored (stored);

  bench_confirm (n_points);
}

int
main (int   argc,
      char *argv[])
{
  static const guint sizes[] = { 1000, 10000, 100000 };

  if (argc > 1)
    {
      bench (atoi (argv[1]));
      return 0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    bench (sizes[i]);

  return 0;
}
