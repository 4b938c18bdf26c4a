/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-directory-desk.h"

G_BEGIN_DECLS

#define YD_TYPE_DIRECTORY_LIST (yd_directory_list_get_type ())

G_DECLARE_FINAL_TYPE (YdDirectoryList, yd_directory_list, YD, DIRECTORY_LIST, AdwBin)

GtkWidget *yd_directory_list_new  (YdDirectoryDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
void       yd_directory_list_find (YdDirectoryList *self);

G_END_DECLS
