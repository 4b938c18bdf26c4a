/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-grid-private.h"

/* Keys, and what the pointer does: moving from mark to mark, roles, folding, and a name that
 * is dragged onto points.
 */

/* Whether something stands in a cell; a chapter that is not folded is passed over. */
static gboolean
is_filled (YdMatrixGrid *self,
           guint         row,
           guint         col)
{
  YdMatrixCell cell;

  return _yd_matrix_grid_look (self, row, col, &cell);
}

/* To the next cell that has something in it, or as far as it goes. */
static void
skip (YdMatrixGrid *self,
      int           rows,
      int           cols,
      guint        *row,
      guint        *col)
{
  const gint64 n_rows = yd_grid_get_n_rows (YD_GRID (self));
  const gint64 n_cols = yd_grid_get_n_cols (YD_GRID (self));
  gint64 r = (gint64) *row + rows, c = (gint64) *col + cols;

  while (r >= 0 && r < n_rows && c >= 0 && c < n_cols && !is_filled (self, (guint) r, (guint) c))
    {
      r += rows;
      c += cols;
    }

  *row = (guint) CLAMP (r, 0, n_rows - 1);
  *col = (guint) CLAMP (c, 0, n_cols - 1);
}

gboolean
_yd_matrix_grid_move (YdGrid     *grid,
                      YdGridMove  move,
                      guint      *row,
                      guint      *col)
{
  YdMatrixGrid *self = YD_MATRIX_GRID (grid);

  switch (move)
    {
    case YD_GRID_MOVE_SKIP_LEFT:
      skip (self, 0, -1, row, col);
      return TRUE;

    case YD_GRID_MOVE_SKIP_RIGHT:
      skip (self, 0, 1, row, col);
      return TRUE;

    case YD_GRID_MOVE_SKIP_UP:
      skip (self, -1, 0, row, col);
      return TRUE;

    case YD_GRID_MOVE_SKIP_DOWN:
      skip (self, 1, 0, row, col);
      return TRUE;

    case YD_GRID_MOVE_LEFT:
    case YD_GRID_MOVE_RIGHT:
    case YD_GRID_MOVE_UP:
    case YD_GRID_MOVE_DOWN:
    case YD_GRID_MOVE_PAGE_UP:
    case YD_GRID_MOVE_PAGE_DOWN:
    case YD_GRID_MOVE_HOME:
    case YD_GRID_MOVE_END:
    case YD_GRID_MOVE_FIRST:
    case YD_GRID_MOVE_LAST:
    default:
      return YD_GRID_CLASS (g_type_class_peek_parent (YD_GRID_GET_CLASS (grid)))
        ->move (grid, move, row, col);
    }
}

static gboolean
find_act (guint           keyval,
          GdkModifierType mods,
          YdMatrixAct    *act)
{
  static const struct {
    guint           keyval;
    GdkModifierType mods;
    YdMatrixAct     act;
  } keys[] = {
    { GDK_KEY_space, 0, YD_MATRIX_ACT_CYCLE },
    { GDK_KEY_KP_Space, 0, YD_MATRIX_ACT_CYCLE },
    { GDK_KEY_1, 0, YD_MATRIX_ACT_LEAD },
    { GDK_KEY_KP_1, 0, YD_MATRIX_ACT_LEAD },
    { GDK_KEY_2, 0, YD_MATRIX_ACT_RESPONSIBLE },
    { GDK_KEY_KP_2, 0, YD_MATRIX_ACT_RESPONSIBLE },
    { GDK_KEY_3, 0, YD_MATRIX_ACT_SUPPORT },
    { GDK_KEY_KP_3, 0, YD_MATRIX_ACT_SUPPORT },
    { GDK_KEY_0, 0, YD_MATRIX_ACT_CLEAR },
    { GDK_KEY_KP_0, 0, YD_MATRIX_ACT_CLEAR },
    { GDK_KEY_Delete, 0, YD_MATRIX_ACT_CLEAR },
    { GDK_KEY_KP_Delete, 0, YD_MATRIX_ACT_CLEAR },
    { GDK_KEY_BackSpace, 0, YD_MATRIX_ACT_CLEAR },
    { GDK_KEY_d, GDK_CONTROL_MASK, YD_MATRIX_ACT_FILL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keyval == keys[i].keyval && mods == keys[i].mods)
      {
        *act = keys[i].act;
        return TRUE;
      }

  return FALSE;
}

/* Brackets fold what the current cell stands in: the left one a chapter by its row, the right
 * one a group by its column.
 */
static gboolean
fold_by_key (YdMatrixGrid *self,
             guint         keyval)
{
  YdGrid *grid = YD_GRID (self);

  if (yd_grid_get_n_rows (grid) == 0 || yd_grid_get_n_cols (grid) == 0)
    return FALSE;

  if (keyval == GDK_KEY_bracketleft)
    _yd_matrix_grid_fold (self, !self->transposed, self->transposed
                          ? yd_grid_get_current_col (grid) : yd_grid_get_current_row (grid));
  else if (keyval == GDK_KEY_bracketright)
    _yd_matrix_grid_fold (self, self->transposed, self->transposed
                          ? yd_grid_get_current_row (grid) : yd_grid_get_current_col (grid));
  else
    return FALSE;

  return TRUE;
}

/* On a row that is a head, the left arrow with Ctrl folds it and the right one unfolds it; on all
 * others, and where there is nothing more to fold, they go on to the next mark.
 */
static gboolean
fold_row_by_key (YdMatrixGrid *self,
                 guint         keyval)
{
  const gboolean open = keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;
  const guint row = yd_grid_get_current_row (YD_GRID (self));
  YdMatrixColumn unit;
  YdMatrixRow point;
  gboolean is_head, is_open;

  if (!open && keyval != GDK_KEY_Left && keyval != GDK_KEY_KP_Left)
    return FALSE;
  if (row >= yd_grid_get_n_rows (YD_GRID (self)))
    return FALSE;

  if (self->transposed)
    {
      yd_matrix_get_column (self->matrix, row, &unit);
      is_head = unit.n_members > 0;
      is_open = unit.is_unfolded;
    }
  else
    {
      yd_matrix_get_row (self->matrix, row, &point);
      is_head = point.is_head;
      is_open = !point.is_folded;
    }
  if (!is_head || is_open == open)
    return FALSE;

  _yd_matrix_grid_fold (self, TRUE, row);

  return TRUE;
}

/* An input method has had its turn before this: nothing here is typed text, since a cell
 * takes none, and while it composes elsewhere the focus is not here.
 */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        YdMatrixGrid          *self)
{
  const GdkModifierType mods = state & gtk_accelerator_get_default_mod_mask ();
  YdMatrixAct act;

  if (self->matrix == NULL)
    return FALSE;
  if (mods == 0 && fold_by_key (self, keyval))
    return TRUE;
  if (mods == GDK_CONTROL_MASK && fold_row_by_key (self, keyval))
    return TRUE;
  if (mods == 0 && (keyval == GDK_KEY_slash || keyval == GDK_KEY_KP_Divide))
    return gtk_widget_activate_action (GTK_WIDGET (self), "matrix.find", NULL);
  if (!find_act (keyval, mods, &act))
    return FALSE;

  _yd_matrix_grid_act (self, act);
  return TRUE;
}

void
_yd_matrix_grid_init_keys (YdMatrixGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* A click on the head of a chapter or of a group folds it; on another one it goes there. */
gboolean
_yd_matrix_grid_press (YdGrid          *grid,
                       const YdGridHit *hit,
                       guint            n_press,
                       double           x,
                       double           y)
{
  YdMatrixGrid *self = YD_MATRIX_GRID (grid);
  guint row = yd_grid_get_current_row (grid), col = yd_grid_get_current_col (grid);

  if (self->matrix == NULL || (hit->part != YD_GRID_ROW_HEAD && hit->part != YD_GRID_COL_HEAD))
    return FALSE;
  if (hit->row == YD_GRID_NONE && hit->col == YD_GRID_NONE)
    return FALSE;

  if (hit->part == YD_GRID_ROW_HEAD)
    row = hit->row;
  else
    col = hit->col;
  if (row < yd_grid_get_n_rows (grid) && col < yd_grid_get_n_cols (grid))
    yd_grid_set_current (grid, row, col);
  if (n_press == 1)
    _yd_matrix_grid_fold (self, hit->part == YD_GRID_ROW_HEAD,
                          hit->part == YD_GRID_ROW_HEAD ? row : col);

  return TRUE;
}
