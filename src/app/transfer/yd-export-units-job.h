/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-export-job.h"
#include "yd-sheet-maker.h"
#include "yd-slice-bundle.h"

G_BEGIN_DECLS

void yd_export_matrix_async (YdSheetMaker         *maker,
                             const char           *suffix,
                             YdPaper               paper,
                             const char           *path,
                             YdExportCount        *count,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
void yd_export_bundle_async (YdSliceBundle        *bundle,
                             YdFormat              format,
                             const char           *folder,
                             YdExportCount        *count,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);

G_END_DECLS
