/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-timeline-grid-private.h"

#include <math.h>

/* What waits for what, as right-angled arrows between bars that can be seen. */

/* How far an arrow goes straight on before it turns. */
#define STUB 7.0
#define HEAD 4.0

typedef struct
{
  double x[6];
  double y[6];
  guint  n;
} Path;

static void
add_point (Path   *path,
           double  x,
           double  y)
{
  path->x[path->n] = x;
  path->y[path->n] = y;
  path->n++;
}

/* From the side of one bar to the side of another, leaving (@out) and coming (@in) to the
 * right (1) or to the left (-1). If the way is not free, it turns between the rows.
 */
static void
find_path (double  x,
           double  y,
           int     out,
           double  end_x,
           double  end_y,
           int     in,
           double  half_row,
           Path   *path)
{
  const double turn = x + out * STUB;
  const double before = end_x - in * STUB;
  const double between = end_y > y ? end_y - half_row : end_y + half_row;

  path->n = 0;
  add_point (path, x, y);
  if (out == in && (before - turn) * in >= 0)
    {
      add_point (path, turn, y);
      add_point (path, turn, end_y);
    }
  else if (out != in)
    {
      const double far = out > 0 ? MAX (turn, before) : MIN (turn, before);

      add_point (path, far, y);
      add_point (path, far, end_y);
    }
  else
    {
      add_point (path, turn, y);
      add_point (path, turn, between);
      add_point (path, before, between);
      add_point (path, before, end_y);
    }
  add_point (path, end_x, end_y);
}

/* What begins after the other has ended: straight on, and down or up into it.
 * Returns: whether there is room for that
 */
static gboolean
find_drop (const graphene_rect_t *pred,
           const graphene_rect_t *succ,
           Path                  *path)
{
  const double x = pred->origin.x + pred->size.width;
  const double turn = MAX (x + STUB - 2, succ->origin.x + HEAD);

  if (turn > succ->origin.x + succ->size.width - HEAD)
    return FALSE;

  path->n = 0;
  add_point (path, x, pred->origin.y + pred->size.height / 2);
  add_point (path, turn, pred->origin.y + pred->size.height / 2);
  add_point (path, turn, succ->origin.y > pred->origin.y ? succ->origin.y
                                                         : succ->origin.y + succ->size.height);
  return TRUE;
}

static double
get_angle (const Path *path)
{
  const guint last = path->n - 1;

  return atan2 (path->y[last] - path->y[last - 1], path->x[last] - path->x[last - 1]);
}

/* Up to the middle of the head, which is drawn over it. */
static void
trace_line (cairo_t    *cr,
            const Path *path)
{
  const guint last = path->n - 1;
  const double angle = get_angle (path);

  cairo_move_to (cr, floor (path->x[0]) + 0.5, floor (path->y[0]) + 0.5);
  for (guint i = 1; i < last; i++)
    cairo_line_to (cr, floor (path->x[i]) + 0.5, floor (path->y[i]) + 0.5);
  cairo_line_to (cr, floor (path->x[last]) + 0.5 - HEAD * cos (angle),
                 floor (path->y[last]) + 0.5 - HEAD * sin (angle));
}

/* It points where the last part of the way goes. */
static void
trace_head (cairo_t    *cr,
            const Path *path)
{
  const guint last = path->n - 1;

  cairo_save (cr);
  cairo_translate (cr, floor (path->x[last]) + 0.5, floor (path->y[last]) + 0.5);
  cairo_rotate (cr, get_angle (path));
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, -HEAD - 2, -HEAD);
  cairo_line_to (cr, -HEAD - 2, HEAD);
  cairo_close_path (cr);
  cairo_restore (cr);
}

/* All of one colour at once, which is much faster than one by one. Lines are straight and
 * on the pixels, so that nothing has to be smoothed.
 */
static void
draw_paths (cairo_t       *cr,
            GArray        *paths,
            const GdkRGBA *color,
            double         width)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, width);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (guint i = 0; i < paths->len; i++)
    trace_line (cr, &g_array_index (paths, Path, i));
  cairo_stroke (cr);

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  for (guint i = 0; i < paths->len; i++)
    trace_head (cr, &g_array_index (paths, Path, i));
  cairo_fill (cr);
}

/* The side of @bar from which an arrow goes, or to which it comes. */
static double
get_side (const graphene_rect_t *bar,
          gboolean               finish)
{
  return bar->origin.x + (finish ? bar->size.width : 0);
}

static gboolean
find_bar (YdTimelineGrid  *self,
          guint            row,
          graphene_rect_t *bar)
{
  YdScheduled dates;

  return _yd_timeline_grid_get_dates (self, row, &dates) &&
         _yd_timeline_grid_get_bar (self, row, &dates, bar);
}

/* Returns: whether something of the arrow can be seen */
static gboolean
find_arrow (YdTimelineGrid        *self,
            const YdTimelineArrow *arrow,
            const graphene_rect_t *area,
            Path                  *path)
{
  const gboolean from_finish = arrow->type == YD_LINK_FS || arrow->type == YD_LINK_FF;
  const gboolean to_finish = arrow->type == YD_LINK_FF || arrow->type == YD_LINK_SF;
  graphene_rect_t pred, succ;
  double left, right;

  if (!find_bar (self, arrow->pred, &pred) || !find_bar (self, arrow->succ, &succ))
    return FALSE;

  left = MIN (pred.origin.x, succ.origin.x) - 2 * STUB;
  right = MAX (get_side (&pred, TRUE), get_side (&succ, TRUE)) + 2 * STUB;
  if (right < area->origin.x || left > area->origin.x + area->size.width)
    return FALSE;

  if (arrow->type != YD_LINK_FS || !find_drop (&pred, &succ, path))
    find_path (get_side (&pred, from_finish), pred.origin.y + pred.size.height / 2,
               from_finish ? 1 : -1, get_side (&succ, to_finish),
               succ.origin.y + succ.size.height / 2, to_finish ? -1 : 1,
               self->row_height / 2.0, path);

  return TRUE;
}

/* The critical ones are drawn last, and so on top. */
void
_yd_timeline_grid_draw_arrows (YdTimelineGrid     *self,
                               GtkSnapshot        *snapshot,
                               const YdGridRange  *range,
                               const YdGridColors *colors)
{
  g_autoptr(GArray) usual = g_array_new (FALSE, FALSE, sizeof (Path));
  g_autoptr(GArray) critical = g_array_new (FALSE, FALSE, sizeof (Path));
  graphene_rect_t area;
  cairo_t *cr;
  Path path;

  yd_grid_get_part_area (YD_GRID (self), YD_GRID_BODY, &area);
  for (guint i = 0; i < self->arrows->len; i++)
    {
      const YdTimelineArrow *arrow = &g_array_index (self->arrows, YdTimelineArrow, i);

      if (MAX (arrow->pred, arrow->succ) >= range->first_row &&
          MIN (arrow->pred, arrow->succ) < range->end_row &&
          find_arrow (self, arrow, &area, &path))
        g_array_append_val (arrow->critical ? critical : usual, path);
    }

  if (usual->len + critical->len == 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &area);
  draw_paths (cr, usual, &colors->dim, 1);
  draw_paths (cr, critical, &colors->link, 2);
  cairo_destroy (cr);
}

static void
add_arrow_cb (const YdScheduleEdge *edge,
              gpointer              user_data)
{
  YdTimelineGrid *self = user_data;
  const YdTimelineArrow arrow = {
    yd_timeline_rows_find_shown (self->rows, edge->pred),
    yd_timeline_rows_find_shown (self->rows, edge->succ),
    edge->link.type, edge->critical,
  };

  if (!edge->aside && arrow.pred != arrow.succ && arrow.pred != YD_TIMELINE_NO_ROW &&
      arrow.succ != YD_TIMELINE_NO_ROW)
    g_array_append_val (self->arrows, arrow);
}

/* Who waits for whom, as far as both can be seen or stand for who can. */
void
_yd_timeline_grid_find_arrows (YdTimelineGrid *self)
{
  g_array_set_size (self->arrows, 0);
  if (self->rows == NULL || self->schedule == NULL)
    return;

  yd_schedule_foreach_edge (self->schedule, add_arrow_cb, self);
}

/* The arrow that a person draws. */
void
_yd_timeline_grid_draw_link (YdTimelineGrid *self,
                             GtkSnapshot    *snapshot)
{
  const gboolean from_finish = self->drag_part == YD_BAR_FINISH;
  YdGridColors colors;
  graphene_rect_t area, bar;
  cairo_t *cr;

  yd_grid_get_part_area (YD_GRID (self), YD_GRID_BODY, &area);
  if (!find_bar (self, self->drag_row, &bar))
    return;

  yd_grid_colors_read (&colors, GTK_WIDGET (self));
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  gdk_cairo_set_source_rgba (cr, &colors.link);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, get_side (&bar, from_finish), bar.origin.y + bar.size.height / 2);
  cairo_line_to (cr, self->drag_to_x, self->drag_to_y);
  cairo_stroke (cr);
  cairo_arc (cr, self->drag_to_x, self->drag_to_y, 4, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
}
