/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-space-private.h"

#include "yd-row-private.h"

/* Looks for a circle from the few edges that an edit brings, through the lists as
 * they were before it, so that confirming a dependency does not cost a walk through
 * all of a big plan.
 */

#define MAX_EDGES 16

typedef struct
{
  YdKind      kind;
  GPtrArray  *edges;            /* borrowed, those that the edit brings */
  GHashTable *seen;
  GPtrArray  *open;             /* borrowed, nodes to go on from */
} Walk;

/* From the row in whose list the edge stands to the other one. */
static void
go_along (Walk  *walk,
          YdRow *edge,
          YdRow *node)
{
  if (edge->home == node && _yd_row_is_edge (edge) && g_hash_table_add (walk->seen, edge->needed))
    g_ptr_array_add (walk->open, edge->needed);
}

static void
go_on (Walk  *walk,
       YdRow *node)
{
  YdRowList *list = _yd_row_find_list (node, walk->kind);
  guint n = 0;
  YdRow **rows = list != NULL ? _yd_row_list_get_shown (list, &n) : NULL;

  for (guint i = 0; i < n; i++)
    go_along (walk, rows[i], node);
  for (guint i = 0; i < walk->edges->len; i++)
    go_along (walk, g_ptr_array_index (walk->edges, i), node);
}

static gboolean
comes_back (YdKind     kind,
            GPtrArray *edges,
            YdRow     *edge)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) open = g_ptr_array_new ();
  Walk walk = { kind, edges, seen, open };

  go_along (&walk, edge, edge->home);
  while (open->len > 0 && !g_hash_table_contains (seen, edge->home))
    go_on (&walk, g_ptr_array_steal_index_fast (open, open->len - 1));

  return g_hash_table_contains (seen, edge->home);
}

/**
 * _yd_space_may_close_circle:
 * @kind: the kind of @edges
 * @edges: all edges that an edit brings, which brings no node back
 *
 * Returns: whether one of them lies on a circle, or they are too many to say
 */
gboolean
_yd_space_may_close_circle (YdKind     kind,
                            GPtrArray *edges)
{
  if (edges->len > MAX_EDGES)
    return TRUE;

  for (guint i = 0; i < edges->len; i++)
    if (comes_back (kind, edges, g_ptr_array_index (edges, i)))
      return TRUE;

  return FALSE;
}
