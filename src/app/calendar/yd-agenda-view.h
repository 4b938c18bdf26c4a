/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-calendar-view.h"
#include "yd-pages.h"

G_BEGIN_DECLS

#define YD_TYPE_AGENDA_VIEW (yd_agenda_view_get_type ())

G_DECLARE_FINAL_TYPE (YdAgendaView, yd_agenda_view, YD, AGENDA_VIEW, YdCalendarView)

YdPages *yd_agenda_view_create_pages (YdAgendaView *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
