/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-edit.h"

G_BEGIN_DECLS

/* Longer bodies are compressed. */
#define YD_EDIT_BODY_LONG  (64 * 1024)
#define YD_EDIT_BODY_LEVEL 1

GBytes *_yd_edit_body_new      (YdEdit      *edit,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *_yd_edit_body_compress (const char  *json,
                                gsize        len,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *_yd_edit_body_read     (GBytes      *body,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char   *_yd_edit_body_hash     (const char  *space,
                                gint64       pos,
                                GBytes      *body) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
