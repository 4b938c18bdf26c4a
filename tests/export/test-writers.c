/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <jansson.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "yd-export.h"
#include "yd-sample-table.h"
#include "yd-zip-reader.h"

/* What each writer wrote is read again by something that knows nothing of the writer. */

typedef struct
{
  const char *name;
  YdFormat    format;
} Format;

static const Format formats[] = {
  { "xlsx", YD_FORMAT_XLSX },
  { "docx", YD_FORMAT_DOCX },
  { "csv", YD_FORMAT_CSV },
  { "json", YD_FORMAT_JSON },
};

static GBytes *
write_table (YdTable *table,
             YdFormat format)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  g_assert_true (yd_export_write (table, format, stream, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static YdTable *
make_sample (void)
{
  return yd_sample_table_new (g_getenv ("YAODIAN_SAMPLE"));
}

static YdTable *(*const makers[]) (void) = { make_sample, yd_sample_table_new_odd };

/* --- csv ------------------------------------------------------------------- */

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
  g_autoptr(YdTable) table = makers[GPOINTER_TO_UINT (data)] ();
  g_autoptr(GBytes) bytes = write_table (table, YD_FORMAT_CSV);
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

/* --- json ------------------------------------------------------------------ */

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
  g_autoptr(YdTable) table = makers[GPOINTER_TO_UINT (data)] ();
  g_autoptr(GBytes) bytes = write_table (table, YD_FORMAT_JSON);
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

/* --- docx ------------------------------------------------------------------ */

static void
append_content_cb (xmlNode  *node,
                   gpointer  user_data)
{
  GString *out = user_data;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const char *name = (const char *) child->name;
      xmlChar *content;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (strcmp (name, "br") == 0)
        g_string_append_c (out, '\n');
      else if (strcmp (name, "tab") == 0)
        g_string_append_c (out, '\t');
      else if (strcmp (name, "t") == 0)
        {
          content = xmlNodeGetContent (child);
          g_string_append (out, (const char *) content);
          xmlFree (content);
        }
    }
}

static void
assert_content (xmlNode    *cell,
                const char *text)
{
  g_autoptr(GString) out = g_string_new (NULL);

  yd_xml_foreach (cell, "r", append_content_cb, out);
  g_assert_cmpstr (out->str, ==, text);
}

static void
assert_number (xmlNode    *below,
               const char *element,
               const char *attribute,
               guint       number)
{
  xmlNode *node = yd_xml_find (below, element);
  g_autofree char *value = NULL;

  g_assert_nonnull (node);
  value = yd_xml_get (node, attribute);
  g_assert_cmpint (atoi (value), ==, number);
}

static void
assert_docx_row (xmlNode *tr,
                 YdTable *table,
                 guint    row,
                 guint   *widths,
                 guint    total)
{
  g_autoptr(GPtrArray) cells = yd_xml_list (tr, "tc");
  const char *band = yd_table_get_band (table, row, NULL);

  g_assert_null (yd_xml_find (tr, "tblHeader"));
  if (band != NULL)
    {
      g_assert_cmpuint (cells->len, ==, 1);
      assert_content (cells->pdata[0], band);
      assert_number (cells->pdata[0], "gridSpan", "val", yd_table_get_n_columns (table));
      assert_number (cells->pdata[0], "tcW", "w", total);
      return;
    }

  g_assert_cmpuint (cells->len, ==, yd_table_get_n_columns (table));
  for (guint i = 0; i < cells->len; i++)
    {
      const YdCell cell = yd_table_get_cell (table, row, i);

      assert_number (cells->pdata[i], "tcW", "w", widths[i]);
      assert_content (cells->pdata[i], cell.continues ? "" : cell.text);
      if (cell.continues)
        g_assert_nonnull (yd_xml_find (cells->pdata[i], "vMerge"));
    }
}

static void
assert_page_field (GHashTable *parts,
                   const char *part)
{
  g_autoptr(xmlDoc) footer = yd_zip_parse (parts, part);
  g_autoptr(GPtrArray) runs = yd_xml_list (xmlDocGetRootElement (footer), "r");
  static const char *const order[] = { "begin", NULL, "separate", NULL, "end" };

  g_assert_cmpuint (runs->len, ==, 7);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] != NULL)
      {
        g_autofree char *type = yd_xml_get (yd_xml_find (runs->pdata[i + 1], "fldChar"),
                                            "fldCharType");

        g_assert_cmpstr (type, ==, order[i]);
      }
  assert_content (xmlDocGetRootElement (footer), "— 1 —");
}

static guint *
read_grid (xmlNode *root,
           guint   *total)
{
  g_autoptr(GPtrArray) grid = yd_xml_list (root, "gridCol");
  guint *widths = g_new0 (guint, grid->len + 1);

  *total = 0;
  for (guint i = 0; i < grid->len; i++)
    {
      g_autofree char *width = yd_xml_get (grid->pdata[i], "w");

      widths[i] = atoi (width);
      *total += widths[i];
    }

  return widths;
}

static void
test_docx (gconstpointer data)
{
  g_autoptr(YdTable) table = makers[GPOINTER_TO_UINT (data)] ();
  g_autoptr(GBytes) bytes = write_table (table, YD_FORMAT_DOCX);
  g_autoptr(GHashTable) parts = yd_zip_read (bytes);
  g_autoptr(xmlDoc) doc = yd_zip_parse (parts, "word/document.xml");
  xmlNode *root = xmlDocGetRootElement (doc);
  g_autoptr(GPtrArray) rows = yd_xml_list (root, "tr");
  g_autofree guint *widths = NULL;
  guint total;
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    xmlFreeDoc (yd_zip_parse (parts, name));
  g_assert_cmpuint (g_hash_table_size (parts), ==, 11);

  widths = read_grid (root, &total);
  assert_number (root, "tblW", "w", total);
  g_assert_nonnull (yd_xml_find (rows->pdata[0], "tblHeader"));
  g_assert_cmpuint (rows->len, ==, yd_table_get_n_rows (table) + 1);
  for (guint row = 0; row < yd_table_get_n_rows (table); row++)
    assert_docx_row (rows->pdata[row + 1], table, row, widths, total);

  assert_content (yd_xml_find (root, "p"), yd_table_get_title (table));
  assert_page_field (parts, "word/footer1.xml");
  assert_page_field (parts, "word/footer2.xml");
}

static guint
count_docx_tables (guint n_rows)
{
  g_autoptr(YdTable) table = yd_sample_table_new_large (n_rows, 1);
  g_autoptr(GBytes) bytes = write_table (table, YD_FORMAT_DOCX);
  g_autoptr(GHashTable) parts = yd_zip_read (bytes);
  g_autoptr(xmlDoc) doc = yd_zip_parse (parts, "word/document.xml");
  g_autoptr(GPtrArray) tables = yd_xml_list (xmlDocGetRootElement (doc), "tbl");
  g_autoptr(GPtrArray) heads = yd_xml_list (xmlDocGetRootElement (doc), "tblHeader");
  g_autoptr(GPtrArray) rows = yd_xml_list (xmlDocGetRootElement (doc), "tr");

  g_assert_cmpuint (heads->len, ==, tables->len);
  g_assert_cmpuint (rows->len, ==, yd_table_get_n_rows (table) + heads->len);

  return tables->len;
}

static void
test_docx_many_rows (void)
{
  g_assert_cmpuint (count_docx_tables (100), ==, 1);
  g_assert_cmpuint (count_docx_tables (30000), ==, 2);     /* and 3,000 bands */
}

/* --- xlsx ------------------------------------------------------------------ */

typedef struct
{
  GPtrArray  *strings;
  GHashTable *cells;        /* "B3": text */
  GHashTable *merged;       /* "A4:A6" */
} Sheet;

static void
add_string_cb (xmlNode  *node,
               gpointer  user_data)
{
  xmlChar *content = xmlNodeGetContent (node);

  g_ptr_array_add (user_data, g_strdup ((const char *) content));
  xmlFree (content);
}

static void
add_cell_cb (xmlNode  *node,
             gpointer  user_data)
{
  Sheet *sheet = user_data;
  g_autofree char *type = yd_xml_get (node, "t");
  xmlNode *value = yd_xml_find (node, "v");
  xmlNode *text = yd_xml_find (node, "t");
  xmlChar *content = NULL;
  const char *string = "";

  /* Strings only: never a formula, never a number. */
  g_assert_null (yd_xml_find (node, "f"));
  if (value != NULL)
    {
      g_assert_cmpstr (type, ==, "s");
      content = xmlNodeGetContent (value);
      string = g_ptr_array_index (sheet->strings, atoi ((const char *) content));
    }
  else if (text != NULL)
    {
      g_assert_cmpstr (type, ==, "inlineStr");
      content = xmlNodeGetContent (text);
      string = (const char *) content;
    }
  g_assert_true (g_hash_table_insert (sheet->cells, yd_xml_get (node, "r"), g_strdup (string)));
  xmlFree (content);
}

static void
add_merged_cb (xmlNode  *node,
               gpointer  user_data)
{
  g_hash_table_add (user_data, yd_xml_get (node, "ref"));
}

static void
assert_heights_cb (xmlNode  *node,
                   gpointer  user_data)
{
  g_autofree char *height = yd_xml_get (node, "ht");
  g_autofree char *custom = yd_xml_get (node, "customHeight");

  g_assert_nonnull (height);
  g_assert_cmpfloat (g_ascii_strtod (height, NULL), <=, 409);
  g_assert_cmpstr (custom, ==, "1");
}

static xmlDoc *
read_sheet (GHashTable *parts,
            Sheet      *sheet)
{
  xmlDoc *doc = yd_zip_parse (parts, "xl/worksheets/sheet1.xml");

  sheet->strings = g_ptr_array_new_with_free_func (g_free);
  sheet->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sheet->merged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_contains (parts, "xl/sharedStrings.xml"))
    {
      g_autoptr(xmlDoc) strings = yd_zip_parse (parts, "xl/sharedStrings.xml");

      yd_xml_foreach (xmlDocGetRootElement (strings), "si", add_string_cb, sheet->strings);
    }
  yd_xml_foreach (xmlDocGetRootElement (doc), "c", add_cell_cb, sheet);
  yd_xml_foreach (xmlDocGetRootElement (doc), "mergeCell", add_merged_cb, sheet->merged);
  yd_xml_foreach (xmlDocGetRootElement (doc), "row", assert_heights_cb, NULL);

  return doc;
}

static void
clear_sheet (Sheet *sheet)
{
  g_ptr_array_unref (sheet->strings);
  g_hash_table_unref (sheet->cells);
  g_hash_table_unref (sheet->merged);
}

static const char *
get_cell (Sheet *sheet,
          guint  row,
          guint  column)
{
  g_autofree char *place = g_strdup_printf ("%c%u", 'A' + column, row + 1);

  return g_hash_table_lookup (sheet->cells, place);
}

/* What is written _x0041_ is read A. */
static char *
unescape (const char *text)
{
  g_autoptr(GRegex) regex = g_regex_new ("_x005F(_x[0-9A-Fa-f]{4}_)", 0, 0, NULL);
  g_autoptr(GRegex) raw = g_regex_new ("(?<!_x005F)_x(?!005F)[0-9A-Fa-f]{4}_", 0, 0, NULL);

  g_assert_false (g_regex_match (raw, text, 0, NULL));

  return g_regex_replace (regex, text, -1, 0, "\\1", 0, NULL);
}

/* How many rows of the sheet the row of the table takes: those merged for a very long text. */
static guint
count_parts (Sheet *sheet,
             guint  row)
{
  for (guint last = row + 50; last > row; last--)
    for (char column = 'A'; column < 'F'; column++)
      {
        g_autofree char *range = g_strdup_printf ("%c%u:%c%u", column, row + 1, column, last + 1);

        if (g_hash_table_contains (sheet->merged, range) && column == 'A')
          return last - row + 1;
      }

  return 1;
}

static void
assert_xlsx_row (Sheet   *sheet,
                 guint    at,
                 YdTable *table,
                 guint    row)
{
  const char *band = yd_table_get_band (table, row, NULL);

  for (guint i = 0; i < yd_table_get_n_columns (table); i++)
    {
      g_autofree char *text = NULL;
      const char *expected;

      g_assert_nonnull (get_cell (sheet, at, i));
      text = unescape (get_cell (sheet, at, i));
      if (band != NULL)
        expected = i == 0 ? band : "";
      else if (yd_table_get_cell (table, row, i).continues)
        expected = "";
      else
        expected = yd_table_get_text (table, row, i, NULL);
      g_assert_cmpstr (text, ==, expected);
    }
}

static void
test_xlsx (gconstpointer data)
{
  g_autoptr(YdTable) table = makers[GPOINTER_TO_UINT (data)] ();
  g_autoptr(GBytes) bytes = write_table (table, YD_FORMAT_XLSX);
  g_autoptr(GHashTable) parts = yd_zip_read (bytes);
  g_autoptr(xmlDoc) doc = NULL;
  Sheet sheet;
  guint at = yd_table_get_subtitle (table) != NULL ? 3 : 2;

  doc = read_sheet (parts, &sheet);
  g_assert_cmpstr (get_cell (&sheet, 0, 0), ==, yd_table_get_title (table));
  for (guint i = 0; i < yd_table_get_n_columns (table); i++)
    g_assert_cmpstr (get_cell (&sheet, at - 1, i), ==, yd_table_get_column (table, i).heading);
  for (guint row = 0; row < yd_table_get_n_rows (table); row++)
    {
      assert_xlsx_row (&sheet, at, table, row);
      at += count_parts (&sheet, at);
    }
  g_assert_cmpstr (get_cell (&sheet, at, 0), ==, yd_table_get_note (table, 0));

  assert_number (xmlDocGetRootElement (doc), "pane", "ySplit", at > 100 ? 0 : 2 +
                 (yd_table_get_subtitle (table) != NULL));
  assert_number (xmlDocGetRootElement (doc), "pageSetup", "paperSize", 9);
  assert_number (xmlDocGetRootElement (doc), "pageSetup", "fitToHeight", 0);
  clear_sheet (&sheet);
}

/* Above 20,000 rows the sheet is not kept in memory; what is read must be the same. */
static void
test_xlsx_many_rows (void)
{
  g_autoptr(YdTable) table = yd_sample_table_new_large (20001, 3);
  g_autoptr(GBytes) bytes = write_table (table, YD_FORMAT_XLSX);
  g_autoptr(GHashTable) parts = yd_zip_read (bytes);
  g_autoptr(xmlDoc) doc = NULL;
  Sheet sheet;

  doc = read_sheet (parts, &sheet);
  g_assert_cmpuint (sheet.strings->len, ==, 0);
  for (guint row = 0; row < yd_table_get_n_rows (table); row++)
    assert_xlsx_row (&sheet, row + 2, table, row);
  clear_sheet (&sheet);
}

/* --- all ------------------------------------------------------------------- */

static void
test_same_bytes (gconstpointer data)
{
  const Format *test = data;
  g_autoptr(YdTable) table = yd_sample_table_new_odd ();
  g_autoptr(YdTable) again = yd_sample_table_new_odd ();
  g_autoptr(GBytes) one = write_table (table, test->format);
  g_autoptr(GBytes) two = NULL;

  g_setenv ("TZ", "Asia/Shanghai", TRUE);
  tzset ();
  g_usleep (1100 * 1000);
  two = write_table (again, test->format);
  g_setenv ("TZ", "UTC", TRUE);
  tzset ();

  g_assert_true (g_bytes_equal (one, two));
}

static void
test_groups (void)
{
  g_autoptr(YdTable) table = yd_sample_table_new_odd ();
  g_autoptr(GBytes) xlsx = NULL, docx = NULL;
  g_autoptr(GHashTable) parts = NULL, docx_parts = NULL;
  g_autoptr(xmlDoc) doc = NULL, docx_doc = NULL;
  g_autoptr(GPtrArray) heads = NULL;
  Sheet sheet;

  yd_table_add_group (table, "单位", 3, 2);
  xlsx = write_table (table, YD_FORMAT_XLSX);
  parts = yd_zip_read (xlsx);
  doc = read_sheet (parts, &sheet);
  g_assert_true (g_hash_table_contains (sheet.merged, "D3:E3"));
  g_assert_true (g_hash_table_contains (sheet.merged, "A3:A4"));
  g_assert_cmpstr (get_cell (&sheet, 2, 3), ==, "单位");
  g_assert_cmpstr (get_cell (&sheet, 3, 3), ==, "牵头单位");
  clear_sheet (&sheet);

  docx = write_table (table, YD_FORMAT_DOCX);
  docx_parts = yd_zip_read (docx);
  docx_doc = yd_zip_parse (docx_parts, "word/document.xml");
  heads = yd_xml_list (xmlDocGetRootElement (docx_doc), "tblHeader");
  g_assert_cmpuint (heads->len, ==, 2);
}

static void
test_portrait (void)
{
  g_autoptr(YdTable) table = yd_sample_table_new_odd ();
  g_autoptr(GBytes) xlsx = NULL, docx = NULL;
  g_autoptr(GHashTable) parts = NULL, docx_parts = NULL;
  g_autoptr(xmlDoc) doc = NULL, docx_doc = NULL;
  g_autofree char *orientation = NULL;
  g_autofree guint *widths = NULL;
  xmlNode *root;
  guint total;

  yd_page_style_set_landscape (yd_table_get_style (table), FALSE);
  docx = write_table (table, YD_FORMAT_DOCX);
  docx_parts = yd_zip_read (docx);
  docx_doc = yd_zip_parse (docx_parts, "word/document.xml");
  root = xmlDocGetRootElement (docx_doc);
  assert_number (root, "pgSz", "w", 11906);
  assert_number (root, "pgSz", "h", 16838);
  assert_number (root, "pgMar", "top", 2098);                 /* 37 mm */

  /* 156 mm, in twips. */
  widths = read_grid (root, &total);
  g_assert_cmpuint (total, ==, 8844);

  xlsx = write_table (table, YD_FORMAT_XLSX);
  parts = yd_zip_read (xlsx);
  doc = yd_zip_parse (parts, "xl/worksheets/sheet1.xml");
  orientation = yd_xml_get (yd_xml_find (xmlDocGetRootElement (doc), "pageSetup"), "orientation");
  g_assert_cmpstr (orientation, ==, "portrait");
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
test_longest (void)
{
  g_autoptr(YdTable) table = yd_table_new ("表", "表");
  g_autofree char *text = g_strnfill (32767, 'x');
  g_autoptr(GBytes) bytes = NULL;

  yd_table_add_column (table, "a", "甲", 1, YD_ALIGN_START);
  yd_table_append_row (table, (const char *[]) { text });
  bytes = write_table (table, YD_FORMAT_XLSX);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
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

static void
add_for_each_table (const char   *name,
                    GTestDataFunc func)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/%s/%s", name, i == 0 ? "sample" : "odd");

      g_test_add_data_func (path, GUINT_TO_POINTER (i), func);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  add_for_each_table ("csv", test_csv);
  add_for_each_table ("json", test_json);
  add_for_each_table ("docx", test_docx);
  add_for_each_table ("xlsx", test_xlsx);
  g_test_add_func ("/docx/many-rows", test_docx_many_rows);
  g_test_add_func ("/xlsx/many-rows", test_xlsx_many_rows);
  g_test_add_func ("/xlsx/longest-text", test_longest);
  g_test_add_func ("/groups", test_groups);
  g_test_add_func ("/portrait", test_portrait);
  g_test_add_func ("/format/names", test_format_names);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    g_test_add_data_func (limits[i].name, GUINT_TO_POINTER (i), test_limit);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strdup_printf ("/same-bytes/%s", formats[i].name);

      g_test_add_data_func (path, &formats[i], test_same_bytes);
    }

  status = g_test_run ();
  xmlCleanupParser ();

  return status;
}
