/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-parse-tape-private.h"

G_BEGIN_DECLS

/* The styles of numbers, outermost first: a number belongs to the nearest one
 * before it that is further out. Papers skip levels, so only the order counts.
 */
typedef enum
{
  YD_MARK_NONE,
  YD_MARK_ANNEX,                        /* 附件1 on a line of its own */
  YD_MARK_PART,                         /* 第一章, 第一节 */
  YD_MARK_ARTICLE,                      /* 第一条 */
  YD_MARK_HAN,                          /* 一、 */
  YD_MARK_HAN_BRACKET,                  /* （一） */
  YD_MARK_HAN_LABEL,                    /* 赛道一： */
  YD_MARK_DIGIT,                        /* 1. */
  YD_MARK_DIGIT_LABEL,                  /* 举措1： */
  YD_MARK_DIGIT_BRACKET,                /* （1） */
  YD_MARK_DIGIT_HALF,                   /* 1） */
  YD_MARK_CIRCLE,                       /* ① */
  YD_N_MARKS
} YdMarkStyle;

typedef struct
{
  YdMarkStyle style;
  guint       number;
  guint       start;                    /* of the mark as printed */
  guint       label_end;                /* end of what the path shows */
  guint       end;                      /* end of the mark as printed */
} YdMark;

gboolean      _yd_mark_read       (const YdTape *text,
                                   guint         at,
                                   guint         end,
                                   YdMark       *mark);
gboolean      _yd_mark_read_line  (const YdTape *text,
                                   guint         at,
                                   guint         end,
                                   YdMark       *mark);
gboolean      _yd_mark_read_point (const YdTape *text,
                                   guint         at,
                                   guint         end,
                                   YdMark       *mark);
const char   *_yd_mark_label      (const YdTape *text,
                                   YdOutline    *outline,
                                   const YdMark *mark);
YdOutlineKind _yd_mark_kind       (YdMarkStyle   style);
guint         _yd_number_read     (const YdTape *text,
                                   guint         at,
                                   guint         end,
                                   guint        *number);

G_END_DECLS
