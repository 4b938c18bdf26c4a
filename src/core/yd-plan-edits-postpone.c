/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-edits-private.h"

/* A deadline put off: asked for by a unit, granted or not by the office. What was asked for
 * stays as it was said; only what the office says about it can change.
 */

static void
put_words (YdEdit     *edit,
           guint       field,
           const char *words)
{
  if (words != NULL && *words != '\0')
    yd_edit_put (edit, field, words);
}

static void
create (YdEdit     *edit,
        const char *id,
        const char *deadline,
        const char *unit,
        YdDay       until,
        const char *reason,
        const char *state)
{
  char day[YD_DAY_SIZE];

  yd_edit_create (edit, YD_KIND_POSTPONEMENT, id);
  yd_edit_put (edit, YD_POSTPONEMENT_DEADLINE, deadline);
  put_words (edit, YD_POSTPONEMENT_UNIT, unit);
  yd_edit_put (edit, YD_POSTPONEMENT_UNTIL, yd_day_format (until, day));
  put_words (edit, YD_POSTPONEMENT_REASON, reason);
  yd_edit_put (edit, YD_POSTPONEMENT_STATE, state);
}

/**
 * yd_plan_edit_ask_postponement:
 * @deadline: a deadline
 * @id: the id of the new postponement
 * @unit: (nullable): the unit that asks
 * @until: to which day
 * @reason: (nullable): why
 *
 * Returns: (transfer full): an edit that says so; what is due changes only when it is granted
 */
YdEdit *
yd_plan_edit_ask_postponement (YdRow      *deadline,
                               const char *id,
                               YdRow      *unit,
                               YdDay       until,
                               const char *reason)
{
  YdEdit *edit = yd_edit_new ("postponement.ask", NULL);

  create (edit, id, yd_row_get_id (deadline), unit != NULL ? yd_row_get_id (unit) : NULL, until,
          reason, "asked");

  return edit;
}

static void
decide (YdEdit     *edit,
        YdRow      *postponement,
        const char *state,
        const char *note)
{
  _yd_plan_edits_set (edit, postponement, YD_POSTPONEMENT_STATE, state);
  _yd_plan_edits_set (edit, postponement, YD_POSTPONEMENT_DECIDED,
                      note != NULL && *note != '\0' ? note : NULL);
}

/**
 * yd_plan_edit_grant_postponement:
 * @postponement: what was asked for
 * @id: the id of another postponement, for a day that was not asked for
 * @until: to which day the deadline is put off
 * @note: (nullable): who decided, and when
 *
 * The day that was asked for cannot be changed afterwards; where the office grants another, that
 * is a postponement of its own, and the one that was asked for is refused. Where another was
 * granted before, the new one takes its place.
 *
 * Returns: (transfer full): an edit that does so
 */
YdEdit *
yd_plan_edit_grant_postponement (YdRow      *postponement,
                                 const char *id,
                                 YdDay       until,
                                 const char *note)
{
  YdEdit *edit = yd_edit_new ("postponement.grant", NULL);

  if (until == yd_day_parse (yd_row_get_cell (postponement, YD_POSTPONEMENT_UNTIL)))
    {
      decide (edit, postponement, "granted", note);
      return edit;
    }

  yd_edit_set_whole (edit, TRUE);
  if (g_strcmp0 (yd_row_get_cell (postponement, YD_POSTPONEMENT_STATE), "granted") == 0)
    _yd_plan_edits_set (edit, postponement, YD_FIELD_DELETED, "true");
  else
    decide (edit, postponement, "refused", note);
  create (edit, id, yd_row_get_cell (postponement, YD_POSTPONEMENT_DEADLINE),
          yd_row_get_cell (postponement, YD_POSTPONEMENT_UNIT), until,
          yd_row_get_cell (postponement, YD_POSTPONEMENT_REASON), "granted");
  put_words (edit, YD_POSTPONEMENT_DECIDED, note);

  return edit;
}

/**
 * yd_plan_edit_refuse_postponement:
 * @postponement: what was asked for, or granted before
 * @note: (nullable): who decided, and when
 *
 * Returns: (transfer full): an edit that refuses it
 */
YdEdit *
yd_plan_edit_refuse_postponement (YdRow      *postponement,
                                  const char *note)
{
  YdEdit *edit = yd_edit_new ("postponement.refuse", NULL);

  decide (edit, postponement, "refused", note);

  return edit;
}

/* Returns: (transfer full): an edit that deletes @postponement, for one that nobody asked for */
YdEdit *
yd_plan_edit_delete_postponement (YdRow *postponement)
{
  return yd_plan_edit_delete_row (postponement, "postponement.delete");
}
