/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-matrix.h"
#include "yd-matrix-sheet.h"
#include "yd-page-maker.h"

G_BEGIN_DECLS

#define YD_TYPE_MATRIX_PRINT (yd_matrix_print_get_type ())

G_DECLARE_FINAL_TYPE (YdMatrixPrint, yd_matrix_print, YD, MATRIX_PRINT, YdPageMaker)

YdPageMaker *yd_matrix_print_new (YdMatrix           *matrix,
                                  YdMatrixSheetFlags  flags) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
