/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YD_TYPE_CHOICE (yd_choice_get_type ())

G_DECLARE_FINAL_TYPE (YdChoice, yd_choice, YD, CHOICE, AdwBin)

GtkWidget *yd_choice_new          (const char * const *words) G_GNUC_WARN_UNUSED_RESULT;
guint      yd_choice_get_selected (YdChoice           *self);
void       yd_choice_set_selected (YdChoice           *self,
                                   guint               selected);

G_END_DECLS
