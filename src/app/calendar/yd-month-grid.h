/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-grid.h"
#include "yd-month-chips.h"

G_BEGIN_DECLS

#define YD_TYPE_MONTH_GRID (yd_month_grid_get_type ())

G_DECLARE_FINAL_TYPE (YdMonthGrid, yd_month_grid, YD, MONTH_GRID, YdGrid)

YdDay              yd_month_grid_get_day      (YdMonthGrid    *self);
YdDay              yd_month_grid_get_month    (YdMonthGrid    *self);
YdDay              yd_month_grid_get_first    (YdMonthGrid    *self);
void               yd_month_grid_go_to        (YdMonthGrid    *self,
                                               YdDay           day);
void               yd_month_grid_set_today    (YdMonthGrid    *self,
                                               YdDay           today);
void               yd_month_grid_set_chips    (YdMonthGrid    *self,
                                               YdMonthChips   *chips,
                                               YdWorkCalendar *calendar);
const YdMonthChip *yd_month_grid_get_chip     (YdMonthGrid    *self);
void               yd_month_grid_set_selected (YdMonthGrid    *self,
                                               YdPoint        *point);
void               yd_month_grid_set_ghost    (YdMonthGrid    *self,
                                               YdRow          *deadline,
                                               YdDay           day);
void               yd_month_grid_get_day_area (YdMonthGrid    *self,
                                               YdDay           day,
                                               GdkRectangle   *area);

G_END_DECLS
