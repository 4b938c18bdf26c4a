/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-wire-command-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-ref-string.h"
#include "yd-wire-edit.h"

/* The short form of an edit, as people and scripts write it for `yaodianctl edit`. */

static void
free_record (Record *record)
{
  g_free (record->name);
  g_free (record->id);
  for (guint i = 0; i < YD_MAX_FIELDS; i++)
    yd_clear_ref_string (&record->cells[i]);
  g_free (record);
}

static void
clear_command (Command *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->edit, yd_edit_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Command, clear_command)

static gboolean
get_kind (JsonObject  *object,
          YdKind      *kind,
          GError     **error)
{
  const char *name;

  return _yd_wire_get_string (object, "kind", TRUE, &name, error) &&
         (yd_schema_find_kind (name, kind) ||
          _yd_wire_invalid (error, _("There is no kind “%s”"), name));
}

static gboolean
read_fields (Record      *record,
             JsonObject  *fields,
             GError     **error)
{
  const YdKindInfo *info = yd_schema_get_kind (record->kind);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  guint i;

  json_object_iter_init_ordered (&iter, fields);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (!_yd_wire_find_field (info, name, &i))
        return _yd_wire_invalid (error, _("There is no field “%s”"), name);
      if (!_yd_wire_read_value (node, &info->fields[i], &record->cells[i], error))
        return FALSE;
      record->given |= 1u << i;
    }

  return g_strcmp0 (record->cells[YD_FIELD_DELETED], "true") != 0 ||
         _yd_wire_invalid (error, _("“%s” cannot be said of a new row"), "deleted");
}

static gboolean
read_created (Command     *self,
              JsonObject  *object,
              guint        n,
              GError     **error)
{
  JsonNode *fields = json_object_get_member (object, "fields");
  Record *record = g_new0 (Record, 1);
  const char *id;

  record->n = n;
  g_ptr_array_add (self->records, record);
  if (!get_kind (object, &record->kind, error) ||
      !_yd_wire_get_string (object, "id", FALSE, &id, error))
    return FALSE;
  if (fields != NULL && !JSON_NODE_HOLDS_OBJECT (fields))
    return _yd_wire_invalid (error, _("“%s” must be an object"), "fields");

  if (id != NULL && *id == '$')
    {
      record->name = g_strdup (id);
      if (!g_hash_table_insert (self->names, record->name, record))
        return _yd_wire_invalid (error, _("“%s” is made twice in this line"), id);
    }
  else if (id != NULL && !_yd_wire_get_id (object, &id, error))
    return FALSE;
  else
    record->id = g_strdup (id);

  return fields == NULL || read_fields (record, json_node_get_object (fields), error);
}

/* `old` may be left out: then it is what the space holds now. */
static gboolean
read_old (Command        *self,
          JsonObject     *object,
          const YdField  *field,
          YdChange       *change,
          GError        **error)
{
  YdRow *row = yd_space_lookup (self->space, change->kind, change->id);

  if (row == NULL)
    {
      g_set_error (error, YD_WIRE_ERROR, YD_WIRE_ERROR_INVALID, _("There is no %s %s"),
                   yd_schema_get_kind (change->kind)->name, change->id);
      return FALSE;
    }

  if (json_object_has_member (object, "old"))
    return _yd_wire_read_value (json_object_get_member (object, "old"), field,
                                &change->old_value, error);

  yd_set_ref_string (&change->old_value, yd_row_get_cell_ref (row, change->field));
  return TRUE;
}

static gboolean
read_change (Command     *self,
             JsonObject  *object,
             guint        n,
             GError     **error)
{
  const char *id, *field_name;
  const YdField *field;
  YdChange change = { NULL };
  YdKind kind;
  guint i;

  if (!get_kind (object, &kind, error) ||
      !_yd_wire_get_string (object, "id", TRUE, &id, error) ||
      !_yd_wire_get_string (object, "field", TRUE, &field_name, error))
    return FALSE;
  if (*id == '$')
    return _yd_wire_invalid (error, _("“%s” is new: put the value into its “fields”"), id);
  if (!_yd_wire_find_field (yd_schema_get_kind (kind), field_name, &i))
    return _yd_wire_invalid (error, _("There is no field “%s”"), field_name);
  if (!json_object_has_member (object, "new"))
    return _yd_wire_invalid (error, _("“%s” is missing"), "new");

  field = &yd_schema_get_kind (kind)->fields[i];
  change.kind = kind;
  change.field = i;
  change.id = g_ref_string_new (id);
  if (!read_old (self, object, field, &change, error) ||
      !_yd_wire_read_value (json_object_get_member (object, "new"), field, &change.new_value,
                            error) ||
      !_yd_wire_command_resolve (self, field, &change.new_value, error))
    {
      yd_clear_ref_string (&change.id);
      yd_clear_ref_string (&change.old_value);
      yd_clear_ref_string (&change.new_value);
      return FALSE;
    }

  yd_edit_take (self->edit, &change);
  return TRUE;
}

typedef gboolean (* ReadFunc) (Command     *self,
                               JsonObject  *object,
                               guint        n,
                               GError     **error);

static gboolean
read_list (Command       *self,
           YdWireObject  *object,
           const char    *name,
           ReadFunc       func,
           GError       **error)
{
  YdWireElements elements;
  JsonObject *element;

  if (!_yd_wire_elements_init (&elements, object, name, error))
    return FALSE;

  do
    if (!_yd_wire_elements_next (&elements, &element, error) ||
        (element != NULL && !func (self, element, elements.n - 1, error)))
      {
        g_prefix_error (error, "%s[%u]: ", name, elements.n - 1);
        return FALSE;
      }
  while (element != NULL);

  return TRUE;
}

/* An element of a set that was taken out before comes back as it was, but for what is said now. */
static gboolean
restore_row (Command  *self,
             Record   *record,
             YdRow    *row,
             GError  **error)
{
  const YdKindInfo *info = yd_schema_get_kind (record->kind);

  if (!info->derived || !yd_row_get_flag (row, YD_FIELD_DELETED))
    {
      g_set_error (error, YD_WIRE_ERROR, YD_WIRE_ERROR_INVALID, _("%s %s is there already"),
                   info->name, record->id);
      return FALSE;
    }

  yd_edit_change (self->edit, record->kind, record->id, YD_FIELD_DELETED, "true", "false");
  for (guint i = YD_FIELD_DELETED + 1; i < info->n_fields; i++)
    if (record->given & (1u << i) && g_strcmp0 (record->cells[i], yd_row_get_cell (row, i)) != 0)
      yd_edit_change (self->edit, record->kind, record->id, i, yd_row_get_cell (row, i),
                      record->cells[i]);

  return TRUE;
}

static gboolean
write_record (Command  *self,
              Record   *record,
              GError  **error)
{
  YdRow *row = yd_space_lookup (self->space, record->kind, record->id);

  if (row != NULL)
    return restore_row (self, record, row, error);

  yd_edit_create (self->edit, record->kind, record->id);
  for (guint i = YD_FIELD_DELETED + 1; i < yd_schema_get_kind (record->kind)->n_fields; i++)
    if (record->cells[i] != NULL)
      yd_edit_change (self->edit, record->kind, record->id, i, NULL, record->cells[i]);

  return TRUE;
}

static gboolean
write_records (Command  *self,
               GError  **error)
{
  for (guint i = 0; i < self->records->len; i++)
    if (!write_record (self, g_ptr_array_index (self->records, i), error))
      {
        g_prefix_error (error, "create[%u]: ", i);
        return FALSE;
      }

  return TRUE;
}

/* A name written wrong, such as “change”, would otherwise pass as an edit that does nothing. */
static gboolean
changes_something (Command  *self,
                   GError  **error)
{
  guint n_changes;

  yd_edit_get_changes (self->edit, &n_changes);
  if (n_changes > 0)
    return TRUE;

  g_set_error_literal (error, YD_WIRE_ERROR, YD_WIRE_ERROR_INVALID,
                       _("There is nothing in it: give “changes” or “create”"));
  return FALSE;
}

/* What to call an edit whose line does not say. */
static char *
guess_act (Command *self)
{
  guint n_changes;
  const YdChange *first = yd_edit_get_changes (self->edit, &n_changes);
  const YdKindInfo *info;
  const char *what = "edit";

  info = yd_schema_get_kind (first->kind);
  if (yd_change_creates (first))
    what = "add";
  else if (first->field == YD_FIELD_DELETED)
    what = g_strcmp0 (first->new_value, "true") == 0 ? "delete" : "restore";
  else if (first->field == info->home || first->field == info->order)
    what = "move";

  return g_strdup_printf ("%s.%s", info->name, what);
}

/**
 * yd_wire_edit_parse_command:
 * @space: the space that the edit is for
 * @line: one line from outside, with a NUL at @len
 * @len: its length in bytes
 * @ids: where new ids come from
 * @error: %YD_WIRE_ERROR, and which part of the line is wrong
 *
 * Reads `act`, `changes` and `create` of the JSON form, and nothing else. `old` may be left out;
 * an id `$name` is a new one, called so in this line; an id that follows from the fields, and
 * the place at the end of a list, need not be given.
 *
 * Returns: (transfer full): the edit, neither sealed nor applied
 */
YdEdit *
yd_wire_edit_parse_command (YdSpace           *space,
                            const char        *line,
                            gsize              len,
                            const YdIdSource  *ids,
                            GError           **error)
{
  g_auto(YdWireObject) object = { NULL };
  g_auto(Command) self = { space, ids };
  g_autofree char *guessed = NULL;
  const char *act;

  if (!_yd_wire_object_init (&object, line, len, YD_WIRE_MAX_EDIT, error) ||
      !_yd_wire_get_string (object.object, "act", FALSE, &act, error))
    return NULL;

  self.records = g_ptr_array_new_with_free_func ((GDestroyNotify) free_record);
  self.names = g_hash_table_new (g_str_hash, g_str_equal);
  self.edit = yd_edit_new (act != NULL ? act : "", NULL);

  if (!read_list (&self, &object, "create", read_created, error) ||
      !_yd_wire_command_name_ids (&self, error))
    return NULL;

  _yd_wire_command_add_order (&self);
  if (!write_records (&self, error) ||
      !read_list (&self, &object, "changes", read_change, error) ||
      !changes_something (&self, error))
    return NULL;

  if (act == NULL)
    {
      guessed = guess_act (&self);
      yd_edit_set (self.edit, YD_EDIT_ACT, guessed);
    }

  return g_steal_pointer (&self.edit);
}
