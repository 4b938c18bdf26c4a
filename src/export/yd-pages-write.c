/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-pages.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "yd-export-private.h"

/* Cairo cannot hold a picture with a longer side. */
#define MAX_PIXELS 32767

typedef struct
{
  YdPages           *pages;
  guint              page;      /* of a picture */
  double             dpi;
  const YdExportJob *job;
  GError            *error;     /* what the stream said, the first time */
} Writing;

/* Cairo knows only that it cannot write; why not is kept here. */
static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         len)
{
  Writing *self = closure;

  if (self->error != NULL || !_yd_export_put (self->job, data, len, &self->error))
    return CAIRO_STATUS_WRITE_ERROR;

  return CAIRO_STATUS_SUCCESS;
}

/* Gives the cause if the stream has one, else what cairo says. Returns: whether all is well */
static gboolean
check (Writing        *self,
       cairo_status_t  status,
       GError        **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error_literal (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_FAILED,
                       cairo_status_to_string (status));

  return FALSE;
}

static gboolean
draw_page (Writing          *self,
           cairo_surface_t  *surface,
           cairo_t          *cr,
           guint             page,
           GError          **error)
{
  const YdExportJob *job = self->job;
  double width, height;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;
  if (job->progress != NULL)
    job->progress (page, yd_pages_get_n_pages (self->pages), job->user_data);

  yd_pages_get_size (self->pages, page, &width, &height);
  cairo_pdf_surface_set_size (surface, width * YD_POINTS_PER_MM, height * YD_POINTS_PER_MM);
  yd_pages_draw (self->pages, page, cr);
  cairo_show_page (cr);

  return check (self, cairo_status (cr), error);
}

static gboolean
draw_all (Writing          *self,
          cairo_surface_t  *surface,
          GError          **error)
{
  const guint n_pages = yd_pages_get_n_pages (self->pages);
  cairo_t *cr = cairo_create (surface);
  gboolean drawn = TRUE;

  for (guint i = 0; drawn && i < n_pages; i++)
    drawn = draw_page (self, surface, cr, i, error);
  cairo_destroy (cr);

  return drawn;
}

static gboolean
write_pdf (const YdExportJob  *job,
           gconstpointer       data,
           GError            **error)
{
  Writing self = { .pages = (YdPages *) data, .job = job };
  const char *title = yd_pages_get_title (self.pages);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, &self, 595, 842);
  gboolean written;

  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Yaodian " PACKAGE_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, NULL);

  written = draw_all (&self, surface, error);
  cairo_surface_finish (surface);       /* writes the rest, so the status is looked at behind */
  if (written)
    written = check (&self, cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);
  g_clear_error (&self.error);

  if (written && job->progress != NULL)
    job->progress (yd_pages_get_n_pages (self.pages), yd_pages_get_n_pages (self.pages),
                   job->user_data);

  return written;
}

/**
 * yd_pages_write_pdf:
 * @self: a document
 * @stream: where to; it is neither closed nor flushed
 * @progress: (nullable) (scope call): told before each page, and at the end
 * @user_data: for @progress
 * @cancellable: (nullable): looked at before each page
 * @error: return location
 *
 * Writes the document as PDF, the fonts in it. The same document is the same bytes. After an
 * error what is in the stream is of no use.
 *
 * Returns: %FALSE with a #YdExportError or %G_IO_ERROR_CANCELLED
 */
gboolean
yd_pages_write_pdf (YdPages           *self,
                    GOutputStream     *stream,
                    YdExportProgress   progress,
                    gpointer           user_data,
                    GCancellable      *cancellable,
                    GError           **error)
{
  const YdExportJob job = { NULL, stream, progress, user_data, cancellable };

  g_return_val_if_fail (YD_IS_PAGES (self) && G_IS_OUTPUT_STREAM (stream), FALSE);

  return _yd_export_run (&job, write_pdf, self, error);
}

/**
 * yd_pages_save_pdf:
 * @self: a document
 * @path: where to, in the file system's encoding
 * @progress: (nullable) (scope call): told before each page, and at the end
 * @user_data: for @progress
 * @cancellable: (nullable): looked at before each page
 * @error: return location
 *
 * Writes the PDF beside the file and puts it in its place when it is whole and on the disk.
 * After an error the folder is as it was before.
 *
 * Returns: %FALSE with a #YdExportError or %G_IO_ERROR_CANCELLED
 */
gboolean
yd_pages_save_pdf (YdPages           *self,
                   const char        *path,
                   YdExportProgress   progress,
                   gpointer           user_data,
                   GCancellable      *cancellable,
                   GError           **error)
{
  const YdExportJob job = { NULL, NULL, progress, user_data, cancellable };

  g_return_val_if_fail (YD_IS_PAGES (self) && path != NULL, FALSE);

  return _yd_export_run_to (&job, path, write_pdf, self, error);
}

/* Returns: (nullable) (transfer full): the page on white paper, or %NULL with @error */
static cairo_surface_t *
paint (const Writing  *self,
       GError        **error)
{
  const double scale = self->dpi / 72;
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  yd_pages_get_size (self->pages, self->page, &width, &height);
  width *= self->dpi / 25.4;
  height *= self->dpi / 25.4;
  if (width > MAX_PIXELS || height > MAX_PIXELS)
    {
      g_set_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_TOO_LARGE,
                   _("A picture of %.0f × %.0f pixels is too large. Use fewer dots per inch"),
                   width, height);
      return NULL;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width + 0.5),
                                        (int) (height + 0.5));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  yd_pages_draw (self->pages, self->page, cr);
  cairo_destroy (cr);

  return surface;
}

static gboolean
write_png (const YdExportJob  *job,
           gconstpointer       data,
           GError            **error)
{
  Writing self = *(const Writing *) data;
  cairo_surface_t *surface;
  gboolean written;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;

  self.job = job;
  surface = paint (&self, error);
  if (surface == NULL)
    return FALSE;

  written = check (&self, cairo_surface_write_to_png_stream (surface, write_cb, &self), error);
  cairo_surface_destroy (surface);

  return written;
}

/**
 * yd_pages_write_png:
 * @self: a document
 * @page: which page, from 0
 * @dpi: dots per inch
 * @stream: where to; it is neither closed nor flushed
 * @cancellable: (nullable): a way to stop
 * @error: return location
 *
 * Writes a page as a picture, on white.
 *
 * Returns: %FALSE with a #YdExportError or %G_IO_ERROR_CANCELLED
 */
gboolean
yd_pages_write_png (YdPages        *self,
                    guint           page,
                    double          dpi,
                    GOutputStream  *stream,
                    GCancellable   *cancellable,
                    GError        **error)
{
  const YdExportJob job = { NULL, stream, NULL, NULL, cancellable };
  const Writing writing = { .pages = self, .page = page, .dpi = dpi };

  g_return_val_if_fail (YD_IS_PAGES (self) && page < yd_pages_get_n_pages (self), FALSE);
  g_return_val_if_fail (dpi > 0 && G_IS_OUTPUT_STREAM (stream), FALSE);

  return _yd_export_run (&job, write_png, &writing, error);
}

/**
 * yd_pages_save_png:
 * @self: a document
 * @page: which page, from 0
 * @dpi: dots per inch
 * @path: where to, in the file system's encoding
 * @cancellable: (nullable): a way to stop
 * @error: return location
 *
 * As yd_pages_write_png(); after an error the folder is as it was before.
 *
 * Returns: %FALSE with a #YdExportError or %G_IO_ERROR_CANCELLED
 */
gboolean
yd_pages_save_png (YdPages       *self,
                   guint          page,
                   double         dpi,
                   const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const YdExportJob job = { NULL, NULL, NULL, NULL, cancellable };
  const Writing writing = { .pages = self, .page = page, .dpi = dpi };

  g_return_val_if_fail (YD_IS_PAGES (self) && page < yd_pages_get_n_pages (self), FALSE);
  g_return_val_if_fail (dpi > 0 && path != NULL, FALSE);

  return _yd_export_run_to (&job, path, write_png, &writing, error);
}
