/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint yd_pause_add (GSourceFunc    callback,
                    gpointer       user_data,
                    GDestroyNotify notify);

G_END_DECLS
