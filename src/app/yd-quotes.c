/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-quotes.h"

#include "yd-reading.h"
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
  YdReading    *reading;
  YdPlan       *plan;           /* whose sources these are */
};

G_DEFINE_FINAL_TYPE (YdQuotes, yd_quotes, G_TYPE_OBJECT)

static guint changed_signal;

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

/* What cannot be read is not quoted; the source page says why. */
static gpointer
read_wanted (YdLibrary     *library,
             const char    *plan,
             gpointer       request,
             GCancellable  *cancellable,
             GError       **error)
{
  GPtrArray *all = request;

  for (guint i = 0; i < all->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      Wanted *wanted = g_ptr_array_index (all, i);
      g_autoptr(GBytes) text = yd_library_get_blob (library, wanted->blob, NULL);

      if (text != NULL)
        wanted->source = yd_source_new (wanted->name, wanted->format, text, NULL);
    }

  return g_ptr_array_ref (all);
}

static void
wanted_read (gpointer      owner,
             gpointer      answer,
             const GError *error)
{
  YdQuotes *self = owner;
  GPtrArray *all = answer;

  if (all == NULL)
    return;

  for (guint i = 0; i < all->len; i++)
    {
      Wanted *wanted = g_ptr_array_index (all, i);

      if (wanted->source != NULL)
        g_hash_table_insert (self->sources, g_strdup (wanted->id),
                             yd_source_ref (wanted->source));
    }

  g_signal_emit (self, changed_signal, 0);
}

static const YdReadClass read_class = {
  read_wanted, (GDestroyNotify) g_ptr_array_unref, (GDestroyNotify) g_ptr_array_unref, wanted_read,
};

static void
add_wanted (GPtrArray *all,
            YdRow     *row)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->id = g_strdup (yd_row_get_id (row));
  wanted->blob = g_strdup (yd_row_get_cell (row, YD_SOURCE_BLOB));
  wanted->name = g_strdup (yd_row_get_cell (row, YD_SOURCE_NAME));
  wanted->format = g_strdup (yd_row_get_cell (row, YD_SOURCE_FORMAT));
  g_ptr_array_add (all, wanted);
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
  YdQuotes *self = YD_QUOTES (object);

  g_hash_table_unref (self->sources);
  yd_reading_free (self->reading);

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
  self->reading = yd_reading_new (&read_class, self);
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

  yd_reading_stop (self->reading);
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

  return yd_reading_get_busy (self->reading);
}

static GPtrArray *
list_wanted (YdPlan *plan)
{
  GListModel *rows = yd_space_get_rows (YD_SPACE (plan), YD_KIND_SOURCE);
  GPtrArray *all = g_ptr_array_new_with_free_func (wanted_free);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      add_wanted (all, row);
    }

  return all;
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

  g_return_if_fail (YD_IS_QUOTES (self));

  if (plan == NULL || yd_session_get_library (session) == NULL || self->plan == plan ||
      !yd_session_get_settled (session))
    return;

  yd_quotes_drop (self);
  g_set_object (&self->plan, plan);
  yd_reading_begin (self->reading, session, list_wanted (plan));
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
