/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-net-private.h"

#include "yd-schedule-net-pass-private.h"

/* Which steps are worked out: those that something changed for, or all of them where that is
 * quicker. Both give the same.
 */

/* Who depends on what @node is forwards. */
static void
push_after_in (YdScheduleNet *self,
               guint          i)
{
  _yd_net_queue_push (self, &self->forward, YD_NET_OUT (i));
  for (guint k = _yd_net_first_child (self, i); k != YD_NET_NONE;
       k = _yd_net_next (self, k))
    if (_yd_net_node (self, k)->live)
      _yd_net_queue_push (self, &self->forward, YD_NET_IN (k));
}

static void
push_after_out (YdScheduleNet *self,
                guint          i)
{
  const YdNetNode *node = _yd_net_node (self, i);

  if (node->parent != YD_NET_NONE)
    _yd_net_queue_push (self, &self->forward, YD_NET_OUT (node->parent));

  for (guint k = node->out; k != YD_NET_NONE; k = _yd_net_edge (self, k)->next_out)
    if (_yd_net_counts (_yd_net_edge (self, k)))
      {
        const YdNetEdge *edge = _yd_net_edge (self, k);

        _yd_net_queue_push (self, &self->forward, _yd_net_edge_target (edge));
      }

  _yd_net_queue_push (self, &self->backward, YD_NET_OUT (i));
  _yd_net_queue_push (self, &self->backward, YD_NET_IN (i));

  if (_yd_net_face (self, i)->caps.begin == YD_NET_HIGH)
    return;

  for (guint k = _yd_net_first_child (self, i); k != YD_NET_NONE; k = _yd_net_next (self, k))
    _yd_net_queue_push (self, &self->backward, YD_NET_OUT (k));
}

/* Who depends on what @node is backwards. */
static void
push_before_out (YdScheduleNet *self,
                 guint          i)
{
  const YdNetNode *node = _yd_net_node (self, i);

  for (guint k = _yd_net_first_child (self, i); k != YD_NET_NONE; k = _yd_net_next (self, k))
    if (_yd_net_node (self, k)->live)
      _yd_net_queue_push (self, &self->backward, YD_NET_OUT (k));

  for (guint k = node->in; k != YD_NET_NONE; k = _yd_net_edge (self, k)->next_in)
    if (_yd_net_edge_target (_yd_net_edge (self, k)) == YD_NET_OUT (i))
      _yd_net_queue_push (self, &self->backward, YD_NET_OUT (_yd_net_edge (self, k)->pred));
}

static void
push_before_in (YdScheduleNet *self,
                guint          i)
{
  const YdNetNode *node = _yd_net_node (self, i);

  if (node->parent != YD_NET_NONE)
    _yd_net_queue_push (self, &self->backward, YD_NET_IN (node->parent));

  for (guint k = node->in; k != YD_NET_NONE; k = _yd_net_edge (self, k)->next_in)
    if (_yd_net_edge_target (_yd_net_edge (self, k)) == YD_NET_IN (i))
      _yd_net_queue_push (self, &self->backward, YD_NET_OUT (_yd_net_edge (self, k)->pred));
}

/* The day on which the last of all ends. */
static int
find_end (YdScheduleNet *self)
{
  int end = YD_NET_LOW;

  /* What does not count has no last day. */
  for (guint i = 0; i < self->nodes->len; i++)
    end = MAX (end, _yd_net_face (self, i)->last);

  return end;
}

/* Returns: FALSE if so much changes that it is quicker to work out all */
static gboolean
update_forwards (YdScheduleNet *self)
{
  guint n_left = self->nodes->len / 4 + 64;
  guint step;

  while (_yd_net_queue_pop (self, &self->forward, &step))
    {
      guint i = step / 2;

      if (n_left-- == 0)
        return FALSE;
      if (!_yd_net_node (self, i)->live)
        continue;

      if (step % 2 == 0)
        {
          if (_yd_schedule_net_work_in (self, i))
            push_after_in (self, i);
        }
      else if (_yd_schedule_net_work_out (self, i))
        push_after_out (self, i);
    }

  return TRUE;
}

static void
update_step_backwards (YdScheduleNet *self,
                       guint          step)
{
  guint i = step / 2;

  if (!_yd_net_node (self, i)->live)
    return;

  if (step % 2 == 0)
    {
      if (_yd_schedule_net_work_in_back (self, i))
        push_before_in (self, i);
      return;
    }

  /* The in step follows from the end too, which may change alone. */
  _yd_net_queue_push (self, &self->backward, YD_NET_IN (i));
  if (_yd_schedule_net_work_out_back (self, i))
    push_before_out (self, i);
}

static gboolean
update_backwards (YdScheduleNet *self)
{
  guint n_left = self->nodes->len / 4 + 64;
  guint step;

  while (_yd_net_queue_pop (self, &self->backward, &step))
    {
      if (n_left-- == 0)
        return FALSE;

      update_step_backwards (self, step);
    }

  return TRUE;
}

static void
pass_all (YdScheduleNet *self,
          gboolean       forwards)
{
  if (self->order_stale || self->order->len == 0)
    _yd_schedule_net_sort (self);

  self->all_stale = TRUE;
  _yd_net_queue_clear (&self->forward);
  _yd_net_queue_clear (&self->backward);

  if (forwards)
    {
      _yd_schedule_net_pass_forwards (self);
      self->end = find_end (self);
    }
  _yd_schedule_net_pass_backwards (self);

  self->all_stale = FALSE;
  self->end_stale = FALSE;
  self->end_found = YD_NET_LOW;
}

/* Works out all of it, without keeping what it was before. */
void
_yd_schedule_net_update_all (YdScheduleNet *self)
{
  self->quiet = TRUE;
  pass_all (self, TRUE);
  self->quiet = FALSE;
}

/* Returns: whether the last day of all is another one, which is a latest date for all */
static gboolean
update_end (YdScheduleNet *self)
{
  int end = self->end;

  if (self->end_found >= self->end)
    self->end = self->end_found;
  else if (self->end_stale)
    self->end = find_end (self);

  self->end_stale = FALSE;
  self->end_found = YD_NET_LOW;

  return self->end != end;
}

/**
 * _yd_schedule_net_update:
 * @self: a net
 *
 * Works out what follows from what is said by now. The nodes whose result is not what it
 * was are in @self->changed, with what it was in @self->before; some may be the same again.
 */
void
_yd_schedule_net_update (YdScheduleNet *self)
{
  const guint many = self->nodes->len / 8 + 64;

  if (self->order_stale)
    _yd_schedule_net_sort (self);

  if (self->all_stale || self->forward.steps->len > many || !update_forwards (self))
    pass_all (self, TRUE);
  else if (update_end (self) || self->backward.steps->len > many || !update_backwards (self))
    pass_all (self, FALSE);
}

void
_yd_schedule_net_forget_changes (YdScheduleNet *self)
{
  for (guint i = 0; i < self->changed->len; i++)
    _yd_net_node (self, g_array_index (self->changed, guint, i))->noted = FALSE;

  g_array_set_size (self->changed, 0);
  g_array_set_size (self->before, 0);
}
