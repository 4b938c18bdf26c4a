/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  _yd_fold_append (GString    *out,
                       const char *text,
                       gsize       len);
char *_yd_fold_query  (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
