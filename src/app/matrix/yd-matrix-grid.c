/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-grid-private.h"

/**
 * YdMatrixGrid:
 *
 * Points by units, or units by points: a mark where one has to do with the other. What is
 * shown, and in which order, is what the matrix says; this draws it, moves in it, and tells
 * what a person wants. It changes nothing.
 */

G_DEFINE_FINAL_TYPE (YdMatrixGrid, yd_matrix_grid, YD_TYPE_GRID)

enum {
  CHOSEN,
  MENU,
  OPENED,
  ACTED,
  DROPPED,
  FOLDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const guint zooms[] = { 50, 75, 100, 125, 150, 200 };

/* What stands in a cell of the grid. Returns: whether anything does */
gboolean
_yd_matrix_grid_look (YdMatrixGrid *self,
                      guint         row,
                      guint         col,
                      YdMatrixCell *cell)
{
  *cell = (YdMatrixCell) { .role = YD_ROLE_NONE };
  _yd_matrix_grid_to_matrix (self, &row, &col);

  return self->matrix != NULL && row < yd_matrix_get_n_rows (self->matrix) &&
         col < yd_matrix_get_n_columns (self->matrix) &&
         yd_matrix_get_cell (self->matrix, row, col, cell);
}

static void
yd_matrix_grid_draw (YdGrid                *grid,
                     GtkSnapshot           *snapshot,
                     YdGridPart             part,
                     const YdGridRange     *range,
                     const graphene_rect_t *area)
{
  YdMatrixGrid *self = YD_MATRIX_GRID (grid);

  if (self->matrix == NULL)
    return;

  switch (part)
    {
    case YD_GRID_BODY:
      _yd_matrix_grid_draw_body (self, snapshot, range, area);
      break;

    case YD_GRID_COL_HEAD:
    case YD_GRID_ROW_HEAD:
      _yd_matrix_grid_draw_heads (self, snapshot, part, range, area);
      break;

    case YD_GRID_CORNER:
      _yd_matrix_grid_draw_corner (self, snapshot, area);
      break;

    case YD_GRID_CORNER_RIGHT:
    case YD_GRID_ROW_TAIL:
    case YD_GRID_CORNER_BELOW:
    case YD_GRID_COL_TAIL:
    case YD_GRID_CORNER_END:
    default:
      _yd_matrix_grid_draw_totals (self, snapshot, part, range, area);
    }
}

static void
yd_matrix_grid_draw_over (YdGrid      *grid,
                          GtkSnapshot *snapshot)
{
  YdMatrixGrid *self = YD_MATRIX_GRID (grid);

  if (self->drag_from != YD_GRID_NONE)
    _yd_matrix_grid_draw_drag (self, snapshot);
}

static void
yd_matrix_grid_activate (YdGrid *grid,
                         guint   row,
                         guint   col)
{
  g_signal_emit (grid, signals[OPENED], 0);
}

static gboolean
is_chosen (YdGrid *grid,
           guint   row,
           guint   col)
{
  YdGridRange range;

  yd_grid_get_range (grid, &range);

  return row >= range.first_row && row < range.end_row && col >= range.first_col &&
         col < range.end_col;
}

/* In a head it is asked for along the row or column; what is chosen stays so. */
static void
yd_matrix_grid_menu (YdGrid          *grid,
                     const YdGridHit *hit,
                     double           x,
                     double           y)
{
  const guint row = hit->row != YD_GRID_NONE ? hit->row : yd_grid_get_current_row (grid);
  const guint col = hit->col != YD_GRID_NONE ? hit->col : yd_grid_get_current_col (grid);

  if ((hit->row == YD_GRID_NONE && hit->col == YD_GRID_NONE) ||
      row >= yd_grid_get_n_rows (grid) || col >= yd_grid_get_n_cols (grid))
    return;
  if (!is_chosen (grid, row, col))
    yd_grid_set_current (grid, row, col);
  g_signal_emit (grid, signals[MENU], 0, x, y);
}

static void
note_current (YdMatrixGrid *self)
{
  guint row = yd_grid_get_current_row (YD_GRID (self));
  guint col = yd_grid_get_current_col (YD_GRID (self));
  YdMatrixColumn column;
  YdMatrixRow info;

  _yd_matrix_grid_to_matrix (self, &row, &col);
  if (self->matrix == NULL || row >= yd_matrix_get_n_rows (self->matrix) ||
      col >= yd_matrix_get_n_columns (self->matrix))
    return;

  yd_matrix_get_row (self->matrix, row, &info);
  yd_matrix_get_column (self->matrix, col, &column);
  g_set_object (&self->point, info.point);
  g_set_object (&self->unit, column.unit);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
yd_matrix_grid_current_changed (YdGrid *grid)
{
  YdMatrixGrid *self = YD_MATRIX_GRID (grid);

  if (!self->quiet)
    note_current (self);
  gtk_widget_queue_draw (GTK_WIDGET (grid));
}

static void
yd_matrix_grid_metrics_changed (YdGrid *grid)
{
  _yd_matrix_grid_fit (YD_MATRIX_GRID (grid));
}

/* Where the zoom would be if what fits the window were one. */
static double
get_fit_zoom (YdMatrixGrid *self)
{
  double x, width;

  yd_grid_get_col_span (YD_GRID (self), 0, &x, &width);

  return width / (YD_MATRIX_CELL * self->scale) * 100;
}

static void
yd_matrix_grid_zoom (YdGrid *grid,
                     int     step,
                     double  x)
{
  YdMatrixGrid *self = YD_MATRIX_GRID (grid);
  const double now = self->zoom > 0 ? self->zoom : get_fit_zoom (self);
  guint wanted = step < 0 ? zooms[0] : zooms[G_N_ELEMENTS (zooms) - 1];

  if (step == 0)
    wanted = 0;
  else if (step > 0)
    for (guint i = G_N_ELEMENTS (zooms); i > 0 && zooms[i - 1] > now + 1; i--)
      wanted = zooms[i - 1];
  else
    for (guint i = 0; i < G_N_ELEMENTS (zooms) && zooms[i] < now - 1; i++)
      wanted = zooms[i];

  yd_matrix_grid_set_zoom (self, wanted);
}

static void
yd_matrix_grid_dispose (GObject *object)
{
  YdMatrixGrid *self = YD_MATRIX_GRID (object);

  self->quiet = TRUE;
  yd_matrix_grid_set_matrix (self, NULL);
  g_clear_object (&self->point);
  g_clear_object (&self->unit);

  G_OBJECT_CLASS (yd_matrix_grid_parent_class)->dispose (object);
}

static void
yd_matrix_grid_finalize (GObject *object)
{
  g_hash_table_unref (YD_MATRIX_GRID (object)->marks);

  G_OBJECT_CLASS (yd_matrix_grid_parent_class)->finalize (object);
}

static void
make_signals (GType type)
{
  /* Another cell is the current one. */
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  /* A person wants to know more of it. */
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  /* A context menu at a place is asked for, of the current cell. */
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  /* A #YdMatrixAct, on the chosen cells. */
  signals[ACTED] = g_signal_new ("acted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);

  /* The name of a unit was dropped on a point. */
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, YD_TYPE_ROW, YD_TYPE_POINT);

  /* A point, or a group of units, was folded or unfolded by its arrow. */
  signals[FOLDED] = g_signal_new ("folded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
yd_matrix_grid_class_init (YdMatrixGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  YdGridClass *grid_class = YD_GRID_CLASS (klass);

  object_class->dispose = yd_matrix_grid_dispose;
  object_class->finalize = yd_matrix_grid_finalize;
  grid_class->draw = yd_matrix_grid_draw;
  grid_class->draw_over = yd_matrix_grid_draw_over;
  grid_class->dup_name = _yd_matrix_grid_dup_name;
  grid_class->dup_tooltip = _yd_matrix_grid_dup_tooltip;
  grid_class->move = _yd_matrix_grid_move;
  grid_class->activate = yd_matrix_grid_activate;
  grid_class->menu = yd_matrix_grid_menu;
  grid_class->press = _yd_matrix_grid_press;
  grid_class->current_changed = yd_matrix_grid_current_changed;
  grid_class->zoom = yd_matrix_grid_zoom;
  grid_class->metrics_changed = yd_matrix_grid_metrics_changed;

  make_signals (G_TYPE_FROM_CLASS (klass));
}

static void
yd_matrix_grid_init (YdMatrixGrid *self)
{
  self->marks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) gsk_render_node_unref);
  self->drag_from = self->drag_to = YD_GRID_NONE;
  yd_grid_set_extends (YD_GRID (self), TRUE);
  yd_grid_set_closes (YD_GRID (self), TRUE);
  _yd_matrix_grid_fit (self);
  _yd_matrix_grid_init_keys (self);
  _yd_matrix_grid_init_drag (self);
}

static void
matrix_changed_cb (YdMatrixGrid   *self,
                   YdMatrixChange  change)
{
  const gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  /* Totals may have come or gone, and who has most. */
  _yd_matrix_grid_fit (self);
  if (!(change & (YD_MATRIX_CHANGED_ROWS | YD_MATRIX_CHANGED_COLUMNS)) && focused &&
      yd_grid_get_n_rows (YD_GRID (self)) > 0)
    yd_grid_say_again (YD_GRID (self));
  g_signal_emit (self, signals[CHOSEN], 0);
}

YdMatrix *
yd_matrix_grid_get_matrix (YdMatrixGrid *self)
{
  g_return_val_if_fail (YD_IS_MATRIX_GRID (self), NULL);

  return self->matrix;
}

/**
 * yd_matrix_grid_set_matrix:
 * @self: a grid
 * @matrix: (nullable): what it shows
 */
void
yd_matrix_grid_set_matrix (YdMatrixGrid *self,
                           YdMatrix     *matrix)
{
  g_return_if_fail (YD_IS_MATRIX_GRID (self));

  if (self->matrix == matrix)
    return;

  if (self->matrix != NULL)
    g_signal_handlers_disconnect_by_func (self->matrix, matrix_changed_cb, self);
  g_set_object (&self->matrix, matrix);
  if (matrix != NULL)
    g_signal_connect_object (matrix, "changed", G_CALLBACK (matrix_changed_cb), self,
                             G_CONNECT_SWAPPED);
  _yd_matrix_grid_fit (self);
}

YdMatrixColoring
yd_matrix_grid_get_coloring (YdMatrixGrid *self)
{
  g_return_val_if_fail (YD_IS_MATRIX_GRID (self), YD_MATRIX_COLOR_ROLE);

  return self->coloring;
}

void
yd_matrix_grid_set_coloring (YdMatrixGrid     *self,
                             YdMatrixColoring  coloring)
{
  g_return_if_fail (YD_IS_MATRIX_GRID (self));

  if (self->coloring == coloring)
    return;

  self->coloring = coloring;
  _yd_matrix_grid_fit (self);
}

gboolean
yd_matrix_grid_get_transposed (YdMatrixGrid *self)
{
  g_return_val_if_fail (YD_IS_MATRIX_GRID (self), FALSE);

  return self->transposed;
}

/* Whether the units are the rows. */
void
yd_matrix_grid_set_transposed (YdMatrixGrid *self,
                               gboolean      transposed)
{
  g_return_if_fail (YD_IS_MATRIX_GRID (self));

  if (self->transposed == !!transposed)
    return;

  self->transposed = !!transposed;
  _yd_matrix_grid_fit (self);
}

/* Returns: the zoom in percent; zero if all of it is to fit the window */
guint
yd_matrix_grid_get_zoom (YdMatrixGrid *self)
{
  g_return_val_if_fail (YD_IS_MATRIX_GRID (self), 0);

  return self->zoom;
}

void
yd_matrix_grid_set_zoom (YdMatrixGrid *self,
                         guint         percent)
{
  g_return_if_fail (YD_IS_MATRIX_GRID (self));

  if (percent > 0)
    percent = CLAMP (percent, zooms[0], zooms[G_N_ELEMENTS (zooms) - 1]);
  if (self->zoom == percent)
    return;

  self->zoom = percent;
  _yd_matrix_grid_fit (self);
  if (yd_grid_get_n_rows (YD_GRID (self)) > 0)
    yd_grid_scroll_to_cell (YD_GRID (self), yd_grid_get_current_row (YD_GRID (self)),
                            yd_grid_get_current_col (YD_GRID (self)));
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Whether something is to be checked, so that the legend says how that looks. */
void
yd_matrix_grid_set_has_proposed (YdMatrixGrid *self,
                                 gboolean      has_proposed)
{
  g_return_if_fail (YD_IS_MATRIX_GRID (self));

  self->has_proposed = !!has_proposed;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * yd_matrix_grid_get_cell:
 * @self: a grid
 * @row: (out): the row of the matrix that is the current one
 * @column: (out): its column
 *
 * Returns: whether there is a current cell
 */
gboolean
yd_matrix_grid_get_cell (YdMatrixGrid *self,
                         guint        *row,
                         guint        *column)
{
  g_return_val_if_fail (YD_IS_MATRIX_GRID (self), FALSE);

  *row = yd_grid_get_current_row (YD_GRID (self));
  *column = yd_grid_get_current_col (YD_GRID (self));
  _yd_matrix_grid_to_matrix (self, row, column);

  return self->matrix != NULL && *row < yd_matrix_get_n_rows (self->matrix) &&
         *column < yd_matrix_get_n_columns (self->matrix);
}

/* Returns: (transfer none) (nullable): the point of the current cell */
YdPoint *
yd_matrix_grid_get_point (YdMatrixGrid *self)
{
  g_return_val_if_fail (YD_IS_MATRIX_GRID (self), NULL);

  return self->point;
}

/* Returns: (transfer none) (nullable): the unit of the current cell */
YdRow *
yd_matrix_grid_get_unit (YdMatrixGrid *self)
{
  g_return_val_if_fail (YD_IS_MATRIX_GRID (self), NULL);

  return self->unit;
}

/**
 * yd_matrix_grid_go:
 * @self: a grid
 * @point: (nullable): where to go to, or %NULL to stay in the row
 * @unit: (nullable): where to go to, or %NULL to stay in the column
 *
 * Makes this cell the current one, where it is shown, and says nothing.
 */
void
yd_matrix_grid_go (YdMatrixGrid *self,
                   YdPoint      *point,
                   YdRow        *unit)
{
  const gboolean was_quiet = self->quiet;
  guint row, col, place;

  g_return_if_fail (YD_IS_MATRIX_GRID (self));

  if (!yd_matrix_grid_get_cell (self, &row, &col))
    return;

  place = point != NULL ? yd_matrix_find_row (self->matrix, point) : YD_MATRIX_NONE;
  row = place != YD_MATRIX_NONE ? place : row;
  place = unit != NULL ? yd_matrix_find_column (self->matrix, unit) : YD_MATRIX_NONE;
  col = place != YD_MATRIX_NONE ? place : col;

  if (point != NULL)
    g_set_object (&self->point, point);
  if (unit != NULL)
    g_set_object (&self->unit, unit);
  _yd_matrix_grid_to_matrix (self, &row, &col);
  self->quiet = TRUE;
  /* What is chosen besides stays so. */
  if (row != yd_grid_get_current_row (YD_GRID (self)) ||
      col != yd_grid_get_current_col (YD_GRID (self)))
    yd_grid_set_current (YD_GRID (self), row, col);
  self->quiet = was_quiet;
  if (!was_quiet)
    yd_grid_scroll_to_cell (YD_GRID (self), row, col);
}

/* The chosen cells, in rows and columns of the matrix. */
void
yd_matrix_grid_get_chosen (YdMatrixGrid *self,
                           YdGridRange  *range)
{
  g_return_if_fail (YD_IS_MATRIX_GRID (self));

  yd_grid_get_range (YD_GRID (self), range);
  if (self->transposed)
    *range = (YdGridRange) { range->first_col, range->end_col, range->first_row,
                             range->end_row };
}

/* Returns: whether more than one cell is chosen */
gboolean
yd_matrix_grid_is_many (YdMatrixGrid *self)
{
  YdGridRange range;

  g_return_val_if_fail (YD_IS_MATRIX_GRID (self), FALSE);

  yd_grid_get_range (YD_GRID (self), &range);

  return range.end_row - range.first_row > 1 || range.end_col - range.first_col > 1;
}

/* Folds or unfolds what the head of a row or column stands for, if it can be. */
void
_yd_matrix_grid_fold (YdMatrixGrid *self,
                      gboolean      of_rows,
                      guint         index)
{
  if (of_rows != self->transposed)
    {
      YdMatrixRow info;

      yd_matrix_get_row (self->matrix, index, &info);
      if (!info.is_head)
        return;
      yd_matrix_set_folded (self->matrix, info.point, !info.is_folded);
    }
  else
    {
      YdMatrixColumn info;

      yd_matrix_get_column (self->matrix, index, &info);
      if (info.n_members == 0)
        return;
      yd_matrix_set_unfolded (self->matrix, info.unit, !info.is_unfolded);
    }

  g_signal_emit (self, signals[FOLDED], 0);
}

void
_yd_matrix_grid_act (YdMatrixGrid *self,
                     YdMatrixAct   act)
{
  g_signal_emit (self, signals[ACTED], 0, (guint) act);
}

void
_yd_matrix_grid_dropped (YdMatrixGrid *self,
                         YdRow        *unit,
                         YdPoint      *point)
{
  g_signal_emit (self, signals[DROPPED], 0, unit, point);
}
