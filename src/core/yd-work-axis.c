/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-work-axis-private.h"

/* The table reaches from a Monday to a Sunday. What lies outside is worked from Monday
 * to Friday, which needs no table; a chain of long tasks may well end in the year 5000.
 */
#define TABLE_FIRST 711495      /* 1949-01-03, a Monday */
#define TABLE_LAST  767011      /* 2101-01-02, a Sunday */
#define TABLE_SIZE  (TABLE_LAST - TABLE_FIRST + 1)

/* What a date can be written with: from 1 to 9999-12-31. */
#define DAY_MAX     3652059

struct _YdWorkAxis
{
  int    n_working;             /* days of the table that are worked */
  int    up[TABLE_SIZE + 1];    /* of a day: how many before it are worked */
  YdDay *days;                  /* of a number: its day */
};

G_STATIC_ASSERT (TABLE_SIZE % 7 == 0);

/**
 * _yd_work_axis_new:
 * @is_working: (scope call): whether a day is worked; asked for days from 1949 to 2100
 * @user_data: data for @is_working
 *
 * Returns: (transfer full): the axis, which is a copy
 */
YdWorkAxis *
_yd_work_axis_new (YdIsWorkingFunc is_working,
                   gpointer        user_data)
{
  YdWorkAxis *self = g_new (YdWorkAxis, 1);
  int n = 0;

  self->days = g_new (YdDay, TABLE_SIZE);

  for (int i = 0; i < TABLE_SIZE; i++)
    {
      self->up[i] = n;
      if (is_working (TABLE_FIRST + i, user_data))
        self->days[n++] = TABLE_FIRST + i;
    }

  self->up[TABLE_SIZE] = self->n_working = n;

  return self;
}

void
_yd_work_axis_free (YdWorkAxis *self)
{
  g_free (self->days);
  g_free (self);
}

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

/* Returns: the number of the first working day that is not before @day */
int
_yd_work_axis_up (YdWorkAxis *self,
                  YdDay       day)
{
  if (day < TABLE_FIRST)
    return count_weekdays (day - TABLE_FIRST);

  if (day > TABLE_LAST)
    return self->n_working + count_weekdays (day - TABLE_LAST - 1);

  return self->up[day - TABLE_FIRST];
}

/* Returns: the number of the last working day that is not after @day */
int
_yd_work_axis_down (YdWorkAxis *self,
                    YdDay       day)
{
  return _yd_work_axis_up (self, day + 1) - 1;
}

/* Returns: the day that has the number, between the years 1 and 9999 */
YdDay
_yd_work_axis_day (YdWorkAxis *self,
                   int         number)
{
  YdDay day;

  if (number < 0)
    day = TABLE_FIRST + skip_weekdays (number);
  else if (number >= self->n_working)
    day = TABLE_LAST + 1 + skip_weekdays (number - self->n_working);
  else
    day = self->days[number];

  return CLAMP (day, 1, DAY_MAX);
}
