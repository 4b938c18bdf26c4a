/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-locale.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <locale.h>

/* Uninstalled, the translations lie in the build folder, some folders above the program. */
static char *
find_locale_dir (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  char *here = g_path_get_dirname (self != NULL ? self : ".");

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *po = g_build_filename (here, "po", NULL);
      g_autofree char *built = g_build_filename (po, "zh_CN", "LC_MESSAGES",
                                                 GETTEXT_PACKAGE ".mo", NULL);
      char *above = g_path_get_dirname (here);

      g_free (here);
      here = above;
      if (g_file_test (built, G_FILE_TEST_EXISTS))
        {
          g_free (here);
          return g_steal_pointer (&po);
        }
    }

  g_free (here);
  return g_strdup (LOCALEDIR);
}

/**
 * yd_locale_init:
 *
 * Makes the program speak the language of its user. The first thing in main().
 */
void
yd_locale_init (void)
{
  g_autofree char *dir = find_locale_dir ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
