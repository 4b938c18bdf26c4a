/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-schedule-preview.h"

G_BEGIN_DECLS

/* A sentence names so many points, and counts the others. */
#define YD_PREVIEW_MAX_NAMES 3

G_END_DECLS
