/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-calendar-view.h"

G_BEGIN_DECLS

typedef struct _YdCalendarMenu YdCalendarMenu;

YdCalendarMenu *yd_calendar_menu_new  (YdCalendarView *view) G_GNUC_WARN_UNUSED_RESULT;
void            yd_calendar_menu_free (YdCalendarMenu *self);
void            yd_calendar_menu_open (YdCalendarMenu *self,
                                       GtkWidget      *widget,
                                       double          x,
                                       double          y,
                                       YdPoint        *point,
                                       YdRow          *deadline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdCalendarMenu, yd_calendar_menu_free)

G_END_DECLS
