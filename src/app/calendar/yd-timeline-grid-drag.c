/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-timeline-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "yd-schedule-edits.h"

/* What the pointer does with bars: moves them, links them, and makes the tree wider. */

/* How far the pointer goes before it drags, and how near it has to be, in pixels. */
#define THRESHOLD 4
#define NEAR      6
#define KNOB      12
#define END       6

/* A narrower bar has no ends: it could not be moved any more. */
#define WIDE 24

/* The end of a bar is beside the ◆ of its deadline if that stands on it. */
static YdBarPart
find_end (YdTimelineGrid        *self,
          const YdScheduled     *dates,
          const graphene_rect_t *bar,
          double                 x)
{
  const double left = bar->origin.x;
  double right = left + bar->size.width;

  if (dates->spans || bar->size.width < WIDE)
    return YD_BAR_BODY;
  if (dates->due == dates->finish && !dates->done)
    right -= NEAR;

  return x < left + END ? YD_BAR_LEFT : x >= right - END ? YD_BAR_RIGHT : YD_BAR_BODY;
}

/* What of @row is at @x and @y of the widget. */
YdBarPart
_yd_timeline_grid_find_part (YdTimelineGrid *self,
                             guint           row,
                             double          x,
                             double          y)
{
  YdScheduled dates;
  graphene_rect_t bar;
  double left, right;

  if (!_yd_timeline_grid_get_dates (self, row, &dates))
    return YD_BAR_NOTHING;

  if (dates.due != YD_DAY_NONE && !dates.done &&
      fabs (x - _yd_timeline_grid_get_x (self, dates.due + 1)) <= NEAR)
    return YD_BAR_DUE;
  if (!_yd_timeline_grid_get_bar (self, row, &dates, &bar))
    return YD_BAR_NOTHING;

  left = bar.origin.x;
  right = left + bar.size.width;
  if (x >= left && x < right)
    return find_end (self, &dates, &bar, x);
  if (!dates.spans && x >= left - KNOB && x < left)
    return YD_BAR_START;
  if (!dates.spans && x >= right && x < right + KNOB)
    return YD_BAR_FINISH;

  return YD_BAR_NOTHING;
}

static gboolean
is_on_edge (YdTimelineGrid *self,
            double          x)
{
  graphene_rect_t body;

  yd_grid_get_part_area (YD_GRID (self), YD_GRID_BODY, &body);

  return fabs (x - body.origin.x) <= 3;
}

/* Why the bar of a row stays where it is, or %NULL if it does not have to. */
static const char *
find_refusal (YdTimelineGrid *self,
              guint           row,
              YdBarPart       part)
{
  const YdTimelineRow *item = yd_timeline_rows_get (self->rows, row);
  YdScheduled dates;

  _yd_timeline_grid_get_dates (self, row, &dates);
  if (part == YD_BAR_DUE)
    return dates.deadline != NULL && yd_deadline_is_movable (dates.deadline)
      ? NULL : _("The document states this deadline; change it under “Deadline”");
  if (dates.done)
    return _("It is closed, and keeps the days on which it was done");
  if (dates.spans)
    return _("Its days are those of the points below it; move one of them");
  if (part == YD_BAR_LEFT && yd_row_get_cell (item->point, YD_POINT_STARTED) != NULL)
    return _("It has begun; only its end can be moved");

  return NULL;
}

static gboolean
is_knob (YdBarPart part)
{
  return part == YD_BAR_START || part == YD_BAR_FINISH;
}

static const YdTimelineStep *
find_clock (YdTimelineGrid  *self,
            const YdGridHit *hit,
            double           x)
{
  return hit->part == YD_GRID_BODY && hit->row != YD_GRID_NONE
         ? _yd_timeline_grid_find_clock (self, hit->row, x) : NULL;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               YdTimelineGrid *self)
{
  double offset_y;
  YdGridHit hit;

  yd_grid_hit_test (YD_GRID (self), x, y, &hit);
  self->drag = YD_DRAG_NOTHING;
  self->drag_part = YD_BAR_NOTHING;
  self->drag_x = x;
  self->drag_y = y;
  self->drag_days = 0;
  yd_grid_get_offset (YD_GRID (self), &self->drag_offset, &offset_y);

  if (is_on_edge (self, x))
    {
      self->drag = YD_DRAG_EDGE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      return;
    }

  if (hit.part == YD_GRID_BODY && hit.row != YD_GRID_NONE)
    self->drag_part = _yd_timeline_grid_find_part (self, hit.row, x, y);
  self->drag_row = hit.row;
  if (self->drag_part == YD_BAR_NOTHING && find_clock (self, &hit, x) == NULL)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

/* Says why nothing is dragged, and where it can be changed. */
static void
refuse (YdTimelineGrid *self,
        GtkGesture     *gesture,
        const char     *words,
        YdRow          *row)
{
  g_signal_emit_by_name (self, "refused", words, row);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

/* Returns: whether something is dragged now */
static gboolean
begin (YdTimelineGrid *self,
       GtkGesture     *gesture)
{
  static const YdTimelineDrag drags[] = {
    [YD_BAR_BODY] = YD_DRAG_BAR, [YD_BAR_LEFT] = YD_DRAG_LEFT, [YD_BAR_RIGHT] = YD_DRAG_RIGHT,
    [YD_BAR_START] = YD_DRAG_LINK, [YD_BAR_FINISH] = YD_DRAG_LINK, [YD_BAR_DUE] = YD_DRAG_DUE,
  };
  const char *refusal = NULL;

  if (self->drag_part == YD_BAR_NOTHING)
    {
      const YdTimelineStep *milestone =
        _yd_timeline_grid_find_clock (self, self->drag_row, self->drag_x);

      if (milestone != NULL)
        refuse (self, gesture, NULL, milestone->clock->row);
      return FALSE;
    }

  if (!is_knob (self->drag_part))
    refusal = find_refusal (self, self->drag_row, self->drag_part);
  if (refusal != NULL)
    {
      refuse (self, gesture, refusal, yd_timeline_rows_get (self->rows, self->drag_row)->point);
      return FALSE;
    }

  self->drag = drags[self->drag_part];
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  return TRUE;
}

/* What is dragged is another number of days away from where it was. */
static void
tell_moved (YdTimelineGrid *self,
            YdPoint        *point)
{
  if (self->drag == YD_DRAG_LEFT || self->drag == YD_DRAG_RIGHT)
    g_signal_emit_by_name (self, "stretched", point, self->drag_days, self->drag == YD_DRAG_LEFT);
  else
    g_signal_emit_by_name (self, self->drag == YD_DRAG_DUE ? "due-moved" : "moved", point,
                           self->drag_days);
}

static void
drag_along (YdTimelineGrid *self,
            double          dx)
{
  const YdTimelineRow *row = yd_timeline_rows_get (self->rows, self->drag_row);
  double x, y;
  int n_days;

  yd_grid_get_offset (YD_GRID (self), &x, &y);
  n_days = (int) round ((dx + x - self->drag_offset) / self->day_width);
  if (n_days == self->drag_days || row == NULL)
    return;

  self->drag_days = n_days;
  tell_moved (self, row->point);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                YdTimelineGrid *self)
{
  if (self->drag == YD_DRAG_NOTHING && hypot (dx, dy) < THRESHOLD)
    return;
  if (self->drag == YD_DRAG_NOTHING && !begin (self, GTK_GESTURE (gesture)))
    return;

  self->drag_to_x = self->drag_x + dx;
  self->drag_to_y = self->drag_y + dy;
  if (self->drag == YD_DRAG_EDGE)
    yd_timeline_grid_set_tree_width (self, MAX ((int) (self->drag_to_x / self->scale), 1));
  else if (self->drag == YD_DRAG_LINK)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else
    drag_along (self, dx);

  if (self->drag != YD_DRAG_EDGE)
    yd_grid_pull (YD_GRID (self), self->drag_to_x, self->drag_to_y);
}

/* An arrow may be let go on the end of a bar, or on the bar: then the nearer end counts. */
static void
end_link (YdTimelineGrid *self)
{
  const YdTimelineRow *pred = yd_timeline_rows_get (self->rows, self->drag_row);
  const YdTimelineRow *succ;
  graphene_rect_t bar;
  YdScheduled dates;
  YdGridHit hit;

  yd_grid_hit_test (YD_GRID (self), self->drag_to_x, self->drag_to_y, &hit);
  if (pred == NULL || hit.part != YD_GRID_BODY || hit.row == YD_GRID_NONE ||
      hit.row == self->drag_row)
    return;

  succ = yd_timeline_rows_get (self->rows, hit.row);
  if (!_yd_timeline_grid_get_dates (self, hit.row, &dates) ||
      !_yd_timeline_grid_get_bar (self, hit.row, &dates, &bar) ||
      self->drag_to_x < bar.origin.x - 2 * KNOB ||
      self->drag_to_x > bar.origin.x + bar.size.width + 2 * KNOB)
    return;

  g_signal_emit_by_name (self, "linked", pred->point, succ->point,
                         self->drag_part == YD_BAR_START,
                         self->drag_to_x > bar.origin.x + bar.size.width / 2);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             YdTimelineGrid *self)
{
  const YdTimelineDrag drag = self->drag;

  self->drag = YD_DRAG_NOTHING;
  yd_grid_stop_pulling (YD_GRID (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (drag == YD_DRAG_LINK)
    end_link (self);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           YdTimelineGrid           *self)
{
  const char *name = NULL;
  YdBarPart part;
  YdGridHit hit;

  if (self->drag != YD_DRAG_NOTHING)
    return;

  yd_grid_hit_test (YD_GRID (self), x, y, &hit);
  part = hit.part == YD_GRID_BODY && hit.row != YD_GRID_NONE
    ? _yd_timeline_grid_find_part (self, hit.row, x, y) : YD_BAR_NOTHING;
  if (is_on_edge (self, x))
    name = "col-resize";
  else if (is_knob (part))
    name = "crosshair";
  else if (part != YD_BAR_NOTHING && find_refusal (self, hit.row, part) == NULL)
    name = part == YD_BAR_LEFT || part == YD_BAR_RIGHT ? "ew-resize" : "grab";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

void
_yd_timeline_grid_init_drag (YdTimelineGrid *self)
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
