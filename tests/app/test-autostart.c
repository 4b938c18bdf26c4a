/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <unistd.h>

#include "yd-autostart.h"

/* The desktop file for the start at login; the home is the display's own. */

static const char * const programs[] = {
  "/usr/bin/yaodian",
  "/opt/张三/my \"own\" $HOME/100% `yaodian`\\bin",
};

/* Exec as a desktop reads it: the string, then quotes and percents. */
static char *
read_program (const char *exec)
{
  g_auto(GStrv) argv = NULL;
  g_autoptr(GString) program = NULL;
  g_autoptr(GError) error = NULL;

  g_shell_parse_argv (exec, NULL, &argv, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (argv), ==, 2);
  g_assert_cmpstr (argv[1], ==, "--gapplication-service");
  program = g_string_new (argv[0]);
  g_string_replace (program, "%%", "%", 0);

  return g_strdup (program->str);
}

static void
test_exec (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autofree char *text = yd_autostart_dup_text (programs[i]);
      g_autoptr(GKeyFile) file = g_key_file_new ();
      g_autofree char *exec = NULL, *program = NULL;
      g_autoptr(GError) error = NULL;

      g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, &error);
      g_assert_no_error (error);
      exec = g_key_file_get_string (file, G_KEY_FILE_DESKTOP_GROUP, "Exec", &error);
      g_assert_no_error (error);
      program = read_program (exec);
      g_assert_cmpstr (program, ==, programs[i]);
    }
}

static void
test_file (void)
{
  g_autofree char *path = yd_autostart_dup_path ();
  g_autoptr(GError) error = NULL;

  g_assert_true (g_str_has_prefix (path, g_get_user_config_dir ()));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  for (guint i = 0; i < 2; i++)         /* once more changes nothing */
    {
      g_assert_true (yd_autostart_set (TRUE, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (yd_autostart_set (FALSE, &error));
      g_assert_no_error (error);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_no_folder (void)
{
  g_autofree char *path = yd_autostart_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (rmdir (folder), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", -1, NULL));
  g_assert_false (yd_autostart_set (TRUE, &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/autostart/exec", test_exec);
  g_test_add_func ("/autostart/file", test_file);
  g_test_add_func ("/autostart/no-folder", test_no_folder);

  return g_test_run ();
}
