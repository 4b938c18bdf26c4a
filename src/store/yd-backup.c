/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-backup-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "yd-library.h"

/* Copies of the library in the folder `backups` beside it: one of each of the
 * last days on which something was changed, and one before each migration.
 */

#define N_DAILY 7

static char *
get_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, "backups", NULL);
}

static char *
get_stem (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_str_has_suffix (name, ".db") ? g_strndup (name, strlen (name) - 3)
                                        : g_steal_pointer (&name);
}

/* Returns: (transfer full): today, in UTC so that a clock set back by an hour
 * does not matter
 */
char *
_yd_backup_get_day (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *first = g_path_get_basename (*(char * const *) a);
  g_autofree char *second = g_path_get_basename (*(char * const *) b);

  return strcmp (second, first);
}

/**
 * _yd_backup_list:
 * @path: (type filename): the library's file
 *
 * Returns: (transfer full) (element-type filename): its backups, newest first
 */
GPtrArray *
_yd_backup_list (const char *path)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = get_folder (path);
  g_autofree char *stem = get_stem (path);
  g_autofree char *prefix = g_strconcat (stem, "-2", NULL);     /* the year */
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".db"))
      g_ptr_array_add (found, g_build_filename (folder, name, NULL));

  g_ptr_array_sort (found, compare_names);

  return found;
}

/* Only a copy that was checked gets the name. */
static gboolean
make (YdDb        *db,
      const char  *folder,
      const char  *name,
      GError     **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *unfinished = g_strconcat (path, ".unfinished", NULL);

  g_remove (unfinished);
  if (g_mkdir_with_parents (folder, 0700) == 0 && yd_db_back_up (db, unfinished, error) &&
      g_rename (unfinished, path) == 0)
    return TRUE;

  if (error != NULL && *error == NULL)
    g_set_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_FOLDER,
                 _("Cannot make a backup in %s: %s."), folder, g_strerror (errno));
  g_remove (unfinished);

  return FALSE;
}

static gboolean
is_daily (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return strstr (name, "-before-") == NULL;
}

static void
remove_old (const char *path)
{
  g_autoptr(GPtrArray) backups = _yd_backup_list (path);
  guint n = 0;

  for (guint i = 0; i < backups->len; i++)
    if (is_daily (g_ptr_array_index (backups, i)) && ++n > N_DAILY)
      g_remove (g_ptr_array_index (backups, i));
}

/**
 * _yd_backup_make_daily:
 * @db: the library
 * @path: (type filename): its file
 * @day: today
 * @error: return location for an error
 *
 * Makes today's backup if there is none yet, and removes the oldest.
 *
 * Returns: whether there is one; %YD_DB_ERROR_DAMAGED if the library is not sound
 */
gboolean
_yd_backup_make_daily (YdDb        *db,
                       const char  *path,
                       const char  *day,
                       GError     **error)
{
  g_autofree char *folder = get_folder (path);
  g_autofree char *stem = get_stem (path);
  g_autofree char *name = g_strconcat (stem, "-", day, ".db", NULL);
  g_autofree char *whole = g_build_filename (folder, name, NULL);
  gint64 n_edits;

  if (g_file_test (whole, G_FILE_TEST_EXISTS))
    return TRUE;

  if (!yd_db_get_int (db, "SELECT count(*) FROM (SELECT 1 FROM edit LIMIT 1)", &n_edits, error))
    return FALSE;
  if (n_edits == 0)
    return TRUE;

  if (!make (db, folder, name, error))
    return FALSE;

  remove_old (path);
  return TRUE;
}

/* Makes the backup before a migration. Without it there is none. */
gboolean
_yd_backup_make_before (YdDb        *db,
                        const char  *path,
                        GError     **error)
{
  g_autofree char *folder = get_folder (path);
  g_autofree char *stem = get_stem (path);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H%M%S");
  g_autofree char *name = g_strdup_printf ("%s-%s-before-%s.db", stem, time, PACKAGE_VERSION);

  return make (db, folder, name, error);
}
