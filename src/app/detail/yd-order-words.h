/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *yd_order_dup_words (const char *type,
                          int         lag,
                          const char *measure,
                          const char *other,
                          gboolean    is_first) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
