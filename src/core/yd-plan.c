/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan.h"

#include <string.h>

#include "yd-plan-walk.h"

/**
 * YdPlan:
 *
 * One issued document: its points, the units it names, who answers for what
 * and until when. Whole by itself: nothing in it depends on another space.
 */

struct _YdPlan
{
  YdSpace parent_instance;
};

G_DEFINE_FINAL_TYPE (YdPlan, yd_plan, YD_TYPE_SPACE)

static void
yd_plan_class_init (YdPlanClass *klass)
{
  YdSpaceClass *space_class = YD_SPACE_CLASS (klass);

  space_class->letter = 'p';
  space_class->head = YD_KIND_PLAN;
}

static void
yd_plan_init (YdPlan *self)
{
}

/**
 * yd_plan_new:
 * @id: the id of the space
 *
 * Returns: (transfer full): a plan without rows
 */
YdPlan *
yd_plan_new (const char *id)
{
  return g_object_new (YD_TYPE_PLAN, "id", id, NULL);
}

/**
 * yd_plan_get_title:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the title of the document
 */
const char *
yd_plan_get_title (YdPlan *self)
{
  YdRow *head = yd_space_get_head (YD_SPACE (self));

  return head != NULL ? yd_row_get_cell (head, YD_PLAN_TITLE) : NULL;
}

/* The points at the top. */
GListModel *
yd_plan_get_points (YdPlan *self)
{
  return yd_space_get_rows (YD_SPACE (self), YD_KIND_POINT);
}

GListModel *
yd_plan_get_units (YdPlan *self)
{
  return yd_space_get_rows (YD_SPACE (self), YD_KIND_UNIT);
}

static gboolean
has_alias (YdRow      *unit,
           const char *name)
{
  GListModel *aliases = yd_row_get_rows (unit, YD_KIND_ALIAS);
  guint n = g_list_model_get_n_items (aliases);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) alias = g_list_model_get_item (aliases, i);

      if (g_strcmp0 (yd_row_get_cell (alias, YD_ALIAS_NAME), name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* How well @name fits: 3 as printed, 2 in full or in short, 1 as an alias, 0 not. */
static guint
rate_name (YdRow      *unit,
           const char *name)
{
  if (g_strcmp0 (yd_row_get_cell (unit, YD_UNIT_NAME), name) == 0)
    return 3;

  if (g_strcmp0 (yd_row_get_cell (unit, YD_UNIT_FULL), name) == 0 ||
      g_strcmp0 (yd_row_get_cell (unit, YD_UNIT_SHORT), name) == 0)
    return 2;

  return has_alias (unit, name);
}

/**
 * yd_plan_find_unit:
 * @self: a plan
 * @name: a name as printed, in full, in short, or an alias
 *
 * What is printed goes before what is called so elsewhere.
 *
 * Returns: (transfer none) (nullable): the unit that is called so
 */
YdRow *
yd_plan_find_unit (YdPlan     *self,
                   const char *name)
{
  GListModel *units = yd_plan_get_units (self);
  guint n = g_list_model_get_n_items (units);
  YdRow *found = NULL;
  guint best = 0;

  for (guint i = 0; i < n && best < 3; i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);
      guint rate = rate_name (unit, name);

      if (rate > best)
        found = unit;           /* the space keeps it */
      best = MAX (best, rate);
    }

  return found;
}

/**
 * yd_plan_get_unit_of:
 * @self: a plan
 * @assignment: an assignment in it
 *
 * Returns: (transfer none) (nullable): the unit that it names
 */
YdRow *
yd_plan_get_unit_of (YdPlan *self,
                     YdRow  *assignment)
{
  return yd_space_lookup (YD_SPACE (self), YD_KIND_UNIT,
                          yd_row_get_cell (assignment, YD_ASSIGNMENT_UNIT));
}

/**
 * yd_plan_foreach_point:
 * @self: a plan
 * @func: (scope call): called for each live point, in the order of the document
 * @user_data: data for @func
 */
void
yd_plan_foreach_point (YdPlan      *self,
                       YdPointFunc  func,
                       gpointer     user_data)
{
  g_autoptr(YdPlanWalk) walk = yd_plan_walk_new (self);
  const char *path;
  guint level;

  for (YdPoint *point; (point = yd_plan_walk_next (walk, &path, &level)) != NULL; )
    func (point, path, level, user_data);
}
