/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-grid.h"
#include "yd-schedule.h"
#include "yd-timeline-clocks.h"
#include "yd-timeline-rows.h"
#include "yd-timeline-scale.h"

G_BEGIN_DECLS

/**
 * YdGhost:
 * @point: a point
 * @start: the day on which it would begin
 * @finish: the day on which it would end
 * @due: the day on which it would be due, or %YD_DAY_NONE where that stays as it is
 * @late: whether it would miss its deadline, and does not now
 *
 * A bar where it would be.
 */
typedef struct
{
  YdPoint  *point;
  YdDay     start;
  YdDay     finish;
  YdDay     due;
  gboolean  late;
} YdGhost;

#define YD_TYPE_TIMELINE_GRID (yd_timeline_grid_get_type ())

G_DECLARE_FINAL_TYPE (YdTimelineGrid, yd_timeline_grid, YD, TIMELINE_GRID, YdGrid)

void            yd_timeline_grid_set_rows       (YdTimelineGrid *self,
                                                 YdTimelineRows *rows);
void            yd_timeline_grid_set_schedule   (YdTimelineGrid *self,
                                                 YdSchedule     *schedule);
void            yd_timeline_grid_set_clocks     (YdTimelineGrid   *self,
                                                 YdTimelineClocks *clocks);
void            yd_timeline_grid_update         (YdTimelineGrid *self);

YdPoint        *yd_timeline_grid_get_selected   (YdTimelineGrid *self);
void            yd_timeline_grid_set_selected   (YdTimelineGrid *self,
                                                 YdPoint        *point);

YdTimelineZoom  yd_timeline_grid_get_zoom       (YdTimelineGrid *self);
void            yd_timeline_grid_set_zoom       (YdTimelineGrid *self,
                                                 YdTimelineZoom  zoom);
YdDay           yd_timeline_grid_get_first_day  (YdTimelineGrid *self);
YdDay           yd_timeline_grid_get_last_day   (YdTimelineGrid *self);
int             yd_timeline_grid_get_tree_width (YdTimelineGrid *self);
void            yd_timeline_grid_set_tree_width (YdTimelineGrid *self,
                                                 int             width);
void            yd_timeline_grid_scroll_to_day  (YdTimelineGrid *self,
                                                 YdDay           day,
                                                 double          align);
void            yd_timeline_grid_step           (YdTimelineGrid *self,
                                                 int             n);

char           *yd_timeline_grid_dup_path       (YdTimelineGrid *self,
                                                 YdPoint        *point)
                                                 G_GNUC_WARN_UNUSED_RESULT;
void            yd_timeline_grid_set_ghosts     (YdTimelineGrid *self,
                                                 const YdGhost  *ghosts,
                                                 guint           n_ghosts);

G_END_DECLS
