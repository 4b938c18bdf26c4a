/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-schema.h"
#include "yd-statement.h"

G_BEGIN_DECLS

/* In the index a cell has the key of its row with its slot in between. */
#define YD_SEARCH_SLOT_SHIFT 24
#define YD_SEARCH_PASSAGE    15

typedef struct
{
  YdStatement *add;
  YdStatement *remove;
  YdStatement *add_passage;
  YdStatement *last_passage;
  GString     *text;
} YdSearchIndex;

gboolean _yd_search_index_init       (YdSearchIndex *self,
                                      YdDb          *db,
                                      GError       **error);
void     _yd_search_index_clear      (YdSearchIndex *self);

guint    _yd_search_get_slot         (YdKind         kind,
                                      guint          field);
gboolean _yd_search_find_slot        (guint          slot,
                                      YdKind        *kind,
                                      guint         *field);

gboolean _yd_search_index_add        (YdSearchIndex *self,
                                      gint64         key,
                                      guint          slot,
                                      const char    *text,
                                      GError       **error);
gboolean _yd_search_index_remove     (YdSearchIndex *self,
                                      gint64         key,
                                      guint          slot,
                                      const char    *text,
                                      GError       **error);
gboolean _yd_search_index_add_source (YdSearchIndex *self,
                                      gint64         base,
                                      const char    *source,
                                      GBytes        *text,
                                      GError       **error);

G_END_DECLS
