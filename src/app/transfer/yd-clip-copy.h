/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "yd-plan.h"

G_BEGIN_DECLS

void yd_clip_copy_points (GdkClipboard *clipboard,
                          YdPlan       *plan,
                          GPtrArray    *points);

G_END_DECLS
