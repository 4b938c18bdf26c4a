/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

typedef void (*YdNodeFunc) (xmlNode  *node,
                            gpointer  user_data);

GHashTable *yd_zip_read          (GBytes     *zip);
xmlDoc     *yd_zip_parse         (GHashTable *parts,
                                  const char *name);
void        yd_xml_foreach       (xmlNode    *root,
                                  const char *name,
                                  YdNodeFunc  func,
                                  gpointer    user_data);
GPtrArray  *yd_xml_list          (xmlNode    *root,
                                  const char *name);
xmlNode    *yd_xml_find          (xmlNode    *root,
                                  const char *name);
char       *yd_xml_get           (xmlNode    *node,
                                  const char *attribute);
void        yd_xml_assert_number (xmlNode    *below,
                                  const char *element,
                                  const char *attribute,
                                  guint       number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
