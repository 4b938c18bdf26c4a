/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-table.h"

G_BEGIN_DECLS

#define YD_TWIPS 20           /* of them make a point */

/* A line of text in a table is this many times as high as its letters: room for the fonts that
 * stand in where the official ones are not installed. */
#define YD_LINE_PITCH 1.45

char     *_yd_table_dup_title        (YdTable     *self) G_GNUC_WARN_UNUSED_RESULT;
guint    *_yd_table_dup_widths       (YdTable     *self,
                                      guint        total) G_GNUC_WARN_UNUSED_RESULT;
gboolean  _yd_table_continues_below  (YdTable     *self,
                                      guint        row,
                                      guint        column);
guint     _yd_table_count_cell_lines (YdTable     *self,
                                      guint        row,
                                      guint        column,
                                      const guint *widths,
                                      guint        padding);
guint     _yd_table_count_wide_lines (YdTable     *self,
                                      const char  *text,
                                      YdFontRole   font,
                                      const guint *widths,
                                      guint        padding);
guint     _yd_table_count_lines      (YdTable     *self,
                                      guint        row,
                                      const guint *widths,
                                      guint        padding);
guint     _yd_table_count_head_lines (YdTable     *self,
                                      const guint *widths,
                                      guint        padding);

G_END_DECLS
