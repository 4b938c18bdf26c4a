/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

/* The clocks from anywhere in the window: they stand in the calendar. */

static void
show_clock (YdWindow   *self,
            const char *id)
{
  if (yd_session_get_plan (self->session) == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "calendar");
  gtk_widget_activate_action (GTK_WIDGET (yd_window_get_page (self)), "calendar.clock", "s", id);
}

static void
clocks_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  show_clock (YD_WINDOW (widget), "");
}

static void
clock_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  show_clock (YD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

void
_yd_window_class_install_clocks (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.clocks", NULL, clocks_action);
  gtk_widget_class_install_action (klass, "win.clock", "s", clock_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_t, GDK_CONTROL_MASK, "win.clocks", NULL);
}
