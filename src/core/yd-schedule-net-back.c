/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-net-private.h"

#include "yd-schedule-net-pass-private.h"

/* What follows for each node backwards: the latest dates, from what is due, from what waits
 * for it, and from the last day of all.
 */

/* The reverse: the latest day on which the predecessor may end or, for %YD_LINK_SS and
 * %YD_LINK_SF, begin, so that the successor can keep @cap.
 */
static int
get_edge_cap (YdScheduleNet   *self,
              const YdNetEdge *edge,
              int              cap)
{
  const int lag = edge->link.lag;
  const gboolean by_day = edge->link.by_day;

  switch (edge->link.type)
    {
    case YD_LINK_SF:
      return _yd_net_cut (_yd_net_shift (self, cap, -lag, by_day, FALSE) + 1);

    case YD_LINK_SS:
    case YD_LINK_FF:
      return _yd_net_shift (self, cap, -lag, by_day, FALSE);

    case YD_LINK_FS:
    default:
      return _yd_net_shift (self, cap, -lag - 1, by_day, FALSE);
    }
}

/* What is the latest for @node, not counting what begins with it. */
static int
find_end_cap (YdScheduleNet   *self,
              const YdNetNode *node)
{
  gboolean done = node->input.finished != YD_DAY_NONE;
  int cap = _yd_net_has_dates (node) && !done ? self->end : YD_NET_HIGH;

  if (node->input.due != YD_DAY_NONE && !done)
    cap = MIN (cap, _yd_net_down (self, node->input.due));

  if (node->parent != YD_NET_NONE)
    cap = MIN (cap, _yd_net_face (self, node->parent)->out_cap);

  return cap;
}

static void
add_edge_caps (YdScheduleNet   *self,
               const YdNetNode *node,
               int             *start_cap,
               int             *end_cap)
{
  for (guint i = node->out; i != YD_NET_NONE; i = _yd_net_edge (self, i)->next_out)
    {
      const YdNetEdge *edge = _yd_net_edge (self, i);
      const YdNetFace *succ = _yd_net_face (self, edge->succ);
      gboolean of_end = edge->link.type == YD_LINK_FF || edge->link.type == YD_LINK_SF;
      gboolean of_start = edge->link.type == YD_LINK_SS || edge->link.type == YD_LINK_SF;
      int *cap = of_start ? start_cap : end_cap;
      int asked;

      if (!_yd_net_counts (edge))
        continue;

      asked = of_end ? succ->out_cap : succ->in_cap;
      if (asked != YD_NET_HIGH)
        *cap = MIN (*cap, get_edge_cap (self, edge, asked));
    }
}

/* A cap on the beginning of a parent binds the child that it begins with. */
static void
add_parent_cap (YdScheduleNet   *self,
                const YdNetNode *node,
                int             *start_cap)
{
  const YdNetNode *parent;

  if (node->parent == YD_NET_NONE || !_yd_net_has_dates (node))
    return;

  parent = _yd_net_node (self, node->parent);
  if (parent->start_cap != YD_NET_HIGH && parent->result.first == node->result.first)
    *start_cap = MIN (*start_cap, parent->start_cap);
}

/* Returns: whether what others ask for is not what it was */
gboolean
_yd_schedule_net_work_out_back (YdScheduleNet *self,
                                guint          i)
{
  YdNetNode *node = _yd_net_node (self, i);
  YdNetFace *face = _yd_net_face (self, i);
  gboolean done = node->input.finished != YD_DAY_NONE;
  int n = _yd_net_has_dates (node) ? node->result.last - node->result.first : node->input.days - 1;
  int start_cap = YD_NET_HIGH, cap = find_end_cap (self, node), out_cap;
  gboolean differs;

  add_edge_caps (self, node, &start_cap, &cap);
  add_parent_cap (self, node, &start_cap);

  /* What has begun cannot begin otherwise, and what stands below has caps of its own. */
  if (done || node->input.started != YD_DAY_NONE)
    start_cap = YD_NET_HIGH;
  if (start_cap != YD_NET_HIGH && !_yd_net_has_live_child (self, node))
    cap = MIN (cap, _yd_net_cut (start_cap + n));

  if (cap != node->result.late_last)
    {
      _yd_schedule_net_note_change (self, i);
      node->result.late_last = cap;
    }

  /* What is done asks for nothing, neither of those before it nor of those below. */
  out_cap = done ? YD_NET_HIGH : cap;
  differs = out_cap != face->out_cap || start_cap != node->start_cap;
  face->out_cap = out_cap;
  node->start_cap = start_cap;

  return differs;
}

/* The latest day on which the work of the node itself may begin. */
static int
get_own_late_first (YdScheduleNet   *self,
                    const YdNetNode *node)
{
  gboolean is_leaf = !_yd_net_has_live_child (self, node);
  int n = node->input.days - 1, late;

  if (node->result.late_last == YD_NET_HIGH || node->work == YD_NET_HIGH)
    return YD_NET_HIGH;

  /* The dates of a leaf may have been drawn out, by an end that has to wait. */
  if (is_leaf && _yd_net_has_dates (node))
    n = node->result.last - node->result.first;
  late = node->result.late_last - n;

  if (!is_leaf && node->work == node->result.first)
    late = MIN (late, node->start_cap);

  return _yd_net_cut (late);
}

/* Returns: whether what those before it are asked for is not what it was */
gboolean
_yd_schedule_net_work_in_back (YdScheduleNet *self,
                               guint          i)
{
  YdNetNode *node = _yd_net_node (self, i);
  gboolean done = node->input.finished != YD_DAY_NONE;
  int late_first = get_own_late_first (self, node);
  int in_cap = done || node->input.started != YD_DAY_NONE ? YD_NET_HIGH : late_first;
  gboolean differs;

  for (guint k = done ? YD_NET_NONE : node->child; k != YD_NET_NONE;
       k = _yd_net_node (self, k)->next)
    if (_yd_net_node (self, k)->live)
      {
        in_cap = MIN (in_cap, _yd_net_face (self, k)->in_cap);
        late_first = MIN (late_first, _yd_net_node (self, k)->result.late_first);
      }

  differs = in_cap != _yd_net_face (self, i)->in_cap || late_first != node->result.late_first;
  if (late_first != node->result.late_first)
    {
      _yd_schedule_net_note_change (self, i);
      node->result.late_first = late_first;
    }
  _yd_net_face (self, i)->in_cap = in_cap;

  return differs;
}
