/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-moment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The whole country has the time of Beijing, eight hours before UTC, and no summer time;
 * it had one from 1986 to 1991, before anything that is counted here. So a plan comes to
 * the same moments on every computer, whatever zone that is set to.
 */
#define MINUTES_BEFORE_UTC 480

#define MINUTES_OF_DAY 1440

/* 1970-01-01 */
#define DAY_OF_EPOCH 719163

#define MAX_NUMBERS 5

/**
 * yd_moment_new:
 * @msec: milliseconds since 1970 in UTC, as #YdIdSource has them
 *
 * Returns: the minute that it is then
 */
YdMoment
yd_moment_new (gint64 msec)
{
  gint64 minutes = msec / 60000 - (msec % 60000 < 0);

  return yd_moment_add ((YdMoment) { DAY_OF_EPOCH, 0 }, minutes + MINUTES_BEFORE_UTC);
}

/**
 * yd_moment_parse:
 * @time: (nullable): a time as cells have it, `2017-06-01T01:00:00Z`
 *
 * Returns: the minute that it lies in, %YD_MOMENT_NONE if it is no time or lies outside the
 *   years that are counted in
 */
YdMoment
yd_moment_parse (const char *time)
{
  g_autoptr(GDateTime) utc = time != NULL ? g_date_time_new_from_iso8601 (time, NULL) : NULL;
  YdMoment self;

  if (utc == NULL)
    return YD_MOMENT_NONE;

  self = yd_moment_new (g_date_time_to_unix (utc) * 1000);

  return yd_day_is_in_range (self.day) ? self : YD_MOMENT_NONE;
}

/**
 * yd_moment_format:
 * @self: a moment that is known
 *
 * Returns: (transfer full): it as cells have it
 */
char *
yd_moment_format (YdMoment self)
{
  const YdMoment utc = yd_moment_add (self, -MINUTES_BEFORE_UTC);
  char date[YD_DAY_SIZE];

  return g_strdup_printf ("%sT%02d:%02d:00Z", yd_day_format (utc.day, date), utc.minute / 60,
                          utc.minute % 60);
}

gboolean
yd_moment_is_known (YdMoment self)
{
  return self.day != YD_DAY_NONE && self.minute != YD_MINUTE_NONE;
}

/* Returns: minutes since the beginning of days, to be subtracted */
gint64
yd_moment_get_count (YdMoment self)
{
  return (gint64) self.day * MINUTES_OF_DAY + self.minute;
}

YdMoment
yd_moment_add (YdMoment self,
               gint64   minutes)
{
  const gint64 count = yd_moment_get_count (self) + minutes;

  return (YdMoment) { count / MINUTES_OF_DAY, count % MINUTES_OF_DAY };
}

int
yd_moment_compare (YdMoment self,
                   YdMoment other)
{
  const gint64 a = yd_moment_get_count (self), b = yd_moment_get_count (other);

  return (a > b) - (a < b);
}

/* The numbers of @text in their order, whatever stands between them; -1 if there are too many
 * or too large ones.
 */
static int
read_numbers (const char *text,
              int         numbers[MAX_NUMBERS])
{
  int n = 0;

  for (const char *c = text; *c != '\0';)
    {
      if (!g_ascii_isdigit (*c))
        {
          c++;
          continue;
        }
      if (n == MAX_NUMBERS)
        return -1;
      for (numbers[n] = 0; g_ascii_isdigit (*c); c++)
        if ((numbers[n] = numbers[n] * 10 + (*c - '0')) > 9999)
          return -1;
      n++;
    }

  return n;
}

/* Digits of an input method that is set to wide ones are digits as well. */
static char *
narrow (const char *text)
{
  g_autofree char *same = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return same != NULL ? g_steal_pointer (&same) : g_strdup ("");
}

static YdDay
read_day (const char *text,
          YdMoment    now)
{
  if (strstr (text, "昨") != NULL || strstr (text, "yesterday") != NULL)
    return now.day - 1;
  if (strstr (text, "明") != NULL || strstr (text, "tomorrow") != NULL)
    return now.day + 1;

  return now.day;
}

/**
 * yd_moment_read:
 * @text: what a person typed: `14:20`, `昨天 14:20`, `6月1日 14:20`, `2017-06-01 14:20`,
 *   `2017年6月1日14时20分`, or a day alone, which is its beginning
 * @now: what time it is, for what @text leaves out; a day of another year needs its year
 *
 * Returns: the moment, or %YD_MOMENT_NONE where it is not understood
 */
YdMoment
yd_moment_read (const char *text,
                YdMoment    now)
{
  g_autofree char *plain = narrow (text);
  int numbers[MAX_NUMBERS];
  const int n = read_numbers (plain, numbers);
  const gboolean dated = n == 3 || n == 5;      /* with a year */
  const gboolean day_only = n == 3 || (n == 2 && strstr (plain, "月") != NULL);
  int year;
  YdMoment self = { YD_DAY_NONE, 0 };

  yd_day_split (now.day, &year, NULL, NULL);
  if (dated)
    self.day = yd_day_new (numbers[0], numbers[1], numbers[2]);
  else if (n == 4 || day_only)
    self.day = yd_day_new (year, numbers[0], numbers[1]);
  else if (n == 2)
    self.day = read_day (plain, now);

  if (self.day != YD_DAY_NONE && !day_only)
    {
      if (numbers[n - 2] > 23 || numbers[n - 1] > 59)
        return YD_MOMENT_NONE;
      self.minute = numbers[n - 2] * 60 + numbers[n - 1];
    }

  return yd_day_is_in_range (self.day) ? self : YD_MOMENT_NONE;
}

/**
 * yd_moment_read_day:
 * @text: what a person typed: `2017-06-01`, `2017年6月1日`, or of this year `6月1日`, `6-1`
 * @today: which day it is, %YD_DAY_NONE where a day needs its year
 *
 * Where a day is asked for, two numbers are a month and a day; a time is none.
 *
 * Returns: the day, or %YD_DAY_NONE where it is not understood
 */
YdDay
yd_moment_read_day (const char *text,
                    YdDay       today)
{
  g_autofree char *plain = narrow (text);
  int numbers[MAX_NUMBERS];
  const int n = read_numbers (plain, numbers);
  const gboolean near = strstr (plain, "月") != NULL || strpbrk (plain, "-/.") != NULL;
  YdDay day = YD_DAY_NONE;

  if (n == 3)
    day = yd_day_new (numbers[0], numbers[1], numbers[2]);
  else if (n == 2 && near && today != YD_DAY_NONE)
    day = yd_day_new (yd_day_get_year (today), numbers[0], numbers[1]);

  return yd_day_is_in_range (day) ? day : YD_DAY_NONE;
}

/* Returns: (transfer full): it in a form that yd_moment_read() takes: `2017-06-01 14:20` */
char *
yd_moment_write (YdMoment self)
{
  char date[YD_DAY_SIZE];

  return g_strdup_printf ("%s %02d:%02d", yd_day_format (self.day, date), self.minute / 60,
                          self.minute % 60);
}

static char *
dup_day_words (YdDay self,
               YdDay today)
{
  int year, month, of_month, this_year;

  if (self == today)
    return g_strdup (_("today"));
  if (self == today + 1)
    return g_strdup (_("tomorrow"));
  if (self == today - 1)
    return g_strdup (_("yesterday"));

  yd_day_split (self, &year, &month, &of_month);
  yd_day_split (today, &this_year, NULL, NULL);

  /* Translators: month and day as numbers; year, month and day as numbers */
  return year == this_year ? g_strdup_printf (_("%1$02d-%2$02d"), month, of_month)
                           : g_strdup_printf (_("%1$d-%2$02d-%3$02d"), year, month, of_month);
}

/**
 * yd_moment_dup_words:
 * @self: a moment; without a minute it is a whole day
 * @now: what time it is
 *
 * Returns: (transfer full): it in a few words, such as “today 14:20”
 */
char *
yd_moment_dup_words (YdMoment self,
                     YdMoment now)
{
  g_autofree char *day = dup_day_words (self.day, now.day);

  if (self.minute == YD_MINUTE_NONE)
    return g_steal_pointer (&day);

  return g_strdup_printf (_("%1$s %2$02d:%3$02d"), day, self.minute / 60, self.minute % 60);
}
