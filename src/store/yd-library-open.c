/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-library.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "yd-backup-private.h"
#include "yd-id.h"
#include "yd-library-private.h"
#include "yd-recovery-private.h"
#include "yd-tables-private.h"

/* From nothing, or from a file in whatever state, to a library that is open. */

static gboolean
read_device (YdLibrary  *self,
             YdDb       *db,
             GError    **error)
{
  g_autoptr(YdStatement) find =
    yd_statement_new (db, "SELECT value FROM meta WHERE name = 'device'", error);
  gboolean has_row;

  if (find == NULL || !yd_statement_step (find, &has_row, error))
    return FALSE;

  if (has_row)
    self->device = g_strdup (yd_statement_get_text (find, 0));

  return TRUE;
}

/* The library gets a name as a device the first time it is written. */
static gboolean
ensure_device (YdLibrary  *self,
               GError    **error)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  g_autoptr(YdStatement) add = NULL;

  if (!read_device (self, self->db, error))
    return FALSE;
  if (self->device != NULL)
    return TRUE;

  add = yd_statement_new (self->db, "INSERT INTO meta (name, value) VALUES ('device', ?1)", error);
  if (add == NULL || !yd_statement_bind_text (add, 1, id, error) || !yd_statement_run (add, error))
    return FALSE;

  self->device = g_steal_pointer (&id);
  return TRUE;
}

/* A damaged library is replaced, once. */
static gboolean
open_or_recover (YdLibrary  *self,
                 gboolean    check,
                 GError    **error)
{
  YdDbFlags flags = self->on_network ? YD_DB_NO_WAL : 0;
  g_autoptr(GError) local = NULL;

  self->db = _yd_library_file_open (self->path, flags, check, &local);

  if (g_error_matches (local, YD_DB_ERROR, YD_DB_ERROR_DAMAGED))
    {
      self->recovery = _yd_recovery_run (self->path, error);
      if (self->recovery == NULL)
        return FALSE;

      g_clear_error (&local);
      self->db = _yd_library_file_open (self->path, flags, FALSE, &local);
    }

  if (self->db == NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return self->db != NULL;
}

static gboolean
open_for_writing (YdLibrary       *self,
                  YdLibraryFlags   flags,
                  GError         **error)
{
  if (!_yd_library_file_prepare (self->path, error) ||
      !_yd_library_lock_take (&self->lock, self->path, error))
    return FALSE;

  /* The folder is there only now. If this comes to nothing, the next one who opens
   * the library must look at it as closely as was to be done here.
   */
  self->on_network = _yd_library_on_network (self->path);
  self->suspect = TRUE;

  if (!open_or_recover (self, flags & YD_LIBRARY_CHECK || self->lock.was_left, error) ||
      !ensure_device (self, error) ||
      (self->writer = _yd_writer_new (self->db, error)) == NULL ||
      (self->reader = yd_db_open (self->path, YD_DB_READ_ONLY, error)) == NULL)
    return FALSE;

  self->suspect = FALSE;
  _yd_library_catch_up (self);
  self->worker = yd_worker_new ();
  return TRUE;
}

/* A library that was never written is empty. */
static YdDb *
make_empty (GError **error)
{
  g_autoptr(YdDb) db = yd_db_open (":memory:", 0, error);

  return db != NULL && _yd_tables_prepare (db, error) ? g_steal_pointer (&db) : NULL;
}

static gboolean
open_for_reading (YdLibrary       *self,
                  YdLibraryFlags   flags,
                  GError         **error)
{
  g_autoptr(GPtrArray) backups = _yd_backup_list (self->path);
  g_autoptr(GError) local = NULL;
  GStatBuf info;
  gboolean is_there = g_stat (self->path, &info) == 0;

  if (backups->len == 0 && (is_there ? S_ISREG (info.st_mode) && info.st_size == 0
                                     : errno == ENOENT))
    self->reader = make_empty (&local);
  else
    self->reader = _yd_library_file_read (self->path, &local);

  if (self->reader != NULL && flags & YD_LIBRARY_CHECK &&
      !yd_db_check (self->reader, FALSE, &local))
    g_clear_pointer (&self->reader, yd_db_close);

  if (self->reader != NULL && read_device (self, self->reader, &local))
    return TRUE;

  if (g_error_matches (local, YD_DB_ERROR, YD_DB_ERROR_DAMAGED))
    g_set_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_DAMAGED,
                 _("The library is damaged (%s). Open it in the application, or change something "
                   "in it: the damaged file is then kept aside, and the newest backup and the "
                   "edits that can still be read take its place."), local->message);
  else
    g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

/**
 * yd_library_open:
 * @path: (type filename): the file, see yd_library_dup_default_path()
 * @flags: how it shall be used
 * @error: %YD_LIBRARY_ERROR or %YD_DB_ERROR
 *
 * Opens a library, and makes it if there is none. A damaged one is kept aside
 * and replaced by its newest sound backup, on which the edits that can still be
 * read are applied again; yd_library_get_recovery() tells. One that is read
 * only is not repaired, made or migrated.
 *
 * Returns: (transfer full): the library, or %NULL with @error set
 */
YdLibrary *
yd_library_open (const char      *path,
                 YdLibraryFlags   flags,
                 GError         **error)
{
  g_autoptr(YdLibrary) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (YD_TYPE_LIBRARY, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->actor = g_strconcat ("local:", g_get_user_name (), NULL);

  if (flags & YD_LIBRARY_READ_ONLY ? !open_for_reading (self, flags, error)
                                   : !open_for_writing (self, flags, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }

  return g_steal_pointer (&self);
}
