/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-net-private.h"

/* Circles. Dependencies alone cannot go round in one, since the space refuses that; with
 * the tree they can: a point that waits for what stands below it waits for itself. Steps
 * that lead to each other are one component (Tarjan 1972), and the edges inside of one are
 * set aside.
 */

typedef struct
{
  guint *first;                 /* where the successors of a step begin in @to */
  guint *to;
} Ways;

static void
ways_clear (Ways *ways)
{
  g_clear_pointer (&ways->first, g_free);
  g_clear_pointer (&ways->to, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ways, ways_clear)

typedef void (* WayFunc) (guint    from,
                          guint    to,
                          gpointer user_data);

/* Calls @func for each pair of steps of which the second depends on the first, or would if
 * an edge had not been set aside.
 */
static void
foreach_way (YdScheduleNet *self,
             WayFunc        func,
             gpointer       user_data)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const YdNetNode *node = _yd_net_node (self, i);

      if (!node->live)
        continue;

      func (YD_NET_IN (i), YD_NET_OUT (i), user_data);
      if (node->parent != YD_NET_NONE)
        {
          func (YD_NET_IN (node->parent), YD_NET_IN (i), user_data);
          func (YD_NET_OUT (i), YD_NET_OUT (node->parent), user_data);
        }
    }

  for (guint i = 0; i < self->edges->len; i++)
    {
      const YdNetEdge *edge = _yd_net_edge (self, i);

      if (edge->used)
        func (YD_NET_OUT (edge->pred), _yd_net_edge_target (edge), user_data);
    }
}

static void
count_way (guint    from,
           guint    to,
           gpointer user_data)
{
  Ways *ways = user_data;

  ways->first[from + 1]++;
}

static void
put_way (guint    from,
         guint    to,
         gpointer user_data)
{
  Ways *ways = user_data;

  ways->to[ways->first[from]++] = to;
}

static void
ways_build (Ways          *ways,
            YdScheduleNet *self)
{
  const guint n = self->nodes->len * 2;

  ways->first = g_new0 (guint, n + 1);
  foreach_way (self, count_way, ways);
  for (guint i = 0; i < n; i++)
    ways->first[i + 1] += ways->first[i];

  ways->to = g_new (guint, ways->first[n] + 1);
  foreach_way (self, put_way, ways);

  /* Each now begins where the next one did. */
  for (guint i = n; i > 0; i--)
    ways->first[i] = ways->first[i - 1];
  ways->first[0] = 0;
}

/* A search in depth that needs no stack of the machine. */
typedef struct
{
  const Ways *ways;
  guint      *next;             /* the successor of a step that is looked at next */
  guint      *found;            /* as how manieth a step was found, from 1 */
  guint      *low;              /* the first found that it leads back to */
  guint      *components;       /* of a step, from 1; 0 for none yet */
  GArray     *path;
  GArray     *open;
  guint       n_found;
  guint       n_components;
} Search;

static void
search_enter (Search *search,
              guint   step)
{
  search->found[step] = search->low[step] = ++search->n_found;
  g_array_append_val (search->path, step);
  g_array_append_val (search->open, step);
}

/* Returns: whether a new step was found behind @step */
static gboolean
search_advance (Search *search,
                guint   step)
{
  const Ways *ways = search->ways;

  for (; search->next[step] < ways->first[step + 1]; search->next[step]++)
    {
      guint to = ways->to[search->next[step]];

      if (search->found[to] == 0)
        {
          search_enter (search, to);
          return TRUE;
        }

      if (search->components[to] == 0)
        search->low[step] = MIN (search->low[step], search->low[to]);
    }

  return FALSE;
}

static void
search_leave (Search *search,
              guint   step)
{
  guint open;

  g_array_set_size (search->path, search->path->len - 1);
  if (search->path->len > 0)
    {
      guint above = g_array_index (search->path, guint, search->path->len - 1);

      search->low[above] = MIN (search->low[above], search->low[step]);
    }
  if (search->low[step] != search->found[step])
    return;

  search->n_components++;
  do
    {
      open = g_array_index (search->open, guint, search->open->len - 1);
      g_array_set_size (search->open, search->open->len - 1);
      search->components[open] = search->n_components;
    }
  while (open != step);
}

/* Returns: (transfer full): for each step the number of its component */
static guint *
find_components (const Ways  *ways,
                 guint        n,
                 const guint *n_waiting)
{
  g_autofree guint *next = g_memdup2 (ways->first, (n + 1) * sizeof (guint));
  g_autofree guint *found = g_new0 (guint, n);
  g_autofree guint *low = g_new0 (guint, n);
  g_autoptr(GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  guint *components = g_new0 (guint, n);
  Search search = { ways, next, found, low, components, path, open };

  for (guint root = 0; root < n; root++)
    {
      if (found[root] == 0 && n_waiting[root] > 0)
        search_enter (&search, root);

      while (path->len > 0)
        {
          guint step = g_array_index (path, guint, path->len - 1);

          if (!search_advance (&search, step))
            search_leave (&search, step);
        }
    }

  return components;
}

/* @n_waiting says which steps did not find a place in the order. */
void
_yd_schedule_net_cut_circles (YdScheduleNet *self,
                              const guint   *n_waiting)
{
  g_auto(Ways) ways = { NULL };
  g_autofree guint *components = NULL;

  ways_build (&ways, self);
  components = find_components (&ways, self->nodes->len * 2, n_waiting);

  for (guint i = 0; i < self->edges->len; i++)
    {
      YdNetEdge *edge = _yd_net_edge (self, i);
      guint from = YD_NET_OUT (edge->pred), to = _yd_net_edge_target (edge);

      if (!edge->used || n_waiting[from] == 0 || components[from] != components[to])
        continue;

      edge->aside = TRUE;
      _yd_net_edge_judge (edge);
      self->n_aside++;
    }
}

/**
 * _yd_schedule_net_find_way:
 * @self: a net
 * @from: a step
 * @to: a step
 *
 * Returns: (transfer full) (nullable) (element-type guint): the steps on a shortest way
 *   from @from to @to, both included; %NULL if there is none
 */
GArray *
_yd_schedule_net_find_way (YdScheduleNet *self,
                           guint          from,
                           guint          to)
{
  const guint n = self->nodes->len * 2;
  g_auto(Ways) ways = { NULL };
  g_autofree guint *came_from = g_new0 (guint, n);
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *way;

  ways_build (&ways, self);
  g_array_append_val (queue, from);
  came_from[from] = from + 1;

  for (guint i = 0; i < queue->len && came_from[to] == 0; i++)
    {
      guint step = g_array_index (queue, guint, i);

      for (guint k = ways.first[step]; k < ways.first[step + 1]; k++)
        if (came_from[ways.to[k]] == 0)
          {
            came_from[ways.to[k]] = step + 1;
            g_array_append_val (queue, ways.to[k]);
          }
    }

  if (came_from[to] == 0)
    return NULL;

  way = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint step = to; step != from; step = came_from[step] - 1)
    g_array_prepend_val (way, step);
  g_array_prepend_val (way, from);

  return way;
}
