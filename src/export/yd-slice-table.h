/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-directory.h"
#include "yd-slice.h"
#include "yd-table.h"

G_BEGIN_DECLS

YdTable *yd_slice_table_new (YdSlice     *slice,
                             YdDirectory *contacts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
