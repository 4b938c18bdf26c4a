/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-clock.h"
#include "yd-schedule.h"

G_BEGIN_DECLS

#define YD_TYPE_AGENDA (yd_agenda_get_type ())

/**
 * YdAgenda:
 *
 * What is due, by date: one item for each time that a deadline falls, and for each step of a
 * clock. As it was when it was made; it does not follow the plan. Keeps the plan alive.
 */
typedef struct _YdAgenda YdAgenda;

/**
 * YdAgendaItem:
 * @point: (nullable): a point, %NULL for a clock that is about none
 * @path: its path, `一/(一)`, or nothing
 * @place: how many points stand before it in the document
 * @deadline: (nullable): the deadline, %NULL for a point that has none, and for a clock
 * @due: when; without a day where nothing is stated or the day is not known
 * @clock: (nullable): the clock
 * @step: (nullable): which step of @clock
 *
 * The rows are the plan's, the strings and clocks the agenda's.
 */
typedef struct
{
  YdPoint           *point;
  const char        *path;
  guint              place;
  YdRow             *deadline;
  YdDue              due;
  const YdClock     *clock;
  const YdClockStep *step;
} YdAgendaItem;

/**
 * YdAgendaFilter:
 * @point: (nullable): a point, %NULL for a clock that is about none
 * @row: (nullable): a deadline of it, or the step of a clock; see yd_row_get_kind()
 * @user_data: what the caller gave
 *
 * Returns: whether it is wanted
 */
typedef gboolean (* YdAgendaFilter) (YdPoint  *point,
                                     YdRow    *row,
                                     gpointer  user_data);

GType               yd_agenda_get_type     (void) G_GNUC_CONST;
YdAgenda           *yd_agenda_new          (YdSchedule     *schedule,
                                            YdDay           from,
                                            YdDay           to,
                                            YdAgendaFilter  filter,
                                            gpointer        user_data)
                                            G_GNUC_WARN_UNUSED_RESULT;
YdAgenda           *yd_agenda_new_of_next  (YdSchedule     *schedule,
                                            YdAgendaFilter  filter,
                                            gpointer        user_data)
                                            G_GNUC_WARN_UNUSED_RESULT;
void                yd_agenda_add_clocks   (YdAgenda       *self,
                                            YdMoment        now,
                                            YdAgendaFilter  filter,
                                            gpointer        user_data);
YdAgenda           *yd_agenda_ref          (YdAgenda       *self);
void                yd_agenda_unref        (YdAgenda       *self);

YdPlan             *yd_agenda_get_plan     (YdAgenda       *self);
YdWorkCalendar     *yd_agenda_get_calendar (YdAgenda       *self);
guint               yd_agenda_get_n_items  (YdAgenda       *self);
const YdAgendaItem *yd_agenda_get_item     (YdAgenda       *self,
                                            guint           n);
guint               yd_agenda_get_n_dated  (YdAgenda       *self);

const char *yd_agenda_item_get_id      (const YdAgendaItem *item);
gboolean    yd_agenda_item_is_internal (const YdAgendaItem *item);
gboolean    yd_agenda_item_is_proposed (const YdAgendaItem *item);
YdLight     yd_agenda_item_get_light   (const YdAgendaItem *item,
                                        YdSchedule         *schedule);
char       *yd_agenda_item_dup_task    (const YdAgendaItem *item) G_GNUC_WARN_UNUSED_RESULT;
char       *yd_agenda_item_dup_reason  (const YdAgendaItem *item,
                                        YdWorkCalendar     *calendar)
                                        G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdAgenda, yd_agenda_unref)

G_END_DECLS
