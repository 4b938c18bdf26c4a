/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-leader-pages.h"
#include "yd-schedule.h"

G_BEGIN_DECLS

#define YD_TYPE_LEADER_FOOT (yd_leader_foot_get_type ())

G_DECLARE_FINAL_TYPE (YdLeaderFoot, yd_leader_foot, YD, LEADER_FOOT, GtkBox)

GtkWidget *yd_leader_foot_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       yd_leader_foot_show (YdLeaderFoot *self,
                                YdSchedule   *schedule,
                                GPtrArray    *pages,
                                guint         index);

G_END_DECLS
