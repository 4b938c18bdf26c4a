/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-library-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>

#include "yd-backup-private.h"
#include "yd-tables-private.h"

/* From a path to a connection. */

/* Where two machines may have the same file. SQLite's WAL needs memory that all
 * readers share, which these do not give, so a library there has a rollback
 * journal: slower, and readers wait for the writer, but nothing is lost.
 */
static const long network_types[] = {
  0x6969,                       /* NFS */
  0xff534d42, 0xfe534d42, 0x517b,       /* CIFS, SMB2, SMB */
  0x73757245, 0x5346414f,       /* Coda, AFS */
  0x01021997,                   /* 9P */
  0x00c36400, 0x0bd00bd0,       /* Ceph, Lustre */
};

gboolean
_yd_library_is_network (long type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (network_types); i++)
    if ((guint32) type == (guint32) network_types[i])
      return TRUE;

  return FALSE;
}

gboolean
_yd_library_on_network (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs info;

  return statfs (folder, &info) == 0 && _yd_library_is_network (info.f_type);
}

/* Makes the folder, for the user alone. */
gboolean
_yd_library_file_prepare (const char  *path,
                          GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_FOLDER,
                   _("Cannot make the folder %s: %s. Make it yourself, or choose another place."),
                   folder, g_strerror (errno));
      return FALSE;
    }

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_FOLDER,
                   _("%s is a folder, not a library. Choose a file."), path);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_version (YdDb    *db,
               GError **error)
{
  gint64 known = g_strv_length ((char **) _yd_table_steps);
  gint64 version;

  if (!yd_db_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;

  if (version <= known)
    return TRUE;

  g_set_error (error, YD_DB_ERROR, YD_DB_ERROR_TOO_NEW,
               _("A newer version of the program wrote the library: it has version %d, and this "
                 "program knows %d. Install the newer version; the library was not touched."),
               (int) version, (int) known);
  return FALSE;
}

/* An empty file is a new library only if there never was another. */
static gboolean
check_empty (const char  *path,
             gboolean     is_new,
             GError     **error)
{
  g_autoptr(GPtrArray) backups = NULL;

  if (!is_new)
    return TRUE;

  backups = _yd_backup_list (path);
  if (backups->len == 0)
    return TRUE;

  g_set_error_literal (error, YD_DB_ERROR, YD_DB_ERROR_DAMAGED, _("The library is empty, but "
                                                                 "there are backups of it."));
  return FALSE;
}

static gboolean
bring_up_to_date (YdDb        *db,
                  const char  *path,
                  gboolean     is_new,
                  GError     **error)
{
  gboolean needs_step;

  return _yd_tables_needs_step (db, &needs_step, error) &&
         (!needs_step || is_new || _yd_backup_make_before (db, path, error)) &&
         _yd_tables_prepare (db, error);
}

/**
 * _yd_library_file_open:
 * @path: (type filename): the library's file
 * @flags: %YD_DB_NO_WAL on a network
 * @check: whether to read all of it first
 * @error: return location for an error
 *
 * Opens a library for writing, makes it if there is none, and brings it to this
 * version. What is not a library, or newer, is not touched.
 *
 * Returns: (transfer full): a connection; %YD_DB_ERROR_DAMAGED if it must be
 *   replaced
 */
YdDb *
_yd_library_file_open (const char  *path,
                       YdDbFlags    flags,
                       gboolean     check,
                       GError     **error)
{
  gboolean existed = g_file_test (path, G_FILE_TEST_EXISTS), is_new;
  g_autoptr(YdDb) db = yd_db_open (path, flags, error);

  if (db == NULL ||
      !_yd_tables_is_ours (db, &is_new, error) ||
      !check_version (db, error) ||
      (existed && !check_empty (path, is_new, error)) ||
      !yd_db_begin_writing (db, flags, error) ||
      (check && !is_new && !yd_db_check (db, FALSE, error)) ||
      !bring_up_to_date (db, path, is_new, error))
    return NULL;

  return g_steal_pointer (&db);
}

static gboolean
has_wal (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (wal, &info) == 0 && info.st_size > 0;
}

static YdDb *
try_reading (const char  *path,
             YdDbFlags    flags,
             GError     **error)
{
  g_autoptr(YdDb) db = yd_db_open (path, flags, error);
  gint64 n;

  if (db == NULL || !yd_db_get_int (db, "SELECT count(*) FROM sqlite_schema", &n, error))
    return NULL;

  return g_steal_pointer (&db);
}

/* Where nothing may be written, SQLite cannot make its shared memory. When no
 * edits wait in a WAL, it needs none.
 */
static YdDb *
open_for_reading (const char  *path,
                  GError     **error)
{
  g_autoptr(GError) first = NULL;
  YdDb *db = try_reading (path, YD_DB_READ_ONLY, &first);

  if (db == NULL && !has_wal (path) &&
      (g_error_matches (first, YD_DB_ERROR, YD_DB_ERROR_CANNOT_OPEN) ||
       g_error_matches (first, YD_DB_ERROR, YD_DB_ERROR_READ_ONLY)))
    return try_reading (path, YD_DB_READ_ONLY | YD_DB_IMMUTABLE, error);

  if (db == NULL)
    g_propagate_error (error, g_steal_pointer (&first));

  return db;
}

/**
 * _yd_library_file_read:
 * @path: (type filename): the library's file
 * @error: return location for an error
 *
 * Returns: (transfer full): a connection that only reads
 */
YdDb *
_yd_library_file_read (const char  *path,
                       GError     **error)
{
  g_autoptr(YdDb) db = NULL;
  gboolean is_new, needs_step;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return _yd_library_file_prepare (path, error) ? NULL : NULL;

  db = open_for_reading (path, error);
  if (db == NULL || !_yd_tables_is_ours (db, &is_new, error) || !check_version (db, error) ||
      !check_empty (path, is_new, error) ||
      !_yd_tables_needs_step (db, &needs_step, error))
    return NULL;

  if (!needs_step)
    return g_steal_pointer (&db);

  g_set_error_literal (error, YD_DB_ERROR, YD_DB_ERROR_READ_ONLY,
                       _("The library is of an older version, and must be brought up to date "
                         "first. Open it in the application, or change something in it."));
  return NULL;
}
