/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-library.h"

#include <glib/gi18n-lib.h>

#include "yd-backup-private.h"
#include "yd-library-private.h"
#include "yd-space-reader-private.h"

/**
 * YdLibrary:
 *
 * All plans of one person, in one SQLite file.
 *
 * What is written goes through the journals of the spaces to one worker, in
 * order. What is read has a connection of its own and sees what was announced;
 * these functions wait for the disk, and may be called on any thread.
 */

G_DEFINE_FINAL_TYPE (YdLibrary, yd_library, G_TYPE_OBJECT)
G_DEFINE_QUARK (yd-library-error-quark, yd_library_error)

static void
note_damage (YdLibrary    *self,
             const GError *error)
{
  if (g_error_matches (error, YD_DB_ERROR, YD_DB_ERROR_DAMAGED))
    g_atomic_int_set (&self->suspect, TRUE);
}

/* A backup that cannot be made does not keep anybody from working, unless it
 * shows that the library is damaged.
 */
static gboolean
see_to_backup (YdLibrary  *self,
               GError    **error)
{
  g_autofree char *day = _yd_backup_get_day ();
  g_autoptr(GError) local = NULL;

  if (g_strcmp0 (day, self->backup_day) == 0 ||
      _yd_backup_make_daily (self->db, self->path, day, &local))
    {
      g_free (self->backup_day);
      self->backup_day = g_steal_pointer (&day);
      return TRUE;
    }

  if (g_error_matches (local, YD_DB_ERROR, YD_DB_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  g_info ("No backup today: %s", local->message);
  return TRUE;
}

/**
 * _yd_library_append:
 * @self: a library, on its worker
 * @space: the id of the space
 * @kind: `plan` or `office`
 * @edit: a sealed edit
 * @blobs: (nullable) (element-type GBytes): contents that it names
 * @error: return location for an error
 *
 * Returns: whether all of it is on the disk; if not, nothing is
 */
gboolean
_yd_library_append (YdLibrary   *self,
                    const char  *space,
                    const char  *kind,
                    YdEdit      *edit,
                    GPtrArray   *blobs,
                    GError     **error)
{
  g_autoptr(GError) local = NULL;

  if (see_to_backup (self, &local) &&
      _yd_writer_append (self->writer, space, kind, edit, NULL, blobs, &local))
    return TRUE;

  note_damage (self, local);
  g_propagate_prefixed_error (error, g_steal_pointer (&local), _("Cannot keep the edit: "));

  return FALSE;
}

typedef struct
{
  const char *space;
  const char *kind;
  GPtrArray  *edits;
  GPtrArray  *blobs;
} NewSpace;

static void
add_space_in_worker (GTask        *task,
                     gpointer      source_object,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  YdLibrary *self = source_object;
  const NewSpace *new_space = task_data;
  GError *error = NULL;

  if (see_to_backup (self, &error) &&
      _yd_writer_append_all (self->writer, new_space->space, new_space->kind, new_space->edits,
                             new_space->blobs, &error))
    {
      g_task_return_boolean (task, TRUE);
      _yd_library_catch_up (self);
      return;
    }

  note_damage (self, error);
  g_prefix_error (&error, _("Cannot keep the plan: "));
  g_task_return_error (task, error);
}

/**
 * _yd_library_add_space:
 * @self: a library
 * @space: the id of a space that is not in it
 * @kind: `plan` or `office`
 * @edits: (element-type YdEdit): its history, sealed
 * @blobs: (element-type GBytes): contents that it names
 * @error: return location for an error
 *
 * Returns: whether all of it is on the disk; if not, nothing is
 */
gboolean
_yd_library_add_space (YdLibrary   *self,
                       const char  *space,
                       const char  *kind,
                       GPtrArray   *edits,
                       GPtrArray   *blobs,
                       GError     **error)
{
  NewSpace new_space = { space, kind, edits, blobs };

  if (self->worker == NULL)
    {
      g_set_error_literal (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_READ_ONLY,
                           _("The library was opened for reading."));
      return FALSE;
    }

  return yd_worker_run (self->worker, self, &new_space, add_space_in_worker, error);
}

/* What is left over now is tried again before the next edit. */
void
_yd_library_catch_up (YdLibrary *self)
{
  g_autoptr(GError) error = NULL;

  if (_yd_writer_catch_up (self->writer, &error))
    return;

  note_damage (self, error);
  g_info ("The index of the search is behind: %s", error->message);
}

/* Everything until _yd_library_end_read() is of one moment. */
YdDb *
_yd_library_begin_read (YdLibrary  *self,
                        GError    **error)
{
  g_mutex_lock (&self->reader_lock);

  if (yd_db_execute (self->reader, "BEGIN", error))
    return self->reader;

  g_mutex_unlock (&self->reader_lock);
  return NULL;
}

/**
 * _yd_library_end_read:
 * @self: a library
 * @failure: (nullable) (transfer full): what went wrong in between, if anything did
 * @error: return location for it
 *
 * Returns: whether nothing went wrong
 */
gboolean
_yd_library_end_read (YdLibrary  *self,
                      GError     *failure,
                      GError    **error)
{
  note_damage (self, failure);
  yd_db_rollback (self->reader);
  g_mutex_unlock (&self->reader_lock);

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static void
yd_library_finalize (GObject *object)
{
  YdLibrary *self = YD_LIBRARY (object);

  g_clear_object (&self->worker);
  g_clear_pointer (&self->writer, _yd_writer_free);
  g_clear_pointer (&self->reader, yd_db_close);
  g_clear_pointer (&self->db, yd_db_close);
  _yd_library_lock_release (&self->lock, !self->suspect);
  g_mutex_clear (&self->reader_lock);

  g_clear_pointer (&self->recovery, yd_recovery_free);
  g_clear_pointer (&self->backup_day, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->device, g_free);
  g_clear_pointer (&self->actor, g_free);

  G_OBJECT_CLASS (yd_library_parent_class)->finalize (object);
}

static void
yd_library_class_init (YdLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_library_finalize;
}

static void
yd_library_init (YdLibrary *self)
{
  self->lock.fd = -1;
  g_mutex_init (&self->reader_lock);
}

/**
 * yd_library_dup_default_path:
 *
 * Returns: (transfer full) (type filename): where the user's library is
 */
char *
yd_library_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "yaodian", "library.db", NULL);
}

const char *
yd_library_get_path (YdLibrary *self)
{
  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);

  return self->path;
}

gboolean
yd_library_get_read_only (YdLibrary *self)
{
  g_return_val_if_fail (YD_IS_LIBRARY (self), TRUE);

  return self->worker == NULL;
}

/**
 * yd_library_get_device:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): the device that its own edits name; none
 *   in a library that was never written
 */
const char *
yd_library_get_device (YdLibrary *self)
{
  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);

  return self->device;
}

/* Who makes edits here, as long as there is no account. */
const char *
yd_library_get_actor (YdLibrary *self)
{
  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);

  return self->actor;
}

/**
 * yd_library_get_recovery:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): what was done about a damaged file when
 *   @self was opened; the person must be told
 */
const YdRecovery *
yd_library_get_recovery (YdLibrary *self)
{
  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);

  return self->recovery;
}

/* Whether the file lies on another machine, which makes it slower. */
gboolean
yd_library_get_on_network (YdLibrary *self)
{
  g_return_val_if_fail (YD_IS_LIBRARY (self), FALSE);

  return self->on_network;
}

/**
 * yd_library_open_space:
 * @self: a library
 * @id: the id of a space
 * @problems: (out) (optional) (transfer full) (element-type YdProblem): cells
 *   that break an invariant and were left out
 * @error: return location for an error
 *
 * Returns: (transfer full): the #YdPlan or #YdOffice as it is on the disk
 */
YdSpace *
yd_library_open_space (YdLibrary   *self,
                       const char  *id,
                       GPtrArray  **problems,
                       GError     **error)
{
  YdSpace *space = NULL;
  g_autofree char *kind = NULL;
  GError *local = NULL;
  gint64 base;
  YdDb *db;

  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if ((db = _yd_library_begin_read (self, error)) == NULL)
    return NULL;

  if (_yd_space_reader_find (db, id, &base, &kind, &local))
    {
      space = _yd_space_reader_make (id, kind);
      if (!_yd_space_reader_load (db, base, space, problems, &local))
        g_clear_object (&space);
    }

  _yd_library_end_read (self, local, error);

  return space;
}

/**
 * yd_library_open_journal:
 * @self: a library
 * @space: a space; it need not be in @self yet, and comes with its first edit
 * @error: %YD_LIBRARY_ERROR_READ_ONLY
 *
 * Returns: (transfer full): the journal that keeps the edits of @space
 */
YdSqliteJournal *
yd_library_open_journal (YdLibrary  *self,
                         YdSpace    *space,
                         GError    **error)
{
  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (YD_IS_SPACE (space), NULL);

  if (self->worker != NULL)
    return _yd_sqlite_journal_new (self, space);

  g_set_error_literal (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_READ_ONLY,
                       _("The library was opened for reading only."));
  return NULL;
}

/**
 * yd_library_sign:
 * @self: a library
 * @edit: an edit that is not sealed
 *
 * Says in @edit on which device, by whom and when it was made.
 */
void
yd_library_sign (YdLibrary *self,
                 YdEdit    *edit)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  g_return_if_fail (YD_IS_LIBRARY (self));

  yd_edit_set (edit, YD_EDIT_DEVICE, self->device);
  yd_edit_set (edit, YD_EDIT_ACTOR, self->actor);
  yd_edit_set (edit, YD_EDIT_AT, at);
}
