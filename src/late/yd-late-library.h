/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean yd_late_library_load (const char         *soname,
                               const char * const *names,
                               gpointer           *functions,
                               GError            **error);

G_END_DECLS
