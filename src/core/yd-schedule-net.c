/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-net-private.h"

#include "yd-schedule-net-pass-private.h"

/* What is said of the graph, and which steps are to be worked out because of it. */

static const YdNetFace no_face = {
  YD_NET_LOW, YD_NET_LOW, YD_NET_LOW, YD_NET_HIGH, { YD_NET_HIGH, YD_NET_HIGH }, { { 0, 0 } },
};

/**
 * _yd_schedule_net_new:
 * @axis: (transfer none): the working days; must live longer
 *
 * Returns: (transfer full): a net without nodes
 */
YdScheduleNet *
_yd_schedule_net_new (const YdWorkAxis *axis)
{
  YdScheduleNet *self = g_new0 (YdScheduleNet, 1);

  self->axis = axis;
  self->nodes = g_array_new (FALSE, TRUE, sizeof (YdNetNode));
  self->inputs = g_array_new (FALSE, FALSE, sizeof (YdNetInput));
  self->kin = g_array_new (FALSE, FALSE, sizeof (YdNetKin));
  self->faces = g_array_new (FALSE, TRUE, sizeof (YdNetFace));
  g_array_append_val (self->faces, no_face);
  self->edges = g_array_new (FALSE, TRUE, sizeof (YdNetEdge));
  _yd_net_note_places (self);
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
  g_array_unref (self->inputs);
  g_array_unref (self->kin);
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

/* The order has both steps of what has something below it, and one of what has not. */
static void
add_below (YdScheduleNet *self,
           guint          node,
           int            n)
{
  YdNetNode *this;

  if (node == YD_NET_NONE)
    return;

  this = _yd_net_node (self, node);
  if (this->n_below == 0)
    g_array_set_size (self->order, 0);
  this->n_below += n;
}

static void
link_to_parent (YdScheduleNet *self,
                guint          node,
                guint          parent)
{
  YdNetKin *kin = _yd_net_kin (self, node);
  YdNetKin *above;

  _yd_net_node (self, node)->parent = parent;
  kin->previous = kin->next = YD_NET_NONE;
  if (parent == YD_NET_NONE)
    return;

  above = _yd_net_kin (self, parent);
  kin->next = above->child;
  if (above->child != YD_NET_NONE)
    _yd_net_kin (self, above->child)->previous = node;
  above->child = node;
  add_below (self, parent, _yd_net_node (self, node)->live);
}

static void
unlink_from_parent (YdScheduleNet *self,
                    guint          node)
{
  const YdNetNode *child = _yd_net_node (self, node);
  const YdNetKin *kin = _yd_net_kin (self, node);

  if (child->parent == YD_NET_NONE)
    return;

  add_below (self, child->parent, -(int) child->live);
  if (kin->previous != YD_NET_NONE)
    _yd_net_kin (self, kin->previous)->next = kin->next;
  else
    _yd_net_kin (self, child->parent)->child = kin->next;
  if (kin->next != YD_NET_NONE)
    _yd_net_kin (self, kin->next)->previous = kin->previous;
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

/* What is said of a node in days, as numbers of the axis. */
static void
take_numbers (YdScheduleNet *self,
              guint          i)
{
  YdNetNode *node = _yd_net_node (self, i);
  const YdNetInput *input = _yd_net_input (self, i);

  node->start = input->start != YD_DAY_NONE ? _yd_net_up (self, input->start) : YD_NET_LOW;
  node->due = input->due != YD_DAY_NONE ? _yd_net_down (self, input->due) : YD_NET_HIGH;
  node->days = input->days;
  node->dated = input->start != YD_DAY_NONE || input->due != YD_DAY_NONE;
  node->begun = input->started != YD_DAY_NONE || input->finished != YD_DAY_NONE;
}

/* Nothing follows for it yet. */
static void
clear_result (YdScheduleNet *self,
              guint          i)
{
  YdNetNode *node = _yd_net_node (self, i);

  *_yd_net_face (self, i) = no_face;
  node->asked = node->work = YD_NET_LOW;
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
    .parent = YD_NET_NONE, .in = YD_NET_NONE, .out = YD_NET_NONE, .live = TRUE,
  };
  const YdNetKin alone = { YD_NET_NONE, YD_NET_NONE, YD_NET_NONE };

  /* Twice as many at a time. */
  if ((node & (node - 1)) == 0)
    {
      guint size = MAX (2 * node, 1) * 2;

      grow_queue (&self->forward, node * 2, size);
      grow_queue (&self->backward, node * 2, size);
    }

  g_array_append_val (self->nodes, made);
  g_array_append_val (self->inputs, *input);
  g_array_append_val (self->kin, alone);
  g_array_set_size (self->faces, node + 2);
  _yd_net_note_places (self);
  clear_result (self, node);
  take_numbers (self, node);
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
  *_yd_net_input (self, node) = *input;
  take_numbers (self, node);
  _yd_schedule_net_touch_node (self, node);
}

/* As _yd_schedule_net_set_input(), for one who has all worked out anew afterwards. */
void
_yd_schedule_net_put_due (YdScheduleNet *self,
                          guint          node,
                          YdDay          due)
{
  _yd_net_input (self, node)->due = due;
  take_numbers (self, node);
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
  add_below (self, this->parent, live ? 1 : -1);
  clear_result (self, node);
  if (live || self->n_aside > 0)
    self->order_stale = TRUE;
  g_array_set_size (self->order, 0);
  touch_if_any (self, this->parent);
  _yd_schedule_net_touch_node (self, node);
}

void
_yd_schedule_net_link_edge (YdScheduleNet *self,
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
  _yd_net_note_places (self);
  _yd_schedule_net_link_edge (self, edge);

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
  _yd_net_edge_judge (this);
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
      _yd_schedule_net_link_edge (self, edge);
    }
  this->link = *link;
  if (!used)
    return;

  if (_yd_net_edge_target (this) == YD_NET_OUT (succ))
    _yd_net_node (self, succ)->may_wait_to_end = TRUE;

  this->used = TRUE;
  _yd_net_edge_judge (this);
  expect_order (self, YD_NET_OUT (pred), _yd_net_edge_target (this));
  _yd_schedule_net_touch_edge (self, this);
}

/* Other days are worked: everything follows anew. */
void
_yd_schedule_net_set_axis (YdScheduleNet    *self,
                           const YdWorkAxis *axis)
{
  self->axis = axis;
  self->all_stale = TRUE;
  for (guint i = 0; i < self->nodes->len; i++)
    if (_yd_net_node (self, i)->dated)
      take_numbers (self, i);
  _yd_net_queue_clear (&self->forward);
  _yd_net_queue_clear (&self->backward);
}
