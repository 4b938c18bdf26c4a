/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-agenda.h"
#include "yd-agenda-entry.h"

G_BEGIN_DECLS

/**
 * YdAgendaOrder:
 * @YD_AGENDA_BY_DAY: overdue, today, this week, this month, later, no day
 * @YD_AGENDA_BY_UNIT: what each unit has, by date
 *
 * How an agenda is grouped.
 */
typedef enum
{
  YD_AGENDA_BY_DAY,
  YD_AGENDA_BY_UNIT,
} YdAgendaOrder;

#define YD_TYPE_AGENDA_LIST (yd_agenda_list_get_type ())

G_DECLARE_FINAL_TYPE (YdAgendaList, yd_agenda_list, YD, AGENDA_LIST, GObject)

YdAgendaList  *yd_agenda_list_new       (void) G_GNUC_WARN_UNUSED_RESULT;

GListModel    *yd_agenda_list_get_model (YdAgendaList   *self);
YdAgendaOrder  yd_agenda_list_get_order (YdAgendaList   *self);
void           yd_agenda_list_set_order (YdAgendaList   *self,
                                         YdAgendaOrder   order);
void           yd_agenda_list_toggle    (YdAgendaList   *self,
                                         YdAgendaEntry  *head);
void           yd_agenda_list_fill      (YdAgendaList   *self,
                                         YdSchedule     *schedule,
                                         YdMoment        now,
                                         YdAgendaFilter  filter,
                                         gpointer        user_data);
guint          yd_agenda_list_find      (YdAgendaList   *self,
                                         YdPoint        *point);

G_END_DECLS
