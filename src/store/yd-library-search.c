/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-library-private.h"

#include <string.h>

#include "yd-fold-private.h"
#include "yd-tables-private.h"

/* Looks a text up in the index and reads what the hits stand for. The index has
 * deleted rows too, so that they need not be put in again when they come back.
 */

static const char search_sql[] = "SELECT rowid FROM search WHERE search MATCH ?1";
static const char space_sql[] = "SELECT id FROM space WHERE n = ?1";
static const char parent_sql[] =
  "SELECT parent, deleted FROM point WHERE id = ?1 AND key BETWEEN ?2 AND ?2 + 16777215";
static const char passage_sql[] =
  "SELECT p.source, p.start, p.end, p.text FROM passage p"
  " JOIN source s ON s.id = p.source AND s.key BETWEEN ?2 AND ?2 + 16777215 AND s.deleted = 0"
  " WHERE p.key = ?1";

typedef struct
{
  YdDb        *db;
  GPtrArray   *hits;
  YdStatement *cells[YD_N_KINDS][YD_MAX_FIELDS];
  YdStatement *space;
  YdStatement *parent;
  YdStatement *passage;
  GHashTable  *live;            /* id of a point → whether it is, of one space */
  gint64       base;            /* of that space */
} Search;

static void
clear (Search *self)
{
  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    for (guint field = 0; field < YD_MAX_FIELDS; field++)
      g_clear_pointer (&self->cells[kind][field], yd_statement_free);
  g_clear_pointer (&self->space, yd_statement_free);
  g_clear_pointer (&self->parent, yd_statement_free);
  g_clear_pointer (&self->passage, yd_statement_free);
  g_clear_pointer (&self->live, g_hash_table_unref);
}

static YdStatement *
prepare_cell (Search  *self,
              YdKind   kind,
              guint    field,
              GError **error)
{
  const YdKindInfo *info = yd_schema_get_kind (kind);
  g_autofree char *sql = NULL;

  if (self->cells[kind][field] != NULL)
    return self->cells[kind][field];

  sql = g_strdup_printf ("SELECT id, \"%s\", %s FROM \"%s\" WHERE key = ?1 AND deleted = 0",
                         info->fields[field].name,
                         kind == YD_KIND_POINT ? "parent" : kind == YD_KIND_ALIAS ? "unit" : "NULL",
                         info->name);

  return self->cells[kind][field] = yd_statement_new (self->db, sql, error);
}

/* Whether the point @id, and what stands above it, is not deleted. */
static gboolean
is_live (Search     *self,
         const char *id,
         guint       depth)
{
  g_autofree char *parent = NULL;
  gboolean has_row = FALSE, live;
  gpointer known;

  if (g_hash_table_lookup_extended (self->live, id, NULL, &known))
    return GPOINTER_TO_INT (known);

  if (yd_statement_bind_text (self->parent, 1, id, NULL) &&
      yd_statement_bind_int (self->parent, 2, self->base, NULL))
    yd_statement_step (self->parent, &has_row, NULL);

  live = has_row && yd_statement_get_int (self->parent, 1) == 0;
  parent = live ? g_strdup (yd_statement_get_text (self->parent, 0)) : NULL;
  yd_statement_reset (self->parent);

  live = live && depth > 0 && (parent == NULL || is_live (self, parent, depth - 1));
  g_hash_table_insert (self->live, g_strdup (id), GINT_TO_POINTER (live));

  return live;
}

static char *
dup_space (Search *self,
           gint64  n)
{
  gboolean has_row = FALSE;
  char *id;

  if (yd_statement_bind_int (self->space, 1, n, NULL))
    yd_statement_step (self->space, &has_row, NULL);
  id = g_strdup (has_row ? yd_statement_get_text (self->space, 0) : NULL);
  yd_statement_reset (self->space);

  return id;
}

static YdSearchHit *
add_hit (Search     *self,
         YdKind      kind,
         guint       field,
         const char *id,
         const char *text)
{
  YdSearchHit *hit = g_new0 (YdSearchHit, 1);

  hit->space = dup_space (self, self->base >> 32);
  hit->kind = kind;
  hit->field = field;
  hit->id = g_strdup (id);
  hit->text = g_strdup (text);
  g_ptr_array_add (self->hits, hit);

  return hit;
}

static gboolean
read_cell (Search  *self,
           gint64   key,
           guint    slot,
           GError **error)
{
  YdStatement *select;
  const char *above;
  gboolean has_row, ok;
  YdKind kind;
  guint field;

  if (!_yd_search_find_slot (slot, &kind, &field))
    return TRUE;
  if ((select = prepare_cell (self, kind, field, error)) == NULL)
    return FALSE;

  ok = yd_statement_bind_int (select, 1, key, error) && yd_statement_step (select, &has_row, error);
  if (ok && has_row && !yd_statement_is_null (select, 1))
    {
      above = kind == YD_KIND_POINT ? yd_statement_get_text (select, 2) : NULL;
      if (above == NULL || is_live (self, above, 64))
        add_hit (self, kind, field, yd_statement_get_text (select, 0),
                 yd_statement_get_text (select, 1));
    }
  yd_statement_reset (select);

  return ok;
}

static void
add_passage (Search      *self,
             YdStatement *row)
{
  YdSearchHit *hit = add_hit (self, YD_KIND_SOURCE, YD_SOURCE_BLOB,
                              yd_statement_get_text (row, 0), yd_statement_get_text (row, 3));

  hit->start = yd_statement_get_int (row, 1);
  hit->end = yd_statement_get_int (row, 2);
}

static gboolean
read_passage (Search  *self,
              gint64   key,
              GError **error)
{
  gboolean has_row, ok;

  if (self->passage == NULL &&
      (self->passage = yd_statement_new (self->db, passage_sql, error)) == NULL)
    return FALSE;

  ok = yd_statement_bind_int (self->passage, 1, key, error) &&
       yd_statement_bind_int (self->passage, 2, self->base, error) &&
       yd_statement_step (self->passage, &has_row, error);
  if (ok && has_row)
    add_passage (self, self->passage);
  yd_statement_reset (self->passage);

  return ok;
}

static gboolean
read_hit (Search  *self,
          gint64   rowid,
          GError **error)
{
  gint64 base = rowid & ~YD_KEY_MAX_POS;
  gint64 key = base | (rowid & YD_KEY_MAX_ROW);
  guint slot = (rowid & YD_KEY_MAX_POS) >> YD_SEARCH_SLOT_SHIFT;

  if (base != self->base)
    g_hash_table_remove_all (self->live);
  self->base = base;

  return slot == YD_SEARCH_PASSAGE ? read_passage (self, key, error)
                                   : read_cell (self, key, slot, error);
}

static gboolean
run (Search      *self,
     const char  *query,
     guint        limit,
     GError     **error)
{
  g_autoptr(YdStatement) search = yd_statement_new (self->db, search_sql, error);
  gboolean has_row;

  if (search == NULL || !yd_statement_bind_text (search, 1, query, error) ||
      (self->space = yd_statement_new (self->db, space_sql, error)) == NULL ||
      (self->parent = yd_statement_new (self->db, parent_sql, error)) == NULL)
    return FALSE;

  self->live = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (yd_statement_step (search, &has_row, error))
    if (!has_row || self->hits->len >= limit)
      return TRUE;
    else if (!read_hit (self, yd_statement_get_int (search, 0), error))
      return FALSE;

  return FALSE;
}

/**
 * yd_library_search:
 * @self: a library
 * @text: what to look for; words between blanks must all be in one cell
 * @limit: how many hits at most
 * @error: return location for an error
 *
 * Capitals and full width do not matter, nor ASCII marks. Of each space come
 * titles, texts, units and then the paragraphs of its sources. What an edit of more
 * than 1,000 rows brought is found a little later than it is kept.
 *
 * Returns: (transfer full) (element-type YdSearchHit): what was found
 */
GPtrArray *
yd_library_search (YdLibrary   *self,
                   const char  *text,
                   guint        limit,
                   GError     **error)
{
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_search_hit_free);
  g_autofree char *query = NULL;
  g_autoptr(GError) local = NULL;
  Search search = { .hits = hits };

  g_return_val_if_fail (YD_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  query = _yd_fold_query (text);
  if (query == NULL)
    return g_steal_pointer (&hits);

  if ((search.db = _yd_library_begin_read (self, error)) == NULL)
    return NULL;

  run (&search, query, limit, &local);
  clear (&search);

  return _yd_library_end_read (self, g_steal_pointer (&local), error) ? g_steal_pointer (&hits)
                                                                      : NULL;
}
