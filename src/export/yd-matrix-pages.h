/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-matrix-sheet.h"
#include "yd-pages.h"

G_BEGIN_DECLS

/**
 * YdPaper:
 * @YD_PAPER_FITTING: A4 across if it fits on that, else A3
 * @YD_PAPER_A4: A4 across
 * @YD_PAPER_A3: A3 across
 * @YD_PAPER_WHOLE: one sheet, as large as it needs: for a picture
 */
typedef enum
{
  YD_PAPER_FITTING,
  YD_PAPER_A4,
  YD_PAPER_A3,
  YD_PAPER_WHOLE,
} YdPaper;

#define YD_TYPE_MATRIX_PAGES (yd_matrix_pages_get_type ())
G_DECLARE_FINAL_TYPE (YdMatrixPages, yd_matrix_pages, YD, MATRIX_PAGES, YdPages)

YdPages *yd_matrix_pages_new (YdMatrixSheet *sheet,
                              YdPaper        paper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
