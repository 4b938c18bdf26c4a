/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-csv.h"
#include "yd-docx.h"
#include "yd-export-private.h"
#include "yd-output-file.h"
#include "yd-table-json.h"
#include "yd-table-pages.h"
#include "yd-xlsx.h"

/* A person waits at most this many rows for a cancel to be noticed. */
#define ROWS_PER_STEP 256

typedef gboolean (*WriteFunc) (YdTable           *table,
                               GOutputStream     *stream,
                               YdExportProgress   progress,
                               gpointer           user_data,
                               GCancellable      *cancellable,
                               GError           **error);

static const struct
{
  const char *name;       /* also the suffix */
  WriteFunc   write;
} formats[] = {
  [YD_FORMAT_XLSX] = { "xlsx", yd_xlsx_write },
  [YD_FORMAT_DOCX] = { "docx", yd_docx_write },
  [YD_FORMAT_PDF]  = { "pdf",  yd_table_pages_write },
  [YD_FORMAT_CSV]  = { "csv",  yd_csv_write },
  [YD_FORMAT_JSON] = { "json", yd_table_json_write },
};

G_DEFINE_QUARK (yd-export-error-quark, yd_export_error)

static int
get_code (const GError *cause)
{
  switch (cause->domain == G_IO_ERROR ? cause->code : -1)
    {
    case G_IO_ERROR_NO_SPACE:
      return YD_EXPORT_ERROR_FULL;

    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      return YD_EXPORT_ERROR_NO_PERMISSION;

    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      return YD_EXPORT_ERROR_NOT_FOUND;

    default:
      return YD_EXPORT_ERROR_FAILED;
    }
}

/*
 * _yd_export_set_error:
 * @where: what was being written, fit to be shown
 * @cause: (transfer full): what went wrong there
 *
 * The one place where errors of GIO become ours. A cancel stays what it is.
 */
void
_yd_export_set_error (GError     **error,
                      const char  *where,
                      GError      *cause)
{
  const char *advice = yd_output_file_explain (cause);

  if (cause->domain == YD_EXPORT_ERROR ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return;
    }

  if (advice != NULL)
    g_set_error (error, YD_EXPORT_ERROR, get_code (cause), _("Cannot write %s: %s"), where, advice);
  else
    g_set_error (error, YD_EXPORT_ERROR, get_code (cause),
                 _("Cannot write %s: %s. Try another place"), where, cause->message);
  g_error_free (cause);
}

/* To be called before each of @n_total things: notices a cancel, reports how far it is. */
gboolean
_yd_export_step_of (const YdExportJob  *job,
                    guint               n_done,
                    guint               n_total,
                    GError            **error)
{
  if (n_done % ROWS_PER_STEP != 0)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;
  if (job->progress != NULL)
    job->progress (n_done, n_total, job->user_data);

  return TRUE;
}

/* Likewise before each row of the table. */
gboolean
_yd_export_step (const YdExportJob  *job,
                 guint               row,
                 GError            **error)
{
  return _yd_export_step_of (job, row, yd_table_get_n_rows (job->table), error);
}

/* Writes all of @data. A plain error of GIO comes out, and yd_export_write() makes it ours. */
gboolean
_yd_export_put (const YdExportJob  *job,
                const void         *data,
                gsize               len,
                GError            **error)
{
  return g_output_stream_write_all (job->stream, data, len, NULL, job->cancellable, error);
}

/* Writes @text and empties it once it has grown to @enough bytes. */
gboolean
_yd_export_put_some (const YdExportJob  *job,
                     GString            *text,
                     gsize               enough,
                     GError            **error)
{
  if (text->len < enough)
    return TRUE;
  if (!_yd_export_put (job, text->str, text->len, error))
    return FALSE;

  g_string_truncate (text, 0);

  return TRUE;
}

/**
 * yd_format_from_name:
 * @name: such as `xlsx`
 * @format: (out): the format
 * @error: return location
 *
 * Returns: %FALSE with %YD_EXPORT_ERROR_UNKNOWN_FORMAT when no table can be
 *   written so
 */
gboolean
yd_format_from_name (const char  *name,
                     YdFormat    *format,
                     GError     **error)
{
  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (name, formats[i].name) == 0)
      {
        *format = i;
        return TRUE;
      }

  g_set_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_UNKNOWN_FORMAT,
               _("There is no format “%s”. Use xlsx, docx, pdf, csv or json"), name);

  return FALSE;
}

/* Returns: (transfer none): its name, which is also the suffix */
const char *
yd_format_get_name (YdFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (formats), NULL);

  return formats[format].name;
}

/**
 * yd_format_from_path:
 * @path: a file's path
 * @format: (out): the format its suffix names
 * @error: return location
 *
 * Returns: %FALSE with %YD_EXPORT_ERROR_UNKNOWN_FORMAT when it names none
 */
gboolean
yd_format_from_path (const char  *path,
                     YdFormat    *format,
                     GError     **error)
{
  g_autofree char *base = NULL;
  const char *dot;

  g_return_val_if_fail (path != NULL && format != NULL, FALSE);

  base = g_path_get_basename (path);
  dot = strrchr (base, '.');

  return yd_format_from_name (dot != NULL ? dot + 1 : "", format, error);
}

/* Runs @func with a stream that somebody else has; its error becomes one of ours. */
gboolean
_yd_export_run (const YdExportJob  *job,
                YdExportFunc        func,
                gconstpointer       data,
                GError            **error)
{
  GError *cause = NULL;

  if (func (job, data, &cause))
    return TRUE;

  _yd_export_set_error (error, _("the file"), cause);

  return FALSE;
}

/* Runs @func with a new file that takes the place of @path when it is whole and on the disk. */
gboolean
_yd_export_run_to (const YdExportJob  *job,
                   const char         *path,
                   YdExportFunc        func,
                   gconstpointer       data,
                   GError            **error)
{
  YdExportJob own = *job;
  g_autoptr(YdOutputFile) file = NULL;
  g_autofree char *shown = NULL;
  GError *cause = NULL;

  file = yd_output_file_new (path, &cause);
  if (file != NULL)
    own.stream = yd_output_file_get_stream (file);
  if (file != NULL && func (&own, data, &cause) &&
      yd_output_file_commit (file, job->cancellable, &cause))
    return TRUE;

  shown = g_filename_display_name (path);
  _yd_export_set_error (error, shown, cause);

  return FALSE;
}

static gboolean
write_table (const YdExportJob  *job,
             gconstpointer       format,
             GError            **error)
{
  const guint n_rows = yd_table_get_n_rows (job->table);
  const WriteFunc write = formats[*(const YdFormat *) format].write;

  if (!write (job->table, job->stream, job->progress, job->user_data, job->cancellable, error))
    return FALSE;
  if (job->progress != NULL)
    job->progress (n_rows, n_rows, job->user_data);

  return TRUE;
}

/**
 * yd_export_write:
 * @table: a table
 * @format: how to write it
 * @stream: where to; it is neither closed nor flushed
 * @progress: (nullable) (scope call): told now and then
 * @user_data: for @progress
 * @cancellable: (nullable): a way to stop
 * @error: return location
 *
 * Writes the table. After an error what is in the stream is of no use.
 *
 * Returns: %FALSE with a #YdExportError or %G_IO_ERROR_CANCELLED
 */
gboolean
yd_export_write (YdTable           *table,
                 YdFormat           format,
                 GOutputStream     *stream,
                 YdExportProgress   progress,
                 gpointer           user_data,
                 GCancellable      *cancellable,
                 GError           **error)
{
  const YdExportJob job = { table, stream, progress, user_data, cancellable };

  g_return_val_if_fail (table != NULL && format < G_N_ELEMENTS (formats), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  return _yd_export_run (&job, write_table, &format, error);
}

/**
 * yd_export_save:
 * @table: a table
 * @format: how to write it
 * @path: where to, in the file system's encoding
 * @progress: (nullable) (scope call): told now and then
 * @user_data: for @progress
 * @cancellable: (nullable): a way to stop
 * @error: return location
 *
 * Writes the table beside the file and puts it in its place when it is whole and
 * on the disk. After an error the folder is as it was before.
 *
 * Returns: %FALSE with a #YdExportError or %G_IO_ERROR_CANCELLED
 */
gboolean
yd_export_save (YdTable           *table,
                YdFormat           format,
                const char        *path,
                YdExportProgress   progress,
                gpointer           user_data,
                GCancellable      *cancellable,
                GError           **error)
{
  const YdExportJob job = { table, NULL, progress, user_data, cancellable };

  g_return_val_if_fail (table != NULL && format < G_N_ELEMENTS (formats), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return _yd_export_run_to (&job, path, write_table, &format, error);
}
