/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-directory-desk.h"

G_BEGIN_DECLS

#define YD_TYPE_DIRECTORY_BAR (yd_directory_bar_get_type ())

G_DECLARE_FINAL_TYPE (YdDirectoryBar, yd_directory_bar, YD, DIRECTORY_BAR, AdwBin)

GtkWidget *yd_directory_bar_new    (YdDirectoryDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
gboolean   yd_directory_bar_update (YdDirectoryBar  *self);

G_END_DECLS
