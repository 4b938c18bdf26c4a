/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "yd-edit.h"

G_BEGIN_DECLS

void yd_release_slowly (GPtrArray *objects);
void yd_release_edit   (YdEdit    *edit);

G_END_DECLS
