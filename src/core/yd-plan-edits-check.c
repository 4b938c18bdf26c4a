/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-edits-private.h"

#include "yd-loose-orders.h"
#include "yd-row-private.h"

/* What was read is proposed until a person has looked at it. */

static const YdKind facts[] = {
  YD_KIND_POINT, YD_KIND_ASSIGNMENT, YD_KIND_DEADLINE, YD_KIND_DEPENDENCY, YD_KIND_REFERENCE,
};

static gboolean
says (YdRow      *row,
      const char *word)
{
  const guint check = yd_schema_get_kind (YD_ROW_GET_CLASS (row)->kind)->check;

  return check != 0 && g_strcmp0 (row->cells[check], word) == 0;
}

static guint
count_kind (YdPlan *plan,
            YdKind  kind)
{
  const guint check = yd_schema_get_kind (kind)->check;
  g_autoptr(GPtrArray) rows = yd_space_list_rows (YD_SPACE (plan), kind);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i);

      n += g_strcmp0 (row->cells[check], "proposed") == 0 && _yd_row_is_live (row);
    }

  return n;
}

/* Returns: how many rows of @plan that count are proposed; of one that nobody else sees yet, on
 *   any thread
 */
guint
yd_plan_count_proposed (YdPlan *plan)
{
  guint n = 0;

  g_return_val_if_fail (YD_IS_PLAN (plan), 0);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    n += count_kind (plan, facts[i]);

  return n;
}

/* Returns: whether @row was read and nobody has confirmed or refused it */
gboolean
yd_plan_is_proposed (YdRow *row)
{
  g_return_val_if_fail (YD_IS_ROW (row), FALSE);

  return says (row, "proposed");
}

/* Returns: whether a person has refused @row, so that it holds nowhere: it is no deadline and no
 *   assignment
 */
gboolean
yd_plan_is_refused (YdRow *row)
{
  g_return_val_if_fail (YD_IS_ROW (row), FALSE);

  return says (row, "refused");
}

YdEdit *
yd_plan_edit_confirm (YdRow *row)
{
  YdEdit *edit = yd_edit_new ("proposal.confirm", NULL);

  g_return_val_if_fail (YD_IS_ROW (row), edit);

  _yd_plan_edits_confirm (edit, row);

  return edit;
}

/* Confirms those of @rows, rows of a plan, that are proposed, in one edit. */
YdEdit *
yd_plan_edit_confirm_rows (GPtrArray *rows)
{
  YdEdit *edit = yd_edit_new ("proposal.confirm", NULL);

  for (guint i = 0; i < rows->len; i++)
    _yd_plan_edits_confirm (edit, g_ptr_array_index (rows, i));

  return edit;
}

/* What is refused is out of sight as well, so that nobody has to ask for it. */
YdEdit *
yd_plan_edit_refuse (YdRow *row)
{
  YdEdit *edit = yd_edit_new ("proposal.refuse", NULL);

  g_return_val_if_fail (YD_IS_ROW (row), edit);

  if (yd_plan_is_proposed (row))
    {
      _yd_plan_edits_set (edit, row, _yd_plan_edits_find_check (row), "refused");
      _yd_plan_edits_set (edit, row, YD_FIELD_DELETED, "true");
    }

  return edit;
}

/* The point whose fact it is. @loose has the orders that stand at none; whoever asks
 * for the first of them looks where they all belong.
 */
static YdPoint *
get_owner (YdPlan      *plan,
           YdRow       *row,
           GHashTable **loose)
{
  YdRow *home = yd_row_get_home (row);

  if (yd_row_get_kind (row) == YD_KIND_POINT)
    return row;

  if (home != NULL || yd_row_get_kind (row) != YD_KIND_DEPENDENCY)
    return home;

  if (*loose == NULL)
    *loose = yd_loose_orders_list_owners (plan);

  return g_hash_table_lookup (*loose, row);
}

static gboolean
is_among (GHashTable *points,
          YdPoint    *point,
          gboolean    below)
{
  while (below && point != NULL && !g_hash_table_contains (points, point))
    point = yd_point_get_parent (point);

  return point != NULL && g_hash_table_contains (points, point);
}

/* Points have no measure of their own; they go with any. */
static gboolean
is_sure (YdRow *row,
         guint  min_sure)
{
  const guint sure = yd_schema_get_kind (yd_row_get_kind (row))->sure;

  return yd_row_get_int (row, sure, 100) >= min_sure;
}

/* To wait for memory is most of what it takes to go through all rows, so it is asked for some rows
 * ahead: first for a row, and then for the id that its edit shares.
 */
static void
fetch_ahead (GPtrArray *rows,
             guint      i)
{
  if (i + 16 < rows->len)
    __builtin_prefetch (g_ptr_array_index (rows, i + 16));
  if (i + 8 < rows->len)
    __builtin_prefetch (((YdRow *) g_ptr_array_index (rows, i + 8))->id, 1);
}

/**
 * yd_plan_edit_confirm_points:
 * @plan: a plan
 * @points: (nullable) (element-type YdRow): the points whose facts are confirmed
 *   with them; all without it
 * @below: also what stands below @points: a chapter
 * @min_sure: only facts of which the reading was at least so sure, of 100
 */
YdEdit *
yd_plan_edit_confirm_points (YdPlan    *plan,
                             GPtrArray *points,
                             gboolean   below,
                             guint      min_sure)
{
  YdEdit *edit = yd_edit_new ("proposal.confirm", NULL);
  g_autoptr(GHashTable) wanted = points != NULL ? g_hash_table_new (NULL, NULL) : NULL;
  g_autoptr(GHashTable) loose = NULL;

  for (guint i = 0; points != NULL && i < points->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (points, i));

  for (guint k = 0; k < G_N_ELEMENTS (facts); k++)
    {
      g_autoptr(GPtrArray) rows = yd_space_list_rows (YD_SPACE (plan), facts[k]);

      for (guint i = 0; i < rows->len; i++)
        {
          YdRow *row = g_ptr_array_index (rows, i);

          fetch_ahead (rows, i);
          if (yd_plan_is_proposed (row) && (min_sure == 0 || is_sure (row, min_sure)) &&
              (wanted == NULL || is_among (wanted, get_owner (plan, row, &loose), below)) &&
              _yd_row_is_live (row))
            _yd_plan_edits_confirm (edit, row);
        }
    }

  return edit;
}
