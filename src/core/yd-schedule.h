/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-deadline.h"
#include "yd-dependency.h"
#include "yd-light.h"

G_BEGIN_DECLS

#define YD_TYPE_SCHEDULE (yd_schedule_get_type ())

G_DECLARE_FINAL_TYPE (YdSchedule, yd_schedule, YD, SCHEDULE, GObject)

/**
 * YdScheduled:
 * @start: the first day, or %YD_DAY_NONE: nothing says when
 * @finish: the last day, which is worked as well
 * @latest_start: the latest day to begin, or %YD_DAY_NONE: nothing asks for it
 * @latest_finish: the latest day to be done
 * @due: the day of the first of its deadlines, or %YD_DAY_NONE
 * @deadline: (nullable): which one that is
 * @days: working days from @start to @finish
 * @slack: working days by which it may end later; only if @has_slack
 * @late_by: working days by which it misses @due, or 0; 0 as well when it is done
 * @light: how it stands today
 * @has_slack: whether anything depends on when it ends
 * @critical: it is worked on, and has no slack
 * @spans: its dates are those of what stands below it
 * @done: its dates are what happened
 * @provisional: they lie in a year for which no days off are announced
 *
 * What follows for a point. Plain: to be copied and dropped.
 */
typedef struct
{
  YdDay    start;
  YdDay    finish;
  YdDay    latest_start;
  YdDay    latest_finish;
  YdDay    due;
  YdRow   *deadline;
  int      days;
  int      slack;
  int      late_by;
  YdLight  light;
  guint    has_slack : 1;
  guint    critical : 1;
  guint    spans : 1;
  guint    done : 1;
  guint    provisional : 1;
} YdScheduled;

/**
 * YdScheduleEdge:
 * @dependency: the row that says so
 * @pred: the predecessor
 * @succ: the successor
 * @link: what it asks for
 * @drives: it is what @succ waits for
 * @critical: it drives, and both its ends are critical
 * @aside: it would make a point wait for itself, so it is not counted
 *
 * A dependency between two points that count.
 */
typedef struct
{
  YdRow    *dependency;
  YdPoint  *pred;
  YdPoint  *succ;
  YdLink    link;
  gboolean  drives;
  gboolean  critical;
  gboolean  aside;
} YdScheduleEdge;

/**
 * YdScheduleStep:
 * @point: a point
 * @dependency: (nullable): what it waits for, if it waits for another one
 *
 * One of a chain of points that wait for each other.
 */
typedef struct
{
  YdPoint *point;
  YdRow   *dependency;
} YdScheduleStep;

typedef void (* YdScheduleEdgeFunc) (const YdScheduleEdge *edge,
                                     gpointer              user_data);

YdSchedule     *yd_schedule_new              (YdPlan              *plan,
                                              YdWorkCalendar      *calendar,
                                              YdDay                today)
                                              G_GNUC_WARN_UNUSED_RESULT;

YdPlan         *yd_schedule_get_plan         (YdSchedule          *self);
YdWorkCalendar *yd_schedule_get_calendar     (YdSchedule          *self);
void            yd_schedule_set_calendar     (YdSchedule          *self,
                                              YdWorkCalendar      *calendar);
YdDay           yd_schedule_get_today        (YdSchedule          *self);
void            yd_schedule_set_today        (YdSchedule          *self,
                                              YdDay                today);
int             yd_schedule_get_soon_days    (YdSchedule          *self);
void            yd_schedule_set_soon_days    (YdSchedule          *self,
                                              int                  n_days);

gboolean        yd_schedule_get              (YdSchedule          *self,
                                              YdPoint             *point,
                                              YdScheduled         *scheduled);
void            yd_schedule_get_range        (YdSchedule          *self,
                                              YdDay               *first,
                                              YdDay               *last);
YdDueState      yd_schedule_get_due          (YdSchedule          *self,
                                              YdRow               *deadline,
                                              YdDue               *due);
YdDueState      yd_schedule_compute_due      (YdSchedule          *self,
                                              YdPoint             *point,
                                              YdRow               *deadline,
                                              const YdDeadlineTerms *terms,
                                              YdDue               *due);
YdLight         yd_schedule_get_worst_light  (YdSchedule          *self,
                                              YdPoint             *point,
                                              guint               *n_points);

void            yd_schedule_foreach_edge     (YdSchedule          *self,
                                              YdScheduleEdgeFunc   func,
                                              gpointer             user_data);
void            yd_schedule_foreach_edge_of  (YdSchedule          *self,
                                              YdPoint             *point,
                                              YdScheduleEdgeFunc   func,
                                              gpointer             user_data);

GArray         *yd_schedule_list_chain       (YdSchedule          *self,
                                              YdPoint             *point)
                                              G_GNUC_WARN_UNUSED_RESULT;
char           *yd_schedule_dup_light_words  (YdSchedule          *self,
                                              YdPoint             *point)
                                              G_GNUC_WARN_UNUSED_RESULT;
char           *yd_schedule_dup_why          (YdSchedule          *self,
                                              YdPoint             *point)
                                              G_GNUC_WARN_UNUSED_RESULT;
char           *yd_schedule_dup_late_words   (YdSchedule          *self,
                                              YdPoint             *point)
                                              G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
