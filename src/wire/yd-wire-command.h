/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-id.h"
#include "yd-space.h"
#include "yd-wire-error.h"

G_BEGIN_DECLS

YdEdit *yd_wire_edit_parse_command (YdSpace           *space,
                                    const char        *line,
                                    gsize              len,
                                    const YdIdSource  *ids,
                                    GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
