/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "yd-toolkit.h"

/* Which theme the window has in the end; each case is a process of its own. */

static char *
dup_theme (void)
{
  char *name;

  g_object_get (gtk_settings_get_default (), "gtk-theme-name", &name, NULL);

  return name;
}

/* The folders of icons are where they were. */
static void
assert_icons (void)
{
  GtkIconTheme *icons = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_auto(GStrv) folders = gtk_icon_theme_get_search_path (icons);

  g_assert_cmpuint (g_strv_length (folders), >, 0);
  g_assert_true (gtk_icon_theme_has_icon (icons, "open-menu-symbolic"));
}

/* The theme of libadwaita, and nothing left in the environment of what was done for it. */
static void
test_own (void)
{
  g_autofree char *theme = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  g_unsetenv ("GTK_THEME");
  yd_toolkit_prepare ();
  yd_toolkit_init ();
  g_assert_null (g_getenv ("GTK_THEME"));
  adw_init ();
  yd_toolkit_finish ();

  theme = dup_theme ();
  g_assert_cmpstr (theme, ==, "Adwaita-empty");
  assert_icons ();
}

/* A person's choice is left alone, by libadwaita too. */
static void
test_chosen (void)
{
  g_autofree char *theme = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  g_setenv ("GTK_THEME", "Default", TRUE);
  yd_toolkit_prepare ();
  yd_toolkit_init ();
  g_assert_cmpstr (g_getenv ("GTK_THEME"), ==, "Default");
  adw_init ();
  yd_toolkit_finish ();

  theme = dup_theme ();
  g_assert_cmpstr (theme, !=, "Adwaita-empty");
  assert_icons ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/toolkit/own", test_own);
  g_test_add_func ("/toolkit/chosen", test_chosen);

  return g_test_run ();
}
