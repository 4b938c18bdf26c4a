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
  const YdLinkType type = edge->link.type;
  int from = _yd_net_edge_is_of_start (edge) ? pred->first : pred->last;

  /* What follows an end begins on the day after, and what ends before a beginning, before. */
  return _yd_net_shift (self, from - (type == YD_LINK_SF), edge->link.lag + (type == YD_LINK_FS),
                        edge->link.by_day, TRUE);
}

/* Before which days the edges of a node let it neither begin nor end. */
typedef struct
{
  int begin;
  int end;
} Bounds;

static void
add_other_bound (YdScheduleNet   *self,
                 const YdNetEdge *edge,
                 Bounds          *bounds)
{
  int bound;

  if (!_yd_net_counts (edge) || _yd_net_face (self, edge->pred)->first == YD_NET_LOW)
    return;

  bound = _yd_schedule_net_edge_bound (self, edge);
  if (_yd_net_edge_asks_end (edge))
    bounds->end = MAX (bounds->end, bound);
  else
    bounds->begin = MAX (bounds->begin, bound);
}

/* No date stays far below all that are cut, whatever is added to it. */
static inline Bounds
find_bounds (YdScheduleNet   *self,
             const YdNetNode *node)
{
  Bounds bounds = { YD_NET_LOW, YD_NET_LOW };

  for (guint i = node->in; i != YD_NET_NONE; i = _yd_net_edge (self, i)->next_in)
    {
      const YdNetEdge *edge = _yd_net_edge (self, i);

      if (G_LIKELY (edge->plain))
        bounds.begin = MAX (bounds.begin, _yd_net_face (self, edge->pred)->last +
                                          edge->link.lag + 1);
      else
        add_other_bound (self, edge, &bounds);
    }

  bounds.begin = _yd_net_pick (bounds.begin < YD_NET_LOW / 2, YD_NET_LOW,
                               _yd_net_cut (bounds.begin));

  return bounds;
}

/* Returns: whether it is not what it was */
static inline gboolean
set_bound (YdScheduleNet *self,
           YdNetNode     *node,
           YdNetFace     *face,
           int            asked)
{
  int bound = MAX (asked, _yd_net_face (self, node->parent)->bound);
  gboolean differs = bound != face->bound || asked != node->asked;

  face->bound = bound;
  node->asked = asked;

  return differs;
}

static const YdNetSpan none_below = { YD_NET_HIGH, YD_NET_LOW };

/* The dates of what is done. Where nothing says when it was begun it took one day. */
static YdNetSpan
get_done (YdScheduleNet    *self,
          const YdNetInput *input)
{
  YdDay begun = input->started != YD_DAY_NONE ? input->started : input->start;

  if (begun == YD_DAY_NONE || begun > input->finished)
    begun = input->finished;

  return (YdNetSpan) { _yd_net_up (self, begun), _yd_net_down (self, input->finished) };
}

/* The dates of the node's own work, as if nothing stood below it. @end_bound: it does not
 * end before.
 */
static inline YdNetSpan
get_own (const YdNetNode *node,
         int              bound,
         int              end_bound)
{
  gboolean none = MAX (MAX (node->start, node->asked), end_bound) == YD_NET_LOW;
  int first = _yd_net_cut (MAX (MAX (bound, node->start), end_bound - node->days + 1));
  int last = _yd_net_cut (first + node->days - 1);

  return (YdNetSpan) { _yd_net_pick (none, YD_NET_LOW, first),
                       _yd_net_pick (none, YD_NET_LOW, last) };
}

/* The same where it was begun already, and may be done. */
static YdNetSpan
get_begun (YdScheduleNet *self,
           guint          i,
           int            end_bound)
{
  const YdNetInput *input = _yd_net_input (self, i);
  YdNetNode *node = _yd_net_node (self, i);
  YdNetSpan span;

  node->work = YD_NET_LOW;
  if (input->finished != YD_DAY_NONE)
    return get_done (self, input);

  span.first = node->work = _yd_net_up (self, input->started);
  span.last = MAX (_yd_net_cut (span.first + node->days - 1), end_bound);

  return span;
}

/* The dates of its own work, whatever is said of it. */
static inline YdNetSpan
work_out_own (YdScheduleNet   *self,
              guint            i,
              YdNetNode       *node,
              const YdNetFace *face,
              int              end_bound)
{
  YdNetSpan span;

  if (G_UNLIKELY (node->begun))
    return get_begun (self, i, end_bound);

  span = get_own (node, face->bound, end_bound);
  node->work = span.first;

  return span;
}

/* What has no dates does not count. */
static inline void
add_below (YdNetSpan *below,
           YdNetSpan  span)
{
  below->first = MIN (below->first, _yd_net_pick (span.first == YD_NET_LOW, YD_NET_HIGH,
                                                  span.first));
  below->last = MAX (below->last, span.last);
}

/* From the first to the last day of those below. What is not live has no dates. */
static YdNetSpan
find_below (YdScheduleNet *self,
            guint          node)
{
  YdNetSpan below = none_below;

  for (guint i = _yd_net_first_child (self, node); i != YD_NET_NONE; i = _yd_net_next (self, i))
    add_below (&below, (YdNetSpan) { _yd_net_face (self, i)->first, _yd_net_face (self, i)->last });

  return below;
}

/* A parent spans what stands below it. Its own work counts beside that if a date of its
 * own is stated, and alone where nothing below has dates.
 */
static YdNetSpan
work_out_span (YdScheduleNet   *self,
               guint            i,
               YdNetNode       *node,
               const YdNetFace *face,
               YdNetSpan        below)
{
  gboolean done = _yd_net_input (self, i)->finished != YD_DAY_NONE;
  int end_bound = node->may_wait_to_end ? find_bounds (self, node).end : YD_NET_LOW;
  YdNetSpan own;

  if (below.last == YD_NET_LOW || done)
    return work_out_own (self, i, node, face, end_bound);

  if (node->start == YD_NET_LOW && !node->begun)
    {
      node->work = YD_NET_HIGH;
      return (YdNetSpan) { below.first, MAX (below.last, end_bound) };
    }

  own = work_out_own (self, i, node, face, YD_NET_LOW);

  return (YdNetSpan) { MIN (own.first, below.first),
                        MAX (MAX (own.last, below.last), end_bound) };
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

static void
set_span (YdScheduleNet *self,
          guint          i,
          YdNetSpan      span)
{
  YdNetNode *node = _yd_net_node (self, i);
  YdNetFace *face = _yd_net_face (self, i);

  _yd_schedule_net_note_change (self, i);
  if (node->result.last >= self->end)
    self->end_stale = TRUE;
  self->end_found = MAX (self->end_found, span.last);
  node->result.first = face->first = span.first;
  node->result.last = face->last = span.last;
}

static inline gboolean
is_span (const YdNetFace *face,
         YdNetSpan        span)
{
  return span.first == face->first && span.last == face->last;
}

/* Returns: whether it is not what it was */
gboolean
_yd_schedule_net_work_in (YdScheduleNet *self,
                          guint          i)
{
  YdNetNode *node = _yd_net_node (self, i);

  return set_bound (self, node, _yd_net_face (self, i), find_bounds (self, node).begin);
}

static gboolean
work_out (YdScheduleNet *self,
          guint          i,
          YdNetSpan      below)
{
  YdNetNode *node = _yd_net_node (self, i);
  YdNetFace *face = _yd_net_face (self, i);
  int work = node->work;
  YdNetSpan span = work_out_span (self, i, node, face, below);

  if (is_span (face, span))
    return node->work != work;

  set_span (self, i, span);

  return TRUE;
}

gboolean
_yd_schedule_net_work_out (YdScheduleNet *self,
                           guint          i)
{
  return work_out (self, i, find_below (self, i));
}

/* Both steps of one below which nothing is live, of which nobody sees the first. */
static inline void
work_both (YdScheduleNet *self,
           guint          i,
           YdNetNode     *node,
           YdNetFace     *face)
{
  Bounds bounds = find_bounds (self, node);
  YdNetSpan span;

  set_bound (self, node, face, bounds.begin);
  span = work_out_own (self, i, node, face, bounds.end);
  if (!is_span (face, span))
    set_span (self, i, span);
}

/* Works out all steps in order, each after what it depends on. Parents are told what stands
 * below them as it is found, instead of going back for it.
 */
void
_yd_schedule_net_pass_forwards (YdScheduleNet *self)
{
  const guint *order = (const guint *) self->order->data;
  const guint n = self->order->len;

  for (guint k = 0; k < n; k++)
    {
      const guint i = order[k] / 2;
      YdNetNode *node = _yd_net_node (self, i);
      YdNetFace *face = _yd_net_face (self, i);

      if (G_LIKELY (node->n_below == 0))
        work_both (self, i, node, face);
      else if (order[k] == YD_NET_OUT (i))
        work_out (self, i, face->span_below);
      else
        {
          _yd_schedule_net_work_in (self, i);
          face->span_below = none_below;
          continue;
        }

      add_below (&_yd_net_face (self, node->parent)->span_below,
                 (YdNetSpan) { face->first, face->last });
    }
}
