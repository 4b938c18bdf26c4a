/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yd-id.h"

G_BEGIN_DECLS

#define YD_TYPE_REMINDERS (yd_reminders_get_type ())

G_DECLARE_FINAL_TYPE (YdReminders, yd_reminders, YD, REMINDERS, GObject)

YdReminders *yd_reminders_new       (GApplication     *application,
                                     GSettings        *settings,
                                     const YdIdSource *clock,
                                     const char       *library) G_GNUC_WARN_UNUSED_RESULT;
void         yd_reminders_look_soon (YdReminders      *self);

G_END_DECLS
