/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "yd-autostart.h"
#include "yd-login-switch.h"
#include "yd-settings.h"

/* The start at login, by the file and by a portal that stands here for that of a desktop. What
 * fails is told, and the setting is what it was.
 */

#define PORTAL "org.freedesktop.portal.Desktop"
#define KEY "remind-when-closed"

static const char interface_xml[] =
  "<node><interface name='org.freedesktop.portal.Background'><method name='RequestBackground'>"
  "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
  "<arg type='o' direction='out'/></method></interface></node>";

/* How a portal may answer. */
typedef enum
{
  ALLOWS,
  AT_ONCE,              /* before it says that it was asked */
  CANCELLED,            /* by the person */
  NOT_ALLOWED,
  FAILS,
  LATE                  /* when the test says so */
} Manner;

typedef struct
{
  GSettings       *settings;
  YdLoginSwitch   *login;
  GDBusConnection *bus;         /* of the portal */
  guint            object_id;
  guint            name_id;
  gboolean         has_name;
  Manner           manner;
  GPtrArray       *asked;       /* GVariant, the options */
  GPtrArray       *paths;       /* of the requests */
  guint            n_failed;
  char            *words;
} Fixture;

static void
answer (Fixture *fixture,
        guint    n,
        guint32  response,
        gboolean starts)
{
  GVariantBuilder results;
  GError *error = NULL;

  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "background", g_variant_new_boolean (starts));
  g_variant_builder_add (&results, "{sv}", "autostart", g_variant_new_boolean (starts));
  g_dbus_connection_emit_signal (fixture->bus, NULL, g_ptr_array_index (fixture->paths, n),
                                 "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(ua{sv})", response, &results), &error);
  g_assert_no_error (error);
}

static char *
make_path (const char *sender,
           GVariant   *options)
{
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  const char *token = NULL;

  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));

  return g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", name, token);
}

static void
request_cb (GDBusConnection       *bus,
            const char            *sender,
            const char            *path,
            const char            *interface,
            const char            *method,
            GVariant              *parameters,
            GDBusMethodInvocation *invocation,
            gpointer               user_data)
{
  Fixture *fixture = user_data;
  g_autoptr(GVariant) options = g_variant_get_child_value (parameters, 1);
  char *request = make_path (sender, options);
  const guint n = fixture->asked->len;
  gboolean on = FALSE;

  g_assert_true (g_variant_lookup (options, "autostart", "b", &on));
  g_ptr_array_add (fixture->asked, g_variant_ref (options));
  g_ptr_array_add (fixture->paths, request);
  if (fixture->manner == FAILS)
    {
      g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR, G_DBUS_ERROR_FAILED, "no");
      return;
    }

  if (fixture->manner == AT_ONCE)
    answer (fixture, n, 0, on);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", request));
  if (fixture->manner == ALLOWS)
    answer (fixture, n, 0, on);
  else if (fixture->manner == CANCELLED)
    answer (fixture, n, 1, FALSE);
  else if (fixture->manner == NOT_ALLOWED)
    answer (fixture, n, 0, FALSE);
}

static void
failed_cb (Fixture    *fixture,
           const char *words)
{
  fixture->n_failed++;
  g_free (fixture->words);
  fixture->words = g_strdup (words);
}

static void
own_cb (GDBusConnection *bus,
        const char      *name,
        gpointer         user_data)
{
  ((Fixture *) user_data)->has_name = TRUE;
}

static void
spin_until (gboolean (*done) (Fixture *fixture),
            Fixture   *fixture)
{
  while (!done (fixture))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
has_name (Fixture *fixture)
{
  return fixture->has_name;
}

static gboolean
has_asked (Fixture *fixture)
{
  return fixture->asked->len > 0;
}

static gboolean
has_asked_twice (Fixture *fixture)
{
  return fixture->asked->len > 1;
}

static gboolean
has_failed (Fixture *fixture)
{
  return fixture->n_failed > 0;
}

static void
start_portal (Fixture *fixture)
{
  g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  const GDBusInterfaceVTable vtable = { .method_call = request_cb };
  GError *error = NULL;

  fixture->bus = g_dbus_connection_new_for_address_sync (
    address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
             G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->object_id = g_dbus_connection_register_object (
    fixture->bus, "/org/freedesktop/portal/desktop", node->interfaces[0], &vtable, fixture, NULL,
    &error);
  g_assert_no_error (error);
  fixture->name_id = g_bus_own_name_on_connection (fixture->bus, PORTAL,
                                                   G_BUS_NAME_OWNER_FLAGS_NONE, own_cb, NULL,
                                                   fixture, NULL);
  spin_until (has_name, fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->settings = yd_settings_new ();
  g_assert_nonnull (fixture->settings);
  g_settings_reset (fixture->settings, KEY);
  fixture->asked = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  fixture->paths = g_ptr_array_new_with_free_func (g_free);
}

static void
switch_up (Fixture  *fixture,
           gboolean  sandboxed)
{
  fixture->login = yd_login_switch_new (fixture->settings, sandboxed);
  g_signal_connect_swapped (fixture->login, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->bus != NULL)
    {
      g_bus_unown_name (fixture->name_id);
      g_dbus_connection_unregister_object (fixture->bus, fixture->object_id);
      g_dbus_connection_close_sync (fixture->bus, NULL, NULL);
      g_clear_object (&fixture->bus);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->login);
  g_clear_object (&fixture->settings);
  g_ptr_array_unref (fixture->asked);
  g_ptr_array_unref (fixture->paths);
  g_free (fixture->words);
}

static gboolean
is_set (Fixture *fixture)
{
  return g_settings_get_boolean (fixture->settings, KEY);
}

static void
set (Fixture  *fixture,
     gboolean  on)
{
  g_settings_set_boolean (fixture->settings, KEY, on);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Whether the last question was for the start, and what is to be started. */
static gboolean
get_asked (Fixture *fixture)
{
  GVariant *options = g_ptr_array_index (fixture->asked, fixture->asked->len - 1);
  g_autofree const char **command = NULL;
  gboolean on = FALSE;

  g_assert_true (g_variant_lookup (options, "autostart", "b", &on));
  g_assert_true (g_variant_lookup (options, "commandline", "^a&s", &command));
  g_assert_cmpstr (command[0], ==, "yaodian");
  g_assert_cmpstr (command[1], ==, "--gapplication-service");
  g_assert_null (command[2]);

  return on;
}

/* Messages keep their order: the answer to the first question was there before the second one. */
static void
test_allowed (Fixture       *fixture,
              gconstpointer  manner)
{
  start_portal (fixture);
  switch_up (fixture, TRUE);
  fixture->manner = GPOINTER_TO_UINT (manner);

  set (fixture, TRUE);
  spin_until (has_asked, fixture);
  g_assert_true (get_asked (fixture));

  fixture->manner = LATE;
  set (fixture, FALSE);
  spin_until (has_asked_twice, fixture);
  g_assert_false (get_asked (fixture));
  g_assert_cmpuint (fixture->n_failed, ==, 0);

  /* Not done, so it is still as it was allowed. */
  answer (fixture, 1, 2, FALSE);
  spin_until (has_failed, fixture);
  g_assert_true (is_set (fixture));
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  manner)
{
  start_portal (fixture);
  switch_up (fixture, TRUE);
  fixture->manner = GPOINTER_TO_UINT (manner);

  set (fixture, TRUE);
  spin_until (has_failed, fixture);
  g_assert_false (is_set (fixture));
  g_assert_cmpuint (fixture->asked->len, ==, 1);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_nonnull (fixture->words);
}

/* A desktop without portals. */
static void
test_no_portal (Fixture       *fixture,
                gconstpointer  data)
{
  switch_up (fixture, TRUE);
  set (fixture, TRUE);
  spin_until (has_failed, fixture);
  g_assert_false (is_set (fixture));
}

/* Switched on and off again before there is an answer: the last word counts. */
static void
test_in_a_hurry (Fixture       *fixture,
                 gconstpointer  data)
{
  start_portal (fixture);
  switch_up (fixture, TRUE);
  fixture->manner = LATE;

  set (fixture, TRUE);
  spin_until (has_asked, fixture);
  set (fixture, FALSE);
  spin_until (has_asked_twice, fixture);
  g_assert_false (get_asked (fixture));
  answer (fixture, 0, 1, FALSE);
  answer (fixture, 1, 0, FALSE);

  fixture->manner = CANCELLED;
  set (fixture, TRUE);
  spin_until (has_failed, fixture);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_false (is_set (fixture));
}

/* Without a sandbox; then with a file where the folder would have to be, as on a disk on which
 * nothing can be made.
 */
static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = yd_autostart_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  switch_up (fixture, FALSE);
  set (fixture, TRUE);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  set (fixture, FALSE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (fixture->n_failed, ==, 0);

  g_assert_cmpint (rmdir (folder), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", -1, NULL));
  set (fixture, TRUE);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_nonnull (strstr (fixture->words, folder));
  g_assert_false (is_set (fixture));

  /* And when that is mended. */
  g_assert_cmpint (unlink (folder), ==, 0);
  set (fixture, TRUE);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_true (is_set (fixture));
}

/* A file that cannot be removed, as something else has its name: it is still on. */
static void
test_stays (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = yd_autostart_dup_path ();
  g_autofree char *inside = g_build_filename (path, "inside", NULL);

  g_unlink (path);
  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  set (fixture, TRUE);
  switch_up (fixture, FALSE);
  set (fixture, FALSE);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_true (is_set (fixture));
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/login-switch/allowed", GUINT_TO_POINTER (ALLOWS), test_allowed);
  ADD ("/login-switch/at-once", GUINT_TO_POINTER (AT_ONCE), test_allowed);
  ADD ("/login-switch/cancelled", GUINT_TO_POINTER (CANCELLED), test_refused);
  ADD ("/login-switch/not-allowed", GUINT_TO_POINTER (NOT_ALLOWED), test_refused);
  ADD ("/login-switch/fails", GUINT_TO_POINTER (FAILS), test_refused);
  ADD ("/login-switch/no-portal", NULL, test_no_portal);
  ADD ("/login-switch/in-a-hurry", NULL, test_in_a_hurry);
  ADD ("/login-switch/file", NULL, test_file);
  ADD ("/login-switch/stays", NULL, test_stays);

  return g_test_run ();
}
