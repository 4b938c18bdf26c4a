/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-grid-cell.h"

/**
 * YdGridCell:
 *
 * The cell of a grid that has the focus, as a widget that a screen reader can see. A
 * grid has two of them and focuses one after the other, since GTK 4.8 can expose no
 * children that are not widgets, and nothing is spoken as long as the focus stays in
 * one (PLATFORM.md §0). Its ring is that of its style.
 */

struct _YdGridCell
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (YdGridCell, yd_grid_cell, GTK_TYPE_WIDGET)

static void
yd_grid_cell_class_init (YdGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "gridcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
yd_grid_cell_init (YdGridCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
yd_grid_cell_new (void)
{
  return g_object_new (YD_TYPE_GRID_CELL, NULL);
}
