/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-deadline.h"

G_BEGIN_DECLS

/**
 * YdClockState:
 * @YD_CLOCK_STATE_RUNNING: something is still to be done, and time runs
 * @YD_CLOCK_STATE_PAUSED: something is still to be done, and time stands still
 * @YD_CLOCK_STATE_DONE: all steps are done
 * @YD_CLOCK_STATE_STOPPED: somebody stopped it
 */
typedef enum
{
  YD_CLOCK_STATE_RUNNING,
  YD_CLOCK_STATE_PAUSED,
  YD_CLOCK_STATE_DONE,
  YD_CLOCK_STATE_STOPPED,
} YdClockState;

/**
 * YdClockStep:
 * @row: the step
 * @due: when it is due; its count has what it was extended by
 * @base: when it would be due if the clock had never stood still
 * @paused: what was not counted: minutes of a term in hours, working days of one in working
 *   days, days of others
 * @done: when it was done, or %YD_MOMENT_NONE
 * @left: what is left of it, or was when it was done or the clock was stopped: minutes of a
 *   term in hours, working days of others; negative if it was too late
 * @late: whether that was, or is, after it was due
 *
 * A step of a clock at a moment. @left and @late mean nothing where @due has no day.
 */
typedef struct
{
  YdRow    *row;
  YdDue     due;
  YdDue     base;
  gint64    paused;
  YdMoment  done;
  gint64    left;
  gboolean  late;
} YdClockStep;

/**
 * YdClock:
 * @row: the clock
 * @calendar: what it was counted with
 * @state: how it is
 * @now: the moment that it was asked for
 * @started: when it was started, the last time
 * @stopped: when it was stopped, or %YD_MOMENT_NONE
 * @pause: (nullable): the pause that has not ended
 * @steps: (element-type YdClockStep): its steps, in their order
 * @next: (nullable): the step to be done next: the one that is due first of those that are not
 *   done; none if the clock does not run
 *
 * A clock at a moment. It does not follow the plan; the rows are the plan's.
 */
typedef struct
{
  YdRow             *row;
  YdWorkCalendar    *calendar;
  YdClockState       state;
  YdMoment           now;
  YdMoment           started;
  YdMoment           stopped;
  YdRow             *pause;
  GArray            *steps;
  const YdClockStep *next;
} YdClock;

YdClock   *yd_clock_new              (YdRow             *row,
                                      YdWorkCalendar    *calendar,
                                      YdMoment           now) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *yd_clock_list             (YdPlan            *plan,
                                      YdWorkCalendar    *calendar,
                                      YdMoment           now) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *yd_clock_list_of          (YdPlan            *plan,
                                      YdPoint           *point,
                                      YdWorkCalendar    *calendar,
                                      YdMoment           now) G_GNUC_WARN_UNUSED_RESULT;
void       yd_clock_free             (YdClock           *self);
gboolean   yd_clock_is_open          (const YdClock     *self);

char      *yd_clock_step_dup_task       (const YdClock     *self,
                                      const YdClockStep *step) G_GNUC_WARN_UNUSED_RESULT;
char      *yd_clock_step_dup_due     (const YdClock     *self,
                                      const YdClockStep *step) G_GNUC_WARN_UNUSED_RESULT;
char      *yd_clock_step_dup_left    (const YdClock     *self,
                                      const YdClockStep *step) G_GNUC_WARN_UNUSED_RESULT;
char      *yd_clock_step_dup_reason  (const YdClock     *self,
                                      const YdClockStep *step) G_GNUC_WARN_UNUSED_RESULT;
char      *yd_clock_dup_words        (const YdClock     *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdClock, yd_clock_free)

G_END_DECLS
