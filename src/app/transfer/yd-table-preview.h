/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-table.h"

G_BEGIN_DECLS

#define YD_TYPE_TABLE_PREVIEW (yd_table_preview_get_type ())

G_DECLARE_FINAL_TYPE (YdTablePreview, yd_table_preview, YD, TABLE_PREVIEW, AdwBin)

GtkWidget *yd_table_preview_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void       yd_table_preview_set_table (YdTablePreview *self,
                                       YdTable        *table);
void       yd_table_preview_set_room  (YdTablePreview *self,
                                       int             room);

G_END_DECLS
