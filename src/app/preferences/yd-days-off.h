/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-session.h"

G_BEGIN_DECLS

#define YD_TYPE_DAYS_OFF (yd_days_off_get_type ())

G_DECLARE_FINAL_TYPE (YdDaysOff, yd_days_off, YD, DAYS_OFF, AdwWindow)

YdDaysOff *yd_days_off_new   (GtkWindow   *parent,
                              YdSession   *session);
void       yd_days_off_paste (YdDaysOff   *self,
                              const char  *text);

G_END_DECLS
