/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint yd_likeness (const char *typed,
                   const char *text);

G_END_DECLS
