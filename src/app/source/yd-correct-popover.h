/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-plan.h"

G_BEGIN_DECLS

#define YD_TYPE_CORRECT_POPOVER (yd_correct_popover_get_type ())

G_DECLARE_FINAL_TYPE (YdCorrectPopover, yd_correct_popover, YD, CORRECT_POPOVER, GtkPopover)

GtkWidget *yd_correct_popover_new       (YdPlan           *plan,
                                         YdRow            *row) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *yd_correct_popover_get_field (YdCorrectPopover *self);
void       yd_correct_popover_apply     (YdCorrectPopover *self);

G_END_DECLS
