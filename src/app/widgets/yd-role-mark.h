/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-role.h"

G_BEGIN_DECLS

#define YD_ROLE_MARK_SIZE 10.0

#define YD_TYPE_ROLE_MARK (yd_role_mark_get_type ())

G_DECLARE_FINAL_TYPE (YdRoleMark, yd_role_mark, YD, ROLE_MARK, GtkWidget)

GtkWidget *yd_role_mark_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void       yd_role_mark_set_role (YdRoleMark *self,
                                  const char *role);
double     yd_role_mark_get_size (GtkWidget             *widget);
void       yd_role_mark_draw     (GtkSnapshot           *snapshot,
                                  YdRole                 role,
                                  double                 size,
                                  const GdkRGBA         *color,
                                  const graphene_rect_t *area);

G_END_DECLS
