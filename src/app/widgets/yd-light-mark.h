/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-light.h"

G_BEGIN_DECLS

#define YD_LIGHT_MARK_SIZE 10.0

const char *yd_light_get_color_name (YdLight                light,
                                     gboolean               fill);
void        yd_light_mark_draw      (GtkSnapshot           *snapshot,
                                     YdLight                light,
                                     const GdkRGBA         *color,
                                     const graphene_rect_t *area);

G_END_DECLS
