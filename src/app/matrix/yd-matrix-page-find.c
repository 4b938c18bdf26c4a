/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-page-private.h"

#include <glib/gi18n-lib.h>

/* Going to a unit by its name, by a part of it, or by the letters with which its characters
 * begin. It is a real field, so that input methods work.
 */

static void
close_find (YdMatrixPage *self)
{
  gtk_revealer_set_reveal_child (self->find_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* A member stands in the column of its group as long as that is not unfolded. */
static YdRow *
find_group (YdMatrixPage *self,
            YdRow        *unit)
{
  GListModel *members = yd_space_get_rows (YD_SPACE (_yd_matrix_page_get_plan (self)),
                                           YD_KIND_MEMBER);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr(YdRow) member = g_list_model_get_item (members, i);

      if (g_strcmp0 (yd_row_get_cell (member, YD_MEMBER_UNIT), yd_row_get_id (unit)) == 0)
        return yd_space_lookup (YD_SPACE (_yd_matrix_page_get_plan (self)), YD_KIND_UNIT,
                                yd_row_get_cell (member, YD_MEMBER_GROUP));
    }

  return NULL;
}

static void
picked_cb (YdMatrixPage *self,
           YdRow        *unit)
{
  YdRow *group;

  if (yd_matrix_find_column (self->matrix, unit) == YD_MATRIX_NONE)
    {
      group = find_group (self, unit);
      if (group != NULL && yd_matrix_find_column (self->matrix, group) != YD_MATRIX_NONE)
        yd_matrix_set_unfolded (self->matrix, group, TRUE);
    }

  if (yd_matrix_find_column (self->matrix, unit) == YD_MATRIX_NONE)
    {
      g_autofree char *words =
        g_strdup_printf (_("“%s” is not shown now: see the filter, and which groups are unfolded"),
                         yd_row_get_cell (unit, YD_UNIT_NAME));

      yd_page_say (YD_PAGE (self), words);
      return;
    }

  close_find (self);
  yd_matrix_grid_go (self->grid, NULL, unit);
  _yd_matrix_page_show_line (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        YdMatrixPage          *self)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;

  close_find (self);
  return TRUE;
}

/* Returns: whether there is anything to go to */
gboolean
_yd_matrix_page_open_find (YdPage *page)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (page);

  if (self->matrix == NULL)
    return FALSE;

  yd_unit_entry_set_plan (self->find, _yd_matrix_page_get_plan (self));
  gtk_revealer_set_reveal_child (self->find_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find));

  return TRUE;
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  _yd_matrix_page_open_find (YD_PAGE (widget));
}

void
_yd_matrix_page_init_find (YdMatrixPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  yd_unit_entry_set_finds (self->find, _("Go to a unit: name or initials"));
  g_signal_connect_object (self->find, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->find), keys);
}

void
_yd_matrix_page_install_find (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "matrix.find", NULL, find_action);
}
