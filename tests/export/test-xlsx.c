/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "yd-sample-table.h"
#include "yd-xlsx-check-private.h"
#include "yd-zip-reader.h"

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
  g_autoptr(YdTable) table = yd_sample_table_new_nth (GPOINTER_TO_UINT (data));
  g_autoptr(GBytes) bytes = yd_sample_table_write (table, YD_FORMAT_XLSX);
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

  yd_xml_assert_number (xmlDocGetRootElement (doc), "pane", "ySplit", at > 100 ? 0 : 2 +
                 (yd_table_get_subtitle (table) != NULL));
  yd_xml_assert_number (xmlDocGetRootElement (doc), "pageSetup", "paperSize", 9);
  yd_xml_assert_number (xmlDocGetRootElement (doc), "pageSetup", "fitToHeight", 0);
  clear_sheet (&sheet);
}

typedef struct
{
  GArray *heights;          /* of each row, in points */
  GArray *widths;           /* of each column, in points */
} Sizes;

static void
add_height_cb (xmlNode  *node,
               gpointer  user_data)
{
  g_autofree char *height = yd_xml_get (node, "ht");
  const double points = g_ascii_strtod (height, NULL);

  g_array_append_val (user_data, points);
}

/* A width counts digits of 7 pixels, with 5 pixels of padding in it. */
static void
add_width_cb (xmlNode  *node,
              gpointer  user_data)
{
  g_autofree char *width = yd_xml_get (node, "width");
  const double points = (g_ascii_strtod (width, NULL) * 7 - 5) * 0.75;

  g_array_append_val (user_data, points);
}

/* What a column of this width needs for the text at the least, by area alone. */
static double
get_least_height (YdTable *table,
                  guint    row,
                  guint    column,
                  double   width)
{
  const double n = g_utf8_strlen (yd_table_get_text (table, row, column, NULL), -1);

  return (n * 12 * 0.9 / width) * 12 * 1.3;     /* a tenth of the sample is half width */
}

static void
assert_high_enough (YdTable *table,
                    Sizes   *sizes,
                    guint    row,
                    guint    n_rows,
                    guint    column)
{
  double height = 0;

  for (guint i = 0; i < n_rows; i++)
    height += g_array_index (sizes->heights, double, row + i + 2);
  g_assert_cmpfloat (height, >=, get_least_height (table, row, column,
                                                   g_array_index (sizes->widths, double, column)));
}

static void
test_xlsx_heights (void)
{
  g_autoptr(YdTable) table = yd_sample_table_new_nth (0);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GHashTable) parts = NULL;
  g_autoptr(xmlDoc) doc = NULL;
  const guint n_rows = yd_table_get_n_rows (table);
  const char *text = yd_table_get_text (table, 1, 2, NULL);
  Sizes sizes = { g_array_new (FALSE, FALSE, sizeof (double)),
                  g_array_new (FALSE, FALSE, sizeof (double)) };

  /* The longest text again, merged over two rows that need one line each. */
  yd_table_append_cells (table, (const YdCell[]) { { "1" }, { "2" }, { text }, { "4" }, { "5" } });
  yd_table_append_cells (table, (const YdCell[]) { { "1" }, { "2" }, { NULL, 0, TRUE }, { "4" },
                                                   { "5" } });
  bytes = yd_sample_table_write (table, YD_FORMAT_XLSX);
  parts = yd_zip_read (bytes);
  doc = yd_zip_parse (parts, "xl/worksheets/sheet1.xml");
  yd_xml_foreach (xmlDocGetRootElement (doc), "row", add_height_cb, sizes.heights);
  yd_xml_foreach (xmlDocGetRootElement (doc), "col", add_width_cb, sizes.widths);

  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < 5 && yd_table_get_band (table, row, NULL) == NULL; i++)
      assert_high_enough (table, &sizes, row, 1, i);
  assert_high_enough (table, &sizes, n_rows, 2, 2);

  g_array_unref (sizes.heights);
  g_array_unref (sizes.widths);
}

static gboolean
check_bytes (GBytes *bytes,
             gsize   len,
             guint   n_rows)
{
  const int fd = memfd_create ("test", MFD_CLOEXEC);
  gboolean ok;

  g_assert_cmpint (write (fd, g_bytes_get_data (bytes, NULL), len), ==, len);
  ok = _yd_xlsx_check (fd, n_rows);
  close (fd);

  return ok;
}

/* One row too few is what a hole in a temporary file looks like. */
static void
test_xlsx_check (void)
{
  g_autoptr(YdTable) table = yd_sample_table_new_large (5000, 3);
  g_autoptr(GBytes) bytes = yd_sample_table_write (table, YD_FORMAT_XLSX);
  const guint n_rows = yd_table_get_n_rows (table) + 2;
  const gsize len = g_bytes_get_size (bytes);

  g_assert_true (check_bytes (bytes, len, n_rows));
  g_assert_false (check_bytes (bytes, len, n_rows + 1));
  g_assert_false (check_bytes (bytes, len, n_rows - 1));
  g_assert_false (check_bytes (bytes, len / 2, n_rows));
  g_assert_false (check_bytes (bytes, 0, n_rows));
}

/* Above 20,000 rows the sheet is not kept in memory; what is read must be the same. */
static void
test_xlsx_many_rows (void)
{
  g_autoptr(YdTable) table = yd_sample_table_new_large (20001, 3);
  g_autoptr(GBytes) bytes = yd_sample_table_write (table, YD_FORMAT_XLSX);
  g_autoptr(GHashTable) parts = yd_zip_read (bytes);
  g_autoptr(xmlDoc) doc = NULL;
  Sheet sheet;

  doc = read_sheet (parts, &sheet);
  g_assert_cmpuint (sheet.strings->len, ==, 0);
  for (guint row = 0; row < yd_table_get_n_rows (table); row++)
    assert_xlsx_row (&sheet, row + 2, table, row);
  clear_sheet (&sheet);
}

static void
test_longest (void)
{
  g_autoptr(YdTable) table = yd_table_new ("表", "表");
  g_autofree char *text = g_strnfill (32767, 'x');
  g_autoptr(GBytes) bytes = NULL;

  yd_table_add_column (table, "a", "甲", 1, YD_ALIGN_START);
  yd_table_append_row (table, (const char *[]) { text });
  bytes = yd_sample_table_write (table, YD_FORMAT_XLSX);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
}

static void
test_groups (void)
{
  g_autoptr(YdTable) table = yd_sample_table_new_odd ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GHashTable) parts = NULL;
  g_autoptr(xmlDoc) doc = NULL;
  Sheet sheet;

  yd_table_add_group (table, "单位", 3, 2);
  bytes = yd_sample_table_write (table, YD_FORMAT_XLSX);
  parts = yd_zip_read (bytes);
  doc = read_sheet (parts, &sheet);
  g_assert_true (g_hash_table_contains (sheet.merged, "D3:E3"));
  g_assert_true (g_hash_table_contains (sheet.merged, "A3:A4"));
  g_assert_cmpstr (get_cell (&sheet, 2, 3), ==, "单位");
  g_assert_cmpstr (get_cell (&sheet, 3, 3), ==, "牵头单位");
  clear_sheet (&sheet);
}

static void
test_portrait (void)
{
  g_autoptr(YdTable) table = yd_sample_table_new_odd ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GHashTable) parts = NULL;
  g_autoptr(xmlDoc) doc = NULL;
  g_autofree char *orientation = NULL;

  yd_page_style_set_landscape (yd_table_get_style (table), FALSE);
  bytes = yd_sample_table_write (table, YD_FORMAT_XLSX);
  parts = yd_zip_read (bytes);
  doc = yd_zip_parse (parts, "xl/worksheets/sheet1.xml");
  orientation = yd_xml_get (yd_xml_find (xmlDocGetRootElement (doc), "pageSetup"), "orientation");
  g_assert_cmpstr (orientation, ==, "portrait");
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  yd_sample_table_add_test ("xlsx", test_xlsx);
  g_test_add_func ("/xlsx/many-rows", test_xlsx_many_rows);
  g_test_add_func ("/xlsx/longest-text", test_longest);
  g_test_add_func ("/xlsx/heights", test_xlsx_heights);
  g_test_add_func ("/xlsx/check", test_xlsx_check);
  g_test_add_func ("/xlsx/groups", test_groups);
  g_test_add_func ("/xlsx/portrait", test_portrait);

  status = g_test_run ();
  xmlCleanupParser ();

  return status;
}
