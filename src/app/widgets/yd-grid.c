/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-grid-private.h"

/**
 * YdGrid:
 *
 * Rows and columns of any number, of which only what can be seen is drawn: the base of
 * the timeline, the month and the matrix. It scrolls by itself in a #GtkScrolledWindow;
 * heads stand still. Two widgets carry the focus from cell to cell, so that a screen
 * reader says each (PLATFORM.md §3, §4).
 *
 * A subclass says how many rows and columns there are and how large, and draws them. What
 * it draws is in pixels of the widget: yd_grid_get_row_span() and
 * yd_grid_get_col_span() know what was scrolled away.
 */

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (YdGrid, yd_grid, GTK_TYPE_WIDGET, G_ADD_PRIVATE (YdGrid)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

#define PRIV(self) ((YdGridPrivate *) yd_grid_get_instance_private (self))

enum {
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

YdGridPrivate *
_yd_grid_get_private (YdGrid *self)
{
  return PRIV (self);
}

static void
yd_grid_real_locate (YdGrid          *self,
                     guint            row,
                     guint            col,
                     graphene_rect_t *area)
{
  double x, y, width, height;

  yd_grid_get_col_span (self, col, &x, &width);
  yd_grid_get_row_span (self, row, &y, &height);
  if (PRIV (self)->by_row)
    {
      x = 0;
      width = gtk_widget_get_width (GTK_WIDGET (self));
    }
  graphene_rect_init (area, x, y, width, height);
}

static void
yd_grid_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  YdGridPrivate *priv = PRIV (YD_GRID (object));

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, priv->hadjustment);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, priv->vadjustment);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, priv->hpolicy);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, priv->vpolicy);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yd_grid_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  YdGrid *self = YD_GRID (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      _yd_grid_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      _yd_grid_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      PRIV (self)->hpolicy = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      PRIV (self)->vpolicy = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yd_grid_dispose (GObject *object)
{
  YdGrid *self = YD_GRID (object);

  yd_grid_stop_pulling (self);
  _yd_grid_dispose_focus (self);
  _yd_grid_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  _yd_grid_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);

  G_OBJECT_CLASS (yd_grid_parent_class)->dispose (object);
}

static void
yd_grid_finalize (GObject *object)
{
  YdGridPrivate *priv = PRIV (YD_GRID (object));

  yd_grid_axis_clear (&priv->rows);
  yd_grid_axis_clear (&priv->cols);
  g_clear_pointer (&priv->texts, yd_text_cache_free);

  G_OBJECT_CLASS (yd_grid_parent_class)->finalize (object);
}

/* What heads that may be made smaller ask for. */
#define LEAST 100

/* It scrolls, so it asks for little; its heads are always there. */
static void
yd_grid_measure (GtkWidget      *widget,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  YdGridPrivate *priv = PRIV (YD_GRID (widget));
  const gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  const YdGridAxis *axis = across ? &priv->cols : &priv->rows;
  const int left = priv->left_share > 0 ? MIN (priv->left, LEAST) : priv->left;
  const int heads = across ? left + priv->right : priv->top + priv->bottom;

  *minimum = heads + 60;
  *natural = heads + (int) CLAMP (yd_grid_axis_get_total (axis), 60, 2000);
}

static void
yd_grid_size_allocate (GtkWidget *widget,
                       int        width,
                       int        height,
                       int        baseline)
{
  _yd_grid_configure (YD_GRID (widget));
  _yd_grid_allocate_cell (YD_GRID (widget));
}

/* A grid is one stop of Tab. As it can have the focus itself, which it gives on to its cell, one
 * would not get out of it backwards.
 */
static gboolean
yd_grid_focus (GtkWidget        *widget,
               GtkDirectionType  direction)
{
  const gboolean inside = gtk_widget_get_focus_child (widget) != NULL;

  if (inside && (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD))
    return FALSE;

  return GTK_WIDGET_CLASS (yd_grid_parent_class)->focus (widget, direction);
}

static gboolean
yd_grid_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PRIV (YD_GRID (widget))->cells[0]);
}

static void
yd_grid_css_changed (GtkWidget         *widget,
                     GtkCssStyleChange *change)
{
  YdGrid *self = YD_GRID (widget);

  GTK_WIDGET_CLASS (yd_grid_parent_class)->css_changed (widget, change);

  yd_text_cache_clear (PRIV (self)->texts);
  if (YD_GRID_GET_CLASS (self)->metrics_changed != NULL)
    YD_GRID_GET_CLASS (self)->metrics_changed (self);
  gtk_widget_queue_draw (widget);
}

static void
yd_grid_class_init (YdGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yd_grid_dispose;
  object_class->finalize = yd_grid_finalize;
  object_class->get_property = yd_grid_get_property;
  object_class->set_property = yd_grid_set_property;
  widget_class->measure = yd_grid_measure;
  widget_class->size_allocate = yd_grid_size_allocate;
  widget_class->snapshot = _yd_grid_snapshot;
  widget_class->focus = yd_grid_focus;
  widget_class->grab_focus = yd_grid_grab_focus;
  widget_class->css_changed = yd_grid_css_changed;
  klass->draw = _yd_grid_real_draw;
  klass->locate = yd_grid_real_locate;
  klass->move = _yd_grid_real_move;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_css_name (widget_class, "ydgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
yd_grid_init (YdGrid *self)
{
  YdGridPrivate *priv = PRIV (self);

  priv->rows.size = priv->cols.size = 1;
  priv->texts = yd_text_cache_new (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);

  _yd_grid_init_focus (self);
  _yd_grid_init_pointer (self);
}

/* @n_rows rows of @height pixels each. */
void
yd_grid_set_rows (YdGrid *self,
                  guint   n_rows,
                  double  height)
{
  g_return_if_fail (YD_IS_GRID (self));

  PRIV (self)->min_height = 0;
  yd_grid_axis_set_uniform (&PRIV (self)->rows, n_rows, height);
  _yd_grid_resized (self);
}

/* @n_rows rows, each of its own height in pixels. */
void
yd_grid_set_row_sizes (YdGrid       *self,
                       guint         n_rows,
                       const double *heights)
{
  g_return_if_fail (YD_IS_GRID (self));

  yd_grid_axis_set_sizes (&PRIV (self)->rows, n_rows, heights);
  _yd_grid_resized (self);
}

/* @n_cols columns of @width pixels each. */
void
yd_grid_set_cols (YdGrid *self,
                  guint   n_cols,
                  double  width)
{
  g_return_if_fail (YD_IS_GRID (self));

  PRIV (self)->min_width = 0;
  yd_grid_axis_set_uniform (&PRIV (self)->cols, n_cols, width);
  _yd_grid_resized (self);
}

/* @n_cols columns, each of its own width in pixels. */
void
yd_grid_set_col_sizes (YdGrid       *self,
                       guint         n_cols,
                       const double *widths)
{
  g_return_if_fail (YD_IS_GRID (self));

  yd_grid_axis_set_sizes (&PRIV (self)->cols, n_cols, widths);
  _yd_grid_resized (self);
}

/* Rows and columns that share the room there is, all of one size; where that would make
 * them smaller than @min_height or @min_width, it scrolls.
 */
void
yd_grid_set_fitting (YdGrid *self,
                     guint   n_rows,
                     double  min_height,
                     guint   n_cols,
                     double  min_width)
{
  YdGridPrivate *priv;

  g_return_if_fail (YD_IS_GRID (self));

  priv = PRIV (self);
  priv->min_height = min_height;
  priv->min_width = min_width;
  yd_grid_axis_set_uniform (&priv->rows, n_rows, min_height);
  yd_grid_axis_set_uniform (&priv->cols, n_cols, min_width);
  _yd_grid_resized (self);
}

/* What shares the room does not become larger than this; zero for no such limit. */
void
yd_grid_set_fitting_limits (YdGrid *self,
                            double  max_height,
                            double  max_width)
{
  g_return_if_fail (YD_IS_GRID (self));

  PRIV (self)->max_height = max_height;
  PRIV (self)->max_width = max_width;
  _yd_grid_resized (self);
}

/* The heads of rows are @left pixels wide, those of columns @top high; zero for none. */
void
yd_grid_set_heads (YdGrid *self,
                   int     left,
                   int     top)
{
  g_return_if_fail (YD_IS_GRID (self));

  PRIV (self)->left = MAX (left, 0);
  PRIV (self)->top = MAX (top, 0);
  _yd_grid_resized (self);
}

/* The heads of rows take @share of the width at most, zero for as much as they are given: where
 * the window is narrow or the text is large, there is something beside them all the same.
 */
void
yd_grid_set_heads_share (YdGrid *self,
                         double  share)
{
  g_return_if_fail (YD_IS_GRID (self));
  g_return_if_fail (share >= 0 && share < 1);

  PRIV (self)->left_share = share;
  _yd_grid_resized (self);
}

/* The same at the other ends. */
void
yd_grid_set_tails (YdGrid *self,
                   int     right,
                   int     bottom)
{
  g_return_if_fail (YD_IS_GRID (self));

  PRIV (self)->right = MAX (right, 0);
  PRIV (self)->bottom = MAX (bottom, 0);
  _yd_grid_resized (self);
}

gboolean
yd_grid_get_closes (YdGrid *self)
{
  g_return_val_if_fail (YD_IS_GRID (self), FALSE);

  return PRIV (self)->closes;
}

/* Whether the tails stand at the last row and column, and not at the edges, where there is
 * room to spare.
 */
void
yd_grid_set_closes (YdGrid   *self,
                    gboolean  closes)
{
  g_return_if_fail (YD_IS_GRID (self));

  PRIV (self)->closes = !!closes;
  _yd_grid_resized (self);
}

guint
yd_grid_get_n_rows (YdGrid *self)
{
  g_return_val_if_fail (YD_IS_GRID (self), 0);

  return PRIV (self)->rows.n_items;
}

guint
yd_grid_get_n_cols (YdGrid *self)
{
  g_return_val_if_fail (YD_IS_GRID (self), 0);

  return PRIV (self)->cols.n_items;
}

gboolean
yd_grid_get_by_row (YdGrid *self)
{
  g_return_val_if_fail (YD_IS_GRID (self), FALSE);

  return PRIV (self)->by_row;
}

/* Whether the focus goes from row to row, head and all, and never from column to column:
 * as where the columns are days and a row is one thing.
 */
void
yd_grid_set_by_row (YdGrid   *self,
                    gboolean  by_row)
{
  g_return_if_fail (YD_IS_GRID (self));

  PRIV (self)->by_row = !!by_row;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Returns: (transfer none): texts laid out in the font of the grid */
YdTextCache *
yd_grid_get_texts (YdGrid *self)
{
  g_return_val_if_fail (YD_IS_GRID (self), NULL);

  return PRIV (self)->texts;
}
