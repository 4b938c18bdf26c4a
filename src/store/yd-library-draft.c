/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-library-private.h"

#include <glib/gi18n-lib.h>

#include "yd-space-reader-private.h"
#include "yd-statement.h"
#include "yd-tables-private.h"

/* What was typed and not committed. It is nobody's edit, stays on this computer and
 * goes with the library; it is written by the same worker as edits, so that a draft
 * that is dropped after its edit is never on the disk without that.
 */

static const char put_sql[] =
  "INSERT OR REPLACE INTO draft (space, kind, id, field, old, value)"
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

static const char drop_sql[] =
  "DELETE FROM draft WHERE space = ?1 AND kind = ?2 AND id = ?3 AND field = ?4";

static const char list_sql[] =
  "SELECT kind, id, field, old, value FROM draft WHERE space = ?1 ORDER BY kind, id, field";

typedef struct
{
  char          *space;
  YdStoredDraft *draft;
} Job;

static void
free_job (Job *job)
{
  g_free (job->space);
  yd_stored_draft_free (job->draft);
  g_free (job);
}

static gboolean
bind_key (YdStatement          *statement,
          gint64                base,
          const YdStoredDraft  *draft,
          GError              **error)
{
  const YdKindInfo *info = yd_schema_get_kind (draft->kind);

  return yd_statement_bind_int (statement, 1, base >> 32, error) &&
         yd_statement_bind_text (statement, 2, info->name, error) &&
         yd_statement_bind_text (statement, 3, draft->id, error) &&
         yd_statement_bind_text (statement, 4, info->fields[draft->field].name, error);
}

static gboolean
write_draft (YdDb       *db,
             const Job  *job,
             GError    **error)
{
  const YdStoredDraft *draft = job->draft;
  g_autoptr(YdStatement) statement = NULL;
  g_autofree char *kind = NULL;
  gint64 base;

  if (!_yd_space_reader_find (db, job->space, &base, &kind, error))
    return FALSE;

  statement = yd_statement_new (db, draft->value != NULL ? put_sql : drop_sql, error);
  if (statement == NULL || !bind_key (statement, base, draft, error))
    return FALSE;

  if (draft->value != NULL &&
      (!yd_statement_bind_text (statement, 5, draft->old, error) ||
       !yd_statement_bind_text (statement, 6, draft->value, error)))
    return FALSE;

  return yd_statement_run (statement, error);
}

static void
write_in_worker (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  YdLibrary *self = source_object;
  GError *error = NULL;

  if (write_draft (self->db, task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * yd_library_keep_draft_async:
 * @self: a library
 * @space: the id of a space
 * @draft: what was typed; without a value what was kept for its cell is dropped
 * @callback: (scope async) (nullable): called when it is on the disk
 * @user_data: data for @callback
 *
 * Keeps one draft for each cell. The row of the cell need not be there.
 */
void
yd_library_keep_draft_async (YdLibrary           *self,
                             const char          *space,
                             const YdStoredDraft *draft,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (YD_IS_LIBRARY (self));
  g_return_if_fail (space != NULL && draft != NULL);

  job->space = g_strdup (space);
  job->draft = yd_stored_draft_copy (draft);
  g_task_set_source_tag (task, yd_library_keep_draft_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);

  if (self->worker != NULL)
    yd_worker_push (self->worker, task, write_in_worker);
  else
    g_task_return_new_error (task, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_READ_ONLY, "%s",
                             _("The library was opened for reading only."));
}

/**
 * yd_library_keep_draft_finish:
 * @self: a library
 * @result: what the callback got
 * @error: %YD_LIBRARY_ERROR_MISSING if the space is not in the library
 *
 * Returns: whether the draft is kept, or dropped
 */
gboolean
yd_library_keep_draft_finish (YdLibrary     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, yd_library_keep_draft_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* What a later version of the program kept of a field that this one does not know is
 * left for it.
 */
static void
add_draft (GPtrArray   *drafts,
           YdStatement *row)
{
  YdStoredDraft draft = { .id = (char *) yd_statement_get_text (row, 1),
                          .old = (char *) yd_statement_get_text (row, 3),
                          .value = (char *) yd_statement_get_text (row, 4) };

  if (yd_schema_find_field (yd_statement_get_text (row, 0), yd_statement_get_text (row, 2),
                            &draft.kind, &draft.field))
    g_ptr_array_add (drafts, yd_stored_draft_copy (&draft));
}

static GPtrArray *
query_drafts (YdDb        *db,
              const char  *space,
              GError     **error)
{
  g_autoptr(GPtrArray) drafts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) yd_stored_draft_free);
  g_autoptr(YdStatement) select = NULL;
  g_autofree char *kind = NULL;
  gboolean has_row = TRUE;
  gint64 base;

  if (!_yd_space_reader_find (db, space, &base, &kind, error) ||
      (select = yd_statement_new (db, list_sql, error)) == NULL ||
      !yd_statement_bind_int (select, 1, base >> 32, error))
    return NULL;

  while (has_row)
    {
      if (!yd_statement_step (select, &has_row, error))
        return NULL;
      if (has_row)
        add_draft (drafts, select);
    }

  return g_steal_pointer (&drafts);
}

/**
 * yd_library_list_drafts:
 * @self: a library
 * @space: the id of a space
 * @error: %YD_LIBRARY_ERROR_MISSING if it is not there
 *
 * Returns: (transfer full) (element-type YdStoredDraft): what was typed in @space and
 *   neither committed nor dropped
 */
GPtrArray *
yd_library_list_drafts (YdLibrary   *self,
                        const char  *space,
                        GError     **error)
{
  GPtrArray *found;
  GError *local = NULL;
  YdDb *db;

  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);

  if ((db = _yd_library_begin_read (self, error)) == NULL)
    return NULL;

  found = query_drafts (db, space, &local);
  _yd_library_end_read (self, local, error);

  return found;
}
