/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-day.h"

G_BEGIN_DECLS

/* A month is shown in six whole weeks. */
#define YD_MONTH_N_WEEKS 6
#define YD_MONTH_N_DAYS  (7 * YD_MONTH_N_WEEKS)

/* A year has parts of so many weeks at most. */
#define YD_YEAR_N_WEEKS 54

YdDay yd_month_get_first      (YdDay day);
YdDay yd_month_get_last       (YdDay day);
YdDay yd_month_get_first_cell (YdDay day);
int   yd_month_get_week       (YdDay day);
YdDay yd_month_step           (YdDay day,
                               int   n);

YdDay yd_year_get_first_week  (int   year);
guint yd_year_count_weeks     (int   year);

G_END_DECLS
