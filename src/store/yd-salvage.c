/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-salvage-private.h"

#include <string.h>

#include "yd-edit-body-private.h"
#include "yd-statement.h"
#include "yd-tables-private.h"

/* Reads what can be read from a damaged file. Any step may fail, and then the
 * next thing is tried; what was read counts only if it has its hash.
 */

static const char spaces_sql[] = "SELECT n, id, kind FROM space";
static const char last_sql[] = "SELECT max(key) FROM edit WHERE key BETWEEN ?1 AND ?2";
static const char forward_sql[] =
  "SELECT key, at, sha256, body FROM edit WHERE key > ?1 ORDER BY key";
static const char backward_sql[] =
  "SELECT key, at, sha256, body FROM edit WHERE key > ?1 ORDER BY key DESC";
/* Does not touch the pages of the bodies. */
static const char next_sql[] = "SELECT min(key) FROM edit WHERE key > ?1";

typedef struct
{
  char  *id;
  char  *kind;
  gint64 last;                  /* the last position that the sound file has */
} Space;

typedef struct
{
  YdDb       *damaged;
  GHashTable *spaces;           /* number in the damaged file → Space */
  GHashTable *seen;             /* keys */
  GPtrArray  *found;
} Salvage;

static void
free_space (Space *space)
{
  g_free (space->id);
  g_free (space->kind);
  g_free (space);
}

static void
free_salvaged (YdSalvaged *edit)
{
  g_free (edit->space);
  g_free (edit->kind);
  g_free (edit->at);
  g_bytes_unref (edit->body);
  g_free (edit);
}

static gint64 *
copy_key (gint64 key)
{
  gint64 *copy = g_new (gint64, 1);

  *copy = key;
  return copy;
}

static void
read_spaces (Salvage *self,
             YdDb    *db)
{
  g_autoptr(YdStatement) select = yd_statement_new (db, spaces_sql, NULL);
  gboolean has_row;

  while (select != NULL && yd_statement_step (select, &has_row, NULL) && has_row)
    {
      gint64 n = yd_statement_get_int (select, 0);
      Space *space;

      if (g_hash_table_contains (self->spaces, &n) || yd_statement_is_null (select, 1) ||
          yd_statement_is_null (select, 2))
        continue;

      space = g_new0 (Space, 1);
      space->id = g_strdup (yd_statement_get_text (select, 1));
      space->kind = g_strdup (yd_statement_get_text (select, 2));
      g_hash_table_insert (self->spaces, copy_key (n), space);
    }
}

/* How far the sound file has each space. */
static void
read_last_positions (Salvage *self,
                     YdDb    *sound)
{
  g_autoptr(YdStatement) select = yd_statement_new (sound, spaces_sql, NULL);
  g_autoptr(YdStatement) last = yd_statement_new (sound, last_sql, NULL);
  gboolean has_row;

  while (select != NULL && last != NULL && yd_statement_step (select, &has_row, NULL) && has_row)
    {
      gint64 base = YD_KEY_BASE (yd_statement_get_int (select, 0));
      GHashTableIter iter;
      Space *space;

      yd_statement_bind_int (last, 1, base, NULL);
      yd_statement_bind_int (last, 2, base | YD_KEY_MAX_POS, NULL);
      yd_statement_step (last, NULL, NULL);

      g_hash_table_iter_init (&iter, self->spaces);
      while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &space))
        if (g_strcmp0 (space->id, yd_statement_get_text (select, 1)) == 0)
          space->last = MAX (yd_statement_get_int (last, 0) - base, 0);
      yd_statement_reset (last);
    }
}

static void
take_row (Salvage     *self,
          YdStatement *row)
{
  gint64 key = yd_statement_get_int (row, 0), n = key >> 32, pos = key & YD_KEY_MAX_POS;
  const Space *space = g_hash_table_lookup (self->spaces, &n);
  g_autoptr(GBytes) body = NULL;
  g_autofree char *hash = NULL;
  YdSalvaged *edit;

  if (space == NULL || pos <= space->last || g_hash_table_contains (self->seen, &key))
    return;

  body = yd_statement_get_blob (row, 3);
  hash = _yd_edit_body_hash (space->id, pos, body);
  if (g_strcmp0 (hash, yd_statement_get_text (row, 2)) != 0)
    return;

  edit = g_new0 (YdSalvaged, 1);
  edit->space = g_strdup (space->id);
  edit->kind = g_strdup (space->kind);
  edit->pos = pos;
  edit->at = g_strdup (yd_statement_get_text (row, 1));
  edit->body = g_steal_pointer (&body);
  g_ptr_array_add (self->found, edit);
  g_hash_table_add (self->seen, copy_key (key));
}

/* Reads until the end or the first page that cannot be read. A tree that goes round
 * in a circle shows in keys that do not go on.
 */
static gboolean
read_from (Salvage    *self,
           const char *sql,
           int         direction,
           gint64     *key)
{
  gint64 last = direction > 0 ? *key : G_MAXINT64;
  g_autoptr(YdStatement) select = yd_statement_new (self->damaged, sql, NULL);
  gboolean has_row;

  if (select == NULL || !yd_statement_bind_int (select, 1, *key, NULL))
    return FALSE;

  while (yd_statement_step (select, &has_row, NULL))
    {
      if (!has_row)
        return TRUE;

      *key = yd_statement_get_int (select, 0);
      if (direction > 0 ? *key <= last : *key >= last)
        break;

      last = *key;
      take_row (self, select);
    }

  *key = last;

  return FALSE;
}

static gboolean
skip_row (Salvage *self,
          gint64  *key)
{
  g_autoptr(YdStatement) next = yd_statement_new (self->damaged, next_sql, NULL);
  gint64 last = *key;
  gboolean has_row;

  if (next == NULL || !yd_statement_bind_int (next, 1, *key, NULL) ||
      !yd_statement_step (next, &has_row, NULL) || yd_statement_is_null (next, 0))
    return FALSE;

  *key = yd_statement_get_int (next, 0);
  return *key > last;
}

static int
compare_salvaged (gconstpointer a,
                  gconstpointer b)
{
  const YdSalvaged *first = *(YdSalvaged * const *) a;
  const YdSalvaged *second = *(YdSalvaged * const *) b;
  int order = strcmp (first->space, second->space);

  return order != 0 ? order : (first->pos > second->pos) - (first->pos < second->pos);
}

/**
 * _yd_salvage_edits:
 * @damaged: the damaged file
 * @sound: the file that takes its place
 *
 * Returns: (transfer full) (element-type YdSalvaged): the edits that @sound does
 *   not have, by space and position
 */
GPtrArray *
_yd_salvage_edits (YdDb *damaged,
                   YdDb *sound)
{
  g_autoptr(GHashTable) spaces = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify) free_space);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Salvage self = { damaged, spaces, seen, NULL };
  gint64 key = 0, end;

  self.found = g_ptr_array_new_with_free_func ((GDestroyNotify) free_salvaged);

  /* The backup numbers its spaces as the file did from which it was made. */
  read_spaces (&self, damaged);
  read_spaces (&self, sound);
  read_last_positions (&self, sound);

  while (!read_from (&self, forward_sql, 1, &key))
    if (!skip_row (&self, &key))
      {
        end = key;
        read_from (&self, backward_sql, -1, &end);
        break;
      }

  g_ptr_array_sort (self.found, compare_salvaged);

  return self.found;
}

static gboolean
copy_blob (YdStatement  *row,
           YdStatement  *add,
           GError      **error)
{
  g_autoptr(GBytes) content = yd_statement_get_blob (row, 2);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  return g_strcmp0 (hash, yd_statement_get_text (row, 1)) != 0 ||
         (yd_statement_bind_text (add, 1, hash, error) &&
          yd_statement_bind_blob (add, 2, content, error) &&
          yd_statement_run (add, error));
}

/* Copies contents that have their hash; the edits that name them come after.
 *
 * Returns: %FALSE if @sound cannot be written
 */
gboolean
_yd_salvage_blobs (YdDb    *damaged,
                   YdDb    *sound,
                   GError **error)
{
  g_autoptr(YdStatement) select =
    yd_statement_new (damaged, "SELECT rowid, sha256, content FROM blob NOT INDEXED"
                               " WHERE rowid > ?1 ORDER BY rowid", NULL);
  g_autoptr(YdStatement) add =
    yd_statement_new (sound, "INSERT OR IGNORE INTO blob (sha256, content) VALUES (?1, ?2)", error);
  gint64 last = 0;
  int n_failed = 0;

  if (add == NULL)
    return FALSE;

  while (select != NULL && n_failed < 1000)
    {
      gboolean has_row = FALSE, ok;

      yd_statement_reset (select);
      yd_statement_bind_int (select, 1, last, NULL);
      while ((ok = yd_statement_step (select, &has_row, NULL)) && has_row &&
             yd_statement_get_int (select, 0) > last)
        {
          last = yd_statement_get_int (select, 0);
          if (!copy_blob (select, add, error))
            return FALSE;
        }

      if (ok)
        break;

      /* The number after a page that cannot be read is as good as any. */
      last++;
      n_failed++;
    }

  return TRUE;
}
