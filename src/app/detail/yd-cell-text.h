/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_CELL_TEXT (yd_cell_text_get_type ())

G_DECLARE_FINAL_TYPE (YdCellText, yd_cell_text, YD, CELL_TEXT, GtkBox)

void         yd_cell_text_set_up     (YdCellText *self,
                                      guint       field,
                                      const char *act,
                                      const char *label,
                                      gboolean    one_line);
void         yd_cell_text_show       (YdCellText *self,
                                      YdRow      *row);
void         yd_cell_text_restore    (YdCellText *self,
                                      const char *seen,
                                      const char *text);
void         yd_cell_text_update     (YdCellText *self);
gboolean     yd_cell_text_commit     (YdCellText *self);
gboolean     yd_cell_text_get_edited (YdCellText *self);
GtkTextView *yd_cell_text_get_view   (YdCellText *self);

G_END_DECLS
