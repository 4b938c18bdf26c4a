/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-detail-private.h"

#include "yd-value.h"

/* The documents as issued, from which sentences are quoted. They are read from the
 * library on another thread, once for each plan.
 */

typedef struct
{
  YdLibrary *library;
  GPtrArray *wanted;            /* of Wanted */
} Reading;

typedef struct
{
  char     *id;
  char     *blob;
  char     *name;
  char     *format;
  YdSource *source;             /* (nullable): what was read */
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->id);
  g_free (wanted->blob);
  g_free (wanted->name);
  g_free (wanted->format);
  g_clear_pointer (&wanted->source, yd_source_unref);
  g_free (wanted);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->library);
  g_ptr_array_unref (reading->wanted);
  g_free (reading);
}

/* What cannot be read is not quoted; the source page says why. */
static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Reading *reading = task_data;

  for (guint i = 0; i < reading->wanted->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      Wanted *wanted = g_ptr_array_index (reading->wanted, i);
      g_autoptr(GBytes) text = yd_library_get_blob (reading->library, wanted->blob, NULL);

      if (text != NULL)
        wanted->source = yd_source_new (wanted->name, wanted->format, text, NULL);
    }

  g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  YdDetailPane *self = YD_DETAIL_PANE (object);
  Reading *reading = g_task_get_task_data (G_TASK (result));

  /* Another plan is open already, or none. */
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  g_clear_object (&self->reading);
  for (guint i = 0; i < reading->wanted->len; i++)
    {
      Wanted *wanted = g_ptr_array_index (reading->wanted, i);

      if (wanted->source != NULL)
        g_hash_table_insert (self->sources, g_strdup (wanted->id),
                             yd_source_ref (wanted->source));
    }

  _yd_detail_update (self);
}

void
_yd_detail_drop_sources (YdDetailPane *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->read_plan);
  g_hash_table_remove_all (self->sources);
}

static void
add_wanted (Reading *reading,
            YdRow   *row)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->id = g_strdup (yd_row_get_id (row));
  wanted->blob = g_strdup (yd_row_get_cell (row, YD_SOURCE_BLOB));
  wanted->name = g_strdup (yd_row_get_cell (row, YD_SOURCE_NAME));
  wanted->format = g_strdup (yd_row_get_cell (row, YD_SOURCE_FORMAT));
  g_ptr_array_add (reading->wanted, wanted);
}

/* Reads what the plan has and is not read yet. The text of a plan that was just made
 * comes to the disk with the edit that made it, so this waits until that is saved.
 */
void
_yd_detail_read_sources (YdDetailPane *self)
{
  YdSession *session = _yd_detail_get_session (self);
  YdPlan *plan = _yd_detail_get_plan (self);
  YdLibrary *library = session != NULL ? yd_session_get_library (session) : NULL;
  g_autoptr(GTask) task = NULL;
  GListModel *rows;
  Reading *reading;

  if (plan == NULL || library == NULL || self->read_plan == plan ||
      !yd_session_get_settled (session))
    return;

  g_set_object (&self->read_plan, plan);
  reading = g_new0 (Reading, 1);
  reading->library = g_object_ref (library);
  reading->wanted = g_ptr_array_new_with_free_func (wanted_free);
  rows = yd_space_get_rows (YD_SPACE (plan), YD_KIND_SOURCE);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      add_wanted (reading, row);
    }

  self->reading = g_cancellable_new ();
  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_source_tag (task, _yd_detail_read_sources);
  g_task_set_task_data (task, reading, reading_free);
  yd_session_run (session, task, read_in_thread);
}

/* Returns: (transfer none) (nullable): the source of @value, if its text is there */
static YdSource *
find_span (YdDetailPane *self,
           const char   *value,
           YdSpan       *span)
{
  g_autofree char *id = NULL;
  YdSource *source;

  if (value == NULL || !yd_value_to_span (value, &id, &span->start, &span->end))
    return NULL;

  source = g_hash_table_lookup (self->sources, id);

  return source != NULL && span->end <= yd_source_get_n_chars (source) ? source : NULL;
}

/* Returns: (transfer full) (nullable): the words at @span as the document has them */
char *
_yd_detail_dup_span (YdDetailPane *self,
                     const char   *span)
{
  YdSpan at;
  YdSource *source = find_span (self, span, &at);

  return source != NULL ? g_strstrip (yd_source_dup_text (source, at)) : NULL;
}

static gboolean
ends_sentence (gunichar c)
{
  return c == L'。' || c == L'；' || c == L'！' || c == L'？' || c == '\n';
}

/* Returns: (transfer full) (nullable): the whole sentence around @span */
char *
_yd_detail_dup_sentence (YdDetailPane *self,
                         const char   *span)
{
  YdSpan at;
  YdSource *source = find_span (self, span, &at);
  const char *text, *start, *end;
  g_autofree char *sentence = NULL;

  if (source == NULL)
    return NULL;

  text = yd_source_get_text (source, NULL);
  start = text + yd_source_get_offset (source, at.start);
  end = text + yd_source_get_offset (source, at.end);
  while (start > text && !ends_sentence (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  while (*end != '\0' && *end != '\n' &&
         !ends_sentence (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_next_char (end);

  sentence = g_strndup (start, end - start);

  return g_strdup (g_strstrip (sentence));
}
