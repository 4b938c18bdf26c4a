/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-outline-field.h"

G_BEGIN_DECLS

#define YD_TYPE_OUTLINE_CELL (yd_outline_cell_get_type ())

G_DECLARE_FINAL_TYPE (YdOutlineCell, yd_outline_cell, YD, OUTLINE_CELL, YdOutlineField)

GtkWidget  *yd_outline_cell_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void        yd_outline_cell_show     (YdOutlineCell *self,
                                      YdCellWords   *words,
                                      const char    *tooltip);
const char *yd_outline_cell_get_text (YdOutlineCell *self);

G_END_DECLS
