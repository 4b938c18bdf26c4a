/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-grid-private.h"

#include "yd-grid-cell.h"

/* The current cell, how keys move it, and how it is spoken. */

static gboolean
is_valid (YdGrid *self,
          guint   row,
          guint   col)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);

  return row < priv->rows.n_items && col < priv->cols.n_items;
}

/* The name has to be there before the focus is, or the old one is spoken. */
static void
name_cell (YdGrid    *self,
           GtkWidget *cell)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  YdGridClass *klass = YD_GRID_GET_CLASS (self);
  g_autofree char *name = NULL;

  if (klass->dup_name != NULL && is_valid (self, priv->row, priv->col))
    name = klass->dup_name (self, priv->row, priv->col);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : "", -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (cell),
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) priv->row + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) priv->col + 1, -1);
}

void
_yd_grid_allocate_cell (YdGrid *self)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  GtkAllocation place;

  if (is_valid (self, priv->row, priv->col))
    YD_GRID_GET_CLASS (self)->locate (self, priv->row, priv->col, &area);
  place = (GtkAllocation) { (int) area.origin.x, (int) area.origin.y, (int) area.size.width,
                            (int) area.size.height };

  for (guint i = 0; i < 2; i++)
    {
      int minimum;

      gtk_widget_measure (priv->cells[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      place.width = MAX (place.width, minimum);
      gtk_widget_measure (priv->cells[i], GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL,
                          NULL);
      place.height = MAX (place.height, minimum);
      gtk_widget_size_allocate (priv->cells[i], &place, -1);
    }
}

/* The other one of the pair becomes the current cell, and gets the focus if it was there. It is in
 * its place by then: a magnifier goes there when it is told of the focus, not a frame later.
 */
static void
rove (YdGrid *self)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  const gboolean had_focus = gtk_widget_has_focus (priv->cells[0]);
  GtkWidget *last = priv->cells[0];

  priv->cells[0] = priv->cells[1];
  priv->cells[1] = last;
  gtk_widget_set_child_visible (priv->cells[0], TRUE);
  name_cell (self, priv->cells[0]);
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    _yd_grid_allocate_cell (self);
  if (had_focus)
    gtk_widget_grab_focus (priv->cells[0]);
  gtk_widget_set_child_visible (last, FALSE);
}

static void
set_current (YdGrid   *self,
             guint     row,
             guint     col,
             gboolean  extends)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);

  if (!extends)
    {
      priv->anchor_row = row;
      priv->anchor_col = col;
    }

  if (priv->row == row && priv->col == col)
    {
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }

  priv->row = row;
  priv->col = col;
  rove (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (YD_GRID_GET_CLASS (self)->current_changed != NULL)
    YD_GRID_GET_CLASS (self)->current_changed (self);
}

/* The rows or columns have become fewer. */
void
_yd_grid_clamp_current (YdGrid *self)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  const guint row = MIN (priv->row, MAX (priv->rows.n_items, 1) - 1);
  const guint col = MIN (priv->col, MAX (priv->cols.n_items, 1) - 1);

  priv->anchor_row = MIN (priv->anchor_row, MAX (priv->rows.n_items, 1) - 1);
  priv->anchor_col = MIN (priv->anchor_col, MAX (priv->cols.n_items, 1) - 1);
  if (row != priv->row || col != priv->col)
    set_current (self, row, col, FALSE);
}

/* As many rows as can be seen, less one that stays in sight. */
static int
get_page (YdGrid *self)
{
  YdGridRange range;

  yd_grid_get_visible (self, &range);

  return MAX ((int) (range.end_row - range.first_row) - 2, 1);
}

/* One step, as far as it goes, or a screen. */
enum { NONE, STEP, PAGE, ALL };

static guint
step_by (YdGrid *self,
         guint   index,
         int     step,
         guint   n_items)
{
  const gint64 last = (gint64) n_items - 1;
  gint64 by = abs (step);

  if (by == PAGE)
    by = get_page (self);
  else if (by == ALL)
    by = last;

  return (guint) CLAMP (step < 0 ? index - by : index + by, 0, last);
}

gboolean
_yd_grid_real_move (YdGrid     *self,
                    YdGridMove  move,
                    guint      *row,
                    guint      *col)
{
  static const struct { int rows; int cols; } steps[] = {
    [YD_GRID_MOVE_LEFT] = { NONE, -STEP },
    [YD_GRID_MOVE_RIGHT] = { NONE, STEP },
    [YD_GRID_MOVE_UP] = { -STEP, NONE },
    [YD_GRID_MOVE_DOWN] = { STEP, NONE },
    [YD_GRID_MOVE_SKIP_LEFT] = { NONE, -ALL },
    [YD_GRID_MOVE_SKIP_RIGHT] = { NONE, ALL },
    [YD_GRID_MOVE_SKIP_UP] = { -ALL, NONE },
    [YD_GRID_MOVE_SKIP_DOWN] = { ALL, NONE },
    [YD_GRID_MOVE_PAGE_UP] = { -PAGE, NONE },
    [YD_GRID_MOVE_PAGE_DOWN] = { PAGE, NONE },
    [YD_GRID_MOVE_HOME] = { NONE, -ALL },
    [YD_GRID_MOVE_END] = { NONE, ALL },
    [YD_GRID_MOVE_FIRST] = { -ALL, -ALL },
    [YD_GRID_MOVE_LAST] = { ALL, ALL },
  };
  YdGridPrivate *priv = _yd_grid_get_private (self);

  *row = step_by (self, *row, steps[move].rows, priv->rows.n_items);
  *col = step_by (self, *col, steps[move].cols, priv->cols.n_items);

  return TRUE;
}

static gboolean
find_move (guint            keyval,
           GdkModifierType  state,
           YdGridMove      *move)
{
  static const struct {
    guint      keyval;
    guint      keypad;
    YdGridMove plain;
    YdGridMove skip;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, YD_GRID_MOVE_LEFT, YD_GRID_MOVE_SKIP_LEFT },
    { GDK_KEY_Right, GDK_KEY_KP_Right, YD_GRID_MOVE_RIGHT, YD_GRID_MOVE_SKIP_RIGHT },
    { GDK_KEY_Up, GDK_KEY_KP_Up, YD_GRID_MOVE_UP, YD_GRID_MOVE_SKIP_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, YD_GRID_MOVE_DOWN, YD_GRID_MOVE_SKIP_DOWN },
    { GDK_KEY_Home, GDK_KEY_KP_Home, YD_GRID_MOVE_HOME, YD_GRID_MOVE_FIRST },
    { GDK_KEY_End, GDK_KEY_KP_End, YD_GRID_MOVE_END, YD_GRID_MOVE_LAST },
    /* With Ctrl these two change the page of the window. */
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, YD_GRID_MOVE_PAGE_UP, YD_GRID_MOVE_PAGE_UP },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, YD_GRID_MOVE_PAGE_DOWN, YD_GRID_MOVE_PAGE_DOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keyval == keys[i].keyval || keyval == keys[i].keypad)
      {
        *move = state & GDK_CONTROL_MASK ? keys[i].skip : keys[i].plain;
        return !(state & GDK_CONTROL_MASK && keys[i].plain == keys[i].skip);
      }

  return FALSE;
}

static gboolean
press_move (YdGrid          *self,
            YdGridMove       move,
            GdkModifierType  state)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  const gboolean extends = (state & GDK_SHIFT_MASK) && priv->extends;
  guint row = priv->row, col = priv->col;

  if (!is_valid (self, row, col) || ((state & GDK_SHIFT_MASK) && !priv->extends) ||
      !YD_GRID_GET_CLASS (self)->move (self, move, &row, &col))
    return FALSE;

  if (is_valid (self, row, col))
    {
      set_current (self, row, col, extends);
      yd_grid_scroll_to_cell (self, row, col);
    }

  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                YdGrid                *self)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  YdGridMove move;

  if (state & GDK_ALT_MASK)
    return FALSE;

  if (find_move (keyval, state, &move))
    return press_move (self, move, state);

  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter) &&
      !(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) &&
      YD_GRID_GET_CLASS (self)->activate != NULL && is_valid (self, priv->row, priv->col))
    {
      YD_GRID_GET_CLASS (self)->activate (self, priv->row, priv->col);
      return TRUE;
    }

  return FALSE;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  YdGrid *self = YD_GRID (widget);
  YdGridPrivate *priv = _yd_grid_get_private (self);
  const YdGridHit hit = { YD_GRID_BODY, priv->row, priv->col };
  graphene_rect_t area;

  if (YD_GRID_GET_CLASS (self)->menu == NULL || !is_valid (self, priv->row, priv->col))
    return FALSE;

  YD_GRID_GET_CLASS (self)->locate (self, priv->row, priv->col, &area);
  YD_GRID_GET_CLASS (self)->menu (self, &hit, area.origin.x + area.size.width / 2,
                                  area.origin.y + area.size.height);
  return TRUE;
}

void
_yd_grid_init_focus (YdGrid *self)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  for (guint i = 0; i < 2; i++)
    {
      priv->cells[i] = yd_grid_cell_new ();
      gtk_widget_set_parent (priv->cells[i], GTK_WIDGET (self));
    }
  gtk_widget_set_child_visible (priv->cells[1], FALSE);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                      gtk_callback_action_new (menu_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

void
_yd_grid_dispose_focus (YdGrid *self)
{
  YdGridPrivate *priv = _yd_grid_get_private (self);

  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&priv->cells[i], gtk_widget_unparent);
}

guint
yd_grid_get_current_row (YdGrid *self)
{
  g_return_val_if_fail (YD_IS_GRID (self), YD_GRID_NONE);

  return _yd_grid_get_private (self)->row;
}

guint
yd_grid_get_current_col (YdGrid *self)
{
  g_return_val_if_fail (YD_IS_GRID (self), YD_GRID_NONE);

  return _yd_grid_get_private (self)->col;
}

/* Makes a cell the current one, and the range that cell alone; it does not scroll. */
void
yd_grid_set_current (YdGrid *self,
                     guint   row,
                     guint   col)
{
  g_return_if_fail (YD_IS_GRID (self));
  g_return_if_fail (is_valid (self, row, col));

  set_current (self, row, col, FALSE);
}

/* What stands in the current cell is another now, so that it is spoken once more. */
void
yd_grid_say_again (YdGrid *self)
{
  g_return_if_fail (YD_IS_GRID (self));

  rove (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
yd_grid_get_extends (YdGrid *self)
{
  g_return_val_if_fail (YD_IS_GRID (self), FALSE);

  return _yd_grid_get_private (self)->extends;
}

/* Whether a person may choose several cells: Shift and an arrow, Shift and a click, or
 * dragging over them.
 */
void
yd_grid_set_extends (YdGrid   *self,
                     gboolean  extends)
{
  g_return_if_fail (YD_IS_GRID (self));

  _yd_grid_get_private (self)->extends = !!extends;
}

/* The cells that are chosen: the current one, or a rectangle with it in a corner. */
void
yd_grid_get_range (YdGrid      *self,
                   YdGridRange *range)
{
  YdGridPrivate *priv;

  g_return_if_fail (YD_IS_GRID (self));

  priv = _yd_grid_get_private (self);
  range->first_row = MIN (priv->row, priv->anchor_row);
  range->end_row = MIN (MAX (priv->row, priv->anchor_row) + 1, priv->rows.n_items);
  range->first_col = MIN (priv->col, priv->anchor_col);
  range->end_col = MIN (MAX (priv->col, priv->anchor_col) + 1, priv->cols.n_items);
}

/* Makes a cell the current one and leaves the other corner of the range where it is. */
void
yd_grid_extend_to (YdGrid *self,
                   guint   row,
                   guint   col)
{
  g_return_if_fail (YD_IS_GRID (self));
  g_return_if_fail (is_valid (self, row, col));

  set_current (self, row, col, TRUE);
}
