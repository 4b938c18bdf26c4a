/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-source-marks.h"

G_BEGIN_DECLS

#define YD_TYPE_SOURCE_TEXT (yd_source_text_get_type ())
#define YD_MARKS_ALL ((1u << YD_N_MARK_KINDS) - 1)

G_DECLARE_FINAL_TYPE (YdSourceText, yd_source_text, YD, SOURCE_TEXT, GtkTextView)

YdSource      *yd_source_text_get_source      (YdSourceText  *self);
void           yd_source_text_set_source      (YdSourceText  *self,
                                               YdSource      *source);
gboolean       yd_source_text_get_loading     (YdSourceText  *self);
YdSourceMarks *yd_source_text_get_marks       (YdSourceText  *self);
void           yd_source_text_take_marks      (YdSourceText  *self,
                                               YdSourceMarks *marks);
guint          yd_source_text_get_kinds       (YdSourceText  *self);
void           yd_source_text_set_kinds       (YdSourceText  *self,
                                               guint          kinds);
void           yd_source_text_set_mark_unplaced (YdSourceText *self,
                                                 gboolean      mark_unplaced);
void           yd_source_text_show            (YdSourceText  *self,
                                               YdPoint       *point,
                                               YdRow         *fact);
void           yd_source_text_update         (YdSourceText  *self);
void           yd_source_text_show_span      (YdSourceText  *self,
                                               YdSpan         span);
void           yd_source_text_scroll_to       (YdSourceText  *self,
                                               YdSpan         span);
gboolean       yd_source_text_get_selection   (YdSourceText  *self,
                                               YdSpan        *span);
guint          yd_source_text_get_place       (YdSourceText  *self);
void           yd_source_text_set_narrow      (YdSourceText  *self,
                                               gboolean       narrow);

G_END_DECLS
