/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-grid-private.h"

#include <glib/gi18n-lib.h>

/* The name of a unit dragged onto a point: it answers for it from then on. */

#define THRESHOLD 8

/* Which unit, if it is one that can be dragged, is there. */
static guint
find_unit (YdMatrixGrid *self,
           double        x,
           double        y)
{
  YdGridHit hit;

  yd_grid_hit_test (YD_GRID (self), x, y, &hit);
  if (self->matrix == NULL || hit.part != (self->transposed ? YD_GRID_ROW_HEAD : YD_GRID_COL_HEAD))
    return YD_GRID_NONE;

  return self->transposed ? hit.row : hit.col;
}

/* The point there, in the body or at its head; the grid's row or column of it. */
static guint
find_point (YdMatrixGrid *self,
            double        x,
            double        y)
{
  YdGridHit hit;

  yd_grid_hit_test (YD_GRID (self), x, y, &hit);
  if (hit.part != YD_GRID_BODY &&
      hit.part != (self->transposed ? YD_GRID_COL_HEAD : YD_GRID_ROW_HEAD))
    return YD_GRID_NONE;

  return self->transposed ? hit.col : hit.row;
}

static void
begin_cb (GtkGestureDrag *gesture,
          double          x,
          double          y,
          YdMatrixGrid   *self)
{
  if (find_unit (self, x, y) == YD_GRID_NONE)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
update_cb (GtkGestureDrag *gesture,
           double          offset_x,
           double          offset_y,
           YdMatrixGrid   *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->drag_from == YD_GRID_NONE)
    {
      if (ABS (offset_x) < THRESHOLD && ABS (offset_y) < THRESHOLD)
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      self->drag_from = find_unit (self, x, y);
    }

  self->drag_x = x + offset_x;
  self->drag_y = y + offset_y;
  self->drag_to = find_point (self, self->drag_x, self->drag_y);
  yd_grid_pull (YD_GRID (self), self->drag_x, self->drag_y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
end_drag (YdMatrixGrid *self)
{
  self->drag_from = self->drag_to = YD_GRID_NONE;
  yd_grid_stop_pulling (YD_GRID (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
end_cb (GtkGestureDrag *gesture,
        double          offset_x,
        double          offset_y,
        YdMatrixGrid   *self)
{
  const guint unit = self->drag_from, point = self->drag_to;
  YdMatrixColumn column;
  YdMatrixRow row;

  end_drag (self);
  if (unit >= yd_matrix_get_n_columns (self->matrix) ||
      point >= yd_matrix_get_n_rows (self->matrix))
    return;

  yd_matrix_get_column (self->matrix, unit, &column);
  yd_matrix_get_row (self->matrix, point, &row);
  _yd_matrix_grid_dropped (self, column.unit, row.point);
}

static void
cancel_cb (GtkGestureDrag   *gesture,
           GdkEventSequence *sequence,
           YdMatrixGrid     *self)
{
  if (self->drag_from != YD_GRID_NONE)
    end_drag (self);
}

void
_yd_matrix_grid_init_drag (YdMatrixGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/* The name goes with the pointer, and what it would be dropped on is marked. */
void
_yd_matrix_grid_draw_drag (YdMatrixGrid *self,
                           GtkSnapshot  *snapshot)
{
  YdGrid *grid = YD_GRID (self);
  YdTextCache *texts = yd_grid_get_texts (grid);
  YdMatrixColumn column;
  YdGridColors colors;
  graphene_rect_t body, place;
  const char *name;
  double start, size;

  if (self->drag_from >= yd_matrix_get_n_columns (self->matrix))
    return;

  yd_grid_colors_read (&colors, GTK_WIDGET (self));
  yd_grid_get_part_area (grid, YD_GRID_BODY, &body);
  if (self->drag_to != YD_GRID_NONE)
    {
      if (self->transposed)
        yd_grid_get_col_span (grid, self->drag_to, &start, &size);
      else
        yd_grid_get_row_span (grid, self->drag_to, &start, &size);
      graphene_rect_init (&place, self->transposed ? start : 0, self->transposed ? 0 : start,
                          self->transposed ? size : body.origin.x + body.size.width,
                          self->transposed ? body.origin.y + body.size.height : size);
      _yd_matrix_grid_draw_frame (snapshot, &place, &colors.link, 2);
    }

  yd_matrix_get_column (self->matrix, self->drag_from, &column);
  name = yd_row_get_cell (column.unit, YD_UNIT_NAME);
  graphene_rect_init (&place, self->drag_x + 10, self->drag_y + 6,
                      yd_text_cache_get_width (texts, name, YD_TEXT_BODY) + 16,
                      yd_text_cache_get_height (texts, YD_TEXT_BODY) + 8);
  gtk_snapshot_append_color (snapshot, &colors.view, &place);
  _yd_matrix_grid_draw_frame (snapshot, &place, &colors.link, 1);
  yd_grid_draw_text (grid, snapshot, name, YD_TEXT_BODY, &colors.text, &place, 0.5);
}
