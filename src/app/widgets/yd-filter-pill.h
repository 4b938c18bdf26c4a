/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YD_TYPE_FILTER_PILL (yd_filter_pill_get_type ())

G_DECLARE_FINAL_TYPE (YdFilterPill, yd_filter_pill, YD, FILTER_PILL, GtkBox)

/* Returns: (transfer full): a menu */
typedef GMenuModel *(* YdFilterPillCreateMenu) (gpointer user_data);

void yd_filter_pill_set_create_menu (YdFilterPill           *self,
                                     YdFilterPillCreateMenu  create,
                                     gpointer                user_data);
void yd_filter_pill_set_popover     (YdFilterPill           *self,
                                     GtkWidget              *popover);
void yd_filter_pill_set_value       (YdFilterPill           *self,
                                     const char             *value);

G_END_DECLS
