/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>

/* What a person can do in the window whatever page is shown, and its keys. */

static void
say_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  yd_window_say (YD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
undo_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(YdWindow) self = YD_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  guint n_left;

  if (!yd_session_undo_finish (YD_SESSION (object), result, &n_left, &error))
    yd_window_say (self, error->message);
  else if (n_left > 0)
    {
      g_autofree char *words =
        g_strdup_printf (ngettext ("%u value was changed since and is left as it is",
                                   "%u values were changed since and are left as they are",
                                   n_left), n_left);

      yd_window_say (self, words);
    }
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);

  yd_session_undo_async (self->session, NULL, undo_cb, g_object_ref (self));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);

  yd_session_redo_async (self->session, NULL, undo_cb, g_object_ref (self));
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  yd_session_retry (YD_WINDOW (widget)->session);
}

static void
page_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  adw_view_stack_set_visible_child_name (YD_WINDOW (widget)->pages,
                                         g_variant_get_string (parameter, NULL));
}

typedef struct
{
  const char                  *name;
  const char                  *parameter;
  GtkWidgetActionActivateFunc  func;
} Action;

static const Action actions[] = {
  { "win.say",   "s",  say_action   },
  { "win.undo",  NULL, undo_action  },
  { "win.redo",  NULL, redo_action  },
  { "win.retry", NULL, retry_action },
  { "win.page",  "s",  page_action  },
};

static const struct
{
  guint            key;
  GdkModifierType  modifiers;
  const char      *action;
} keys[] = {
  { GDK_KEY_z, GDK_CONTROL_MASK,                  "win.undo" },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
  { GDK_KEY_y, GDK_CONTROL_MASK,                  "win.redo" },
};

void
_yd_window_class_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter,
                                     actions[i].func);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
}

void
_yd_window_update_actions (YdWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.undo", yd_session_get_can_undo (self->session));
  gtk_widget_action_set_enabled (widget, "win.redo", yd_session_get_can_redo (self->session));
  gtk_widget_action_set_enabled (widget, "win.retry",
                                 yd_session_get_failure (self->session) != NULL);
}
