/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-page-private.h"

/* How large the sheet is, and what of it is folded. */

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (widget);

  yd_grid_zoom (YD_GRID (self->grid), g_variant_get_int32 (parameter));
  _yd_matrix_page_show_look (self);
}

static void
fold_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (widget);

  if (self->matrix != NULL)
    yd_matrix_set_all_folded (self->matrix, g_variant_get_boolean (parameter));
}

static void
unfold_groups_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (widget);

  if (self->matrix != NULL)
    yd_matrix_set_all_unfolded (self->matrix, g_variant_get_boolean (parameter));
}

void
_yd_matrix_page_install_view (GtkWidgetClass *klass)
{
  static const struct {
    guint key;
    int   step;
  } zooms[] = {
    { GDK_KEY_plus, 1 }, { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 },
    { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 },
    { GDK_KEY_0, 0 }, { GDK_KEY_KP_0, 0 },
  };

  gtk_widget_class_install_action (klass, "matrix.zoom", "i", zoom_action);
  gtk_widget_class_install_action (klass, "matrix.fold-all", "b", fold_all_action);
  gtk_widget_class_install_action (klass, "matrix.unfold-groups", "b", unfold_groups_action);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding_action (klass, zooms[i].key, GDK_CONTROL_MASK, "matrix.zoom",
                                         "i", zooms[i].step);
}
