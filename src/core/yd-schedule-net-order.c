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

/* The array is the queue of those that wait for nothing more. */
static void
let_go (YdScheduleNet *self,
        guint         *n_waiting,
        guint          step)
{
  if (--n_waiting[step] == 0)
    g_array_append_val (self->order, step);
}

static void
leave_in (YdScheduleNet *self,
          guint         *n_waiting,
          guint          node)
{
  guint child = _yd_net_node (self, node)->child;

  let_go (self, n_waiting, YD_NET_OUT (node));
  for (; child != YD_NET_NONE; child = _yd_net_node (self, child)->next)
    if (_yd_net_node (self, child)->live)
      let_go (self, n_waiting, YD_NET_IN (child));
}

static void
leave_out (YdScheduleNet *self,
           guint         *n_waiting,
           guint          node)
{
  const YdNetNode *this = _yd_net_node (self, node);

  if (this->parent != YD_NET_NONE)
    let_go (self, n_waiting, YD_NET_OUT (this->parent));

  for (guint i = this->out; i != YD_NET_NONE; i = _yd_net_edge (self, i)->next_out)
    {
      const YdNetEdge *edge = _yd_net_edge (self, i);

      if (edge->used && !edge->aside)
        let_go (self, n_waiting, _yd_net_edge_target (edge));
    }
}

/* Returns: whether all have found their place; if not, @n_waiting tells which */
static gboolean
line_up (YdScheduleNet *self,
         guint         *n_waiting)
{
  guint n_live = 0;

  g_array_set_size (self->order, 0);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      guint step = YD_NET_IN (i);

      if (!_yd_net_node (self, i)->live)
        continue;

      n_live++;
      if (n_waiting[step] == 0)
        g_array_append_val (self->order, step);
    }

  for (guint i = 0; i < self->order->len; i++)
    {
      guint step = g_array_index (self->order, guint, i);

      if (step % 2 == 0)
        leave_in (self, n_waiting, step / 2);
      else
        leave_out (self, n_waiting, step / 2);
    }

  return self->order->len == n_live * 2;
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

  for (guint i = 0; i < self->order->len; i++)
    g_array_index (self->ranks, gint64, g_array_index (self->order, guint, i)) =
      (gint64) (i + 1) * RANK_GAP;

  self->order_stale = FALSE;
  build_heap (self, &self->forward);
  build_heap (self, &self->backward);
}
