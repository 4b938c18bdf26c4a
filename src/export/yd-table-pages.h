/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-pages.h"
#include "yd-table.h"

G_BEGIN_DECLS

#define YD_TYPE_TABLE_PAGES (yd_table_pages_get_type ())
G_DECLARE_FINAL_TYPE (YdTablePages, yd_table_pages, YD, TABLE_PAGES, YdPages)

YdPages  *yd_table_pages_new        (YdTable              *table,
                                     GCancellable         *cancellable,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void      yd_table_pages_new_async  (YdTable              *table,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
YdPages  *yd_table_pages_new_finish (GAsyncResult         *result,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  yd_table_pages_write      (YdTable              *table,
                                     GOutputStream        *stream,
                                     YdExportProgress      progress,
                                     gpointer              user_data,
                                     GCancellable         *cancellable,
                                     GError              **error);

G_END_DECLS
