/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-schedule.h"

G_BEGIN_DECLS

#define YD_TYPE_AGENDA (yd_agenda_get_type ())

/**
 * YdAgenda:
 *
 * What is due, by date: one item for each time that a deadline falls. As it was when it
 * was made; it does not follow the plan. Keeps the plan alive.
 */
typedef struct _YdAgenda YdAgenda;

/**
 * YdAgendaItem:
 * @point: a point
 * @path: its path, `一/(一)`
 * @place: how many points stand before it in the document
 * @deadline: (nullable): the deadline, %NULL for a point that has none
 * @due: when; without a day where nothing is stated or the day is not known
 *
 * The rows are the plan's and the strings the agenda's.
 */
typedef struct
{
  YdPoint    *point;
  const char *path;
  guint       place;
  YdRow      *deadline;
  YdDue       due;
} YdAgendaItem;

/**
 * YdAgendaFilter:
 * @point: a point
 * @deadline: (nullable): a deadline of it
 * @user_data: what the caller gave
 *
 * Returns: whether it is wanted
 */
typedef gboolean (* YdAgendaFilter) (YdPoint  *point,
                                     YdRow    *deadline,
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
YdAgenda           *yd_agenda_ref          (YdAgenda       *self);
void                yd_agenda_unref        (YdAgenda       *self);

YdPlan             *yd_agenda_get_plan     (YdAgenda       *self);
YdWorkCalendar     *yd_agenda_get_calendar (YdAgenda       *self);
guint               yd_agenda_get_n_items  (YdAgenda       *self);
const YdAgendaItem *yd_agenda_get_item     (YdAgenda       *self,
                                            guint           n);
guint               yd_agenda_get_n_dated  (YdAgenda       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdAgenda, yd_agenda_unref)

G_END_DECLS
