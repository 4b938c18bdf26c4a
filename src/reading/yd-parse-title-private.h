/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-parse-tape-private.h"

G_BEGIN_DECLS

/* A title and where the text after it begins. */
typedef struct
{
  YdSpan title;                         /* empty where the text starts at once */
  guint  after;
} YdTitle;

YdTitle _yd_title_find      (const YdTape *text,
                             guint         start,
                             guint         end);
YdTitle _yd_title_find_duty (const YdTape *text,
                             guint         start,
                             guint         end);
guint   _yd_subject_find    (const YdTape *text,
                             guint         start,
                             guint         end);

G_END_DECLS
