/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     yd_background_portal_set_async  (gboolean              on,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean yd_background_portal_set_finish (GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
