/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _YdOutputFile YdOutputFile;

YdOutputFile  *yd_output_file_new        (const char    *path,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void           yd_output_file_free       (YdOutputFile  *self);
GOutputStream *yd_output_file_get_stream (YdOutputFile  *self);
int            yd_output_file_get_fd     (YdOutputFile  *self);
gboolean       yd_output_file_commit     (YdOutputFile  *self,
                                          GCancellable  *cancellable,
                                          GError       **error);
const char    *yd_output_file_explain    (const GError  *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdOutputFile, yd_output_file_free)

G_END_DECLS
