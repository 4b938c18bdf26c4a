/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YD_TYPE_PREFERENCES (yd_preferences_get_type ())

G_DECLARE_FINAL_TYPE (YdPreferences, yd_preferences, YD, PREFERENCES, AdwPreferencesWindow)

YdPreferences *yd_preferences_new              (GtkWindow     *parent,
                                                GSettings     *settings) G_GNUC_WARN_UNUSED_RESULT;
void           yd_preferences_show_login_error (YdPreferences *self,
                                                const char    *words);

G_END_DECLS
