/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-session.h"

G_BEGIN_DECLS

#define YD_TYPE_PROPERTIES (yd_properties_get_type ())

G_DECLARE_FINAL_TYPE (YdProperties, yd_properties, YD, PROPERTIES, AdwPreferencesWindow)

YdProperties *yd_properties_new (GtkWindow *parent,
                                 YdSession *session) G_GNUC_WARN_UNUSED_RESULT;
void          yd_properties_keep (YdProperties *self);

G_END_DECLS
