/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-writer-private.h"

#include "yd-edit-body-private.h"
#include "yd-tables-private.h"

static const char find_space_sql[] = "SELECT n FROM space WHERE id = ?1";
static const char add_space_sql[] = "INSERT INTO space (id, kind) VALUES (?1, ?2)";
static const char last_edit_sql[] = "SELECT max(key) FROM edit WHERE key BETWEEN ?1 AND ?2";
static const char add_edit_sql[] =
  "INSERT INTO edit (key, id, device, n, actor, at, act, undoes, grp, wide, sha256, body)"
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
static const char add_edit_row_sql[] =
  "INSERT OR IGNORE INTO edit_row (space, kind, id, pos) VALUES (?1, ?2, ?3, ?4)";
static const char add_blob_sql[] =
  "INSERT OR IGNORE INTO blob (sha256, content) VALUES (?1, ?2)";
static const char add_late_sql[] = "INSERT INTO unindexed (key) VALUES (?1)";
static const char find_late_sql[] =
  "SELECT e.key, e.body FROM unindexed JOIN edit e USING (key) ORDER BY key LIMIT 1";
static const char remove_late_sql[] = "DELETE FROM unindexed WHERE key = ?1";
static const char get_blob_sql[] = "SELECT content FROM blob WHERE sha256 = ?1";

/**
 * _yd_writer_new:
 * @db: a connection that writes, which must live longer
 * @error: return location for an error
 *
 * Returns: (transfer full): a writer
 */
YdWriter *
_yd_writer_new (YdDb    *db,
                GError **error)
{
  g_autoptr(YdWriter) self = g_new0 (YdWriter, 1);

  self->db = db;

  if ((self->find_space = yd_statement_new (db, find_space_sql, error)) == NULL ||
      (self->add_space = yd_statement_new (db, add_space_sql, error)) == NULL ||
      (self->last_edit = yd_statement_new (db, last_edit_sql, error)) == NULL ||
      (self->add_edit = yd_statement_new (db, add_edit_sql, error)) == NULL ||
      (self->add_edit_row = yd_statement_new (db, add_edit_row_sql, error)) == NULL ||
      (self->add_blob = yd_statement_new (db, add_blob_sql, error)) == NULL ||
      (self->get_blob = yd_statement_new (db, get_blob_sql, error)) == NULL ||
      (self->add_late = yd_statement_new (db, add_late_sql, error)) == NULL ||
      (self->find_late = yd_statement_new (db, find_late_sql, error)) == NULL ||
      (self->remove_late = yd_statement_new (db, remove_late_sql, error)) == NULL ||
      !_yd_search_index_init (&self->index, db, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
_yd_writer_free (YdWriter *self)
{
  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    {
      g_clear_pointer (&self->insert[kind], yd_statement_free);
      g_clear_pointer (&self->find[kind], yd_statement_free);
      g_clear_pointer (&self->last[kind], yd_statement_free);
      for (guint field = 0; field < YD_MAX_FIELDS; field++)
        g_clear_pointer (&self->update[kind][field], yd_statement_free);
    }

  g_clear_pointer (&self->find_space, yd_statement_free);
  g_clear_pointer (&self->add_space, yd_statement_free);
  g_clear_pointer (&self->last_edit, yd_statement_free);
  g_clear_pointer (&self->add_edit, yd_statement_free);
  g_clear_pointer (&self->add_edit_row, yd_statement_free);
  g_clear_pointer (&self->add_blob, yd_statement_free);
  g_clear_pointer (&self->get_blob, yd_statement_free);
  g_clear_pointer (&self->add_late, yd_statement_free);
  g_clear_pointer (&self->find_late, yd_statement_free);
  g_clear_pointer (&self->remove_late, yd_statement_free);
  g_clear_pointer (&self->late, yd_edit_unref);
  _yd_search_index_clear (&self->index);
  g_free (self);
}

/* Runs a query for one number; 0 if there is none. */
static gboolean
query_int (YdStatement  *statement,
           gint64       *number,
           GError      **error)
{
  gboolean has_row, ok = yd_statement_step (statement, &has_row, error);

  if (ok)
    *number = has_row ? yd_statement_get_int (statement, 0) : 0;
  yd_statement_reset (statement);

  return ok;
}

/* Sets the keys of the transaction; a space comes with its first edit. */
static gboolean
enter_space (YdWriter    *self,
             const char  *space,
             const char  *kind,
             GError     **error)
{
  gint64 n;

  if (!yd_statement_bind_text (self->find_space, 1, space, error) ||
      !query_int (self->find_space, &n, error))
    return FALSE;

  if (n == 0 &&
      (!yd_statement_bind_text (self->add_space, 1, space, error) ||
       !yd_statement_bind_text (self->add_space, 2, kind, error) ||
       !yd_statement_run (self->add_space, error) ||
       !query_int (self->find_space, &n, error)))
    return FALSE;

  self->base = YD_KEY_BASE (n);
  return TRUE;
}

gboolean
_yd_writer_put_blob (YdWriter  *self,
                     GBytes    *content,
                     GError   **error)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  return yd_statement_bind_text (self->add_blob, 1, hash, error) &&
         yd_statement_bind_blob (self->add_blob, 2, content, error) &&
         yd_statement_run (self->add_blob, error);
}

static gboolean
put_blobs (YdWriter   *self,
           GPtrArray  *blobs,
           GError    **error)
{
  for (guint i = 0; blobs != NULL && i < blobs->len; i++)
    if (!_yd_writer_put_blob (self, g_ptr_array_index (blobs, i), error))
      return FALSE;

  return TRUE;
}

/* How many rows @edit is about, where it matters. */
static gboolean
is_wide (YdEdit *edit)
{
  guint n_changes, n_rows = 0;
  const YdChange *changes = yd_edit_get_changes (edit, &n_changes);

  for (guint i = 0; i < n_changes && n_rows <= YD_WRITER_WIDE; i++)
    if (i == 0 || changes[i].id != changes[i - 1].id)
      n_rows++;

  return n_rows > YD_WRITER_WIDE;
}

static gboolean
note_rows (YdWriter  *self,
           YdEdit    *edit,
           gint64     pos,
           GError   **error)
{
  guint n_changes;
  const YdChange *changes = yd_edit_get_changes (edit, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    {
      if (i > 0 && changes[i].id == changes[i - 1].id)
        continue;

      if (!yd_statement_bind_int (self->add_edit_row, 1, self->base >> 32, error) ||
          !yd_statement_bind_text (self->add_edit_row, 2,
                                   yd_schema_get_kind (changes[i].kind)->name, error) ||
          !yd_statement_bind_text (self->add_edit_row, 3, changes[i].id, error) ||
          !yd_statement_bind_int (self->add_edit_row, 4, pos, error) ||
          !yd_statement_run (self->add_edit_row, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
note_late (YdWriter  *self,
           YdEdit    *edit,
           gint64     key,
           GError   **error)
{
  g_clear_pointer (&self->late, yd_edit_unref);
  self->late = yd_edit_ref (edit);
  self->late_key = key;

  return yd_statement_bind_int (self->add_late, 1, key, error) &&
         yd_statement_run (self->add_late, error);
}

static gboolean
bind_head (YdStatement  *add,
           YdEdit       *edit,
           GError      **error)
{
  const YdEditAttribute attributes[] = {
    YD_EDIT_ID, YD_EDIT_DEVICE, YD_EDIT_N_ATTRIBUTES, YD_EDIT_ACTOR, YD_EDIT_AT, YD_EDIT_ACT,
    YD_EDIT_UNDOES, YD_EDIT_GROUP,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    if (attributes[i] != YD_EDIT_N_ATTRIBUTES &&
        !yd_statement_bind_text (add, 2 + i, yd_edit_get (edit, attributes[i]), error))
      return FALSE;

  /* `n` is null until the edit is sent. */
  return yd_edit_get_n (edit) == 0 || yd_statement_bind_int (add, 4, yd_edit_get_n (edit), error);
}

static gboolean
write_journal (YdWriter    *self,
               const char  *space,
               YdEdit      *edit,
               GBytes      *body,
               GError     **error)
{
  YdStatement *add = self->add_edit;
  g_autofree char *hash = NULL;
  gint64 key;

  if (!yd_statement_bind_int (self->last_edit, 1, self->base, error) ||
      !yd_statement_bind_int (self->last_edit, 2, self->base | YD_KEY_MAX_POS, error) ||
      !query_int (self->last_edit, &key, error))
    return FALSE;

  key = MAX (key, self->base) + 1;
  hash = _yd_edit_body_hash (space, key - self->base, body);

  return yd_statement_bind_int (add, 1, key, error) &&
         bind_head (add, edit, error) &&
         yd_statement_bind_int (add, 10, self->wide, error) &&
         yd_statement_bind_text (add, 11, hash, error) &&
         yd_statement_bind_blob (add, 12, body, error) &&
         yd_statement_run (add, error) &&
         (self->indexes || note_late (self, edit, key, error)) &&
         (self->wide || note_rows (self, edit, key - self->base, error));
}

/* Rows beyond which the body is made on a thread of its own. */
#define MANY_CHANGES 20000

typedef struct
{
  YdEdit  *edit;
  GBytes  *body;
  GError  *error;
  GThread *thread;              /* null if it was made at once */
} BodyMaker;

static gpointer
make_body (gpointer data)
{
  BodyMaker *self = data;

  self->body = _yd_edit_body_new (self->edit, &self->error);
  return NULL;
}

/* A sealed edit never changes, so two threads may read it: one writes the rows
 * while the other makes the body and compresses it.
 */
static void
begin_body (BodyMaker *self,
            GBytes    *given)
{
  guint n_changes;

  yd_edit_get_changes (self->edit, &n_changes);

  if (given != NULL)
    self->body = g_bytes_ref (given);
  else if (n_changes > MANY_CHANGES)
    self->thread = g_thread_new ("yd-body", make_body, self);
  else
    make_body (self);
}

static GBytes *
end_body (BodyMaker  *self,
          GError    **error)
{
  g_clear_pointer (&self->thread, g_thread_join);
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));

  return g_steal_pointer (&self->body);
}

static gboolean
write_edit (YdWriter    *self,
            const char  *space,
            const char  *space_kind,
            YdEdit      *edit,
            GBytes      *given,
            GPtrArray   *blobs,
            gboolean     is_last,
            GError     **error)
{
  BodyMaker maker = { .edit = edit };
  g_autoptr(GBytes) body = NULL;
  g_autoptr(GError) local = NULL;
  gboolean written;

  self->wide = is_wide (edit);
  self->indexes = !self->wide || !is_last;
  begin_body (&maker, given);
  written = enter_space (self, space, space_kind, error) &&
            put_blobs (self, blobs, error) &&
            _yd_writer_write_rows (self, edit, error);
  body = end_body (&maker, &local);

  if (written && body == NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return written && body != NULL && write_journal (self, space, edit, body, error);
}

/* The edit is at hand unless the program ended before it came into the index. */
static gboolean
find_late (YdWriter  *self,
           YdEdit   **edit,
           gint64    *key,
           GError   **error)
{
  g_autoptr(GBytes) body = NULL;
  gboolean has_row, ok = yd_statement_step (self->find_late, &has_row, error);

  if (ok && has_row)
    {
      *key = yd_statement_get_int (self->find_late, 0);
      if (self->late == NULL || self->late_key != *key)
        body = yd_statement_get_blob (self->find_late, 1);
    }
  yd_statement_reset (self->find_late);

  if (!ok || !has_row)
    return ok;

  *edit = body != NULL ? _yd_edit_body_read (body, error) : yd_edit_ref (self->late);
  return *edit != NULL;
}

static gboolean
index_late (YdWriter  *self,
            YdEdit    *edit,
            gint64     key,
            GError   **error)
{
  self->base = key & ~YD_KEY_MAX_POS;

  if (yd_db_execute (self->db, "BEGIN IMMEDIATE", error) &&
      _yd_writer_index_rows (self, edit, error) &&
      yd_statement_bind_int (self->remove_late, 1, key, error) &&
      yd_statement_run (self->remove_late, error) &&
      yd_db_execute (self->db, "COMMIT", error))
    return TRUE;

  yd_db_rollback (self->db);
  return FALSE;
}

/**
 * _yd_writer_catch_up:
 * @self: a writer
 * @error: return location for an error
 *
 * Brings the edits into the index that were too large to wait for it. Nothing
 * else may be written before, as a change takes its old value out of the index.
 *
 * Returns: whether the index has all that is kept
 */
gboolean
_yd_writer_catch_up (YdWriter  *self,
                     GError   **error)
{
  for (;;)
    {
      g_autoptr(YdEdit) edit = NULL;
      gint64 key = 0;

      if (!find_late (self, &edit, &key, error))
        return FALSE;

      if (edit == NULL)
        break;

      if (!index_late (self, edit, key, error))
        return FALSE;
    }

  g_clear_pointer (&self->late, yd_edit_unref);
  return TRUE;
}

/**
 * _yd_writer_append:
 * @self: a writer
 * @space: the id of the space
 * @space_kind: `plan` or `office`
 * @edit: a sealed edit
 * @body: (nullable): its body, if it was kept before
 * @blobs: (nullable) (element-type GBytes): contents that it names
 * @error: return location for an error
 *
 * Returns: whether all of it is on the disk; if not, nothing is
 */
gboolean
_yd_writer_append (YdWriter    *self,
                   const char  *space,
                   const char  *space_kind,
                   YdEdit      *edit,
                   GBytes      *body,
                   GPtrArray   *blobs,
                   GError     **error)
{
  if (!_yd_writer_catch_up (self, error))
    return FALSE;

  if (yd_db_execute (self->db, "BEGIN IMMEDIATE", error) &&
      write_edit (self, space, space_kind, edit, body, blobs, TRUE, error) &&
      yd_db_execute (self->db, "COMMIT", error))
    return TRUE;

  yd_db_rollback (self->db);
  return FALSE;
}

static gboolean
write_edits (YdWriter    *self,
             const char  *space,
             const char  *space_kind,
             GPtrArray   *edits,
             GPtrArray   *blobs,
             GError     **error)
{
  for (guint i = 0; i < edits->len; i++)
    if (!write_edit (self, space, space_kind, g_ptr_array_index (edits, i), NULL,
                     i == 0 ? blobs : NULL, i == edits->len - 1, error))
      return FALSE;

  return TRUE;
}

/**
 * _yd_writer_append_all:
 * @self: a writer
 * @space: the id of the space
 * @space_kind: `plan` or `office`
 * @edits: (element-type YdEdit): sealed edits, in order
 * @blobs: (nullable) (element-type GBytes): contents that they name
 * @error: return location for an error
 *
 * The same for a whole history, in one transaction.
 *
 * Returns: whether all of it is on the disk; if not, nothing is
 */
gboolean
_yd_writer_append_all (YdWriter    *self,
                       const char  *space,
                       const char  *space_kind,
                       GPtrArray   *edits,
                       GPtrArray   *blobs,
                       GError     **error)
{
  if (!_yd_writer_catch_up (self, error))
    return FALSE;

  if (yd_db_execute (self->db, "BEGIN IMMEDIATE", error) &&
      write_edits (self, space, space_kind, edits, blobs, error) &&
      yd_db_execute (self->db, "COMMIT", error))
    return TRUE;

  yd_db_rollback (self->db);
  g_clear_pointer (&self->late, yd_edit_unref);
  return FALSE;
}
