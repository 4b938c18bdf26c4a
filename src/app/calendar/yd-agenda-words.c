/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-agenda-words.h"

#include <glib/gi18n-lib.h>

#include "yd-deadline-words.h"
#include "yd-point-number.h"
#include "yd-point-units.h"
#include "yd-postponement.h"

/* What a line of the agenda says, on the screen, on paper and read aloud. */

/* `10-17 周二` or `10-17 14:20`, with what comes first given. */
static char *
dup_with_rest (const YdDue *due,
               const char  *date,
               gboolean     weekday)
{
  static const char * const weekdays[] = {
    NC_("short", "Mon"), NC_("short", "Tue"), NC_("short", "Wed"), NC_("short", "Thu"),
    NC_("short", "Fri"), NC_("short", "Sat"), NC_("short", "Sun"),
  };

  if (due->minute != YD_MINUTE_NONE)
    return g_strdup_printf ("%s %02d:%02d", date, due->minute / 60, due->minute % 60);
  if (weekday)
    return g_strdup_printf ("%s %s", date,
                            g_dpgettext2 (GETTEXT_PACKAGE, "short",
                                          weekdays[yd_day_get_weekday (due->day) - 1]));

  return g_strdup (date);
}

/**
 * yd_agenda_words_dup_date:
 * @due: when something is due
 * @today: what day it is
 *
 * Returns: (transfer full): `10-17 周二`, the year before it where it is not that of @today,
 *   `14:20` of a term of hours; empty where there is no day
 */
char *
yd_agenda_words_dup_date (const YdDue *due,
                          YdDay        today)
{
  g_autofree char *date = NULL;
  int year, month, day;

  if (due->day == YD_DAY_NONE)
    return g_strdup ("");

  yd_day_split (due->day, &year, &month, &day);
  if (year == yd_day_get_year (today))
    date = g_strdup_printf ("%02d-%02d", month, day);
  else
    date = g_strdup_printf ("%d-%02d-%02d", year, month, day);

  return dup_with_rest (due, date, year == yd_day_get_year (today));
}

/* The same for a screen, on which today is called so. */
char *
yd_agenda_words_dup_day (const YdDue *due,
                         YdDay        today)
{
  return due->day == today && today != YD_DAY_NONE
         ? dup_with_rest (due, C_("agenda", "Today"), TRUE)
         : yd_agenda_words_dup_date (due, today);
}

/* Returns: (transfer full): what is to be done, `三(一) 推进…` */
char *
yd_agenda_words_dup_task (YdAgendaEntry *entry)
{
  g_autofree char *number = yd_agenda_entry_dup_number (entry);
  const char *title = entry->task != NULL ? entry->task : yd_point_get_title (entry->point);

  if (title == NULL || *title == '\0')
    title = yd_row_get_cell (entry->point, YD_POINT_TEXT);
  if (title == NULL)
    title = "";

  return *number != '\0' ? g_strdup_printf ("%s %s", number, title) : g_strdup (title);
}

/* Returns: whether nobody has confirmed yet what was read */
gboolean
yd_agenda_words_is_proposed (YdAgendaEntry *entry)
{
  return entry->deadline != NULL &&
         g_strcmp0 (yd_row_get_cell (entry->deadline, YD_DEADLINE_CHECK), "proposed") == 0;
}

/* Returns: (transfer none) (nullable): what kind of deadline it is, where it is not simply a date
 *   of the document */
const char *
yd_agenda_words_get_tag (YdAgendaEntry *entry)
{
  const char *words;

  if (entry->clock != NULL)
    return _("Clock");
  if (entry->deadline == NULL)
    return NULL;
  words = yd_row_get_cell (entry->deadline, YD_DEADLINE_WORDS);
  if (g_strcmp0 (yd_row_get_cell (entry->deadline, YD_DEADLINE_ORIGIN), "internal") == 0)
    return _("Internal");
  /* What counts from something that did not happen yet has no day, but it has words. */
  if (entry->due.day == YD_DAY_NONE && words != NULL)
    return words;
  if (yd_postponement_find_open (entry->deadline) != NULL)
    return _("Extension Asked For");
  if (yd_agenda_words_is_proposed (entry))
    return _("Proposed");
  if (entry->due.recurs)
    return _("Recurring");

  return entry->due.provisional ? _("Provisional") : NULL;
}

/**
 * yd_agenda_words_dup_anchor:
 * @entry: a line
 * @plan: the plan
 * @anchor: (out) (transfer none) (nullable): the other point that its deadline counts from
 *
 * Returns: (transfer full) (nullable): that it counts from there; %NULL where it does not
 */
char *
yd_agenda_words_dup_anchor (YdAgendaEntry  *entry,
                            YdPlan         *plan,
                            YdPoint       **anchor)
{
  g_autofree char *name = NULL;

  *anchor = entry->deadline != NULL ? yd_deadline_find_anchor (plan, entry->deadline) : NULL;
  if (*anchor == NULL)
    return NULL;

  name = yd_point_name_dup (plan, *anchor);

  return g_strdup_printf (_("Counts from “%s”"), name);
}

/**
 * yd_agenda_words_dup_units:
 * @plan: a plan
 * @point: (nullable): a point of it
 *
 * Returns: (transfer full) (nullable): `牵头 市财政局 等 4 家`; %NULL where nobody is named
 */
char *
yd_agenda_words_dup_units (YdPlan  *plan,
                           YdPoint *point)
{
  g_autofree char *words = NULL;
  YdPointUnits units;

  if (point == NULL)
    return NULL;

  yd_point_units_find (plan, point, &units);
  if (units.unit == NULL)
    return NULL;

  words = yd_point_units_dup_words (&units);

  return g_strcmp0 (units.role, "lead") == 0 ? g_strdup_printf ("%s %s", _("Lead"), words)
                                             : g_steal_pointer (&words);
}

/**
 * yd_agenda_words_dup_sentence:
 * @entry: a line
 * @schedule: the schedule of its plan
 *
 * Returns: (transfer full): the line as it is read aloud
 */
char *
yd_agenda_words_dup_sentence (YdAgendaEntry *entry,
                              YdSchedule    *schedule)
{
  GString *out;
  g_autofree char *point = NULL;
  g_autofree char *day = NULL;
  g_autofree char *units = NULL;
  g_autofree char *anchor = NULL;
  YdPoint *other;

  if (yd_agenda_entry_is_head (entry))
    return g_strdup_printf ("%s, %u", entry->title, entry->n_items);

  anchor = yd_agenda_words_dup_anchor (entry, yd_schedule_get_plan (schedule), &other);

  point = yd_agenda_words_dup_task (entry);
  day = entry->due.day != YD_DAY_NONE ? yd_day_dup_words (entry->due.day) : NULL;

  out = g_string_new (point);
  units = yd_agenda_words_dup_units (yd_schedule_get_plan (schedule), entry->point);
  if (units != NULL)
    g_string_append_printf (out, _(", units %s"), units);
  if (day != NULL)
    g_string_append_printf (out, _(", deadline %s"), day);
  if (yd_agenda_words_get_tag (entry) != NULL)
    g_string_append_printf (out, ", %s", yd_agenda_words_get_tag (entry));
  if (anchor != NULL)
    g_string_append_printf (out, ", %s", anchor);
  if (entry->left != NULL)
    g_string_append_printf (out, ", %s", entry->left);
  if (entry->light != YD_LIGHT_NONE)
    g_string_append_printf (out, ", %s", yd_light_get_word (entry->light));

  return g_string_free (out, FALSE);
}
