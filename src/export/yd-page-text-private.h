/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-pages.h"

G_BEGIN_DECLS

typedef struct _YdPageText YdPageText;

YdPageText *_yd_page_text_new            (YdPages      *pages,
                                          const YdFont *font) G_GNUC_WARN_UNUSED_RESULT;
void        _yd_page_text_free           (YdPageText   *self);
double      _yd_page_text_get_pitch      (YdPageText   *self);
guint       _yd_page_text_set            (YdPageText   *self,
                                          const char   *text,
                                          double        width,
                                          gboolean      bold);
double      _yd_page_text_get_line_width (YdPageText   *self,
                                          guint         line);
void        _yd_page_text_show           (YdPageText   *self,
                                          cairo_t      *cr,
                                          guint         first,
                                          guint         end,
                                          double        x,
                                          double        y,
                                          double        width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdPageText, _yd_page_text_free)

G_END_DECLS
