/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-table-json.h"

#include "yd-export-private.h"
#include "yd-json-writer.h"

#define BUFFER (64 * 1024)

static void
append_row (YdJsonWriter *json,
            YdTable      *table,
            guint         row)
{
  const char *band = yd_table_get_band (table, row, NULL);

  yd_json_writer_begin_object (json, NULL);
  if (band != NULL)
    yd_json_writer_string (json, "band", band);
  else
    {
      yd_json_writer_begin_array (json, "cells");
      for (guint i = 0; i < yd_table_get_n_columns (table); i++)
        {
          gsize len;
          const char *text = yd_table_get_text (table, row, i, &len);

          yd_json_writer_string_len (json, NULL, text, len);
        }
      yd_json_writer_end_array (json);
    }
  yd_json_writer_end_object (json);
}

/**
 * yd_table_json_write:
 * @table: a table
 * @stream: where to
 * @progress: (nullable) (scope call): told now and then
 * @user_data: for @progress
 * @cancellable: (nullable): a way to stop
 * @error: return location
 *
 * Writes `{"columns":[…],"rows":[{"band":…},{"cells":[…]}]}` and a line end. A
 * cell that continues the one above repeats its text.
 *
 * Returns: %FALSE with a %G_IO_ERROR
 */
gboolean
yd_table_json_write (YdTable           *table,
                     GOutputStream     *stream,
                     YdExportProgress   progress,
                     gpointer           user_data,
                     GCancellable      *cancellable,
                     GError           **error)
{
  const YdExportJob job = { table, stream, progress, user_data, cancellable };
  const guint n_rows = yd_table_get_n_rows (table);
  g_auto(YdJsonWriter) json = { 0 };

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_begin_array (&json, "columns");
  for (guint i = 0; i < yd_table_get_n_columns (table); i++)
    yd_json_writer_string (&json, NULL, yd_table_get_column (table, i).heading);
  yd_json_writer_end_array (&json);
  yd_json_writer_begin_array (&json, "rows");

  for (guint row = 0; row < n_rows; row++)
    {
      if (!_yd_export_step (&job, row, error))
        return FALSE;

      append_row (&json, table, row);
      if (!_yd_export_put_some (&job, json.out, BUFFER, error))
        return FALSE;
    }

  yd_json_writer_end_array (&json);
  yd_json_writer_end_object (&json);
  g_string_append_c (json.out, '\n');

  return _yd_export_put_some (&job, json.out, 1, error);
}
