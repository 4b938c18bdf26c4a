/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-work-calendar.h"

G_BEGIN_DECLS

/**
 * YdWorkAxis:
 * @up: of a day of the calendar, from its first one: how many before it are worked
 * @days: of a number: its day
 * @n_working: how many days of the calendar are worked
 *
 * The working days, numbered one after the other, so that a schedule adds and
 * subtracts plain numbers. Rest days lie between two numbers. The tables are those of a
 * calendar, and live as long as it does.
 */
typedef struct
{
  const int   *up;
  const YdDay *days;
  int          n_working;
} YdWorkAxis;

YdWorkAxis _yd_work_calendar_get_axis (YdWorkCalendar   *self);

int        _yd_work_axis_up_outside   (const YdWorkAxis *self,
                                       YdDay             day);
YdDay      _yd_work_axis_day          (const YdWorkAxis *self,
                                       int               number);

/* Returns: the number of the first working day that is not before @day */
static inline int
_yd_work_axis_up (const YdWorkAxis *self,
                  YdDay             day)
{
  if (G_UNLIKELY (day < YD_DAY_FIRST || day > YD_DAY_LAST))
    return _yd_work_axis_up_outside (self, day);

  return self->up[day - YD_DAY_FIRST];
}

/* Returns: the number of the last working day that is not after @day */
static inline int
_yd_work_axis_down (const YdWorkAxis *self,
                    YdDay             day)
{
  return _yd_work_axis_up (self, day + 1) - 1;
}

G_END_DECLS
