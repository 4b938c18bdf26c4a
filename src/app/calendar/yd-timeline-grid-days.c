/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-timeline-grid-private.h"

/* Which days the columns are, how wide, and which of them can be seen. */

/* Days beside the first and the last that something happens on. */
#define MARGIN 5

/* Where @day begins in the widget. */
double
_yd_timeline_grid_get_x (YdTimelineGrid *self,
                         YdDay           day)
{
  double x, width;

  yd_grid_get_col_span (YD_GRID (self), 0, &x, &width);

  return x + (day - self->first) * self->day_width;
}

/* From the first thing that happens to the last, today among them, and whole months. */
static void
find_days (YdTimelineGrid *self,
           YdDay          *first,
           YdDay          *last)
{
  const YdDay today = self->schedule != NULL ? yd_schedule_get_today (self->schedule)
                                             : YD_DAY_NONE;
  const YdDay clocks = yd_timeline_clocks_get_last (self->clocks);
  int year, month;

  *first = *last = YD_DAY_NONE;
  if (self->schedule != NULL)
    yd_schedule_get_range (self->schedule, first, last);
  if (*first == YD_DAY_NONE)
    *first = *last = today != YD_DAY_NONE ? today : YD_DAY_FIRST;
  if (clocks != YD_DAY_NONE && ABS (clocks - *first) < 366 * 2)
    *last = MAX (*last, clocks);
  if (today != YD_DAY_NONE && ABS (today - *first) < 366 * 2)
    {
      *first = MIN (*first, today);
      *last = MAX (*last, today);
    }

  *first = MAX (*first - MARGIN, YD_DAY_FIRST);
  *last = MIN (*last + MARGIN + 31, YD_DAY_LAST);
  yd_day_split (*first, &year, &month, NULL);
  *first = yd_day_new (year, month, 1);
  yd_day_split (*last, &year, &month, NULL);
  *last = yd_day_end_of_month (year, month);
}

/* The same day stays at the left. */
void
_yd_timeline_grid_set_days (YdTimelineGrid *self)
{
  YdGrid *grid = YD_GRID (self);
  const YdDay old = self->first;
  const double old_width = self->day_width;
  double x, y;
  YdDay last;

  yd_grid_get_offset (grid, &x, &y);
  find_days (self, &self->first, &last);
  self->day_width = yd_timeline_zoom_get_width (self->zoom) * self->scale;

  yd_grid_set_cols (grid, last - self->first + 1, self->day_width);
  if (old != YD_DAY_NONE && old_width > 0)
    yd_grid_scroll_to (grid, (x / old_width + old - self->first) * self->day_width, y);
}

/* The day under the pointer stays there. */
void
_yd_timeline_grid_zoom (YdGrid *grid,
                        int     step,
                        double  x)
{
  YdTimelineGrid *self = YD_TIMELINE_GRID (grid);
  const double day = self->first + (x - _yd_timeline_grid_get_x (self, self->first)) /
                                   self->day_width;
  graphene_rect_t body;
  double offset_x, offset_y;

  if (step == 0)
    yd_timeline_grid_set_zoom (self, YD_TIMELINE_WEEK);
  else
    yd_timeline_grid_set_zoom (self, CLAMP ((int) self->zoom - step, 0,
                                            YD_N_TIMELINE_ZOOMS - 1));

  yd_grid_get_part_area (grid, YD_GRID_BODY, &body);
  yd_grid_get_offset (grid, &offset_x, &offset_y);
  yd_grid_scroll_to (grid, (day - self->first) * self->day_width - (x - body.origin.x),
                     offset_y);
}

YdTimelineZoom
yd_timeline_grid_get_zoom (YdTimelineGrid *self)
{
  g_return_val_if_fail (YD_IS_TIMELINE_GRID (self), YD_TIMELINE_WEEK);

  return self->zoom;
}

/* The day at the left stays there. */
void
yd_timeline_grid_set_zoom (YdTimelineGrid *self,
                           YdTimelineZoom  zoom)
{
  g_return_if_fail (YD_IS_TIMELINE_GRID (self));
  g_return_if_fail (zoom < YD_N_TIMELINE_ZOOMS);

  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  _yd_timeline_grid_set_days (self);
}

/* Returns: the first day that can be seen */
YdDay
yd_timeline_grid_get_first_day (YdTimelineGrid *self)
{
  YdGridRange range;

  g_return_val_if_fail (YD_IS_TIMELINE_GRID (self), YD_DAY_NONE);

  yd_grid_get_visible (YD_GRID (self), &range);

  return self->first + (int) range.first_col;
}

/* Returns: the last day that can be seen */
YdDay
yd_timeline_grid_get_last_day (YdTimelineGrid *self)
{
  YdGridRange range;

  g_return_val_if_fail (YD_IS_TIMELINE_GRID (self), YD_DAY_NONE);

  yd_grid_get_visible (YD_GRID (self), &range);

  return self->first + (int) MAX (range.end_col, range.first_col + 1) - 1;
}

/**
 * yd_timeline_grid_scroll_to_day:
 * @self: a timeline
 * @day: a day
 * @align: 0 to have it at the left, 0.5 in the middle
 */
void
yd_timeline_grid_scroll_to_day (YdTimelineGrid *self,
                                YdDay           day,
                                double          align)
{
  graphene_rect_t body;
  double x, y;

  g_return_if_fail (YD_IS_TIMELINE_GRID (self));

  yd_grid_get_part_area (YD_GRID (self), YD_GRID_BODY, &body);
  yd_grid_get_offset (YD_GRID (self), &x, &y);
  yd_grid_scroll_to (YD_GRID (self),
                     (day - self->first) * self->day_width - body.size.width * align, y);
}

/* Goes on by most of what can be seen, or back. */
void
yd_timeline_grid_step (YdTimelineGrid *self,
                       int             n)
{
  graphene_rect_t body;
  double x, y;

  g_return_if_fail (YD_IS_TIMELINE_GRID (self));

  yd_grid_get_part_area (YD_GRID (self), YD_GRID_BODY, &body);
  yd_grid_get_offset (YD_GRID (self), &x, &y);
  yd_grid_scroll_to (YD_GRID (self), x + n * body.size.width * 0.8, y);
}
