/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-agenda-choice.h"

G_BEGIN_DECLS

#define YD_TYPE_EXPORT_SCOPE (yd_export_scope_get_type ())

G_DECLARE_FINAL_TYPE (YdExportScope, yd_export_scope, YD, EXPORT_SCOPE, AdwPreferencesGroup)

void     yd_export_scope_set_plan    (YdExportScope  *self,
                                      YdPlan         *plan,
                                      YdMoment        now);
void     yd_export_scope_get_choice  (YdExportScope  *self,
                                      YdAgendaChoice *choice);
void     yd_export_scope_set_agenda  (YdExportScope  *self,
                                      YdAgenda       *agenda);
gboolean yd_export_scope_set_unit    (YdExportScope  *self,
                                      const char     *name);

G_END_DECLS
