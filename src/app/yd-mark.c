/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-mark.h"

/* What a leader asks about a point in a meeting: a remark of the plan, a question that is open
 * until somebody closes or deletes it.
 */

static gboolean
is_mark (YdSpace *space,
         YdRow   *remark)
{
  return yd_space_is_live (space, remark) &&
         g_strcmp0 (yd_row_get_cell (remark, YD_REMARK_ABOUT_KIND), "point") == 0 &&
         g_strcmp0 (yd_row_get_cell (remark, YD_REMARK_KIND), "question") == 0 &&
         g_strcmp0 (yd_row_get_cell (remark, YD_REMARK_STATE), "open") == 0;
}

/**
 * yd_mark_find:
 * @plan: a plan
 * @point: a point in it
 *
 * Returns: (transfer none) (nullable): the question about @point that is open
 */
YdRow *
yd_mark_find (YdPlan  *plan,
              YdPoint *point)
{
  g_autoptr(GPtrArray) remarks = yd_space_list_rows (YD_SPACE (plan), YD_KIND_REMARK);

  for (guint i = 0; i < remarks->len; i++)
    {
      YdRow *remark = g_ptr_array_index (remarks, i);

      if (g_strcmp0 (yd_row_get_cell (remark, YD_REMARK_ABOUT), yd_row_get_id (point)) == 0 &&
          is_mark (YD_SPACE (plan), remark))
        return remark;
    }

  return NULL;
}

/**
 * yd_mark_collect:
 * @plan: a plan
 *
 * Returns: (transfer full) (element-type YdRow): the points about which a question is open
 */
GHashTable *
yd_mark_collect (YdPlan *plan)
{
  g_autoptr(GPtrArray) remarks = yd_space_list_rows (YD_SPACE (plan), YD_KIND_REMARK);
  GHashTable *points = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  for (guint i = 0; i < remarks->len; i++)
    {
      YdRow *remark = g_ptr_array_index (remarks, i);
      YdRow *point = NULL;

      if (is_mark (YD_SPACE (plan), remark))
        point = yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT,
                                 yd_row_get_cell (remark, YD_REMARK_ABOUT));
      if (point != NULL)
        g_hash_table_add (points, g_object_ref (point));
    }

  return points;
}

/**
 * yd_mark_edit:
 * @plan: a plan
 * @point: a point in it
 * @id: the id of a new question
 * @words: (nullable): what is asked; %NULL takes the mark away
 *
 * Returns: (transfer full): the edit that marks @point; a mark that is there goes
 */
YdEdit *
yd_mark_edit (YdPlan     *plan,
              YdPoint    *point,
              const char *id,
              const char *words)
{
  YdRow *old = yd_mark_find (plan, point);
  YdEdit *edit = words != NULL ? yd_plan_edit_add_remark (point, id, "question", words)
                               : yd_edit_new ("remark.delete", NULL);

  if (old != NULL)
    yd_edit_change (edit, YD_KIND_REMARK, yd_row_get_id (old), YD_FIELD_DELETED,
                    yd_row_get_cell (old, YD_FIELD_DELETED), "true");

  return edit;
}
