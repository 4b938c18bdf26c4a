/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-point-table.h"

#include "yd-breakdown-private.h"

enum { NUMBER, TASK, TEXT, LEAD, RESPONSIBLE, SUPPORT, DEADLINE, N_COLUMNS };

/* The same words as in the table that offices hand out, so that what is copied from one program
 * fits into the other; they are not translated. */
static const YdColumn columns[N_COLUMNS] = {
  [NUMBER]      = { "number", "序号", 6, YD_ALIGN_START },
  [TASK]        = { "task", "工作任务", 20, YD_ALIGN_START },
  [TEXT]        = { "text", "主要内容", 40, YD_ALIGN_START },
  [LEAD]        = { "lead", "牵头单位", 12, YD_ALIGN_START },
  [RESPONSIBLE] = { "responsible", "责任单位", 16, YD_ALIGN_START },
  [SUPPORT]     = { "support", "配合单位", 12, YD_ALIGN_START },
  [DEADLINE]    = { "deadline", "完成时限", 11, YD_ALIGN_START },
};

/* The places of the points among their numbered siblings, a family at a time. */
static void
count_siblings (GHashTable *places,
                GListModel *siblings)
{
  const guint n = g_list_model_get_n_items (siblings);
  guint place = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) point = g_list_model_get_item (siblings, i);

      place += !yd_point_is_duty (point);
      g_hash_table_insert (places, point, GUINT_TO_POINTER (place));    /* the plan keeps it */
    }
}

static char *
dup_number (YdPlan     *plan,
            YdPoint    *point,
            GHashTable *places)
{
  YdPoint *parent = yd_point_get_parent (point);

  if (!g_hash_table_contains (places, point))
    count_siblings (places, parent != NULL ? yd_point_get_children (parent)
                                           : yd_plan_get_points (plan));

  return yd_point_dup_number (point, GPOINTER_TO_UINT (g_hash_table_lookup (places, point)));
}

static void
append_point (YdTable    *table,
              YdPlan     *plan,
              YdPoint    *point,
              GHashTable *places)
{
  const char *title = yd_point_get_title (point);
  const char *text = yd_row_get_cell (point, YD_POINT_TEXT);
  g_autofree char *number = dup_number (plan, point, places);
  g_autofree char *lead = _yd_breakdown_dup_units (plan, point, "lead");
  g_autofree char *responsible = _yd_breakdown_dup_units (plan, point, "responsible");
  g_autofree char *support = _yd_breakdown_dup_units (plan, point, "support");
  g_autofree char *deadlines = _yd_breakdown_dup_deadlines (plan, point);
  const char *texts[N_COLUMNS] = {
    number, title != NULL ? title : "", text != NULL ? text : "", lead, responsible, support,
    deadlines,
  };

  yd_table_append_row (table, texts);
}

/**
 * yd_point_table_new:
 * @plan: a plan
 * @points: (element-type YdRow): points of it, in the order in which they shall stand
 *
 * Makes a plain table of what a person chose: a row for each point with its number as
 * it is shown, its own title, text, units and deadlines, and nothing of what is above
 * or below.
 *
 * Returns: (transfer full): the table
 */
YdTable *
yd_point_table_new (YdPlan    *plan,
                    GPtrArray *points)
{
  const char *title;
  g_autoptr(GHashTable) places = g_hash_table_new (NULL, NULL);
  YdTable *table;

  g_return_val_if_fail (YD_IS_PLAN (plan), NULL);
  g_return_val_if_fail (points != NULL, NULL);

  title = yd_plan_get_title (plan);
  table = yd_table_new ("要点", title != NULL ? title : "");
  for (guint i = 0; i < N_COLUMNS; i++)
    yd_table_add_column (table, columns[i].key, columns[i].heading, columns[i].weight,
                         columns[i].align);
  for (guint i = 0; i < points->len; i++)
    append_point (table, plan, g_ptr_array_index (points, i), places);

  return table;
}
