/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-space-private.h"

#include <glib/gi18n-lib.h>

#include "yd-row-private.h"

/* Confirmed dependencies and the members of groups must not go round in a
 * circle. Nodes that reach each other are one component (Tarjan 1972), and an
 * edge inside of one lies on a circle.
 */

typedef struct
{
  guint  from;
  guint  to;
  YdRow *row;
} Edge;

typedef struct
{
  GPtrArray  *nodes;            /* borrowed rows */
  GHashTable *numbers;          /* row → its place in nodes, plus one */
  GArray     *edges;            /* sorted by where they come from */
  guint      *first;            /* where those of a node begin; one more than nodes */
  guint      *components;       /* of a node, from 1 */
} Graph;

static void
graph_clear (Graph *graph)
{
  g_clear_pointer (&graph->nodes, g_ptr_array_unref);
  g_clear_pointer (&graph->numbers, g_hash_table_unref);
  g_clear_pointer (&graph->edges, g_array_unref);
  g_clear_pointer (&graph->first, g_free);
  g_clear_pointer (&graph->components, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Graph, graph_clear)

static const Edge *
get_edge (Graph *graph,
          guint  i)
{
  return &g_array_index (graph->edges, Edge, i);
}

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

/* A dependency is an edge once it is confirmed and both its ends are live; so
 * is a member while the group and the unit are.
 */
gboolean
_yd_row_is_edge (YdRow *row)
{
  if (YD_ROW_GET_CLASS (row)->kind == YD_KIND_DEPENDENCY &&
      g_strcmp0 (row->cells[YD_DEPENDENCY_CHECK], "confirmed") != 0)
    return FALSE;

  return row->home != NULL && row->needed != NULL && _yd_row_is_live (row);
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const Edge *edge_a = a, *edge_b = b;

  return (edge_a->from > edge_b->from) - (edge_a->from < edge_b->from);
}

static void
graph_build (Graph   *graph,
             YdSpace *self,
             YdKind   kind)
{
  g_autoptr(GPtrArray) rows = yd_space_list_rows (self, kind);

  graph->nodes = g_ptr_array_new ();
  graph->numbers = g_hash_table_new (NULL, NULL);
  graph->edges = g_array_new (FALSE, FALSE, sizeof (Edge));

  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i);
      gboolean home_first = kind == YD_KIND_MEMBER;
      Edge edge = { .row = row };

      if (!_yd_row_is_edge (row))
        continue;

      edge.from = number_node (graph, home_first ? row->home : row->needed);
      edge.to = number_node (graph, home_first ? row->needed : row->home);
      g_array_append_val (graph->edges, edge);
    }

  g_array_sort (graph->edges, compare_edges);

  graph->first = g_new0 (guint, graph->nodes->len + 1);
  for (guint i = 0; i < graph->edges->len; i++)
    graph->first[get_edge (graph, i)->from + 1]++;
  for (guint i = 0; i < graph->nodes->len; i++)
    graph->first[i + 1] += graph->first[i];
}

/* A search in depth that needs no stack of the machine. */
typedef struct
{
  Graph  *graph;
  guint  *next;                 /* the edge of a node that is looked at next */
  guint  *found;                /* as how manieth a node was found, from 1 */
  guint  *low;                  /* the first found that a node leads back to */
  GArray *path;                 /* from the root to the node at hand */
  GArray *open;                 /* found, and of no component yet */
  guint   n_found;
  guint   n_components;
} Search;

static void
search_enter (Search *search,
              guint   node)
{
  search->found[node] = search->low[node] = ++search->n_found;
  g_array_append_val (search->path, node);
  g_array_append_val (search->open, node);
}

/* Looks along the edges of @node; returns whether a new node was found. */
static gboolean
search_advance (Search *search,
                guint   node)
{
  for (; search->next[node] < search->graph->first[node + 1]; search->next[node]++)
    {
      guint to = get_edge (search->graph, search->next[node])->to;

      if (search->found[to] == 0)
        {
          search_enter (search, to);
          return TRUE;
        }

      if (search->graph->components[to] == 0)
        search->low[node] = MIN (search->low[node], search->low[to]);
    }

  return FALSE;
}

static void
search_leave (Search *search,
              guint   node)
{
  guint open;

  g_array_set_size (search->path, search->path->len - 1);
  if (search->low[node] != search->found[node])
    return;

  search->n_components++;
  do
    {
      open = g_array_index (search->open, guint, search->open->len - 1);
      g_array_set_size (search->open, search->open->len - 1);
      search->graph->components[open] = search->n_components;
    }
  while (open != node);
}

static void
graph_find_components (Graph *graph)
{
  const guint n = graph->nodes->len;
  g_autofree guint *next = g_memdup2 (graph->first, (n + 1) * sizeof (guint));
  g_autofree guint *found = g_new0 (guint, n);
  g_autofree guint *low = g_new0 (guint, n);
  g_autoptr(GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Search search = { graph, next, found, low, path, open };

  graph->components = g_new0 (guint, n);

  for (guint root = 0; root < n; root++)
    {
      if (found[root] == 0)
        search_enter (&search, root);

      while (path->len > 0)
        {
          guint node = g_array_index (path, guint, path->len - 1);

          if (!search_advance (&search, node))
            search_leave (&search, node);
        }
    }
}

static gboolean
is_on_circle (Graph      *graph,
              const Edge *edge)
{
  return graph->components[edge->from] == graph->components[edge->to];
}

static const char *
get_name (YdRow *row)
{
  guint field = yd_row_get_kind (row) == YD_KIND_POINT ? YD_POINT_TITLE : YD_UNIT_NAME;

  return row->cells[field] != NULL && *row->cells[field] != '\0' ? row->cells[field] : row->id;
}

/* Who is on a circle goes on to one who is, and meets itself in the end. */
static guint
follow_circle (Graph *graph,
               guint  node)
{
  guint i = graph->first[node];

  while (!is_on_circle (graph, get_edge (graph, i)))
    i++;

  return get_edge (graph, i)->to;
}

static char *
describe_circle (Graph *graph,
                 guint  node)
{
  g_autofree gboolean *seen = g_new0 (gboolean, graph->nodes->len);
  GString *names = g_string_new (NULL);
  const guint max_names = 10;
  guint start, n = 1;

  for (; !seen[node]; node = follow_circle (graph, node))
    seen[node] = TRUE;

  start = node;
  g_string_append (names, get_name (g_ptr_array_index (graph->nodes, start)));
  do
    {
      node = follow_circle (graph, node);
      if (n++ < max_names || node == start)
        g_string_append_printf (names, " → %s", get_name (g_ptr_array_index (graph->nodes, node)));
      else if (n == max_names + 1)
        g_string_append (names, " → …");
    }
  while (node != start);

  return g_string_free (names, FALSE);
}

/**
 * _yd_space_find_circles:
 * @self: a space whose rows are linked and whose points are a tree
 * @kind: %YD_KIND_DEPENDENCY or %YD_KIND_MEMBER
 * @names: (out) (optional): the names along one of the circles
 *
 * Returns: (transfer full): the rows that lie on a circle
 */
GPtrArray *
_yd_space_find_circles (YdSpace  *self,
                        YdKind    kind,
                        char    **names)
{
  GPtrArray *found = g_ptr_array_new ();
  g_auto(Graph) graph = { NULL };
  const Edge *last = NULL;

  graph_build (&graph, self, kind);
  graph_find_components (&graph);

  for (guint i = 0; i < graph.edges->len; i++)
    if (is_on_circle (&graph, get_edge (&graph, i)))
      {
        last = get_edge (&graph, i);
        g_ptr_array_add (found, last->row);
      }

  if (names != NULL && last != NULL)
    *names = describe_circle (&graph, last->from);

  return found;
}

static gboolean
check_circles (YdSpace  *self,
               YdKind    kind,
               GError  **error)
{
  g_autofree char *names = NULL;
  g_autoptr(GPtrArray) found = _yd_space_find_circles (self, kind, &names);

  if (found->len == 0)
    return TRUE;

  g_set_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_CYCLE,
               kind == YD_KIND_MEMBER ? _("The groups would contain each other: %s")
                                      : _("The dependencies would go round in a circle: %s"),
               names);
  return FALSE;
}

/* What an edit may close a circle with. */
typedef struct
{
  YdKind     kind;
  YdKind     nodes;
  GPtrArray *edges;             /* borrowed, those that it brings */
  gboolean   restores;          /* brings a node back, with all the edges it had */
} Danger;

/* A point or a unit that comes back, or comes out from below a deleted one, brings
 * its edges with it. Whatever leaves cannot close a circle.
 */
static void
look_at_row (Danger *danger,
             YdRow  *row)
{
  const guint32 ends = 1u << YD_FIELD_DELETED | 1u << YD_DEPENDENCY_PRED |
                       1u << YD_DEPENDENCY_SUCC | 1u << YD_DEPENDENCY_CHECK;
  YdKind kind = YD_ROW_GET_CLASS (row)->kind;

  if (kind == danger->kind && (row->is_new || row->changed & ends) && _yd_row_is_edge (row))
    g_ptr_array_add (danger->edges, row);
  else if (kind == danger->nodes && !row->is_new && row->was_dead && _yd_row_is_live (row))
    danger->restores = TRUE;
}

/* A few edges are looked at one by one, for that is done in no time. */
static gboolean
check_kind (YdSpace    *self,
            GPtrArray  *touched,
            YdKind      kind,
            YdKind      nodes,
            GError    **error)
{
  g_autoptr(GPtrArray) edges = g_ptr_array_new ();
  Danger danger = { kind, nodes, edges };

  if (yd_space_get_n_rows (self, kind) == 0)
    return TRUE;

  for (guint i = 0; i < touched->len; i++)
    look_at_row (&danger, g_ptr_array_index (touched, i));

  if (!danger.restores && (edges->len == 0 || !_yd_space_may_close_circle (kind, edges)))
    return TRUE;

  return check_circles (self, kind, error);
}

gboolean
_yd_space_check_circles (YdSpace    *self,
                         GPtrArray  *touched,
                         GError    **error)
{
  return check_kind (self, touched, YD_KIND_DEPENDENCY, YD_KIND_POINT, error) &&
         check_kind (self, touched, YD_KIND_MEMBER, YD_KIND_UNIT, error);
}
