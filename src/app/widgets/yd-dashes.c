/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-dashes.h"

#include <math.h>

/* The dashed frame of what is not sure: proposed, or where something would come to be. */

/* So long is a gap beside a dash. */
#define GAP 0.75

/* A side begins and ends with half a dash, so that two of them close a corner; those across go as
 * far as the outer edge, and are the corner. */
static void
draw_side (cairo_t *cr,
           double   from_x,
           double   from_y,
           double   to_x,
           double   to_y,
           double   dash)
{
  const double length = fabs (to_x - from_x) + fabs (to_y - from_y);
  const double n = MAX (round (length / (dash * (1 + GAP))), 1);
  const double fitted = length / n / (1 + GAP);

  cairo_set_dash (cr, (const double[]) { fitted, fitted * GAP }, 2, fitted / 2);
  cairo_move_to (cr, from_x, from_y);
  cairo_line_to (cr, to_x, to_y);
  cairo_stroke (cr);
}

/**
 * yd_dashes_draw:
 * @snapshot: where to
 * @area: what is framed; the frame lies within it
 * @width: of the line, in pixels
 * @dash: how long a dash is, about, in pixels; less than that is between two of them
 * @color: of the line
 *
 * Draws a dashed frame whose corners are closed.
 */
void
yd_dashes_draw (GtkSnapshot           *snapshot,
                const graphene_rect_t *area,
                float                  width,
                float                  dash,
                const GdkRGBA         *color)
{
  const double left = area->origin.x + width / 2, right = left + area->size.width - width;
  const double top = area->origin.y + width / 2, bottom = top + area->size.height - width;
  cairo_t *cr;

  g_return_if_fail (dash > 0);

  if (right <= left || bottom <= top)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, area);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  draw_side (cr, left - width / 2, top, right + width / 2, top, dash);
  draw_side (cr, right, top, right, bottom, dash);
  draw_side (cr, right + width / 2, bottom, left - width / 2, bottom, dash);
  draw_side (cr, left, bottom, left, top, dash);
  cairo_destroy (cr);
}
