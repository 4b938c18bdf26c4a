/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-role.h"

#include <glib/gi18n-lib.h>

#include "yd-plan-edits.h"

static const char * const names[YD_N_ROLES] = {
  [YD_ROLE_SUPPORT]     = "support",
  [YD_ROLE_RESPONSIBLE] = "responsible",
  [YD_ROLE_LEAD]        = "lead",
};

/**
 * yd_role_from_name:
 * @name: (nullable): `lead`, `responsible` or `support`
 *
 * Returns: the role, %YD_ROLE_NONE if it is none
 */
YdRole
yd_role_from_name (const char *name)
{
  for (YdRole role = YD_ROLE_SUPPORT; role < YD_N_ROLES; role++)
    if (g_strcmp0 (name, names[role]) == 0)
      return role;

  return YD_ROLE_NONE;
}

/* Returns: (transfer none) (nullable): the stable name; %NULL of %YD_ROLE_NONE */
const char *
yd_role_get_name (YdRole role)
{
  g_return_val_if_fail ((guint) role < YD_N_ROLES, NULL);

  return names[role];
}

/* Returns: (transfer none): the role of this stable name in a word, translated */
const char *
yd_role_get_words (const char *name)
{
  if (g_strcmp0 (name, "lead") == 0)
    return _("Lead");
  if (g_strcmp0 (name, "support") == 0)
    return _("Support");

  return _("Responsible");
}

/* Returns: (transfer none): the sign of the role in a table, empty of %YD_ROLE_NONE */
const char *
yd_role_get_sign (YdRole role)
{
  static const char * const signs[YD_N_ROLES] = { "", "△", "○", "●" };

  g_return_val_if_fail ((guint) role < YD_N_ROLES, "");

  return signs[role];
}

/**
 * yd_role_of:
 * @assignment: an assignment
 *
 * Returns: its role; %YD_ROLE_NONE of one that a person has refused
 */
YdRole
yd_role_of (YdRow *assignment)
{
  g_return_val_if_fail (YD_IS_ROW (assignment), YD_ROLE_NONE);

  if (yd_plan_is_refused (assignment))
    return YD_ROLE_NONE;

  return yd_role_from_name (yd_row_get_cell (assignment, YD_ASSIGNMENT_ROLE));
}

/**
 * yd_role_between:
 * @point: a point of a plan
 * @unit: a unit of the same plan
 *
 * Looks at each assignment of the point, of which there are few.
 *
 * Returns: what the unit itself is to the point, not counting the groups it is in
 */
YdRole
yd_role_between (YdPoint *point,
                 YdRow   *unit)
{
  GListModel *assignments = yd_point_get_assignments (point);
  const char *id = yd_row_get_id (unit);
  const guint n = g_list_model_get_n_items (assignments);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (assignments, i);

      if (g_strcmp0 (yd_row_get_cell (row, YD_ASSIGNMENT_UNIT), id) == 0)
        return yd_role_of (row);
    }

  return YD_ROLE_NONE;
}
