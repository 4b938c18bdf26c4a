/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-walk.h"

#include "yd-row-private.h"

typedef struct
{
  YdRowList  *points;           /* owned */
  guint       next;
  guint       n_duties;         /* of those before; they are counted for themselves */
  YdPoint    *point;            /* borrowed: the last one that was met, whose place among those */
  guint       position;         /* numbered alike this is, from 1 */
  gsize       path_len;         /* as far as the path is written */
} Level;

struct _YdPlanWalk
{
  GArray     *levels;           /* from the top down */
  guint       depth;            /* of the last point that was met */
  guint       n_written;        /* levels of which the path is */
  GString    *path;
};

static void
clear_level (Level *level)
{
  g_object_unref (level->points);
}

static void
enter (YdPlanWalk *self,
       YdRowList  *points)
{
  Level level = { .points = g_object_ref (points) };

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
  enter (self, YD_ROW_LIST (yd_plan_get_points (plan)));

  return self;
}

void
yd_plan_walk_free (YdPlanWalk *self)
{
  g_array_unref (self->levels);
  g_string_free (self->path, TRUE);
  g_free (self);
}

static Level *
get_level (YdPlanWalk *self,
           guint       i)
{
  return &g_array_index (self->levels, Level, i);
}

/**
 * yd_plan_walk_get_path:
 * @self: a walk that has met a point
 *
 * Most of those who walk ask for no path, or for that of few points, so it is written when
 * somebody does.
 *
 * Returns: (transfer none): the path of the last point that was met, `一/(一)`; valid until the
 *   next call
 */
const char *
yd_plan_walk_get_path (YdPlanWalk *self)
{
  g_string_truncate (self->path, self->n_written > 0
                                 ? get_level (self, self->n_written - 1)->path_len : 0);

  for (; self->n_written < self->depth; self->n_written++)
    {
      Level *level = get_level (self, self->n_written);
      g_autofree char *label = yd_point_dup_label (level->point, level->position);

      if (self->n_written > 0)
        g_string_append_c (self->path, '/');
      g_string_append (self->path, label);
      level->path_len = self->path->len;
    }

  return self->path->str;
}

/* Goes on in the last level, or leaves it. Returns: (nullable): the point that it met */
static YdPoint *
go_on (YdPlanWalk *self)
{
  Level *last = get_level (self, self->levels->len - 1);
  guint n;
  YdRow **points = _yd_row_list_get_shown (last->points, &n);

  if (last->next >= n)
    {
      g_array_set_size (self->levels, self->levels->len - 1);
      self->n_written = MIN (self->n_written, self->levels->len);
      return NULL;
    }

  last->point = points[last->next++];
  last->position = yd_point_is_duty (last->point) ? ++last->n_duties
                                                  : last->next - last->n_duties;
  self->n_written = MIN (self->n_written, self->levels->len - 1);

  return last->point;
}

/**
 * yd_plan_walk_next:
 * @self: a walk
 * @path: (out) (transfer none) (optional): its path, as yd_plan_walk_get_path()
 * @level: (out) (optional): 1 at the top
 *
 * Returns: (transfer none) (nullable): the next live point, which the plan keeps
 */
YdPoint *
yd_plan_walk_next (YdPlanWalk  *self,
                   const char **path,
                   guint       *level)
{
  YdPoint *point = NULL;
  YdRowList *below;

  while (point == NULL && self->levels->len > 0)
    point = go_on (self);
  if (point == NULL)
    return NULL;

  self->depth = self->levels->len;
  if (path != NULL)
    *path = yd_plan_walk_get_path (self);
  if (level != NULL)
    *level = self->depth;

  below = _yd_row_find_list (point, YD_KIND_POINT);
  if (below != NULL)
    enter (self, below);

  return point;
}
