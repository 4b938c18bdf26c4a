/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-timeline-grid-private.h"

#include <math.h>

/* What lies behind the bars: rest days, lines, the rows that are marked. */

/* Narrower days are not told apart. */
#define MIN_REST_WIDTH 1.2

static YdDay
find_day (YdTimelineGrid *self,
          double          x)
{
  return self->first + (int) floor ((x - _yd_timeline_grid_get_x (self, self->first)) /
                                    self->day_width);
}

static gboolean
is_rest (YdTimelineGrid *self,
         YdDay           day)
{
  YdWorkCalendar *calendar = yd_schedule_get_calendar (self->schedule);

  return yd_day_is_in_range (day) && calendar != NULL &&
         !yd_work_calendar_is_working (calendar, day);
}

static void
draw_rest (YdTimelineGrid        *self,
           GtkSnapshot           *snapshot,
           YdDay                  first,
           YdDay                  end,
           const graphene_rect_t *area,
           const YdGridColors    *colors)
{
  const double x = round (_yd_timeline_grid_get_x (self, first));
  const double end_x = round (_yd_timeline_grid_get_x (self, end));
  const graphene_rect_t rest =
    GRAPHENE_RECT_INIT (x, area->origin.y, end_x - x, area->size.height);

  if (colors->contrast)
    yd_grid_colors_hatch (colors, snapshot, &rest, FALSE);
  else
    gtk_snapshot_append_color (snapshot, &colors->rest, &rest);
}

/* Days that nobody works, those beside each other as one. */
static void
draw_rests (YdTimelineGrid        *self,
            GtkSnapshot           *snapshot,
            const graphene_rect_t *area,
            const YdGridColors    *colors)
{
  const YdDay end = find_day (self, area->origin.x + area->size.width) + 1;
  YdDay begin = YD_DAY_NONE;

  if (self->schedule == NULL || self->day_width < MIN_REST_WIDTH)
    return;

  for (YdDay day = find_day (self, area->origin.x); day <= end; day++)
    {
      const gboolean rest = day < end && is_rest (self, day);

      if (rest && begin == YD_DAY_NONE)
        begin = day;
      else if (!rest && begin != YD_DAY_NONE)
        {
          draw_rest (self, snapshot, begin, day, area, colors);
          begin = YD_DAY_NONE;
        }
    }
}

typedef struct
{
  YdTimelineGrid        *self;
  GtkSnapshot           *snapshot;
  const graphene_rect_t *area;
  const YdGridColors    *colors;
} TickData;

static void
draw_line_cb (const YdTick *tick,
              gpointer      user_data)
{
  TickData *data = user_data;
  const double x = round (_yd_timeline_grid_get_x (data->self, tick->first));

  gtk_snapshot_append_color (data->snapshot, &data->colors->line,
                             &GRAPHENE_RECT_INIT (x, data->area->origin.y, 1,
                                                  data->area->size.height));
}

static void
draw_lines (YdTimelineGrid        *self,
            GtkSnapshot           *snapshot,
            const YdGridRange     *range,
            const graphene_rect_t *area,
            const YdGridColors    *colors)
{
  TickData data = { self, snapshot, area, colors };

  yd_timeline_foreach_large (self->zoom, find_day (self, area->origin.x),
                             find_day (self, area->origin.x + area->size.width) + 1,
                             draw_line_cb, &data);

  for (guint row = range->first_row; row < range->end_row; row++)
    {
      double y, height;

      yd_grid_get_row_span (YD_GRID (self), row, &y, &height);
      gtk_snapshot_append_color (snapshot, &colors->line,
                                 &GRAPHENE_RECT_INIT (area->origin.x, y + height - 1,
                                                      area->size.width, 1));
    }
}

static void
fill_row (YdTimelineGrid        *self,
          GtkSnapshot           *snapshot,
          guint                  row,
          const graphene_rect_t *area,
          const GdkRGBA         *color)
{
  double y, height;

  yd_grid_get_row_span (YD_GRID (self), row, &y, &height);
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT (area->origin.x, y, area->size.width,
                                                  height - 1));
}

/* The row of the pointer and that of the selected point, in the tree and in the chart. */
static void
draw_marked_rows (YdTimelineGrid        *self,
                  GtkSnapshot           *snapshot,
                  const graphene_rect_t *area,
                  const YdGridColors    *colors)
{
  const guint row = yd_grid_get_current_row (YD_GRID (self));
  const YdTimelineRow *item = yd_timeline_rows_get (self->rows, row);
  YdGridHit hit;
  double y, height;

  if (yd_grid_get_hover (YD_GRID (self), &hit) && hit.row != YD_GRID_NONE)
    fill_row (self, snapshot, hit.row, area, &colors->hover);
  if (item == NULL || self->selected == NULL || item->point != self->selected)
    return;

  fill_row (self, snapshot, row, area, &colors->selected);
  if (!colors->contrast)
    return;

  yd_grid_get_row_span (YD_GRID (self), row, &y, &height);
  gtk_snapshot_append_color (snapshot, &colors->text,
                             &GRAPHENE_RECT_INIT (area->origin.x, y, area->size.width, 2));
  gtk_snapshot_append_color (snapshot, &colors->text,
                             &GRAPHENE_RECT_INIT (area->origin.x, y + height - 3,
                                                  area->size.width, 2));
}

void
_yd_timeline_grid_draw_ground (YdTimelineGrid        *self,
                               GtkSnapshot           *snapshot,
                               const YdGridRange     *range,
                               const graphene_rect_t *area,
                               const YdGridColors    *colors)
{
  draw_rests (self, snapshot, area, colors);
  draw_marked_rows (self, snapshot, area, colors);
  draw_lines (self, snapshot, range, area, colors);
}

/* Over all else, a line through the day of today. */
void
_yd_timeline_grid_draw_today (YdTimelineGrid        *self,
                              GtkSnapshot           *snapshot,
                              const graphene_rect_t *area,
                              const YdGridColors    *colors)
{
  const YdDay today = yd_schedule_get_today (self->schedule);
  const double x = round (_yd_timeline_grid_get_x (self, today) + self->day_width / 2);

  if (today != YD_DAY_NONE)
    gtk_snapshot_append_color (snapshot, &colors->late,
                               &GRAPHENE_RECT_INIT (x - 1, area->origin.y, 2,
                                                    area->size.height));
}
