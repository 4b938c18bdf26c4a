/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-work-axis-private.h"

/* What lies outside of the calendar is worked from Monday to Friday, which needs no table; a
 * chain of long tasks may well end in the year 5000. The calendar begins and ends with a
 * week, so these Mondays are the first days that weeks are counted from.
 */
#define FIRST_MONDAY (YD_DAY_FIRST + 2) /* 1949-01-03 */
#define NEXT_MONDAY  (YD_DAY_LAST + 3)  /* 2101-01-03 */

G_STATIC_ASSERT ((FIRST_MONDAY - 1) % 7 == 0);
G_STATIC_ASSERT ((NEXT_MONDAY - 1) % 7 == 0);

/* What a date can be written with: from 1 to 9999-12-31. */
#define DAY_MAX 3652059

/* Days from Monday to Friday between a Monday and @n days after it. */
static int
count_weekdays (int n)
{
  int weeks = n >= 0 ? n / 7 : -((-n + 6) / 7);

  return weeks * 5 + MIN (n - weeks * 7, 5);
}

/* The reverse: the day, after a Monday, that has @n of them before it. */
static int
skip_weekdays (int n)
{
  int weeks = n >= 0 ? n / 5 : -((-n + 4) / 5);

  return weeks * 7 + (n - weeks * 5);
}

/* As _yd_work_axis_up(), of a day that the calendar does not have. */
int
_yd_work_axis_up_outside (const YdWorkAxis *self,
                          YdDay             day)
{
  if (day < YD_DAY_FIRST)
    return count_weekdays (day - FIRST_MONDAY);

  return self->n_working + count_weekdays (day - NEXT_MONDAY);
}

/* Returns: the day that has the number, between the years 1 and 9999 */
YdDay
_yd_work_axis_day (const YdWorkAxis *self,
                   int               number)
{
  YdDay day;

  if (number < 0)
    day = FIRST_MONDAY + skip_weekdays (number);
  else if (number >= self->n_working)
    day = NEXT_MONDAY + skip_weekdays (number - self->n_working);
  else
    day = self->days[number];

  return CLAMP (day, 1, DAY_MAX);
}
