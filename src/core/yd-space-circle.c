/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-space-private.h"

#include <glib/gi18n-lib.h>

#include "yd-row-private.h"

/* Confirmed dependencies and the members of groups must not go round in a
 * circle. The whole graph is taken apart from its ends (Kahn 1962); what cannot
 * be is a circle, and is named.
 */

typedef struct
{
  guint from;
  guint to;
} Edge;

typedef struct
{
  GPtrArray  *nodes;            /* borrowed rows */
  GHashTable *numbers;          /* row → its place in nodes, plus one */
  GArray     *edges;
} Graph;

static void
graph_clear (Graph *graph)
{
  g_clear_pointer (&graph->nodes, g_ptr_array_unref);
  g_clear_pointer (&graph->numbers, g_hash_table_unref);
  g_clear_pointer (&graph->edges, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Graph, graph_clear)

static guint
number_node (Graph *graph,
             YdRow *row)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (graph->numbers, row));

  if (number == 0)
    {
      g_ptr_array_add (graph->nodes, row);
      number = graph->nodes->len;
      g_hash_table_insert (graph->numbers, row, GUINT_TO_POINTER (number));
    }

  return number - 1;
}

/* A dependency is an edge once it is confirmed and both its ends are live. */
static gboolean
is_edge (YdSpace *self,
         YdRow   *row,
         YdRow   *from,
         YdRow   *to)
{
  if (from == NULL || to == NULL || !yd_space_is_live (self, row))
    return FALSE;

  return yd_row_get_kind (row) != YD_KIND_DEPENDENCY ||
         g_strcmp0 (row->cells[YD_DEPENDENCY_CHECK], "confirmed") == 0;
}

static void
graph_build (Graph   *graph,
             YdSpace *self,
             YdKind   kind,
             guint    from_field,
             guint    to_field)
{
  g_autoptr(GPtrArray) rows = yd_space_list_rows (self, kind);

  graph->nodes = g_ptr_array_new ();
  graph->numbers = g_hash_table_new (NULL, NULL);
  graph->edges = g_array_new (FALSE, FALSE, sizeof (Edge));

  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i);
      YdRow *from = _yd_space_find_target (self, row, from_field);
      YdRow *to = _yd_space_find_target (self, row, to_field);

      if (is_edge (self, row, from, to))
        {
          Edge edge = { number_node (graph, from), number_node (graph, to) };

          g_array_append_val (graph->edges, edge);
        }
    }
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const Edge *edge_a = a, *edge_b = b;

  return (edge_a->from > edge_b->from) - (edge_a->from < edge_b->from);
}

/* Where the edges of each node begin, once they are sorted. */
static guint *
index_edges (Graph *graph)
{
  guint *first = g_new0 (guint, graph->nodes->len + 1);

  g_array_sort (graph->edges, compare_edges);

  for (guint i = 0; i < graph->edges->len; i++)
    first[g_array_index (graph->edges, Edge, i).from + 1]++;
  for (guint i = 0; i < graph->nodes->len; i++)
    first[i + 1] += first[i];

  return first;
}

static guint *
count_before (Graph *graph)
{
  guint *n_before = g_new0 (guint, graph->nodes->len + 1);

  for (guint i = 0; i < graph->edges->len; i++)
    n_before[g_array_index (graph->edges, Edge, i).to]++;

  return n_before;
}

/* Takes away what has nothing before it, until nothing more goes; returns how many
 * nodes are left. Those have something before them in @n_before.
 */
static guint
take_apart (Graph *graph,
            guint *n_before)
{
  g_autofree guint *first = index_edges (graph);
  g_autofree guint *queue = g_new (guint, graph->nodes->len + 1);
  guint begin = 0, end = 0;

  for (guint i = 0; i < graph->nodes->len; i++)
    if (n_before[i] == 0)
      queue[end++] = i;

  for (; begin < end; begin++)
    for (guint e = first[queue[begin]]; e < first[queue[begin] + 1]; e++)
      {
        guint to = g_array_index (graph->edges, Edge, e).to;

        if (--n_before[to] == 0)
          queue[end++] = to;
      }

  return graph->nodes->len - end;
}

static const char *
get_name (YdRow *row)
{
  guint field = yd_row_get_kind (row) == YD_KIND_POINT ? YD_POINT_TITLE : YD_UNIT_NAME;

  return row->cells[field] != NULL && *row->cells[field] != '\0' ? row->cells[field] : row->id;
}

/* Each node that is left has one that is left before it, so going back must meet itself. */
static char *
describe_circle (Graph *graph,
                 guint *n_before)
{
  g_autofree guint *before = g_new0 (guint, graph->nodes->len);
  g_autofree gboolean *seen = g_new0 (gboolean, graph->nodes->len);
  GString *names = g_string_new (NULL);
  guint node = 0, start;

  for (guint i = 0; i < graph->edges->len; i++)
    {
      const Edge *edge = &g_array_index (graph->edges, Edge, i);

      if (n_before[edge->from] > 0 && n_before[edge->to] > 0)
        before[node = edge->to] = edge->from;
    }

  for (; !seen[node]; node = before[node])
    seen[node] = TRUE;

  start = node;
  g_string_append (names, get_name (g_ptr_array_index (graph->nodes, start)));
  do
    {
      node = before[node];
      g_string_prepend (names, " → ");
      g_string_prepend (names, get_name (g_ptr_array_index (graph->nodes, node)));
    }
  while (node != start);

  return g_string_free (names, FALSE);
}

static gboolean
check_graph (YdSpace  *self,
             YdKind    kind,
             guint     from_field,
             guint     to_field,
             GError  **error)
{
  g_auto(Graph) graph = { NULL };
  g_autofree guint *n_before = NULL;
  g_autofree char *circle = NULL;

  graph_build (&graph, self, kind, from_field, to_field);
  n_before = count_before (&graph);
  if (take_apart (&graph, n_before) == 0)
    return TRUE;

  circle = describe_circle (&graph, n_before);
  g_set_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_CYCLE,
               kind == YD_KIND_MEMBER ? _("The groups would contain each other: %s")
                                      : _("The dependencies would go round in a circle: %s"),
               circle);
  return FALSE;
}

/* A point that comes back brings its dependencies with it, and so does a unit. */
static gboolean
may_bring_edges (YdRow  *row,
                 YdKind  edges,
                 YdKind  nodes)
{
  YdKind kind = yd_row_get_kind (row);

  return kind == edges || (kind == nodes && !row->is_new &&
                           row->dirty & (1u << YD_FIELD_DELETED | 1u << YD_POINT_PARENT));
}

gboolean
_yd_space_check_circles (YdSpace    *self,
                         GPtrArray  *touched,
                         GError    **error)
{
  gboolean dependencies = FALSE, groups = FALSE;

  for (guint i = 0; i < touched->len; i++)
    {
      YdRow *row = g_ptr_array_index (touched, i);

      dependencies = dependencies || may_bring_edges (row, YD_KIND_DEPENDENCY, YD_KIND_POINT);
      groups = groups || may_bring_edges (row, YD_KIND_MEMBER, YD_KIND_UNIT);
    }

  if (dependencies && yd_space_get_n_rows (self, YD_KIND_DEPENDENCY) > 0 &&
      !check_graph (self, YD_KIND_DEPENDENCY, YD_DEPENDENCY_PRED, YD_DEPENDENCY_SUCC, error))
    return FALSE;

  return !groups || yd_space_get_n_rows (self, YD_KIND_MEMBER) == 0 ||
         check_graph (self, YD_KIND_MEMBER, YD_MEMBER_GROUP, YD_MEMBER_UNIT, error);
}
