/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-export-format.h"

G_BEGIN_DECLS

#define YD_TYPE_EXPORT_FORMATS (yd_export_formats_get_type ())

G_DECLARE_FINAL_TYPE (YdExportFormats, yd_export_formats, YD, EXPORT_FORMATS, AdwPreferencesRow)

void                  yd_export_formats_set_what (YdExportFormats *self,
                                                  YdExportWhat     what);
const YdExportFormat *yd_export_formats_get      (YdExportFormats *self);
gboolean              yd_export_formats_choose   (YdExportFormats *self,
                                                  const char      *suffix);

G_END_DECLS
