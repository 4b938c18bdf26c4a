/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-month-chips.h"

G_BEGIN_DECLS

const char *yd_month_get_title
                             (const YdMonthChip *chip);
char *yd_month_dup_task      (const YdMonthChip *chip) G_GNUC_WARN_UNUSED_RESULT;
char *yd_month_dup_short     (const char        *title,
                              guint              n_chars) G_GNUC_WARN_UNUSED_RESULT;
char *yd_month_dup_festival  (YdWorkCalendar    *calendar,
                              YdDay              day) G_GNUC_WARN_UNUSED_RESULT;
char *yd_month_dup_short_festival
                             (const char        *festival,
                              YdDay              day) G_GNUC_WARN_UNUSED_RESULT;
char *yd_month_dup_day       (YdWorkCalendar    *calendar,
                              YdDay              day,
                              guint              n_due) G_GNUC_WARN_UNUSED_RESULT;
char *yd_month_dup_time      (const YdMonthChip *chip) G_GNUC_WARN_UNUSED_RESULT;
char *yd_month_dup_chip      (const YdMonthChip *chip) G_GNUC_WARN_UNUSED_RESULT;
char *yd_month_dup_tooltip   (const YdMonthChip *chip,
                              YdWorkCalendar    *calendar) G_GNUC_WARN_UNUSED_RESULT;
char *yd_month_dup_moved     (const YdMonthChip *chip) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
