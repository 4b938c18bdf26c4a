/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-light.h"

G_BEGIN_DECLS

GtkWidget  *yd_light_label_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void        yd_light_label_set_light (GtkLabel *label,
                                      YdLight   light);

const char *yd_light_get_sign        (YdLight   light);
const char *yd_light_get_classes     (YdLight   light);

G_END_DECLS
