/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-agenda-entry.h"

G_BEGIN_DECLS

#define YD_TYPE_AGENDA_ROW (yd_agenda_row_get_type ())

G_DECLARE_FINAL_TYPE (YdAgendaRow, yd_agenda_row, YD, AGENDA_ROW, AdwBin)

GtkWidget     *yd_agenda_row_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void           yd_agenda_row_show         (YdAgendaRow   *self,
                                           YdAgendaEntry *entry,
                                           YdSchedule    *schedule);
YdAgendaEntry *yd_agenda_row_get_entry    (YdAgendaRow   *self);

G_END_DECLS
