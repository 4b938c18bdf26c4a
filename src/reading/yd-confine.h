/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YD_CONFINE_SECONDS 20                       /* of processor time */
#define YD_CONFINE_MEMORY  (1024 * 1024 * 1024L)    /* bytes of address space */

void yd_confine_self (void);

G_END_DECLS
