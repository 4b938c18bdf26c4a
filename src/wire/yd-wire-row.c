/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-wire-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-ref-string.h"
#include "yd-wire-json-private.h"
#include "yd-wire-row-private.h"

/* `{"kind":…,"id":…,"fields":{…}}`, where null is left out, and so is `deleted` if it is false. */

static void
empty_row (YdWireRow *self)
{
  self->kind = YD_N_KINDS;
  g_clear_pointer (&self->id, g_free);
  for (guint i = 0; i < YD_MAX_FIELDS; i++)
    yd_clear_ref_string (&self->cells[i]);
}

void
yd_wire_row_clear (YdWireRow *self)
{
  empty_row (self);
  g_clear_object (&self->parser);
}

static void
begin_row (YdJsonWriter *writer,
           const char   *kind,
           const char   *id)
{
  yd_json_writer_begin_object (writer, NULL);
  yd_json_writer_string (writer, "kind", kind);
  yd_json_writer_string (writer, "id", id);
  yd_json_writer_begin_object (writer, "fields");
}

static void
write_extras (YdJsonWriter *writer,
              GPtrArray    *extras)
{
  for (guint i = 0; extras != NULL && i < extras->len; i++)
    {
      const YdWireExtra *extra = g_ptr_array_index (extras, i);

      yd_json_writer_raw (writer, extra->field, extra->value != NULL ? extra->value : "null");
    }
}

static void
end_row (YdJsonWriter *writer)
{
  yd_json_writer_end_object (writer);
  yd_json_writer_end_object (writer);
}

/* One cell of a row or of a new row. */
void
_yd_wire_write_cell (YdJsonWriter  *writer,
                     const YdField *field,
                     guint          i,
                     const char    *value)
{
  if (value != NULL && !(i == YD_FIELD_DELETED && strcmp (value, "false") == 0))
    _yd_wire_write_value (writer, field->name, field, value);
}

/**
 * yd_wire_row_to_json:
 * @row: a row
 * @extras: (nullable) (element-type YdWireExtra): what else is known of this row and of no other
 *
 * Returns: (transfer full): one line, without its end
 */
char *
yd_wire_row_to_json (YdRow     *row,
                     GPtrArray *extras)
{
  const YdKindInfo *info = yd_schema_get_kind (yd_row_get_kind (row));
  g_auto(YdJsonWriter) writer = { NULL };

  yd_json_writer_init (&writer);
  begin_row (&writer, info->name, yd_row_get_id (row));
  for (guint i = 0; i < info->n_fields; i++)
    _yd_wire_write_cell (&writer, &info->fields[i], i, yd_row_get_cell (row, i));
  write_extras (&writer, extras);
  end_row (&writer);

  return yd_json_writer_end (&writer);
}

/**
 * yd_wire_extras_to_json:
 * @extras: (element-type YdWireExtra): all that is known of one row of an unknown kind
 *
 * Returns: (transfer full): one line, without its end
 */
char *
yd_wire_extras_to_json (GPtrArray *extras)
{
  const YdWireExtra *first;
  g_auto(YdJsonWriter) writer = { NULL };

  g_return_val_if_fail (extras->len > 0, NULL);

  first = g_ptr_array_index (extras, 0);
  yd_json_writer_init (&writer);
  begin_row (&writer, first->kind, first->id);
  write_extras (&writer, extras);
  end_row (&writer);

  return yd_json_writer_end (&writer);
}

static void
add_extra (GPtrArray  *extras,
           const char *kind,
           const char *id,
           const char *field,
           JsonNode   *node)
{
  g_autofree char *value = node != NULL && !JSON_NODE_HOLDS_NULL (node)
                           ? json_to_string (node, FALSE) : NULL;

  yd_wire_extras_add (extras, kind, id, field, value);
}

/* What this version does not know is kept, or refused if nobody asked for it. */
gboolean
_yd_wire_keep_extra (GPtrArray   *extras,
                     const char  *kind,
                     const char  *id,
                     const char  *field,
                     JsonNode    *node,
                     GError     **error)
{
  if (extras != NULL)
    {
      add_extra (extras, kind, id, field, node);
      return TRUE;
    }

  _yd_wire_invalid (error, _("“%s” is not known. It needs a newer version of this program"),
                    field != NULL ? field : kind);
  if (error != NULL && *error != NULL)
    (*error)->code = YD_WIRE_ERROR_TOO_NEW;
  return FALSE;
}

/* Reads the cells of a row of a known kind. */
static gboolean
read_cells (YdWireRow   *self,
            JsonObject  *fields,
            GPtrArray   *extras,
            GError     **error)
{
  const YdKindInfo *info = yd_schema_get_kind (self->kind);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  guint i;

  json_object_iter_init_ordered (&iter, fields);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!_yd_wire_find_field (info, name, &i))
      {
        if (!_yd_wire_keep_extra (extras, info->name, self->id, name, node, error))
          return FALSE;
      }
    else if (!_yd_wire_read_value (node, &info->fields[i], &self->cells[i], error))
      return FALSE;

  if (self->cells[YD_FIELD_DELETED] == NULL)
    self->cells[YD_FIELD_DELETED] = yd_field_make_value (&info->fields[YD_FIELD_DELETED], "false");
  return TRUE;
}

/* A row of an unknown kind. `deleted` is always among its cells, so that there is one. */
static gboolean
keep_cells (JsonObject  *fields,
            const char  *kind,
            const char  *id,
            GPtrArray   *extras,
            GError     **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (extras == NULL)
    return _yd_wire_keep_extra (NULL, kind, id, NULL, NULL, error);

  if (!json_object_has_member (fields, "deleted"))
    yd_wire_extras_add (extras, kind, id, "deleted", "false");

  json_object_iter_init_ordered (&iter, fields);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    add_extra (extras, kind, id, name, node);
  return TRUE;
}

/*
 * _yd_wire_row_read:
 * @self: an empty row
 * @object: an object of the form above
 * @extras: (nullable): where to put what this version does not know
 */
gboolean
_yd_wire_row_read (YdWireRow   *self,
                   JsonObject  *object,
                   GPtrArray   *extras,
                   GError     **error)
{
  JsonNode *fields = json_object_get_member (object, "fields");
  const char *kind, *id;

  if (!_yd_wire_get_string (object, "kind", TRUE, &kind, error) ||
      !_yd_wire_get_id (object, &id, error))
    return FALSE;
  if (fields == NULL || !JSON_NODE_HOLDS_OBJECT (fields))
    return _yd_wire_invalid (error, _("“%s” must be an object"), "fields");

  self->id = g_strdup (id);
  if (!yd_schema_find_kind (kind, &self->kind))
    {
      self->kind = YD_N_KINDS;
      return keep_cells (json_node_get_object (fields), kind, id, extras, error);
    }

  return read_cells (self, json_node_get_object (fields), extras, error);
}

/**
 * yd_wire_row_from_json:
 * @self: (inout): gets what was read, in the place of what it had
 * @json: one line from outside, with a NUL at @len
 * @len: its length in bytes
 * @extras: (nullable) (element-type YdWireExtra): where to put kinds and fields of later
 *   versions; without it they are %YD_WIRE_ERROR_TOO_NEW
 * @error: %YD_WIRE_ERROR
 *
 * Returns: whether the line is a row
 */
gboolean
yd_wire_row_from_json (YdWireRow   *self,
                       const char  *json,
                       gsize        len,
                       GPtrArray   *extras,
                       GError     **error)
{
  g_auto(YdWireObject) object = { g_steal_pointer (&self->parser) };
  gboolean read;

  empty_row (self);
  read = _yd_wire_object_init (&object, json, len, YD_WIRE_MAX_ROW, error) &&
         _yd_wire_row_read (self, object.object, extras, error);
  self->parser = g_steal_pointer (&object.parser);

  return read;
}
