/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-csv.h"

#include <string.h>

#include "yd-export-private.h"

#define BUFFER (64 * 1024)

/* -3, +0.5, 12% */
static gboolean
is_number (const char *text,
           gsize       len)
{
  gboolean digits = FALSE;
  gsize i = *text == '+' || *text == '-' ? 1 : 0;

  for (; i < len && (g_ascii_isdigit (text[i]) || (text[i] == '.' && digits)); i++)
    digits = TRUE;
  if (i < len && text[i] == '%')
    i++;

  return digits && i == len;
}

/*
 * A spreadsheet takes a cell that begins with = + - @ for a formula, so a text from outside could
 * run one ("CSV injection", OWASP); in Chinese and Japanese locales the full-width signs count too.
 * Such a cell gets a tab in front, inside the quotes: it keeps the cell a text, is not seen, and is
 * stripped with other blanks by those who read the file with a program. An apostrophe would do as
 * much but stays visible in WPS. Numbers and a lone dash, the usual sign for "nothing", stay.
 */
static gboolean
may_be_formula (const char *text,
                gsize       len)
{
  static const char *const wide[] = { "＝", "＋", "－", "＠" };

  if (len < 2)
    return FALSE;
  if (strchr ("=+-@\t", *text) != NULL)
    return !is_number (text, len);

  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (text, wide[i]))
      return len > strlen (wide[i]);

  return FALSE;
}

/* RFC 4180 §2: quoted where it must be, a quote doubled. */
static void
append_field (GString    *out,
              const char *text,
              gsize       len)
{
  const gboolean formula = may_be_formula (text, len);
  gboolean quoted = formula;

  for (gsize i = 0; i < len && !quoted; i++)
    quoted = text[i] == '"' || text[i] == ',' || text[i] == '\n';
  quoted = quoted || (len > 0 && (*text == ' ' || text[len - 1] == ' '));

  if (!quoted)
    {
      g_string_append_len (out, text, len);
      return;
    }

  g_string_append (out, formula ? "\"\t" : "\"");
  for (gsize i = 0; i < len; i++)
    {
      if (text[i] == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, text[i]);
    }
  g_string_append_c (out, '"');
}

static void
append_row (GString *out,
            YdTable *table,
            guint    row)
{
  const guint n_columns = yd_table_get_n_columns (table);
  const char *band = yd_table_get_band (table, row, NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      gsize len;
      const char *text;

      if (i > 0)
        g_string_append_c (out, ',');
      if (band != NULL && i > 0)
        continue;

      text = band != NULL ? band : yd_table_get_text (table, row, i, &len);
      append_field (out, text, band != NULL ? strlen (band) : len);
    }
  g_string_append (out, "\r\n");
}

static void
append_heading (GString *out,
                YdTable *table)
{
  for (guint i = 0; i < yd_table_get_n_columns (table); i++)
    {
      const YdColumn column = yd_table_get_column (table, i);

      if (i > 0)
        g_string_append_c (out, ',');
      append_field (out, column.heading, strlen (column.heading));
    }
  g_string_append (out, "\r\n");
}

/**
 * yd_csv_write:
 * @table: a table
 * @stream: where to
 * @progress: (nullable) (scope call): told now and then
 * @user_data: for @progress
 * @cancellable: (nullable): a way to stop
 * @error: return location
 *
 * Writes the headings and the rows as RFC 4180 has it, in UTF-8 with a byte
 * order mark, by which WPS and Excel know the encoding. A band is a row with
 * its first field alone. A cell that continues the one above repeats its text,
 * so that each row can be read by itself.
 *
 * Returns: %FALSE with a %G_IO_ERROR
 */
gboolean
yd_csv_write (YdTable           *table,
              GOutputStream     *stream,
              YdExportProgress   progress,
              gpointer           user_data,
              GCancellable      *cancellable,
              GError           **error)
{
  const YdExportJob job = { table, stream, progress, user_data, cancellable };
  const guint n_rows = yd_table_get_n_rows (table);
  g_autoptr(GString) out = g_string_sized_new (BUFFER + 4096);

  g_string_append (out, "\xef\xbb\xbf");
  append_heading (out, table);

  for (guint row = 0; row < n_rows; row++)
    {
      if (!_yd_export_step (&job, row, error))
        return FALSE;

      append_row (out, table, row);
      if (!_yd_export_put_some (&job, out, BUFFER, error))
        return FALSE;
    }

  return _yd_export_put_some (&job, out, 1, error);
}
