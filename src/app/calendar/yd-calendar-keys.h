/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

int yd_calendar_find_shift (guint keyval);

G_END_DECLS
