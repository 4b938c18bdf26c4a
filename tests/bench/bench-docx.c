/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zlib.h>

#include "bench-export.h"

#define CELL "<w:tc><w:tcPr><w:tcW w:w=\"1275\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/>" \
             "</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"YdBody\"/></w:pPr><w:r><w:rPr>" \
             "<w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">"
#define END "</w:t></w:r></w:p></w:tc>"
#define ROW "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"428\" w:hRule=\"atLeast\"/></w:trPr>"

static void
write_ours (YdTable       *table,
            GOutputStream *stream)
{
  bench_write (table, YD_FORMAT_DOCX, stream);
}

static void
deflate_some (z_stream      *zip,
              GString       *xml,
              int            flush,
              GOutputStream *stream)
{
  static guint8 out[64 * 1024];

  zip->next_in = (guint8 *) xml->str;
  zip->avail_in = xml->len;
  do
    {
      zip->next_out = out;
      zip->avail_out = sizeof out;
      deflate (zip, flush);
      g_output_stream_write_all (stream, out, sizeof out - zip->avail_out, NULL, NULL, NULL);
    }
  while (zip->avail_out == 0);
  g_string_truncate (xml, 0);
}

/* The same XML of the rows put together and deflated, nothing escaped and nothing checked. */
static void
write_raw (YdTable       *table,
           GOutputStream *stream)
{
  g_autoptr(GString) xml = g_string_sized_new (128 * 1024);
  z_stream zip = { 0 };

  g_assert_cmpint (deflateInit2 (&zip, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8,
                                 Z_DEFAULT_STRATEGY), ==, Z_OK);
  for (guint row = 0; row < yd_table_get_n_rows (table); row++)
    {
      const char *band = yd_table_get_band (table, row, NULL);

      g_string_append (xml, ROW);
      for (guint i = 0; i < (band != NULL ? 1 : yd_table_get_n_columns (table)); i++)
        {
          gsize len = band != NULL ? strlen (band) : 0;
          const char *text = band != NULL ? band : yd_table_get_text (table, row, i, &len);

          g_string_append (xml, CELL);
          g_string_append_len (xml, text, len);
          g_string_append (xml, END);
        }
      g_string_append (xml, "</w:tr>");
      if (xml->len > 64 * 1024)
        deflate_some (&zip, xml, Z_NO_FLUSH, stream);
    }
  deflate_some (&zip, xml, Z_FINISH, stream);
  deflateEnd (&zip);
}

int
main (void)
{
  bench_table ("docx", write_ours, write_raw);

  return 0;
}
