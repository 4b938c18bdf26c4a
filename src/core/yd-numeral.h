/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How official documents number their levels (GB/T 9704-2012, 7.3.3). */
typedef enum
{
  YD_NUMERAL_CHAPTER,           /* 一、 */
  YD_NUMERAL_SECTION,           /* （一） */
  YD_NUMERAL_ITEM,              /* 1. */
  YD_NUMERAL_SUBITEM,           /* （1） */
} YdNumeralStyle;

char  *yd_numeral_to_chinese (guint            number) G_GNUC_WARN_UNUSED_RESULT;
guint  yd_numeral_parse      (const char      *text);
char  *yd_numeral_format     (guint            number,
                              YdNumeralStyle   style,
                              gboolean         half_width) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
