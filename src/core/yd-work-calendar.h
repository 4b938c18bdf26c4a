/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-day.h"
#include "yd-office.h"
#include "yd-plan.h"

G_BEGIN_DECLS

#define YD_TYPE_WORK_CALENDAR (yd_work_calendar_get_type ())

/**
 * YdWorkCalendar:
 *
 * Which days are worked: the weeks, the arrangements of days off (放假安排) that
 * notices make, and above them what a region adds. Immutable; may be shared by threads.
 */
typedef struct _YdWorkCalendar        YdWorkCalendar;
typedef struct _YdWorkCalendarBuilder YdWorkCalendarBuilder;

/**
 * YdDayWhy:
 * @YD_DAY_WEEKDAY: it is worked as every week
 * @YD_DAY_WEEKEND: it is free as every week
 * @YD_DAY_HOLIDAY: a notice makes it free
 * @YD_DAY_MAKE_UP: a notice makes this weekend day worked (调休上班)
 * @YD_DAY_LOCAL: a region's notice made it what it is
 */
typedef enum
{
  YD_DAY_WEEKDAY,
  YD_DAY_WEEKEND,
  YD_DAY_HOLIDAY,
  YD_DAY_MAKE_UP,
  YD_DAY_LOCAL,
} YdDayWhy;

/**
 * YdDayInfo:
 * @working: whether it is worked
 * @why: why
 * @name: (nullable): the festival for which it was arranged
 * @notice: the year of the notice that names it, or 0
 * @number: (nullable): the number of that notice (文号)
 * @region: (nullable): the region whose notice it is
 * @provisional: no notice is known for its year, so this may still change
 *
 * What is known of a day. The strings live as long as the calendar.
 */
typedef struct
{
  gboolean    working;
  YdDayWhy    why;
  const char *name;
  int         notice;
  const char *number;
  const char *region;
  gboolean    provisional;
} YdDayInfo;

/**
 * YdNamedDay:
 * @day: a day
 * @working: whether it is worked
 * @notice: the year of the notice
 * @name: (nullable): the festival
 * @number: (nullable): the number of the notice (文号)
 * @region: (nullable): whose notice it is, where it is not the State Council's
 *
 * A day that a notice names.
 */
typedef struct
{
  YdDay       day;
  gboolean    working;
  int         notice;
  const char *name;
  const char *number;
  const char *region;
} YdNamedDay;

GType             yd_work_calendar_get_type     (void) G_GNUC_CONST;
YdWorkCalendar   *yd_work_calendar_new_for      (YdOffice               *office,
                                                 YdPlan                 *plan)
                                                 G_GNUC_WARN_UNUSED_RESULT;
YdWorkCalendar   *yd_work_calendar_ref          (YdWorkCalendar         *self);
void              yd_work_calendar_unref        (YdWorkCalendar         *self);

gboolean          yd_work_calendar_is_working   (YdWorkCalendar         *self,
                                                 YdDay                   day);
YdDay             yd_work_calendar_add          (YdWorkCalendar         *self,
                                                 YdDay                   day,
                                                 int                     n);
int               yd_work_calendar_count        (YdWorkCalendar         *self,
                                                 YdDay                   from,
                                                 YdDay                   to);
YdDay             yd_work_calendar_next         (YdWorkCalendar         *self,
                                                 YdDay                   day);
YdDay             yd_work_calendar_previous     (YdWorkCalendar         *self,
                                                 YdDay                   day);

gboolean          yd_work_calendar_is_announced (YdWorkCalendar         *self,
                                                 int                     year);
gboolean          yd_work_calendar_is_damaged   (YdWorkCalendar         *self,
                                                 int                     year);
gboolean          yd_work_calendar_is_certain   (YdWorkCalendar         *self,
                                                 YdDay                   from,
                                                 YdDay                   to);
int               yd_work_calendar_find_unknown (YdWorkCalendar         *self,
                                                 YdDay                   from,
                                                 YdDay                   to);
int               yd_work_calendar_get_last_announced
                                                (YdWorkCalendar         *self);
int               yd_work_calendar_get_last_known
                                                (YdWorkCalendar         *self);
void              yd_work_calendar_explain      (YdWorkCalendar         *self,
                                                 YdDay                   day,
                                                 YdDayInfo              *info);
const YdNamedDay *yd_work_calendar_get_named    (YdWorkCalendar         *self,
                                                 YdDay                   from,
                                                 YdDay                   to,
                                                 guint                  *n_days);

YdWorkCalendarBuilder *yd_work_calendar_builder_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void                   yd_work_calendar_builder_free       (YdWorkCalendarBuilder *self);
void                   yd_work_calendar_builder_add_notice (YdWorkCalendarBuilder *self,
                                                            int                    year,
                                                            const char            *region,
                                                            const char            *number);
void                   yd_work_calendar_builder_add_day    (YdWorkCalendarBuilder *self,
                                                            YdDay                  day,
                                                            gboolean               working,
                                                            const char            *name);
YdWorkCalendar        *yd_work_calendar_builder_end        (YdWorkCalendarBuilder *self)
                                                            G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdWorkCalendar, yd_work_calendar_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdWorkCalendarBuilder, yd_work_calendar_builder_free)

G_END_DECLS
