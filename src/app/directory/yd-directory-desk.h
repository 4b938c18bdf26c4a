/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-session.h"

G_BEGIN_DECLS

#define YD_TYPE_DIRECTORY_DESK (yd_directory_desk_get_type ())

G_DECLARE_FINAL_TYPE (YdDirectoryDesk, yd_directory_desk, YD, DIRECTORY_DESK, GObject)

YdDirectoryDesk *yd_directory_desk_new           (YdSession       *session)
                                                  G_GNUC_WARN_UNUSED_RESULT;
YdSession       *yd_directory_desk_get_session   (YdDirectoryDesk *self);
YdOffice        *yd_directory_desk_get_office    (YdDirectoryDesk *self);
YdDirectory     *yd_directory_desk_get_directory (YdDirectoryDesk *self);
YdRow           *yd_directory_desk_get_selected  (YdDirectoryDesk *self);
const YdDirectoryUnit *
                 yd_directory_desk_get_unit      (YdDirectoryDesk *self);
void             yd_directory_desk_select        (YdDirectoryDesk *self,
                                                  const char      *id);
void             yd_directory_desk_say           (YdDirectoryDesk *self,
                                                  const char      *words);
void             yd_directory_desk_warn          (YdDirectoryDesk *self,
                                                  const char      *words);
gboolean         yd_directory_desk_commit        (YdDirectoryDesk *self,
                                                  YdEdit          *edit);
gboolean         yd_directory_desk_can_turn      (YdDirectoryDesk *self,
                                                  gboolean         redo);
void             yd_directory_desk_turn          (YdDirectoryDesk *self,
                                                  gboolean         redo);

G_END_DECLS
