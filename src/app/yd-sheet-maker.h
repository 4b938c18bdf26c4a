/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-matrix.h"
#include "yd-matrix-sheet.h"
#include "yd-page-maker.h"

G_BEGIN_DECLS

#define YD_TYPE_SHEET_MAKER (yd_sheet_maker_get_type ())

G_DECLARE_FINAL_TYPE (YdSheetMaker, yd_sheet_maker, YD, SHEET_MAKER, YdPageMaker)

YdPageMaker        *yd_sheet_maker_new         (YdMatrix             *matrix,
                                                YdMatrixSheetFlags    flags)
                                                G_GNUC_WARN_UNUSED_RESULT;
YdMatrix           *yd_sheet_maker_get_matrix  (YdSheetMaker         *self);
YdMatrixSheetFlags  yd_sheet_maker_get_flags   (YdSheetMaker         *self);

const char * const *yd_sheet_maker_list_papers (void);
YdPaper             yd_sheet_maker_get_paper   (guint                 n);
void                yd_sheet_maker_copy_async  (YdSheetMaker         *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
YdMatrixSheet      *yd_sheet_maker_copy_finish (YdSheetMaker         *self,
                                                GAsyncResult         *result,
                                                GError              **error)
                                                G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
