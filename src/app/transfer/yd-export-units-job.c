/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-units-job.h"

#include "yd-matrix-pages.h"
#include "yd-table-pages.h"

/* Matrices and lists of tasks go to the disk on a thread of their own, and are laid out on one,
 * from what nobody changes any more.
 */

typedef struct
{
  YdMatrixSheet  *sheet;
  YdMatrixFormat  format;
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
    ? yd_matrix_sheet_save (job->sheet, job->format, job->path, progress_cb, job->count,
                            cancellable, &error)
    : yd_slice_bundle_save (job->bundle, job->table_format, job->path, progress_cb, job->count,
                            cancellable, &error);

  if (saved)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What came to be on the disk is there, whoever cancelled afterwards. */
static void
run (Job                 *job,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data,
     gpointer             tag)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * yd_export_matrix_async:
 * @sheet: what a matrix shows
 * @suffix: how to write it: `xlsx`, `html`, `pdf`, `png`, `csv` or `json`
 * @path: (type filename): where to
 * @count: (nullable): told how far it is; must live until @callback is called
 * @cancellable: (nullable): a way to stop
 * @callback: called when the file is there, or not: yd_export_finish()
 * @user_data: data for @callback
 */
void
yd_export_matrix_async (YdMatrixSheet       *sheet,
                        const char          *suffix,
                        const char          *path,
                        YdExportCount       *count,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Job *job = g_new0 (Job, 1);

  job->sheet = yd_matrix_sheet_ref (sheet);
  job->path = g_strdup (path);
  job->count = count;
  g_warn_if_fail (yd_matrix_format_from_name (suffix, &job->format));
  run (job, cancellable, callback, user_data, yd_export_matrix_async);
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
  Job *job = g_new0 (Job, 1);

  job->bundle = bundle;
  job->table_format = format;
  job->path = g_strdup (folder);
  job->count = count;
  run (job, cancellable, callback, user_data, yd_export_bundle_async);
}

static void
lay_out_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  g_task_return_pointer (task, yd_matrix_pages_new (task_data, YD_PAPER_FITTING),
                         g_object_unref);
}

static void
table_laid_out_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  YdPages *pages = yd_table_pages_new_finish (result, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * yd_export_lay_out_async:
 * @table: (nullable): a table, or
 * @sheet: (nullable): what a matrix shows
 * @cancellable: (nullable): a way to stop
 * @callback: called with the pages: yd_export_pages_finish()
 * @user_data: data for @callback
 */
void
yd_export_lay_out_async (YdTable             *table,
                         YdMatrixSheet       *sheet,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, yd_export_lay_out_async);
  if (sheet == NULL)
    {
      yd_table_pages_new_async (table, cancellable, table_laid_out_cb, g_steal_pointer (&task));
      return;
    }

  g_task_set_task_data (task, yd_matrix_sheet_ref (sheet), (GDestroyNotify) yd_matrix_sheet_unref);
  g_task_run_in_thread (task, lay_out_in_thread);
}

/* Returns: (transfer full) (nullable): the pages, %NULL if another choice was made meanwhile */
YdPages *
yd_export_pages_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
