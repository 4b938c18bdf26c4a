/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-search-index-private.h"

#include <string.h>

#include "yd-fold-private.h"
#include "yd-tables-private.h"

/* The index of what can be searched. It keeps no text of its own, so what is
 * taken out must be said again; a change knows its old value.
 */

/* The numbers stand in the file. Hits come in their order. */
static const struct
{
  guint  slot;
  YdKind kind;
  guint  field;
} slots[] = {
  { 1, YD_KIND_PLAN,  YD_PLAN_TITLE },
  { 2, YD_KIND_POINT, YD_POINT_TITLE },
  { 3, YD_KIND_POINT, YD_POINT_TEXT },
  { 4, YD_KIND_UNIT,  YD_UNIT_NAME },
  { 5, YD_KIND_UNIT,  YD_UNIT_FULL },
  { 6, YD_KIND_UNIT,  YD_UNIT_SHORT },
  { 7, YD_KIND_ALIAS, YD_ALIAS_NAME },
};

static const char add_sql[] = "INSERT INTO search (rowid, text) VALUES (?1, ?2)";
static const char remove_sql[] =
  "INSERT INTO search (search, rowid, text) VALUES ('delete', ?1, ?2)";
static const char add_passage_sql[] =
  "INSERT INTO passage (key, source, start, end, text) VALUES (?1, ?2, ?3, ?4, ?5)";
static const char last_passage_sql[] =
  "SELECT max(key) FROM passage WHERE key BETWEEN ?1 AND ?2";

gboolean
_yd_search_index_init (YdSearchIndex *self,
                       YdDb          *db,
                       GError       **error)
{
  self->text = g_string_sized_new (4096);

  return (self->add = yd_statement_new (db, add_sql, error)) != NULL &&
         (self->remove = yd_statement_new (db, remove_sql, error)) != NULL &&
         (self->add_passage = yd_statement_new (db, add_passage_sql, error)) != NULL &&
         (self->last_passage = yd_statement_new (db, last_passage_sql, error)) != NULL;
}

void
_yd_search_index_clear (YdSearchIndex *self)
{
  g_clear_pointer (&self->add, yd_statement_free);
  g_clear_pointer (&self->remove, yd_statement_free);
  g_clear_pointer (&self->add_passage, yd_statement_free);
  g_clear_pointer (&self->last_passage, yd_statement_free);
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
}

/* The slot of a field, or 0 if it is not searched. */
guint
_yd_search_get_slot (YdKind kind,
                     guint  field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    if (slots[i].kind == kind && slots[i].field == field)
      return slots[i].slot;

  return 0;
}

gboolean
_yd_search_find_slot (guint   slot,
                      YdKind *kind,
                      guint  *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    if (slots[i].slot == slot)
      {
        *kind = slots[i].kind;
        *field = slots[i].field;
        return TRUE;
      }

  return FALSE;
}

static gboolean
put (YdSearchIndex  *self,
     YdStatement    *statement,
     gint64          rowid,
     const char     *text,
     gsize           len,
     GError        **error)
{
  g_string_truncate (self->text, 0);
  _yd_fold_append (self->text, text, len);

  return yd_statement_bind_int (statement, 1, rowid, error) &&
         yd_statement_bind_text (statement, 2, self->text->str, error) &&
         yd_statement_run (statement, error);
}

gboolean
_yd_search_index_add (YdSearchIndex *self,
                      gint64         key,
                      guint          slot,
                      const char    *text,
                      GError       **error)
{
  return put (self, self->add, key | (gint64) slot << YD_SEARCH_SLOT_SHIFT, text, strlen (text),
              error);
}

gboolean
_yd_search_index_remove (YdSearchIndex *self,
                         gint64         key,
                         guint          slot,
                         const char    *text,
                         GError       **error)
{
  return put (self, self->remove, key | (gint64) slot << YD_SEARCH_SLOT_SHIFT, text,
              strlen (text), error);
}

static gboolean
add_passage (YdSearchIndex  *self,
             gint64          key,
             const char     *source,
             const char     *line,
             gsize           len,
             gint64         *start,
             GError        **error)
{
  gint64 end = *start + g_utf8_strlen (line, len);
  g_autofree char *copy = g_strndup (line, len);

  if (!yd_statement_bind_int (self->add_passage, 1, key, error) ||
      !yd_statement_bind_text (self->add_passage, 2, source, error) ||
      !yd_statement_bind_int (self->add_passage, 3, *start, error) ||
      !yd_statement_bind_int (self->add_passage, 4, end, error) ||
      !yd_statement_bind_text (self->add_passage, 5, copy, error) ||
      !yd_statement_run (self->add_passage, error))
    return FALSE;

  *start = end;
  return put (self, self->add, key | (gint64) YD_SEARCH_PASSAGE << YD_SEARCH_SLOT_SHIFT, line, len,
              error);
}

static gboolean
find_last_passage (YdSearchIndex  *self,
                   gint64          base,
                   gint64         *last,
                   GError        **error)
{
  gboolean ok = yd_statement_bind_int (self->last_passage, 1, base, error) &&
                yd_statement_bind_int (self->last_passage, 2, base | YD_KEY_MAX_ROW, error) &&
                yd_statement_step (self->last_passage, NULL, error);

  if (ok)
    *last = MAX (base, yd_statement_get_int (self->last_passage, 0));
  yd_statement_reset (self->last_passage);

  return ok;
}

/**
 * _yd_search_index_add_source:
 * @self: the index
 * @base: the keys of the space
 * @source: the id of the source
 * @text: its text
 * @error: return location for an error
 *
 * Adds each paragraph as a passage, with its place in characters.
 *
 * Returns: whether it was added; what is not UTF-8 is passed over
 */
gboolean
_yd_search_index_add_source (YdSearchIndex *self,
                             gint64         base,
                             const char    *source,
                             GBytes        *text,
                             GError       **error)
{
  gsize size;
  const char *line = g_bytes_get_data (text, &size);
  const char *end = line + size;
  gint64 start = 0;
  gint64 key;

  if (size == 0 || !g_utf8_validate_len (line, size, NULL))
    return TRUE;
  if (!find_last_passage (self, base, &key, error))
    return FALSE;

  while (line < end && key < (base | YD_KEY_MAX_ROW))
    {
      const char *next = memchr (line, '\n', end - line);
      gsize len = (next != NULL ? next : end) - line;

      if (len > 0 && !add_passage (self, ++key, source, line, len, &start, error))
        return FALSE;

      start++;                  /* the line's end */
      line += len + 1;
    }

  return TRUE;
}
