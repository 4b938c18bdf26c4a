/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-pieces.h"

#include "yd-schedule-private.h"

/**
 * yd_schedule_begin:
 * @plan: a plan that nobody else has yet
 * @calendar: which days are worked
 * @today: the day from which lights and recurrences are seen
 *
 * Returns: (transfer full): a schedule of @plan that can tell nothing before yd_schedule_go_on()
 *   made it whole
 */
YdSchedule *
yd_schedule_begin (YdPlan         *plan,
                   YdWorkCalendar *calendar,
                   YdDay           today)
{
  YdSchedule *self;

  g_return_val_if_fail (YD_IS_PLAN (plan), NULL);
  g_return_val_if_fail (calendar != NULL, NULL);

  self = _yd_schedule_new (plan, calendar, today);
  _yd_schedule_read (self);

  return self;
}

/**
 * yd_schedule_go_on:
 * @self: a schedule that is not whole
 * @n_deadlines: how many of the plan's deadlines to look at
 *
 * Returns: whether it is not whole yet; at the end it is as yd_schedule_new() makes it
 */
gboolean
yd_schedule_go_on (YdSchedule *self,
                   guint       n_deadlines)
{
  g_return_val_if_fail (YD_IS_SCHEDULE (self), FALSE);
  g_return_val_if_fail (self->applied_id == 0, FALSE);

  if (_yd_schedule_find_dues (self, self->n_read, n_deadlines))
    {
      self->n_read += n_deadlines;
      return TRUE;
    }

  _yd_schedule_end_dues (self);
  _yd_schedule_watch (self);

  return FALSE;
}
