/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-row.h"
#include "yd-wire-error.h"
#include "yd-wire-extra.h"

G_BEGIN_DECLS

/* The longest row has a text of 64 KiB and a dozen of 16; each byte may be escaped. */
#define YD_WIRE_MAX_ROW (2 * 1024 * 1024)

/**
 * YdWireRow:
 * @kind: its kind; %YD_N_KINDS if this version does not know it, then all of the row is in
 *   the extras
 * @id: its id
 * @cells: as many values as the kind has fields; yd_space_loader_add() takes them
 *
 * A row on its way. On the stack, begun with `{ YD_N_KINDS }`; cleared by `g_auto`. To read many
 * lines into one and the same is a third faster.
 */
typedef struct
{
  YdKind      kind;
  char       *id;
  GRefString *cells[YD_MAX_FIELDS];

  /*< private >*/
  gpointer    parser;
} YdWireRow;

void      yd_wire_row_clear     (YdWireRow   *self);

char     *yd_wire_row_to_json   (YdRow       *row,
                                 GPtrArray   *extras) G_GNUC_WARN_UNUSED_RESULT;
char     *yd_wire_extras_to_json (GPtrArray  *extras) G_GNUC_WARN_UNUSED_RESULT;
gboolean  yd_wire_row_from_json (YdWireRow   *self,
                                 const char  *json,
                                 gsize        len,
                                 GPtrArray   *extras,
                                 GError     **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YdWireRow, yd_wire_row_clear)

G_END_DECLS
