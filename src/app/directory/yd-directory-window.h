/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-session.h"

G_BEGIN_DECLS

#define YD_TYPE_DIRECTORY_WINDOW (yd_directory_window_get_type ())

G_DECLARE_FINAL_TYPE (YdDirectoryWindow, yd_directory_window, YD, DIRECTORY_WINDOW, AdwWindow)

YdDirectoryWindow *
      yd_directory_window_open              (GtkWindow          *parent,
                                             YdSession          *session);
void  yd_directory_window_import            (YdDirectoryWindow  *self,
                                             const char         *path);
void  yd_directory_window_export            (YdDirectoryWindow  *self,
                                             const char         *path,
                                             gboolean            contacts);
void  yd_directory_window_select            (YdDirectoryWindow  *self,
                                             const char         *name);

void  yd_directory_window_name_members      (GtkWindow          *parent,
                                             YdSession          *session,
                                             YdRow              *group);
void  yd_directory_window_enter_members     (GtkWindow          *parent,
                                             YdSession          *session);
guint yd_directory_window_count_bare_groups (YdSession          *session,
                                             const char        **name);

G_END_DECLS
