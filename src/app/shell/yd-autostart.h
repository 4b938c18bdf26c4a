/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  yd_autostart_is_sandboxed (void);
gboolean  yd_autostart_set          (gboolean     on,
                                     GError     **error);
char     *yd_autostart_dup_path     (void) G_GNUC_WARN_UNUSED_RESULT;
char     *yd_autostart_dup_text     (const char  *program) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
