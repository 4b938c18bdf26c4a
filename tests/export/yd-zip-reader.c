/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-zip-reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>
#include <stdlib.h>

/**
 * yd_zip_read:
 * @zip: a zip file
 *
 * Returns: (transfer full): its parts by name, each a #GBytes
 */
GHashTable *
yd_zip_read (GBytes *zip)
{
  GHashTable *parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_bytes_unref);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  gsize len;
  const void *data = g_bytes_get_data (zip, &len);
  int rc;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_memory (archive, data, len), ==, ARCHIVE_OK);

  while ((rc = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      GByteArray *part = g_byte_array_new ();
      guint8 block[8192];
      la_ssize_t n;

      while ((n = archive_read_data (archive, block, sizeof block)) > 0)
        g_byte_array_append (part, block, n);
      g_assert_cmpint (n, ==, 0);
      g_assert_false (archive_entry_mtime (entry) > 400000000);
      g_hash_table_insert (parts, g_strdup (archive_entry_pathname (entry)),
                           g_byte_array_free_to_bytes (part));
    }

  g_assert_cmpint (rc, ==, ARCHIVE_EOF);
  archive_read_free (archive);

  return parts;
}

/**
 * yd_zip_parse:
 * @parts: what yd_zip_read() gave
 * @name: of a part
 *
 * Returns: (transfer full): the part, which must be well-formed XML
 */
xmlDoc *
yd_zip_parse (GHashTable *parts,
              const char *name)
{
  GBytes *part = g_hash_table_lookup (parts, name);
  xmlDoc *doc;

  g_assert_nonnull (part);
  doc = xmlReadMemory (g_bytes_get_data (part, NULL), g_bytes_get_size (part), name, NULL,
                       XML_PARSE_HUGE | XML_PARSE_NONET);
  g_assert_nonnull (doc);

  return doc;
}

/* Calls @func for each element of the name below @root, in document order. */
void
yd_xml_foreach (xmlNode    *root,
                const char *name,
                YdNodeFunc  func,
                gpointer    user_data)
{
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;

      if (g_strcmp0 ((const char *) node->name, name) == 0)
        func (node, user_data);
      yd_xml_foreach (node, name, func, user_data);
    }
}

static void
add_cb (xmlNode  *node,
        gpointer  user_data)
{
  g_ptr_array_add (user_data, node);
}

GPtrArray *
yd_xml_list (xmlNode    *root,
             const char *name)
{
  GPtrArray *nodes = g_ptr_array_new ();

  yd_xml_foreach (root, name, add_cb, nodes);

  return nodes;
}

xmlNode *
yd_xml_find (xmlNode    *root,
             const char *name)
{
  g_autoptr(GPtrArray) nodes = yd_xml_list (root, name);

  return nodes->len > 0 ? g_ptr_array_index (nodes, 0) : NULL;
}

/* Returns: (transfer full) (nullable): the attribute, whatever its namespace */
char *
yd_xml_get (xmlNode    *node,
            const char *attribute)
{
  for (xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
    if (g_strcmp0 ((const char *) attr->name, attribute) == 0)
      {
        xmlChar *value = xmlNodeListGetString (node->doc, attr->children, 1);
        char *copy = g_strdup (value != NULL ? (const char *) value : "");

        xmlFree (value);
        return copy;
      }

  return NULL;
}

/* The first such element below must have the number in that attribute. */
void
yd_xml_assert_number (xmlNode    *below,
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
