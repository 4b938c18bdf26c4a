/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "yd-sample-table.h"

/* What each writer wrote is read again by something that knows nothing of the writer. */

typedef struct
{
  const char *name;
  YdFormat    format;
} Format;

static const Format formats[] = {
  { "xlsx", YD_FORMAT_XLSX },
  { "docx", YD_FORMAT_DOCX },
  { "pdf", YD_FORMAT_PDF },
  { "csv", YD_FORMAT_CSV },
  { "json", YD_FORMAT_JSON },
};

/* One record of RFC 4180; %NULL at the end. */
static GPtrArray *
read_record (const char **text)
{
  g_autoptr(GString) field = g_string_new (NULL);
  GPtrArray *fields;
  gboolean quoted = FALSE;
  const char *c = *text;

  if (*c == '\0')
    return NULL;

  fields = g_ptr_array_new_with_free_func (g_free);
  for (;; c++)
    {
      if (*c == '"' && quoted && c[1] == '"')
        g_string_append_c (field, *++c);
      else if (*c == '"')
        quoted = !quoted;
      else if (quoted || (*c != ',' && *c != '\r'))
        g_string_append_c (field, *c);
      else
        {
          g_ptr_array_add (fields, g_strdup (field->str));
          g_string_truncate (field, 0);
          if (*c == '\r')
            break;
        }
      g_assert_cmpint (*c, !=, '\0');
    }

  g_assert_cmpint (c[1], ==, '\n');
  *text = c + 2;

  return fields;
}

static gboolean
is_formula (const char *text)
{
  static const char *const dangerous[] = { "=1+1", "+cmd|' /C calc'!A0", "@x", "-减", "＝1" };

  for (guint i = 0; i < G_N_ELEMENTS (dangerous); i++)
    if (strcmp (text, dangerous[i]) == 0)
      return TRUE;

  return FALSE;
}

static void
assert_field (const char *field,
              const char *text)
{
  if (is_formula (text))
    {
      g_assert_cmpint (*field, ==, '\t');
      field++;
    }
  g_assert_cmpstr (field, ==, text);
}

static void
test_csv (gconstpointer data)
{
  g_autoptr(YdTable) table = yd_sample_table_new_nth (GPOINTER_TO_UINT (data));
  g_autoptr(GBytes) bytes = yd_sample_table_write (table, YD_FORMAT_CSV);
  g_autofree char *all = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr(GPtrArray) head = NULL;
  const guint n_columns = yd_table_get_n_columns (table);
  const char *text = all + 3;

  g_assert_true (g_str_has_prefix (all, "\xef\xbb\xbf"));
  head = read_record (&text);
  g_assert_cmpuint (head->len, ==, n_columns);
  for (guint i = 0; i < n_columns; i++)
    g_assert_cmpstr (g_ptr_array_index (head, i), ==, yd_table_get_column (table, i).heading);

  for (guint row = 0; row < yd_table_get_n_rows (table); row++)
    {
      g_autoptr(GPtrArray) record = read_record (&text);
      const char *band = yd_table_get_band (table, row, NULL);

      g_assert_cmpuint (record->len, ==, n_columns);
      for (guint i = 0; i < n_columns; i++)
        if (band != NULL)
          g_assert_cmpstr (g_ptr_array_index (record, i), ==, i == 0 ? band : "");
        else
          assert_field (g_ptr_array_index (record, i), yd_table_get_text (table, row, i, NULL));
    }
  g_assert_cmpint (*text, ==, '\0');
}

static void
assert_strings (const json_t *array,
                YdTable      *table,
                guint         row)
{
  g_assert_cmpuint (json_array_size (array), ==, yd_table_get_n_columns (table));
  for (guint i = 0; i < json_array_size (array); i++)
    g_assert_cmpstr (json_string_value (json_array_get (array, i)), ==,
                     yd_table_get_text (table, row, i, NULL));
}

static void
test_json (gconstpointer data)
{
  g_autoptr(YdTable) table = yd_sample_table_new_nth (GPOINTER_TO_UINT (data));
  g_autoptr(GBytes) bytes = yd_sample_table_write (table, YD_FORMAT_JSON);
  json_t *root = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                             JSON_REJECT_DUPLICATES, NULL);
  const json_t *columns = json_object_get (root, "columns");
  const json_t *rows = json_object_get (root, "rows");

  g_assert_cmpuint (json_object_size (root), ==, 2);
  g_assert_cmpuint (json_array_size (columns), ==, yd_table_get_n_columns (table));
  for (guint i = 0; i < json_array_size (columns); i++)
    g_assert_cmpstr (json_string_value (json_array_get (columns, i)), ==,
                     yd_table_get_column (table, i).heading);

  g_assert_cmpuint (json_array_size (rows), ==, yd_table_get_n_rows (table));
  for (guint row = 0; row < json_array_size (rows); row++)
    {
      const json_t *item = json_array_get (rows, row);
      const char *band = yd_table_get_band (table, row, NULL);

      g_assert_cmpuint (json_object_size (item), ==, 1);
      if (band != NULL)
        g_assert_cmpstr (json_string_value (json_object_get (item, "band")), ==, band);
      else
        assert_strings (json_object_get (item, "cells"), table, row);
    }
  json_decref (root);
}

static void
test_same_bytes (gconstpointer data)
{
  const Format *test = data;
  g_autoptr(YdTable) table = yd_sample_table_new_odd ();
  g_autoptr(YdTable) again = yd_sample_table_new_odd ();
  g_autoptr(GBytes) one = yd_sample_table_write (table, test->format);
  g_autoptr(GBytes) two = NULL;

  g_setenv ("TZ", "Asia/Shanghai", TRUE);
  tzset ();
  g_usleep (1100 * 1000);
  two = yd_sample_table_write (again, test->format);
  g_setenv ("TZ", "UTC", TRUE);
  tzset ();

  g_assert_true (g_bytes_equal (one, two));
}

static YdTable *
make_too_wide (void)
{
  return yd_sample_table_new_large (1, 64);
}

static YdTable *
make_too_many (void)
{
  YdTable *table = yd_table_new ("表", "表");

  yd_table_add_column (table, "a", "甲", 1, YD_ALIGN_START);
  for (guint i = 0; i < 1048575; i++)
    yd_table_append_row (table, (const char *[]) { "x" });

  return table;
}

static YdTable *
make_too_long (void)
{
  YdTable *table = yd_table_new ("表", "表");
  g_autofree char *text = g_strnfill (32768, 'x');

  yd_table_add_column (table, "a", "甲", 1, YD_ALIGN_START);
  yd_table_append_row (table, (const char *[]) { text });

  return table;
}

static const struct
{
  const char *name;
  YdTable  *(*make) (void);
  YdFormat    format;
} limits[] = {
  { "/limits/docx-columns", make_too_wide, YD_FORMAT_DOCX },
  { "/limits/xlsx-rows", make_too_many, YD_FORMAT_XLSX },
  { "/limits/xlsx-text", make_too_long, YD_FORMAT_XLSX },
};

static void
test_limit (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr(YdTable) table = limits[i].make ();
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  g_assert_false (yd_export_write (table, limits[i].format, stream, NULL, NULL, NULL, &error));
  g_assert_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_TOO_LARGE);
  g_test_message ("%s", error->message);
}

static void
test_format_names (void)
{
  g_autoptr(GError) error = NULL;
  YdFormat format;

  g_assert_true (yd_format_from_path ("/a.b/表.XLSX", &format, NULL));
  g_assert_cmpint (format, ==, YD_FORMAT_XLSX);
  g_assert_true (yd_format_from_name ("docx", &format, NULL));
  g_assert_cmpint (format, ==, YD_FORMAT_DOCX);
  g_assert_false (yd_format_from_path ("/a.csv/b", &format, &error));
  g_assert_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_UNKNOWN_FORMAT);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  yd_sample_table_add_test ("csv", test_csv);
  yd_sample_table_add_test ("json", test_json);
  g_test_add_func ("/format/names", test_format_names);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    g_test_add_data_func (limits[i].name, GUINT_TO_POINTER (i), test_limit);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strdup_printf ("/same-bytes/%s", formats[i].name);

      g_test_add_data_func (path, &formats[i], test_same_bytes);
    }

  return g_test_run ();
}
