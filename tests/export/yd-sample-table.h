/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-export.h"

G_BEGIN_DECLS

YdTable *yd_sample_table_new       (const char    *path);
YdTable *yd_sample_table_new_odd   (void);
YdTable *yd_sample_table_new_large (guint          n_rows,
                                    guint          n_columns);
YdTable *yd_sample_table_new_nth   (guint          n);
void     yd_sample_table_add_test  (const char    *name,
                                    GTestDataFunc  func);
GBytes  *yd_sample_table_write     (YdTable       *table,
                                    YdFormat       format);

G_END_DECLS
