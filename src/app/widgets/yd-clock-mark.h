/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void yd_clock_mark_draw (GtkSnapshot           *snapshot,
                         const GdkRGBA         *color,
                         const GdkRGBA         *ground,
                         const graphene_rect_t *area);

G_END_DECLS
