/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-grid-private.h"

/* Where things are in the widget, and how it scrolls. */

/* How near to the edge of the body the pointer pulls, in pixels, and how fast at most. */
#define PULL_EDGE  24
#define PULL_SPEED 32

static double
get_value (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/* The heads of rows leave room for what they are the heads of. */
int
_yd_grid_get_left (YdGrid *self)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  const int width = gtk_widget_get_width (GTK_WIDGET (self));

  return priv->left_share > 0 && width > 0 ? MIN (priv->left, (int) (width * priv->left_share))
                                           : priv->left;
}

static double
get_room (YdGrid         *self,
          GtkOrientation  orientation)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  GtkWidget *widget = GTK_WIDGET (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return MAX (0, gtk_widget_get_width (widget) - _yd_grid_get_left (self) - priv->right);

  return MAX (0, gtk_widget_get_height (widget) - priv->top - priv->bottom);
}

/* The room of the body; less where its tails follow the last of it. */
static double
get_body (YdGrid         *self,
          GtkOrientation  orientation)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  const double room = get_room (self, orientation);

  if (!priv->closes)
    return room;

  return MIN (room, yd_grid_axis_get_total (orientation == GTK_ORIENTATION_HORIZONTAL
                                            ? &priv->cols : &priv->rows));
}

static void
configure (GtkAdjustment    *adjustment,
           const YdGridAxis *axis,
           double            room)
{
  const double total = MAX (yd_grid_axis_get_total (axis), room);
  const double step = axis->starts == NULL ? axis->size : room / 10;
  double value;

  if (adjustment == NULL)
    return;

  value = CLAMP (gtk_adjustment_get_value (adjustment), 0, total - room);
  gtk_adjustment_configure (adjustment, value, 0, total, MAX (step, 16), room * 0.9, room);
}

/* What shares the room gets it. */
static void
fit (YdGridAxis *axis,
     double      minimum,
     double      maximum,
     double      room)
{
  double size;

  if (minimum <= 0 || axis->n_items == 0)
    return;

  size = room / axis->n_items;
  if (maximum > 0)
    size = MIN (size, maximum);
  yd_grid_axis_set_uniform (axis, axis->n_items, MAX (minimum, size));
}

/* After the widget or what it shows has got another size. */
void
_yd_grid_configure (YdGrid *self)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);

  fit (&priv->cols, priv->min_width, priv->max_width,
       get_room (self, GTK_ORIENTATION_HORIZONTAL));
  fit (&priv->rows, priv->min_height, priv->max_height,
       get_room (self, GTK_ORIENTATION_VERTICAL));
  configure (priv->hadjustment, &priv->cols, get_room (self, GTK_ORIENTATION_HORIZONTAL));
  configure (priv->vadjustment, &priv->rows, get_room (self, GTK_ORIENTATION_VERTICAL));
}

void
_yd_grid_resized (YdGrid *self)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) priv->rows.n_items,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) priv->cols.n_items,
                                  -1);
  _yd_grid_configure (self);
  _yd_grid_clamp_current (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
value_changed_cb (YdGrid *self)
{
  /* What the pointer was over has gone from under it. */
  _yd_grid_get_private (self)->hovers = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
_yd_grid_set_adjustment (YdGrid         *self,
                         GtkOrientation  orientation,
                         GtkAdjustment  *adjustment)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  const gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  GtkAdjustment **slot = across ? &priv->hadjustment : &priv->vadjustment;

  if (adjustment != NULL && *slot == adjustment)
    return;

  if (*slot != NULL)
    g_signal_handlers_disconnect_by_func (*slot, value_changed_cb, self);
  g_clear_object (slot);
  if (adjustment == NULL)
    return;

  *slot = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  _yd_grid_configure (self);
  g_object_notify (G_OBJECT (self), across ? "hadjustment" : "vadjustment");
}

/**
 * yd_grid_get_offset:
 * @self: a grid
 * @x: (out): pixels of the body that were scrolled away at the left
 * @y: (out): and above
 */
void
yd_grid_get_offset (YdGrid *self,
                    double *x,
                    double *y)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);

  *x = get_value (priv->hadjustment);
  *y = get_value (priv->vadjustment);
}

/* Scrolls so that these pixels of the body stand at its beginning, as far as it goes. */
void
yd_grid_scroll_to (YdGrid *self,
                   double  x,
                   double  y)
{
  YdGridPrivate *priv;

  g_return_if_fail (YD_IS_GRID (self));

  priv = _yd_grid_get_private (self);
  if (priv->hadjustment != NULL)
    gtk_adjustment_set_value (priv->hadjustment, x);
  if (priv->vadjustment != NULL)
    gtk_adjustment_set_value (priv->vadjustment, y);
}

/* Scrolls no further than needed to see the cell; sideways not at all if the focus goes
 * by row.
 */
void
yd_grid_scroll_to_cell (YdGrid *self,
                        guint   row,
                        guint   col)
{
  YdGridPrivate *priv;
  double x, y, width, height;

  g_return_if_fail (YD_IS_GRID (self));

  priv = _yd_grid_get_private (self);
  yd_grid_get_offset (self, &x, &y);
  width = get_room (self, GTK_ORIENTATION_HORIZONTAL);
  height = get_room (self, GTK_ORIENTATION_VERTICAL);
  if (height > 0 && row < priv->rows.n_items)
    y = yd_grid_axis_reveal (&priv->rows, row, y, height);
  if (width > 0 && col < priv->cols.n_items && !priv->by_row)
    x = yd_grid_axis_reveal (&priv->cols, col, x, width);

  yd_grid_scroll_to (self, x, y);
}

/**
 * yd_grid_get_row_span:
 * @self: a grid
 * @row: a row
 * @y: (out): where it begins in the widget; it may be out of sight
 * @height: (out): how high it is
 */
void
yd_grid_get_row_span (YdGrid *self,
                      guint   row,
                      double *y,
                      double *height)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);

  *y = priv->top + yd_grid_axis_get_start (&priv->rows, row) - get_value (priv->vadjustment);
  *height = yd_grid_axis_get_size (&priv->rows, row);
}

/* The same of a column. */
void
yd_grid_get_col_span (YdGrid *self,
                      guint   col,
                      double *x,
                      double *width)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);

  *x = _yd_grid_get_left (self) + yd_grid_axis_get_start (&priv->cols, col) -
       get_value (priv->hadjustment);
  *width = yd_grid_axis_get_size (&priv->cols, col);
}

/* Where the part stands in the widget. */
void
yd_grid_get_part_area (YdGrid          *self,
                       YdGridPart       part,
                       graphene_rect_t *area)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  const int left = _yd_grid_get_left (self);
  const double xs[4] = {
    0, left, left + get_body (self, GTK_ORIENTATION_HORIZONTAL),
    gtk_widget_get_width (GTK_WIDGET (self)),
  };
  const double ys[4] = {
    0, priv->top, priv->top + get_body (self, GTK_ORIENTATION_VERTICAL),
    gtk_widget_get_height (GTK_WIDGET (self)),
  };
  const guint across = part % 3, down = part / 3;

  graphene_rect_init (area, xs[across], ys[down], MAX (0, xs[across + 1] - xs[across]),
                      MAX (0, ys[down + 1] - ys[down]));
}

/* The rows and columns of which something can be seen. */
void
yd_grid_get_visible (YdGrid      *self,
                     YdGridRange *range)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  double x, y;

  yd_grid_get_offset (self, &x, &y);
  yd_grid_axis_get_visible (&priv->rows, y, get_room (self, GTK_ORIENTATION_VERTICAL),
                            &range->first_row, &range->end_row);
  yd_grid_axis_get_visible (&priv->cols, x, get_room (self, GTK_ORIENTATION_HORIZONTAL),
                            &range->first_col, &range->end_col);
}

/**
 * yd_grid_hit_test:
 * @self: a grid
 * @x: pixels in the widget
 * @y: pixels in the widget
 * @hit: (out): what is there
 */
void
yd_grid_hit_test (YdGrid    *self,
                  double     x,
                  double     y,
                  YdGridHit *hit)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  graphene_rect_t body;
  double offset_x, offset_y;
  guint across, down;

  yd_grid_get_part_area (self, YD_GRID_BODY, &body);
  yd_grid_get_offset (self, &offset_x, &offset_y);
  across = x < body.origin.x ? 0 : x < body.origin.x + body.size.width ? 1 : 2;
  down = y < body.origin.y ? 0 : y < body.origin.y + body.size.height ? 1 : 2;
  x += offset_x - _yd_grid_get_left (self);
  y += offset_y - priv->top;

  *hit = (YdGridHit) { 3 * down + across, YD_GRID_NONE, YD_GRID_NONE };
  if (down == 1 && y < yd_grid_axis_get_total (&priv->rows))
    hit->row = yd_grid_axis_find (&priv->rows, y);
  if (across == 1 && x < yd_grid_axis_get_total (&priv->cols))
    hit->col = yd_grid_axis_find (&priv->cols, x);
}

static gboolean
pull_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  YdGrid *self = YD_GRID (widget);
  YdGridPrivate *priv = _yd_grid_get_private (self);
  double x, y;

  yd_grid_get_offset (self, &x, &y);
  yd_grid_scroll_to (self, x + priv->pull_x, y + priv->pull_y);

  return G_SOURCE_CONTINUE;
}

/* How far @position is beyond the edges of what is dragged over, as a speed. */
static double
get_pull (double position,
          double start,
          double length)
{
  double pull = 0;

  if (position < start + PULL_EDGE)
    pull = position - start - PULL_EDGE;
  else if (position > start + length - PULL_EDGE)
    pull = position - start - length + PULL_EDGE;

  return CLAMP (pull / 2, -PULL_SPEED, PULL_SPEED);
}

/* While something is dragged: near the edge of the body, at @x and @y, it scrolls. */
void
yd_grid_pull (YdGrid *self,
              double  x,
              double  y)
{
  YdGridPrivate *priv;
  graphene_rect_t body;

  g_return_if_fail (YD_IS_GRID (self));

  priv = _yd_grid_get_private (self);
  yd_grid_get_part_area (self, YD_GRID_BODY, &body);
  priv->pull_x = get_pull (x, body.origin.x, body.size.width);
  priv->pull_y = get_pull (y, body.origin.y, body.size.height);

  if (priv->pull_x == 0 && priv->pull_y == 0)
    yd_grid_stop_pulling (self);
  else if (priv->pull_id == 0)
    priv->pull_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), pull_cb, NULL, NULL);
}

void
yd_grid_stop_pulling (YdGrid *self)
{
  YdGridPrivate *priv;

  g_return_if_fail (YD_IS_GRID (self));

  priv = _yd_grid_get_private (self);
  if (priv->pull_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->pull_id);
  priv->pull_id = 0;
}

/* In (1), out (-1) or back to what fits (0), about the middle of what can be seen. */
void
yd_grid_zoom (YdGrid *self,
              int     step)
{
  graphene_rect_t body;

  g_return_if_fail (YD_IS_GRID (self));

  yd_grid_get_part_area (self, YD_GRID_BODY, &body);
  if (YD_GRID_GET_CLASS (self)->zoom != NULL)
    YD_GRID_GET_CLASS (self)->zoom (self, step, body.origin.x + body.size.width / 2);
}
