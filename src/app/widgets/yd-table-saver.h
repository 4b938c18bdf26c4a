/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-table.h"

G_BEGIN_DECLS

/**
 * YdTableSaverFunc:
 * @saved: whether the file is there
 * @fault: (nullable): why it is not, and what to do; %NULL if nobody chose a place
 * @user_data: what the caller gave
 */
typedef void (* YdTableSaverFunc) (gboolean    saved,
                                   const char *fault,
                                   gpointer    user_data);

void yd_table_saver_run  (GtkWindow        *parent,
                          const char       *heading,
                          YdTable          *table,
                          const char       *name,
                          const char       *suffix,
                          YdTableSaverFunc  func,
                          gpointer          user_data);
void yd_table_saver_save (YdTable          *table,
                          const char       *path,
                          YdTableSaverFunc  func,
                          gpointer          user_data);

G_END_DECLS
