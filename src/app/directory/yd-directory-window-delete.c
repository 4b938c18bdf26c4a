/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-directory-edits.h"
#include "yd-unit-plans.h"

/* A unit can be deleted while nobody names it: no other one, no group, and no plan. */

static void
delete_unit (YdDirectoryWindow *self,
             const char        *id)
{
  YdOffice *office = yd_directory_desk_get_office (self->desk);
  YdRow *row = office != NULL ? yd_space_lookup (YD_SPACE (office), YD_KIND_UNIT, id) : NULL;
  g_autoptr(YdEdit) edit = row != NULL ? yd_office_edit_delete_unit (office, row) : NULL;
  guint n = 0;

  if (edit != NULL)
    yd_edit_get_changes (edit, &n);
  if (n == 0)
    _yd_directory_window_say (self, _("Other units or groups name it: say “renamed or taken "
                                      "over” or take it out of them first."));
  else if (yd_directory_desk_commit (self->desk, edit))
    _yd_directory_window_say (self, _("Unit deleted. Ctrl+Z brings it back."));
}

static void
asked_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(YdDirectoryWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) plans = yd_unit_plans_list_finish (result, &error);
  g_autofree char *words = NULL;

  if (self->desk == NULL)
    return;
  if (plans == NULL)
    _yd_directory_window_warn (self, error->message);
  else if (plans->len == 0)
    delete_unit (self, yd_unit_plans_get_unit (result));
  else
    {
      words = g_strdup_printf (ngettext ("%u plan names it, so it stays. It can be ended by its "
                                         "last day.", "%u plans name it, so it stays. It can be "
                                         "ended by its last day.", plans->len), plans->len);
      _yd_directory_window_say (self, words);
    }
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdDirectoryWindow *self = YD_DIRECTORY_WINDOW (widget);
  const YdDirectoryUnit *unit = yd_directory_desk_get_unit (self->desk);

  if (unit != NULL)
    yd_unit_plans_list_async (yd_directory_desk_get_session (self->desk), unit->id, asked_cb,
                              g_object_ref (self));
}

void
_yd_directory_window_install_delete (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "directory.delete", NULL, delete_action);
}
