/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-wire-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-gate.h"
#include "yd-value.h"

/* Behind the gate a text is known to be good, so quotes and brackets tell all. */

static const char *
skip_blanks (const char *at)
{
  return at + strspn (at, " \t\r\n");
}

/* From the first byte of a value to the one behind it. */
static const char *
skip_value (const char *at)
{
  guint depth = 0;

  if (*at != '"' && *at != '{' && *at != '[')
    return at + strcspn (at, ",]} \t\r\n");

  do
    {
      if (*at == '"')
        for (at++; *at != '"'; at++)
          at += *at == '\\';
      else if (*at == '{' || *at == '[')
        depth++;
      else if (*at == '}' || *at == ']')
        depth--;
      at++;
    }
  while (depth > 0);

  return at;
}

/* The text of an object in which `[i]` stands for its i-th array. */
static GString *
take_out_arrays (const char *json,
                 GPtrArray  *arrays)
{
  GString *head = g_string_new ("{");
  const char *at = skip_blanks (skip_blanks (json) + 1);

  while (*at == '"')
    {
      const char *name = at, *value = skip_blanks (skip_blanks (skip_value (at)) + 1);

      at = skip_value (value);
      g_string_append_c (head, ',');
      if (head->len == 2)
        g_string_truncate (head, 1);

      if (*value == '[')
        {
          g_string_append_len (head, name, value - name);
          g_string_append_printf (head, "[%u]", arrays->len);
          g_ptr_array_add (arrays, (gpointer) value);
        }
      else
        g_string_append_len (head, name, at - name);

      at = skip_blanks (at);
      at = *at == ',' ? skip_blanks (at + 1) : at;
    }

  g_string_append_c (head, '}');
  return head;
}

/*
 * _yd_wire_object_init:
 * @self: where to put it; nulls, but it may have a parser to use again
 * @json: an object from outside, with a NUL at @len, which stays there as long as @self
 * @len: its length in bytes
 * @max_bytes: how long it may be
 *
 * Returns: whether it passed the gate
 */
gboolean
_yd_wire_object_init (YdWireObject  *self,
                      const char    *json,
                      gsize          len,
                      gsize          max_bytes,
                      GError       **error)
{
  const YdGateLimits limits = { max_bytes, YD_GATE_MAX_DEPTH, FALSE };
  GString *head;
  gboolean read;

  if (!yd_gate_check (json, len, &limits, error))
    return FALSE;

  self->arrays = g_ptr_array_new ();
  if (self->parser == NULL)
    self->parser = json_parser_new ();
  head = take_out_arrays (json, self->arrays);
  read = json_parser_load_from_data (self->parser, head->str, head->len, error);
  g_string_free (head, TRUE);
  if (!read)
    return FALSE;

  self->object = json_node_get_object (json_parser_get_root (self->parser));
  return TRUE;
}

void
_yd_wire_object_clear (YdWireObject *self)
{
  g_clear_object (&self->parser);
  g_clear_object (&self->element_parser);
  g_clear_pointer (&self->arrays, g_ptr_array_unref);
}

/* Begins the array @name; one that is not there has no elements. */
gboolean
_yd_wire_elements_init (YdWireElements  *self,
                        YdWireObject    *object,
                        const char      *name,
                        GError         **error)
{
  JsonNode *node = json_object_get_member (object->object, name);
  guint i;

  *self = (YdWireElements) { object, "]", name };
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return _yd_wire_invalid (error, _("“%s” must be a list"), name);

  i = json_array_get_int_element (json_node_get_array (node), 0);
  self->at = skip_blanks ((const char *) g_ptr_array_index (object->arrays, i) + 1);
  return TRUE;
}

/*
 * _yd_wire_elements_next:
 * @self: the elements of an array
 * @element: (out) (transfer none) (nullable): the next one, which stays until this is
 *   called again; %NULL at the end
 *
 * Returns: whether the next one is an object, or there is none
 */
gboolean
_yd_wire_elements_next (YdWireElements  *self,
                        JsonObject     **element,
                        GError         **error)
{
  YdWireObject *object = self->object;
  const char *begin = self->at;

  *element = NULL;
  if (*begin == ']')
    return TRUE;

  self->n++;
  if (*begin != '{')
    return _yd_wire_invalid (error, _("“%s” must be a list of objects"), self->name);

  self->at = skip_value (begin);
  if (object->element_parser == NULL)
    object->element_parser = json_parser_new ();
  if (!json_parser_load_from_data (object->element_parser, begin, self->at - begin, error))
    return FALSE;

  self->at = skip_blanks (self->at);
  self->at = *self->at == ',' ? skip_blanks (self->at + 1) : self->at;
  *element = json_node_get_object (json_parser_get_root (object->element_parser));
  return TRUE;
}

/* Always FALSE. @what has one %s, for @name. */
gboolean
_yd_wire_invalid (GError     **error,
                  const char  *what,
                  const char  *name)
{
  g_autofree char *short_name = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 40));
  GString *message = g_string_new (what);

  g_string_replace (message, "%s", short_name, 1);
  g_set_error_literal (error, YD_WIRE_ERROR, YD_WIRE_ERROR_INVALID, message->str);
  g_string_free (message, TRUE);
  return FALSE;
}

/* A member that is null is one that is not there. */
static JsonNode *
get_member (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

gboolean
_yd_wire_get_string (JsonObject  *object,
                     const char  *name,
                     gboolean     required,
                     const char **value,
                     GError     **error)
{
  JsonNode *node = get_member (object, name);

  *value = NULL;
  if (node == NULL)
    return !required || _yd_wire_invalid (error, _("“%s” is missing"), name);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return _yd_wire_invalid (error, _("“%s” must be a text"), name);

  *value = json_node_get_string (node);
  return TRUE;
}

/* The id of a row, known or not. */
gboolean
_yd_wire_get_id (JsonObject  *object,
                 const char **id,
                 GError     **error)
{
  static const YdField any_id = { "id", YD_VALUE_ID };

  return _yd_wire_get_string (object, "id", TRUE, id, error) &&
         (yd_field_allows (&any_id, *id) || _yd_wire_invalid (error, _("“%s” is no id"), *id));
}

gboolean
_yd_wire_get_int (JsonObject  *object,
                  const char  *name,
                  gint64      *value,
                  GError     **error)
{
  JsonNode *node = get_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return _yd_wire_invalid (error, _("“%s” must be a number"), name);

  *value = json_node_get_int (node);
  return TRUE;
}

gboolean
_yd_wire_get_bool (JsonObject  *object,
                   const char  *name,
                   gboolean    *value,
                   GError     **error)
{
  JsonNode *node = get_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return _yd_wire_invalid (error, _("“%s” must be true or false"), name);

  *value = json_node_get_boolean (node);
  return TRUE;
}

gboolean
_yd_wire_find_field (const YdKindInfo *info,
                     const char       *name,
                     guint            *field)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (strcmp (info->fields[i].name, name) == 0)
      {
        *field = i;
        return TRUE;
      }

  return FALSE;
}

/*
 * _yd_wire_read_value:
 * @node: (nullable): a value
 * @field: the field it is for
 * @value: (out) (transfer full): the value as a cell holds it
 *
 * Looks at the JSON type alone. Whether the value is allowed is asked at the door.
 *
 * Returns: whether the type is that of @field
 */
gboolean
_yd_wire_read_value (JsonNode       *node,
                     const YdField  *field,
                     GRefString    **value,
                     GError        **error)
{
  const GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node)
                     ? json_node_get_value_type (node) : G_TYPE_NONE;
  char number[24];

  *value = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  if (field->type == YD_VALUE_INT)
    {
      if (type != G_TYPE_INT64)
        return _yd_wire_invalid (error, _("“%s” must be a number"), field->name);
      g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, json_node_get_int (node));
      *value = yd_field_make_value (field, number);
    }
  else if (field->type == YD_VALUE_BOOL)
    {
      if (type != G_TYPE_BOOLEAN)
        return _yd_wire_invalid (error, _("“%s” must be true or false"), field->name);
      *value = yd_field_make_value (field, json_node_get_boolean (node) ? "true" : "false");
    }
  else
    {
      if (type != G_TYPE_STRING)
        return _yd_wire_invalid (error, _("“%s” must be a text"), field->name);
      *value = yd_field_make_value (field, json_node_get_string (node));
    }

  return TRUE;
}

/* A value that is not allowed is written as a text, so that the JSON is good all the same. */
void
_yd_wire_write_value (YdJsonWriter  *writer,
                      const char    *name,
                      const YdField *field,
                      const char    *value)
{
  const gboolean plain = value != NULL &&
                         (field->type == YD_VALUE_INT || field->type == YD_VALUE_BOOL) &&
                         yd_field_allows (field, value);

  if (plain)
    yd_json_writer_raw (writer, name, value);
  else
    yd_json_writer_string (writer, name, value);
}
