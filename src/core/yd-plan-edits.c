/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-edits-private.h"

#include <string.h>

#include "yd-order.h"
#include "yd-row-private.h"

/* The field that says whether somebody has looked at what was read, or 0. */
guint
_yd_plan_edits_find_check (YdRow *row)
{
  return yd_schema_get_kind (yd_row_get_kind (row))->check;
}

/* Changes a cell, if it says something else. An empty text is none. */
void
_yd_plan_edits_set (YdEdit     *edit,
                    YdRow      *row,
                    guint       field,
                    const char *value)
{
  const char *old = yd_row_get_cell (row, field);

  if (value != NULL && *value == '\0')
    value = NULL;

  if (g_strcmp0 (old, value) != 0)
    yd_edit_change (edit, yd_row_get_kind (row), yd_row_get_id (row), field, old, value);
}

/* Whoever corrects a proposal has looked at it. Many thousands are confirmed at once, so
 * nothing is copied.
 */
void
_yd_plan_edits_confirm (YdEdit *edit,
                        YdRow  *row)
{
  const YdKind kind = YD_ROW_GET_CLASS (row)->kind;
  const YdKindInfo *info = yd_schema_get_kind (kind);
  YdChange change = { .kind = kind, .field = info->check };

  if (info->check == 0 || g_strcmp0 (row->cells[info->check], "proposed") != 0)
    return;

  change.id = g_ref_string_acquire (row->id);
  change.old_value = g_ref_string_acquire (row->cells[info->check]);
  change.new_value = yd_field_make_value (&info->fields[info->check], "confirmed");
  yd_edit_take (edit, &change);
}

/* Returns: (transfer full): a key behind all of @rows */
char *
_yd_plan_edits_order_last (GListModel       *rows,
                           const YdIdSource *ids)
{
  guint n = g_list_model_get_n_items (rows);
  g_autoptr(YdRow) last = n > 0 ? g_list_model_get_item (rows, n - 1) : NULL;
  const YdKindInfo *info;

  if (last == NULL)
    return yd_order_between (NULL, NULL, ids);

  info = yd_schema_get_kind (yd_row_get_kind (last));

  return yd_order_between (yd_row_get_cell (last, info->order), NULL, ids);
}

/* Returns: (transfer container): those that stand below no other of them */
GPtrArray *
_yd_plan_edits_list_roots (GPtrArray *points)
{
  g_autoptr(GHashTable) all = g_hash_table_new (NULL, NULL);
  GPtrArray *roots = g_ptr_array_new ();

  for (guint i = 0; i < points->len; i++)
    g_hash_table_add (all, g_ptr_array_index (points, i));

  for (guint i = 0; i < points->len; i++)
    {
      YdPoint *above = yd_point_get_parent (g_ptr_array_index (points, i));

      while (above != NULL && !g_hash_table_contains (all, above))
        above = yd_point_get_parent (above);
      if (above == NULL)
        g_ptr_array_add (roots, g_ptr_array_index (points, i));
    }

  return roots;
}

/**
 * yd_plan_edit_set:
 * @row: a row
 * @field: a field of its kind
 * @value: (nullable): what it shall say, in canonical text; an empty text is none
 * @act: the code of the edit
 *
 * Changes one cell. If @row was only proposed, it is confirmed with it.
 */
YdEdit *
yd_plan_edit_set (YdRow      *row,
                  guint       field,
                  const char *value,
                  const char *act)
{
  YdEdit *edit = yd_edit_new (act, NULL);
  guint n_changes;

  g_return_val_if_fail (YD_IS_ROW (row), edit);

  _yd_plan_edits_set (edit, row, field, value);
  yd_edit_get_changes (edit, &n_changes);
  if (n_changes > 0)
    _yd_plan_edits_confirm (edit, row);

  return edit;
}

/**
 * yd_plan_edit_set_seen:
 * @row: a row
 * @field: a field of its kind
 * @seen: (nullable): what it said when the person began to write
 * @value: (nullable): what it shall say, in canonical text; an empty text is none
 * @act: the code of the edit
 *
 * As yd_plan_edit_set(), but based on what the person saw: if the cell says something
 * else by now, the edit is refused as stale instead of writing over it.
 */
YdEdit *
yd_plan_edit_set_seen (YdRow      *row,
                       guint       field,
                       const char *seen,
                       const char *value,
                       const char *act)
{
  YdEdit *edit = yd_edit_new (act, NULL);

  g_return_val_if_fail (YD_IS_ROW (row), edit);

  if (value != NULL && *value == '\0')
    value = NULL;
  if (g_strcmp0 (seen, value) == 0)
    return edit;

  yd_edit_change (edit, yd_row_get_kind (row), yd_row_get_id (row), field, seen, value);
  _yd_plan_edits_confirm (edit, row);

  return edit;
}

YdEdit *
yd_plan_edit_rename (YdPoint    *point,
                     const char *title)
{
  return yd_plan_edit_set (point, YD_POINT_TITLE, title, "point.rename");
}

YdEdit *
yd_plan_edit_set_text (YdPoint    *point,
                       const char *text)
{
  return yd_plan_edit_set (point, YD_POINT_TEXT, text, "point.text");
}

YdEdit *
yd_plan_edit_delete_row (YdRow      *row,
                         const char *act)
{
  YdEdit *edit = yd_edit_new (act, NULL);

  g_return_val_if_fail (YD_IS_ROW (row), edit);

  _yd_plan_edits_set (edit, row, YD_FIELD_DELETED, "true");

  return edit;
}

/**
 * yd_plan_edit_delete_points:
 * @plan: a plan
 * @points: (element-type YdRow): what shall go; what stands below goes with it
 */
YdEdit *
yd_plan_edit_delete_points (YdPlan    *plan,
                            GPtrArray *points)
{
  YdEdit *edit = yd_edit_new ("point.delete", NULL);
  g_autoptr(GPtrArray) roots = _yd_plan_edits_list_roots (points);

  yd_edit_set_whole (edit, roots->len > 1);
  for (guint i = 0; i < roots->len; i++)
    _yd_plan_edits_set (edit, g_ptr_array_index (roots, i), YD_FIELD_DELETED, "true");

  return edit;
}

/* Who adds a note says so to all; nobody has to check it. */
YdEdit *
yd_plan_edit_add_remark (YdRow      *about,
                         const char *id,
                         const char *kind,
                         const char *text)
{
  YdEdit *edit = yd_edit_new ("remark.add", NULL);

  g_return_val_if_fail (YD_IS_ROW (about), edit);

  yd_edit_create (edit, YD_KIND_REMARK, id);
  yd_edit_put (edit, YD_REMARK_ABOUT_KIND, yd_schema_get_kind (yd_row_get_kind (about))->name);
  yd_edit_put (edit, YD_REMARK_ABOUT, yd_row_get_id (about));
  yd_edit_put (edit, YD_REMARK_KIND, kind);
  yd_edit_put (edit, YD_REMARK_TEXT, text);
  yd_edit_put (edit, YD_REMARK_STATE, "open");

  return edit;
}
