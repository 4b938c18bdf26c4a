/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-private.h"

#include <glib/gi18n-lib.h>

/* A due date explains itself: a sentence of parts, each of which may be missing. */

static char *
dup_moment (YdDay day,
            int   minute)
{
  g_autofree char *words = yd_day_dup_words (day);

  if (minute == YD_MINUTE_NONE)
    return g_steal_pointer (&words);

  /* Translators: a day, hours and minutes */
  return g_strdup_printf (_("%1$s %2$02d:%3$02d"), words, minute / 60, minute % 60);
}

static char *
dup_quote (YdRow *deadline)
{
  const char *words = deadline != NULL ? yd_row_get_cell (deadline, YD_DEADLINE_WORDS) : NULL;

  return words != NULL && *words != '\0' ? g_strdup_printf (_("“%s”"), words) : NULL;
}

static char *
dup_anchor (const YdDue *due,
            YdRow       *deadline)
{
  static const struct { const char *anchor, *counted, *not_counted; } words[] = {
    { "issued",   N_("counted from the day of issue, %s"),
                  N_("counted from the day of issue, %s, which itself is not counted") },
    { "received", N_("counted from the day of receipt, %s"),
                  N_("counted from the day of receipt, %s, which itself is not counted") },
    { "event",    N_("counted from the event, %s"),
                  N_("counted from the day of the event, %s, which itself is not counted") },
    { "start",    N_("counted from the start, %s"),
                  N_("counted from the day of the start, %s, which itself is not counted") },
    { "finish",   N_("counted from the end, %s"),
                  N_("counted from the day of the end, %s, which itself is not counted") },
    { NULL,       N_("counted from %s"),
                  N_("counted from %s, which itself is not counted") },
  };
  const char *anchor = deadline != NULL && !due->recurs
                       ? yd_row_get_cell (deadline, YD_DEADLINE_ANCHOR) : NULL;
  const gboolean counted = due->first || due->measure == YD_MEASURE_HOURS;
  g_autofree char *moment = NULL;
  gsize i = 0;

  if (due->anchor == YD_DAY_NONE)
    return NULL;

  while (words[i].anchor != NULL && g_strcmp0 (words[i].anchor, anchor) != 0)
    i++;
  moment = dup_moment (due->anchor, due->measure == YD_MEASURE_HOURS ? due->anchor_minute
                                                                     : YD_MINUTE_NONE);

  /* Every one of them has one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (counted ? _(words[i].counted) : _(words[i].not_counted), moment);
#pragma GCC diagnostic pop
}

static char *
dup_measured (const YdDue *due)
{
  const int n = ABS (due->n);

  switch (due->measure)
    {
    case YD_MEASURE_WORKDAYS:
      return g_strdup_printf (ngettext ("%d working day", "%d working days", n), n);
    case YD_MEASURE_MONTHS:
      return g_strdup_printf (ngettext ("%d month", "%d months", n), n);
    case YD_MEASURE_HOURS:
      return g_strdup_printf (ngettext ("%d hour", "%d hours", n), n);
    case YD_MEASURE_DAYS:
    default:
      return g_strdup_printf (ngettext ("%d day", "%d days", n), n);
    }
}

static char *
dup_counted (const YdDue *due,
             const char  *last)
{
  g_autofree char *measured = dup_measured (due);

  /* Translators: %1$s is “20 working days”, %2$s a day, %3$s the law that says so */
  if (due->statute != NULL)
    return g_strdup_printf (_("counting %1$s by %3$s ends on %2$s"), measured, last,
                            due->statute->law);
  if (due->n < 0)
    return g_strdup_printf (_("counting back %1$s ends on %2$s"), measured, last);

  return g_strdup_printf (_("counting %1$s ends on %2$s"), measured, last);
}

static char *
dup_count (const YdDue *due)
{
  g_autofree char *last = dup_moment (due->nominal, due->minute);
  g_autofree char *first = NULL;

  if (due->anchor != YD_DAY_NONE)
    return dup_counted (due, last);
  if (due->statute != NULL)
    return g_strdup_printf (_("by %2$s on %1$s"), last, due->statute->law);
  if (due->begin == YD_DAY_NONE || due->begin == due->nominal)
    return g_strdup_printf (_("on %s"), last);

  first = yd_day_dup_words (due->begin);
  if (due->times > 0)
    return g_strdup_printf (ngettext ("%1$d time from %2$s to %3$s", "%1$d times from %2$s to %3$s",
                                      due->times), due->times, first, last);

  return g_strdup_printf (_("the period from %1$s ends on %2$s"), first, last);
}

static char *
dup_roll (const YdDue    *due,
          YdWorkCalendar *calendar)
{
  g_autofree char *to = NULL;
  YdDay before;

  if (due->state != YD_DUE_DAY)
    return NULL;

  if (due->day != due->nominal)
    {
      to = yd_day_dup_words (due->day);
      return due->day > due->nominal
             ? g_strdup_printf (_("that is a rest day, so it ends on the next working day, %s"), to)
             : g_strdup_printf (_("that is a rest day, so the last working day before counts, %s"),
                                to);
    }

  /* Of a year that is not announced nobody knows which days are worked. */
  before = yd_work_calendar_previous (calendar, due->day);
  if (before == due->day || before == YD_DAY_NONE ||
      !yd_work_calendar_is_certain (calendar, before, due->day))
    return NULL;

  to = yd_day_dup_words (before);

  return g_strdup_printf (_("that is a rest day; the last working day before is %s"), to);
}

static char *
dup_put_off (const YdDue *due)
{
  g_autofree char *to = yd_day_dup_words (due->day);

  /* Translators: the day to which the office granted it */
  return g_strdup_printf (_("put off to %s, as granted"), to);
}

/**
 * yd_due_dup_part:
 * @due: when something is due
 * @deadline: (nullable): the deadline that it is of
 * @calendar: what it was counted with
 * @part: which part of the sentence
 *
 * Returns: (transfer full) (nullable): that part, %NULL where there is nothing to say
 */
char *
yd_due_dup_part (const YdDue    *due,
                 YdRow          *deadline,
                 YdWorkCalendar *calendar,
                 YdDuePart       part)
{
  YdDue stated = *due;

  if (part == YD_DUE_PART_QUOTE)
    return dup_quote (deadline);
  if (due->state < YD_DUE_DAY)
    return NULL;

  /* What was counted is told of the day before it was put off. */
  if (due->stated.day != YD_DAY_NONE)
    {
      if (part == YD_DUE_PART_PUT_OFF)
        return dup_put_off (due);
      stated.day = due->stated.day;
      stated.minute = due->stated.minute;
      stated.state = stated.minute != YD_MINUTE_NONE ? YD_DUE_TIME : YD_DUE_DAY;
      due = &stated;
    }

  switch (part)
    {
    case YD_DUE_PART_ANCHOR:
      return dup_anchor (due, deadline);
    case YD_DUE_PART_COUNT:
      return dup_count (due);
    case YD_DUE_PART_ROLL:
      return dup_roll (due, calendar);
    case YD_DUE_PART_HOLIDAYS:
      return _yd_due_dup_days (due, calendar, FALSE);
    case YD_DUE_PART_MAKE_UPS:
      return _yd_due_dup_days (due, calendar, TRUE);
    case YD_DUE_PART_NOTICE:
      return _yd_due_dup_notices (due, calendar);
    case YD_DUE_PART_PROVISIONAL:
      return _yd_due_dup_provisional (due, calendar);
    case YD_DUE_PART_QUOTE:
    case YD_DUE_PART_PUT_OFF:
    case YD_DUE_N_PARTS:
    default:
      return NULL;
    }
}

static const char *
get_state_words (YdDueState state)
{
  switch (state)
    {
    case YD_DUE_WAITING:
      return _("the day that it counts from is not known yet");
    case YD_DUE_UNCLEAR:
      return _("no date can be made of it");
    case YD_DUE_BEYOND:
      return _("the date lies outside the years 1949 to 2100");
    case YD_DUE_NONE:
    case YD_DUE_DAY:
    case YD_DUE_TIME:
    default:
      return _("it has no date");
    }
}

/**
 * yd_due_dup_day:
 * @due: when something is due
 *
 * Returns: (transfer full) (nullable): the day, and the minute of an hour term, in words;
 *   with a word if the day may still change
 */
char *
yd_due_dup_day (const YdDue *due)
{
  g_autofree char *day = due->state >= YD_DUE_DAY ? dup_moment (due->day, due->minute) : NULL;

  /* Translators: behind a day that may still change, since its year is not announced */
  return due->provisional && day != NULL ? g_strdup_printf (_("%s, provisional"), day)
                                         : g_steal_pointer (&day);
}

/**
 * yd_due_dup_reason:
 * @due: when something is due
 * @deadline: (nullable): the deadline that it is of
 * @calendar: what it was counted with
 *
 * Returns: (transfer full): how the date was found, or why there is none, in one sentence
 *   without the words of the source
 */
char *
yd_due_dup_reason (const YdDue    *due,
                   YdRow          *deadline,
                   YdWorkCalendar *calendar)
{
  GString *words = g_string_new (NULL);

  if (due->state < YD_DUE_DAY)
    g_string_append (words, get_state_words (due->state));

  for (guint i = YD_DUE_PART_ANCHOR; i < YD_DUE_N_PARTS; i++)
    {
      g_autofree char *part = yd_due_dup_part (due, deadline, calendar, i);

      if (part == NULL)
        continue;
      if (words->len > 0)
        g_string_append (words, C_("between parts of a sentence", "; "));
      g_string_append (words, part);
    }

  if (words->len > 0)
    words->str[0] = g_ascii_toupper (words->str[0]);
  g_string_append (words, C_("at the end of a sentence", "."));

  return g_string_free (words, FALSE);
}

/**
 * yd_due_dup_words:
 * @due: when something is due
 * @deadline: (nullable): the deadline that it is of
 * @calendar: what it was counted with
 *
 * Returns: (transfer full): the words of the source, and yd_due_dup_reason()
 */
char *
yd_due_dup_words (const YdDue    *due,
                  YdRow          *deadline,
                  YdWorkCalendar *calendar)
{
  g_autofree char *quote = yd_due_dup_part (due, deadline, calendar, YD_DUE_PART_QUOTE);
  char *reason = yd_due_dup_reason (due, deadline, calendar);
  char *words;

  if (quote == NULL)
    return reason;

  reason[0] = g_ascii_tolower (reason[0]);      /* it goes on behind the colon */

  /* Translators: the words of a document, and what follows from them */
  words = g_strdup_printf (_("%1$s: %2$s"), quote, reason);
  g_free (reason);

  return words;
}
