/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-session.h"

G_BEGIN_DECLS

#define YD_TYPE_LEADER_WINDOW (yd_leader_window_get_type ())

G_DECLARE_FINAL_TYPE (YdLeaderWindow, yd_leader_window, YD, LEADER_WINDOW, GtkWindow)

GtkWidget *yd_leader_window_new       (GtkWindow      *parent,
                                       YdSession      *session) G_GNUC_WARN_UNUSED_RESULT;
YdPoint   *yd_leader_window_get_point (YdLeaderWindow *self);

G_END_DECLS
