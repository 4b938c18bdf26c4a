/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-net-pass-private.h"

/* What follows for each node forwards: the earliest dates. Each step is a function of what
 * stands before it in the order, so working out again only those that something changed for
 * gives the same as working out all.
 */

/**
 * _yd_schedule_net_edge_bound:
 * @self: a net
 * @edge: an edge whose predecessor has dates
 *
 * Returns: the day before which the successor must not begin or, for %YD_LINK_FF and
 *   %YD_LINK_SF, end
 */
int
_yd_schedule_net_edge_bound (YdScheduleNet   *self,
                             const YdNetEdge *edge)
{
  const YdNetFace *pred = _yd_net_face (self, edge->pred);
  const int lag = edge->link.lag;
  const gboolean by_day = edge->link.by_day;

  switch (edge->link.type)
    {
    case YD_LINK_SS:
      return _yd_net_shift (self, pred->first, lag, by_day, TRUE);

    case YD_LINK_FF:
      return _yd_net_shift (self, pred->last, lag, by_day, TRUE);

    case YD_LINK_SF:
      return _yd_net_shift (self, pred->first - 1, lag, by_day, TRUE);

    case YD_LINK_FS:
    default:
      return _yd_net_shift (self, pred->last, lag + 1, by_day, TRUE);
    }
}

/* The greatest bound of the edges that ask when @node begins, or when it @ends. */
static int
find_bound (YdScheduleNet   *self,
            const YdNetNode *node,
            gboolean         ends)
{
  int bound = YD_NET_LOW;

  if (ends && !node->may_wait_to_end)
    return bound;

  for (guint i = node->in; i != YD_NET_NONE; i = _yd_net_edge (self, i)->next_in)
    {
      const YdNetEdge *edge = _yd_net_edge (self, i);
      gboolean of_end = edge->link.type == YD_LINK_FF || edge->link.type == YD_LINK_SF;

      if (_yd_net_counts (edge) && of_end == ends &&
          _yd_net_face (self, edge->pred)->first != YD_NET_LOW)
        bound = MAX (bound, _yd_schedule_net_edge_bound (self, edge));
    }

  return bound;
}

/* Returns: whether it is not what it was */
gboolean
_yd_schedule_net_work_in (YdScheduleNet *self,
                          guint          i)
{
  YdNetNode *node = _yd_net_node (self, i);
  int asked = find_bound (self, node, FALSE);
  int bound = asked;
  gboolean differs;

  if (node->parent != YD_NET_NONE)
    bound = MAX (bound, _yd_net_node (self, node->parent)->bound);

  differs = bound != node->bound || asked != node->asked;
  node->bound = bound;
  node->asked = asked;

  return differs;
}

typedef struct
{
  int first;
  int last;
} Span;

/* The dates of what is done. Where nothing says when it was begun it took one day. */
static Span
get_done (YdScheduleNet    *self,
          const YdNetInput *input)
{
  YdDay begun = input->started != YD_DAY_NONE ? input->started : input->start;

  if (begun == YD_DAY_NONE || begun > input->finished)
    begun = input->finished;

  return (Span) { _yd_net_up (self, begun), _yd_net_down (self, input->finished) };
}

/* The dates of the node's own work, as if nothing stood below it. @end_bound: it does not
 * end before.
 */
static Span
get_own (YdScheduleNet   *self,
         const YdNetNode *node,
         int              end_bound)
{
  const YdNetInput *input = &node->input;
  Span span;

  if (input->started != YD_DAY_NONE)
    {
      span.first = _yd_net_up (self, input->started);
      span.last = MAX (_yd_net_cut (span.first + input->days - 1), end_bound);
      return span;
    }

  if (input->start == YD_DAY_NONE && node->asked == YD_NET_LOW && end_bound == YD_NET_LOW)
    return (Span) { YD_NET_LOW, YD_NET_LOW };

  span.first = node->bound;
  if (input->start != YD_DAY_NONE)
    span.first = MAX (span.first, _yd_net_up (self, input->start));
  if (end_bound != YD_NET_LOW)
    span.first = MAX (span.first, end_bound - input->days + 1);
  span.first = _yd_net_cut (span.first);
  span.last = _yd_net_cut (span.first + input->days - 1);

  return span;
}

/* From the first to the last day of those below that have dates. */
static Span
get_below (YdScheduleNet   *self,
           const YdNetNode *node)
{
  Span span = { YD_NET_LOW, YD_NET_LOW };

  for (guint i = node->child; i != YD_NET_NONE; i = _yd_net_node (self, i)->next)
    {
      const YdNetNode *child = _yd_net_node (self, i);

      if (!child->live || !_yd_net_has_dates (child))
        continue;

      span.first = span.first == YD_NET_LOW ? child->result.first
                                            : MIN (span.first, child->result.first);
      span.last = MAX (span.last, child->result.last);
    }

  return span;
}

/* A parent spans what stands below it. Its own work counts beside that if a date of its
 * own is stated, and alone where nothing below has dates.
 */
static Span
work_out_span (YdScheduleNet *self,
               YdNetNode     *node)
{
  const YdNetInput *input = &node->input;
  int end_bound;
  Span below, own;

  node->work = YD_NET_LOW;
  if (input->finished != YD_DAY_NONE)
    return get_done (self, input);

  end_bound = find_bound (self, node, TRUE);
  below = get_below (self, node);
  if (below.first != YD_NET_LOW && input->start == YD_DAY_NONE && input->started == YD_DAY_NONE)
    {
      node->work = YD_NET_HIGH;
      return (Span) { below.first, MAX (below.last, end_bound) };
    }

  own = get_own (self, node, below.first == YD_NET_LOW ? end_bound : YD_NET_LOW);
  node->work = own.first;
  if (below.first == YD_NET_LOW)
    return own;

  return (Span) { MIN (own.first, below.first), MAX (MAX (own.last, below.last), end_bound) };
}

/* Keeps what the result was before the first change. */
void
_yd_schedule_net_note_change (YdScheduleNet *self,
                              guint          i)
{
  YdNetNode *node = _yd_net_node (self, i);

  if (node->noted || self->quiet)
    return;

  node->noted = TRUE;
  g_array_append_val (self->changed, i);
  g_array_append_val (self->before, node->result);
}

gboolean
_yd_schedule_net_work_out (YdScheduleNet *self,
                           guint          i)
{
  YdNetNode *node = _yd_net_node (self, i);
  int work = node->work;
  Span span = work_out_span (self, node);

  if (span.first == node->result.first && span.last == node->result.last)
    return node->work != work;

  _yd_schedule_net_note_change (self, i);
  if (node->result.last >= self->end)
    self->end_stale = TRUE;
  self->end_found = MAX (self->end_found, span.last);
  node->result.first = _yd_net_face (self, i)->first = span.first;
  node->result.last = _yd_net_face (self, i)->last = span.last;

  return TRUE;
}
