/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-timeline-view.h"

#include "yd-timeline-grid.h"

G_BEGIN_DECLS

struct _YdTimelineView
{
  YdCalendarView  parent_instance;

  /* Owned */
  GSignalGroup   *signals;              /* of the session */
  GSignalGroup   *filter_signals;
  YdTimelineRows *rows;
  YdPlan         *plan;                 /* the one that is shown */
  YdSchedule     *schedule;
  GVariant       *state;                /* to be restored when the plan is there */

  /* Template */
  GtkStack       *stack;
  YdTimelineGrid *grid;

  guint           heading_id;
  guint           placed : 1;           /* scrolled to where it begins */
};

G_END_DECLS
