/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-export.h"

G_BEGIN_DECLS

/* What every writer is given. All of it is borrowed. */
typedef struct
{
  YdTable          *table;          /* NULL where none is written */
  GOutputStream    *stream;
  YdExportProgress  progress;
  gpointer          user_data;
  GCancellable     *cancellable;
} YdExportJob;

/* Writes all of what @data is to the stream of @job. Errors are those of GIO or ours. */
typedef gboolean (*YdExportFunc) (const YdExportJob  *job,
                                  gconstpointer       data,
                                  GError            **error);

gboolean _yd_export_run       (const YdExportJob  *job,
                               YdExportFunc        func,
                               gconstpointer       data,
                               GError            **error);
gboolean _yd_export_run_to    (const YdExportJob  *job,
                               const char         *path,
                               YdExportFunc        func,
                               gconstpointer       data,
                               GError            **error);
gboolean _yd_export_step      (const YdExportJob  *job,
                               guint               row,
                               GError            **error);
gboolean _yd_export_step_of   (const YdExportJob  *job,
                               guint               n_done,
                               guint               n_total,
                               GError            **error);
gboolean _yd_export_put       (const YdExportJob  *job,
                               const void         *data,
                               gsize               len,
                               GError            **error);
gboolean _yd_export_put_some  (const YdExportJob  *job,
                               GString            *text,
                               gsize               enough,
                               GError            **error);
void     _yd_export_set_error (GError            **error,
                               const char         *where,
                               GError             *cause);

G_END_DECLS
