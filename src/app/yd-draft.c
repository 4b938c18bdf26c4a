/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-draft.h"

/**
 * YdDraft:
 *
 * A text that somebody types for a cell, kept in the library until it is committed or
 * given up, so that a program that is killed loses no more than the last moments of it.
 * Whoever has the field makes one when typing begins, and drops it when it ends. One that
 * goes without being dropped leaves what was typed in the library.
 */

struct _YdDraft
{
  GObject             parent_instance;

  /* Owned */
  YdSession          *session;
  char               *space;            /* (nullable): without a plan nothing is kept */
  char               *id;
  char               *seen;             /* (nullable): what the cell said */
  GObject            *text;

  /* Borrowed */
  const YdDraftClock *clock;

  YdKind              kind;
  guint               field;
  guint               timer_id;
  gboolean            stored;           /* the library may have it */
};

G_DEFINE_FINAL_TYPE (YdDraft, yd_draft, G_TYPE_OBJECT)

static guint
add_timeout (guint       ms,
             GSourceFunc func,
             gpointer    user_data)
{
  return g_timeout_add (ms, func, user_data);
}

static void
remove_timeout (guint id)
{
  g_source_remove (id);
}

static const YdDraftClock system_clock = { add_timeout, remove_timeout };

static char *
dup_text (YdDraft *self)
{
  GtkTextIter start, end;

  if (GTK_IS_EDITABLE (self->text))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->text), &start, &end);

  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self->text), &start, &end, FALSE);
}

static void
stop (YdDraft *self)
{
  if (self->timer_id != 0)
    self->clock->remove (self->timer_id);
  self->timer_id = 0;
}

/* A @value of %NULL drops it. */
static void
keep (YdDraft    *self,
      const char *value)
{
  const YdStoredDraft draft = { self->kind, self->id, self->field, self->seen, (char *) value };

  if (self->space != NULL && (value != NULL || self->stored))
    yd_session_keep_draft (self->session, self->space, &draft);
  self->stored = value != NULL;
}

/* Who types and takes it back has typed nothing. */
static void
write_now (YdDraft *self)
{
  g_autofree char *typed = dup_text (self);
  gboolean same = g_str_equal (typed, self->seen != NULL ? self->seen : "");

  keep (self, same ? NULL : typed);
}

static gboolean
due_cb (gpointer user_data)
{
  YdDraft *self = user_data;

  self->timer_id = 0;
  write_now (self);

  return G_SOURCE_REMOVE;
}

static void
yd_draft_dispose (GObject *object)
{
  YdDraft *self = YD_DRAFT (object);

  if (self->text != NULL)
    yd_draft_flush (self);
  g_clear_object (&self->text);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yd_draft_parent_class)->dispose (object);
}

static void
yd_draft_finalize (GObject *object)
{
  YdDraft *self = YD_DRAFT (object);

  g_free (self->space);
  g_free (self->id);
  g_free (self->seen);

  G_OBJECT_CLASS (yd_draft_parent_class)->finalize (object);
}

static void
yd_draft_class_init (YdDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_draft_dispose;
  G_OBJECT_CLASS (klass)->finalize = yd_draft_finalize;
}

static void
yd_draft_init (YdDraft *self)
{
  self->clock = &system_clock;
}

/**
 * yd_draft_new:
 * @session: has the plan
 * @kind: the kind of the row
 * @id: the row; of a row that is not made yet, what it is about
 * @field: the field
 * @seen: (nullable): what the cell says
 * @text: a #GtkEditable or #GtkTextBuffer in which it is typed
 *
 * Returns: (transfer full): a draft that follows @text from now on
 */
YdDraft *
yd_draft_new (YdSession  *session,
              YdKind      kind,
              const char *id,
              guint       field,
              const char *seen,
              GObject    *text)
{
  YdDraft *self;
  YdPlan *plan;

  g_return_val_if_fail (YD_IS_SESSION (session), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (GTK_IS_EDITABLE (text) || GTK_IS_TEXT_BUFFER (text), NULL);

  self = g_object_new (YD_TYPE_DRAFT, NULL);
  plan = yd_session_get_plan (session);
  self->session = g_object_ref (session);
  self->space = plan != NULL ? g_strdup (yd_space_get_id (YD_SPACE (plan))) : NULL;
  self->kind = kind;
  self->id = g_strdup (id);
  self->field = field;
  self->seen = g_strdup (seen);
  self->text = g_object_ref (text);
  g_signal_connect_object (text, "changed", G_CALLBACK (yd_draft_touch), self, G_CONNECT_SWAPPED);

  return self;
}

/* For tests: another clock than that of the main loop, before anything is typed. */
void
yd_draft_set_clock (YdDraft            *self,
                    const YdDraftClock *clock)
{
  g_return_if_fail (YD_IS_DRAFT (self));

  self->clock = clock;
}

/* The library has this one from before. */
void
yd_draft_note_stored (YdDraft *self)
{
  g_return_if_fail (YD_IS_DRAFT (self));

  self->stored = TRUE;
}

/* The text is another one; this is noticed by itself but for what is typed before. */
void
yd_draft_touch (YdDraft *self)
{
  g_return_if_fail (YD_IS_DRAFT (self));

  if (self->timer_id == 0 && self->text != NULL)
    self->timer_id = self->clock->add (YD_DRAFT_INTERVAL, due_cb, self);
}

/* Writes at once what was typed since. */
void
yd_draft_flush (YdDraft *self)
{
  g_return_if_fail (YD_IS_DRAFT (self));

  if (self->timer_id == 0)
    return;

  stop (self);
  write_now (self);
}

/* It was committed, or given up. The text is not followed any more. */
void
yd_draft_drop (YdDraft *self)
{
  g_return_if_fail (YD_IS_DRAFT (self));

  stop (self);
  keep (self, NULL);
  if (self->text != NULL)
    g_signal_handlers_disconnect_by_func (self->text, yd_draft_touch, self);
  g_clear_object (&self->text);
}
