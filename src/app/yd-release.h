/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

void yd_release_slowly (GPtrArray *objects);

G_END_DECLS
