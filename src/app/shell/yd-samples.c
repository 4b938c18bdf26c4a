/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-samples.h"

#include <gio/gio.h>

/* Of a program that was built inside its source tree and not installed. */
static char *
find_in_tree (const char *name)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  while (folder != NULL && !g_str_equal (folder, "/"))
    {
      g_autofree char *path = g_build_filename (folder, "data", "samples", name, NULL);
      char *above = g_path_get_dirname (folder);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_free (above);
          return g_steal_pointer (&path);
        }

      g_free (folder);
      folder = above;
    }

  return NULL;
}

/**
 * yd_samples_find:
 * @name: the name of a sample document
 *
 * Returns: (transfer full) (type filename) (nullable): where it is
 */
char *
yd_samples_find (const char *name)
{
  g_autofree char *path = g_build_filename (PKGDATADIR, "samples", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  return find_in_tree (name);
}
