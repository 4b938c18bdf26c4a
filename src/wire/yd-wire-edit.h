/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-edit.h"
#include "yd-wire-error.h"
#include "yd-wire-extra.h"

G_BEGIN_DECLS

/* What a pushed edit may have. Here at home an import is one edit, and larger. */
#define YD_WIRE_MAX_PUSHED_BYTES   (1024 * 1024)
#define YD_WIRE_MAX_PUSHED_CHANGES 5000
#define YD_WIRE_MAX_EDIT           (1024 * 1024 * 1024)

char   *yd_wire_edit_to_json   (YdEdit      *edit) G_GNUC_WARN_UNUSED_RESULT;
YdEdit *yd_wire_edit_from_json (const char  *json,
                                gsize        len,
                                GPtrArray   *extras,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
