/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-page-private.h"

#include <glib/gi18n-lib.h>

/* What can be done with a cell and with the unit that it belongs to, as a context menu. */

static void
add_act (GMenu       *menu,
         const char  *words,
         YdMatrixAct  act)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (words, NULL);

  g_menu_item_set_action_and_target (item, "matrix.act", "u", act);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_roles (void)
{
  GMenu *menu = g_menu_new ();

  add_act (menu, _("Lead"), YD_MATRIX_ACT_LEAD);
  add_act (menu, _("Responsible"), YD_MATRIX_ACT_RESPONSIBLE);
  add_act (menu, _("Support"), YD_MATRIX_ACT_SUPPORT);
  add_act (menu, _("Clear"), YD_MATRIX_ACT_CLEAR);

  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_unit_part (YdRow *unit)
{
  GMenu *menu = g_menu_new ();
  const char *name = yd_row_get_cell (unit, YD_UNIT_NAME);
  g_autofree char *words = g_strdup_printf (_("All Tasks of “%s”…"), name);

  _yd_matrix_page_add_item (menu, words, "win.slice", yd_row_get_id (unit));
  _yd_matrix_page_add_item (menu, _("Show in the Directory"), "win.show-unit", name);

  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_model (YdRow *unit)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenuModel) roles = make_roles (), unit_part = make_unit_part (unit);

  g_menu_append_section (menu, NULL, roles);
  g_menu_append_section (menu, NULL, unit_part);

  return G_MENU_MODEL (menu);
}

static void
closed_cb (YdMatrixPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static GtkPopover *
make_menu (YdMatrixPage *self)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (NULL);

  gtk_widget_set_parent (menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  g_signal_connect_object (menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);

  return GTK_POPOVER (menu);
}

/* Opens the menu of the current cell at a place of the grid. */
void
_yd_matrix_page_open_menu (YdMatrixPage *self,
                           double        x,
                           double        y)
{
  YdRow *unit = yd_matrix_grid_get_unit (self->grid);
  g_autoptr(GMenuModel) model = NULL;
  double left, top;

  if (unit == NULL)
    return;
  if (self->menu == NULL)
    self->menu = make_menu (self);

  model = make_model (unit);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->grid), GTK_WIDGET (self), x, y, &left, &top);
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle) { (int) left, (int) top, 1, 1 });
  gtk_popover_popup (self->menu);
}
