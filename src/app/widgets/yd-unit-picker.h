/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-directory.h"
#include "yd-plan.h"

G_BEGIN_DECLS

#define YD_TYPE_UNIT_PICKER (yd_unit_picker_get_type ())

G_DECLARE_FINAL_TYPE (YdUnitPicker, yd_unit_picker, YD, UNIT_PICKER, GtkPopover)

GtkWidget  *yd_unit_picker_new           (gboolean      assigns) G_GNUC_WARN_UNUSED_RESULT;
void        yd_unit_picker_set_plan      (YdUnitPicker *self,
                                          YdPlan       *plan);
void        yd_unit_picker_set_directory (YdUnitPicker *self,
                                          YdDirectory  *directory,
                                          YdDay         day);
const char *yd_unit_picker_get_role      (YdUnitPicker *self);

G_END_DECLS
