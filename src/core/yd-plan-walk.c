/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-walk.h"

typedef struct
{
  GListModel *points;           /* owned */
  guint       n_points;
  guint       next;
  guint       n_duties;         /* of those before; they are counted for themselves */
  gsize       path_len;         /* of the point above */
} Level;

struct _YdPlanWalk
{
  GArray     *levels;           /* from the top down */
  GString    *path;
};

static void
clear_level (Level *level)
{
  g_object_unref (level->points);
}

static void
enter (YdPlanWalk *self,
       GListModel *points)
{
  Level level = { g_object_ref (points), g_list_model_get_n_items (points), 0, 0,
                  self->path->len };

  g_array_append_val (self->levels, level);
}

/**
 * yd_plan_walk_new:
 * @plan: a plan
 *
 * Returns: (transfer full): a walk before the first point
 */
YdPlanWalk *
yd_plan_walk_new (YdPlan *plan)
{
  YdPlanWalk *self = g_new0 (YdPlanWalk, 1);

  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_array_set_clear_func (self->levels, (GDestroyNotify) clear_level);
  self->path = g_string_new (NULL);
  enter (self, yd_plan_get_points (plan));

  return self;
}

void
yd_plan_walk_free (YdPlanWalk *self)
{
  g_array_unref (self->levels);
  g_string_free (self->path, TRUE);
  g_free (self);
}

static void
append_label (YdPlanWalk *self,
              YdPoint    *point,
              Level      *level)
{
  guint position = yd_point_is_duty (point) ? ++level->n_duties : level->next + 1 - level->n_duties;
  g_autofree char *label = yd_point_dup_label (point, position);

  if (self->path->len > 0)
    g_string_append_c (self->path, '/');
  g_string_append (self->path, label);
}

/**
 * yd_plan_walk_next:
 * @self: a walk
 * @path: (out) (transfer none) (optional): the path of the point, `一/(一)`; valid until the
 *   next call
 * @level: (out) (optional): 1 at the top
 *
 * Returns: (transfer none) (nullable): the next live point, which the plan keeps
 */
YdPoint *
yd_plan_walk_next (YdPlanWalk  *self,
                   const char **path,
                   guint       *level)
{
  while (self->levels->len > 0)
    {
      Level *last = &g_array_index (self->levels, Level, self->levels->len - 1);
      g_autoptr(YdRow) point = NULL;

      g_string_truncate (self->path, last->path_len);
      if (last->next == last->n_points)
        {
          g_array_set_size (self->levels, self->levels->len - 1);
          continue;
        }

      point = g_list_model_get_item (last->points, last->next);
      append_label (self, point, last);
      last->next++;
      if (path != NULL)
        *path = self->path->str;
      if (level != NULL)
        *level = self->levels->len;
      enter (self, yd_point_get_children (point));

      return point;
    }

  return NULL;
}
