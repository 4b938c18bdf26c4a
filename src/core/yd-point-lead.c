/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-point-lead.h"

#include "yd-role.h"

/* Who leads: one rule for what is counted, and for what each filter shows.
 *
 * A point is led if it, or a duty that it was taken apart into, has a lead. One that names nobody
 * is answered for by whoever the nearest place above it names: a chapter may carry the units for
 * all that stands below it. A chapter itself is no point, and needs no lead.
 */

typedef struct
{
  gboolean any;                 /* somebody is named */
  gboolean led;
  gboolean each;                /* for a part of it: 分别负责 */
} Named;

static void
look_at (YdPoint *point,
         Named   *named)
{
  GListModel *assignments = yd_point_get_assignments (point);
  const guint n = g_list_model_get_n_items (assignments);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      const YdRole role = yd_role_of (assignment);

      if (role == YD_ROLE_NONE)
        continue;

      named->any = TRUE;
      named->led |= role == YD_ROLE_LEAD;
      named->each |= yd_row_get_flag (assignment, YD_ASSIGNMENT_EACH);
    }
}

static void
look_at_all (YdPoint *point,
             Named   *named)
{
  GListModel *children = yd_point_get_children (point);
  const guint n = g_list_model_get_n_items (children);

  look_at (point, named);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) child = g_list_model_get_item (children, i);

      look_at_all (child, named);
    }
}

/**
 * yd_point_get_whole:
 * @self: a point of a plan
 *
 * Returns: (transfer none): the point that was taken apart into this duty; what is none, or is one
 *   of a chapter, is whole itself
 */
YdPoint *
yd_point_get_whole (YdPoint *self)
{
  g_return_val_if_fail (YD_IS_ROW (self), NULL);

  while (yd_point_is_duty (self))
    {
      YdPoint *parent = yd_point_get_parent (self);

      if (parent == NULL || (!yd_point_is_duty (parent) && yd_point_has_points (parent)))
        break;
      self = parent;
    }

  return self;
}

/**
 * yd_point_lacks_lead:
 * @self: a point of a plan
 * @each: (out) (optional): whether each unit answers for its part there (分别负责)
 *
 * What a person has refused names nobody.
 *
 * Returns: whether nobody leads it, or the point that it is a duty of
 */
gboolean
yd_point_lacks_lead (YdPoint  *self,
                     gboolean *each)
{
  YdPoint *point;
  Named named = { FALSE, FALSE, FALSE };

  g_return_val_if_fail (YD_IS_ROW (self), FALSE);

  point = yd_point_get_whole (self);
  if (each != NULL)
    *each = FALSE;
  if (!yd_point_is_duty (point) && yd_point_has_points (point))
    return FALSE;

  look_at_all (point, &named);
  while (!named.any && (point = yd_point_get_parent (point)) != NULL)
    look_at (point, &named);
  if (each != NULL)
    *each = named.each;

  return !named.led;
}
