/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-sheet-private.h"

#include "yd-matrix-pages.h"

/* A sheet in each of its formats. */

/* A picture is made for a screen or a slide. */
#define PICTURE_DPI 144

static const struct
{
  const char *name;
  YdFormat    table;            /* as which a plain table is written */
} formats[] = {
  [YD_MATRIX_XLSX] = { "xlsx" },
  [YD_MATRIX_HTML] = { "html" },
  [YD_MATRIX_PDF]  = { "pdf" },
  [YD_MATRIX_PNG]  = { "png" },
  [YD_MATRIX_CSV]  = { "csv", YD_FORMAT_CSV },
  [YD_MATRIX_JSON] = { "json", YD_FORMAT_JSON },
};

/* Returns: whether a matrix can be written as @name, a suffix */
gboolean
yd_matrix_format_from_name (const char     *name,
                            YdMatrixFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (name, formats[i].name) == 0)
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

/* Returns: (transfer none): the suffix */
const char *
yd_matrix_format_get_name (YdMatrixFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (formats), NULL);

  return formats[format].name;
}

typedef struct
{
  const YdMatrixSheet *sheet;
  YdMatrixFormat       format;
  YdPaper              paper;
} Writing;

static gboolean
write_pages (const YdExportJob   *job,
             const YdMatrixSheet *sheet,
             YdPaper              paper,
             GError             **error)
{
  g_autoptr(YdPages) pages = yd_matrix_pages_new ((YdMatrixSheet *) sheet, paper);

  if (paper == YD_PAPER_WHOLE)
    return yd_pages_write_png (pages, 0, PICTURE_DPI, job->stream, job->cancellable, error);

  return yd_pages_write_pdf (pages, job->stream, job->progress, job->user_data, job->cancellable,
                             error);
}

static gboolean
write_plain (const YdExportJob   *job,
             const YdMatrixSheet *sheet,
             YdMatrixFormat       format,
             GError             **error)
{
  g_autoptr(YdTable) table = _yd_matrix_make_table (sheet, format == YD_MATRIX_CSV);

  return yd_export_write (table, formats[format].table, job->stream, job->progress,
                          job->user_data, job->cancellable, error);
}

static gboolean
write_out (const YdExportJob  *job,
           gconstpointer       data,
           GError            **error)
{
  const Writing *writing = data;

  switch (writing->format)
    {
    case YD_MATRIX_XLSX:
      return _yd_matrix_write_xlsx (job, writing->sheet, writing->paper, error);

    case YD_MATRIX_HTML:
      return _yd_matrix_write_html (job, writing->sheet, error);

    case YD_MATRIX_PDF:
      return write_pages (job, writing->sheet, writing->paper, error);

    case YD_MATRIX_PNG:
      return write_pages (job, writing->sheet, YD_PAPER_WHOLE, error);

    case YD_MATRIX_CSV:
    case YD_MATRIX_JSON:
    default:
      return write_plain (job, writing->sheet, writing->format, error);
    }
}

/**
 * yd_matrix_sheet_write:
 * @self: a sheet
 * @format: how to write it
 * @paper: on which paper, of what has pages
 * @stream: where to; it is neither closed nor flushed
 * @progress: (nullable) (scope call): told now and then
 * @user_data: for @progress
 * @cancellable: (nullable): a way to stop
 * @error: return location
 *
 * Returns: %FALSE with a #YdExportError or %G_IO_ERROR_CANCELLED
 */
gboolean
yd_matrix_sheet_write (YdMatrixSheet     *self,
                       YdMatrixFormat     format,
                       YdPaper            paper,
                       GOutputStream     *stream,
                       YdExportProgress   progress,
                       gpointer           user_data,
                       GCancellable      *cancellable,
                       GError           **error)
{
  const YdExportJob job = { NULL, stream, progress, user_data, cancellable };
  const Writing writing = { self, format, paper };

  g_return_val_if_fail (self != NULL && format < G_N_ELEMENTS (formats), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  return _yd_export_run (&job, write_out, &writing, error);
}

/* Likewise, to a file that is put in its place when it is whole and on the disk. */
gboolean
yd_matrix_sheet_save (YdMatrixSheet     *self,
                      YdMatrixFormat     format,
                      YdPaper            paper,
                      const char        *path,
                      YdExportProgress   progress,
                      gpointer           user_data,
                      GCancellable      *cancellable,
                      GError           **error)
{
  const YdExportJob job = { NULL, NULL, progress, user_data, cancellable };
  const Writing writing = { self, format, paper };

  g_return_val_if_fail (self != NULL && format < G_N_ELEMENTS (formats), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return _yd_export_run_to (&job, path, write_out, &writing, error);
}
