/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-days.h"

/* Which days a month and a year are made of, where they are shown by the week. Weeks
 * begin with Monday, as they are counted in offices (GB/T 7408).
 */

/* Returns: the Monday of the week of @day, which may lie before the first day there is */
static YdDay
get_monday (YdDay day)
{
  return day - yd_day_get_weekday (day) + 1;
}

/* Returns: the first day of the month of @day */
YdDay
yd_month_get_first (YdDay day)
{
  int year, month;

  yd_day_split (day, &year, &month, NULL);

  return yd_day_new (year, month, 1);
}

/* Returns: the last day of the month of @day */
YdDay
yd_month_get_last (YdDay day)
{
  int year, month;

  yd_day_split (day, &year, &month, NULL);

  return yd_day_end_of_month (year, month);
}

/* Returns: the day in the first cell of the month of @day, a Monday */
YdDay
yd_month_get_first_cell (YdDay day)
{
  return get_monday (yd_month_get_first (day));
}

/* Returns: the number of the week of @day: the first has the first Thursday of its year */
int
yd_month_get_week (YdDay day)
{
  const YdDay thursday = get_monday (day) + 3;
  int year;

  yd_day_split (thursday, &year, NULL, NULL);

  return (thursday - yd_day_new (year, 1, 1)) / 7 + 1;
}

/**
 * yd_month_step:
 * @day: a day
 * @n: how many months on, or back if negative
 *
 * Returns: the same day of that month, or its last one if it is shorter; never one outside
 *   of the years that are counted in
 */
YdDay
yd_month_step (YdDay day,
               int   n)
{
  int year, month, of_month, last;
  YdDay end;

  yd_day_split (day, &year, &month, &of_month);
  month += n - 1;
  year += month >= 0 ? month / 12 : -((11 - month) / 12);
  month = ((month % 12) + 12) % 12 + 1;
  if (year < YD_YEAR_FIRST || year > YD_YEAR_LAST)
    return CLAMP (day, YD_DAY_FIRST, YD_DAY_LAST);

  end = yd_day_end_of_month (year, month);
  yd_day_split (end, NULL, NULL, &last);

  return yd_day_new (year, month, MIN (of_month, last));
}

/* Returns: the Monday of the week in which @year begins */
YdDay
yd_year_get_first_week (int year)
{
  return get_monday (yd_day_new (year, 1, 1));
}

/* Returns: in how many weeks @year has a day */
guint
yd_year_count_weeks (int year)
{
  return (yd_day_new (year, 12, 31) - yd_year_get_first_week (year)) / 7 + 1;
}
