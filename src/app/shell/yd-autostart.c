/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-autostart.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "yd-application.h"

/* Starting with the desktop, as its Autostart Specification has it: a desktop file in the
 * person's own folder, which the desktop's settings list and can switch off as well.
 */

/* Returns: whether this program runs in a sandbox, from which it has to ask the desktop */
gboolean
yd_autostart_is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/* Returns: (transfer full) (type filename): the desktop file, whether it is there or not */
char *
yd_autostart_dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", YD_APPLICATION_ID ".desktop",
                           NULL);
}

/* One argument of Exec: in quotes with what means something there escaped, then once more as
 * each string of a desktop file.
 */
static char *
quote (const char *argument)
{
  GString *out = g_string_new ("\"");

  for (const char *c = argument; *c != '\0'; c++)
    {
      if (strchr ("\"`$\\", *c) != NULL)
        g_string_append_c (out, '\\');
      else if (*c == '%')
        g_string_append_c (out, '%');
      g_string_append_c (out, *c);
    }
  g_string_append_c (out, '"');

  return g_string_free (out, FALSE);
}

/**
 * yd_autostart_dup_text:
 * @program: (type filename): the program
 *
 * Returns: (transfer full): a desktop file that starts it without a window
 */
char *
yd_autostart_dup_text (const char *program)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree char *quoted = NULL, *exec = NULL;

  g_return_val_if_fail (program != NULL, NULL);

  quoted = quote (program);
  exec = g_strconcat (quoted, " --gapplication-service", NULL);
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, "Type", "Application");
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, "Name", _("Yaodian"));
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, "Comment",
                         _("Reminds of what is due, without a window"));
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, "Exec", exec);
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, "Icon", YD_APPLICATION_ID);
  g_key_file_set_boolean (file, G_KEY_FILE_DESKTOP_GROUP, "NoDisplay", TRUE);
  g_key_file_set_boolean (file, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled", TRUE);

  return g_key_file_to_data (file, NULL, NULL);
}

static gboolean
write_file (const char  *path,
            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", error);
  g_autofree char *text = program != NULL ? yd_autostart_dup_text (program) : NULL;

  if (text == NULL)
    return FALSE;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("Cannot make %s: %s."),
                   folder, g_strerror (errno));
      return FALSE;
    }

  return g_file_set_contents (path, text, -1, error);
}

/**
 * yd_autostart_set:
 * @on: whether the program is to start with the desktop
 * @error: return location
 *
 * Returns: whether that is so now
 */
gboolean
yd_autostart_set (gboolean   on,
                  GError   **error)
{
  g_autofree char *path = yd_autostart_dup_path ();

  if (on)
    return write_file (path, error);

  if (g_remove (path) == 0 || errno == ENOENT)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("Cannot remove %s: %s."), path,
               g_strerror (errno));
  return FALSE;
}
