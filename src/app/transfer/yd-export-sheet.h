/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-session.h"
#include "yd-sheet-maker.h"

G_BEGIN_DECLS

#define YD_TYPE_EXPORT_SHEET (yd_export_sheet_get_type ())

G_DECLARE_FINAL_TYPE (YdExportSheet, yd_export_sheet, YD, EXPORT_SHEET, AdwPreferencesGroup)

void         yd_export_sheet_set_session (YdExportSheet *self,
                                          YdSession     *session);
void         yd_export_sheet_set_seen    (YdExportSheet *self,
                                          YdSheetMaker  *seen);
gboolean     yd_export_sheet_set_range   (YdExportSheet *self,
                                          const char    *name);
YdPageMaker *yd_export_sheet_make_maker  (YdExportSheet *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
