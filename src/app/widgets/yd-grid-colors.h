/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-light.h"

G_BEGIN_DECLS

/**
 * YdGridColors:
 * @text: of words
 * @dim: of words that matter less; as @text in high contrast
 * @view: the ground
 * @head: the ground of heads and tails
 * @accent: what is filled with the accent
 * @on_accent: words on that
 * @link: the accent as a line or as words on the ground
 * @line: between cells
 * @rest: the ground of days on which nobody works
 * @selected: lies over what is selected; nothing in high contrast
 * @crosshair: lies over the row and the column of the current cell; nothing in high contrast
 * @hover: lies over what the pointer is on; nothing in high contrast
 * @late: what is late, and the line of today
 * @proposed: what nobody confirmed
 * @proposed_fill: its ground; nothing in high contrast
 * @lights: the words of each light
 * @fills: the ground of each light, not to be used in high contrast
 * @contrast: whether it is high: nothing is told by a fill, but by lines of @text
 *
 * The colours of a frame, for widgets that draw themselves: those of the style sheet, looked
 * up once for all cells.
 */
typedef struct
{
  GdkRGBA  text;
  GdkRGBA  dim;
  GdkRGBA  view;
  GdkRGBA  head;
  GdkRGBA  accent;
  GdkRGBA  on_accent;
  GdkRGBA  link;
  GdkRGBA  line;
  GdkRGBA  rest;
  GdkRGBA  selected;
  GdkRGBA  crosshair;
  GdkRGBA  hover;
  GdkRGBA  late;
  GdkRGBA  proposed;
  GdkRGBA  proposed_fill;
  GdkRGBA  lights[YD_N_LIGHTS];
  GdkRGBA  fills[YD_N_LIGHTS];
  gboolean contrast;
} YdGridColors;

void yd_grid_colors_read  (YdGridColors          *self,
                           GtkWidget             *widget);
void yd_grid_colors_hatch (const YdGridColors    *self,
                           GtkSnapshot           *snapshot,
                           const graphene_rect_t *area,
                           gboolean               down);

G_END_DECLS
