/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-units-job.h"

/* Matrices and lists of tasks go to the disk on a thread of their own, from what nobody changes any
 * more.
 */

typedef struct
{
  YdMatrixSheet  *sheet;
  YdMatrixFormat  format;
  YdPaper         paper;
  YdSliceBundle  *bundle;
  YdFormat        table_format;
  YdExportCount  *count;        /* borrowed, (nullable) */
  char           *path;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_pointer (&self->sheet, yd_matrix_sheet_unref);
  g_clear_pointer (&self->bundle, yd_slice_bundle_free);
  g_free (self->path);
  g_free (self);
}

static void
progress_cb (guint    n_done,
             guint    n_total,
             gpointer user_data)
{
  YdExportCount *count = user_data;

  if (count == NULL)
    return;

  g_atomic_int_set (&count->n_total, (int) n_total);
  g_atomic_int_set (&count->n_done, (int) n_done);
}

static void
save_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  const gboolean saved =
    job->sheet != NULL
    ? yd_matrix_sheet_save (job->sheet, job->format, job->paper, job->path, progress_cb,
                            job->count, cancellable, &error)
    : yd_slice_bundle_save (job->bundle, job->table_format, job->path, progress_cb, job->count,
                            cancellable, &error);

  if (saved)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What came to be on the disk is there, whoever cancelled afterwards. */
static GTask *
new_task (Job                 *job,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data,
          gpointer             tag)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);

  return task;
}

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->sheet = yd_sheet_maker_copy_finish (YD_SHEET_MAKER (object), result, &error);
  if (job->sheet != NULL)
    g_task_run_in_thread (task, save_in_thread);
  else
    g_task_return_error (task, error);
}

/**
 * yd_export_matrix_async:
 * @maker: what makes the sheet
 * @suffix: how to write it: `xlsx`, `html`, `pdf`, `png`, `csv` or `json`
 * @paper: on which paper
 * @path: (type filename): where to
 * @count: (nullable): told how far it is; must live until @callback is called
 * @cancellable: (nullable): a way to stop
 * @callback: called when the file is there, or not: yd_export_finish()
 * @user_data: data for @callback
 */
void
yd_export_matrix_async (YdSheetMaker        *maker,
                        const char          *suffix,
                        YdPaper              paper,
                        const char          *path,
                        YdExportCount       *count,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Job *job = g_new0 (Job, 1);

  job->paper = paper;
  job->path = g_strdup (path);
  job->count = count;
  g_warn_if_fail (yd_matrix_format_from_name (suffix, &job->format));
  yd_sheet_maker_copy_async (maker, cancellable, copied_cb,
                             new_task (job, cancellable, callback, user_data,
                                       yd_export_matrix_async));
}

/**
 * yd_export_bundle_async:
 * @bundle: (transfer full): the lists of all units
 * @format: how to write them
 * @folder: (type filename): where to
 * @count: (nullable): told how many files are there; must live until @callback is called
 * @cancellable: (nullable): a way to stop
 * @callback: called when the files are there, or not all: yd_export_finish()
 * @user_data: data for @callback
 */
void
yd_export_bundle_async (YdSliceBundle       *bundle,
                        YdFormat             format,
                        const char          *folder,
                        YdExportCount       *count,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  job->bundle = bundle;
  job->table_format = format;
  job->path = g_strdup (folder);
  job->count = count;
  task = new_task (job, cancellable, callback, user_data, yd_export_bundle_async);
  g_task_run_in_thread (task, save_in_thread);
}
