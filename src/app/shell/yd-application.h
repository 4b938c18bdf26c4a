/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-id.h"

G_BEGIN_DECLS

#define YD_APPLICATION_ID "io.github.yaodian.Yaodian"

#define YD_TYPE_APPLICATION (yd_application_get_type ())

G_DECLARE_FINAL_TYPE (YdApplication, yd_application, YD, APPLICATION, AdwApplication)

YdApplication *yd_application_new        (const YdIdSource *ids) G_GNUC_WARN_UNUSED_RESULT;
int            yd_application_get_status (YdApplication    *self);

G_END_DECLS
