/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More than anybody pastes by intention. */
#define YD_CLIP_MAX_ROWS 20000
#define YD_CLIP_MAX_COLUMNS 1024

GPtrArray *yd_clip_read_html (const char *html,
                              gboolean    block) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *yd_clip_read_tsv  (const char *text,
                              gboolean    block) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
