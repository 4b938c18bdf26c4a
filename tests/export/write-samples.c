/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "yd-export.h"
#include "yd-sample-table.h"

/* write-samples SAMPLE FOLDER: the tables of the tests as files, for other programs to read. */

static void
save (YdTable    *table,
      const char *folder,
      const char *name)
{
  static const char *const suffixes[] = { "docx", "xlsx", "pdf", "json" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (name, ".", suffixes[i], NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autoptr(GError) error = NULL;
      YdFormat format;

      g_assert_true (yd_format_from_path (path, &format, NULL));
      if (!yd_export_save (table, format, path, NULL, NULL, NULL, &error))
        g_error ("%s", error->message);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(YdTable) sample = NULL;
  g_autoptr(YdTable) odd = yd_sample_table_new_odd ();

  g_assert_cmpint (argc, ==, 3);
  sample = yd_sample_table_new (argv[1]);
  save (sample, argv[2], "sample");
  save (odd, argv[2], "odd");

  return 0;
}
