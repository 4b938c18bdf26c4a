/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-background-portal.h"

#include <glib/gi18n-lib.h>

/* From a sandbox nobody writes where the desktop looks at login: the desktop is asked to start the
 * program, by org.freedesktop.portal.Background as XDG Desktop Portal 1.16 documents it.
 */

#define PORTAL "org.freedesktop.portal.Desktop"
#define PATH "/org/freedesktop/portal/desktop"
#define REQUEST "org.freedesktop.portal.Request"

/* One request, until it is answered. Its path is known before: this portal is younger than the rule
 * by which that is made of who asks and of a token.
 */
typedef struct
{
  GDBusConnection *bus;
  guint            answer_id;
  gboolean         on;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->bus);
  g_free (request);
}

/* Whoever waits for the answer holds the task. */
static void
stop_listening (Request *request)
{
  if (request->answer_id != 0)
    g_dbus_connection_signal_unsubscribe (request->bus, request->answer_id);
  request->answer_id = 0;
}

static void
return_denied (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                           _("The desktop does not start this program when you log in. Its "
                             "settings may allow that."));
}

static void
answer_cb (GDBusConnection *bus,
           const char      *sender,
           const char      *path,
           const char      *interface,
           const char      *name,
           GVariant        *parameters,
           gpointer         user_data)
{
  g_autoptr(GTask) task = g_object_ref (G_TASK (user_data));
  Request *request = g_task_get_task_data (task);
  g_autoptr(GVariant) results = NULL;
  gboolean starts = FALSE;
  guint32 response;

  if (request->answer_id == 0 || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;

  stop_listening (request);
  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "autostart", "b", &starts);
  if (response == 0 && (starts || !request->on))
    g_task_return_boolean (task, TRUE);
  else
    return_denied (task);
}

/* Listens before it asks, so that an answer in no time is heard. */
static void
listen (GTask      *task,
        const char *path)
{
  Request *request = g_task_get_task_data (task);

  request->answer_id = g_dbus_connection_signal_subscribe (request->bus, PORTAL, REQUEST,
                                                           "Response", path, NULL,
                                                           G_DBUS_SIGNAL_FLAGS_NONE, answer_cb,
                                                           g_object_ref (task), g_object_unref);
}

static void
asked_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result,
                                                             &error);

  if (reply != NULL || request->answer_id == 0)         /* the answer may have come first */
    return;

  stop_listening (request);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("This desktop cannot start a program from a sandbox when you log "
                             "in."));
}

static GVariant *
make_options (const char *token,
              gboolean    on)
{
  const char *command[] = { "yaodian", "--gapplication-service", NULL };
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_("Reminds of what is due, without a window")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (on));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));

  return g_variant_builder_end (&options);
}

static char *
make_path (GDBusConnection *bus,
           const char      *token)
{
  g_autofree char *sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (bus) + 1),
                                          ".", '_');

  return g_strdup_printf (PATH "/request/%s/%s", sender, token);
}

static void
bus_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autofree char *token = g_strdup_printf ("yaodian%u", g_random_int ());
  g_autofree char *path = NULL;
  GError *error = NULL;

  request->bus = g_bus_get_finish (result, &error);
  if (request->bus == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  path = make_path (request->bus, token);
  listen (task, path);
  g_dbus_connection_call (request->bus, PORTAL, PATH, "org.freedesktop.portal.Background",
                          "RequestBackground",
                          g_variant_new ("(s@a{sv})", "", make_options (token, request->on)),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, asked_cb,
                          g_object_ref (task));
}

/**
 * yd_background_portal_set_async:
 * @on: whether the program is to start at login, without a window
 * @callback: called when the desktop has answered, which may take until a person has
 * @user_data: data for @callback
 *
 * Asks the desktop.
 */
void
yd_background_portal_set_async (gboolean            on,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->on = on;
  g_task_set_source_tag (task, yd_background_portal_set_async);
  g_task_set_task_data (task, request, request_free);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, task);
}

/* Returns: whether that is so now; else what a person is told */
gboolean
yd_background_portal_set_finish (GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
