/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-writer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-tables-private.h"
#include "yd-value.h"

/* What an edit does to the tables of the kinds and to the index. */

static YdStatement *
prepare (YdWriter     *self,
         YdStatement **statement,
         char         *sql,
         GError      **error)
{
  g_autofree char *owned = sql;

  if (*statement == NULL)
    *statement = yd_statement_new (self->db, owned, error);

  return *statement;
}

static gboolean
bind_value (YdStatement   *statement,
            int            n,
            const YdField *field,
            const char    *value,
            GError       **error)
{
  gint64 number;

  if (field->type == YD_VALUE_BOOL && value != NULL)
    return yd_statement_bind_int (statement, n, *value == 't', error);

  if (field->type == YD_VALUE_INT && value != NULL && yd_value_to_int (value, &number))
    return yd_statement_bind_int (statement, n, number, error);

  return yd_statement_bind_text (statement, n, value, error);
}

/* The key of the row made last; the first key of the space if there is none. */
static gboolean
find_last_key (YdWriter  *self,
               YdKind     kind,
               GError   **error)
{
  YdStatement *last = self->last[kind];
  gboolean ok;

  if (last == NULL &&
      (last = prepare (self, &self->last[kind], _yd_tables_last_sql (kind), error)) == NULL)
    return FALSE;

  ok = yd_statement_bind_int (last, 1, self->base, error) &&
       yd_statement_bind_int (last, 2, self->base | YD_KEY_MAX_ROW, error) &&
       yd_statement_step (last, NULL, error);
  if (ok)
    self->next_key[kind] = MAX (self->base, yd_statement_get_int (last, 0)) + 1;
  yd_statement_reset (last);

  return ok;
}

static gboolean
find_key (YdWriter        *self,
          const YdChange  *change,
          gint64          *key,
          GError         **error)
{
  YdStatement *find = self->find[change->kind];
  gboolean has_row = FALSE, ok;

  if (find == NULL &&
      (find = prepare (self, &self->find[change->kind], _yd_tables_find_sql (change->kind),
                       error)) == NULL)
    return FALSE;

  ok = yd_statement_bind_text (find, 1, change->id, error) &&
       yd_statement_bind_int (find, 2, self->base, error) &&
       yd_statement_bind_int (find, 3, self->base | YD_KEY_MAX_ROW, error) &&
       yd_statement_step (find, &has_row, error);
  if (ok && has_row)
    *key = yd_statement_get_int (find, 0);
  yd_statement_reset (find);

  if (ok && !has_row)
    g_set_error (error, YD_DB_ERROR, YD_DB_ERROR_DAMAGED,
                 _("The row %s %s is missing in the file. Open the library again: it is then "
                   "checked and repaired."),
                 yd_schema_get_kind (change->kind)->name, change->id);

  return ok && has_row;
}

static gboolean
index_cell (YdWriter        *self,
            const YdChange  *change,
            gint64           key,
            GError         **error)
{
  guint slot = _yd_search_get_slot (change->kind, change->field);

  if (slot == 0)
    return TRUE;

  return (change->old_value == NULL ||
          _yd_search_index_remove (&self->index, key, slot, change->old_value, error)) &&
         (change->new_value == NULL ||
          _yd_search_index_add (&self->index, key, slot, change->new_value, error));
}

static gboolean
write_cell (YdWriter        *self,
            const YdChange  *change,
            gint64           key,
            GError         **error)
{
  YdStatement *update = self->update[change->kind][change->field];
  const YdField *field = &yd_schema_get_kind (change->kind)->fields[change->field];

  if (update == NULL &&
      (update = prepare (self, &self->update[change->kind][change->field],
                         _yd_tables_update_sql (change->kind, change->field), error)) == NULL)
    return FALSE;

  return bind_value (update, 1, field, change->new_value, error) &&
         yd_statement_bind_int (update, 2, key, error) &&
         yd_statement_run (update, error) &&
         (!self->indexes || index_cell (self, change, key, error));
}

/* The text of a source came with this edit or one before. */
static gboolean
index_source (YdWriter        *self,
              const YdChange  *change,
              GError         **error)
{
  YdStatement *get = self->get_blob;
  g_autoptr(GBytes) text = NULL;
  gboolean has_row, ok;

  if (change->kind != YD_KIND_SOURCE || change->field != YD_SOURCE_BLOB ||
      change->new_value == NULL)
    return TRUE;

  ok = yd_statement_bind_text (get, 1, change->new_value, error) &&
       yd_statement_step (get, &has_row, error);
  if (ok && has_row)
    text = yd_statement_get_blob (get, 0);
  yd_statement_reset (get);

  return ok && (text == NULL ||
                _yd_search_index_add_source (&self->index, self->base, change->id, text, error));
}

static gboolean
index_run (YdWriter        *self,
           const YdChange  *changes,
           guint            n_changes,
           gint64           key,
           GError         **error)
{
  for (guint i = 0; i < n_changes; i++)
    if (!index_cell (self, &changes[i], key, error) || !index_source (self, &changes[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
is_same_row (const YdChange *change,
             const YdChange *first)
{
  return change->kind == first->kind &&
         (change->id == first->id || strcmp (change->id, first->id) == 0);
}

static gboolean
bind_new_row (YdStatement     *insert,
              const YdChange  *changes,
              guint            n_changes,
              gint64           key,
              GError         **error)
{
  const YdKindInfo *info = yd_schema_get_kind (changes->kind);

  if (!yd_statement_bind_int (insert, 1, key, error) ||
      !yd_statement_bind_text (insert, 2, changes->id, error))
    return FALSE;

  for (guint i = 0; i < n_changes; i++)
    if (!bind_value (insert, 3 + changes[i].field, &info->fields[changes[i].field],
                     changes[i].new_value, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_new_row (YdWriter        *self,
               const YdChange  *changes,
               guint            n_changes,
               GError         **error)
{
  YdKind kind = changes->kind;
  YdStatement *insert = self->insert[kind];
  gint64 key;

  if (insert == NULL &&
      (insert = prepare (self, &self->insert[kind], _yd_tables_insert_sql (kind), error)) == NULL)
    return FALSE;

  if (self->next_key[kind] == 0 && !find_last_key (self, kind, error))
    return FALSE;
  key = self->next_key[kind]++;

  if (!bind_new_row (insert, changes, n_changes, key, error) || !yd_statement_run (insert, error))
    return FALSE;

  return !self->indexes || index_run (self, changes, n_changes, key, error);
}

static gboolean
write_cells (YdWriter        *self,
             const YdChange  *changes,
             guint            n_changes,
             GError         **error)
{
  gint64 key = 0;

  if (!find_key (self, changes, &key, error))
    return FALSE;

  for (guint i = 0; i < n_changes; i++)
    if (!write_cell (self, &changes[i], key, error))
      return FALSE;

  return TRUE;
}

/* Where the run of changes that begins at @i and is about one row ends. */
static guint
find_end (const YdChange *changes,
          guint           n_changes,
          guint           i)
{
  guint end = i + 1;

  while (end < n_changes && is_same_row (&changes[end], &changes[i]))
    end++;

  return end;
}

gboolean
_yd_writer_write_rows (YdWriter  *self,
                       YdEdit    *edit,
                       GError   **error)
{
  guint n_changes, end;
  const YdChange *changes = yd_edit_get_changes (edit, &n_changes);

  memset (self->next_key, 0, sizeof self->next_key);

  for (guint i = 0; i < n_changes; i = end)
    {
      gboolean creates = yd_change_creates (&changes[i]);

      end = find_end (changes, n_changes, i);
      if (creates ? !write_new_row (self, &changes[i], end - i, error)
                  : !write_cells (self, &changes[i], end - i, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_indexed (const YdChange *changes,
            guint           n_changes)
{
  for (guint i = 0; i < n_changes; i++)
    if (_yd_search_get_slot (changes[i].kind, changes[i].field) != 0 ||
        changes[i].kind == YD_KIND_SOURCE)
      return TRUE;

  return FALSE;
}

/* What was left out of the index when the rows were written. */
gboolean
_yd_writer_index_rows (YdWriter  *self,
                       YdEdit    *edit,
                       GError   **error)
{
  guint n_changes, end;
  const YdChange *changes = yd_edit_get_changes (edit, &n_changes);

  for (guint i = 0; i < n_changes; i = end)
    {
      gint64 key = 0;

      end = find_end (changes, n_changes, i);
      if (is_indexed (&changes[i], end - i) &&
          (!find_key (self, &changes[i], &key, error) ||
           !index_run (self, &changes[i], end - i, key, error)))
        return FALSE;
    }

  return TRUE;
}
