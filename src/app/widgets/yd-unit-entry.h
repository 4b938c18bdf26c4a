/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-directory.h"
#include "yd-plan.h"

G_BEGIN_DECLS

#define YD_TYPE_UNIT_ENTRY (yd_unit_entry_get_type ())

G_DECLARE_FINAL_TYPE (YdUnitEntry, yd_unit_entry, YD, UNIT_ENTRY, GtkBox)

GtkWidget *yd_unit_entry_new       (void) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *yd_unit_entry_new_to_choose (const char *hint) G_GNUC_WARN_UNUSED_RESULT;
void       yd_unit_entry_set_space (YdUnitEntry *self,
                                    YdSpace     *space);
void       yd_unit_entry_set_names (YdUnitEntry *self,
                                    gboolean     names);
void       yd_unit_entry_set_plan  (YdUnitEntry *self,
                                    YdPlan      *plan);
void       yd_unit_entry_set_directory
                                   (YdUnitEntry *self,
                                    YdDirectory *directory,
                                    YdDay        day);
void       yd_unit_entry_set_finds (YdUnitEntry *self,
                                    const char  *hint);
GtkText   *yd_unit_entry_get_text  (YdUnitEntry *self);
guint      yd_unit_entry_get_found (YdUnitEntry *self);

G_END_DECLS
