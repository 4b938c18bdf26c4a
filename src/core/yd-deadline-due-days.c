/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which days off and made-up working days a due date was counted through, and by which notices. */

static char *
dup_short (YdDay day)
{
  int month, of_month;

  yd_day_split (day, NULL, &month, &of_month);

  /* Translators: month and day of the month as numbers */
  return g_strdup_printf (_("%1$02d-%2$02d"), month, of_month);
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

char *
_yd_due_dup_days (const YdDue    *due,
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
char *
_yd_due_dup_notices (const YdDue    *due,
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

char *
_yd_due_dup_provisional (const YdDue    *due,
                         YdWorkCalendar *calendar)
{
  const YdDay other = counts_workdays (due) ? due->anchor : due->nominal;
  int year;

  if (!due->provisional)
    return NULL;

  year = yd_work_calendar_find_unknown (calendar, other, due->day);

  if (yd_work_calendar_is_damaged (calendar, year))
    return g_strdup_printf (_("the notice on days off of %d is damaged here, so this may change"),
                            year);

  return year > yd_work_calendar_get_last_announced (calendar)
         ? g_strdup_printf (_("the days off of %d are not announced yet, so this may change"), year)
         : g_strdup_printf (_("the days off of %d are not known here"), year);
}
