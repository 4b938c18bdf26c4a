/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-xlsx-private.h"

#include <glib/gi18n-lib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "yd-late-archive.h"
#include "yd-xlsx-check-private.h"

/* libxlsxwriter writes only to a name and hides what the system said; so it gets memory to write
 * to, and the stream gets what came out well. */

#define BLOCK (64 * 1024)
#define FIXED_TIME 946684800              /* 2000-01-01, so that the same table is the same bytes */

/* Whether libxlsxwriter did what it was to do. */
gboolean
_yd_xlsx_is_well (lxw_error   rc,
                  GError    **error)
{
  if (rc == LXW_NO_ERROR)
    return TRUE;

  g_set_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_FAILED,
               _("The spreadsheet could not be put together (%s). Make room in %s and try again"),
               lxw_strerror (rc), g_get_tmp_dir ());

  return FALSE;
}

static gboolean
copy (const YdExportJob  *job,
      int                 fd,
      GError            **error)
{
  g_autofree char *block = g_malloc (BLOCK);
  ssize_t n;

  lseek (fd, 0, SEEK_SET);
  while ((n = read (fd, block, BLOCK)) > 0)
    if (!_yd_export_put (job, block, n, error))
      return FALSE;

  return n == 0 || _yd_xlsx_is_well (LXW_ERROR_ZIP_FILE_OPERATION, error);
}

static gboolean
fill_workbook (lxw_workbook  *workbook,
               const char    *title,
               YdXlsxFill     fill,
               gpointer       data,
               int            fd,
               GError       **error)
{
  lxw_doc_properties properties = { .title = (char *) title, .created = FIXED_TIME };
  guint n_rows = 0;
  lxw_error rc;

  workbook_set_properties (workbook, &properties);
  if (!fill (workbook, data, &n_rows, error))
    {
      lxw_workbook_free (workbook);
      return FALSE;
    }

  rc = workbook_close (workbook);
  if (rc == LXW_NO_ERROR && !_yd_xlsx_check (fd, n_rows))
    rc = LXW_ERROR_CREATING_TMPFILE;

  return _yd_xlsx_is_well (rc, error);
}

static gboolean
build (const YdExportJob  *job,
       const char         *title,
       gboolean            constant_memory,
       YdXlsxFill          fill,
       gpointer            data,
       GError            **error)
{
  const int fd = memfd_create ("yaodian-xlsx", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  lxw_workbook_options options = { .constant_memory = constant_memory };
  gboolean ok;

  if (fd < 0)
    return _yd_xlsx_is_well (LXW_ERROR_CREATING_TMPFILE, error);

  ok = fill_workbook (workbook_new_opt (path, &options), title, fill, data, fd, error) &&
       !g_cancellable_set_error_if_cancelled (job->cancellable, error) &&
       copy (job, fd, error);
  close (fd);

  return ok;
}

/*
 * _yd_xlsx_build:
 * @job: where to
 * @title: what the document is called
 * @constant_memory: whether rows go out one by one
 * @fill: makes the sheet
 * @data: for @fill
 * @error: return location
 *
 * Writes a workbook of one sheet.
 */
gboolean
_yd_xlsx_build (const YdExportJob  *job,
                const char         *title,
                gboolean            constant_memory,
                YdXlsxFill          fill,
                gpointer            data,
                GError            **error)
{
  return yd_late_xlsxwriter_load (error) && yd_late_archive_load (error) &&
         build (job, title, constant_memory, fill, data, error);
}
