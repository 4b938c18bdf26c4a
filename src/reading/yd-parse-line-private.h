/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-parse-tape-private.h"

G_BEGIN_DECLS

/* What a line without a number is, by its look alone. */
typedef enum
{
  YD_LINE_TEXT,
  YD_LINE_TITLE,                        /* short, not a sentence */
  YD_LINE_NUMBER,
  YD_LINE_ADDRESSEE,
  YD_LINE_DATE,
  YD_LINE_NOTE,
  YD_LINE_COVER,
  YD_LINE_COPIES,
  YD_LINE_IMPRINT,
  YD_LINE_ANNEXES,
  YD_LINE_NOISE,                        /* of a web page */
  YD_LINE_RULE,                         /* or a page number */
} YdLineKind;

YdLineKind _yd_line_kind   (const YdTape *text,
                            guint         start,
                            guint         end);
guint      _yd_number_find (const YdTape *text,
                            guint         start,
                            guint         end,
                            guint        *after);

G_END_DECLS
