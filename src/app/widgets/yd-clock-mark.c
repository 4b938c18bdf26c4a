/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clock-mark.h"

/* The symbol of a clock, ◷, for widgets that draw themselves. It is drawn, since few fonts
 * have it, and those thin.
 */

/* Of the radius. */
#define LINE 0.26
#define HAND 0.55

/**
 * yd_clock_mark_draw:
 * @snapshot: where to
 * @color: its colour
 * @ground: (nullable): what its face is filled with; nothing if there is none
 * @area: it stands in the middle of it, and is as large as fits
 */
void
yd_clock_mark_draw (GtkSnapshot           *snapshot,
                    const GdkRGBA         *color,
                    const GdkRGBA         *ground,
                    const graphene_rect_t *area)
{
  const double size = MIN (area->size.width, area->size.height);
  const double r = size / 2, line = MAX (1, r * LINE);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, area);

  cairo_translate (cr, area->origin.x + area->size.width / 2,
                   area->origin.y + area->size.height / 2);
  cairo_arc (cr, 0, 0, r - line / 2, 0, 2 * G_PI);
  if (ground != NULL)
    {
      gdk_cairo_set_source_rgba (cr, ground);
      cairo_fill_preserve (cr);
    }

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
  cairo_move_to (cr, 0, -r * HAND);
  cairo_line_to (cr, 0, 0);
  cairo_line_to (cr, r * HAND, 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}
