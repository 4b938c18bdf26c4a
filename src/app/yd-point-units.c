/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-point-units.h"

#include <glib/gi18n-lib.h>

#include "yd-plan-edits.h"

/* The later ones are named rather. */
static guint
get_rank (const char *role)
{
  if (g_strcmp0 (role, "lead") == 0)
    return 3;

  return g_strcmp0 (role, "responsible") == 0 ? 2 : 1;
}

/**
 * yd_point_units_find:
 * @plan: a plan
 * @point: a point in it
 * @units: (out): the units of the point
 */
void
yd_point_units_find (YdPlan       *plan,
                     YdPoint      *point,
                     YdPointUnits *units)
{
  GListModel *assignments = yd_point_get_assignments (point);
  const guint n = g_list_model_get_n_items (assignments);

  *units = (YdPointUnits) { NULL };
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      const char *role = yd_row_get_cell (assignment, YD_ASSIGNMENT_ROLE);
      YdRow *unit = yd_plan_get_unit_of (plan, assignment);

      if (unit == NULL || yd_plan_is_refused (assignment))
        continue;

      units->n_units++;
      if (units->unit == NULL || get_rank (role) > get_rank (units->role))
        {
          units->unit = unit;
          units->role = role;
        }
    }
}

/* Returns: (transfer full): `市财政局 等 3 家`, empty where there is no unit */
char *
yd_point_units_dup_words (const YdPointUnits *units)
{
  const char *name = units->unit != NULL ? yd_row_get_cell (units->unit, YD_UNIT_NAME) : "";
  g_autofree char *count = NULL;

  if (units->n_units < 2)
    return g_strdup (name);

  /* Translators: after the name of the first unit: how many units there are in all */
  count = g_strdup_printf (ngettext ("%u unit in all", "%u units in all", units->n_units),
                           units->n_units);

  return g_strdup_printf ("%s %s", name, count);
}
