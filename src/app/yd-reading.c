/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-reading.h"

#include <glib/gi18n-lib.h>

/**
 * YdReading:
 *
 * What somebody reads again and again from the library about the plan that is open: its history,
 * its documents. It is read on the session's thread, and only the last answer counts. Who asked may
 * go meanwhile: nothing holds it, and it hears no more.
 */

struct _YdReading
{
  const YdReadClass *klass;
  gpointer           owner;     /* which owns this */
  GCancellable      *waiting;   /* (nullable): for an answer */
};

typedef struct
{
  const YdReadClass *klass;
  YdReading         *reading;   /* gone, if it was cancelled */
  YdLibrary         *library;
  char              *plan;
  gpointer           request;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->library);
  g_free (question->plan);
  if (question->klass->request_free != NULL)
    question->klass->request_free (question->request);
  g_free (question);
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Question *question = task_data;
  GError *error = NULL;
  gpointer answer = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  answer = question->klass->read (question->library, question->plan, question->request,
                                  cancellable, &error);
  if (answer != NULL)
    g_task_return_pointer (task, answer, question->klass->answer_free);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
                             _("Nothing could be read."));
}

/* Who was not waited for any more has no reading left. What reads may have been cancelled for a
 * reason of its own, and that is an answer like any other error.
 */
static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  const Question *question = g_task_get_task_data (G_TASK (result));
  YdReading *self = question->reading;
  g_autoptr(GError) error = NULL;
  gpointer answer = g_task_propagate_pointer (G_TASK (result), &error);

  /* With the error that the task has then; the answer is gone already. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  g_clear_object (&self->waiting);
  self->klass->done (self->owner, answer, error);
  if (answer != NULL)
    question->klass->answer_free (answer);
}

/**
 * yd_reading_new:
 * @klass: (transfer none): what is read; must live longer
 * @owner: (transfer none): who asks, and frees this before it goes
 *
 * Returns: (transfer full): what reads for @owner
 */
YdReading *
yd_reading_new (const YdReadClass *klass,
                gpointer           owner)
{
  YdReading *self = g_new0 (YdReading, 1);

  self->klass = klass;
  self->owner = owner;

  return self;
}

/* Whoever waits for an answer hears no more. @self: (transfer full) (nullable) */
void
yd_reading_free (YdReading *self)
{
  if (self == NULL)
    return;

  yd_reading_stop (self);
  g_free (self);
}

/**
 * yd_reading_begin:
 * @self: what reads
 * @session: (nullable): where the plan is open
 * @request: (transfer full): what is asked
 *
 * Begins to read. What was asked before is not answered any more.
 *
 * Returns: whether there is anything to read from
 */
gboolean
yd_reading_begin (YdReading *self,
                  YdSession *session,
                  gpointer   request)
{
  YdLibrary *library = session != NULL ? yd_session_get_library (session) : NULL;
  YdPlan *plan = session != NULL ? yd_session_get_plan (session) : NULL;
  g_autoptr(GTask) task = NULL;
  Question *question;

  yd_reading_stop (self);
  if (library == NULL || plan == NULL)
    {
      if (self->klass->request_free != NULL)
        self->klass->request_free (request);
      return FALSE;
    }

  question = g_new0 (Question, 1);
  *question = (Question) { self->klass, self, g_object_ref (library),
                           g_strdup (yd_space_get_id (YD_SPACE (plan))), request };
  self->waiting = g_cancellable_new ();
  task = g_task_new (session, self->waiting, read_cb, NULL);
  g_task_set_source_tag (task, yd_reading_begin);
  g_task_set_task_data (task, question, question_free);
  yd_session_run (session, task, read_in_thread);

  return TRUE;
}

/* Nobody waits for an answer any more. */
void
yd_reading_stop (YdReading *self)
{
  g_cancellable_cancel (self->waiting);
  g_clear_object (&self->waiting);
}

/* Returns: whether an answer is waited for */
gboolean
yd_reading_get_busy (YdReading *self)
{
  return self->waiting != NULL;
}
