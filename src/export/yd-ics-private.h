/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-moment.h"

G_BEGIN_DECLS

void _yd_ics_append_text (GString    *out,
                          const char *name,
                          const char *text);
void _yd_ics_append_time (GString    *out,
                          const char *name,
                          YdDay       day,
                          int         minute);

G_END_DECLS
