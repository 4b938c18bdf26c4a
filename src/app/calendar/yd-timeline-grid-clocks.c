/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-timeline-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "yd-clock-mark.h"

/* The milestones that clocks set: ◷ where a term ends, within the day if it is one in hours. */

#define RADIUS 7
#define MINUTES_OF_DAY 1440.0

static double
get_x (YdTimelineGrid       *self,
       const YdTimelineStep *milestone)
{
  const YdDue *due = &milestone->step->due;

  if (due->minute == YD_MINUTE_NONE)
    return _yd_timeline_grid_get_x (self, due->day + 1);

  return _yd_timeline_grid_get_x (self, due->day) + self->day_width * due->minute / MINUTES_OF_DAY;
}

/* One that is late is filled, so that it can be told without colours. */
static void
draw_mark (GtkSnapshot          *snapshot,
           const YdTimelineStep *milestone,
           double                x,
           double                y,
           double                r,
           const YdGridColors   *colors)
{
  const GdkRGBA *color = &colors->lights[milestone->light];
  const gboolean late = milestone->light == YD_LIGHT_LATE;

  yd_clock_mark_draw (snapshot, late ? &colors->view : color, late ? color : &colors->view,
                      &GRAPHENE_RECT_INIT (x - r, y - r, 2 * r, 2 * r));
}

/* Where no bar says how the point stands, its clocks do: the word and the time of the first. */
static void
draw_words (YdTimelineGrid       *self,
            GtkSnapshot          *snapshot,
            const YdTimelineStep *first,
            double                left,
            double                right,
            double                y,
            double                height,
            const YdGridColors   *colors)
{
  g_autofree char *due = yd_clock_step_dup_due (first->clock, first->step);
  g_autofree char *words = g_strdup_printf ("%s %s", yd_light_get_word (first->light), due);
  const double width = yd_text_cache_get_width (yd_grid_get_texts (YD_GRID (self)), words,
                                                YD_TEXT_CAPTION);
  double x;

  if (!_yd_timeline_grid_place_words (self, left, right, width, &x))
    return;

  yd_grid_draw_text (YD_GRID (self), snapshot, words, YD_TEXT_CAPTION,
                     first->light == YD_LIGHT_LATE ? &colors->lights[first->light] : &colors->text,
                     &GRAPHENE_RECT_INIT (x, y, width + 2, height), 0);
}

/**
 * _yd_timeline_grid_draw_clocks:
 * @self: a timeline
 * @snapshot: where to
 * @row: a row
 * @alone: whether nothing else in the row says how the point stands
 * @colors: the colours of the frame
 *
 * Draws the milestones of the point, the later ones below.
 */
void
_yd_timeline_grid_draw_clocks (YdTimelineGrid     *self,
                               GtkSnapshot        *snapshot,
                               guint               row,
                               gboolean            alone,
                               const YdGridColors *colors)
{
  YdPoint *point = yd_timeline_rows_get (self->rows, row)->point;
  double y, height, r;
  guint n = 0;

  while (yd_timeline_clocks_get (self->clocks, point, n) != NULL)
    n++;
  if (n == 0)
    return;

  yd_grid_get_row_span (YD_GRID (self), row, &y, &height);
  r = MIN (RADIUS * self->scale, (height - 1) / 2);
  if (alone)
    draw_words (self, snapshot, yd_timeline_clocks_get (self->clocks, point, 0),
                get_x (self, yd_timeline_clocks_get (self->clocks, point, 0)) - r - 6,
                get_x (self, yd_timeline_clocks_get (self->clocks, point, n - 1)) + r + 6, y,
                height - 1, colors);
  while (n-- > 0)
    {
      const YdTimelineStep *milestone = yd_timeline_clocks_get (self->clocks, point, n);

      draw_mark (snapshot, milestone, get_x (self, milestone), y + (height - 1) / 2, r, colors);
    }
}

/* Returns: (transfer none) (nullable): the milestone of @row at @x of the widget */
const YdTimelineStep *
_yd_timeline_grid_find_clock (YdTimelineGrid *self,
                              guint           row,
                              double          x)
{
  const YdTimelineRow *item = self->rows != NULL ? yd_timeline_rows_get (self->rows, row) : NULL;
  const YdTimelineStep *milestone;

  for (guint n = 0; item != NULL &&
       (milestone = yd_timeline_clocks_get (self->clocks, item->point, n)) != NULL; n++)
    if (fabs (x - get_x (self, milestone)) <= RADIUS * self->scale)
      return milestone;

  return NULL;
}

/* Adds what the clocks of @point ask for next. */
void
_yd_timeline_grid_append_clocks (YdTimelineGrid *self,
                                 GString        *words,
                                 const char     *separator,
                                 YdPoint        *point)
{
  const YdTimelineStep *milestone;

  for (guint n = 0; (milestone = yd_timeline_clocks_get (self->clocks, point, n)) != NULL; n++)
    {
      g_autofree char *task = yd_clock_step_dup_task (milestone->clock, milestone->step);
      g_autofree char *due = yd_clock_step_dup_due (milestone->clock, milestone->step);
      g_autofree char *left = yd_clock_step_dup_left (milestone->clock, milestone->step);

      g_string_append_printf (words, "%s%s %s %s%s%s", separator, _("Clock"), task, due, _(", "),
                              left);
    }
}

/* Returns: (transfer full): what one of them is for, until when, and how that was counted */
char *
_yd_timeline_grid_dup_clock (const YdTimelineStep *milestone)
{
  g_autofree char *task = yd_clock_step_dup_task (milestone->clock, milestone->step);
  g_autofree char *due = yd_clock_step_dup_due (milestone->clock, milestone->step);
  g_autofree char *left = yd_clock_step_dup_left (milestone->clock, milestone->step);
  g_autofree char *reason = yd_clock_step_dup_reason (milestone->clock, milestone->step);

  return g_strdup_printf ("%s %s\n%s%s%s\n%s", _("Clock"), task, due, _(", "), left, reason);
}

/**
 * yd_timeline_grid_set_clocks:
 * @self: a timeline
 * @clocks: (nullable) (transfer full): what clocks ask for
 */
void
yd_timeline_grid_set_clocks (YdTimelineGrid   *self,
                             YdTimelineClocks *clocks)
{
  g_return_if_fail (YD_IS_TIMELINE_GRID (self));

  g_clear_pointer (&self->clocks, yd_timeline_clocks_free);
  self->clocks = clocks;
  _yd_timeline_grid_set_days (self);
  yd_grid_say_again (YD_GRID (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
