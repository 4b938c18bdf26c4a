/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-calendar-view.h"

G_BEGIN_DECLS

void yd_agenda_menu_add  (GtkListView *list);
void yd_agenda_menu_open (GtkListView *list);

G_END_DECLS
