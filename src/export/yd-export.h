/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yd-table.h"

G_BEGIN_DECLS

/* What a caller may want to tell apart, and nothing else. */
typedef enum
{
  YD_EXPORT_ERROR_FAILED,
  YD_EXPORT_ERROR_FULL,           /* no space left where it goes */
  YD_EXPORT_ERROR_NO_PERMISSION,
  YD_EXPORT_ERROR_NOT_FOUND,      /* the folder is not there */
  YD_EXPORT_ERROR_TOO_LARGE,      /* more than the format can hold */
  YD_EXPORT_ERROR_UNKNOWN_FORMAT,
} YdExportError;

#define YD_EXPORT_ERROR (yd_export_error_quark ())
GQuark yd_export_error_quark (void);

typedef enum
{
  YD_FORMAT_XLSX,
  YD_FORMAT_DOCX,
  YD_FORMAT_PDF,
  YD_FORMAT_CSV,
  YD_FORMAT_JSON,
} YdFormat;

/**
 * YdExportProgress:
 * @n_done: rows written
 * @n_total: rows to write
 * @user_data: what the caller gave
 *
 * Called now and then in the thread that writes.
 */
typedef void (*YdExportProgress) (guint    n_done,
                                  guint    n_total,
                                  gpointer user_data);

gboolean yd_format_from_name (const char        *name,
                              YdFormat          *format,
                              GError           **error);
gboolean yd_format_from_path (const char        *path,
                              YdFormat          *format,
                              GError           **error);

const char *
         yd_format_get_name  (YdFormat           format);

gboolean yd_export_write     (YdTable           *table,
                              YdFormat           format,
                              GOutputStream     *stream,
                              YdExportProgress   progress,
                              gpointer           user_data,
                              GCancellable      *cancellable,
                              GError           **error);
gboolean yd_export_save      (YdTable           *table,
                              YdFormat           format,
                              const char        *path,
                              YdExportProgress   progress,
                              gpointer           user_data,
                              GCancellable      *cancellable,
                              GError           **error);

G_END_DECLS
