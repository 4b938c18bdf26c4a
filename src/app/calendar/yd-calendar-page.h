/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-calendar-view.h"

G_BEGIN_DECLS

#define YD_TYPE_CALENDAR_PAGE (yd_calendar_page_get_type ())

G_DECLARE_FINAL_TYPE (YdCalendarPage, yd_calendar_page, YD, CALENDAR_PAGE, YdPage)

const char     *yd_calendar_page_get_view_name (YdCalendarPage *self);
void            yd_calendar_page_set_view_name (YdCalendarPage *self,
                                                const char     *name);
YdCalendarView *yd_calendar_page_get_view      (YdCalendarPage *self);

G_END_DECLS
