/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _YdOutputFile YdOutputFile;

YdOutputFile  *_yd_output_file_new        (const char    *path,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void           _yd_output_file_free       (YdOutputFile  *self);
GOutputStream *_yd_output_file_get_stream (YdOutputFile  *self);
gboolean       _yd_output_file_commit     (YdOutputFile  *self,
                                           GCancellable  *cancellable,
                                           GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdOutputFile, _yd_output_file_free)

G_END_DECLS
