/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-job.h"

#include <glib/gi18n-lib.h>

#include "yd-ics.h"

/* What is written goes to the disk on a thread of its own, from what nobody changes
 * any more: a table, pages, or what the library has of a plan.
 */

typedef struct
{
  YdTable       *table;
  YdFormat       format;
  YdPages       *pages;
  YdExportCount *count;         /* borrowed, (nullable) */
  YdLibrary     *library;
  char          *plan_id;
  char          *path;

  /* Of what is due */
  YdAgendaChoice  choice;       /* without its unit, which is another plan's; holds its points */
  char           *unit_id;      /* (nullable) */
  YdWorkCalendar *calendar;
  YdDay           today;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_pointer (&self->table, yd_table_unref);
  g_clear_object (&self->pages);
  g_clear_object (&self->library);
  g_clear_pointer (&self->calendar, yd_work_calendar_unref);
  g_clear_pointer (&self->choice.points, g_hash_table_unref);
  g_free (self->unit_id);
  g_free (self->plan_id);
  g_free (self->path);
  g_free (self);
}

static void
progress_cb (guint    n_done,
             guint    n_total,
             gpointer user_data)
{
  YdExportCount *count = user_data;

  g_atomic_int_set (&count->n_total, (int) n_total);
  g_atomic_int_set (&count->n_done, (int) n_done);
}

static void
export_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (yd_export_save (job->table, job->format, job->path,
                      job->count != NULL ? progress_cb : NULL, job->count, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * yd_export_table_async:
 * @table: a table to which nobody appends any more
 * @format: how to write it
 * @path: (type filename): where to
 * @count: (nullable): told how far it is; must live until @callback is called
 * @cancellable: (nullable): a way to stop
 * @callback: called when the file is there, or not
 * @user_data: data for @callback
 */
void
yd_export_table_async (YdTable             *table,
                       YdFormat             format,
                       const char          *path,
                       YdExportCount       *count,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->table = yd_table_ref (table);
  job->format = format;
  job->path = g_strdup (path);
  job->count = count;

  /* What came to be on the disk is there, whoever cancelled afterwards. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, yd_export_table_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, export_in_thread);
}

static void
save_pages_in_thread (GTask        *task,
                      gpointer      source_object,
                      gpointer      task_data,
                      GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (yd_pages_save_pdf (job->pages, job->path, job->count != NULL ? progress_cb : NULL,
                         job->count, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * yd_export_pages_async:
 * @pages: a document
 * @path: (type filename): where to
 * @count: (nullable): told how far it is, in pages; must live until @callback is called
 * @cancellable: (nullable): a way to stop
 * @callback: called when the file is there, or not
 * @user_data: data for @callback
 *
 * Writes the document as PDF.
 */
void
yd_export_pages_async (YdPages             *pages,
                       const char          *path,
                       YdExportCount       *count,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->pages = g_object_ref (pages);
  job->path = g_strdup (path);
  job->count = count;
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, yd_export_pages_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, save_pages_in_thread);
}

/* The space of the window may be changed at any time; this one is read anew. */
static void
export_plan_in_thread (GTask        *task,
                       gpointer      source_object,
                       gpointer      task_data,
                       GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr(YdSpace) plan = yd_library_open_space (job->library, job->plan_id, NULL, &error);

  if (plan != NULL &&
      yd_library_export_plan (job->library, plan, job->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
settled_cb (gpointer user_data)
{
  g_autoptr(GTask) task = user_data;

  yd_session_run (g_task_get_source_object (task), task, export_plan_in_thread);
}

/* What could not be saved is only in the window, where nothing can be changed now: all
 * the more it must get into the copy, even if the window has to wait for that.
 */
static void
export_unsaved (YdSession *session,
                GTask     *task,
                Job       *job)
{
  GError *error = NULL;

  if (yd_library_export_plan (job->library, YD_SPACE (yd_session_get_plan (session)), job->path,
                              g_task_get_cancellable (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * yd_export_plan_async:
 * @session: a session with a plan
 * @path: (type filename): where to
 * @cancellable: (nullable): a way to stop
 * @callback: called when the file is there, or not
 * @user_data: data for @callback
 *
 * Writes the plan with its history as a plan file, after all that is on the way to
 * the disk.
 */
void
yd_export_plan_async (YdSession           *session,
                      const char          *path,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  YdPlan *plan = yd_session_get_plan (session);
  YdLibrary *library = yd_session_get_library (session);
  Job *job = g_new0 (Job, 1);

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, yd_export_plan_async);
  g_task_set_task_data (task, job, job_free);
  if (plan == NULL || library == NULL)
    {
      g_task_return_new_error (task, YD_EXPORT_ERROR, YD_EXPORT_ERROR_FAILED,
                               _("There is no plan to copy. Open one first."));
      return;
    }

  job->library = g_object_ref (library);
  job->plan_id = g_strdup (yd_space_get_id (YD_SPACE (plan)));
  job->path = g_strdup (path);
  if (yd_session_get_save_state (session) == YD_SAVE_STATE_FAILED)
    export_unsaved (session, task, job);
  else
    yd_session_when_settled (session, settled_cb, g_object_ref (task));
}

static gboolean
save_ics (const Job     *job,
          YdPlan        *plan,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(YdSchedule) schedule = yd_schedule_new (plan, job->calendar, job->today);
  g_autoptr(YdAgenda) agenda = NULL;
  YdAgendaChoice choice = job->choice;

  if (job->unit_id != NULL)
    choice.unit = yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, job->unit_id);
  agenda = yd_agenda_choice_make_agenda (&choice, schedule);

  return yd_ics_save (agenda, g_get_real_time () / G_USEC_PER_SEC, job->path,
                      job->count != NULL ? progress_cb : NULL, job->count, cancellable, error);
}

static void
export_ics_in_thread (GTask        *task,
                      gpointer      source_object,
                      gpointer      task_data,
                      GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr(YdSpace) plan = yd_library_open_space (job->library, job->plan_id, NULL, &error);

  if (plan != NULL && save_ics (job, YD_PLAN (plan), cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
ics_settled_cb (gpointer user_data)
{
  g_autoptr(GTask) task = user_data;

  yd_session_run (g_task_get_source_object (task), task, export_ics_in_thread);
}

static Job *
make_ics_job (YdSession            *session,
              const YdAgendaChoice *choice,
              const char           *path,
              YdExportCount        *count)
{
  Job *job = g_new0 (Job, 1);

  job->choice = *choice;
  job->choice.unit = NULL;
  if (job->choice.points != NULL)
    g_hash_table_ref (job->choice.points);
  job->unit_id = choice->unit != NULL ? g_strdup (yd_row_get_id (choice->unit)) : NULL;
  job->calendar = yd_work_calendar_ref (yd_session_get_calendar (session));
  job->today = yd_session_get_today (session);
  job->plan_id = g_strdup (yd_space_get_id (YD_SPACE (yd_session_get_plan (session))));
  job->path = g_strdup (path);
  job->count = count;

  return job;
}

/**
 * yd_export_ics_async:
 * @session: a session with a plan
 * @choice: what of it
 * @path: (type filename): where to
 * @count: (nullable): told how far it is; must live until @callback is called
 * @cancellable: (nullable): a way to stop
 * @callback: called when the file is there, or not
 * @user_data: data for @callback
 *
 * Writes what is due as a calendar: from the library, as nobody may change what a thread
 * reads; from the window what is there alone, even if it has to wait for that.
 */
void
yd_export_ics_async (YdSession            *session,
                     const YdAgendaChoice *choice,
                     const char           *path,
                     YdExportCount        *count,
                     GCancellable         *cancellable,
                     GAsyncReadyCallback   callback,
                     gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  YdLibrary *library = yd_session_get_library (session);
  Job *job = make_ics_job (session, choice, path, count);
  GError *error = NULL;

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, yd_export_ics_async);
  g_task_set_task_data (task, job, job_free);
  if (library != NULL && yd_session_get_save_state (session) != YD_SAVE_STATE_FAILED)
    {
      job->library = g_object_ref (library);
      yd_session_when_settled (session, ics_settled_cb, g_object_ref (task));
    }
  else if (save_ics (job, yd_session_get_plan (session), cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Returns: whether the file is there */
gboolean
yd_export_finish (GAsyncResult  *result,
                  GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
