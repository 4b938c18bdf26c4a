/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "yd-page-style.h"

G_BEGIN_DECLS

PangoFontDescription *yd_page_font_describe (const YdFont *font,
                                             PangoFontMap *fonts) G_GNUC_WARN_UNUSED_RESULT;
gboolean              yd_page_font_is_here  (const char   *family,
                                             PangoFontMap *fonts);

G_END_DECLS
