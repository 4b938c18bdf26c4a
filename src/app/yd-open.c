/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-open.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-office-edits.h"
#include "yd-outline-edit.h"
#include "yd-pause.h"
#include "yd-plan-edits.h"
#include "yd-reader.h"
#include "yd-release.h"
#include "yd-schedule-pieces.h"
#include "yd-session-private.h"

/* How a plan comes into the session: from the library, from a document, from a
 * text, from nothing. What can last is done on a thread of its own, where nobody
 * sees the plan yet; then the session shows it, and a new one is kept.
 */

#define DEADLINES 20000         /* of which it is found out in one go when they are due */

G_DEFINE_QUARK (yd-open-error-quark, yd_open_error)

typedef struct
{
  /* What shall be opened */
  YdLibrary        *library;
  char             *id;                 /* (nullable): a plan of the library */
  char             *path;               /* (nullable): a document */
  char             *name;               /* (nullable): of a text */
  char             *text;
  char             *issuer;             /* (nullable): used if the document names none */
  char             *office;             /* (nullable): which a new plan belongs to */
  char            **notices;            /* and what is in force there */
  YdDirectory      *directory;          /* (nullable): and which units it knows */
  const YdIdSource *ids;

  /* What came of it */
  YdPlan           *plan;
  YdSqliteJournal  *journal;
  GPtrArray        *log;
  YdEdit           *birth;
  GBytes           *source;
  guint             n_left_out;
  guint             n_proposed;
  guint             n_appended;         /* how much was sent to the disk before it was read */

  /* What the window would otherwise have to work out while it shows the plan */
  YdSchedule       *schedule;           /* (nullable): in pieces */
  gboolean          is_scheduled;       /* it is whole */
  YdOffice         *office_then;        /* (nullable): whose days off it knows */
  guint             n_appended_then;
} Opening;

/* A long plan that nobody showed goes slowly too, after what looks at it. */
static void
forget_results (Opening *self)
{
  g_clear_object (&self->schedule);
  self->is_scheduled = FALSE;
  g_clear_object (&self->office_then);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->plan, _yd_session_release_plan);
  g_clear_pointer (&self->log, g_ptr_array_unref);
  g_clear_pointer (&self->birth, yd_release_edit);
  g_clear_pointer (&self->source, g_bytes_unref);
}

static void
opening_free (Opening *self)
{
  forget_results (self);
  g_clear_object (&self->library);
  g_free (self->id);
  g_free (self->path);
  g_free (self->name);
  g_free (self->text);
  g_free (self->issuer);
  g_free (self->office);
  g_strfreev (self->notices);
  g_clear_pointer (&self->directory, yd_directory_unref);
  g_free (self);
}

static YdSource *
read_source (Opening       *self,
             GCancellable  *cancellable,
             GError       **error)
{
  if (self->path != NULL)
    return yd_reader_read (self->path, NULL, cancellable, error);

  return yd_source_new_take (self->name, "txt", g_strdup (self->text), strlen (self->text),
                             error);
}

static YdOutline *
read_outline (Opening       *self,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(YdSource) source = read_source (self, cancellable, error);
  g_autoptr(YdOutline) outline = source != NULL ? yd_outline_parse (source, error) : NULL;
  guint n_points;

  if (outline == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  yd_outline_get_points (outline, &n_points);
  if (n_points > 0)
    return g_steal_pointer (&outline);

  g_set_error (error, YD_OPEN_ERROR, YD_OPEN_ERROR_NO_POINTS,
               _("“%s” has no points: nothing in it is numbered and no unit is named. "
                 "Check that it is the right document."), yd_source_get_name (source));
  return NULL;
}

/* A plan that nobody knows yet, with the one edit that makes it. */
static gboolean
bear (Opening  *self,
      YdPlan   *plan,
      YdEdit   *edit,
      GError  **error)
{
  g_autofree char *id = yd_id_new (self->ids);

  if (self->office != NULL)
    yd_plan_edit_join_office (edit, yd_space_get_id (YD_SPACE (plan)), self->office,
                              (const char * const *) self->notices);
  yd_library_sign (self->library, edit);
  yd_edit_seal (edit, id);
  if (!yd_space_apply (YD_SPACE (plan), edit, error))
    return FALSE;

  g_set_object (&self->plan, plan);
  self->birth = yd_edit_ref (edit);

  return TRUE;
}

static gboolean
read_document (Opening       *self,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(YdOutline) outline = read_outline (self, cancellable, error);
  g_autofree char *id = yd_id_new (self->ids);
  g_autoptr(YdPlan) plan = yd_plan_new (id);
  YdOutlineFacts facts = { NULL };
  g_autoptr(YdEdit) edit = NULL;

  if (outline == NULL)
    return FALSE;

  if (yd_outline_get_issuer (outline) == NULL)
    facts.issuer = self->issuer;
  facts.directory = self->directory;
  edit = yd_outline_make_edit (outline, id, &facts, self->ids);
  self->source = g_bytes_ref (yd_source_get_bytes (yd_outline_get_source (outline)));

  return bear (self, plan, edit, error);
}

static gboolean
read_plan (Opening  *self,
           GError  **error)
{
  g_autoptr(GPtrArray) problems = NULL;

  self->plan = (YdPlan *) yd_library_open_space (self->library, self->id, &problems, error);
  if (self->plan == NULL)
    return FALSE;

  self->n_left_out = problems != NULL ? problems->len : 0;
  self->log = yd_library_read_log (self->library, self->id, 0, 0, error);

  return self->log != NULL;
}

/* A plan file brings its history along. */
static gboolean
import_plan (Opening       *self,
             GCancellable  *cancellable,
             GError       **error)
{
  self->id = yd_library_import_plan (self->library, self->path, cancellable, error);

  return self->id != NULL && read_plan (self, error);
}

/* The text goes with the edit, or spans would point to nothing. A library that can
 * only be read has no journal.
 */
static gboolean
open_journal (Opening  *self,
              GError  **error)
{
  if (self->birth == NULL && yd_library_get_read_only (self->library))
    return TRUE;

  self->journal = yd_library_open_journal (self->library, YD_SPACE (self->plan), error);
  if (self->journal == NULL)
    return FALSE;

  if (self->source != NULL)
    {
      g_autofree char *sha256 = yd_sqlite_journal_put_blob (self->journal, self->source);

      g_debug ("The source is kept as %s", sha256);
    }

  return TRUE;
}

static void
open_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Opening *self = task_data;
  GError *error = NULL;
  gboolean done;

  if (self->path != NULL && g_str_has_suffix (self->path, ".yaodian"))
    done = import_plan (self, cancellable, &error);
  else if (self->id != NULL)
    done = read_plan (self, &error);
  else
    done = read_document (self, cancellable, &error);

  if (done && open_journal (self, &error))
    {
      self->n_proposed = yd_plan_count_proposed (self->plan);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

static void
begin_schedule (YdSession *session,
                Opening   *self)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (session->office, self->plan);

  self->schedule = yd_schedule_begin (self->plan, calendar, yd_session_get_today (session));
  g_set_object (&self->office_then, session->office);
  self->n_appended_then = session->n_appended;
}

/* Returns: whether the window shall answer before it goes on */
static gboolean
make_schedule (YdSession *session,
               Opening   *self)
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
                Opening   *self)
{
  return self->schedule != NULL && self->office_then == session->office &&
         self->n_appended_then == session->n_appended &&
         yd_schedule_get_today (self->schedule) == yd_session_get_today (session);
}

static void
show (YdSession *session,
      Opening   *self)
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
          Opening   *self)
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
  Opening *opening = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task) || refuse_unsaved (session, task))
    return;

  if (is_stale (session, opening))
    {
      forget_results (opening);
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
  Opening *opening = g_task_get_task_data (task);
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
set_session (Opening   *self,
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
      Opening             *opening,
      GCancellable        *cancellable,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);

  g_task_set_source_tag (task, open);

  if (session->library == NULL)
    {
      opening_free (opening);
      g_task_return_new_error (task, YD_OPEN_ERROR, YD_OPEN_ERROR_NO_LIBRARY, "%s",
                               _("Plans cannot be kept now, since the library is not open."));
      return;
    }

  set_session (opening, session);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
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
  Opening *opening;

  g_return_if_fail (YD_IS_SESSION (session));
  g_return_if_fail (id != NULL);

  opening = g_new0 (Opening, 1);
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
  Opening *opening;

  g_return_if_fail (YD_IS_SESSION (session));
  g_return_if_fail (path != NULL);

  opening = g_new0 (Opening, 1);
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
  Opening *opening;

  g_return_if_fail (YD_IS_SESSION (session));
  g_return_if_fail (name != NULL && text != NULL);

  opening = g_new0 (Opening, 1);
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
  Opening *opening;
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

  opening = g_new0 (Opening, 1);
  set_session (opening, session);
  done = bear (opening, plan, edit, error) && open_journal (opening, error);
  if (done)
    show (session, opening);
  opening_free (opening);

  return done;
}
