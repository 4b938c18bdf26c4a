/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-session.h"
#include "yd-slice-bundle.h"

G_BEGIN_DECLS

#define YD_TYPE_EXPORT_UNITS (yd_export_units_get_type ())

G_DECLARE_FINAL_TYPE (YdExportUnits, yd_export_units, YD, EXPORT_UNITS, AdwPreferencesGroup)

void           yd_export_units_set_session (YdExportUnits *self,
                                            YdSession     *session);
gboolean       yd_export_units_set_unit    (YdExportUnits *self,
                                            const char    *name);

YdTable       *yd_export_units_make_table  (YdExportUnits *self) G_GNUC_WARN_UNUSED_RESULT;
YdSliceBundle *yd_export_units_make_bundle (YdExportUnits *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean       yd_export_units_is_all      (YdExportUnits *self);

G_END_DECLS
