/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-grid-private.h"

#include "yd-grid-colors.h"

/* What can be seen, part by part. */

/* Draws one line of text in @area, cut if there is no room for it. */
void
yd_grid_draw_text (YdGrid                *self,
                   GtkSnapshot           *snapshot,
                   const char            *text,
                   YdTextStyle            style,
                   const GdkRGBA         *color,
                   const graphene_rect_t *area,
                   double                 xalign)
{
  yd_text_cache_draw (_yd_grid_get_private (self)->texts, snapshot, text, style, color, area,
                      xalign);
}

static void
fill_range (YdGrid            *self,
            GtkSnapshot       *snapshot,
            const YdGridRange *range)
{
  double x, y, end_x, end_y, size;
  YdGridColors colors;

  yd_grid_get_col_span (self, range->first_col, &x, &size);
  yd_grid_get_col_span (self, range->end_col, &end_x, &size);
  yd_grid_get_row_span (self, range->first_row, &y, &size);
  yd_grid_get_row_span (self, range->end_row, &end_y, &size);
  yd_grid_colors_read (&colors, GTK_WIDGET (self));
  gtk_snapshot_append_color (snapshot, &colors.selected,
                             &GRAPHENE_RECT_INIT (x, y, end_x - x, end_y - y));
}

/* The chosen cells; one alone has the ring of the focus. */
static void
draw_range (YdGrid      *self,
            GtkSnapshot *snapshot)
{
  YdGridRange range;

  if (!yd_grid_get_extends (self))
    return;

  yd_grid_get_range (self, &range);
  if (range.end_row - range.first_row > 1 || range.end_col - range.first_col > 1)
    fill_range (self, snapshot, &range);
}

static void
draw_row (YdGrid            *self,
          GtkSnapshot       *snapshot,
          YdGridPart         part,
          guint              row,
          const YdGridRange *range)
{
  YdGridClass *klass = YD_GRID_GET_CLASS (self);
  graphene_rect_t area;
  double x, y, width, height;

  yd_grid_get_part_area (self, part, &area);
  x = area.origin.x;
  y = area.origin.y;
  width = area.size.width;
  height = area.size.height;
  if (row != YD_GRID_NONE)
    yd_grid_get_row_span (self, row, &y, &height);

  if (part % 3 != 1)
    {
      graphene_rect_init (&area, x, y, width, height);
      klass->draw_cell (self, snapshot, part, row, YD_GRID_NONE, &area);
      return;
    }

  for (guint col = range->first_col; col < range->end_col; col++)
    {
      yd_grid_get_col_span (self, col, &x, &width);
      graphene_rect_init (&area, x, y, width, height);
      klass->draw_cell (self, snapshot, part, row, col, &area);
    }
}

/* One cell after the other. A corner is one cell, and so is each row of a head. */
void
_yd_grid_real_draw (YdGrid                *self,
                    GtkSnapshot           *snapshot,
                    YdGridPart             part,
                    const YdGridRange     *range,
                    const graphene_rect_t *area)
{
  if (YD_GRID_GET_CLASS (self)->draw_cell == NULL)
    return;

  if (part / 3 != 1)
    draw_row (self, snapshot, part, YD_GRID_NONE, range);
  else
    for (guint row = range->first_row; row < range->end_row; row++)
      draw_row (self, snapshot, part, row, range);

  if (part == YD_GRID_BODY)
    draw_range (self, snapshot);
}

static void
draw_part (YdGrid            *self,
           GtkSnapshot       *snapshot,
           YdGridPart         part,
           const YdGridRange *range)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  graphene_rect_t area;

  yd_grid_get_part_area (self, part, &area);
  if (area.size.width <= 0 || area.size.height <= 0)
    return;

  gtk_snapshot_push_clip (snapshot, &area);
  YD_GRID_GET_CLASS (self)->draw (self, snapshot, part, range, &area);

  /* The ring of the focus is cut by the heads as its cell is; that of a row is around its
   * head too.
   */
  if (part == YD_GRID_BODY || (priv->by_row && part == YD_GRID_ROW_HEAD))
    if (priv->rows.n_items > 0 && priv->cols.n_items > 0)
      gtk_widget_snapshot_child (GTK_WIDGET (self), priv->cells[0], snapshot);
  gtk_snapshot_pop (snapshot);
}

void
_yd_grid_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  YdGrid *self = YD_GRID (widget);
  YdGridRange range;

  yd_grid_get_visible (self, &range);
  draw_part (self, snapshot, YD_GRID_BODY, &range);
  for (guint part = YD_GRID_CORNER; part <= YD_GRID_CORNER_END; part++)
    if (part != YD_GRID_BODY)
      draw_part (self, snapshot, part, &range);

  if (YD_GRID_GET_CLASS (self)->draw_over != NULL)
    YD_GRID_GET_CLASS (self)->draw_over (self, snapshot);
}
