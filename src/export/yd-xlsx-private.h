/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-export-private.h"
#include "yd-late-xlsxwriter.h"

G_BEGIN_DECLS

/* Fills @workbook; @n_rows is how many rows its one sheet has then. */
typedef gboolean (* YdXlsxFill) (lxw_workbook  *workbook,
                                 gpointer       data,
                                 guint         *n_rows,
                                 GError       **error);

gboolean _yd_xlsx_is_well (lxw_error           rc,
                           GError            **error);
gboolean _yd_xlsx_build   (const YdExportJob  *job,
                           const char         *title,
                           gboolean            constant_memory,
                           YdXlsxFill          fill,
                           gpointer            data,
                           GError            **error);

G_END_DECLS
