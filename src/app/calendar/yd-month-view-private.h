/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-month-view.h"

#include "yd-month-grid.h"
#include "yd-month-list.h"
#include "yd-month-strip.h"
#include "yd-preview-bar.h"

G_BEGIN_DECLS

struct _YdMonthView
{
  YdCalendarView  parent_instance;

  /* Owned */
  YdPlan         *plan;                 /* the one that is shown */
  YdSchedule     *schedule;
  YdEdit         *pending;              /* (nullable): what waits to be confirmed */
  YdRow          *moving;               /* a deadline that would be moved */
  char           *moving_name;
  YdMonthChips   *chips;                /* of a year, and of the weeks around it */
  GtkWidget      *list;                 /* what is due on one day, over the grid */

  /* Borrowed */
  GtkWidget      *clear_filter;

  /* Template */
  YdMonthGrid    *grid;
  YdMonthStrip   *strip;
  YdPreviewBar   *bar;

  YdDay           moving_to;
  int             year;                 /* of the loads in the strip */
  guint           update_id;
};

YdSession *_yd_month_view_get_session (YdMonthView *self);
void       _yd_month_view_show_month  (YdMonthView *self);
void       _yd_month_view_drop_move   (YdMonthView *self);
void       _yd_month_view_confirm     (YdMonthView *self);
void       _yd_month_view_drag        (YdMonthView *self,
                                       YdRow       *deadline,
                                       YdDay        day);
void       _yd_month_view_shift       (YdMonthView *self,
                                       int          n_days);

G_END_DECLS
