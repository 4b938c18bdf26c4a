/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-wire-command-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-order.h"
#include "yd-ref-string.h"

/* Which ids the new rows of a line get, and in which order they stand. */

/* Returns: (nullable): the id that is called @name here; %NULL as long as it is not known */
static const char *
get_named_id (Command     *self,
              const char  *name,
              GError     **error)
{
  Record *record = g_hash_table_lookup (self->names, name);

  if (record == NULL)
    _yd_wire_invalid (error, _("“%s” is not made in this line"), name);

  return record != NULL ? record->id : NULL;
}

/* The part of @value that may be a `$name`; a span begins with the id of its source. */
static char *
dup_name (const YdField *field,
          const char    *value)
{
  if (value == NULL || *value != '$' ||
      (field->type != YD_VALUE_ID && field->type != YD_VALUE_SPAN))
    return NULL;

  return field->type == YD_VALUE_ID ? g_strdup (value)
                                    : g_strndup (value, strcspn (value, ":"));
}

/*
 * _yd_wire_command_resolve:
 * @self: a command whose ids are known
 * @field: a field
 * @value: (inout): a value for it, in which the id takes the place of its name
 *
 * Returns: whether the name is one of this line
 */
gboolean
_yd_wire_command_resolve (Command        *self,
                          const YdField  *field,
                          GRefString    **value,
                          GError        **error)
{
  g_autofree char *name = dup_name (field, *value), *resolved = NULL;
  const char *id;

  if (name == NULL)
    return TRUE;

  id = get_named_id (self, name, error);
  if (id == NULL)
    return FALSE;

  resolved = g_strconcat (id, *value + strlen (name), NULL);
  yd_clear_ref_string (value);
  *value = yd_field_make_value (field, resolved);
  return TRUE;
}

/* An id that follows from its parts. @done says whether all of them are known by now. */
static gboolean
derive_id (Command   *self,
           Record    *record,
           gboolean  *done,
           GError   **error)
{
  const YdKindInfo *info = yd_schema_get_kind (record->kind);
  const char *parts[YD_MAX_FIELDS + 1] = { info->name };
  g_autofree char *id = NULL;
  gsize n = 1;

  *done = FALSE;
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *name = NULL;

      if ((info->fields[i].flags & YD_FIELD_PART) != YD_FIELD_PART)
        continue;

      name = dup_name (&info->fields[i], record->cells[i]);
      if (name != NULL)
        {
          if (g_hash_table_lookup (self->names, name) == NULL)
            return _yd_wire_command_resolve (self, &info->fields[i], &record->cells[i], error);
          if (get_named_id (self, name, NULL) == NULL)
            return TRUE;
          _yd_wire_command_resolve (self, &info->fields[i], &record->cells[i], NULL);
        }
      parts[n++] = record->cells[i] != NULL ? record->cells[i] : "";
    }

  *done = TRUE;
  id = yd_id_derive (parts, n);
  if (record->id != NULL && strcmp (record->id, id) != 0)
    return _yd_wire_invalid (error, _("The id must be “%s”, or be left out"), id);

  g_free (record->id);
  record->id = g_steal_pointer (&id);
  return TRUE;
}

/* One may follow from another, so it is tried until nothing more comes of it. */
static gboolean
derive_ids (Command    *self,
            GPtrArray  *waiting,
            GError    **error)
{
  guint n_before;

  do
    {
      guint n_left = 0;

      n_before = waiting->len;
      for (guint i = 0; i < n_before; i++)
        {
          Record *record = g_ptr_array_index (waiting, i);
          gboolean done;

          if (!derive_id (self, record, &done, error))
            {
              g_prefix_error (error, "create[%u]: ", record->n);
              return FALSE;
            }
          if (!done)
            waiting->pdata[n_left++] = record;
        }
      g_ptr_array_set_size (waiting, n_left);
    }
  while (waiting->len > 0 && waiting->len < n_before);

  return waiting->len == 0 ||
         _yd_wire_invalid (error, _("“%s” follows from itself"),
                           ((Record *) g_ptr_array_index (waiting, 0))->name);
}

static gboolean
resolve_cells (Command  *self,
               Record   *record,
               GError  **error)
{
  const YdKindInfo *info = yd_schema_get_kind (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (!_yd_wire_command_resolve (self, &info->fields[i], &record->cells[i], error))
      {
        g_prefix_error (error, "create[%u]: %s: ", record->n, info->fields[i].name);
        return FALSE;
      }

  return TRUE;
}

/*
 * _yd_wire_command_name_ids:
 * @self: a command whose new rows were read
 *
 * Gives each new row its id, and puts it wherever the row is named.
 */
gboolean
_yd_wire_command_name_ids (Command  *self,
                           GError  **error)
{
  g_autoptr(GPtrArray) waiting = g_ptr_array_new ();

  for (guint i = 0; i < self->records->len; i++)
    {
      Record *record = g_ptr_array_index (self->records, i);

      if (yd_schema_get_kind (record->kind)->derived)
        g_ptr_array_add (waiting, record);
      else if (record->id == NULL)
        record->id = yd_id_new (self->ids);
    }

  if (!derive_ids (self, waiting, error))
    return FALSE;

  for (guint i = 0; i < self->records->len; i++)
    if (!resolve_cells (self, g_ptr_array_index (self->records, i), error))
      return FALSE;

  return TRUE;
}

/* The key of the last row among which @record will stand. */
static char *
dup_last_key (Command *self,
              Record  *record)
{
  const YdKindInfo *info = yd_schema_get_kind (record->kind);
  const char *home_id = info->home != 0 ? record->cells[info->home] : NULL;
  YdRow *home = home_id != NULL
                ? yd_space_lookup (self->space, info->fields[info->home].target, home_id) : NULL;
  GListModel *siblings = NULL;
  g_autoptr(YdRow) last = NULL;
  guint n;

  if (home_id == NULL)
    siblings = yd_space_get_rows (self->space, record->kind);
  else if (home != NULL)
    siblings = yd_row_get_rows (home, record->kind);

  n = siblings != NULL ? g_list_model_get_n_items (siblings) : 0;
  last = n > 0 ? g_list_model_get_item (siblings, n - 1) : NULL;
  return last != NULL ? g_strdup (yd_row_get_cell (last, info->order)) : NULL;
}

static gboolean
lacks_order (Record *record)
{
  const YdKindInfo *info = yd_schema_get_kind (record->kind);

  return info->order != 0 && info->fields[info->order].type == YD_VALUE_KEY &&
         !(record->given & (1u << info->order));
}

/* Those that will stand among the same siblings get keys behind them, evenly spaced. */
static void
add_orders (Command   *self,
            GPtrArray *records)
{
  Record *first = g_ptr_array_index (records, 0);
  const guint order = yd_schema_get_kind (first->kind)->order;
  g_autofree char *last = dup_last_key (self, first);
  g_autofree char *base = last != NULL ? yd_order_between (last, NULL, self->ids) : g_strdup ("");

  for (guint i = 0; i < records->len; i++)
    {
      Record *record = g_ptr_array_index (records, i);
      g_autofree char *nth = yd_order_nth (i, records->len, self->ids);
      g_autofree char *key = g_strconcat (base, last == NULL || records->len > 1 ? nth : "", NULL);

      record->cells[order] = g_ref_string_new (key);
      record->given |= 1u << order;
    }
}

/*
 * _yd_wire_command_add_order:
 * @self: a command whose ids are known
 *
 * New rows without a place stand at the end, in the order of the line. One that was deleted
 * keeps the place it had.
 */
void
_yd_wire_command_add_order (Command *self)
{
  g_autoptr(GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer group;

  for (guint i = 0; i < self->records->len; i++)
    {
      Record *record = g_ptr_array_index (self->records, i);
      const guint home = yd_schema_get_kind (record->kind)->home;
      char *key;

      if (!lacks_order (record) || yd_space_lookup (self->space, record->kind, record->id) != NULL)
        continue;

      key = g_strdup_printf ("%u/%s", record->kind, home != 0 ? record->cells[home] : NULL);
      group = g_hash_table_lookup (groups, key);
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, g_strdup (key), group);
        }
      g_ptr_array_add (group, record);
      g_free (key);
    }

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    add_orders (self, group);
}
