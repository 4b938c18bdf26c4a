/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-table.h"

G_BEGIN_DECLS

#define YD_TYPE_EXPORT_COLUMNS (yd_export_columns_get_type ())

G_DECLARE_FINAL_TYPE (YdExportColumns, yd_export_columns, YD, EXPORT_COLUMNS, AdwPreferencesGroup)

void       yd_export_columns_set_table (YdExportColumns *self,
                                        YdTable         *table);
GPtrArray *yd_export_columns_list_keys (YdExportColumns *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean   yd_export_columns_set_shown (YdExportColumns *self,
                                        const char      *key,
                                        gboolean         shown);

G_END_DECLS
