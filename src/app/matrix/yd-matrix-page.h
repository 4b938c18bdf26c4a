/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

#include "yd-matrix-grid.h"

G_BEGIN_DECLS

#define YD_TYPE_MATRIX_PAGE (yd_matrix_page_get_type ())

G_DECLARE_FINAL_TYPE (YdMatrixPage, yd_matrix_page, YD, MATRIX_PAGE, YdPage)

YdMatrixGrid *yd_matrix_page_get_grid (YdMatrixPage *self);

G_END_DECLS
