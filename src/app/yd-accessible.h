/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       yd_accessible_set_name     (GtkWidget  *widget,
                                       const char *name);
void       yd_accessible_set_row_name (GtkWidget  *child,
                                       const char *name);
void       yd_accessible_name_buttons (GtkWidget  *root);
void       yd_accessible_name_list    (GtkWidget  *row,
                                       const char *name);
void       yd_accessible_name_toast   (GtkWidget  *root);
GtkWidget *yd_accessible_new_ornament (const char *icon_name);
GtkWidget *yd_accessible_new_entry    (const char  *hint,
                                       GtkText    **text);

G_END_DECLS
