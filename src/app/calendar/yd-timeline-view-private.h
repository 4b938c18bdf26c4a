/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-timeline-view.h"

#include "yd-preview-bar.h"
#include "yd-timeline-grid.h"

G_BEGIN_DECLS

/* What of a point is tried. */
typedef enum
{
  YD_TIMELINE_MOVE,
  YD_TIMELINE_STRETCH_START,
  YD_TIMELINE_STRETCH_FINISH,
  YD_TIMELINE_MOVE_DUE,
} YdTimelineTry;

struct _YdTimelineView
{
  YdCalendarView  parent_instance;

  /* Owned */
  YdTimelineRows *rows;
  YdPlan         *plan;                 /* the one that is shown */
  YdSchedule     *schedule;
  YdEdit         *pending;              /* what waits to be confirmed */
  YdPoint        *moving;               /* which point it moves */
  GVariant       *state;                /* to be restored when the plan is there */

  /* Borrowed */
  GtkWidget      *legend;               /* of the toolbar, as long as there is one */

  /* Template */
  GtkStack       *stack;
  YdTimelineGrid *grid;
  YdPreviewBar   *bar;

  YdTimelineTry   moving_how;
  int             moving_by;            /* working days */
  guint           heading_id;
  guint           placed : 1;           /* scrolled to where it begins */
};

gboolean _yd_timeline_view_is_pending (YdTimelineView *self);
void     _yd_timeline_view_init_keys  (YdTimelineView *self);
void     _yd_timeline_view_drop       (YdTimelineView *self);
void     _yd_timeline_view_confirm    (YdTimelineView *self);
void     _yd_timeline_view_drag       (YdTimelineView *self,
                                       YdPoint        *point,
                                       int             n_days);
void     _yd_timeline_view_drag_due   (YdTimelineView *self,
                                       YdPoint        *point,
                                       int             n_days);
void     _yd_timeline_view_stretch    (YdTimelineView *self,
                                       YdPoint        *point,
                                       int             n_days,
                                       gboolean        at_start);
void     _yd_timeline_view_nudge      (YdTimelineView *self,
                                       int             n_days,
                                       gboolean        stretch);
void     _yd_timeline_view_link       (YdTimelineView *self,
                                       YdPoint        *pred,
                                       YdPoint        *succ,
                                       gboolean        from_start,
                                       gboolean        to_finish);

G_END_DECLS
