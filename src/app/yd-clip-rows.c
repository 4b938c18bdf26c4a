/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clip-rows.h"

#include <stdlib.h>
#include <string.h>

/* Rows of cells out of what another program put on the clipboard. Whatever is there is
 * read as far as it makes sense: nobody vouches for it.
 */

typedef struct
{
  GPtrArray *rows;      /* of GStrv */
  GPtrArray *cells;     /* (nullable): of the row that is being read */
  GString   *cell;      /* (nullable): that is being read */
  guint      span;      /* how many columns it takes */
  guint      row_span;  /* and how many rows */
  guint      covered[YD_CLIP_MAX_COLUMNS];      /* rows that a cell above still takes */
  char      *above[YD_CLIP_MAX_COLUMNS];        /* and what it says */
  guint      n_tables;  /* that are open, one in another */
  gboolean   had_table;
  gboolean   block;     /* a row in which nothing is counts as well */
} Reader;

static void
strip_cell (GString *cell)
{
  g_strstrip (cell->str);
  cell->len = strlen (cell->str);
}

/* Where a cell from above reaches down, this row has the same: a unit that leads three tasks
 * stands beside them once. */
static void
skip_covered (Reader *self)
{
  while (self->cells->len < YD_CLIP_MAX_COLUMNS && self->covered[self->cells->len] > 0)
    {
      const guint i = self->cells->len;

      self->covered[i]--;
      g_ptr_array_add (self->cells, g_strdup (self->above[i]));
    }
}

static void
end_cell (Reader *self)
{
  if (self->cell == NULL)
    return;

  strip_cell (self->cell);
  skip_covered (self);
  for (guint i = 0; i < self->span && self->cells->len < YD_CLIP_MAX_COLUMNS; i++)
    {
      const guint place = self->cells->len;
      const char *text = i == 0 ? self->cell->str : "";

      g_free (self->above[place]);
      self->above[place] = g_strdup (text);
      self->covered[place] = self->row_span - 1;
      g_ptr_array_add (self->cells, g_strdup (text));
    }

  g_string_free (self->cell, TRUE);
  self->cell = NULL;
}

static gboolean
is_blank (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (*(const char *) g_ptr_array_index (cells, i) != '\0')
      return FALSE;

  return TRUE;
}

static void
end_row (Reader *self)
{
  g_autoptr(GPtrArray) cells = NULL;

  end_cell (self);
  if (self->cells != NULL)
    skip_covered (self);
  cells = g_steal_pointer (&self->cells);
  if (cells == NULL || (is_blank (cells) && !self->block) || self->rows->len >= YD_CLIP_MAX_ROWS)
    return;

  g_ptr_array_add (cells, NULL);
  g_ptr_array_set_free_func (cells, NULL);
  g_ptr_array_add (self->rows, g_ptr_array_free (g_steal_pointer (&cells), FALSE));
}

static void
begin_row (Reader *self)
{
  end_row (self);
  self->cells = g_ptr_array_new_with_free_func (g_free);
}

/* The value of an attribute that is a number, or 1. */
static guint
find_span (const char *tag,
           const char *end,
           const char *name,
           int         max)
{
  g_autofree char *text = g_strndup (tag, end - tag);
  g_autofree char *folded = g_ascii_strdown (text, -1);
  const char *found = strstr (folded, name);
  int span;

  if (found == NULL)
    return 1;

  found += strcspn (found, "0123456789");
  span = atoi (found);

  return CLAMP (span, 1, max);
}

static void
begin_cell (Reader     *self,
            const char *tag,
            const char *end)
{
  end_cell (self);
  if (self->cells == NULL)
    begin_row (self);
  self->cell = g_string_new (NULL);
  self->span = find_span (tag, end, "colspan", YD_CLIP_MAX_COLUMNS);
  self->row_span = find_span (tag, end, "rowspan", YD_CLIP_MAX_ROWS);
}

static gboolean
is_tag (const char *name,
        gsize       len,
        const char *tag)
{
  return strlen (tag) == len && g_ascii_strncasecmp (name, tag, len) == 0;
}

static void
begin_tag (Reader     *self,
           const char *name,
           gsize       len,
           const char *end)
{
  if (is_tag (name, len, "table"))
    {
      self->had_table = TRUE;
      if (self->n_tables++ == 0)
        memset (self->covered, 0, sizeof self->covered);
    }
  else if (self->n_tables != 1)
    return;                     /* a table in a cell is text of the cell */
  else if (is_tag (name, len, "tr"))
    begin_row (self);
  else if (is_tag (name, len, "td") || is_tag (name, len, "th"))
    begin_cell (self, name, end);
  else if (self->cell != NULL && (is_tag (name, len, "br") ||
                                  (is_tag (name, len, "p") && self->cell->len > 0)))
    g_string_append_c (self->cell, '\n');
}

static void
end_tag (Reader     *self,
         const char *name,
         gsize       len)
{
  if (is_tag (name, len, "table") && self->n_tables > 0)
    {
      if (--self->n_tables == 0)
        end_row (self);
    }
  else if (self->n_tables != 1)
    return;
  else if (is_tag (name, len, "tr"))
    end_row (self);
  else if (is_tag (name, len, "td") || is_tag (name, len, "th"))
    end_cell (self);
}

/* Characters as HTML writes them; white space is one blank. Returns: behind it */
static const char *
append_entity (GString    *out,
               const char *c)
{
  static const struct { const char *name, *text; } entities[] = {
    { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&apos;", "'" },
    { "&nbsp;", " " }, { "&middot;", "·" }, { "&ldquo;", "“" }, { "&rdquo;", "”" },
    { "&hellip;", "…" }, { "&mdash;", "—" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (c, entities[i].name))
      {
        g_string_append (out, entities[i].text);
        return c + strlen (entities[i].name);
      }

  if (c[1] == '#')
    {
      const gboolean hex = c[2] == 'x' || c[2] == 'X';
      char *end;
      guint64 value = g_ascii_strtoull (c + 2 + hex, &end, hex ? 16 : 10);

      if (end > c + 2 + hex && value > 0 && value <= 0x10ffff &&
          g_unichar_validate ((gunichar) value))
        {
          g_string_append_unichar (out, value == 0xa0 ? ' ' : (gunichar) value);
          return end + (*end == ';');
        }
    }

  g_string_append_c (out, '&');

  return c + 1;
}

static const char *
append_text (GString    *out,
             const char *c)
{
  if (*c == '&')
    return append_entity (out, c);

  if (!g_ascii_isspace (*c))
    g_string_append_c (out, *c);
  else if (out->len > 0 && !g_ascii_isspace (out->str[out->len - 1]))
    g_string_append_c (out, ' ');

  return c + 1;
}

/* Returns: behind the comment, style sheet or script that begins at @c, or @c */
static const char *
skip_hidden (const char *c)
{
  static const char * const hidden[][2] = {
    { "<!--", "-->" }, { "<style", "</style" }, { "<script", "</script" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    if (g_ascii_strncasecmp (c, hidden[i][0], strlen (hidden[i][0])) == 0)
      for (const char *end = c + 1; ; end++)
        {
          if (*end == '\0')
            return end;
          if (g_ascii_strncasecmp (end, hidden[i][1], strlen (hidden[i][1])) == 0)
            return end + strlen (hidden[i][1]);
        }

  return c;
}

static const char *
read_tag (Reader     *self,
          const char *c)
{
  const gboolean closes = c[1] == '/';
  const char *name = c + 1 + closes;
  gsize len = 0;
  const char *end = strchr (c, '>');

  if (end == NULL)
    return c + strlen (c);

  while (g_ascii_isalnum (name[len]))
    len++;
  if (closes)
    end_tag (self, name, len);
  else
    begin_tag (self, name, len, end);

  return end + 1;
}

static void
reader_clear (Reader *self)
{
  for (guint i = 0; i < YD_CLIP_MAX_COLUMNS; i++)
    g_free (self->above[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
free_row (gpointer data)
{
  g_strfreev (data);
}

/**
 * yd_clip_read_html:
 * @html: valid UTF-8
 * @block: whether it is about where a cell stands
 *
 * Returns: (transfer full) (nullable) (element-type GStrv): the rows of all tables,
 *   without those in which nothing is unless they are a block; %NULL if there is no table
 */
GPtrArray *
yd_clip_read_html (const char *html,
                   gboolean    block)
{
  g_auto(Reader) self = { .block = block };
  const char *c = html;

  self.rows = g_ptr_array_new_with_free_func (free_row);
  while (*c != '\0')
    {
      const char *behind = *c == '<' ? skip_hidden (c) : c;

      if (behind != c)
        c = behind;
      else if (*c == '<')
        c = read_tag (&self, c);
      else if (self.cell != NULL)
        c = append_text (self.cell, c);
      else
        c++;
    }
  end_row (&self);

  if (self.had_table)
    return self.rows;

  g_ptr_array_unref (self.rows);

  return NULL;
}

/* One cell; a quoted one may have tabs and lines in it. Returns: what stopped it */
static const char *
read_tsv_cell (GString    *cell,
               const char *c)
{
  const gboolean quoted = *c == '"';

  for (c += quoted; *c != '\0'; c++)
    {
      if (quoted && c[0] == '"' && c[1] == '"')
        c++;
      else if (quoted && *c == '"')
        return c + 1 + strcspn (c + 1, "\t\n");
      else if (!quoted && (*c == '\t' || *c == '\n'))
        return c;
      if (*c != '\r')
        g_string_append_c (cell, *c);
    }

  return c;
}

/**
 * yd_clip_read_tsv:
 * @text: valid UTF-8
 * @block: whether it is about where a cell stands
 *
 * Returns: (transfer full) (nullable) (element-type GStrv): the rows, without those
 *   in which nothing is unless they are a block; %NULL if there is no tab in the text, so that
 *   it is no table: but a block may be one column
 */
GPtrArray *
yd_clip_read_tsv (const char *text,
                  gboolean    block)
{
  g_auto(Reader) self = { .span = 1, .row_span = 1, .block = block };
  const char *c = text;

  if (!block && strchr (text, '\t') == NULL)
    return NULL;

  self.rows = g_ptr_array_new_with_free_func (free_row);
  while (*c != '\0')
    {
      if (self.cells == NULL)
        begin_row (&self);
      self.cell = g_string_new (NULL);
      c = read_tsv_cell (self.cell, c);
      if (*c == '\t')
        end_cell (&self);
      else
        end_row (&self);
      c += *c != '\0';
    }
  end_row (&self);

  return self.rows;
}
