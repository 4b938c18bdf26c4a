/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the month says of days and of what is due: short on a chip, in sentences to a
 * screen reader.
 */

/* So much of a title is spoken; more would not help. */
#define MAX_TITLE 60

/* What is left of a short title has at least so many characters. */
#define MIN_PART 3

/* What titles of work points begin and end with, whatever they are about. The longer ones
 * come first.
 */
static const char * const leads[] = {
  "进一步", "继续", "大力", "全面", "着力", "积极", "推进", "推动", "加强", "做好", "深化", "强化",
};
static const char * const tails[] = {
  "等信息公开工作", "信息公开工作", "工作信息公开", "等信息公开", "的信息公开", "信息公开",
  "公开工作", "工作",
};

static gboolean
drop_lead (const char **start,
           const char  *end,
           const char  *lead)
{
  const gsize length = strlen (lead);

  if ((gsize) (end - *start) <= length || strncmp (*start, lead, length) != 0 ||
      g_utf8_strlen (*start + length, end - *start - (gssize) length) < 2)
    return FALSE;

  *start += length;
  return TRUE;
}

static gboolean
drop_tail (const char  *start,
           const char **end,
           const char  *tail)
{
  const gsize length = strlen (tail);

  if ((gsize) (*end - start) <= length || strncmp (*end - length, tail, length) != 0 ||
      g_utf8_strlen (start, *end - start - (gssize) length) < 2)
    return FALSE;

  *end -= length;
  return TRUE;
}

static void
drop_usual (const char **start,
            const char **end)
{
  gboolean again = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    if (drop_tail (*start, end, tails[i]))
      break;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (leads) && !again; i++)
        again = drop_lead (start, *end, leads[i]);
    }
}

/* Where the first part of a list ends: `扶贫脱贫和社会救助`. */
static gboolean
is_joint (gunichar c)
{
  return c == 0x3001 || c == 0xff0c || c == 0x548c || c == 0x53ca || c == 0x4e0e;
}

/* A sentence is over: what follows belongs to something else. */
static gboolean
is_end (gunichar c)
{
  return c == '\n' || c == ';' || c == 0x3002 || c == 0xff1b;
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x300a || c == 0x300b;
}

/* What was cut ends at a joint, if enough stands before it. Returns: whether it does */
static gboolean
cut_at_joint (GString *text)
{
  const char *c = text->str + text->len;

  for (gssize n = g_utf8_strlen (text->str, -1); n > MIN_PART; n--)
    {
      c = g_utf8_prev_char (c);
      if (is_joint (g_utf8_get_char (c)))
        {
          g_string_truncate (text, (gsize) (c - text->str));
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN && !is_joint (c);
}

/* What is cut one letter before a word must end, behind which stands no other, was cut within that:
 * 合作 has two letters, as most words have.
 */
static void
drop_half_word (GString    *text,
                const char *rest,
                const char *end)
{
  const char *last = g_utf8_find_prev_char (text->str, text->str + text->len);
  const char *next = g_utf8_next_char (rest);

  if (last != NULL && is_han (g_utf8_get_char (last)) && is_han (g_utf8_get_char (rest)) &&
      (next >= end || !is_han (g_utf8_get_char (next))))
    g_string_truncate (text, (gsize) (last - text->str));
}

/**
 * yd_month_dup_short:
 * @title: a title of a point
 * @n_chars: how long it may be
 *
 * Shortens by rule (UI.md, 05): without what all the titles have, without quotation marks,
 * and then cut, where words are joined if there is such a place.
 *
 * Returns: (transfer full): a short title
 */
char *
yd_month_dup_short (const char *title,
                    guint       n_chars)
{
  const char *start = title, *end;
  GString *text = g_string_new (NULL);
  guint n = 0;

  g_return_val_if_fail (title != NULL, NULL);

  end = title + strlen (title);
  drop_usual (&start, &end);
  for (; start < end && !is_end (g_utf8_get_char (start)); start = g_utf8_next_char (start))
    {
      const gunichar c = g_utf8_get_char (start);

      if (is_quote (c))
        continue;
      if (n == n_chars)
        {
          if (!is_joint (c) && !cut_at_joint (text))
            drop_half_word (text, start, end);
          break;
        }
      g_string_append_unichar (text, c);
      n++;
    }

  return g_string_free (text, FALSE);
}

static gboolean
is_arranged (YdWorkCalendar *calendar,
             YdDay           day,
             YdDayInfo      *info)
{
  if (!yd_day_is_in_range (day))
    return FALSE;

  yd_work_calendar_explain (calendar, day, info);

  return !info->working && info->name != NULL && *info->name != '\0';
}

/* Returns: (transfer full) (nullable): the festival whose days off begin with @day */
char *
yd_month_dup_festival (YdWorkCalendar *calendar,
                       YdDay           day)
{
  YdDayInfo info, before;

  g_return_val_if_fail (calendar != NULL, NULL);

  if (!is_arranged (calendar, day, &info) ||
      (is_arranged (calendar, day - 1, &before) && g_str_equal (before.name, info.name)))
    return NULL;

  return g_strdup (info.name);
}

/**
 * yd_month_dup_short_festival:
 * @festival: what the days off are called that begin with @day, such as 中秋节、国庆节
 * @day: a day
 *
 * Returns: (transfer full) (nullable): the one among them that is always on this day
 */
char *
yd_month_dup_short_festival (const char *festival,
                             YdDay       day)
{
  static const struct { int month; int day; const char *name; } fixed[] = {
    { 1, 1, "元旦" }, { 5, 1, "劳动节" }, { 10, 1, "国庆节" },
  };
  int month, of_month;

  g_return_val_if_fail (festival != NULL, NULL);

  yd_day_split (day, NULL, &month, &of_month);
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (fixed[i].month == month && fixed[i].day == of_month &&
        strstr (festival, fixed[i].name) != NULL)
      return g_strdup (fixed[i].name);

  return NULL;
}

/* Returns: (transfer full): a day and what is to be known of it, in a sentence */
char *
yd_month_dup_day (YdWorkCalendar *calendar,
                  YdDay           day,
                  guint           n_due)
{
  g_autofree char *words = yd_day_dup_words (day);
  GString *text = g_string_new (words);
  YdDayInfo info;

  if (calendar != NULL && yd_day_is_in_range (day))
    {
      yd_work_calendar_explain (calendar, day, &info);
      if (info.name != NULL && *info.name != '\0')
        g_string_append_printf (text, "%s%s", C_("behind a sentence", ", "), info.name);
      g_string_append (text, C_("behind a sentence", ", "));
      g_string_append (text, info.why == YD_DAY_MAKE_UP ? _("Make-up Working Day")
                             : info.working             ? _("Working Day")
                                                        : _("Rest Day"));
      if (info.provisional)
        g_string_append_printf (text, "%s%s", C_("behind a sentence", ", "), _("provisional"));
    }
  g_string_append (text, C_("behind a sentence", ", "));
  if (n_due == 0)
    g_string_append (text, _("nothing due"));
  else
    g_string_append_printf (text, ngettext ("%u due", "%u due", n_due), n_due);

  return g_string_free (text, FALSE);
}

/* Returns: (transfer full) (nullable): `14:20` of what is due at a minute */
char *
yd_month_dup_time (const YdMonthChip *chip)
{
  const int minute = chip->item.due.minute;

  if (chip->item.due.state != YD_DUE_TIME || minute == YD_MINUTE_NONE)
    return NULL;

  return g_strdup_printf ("%d:%02d", minute / 60, minute % 60);
}

/* Returns: (transfer none): what it is about: a point, or the step of a clock */
const char *
yd_month_get_title (const YdMonthChip *chip)
{
  const char *title;

  if (chip->item.step != NULL)
    {
      title = yd_row_get_cell (chip->item.step->row, YD_CLOCK_STEP_TITLE);
      if (title == NULL || *title == '\0')
        title = yd_row_get_cell (chip->item.clock->row, YD_CLOCK_TITLE);
    }
  else
    {
      title = yd_point_get_title (chip->item.point);
      if (title == NULL || *title == '\0')
        title = yd_row_get_cell (chip->item.point, YD_POINT_TEXT);
    }

  return title != NULL ? title : "";
}

/* Returns: (transfer full): its number and what it is about; the whole title */
char *
yd_month_dup_task (const YdMonthChip *chip)
{
  g_autofree char *path = yd_point_shorten_path (chip->item.path);

  if (chip->item.step != NULL)
    return yd_agenda_item_dup_task (&chip->item);

  return g_strconcat (path, *path != '\0' ? " " : "", yd_month_get_title (chip), NULL);
}

static char *
dup_title (const YdMonthChip *chip)
{
  g_autofree char *title = chip->item.step != NULL
                           ? yd_clock_step_dup_task (chip->item.clock, chip->item.step)
                           : g_strdup (yd_month_get_title (chip));

  return g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MAX_TITLE));
}

/* A law sets the terms of a clock, not the document. */
static const char *
get_kind (const YdMonthChip *chip)
{
  if (chip->item.step != NULL)
    return _("Clock");

  return chip->internal ? _("Internal Target") : _("stated by the document");
}

static void
append_left (GString           *text,
             const YdMonthChip *chip)
{
  g_autofree char *left = yd_clock_step_dup_left (chip->item.clock, chip->item.step);

  g_string_append_printf (text, "%s%s", C_("behind a sentence", ", "), left);
}

/* Returns: (transfer full): what is due, whose, when and how it stands, in a sentence */
char *
yd_month_dup_chip (const YdMonthChip *chip)
{
  g_autofree char *path = yd_point_shorten_path (chip->item.path);
  g_autofree char *title = dup_title (chip);
  g_autofree char *day = yd_day_dup_words (chip->item.due.day);
  g_autofree char *time = yd_month_dup_time (chip);
  GString *text = g_string_new (NULL);

  if (chip->light != YD_LIGHT_NONE)
    g_string_append_printf (text, "%s%s", yd_light_get_word (chip->light),
                            C_("behind a sentence", ", "));
  g_string_append_printf (text, "%s%s%s%s", path, *path != '\0' ? " " : "", title,
                          C_("behind a sentence", ", "));
  g_string_append_printf (text, _("Due %s"), day);
  if (time != NULL)
    g_string_append_printf (text, " %s", time);
  g_string_append_printf (text, "%s%s", C_("behind a sentence", ", "), get_kind (chip));
  if (chip->item.due.recurs)
    g_string_append_printf (text, "%s%s", C_("behind a sentence", ", "), _("Recurring"));
  if (chip->proposed)
    g_string_append_printf (text, "%s%s", C_("behind a sentence", ", "), _("Proposed"));
  if (chip->item.step != NULL)
    append_left (text, chip);

  return g_string_free (text, FALSE);
}

/* Returns: (transfer full): the same with how the day was counted */
char *
yd_month_dup_tooltip (const YdMonthChip *chip,
                      YdWorkCalendar    *calendar)
{
  g_autofree char *words = yd_month_dup_chip (chip);
  g_autofree char *how = yd_agenda_item_dup_reason (&chip->item, calendar);

  return how != NULL && *how != '\0' ? g_strdup_printf ("%s\n%s", words, how)
                                     : g_steal_pointer (&words);
}

/* Returns: (transfer full): where something went that fell on a rest day */
char *
yd_month_dup_moved (const YdMonthChip *chip)
{
  const YdDue *due = &chip->item.due;
  int month, of_month, nominal_month;

  yd_day_split (due->day, NULL, &month, &of_month);
  yd_day_split (due->nominal, NULL, &nominal_month, NULL);

  /* Translators: what falls on a rest day is due on this day of a month instead */
  if (due->day < due->nominal)
    return month == nominal_month ? g_strdup_printf (_("earlier: %d"), of_month)
                                  : g_strdup_printf (_("earlier: %d-%d"), month, of_month);

  return month == nominal_month ? g_strdup_printf (_("later: %d"), of_month)
                                : g_strdup_printf (_("later: %d-%d"), month, of_month);
}
