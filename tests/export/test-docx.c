/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "yd-sample-table.h"
#include "yd-zip-reader.h"

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
      yd_xml_assert_number (cells->pdata[0], "gridSpan", "val", yd_table_get_n_columns (table));
      yd_xml_assert_number (cells->pdata[0], "tcW", "w", total);
      return;
    }

  g_assert_cmpuint (cells->len, ==, yd_table_get_n_columns (table));
  for (guint i = 0; i < cells->len; i++)
    {
      const YdCell cell = yd_table_get_cell (table, row, i);

      yd_xml_assert_number (cells->pdata[i], "tcW", "w", widths[i]);
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
  g_autoptr(YdTable) table = yd_sample_table_new_nth (GPOINTER_TO_UINT (data));
  g_autoptr(GBytes) bytes = yd_sample_table_write (table, YD_FORMAT_DOCX);
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
  yd_xml_assert_number (root, "tblW", "w", total);
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
  g_autoptr(GBytes) bytes = yd_sample_table_write (table, YD_FORMAT_DOCX);
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

static void
test_groups (void)
{
  g_autoptr(YdTable) table = yd_sample_table_new_odd ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GHashTable) parts = NULL;
  g_autoptr(xmlDoc) doc = NULL;
  g_autoptr(GPtrArray) heads = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  yd_table_add_group (table, "单位", 3, 2);
  bytes = yd_sample_table_write (table, YD_FORMAT_DOCX);
  parts = yd_zip_read (bytes);
  doc = yd_zip_parse (parts, "word/document.xml");
  heads = yd_xml_list (xmlDocGetRootElement (doc), "tblHeader");
  g_assert_cmpuint (heads->len, ==, 2);
  rows = yd_xml_list (xmlDocGetRootElement (doc), "tr");
  yd_xml_assert_number (rows->pdata[0], "gridSpan", "val", 2);
  assert_content (rows->pdata[0], "序号工作任务主要内容单位");
  assert_content (rows->pdata[1], "牵头单位责任单位");
}

static void
test_portrait (void)
{
  g_autoptr(YdTable) table = yd_sample_table_new_odd ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GHashTable) parts = NULL;
  g_autoptr(xmlDoc) doc = NULL;
  g_autofree guint *widths = NULL;
  xmlNode *root;
  guint total;

  yd_page_style_set_landscape (yd_table_get_style (table), FALSE);
  bytes = yd_sample_table_write (table, YD_FORMAT_DOCX);
  parts = yd_zip_read (bytes);
  doc = yd_zip_parse (parts, "word/document.xml");
  root = xmlDocGetRootElement (doc);
  yd_xml_assert_number (root, "pgSz", "w", 11906);
  yd_xml_assert_number (root, "pgSz", "h", 16838);
  yd_xml_assert_number (root, "pgMar", "top", 2098);          /* 37 mm */

  /* 156 mm, in twips. */
  widths = read_grid (root, &total);
  g_assert_cmpuint (total, ==, 8844);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  yd_sample_table_add_test ("docx", test_docx);
  g_test_add_func ("/docx/many-rows", test_docx_many_rows);
  g_test_add_func ("/docx/groups", test_groups);
  g_test_add_func ("/docx/portrait", test_portrait);

  status = g_test_run ();
  xmlCleanupParser ();

  return status;
}
