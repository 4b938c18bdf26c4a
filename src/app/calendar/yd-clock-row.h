/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-clock.h"
#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_CLOCK_ROW (yd_clock_row_get_type ())

G_DECLARE_FINAL_TYPE (YdClockRow, yd_clock_row, YD, CLOCK_ROW, AdwBin)

GtkWidget *yd_clock_row_new (YdPage  *page,
                             YdClock *clock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
