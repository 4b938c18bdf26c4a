/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* What a file and a folder of files have in common when they take the place of others. */
gboolean _yd_output_fail        (GError     **error);
gboolean _yd_output_check_old   (const char  *path,
                                 gboolean    *is_device,
                                 mode_t      *mode,
                                 GError     **error);
void     _yd_output_sync_folder (const char  *folder);

G_END_DECLS
