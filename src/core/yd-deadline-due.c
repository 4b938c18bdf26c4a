/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A due date explains itself: a sentence of parts, each of which may be missing. */

static char *
dup_short (YdDay day)
{
  int month, of_month;

  yd_day_split (day, NULL, &month, &of_month);

  /* Translators: month and day of the month as numbers */
  return g_strdup_printf (_("%1$02d-%2$02d"), month, of_month);
}

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

static gboolean
counts_workdays (const YdDue *due)
{
  return due->state == YD_DUE_DAY && due->anchor != YD_DAY_NONE &&
         due->measure == YD_MEASURE_WORKDAYS;
}

/* The named days that were counted through: all between, or those that moved it. */
static const YdNamedDay *
list_named (const YdDue    *due,
            YdWorkCalendar *calendar,
            guint          *n)
{
  const YdDay a = counts_workdays (due) ? due->anchor : due->nominal;
  const YdDay b = counts_workdays (due) ? due->day : due->nominal;

  return yd_work_calendar_get_named (calendar, MIN (MIN (a, b), due->day),
                                     MAX (MAX (a, b), due->day), n);
}

static gboolean
is_row (const YdNamedDay *a,
        const YdNamedDay *b)
{
  return b->day == a->day + 1 && b->working == a->working && g_strcmp0 (a->name, b->name) == 0;
}

static void
append_days (GString          *list,
             const YdNamedDay *first,
             const YdNamedDay *last)
{
  const char *name = first->name != NULL ? first->name : _("Day off");
  g_autofree char *from = dup_short (first->day);
  g_autofree char *to = dup_short (last->day);

  if (list->len > 0)
    g_string_append (list, C_("between items of a list", ", "));

  if (first->working)
    g_string_append (list, from);
  else if (first == last)
    /* Translators: a festival and its one day off */
    g_string_append_printf (list, _("%1$s (%2$s)"), name, from);
  else
    /* Translators: a festival, its first and its last day off */
    g_string_append_printf (list, _("%1$s (%2$s to %3$s)"), name, from, to);
}

/* A sentence names so many: a term of decades passes hundreds. */
#define MAX_LISTED 20

/* 春节（2月10日至2月17日）、清明节（4月4日）: days off in a row are one. */
static char *
list_days (const YdDue    *due,
           YdWorkCalendar *calendar,
           gboolean        working)
{
  GString *list = g_string_new (NULL);
  guint n;
  const YdNamedDay *days = list_named (due, calendar, &n);
  guint n_listed = 0;

  for (guint i = 0; i < n; i++)
    {
      guint last = i;

      if (days[i].working != working || (working && !yd_day_is_weekend (days[i].day)))
        continue;

      while (!working && last + 1 < n && is_row (&days[last], &days[last + 1]))
        last++;
      if (n_listed++ < MAX_LISTED)
        append_days (list, &days[i], &days[last]);
      i = last;
    }
  if (n_listed > MAX_LISTED)
    /* Translators: after a list of days */
    g_string_append_printf (list, ngettext (" and %u more", " and %u more", n_listed - MAX_LISTED),
                            n_listed - MAX_LISTED);

  return g_string_free (list, FALSE);
}

static char *
dup_days (const YdDue    *due,
          YdWorkCalendar *calendar,
          gboolean        working)
{
  g_autofree char *days = NULL;

  if (!counts_workdays (due) && (working || due->day == due->nominal))
    return NULL;

  days = list_days (due, calendar, working);
  if (*days == '\0')
    return NULL;

  return working ? g_strdup_printf (_("made-up working days counted: %s"), days)
                 : g_strdup_printf (_("days off not counted: %s"), days);
}

static void
append_item (GString    *list,
             const char *item)
{
  if (list->len > 0)
    g_string_append (list, C_("between items of a list", ", "));
  g_string_append (list, item);
}

/* What is known of the notice for @year from a day that it names. */
static const char *
find_number (YdWorkCalendar *calendar,
             int             year)
{
  guint n;
  const YdNamedDay *days = yd_work_calendar_get_named (calendar, yd_day_new (year, 1, 1),
                                                       yd_day_new (year, 12, 31), &n);

  for (guint i = 0; i < n; i++)
    if (days[i].notice == year && days[i].region == NULL)
      return days[i].number;

  return NULL;
}

static void
append_years (GString        *list,
              YdWorkCalendar *calendar,
              int             first,
              int             last)
{
  /* Some decades are not to be listed one by one. */
  if (last - first > 2)
    {
      g_autofree char *item = g_strdup_printf (_("the State Council’s notices for %1$d to %2$d"),
                                               first, last);

      append_item (list, item);
      return;
    }

  for (int year = first; year <= last; year++)
    {
      const char *number = find_number (calendar, year);
      g_autofree char *item =
        number != NULL
        ? g_strdup_printf (_("the State Council’s notice for %1$d (%2$s)"), year, number)
        : g_strdup_printf (_("the State Council’s notice for %d"), year);

      append_item (list, item);
    }
}

static void
append_region (GString          *list,
               const YdNamedDay *day)
{
  g_autofree char *item = g_strdup_printf (_("%2$s’s notice for %1$d"), day->notice, day->region);

  if (strstr (list->str, item) == NULL)
    append_item (list, item);
}

/* The notices of all years that were counted through, whether they name a day there or not;
 * one may name days of the year before, too.
 */
static char *
dup_notices (const YdDue    *due,
             YdWorkCalendar *calendar)
{
  GString *list = g_string_new (NULL);
  g_autofree char *names = NULL;
  guint n;
  const YdNamedDay *days = list_named (due, calendar, &n);
  const YdDay other = counts_workdays (due) ? due->anchor : due->nominal;
  int first = yd_day_get_year (MIN (other, due->day));
  int last = yd_day_get_year (MAX (other, due->day));

  if (!counts_workdays (due) && due->day == due->nominal)
    return g_string_free (list, TRUE);

  for (guint i = 0; i < n; i++)
    if (days[i].region == NULL)
      last = MAX (last, days[i].notice);
  while (first <= last && !yd_work_calendar_is_announced (calendar, first))
    first++;
  while (last >= first && !yd_work_calendar_is_announced (calendar, last))
    last--;

  if (first <= last)
    append_years (list, calendar, first, last);
  for (guint i = 0; i < n; i++)
    if (days[i].region != NULL)
      append_region (list, &days[i]);

  names = g_string_free (list, FALSE);

  return *names != '\0' ? g_strdup_printf (_("by %s"), names) : NULL;
}

static char *
dup_provisional (const YdDue    *due,
                 YdWorkCalendar *calendar)
{
  const YdDay other = counts_workdays (due) ? due->anchor : due->nominal;
  int year;

  if (!due->provisional)
    return NULL;

  year = yd_work_calendar_find_unknown (calendar, other, due->day);

  return year > yd_work_calendar_get_last_announced (calendar)
         ? g_strdup_printf (_("the days off of %d are not announced yet, so this may change"), year)
         : g_strdup_printf (_("the days off of %d are not known here"), year);
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
      return dup_days (due, calendar, FALSE);
    case YD_DUE_PART_MAKE_UPS:
      return dup_days (due, calendar, TRUE);
    case YD_DUE_PART_NOTICE:
      return dup_notices (due, calendar);
    case YD_DUE_PART_PROVISIONAL:
      return dup_provisional (due, calendar);
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
