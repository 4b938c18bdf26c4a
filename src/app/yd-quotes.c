/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-quotes.h"

#include "yd-source.h"
#include "yd-value.h"

/**
 * YdQuotes:
 *
 * The documents as issued, from which sentences are quoted. They are read from the library on
 * another thread, once for each plan.
 */

struct _YdQuotes
{
  GObject       parent_instance;

  /* Owned */
  GHashTable   *sources;        /* from the id of a source row to YdSource */
  GCancellable *reading;        /* (nullable) */
  YdPlan       *plan;           /* whose sources these are */
};

G_DEFINE_FINAL_TYPE (YdQuotes, yd_quotes, G_TYPE_OBJECT)

static guint changed_signal;

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
  YdQuotes *self = YD_QUOTES (object);
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

  g_signal_emit (self, changed_signal, 0);
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

static void
yd_quotes_dispose (GObject *object)
{
  yd_quotes_drop (YD_QUOTES (object));

  G_OBJECT_CLASS (yd_quotes_parent_class)->dispose (object);
}

static void
yd_quotes_finalize (GObject *object)
{
  g_hash_table_unref (YD_QUOTES (object)->sources);

  G_OBJECT_CLASS (yd_quotes_parent_class)->finalize (object);
}

static void
yd_quotes_class_init (YdQuotesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yd_quotes_dispose;
  object_class->finalize = yd_quotes_finalize;

  /* There is something to quote from now. */
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yd_quotes_init (YdQuotes *self)
{
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) yd_source_unref);
}

YdQuotes *
yd_quotes_new (void)
{
  return g_object_new (YD_TYPE_QUOTES, NULL);
}

/* Nothing is quoted any more, and what is being read is not waited for. */
void
yd_quotes_drop (YdQuotes *self)
{
  g_return_if_fail (YD_IS_QUOTES (self));

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->plan);
  g_hash_table_remove_all (self->sources);
}

/* Returns: (transfer none) (nullable): the plan whose sources are read */
YdPlan *
yd_quotes_get_plan (YdQuotes *self)
{
  g_return_val_if_fail (YD_IS_QUOTES (self), NULL);

  return self->plan;
}

/* Returns: whether sources are being read now */
gboolean
yd_quotes_get_busy (YdQuotes *self)
{
  g_return_val_if_fail (YD_IS_QUOTES (self), FALSE);

  return self->reading != NULL;
}

static Reading *
list_wanted (YdLibrary *library,
             YdPlan    *plan)
{
  GListModel *rows = yd_space_get_rows (YD_SPACE (plan), YD_KIND_SOURCE);
  Reading *reading = g_new0 (Reading, 1);

  reading->library = g_object_ref (library);
  reading->wanted = g_ptr_array_new_with_free_func (wanted_free);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      add_wanted (reading, row);
    }

  return reading;
}

/**
 * yd_quotes_read:
 * @self: quotes
 * @session: a session
 *
 * Reads what the plan of @session has and is not read yet; what was read of another plan is
 * dropped. The text of a plan that was just made comes to the disk with the edit that made it,
 * so nothing happens before that is saved.
 */
void
yd_quotes_read (YdQuotes  *self,
                YdSession *session)
{
  YdPlan *plan = yd_session_get_plan (session);
  YdLibrary *library = yd_session_get_library (session);
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (YD_IS_QUOTES (self));

  if (plan == NULL || library == NULL || self->plan == plan || !yd_session_get_settled (session))
    return;

  yd_quotes_drop (self);
  g_set_object (&self->plan, plan);
  self->reading = g_cancellable_new ();
  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_source_tag (task, yd_quotes_read);
  g_task_set_task_data (task, list_wanted (library, plan), reading_free);
  yd_session_run (session, task, read_in_thread);
}

/* Returns: (transfer none) (nullable): the source of @value, if its text is there */
static YdSource *
find_span (YdQuotes   *self,
           const char *value,
           YdSpan     *span)
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
yd_quotes_dup_span (YdQuotes   *self,
                    const char *span)
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
yd_quotes_dup_sentence (YdQuotes   *self,
                        const char *span)
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
