/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-table.h"

G_BEGIN_DECLS

YdTable *yd_sample_table_new       (const char *path);
YdTable *yd_sample_table_new_odd   (void);
YdTable *yd_sample_table_new_large (guint       n_rows,
                                    guint       n_columns);

G_END_DECLS
