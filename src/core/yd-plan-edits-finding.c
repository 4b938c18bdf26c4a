/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-edits-private.h"

/* What was found in a plan and may stay, with the reason why. */

/**
 * yd_plan_edit_accept_finding:
 * @plan: a plan
 * @code: what was found, see #YdFinding
 * @about: the row it is about
 * @reason: why it may stay; not empty
 *
 * The finding is not told again until the acceptance is taken back. Accepting it once more
 * changes the reason.
 */
YdEdit *
yd_plan_edit_accept_finding (YdPlan     *plan,
                             const char *code,
                             YdRow      *about,
                             const char *reason)
{
  YdEdit *edit = yd_edit_new ("finding.accept", NULL);
  g_autofree char *id = yd_space_derive_id (YD_KIND_ACCEPTANCE, code, yd_row_get_id (about), NULL);
  YdRow *row = yd_space_lookup (YD_SPACE (plan), YD_KIND_ACCEPTANCE, id);

  g_return_val_if_fail (reason != NULL && *reason != '\0', edit);

  if (row != NULL)
    {
      if (yd_row_get_flag (row, YD_FIELD_DELETED))
        _yd_plan_edits_set (edit, row, YD_FIELD_DELETED, "false");
      _yd_plan_edits_set (edit, row, YD_ACCEPTANCE_REASON, reason);
      return edit;
    }

  yd_edit_create (edit, YD_KIND_ACCEPTANCE, id);
  yd_edit_put (edit, YD_ACCEPTANCE_CODE, code);
  yd_edit_put (edit, YD_ACCEPTANCE_ABOUT, yd_row_get_id (about));
  yd_edit_put (edit, YD_ACCEPTANCE_REASON, reason);

  return edit;
}

/* The finding is told again from now on. */
YdEdit *
yd_plan_edit_tell_finding (YdRow *acceptance)
{
  return yd_plan_edit_delete_row (acceptance, "finding.tell");
}
