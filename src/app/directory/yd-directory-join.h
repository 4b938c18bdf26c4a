/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-directory-desk.h"

G_BEGIN_DECLS

#define YD_TYPE_DIRECTORY_JOIN (yd_directory_join_get_type ())

G_DECLARE_FINAL_TYPE (YdDirectoryJoin, yd_directory_join, YD, DIRECTORY_JOIN, AdwBin)

GtkWidget *yd_directory_join_new   (YdDirectoryDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
void       yd_directory_join_begin (YdDirectoryJoin *self,
                                    gboolean         merge);
gboolean   yd_directory_join_take  (YdDirectoryJoin *self);

G_END_DECLS
