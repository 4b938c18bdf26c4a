/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-directory-desk.h"

G_BEGIN_DECLS

#define YD_TYPE_DIRECTORY_EDITOR (yd_directory_editor_get_type ())

G_DECLARE_FINAL_TYPE (YdDirectoryEditor, yd_directory_editor, YD, DIRECTORY_EDITOR, AdwBin)

GtkWidget *yd_directory_editor_new           (YdDirectoryDesk   *desk)
                                              G_GNUC_WARN_UNUSED_RESULT;
void       yd_directory_editor_focus         (YdDirectoryEditor *self);
void       yd_directory_editor_focus_members (YdDirectoryEditor *self);

G_END_DECLS
