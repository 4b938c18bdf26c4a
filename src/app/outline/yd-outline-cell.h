/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-outline-words.h"

G_BEGIN_DECLS

#define YD_TYPE_OUTLINE_CELL (yd_outline_cell_get_type ())

G_DECLARE_FINAL_TYPE (YdOutlineCell, yd_outline_cell, YD, OUTLINE_CELL, GtkWidget)

GtkWidget *yd_outline_cell_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       yd_outline_cell_show (YdOutlineCell *self,
                                 YdCellWords   *words,
                                 const char    *tooltip);

G_END_DECLS
