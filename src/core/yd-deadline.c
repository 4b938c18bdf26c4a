/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-private.h"

#include <stdio.h>
#include <string.h>

#include "yd-row-private.h"
#include "yd-value.h"

/* When a deadline is due. Counting follows the 民法典: the day of the event is not counted,
 * hours run from the moment (art. 201), months end on the corresponding day (202), and a
 * term of days or months whose last day is a rest day ends on the next working day (203).
 * A date that the document states stays where it is: the rest day is only mentioned.
 */

#define MINUTES_OF_DAY (24 * 60)

/* More than any paper counts, and little enough to be added up. */
#define MAX_COUNT 1000000

static int
find_word (const char * const *words,
           guint               n_words,
           const char         *word)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;

  return -1;
}

gboolean
_yd_deadline_measure (const char *word,
                      YdMeasure  *measure)
{
  static const char * const words[] = { "workdays", "days", "months", "hours" };
  const int found = find_word (words, G_N_ELEMENTS (words), word);

  if (found >= 0)
    *measure = found;

  return found >= 0;
}

static YdRoll
get_roll (const YdDeadlineTerms *terms,
          YdRoll                 fallback)
{
  static const char * const words[] = { "keep", "next", "previous" };
  const int found = find_word (words, G_N_ELEMENTS (words), terms->roll);

  return found >= 0 ? (YdRoll) found : fallback;
}

/* The day that is @n after @from, which is not counted; %YD_DAY_NONE if it is too far. */
YdDay
_yd_deadline_count (YdWorkCalendar *calendar,
                    YdDay           from,
                    int             n,
                    YdMeasure       measure)
{
  YdDay day = YD_DAY_NONE;

  if (!yd_day_is_in_range (from) || ABS (n) > MAX_COUNT)
    return YD_DAY_NONE;

  switch (measure)
    {
    case YD_MEASURE_WORKDAYS:
      day = yd_work_calendar_add (calendar, from, n);
      break;

    case YD_MEASURE_DAYS:
      day = from + n;
      break;

    case YD_MEASURE_MONTHS:
      day = yd_day_add_months (from, n);
      break;

    case YD_MEASURE_HOURS:
    default:
      break;
    }

  return yd_day_is_in_range (day) ? day : YD_DAY_NONE;
}

/* Ends on @day, or where its rest day moves it. */
YdDueState
_yd_due_end_on (const YdDeadlineTerms *terms,
                YdWorkCalendar        *calendar,
                YdRoll                 fallback,
                YdDay                  day,
                YdDue                 *due)
{
  const YdRoll roll = get_roll (terms, fallback);

  due->nominal = due->day = day;
  if (roll == YD_ROLL_NEXT)
    due->day = yd_work_calendar_next (calendar, day);
  else if (roll == YD_ROLL_PREVIOUS)
    due->day = yd_work_calendar_previous (calendar, day);

  if (!yd_day_is_in_range (day) || !yd_day_is_in_range (due->day))
    {
      due->day = due->nominal = YD_DAY_NONE;
      return due->state = YD_DUE_BEYOND;
    }

  /* Weeks alone decided about a year that is not announced. */
  due->provisional = (roll != YD_ROLL_KEEP &&
                      !yd_work_calendar_is_certain (calendar, day, due->day)) ||
                     (due->anchor != YD_DAY_NONE && due->measure == YD_MEASURE_WORKDAYS &&
                      !yd_work_calendar_is_certain (calendar, due->anchor, due->day));

  return due->state = YD_DUE_DAY;
}

static YdDueState
compute_period (const YdDeadlineTerms *terms,
                const YdDeadlineFacts *facts,
                YdWorkCalendar        *calendar,
                YdDue                 *due)
{
  YdPeriod period;

  if (terms->value != NULL && *terms->value == '-' && facts->issued == YD_DAY_NONE)
    return due->state = YD_DUE_WAITING;
  if (!_yd_period_parse (terms->value, facts->issued, &period))
    return due->state = YD_DUE_UNCLEAR;

  if (period.begin != period.end)
    due->begin = period.begin;

  return _yd_due_end_on (terms, calendar, YD_ROLL_KEEP, period.end, due);
}

static YdDueState
compute_hours (const YdDeadlineFacts *facts,
               YdDue                 *due)
{
  gint64 minutes;

  if (facts->anchor.minute == YD_MINUTE_NONE)
    return due->state = YD_DUE_WAITING;
  if (ABS (due->n) > MAX_COUNT)
    return due->state = YD_DUE_BEYOND;

  minutes = (gint64) facts->anchor.day * MINUTES_OF_DAY + facts->anchor.minute +
            (gint64) due->n * 60;
  due->day = due->nominal = minutes / MINUTES_OF_DAY;
  due->minute = minutes % MINUTES_OF_DAY;
  if (yd_day_is_in_range (due->day))
    return due->state = YD_DUE_TIME;

  due->day = due->nominal = YD_DAY_NONE;

  return due->state = YD_DUE_BEYOND;
}

/* A term whose first day counts ends a day sooner, or begins a day later where it is counted
 * back. Whole months from the first of one end with the last of another.
 */
static YdDay
count_from_anchor (YdWorkCalendar *calendar,
                   const YdDue    *due)
{
  const int step = !due->first ? 0 : due->n < 0 ? 1 : -1;
  int of_month;
  YdDay day;

  yd_day_split (due->anchor, NULL, NULL, &of_month);
  if (step == 0 || due->measure != YD_MEASURE_MONTHS || of_month > 1 || due->n < 0)
    return _yd_deadline_count (calendar, due->anchor + step, due->n, due->measure);

  day = _yd_deadline_count (calendar, due->anchor, due->n, due->measure);

  return day != YD_DAY_NONE ? day + step : YD_DAY_NONE;
}

static YdDueState
compute_after (const YdDeadlineTerms *terms,
               const YdDeadlineFacts *facts,
               YdWorkCalendar        *calendar,
               YdDue                 *due)
{
  const gboolean by_law = yd_statute_is_known (terms->value);
  if (facts->anchor.day == YD_DAY_NONE)
    return due->state = YD_DUE_WAITING;

  if (by_law)
    due->statute = yd_statute_find (terms->value, facts->anchor.day);
  if (!_yd_deadline_measure (by_law ? "workdays" : terms->measure, &due->measure) ||
      (by_law && (due->statute == NULL || due->statute->n == 0)))
    return due->state = YD_DUE_UNCLEAR;

  due->n = by_law ? due->statute->n : (int) CLAMP (terms->n, -MAX_COUNT - 1, MAX_COUNT + 1);
  due->anchor = facts->anchor.day;
  due->anchor_minute = facts->anchor.minute;
  due->first = terms->first;
  if (due->measure == YD_MEASURE_HOURS)
    return compute_hours (facts, due);

  return _yd_due_end_on (terms, calendar,
                         due->measure == YD_MEASURE_WORKDAYS ? YD_ROLL_KEEP : YD_ROLL_NEXT,
                         count_from_anchor (calendar, due), due);
}

/**
 * yd_deadline_compute_terms:
 * @terms: what a deadline says
 * @facts: what else is known
 * @calendar: the calendar to count with
 * @due: (out): when it is due
 *
 * What `value` may hold: for `date` a day, `2017-06-30`, or `--06-30` in the year of issue;
 * for `period_end` and `within` also `2017`, `2017-06`, `2017-Q2`, `2017-H1`, each with `-`
 * for the year, and nothing for the year of issue; for `recurring` the name of a period
 * (`daily`, `weekly`, `monthly`, `two-monthly`, `quarterly`, `half-yearly`, `yearly`,
 * `two-yearly`) or a day of the year, `yearly-03-31`; for `after` nothing or, of an event or
 * a receipt, when that was, `2017-06-01` or `2017-06-01 14:20`; for the last two the code of a
 * #YdStatute in place of a count, before that moment if there is one: `foi-reply 2017-06-01`.
 *
 * A recurrence is due on the last day of its period; with `n` alone on the n-th day of it
 * (weekly: 1 is Monday); with `n` and `measure` that long after it: 每季度结束后7日内.
 *
 * Returns: the state of @due
 */
YdDueState
yd_deadline_compute_terms (const YdDeadlineTerms *terms,
                           const YdDeadlineFacts *facts,
                           YdWorkCalendar        *calendar,
                           YdDue                 *due)
{
  static const char * const rules[] = { "date", "period_end", "after", "recurring", "within" };

  *due = (YdDue) { .minute = YD_MINUTE_NONE, .anchor_minute = YD_MINUTE_NONE,
                   .stated = YD_MOMENT_NONE };

  switch (find_word (rules, G_N_ELEMENTS (rules), terms->rule))
    {
    case 0:
      if (terms->value == NULL)
        return due->state = YD_DUE_UNCLEAR;
      return compute_period (terms, facts, calendar, due);

    case 1:
      return compute_period (terms, facts, calendar, due);

    case 2:
      return compute_after (terms, facts, calendar, due);

    case 3:
      return _yd_due_from_recurrence (terms, facts, calendar, MAX (facts->today, facts->issued),
                                      due);

    case 4:
      due->times = CLAMP (terms->n, 0, MAX_COUNT);
      return compute_period (terms, facts, calendar, due);

    default:
      return due->state = YD_DUE_NONE;
    }
}

/**
 * yd_deadline_get_event:
 * @value: (nullable): the value of a term after an event or a receipt
 *
 * Returns: when that was, as far as @value says so; without a minute it is a day
 */
YdMoment
yd_deadline_get_event (const char *value)
{
  const char *text = value != NULL && !g_ascii_isdigit (*value) ? strchr (value, ' ') : value;
  g_autofree char *day = NULL;
  int hour, minute;
  YdMoment event = YD_MOMENT_NONE;

  if (text == NULL)
    return event;

  text += *text == ' ';
  day = g_strndup (text, YD_DAY_SIZE - 1);
  event.day = yd_day_parse (day);
  if (event.day != YD_DAY_NONE && strlen (text) > YD_DAY_SIZE - 1 &&
      sscanf (text + YD_DAY_SIZE - 1, " %2d:%2d", &hour, &minute) == 2 &&
      hour >= 0 && hour < 24 && minute >= 0 && minute < 60)
    event.minute = hour * 60 + minute;

  return event;
}

/**
 * yd_deadline_dup_event:
 * @code: (nullable): the code of a #YdStatute that sets the term
 * @event: when that was from which it counts; %YD_MOMENT_NONE if nobody knows
 *
 * Returns: (transfer full) (nullable): the value of a term after an event or a receipt
 */
char *
yd_deadline_dup_event (const char *code,
                       YdMoment    event)
{
  char day[YD_DAY_SIZE];
  g_autofree char *time = NULL;

  if (event.day == YD_DAY_NONE)
    return g_strdup (code);

  if (event.minute != YD_MINUTE_NONE)
    time = g_strdup_printf (" %02d:%02d", event.minute / 60, event.minute % 60);

  return g_strconcat (code != NULL ? code : "", code != NULL ? " " : "",
                      yd_day_format (event.day, day), time, NULL);
}

/* Reads the terms in the cells of a deadline, or of what would be one. */
void
_yd_deadline_read_terms (const char * const *cells,
                         YdDeadlineTerms    *terms)
{
  gint64 n = 0;

  if (cells[YD_DEADLINE_N] != NULL)
    yd_value_to_int (cells[YD_DEADLINE_N], &n);

  *terms = (YdDeadlineTerms) {
    .rule = cells[YD_DEADLINE_RULE],
    .value = cells[YD_DEADLINE_VALUE],
    .n = n,
    .measure = cells[YD_DEADLINE_MEASURE],
    .anchor = cells[YD_DEADLINE_ANCHOR],
    .anchor_id = cells[YD_DEADLINE_ANCHOR_ID],
    .roll = cells[YD_DEADLINE_ROLL],
    .first = g_strcmp0 (cells[YD_DEADLINE_FIRST], "true") == 0,
    .unit = cells[YD_DEADLINE_UNIT],
  };
}

/* Reads the terms of a deadline; the strings belong to the row. */
void
yd_deadline_get_terms (YdRow           *deadline,
                       YdDeadlineTerms *terms)
{
  g_return_if_fail (YD_IS_ROW (deadline) && yd_row_get_kind (deadline) == YD_KIND_DEADLINE);

  _yd_deadline_read_terms ((const char * const *) deadline->cells, terms);
}

static YdDay
get_issued (YdPlan *plan)
{
  YdRow *head = yd_space_get_head (YD_SPACE (plan));

  return head != NULL ? yd_day_parse (yd_row_get_cell (head, YD_PLAN_ISSUED)) : YD_DAY_NONE;
}

/* What stands in the plan: what was done goes before what was meant. */
static YdDay
find_in_plan (YdPlan                *plan,
              YdPoint               *point,
              const YdDeadlineTerms *terms)
{
  YdDay day;

  if (terms->anchor_id != NULL)
    point = yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, terms->anchor_id);

  if (point == NULL)
    return YD_DAY_NONE;

  if (g_strcmp0 (terms->anchor, "finish") == 0)
    return yd_day_parse (yd_row_get_cell (point, YD_POINT_FINISHED));
  if (g_strcmp0 (terms->anchor, "start") != 0)
    return YD_DAY_NONE;

  day = yd_day_parse (yd_row_get_cell (point, YD_POINT_STARTED));

  return day != YD_DAY_NONE ? day : yd_day_parse (yd_row_get_cell (point, YD_POINT_START));
}

/**
 * yd_deadline_find_facts:
 * @plan: a plan
 * @point: (nullable): the point that the terms are for
 * @terms: what a deadline says
 * @anchors: (nullable): what is known besides the plan
 * @facts: (out): what is known
 */
void
yd_deadline_find_facts (YdPlan                *plan,
                        YdPoint               *point,
                        const YdDeadlineTerms *terms,
                        const YdAnchors       *anchors,
                        YdDeadlineFacts       *facts)
{
  *facts = (YdDeadlineFacts) {
    .issued = get_issued (plan),
    .today = anchors != NULL ? anchors->today : YD_DAY_NONE,
    .anchor = { YD_DAY_NONE, YD_MINUTE_NONE },
  };

  if (terms->anchor == NULL)
    return;

  if (anchors != NULL && anchors->find != NULL &&
      anchors->find (point, terms, &facts->anchor, anchors->user_data))
    return;

  facts->anchor = YD_MOMENT_NONE;
  if (strcmp (terms->anchor, "event") == 0 || strcmp (terms->anchor, "received") == 0)
    facts->anchor = yd_deadline_get_event (terms->value);
  else
    facts->anchor.day = strcmp (terms->anchor, "issued") == 0 ? facts->issued
                        : find_in_plan (plan, point, terms);
}

/**
 * yd_deadline_compute:
 * @plan: a plan
 * @deadline: a deadline in it
 * @calendar: the calendar of the plan
 * @anchors: (nullable): what is known besides the plan
 * @due: (out): when it is due, put off as it was granted; of a recurrence the next time
 *
 * Returns: the state of @due
 */
YdDueState
yd_deadline_compute (YdPlan          *plan,
                     YdRow           *deadline,
                     YdWorkCalendar  *calendar,
                     const YdAnchors *anchors,
                     YdDue           *due)
{
  YdDeadlineTerms terms;
  YdDeadlineFacts facts;

  yd_deadline_get_terms (deadline, &terms);
  yd_deadline_find_facts (plan, yd_row_get_home (deadline), &terms, anchors, &facts);

  return _yd_deadline_compute_next (deadline, &terms, &facts, calendar, due);
}

/**
 * yd_deadline_foreach_occurrence:
 * @plan: a plan
 * @deadline: a deadline in it
 * @calendar: the calendar of the plan
 * @anchors: (nullable): what is known besides the plan
 * @from: a day
 * @to: a day, counted too
 * @func: (scope call): called for each time that it is due from @from to @to, in order
 * @user_data: data for @func
 *
 * What does not recur comes once, if it is due then. Nothing recurs before its document was
 * issued.
 */
void
yd_deadline_foreach_occurrence (YdPlan          *plan,
                                YdRow           *deadline,
                                YdWorkCalendar  *calendar,
                                const YdAnchors *anchors,
                                YdDay            from,
                                YdDay            to,
                                YdDueFunc        func,
                                gpointer         user_data)
{
  YdDeadlineTerms terms;
  YdDeadlineFacts facts;
  YdOccurrences occurrences;
  YdDue due;

  yd_deadline_get_terms (deadline, &terms);
  yd_deadline_find_facts (plan, yd_row_get_home (deadline), &terms, anchors, &facts);
  facts.today = from;
  _yd_occurrences_init (&occurrences, deadline, &terms, &facts, calendar);

  /* One that was put off may be due behind @to, and the next one before it. */
  while (_yd_occurrences_next (&occurrences, &due) &&
         (due.day <= to || (due.stated.day != YD_DAY_NONE && due.stated.day <= to)))
    {
      if (due.day >= from && due.day <= to)
        func (&due, user_data);
      if (!due.recurs)
        return;
    }
}
