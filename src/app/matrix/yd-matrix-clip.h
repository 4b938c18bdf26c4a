/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-grid.h"
#include "yd-matrix.h"
#include "yd-table.h"

G_BEGIN_DECLS

YdTable *yd_matrix_clip_new_table (YdMatrix          *matrix,
                                   const YdGridRange *range,
                                   gboolean           transposed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
