/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-agenda-choice.h"
#include "yd-session.h"

G_BEGIN_DECLS

#define YD_TYPE_EXPORT_SCOPE (yd_export_scope_get_type ())

G_DECLARE_FINAL_TYPE (YdExportScope, yd_export_scope, YD, EXPORT_SCOPE, AdwPreferencesGroup)

void     yd_export_scope_set_session  (YdExportScope  *self,
                                       YdSession      *session);
void     yd_export_scope_set_calendar (YdExportScope  *self,
                                       gboolean        calendar);
gboolean yd_export_scope_is_valid     (YdExportScope  *self);
void     yd_export_scope_get_choice   (YdExportScope  *self,
                                       YdAgendaChoice *choice);
void     yd_export_scope_set_agenda   (YdExportScope  *self,
                                       YdAgenda       *agenda);
gboolean yd_export_scope_set_unit     (YdExportScope  *self,
                                       const char     *name);
void     yd_export_scope_set_days     (YdExportScope  *self,
                                       const char     *from,
                                       const char     *to);

G_END_DECLS
