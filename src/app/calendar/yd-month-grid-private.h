/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-month-grid.h"

#include "yd-grid-colors.h"
#include "yd-month-layout.h"

G_BEGIN_DECLS

struct _YdMonthGrid
{
  YdGrid          parent_instance;

  /* Owned */
  YdMonthChips   *chips;
  YdWorkCalendar *calendar;
  YdPoint        *selected;
  YdRow          *ghost;        /* a deadline that is shown where it would be */

  YdDay           month;        /* its first day */
  YdDay           first;        /* the day in the first cell */
  YdDay           today;
  YdDay           ghost_day;
  guint           chip;         /* of the current day */
  YdMonthLayout   layout;

  /* While something is dragged */
  guint           drag_chip;
  YdDay           drag_day;
  YdDay           drag_to;
  double          drag_x;
  double          drag_y;
  gboolean        dragging;
};

YdDay              _yd_month_grid_get_cell_day  (YdMonthGrid           *self,
                                                 guint                  row,
                                                 guint                  col);
guint              _yd_month_grid_count         (YdMonthGrid           *self,
                                                 YdDay                  day);
guint              _yd_month_grid_count_shown   (YdMonthGrid           *self,
                                                 YdDay                  day);
const YdMonthChip *_yd_month_grid_lookup        (YdMonthGrid           *self,
                                                 YdDay                  day,
                                                 guint                  n);
void               _yd_month_grid_get_cell_area (YdMonthGrid           *self,
                                                 guint                  row,
                                                 guint                  col,
                                                 graphene_rect_t       *area);
void               _yd_month_grid_choose        (YdMonthGrid           *self,
                                                 guint                  chip);

/* Drawing */
void               _yd_month_grid_draw          (YdGrid                *grid,
                                                 GtkSnapshot           *snapshot,
                                                 YdGridPart             part,
                                                 const YdGridRange     *range,
                                                 const graphene_rect_t *area);
void               _yd_month_grid_draw_chip     (YdMonthGrid           *self,
                                                 GtkSnapshot           *snapshot,
                                                 const YdMonthChip     *chip,
                                                 const graphene_rect_t *area,
                                                 const YdGridColors   *colors);
void               _yd_month_grid_draw_over     (YdGrid                *grid,
                                                 GtkSnapshot           *snapshot);

/* Words */
char              *_yd_month_grid_dup_name      (YdGrid                *grid,
                                                 guint                  row,
                                                 guint                  col);
char              *_yd_month_grid_dup_tooltip   (YdGrid                *grid,
                                                 const YdGridHit       *hit,
                                                 double                 x,
                                                 double                 y);

/* Keys and pointer */
void               _yd_month_grid_init_keys     (YdMonthGrid           *self);
gboolean           _yd_month_grid_move          (YdGrid                *grid,
                                                 YdGridMove             move,
                                                 guint                 *row,
                                                 guint                 *col);
void               _yd_month_grid_init_drag     (YdMonthGrid           *self);
gboolean           _yd_month_grid_press         (YdGrid                *grid,
                                                 const YdGridHit       *hit,
                                                 guint                  n_press,
                                                 double                 x,
                                                 double                 y);
void               _yd_month_grid_menu          (YdGrid                *grid,
                                                 const YdGridHit       *hit,
                                                 double                 x,
                                                 double                 y);

G_END_DECLS
