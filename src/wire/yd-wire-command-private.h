/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-wire-command.h"
#include "yd-wire-json-private.h"

G_BEGIN_DECLS

/* A row that the line wants to make. */
typedef struct
{
  YdKind      kind;
  char       *name;             /* `$name`, or NULL */
  char       *id;               /* NULL until it is known */
  guint       n;                /* its place in `create` */
  guint32     given;            /* bits of the fields that were named */
  GRefString *cells[YD_MAX_FIELDS];
} Record;

typedef struct
{
  YdSpace          *space;
  const YdIdSource *ids;
  GPtrArray        *records;
  GHashTable       *names;      /* `$name` → Record, borrowed */
  YdEdit           *edit;
} Command;

gboolean _yd_wire_command_name_ids  (Command        *self,
                                     GError        **error);
gboolean _yd_wire_command_resolve   (Command        *self,
                                     const YdField  *field,
                                     GRefString    **value,
                                     GError        **error);
void     _yd_wire_command_add_order (Command        *self);

G_END_DECLS
