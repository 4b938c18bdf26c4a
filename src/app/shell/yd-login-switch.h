/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define YD_TYPE_LOGIN_SWITCH (yd_login_switch_get_type ())

G_DECLARE_FINAL_TYPE (YdLoginSwitch, yd_login_switch, YD, LOGIN_SWITCH, GObject)

YdLoginSwitch *yd_login_switch_new (GSettings *settings,
                                    gboolean   sandboxed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
