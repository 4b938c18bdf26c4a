/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan-edits.h"

G_BEGIN_DECLS

GPtrArray *yd_clip_points_from_rows (GPtrArray  *rows) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *yd_clip_points_from_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *yd_clip_points_read      (const char *html,
                                     const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
