/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "bench-export.h"

static void
write_ours (YdTable       *table,
            GOutputStream *stream)
{
  bench_write (table, YD_FORMAT_CSV, stream);
}

/* The same bytes by fwrite(), field by field. */
static void
write_raw (YdTable       *table,
           GOutputStream *stream)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "yaodian-bench-raw.csv", NULL);
  FILE *file = fopen (path, "wb");

  for (guint row = 0; row < yd_table_get_n_rows (table); row++)
    {
      const char *band = yd_table_get_band (table, row, NULL);

      for (guint i = 0; i < yd_table_get_n_columns (table); i++)
        {
          gsize len = i == 0 && band != NULL ? strlen (band) : 0;
          const char *text = band != NULL ? band : yd_table_get_text (table, row, i, &len);

          fwrite (text, 1, len, file);
          fwrite (",", 1, 1, file);
        }
      fwrite ("\r\n", 1, 2, file);
    }
  fclose (file);
  g_remove (path);
}

int
main (void)
{
  bench_table ("csv", write_ours, write_raw);

  return 0;
}
