/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include "yd-export-dialog.h"
#include "yd-exported-toast.h"
#include "yd-save-copy.h"

/* How a plan, or a part of it, leaves the window and comes back. */

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (yd_export_dialog_new (GTK_WINDOW (self), self->session)));
}

static void
exported_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);
  const char *uri = g_variant_get_string (parameter, NULL);

  adw_toast_overlay_add_toast (self->toasts, yd_exported_toast_new (GTK_WINDOW (self), uri));
}

static void
save_copy_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  yd_save_copy (GTK_WINDOW (widget), YD_WINDOW (widget)->session);
}

void
_yd_window_class_install_transfer (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.export", NULL, export_action);
  gtk_widget_class_install_action (klass, "win.exported", "s", exported_action);
  gtk_widget_class_install_action (klass, "win.save-copy", NULL, save_copy_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_e, GDK_CONTROL_MASK, "win.export", NULL);
}

void
_yd_window_update_transfer (YdWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean has_plan = yd_session_get_plan (self->session) != NULL;

  gtk_widget_action_set_enabled (widget, "win.export", has_plan);
  gtk_widget_action_set_enabled (widget, "win.save-copy", has_plan);
}
