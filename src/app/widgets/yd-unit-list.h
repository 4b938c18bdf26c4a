/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-directory.h"
#include "yd-plan.h"

G_BEGIN_DECLS

#define YD_TYPE_UNIT_LIST (yd_unit_list_get_type ())

G_DECLARE_FINAL_TYPE (YdUnitList, yd_unit_list, YD, UNIT_LIST, AdwBin)

GtkWidget *yd_unit_list_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       yd_unit_list_set_space (YdUnitList *self,
                                   YdSpace    *space);
void       yd_unit_list_set_plan   (YdUnitList *self,
                                    YdPlan     *plan);
void       yd_unit_list_set_directory
                                   (YdUnitList  *self,
                                    YdDirectory *directory,
                                    YdDay        day);
void       yd_unit_list_set_names  (YdUnitList *self,
                                    gboolean    names);
void       yd_unit_list_set_typed  (YdUnitList *self,
                                    const char *typed);
guint      yd_unit_list_get_found  (YdUnitList *self);
void       yd_unit_list_step       (YdUnitList *self,
                                    int         by);
gboolean   yd_unit_list_take       (YdUnitList *self);

G_END_DECLS
