/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-tables-private.h"

#include <glib/gi18n-lib.h>

#include "yd-library.h"
#include "yd-statement.h"

/* What stands in the file. The tables of the kinds are made from the schema, the
 * others by the steps below. Append only: a released step is never edited. When
 * the schema gets a kind or a field, add an empty step, so that older programs
 * leave the file alone.
 */
const char * const _yd_table_steps[] = {
  "PRAGMA application_id = 1499557732;"          /* YD_APPLICATION_ID */
  "CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;"

  "CREATE TABLE space (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL) STRICT;"

  /* The hash comes before the body, which lies on pages of its own. */
  "CREATE TABLE edit (key INTEGER PRIMARY KEY,"
  "  space INTEGER AS (key >> 32), pos INTEGER AS (key & 4294967295),"
  "  id TEXT NOT NULL, device TEXT, n INTEGER, actor TEXT, at TEXT, act TEXT NOT NULL,"
  "  undoes TEXT, grp TEXT, wide INTEGER NOT NULL, sha256 TEXT NOT NULL, body BLOB NOT NULL)"
  "  STRICT;"
  "CREATE UNIQUE INDEX edit_id ON edit (id, space);"
  "CREATE TABLE edit_row (space INTEGER, kind TEXT, id TEXT, pos INTEGER,"
  "  PRIMARY KEY (space, kind, id, pos)) STRICT, WITHOUT ROWID;"

  "CREATE TABLE extra (space INTEGER, kind TEXT, id TEXT, field TEXT, value TEXT,"
  "  PRIMARY KEY (space, kind, id, field)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE blob (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;"

  /* The text stands here once more: a source can be long, and a hit is one line of it. */
  "CREATE TABLE passage (key INTEGER PRIMARY KEY, source TEXT NOT NULL,"
  "  start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL) STRICT;"
  "CREATE VIRTUAL TABLE search USING fts5 (text, content = '', columnsize = 0,"
  "  tokenize = 'ascii');"
  "INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);"

  /* Edits of very many rows that are in force and not yet in the index. */
  "CREATE TABLE unindexed (key INTEGER PRIMARY KEY) STRICT;"

  "CREATE TABLE draft (space INTEGER, kind TEXT, id TEXT, field TEXT, old TEXT, value TEXT,"
  "  PRIMARY KEY (space, kind, id, field)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE view_state (space INTEGER, name TEXT, value TEXT, PRIMARY KEY (space, name))"
  "  STRICT, WITHOUT ROWID;"
  "CREATE TABLE recent (space INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT;",

  /* Version 2 of the schema: steps of clocks are done, and are extended for a reason. */
  "",
  NULL
};

/* Whether the file is a library, or becomes one. */
gboolean
_yd_tables_is_ours (YdDb     *db,
                    gboolean *is_new,
                    GError  **error)
{
  gint64 application, n_tables;

  if (!yd_db_get_int (db, "PRAGMA application_id", &application, error) ||
      !yd_db_get_int (db, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  *is_new = application == 0 && n_tables == 0;
  if (*is_new || application == YD_APPLICATION_ID)
    return TRUE;

  g_set_error_literal (error, YD_LIBRARY_ERROR, YD_LIBRARY_ERROR_FOREIGN,
                       _("The file belongs to another program. Choose another file; this one "
                         "was not touched."));
  return FALSE;
}

/* Whether the file is of an older version. */
gboolean
_yd_tables_needs_step (YdDb     *db,
                       gboolean *needs,
                       GError  **error)
{
  gint64 version, schema = YD_SCHEMA_VERSION;

  if (!yd_db_get_int (db, "PRAGMA user_version", &version, error) ||
      (version > 0 && !yd_db_get_int (db, "SELECT value FROM meta WHERE name = 'schema'", &schema,
                                      error)))
    return FALSE;

  *needs = version < (gint64) g_strv_length ((char **) _yd_table_steps) ||
           schema < YD_SCHEMA_VERSION;
  return TRUE;
}

/* Names are quoted: “order” and “check” are words of SQL too. */
static void
append_columns (GString *sql,
                YdKind   kind)
{
  const YdKindInfo *info = yd_schema_get_kind (kind);

  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", info->fields[i].name);
}

static gboolean
create_table (YdDb    *db,
              YdKind   kind,
              GError **error)
{
  const YdKindInfo *info = yd_schema_get_kind (kind);
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_printf (sql, "CREATE TABLE IF NOT EXISTS \"%s\" (key INTEGER PRIMARY KEY,"
                   " space INTEGER AS (key >> 32), id TEXT NOT NULL", info->name);
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\" %s", info->fields[i].name,
                            _yd_field_is_number (&info->fields[i]) ? "INTEGER" : "TEXT");
  g_string_append_printf (sql, ") STRICT; CREATE INDEX IF NOT EXISTS \"%s_id\" ON \"%s\" (id);",
                          info->name, info->name);

  return yd_db_execute (db, sql->str, error);
}

/* A field that came with a later version of the program. */
static gboolean
add_columns (YdDb    *db,
             YdKind   kind,
             GError **error)
{
  const YdKindInfo *info = yd_schema_get_kind (kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const YdField *field = &info->fields[i];
      g_autofree char *find =
        g_strdup_printf ("SELECT count(*) FROM pragma_table_info('%s') WHERE name = '%s'",
                         info->name, field->name);
      g_autofree char *add =
        g_strdup_printf ("ALTER TABLE \"%s\" ADD COLUMN \"%s\" %s", info->name, field->name,
                         _yd_field_is_number (field) ? "INTEGER" : "TEXT");
      gint64 found;

      if (!yd_db_get_int (db, find, &found, error) ||
          (found == 0 && !yd_db_execute (db, add, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_kinds (YdDb    *db,
            GError **error)
{
  g_autofree char *mark =
    g_strdup_printf ("INSERT OR REPLACE INTO meta VALUES ('schema', %d);"
                     "COMMIT;", YD_SCHEMA_VERSION);

  if (!yd_db_execute (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  for (YdKind kind = 0; kind < YD_N_KINDS; kind++)
    if (!create_table (db, kind, error) || !add_columns (db, kind, error))
      return FALSE;

  return yd_db_execute (db, mark, error);
}

/**
 * _yd_tables_prepare:
 * @db: a connection that writes
 * @error: return location for an error
 *
 * Brings the file to this version of the program.
 *
 * Returns: whether it has it now
 */
gboolean
_yd_tables_prepare (YdDb    *db,
                    GError **error)
{
  gint64 schema = 0;

  if (!yd_db_migrate (db, _yd_table_steps, error) ||
      !yd_db_get_int (db, "SELECT value FROM meta WHERE name = 'schema'", &schema, error))
    return FALSE;

  if (schema == YD_SCHEMA_VERSION || make_kinds (db, error))
    return TRUE;

  yd_db_rollback (db);
  return FALSE;
}

/* key, id, then the fields. */
char *
_yd_tables_insert_sql (YdKind kind)
{
  const YdKindInfo *info = yd_schema_get_kind (kind);
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" (key, id", info->name);
  append_columns (sql, kind);
  g_string_append (sql, ") VALUES (?, ?");
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* ?1 the value, ?2 the key. */
char *
_yd_tables_update_sql (YdKind kind,
                       guint  field)
{
  const YdKindInfo *info = yd_schema_get_kind (kind);

  return g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?1 WHERE key = ?2", info->name,
                          info->fields[field].name);
}

/* ?1 the id, ?2 and ?3 the keys of the space. */
char *
_yd_tables_find_sql (YdKind kind)
{
  return g_strdup_printf ("SELECT key FROM \"%s\" WHERE id = ?1 AND key BETWEEN ?2 AND ?3",
                          yd_schema_get_kind (kind)->name);
}

/* ?1 and ?2 the keys of the space. */
char *
_yd_tables_last_sql (YdKind kind)
{
  return g_strdup_printf ("SELECT max(key) FROM \"%s\" WHERE key BETWEEN ?1 AND ?2",
                          yd_schema_get_kind (kind)->name);
}

/* id, then the fields; ?1 and ?2 the keys of the space. */
char *
_yd_tables_select_sql (YdKind kind)
{
  g_autoptr(GString) sql = g_string_new ("SELECT id");

  append_columns (sql, kind);
  g_string_append_printf (sql, " FROM \"%s\" WHERE key BETWEEN ?1 AND ?2",
                          yd_schema_get_kind (kind)->name);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}
