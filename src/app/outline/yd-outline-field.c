/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-field.h"

/**
 * YdOutlineField:
 *
 * A field of a row, which draws what it says by itself. A list binds some two hundred rows
 * when it jumps, and thirty are seen: a field that gets other words is only spoiled, and is
 * filled when it is drawn, or when the list rests. Its size never depends on what it says,
 * so that a jump measures nothing again.
 */

typedef struct
{
  /* Borrowed */
  YdOutlineInk      *ink;
  gpointer           owner;
  GtkListItem       *item;

  YdOutlineFillFunc  func;
  gboolean           spoiled;
} YdOutlineFieldPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YdOutlineField, yd_outline_field, GTK_TYPE_WIDGET)

#define PRIV(self) \
  ((YdOutlineFieldPrivate *) yd_outline_field_get_instance_private (YD_OUTLINE_FIELD (self)))

static void
yd_outline_field_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = yd_outline_ink_get_height (PRIV (widget)->ink);
}

static void
yd_outline_field_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  YdOutlineField *self = YD_OUTLINE_FIELD (widget);

  yd_outline_field_fill (self);
  YD_OUTLINE_FIELD_GET_CLASS (self)->draw (self, snapshot);

  GTK_WIDGET_CLASS (yd_outline_field_parent_class)->snapshot (widget, snapshot);
}

static void
yd_outline_field_class_init (YdOutlineFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = yd_outline_field_measure;
  widget_class->snapshot = yd_outline_field_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
yd_outline_field_init (YdOutlineField *self)
{
}

/**
 * yd_outline_field_set_source:
 * @self: a new field
 * @ink: with what it is drawn
 * @func: fills it
 * @owner: who makes the rows; it outlives the field, as @ink does
 * @item: the place in the list that it stands in
 */
void
yd_outline_field_set_source (YdOutlineField    *self,
                             YdOutlineInk      *ink,
                             YdOutlineFillFunc  func,
                             gpointer           owner,
                             GtkListItem       *item)
{
  YdOutlineFieldPrivate *priv = PRIV (self);

  g_return_if_fail (YD_IS_OUTLINE_FIELD (self));

  priv->ink = ink;
  priv->func = func;
  priv->owner = owner;
  priv->item = item;
}

/* Returns: (transfer none): with what it is drawn */
YdOutlineInk *
yd_outline_field_get_ink (YdOutlineField *self)
{
  return PRIV (self)->ink;
}

/* What it says is no longer right. */
void
yd_outline_field_spoil (YdOutlineField *self)
{
  g_return_if_fail (YD_IS_OUTLINE_FIELD (self));

  PRIV (self)->spoiled = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: whether it has yet to be filled */
gboolean
yd_outline_field_is_spoiled (YdOutlineField *self)
{
  g_return_val_if_fail (YD_IS_OUTLINE_FIELD (self), FALSE);

  return PRIV (self)->spoiled;
}

/* Returns: whether there was something to be put right */
gboolean
yd_outline_field_fill (YdOutlineField *self)
{
  YdOutlineFieldPrivate *priv = PRIV (self);

  g_return_val_if_fail (YD_IS_OUTLINE_FIELD (self), FALSE);

  if (!priv->spoiled)
    return FALSE;

  priv->spoiled = FALSE;
  priv->func (priv->owner, priv->item);

  return TRUE;
}
