/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-export-job.h"

G_BEGIN_DECLS

#define YD_TYPE_EXPORT_WORK (yd_export_work_get_type ())

G_DECLARE_FINAL_TYPE (YdExportWork, yd_export_work, YD, EXPORT_WORK, AdwBin)

/**
 * YdExportTold:
 * @YD_EXPORT_TOLD_ROWS: rows are counted
 * @YD_EXPORT_TOLD_FILES: files are
 */
typedef enum
{
  YD_EXPORT_TOLD_ROWS,
  YD_EXPORT_TOLD_FILES
} YdExportTold;

void          yd_export_work_begin           (YdExportWork  *self,
                                              GFile         *file,
                                              YdExportTold   told,
                                              YdExportCount *count);
void          yd_export_work_end             (YdExportWork  *self);
gboolean      yd_export_work_is_on           (YdExportWork  *self);
void          yd_export_work_cancel          (YdExportWork  *self);
GCancellable *yd_export_work_get_cancellable (YdExportWork  *self);
GFile        *yd_export_work_get_file        (YdExportWork  *self);

G_END_DECLS
