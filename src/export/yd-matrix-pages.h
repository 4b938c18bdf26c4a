/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-matrix-sheet.h"
#include "yd-pages.h"

G_BEGIN_DECLS

#define YD_TYPE_MATRIX_PAGES (yd_matrix_pages_get_type ())
G_DECLARE_FINAL_TYPE (YdMatrixPages, yd_matrix_pages, YD, MATRIX_PAGES, YdPages)

YdPages *yd_matrix_pages_new (YdMatrixSheet *sheet,
                              YdPaper        paper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
