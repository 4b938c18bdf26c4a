/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        yd_tooltip_init (void);

void        yd_tooltip_set  (GtkWidget  *widget,
                             const char *text);
const char *yd_tooltip_get  (GtkWidget  *widget);

gboolean    yd_tooltip_show (GtkTooltip *tooltip,
                             const char *text);

G_END_DECLS
