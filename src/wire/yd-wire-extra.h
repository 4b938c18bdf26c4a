/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YdWireExtra:
 * @kind: the kind of the row, which this version may not know
 * @id: the row
 * @field: a field that this version does not know
 * @value: (nullable): its value as JSON; %NULL for null
 *
 * A cell of a later version: not understood, but kept and passed on.
 */
typedef struct
{
  char *kind;
  char *id;
  char *field;
  char *value;
} YdWireExtra;

GPtrArray *yd_wire_extras_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       yd_wire_extras_add (GPtrArray  *extras,
                               const char *kind,
                               const char *id,
                               const char *field,
                               const char *value);

G_END_DECLS
