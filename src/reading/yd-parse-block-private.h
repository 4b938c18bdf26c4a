/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-parse-mark-private.h"

G_BEGIN_DECLS

/* A paragraph: a line, or what stands between two marks of a line that had its
 * ends lost. Blanks around it are left out.
 */
typedef struct
{
  guint    start;
  guint    end;
  YdMark   mark;                        /* style YD_MARK_NONE where there is none */
  gboolean table;                       /* a row of a table: cells between tabs */
  gboolean wrapped;                     /* of several lines */
} YdBlock;

GArray *_yd_blocks_read (const YdTape *text);
GArray *_yd_foot_find   (const YdTape *text,
                         guint         start,
                         guint         end);

G_END_DECLS
