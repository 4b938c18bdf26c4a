/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-grid-private.h"

#include <math.h>

/* What the pointer chooses and drags, and where the menu is asked for. */

/* How far the pointer goes before it drags, in pixels. */
#define THRESHOLD 4

/* Whether @hit is a day, as there may be none before the first year and after the last. */
static gboolean
is_day (YdMonthGrid     *self,
        const YdGridHit *hit)
{
  return hit->part == YD_GRID_BODY && hit->row != YD_GRID_NONE && hit->col != YD_GRID_NONE &&
         yd_day_is_in_range (_yd_month_grid_get_cell_day (self, hit->row, hit->col));
}

/* Returns: which of the chips of the day of @hit is at @x and @y, or what stands in its place */
static guint
find_place (YdMonthGrid     *self,
            const YdGridHit *hit,
            double           x,
            double           y)
{
  const YdDay day = _yd_month_grid_get_cell_day (self, hit->row, hit->col);
  graphene_rect_t area;

  _yd_month_grid_get_cell_area (self, hit->row, hit->col, &area);

  return yd_month_layout_find_chip (&self->layout, &area, _yd_month_grid_count (self, day), x, y);
}

/* Returns: which of the chips of the day at @x and @y is chosen now */
static guint
choose_at (YdMonthGrid     *self,
           const YdGridHit *hit,
           double           x,
           double           y)
{
  const guint n = find_place (self, hit, x, y);

  self->chip = YD_MONTH_NO_CHIP;
  yd_grid_set_current (YD_GRID (self), hit->row, hit->col);
  _yd_month_grid_choose (self, n);

  return n;
}

/* A chip is chosen, twice opened; what says how many more there are opens the day. */
gboolean
_yd_month_grid_press (YdGrid          *grid,
                      const YdGridHit *hit,
                      guint            n_press,
                      double           x,
                      double           y)
{
  YdMonthGrid *self = YD_MONTH_GRID (grid);
  guint n;

  if (!is_day (self, hit))
    return TRUE;

  n = choose_at (self, hit, x, y);
  if (n_press == 2 || (n != YD_MONTH_NO_CHIP && yd_month_grid_get_chip (self) == NULL))
    YD_GRID_GET_CLASS (grid)->activate (grid, hit->row, hit->col);

  return TRUE;
}

/* A key asks for the menu below the middle of what has the ring, where no chip is. */
static gboolean
is_by_key (YdMonthGrid     *self,
           const YdGridHit *hit,
           double           x,
           double           y)
{
  graphene_rect_t ring;

  YD_GRID_GET_CLASS (self)->locate (YD_GRID (self), hit->row, hit->col, &ring);

  return x == ring.origin.x + ring.size.width / 2 && y == ring.origin.y + ring.size.height;
}

/* Of a chip; a day has none. */
void
_yd_month_grid_menu (YdGrid          *grid,
                     const YdGridHit *hit,
                     double           x,
                     double           y)
{
  YdMonthGrid *self = YD_MONTH_GRID (grid);
  const YdMonthChip *chip;

  if (!is_day (self, hit))
    return;

  if (!is_by_key (self, hit, x, y))
    choose_at (self, hit, x, y);
  chip = yd_month_grid_get_chip (self);
  if (chip != NULL && chip->item.deadline != NULL)
    g_signal_emit_by_name (self, "menu", x, y);
}

/* Returns: (transfer none) (nullable): what the pointer is on, and of which day it is */
static const YdMonthChip *
find_chip (YdMonthGrid *self,
           double       x,
           double       y,
           YdDay       *day,
           guint       *n)
{
  YdGridHit hit;

  yd_grid_hit_test (YD_GRID (self), x, y, &hit);
  if (!is_day (self, &hit))
    return NULL;

  *day = _yd_month_grid_get_cell_day (self, hit.row, hit.col);
  *n = find_place (self, &hit, x, y);
  if (*n >= _yd_month_grid_count_shown (self, *day))
    return NULL;

  return _yd_month_grid_lookup (self, *day, *n);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               YdMonthGrid    *self)
{
  self->dragging = FALSE;
  self->drag_x = x;
  self->drag_y = y;
  if (find_chip (self, x, y, &self->drag_day, &self->drag_chip) == NULL)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
  self->drag_to = self->drag_day;
}

/* Returns: whether it is dragged now */
static gboolean
begin (YdMonthGrid       *self,
       GtkGesture        *gesture,
       const YdMonthChip *chip)
{
  if (!yd_month_chip_is_movable (chip))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      g_signal_emit_by_name (self, "shifted", 0);
      return FALSE;
    }

  self->dragging = TRUE;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  return TRUE;
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                YdMonthGrid    *self)
{
  const YdMonthChip *chip = _yd_month_grid_lookup (self, self->drag_day, self->drag_chip);
  YdGridHit hit;
  YdDay day;

  if (chip == NULL || (!self->dragging && hypot (dx, dy) < THRESHOLD))
    return;
  if (!self->dragging && !begin (self, GTK_GESTURE (gesture), chip))
    return;

  yd_grid_hit_test (YD_GRID (self), self->drag_x + dx, self->drag_y + dy, &hit);
  yd_grid_pull (YD_GRID (self), self->drag_x + dx, self->drag_y + dy);
  if (!is_day (self, &hit))
    return;

  day = _yd_month_grid_get_cell_day (self, hit.row, hit.col);
  if (day == self->drag_to)
    return;

  self->drag_to = day;
  g_signal_emit_by_name (self, "moved", chip->item.deadline, day);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             YdMonthGrid    *self)
{
  self->dragging = FALSE;
  yd_grid_stop_pulling (YD_GRID (self));
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           YdMonthGrid              *self)
{
  const YdMonthChip *chip;
  YdDay day;
  guint n;

  if (self->dragging)
    return;

  chip = find_chip (self, x, y, &day, &n);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   chip == NULL                        ? NULL
                                   : yd_month_chip_is_movable (chip)   ? "grab"
                                                                       : "pointer");
}

void
_yd_month_grid_init_drag (YdMonthGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
