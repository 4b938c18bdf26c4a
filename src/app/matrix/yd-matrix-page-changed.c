/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-page-private.h"

#include "yd-moment.h"

/* Which points were changed since a day, read from the journal on another thread. The edit that
 * made the plan is no change of it.
 */

/* More edits than that are not read: then too much has changed to be worth a filter. */
#define MAX_EDITS 2000

typedef struct
{
  YdLibrary *library;
  char      *space;
  char      *since;             /* `2017-07-01T…`, as the journal writes it */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->library);
  g_free (reading->space);
  g_free (reading->since);
  g_free (reading);
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_edit_unref);
  g_autoptr(GPtrArray) log = yd_library_read_log (reading->library, reading->space, 0, MAX_EDITS,
                                                  &error);

  for (guint i = 0; log != NULL && i < log->len && error == NULL; i++)
    {
      const YdLogEntry *entry = g_ptr_array_index (log, i);
      YdEdit *edit;

      if (entry->pos <= 1 || g_strcmp0 (entry->at, reading->since) < 0)
        continue;

      edit = yd_library_read_edit (reading->library, reading->space, entry->pos, &error);
      if (edit != NULL)
        g_ptr_array_add (edits, edit);
    }

  if (error == NULL)
    g_task_return_pointer (task, edits, (GDestroyNotify) g_ptr_array_unref);
  else
    {
      g_ptr_array_unref (edits);
      g_task_return_error (task, error);
    }
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) edits = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        yd_page_say (YD_PAGE (self), error->message);
      return;
    }
  if (self->matrix == NULL)
    return;

  g_clear_pointer (&self->changed, g_hash_table_unref);
  self->changed = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < edits->len; i++)
    yd_matrix_add_changed (_yd_matrix_page_get_plan (self), g_ptr_array_index (edits, i),
                           self->changed);
  _yd_matrix_page_apply_look (self);
}

/* Midnight of the day since which, in Peking, as the journal writes it. */
static char *
dup_since (YdMatrixPage *self)
{
  YdSession *session = _yd_matrix_page_get_session (self);
  const int days = g_str_equal (self->since, "today") ? 0 : 6;
  g_autoptr(GDateTime) day = NULL;
  g_autoptr(GDateTime) utc = NULL;
  int year, month, of_month;

  yd_day_split (yd_session_get_today (session) - days, &year, &month, &of_month);
  day = g_date_time_new_local (year, month, of_month, 0, 0, 0);
  utc = g_date_time_to_utc (day);

  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

/* Finds what was changed since what is asked for; the sheet follows when that is known. */
void
_yd_matrix_page_find_changed (YdMatrixPage *self)
{
  YdSession *session = _yd_matrix_page_get_session (self);
  g_autoptr(GTask) task = NULL;
  Reading *reading;

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  if (*self->since == '\0' || self->matrix == NULL || yd_session_get_library (session) == NULL)
    return;

  reading = g_new0 (Reading, 1);
  reading->library = g_object_ref (yd_session_get_library (session));
  reading->space = g_strdup (yd_space_get_id (YD_SPACE (_yd_matrix_page_get_plan (self))));
  reading->since = dup_since (self);
  self->finding = g_cancellable_new ();
  task = g_task_new (self, self->finding, read_cb, NULL);
  g_task_set_source_tag (task, _yd_matrix_page_find_changed);
  g_task_set_task_data (task, reading, reading_free);
  yd_session_run (session, task, read_in_thread);
}
