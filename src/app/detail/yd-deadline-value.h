/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *yd_deadline_value_read (const char *rule,
                                  const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean  yd_deadline_value_fits (const char *rule,
                                  const char *value);

G_END_DECLS
