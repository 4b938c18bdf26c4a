/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-library-private.h"

#include "yd-space-reader-private.h"
#include "yd-statement.h"
#include "yd-tables-private.h"

/* What is in a plan, counted from its tables without making its rows: a plan of 10,000
 * points is counted in a fraction of the time that it takes to open it. What counts is
 * the same as there: a row that is not deleted, below points that are not, and whose
 * unit, or other point, is not either.
 */

typedef struct
{
  char     *id;
  char     *parent;             /* (nullable) */
  gboolean  deleted;
  gboolean  duty;               /* a sentence of its own, no point of the document */
  gboolean  proposed;
  gboolean  heads;              /* has points below it */
} Point;

typedef struct
{
  GPtrArray  *points;
  GHashTable *by_id;
  GHashTable *gone_units;       /* ids of those that are deleted */
} Tree;

/* Kinds whose rows stand at a point, and how their tables call it and what they need. */
static const struct
{
  const char *kind;
  const char *point;
  const char *unit;
  const char *other;
} facts[] = {
  { "assignment", "point", "unit", "NULL" },
  { "deadline",   "point", "unit", "NULL" },
  { "dependency", "succ",  "NULL", "pred" },
  { "reference",  "point", "NULL", "NULL" },
};

static void
point_free (Point *point)
{
  g_free (point->id);
  g_free (point->parent);
  g_free (point);
}

static YdStatement *
select_rows (YdDb        *db,
             const char  *sql,
             gint64       base,
             GError     **error)
{
  g_autoptr(YdStatement) select = yd_statement_new (db, sql, error);

  if (select == NULL || !yd_statement_bind_int (select, 1, base, error) ||
      !yd_statement_bind_int (select, 2, base | YD_KEY_MAX_ROW, error))
    return NULL;

  return g_steal_pointer (&select);
}

/* Of two rows with one id the second is dropped, as when the plan is opened. */
static void
add_point (Tree        *tree,
           YdStatement *row)
{
  Point *point;

  if (g_hash_table_contains (tree->by_id, yd_statement_get_text (row, 0)))
    return;

  point = g_new0 (Point, 1);
  point->id = g_strdup (yd_statement_get_text (row, 0));
  point->parent = g_strdup (yd_statement_get_text (row, 1));
  point->deleted = yd_statement_get_int (row, 2) != 0;
  point->duty = g_strcmp0 (yd_statement_get_text (row, 3), "duty") == 0;
  point->proposed = g_strcmp0 (yd_statement_get_text (row, 4), "proposed") == 0;
  g_ptr_array_add (tree->points, point);
  g_hash_table_insert (tree->by_id, point->id, point);
}

static gboolean
read_points (Tree    *tree,
             YdDb    *db,
             gint64   base,
             GError **error)
{
  g_autoptr(YdStatement) select =
    select_rows (db, "SELECT id, parent, deleted, kind, \"check\" FROM point"
                     " WHERE key BETWEEN ?1 AND ?2", base, error);
  gboolean has_row = TRUE;

  while (select != NULL && yd_statement_step (select, &has_row, error))
    if (has_row)
      add_point (tree, select);
    else
      return TRUE;

  return FALSE;
}

static gboolean
read_units (Tree    *tree,
            YdDb    *db,
            gint64   base,
            GError **error)
{
  g_autoptr(YdStatement) select =
    select_rows (db, "SELECT id FROM unit WHERE key BETWEEN ?1 AND ?2 AND deleted = 1", base,
                 error);
  gboolean has_row = TRUE;

  while (select != NULL && yd_statement_step (select, &has_row, error))
    if (has_row)
      g_hash_table_add (tree->gone_units, g_strdup (yd_statement_get_text (select, 0)));
    else
      return TRUE;

  return FALSE;
}

static Point *
find (Tree       *tree,
      const char *id)
{
  return id != NULL ? g_hash_table_lookup (tree->by_id, id) : NULL;
}

/* A damaged file may have a circle, so it does not go on for ever. */
static gboolean
is_live (Tree  *tree,
         Point *point)
{
  for (guint i = 0; point != NULL && i < tree->points->len; i++)
    {
      if (point->deleted)
        return FALSE;
      point = find (tree, point->parent);
    }

  return TRUE;
}

static void
find_heads (Tree *tree)
{
  for (guint i = 0; i < tree->points->len; i++)
    {
      Point *point = g_ptr_array_index (tree->points, i);
      Point *parent = find (tree, point->parent);

      if (parent != NULL && !point->deleted && !point->duty)
        parent->heads = TRUE;
    }
}

/* A paragraph between the chapters is none of the document's points. */
static void
count_points (Tree         *tree,
              YdPlanCounts *counts)
{
  for (guint i = 0; i < tree->points->len; i++)
    {
      Point *point = g_ptr_array_index (tree->points, i);

      if (!is_live (tree, point))
        continue;

      counts->proposed += point->proposed;
      counts->points += !point->heads && !point->duty;
    }
}

static gboolean
counts_as_fact (Tree        *tree,
                YdStatement *row)
{
  const char *unit = yd_statement_get_text (row, 1);

  return is_live (tree, find (tree, yd_statement_get_text (row, 0))) &&
         (unit == NULL || !g_hash_table_contains (tree->gone_units, unit)) &&
         is_live (tree, find (tree, yd_statement_get_text (row, 2)));
}

static gboolean
count_facts (Tree         *tree,
             YdDb         *db,
             gint64        base,
             guint         n,
             YdPlanCounts *counts,
             GError      **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT %s, %s, %s FROM \"%s\" WHERE key BETWEEN ?1 AND ?2"
                     " AND \"check\" = 'proposed' AND coalesce (deleted, 0) = 0",
                     facts[n].point, facts[n].unit, facts[n].other, facts[n].kind);
  g_autoptr(YdStatement) select = select_rows (db, sql, base, error);
  gboolean has_row = TRUE;

  while (select != NULL && yd_statement_step (select, &has_row, error))
    if (has_row)
      counts->proposed += counts_as_fact (tree, select);
    else
      return TRUE;

  return FALSE;
}

static gboolean
count (YdDb          *db,
       const char    *space,
       YdPlanCounts  *counts,
       GError       **error)
{
  g_autoptr(GPtrArray) points = g_ptr_array_new_with_free_func ((GDestroyNotify) point_free);
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) gone_units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Tree tree = { points, by_id, gone_units };
  g_autofree char *kind = NULL;
  gint64 base;

  *counts = (YdPlanCounts) { 0 };
  if (!_yd_space_reader_find (db, space, &base, &kind, error) ||
      !read_points (&tree, db, base, error) || !read_units (&tree, db, base, error))
    return FALSE;

  find_heads (&tree);
  count_points (&tree, counts);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (!count_facts (&tree, db, base, i, counts, error))
      return FALSE;

  return TRUE;
}

/**
 * yd_library_count_plan:
 * @self: a library
 * @space: the id of a plan
 * @counts: (out caller-allocates): what is in it
 * @error: %YD_LIBRARY_ERROR_MISSING if it is not there
 *
 * Returns: whether it was counted
 */
gboolean
yd_library_count_plan (YdLibrary     *self,
                       const char    *space,
                       YdPlanCounts  *counts,
                       GError       **error)
{
  GError *local = NULL;
  YdDb *db;

  g_return_val_if_fail (YD_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (space != NULL && counts != NULL, FALSE);

  if ((db = _yd_library_begin_read (self, error)) == NULL)
    return FALSE;

  count (db, space, counts, &local);

  return _yd_library_end_read (self, local, error);
}
