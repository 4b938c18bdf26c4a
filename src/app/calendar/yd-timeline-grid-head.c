/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-timeline-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "yd-light-mark.h"

/* What stands still: the tree at the left, and the days above. */

typedef struct
{
  YdTimelineGrid        *self;
  GtkSnapshot           *snapshot;
  const graphene_rect_t *area;
  const YdGridColors    *colors;
  gboolean               said;          /* which year it is */
  char                  *today;         /* (nullable): what stands at today, if that is in sight */
  graphene_rect_t        pill;          /* and where */
} HeadData;

/* Where the words of a point of @level begin. */
double
_yd_timeline_grid_get_indent (YdTimelineGrid *self,
                              guint           level)
{
  return (27 + 16 * (MIN (level, 12) - 1)) * self->scale;
}

/* The name of a month stays in sight as long as there is room for it. */
static void
draw_large_cb (const YdTick *tick,
               gpointer      user_data)
{
  HeadData *data = user_data;
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (data->self));
  const double x = round (_yd_timeline_grid_get_x (data->self, tick->first));
  const double end = round (_yd_timeline_grid_get_x (data->self, tick->end));
  const double left = MAX (x, data->area->origin.x) + 6;
  const char *label = data->said ? tick->label : tick->full_label;
  double room = end - left - 4;

  gtk_snapshot_append_color (data->snapshot, &data->colors->line,
                             &GRAPHENE_RECT_INIT (x, data->area->origin.y, 1,
                                                  data->area->size.height));
  if (room < yd_text_cache_get_width (texts, label, YD_TEXT_HEADING))
    label = tick->label;
  if (room < yd_text_cache_get_width (texts, label, YD_TEXT_HEADING))
    return;

  yd_grid_draw_text (YD_GRID (data->self), data->snapshot, label, YD_TEXT_HEADING,
                     &data->colors->text,
                     &GRAPHENE_RECT_INIT (left, data->area->origin.y + 2, room,
                                          data->area->size.height / 2), 0);
  data->said = TRUE;
}

static void
draw_small_cb (const YdTick *tick,
               gpointer      user_data)
{
  HeadData *data = user_data;
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (data->self));
  const double x = _yd_timeline_grid_get_x (data->self, tick->first);
  const double width = _yd_timeline_grid_get_x (data->self, tick->end) - x;
  const double height = data->area->size.height / 2;
  double middle = x + width / 2;
  graphene_rect_t place;
  int room;

  /* A Monday stands over itself, not over the middle of its week. */
  if (data->self->zoom == YD_TIMELINE_WEEK)
    middle = x + data->self->day_width / 2;
  room = yd_text_cache_get_width (texts, tick->label, YD_TEXT_CAPTION);
  place = GRAPHENE_RECT_INIT (round (middle - room / 2.0), data->area->origin.y + height - 1,
                              room + 1, height);
  if (room + 2 > width ||
      (data->today != NULL && graphene_rect_intersection (&place, &data->pill, NULL)))
    return;

  yd_grid_draw_text (YD_GRID (data->self), data->snapshot, tick->label, YD_TEXT_CAPTION,
                     &data->colors->dim, &place, 0);
}

/* Where today is said, if it can be seen; no other day is written there. */
static void
find_today (HeadData *data)
{
  YdTimelineGrid *self = data->self;
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  const graphene_rect_t *area = data->area;
  const YdDay today = yd_schedule_get_today (self->schedule);
  const double middle = _yd_timeline_grid_get_x (self, today) + self->day_width / 2;
  const double height = yd_text_cache_get_height (texts, YD_TEXT_CAPTION_HEADING) + 2;
  g_autofree char *day = NULL;
  double width;

  if (middle < area->origin.x || middle > area->origin.x + area->size.width)
    return;

  day = _yd_timeline_grid_dup_day (self, today);
  data->today = g_strdup_printf (_("Today %s"), day);
  width = yd_text_cache_get_width (texts, data->today, YD_TEXT_CAPTION_HEADING) + 12;
  graphene_rect_init (&data->pill, round (MAX (middle - width / 2, area->origin.x)),
                      area->origin.y + area->size.height - height - 2, width, height);
}

static void
draw_today (const HeadData *data)
{
  GtkSnapshot *snapshot = data->snapshot;
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &data->pill, data->pill.size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &data->colors->late, &data->pill);
  gtk_snapshot_pop (snapshot);
  yd_grid_draw_text (YD_GRID (data->self), snapshot, data->today, YD_TEXT_CAPTION_HEADING,
                     &data->colors->view, &data->pill, 0.5);
}

static void
draw_ground (GtkSnapshot           *snapshot,
             const graphene_rect_t *area,
             const YdGridColors    *colors)
{
  gtk_snapshot_append_color (snapshot, &colors->head, area);
  gtk_snapshot_append_color (snapshot, &colors->line,
                             &GRAPHENE_RECT_INIT (area->origin.x,
                                                  area->origin.y + area->size.height - 1,
                                                  area->size.width, 1));
}

void
_yd_timeline_grid_draw_head (YdTimelineGrid        *self,
                             GtkSnapshot           *snapshot,
                             const YdGridRange     *range,
                             const graphene_rect_t *area)
{
  const double x = _yd_timeline_grid_get_x (self, self->first);
  const YdDay first = self->first + (int) floor ((area->origin.x - x) / self->day_width);
  const YdDay end = first + (int) ceil (area->size.width / self->day_width) + 1;
  YdGridColors colors;
  HeadData data = { self, snapshot, area, &colors, FALSE, NULL };

  yd_grid_colors_read (&colors, GTK_WIDGET (self));
  draw_ground (snapshot, area, &colors);
  if (self->schedule == NULL)
    return;

  find_today (&data);
  yd_timeline_foreach_large (self->zoom, first, end, draw_large_cb, &data);

  /* Years are said once. */
  if (self->zoom != YD_TIMELINE_YEAR)
    yd_timeline_foreach_small (self->zoom, first, end, draw_small_cb, &data);
  if (data.today != NULL)
    draw_today (&data);
  g_free (data.today);
}

void
_yd_timeline_grid_draw_corner (YdTimelineGrid        *self,
                               GtkSnapshot           *snapshot,
                               const graphene_rect_t *area)
{
  YdGridColors colors;
  const double height = area->size.height / 2;
  const double x = _yd_timeline_grid_get_indent (self, 1);

  yd_grid_colors_read (&colors, GTK_WIDGET (self));
  draw_ground (snapshot, area, &colors);
  yd_grid_draw_text (YD_GRID (self), snapshot, _("Point"), YD_TEXT_CAPTION_HEADING, &colors.dim,
                     &GRAPHENE_RECT_INIT (x, area->origin.y + height - 1,
                                          area->size.width - x, height), 0);
  gtk_snapshot_append_color (snapshot, &colors.line,
                             &GRAPHENE_RECT_INIT (area->origin.x + area->size.width - 1,
                                                  area->origin.y, 1, area->size.height));
}

static void
draw_arrow (YdTimelineGrid      *self,
            GtkSnapshot         *snapshot,
            const YdTimelineRow *row,
            double               y,
            double               height,
            const YdGridColors  *colors)
{
  const double size = 3.5 * self->scale;
  const double x = _yd_timeline_grid_get_indent (self, row->level) - 12 * self->scale;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (x - size - 2, y,
                                                                2 * size + 4, height));

  cairo_translate (cr, x, y + height / 2);
  if (row->expanded)
    cairo_rotate (cr, G_PI / 2);
  gdk_cairo_set_source_rgba (cr, &colors->dim);
  cairo_set_line_width (cr, 1.6);
  cairo_move_to (cr, -size / 2, -size);
  cairo_line_to (cr, size / 2, 0);
  cairo_line_to (cr, -size / 2, size);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* A word in a frame at the right. */
static double
draw_tag (YdTimelineGrid *self,
          GtkSnapshot    *snapshot,
          const char     *words,
          const GdkRGBA  *color,
          double          right,
          double          y,
          double          height)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  const int width = yd_text_cache_get_width (texts, words, YD_TEXT_CAPTION) + 10;
  const int line = yd_text_cache_get_height (texts, YD_TEXT_CAPTION);
  const graphene_rect_t tag =
    GRAPHENE_RECT_INIT (right - width, floor (y + (height - line) / 2), width, line);
  const float widths[4] = { 1, 1, 1, 1 };
  const GdkRGBA sides[4] = { *color, *color, *color, *color };
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &tag, 4);
  gtk_snapshot_append_border (snapshot, &rounded, widths, sides);
  yd_grid_draw_text (YD_GRID (self), snapshot, words, YD_TEXT_CAPTION, color, &tag, 0.5);

  return width;
}

/* As the pill of the outline: the light, its word, and how many have it. */
static double
draw_worst (YdTimelineGrid        *self,
            GtkSnapshot           *snapshot,
            const YdTimelineWorst *worst,
            double                 right,
            double                 y,
            double                 height,
            const YdGridColors    *colors)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  const GdkRGBA *color = &colors->lights[worst->light];
  const double mark = YD_LIGHT_MARK_SIZE * self->scale;
  const int line = yd_text_cache_get_height (texts, YD_TEXT_CAPTION) + 1;
  g_autofree char *words = _yd_timeline_grid_dup_worst (worst);
  const int text = yd_text_cache_get_width (texts, words, YD_TEXT_CAPTION);
  const double width = text + mark + 20;
  const graphene_rect_t pill =
    GRAPHENE_RECT_INIT (right - width, floor (y + (height - line) / 2), width, line);
  const GdkRGBA sides[4] = { *color, *color, *color, *color };
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &pill, line / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, colors->contrast ? &colors->view
                                                        : &colors->fills[worst->light], &pill);
  gtk_snapshot_pop (snapshot);
  if (colors->contrast)
    gtk_snapshot_append_border (snapshot, &rounded, (const float[4]) { 1, 1, 1, 1 }, sides);
  yd_light_mark_draw (snapshot, worst->light, color,
                      &GRAPHENE_RECT_INIT (pill.origin.x + 7, pill.origin.y, mark, line));
  yd_grid_draw_text (YD_GRID (self), snapshot, words, YD_TEXT_CAPTION, color,
                     &GRAPHENE_RECT_INIT (pill.origin.x + 7 + mark + 5, pill.origin.y, text + 1,
                                          line), 0);

  return width;
}

/* Returns: how much room is taken at the right */
static double
draw_end (YdTimelineGrid     *self,
          GtkSnapshot        *snapshot,
          const YdScheduled  *dates,
          double              right,
          double              y,
          double              height,
          const YdGridColors *colors)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  double width;

  if (dates->critical && !dates->spans)
    return draw_tag (self, snapshot, _("Critical"), &colors->link, right, y, height);
  if (dates->start != YD_DAY_NONE || dates->due != YD_DAY_NONE || dates->spans)
    return 0;

  width = yd_text_cache_get_width (texts, _("Not Stated"), YD_TEXT_CAPTION);
  yd_grid_draw_text (YD_GRID (self), snapshot, _("Not Stated"), YD_TEXT_CAPTION, &colors->dim,
                     &GRAPHENE_RECT_INIT (right - width - 1, y, width + 1, height), 1);
  return width;
}

static void
draw_row (YdTimelineGrid        *self,
          GtkSnapshot           *snapshot,
          guint                  index,
          const graphene_rect_t *area,
          const YdGridColors    *colors)
{
  const YdTimelineRow *row = yd_timeline_rows_get (self->rows, index);
  g_autofree char *title = _yd_timeline_grid_dup_title (self, row);
  const double x = _yd_timeline_grid_get_indent (self, row->level);
  const double right = area->origin.x + area->size.width - 9;
  double y, height, used = 0;
  YdTimelineWorst worst;
  YdScheduled dates;

  yd_grid_get_row_span (YD_GRID (self), index, &y, &height);
  gtk_snapshot_append_color (snapshot, &colors->line,
                             &GRAPHENE_RECT_INIT (area->origin.x, y + height - 1,
                                                  area->size.width, 1));
  if (row->has_children)
    draw_arrow (self, snapshot, row, y, height - 1, colors);

  _yd_timeline_grid_get_dates (self, index, &dates);
  if (_yd_timeline_grid_get_worst (self, row, &worst))
    used = draw_worst (self, snapshot, &worst, right, y, height - 1, colors);
  else if (!row->has_children || dates.start != YD_DAY_NONE)
    used = draw_end (self, snapshot, &dates, right, y, height - 1, colors);
  yd_grid_draw_text (YD_GRID (self), snapshot, title,
                     row->level == 1 && row->has_children ? YD_TEXT_HEADING : YD_TEXT_BODY,
                     &colors->text,
                     &GRAPHENE_RECT_INIT (x, y, right - used - 6 - x, height - 1), 0);
}

void
_yd_timeline_grid_draw_tree (YdTimelineGrid        *self,
                             GtkSnapshot           *snapshot,
                             const YdGridRange     *range,
                             const graphene_rect_t *area)
{
  const guint current = yd_grid_get_current_row (YD_GRID (self));
  const YdTimelineRow *item;
  YdGridColors colors;
  YdGridHit hit;

  yd_grid_colors_read (&colors, GTK_WIDGET (self));
  gtk_snapshot_append_color (snapshot, &colors.view, area);
  if (self->rows == NULL)
    return;

  item = yd_timeline_rows_get (self->rows, current);
  for (guint row = range->first_row; row < range->end_row; row++)
    {
      const gboolean selected =
        row == current && self->selected != NULL && item->point == self->selected;
      double y, height;

      yd_grid_get_row_span (YD_GRID (self), row, &y, &height);
      if (selected)
        gtk_snapshot_append_color (snapshot, &colors.selected,
                                   &GRAPHENE_RECT_INIT (area->origin.x, y, area->size.width,
                                                        height - 1));
      else if (yd_grid_get_hover (YD_GRID (self), &hit) && hit.row == row)
        gtk_snapshot_append_color (snapshot, &colors.hover,
                                   &GRAPHENE_RECT_INIT (area->origin.x, y, area->size.width,
                                                        height - 1));
      draw_row (self, snapshot, row, area, &colors);
    }
  gtk_snapshot_append_color (snapshot, &colors.line,
                             &GRAPHENE_RECT_INIT (area->origin.x + area->size.width - 1,
                                                  area->origin.y, 1, area->size.height));
}
