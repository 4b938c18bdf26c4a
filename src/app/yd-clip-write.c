/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clip-write.h"

#include <string.h>

/* A table as the clipboard carries it to other programs. */

/* All is text, or a program makes （1） a negative number and 1-2 a day: as Excel and WPS
 * are told, and as LibreOffice is. */
#define TEXT_CELL \
  "<td style=\"mso-number-format:'\\@'; white-space:pre-wrap\" sdnum=\"1033;0;@\">"

/* A line within a cell. LibreOffice Calc 7.4 makes a row of its own of what follows <br>,
 * whatever its style says; who does not know this puts a blank there, and no harm is done. */
#define LINE_BREAK "&#10;"

static void
append_escaped (GString    *out,
                const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (lines[i], -1);

      g_string_append_printf (out, "%s%s", i > 0 ? LINE_BREAK : "", escaped);
    }
}

static const char *
get_text (YdTable *table,
          guint    row,
          guint    column)
{
  const char *text = yd_table_get_text (table, row, column, NULL);

  return text != NULL ? text : "";
}

/**
 * yd_clip_make_html:
 * @table: a table
 *
 * Returns: (transfer full): the table with its headings, as HTML in UTF-8
 */
char *
yd_clip_make_html (YdTable *table)
{
  GString *out = g_string_new ("<html><head><meta http-equiv=\"content-type\" "
                               "content=\"text/html; charset=utf-8\"></head><body>"
                               "<table border=\"1\">\n<tr>");
  const guint n_columns = yd_table_get_n_columns (table);

  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append (out, "<th>");
      append_escaped (out, yd_table_get_column (table, i).heading);
      g_string_append (out, "</th>");
    }
  g_string_append (out, "</tr>\n");

  for (guint row = 0; row < yd_table_get_n_rows (table); row++)
    {
      g_string_append (out, "<tr>");
      for (guint i = 0; i < n_columns; i++)
        {
          g_string_append (out, TEXT_CELL);
          append_escaped (out, get_text (table, row, i));
          g_string_append (out, "</td>");
        }
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</table></body></html>");

  return g_string_free (out, FALSE);
}

/* Quoted as spreadsheets do when a cell has more than one line. */
static void
append_cell (GString    *out,
             const char *text)
{
  if (strpbrk (text, "\t\n\r\"") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');
  for (const char *c = text; *c != '\0'; c++)
    g_string_append_len (out, *c == '"' ? "\"\"" : c, *c == '"' ? 2 : 1);
  g_string_append_c (out, '"');
}

/**
 * yd_clip_make_tsv:
 * @table: a table
 *
 * Returns: (transfer full): the table with its headings: a line for each row, tabs
 *   between the cells
 */
char *
yd_clip_make_tsv (YdTable *table)
{
  GString *out = g_string_new (NULL);
  const guint n_columns = yd_table_get_n_columns (table);

  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append (out, i > 0 ? "\t" : "");
      append_cell (out, yd_table_get_column (table, i).heading);
    }
  g_string_append_c (out, '\n');

  for (guint row = 0; row < yd_table_get_n_rows (table); row++)
    {
      for (guint i = 0; i < n_columns; i++)
        {
          g_string_append (out, i > 0 ? "\t" : "");
          append_cell (out, get_text (table, row, i));
        }
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

static GdkContentProvider *
provide (const char *mime_type,
         const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return gdk_content_provider_new_for_bytes (mime_type, bytes);
}

/**
 * yd_clip_put:
 * @clipboard: a clipboard
 * @table: a table
 *
 * Puts the table on the clipboard: as HTML, which spreadsheets and word processors take as
 * cells, and as lines with tabs, which all programs take.
 */
void
yd_clip_put (GdkClipboard *clipboard,
             YdTable      *table)
{
  g_autofree char *html = yd_clip_make_html (table);
  g_autofree char *tsv = yd_clip_make_tsv (table);
  GdkContentProvider *parts[] = {
    provide ("text/html", html),
    provide ("text/tab-separated-values", tsv),
    gdk_content_provider_new_typed (G_TYPE_STRING, tsv),
  };
  g_autoptr(GdkContentProvider) whole = gdk_content_provider_new_union (parts,
                                                                        G_N_ELEMENTS (parts));

  gdk_clipboard_set_content (clipboard, whole);
}
