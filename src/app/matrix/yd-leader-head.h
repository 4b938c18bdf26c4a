/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-day.h"
#include "yd-leader-pages.h"

G_BEGIN_DECLS

#define YD_TYPE_LEADER_HEAD (yd_leader_head_get_type ())

G_DECLARE_FINAL_TYPE (YdLeaderHead, yd_leader_head, YD, LEADER_HEAD, GtkBox)

GtkWidget *yd_leader_head_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       yd_leader_head_show (YdLeaderHead *self,
                                YdPlan       *plan,
                                GPtrArray    *pages,
                                guint         index,
                                YdDay         today);

G_END_DECLS
