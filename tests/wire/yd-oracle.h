/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

char *yd_oracle_read (const char *json,
                      gsize       len);
