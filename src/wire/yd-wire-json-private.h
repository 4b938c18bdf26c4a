/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "yd-json-writer.h"
#include "yd-schema.h"
#include "yd-wire-error.h"
#include "yd-wire-extra.h"

G_BEGIN_DECLS

/**
 * YdWireObject:
 *
 * One JSON object that passed the gate. Its arrays are not read with it but one
 * element at a time: the first edit of a space has half a million of them. On
 * the stack; cleared by `g_auto`.
 */
typedef struct
{
  JsonParser *parser;           /* holds all of the object but its arrays */
  JsonObject *object;
  JsonParser *element_parser;   /* holds the element that was asked for last */
  GPtrArray  *arrays;           /* where the arrays begin in the text; borrowed */
} YdWireObject;

typedef struct
{
  YdWireObject *object;
  const char   *at;
  const char   *name;
  guint         n;
} YdWireElements;

gboolean _yd_wire_object_init    (YdWireObject    *self,
                                  const char      *json,
                                  gsize            len,
                                  gsize            max_bytes,
                                  GError         **error);
void     _yd_wire_object_clear   (YdWireObject    *self);

gboolean _yd_wire_elements_init  (YdWireElements  *self,
                                  YdWireObject    *object,
                                  const char      *name,
                                  GError         **error);
gboolean _yd_wire_elements_next  (YdWireElements  *self,
                                  JsonObject     **element,
                                  GError         **error);

gboolean _yd_wire_invalid        (GError         **error,
                                  const char      *what,
                                  const char      *name);
gboolean _yd_wire_get_string     (JsonObject      *object,
                                  const char      *name,
                                  gboolean         required,
                                  const char     **value,
                                  GError         **error);
gboolean _yd_wire_get_id          (JsonObject      *object,
                                  const char     **id,
                                  GError         **error);
gboolean _yd_wire_get_int        (JsonObject      *object,
                                  const char      *name,
                                  gint64          *value,
                                  GError         **error);
gboolean _yd_wire_get_bool       (JsonObject      *object,
                                  const char      *name,
                                  gboolean        *value,
                                  GError         **error);

gboolean _yd_wire_find_field     (const YdKindInfo *info,
                                  const char       *name,
                                  guint            *field);
gboolean _yd_wire_read_value     (JsonNode        *node,
                                  const YdField   *field,
                                  GRefString     **value,
                                  GError         **error);
void     _yd_wire_write_value    (YdJsonWriter    *writer,
                                  const char      *name,
                                  const YdField   *field,
                                  const char      *value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YdWireObject, _yd_wire_object_clear)

G_END_DECLS
