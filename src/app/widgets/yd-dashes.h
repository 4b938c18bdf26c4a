/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void yd_dashes_draw (GtkSnapshot           *snapshot,
                     const graphene_rect_t *area,
                     float                  width,
                     float                  dash,
                     const GdkRGBA         *color);

G_END_DECLS
