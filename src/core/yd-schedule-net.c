/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-net-private.h"

/* What is said of the graph, and which steps are to be worked out because of it. */

/**
 * _yd_schedule_net_new:
 * @axis: (transfer none): the working days; must live longer
 *
 * Returns: (transfer full): a net without nodes
 */
YdScheduleNet *
_yd_schedule_net_new (YdWorkAxis *axis)
{
  YdScheduleNet *self = g_new0 (YdScheduleNet, 1);

  self->axis = axis;
  self->nodes = g_array_new (FALSE, TRUE, sizeof (YdNetNode));
  self->faces = g_array_new (FALSE, TRUE, sizeof (YdNetFace));
  self->edges = g_array_new (FALSE, TRUE, sizeof (YdNetEdge));
  self->ranks = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->changed = g_array_new (FALSE, FALSE, sizeof (guint));
  self->before = g_array_new (FALSE, FALSE, sizeof (YdNetResult));
  self->forward.steps = g_array_new (FALSE, FALSE, sizeof (guint));
  self->backward.steps = g_array_new (FALSE, FALSE, sizeof (guint));
  self->backward.backwards = TRUE;
  self->end = YD_NET_LOW;
  self->end_found = YD_NET_LOW;
  self->all_stale = TRUE;
  self->order_stale = TRUE;

  return self;
}

void
_yd_schedule_net_free (YdScheduleNet *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->faces);
  g_array_unref (self->edges);
  g_array_unref (self->ranks);
  g_array_unref (self->order);
  g_array_unref (self->changed);
  g_array_unref (self->before);
  g_array_unref (self->forward.steps);
  g_array_unref (self->backward.steps);
  g_free (self->forward.queued);
  g_free (self->backward.queued);
  g_free (self);
}

/* A heap with the step that comes first at its root. */
static gboolean
comes_before (YdScheduleNet *self,
              YdNetQueue    *queue,
              guint          a,
              guint          b)
{
  gint64 rank_a = g_array_index (self->ranks, gint64, a);
  gint64 rank_b = g_array_index (self->ranks, gint64, b);

  return queue->backwards ? rank_a > rank_b : rank_a < rank_b;
}

void
_yd_net_queue_push (YdScheduleNet *self,
                    YdNetQueue    *queue,
                    guint          step)
{
  guint i = queue->steps->len;
  guint *steps;

  if (self->all_stale || queue->queued[step])
    return;

  queue->queued[step] = TRUE;
  g_array_append_val (queue->steps, step);
  steps = (guint *) queue->steps->data;

  for (; i > 0 && comes_before (self, queue, step, steps[(i - 1) / 2]); i = (i - 1) / 2)
    steps[i] = steps[(i - 1) / 2];
  steps[i] = step;
}

gboolean
_yd_net_queue_pop (YdScheduleNet *self,
                   YdNetQueue    *queue,
                   guint         *step)
{
  guint *steps = (guint *) queue->steps->data;
  guint n = queue->steps->len;
  guint last, i, below;

  if (n == 0)
    return FALSE;

  *step = steps[0];
  queue->queued[*step] = FALSE;
  last = steps[--n];
  g_array_set_size (queue->steps, n);

  for (i = 0; (below = 2 * i + 1) < n; i = below)
    {
      if (below + 1 < n && comes_before (self, queue, steps[below + 1], steps[below]))
        below++;
      if (!comes_before (self, queue, steps[below], last))
        break;
      steps[i] = steps[below];
    }
  if (n > 0)
    steps[i] = last;

  return TRUE;
}

void
_yd_net_queue_clear (YdNetQueue *queue)
{
  for (guint i = 0; i < queue->steps->len; i++)
    queue->queued[g_array_index (queue->steps, guint, i)] = FALSE;
  g_array_set_size (queue->steps, 0);
}

/* Something that is said of @node is not what it was. */
void
_yd_schedule_net_touch_node (YdScheduleNet *self,
                             guint          node)
{
  _yd_net_queue_push (self, &self->forward, YD_NET_IN (node));
  _yd_net_queue_push (self, &self->forward, YD_NET_OUT (node));
  _yd_net_queue_push (self, &self->backward, YD_NET_IN (node));
  _yd_net_queue_push (self, &self->backward, YD_NET_OUT (node));
}

static void
touch_if_any (YdScheduleNet *self,
              guint          node)
{
  if (node != YD_NET_NONE)
    _yd_schedule_net_touch_node (self, node);
}

void
_yd_schedule_net_touch_edge (YdScheduleNet   *self,
                             const YdNetEdge *edge)
{
  _yd_net_queue_push (self, &self->forward, YD_NET_IN (edge->succ));
  _yd_net_queue_push (self, &self->forward, YD_NET_OUT (edge->succ));
  _yd_net_queue_push (self, &self->backward, YD_NET_OUT (edge->pred));
}

/* Whether the order has @before in front of @after, as it must be. If not it is made
 * anew, and so it is when a circle was cut, which may be open now or longer.
 */
static void
expect_order (YdScheduleNet *self,
              guint          before,
              guint          after)
{
  if (self->n_aside > 0 ||
      g_array_index (self->ranks, gint64, before) >= g_array_index (self->ranks, gint64, after))
    self->order_stale = TRUE;
}

static void
link_to_parent (YdScheduleNet *self,
                guint          node,
                guint          parent)
{
  YdNetNode *child = _yd_net_node (self, node);
  YdNetNode *above;

  child->parent = parent;
  child->previous = YD_NET_NONE;
  child->next = YD_NET_NONE;
  if (parent == YD_NET_NONE)
    return;

  above = _yd_net_node (self, parent);
  child->next = above->child;
  if (above->child != YD_NET_NONE)
    _yd_net_node (self, above->child)->previous = node;
  above->child = node;
}

static void
unlink_from_parent (YdScheduleNet *self,
                    guint          node)
{
  YdNetNode *child = _yd_net_node (self, node);

  if (child->parent == YD_NET_NONE)
    return;

  if (child->previous != YD_NET_NONE)
    _yd_net_node (self, child->previous)->next = child->next;
  else
    _yd_net_node (self, child->parent)->child = child->next;
  if (child->next != YD_NET_NONE)
    _yd_net_node (self, child->next)->previous = child->previous;
}

/* A new leaf that nothing waits for fits in right before its parent is done. */
static void
rank_leaf (YdScheduleNet *self,
           guint          node,
           guint          parent)
{
  gint64 *ranks;
  gint64 end = G_MAXINT64;

  g_array_set_size (self->ranks, YD_NET_OUT (node) + 1);
  ranks = (gint64 *) self->ranks->data;
  if (parent != YD_NET_NONE)
    end = ranks[YD_NET_OUT (parent)];

  ranks[YD_NET_IN (node)] = end - 2;
  ranks[YD_NET_OUT (node)] = end - 1;
  if (parent != YD_NET_NONE && ranks[YD_NET_IN (parent)] >= end - 2)
    self->order_stale = TRUE;
}

static void
grow_queue (YdNetQueue *queue,
            guint       old_size,
            guint       size)
{
  queue->queued = g_realloc (queue->queued, size);
  memset (queue->queued + old_size, 0, size - old_size);
}

/* Nothing follows for it yet. */
static void
clear_result (YdScheduleNet *self,
              guint          i)
{
  YdNetNode *node = _yd_net_node (self, i);

  *_yd_net_face (self, i) = (YdNetFace) { YD_NET_LOW, YD_NET_LOW, YD_NET_HIGH, YD_NET_HIGH };
  node->bound = node->asked = YD_NET_LOW;
  node->start_cap = YD_NET_HIGH;
  node->work = YD_NET_LOW;
  node->result = (YdNetResult) { YD_NET_LOW, YD_NET_LOW, YD_NET_HIGH, YD_NET_HIGH };
}

/**
 * _yd_schedule_net_add_node:
 * @self: a net
 * @parent: the node above, or %YD_NET_NONE
 * @input: what is said of the new one
 *
 * Returns: its number, which it keeps
 */
guint
_yd_schedule_net_add_node (YdScheduleNet    *self,
                           guint             parent,
                           const YdNetInput *input)
{
  guint node = self->nodes->len;
  YdNetNode made = {
    .input = *input, .parent = YD_NET_NONE, .child = YD_NET_NONE, .next = YD_NET_NONE,
    .previous = YD_NET_NONE, .in = YD_NET_NONE, .out = YD_NET_NONE, .live = TRUE,
  };

  /* Twice as many at a time. */
  if ((node & (node - 1)) == 0)
    {
      guint size = MAX (2 * node, 1) * 2;

      grow_queue (&self->forward, node * 2, size);
      grow_queue (&self->backward, node * 2, size);
    }

  g_array_append_val (self->nodes, made);
  g_array_set_size (self->faces, node + 1);
  clear_result (self, node);
  link_to_parent (self, node, parent);
  rank_leaf (self, node, parent);
  g_array_set_size (self->order, 0);
  _yd_schedule_net_touch_node (self, node);
  touch_if_any (self, parent);

  return node;
}

void
_yd_schedule_net_set_input (YdScheduleNet    *self,
                            guint             node,
                            const YdNetInput *input)
{
  _yd_net_node (self, node)->input = *input;
  _yd_schedule_net_touch_node (self, node);
}

void
_yd_schedule_net_set_parent (YdScheduleNet *self,
                             guint          node,
                             guint          parent)
{
  guint last = _yd_net_node (self, node)->parent;

  if (last == parent)
    return;

  unlink_from_parent (self, node);
  link_to_parent (self, node, parent);

  if (self->n_aside > 0)
    self->order_stale = TRUE;
  if (parent != YD_NET_NONE)
    {
      expect_order (self, YD_NET_IN (parent), YD_NET_IN (node));
      expect_order (self, YD_NET_OUT (node), YD_NET_OUT (parent));
    }

  touch_if_any (self, last);
  touch_if_any (self, parent);
  _yd_schedule_net_touch_node (self, node);
}

/* What is dead counts for nobody. The caller sees to its edges and to those below. */
void
_yd_schedule_net_set_live (YdScheduleNet *self,
                           guint          node,
                           gboolean       live)
{
  YdNetNode *this = _yd_net_node (self, node);

  if (this->live == !!live)
    return;

  _yd_schedule_net_note_change (self, node);
  if (!live && this->result.last >= self->end)
    self->end_stale = TRUE;

  this->live = !!live;
  clear_result (self, node);
  if (live || self->n_aside > 0)
    self->order_stale = TRUE;
  g_array_set_size (self->order, 0);
  touch_if_any (self, this->parent);
  _yd_schedule_net_touch_node (self, node);
}

static void
link_edge (YdScheduleNet *self,
           guint          edge)
{
  YdNetEdge *this = _yd_net_edge (self, edge);
  YdNetNode *pred = _yd_net_node (self, this->pred);
  YdNetNode *succ = _yd_net_node (self, this->succ);

  this->next_out = pred->out;
  pred->out = edge;
  this->next_in = succ->in;
  succ->in = edge;
}

static void
unlink_edge (YdScheduleNet *self,
             guint          edge)
{
  YdNetEdge *this = _yd_net_edge (self, edge);
  guint *at;

  for (at = &_yd_net_node (self, this->pred)->out; *at != edge;)
    at = &_yd_net_edge (self, *at)->next_out;
  *at = this->next_out;

  for (at = &_yd_net_node (self, this->succ)->in; *at != edge;)
    at = &_yd_net_edge (self, *at)->next_in;
  *at = this->next_in;
}

/* Returns: the number of the new edge, which it keeps; it is not used yet */
guint
_yd_schedule_net_add_edge (YdScheduleNet *self,
                           guint          pred,
                           guint          succ,
                           const YdLink  *link)
{
  guint edge = self->edges->len;
  YdNetEdge made = { .link = *link, .pred = pred, .succ = succ };

  g_array_append_val (self->edges, made);
  link_edge (self, edge);

  return edge;
}

/* What is not used counts for nobody. */
void
_yd_schedule_net_drop_edge (YdScheduleNet *self,
                            guint          edge)
{
  YdNetEdge *this = _yd_net_edge (self, edge);

  if (!this->used)
    return;

  _yd_schedule_net_touch_edge (self, this);
  this->used = FALSE;
  if (self->n_aside > 0)
    self->order_stale = TRUE;
}

void
_yd_schedule_net_set_edge (YdScheduleNet *self,
                           guint          edge,
                           guint          pred,
                           guint          succ,
                           const YdLink  *link,
                           gboolean       used)
{
  YdNetEdge *this = _yd_net_edge (self, edge);

  _yd_schedule_net_drop_edge (self, edge);

  if (this->pred != pred || this->succ != succ)
    {
      unlink_edge (self, edge);
      this->pred = pred;
      this->succ = succ;
      link_edge (self, edge);
    }
  this->link = *link;
  if (!used)
    return;

  if (_yd_net_edge_target (this) == YD_NET_OUT (succ))
    _yd_net_node (self, succ)->may_wait_to_end = TRUE;

  this->used = TRUE;
  expect_order (self, YD_NET_OUT (pred), _yd_net_edge_target (this));
  _yd_schedule_net_touch_edge (self, this);
}

/* Other days are worked: everything follows anew. */
void
_yd_schedule_net_set_axis (YdScheduleNet *self,
                           YdWorkAxis    *axis)
{
  self->axis = axis;
  self->all_stale = TRUE;
  _yd_net_queue_clear (&self->forward);
  _yd_net_queue_clear (&self->backward);
}
