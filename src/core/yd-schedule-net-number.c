/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-net-private.h"

#include <string.h>

/* Nodes and edges numbered as they are worked out, so that a pass reads memory from one end to
 * the other. It is done once, before anybody keeps the numbers; what is added later stands
 * behind, which costs speed alone.
 */

/* Returns: (transfer full): of a node its new number; what has no place in the order is last */
static guint *
number_nodes (YdScheduleNet *self)
{
  const guint n = self->nodes->len;
  guint *numbers = g_new (guint, n + 1);
  guint next = 0;

  memset (numbers, 0xff, n * sizeof (guint));
  for (guint k = 0; k < self->order->len; k++)
    {
      guint node = g_array_index (self->order, guint, k) / 2;

      if (numbers[node] == YD_NET_NONE)
        numbers[node] = next++;
    }

  for (guint i = 0; i < n; i++)
    if (numbers[i] == YD_NET_NONE)
      numbers[i] = next++;

  return numbers;
}

static guint
map (const guint *numbers,
     guint        number)
{
  return number != YD_NET_NONE ? numbers[number] : YD_NET_NONE;
}

/* Puts what @array has of each node or edge, @size bytes, in its new place. */
static void
move (GArray      *array,
      gsize        size,
      guint        n,
      const guint *numbers)
{
  g_autofree char *last = g_memdup2 (array->data, n * size);

  for (guint i = 0; i < n; i++)
    memcpy (array->data + numbers[i] * size, last + i * size, size);
}

static void
move_nodes (YdScheduleNet *self,
            const guint   *numbers)
{
  const guint n = self->nodes->len;

  move (self->nodes, sizeof (YdNetNode), n, numbers);
  move (self->inputs, sizeof (YdNetInput), n, numbers);
  move (self->kin, sizeof (YdNetKin), n, numbers);
  move (self->ranks, 2 * sizeof (gint64), n, numbers);

  for (guint i = 0; i < n; i++)
    {
      YdNetNode *node = _yd_net_node (self, i);
      YdNetKin *kin = _yd_net_kin (self, i);

      node->parent = map (numbers, node->parent);
      node->in = node->out = YD_NET_NONE;
      kin->child = map (numbers, kin->child);
      kin->next = map (numbers, kin->next);
      kin->previous = map (numbers, kin->previous);
    }

  for (guint k = 0; k < self->order->len; k++)
    {
      guint *step = &g_array_index (self->order, guint, k);

      *step = numbers[*step / 2] * 2 + *step % 2;
    }
}

/* Edges come to stand in the order of the nodes that they lead to.
 *
 * Returns: (transfer full): of an edge its new number
 */
static guint *
number_edges (YdScheduleNet *self,
              const guint   *numbers)
{
  guint *edges = g_new (guint, self->edges->len + 1);
  g_autofree guint *first = g_new0 (guint, self->nodes->len + 1);

  for (guint i = 0; i < self->edges->len; i++)
    first[numbers[_yd_net_edge (self, i)->succ] + 1]++;
  for (guint i = 0; i < self->nodes->len; i++)
    first[i + 1] += first[i];
  for (guint i = 0; i < self->edges->len; i++)
    edges[i] = first[numbers[_yd_net_edge (self, i)->succ]]++;

  return edges;
}

static void
move_edges (YdScheduleNet *self,
            const guint   *numbers,
            const guint   *edge_numbers)
{
  const guint n = self->edges->len;

  move (self->edges, sizeof (YdNetEdge), n, edge_numbers);

  for (guint i = n; i-- > 0;)
    {
      YdNetEdge *edge = _yd_net_edge (self, i);

      edge->pred = numbers[edge->pred];
      edge->succ = numbers[edge->succ];
      _yd_schedule_net_link_edge (self, i);
    }
}

/**
 * _yd_schedule_net_renumber:
 * @self: a net for which nothing was worked out yet
 * @nodes: (out) (transfer full): of the number of a node until now, its number from now on
 * @edges: (out) (transfer full): likewise, of an edge
 */
void
_yd_schedule_net_renumber (YdScheduleNet  *self,
                           guint         **nodes,
                           guint         **edges)
{
  _yd_schedule_net_sort (self);
  *nodes = number_nodes (self);
  *edges = number_edges (self, *nodes);
  move_nodes (self, *nodes);
  move_edges (self, *nodes, *edges);
}
