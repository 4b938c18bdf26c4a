/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-wire-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-wire-json-private.h"
#include "yd-wire-row-private.h"

/* The one form of an edit, MODEL.md §2. */

static const char * const attribute_names[YD_EDIT_N_ATTRIBUTES] = {
  [YD_EDIT_ID]       = "id",
  [YD_EDIT_ACT]      = "act",
  [YD_EDIT_UNDOES]   = "undoes",
  [YD_EDIT_DEVICE]   = "device",
  [YD_EDIT_ACTOR]    = "actor",
  [YD_EDIT_AT]       = "at",
  [YD_EDIT_RESOLVES] = "resolves",
  [YD_EDIT_GROUP]    = "group",
  [YD_EDIT_NOTE]     = "note",
};

static void
write_head (YdJsonWriter *writer,
            YdEdit       *edit)
{
  yd_json_writer_string (writer, "id", yd_edit_get_id (edit));
  if (yd_edit_get_n (edit) != 0)
    yd_json_writer_int (writer, "n", yd_edit_get_n (edit));
  if (yd_edit_get_seen (edit) != 0)
    yd_json_writer_int (writer, "seen", yd_edit_get_seen (edit));

  for (guint i = YD_EDIT_ID + 1; i < YD_EDIT_N_ATTRIBUTES; i++)
    if (yd_edit_get (edit, i) != NULL)
      yd_json_writer_string (writer, attribute_names[i], yd_edit_get (edit, i));

  if (yd_edit_get_whole (edit))
    yd_json_writer_bool (writer, "whole", TRUE);
  yd_json_writer_int (writer, "schema", yd_edit_get_schema (edit));
}

/* Whether @change is one of the cells of the row that @first creates. */
static gboolean
belongs_to (const YdChange *change,
            const YdChange *first)
{
  return first != NULL && change->kind == first->kind &&
         (change->id == first->id || strcmp (change->id, first->id) == 0) &&
         change->old_value == NULL;
}

static void
write_change (YdJsonWriter   *writer,
              const YdChange *change)
{
  const YdKindInfo *info = yd_schema_get_kind (change->kind);
  const YdField *field = &info->fields[change->field];

  yd_json_writer_begin_object (writer, NULL);
  yd_json_writer_string (writer, "kind", info->name);
  yd_json_writer_string (writer, "id", change->id);
  yd_json_writer_string (writer, "field", field->name);
  _yd_wire_write_value (writer, "old", field, change->old_value);
  _yd_wire_write_value (writer, "new", field, change->new_value);
  yd_json_writer_end_object (writer);
}

static void
write_changes (YdJsonWriter   *writer,
               const YdChange *changes,
               guint           n_changes)
{
  const YdChange *created = NULL;
  gboolean begun = FALSE;

  for (guint i = 0; i < n_changes; i++)
    {
      created = yd_change_creates (&changes[i]) ? &changes[i] : created;
      if (belongs_to (&changes[i], created))
        continue;

      if (!begun)
        yd_json_writer_begin_array (writer, "changes");
      begun = TRUE;
      created = NULL;
      write_change (writer, &changes[i]);
    }

  if (begun)
    yd_json_writer_end_array (writer);
}

/* A new row and those of its cells that follow it: returns how many changes that were. */
static guint
write_created (YdJsonWriter   *writer,
               const YdChange *first,
               guint           n_left)
{
  const YdKindInfo *info = yd_schema_get_kind (first->kind);
  guint n = 0;

  yd_json_writer_begin_object (writer, NULL);
  yd_json_writer_string (writer, "kind", info->name);
  yd_json_writer_string (writer, "id", first->id);
  yd_json_writer_begin_object (writer, "fields");
  for (; n < n_left && belongs_to (&first[n], first); n++)
    _yd_wire_write_cell (writer, &info->fields[first[n].field], first[n].field,
                         first[n].new_value);
  yd_json_writer_end_object (writer);
  yd_json_writer_end_object (writer);

  return n;
}

static void
write_creations (YdJsonWriter   *writer,
                 const YdChange *changes,
                 guint           n_changes)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < n_changes; )
    {
      if (!yd_change_creates (&changes[i]))
        {
          i++;
          continue;
        }

      if (!begun)
        yd_json_writer_begin_array (writer, "create");
      begun = TRUE;
      i += write_created (writer, &changes[i], n_changes - i);
    }

  if (begun)
    yd_json_writer_end_array (writer);
}

/**
 * yd_wire_edit_to_json:
 * @edit: an edit
 *
 * The cells of a new row become one record as long as they follow each other.
 *
 * Returns: (transfer full): one line, without its end
 */
char *
yd_wire_edit_to_json (YdEdit *edit)
{
  g_auto(YdJsonWriter) writer = { NULL };
  guint n_changes;
  const YdChange *changes = yd_edit_get_changes (edit, &n_changes);

  yd_json_writer_init (&writer);
  yd_json_writer_begin_object (&writer, NULL);
  write_head (&writer, edit);
  write_changes (&writer, changes, n_changes);
  write_creations (&writer, changes, n_changes);
  yd_json_writer_end_object (&writer);

  return yd_json_writer_end (&writer);
}

static YdEdit *
read_head (JsonObject  *object,
           char       **id,
           GError     **error)
{
  const char *values[YD_EDIT_N_ATTRIBUTES];
  gint64 n = 0, seen = 0, schema = YD_SCHEMA_VERSION;
  gboolean whole = FALSE;
  YdEdit *edit;

  for (guint i = 0; i < YD_EDIT_N_ATTRIBUTES; i++)
    if (!_yd_wire_get_string (object, attribute_names[i], i == YD_EDIT_ACT, &values[i], error))
      return NULL;

  if (!_yd_wire_get_int (object, "n", &n, error) ||
      !_yd_wire_get_int (object, "seen", &seen, error) ||
      !_yd_wire_get_int (object, "schema", &schema, error) ||
      !_yd_wire_get_bool (object, "whole", &whole, error))
    return NULL;

  edit = yd_edit_new (values[YD_EDIT_ACT], NULL);
  for (guint i = YD_EDIT_ACT + 1; i < YD_EDIT_N_ATTRIBUTES; i++)
    yd_edit_set (edit, i, values[i]);
  yd_edit_set_order (edit, n, seen);
  yd_edit_set_whole (edit, whole);
  yd_edit_set_schema (edit, CLAMP (schema, 0, G_MAXINT));
  *id = g_strdup (values[YD_EDIT_ID]);

  return edit;
}

static gboolean
read_created (YdEdit      *edit,
              JsonObject  *object,
              GPtrArray   *extras,
              GError     **error)
{
  g_auto(YdWireRow) row = { YD_N_KINDS };
  g_autoptr(GRefString) id = NULL;

  if (!_yd_wire_row_read (&row, object, extras, error))
    return FALSE;
  if (row.kind == YD_N_KINDS)
    return TRUE;

  id = g_ref_string_new (row.id);
  for (guint i = 0; i < yd_schema_get_kind (row.kind)->n_fields; i++)
    if (row.cells[i] != NULL)
      yd_edit_take (edit, &(YdChange) { g_ref_string_acquire (id), NULL,
                                        g_steal_pointer (&row.cells[i]), row.kind, i });

  return TRUE;
}

static gboolean
read_change (YdEdit      *edit,
             JsonObject  *object,
             GPtrArray   *extras,
             GError     **error)
{
  const char *kind_name, *id, *field_name;
  YdChange change = { NULL };
  const YdField *field;
  YdKind kind;
  guint i;

  if (!_yd_wire_get_string (object, "kind", TRUE, &kind_name, error) ||
      !_yd_wire_get_id (object, &id, error) ||
      !_yd_wire_get_string (object, "field", TRUE, &field_name, error))
    return FALSE;
  if (!json_object_has_member (object, "new"))
    return _yd_wire_invalid (error, _("“%s” is missing"), "new");
  if (!yd_schema_find_field (kind_name, field_name, &kind, &i))
    return _yd_wire_keep_extra (extras, kind_name, id, field_name,
                                json_object_get_member (object, "new"), error);

  field = &yd_schema_get_kind (kind)->fields[i];
  if (!_yd_wire_read_value (json_object_get_member (object, "old"), field, &change.old_value,
                            error))
    return FALSE;
  if (!_yd_wire_read_value (json_object_get_member (object, "new"), field, &change.new_value,
                            error))
    {
      g_clear_pointer (&change.old_value, g_ref_string_release);
      return FALSE;
    }

  change.id = g_ref_string_new (id);
  change.kind = kind;
  change.field = i;
  yd_edit_take (edit, &change);
  return TRUE;
}

typedef gboolean (* ReadFunc) (YdEdit      *edit,
                               JsonObject  *object,
                               GPtrArray   *extras,
                               GError     **error);

static gboolean
read_list (YdEdit        *edit,
           YdWireObject  *object,
           const char    *name,
           ReadFunc       func,
           GPtrArray     *extras,
           GError       **error)
{
  YdWireElements elements;
  JsonObject *element;

  if (!_yd_wire_elements_init (&elements, object, name, error))
    return FALSE;

  do
    if (!_yd_wire_elements_next (&elements, &element, error) ||
        (element != NULL && !func (edit, element, extras, error)))
      {
        g_prefix_error (error, "%s[%u]: ", name, elements.n - 1);
        return FALSE;
      }
  while (element != NULL);

  return TRUE;
}

/**
 * yd_wire_edit_from_json:
 * @json: one line from outside, with a NUL at @len
 * @len: its length in bytes
 * @extras: (nullable) (element-type YdWireExtra): where to put kinds and fields of later
 *   versions; without it they are %YD_WIRE_ERROR_TOO_NEW
 * @error: %YD_WIRE_ERROR
 *
 * New rows come before all other changes: in an edit they do not depend on them. Whether the
 * values are allowed is asked at the door. Members that this version does not know are passed
 * over: who relays an edit relays its bytes.
 *
 * Returns: (transfer full): the edit, sealed if it has an id
 */
YdEdit *
yd_wire_edit_from_json (const char  *json,
                        gsize        len,
                        GPtrArray   *extras,
                        GError     **error)
{
  g_auto(YdWireObject) object = { NULL };
  g_autoptr(YdEdit) edit = NULL;
  g_autofree char *id = NULL;

  if (!_yd_wire_object_init (&object, json, len, YD_WIRE_MAX_EDIT, error))
    return NULL;

  edit = read_head (object.object, &id, error);
  if (edit == NULL ||
      !read_list (edit, &object, "create", read_created, extras, error) ||
      !read_list (edit, &object, "changes", read_change, extras, error))
    return NULL;

  if (id != NULL)
    yd_edit_seal (edit, id);
  return g_steal_pointer (&edit);
}
