/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-agenda-choice.h"
#include "yd-pages.h"
#include "yd-session.h"

G_BEGIN_DECLS

/**
 * YdExportCount:
 * @n_done: rows written
 * @n_total: rows to write; 0 while nobody knows
 *
 * How far an export is: written by the thread that exports, read by the window.
 */
typedef struct
{
  int n_done;
  int n_total;
} YdExportCount;

void     yd_export_table_async (YdTable              *table,
                                YdFormat              format,
                                const char           *path,
                                YdExportCount        *count,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
void     yd_export_pages_async (YdPages              *pages,
                                const char           *path,
                                YdExportCount        *count,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
void     yd_export_plan_async  (YdSession            *session,
                                const char           *path,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
void     yd_export_ics_async   (YdSession            *session,
                                const YdAgendaChoice *choice,
                                const char           *path,
                                YdExportCount        *count,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
gboolean yd_export_finish      (GAsyncResult         *result,
                                GError              **error);

G_END_DECLS
