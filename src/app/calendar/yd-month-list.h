/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-month-chips.h"

G_BEGIN_DECLS

#define YD_TYPE_MONTH_LIST (yd_month_list_get_type ())

G_DECLARE_FINAL_TYPE (YdMonthList, yd_month_list, YD, MONTH_LIST, GtkPopover)

GtkWidget *yd_month_list_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       yd_month_list_show (YdMonthList  *self,
                               YdMonthChips *chips,
                               YdDay         day);

G_END_DECLS
