/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-plan.h"

G_BEGIN_DECLS

#define YD_TYPE_POINT_PICKER (yd_point_picker_get_type ())

G_DECLARE_FINAL_TYPE (YdPointPicker, yd_point_picker, YD, POINT_PICKER, GtkBox)

GtkWidget  *yd_point_picker_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void        yd_point_picker_set_plan  (YdPointPicker *self,
                                       YdPlan        *plan,
                                       YdPoint       *except);
YdPoint    *yd_point_picker_get_point (YdPointPicker *self);
void        yd_point_picker_set_point (YdPointPicker *self,
                                       YdPoint       *point);
void        yd_point_picker_set_typed (YdPointPicker *self,
                                       const char    *typed);
const char *yd_point_picker_get_name  (YdPointPicker *self,
                                       YdPoint       *point);

G_END_DECLS
