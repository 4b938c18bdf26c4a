/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-wire-json-private.h"
#include "yd-wire-row.h"

G_BEGIN_DECLS

gboolean _yd_wire_row_read   (YdWireRow      *self,
                              JsonObject     *object,
                              GPtrArray      *extras,
                              GError        **error);
gboolean _yd_wire_keep_extra (GPtrArray      *extras,
                              const char     *kind,
                              const char     *id,
                              const char     *field,
                              JsonNode       *node,
                              GError        **error);
void     _yd_wire_write_cell (YdJsonWriter   *writer,
                              const YdField  *field,
                              guint           i,
                              const char     *value);

G_END_DECLS
