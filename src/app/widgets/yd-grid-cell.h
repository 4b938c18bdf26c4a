/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YD_TYPE_GRID_CELL (yd_grid_cell_get_type ())

G_DECLARE_FINAL_TYPE (YdGridCell, yd_grid_cell, YD, GRID_CELL, GtkWidget)

GtkWidget *yd_grid_cell_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
