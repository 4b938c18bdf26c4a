/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-grid-colors.h"

#include "yd-light-mark.h"

/* Between the stripes of a hatch. */
#define HATCH 8

static void
look_up (GtkStyleContext *context,
         const char      *name,
         GdkRGBA         *color)
{
  if (!gtk_style_context_lookup_color (context, name, color))
    gtk_style_context_get_color (context, color);
}

/**
 * yd_grid_colors_read:
 * @self: (out): where they go
 * @widget: the widget that is drawn
 *
 * Looks up what the colours are now: those of the style sheets that are loaded, at the state
 * of @widget.
 */
void
yd_grid_colors_read (YdGridColors *self,
                     GtkWidget    *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  gtk_style_context_get_color (context, &self->text);
  look_up (context, "view_bg_color", &self->view);
  look_up (context, "window_bg_color", &self->head);
  look_up (context, "accent_bg_color", &self->accent);
  look_up (context, "accent_fg_color", &self->on_accent);
  look_up (context, "yd_accent", &self->link);
  look_up (context, "yd_grid_line", &self->line);
  look_up (context, "yd_rest_day", &self->rest);
  look_up (context, "yd_selected", &self->selected);
  look_up (context, "yd_crosshair", &self->crosshair);
  look_up (context, "yd_late", &self->late);
  look_up (context, "yd_proposed", &self->proposed);
  look_up (context, "yd_proposed_bg", &self->proposed_fill);
  for (guint light = 0; light < YD_N_LIGHTS; light++)
    {
      look_up (context, yd_light_get_color_name (light, FALSE), &self->lights[light]);
      look_up (context, yd_light_get_color_name (light, TRUE), &self->fills[light]);
    }

  /* The sheets for high contrast have no fill for what is selected: it gets an outline. */
  self->contrast = self->selected.alpha == 0;
  self->dim = self->hover = self->text;
  self->dim.alpha *= self->contrast ? 1.0f : 0.7f;
  self->hover.alpha *= self->contrast ? 0.0f : 0.04f;
}

/**
 * yd_grid_colors_hatch:
 * @self: the colours of the frame
 * @snapshot: where to draw
 * @area: what is covered with stripes
 * @down: whether they go down to the right, which is said of what is not known; up is for
 *   what a fill would tell if contrast were not high
 *
 * Words should not stand on it.
 */
void
yd_grid_colors_hatch (const YdGridColors    *self,
                      GtkSnapshot           *snapshot,
                      const graphene_rect_t *area,
                      gboolean               down)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, area);
  const double x = area->origin.x, y = area->origin.y;
  const double width = area->size.width, height = area->size.height;

  gdk_cairo_set_source_rgba (cr, &self->line);
  cairo_set_line_width (cr, 1);
  for (double at = -height; at < width; at += HATCH)
    {
      cairo_move_to (cr, x + at, down ? y : y + height);
      cairo_line_to (cr, x + at + height, down ? y + height : y);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}
