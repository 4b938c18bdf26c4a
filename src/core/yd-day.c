/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-day.h"

#include <glib/gi18n-lib.h>

#include "yd-value.h"

G_STATIC_ASSERT (YD_DAY_LAST - YD_DAY_FIRST == 55516);  /* 152 years, 37 of them leap years */

/**
 * yd_day_new:
 * @year: a year
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the day, or %YD_DAY_NONE where there is no such day
 */
YdDay
yd_day_new (int year,
            int month,
            int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy (day, month, year))
    return YD_DAY_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return g_date_get_julian (&date);
}

/**
 * yd_day_parse:
 * @text: (nullable): a canonical date, `2017-06-01`
 *
 * Returns: the day, or %YD_DAY_NONE
 */
YdDay
yd_day_parse (const char *text)
{
  GDate date;

  g_date_clear (&date, 1);
  if (text == NULL || !yd_value_to_date (text, &date))
    return YD_DAY_NONE;

  return g_date_get_julian (&date);
}

/**
 * yd_day_format:
 * @day: a day
 * @text: (out): takes its canonical form; empty for %YD_DAY_NONE
 *
 * Returns: (transfer none): @text
 */
const char *
yd_day_format (YdDay day,
               char  text[YD_DAY_SIZE])
{
  int year, month, of_month;

  text[0] = '\0';
  yd_day_split (day, &year, &month, &of_month);
  if (year > 0)
    g_snprintf (text, YD_DAY_SIZE, "%04d-%02d-%02d", year % 10000, month % 100, of_month % 100);

  return text;
}

/**
 * yd_day_dup:
 * @day: a day
 *
 * Returns: (transfer full) (nullable): its canonical form
 */
char *
yd_day_dup (YdDay day)
{
  char text[YD_DAY_SIZE];

  return day > YD_DAY_NONE ? g_strdup (yd_day_format (day, text)) : NULL;
}

static const char *
get_weekday_name (YdDay day)
{
  static const char * const weekdays[] = {
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"),
    N_("Saturday"), N_("Sunday"),
  };

  return _(weekdays[yd_day_get_weekday (day) - 1]);
}

/**
 * yd_day_dup_words:
 * @day: a day
 *
 * Returns: (transfer full): the day as it is written in a sentence, with its weekday
 */
char *
yd_day_dup_words (YdDay day)
{
  int year, month, of_month;

  g_return_val_if_fail (day > YD_DAY_NONE, g_strdup (""));

  yd_day_split (day, &year, &month, &of_month);

  /* Translators: year, month and day of the month as numbers, the day of the week */
  return g_strdup_printf (_("%1$d-%2$02d-%3$02d (%4$s)"), year, month, of_month,
                          get_weekday_name (day));
}

/**
 * yd_day_dup_near_words:
 * @day: a day
 * @near: a day that is known, such as that of today
 *
 * Returns: (transfer full): as yd_day_dup_words(), without the year where it is that of @near
 */
char *
yd_day_dup_near_words (YdDay day,
                       YdDay near)
{
  int year, month, of_month;

  g_return_val_if_fail (day > YD_DAY_NONE, g_strdup (""));

  yd_day_split (day, &year, &month, &of_month);
  if (near == YD_DAY_NONE || year != yd_day_get_year (near))
    return yd_day_dup_words (day);

  /* Translators: month and day of the month as numbers, the day of the week */
  return g_strdup_printf (_("%1$02d-%2$02d (%3$s)"), month, of_month, get_weekday_name (day));
}

/**
 * yd_day_is_in_range:
 * @day: a day, or %YD_DAY_NONE
 *
 * Returns: whether working days can be counted there
 */
gboolean
yd_day_is_in_range (YdDay day)
{
  return day >= YD_DAY_FIRST && day <= YD_DAY_LAST;
}

/**
 * yd_day_split:
 * @day: a day
 * @year: (out) (optional): its year, 0 for %YD_DAY_NONE
 * @month: (out) (optional): its month, from 1
 * @day_of_month: (out) (optional): its day, from 1
 */
void
yd_day_split (YdDay  day,
              int   *year,
              int   *month,
              int   *day_of_month)
{
  GDate date;

  g_date_clear (&date, 1);
  if (day > YD_DAY_NONE)
    g_date_set_julian (&date, day);

  if (year != NULL)
    *year = day > YD_DAY_NONE ? g_date_get_year (&date) : 0;
  if (month != NULL)
    *month = day > YD_DAY_NONE ? (int) g_date_get_month (&date) : 0;
  if (day_of_month != NULL)
    *day_of_month = day > YD_DAY_NONE ? g_date_get_day (&date) : 0;
}

/* Returns: the year of @day, 0 for %YD_DAY_NONE */
int
yd_day_get_year (YdDay day)
{
  int year;

  yd_day_split (day, &year, NULL, NULL);

  return year;
}

/**
 * yd_day_get_weekday:
 * @day: a day
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
int
yd_day_get_weekday (YdDay day)
{
  return (day - 1) % 7 + 1;     /* the first of January of the year 1 is a Monday */
}

/* Returns: whether @day is a Saturday or a Sunday, whatever was arranged */
gboolean
yd_day_is_weekend (YdDay day)
{
  return yd_day_get_weekday (day) > 5;
}

/**
 * yd_day_end_of_month:
 * @year: a year
 * @month: 1 to 12
 *
 * Returns: the last day of that month, or %YD_DAY_NONE
 */
YdDay
yd_day_end_of_month (int year,
                     int month)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12)
    return YD_DAY_NONE;

  return yd_day_new (year, month, g_date_get_days_in_month (month, year));
}

/**
 * yd_day_add_months:
 * @day: a day
 * @n: how many months, may be negative
 *
 * A term of months ends on the day that corresponds to its first one; where the month
 * has no such day, on its last (民法典 art. 202).
 *
 * Returns: the day, or %YD_DAY_NONE
 */
YdDay
yd_day_add_months (YdDay day,
                   int   n)
{
  int year, month, of_month;
  gint64 months;
  YdDay last;

  if (day <= YD_DAY_NONE)
    return YD_DAY_NONE;

  yd_day_split (day, &year, &month, &of_month);
  months = (gint64) year * 12 + month - 1 + n;
  if (months < 12 || months >= 10000 * 12)
    return YD_DAY_NONE;

  last = yd_day_end_of_month (months / 12, months % 12 + 1);

  return MIN (last, yd_day_new (months / 12, months % 12 + 1, 1) + of_month - 1);
}
