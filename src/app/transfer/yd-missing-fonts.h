/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "yd-page-style.h"

G_BEGIN_DECLS

GPtrArray *yd_fonts_list_used    (const YdPageStyle *style) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *yd_fonts_list_missing (const YdPageStyle *style,
                                  PangoFontMap      *fonts) G_GNUC_WARN_UNUSED_RESULT;

char      *yd_fonts_dup_words    (const YdPageStyle *style,
                                  PangoFontMap      *fonts,
                                  gboolean           embedded,
                                  gboolean          *all_here) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
