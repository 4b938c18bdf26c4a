/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long a main loop answered to nothing, in milliseconds */
typedef struct
{
  double wall_ms;
  double thread_ms;             /* of these, what its thread worked: a busy machine adds none */
} YdTestBlock;

void        yd_test_watchdog_start (void);
YdTestBlock yd_test_watchdog_take  (void);

gint64      yd_test_get_thread_time (void);

G_END_DECLS
