/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-parse-tape-private.h"

G_BEGIN_DECLS

void _yd_orders_read (const YdTape *text,
                      YdOutline    *outline,
                      guint         point,
                      guint         start,
                      guint         end);

G_END_DECLS
