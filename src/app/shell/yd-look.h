/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GPtrArray *yd_look_at (GtkWidget  *root,
                       const char *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
