/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-private.h"

#include "yd-row-private.h"

/* Each time that a deadline is due, in order, put off as the office granted it. Of what recurs
 * a postponement moves the last time before its day, and no other: who was granted the
 * report of June until 15 July owes that of July at the end of July.
 */

/* The longest period, and how far a rest day or its term may carry it. */
#define MAX_PERIOD (3 * 366)

static YdRow **
get_postponements (YdRow *deadline,
                   guint *n)
{
  YdRowList *list = deadline != NULL ? _yd_row_find_list (deadline, YD_KIND_POSTPONEMENT) : NULL;

  *n = 0;

  return list != NULL ? _yd_row_list_get_shown (list, n) : NULL;
}

/* The last day after @after and up to @last to which @deadline was put off, by another
 * postponement than @without.
 */
static YdDay
find_granted (YdRow *deadline,
              YdRow *without,
              YdDay  after,
              YdDay  last)
{
  YdDay until = YD_DAY_NONE;
  guint n;
  YdRow **rows = get_postponements (deadline, &n);

  for (guint i = 0; i < n; i++)
    if (rows[i] != without &&
        g_strcmp0 (rows[i]->cells[YD_POSTPONEMENT_STATE], "granted") == 0)
      {
        const YdDay day = yd_day_parse (rows[i]->cells[YD_POSTPONEMENT_UNTIL]);

        if (day > after && day <= last)
          until = MAX (until, day);
      }

  return until;
}

/* The office named the day: no rest day moves it, and no notice. */
static void
put_off (YdDue *due,
         YdDay  until)
{
  if (until == YD_DAY_NONE)
    return;

  due->stated = (YdMoment) { due->day, due->minute };
  due->day = until;
  due->minute = YD_MINUTE_NONE;
  due->state = YD_DUE_DAY;
  due->provisional = FALSE;
}

/* @deadline, @terms and @calendar have to outlive @self. What recurs comes from the first time
 * that is due on @facts->today, or was put off and may be due then.
 */
void
_yd_occurrences_init (YdOccurrences         *self,
                      YdRow                 *deadline,
                      const YdDeadlineTerms *terms,
                      const YdDeadlineFacts *facts,
                      YdWorkCalendar        *calendar)
{
  guint n;

  get_postponements (deadline, &n);
  *self = (YdOccurrences) { deadline, terms, *facts, calendar, n > 0, NULL };
  if (self->put_off)
    self->facts.today = MAX (facts->today - MAX_PERIOD, YD_DAY_NONE);
}

/* Returns: whether there is one more; if not, @due says why. What does not recur comes again and
 *   again.
 */
gboolean
_yd_occurrences_next (YdOccurrences *self,
                      YdDue         *due)
{
  YdDue next = { .state = YD_DUE_NONE };

  if (yd_deadline_compute_terms (self->terms, &self->facts, self->calendar, due) < YD_DUE_DAY)
    return FALSE;

  self->facts.today = due->day + 1;
  if (!self->put_off)
    return TRUE;

  if (due->recurs)
    yd_deadline_compute_terms (self->terms, &self->facts, self->calendar, &next);
  put_off (due, find_granted (self->deadline, self->without, due->day,
                              next.state >= YD_DUE_DAY ? next.day : YD_DAY_LAST));

  return TRUE;
}

/* The next time from @facts->today on, by @terms, which may be others than those of @deadline. */
YdDueState
_yd_deadline_compute_next (YdRow                 *deadline,
                           const YdDeadlineTerms *terms,
                           const YdDeadlineFacts *facts,
                           YdWorkCalendar        *calendar,
                           YdDue                 *due)
{
  YdOccurrences occurrences;

  _yd_occurrences_init (&occurrences, deadline, terms, facts, calendar);
  while (_yd_occurrences_next (&occurrences, due) && due->recurs && due->day < facts->today)
    continue;

  return due->state;
}

/* What a postponement to @facts->today moves: the last time that falls before that day. What was
 * granted by @without, if that is not %NULL, does not count.
 *
 * Returns: whether there is one, and it is not put off as far already
 */
gboolean
_yd_deadline_find_before (YdRow                 *deadline,
                          const YdDeadlineTerms *terms,
                          const YdDeadlineFacts *facts,
                          YdWorkCalendar        *calendar,
                          YdRow                 *without,
                          YdDue                 *due)
{
  const YdDay until = facts->today;
  YdDeadlineFacts earlier = *facts;
  YdOccurrences occurrences;
  gboolean any = FALSE;
  YdDue next;

  earlier.today = MAX (until - MAX_PERIOD, YD_DAY_NONE);
  _yd_occurrences_init (&occurrences, deadline, terms, &earlier, calendar);
  occurrences.without = without;
  while (_yd_occurrences_next (&occurrences, &next) &&
         (next.stated.day != YD_DAY_NONE ? next.stated.day : next.day) < until)
    {
      *due = next;
      any = TRUE;
      if (!next.recurs)
        break;
    }

  return any && due->day < until;
}

/* Makes of @due, of what does not recur, when @deadline would be due if @without had not been
 * granted.
 */
void
_yd_due_leave_out (YdDue *due,
                   YdRow *deadline,
                   YdRow *without)
{
  if (without == NULL || due->stated.day == YD_DAY_NONE)
    return;

  due->day = due->stated.day;
  due->minute = due->stated.minute;
  due->state = due->minute != YD_MINUTE_NONE ? YD_DUE_TIME : YD_DUE_DAY;
  due->stated = YD_MOMENT_NONE;
  put_off (due, find_granted (deadline, without, due->day, YD_DAY_LAST));
}
