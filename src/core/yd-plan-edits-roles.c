/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-edits-private.h"

/* Many roles at once, as on a sheet: of several units at several points. */

static void
take_away (YdEdit *edit,
           YdRow  *row)
{
  if (row == NULL || yd_row_get_flag (row, YD_FIELD_DELETED))
    return;

  /* What was read wrongly is not read again. */
  if (yd_plan_is_proposed (row))
    _yd_plan_edits_set (edit, row, YD_ASSIGNMENT_CHECK, "refused");
  _yd_plan_edits_set (edit, row, YD_FIELD_DELETED, "true");
}

/**
 * yd_plan_edit_set_roles:
 * @plan: a plan
 * @roles: (array length=n_roles): which unit is what to which point; no pair of them twice
 * @n_roles: how many
 * @act: what it is called: `assignment.add`, `assignment.role`, `assignment.delete`,
 *   `assignment.paste`
 * @ids: gives the random bits
 *
 * All of it in one edit. A role that is said by a person is confirmed; what is there already
 * is left as it is.
 */
YdEdit *
yd_plan_edit_set_roles (YdPlan           *plan,
                        const YdSetRole  *roles,
                        guint             n_roles,
                        const char       *act,
                        const YdIdSource *ids)
{
  YdEdit *edit = yd_edit_new (act, NULL);

  g_return_val_if_fail (YD_IS_PLAN (plan), edit);

  for (guint i = 0; i < n_roles; i++)
    {
      g_autofree char *id = yd_space_derive_id (YD_KIND_ASSIGNMENT,
                                                yd_row_get_id (roles[i].point),
                                                yd_row_get_id (roles[i].unit), NULL);
      YdRow *row = yd_space_lookup (YD_SPACE (plan), YD_KIND_ASSIGNMENT, id);
      const char *role = yd_role_get_name (roles[i].role);

      if (roles[i].role == YD_ROLE_NONE)
        take_away (edit, row);
      else
        _yd_plan_edits_assign (plan, edit, roles[i].point, yd_row_get_id (roles[i].unit), role,
                               ids);
    }

  return edit;
}
