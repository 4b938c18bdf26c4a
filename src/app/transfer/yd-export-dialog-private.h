/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-export-dialog.h"

#include "yd-export-columns.h"
#include "yd-export-formats.h"
#include "yd-export-preview.h"
#include "yd-export-scope.h"
#include "yd-export-sheet.h"
#include "yd-export-units.h"
#include "yd-export-work.h"

G_BEGIN_DECLS

struct _YdExportDialog
{
  AdwWindow        parent_instance;

  /* Owned */
  YdSession       *session;
  YdTable         *full;                /* with all columns */
  YdTable         *table;               /* with those that are chosen; none of a matrix */
  YdPageMaker     *maker;               /* (nullable): of a matrix */

  /* Template */
  GtkWidget       *export_button;
  GtkWidget       *settings;
  AdwComboRow     *what;
  YdExportFormats *formats;
  YdExportScope   *scope;
  YdExportUnits   *units;
  YdExportSheet   *sheet;
  AdwComboRow     *paper;
  AdwComboRow     *sheet_paper;
  YdExportColumns *columns;
  YdExportPreview *preview;
  GtkRevealer     *error_revealer;
  GtkLabel        *error_label;
  YdExportWork    *work;

  YdExportCount    count;               /* here, as a job holds the dialog but not what is in it */
  guint            preview_id;
  gboolean         closing;             /* when the work has ended */
};

const YdExportFormat *_yd_export_dialog_get_format  (YdExportDialog *self);
gboolean              _yd_export_dialog_is_folder   (YdExportDialog *self);
YdPaper               _yd_export_dialog_get_paper   (YdExportDialog *self);
void                  _yd_export_dialog_flush       (YdExportDialog *self);
void                  _yd_export_dialog_update_run  (YdExportDialog *self);
void                  _yd_export_dialog_clear_error (YdExportDialog *self);
void                  _yd_export_dialog_show_error  (YdExportDialog *self,
                                                     const char     *words);

void                  _yd_export_dialog_run         (YdExportDialog *self);

G_END_DECLS
