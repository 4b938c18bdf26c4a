/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean yd_fold_has (const char *text,
                      const char *folded);

G_END_DECLS
