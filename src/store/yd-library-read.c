/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-library-private.h"

#include <glib/gi18n-lib.h>

#include "yd-edit-body-private.h"
#include "yd-history.h"
#include "yd-space-reader-private.h"
#include "yd-tables-private.h"

/* Lists, contents and the journal. */

/* The columns of read_entry(). */
#define ENTRY "key & 4294967295, id, device, actor, at, act, undoes, grp"

static const char list_spaces_sql[] =
  "SELECT s.id, s.kind, coalesce (p.title, o.name), p.number, p.issuer, p.issued,"
  "  e.key & 4294967295, e.at FROM space s"
  " LEFT JOIN plan p ON p.key BETWEEN s.n << 32 AND (s.n << 32) + 16777215"
  " LEFT JOIN office o ON o.key BETWEEN s.n << 32 AND (s.n << 32) + 16777215"
  " LEFT JOIN edit e ON e.key = (SELECT max(key) FROM edit"
  "  WHERE key BETWEEN s.n << 32 AND (s.n << 32) + 4294967295)"
  " WHERE coalesce (p.deleted, o.deleted, 0) = 0 AND (?1 IS NULL OR s.kind = ?1)"
  "  AND (?2 IS NULL OR s.n IN (SELECT key >> 32 FROM source"
  "   WHERE blob = ?2 AND coalesce (deleted, 0) = 0))"
  "  AND (?3 IS NULL OR s.n IN (SELECT key >> 32 FROM unit"
  "   WHERE origin = ?3 AND coalesce (deleted, 0) = 0))"
  " GROUP BY s.n ORDER BY s.n";

static const char read_log_sql[] =
  "SELECT " ENTRY " FROM edit WHERE key > ?1 AND key < ?2 ORDER BY key DESC LIMIT ?3";

/* An edit that touched very many rows is not noted with each of them. */
static const char read_row_log_sql[] =
  "SELECT " ENTRY " FROM edit WHERE key > ?1 AND key <= ?1 + 4294967295 AND"
  " (wide OR key - ?1 IN (SELECT pos FROM edit_row WHERE space = ?1 >> 32 AND kind = ?2"
  "  AND id = ?3)) ORDER BY key DESC";

static YdSpaceInfo *
read_info (YdStatement *row)
{
  YdSpaceInfo *info = g_new0 (YdSpaceInfo, 1);

  info->id = g_strdup (yd_statement_get_text (row, 0));
  info->kind = g_strdup (yd_statement_get_text (row, 1));
  info->title = g_strdup (yd_statement_get_text (row, 2));
  info->number = g_strdup (yd_statement_get_text (row, 3));
  info->issuer = g_strdup (yd_statement_get_text (row, 4));
  info->issued = g_strdup (yd_statement_get_text (row, 5));
  info->n_edits = yd_statement_get_int (row, 6);
  info->changed = g_strdup (yd_statement_get_text (row, 7));

  return info;
}

static YdLogEntry *
read_entry (YdStatement *row)
{
  YdLogEntry *entry = g_new0 (YdLogEntry, 1);

  entry->pos = yd_statement_get_int (row, 0);
  entry->id = g_strdup (yd_statement_get_text (row, 1));
  entry->device = g_strdup (yd_statement_get_text (row, 2));
  entry->actor = g_strdup (yd_statement_get_text (row, 3));
  entry->at = g_strdup (yd_statement_get_text (row, 4));
  entry->act = g_strdup (yd_statement_get_text (row, 5));
  entry->undoes = g_strdup (yd_statement_get_text (row, 6));
  entry->group = g_strdup (yd_statement_get_text (row, 7));

  return entry;
}

typedef gpointer (* ReadRowFunc) (YdStatement *row);

static GPtrArray *
read_rows (YdStatement     *select,
           ReadRowFunc      func,
           GDestroyNotify   free_func,
           GError         **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (free_func);
  gboolean has_row;

  while (yd_statement_step (select, &has_row, error))
    if (has_row)
      g_ptr_array_add (rows, func (select));
    else
      return g_steal_pointer (&rows);

  return NULL;
}

/* The values of a query: `s` a text, `i` an integer. */
static YdStatement *
prepare (YdDb        *db,
         const char  *sql,
         GError     **error,
         const char  *types,
         ...)
{
  g_autoptr(YdStatement) statement = yd_statement_new (db, sql, error);
  gboolean ok = statement != NULL;
  va_list values;

  va_start (values, types);
  for (int n = 1; ok && types[n - 1] != '\0'; n++)
    if (types[n - 1] == 's')
      ok = yd_statement_bind_text (statement, n, va_arg (values, const char *), error);
    else
      ok = yd_statement_bind_int (statement, n, va_arg (values, gint64), error);
  va_end (values);

  return ok ? g_steal_pointer (&statement) : NULL;
}

static GPtrArray *
list_spaces (YdLibrary   *self,
             const char  *kind,
             const char  *sha256,
             const char  *origin,
             GError     **error)
{
  GPtrArray *found = NULL;
  GError *local = NULL;
  YdDb *db;

  if ((db = _yd_library_begin_read (self, error)) == NULL)
    return NULL;

  {
    g_autoptr(YdStatement) select = prepare (db, list_spaces_sql, &local, "sss", kind, sha256,
                                             origin);

    if (select != NULL)
      found = read_rows (select, (ReadRowFunc) read_info, (GDestroyNotify) yd_space_info_free,
                         &local);
  }
  _yd_library_end_read (self, local, error);

  return found;
}

/**
 * yd_library_list_spaces:
 * @self: a library
 * @kind: (nullable): `plan` or `office`
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type YdSpaceInfo): the spaces that are not
 *   deleted, oldest first
 */
GPtrArray *
yd_library_list_spaces (YdLibrary   *self,
                        const char  *kind,
                        GError     **error)
{
  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);

  return list_spaces (self, kind, NULL, NULL, error);
}

/**
 * yd_library_list_plans_of:
 * @self: a library
 * @sha256: of the text of a document
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type YdSpaceInfo): the plans that were read from a
 *   document with just this text, oldest first
 */
GPtrArray *
yd_library_list_plans_of (YdLibrary   *self,
                          const char  *sha256,
                          GError     **error)
{
  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (sha256 != NULL, NULL);

  return list_spaces (self, "plan", sha256, NULL, error);
}

/**
 * yd_library_list_plans_with:
 * @self: a library
 * @origin: a unit of the office
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type YdSpaceInfo): the plans that have a unit which points to
 *   @origin, oldest first
 */
GPtrArray *
yd_library_list_plans_with (YdLibrary   *self,
                            const char  *origin,
                            GError     **error)
{
  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (origin != NULL, NULL);

  return list_spaces (self, "plan", NULL, origin, error);
}

/**
 * yd_library_get_blob:
 * @self: a library
 * @sha256: what a cell names
 * @error: %YD_LIBRARY_ERROR_MISSING if it is not there
 *
 * Returns: (transfer full): the content
 */
GBytes *
yd_library_get_blob (YdLibrary   *self,
                     const char  *sha256,
                     GError     **error)
{
  GBytes *content = NULL;
  GError *local = NULL;
  gboolean has_row;
  YdDb *db;

  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);

  if ((db = _yd_library_begin_read (self, error)) == NULL)
    return NULL;

  {
    g_autoptr(YdStatement) find =
      prepare (db, "SELECT content FROM blob WHERE sha256 = ?1", &local, "s", sha256);

    if (find != NULL && yd_statement_step (find, &has_row, &local))
      {
        if (has_row)
          content = yd_statement_get_blob (find, 0);
        else
          g_set_error (&local, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING,
                       _("The library has no content %s."), sha256);
      }
  }
  _yd_library_end_read (self, local, error);

  return content;
}

static GPtrArray *
query_log (YdDb        *db,
           const char  *space,
           gint64       before,
           guint        limit,
           GError     **error)
{
  g_autoptr(YdStatement) select = NULL;
  g_autofree char *kind = NULL;
  gint64 base;

  if (!_yd_space_reader_find (db, space, &base, &kind, error))
    return NULL;

  select = prepare (db, read_log_sql, error, "iii", base,
                    before > 0 ? base + before : base + YD_KEY_MAX_POS,
                    limit > 0 ? (gint64) limit : (gint64) -1);

  return select != NULL ? read_rows (select, (ReadRowFunc) read_entry,
                                     (GDestroyNotify) yd_log_entry_free, error) : NULL;
}

/**
 * yd_library_read_log:
 * @self: a library
 * @space: the id of a space
 * @before: only edits before this position; 0 from the newest on
 * @limit: how many at most; 0 for all
 * @error: return location for an error
 *
 * Page by page, with @before the last position of the page before.
 *
 * Returns: (transfer full) (element-type YdLogEntry): edits, newest first
 */
GPtrArray *
yd_library_read_log (YdLibrary   *self,
                     const char  *space,
                     gint64       before,
                     guint        limit,
                     GError     **error)
{
  GPtrArray *found;
  GError *local = NULL;
  YdDb *db;

  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);

  if ((db = _yd_library_begin_read (self, error)) == NULL)
    return NULL;

  found = query_log (db, space, before, limit, &local);
  _yd_library_end_read (self, local, error);

  return found;
}

static GPtrArray *
query_row_log (YdDb        *db,
               const char  *space,
               YdKind       kind,
               const char  *id,
               GError     **error)
{
  g_autoptr(YdStatement) select = NULL;
  g_autofree char *space_kind = NULL;
  gint64 base;

  if (!_yd_space_reader_find (db, space, &base, &space_kind, error))
    return NULL;

  select = prepare (db, read_row_log_sql, error, "iss", base, yd_schema_get_kind (kind)->name, id);

  return select != NULL ? read_rows (select, (ReadRowFunc) read_entry,
                                     (GDestroyNotify) yd_log_entry_free, error) : NULL;
}

/**
 * yd_library_read_row_log:
 * @self: a library
 * @space: the id of a space
 * @kind: the kind of a row
 * @id: the row
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type YdLogEntry): the edits that touched the
 *   row, newest first. Edits of more than 1,000 rows, such as an import, are
 *   among them in any case.
 */
GPtrArray *
yd_library_read_row_log (YdLibrary   *self,
                         const char  *space,
                         YdKind       kind,
                         const char  *id,
                         GError     **error)
{
  GPtrArray *found;
  GError *local = NULL;
  YdDb *db;

  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);

  if ((db = _yd_library_begin_read (self, error)) == NULL)
    return NULL;

  found = query_row_log (db, space, kind, id, &local);
  _yd_library_end_read (self, local, error);

  return found;
}

static YdEdit *
query_edit (YdDb        *db,
            const char  *sql,
            gint64       base,
            const char  *id,
            gint64       pos,
            GError     **error)
{
  g_autoptr(YdStatement) find = id != NULL ? prepare (db, sql, error, "is", base >> 32, id)
                                           : prepare (db, sql, error, "i", base + pos);
  g_autoptr(GBytes) body = NULL;
  gboolean has_row;

  if (find == NULL || !yd_statement_step (find, &has_row, error))
    return NULL;

  if (!has_row)
    {
      g_set_error_literal (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_MISSING,
                           _("There is no such edit."));
      return NULL;
    }

  body = yd_statement_get_blob (find, 0);
  return _yd_edit_body_read (body, error);
}

/**
 * yd_library_read_edit:
 * @self: a library
 * @space: the id of a space
 * @pos: a position in it, from 1
 * @error: return location for an error
 *
 * Returns: (transfer full): the edit, sealed
 */
YdEdit *
yd_library_read_edit (YdLibrary   *self,
                      const char  *space,
                      gint64       pos,
                      GError     **error)
{
  g_autofree char *kind = NULL;
  YdEdit *edit = NULL;
  GError *local = NULL;
  gint64 base;
  YdDb *db;

  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);

  if ((db = _yd_library_begin_read (self, error)) == NULL)
    return NULL;

  if (_yd_space_reader_find (db, space, &base, &kind, &local))
    edit = query_edit (db, "SELECT body FROM edit WHERE key = ?1", base, NULL, pos, &local);
  _yd_library_end_read (self, local, error);

  return edit;
}

/* The birth of a space is no work of its own that could be taken back. */
static YdHistory *
make_history (YdLibrary       *self,
              const GPtrArray *log)
{
  YdHistory *history = yd_history_new (self->device);

  for (guint i = log->len; i-- > 0;)
    {
      const YdLogEntry *entry = g_ptr_array_index (log, i);

      if (entry->pos > 1)
        yd_history_add (history, entry->id, entry->undoes, entry->device, entry->group);
    }

  return history;
}

static GPtrArray *
read_edits (YdDb             *db,
            gint64            base,
            const GPtrArray  *ids,
            GError          **error)
{
  g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_edit_unref);

  for (guint i = 0; i < ids->len; i++)
    {
      YdEdit *edit = query_edit (db, "SELECT body FROM edit WHERE space = ?1 AND id = ?2", base,
                                 g_ptr_array_index (ids, i), 0, error);

      if (edit == NULL)
        return NULL;
      g_ptr_array_add (edits, edit);
    }

  return g_steal_pointer (&edits);
}

static GPtrArray *
query_undo (YdLibrary   *self,
            YdDb        *db,
            const char  *space,
            gboolean     redo,
            GError     **error)
{
  g_autoptr(GPtrArray) log = query_log (db, space, 0, 0, error);
  g_autoptr(YdHistory) history = NULL;
  g_autoptr(GPtrArray) ids = NULL;
  g_autofree char *kind = NULL;
  gint64 base;

  if (log == NULL || !_yd_space_reader_find (db, space, &base, &kind, error))
    return NULL;

  history = make_history (self, log);
  ids = redo ? yd_history_find_redo (history) : yd_history_find_undo (history);

  return read_edits (db, base, ids, error);
}

/**
 * yd_library_read_undo:
 * @self: a library
 * @space: the id of a space
 * @redo: whether what was undone shall be brought back
 * @error: return location for an error
 *
 * What yd_space_invert() shall be given, one after the other. The inverses of
 * more than one should get a group of their own.
 *
 * Returns: (transfer full) (element-type YdEdit): the edits of this device to
 *   be taken back next; none if there is nothing
 */
GPtrArray *
yd_library_read_undo (YdLibrary   *self,
                      const char  *space,
                      gboolean     redo,
                      GError     **error)
{
  GPtrArray *found;
  GError *local = NULL;
  YdDb *db;

  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);

  if ((db = _yd_library_begin_read (self, error)) == NULL)
    return NULL;

  found = query_undo (self, db, space, redo, &local);
  _yd_library_end_read (self, local, error);

  return found;
}
