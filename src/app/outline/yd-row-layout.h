/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YD_TYPE_ROW_LAYOUT (yd_row_layout_get_type ())
G_DECLARE_FINAL_TYPE (YdRowLayout, yd_row_layout, YD, ROW_LAYOUT, GtkLayoutManager)

GtkLayoutManager *yd_row_layout_new (int spacing,
                                     int min_chars);

G_END_DECLS
