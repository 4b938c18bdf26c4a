/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-point-number.h"

#include "yd-plan-edits.h"

/* The number by which a point is shown, the same wherever that is. */

/* Returns: (transfer none) (nullable): a number that is printed among its siblings */
static const char *
find_position (YdPlan  *plan,
               YdPoint *point,
               guint   *position)
{
  YdPoint *parent = yd_point_get_parent (point);
  GListModel *siblings = parent != NULL ? yd_point_get_children (parent)
                                        : yd_plan_get_points (plan);
  guint n = g_list_model_get_n_items (siblings);
  const char *printed = NULL;
  gboolean passed = FALSE;

  *position = 0;
  for (guint i = 0; i < n && !(passed && printed != NULL); i++)
    {
      g_autoptr(YdRow) sibling = g_list_model_get_item (siblings, i);

      if (printed == NULL)
        printed = yd_row_get_cell (sibling, YD_POINT_PRINTED);
      *position += !passed && !yd_point_is_duty (sibling);
      passed = passed || sibling == point;
    }

  return printed;
}

/**
 * yd_point_number_dup:
 * @plan: a plan
 * @point: a point in it
 * @computed: (out): whether the document does not print it
 *
 * Returns: (transfer full): the number of @point; where it is counted it looks like those
 *   beside it
 */
char *
yd_point_number_dup (YdPlan   *plan,
                     YdPoint  *point,
                     gboolean *computed)
{
  const char *like;
  guint position;
  char *number;

  *computed = yd_row_get_cell (point, YD_POINT_PRINTED) == NULL;
  if (!*computed || yd_point_is_duty (point))
    return yd_point_dup_number (point, 1);

  like = find_position (plan, point, &position);
  number = like != NULL ? yd_plan_write_number_like (like, position) : NULL;

  return number != NULL ? number : yd_point_dup_number (point, position);
}

/**
 * yd_point_name_dup:
 * @plan: a plan
 * @point: a point in it
 *
 * Returns: (transfer full): `三(一) 推进…`, as people name it wherever they are
 */
char *
yd_point_name_dup (YdPlan  *plan,
                   YdPoint *point)
{
  GString *path = g_string_new (NULL);
  char *name;

  for (YdPoint *at = point; at != NULL; at = yd_point_get_parent (at))
    {
      g_autofree char *label = NULL;
      guint position;

      find_position (plan, at, &position);
      label = yd_point_dup_label (at, MAX (position, 1));
      g_string_prepend (path, "/");
      g_string_prepend (path, label);
    }

  g_string_truncate (path, path->len - 1);
  name = yd_point_dup_task (point, path->str);
  g_string_free (path, TRUE);

  return name;
}
