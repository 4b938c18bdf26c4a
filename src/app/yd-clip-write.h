/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-table.h"

G_BEGIN_DECLS

char *yd_clip_make_html (YdTable      *table) G_GNUC_WARN_UNUSED_RESULT;
char *yd_clip_make_tsv  (YdTable      *table) G_GNUC_WARN_UNUSED_RESULT;
void  yd_clip_put       (GdkClipboard *clipboard,
                         YdTable      *table);

G_END_DECLS
