/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "bench-export.h"

static void
write_ours (YdTable       *table,
            GOutputStream *stream)
{
  bench_write (table, YD_FORMAT_XLSX, stream);
}

/* The same cells by libxlsxwriter alone, all in one format and rows of one height. */
static void
write_raw (YdTable       *table,
           GOutputStream *stream)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "yaodian-bench-raw.xlsx", NULL);
  lxw_workbook_options options = { .constant_memory = yd_table_get_n_rows (table) > 20000 };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, NULL);
  lxw_format *format = workbook_add_format (workbook);
  const guint n_columns = yd_table_get_n_columns (table);

  format_set_text_wrap (format);
  for (guint row = 0; row < yd_table_get_n_rows (table); row++)
    {
      const char *band = yd_table_get_band (table, row, NULL);

      worksheet_set_row (sheet, row, 24, NULL);
      if (band != NULL)
        worksheet_merge_range (sheet, row, 0, row, n_columns - 1, band, format);
      for (guint i = 0; i < n_columns && band == NULL; i++)
        worksheet_write_string (sheet, row, i, yd_table_get_text (table, row, i, NULL), format);
    }
  workbook_close (workbook);
  g_remove (path);
}

int
main (void)
{
  bench_table ("xlsx", write_ours, write_raw);

  return 0;
}
