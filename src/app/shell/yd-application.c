/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-application.h"

#include <glib/gi18n-lib.h>

#include "yd-window.h"

/**
 * YdApplication:
 *
 * One process, one window, one library. A second start hands its files over and
 * raises the window.
 */

struct _YdApplication
{
  AdwApplication    parent_instance;

  /* Borrowed */
  const YdIdSource *ids;
};

G_DEFINE_FINAL_TYPE (YdApplication, yd_application, ADW_TYPE_APPLICATION)

static YdWindow *
get_window (YdApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (yd_window_new (GTK_APPLICATION (self), self->ids));

  return YD_WINDOW (window);
}

static void
yd_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (YD_APPLICATION (application))));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    gtk_window_close (window);
}

static void
yd_application_startup (GApplication *application)
{
  const GActionEntry entries[] = {
    { "quit", quit_action },
  };

  G_APPLICATION_CLASS (yd_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
}

static void
yd_application_class_init (YdApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = yd_application_activate;
  application_class->startup = yd_application_startup;
}

static void
yd_application_init (YdApplication *self)
{
}

/**
 * yd_application_new:
 * @ids: (transfer none): makes ids; must live longer
 *
 * Returns: (transfer full): the application
 */
YdApplication *
yd_application_new (const YdIdSource *ids)
{
  YdApplication *self = g_object_new (YD_TYPE_APPLICATION,
                                      "application-id", YD_APPLICATION_ID,
                                      "resource-base-path", "/io/github/yaodian/Yaodian",
                                      "flags", G_APPLICATION_HANDLES_OPEN,
                                      NULL);

  self->ids = ids;

  return self;
}
