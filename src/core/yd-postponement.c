/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-postponement.h"

#include <glib/gi18n-lib.h>

#include "yd-deadline-private.h"

/* Somebody asks for more time (延期), and the office grants it or does not. */

/* Returns: whether nobody has decided yet about @postponement */
gboolean
yd_postponement_is_open (YdRow *postponement)
{
  const char *state = yd_row_get_cell (postponement, YD_POSTPONEMENT_STATE);

  return state == NULL || g_str_equal (state, "asked");
}

/* Ids begin with the time. Returns: (transfer none) (nullable): the newest of the postponements
 *   of @deadline about which nobody has decided
 */
YdRow *
yd_postponement_find_open (YdRow *deadline)
{
  GListModel *rows = yd_row_get_rows (deadline, YD_KIND_POSTPONEMENT);
  const guint n = g_list_model_get_n_items (rows);
  YdRow *newest = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      if (yd_postponement_is_open (row) &&
          (newest == NULL || g_strcmp0 (yd_row_get_id (row), yd_row_get_id (newest)) > 0))
        newest = row;                   /* the plan keeps it */
    }

  return newest;
}

/**
 * yd_postponement_find_due:
 * @schedule: the schedule of the plan
 * @deadline: a deadline
 * @instead: (nullable): a postponement of it whose place another takes, which does not count
 * @until: to which day it would be put off
 * @due: (out): when it is due now; of what recurs the time that @until would move
 *
 * Returns: whether @until is later than that; if there is no day to put off @due says why
 */
gboolean
yd_postponement_find_due (YdSchedule *schedule,
                          YdRow      *deadline,
                          YdRow      *instead,
                          YdDay       until,
                          YdDue      *due)
{
  YdDeadlineTerms terms;
  YdDeadlineFacts facts;

  *due = (YdDue) { .state = YD_DUE_NONE, .day = YD_DAY_NONE, .minute = YD_MINUTE_NONE };

  g_return_val_if_fail (YD_IS_SCHEDULE (schedule) && YD_IS_ROW (deadline), FALSE);

  if (yd_schedule_get_due (schedule, deadline, due) < YD_DUE_DAY)
    return FALSE;
  if (!due->recurs)
    {
      _yd_due_leave_out (due, deadline, instead);
      return due->day < until;
    }

  yd_deadline_get_terms (deadline, &terms);
  yd_deadline_find_facts (yd_schedule_get_plan (schedule), yd_row_get_home (deadline), &terms,
                          NULL, &facts);
  facts.today = until;

  return _yd_deadline_find_before (deadline, &terms, &facts,
                                   yd_schedule_get_calendar (schedule), instead, due);
}

/* Returns: (transfer full): to which day, such as “Until July 15, 2017 (Saturday)” */
char *
yd_postponement_dup_words (YdRow *postponement)
{
  const char *until = yd_row_get_cell (postponement, YD_POSTPONEMENT_UNTIL);
  const YdDay day = yd_day_parse (until);
  g_autofree char *words = day != YD_DAY_NONE ? yd_day_dup_words (day) : g_strdup (until);

  /* Translators: to which day a deadline is put off */
  return g_strdup_printf (_("Until %s"), words);
}
