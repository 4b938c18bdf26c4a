/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-session-private.h"

/* What follows from the plan that is open: its schedule, by the calendar that it counts
 * with, seen from today. Opening a plan brings one along that was made in pieces; else it
 * is made when it is first asked for.
 */

/* A machine that slept through midnight is awake again for this long at most. */
#define MAX_WAIT 900

static YdMoment
read_clock (YdSession *self)
{
  return yd_moment_new (self->ids->get_msec (self->ids->user_data));
}

static void
take_today (YdSession *self,
            YdDay      today)
{
  if (self->today == today)
    return;

  self->today = today;
  if (self->schedule != NULL)
    yd_schedule_set_today (self->schedule, today);
  _yd_session_notify (self, YD_SESSION_PROP_TODAY);
}

static gboolean
look_at_clock_cb (gpointer user_data);

/* Looks again a moment after midnight. */
static void
wait_for_midnight (YdSession *self)
{
  const guint left = (24 * 60 - read_clock (self).minute) * 60;

  self->midnight_id = g_timeout_add_seconds (MIN (left, MAX_WAIT), look_at_clock_cb, self);
}

static gboolean
look_at_clock_cb (gpointer user_data)
{
  YdSession *self = user_data;

  take_today (self, read_clock (self).day);
  wait_for_midnight (self);

  return G_SOURCE_REMOVE;
}

/**
 * yd_session_get_today:
 * @self: a session
 *
 * Returns: the day that it is where the person sits; notify::today tells of the next one
 */
YdDay
yd_session_get_today (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), YD_DAY_NONE);

  if (self->today == YD_DAY_NONE)
    {
      self->today = read_clock (self).day;
      wait_for_midnight (self);
    }

  return self->today;
}

/* For tests and pictures: it is @today from now on, whatever the clock says. */
void
yd_session_set_today (YdSession *self,
                      YdDay      today)
{
  g_return_if_fail (YD_IS_SESSION (self));
  g_return_if_fail (today != YD_DAY_NONE);

  g_clear_handle_id (&self->midnight_id, g_source_remove);
  take_today (self, today);
}

/**
 * yd_session_get_now:
 * @self: a session
 *
 * Returns: what time it is where the person sits; its day is today
 */
YdMoment
yd_session_get_now (YdSession *self)
{
  YdMoment now;

  g_return_val_if_fail (YD_IS_SESSION (self), YD_MOMENT_NONE);

  now = read_clock (self);
  if (self->today != YD_DAY_NONE && self->midnight_id == 0)
    now.day = self->today;
  if (self->minute != 0)
    now.minute = self->minute - 1;

  return now;
}

/* For tests and pictures: it is @now from now on, whatever the clock says. */
void
yd_session_set_now (YdSession *self,
                    YdMoment   now)
{
  g_return_if_fail (YD_IS_SESSION (self));
  g_return_if_fail (yd_moment_is_known (now));

  self->minute = now.minute + 1;
  yd_session_set_today (self, now.day);
}

/**
 * yd_session_get_schedule:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the schedule of the plan, which follows it;
 *   notify::schedule tells that there is another one. %NULL without a plan
 */
YdSchedule *
yd_session_get_schedule (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), NULL);

  if (self->schedule == NULL && self->plan != NULL)
    {
      self->schedule = yd_schedule_new (self->plan, yd_session_get_calendar (self),
                                        yd_session_get_today (self));
      yd_schedule_set_soon_days (self->schedule, yd_light_get_soon_days (self->office));
    }

  return self->schedule;
}

/* Takes over @schedule, which was made for the plan that is open now. */
void
_yd_session_take_schedule (YdSession  *self,
                           YdSchedule *schedule)
{
  g_set_object (&self->schedule, schedule);
  g_clear_pointer (&self->calendar, yd_work_calendar_unref);
  self->calendar = yd_work_calendar_ref (yd_schedule_get_calendar (schedule));
  yd_schedule_set_soon_days (schedule, yd_light_get_soon_days (self->office));
}

/**
 * yd_session_get_findings:
 * @self: a session
 *
 * Returns: (transfer none): what there is to look at in its plan, which follows it
 */
YdFindings *
yd_session_get_findings (YdSession *self)
{
  g_return_val_if_fail (YD_IS_SESSION (self), NULL);

  if (self->findings == NULL)
    self->findings = yd_findings_new (self);

  return self->findings;
}

/* Returns: whether @prop is one of those that are made when they are asked for */
gboolean
_yd_session_get_schedule_property (YdSession *self,
                                   guint      prop,
                                   GValue    *value)
{
  if (prop == YD_SESSION_PROP_SCHEDULE)
    g_value_set_object (value, yd_session_get_schedule (self));
  else if (prop == YD_SESSION_PROP_TODAY)
    g_value_set_int (value, yd_session_get_today (self));
  else
    return FALSE;

  return TRUE;
}

void
_yd_session_drop_schedule (YdSession *self)
{
  g_clear_object (&self->schedule);
}

void
_yd_session_drop_today (YdSession *self)
{
  g_clear_handle_id (&self->midnight_id, g_source_remove);
}

/* A plan that counts with other notices has other working days. */
void
_yd_session_renew_schedule (YdSession *self)
{
  if (self->schedule == NULL)
    return;

  yd_schedule_set_calendar (self->schedule, yd_session_get_calendar (self));
  yd_schedule_set_soon_days (self->schedule, yd_light_get_soon_days (self->office));
}
