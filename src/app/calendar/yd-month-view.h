/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-calendar-view.h"

G_BEGIN_DECLS

#define YD_TYPE_MONTH_VIEW (yd_month_view_get_type ())

G_DECLARE_FINAL_TYPE (YdMonthView, yd_month_view, YD, MONTH_VIEW, YdCalendarView)

G_END_DECLS
