/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-recovery-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "yd-backup-private.h"
#include "yd-compat.h"
#include "yd-edit-body-private.h"
#include "yd-library.h"
#include "yd-salvage-private.h"
#include "yd-space-reader-private.h"
#include "yd-tables-private.h"
#include "yd-writer-private.h"

/* Replaces a damaged library. The new file is complete before it takes the name;
 * until then the damaged one stays where it is, and under a second name for good.
 */

typedef struct
{
  const char *path;
  char       *fresh;            /* the new file, until it gets its name */
  YdRecovery *report;
} Recovery;

static gboolean
is_sound_backup (const char *path)
{
  g_autoptr(YdDb) db = yd_db_open (path, YD_DB_READ_ONLY | YD_DB_IMMUTABLE, NULL);
  gint64 application, version;

  return db != NULL &&
         yd_db_get_int (db, "PRAGMA application_id", &application, NULL) &&
         application == YD_APPLICATION_ID &&
         yd_db_get_int (db, "PRAGMA user_version", &version, NULL) &&
         version <= (gint64) g_strv_length ((char **) _yd_table_steps) &&
         yd_db_check (db, FALSE, NULL);
}

static char *
find_backup (const char *path)
{
  g_autoptr(GPtrArray) backups = _yd_backup_list (path);

  for (guint i = 0; i < backups->len; i++)
    if (is_sound_backup (g_ptr_array_index (backups, i)))
      return g_strdup (g_ptr_array_index (backups, i));

  return NULL;
}

static char *
join (const char *path,
      const char *suffix)
{
  return g_strconcat (path, suffix, NULL);
}

static gboolean
copy_file (const char  *from,
           const char  *to,
           GError     **error)
{
  g_autoptr(GFile) source = g_file_new_for_path (from);
  g_autoptr(GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

/* A second name for the same file; a copy where there is no such thing. */
static gboolean
name_twice (const char  *from,
            const char  *to,
            GError     **error)
{
  return link (from, to) == 0 || copy_file (from, to, error);
}

static gboolean
set_aside (Recovery  *self,
           GError   **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%S");
  g_autofree char *wal = join (self->path, "-wal");
  g_autofree char *aside_wal = NULL;

  self->report->aside = g_strdup_printf ("%s.damaged-%s", self->path, time);
  for (int n = 2; g_file_test (self->report->aside, G_FILE_TEST_EXISTS); n++)
    {
      g_free (self->report->aside);
      self->report->aside = g_strdup_printf ("%s.damaged-%s-%d", self->path, time, n);
    }
  aside_wal = join (self->report->aside, "-wal");

  return name_twice (self->path, self->report->aside, error) &&
         (!g_file_test (wal, G_FILE_TEST_EXISTS) || name_twice (wal, aside_wal, error));
}

/* What must not stay when nothing came of it. */
static void
take_back (Recovery *self)
{
  g_autofree char *aside_wal = join (self->report->aside, "-wal");
  g_autofree char *aside_shm = join (self->report->aside, "-shm");

  g_remove (self->fresh);
  g_remove (aside_wal);
  g_remove (aside_shm);
  g_remove (self->report->aside);
}

static YdDb *
make_fresh (Recovery  *self,
            GError   **error)
{
  g_autoptr(YdDb) db = NULL;

  g_remove (self->fresh);
  self->report->backup = find_backup (self->path);
  if (self->report->backup != NULL && !copy_file (self->report->backup, self->fresh, error))
    return NULL;

  db = yd_db_open (self->fresh, YD_DB_NO_WAL, error);
  if (db == NULL || !yd_db_begin_writing (db, YD_DB_NO_WAL, error) ||
      !_yd_tables_prepare (db, error))
    return NULL;

  return g_steal_pointer (&db);
}

/* SQLite reads a file that is cut off only if told that this is known. */
static YdDb *
open_damaged (Recovery *self)
{
  g_autofree char *wal = join (self->report->aside, "-wal");
  YdDbFlags flags = YD_DB_READ_ONLY | YD_DB_DAMAGED;

  if (!g_file_test (wal, G_FILE_TEST_EXISTS))
    flags |= YD_DB_IMMUTABLE;

  return yd_db_open (self->report->aside, flags, NULL);
}

/* Returns: whether it is in force; @error is set only if the new file cannot be
 * written, which says nothing about the edit
 */
static gboolean
apply_one (YdWriter          *writer,
           YdSpace           *space,
           const YdSalvaged  *salvaged,
           GError           **error)
{
  g_autoptr(YdEdit) edit = _yd_edit_body_read (salvaged->body, NULL);
  g_autoptr(GError) local = NULL;

  if (edit == NULL || !yd_space_apply (space, edit, NULL))
    return FALSE;
  if (_yd_writer_append (writer, salvaged->space, salvaged->kind, edit, salvaged->body, NULL,
                         &local))
    return TRUE;
  if (!g_error_matches (local, YD_DB_ERROR, YD_DB_ERROR_FAILED))
    g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static void
note_recovered (YdRecovery       *report,
                const YdSalvaged *salvaged)
{
  report->n_recovered++;

  if (salvaged->at == NULL)
    return;
  if (report->from == NULL || strcmp (salvaged->at, report->from) < 0)
    yd_set_str (&report->from, salvaged->at);
  if (report->to == NULL || strcmp (salvaged->at, report->to) > 0)
    yd_set_str (&report->to, salvaged->at);
}

static YdSpace *
load_space (YdDb             *db,
            const YdSalvaged *first,
            gint64           *last)
{
  g_autofree char *kind = NULL;
  g_autofree char *sql = NULL;
  YdSpace *space = _yd_space_reader_make (first->space, first->kind);
  gint64 base, key = 0;

  *last = 0;
  if (!_yd_space_reader_find (db, first->space, &base, &kind, NULL))
    return space;

  sql = g_strdup_printf ("SELECT max(key) FROM edit WHERE key BETWEEN %" G_GINT64_FORMAT
                         " AND %" G_GINT64_FORMAT, base, base | YD_KEY_MAX_POS);
  if (_yd_space_reader_load (db, base, space, NULL, NULL) && yd_db_get_int (db, sql, &key, NULL))
    *last = MAX (key - base, 0);

  return space;
}

/* The edits of one space, in order, through the door, up to the first gap. */
static gboolean
apply_space (Recovery   *self,
             YdDb       *db,
             YdWriter   *writer,
             GPtrArray  *edits,
             guint      *next,
             GError    **error)
{
  const YdSalvaged *first = g_ptr_array_index (edits, *next);
  gint64 last;
  g_autoptr(YdSpace) space = load_space (db, first, &last);
  g_autoptr(GError) local = NULL;
  gboolean whole = TRUE;

  for (; *next < edits->len; ++*next)
    {
      const YdSalvaged *salvaged = g_ptr_array_index (edits, *next);

      if (strcmp (salvaged->space, first->space) != 0)
        break;

      whole = whole && salvaged->pos == last + 1 && apply_one (writer, space, salvaged, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }

      if (whole)
        note_recovered (self->report, salvaged);
      else
        self->report->n_lost++;
      last = salvaged->pos;
    }

  return TRUE;
}

static gboolean
salvage (Recovery  *self,
         YdDb      *fresh,
         GError   **error)
{
  g_autoptr(YdDb) damaged = open_damaged (self);
  g_autoptr(GPtrArray) edits = NULL;
  g_autoptr(YdWriter) writer = NULL;

  if (damaged == NULL)
    return TRUE;

  edits = _yd_salvage_edits (damaged, fresh);
  if (edits->len > 0 && !_yd_salvage_blobs (damaged, fresh, error))
    return FALSE;

  writer = _yd_writer_new (fresh, error);
  if (writer == NULL)
    return FALSE;

  for (guint i = 0; i < edits->len;)
    if (!apply_space (self, fresh, writer, edits, &i, error))
      return FALSE;

  return TRUE;
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

/* The new file must never meet the WAL of the old one. */
static gboolean
put_in_place (Recovery  *self,
              GError   **error)
{
  g_autofree char *wal = join (self->path, "-wal");
  g_autofree char *shm = join (self->path, "-shm");
  g_autofree char *aside_shm = join (self->report->aside, "-shm");

  g_remove (aside_shm);
  g_remove (shm);
  g_remove (wal);

  if (g_rename (self->fresh, self->path) != 0)
    {
      g_set_error (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_FOLDER, _("Cannot replace %s: %s."),
                   self->path, g_strerror (errno));
      return FALSE;
    }

  sync_folder (self->path);
  return TRUE;
}

static gboolean
build (Recovery  *self,
       GError   **error)
{
  g_autoptr(YdDb) fresh = make_fresh (self, error);

  if (fresh == NULL || !salvage (self, fresh, error))
    return FALSE;

  if (self->report->backup != NULL || self->report->n_recovered > 0)
    return TRUE;

  g_set_error_literal (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_DAMAGED,
                       _("The file is damaged or no library at all, nothing in it can be read, "
                         "and there is no backup. It was not touched: move it away to begin a new "
                         "library, or choose another file."));
  return FALSE;
}

static char *
dup_day (const char *backup)
{
  g_autofree char *name = backup != NULL ? g_path_get_basename (backup) : NULL;
  const char *year = name != NULL ? strstr (name, "-2") : NULL;

  return year != NULL ? g_strndup (year + 1, strlen ("2017-06-01")) : NULL;
}

/**
 * _yd_recovery_run:
 * @path: (type filename): a damaged library, which nobody has open
 * @error: return location for an error
 *
 * Keeps the damaged file aside and puts its newest sound backup in its place,
 * with the edits on it that can still be read.
 *
 * Returns: (transfer full): what was done; on an error @path is as it was
 */
YdRecovery *
_yd_recovery_run (const char  *path,
                  GError     **error)
{
  g_autoptr(YdRecovery) report = g_new0 (YdRecovery, 1);
  g_autofree char *fresh = join (path, ".recovered");
  Recovery self = { path, fresh, report };

  if (!set_aside (&self, error) || !build (&self, error) || !put_in_place (&self, error))
    {
      take_back (&self);
      return NULL;
    }

  report->backup_day = dup_day (report->backup);
  return g_steal_pointer (&report);
}
