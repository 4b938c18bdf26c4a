/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-outline.h"

G_BEGIN_DECLS

YdOutline *yd_cli_read_document (const char  *path,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
