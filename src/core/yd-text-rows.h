/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *yd_text_split_rows  (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *yd_text_split_names (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
