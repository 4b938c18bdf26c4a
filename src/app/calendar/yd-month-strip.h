/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-day.h"

G_BEGIN_DECLS

#define YD_TYPE_MONTH_STRIP (yd_month_strip_get_type ())

G_DECLARE_FINAL_TYPE (YdMonthStrip, yd_month_strip, YD, MONTH_STRIP, GtkWidget)

void   yd_month_strip_set_loads (YdMonthStrip *self,
                                 int           year,
                                 const guint  *loads);
void   yd_month_strip_set_shown (YdMonthStrip *self,
                                 YdDay         month,
                                 YdDay         first,
                                 YdDay         last);
YdDay  yd_month_strip_find_day  (YdMonthStrip *self,
                                 double        x);

G_END_DECLS
