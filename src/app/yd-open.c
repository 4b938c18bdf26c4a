/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-open.h"

#include <glib/gi18n-lib.h>

#include "yd-office-edits.h"
#include "yd-opening-private.h"
#include "yd-pause.h"
#include "yd-plan-edits.h"
#include "yd-schedule-pieces.h"

/* How a plan comes into the session: from the library, from a document, from a
 * text, from nothing. What can last is done on a thread of its own, where nobody
 * sees the plan yet; then the session shows it, and a new one is kept.
 */

#define DEADLINES 20000         /* of which it is found out in one go when they are due */

G_DEFINE_QUARK (yd-open-error-quark, yd_open_error)

static void
open_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (_yd_opening_read (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
begin_schedule (YdSession *session,
                YdOpening *self)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (session->office, self->plan);

  self->schedule = yd_schedule_begin (self->plan, calendar, yd_session_get_today (session));
  g_set_object (&self->office_then, session->office);
  self->n_appended_then = session->n_appended;
}

/* Returns: whether the window shall answer before it goes on */
static gboolean
make_schedule (YdSession *session,
               YdOpening *self)
{
  if (self->is_scheduled)
    return FALSE;

  if (self->schedule == NULL)
    begin_schedule (session, self);
  else
    self->is_scheduled = !yd_schedule_go_on (self->schedule, DEADLINES);

  return TRUE;
}

/* Whether nothing happened since from which another one would follow. */
static gboolean
is_schedule_of (YdSession *session,
                YdOpening *self)
{
  return self->schedule != NULL && self->office_then == session->office &&
         self->n_appended_then == session->n_appended &&
         yd_schedule_get_today (self->schedule) == yd_session_get_today (session);
}

static void
show (YdSession *session,
      YdOpening *self)
{
  if (!is_schedule_of (session, self))
    g_clear_object (&self->schedule);
  _yd_session_show (session, self->plan, (YdJournal *) self->journal, self->log, self->birth,
                    self->n_proposed, self->schedule);
  g_clear_object (&self->plan);         /* which is the session's now */
}

/* What could not be saved would be gone with the plan. Returns: whether @task ended */
static gboolean
refuse_unsaved (YdSession *session,
                GTask     *task)
{
  if (yd_session_get_failure (session) == NULL)
    return FALSE;

  g_task_return_new_error (task, YD_OPEN_ERROR, YD_OPEN_ERROR_NOT_SAVED, "%s",
                           _("This plan is not saved yet. Try again, or save a copy, first."));
  return TRUE;
}

static void run (GTask *task);

/* The plan that is shown may be the one that was read: then what was read is without what was done
 * meanwhile.
 */
static gboolean
is_stale (YdSession *session,
          YdOpening *self)
{
  return session->plan != NULL && self->n_appended != session->n_appended &&
         g_str_equal (yd_space_get_id (YD_SPACE (session->plan)),
                      yd_space_get_id (YD_SPACE (self->plan)));
}

static void show_cb (gpointer user_data);

static gboolean
show_later_cb (gpointer user_data)
{
  GTask *task = user_data;

  yd_session_when_settled (g_task_get_source_object (task), show_cb, g_object_ref (task));

  return G_SOURCE_REMOVE;
}

/* All that was done while it was read is on the disk now, or could not be kept. A long plan takes
 * its time to be shown, and so does its schedule: between them the window answers.
 */
static void
show_cb (gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  YdSession *session = g_task_get_source_object (task);
  YdOpening *opening = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task) || refuse_unsaved (session, task))
    return;

  if (is_stale (session, opening))
    {
      _yd_opening_forget (opening);
      run (task);
      return;
    }

  if (make_schedule (session, opening))
    {
      yd_pause_add (show_later_cb, g_steal_pointer (&task), g_object_unref);
      return;
    }

  show (session, opening);
  g_task_return_int (task, opening->n_left_out);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    yd_session_when_settled (YD_SESSION (object), show_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/* Reads on a thread of its own, as another task: @task is returned when it is shown. */
static void
run (GTask *task)
{
  YdSession *session = g_task_get_source_object (task);
  YdOpening *opening = g_task_get_task_data (task);
  g_autoptr(GTask) read = g_task_new (session, g_task_get_cancellable (task), read_cb,
                                      g_object_ref (task));

  opening->n_appended = session->n_appended;
  g_task_set_source_tag (read, run);
  g_task_set_task_data (read, opening, NULL);
  yd_session_run (session, read, open_in_thread);
}

static void
run_cb (gpointer user_data)
{
  g_autoptr(GTask) task = user_data;

  if (!refuse_unsaved (g_task_get_source_object (task), task))
    run (task);
}

/* What is read on another thread must not look at the office. */
static void
set_session (YdOpening *self,
             YdSession *session)
{
  YdOffice *office = yd_session_get_office (session);

  g_set_object (&self->library, session->library);
  self->ids = session->ids;
  if (office == NULL)
    return;

  self->office = g_strdup (yd_space_get_id (YD_SPACE (office)));
  self->notices = yd_office_list_accepted (office);
  self->directory = yd_directory_ref (yd_session_get_directory (session));
}

/* A plan is read when what was done to it before is on the disk. */
static void
open (YdSession           *session,
      YdOpening           *opening,
      GCancellable        *cancellable,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);

  g_task_set_source_tag (task, open);

  if (session->library == NULL)
    {
      _yd_opening_free (opening);
      g_task_return_new_error (task, YD_OPEN_ERROR, YD_OPEN_ERROR_NO_LIBRARY, "%s",
                               _("Plans cannot be kept now, since the library is not open."));
      return;
    }

  set_session (opening, session);
  g_task_set_task_data (task, opening, (GDestroyNotify) _yd_opening_free);
  yd_session_when_settled (session, run_cb, g_object_ref (task));
}

/**
 * yd_open_plan_async:
 * @session: shows the plan when it is there
 * @id: a plan of the library of @session
 * @cancellable: (nullable): for the caller to change its mind
 * @callback: (scope async): called when it is shown; yd_open_finish()
 * @user_data: data for @callback
 */
void
yd_open_plan_async (YdSession           *session,
                    const char          *id,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  YdOpening *opening;

  g_return_if_fail (YD_IS_SESSION (session));
  g_return_if_fail (id != NULL);

  opening = g_new0 (YdOpening, 1);
  opening->id = g_strdup (id);
  open (session, opening, cancellable, callback, user_data);
}

/**
 * yd_open_document_async:
 * @session: shows the plan when it is there
 * @path: (type filename): a document, or a plan file
 * @issuer: (nullable): who issued it, if it does not say so
 * @cancellable: (nullable): stops reading
 * @callback: (scope async): called when it is shown; yd_open_finish()
 * @user_data: data for @callback
 *
 * Makes a new plan of a document, or takes a plan file in. If anything fails nothing is made.
 */
void
yd_open_document_async (YdSession           *session,
                        const char          *path,
                        const char          *issuer,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  YdOpening *opening;

  g_return_if_fail (YD_IS_SESSION (session));
  g_return_if_fail (path != NULL);

  opening = g_new0 (YdOpening, 1);
  opening->path = g_strdup (path);
  opening->issuer = issuer != NULL && *issuer != '\0' ? g_strdup (issuer) : NULL;
  open (session, opening, cancellable, callback, user_data);
}

/**
 * yd_open_text_async:
 * @session: shows the plan when it is there
 * @name: what the text is called
 * @text: a document as text
 * @issuer: (nullable): who issued it, if it does not say so
 * @cancellable: (nullable): stops reading
 * @callback: (scope async): called when it is shown; yd_open_finish()
 * @user_data: data for @callback
 *
 * As yd_open_document_async(), of a text that was pasted.
 */
void
yd_open_text_async (YdSession           *session,
                    const char          *name,
                    const char          *text,
                    const char          *issuer,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  YdOpening *opening;

  g_return_if_fail (YD_IS_SESSION (session));
  g_return_if_fail (name != NULL && text != NULL);

  opening = g_new0 (YdOpening, 1);
  opening->name = g_strdup (name);
  opening->text = g_strdup (text);
  opening->issuer = issuer != NULL && *issuer != '\0' ? g_strdup (issuer) : NULL;
  open (session, opening, cancellable, callback, user_data);
}

/**
 * yd_open_finish:
 * @session: a session
 * @result: what the callback got
 * @n_left_out: (out) (optional): how many values of a damaged plan were left out
 * @error: return location for an error
 *
 * Returns: whether the session shows the plan
 */
gboolean
yd_open_finish (YdSession     *session,
                GAsyncResult  *result,
                guint         *n_left_out,
                GError       **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, open), FALSE);

  n = g_task_propagate_int (G_TASK (result), error);
  if (n_left_out != NULL)
    *n_left_out = MAX (n, 0);

  return n >= 0;
}

/**
 * yd_open_new:
 * @session: shows the new plan
 * @title: its title
 * @issuer: (nullable): who issues it
 * @error: return location for an error
 *
 * Makes a plan without points, to be filled by hand.
 *
 * Returns: whether @session shows it
 */
gboolean
yd_open_new (YdSession   *session,
             const char  *title,
             const char  *issuer,
             GError     **error)
{
  g_autofree char *id = yd_session_new_id (session);
  g_autoptr(YdPlan) plan = yd_plan_new (id);
  g_autoptr(YdEdit) edit = yd_edit_new ("plan.new", NULL);
  YdOpening *opening;
  gboolean done;

  g_return_val_if_fail (title != NULL && *title != '\0', FALSE);

  if (session->library == NULL)
    {
      g_set_error_literal (error, YD_OPEN_ERROR, YD_OPEN_ERROR_NO_LIBRARY,
                           _("Plans cannot be kept now, since the library is not open."));
      return FALSE;
    }

  yd_edit_create (edit, YD_KIND_PLAN, id);
  yd_edit_put (edit, YD_PLAN_TITLE, title);
  if (issuer != NULL && *issuer != '\0')
    yd_edit_put (edit, YD_PLAN_ISSUER, issuer);
  yd_edit_put (edit, YD_PLAN_STATUS, "draft");

  opening = g_new0 (YdOpening, 1);
  set_session (opening, session);
  done = _yd_opening_bear (opening, plan, edit, error) &&
         _yd_opening_open_journal (opening, error);
  if (done)
    show (session, opening);
  _yd_opening_free (opening);

  return done;
}
