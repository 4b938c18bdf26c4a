/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-light-mark.h"

/* The symbols of lights, for widgets that draw themselves: ● ▲ ■ ○ ✓. They are drawn,
 * since Chinese fonts have them thin and of several sizes.
 */

#define LINE 1.7

/**
 * yd_light_get_color_name:
 * @light: a light that is one
 * @fill: whether that of the ground, instead of that of the words
 *
 * Returns: (transfer none): the colour of the style sheet
 */
const char *
yd_light_get_color_name (YdLight  light,
                         gboolean fill)
{
  static const char * const names[YD_N_LIGHTS][2] = {
    [YD_LIGHT_NONE] = { "yd_wait", "yd_wait_bg" },
    [YD_LIGHT_WAIT] = { "yd_wait", "yd_wait_bg" },
    [YD_LIGHT_OK] = { "yd_ok", "yd_ok_bg" },
    [YD_LIGHT_SOON] = { "yd_soon", "yd_soon_bg" },
    [YD_LIGHT_LATE] = { "yd_late", "yd_late_bg" },
    [YD_LIGHT_DONE] = { "yd_done", "yd_done_bg" },
  };

  return names[light][!!fill];
}

static void
draw_path (cairo_t *cr,
           YdLight  light,
           double   size)
{
  const double r = size / 2;

  if (light == YD_LIGHT_LATE)
    cairo_rectangle (cr, -r + 0.5, -r + 0.5, size - 1, size - 1);
  else if (light == YD_LIGHT_SOON)
    {
      cairo_move_to (cr, 0, -r + 0.5);
      cairo_line_to (cr, r, r - 0.5);
      cairo_line_to (cr, -r, r - 0.5);
      cairo_close_path (cr);
    }
  else if (light == YD_LIGHT_DONE)
    {
      cairo_move_to (cr, -r + 1, 0.5);
      cairo_line_to (cr, -r * 0.3, r - 1.5);
      cairo_line_to (cr, r - 0.5, -r + 1);
    }
  else
    cairo_arc (cr, 0, 0, light == YD_LIGHT_OK ? r : r - LINE / 2, 0, 2 * G_PI);
}

/**
 * yd_light_mark_draw:
 * @snapshot: where to
 * @light: a light; nothing is drawn for %YD_LIGHT_NONE
 * @color: its colour
 * @area: the symbol stands in the middle of it, and is as large as fits
 */
void
yd_light_mark_draw (GtkSnapshot           *snapshot,
                    YdLight                light,
                    const GdkRGBA         *color,
                    const graphene_rect_t *area)
{
  const double size = MIN (area->size.width, area->size.height);
  cairo_t *cr;

  if (light == YD_LIGHT_NONE)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, area);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, LINE);
  cairo_translate (cr, area->origin.x + area->size.width / 2,
                   area->origin.y + area->size.height / 2);
  draw_path (cr, light, size);
  if (light == YD_LIGHT_WAIT || light == YD_LIGHT_DONE)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
  cairo_destroy (cr);
}
