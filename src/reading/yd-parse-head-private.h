/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-parse-block-private.h"

G_BEGIN_DECLS

void     _yd_head_read (const YdTape *text,
                        YdOutline    *outline,
                        GArray       *blocks,
                        guint         n_blocks);
gboolean _yd_tail_read (const YdTape *text,
                        YdOutline    *outline,
                        GArray       *blocks,
                        guint         block,
                        gboolean      copies);

G_END_DECLS
