/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-schema.h"

G_BEGIN_DECLS

/* Bytes of an id or a key. A UUID has 36. */
#define YD_MAX_ID 64

gboolean yd_value_is_id   (const char  *value);
gboolean yd_value_to_int  (const char  *value,
                           gint64      *number);
gboolean yd_value_to_date (const char  *value,
                           GDate       *date);
gboolean yd_value_to_span (const char  *value,
                           char       **source,
                           guint       *start,
                           guint       *end);

G_END_DECLS
