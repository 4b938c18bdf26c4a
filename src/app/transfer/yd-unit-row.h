/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-row.h"

G_BEGIN_DECLS

#define YD_TYPE_UNIT_ROW (yd_unit_row_get_type ())

G_DECLARE_FINAL_TYPE (YdUnitRow, yd_unit_row, YD, UNIT_ROW, AdwComboRow)

void     yd_unit_row_offer     (YdUnitRow          *self,
                                const char * const *wholes,
                                GPtrArray          *units);
guint    yd_unit_row_get_whole (YdUnitRow          *self);
YdRow   *yd_unit_row_get_unit  (YdUnitRow          *self);
gboolean yd_unit_row_choose    (YdUnitRow          *self,
                                const char         *name);

G_END_DECLS
