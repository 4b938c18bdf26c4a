/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YD_TYPE_LEADER_ASK (yd_leader_ask_get_type ())

G_DECLARE_FINAL_TYPE (YdLeaderAsk, yd_leader_ask, YD, LEADER_ASK, GtkBox)

GtkWidget *yd_leader_ask_new     (GtkWidget   *window) G_GNUC_WARN_UNUSED_RESULT;
gboolean   yd_leader_ask_is_open (YdLeaderAsk *self);

G_END_DECLS
