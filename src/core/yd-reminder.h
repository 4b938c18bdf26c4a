/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-schedule.h"

G_BEGIN_DECLS

/* What is said of a person's working day: outside of it nothing pops up that can wait. */
#define YD_REMINDER_MORNING (7 * 60)
#define YD_REMINDER_EVENING (21 * 60)

#define YD_REMINDER_MAX_DAYS 20

/**
 * YdReminderRules:
 * @days: how many working days before its day a deadline is reminded of, 0 to 20
 * @quiet: nothing at night, nor on rest days until the next working morning
 */
typedef struct
{
  int      days;
  gboolean quiet;
} YdReminderRules;

/**
 * YdReminder:
 * @key: the same for the same deadline on the same day, and for no other one
 * @plan: the id of the plan
 * @plan_title: its title
 * @point: (nullable): the id of the point, if it is about one
 * @clock: (nullable): the id of the clock, if it is one
 * @task: its number and title, as people name it
 * @units: who leads it or answers for it
 * @due: when
 * @left: working days until then, negative when it is over
 * @internal: the office set it for itself
 * @proposed: nobody has checked it
 * @provisional: a year that it was counted through is not announced yet
 *
 * That something is due. Owns its strings, so that it may go from thread to thread.
 */
typedef struct
{
  char     *key;
  char     *plan;
  char     *plan_title;
  char     *point;
  char     *clock;
  char     *task;
  char     *units;
  YdMoment  due;
  int       left;
  gboolean  internal;
  gboolean  proposed;
  gboolean  provisional;
} YdReminder;

void        yd_reminder_free              (YdReminder            *self);
char       *yd_reminder_dup_title         (const YdReminder      *self,
                                           YdMoment               now) G_GNUC_WARN_UNUSED_RESULT;
char       *yd_reminder_dup_body          (const YdReminder      *self) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray  *yd_reminders_list             (YdSchedule            *schedule,
                                           const YdReminderRules *rules,
                                           YdMoment               now,
                                           YdMoment              *next)
                                           G_GNUC_WARN_UNUSED_RESULT;
gboolean    yd_reminders_get_quiet_end    (const YdReminderRules *rules,
                                           YdWorkCalendar        *calendar,
                                           YdMoment               now,
                                           YdMoment              *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdReminder, yd_reminder_free)

G_END_DECLS
