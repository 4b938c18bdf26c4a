/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "yd-calendar-keys.h"

/* Keys beside those that go from day to day, and what the pointer drags. */

/* How far the pointer goes before it drags, in pixels. */
#define THRESHOLD 4

static guint
count_places (YdMonthGrid *self)
{
  const YdDay day = yd_month_grid_get_day (self);
  const guint n_shown = _yd_month_grid_count_shown (self, day);

  return n_shown < _yd_month_grid_count (self, day) ? n_shown + 1 : n_shown;
}

/* Goes to the next chip of the day, or the one before; returns whether there is one. */
static gboolean
step_chip (YdMonthGrid *self,
           gboolean     back)
{
  const guint n_places = count_places (self);
  const guint chip = self->chip;

  if (back && (chip == YD_MONTH_NO_CHIP || n_places == 0))
    return FALSE;
  if (!back && (chip == YD_MONTH_NO_CHIP ? n_places == 0 : chip + 1 >= n_places))
    return FALSE;

  if (back)
    _yd_month_grid_choose (self, chip > 0 ? chip - 1 : YD_MONTH_NO_CHIP);
  else
    _yd_month_grid_choose (self, chip == YD_MONTH_NO_CHIP ? 0 : chip + 1);

  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        YdMonthGrid           *self)
{
  const GdkModifierType mods = state & gtk_accelerator_get_default_mod_mask ();
  const int shift = yd_calendar_find_shift (keyval);

  if (mods == 0 && (keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab))
    return step_chip (self, FALSE);
  if ((mods == 0 || mods == GDK_SHIFT_MASK) &&
      (keyval == GDK_KEY_ISO_Left_Tab || (mods != 0 && keyval == GDK_KEY_Tab)))
    return step_chip (self, TRUE);

  if (mods == 0 && (keyval == GDK_KEY_t || keyval == GDK_KEY_T))
    {
      yd_month_grid_go_to (self, self->today);
      return TRUE;
    }
  if (mods == GDK_SHIFT_MASK && shift != 0)
    {
      g_signal_emit_by_name (self, "shifted", shift);
      return TRUE;
    }

  return FALSE;
}

void
_yd_month_grid_init_keys (YdMonthGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Returns: (transfer none) (nullable): what the pointer is on, and of which day it is */
static const YdMonthChip *
find_chip (YdMonthGrid *self,
           double       x,
           double       y,
           YdDay       *day,
           guint       *n)
{
  graphene_rect_t area;
  YdGridHit hit;

  yd_grid_hit_test (YD_GRID (self), x, y, &hit);
  if (hit.part != YD_GRID_BODY || hit.row == YD_GRID_NONE || hit.col == YD_GRID_NONE)
    return NULL;

  *day = _yd_month_grid_get_cell_day (self, hit.row, hit.col);
  _yd_month_grid_get_cell_area (self, hit.row, hit.col, &area);
  *n = yd_month_layout_find_chip (&self->layout, &area, _yd_month_grid_count (self, *day), x, y);
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
  if (hit.part != YD_GRID_BODY || hit.row == YD_GRID_NONE || hit.col == YD_GRID_NONE)
    return;

  day = _yd_month_grid_get_cell_day (self, hit.row, hit.col);
  if (day == self->drag_to || !yd_day_is_in_range (day))
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
