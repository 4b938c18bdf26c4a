/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-grid-private.h"

#include "yd-tooltip.h"

/* What the pointer does: presses, hovers, draws a rubber band, zooms. */

/* Where the focus goes by row, its head is as good as its body. */
static gboolean
find_cell (YdGrid    *self,
           YdGridHit *hit)
{
  if (yd_grid_get_by_row (self) && hit->part / 3 == 1)
    {
      hit->part = YD_GRID_BODY;
      hit->col = 0;
    }

  return hit->part == YD_GRID_BODY && hit->row != YD_GRID_NONE && hit->col != YD_GRID_NONE;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            YdGrid          *self)
{
  const GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  YdGridHit hit;

  yd_grid_hit_test (self, x, y, &hit);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (YD_GRID_GET_CLASS (self)->press != NULL &&
      YD_GRID_GET_CLASS (self)->press (self, &hit, n_press, x, y))
    return;
  if (!find_cell (self, &hit))
    return;

  if (n_press == 2)
    {
      if (YD_GRID_GET_CLASS (self)->activate != NULL)
        YD_GRID_GET_CLASS (self)->activate (self, hit.row, hit.col);
    }
  else if ((state & GDK_SHIFT_MASK) && yd_grid_get_extends (self))
    yd_grid_extend_to (self, hit.row, hit.col);
  else
    yd_grid_set_current (self, hit.row, hit.col);
}

static void
menu_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 YdGrid          *self)
{
  YdGridHit hit;

  yd_grid_hit_test (self, x, y, &hit);
  if (YD_GRID_GET_CLASS (self)->menu == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  YD_GRID_GET_CLASS (self)->menu (self, &hit, x, y);
}

static void
set_hover (YdGrid          *self,
           const YdGridHit *hit)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);

  if (hit == NULL ? !priv->hovers
                  : priv->hovers && memcmp (hit, &priv->hover, sizeof *hit) == 0)
    return;

  priv->hovers = hit != NULL;
  if (hit != NULL)
    priv->hover = *hit;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           YdGrid                   *self)
{
  YdGridHit hit;

  yd_grid_hit_test (self, x, y, &hit);
  set_hover (self, &hit);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          YdGrid                   *self)
{
  set_hover (self, NULL);
}

static void
band_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               YdGrid         *self)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  YdGridHit hit;

  yd_grid_hit_test (self, x, y, &hit);
  priv->banding = FALSE;
  priv->band_x = x;
  priv->band_y = y;
  if (!priv->extends || !find_cell (self, &hit))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

/* A band does not begin before the pointer has left the cell in which it was pressed. */
static void
band_update_cb (GtkGestureDrag *gesture,
                double          offset_x,
                double          offset_y,
                YdGrid         *self)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  const double x = priv->band_x + offset_x, y = priv->band_y + offset_y;
  graphene_rect_t body;
  YdGridHit hit;

  yd_grid_get_part_area (self, YD_GRID_BODY, &body);
  yd_grid_hit_test (self, CLAMP (x, body.origin.x, body.origin.x + body.size.width - 1),
                    CLAMP (y, body.origin.y, body.origin.y + body.size.height - 1), &hit);
  if (!find_cell (self, &hit))
    return;
  if (!priv->banding && hit.row == priv->row && hit.col == priv->col)
    return;

  priv->banding = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  yd_grid_extend_to (self, hit.row, hit.col);
  yd_grid_pull (self, x, y);
}

static void
band_end_cb (GtkGestureDrag *gesture,
             double          offset_x,
             double          offset_y,
             YdGrid         *self)
{
  _yd_grid_get_private (self)->banding = FALSE;
  yd_grid_stop_pulling (self);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           YdGrid                   *self)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  const GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  graphene_rect_t body;
  double x;

  if (!(state & GDK_CONTROL_MASK) || YD_GRID_GET_CLASS (self)->zoom == NULL)
    return FALSE;

  yd_grid_get_part_area (self, YD_GRID_BODY, &body);
  x = body.origin.x + body.size.width / 2;
  if (priv->hovers && priv->hover.col != YD_GRID_NONE)
    {
      double width;

      yd_grid_get_col_span (self, priv->hover.col, &x, &width);
    }
  YD_GRID_GET_CLASS (self)->zoom (self, dy < 0 ? 1 : -1, x);

  return TRUE;
}

static gboolean
query_tooltip_cb (YdGrid     *self,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  YdGridHit hit = { YD_GRID_BODY, priv->row, priv->col };
  g_autofree char *text = NULL;
  graphene_rect_t area;

  if (YD_GRID_GET_CLASS (self)->dup_tooltip == NULL)
    return FALSE;

  if (!keyboard)
    yd_grid_hit_test (self, x, y, &hit);
  else if (hit.row < priv->rows.n_items && hit.col < priv->cols.n_items)
    {
      YD_GRID_GET_CLASS (self)->locate (self, hit.row, hit.col, &area);
      x = (int) (area.origin.x + area.size.width / 2);
      y = (int) (area.origin.y + area.size.height / 2);
    }
  text = YD_GRID_GET_CLASS (self)->dup_tooltip (self, &hit, x, y);

  return yd_tooltip_show (tooltip, text);
}

static void
add_clicks (YdGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *band = gtk_gesture_drag_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));

  g_signal_connect (band, "drag-begin", G_CALLBACK (band_begin_cb), self);
  g_signal_connect (band, "drag-update", G_CALLBACK (band_update_cb), self);
  g_signal_connect (band, "drag-end", G_CALLBACK (band_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (band));
}

void
_yd_grid_init_pointer (YdGrid *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL |
                                     GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  add_clicks (self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/**
 * yd_grid_get_hover:
 * @self: a grid
 * @hit: (out): what the pointer is over
 *
 * Returns: whether it is over the grid at all
 */
gboolean
yd_grid_get_hover (YdGrid    *self,
                   YdGridHit *hit)
{
  YdGridPrivate *priv;

  g_return_val_if_fail (YD_IS_GRID (self), FALSE);

  priv = _yd_grid_get_private (self);
  *hit = priv->hover;

  return priv->hovers;
}
