/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-export-job.h"
#include "yd-matrix-sheet.h"
#include "yd-slice-bundle.h"

G_BEGIN_DECLS

void     yd_export_matrix_async  (YdMatrixSheet        *sheet,
                                  const char           *suffix,
                                  const char           *path,
                                  YdExportCount        *count,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
void     yd_export_bundle_async  (YdSliceBundle        *bundle,
                                  YdFormat              format,
                                  const char           *folder,
                                  YdExportCount        *count,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);

void     yd_export_lay_out_async (YdTable              *table,
                                  YdMatrixSheet        *sheet,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
YdPages *yd_export_pages_finish  (GAsyncResult         *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
