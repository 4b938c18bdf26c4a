/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-edit-body-private.h"
#include "yd-fold-private.h"
#include "yd-space-loader.h"
#include "yd-space-reader-private.h"
#include "yd-tables-private.h"

/* Whether everything in the file is as it must be. Reads all of it. */

typedef struct
{
  YdDb      *db;
  GPtrArray *findings;
} Verify;

static void add_finding (Verify     *self,
                         const char *code,
                         const char *space,
                         const char *format,
                         ...) G_GNUC_PRINTF (4, 5);

static void
add_finding (Verify     *self,
             const char *code,
             const char *space,
             const char *format,
             ...)
{
  YdLibraryFinding *finding = g_new0 (YdLibraryFinding, 1);
  va_list values;

  va_start (values, format);
  finding->message = g_strdup_vprintf (format, values);
  va_end (values);

  finding->code = code;
  finding->space = g_strdup (space);
  g_ptr_array_add (self->findings, finding);
}

static gboolean
check_file (Verify  *self,
            GError **error)
{
  g_autoptr(GError) local = NULL;

  if (yd_db_check (self->db, TRUE, &local))
    return TRUE;

  if (!g_error_matches (local, YD_DB_ERROR, YD_DB_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  add_finding (self, "file", NULL, "%s", local->message);
  return TRUE;
}

static gboolean
check_blobs (Verify  *self,
             GError **error)
{
  g_autoptr(YdStatement) select =
    yd_statement_new (self->db, "SELECT sha256, content FROM blob", error);
  gboolean has_row;

  while (select != NULL && yd_statement_step (select, &has_row, error))
    {
      g_autoptr(GBytes) content = NULL;
      g_autofree char *hash = NULL;

      if (!has_row)
        return TRUE;

      content = yd_statement_get_blob (select, 1);
      hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
      if (g_strcmp0 (hash, yd_statement_get_text (select, 0)) != 0)
        add_finding (self, "blob", NULL, _("The content %s is not what it was."),
                     yd_statement_get_text (select, 0));
    }

  return FALSE;
}

/* One edit: its place, its hash, and whether it goes through the door. */
static gboolean
check_edit (Verify      *self,
            YdSpace     *space,
            YdStatement *row,
            gint64       expected)
{
  const char *id = yd_space_get_id (space);
  gint64 pos = yd_statement_get_int (row, 0);
  g_autoptr(GBytes) body = yd_statement_get_blob (row, 3);
  g_autofree char *hash = _yd_edit_body_hash (id, pos, body);
  g_autoptr(YdEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  if (pos != expected)
    {
      add_finding (self, "gap", id, _("Before position %u edits are missing."),
                   (guint) pos);
      return FALSE;
    }

  if (g_strcmp0 (hash, yd_statement_get_text (row, 2)) != 0)
    {
      add_finding (self, "hash", id, _("The edit at %u is not what it was."), (guint) pos);
      return FALSE;
    }

  if ((edit = _yd_edit_body_read (body, &error)) == NULL ||
      g_strcmp0 (yd_edit_get_id (edit), yd_statement_get_text (row, 1)) != 0 ||
      !yd_space_apply (space, edit, &error))
    {
      add_finding (self, "edit", id, _("The edit at %u cannot be applied: %s"),
                   (guint) pos, error != NULL ? error->message : "?");
      return FALSE;
    }

  return TRUE;
}

/* Applies the journal to @space; FALSE with or without @error if that broke off. */
static gboolean
replay (Verify   *self,
        YdSpace  *space,
        gint64    base,
        GError  **error)
{
  g_autoptr(YdStatement) select =
    yd_statement_new (self->db, "SELECT key & 4294967295, id, sha256, body FROM edit"
                                " WHERE key BETWEEN ?1 AND ?2 ORDER BY key", error);
  gboolean has_row, whole = TRUE;

  if (select == NULL || !yd_statement_bind_int (select, 1, base, error) ||
      !yd_statement_bind_int (select, 2, base | YD_KEY_MAX_POS, error))
    return FALSE;

  for (gint64 pos = 1; whole; pos++)
    {
      if (!yd_statement_step (select, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      whole = check_edit (self, space, select, pos);
    }

  return FALSE;
}

static gboolean
rows_are_equal (YdRow            *row,
                YdRow            *other,
                const YdKindInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (g_strcmp0 (yd_row_get_cell (row, i), yd_row_get_cell (other, i)) != 0)
      return FALSE;

  return TRUE;
}

static void
compare (Verify  *self,
         YdSpace *space,
         YdSpace *replayed)
{
  for (YdKind kind = 0; kind < YD_N_KINDS; kind++)
    {
      const YdKindInfo *info = yd_schema_get_kind (kind);
      g_autoptr(GPtrArray) rows = yd_space_list_rows (replayed, kind);

      if (rows->len != yd_space_get_n_rows (space, kind))
        add_finding (self, "replay", yd_space_get_id (space),
                     _("By the journal there are %u rows of the kind %s, in the file %u."),
                     rows->len, info->name, yd_space_get_n_rows (space, kind));

      for (guint i = 0; i < rows->len; i++)
        {
          const char *id = yd_row_get_id (g_ptr_array_index (rows, i));
          YdRow *row = yd_space_lookup (space, kind, id);

          if (row != NULL && !rows_are_equal (row, g_ptr_array_index (rows, i), info))
            add_finding (self, "replay", yd_space_get_id (space),
                         _("The row %s %s is not what its edits made of it."), info->name, id);
        }
    }
}

static void
add_problems (Verify          *self,
              YdSpace         *space,
              const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const YdProblem *problem = g_ptr_array_index (problems, i);

      add_finding (self, "problem", yd_space_get_id (space), "%s %s: %s",
                   yd_schema_get_kind (problem->kind)->name, problem->id, problem->message);
    }
}

static gboolean
check_space (Verify      *self,
             const char  *id,
             const char  *kind,
             gint64       base,
             GError     **error)
{
  g_autoptr(YdSpace) space = _yd_space_reader_make (id, kind);
  g_autoptr(YdSpace) replayed = _yd_space_reader_make (id, kind);
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) local = NULL;

  if (!_yd_space_reader_load (self->db, base, space, &problems, error))
    return FALSE;
  add_problems (self, space, problems);

  if (replay (self, replayed, base, &local))
    compare (self, space, replayed);
  else if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_spaces (Verify  *self,
              GError **error)
{
  g_autoptr(YdStatement) select =
    yd_statement_new (self->db, "SELECT n, id, kind FROM space ORDER BY n", error);
  gboolean has_row;

  while (select != NULL && yd_statement_step (select, &has_row, error))
    if (!has_row)
      return TRUE;
    else if (!check_space (self, yd_statement_get_text (select, 1),
                           yd_statement_get_text (select, 2),
                           YD_KEY_BASE (yd_statement_get_int (select, 0)), error))
      return FALSE;

  return FALSE;
}

/* The index keeps no text, so what stands in it is compared as a sum over its
 * entries, in whatever order they come.
 */
static guint64
hash_entry (gint64      rowid,
            const char *term,
            gsize       len,
            gint64      offset)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (gsize i = 0; i < len; i++)
    hash = (hash ^ (guchar) term[i]) * G_GUINT64_CONSTANT (1099511628211);
  hash = (hash ^ (guint64) rowid) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  hash = (hash ^ (hash >> 29) ^ (guint64) offset) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);

  return hash ^ (hash >> 32);
}

static guint64
sum_text (gint64      rowid,
          const char *text,
          gsize       len)
{
  g_autoptr(GString) folded = g_string_new (NULL);
  guint64 sum = 0;
  gint64 offset = 0;

  _yd_fold_append (folded, text, len);
  for (const char *term = folded->str; *term != '\0'; offset++)
    {
      const char *end = strchr (term, ' ');

      sum += hash_entry (rowid, term, end - term, offset);
      term = end + 1;
    }

  return sum;
}

/* Of a query for the key and the text of what is indexed. */
static gboolean
sum_rows (Verify      *self,
          const char  *sql,
          guint        slot,
          guint64     *sum,
          GError     **error)
{
  g_autoptr(YdStatement) select = yd_statement_new (self->db, sql, error);
  gboolean has_row;

  while (select != NULL && yd_statement_step (select, &has_row, error))
    {
      const char *text;

      if (!has_row)
        return TRUE;

      text = yd_statement_get_text (select, 1);
      *sum += sum_text (yd_statement_get_int (select, 0) | (gint64) slot << YD_SEARCH_SLOT_SHIFT,
                        text, strlen (text));
    }

  return FALSE;
}

static gboolean
sum_cells (Verify   *self,
           guint     slot,
           guint64  *sum,
           GError  **error)
{
  g_autofree char *sql = NULL;
  const char *name;
  YdKind kind;
  guint field;

  if (!_yd_search_find_slot (slot, &kind, &field))
    return TRUE;

  name = yd_schema_get_kind (kind)->fields[field].name;
  sql = g_strdup_printf ("SELECT key, \"%s\" FROM \"%s\" WHERE \"%s\" NOT NULL", name,
                         yd_schema_get_kind (kind)->name, name);

  return sum_rows (self, sql, slot, sum, error);
}

static gboolean
sum_index (Verify   *self,
           guint64  *sum,
           GError  **error)
{
  g_autoptr(YdStatement) select = NULL;
  gboolean has_row;

  if (!yd_db_execute (self->db, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_entry"
                                " USING fts5vocab (main, search, instance)", error))
    return FALSE;

  select = yd_statement_new (self->db, "SELECT doc, term, offset FROM temp.search_entry", error);
  while (select != NULL && yd_statement_step (select, &has_row, error))
    {
      const char *term;

      if (!has_row)
        return TRUE;

      term = yd_statement_get_text (select, 1);
      *sum += hash_entry (yd_statement_get_int (select, 0), term, strlen (term),
                          yd_statement_get_int (select, 2));
    }

  return FALSE;
}

static gboolean
check_index (Verify  *self,
             GError **error)
{
  guint64 expected = 0, found = 0;
  gint64 n_late;

  /* It is behind, and will catch up when the library is next written. */
  if (!yd_db_get_int (self->db, "SELECT count(*) FROM unindexed", &n_late, error))
    return FALSE;
  if (n_late > 0)
    return TRUE;

  for (guint slot = 1; slot < YD_SEARCH_PASSAGE; slot++)
    if (!sum_cells (self, slot, &expected, error))
      return FALSE;

  if (!sum_rows (self, "SELECT key, text FROM passage", YD_SEARCH_PASSAGE, &expected, error) ||
      !sum_index (self, &found, error))
    return FALSE;

  if (found != expected)
    add_finding (self, "index", NULL, _("The index of the search does not match the rows."));

  return TRUE;
}

/**
 * yd_library_verify:
 * @self: a library
 * @error: return location for an error that kept it from being verified
 *
 * Reads all of the file: its pages and indices, the hash and the place of each
 * edit, the rows against the journal applied from the beginning, the contents,
 * and the index of the search.
 *
 * Returns: (transfer full) (element-type YdLibraryFinding): what is wrong
 */
GPtrArray *
yd_library_verify (YdLibrary  *self,
                   GError    **error)
{
  g_autoptr(GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) yd_library_finding_free);
  g_autoptr(GError) local = NULL;
  Verify verify = { .findings = findings };

  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);

  if ((verify.db = _yd_library_begin_read (self, error)) == NULL)
    return NULL;

  /* A file that cannot be read to its end has said enough. */
  if (check_file (&verify, &local) && findings->len == 0 &&
      check_blobs (&verify, &local) && check_spaces (&verify, &local))
    check_index (&verify, &local);

  if (g_error_matches (local, YD_DB_ERROR, YD_DB_ERROR_DAMAGED))
    {
      add_finding (&verify, "file", NULL, "%s", local->message);
      g_clear_error (&local);
    }
  if (findings->len > 0)
    g_atomic_int_set (&self->suspect, TRUE);

  return _yd_library_end_read (self, g_steal_pointer (&local), error)
         ? g_steal_pointer (&findings) : NULL;
}
