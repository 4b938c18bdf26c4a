/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-timeline-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "yd-dashes.h"
#include "yd-light-mark.h"

/* The chart: bars, and what they are called. */

/* Words stand in a bar that is so wide, and beside a narrower one. */
#define WORDS_IN_BAR 80

/* A bracket over what it spans. */
static void
draw_bracket (GtkSnapshot           *snapshot,
              const graphene_rect_t *bar,
              const YdGridColors    *colors)
{
  const double x = bar->origin.x, width = bar->size.width;
  const double y = bar->origin.y + bar->size.height / 2 - 4;
  const double tip = MIN (6, width / 2);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, width, 10));

  gdk_cairo_set_source_rgba (cr, &colors->dim);
  cairo_rectangle (cr, x, y, width, 4);
  cairo_move_to (cr, x, y + 4);
  cairo_line_to (cr, x, y + 10);
  cairo_line_to (cr, x + tip, y + 4);
  cairo_close_path (cr);
  cairo_move_to (cr, x + width, y + 4);
  cairo_line_to (cr, x + width, y + 10);
  cairo_line_to (cr, x + width - tip, y + 4);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
append_outline (GtkSnapshot           *snapshot,
                const graphene_rect_t *area,
                const GdkRGBA         *color,
                double                 width)
{
  const float widths[4] = { width, width, width, width };
  const GdkRGBA sides[4] = { *color, *color, *color, *color };
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, area, 3);
  gtk_snapshot_append_border (snapshot, &rounded, widths, sides);
}

/* The hatch of rest days does not run through words, in a bar or beside it. */
static void
draw_behind (GtkSnapshot           *snapshot,
             const graphene_rect_t *area,
             const YdGridColors    *colors)
{
  if (colors->contrast)
    gtk_snapshot_append_color (snapshot, &colors->view, area);
}

static void
draw_bar (YdTimelineGrid        *self,
          GtkSnapshot           *snapshot,
          const YdScheduled     *dates,
          const graphene_rect_t *bar,
          const YdGridColors    *colors)
{
  GdkRGBA fill = colors->accent;
  GskRoundedRect rounded;

  if (dates->done)
    {
      fill = colors->text;
      fill.alpha = 0.2f;
    }
  else if (!dates->critical)
    fill.alpha = 0.33f;

  gsk_rounded_rect_init_from_rect (&rounded, bar, 3);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  draw_behind (snapshot, bar, colors);
  gtk_snapshot_append_color (snapshot, &fill, bar);
  gtk_snapshot_pop (snapshot);
  if (colors->contrast && !dates->critical)
    append_outline (snapshot, bar, &colors->text, 1);
}

static void
trace_due (cairo_t *cr,
           double   x,
           double   y,
           double   r)
{
  cairo_move_to (cr, x, y - r);
  cairo_line_to (cr, x + r, y);
  cairo_line_to (cr, x, y + r);
  cairo_line_to (cr, x - r, y);
  cairo_close_path (cr);
}

/* ◆ on the day that the document, or an internal target, sets. */
static void
draw_due (YdTimelineGrid     *self,
          GtkSnapshot        *snapshot,
          const YdScheduled  *dates,
          double              y,
          double              height,
          const YdGridColors *colors)
{
  const double x = _yd_timeline_grid_get_x (self, dates->due) + self->day_width;
  const double r = MIN (7, height / 2);
  const gboolean internal =
    dates->deadline != NULL &&
    g_strcmp0 (yd_row_get_cell (dates->deadline, YD_DEADLINE_ORIGIN), "internal") == 0;
  const GdkRGBA *color = dates->light == YD_LIGHT_LATE || dates->late_by > 0 ? &colors->late
                                                                             : &colors->text;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (x - r - 1, y, 2 * r + 2, height));

  trace_due (cr, x, y + height / 2, r);
  gdk_cairo_set_source_rgba (cr, internal ? &colors->view : color);
  cairo_fill_preserve (cr);

  /* An internal one looks different everywhere: dotted, and empty. */
  if (internal)
    cairo_set_dash (cr, (double[]) { 2, 1.5 }, 2, 0);
  gdk_cairo_set_source_rgba (cr, internal ? color : &colors->view);
  cairo_set_line_width (cr, internal ? 1.5 : 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* The line of today runs through no words of a bar, if there is room behind it. */
static double
avoid_today (YdTimelineGrid *self,
             double          x,
             double          width,
             double          right)
{
  const YdDay today = yd_schedule_get_today (self->schedule);
  const double line = _yd_timeline_grid_get_x (self, today) + self->day_width / 2;

  if (today == YD_DAY_NONE || line < x - 1 || line > x + width + 1 || line + 6 + width > right)
    return x;

  return line + 6;
}

/**
 * _yd_timeline_grid_place_words:
 * @self: a timeline
 * @left: where that begins which the words are about
 * @right: where it ends
 * @width: of the words
 * @x: (out): where they begin
 *
 * Behind it, or before it where they would run out of sight: half a date says another one.
 *
 * Returns: whether they can be seen whole
 */
gboolean
_yd_timeline_grid_place_words (YdTimelineGrid *self,
                               double          left,
                               double          right,
                               double          width,
                               double         *x)
{
  graphene_rect_t area;
  double end;

  yd_grid_get_part_area (YD_GRID (self), YD_GRID_BODY, &area);
  end = area.origin.x + area.size.width;
  *x = avoid_today (self, right, width, G_MAXDOUBLE);
  if (*x + width > end && left < end)
    *x = left - width;

  return *x >= area.origin.x && *x + width <= end;
}

/* Returns: whether there is room for the words of a bar in what can be seen of it; they begin
 *   at @x then
 */
static gboolean
fits_in_bar (YdTimelineGrid        *self,
             const graphene_rect_t *bar,
             double                 width,
             double                *x)
{
  const double right = bar->origin.x + bar->size.width;
  graphene_rect_t area;

  yd_grid_get_part_area (YD_GRID (self), YD_GRID_BODY, &area);
  *x = MAX (bar->origin.x, area.origin.x) + 7;
  if (right - *x < (WORDS_IN_BAR - 7) * self->scale)
    return FALSE;

  *x = avoid_today (self, *x, width, right);
  return TRUE;
}

static gboolean
place_beside (YdTimelineGrid        *self,
              const YdScheduled     *dates,
              const graphene_rect_t *bar,
              double                 width,
              double                *x)
{
  double left = bar->origin.x - 10, right = bar->origin.x + bar->size.width + 10;

  if (dates->due != YD_DAY_NONE)
    {
      const double due = _yd_timeline_grid_get_x (self, dates->due + 1);

      left = MIN (left, due - 12);
      right = MAX (right, due + 12);
    }

  return _yd_timeline_grid_place_words (self, left, right, width, x);
}

/* The light, its word, and the day it ends. */
static void
draw_words (YdTimelineGrid        *self,
            GtkSnapshot           *snapshot,
            const YdScheduled     *dates,
            const graphene_rect_t *bar,
            const YdGridColors    *colors)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  const YdDay day = dates->done || dates->due == YD_DAY_NONE ? dates->finish : dates->due;
  g_autofree char *date = _yd_timeline_grid_dup_day (self, day);
  g_autofree char *words = dates->light == YD_LIGHT_NONE
    ? g_strdup (date) : g_strdup_printf ("%s %s", yd_light_get_word (dates->light), date);
  const double mark = dates->light == YD_LIGHT_NONE ? 0 : YD_LIGHT_MARK_SIZE * self->scale;
  const double y = bar->origin.y, height = bar->size.height;
  const double width = yd_text_cache_get_width (texts, words, YD_TEXT_CAPTION) + mark + 6;
  GdkRGBA color = colors->text;
  double x;

  if (fits_in_bar (self, bar, width, &x))
    {
      if (dates->critical && !dates->done)
        color = colors->on_accent;
    }
  else if (place_beside (self, dates, bar, width, &x))
    {
      if (dates->light == YD_LIGHT_LATE)
        color = colors->late;
      draw_behind (snapshot, &GRAPHENE_RECT_INIT (x - 2, y, width + 2, height), colors);
    }
  else
    return;

  yd_light_mark_draw (snapshot, dates->light, &color, &GRAPHENE_RECT_INIT (x, y, mark, height));
  yd_grid_draw_text (YD_GRID (self), snapshot, words, YD_TEXT_CAPTION, &color,
                     &GRAPHENE_RECT_INIT (x + (mark > 0 ? mark + 5 : 0), y, width, height), 0);
}

static void
draw_due_ghost (YdTimelineGrid     *self,
                GtkSnapshot        *snapshot,
                const YdGhost      *ghost,
                guint               row,
                const YdGridColors *colors)
{
  const double x = _yd_timeline_grid_get_x (self, ghost->due + 1);
  double y, height;
  cairo_t *cr;

  yd_grid_get_row_span (YD_GRID (self), row, &y, &height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - 9, y, 18, height));
  gdk_cairo_set_source_rgba (cr, &colors->link);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, (double[]) { 3, 2 }, 2, 0);
  trace_due (cr, x, y + (height - 1) / 2, 7);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* In px: so far beyond the edge nothing of an end is seen. */
#define BEYOND 50

/* A bar of many years is wider than a picture can be, of which the renderer dies: it is cut where
 * nobody sees that. Returns: whether something of it is left
 */
static gboolean
cut_bar (YdTimelineGrid  *self,
         graphene_rect_t *bar)
{
  graphene_rect_t area;

  yd_grid_get_part_area (YD_GRID (self), YD_GRID_BODY, &area);
  graphene_rect_init (&area, area.origin.x - BEYOND, bar->origin.y, area.size.width + 2 * BEYOND,
                      bar->size.height);

  return graphene_rect_intersection (bar, &area, bar);
}

/* Dashed, where the bar would be. */
static void
draw_ghost (YdTimelineGrid     *self,
            GtkSnapshot        *snapshot,
            const YdGhost      *ghost,
            guint               row,
            const YdGridColors *colors)
{
  const YdScheduled dates = { .start = ghost->start, .finish = ghost->finish };
  graphene_rect_t bar;

  if (_yd_timeline_grid_get_bar (self, row, &dates, &bar) && cut_bar (self, &bar))
    yd_dashes_draw (snapshot, &bar, 1.5f, 4, ghost->late ? &colors->late : &colors->link);
}

/* The knobs beside a bar, from which arrows are drawn; only where the pointer is. */
static void
draw_knobs (YdTimelineGrid        *self,
            GtkSnapshot           *snapshot,
            const graphene_rect_t *bar,
            const YdGridColors    *colors)
{
  const double y = bar->origin.y + bar->size.height / 2 - 4;
  const double xs[] = { bar->origin.x - 11, bar->origin.x + bar->size.width + 3 };

  for (guint i = 0; i < G_N_ELEMENTS (xs); i++)
    {
      const graphene_rect_t knob = GRAPHENE_RECT_INIT (xs[i], y, 8, 8);
      const float widths[4] = { 1.5, 1.5, 1.5, 1.5 };
      const GdkRGBA sides[4] = { colors->link, colors->link, colors->link,
                                 colors->link };
      GskRoundedRect rounded;

      gsk_rounded_rect_init_from_rect (&rounded, &knob, 4);
      gtk_snapshot_push_rounded_clip (snapshot, &rounded);
      gtk_snapshot_append_color (snapshot, &colors->view, &knob);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_append_border (snapshot, &rounded, widths, sides);
    }
}

static gboolean
is_hovered (YdTimelineGrid *self,
            guint           row)
{
  YdGridHit hit;

  return self->drag == YD_DRAG_NOTHING && yd_grid_get_hover (YD_GRID (self), &hit) &&
         hit.row == row;
}

static void
draw_row (YdTimelineGrid     *self,
          GtkSnapshot        *snapshot,
          guint               row,
          const YdGridColors *colors)
{
  const YdTimelineRow *item = yd_timeline_rows_get (self->rows, row);
  const YdGhost *ghost = g_hash_table_lookup (self->ghosts, item->point);
  YdScheduled dates;
  graphene_rect_t bar;
  double y, height;

  yd_grid_get_row_span (YD_GRID (self), row, &y, &height);
  if (_yd_timeline_grid_get_dates (self, row, &dates) &&
      _yd_timeline_grid_get_bar (self, row, &dates, &bar) && cut_bar (self, &bar))
    {
      if (dates.spans)
        draw_bracket (snapshot, &bar, colors);
      else
        draw_bar (self, snapshot, &dates, &bar, colors);
      if (!dates.spans && is_hovered (self, row))
        draw_knobs (self, snapshot, &bar, colors);
    }

  if (dates.due != YD_DAY_NONE && !dates.done)
    draw_due (self, snapshot, &dates, y, height - 1, colors);
  _yd_timeline_grid_draw_clocks (self, snapshot, row,
                                 dates.start == YD_DAY_NONE && dates.due == YD_DAY_NONE, colors);
  if (ghost != NULL && ghost->due != YD_DAY_NONE)
    draw_due_ghost (self, snapshot, ghost, row, colors);
  else if (ghost != NULL)
    draw_ghost (self, snapshot, ghost, row, colors);
}

static void
draw_row_words (YdTimelineGrid     *self,
                GtkSnapshot        *snapshot,
                guint               row,
                const YdGridColors *colors)
{
  YdScheduled dates;
  graphene_rect_t bar;
  double y, height;

  if (!_yd_timeline_grid_get_dates (self, row, &dates) || dates.spans ||
      (dates.start == YD_DAY_NONE && dates.due == YD_DAY_NONE))
    return;

  yd_grid_get_row_span (YD_GRID (self), row, &y, &height);
  if (!_yd_timeline_grid_get_bar (self, row, &dates, &bar))
    graphene_rect_init (&bar, _yd_timeline_grid_get_x (self, dates.due + 1), y, 0, height - 1);
  draw_words (self, snapshot, &dates, &bar, colors);
}

/* Words come last: neither an arrow nor the line of today runs through them. */
void
_yd_timeline_grid_draw_body (YdTimelineGrid        *self,
                             GtkSnapshot           *snapshot,
                             const YdGridRange     *range,
                             const graphene_rect_t *area)
{
  YdGridColors colors;

  yd_grid_colors_read (&colors, GTK_WIDGET (self));
  gtk_snapshot_append_color (snapshot, &colors.view, area);
  if (self->rows == NULL || self->schedule == NULL)
    return;

  _yd_timeline_grid_draw_ground (self, snapshot, range, area, &colors);
  for (guint row = range->first_row; row < range->end_row; row++)
    draw_row (self, snapshot, row, &colors);
  _yd_timeline_grid_draw_arrows (self, snapshot, range, &colors);
  _yd_timeline_grid_draw_today (self, snapshot, area, &colors);
  for (guint row = range->first_row; row < range->end_row; row++)
    draw_row_words (self, snapshot, row, &colors);
}
