/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-session.h"
#include "yd-sheet-maker.h"
#include "yd-table.h"

G_BEGIN_DECLS

#define YD_TYPE_EXPORT_DIALOG (yd_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (YdExportDialog, yd_export_dialog, YD, EXPORT_DIALOG, AdwWindow)

GtkWidget  *yd_export_dialog_new        (GtkWindow      *parent,
                                         YdSession      *session) G_GNUC_WARN_UNUSED_RESULT;
gboolean    yd_export_dialog_set_what   (YdExportDialog *self,
                                         const char     *what,
                                         const char     *unit);
gboolean    yd_export_dialog_set_days   (YdExportDialog *self,
                                         const char     *from,
                                         const char     *to);
void        yd_export_dialog_set_seen   (YdExportDialog *self,
                                         YdSheetMaker   *seen);
gboolean    yd_export_dialog_set_range  (YdExportDialog *self,
                                         const char     *range);
void        yd_export_dialog_set_paper  (YdExportDialog *self,
                                         YdPaper         paper);
gboolean    yd_export_dialog_set_format (YdExportDialog *self,
                                         const char     *suffix);
gboolean    yd_export_dialog_set_column (YdExportDialog *self,
                                         const char     *key,
                                         gboolean        shown);
YdTable    *yd_export_dialog_get_table  (YdExportDialog *self);
void        yd_export_dialog_export_to  (YdExportDialog *self,
                                         GFile          *file);
gboolean    yd_export_dialog_get_busy   (YdExportDialog *self);
const char *yd_export_dialog_get_error  (YdExportDialog *self);

G_END_DECLS
