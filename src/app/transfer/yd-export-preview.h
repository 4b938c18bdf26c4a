/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-agenda.h"
#include "yd-export-format.h"
#include "yd-page-maker.h"

G_BEGIN_DECLS

#define YD_TYPE_EXPORT_PREVIEW (yd_export_preview_get_type ())

G_DECLARE_FINAL_TYPE (YdExportPreview, yd_export_preview, YD, EXPORT_PREVIEW, AdwBin)

void yd_export_preview_set_format (YdExportPreview      *self,
                                   const YdExportFormat *format);
void yd_export_preview_show       (YdExportPreview      *self,
                                   YdTable              *table,
                                   YdPageMaker          *maker,
                                   guint                 paper);
void yd_export_preview_set_agenda (YdExportPreview      *self,
                                   YdAgenda             *agenda);

G_END_DECLS
