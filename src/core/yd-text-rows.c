/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-text-rows.h"

#include <string.h>

/* Tables and lists as they come as text. */

static void
end_cell (GPtrArray *cells,
          GString   *cell)
{
  g_ptr_array_add (cells, g_strdup (cell->str));
  g_string_truncate (cell, 0);
}

static GPtrArray *
end_row (GPtrArray *rows,
         GPtrArray *cells,
         GString   *cell)
{
  end_cell (cells, cell);
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (rows, g_ptr_array_free (cells, FALSE));

  return g_ptr_array_new ();
}

/**
 * yd_text_split_rows:
 * @text: a table: one row each line, cells set apart by tabs, or where there is no tab by
 *   commas (RFC 4180); a cell in quotes may have line ends
 *
 * Returns: (transfer full) (element-type GStrv): its rows
 */
GPtrArray *
yd_text_split_rows (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GPtrArray *cells = g_ptr_array_new ();
  g_autoptr(GString) cell = g_string_new (NULL);
  const char separator = strchr (text, '\t') != NULL ? '\t' : ',';
  gboolean quoted = FALSE;

  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (quoted && *c == '"' && c[1] == '"')
        g_string_append_c (cell, *c++);
      else if (*c == '"' && (quoted || cell->len == 0))
        quoted = !quoted;
      else if (quoted || (*c != separator && *c != '\n' && *c != '\r'))
        g_string_append_c (cell, *c);
      else if (*c == separator)
        end_cell (cells, cell);
      else if (*c == '\n')
        cells = end_row (rows, cells, cell);
    }
  if (cell->len > 0 || cells->len > 0)
    cells = end_row (rows, cells, cell);
  g_ptr_array_unref (cells);

  return rows;
}

static void
add_name (GPtrArray  *names,
          const char *start,
          const char *end)
{
  g_autofree char *name = g_strstrip (g_strndup (start, end - start));

  if (*name != '\0')
    g_ptr_array_add (names, g_steal_pointer (&name));
}

/**
 * yd_text_split_names:
 * @text: (nullable): names set apart as in documents: `东宝区、掇刀区`
 *
 * What stands between brackets belongs to a name: 各县(市、区).
 *
 * Returns: (transfer full) (element-type utf8): the names
 */
GPtrArray *
yd_text_split_names (const char *text)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;
  int depth = 0;

  for (const char *c = text; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar sign = g_utf8_get_char (c);

      if (sign == '(' || sign == 0xff08 || sign == 0x3014)
        depth++;
      else if (sign == ')' || sign == 0xff09 || sign == 0x3015)
        depth = MAX (depth - 1, 0);
      else if (depth == 0 && (sign == 0x3001 || sign == 0xff0c || sign == ',' || sign == ';' ||
                              sign == 0xff1b || sign == '\n'))
        {
          add_name (names, start, c);
          start = g_utf8_next_char (c);
        }
    }
  if (text != NULL)
    add_name (names, start, start + strlen (start));

  return names;
}
