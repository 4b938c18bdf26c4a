/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-private.h"

#include <string.h>

/* How far a recurrence may lie behind the period that it belongs to. */
#define MAX_BEHIND 366

static YdDay
find_day_of_year (const char *date,
                  int         year)
{
  g_autofree char *value = g_strdup_printf ("%04d%s", year, date);
  YdPeriod period;

  return _yd_period_parse (value, YD_DAY_NONE, &period) ? period.end : YD_DAY_NONE;
}

/* The law that was in force on the day that it names holds for that year. */
static YdDay
find_statute_day (const char *code,
                  int         year,
                  YdDue      *due)
{
  guint n;
  const YdStatute *statutes = yd_statute_list (&n);

  for (guint i = 0; i < n; i++)
    {
      const YdDay day = yd_statute_is_called (&statutes[i], code) && statutes[i].date != NULL
                        ? find_day_of_year (statutes[i].date + 1, year) : YD_DAY_NONE;

      if (day != YD_DAY_NONE && yd_statute_find (code, day) == &statutes[i])
        {
          due->statute = &statutes[i];
          return day;
        }
    }

  return YD_DAY_NONE;
}

/* Which day of a period it is: the last one, the n-th, or one behind it. */
static YdDay
find_day (const YdDeadlineTerms *terms,
          YdWorkCalendar        *calendar,
          const YdPeriod        *period,
          const char            *date,
          YdDue                 *due)
{
  YdMeasure measure;

  if (yd_statute_is_known (terms->value))
    return find_statute_day (terms->value, yd_day_get_year (period->begin), due);
  if (*date != '\0')
    return find_day_of_year (date, yd_day_get_year (period->begin));
  if (terms->n == 0)
    return period->end;
  if (!_yd_deadline_measure (terms->measure, &measure))
    return MIN (period->begin + (int) terms->n - 1, period->end);

  due->anchor = period->end;
  due->n = terms->n;
  due->measure = measure;

  return _yd_deadline_count (calendar, period->end, terms->n, measure);
}

/* Days of a period stay where they are; a term behind it is one as any other (民法典 203). */
static YdRoll
get_roll (const YdDue *due)
{
  return due->anchor != YD_DAY_NONE && due->measure != YD_MEASURE_WORKDAYS ? YD_ROLL_NEXT
                                                                           : YD_ROLL_KEEP;
}

/* How many days before @not_before the first period has to be looked at begins. */
static int
get_lead (const YdDeadlineTerms *terms)
{
  const int rest = 20;                  /* longer than any row of rest days */
  YdMeasure measure;

  if (!_yd_deadline_measure (terms->measure, &measure))
    return rest;

  return rest + (measure == YD_MEASURE_MONTHS ? 31 * (int) terms->n + 31 : 2 * (int) terms->n + 40);
}

/* The first occurrence that is due on @not_before or later. */
YdDueState
_yd_due_from_recurrence (const YdDeadlineTerms *terms,
                         const YdDeadlineFacts *facts,
                         YdWorkCalendar        *calendar,
                         YdDay                  not_before,
                         YdDue                 *due)
{
  const gboolean by_law = yd_statute_is_known (terms->value);
  const YdRecurrence *recurrence;
  const char *date;
  YdPeriod period;
  YdDay at;

  due->recurs = TRUE;
  recurrence = yd_recurrence_split (by_law ? "yearly" : terms->value, &date);
  if (recurrence == NULL ||
      !_yd_period_contains (recurrence, facts->issued, YD_DAY_FIRST, &period))
    return due->state = YD_DUE_NONE;    /* 每期, 每学期: no calendar knows when */

  if (not_before == YD_DAY_NONE)
    return due->state = YD_DUE_WAITING; /* it began with a document that has no date */

  if (terms->n < 0 || terms->n > MAX_BEHIND || g_strcmp0 (terms->measure, "hours") == 0 ||
      (*date != '\0' && recurrence->n_months != 12))
    return due->state = YD_DUE_UNCLEAR;

  for (at = MAX (not_before - get_lead (terms), YD_DAY_FIRST); at <= YD_DAY_LAST;
       at = period.end + 1)
    {
      YdDay day;

      if (!_yd_period_contains (recurrence, facts->issued, at, &period))
        break;

      due->begin = period.begin;
      day = find_day (terms, calendar, &period, date, due);
      if (day != YD_DAY_NONE &&         /* no 29 February, no law yet */
          _yd_due_end_on (terms, calendar, get_roll (due), day, due) == YD_DUE_DAY &&
          due->day >= not_before)
        return due->state;
    }

  due->day = due->nominal = due->begin = YD_DAY_NONE;

  return due->state = YD_DUE_BEYOND;
}
