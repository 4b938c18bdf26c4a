/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-net-private.h"

/* The order in which steps are worked out: each after what it depends on (Kahn 1962).
 * What is left over lies on a circle or behind one.
 */

/* Ranks lie apart, so that new leaves find a place between two. */
#define RANK_GAP 4

/* How many steps each one waits for. */
static guint *
count_waiting (YdScheduleNet *self)
{
  guint *n_waiting = g_new0 (guint, self->nodes->len * 2 + 1);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const YdNetNode *node = _yd_net_node (self, i);

      if (!node->live)
        continue;

      n_waiting[YD_NET_OUT (i)]++;
      if (node->parent != YD_NET_NONE)
        {
          n_waiting[YD_NET_IN (i)]++;
          n_waiting[YD_NET_OUT (node->parent)]++;
        }
    }

  for (guint i = 0; i < self->edges->len; i++)
    {
      const YdNetEdge *edge = _yd_net_edge (self, i);

      if (edge->used && !edge->aside)
        n_waiting[_yd_net_edge_target (edge)]++;
    }

  return n_waiting;
}

/* Steps that wait for nothing more, the next one on top: so what follows from each other
 * is worked out one after the other, which memory likes.
 */
typedef struct
{
  YdScheduleNet *net;
  guint         *n_waiting;
  guint         *free;
  guint          n_free;
} Line;

static void
let_go (Line  *line,
        guint  step)
{
  if (--line->n_waiting[step] == 0)
    line->free[line->n_free++] = step;
}

static void
leave_in (Line  *line,
          guint  node)
{
  YdScheduleNet *self = line->net;
  guint child = _yd_net_first_child (self, node);

  for (; child != YD_NET_NONE; child = _yd_net_next (self, child))
    if (_yd_net_node (self, child)->live)
      let_go (line, YD_NET_IN (child));
  let_go (line, YD_NET_OUT (node));
}

static void
leave_out (Line  *line,
           guint  node)
{
  YdScheduleNet *self = line->net;
  const YdNetNode *this = _yd_net_node (self, node);

  if (this->parent != YD_NET_NONE)
    let_go (line, YD_NET_OUT (this->parent));

  for (guint i = this->out; i != YD_NET_NONE; i = _yd_net_edge (self, i)->next_out)
    {
      const YdNetEdge *edge = _yd_net_edge (self, i);

      if (edge->used && !edge->aside)
        let_go (line, _yd_net_edge_target (edge));
    }
}

/* Returns: how many count */
static guint
find_free (Line *line)
{
  guint n_live = 0;

  for (guint i = line->net->nodes->len; i-- > 0;)
    {
      if (!_yd_net_node (line->net, i)->live)
        continue;

      n_live++;
      if (line->n_waiting[YD_NET_IN (i)] == 0)
        line->free[line->n_free++] = YD_NET_IN (i);
    }

  return n_live;
}

/* The order has one step alone of a node below which nothing is live, since nobody sees the
 * other.
 *
 * Returns: whether all have found their place; if not, @n_waiting tells which
 */
static gboolean
line_up (YdScheduleNet *self,
         guint         *n_waiting)
{
  g_autofree guint *free_steps = g_new (guint, self->nodes->len * 2 + 1);
  Line line = { self, n_waiting, free_steps, 0 };
  guint n_live = find_free (&line), n = 0;

  g_array_set_size (self->order, 0);

  while (line.n_free > 0)
    {
      guint step = line.free[--line.n_free];

      g_array_index (self->ranks, gint64, step) = (gint64) ++n * RANK_GAP;
      if (step % 2 == 1 || _yd_net_node (self, step / 2)->n_below > 0)
        g_array_append_val (self->order, step);
      if (step % 2 == 0)
        leave_in (&line, step / 2);
      else
        leave_out (&line, step / 2);
    }

  return n == n_live * 2;
}

/* Edges that were aside and are not now, or the other way round, count anew. */
static void
take_aside (YdScheduleNet *self)
{
  g_autofree guint *n_waiting = NULL;
  g_autoptr(GByteArray) was_aside = g_byte_array_new ();

  for (guint i = 0; i < self->edges->len; i++)
    {
      YdNetEdge *edge = _yd_net_edge (self, i);
      guint8 aside = edge->aside;

      g_byte_array_append (was_aside, &aside, 1);
      edge->aside = FALSE;
      _yd_net_edge_judge (edge);
    }

  self->n_aside = 0;
  n_waiting = count_waiting (self);
  if (!line_up (self, n_waiting))
    _yd_schedule_net_cut_circles (self, n_waiting);

  for (guint i = 0; i < self->edges->len; i++)
    if (_yd_net_edge (self, i)->aside != was_aside->data[i])
      _yd_schedule_net_touch_edge (self, _yd_net_edge (self, i));
}

/* The order changes under the queues, which were heaps by the old one. */
static void
build_heap (YdScheduleNet *self,
            YdNetQueue    *queue)
{
  g_autoptr(GArray) steps = queue->steps;

  queue->steps = g_array_sized_new (FALSE, FALSE, sizeof (guint), steps->len);
  for (guint i = 0; i < steps->len; i++)
    queue->queued[g_array_index (steps, guint, i)] = FALSE;
  for (guint i = 0; i < steps->len; i++)
    _yd_net_queue_push (self, queue, g_array_index (steps, guint, i));
}

/* Puts the steps in order, and sets aside the edges that lie on a circle. */
void
_yd_schedule_net_sort (YdScheduleNet *self)
{
  g_autofree guint *n_waiting = NULL;

  if (self->n_aside > 0)
    take_aside (self);
  else
    {
      n_waiting = count_waiting (self);
      if (!line_up (self, n_waiting))
        take_aside (self);
    }

  if (self->n_aside > 0)
    {
      g_free (n_waiting);
      n_waiting = count_waiting (self);
      line_up (self, n_waiting);
    }

  self->order_stale = FALSE;
  build_heap (self, &self->forward);
  build_heap (self, &self->backward);
}
