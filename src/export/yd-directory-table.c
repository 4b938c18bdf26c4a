/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-table.h"

#include "yd-directory-rows.h"

/* The words in this file are those of Chinese offices, whatever language the program speaks:
 * they are not translated. */

#define NAME "单位名录"

static const double weights[YD_DIRECTORY_N_COLUMNS] = {
  [YD_DIRECTORY_NAME]      = 3,
  [YD_DIRECTORY_FULL]      = 4,
  [YD_DIRECTORY_SHORT]     = 2,
  [YD_DIRECTORY_KIND]      = 1.6,
  [YD_DIRECTORY_ALIASES]   = 3,
  [YD_DIRECTORY_FROM]      = 1.8,
  [YD_DIRECTORY_TO]        = 1.8,
  [YD_DIRECTORY_SUCCESSOR] = 2.4,
  [YD_DIRECTORY_PARENT]    = 2.4,
  [YD_DIRECTORY_GROUPS]    = 4,
  [YD_DIRECTORY_CONTACT]   = 1.8,
  [YD_DIRECTORY_PHONE]     = 2.2,
};

/**
 * yd_directory_table_new:
 * @directory: what the office knows
 * @contacts: whether the table says whom to turn to; only if a person asks for it
 *
 * Returns: (transfer full): a row for each unit, as yd_directory_import_new() reads it
 */
YdTable *
yd_directory_table_new (YdDirectory *directory,
                        gboolean     contacts)
{
  YdTable *table = yd_table_new (NAME, NAME);
  g_autoptr(GPtrArray) rows = yd_directory_make_rows (directory, contacts);
  const guint n = contacts ? YD_DIRECTORY_N_COLUMNS : YD_DIRECTORY_CONTACT;

  for (guint i = 0; i < n; i++)
    yd_table_add_column (table, yd_directory_column_get_key (i),
                         yd_directory_column_get_heading (i), weights[i], YD_ALIGN_START);
  for (guint i = 0; i < rows->len; i++)
    yd_table_append_row (table, g_ptr_array_index (rows, i));

  return table;
}
