/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _YdOutputFolder YdOutputFolder;

YdOutputFolder *yd_output_folder_new      (const char      *path,
                                           GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void            yd_output_folder_free     (YdOutputFolder  *self);
const char     *yd_output_folder_get_room (YdOutputFolder  *self);
gboolean        yd_output_folder_commit   (YdOutputFolder  *self,
                                           char           **failed,
                                           GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdOutputFolder, yd_output_folder_free)

G_END_DECLS
