/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-schedule-net-private.h"

G_BEGIN_DECLS

/* What both passes over the net share. */

/* Behind the year 9999 all days are one, so that no sum of lags is too great. */
#define NUMBER_MIN -1000000
#define NUMBER_MAX  3000000

static inline int
_yd_net_cut (int number)
{
  return CLAMP (number, NUMBER_MIN, NUMBER_MAX);
}

/* One of two numbers, without a branch that nobody could foresee. */
static inline int
_yd_net_pick (gboolean condition,
              int      number,
              int      other)
{
  int mask = -!!condition;

  return (number & mask) | (other & ~mask);
}

static inline int
_yd_net_up (YdScheduleNet *self,
            YdDay          day)
{
  return _yd_net_cut (_yd_work_axis_up (self->axis, day));
}

static inline int
_yd_net_down (YdScheduleNet *self,
              YdDay          day)
{
  return _yd_net_cut (_yd_work_axis_down (self->axis, day));
}

static inline gboolean
_yd_net_counts (const YdNetEdge *edge)
{
  return edge->used && !edge->aside;
}

static inline gboolean
_yd_net_has_dates (const YdNetNode *node)
{
  return node->result.first != YD_NET_LOW;
}

/* The number that is @n after @number: in working days, or by the calendar, and then up or
 * down from a rest day.
 */
static inline int
_yd_net_shift (YdScheduleNet *self,
               int            number,
               int            n,
               gboolean       by_day,
               gboolean       up)
{
  YdDay day;

  if (G_LIKELY (!by_day))
    return _yd_net_cut (number + n);

  day = _yd_work_axis_day (self->axis, number) + n;

  return up ? _yd_net_up (self, day) : _yd_net_down (self, day);
}

/* The steps of a node, forwards and backwards: whether what others ask for is not what it
 * was.
 */
gboolean _yd_schedule_net_work_in       (YdScheduleNet *self,
                                         guint          node);
gboolean _yd_schedule_net_work_out      (YdScheduleNet *self,
                                         guint          node);
gboolean _yd_schedule_net_work_out_back (YdScheduleNet *self,
                                         guint          node);
gboolean _yd_schedule_net_work_in_back  (YdScheduleNet *self,
                                         guint          node);

/* All of them, in order. */
void     _yd_schedule_net_pass_forwards  (YdScheduleNet *self);
void     _yd_schedule_net_pass_backwards (YdScheduleNet *self);

G_END_DECLS
