/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-clock.h"
#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_CLOCK_ROW (yd_clock_row_get_type ())

G_DECLARE_FINAL_TYPE (YdClockRow, yd_clock_row, YD, CLOCK_ROW, AdwBin)

GtkWidget     *yd_clock_row_new          (YdPage     *page,
                                          YdClock    *clock,
                                          gboolean    narrow);
const YdClock *yd_clock_row_get_clock    (YdClockRow *self);
char          *yd_clock_row_dup_sentence (YdClockRow *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean       yd_clock_row_grab_control (YdClockRow *self,
                                          const char *name);
const char    *yd_clock_row_get_control  (YdClockRow *self);
gboolean       yd_clock_row_is_asking    (YdClockRow *self);

G_END_DECLS
