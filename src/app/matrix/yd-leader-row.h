/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-schedule.h"

G_BEGIN_DECLS

#define YD_TYPE_LEADER_ROW (yd_leader_row_get_type ())

G_DECLARE_FINAL_TYPE (YdLeaderRow, yd_leader_row, YD, LEADER_ROW, GtkBox)

GtkWidget *yd_leader_row_new      (YdPlan      *plan,
                                   YdPoint     *point,
                                   YdSchedule  *schedule) G_GNUC_WARN_UNUSED_RESULT;
YdPoint   *yd_leader_row_get_point
                                  (YdLeaderRow *self);
void       yd_leader_row_set_mark (YdLeaderRow *self,
                                   const char  *words);
void       yd_leader_row_set_chosen
                                  (YdLeaderRow *self,
                                   gboolean     chosen);

G_END_DECLS
