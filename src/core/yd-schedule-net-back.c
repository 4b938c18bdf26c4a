/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-net-private.h"

#include "yd-schedule-net-pass-private.h"

/* What follows for each node backwards: the latest dates, from what is due, from what waits
 * for it, and from the last day of all.
 */

/* The reverse of _yd_schedule_net_edge_bound(): the latest day on which the predecessor may
 * end or, for %YD_LINK_SS and %YD_LINK_SF, begin, so that the successor can keep @cap.
 */
static int
get_edge_cap (YdScheduleNet   *self,
              const YdNetEdge *edge,
              int              cap)
{
  const YdLinkType type = edge->link.type;

  return _yd_net_cut (_yd_net_shift (self, cap, -edge->link.lag - (type == YD_LINK_FS),
                                     edge->link.by_day, FALSE) + (type == YD_LINK_SF));
}

static const YdNetLatest none_below = { YD_NET_HIGH, YD_NET_HIGH };

static const YdNetCaps no_caps = { YD_NET_HIGH, YD_NET_HIGH };

static void
add_other_cap (YdScheduleNet   *self,
               const YdNetEdge *edge,
               const YdNetFace *succ,
               YdNetCaps       *caps)
{
  int asked = _yd_net_edge_asks_end (edge) ? succ->caps.end : succ->in_cap;

  if (!_yd_net_counts (edge) || asked == YD_NET_HIGH)
    return;

  if (_yd_net_edge_is_of_start (edge))
    caps->begin = MIN (caps->begin, get_edge_cap (self, edge, asked));
  else
    caps->end = MIN (caps->end, get_edge_cap (self, edge, asked));
}

/* No date stays far above all that are cut, whatever is taken from it: see cut_caps(). */
static inline void
add_cap (YdScheduleNet   *self,
         const YdNetEdge *edge,
         const YdNetFace *succ,
         YdNetCaps       *caps)
{
  if (G_LIKELY (edge->plain))
    caps->end = MIN (caps->end, succ->in_cap - edge->link.lag - 1);
  else
    add_other_cap (self, edge, succ, caps);
}

static inline YdNetCaps
cut_caps (YdNetCaps caps)
{
  caps.end = _yd_net_pick (caps.end > YD_NET_HIGH / 2, YD_NET_HIGH, _yd_net_cut (caps.end));

  return caps;
}

/* What all that waits for @node asks for. */
static YdNetCaps
find_edge_caps (YdScheduleNet *self,
                guint          node)
{
  YdNetCaps caps = no_caps;

  for (guint i = _yd_net_node (self, node)->out; i != YD_NET_NONE;
       i = _yd_net_edge (self, i)->next_out)
    {
      const YdNetEdge *edge = _yd_net_edge (self, i);

      add_cap (self, edge, _yd_net_face (self, edge->succ), &caps);
    }

  return caps;
}

/* The reverse: tells all that @node waits for, with its beginning or its end. */
static inline void
tell_caps (YdScheduleNet   *self,
           const YdNetNode *node,
           const YdNetFace *face,
           gboolean         end)
{
  for (guint i = node->in; i != YD_NET_NONE; i = _yd_net_edge (self, i)->next_in)
    {
      const YdNetEdge *edge = _yd_net_edge (self, i);

      if (_yd_net_edge_asks_end (edge) == end)
        add_cap (self, edge, face, &_yd_net_face (self, edge->pred)->caps);
    }
}

static inline gboolean
is_done (YdScheduleNet   *self,
         guint            i,
         const YdNetNode *node)
{
  return G_UNLIKELY (node->begun) && _yd_net_input (self, i)->finished != YD_DAY_NONE;
}

/* What others ask of it, and what is said of it. A cap on the beginning of a parent binds the
 * child that it begins with.
 */
static inline YdNetCaps
find_caps (YdScheduleNet   *self,
           guint            i,
           const YdNetNode *node,
           YdNetCaps        asked)
{
  const YdNetFace *parent = _yd_net_face (self, node->parent);
  YdNetCaps caps = cut_caps (asked);

  caps.end = MIN (caps.end, parent->caps.end);
  if (G_UNLIKELY (parent->caps.begin != YD_NET_HIGH) && _yd_net_has_dates (node) &&
      parent->first == node->result.first)
    caps.begin = MIN (caps.begin, parent->caps.begin);

  /* What has begun cannot begin otherwise. */
  if (G_UNLIKELY (node->begun))
    caps.begin = YD_NET_HIGH;
  if (is_done (self, i, node))
    return caps;

  caps.end = MIN (caps.end, node->due);
  caps.end = MIN (caps.end, _yd_net_pick (_yd_net_has_dates (node), self->end, YD_NET_HIGH));

  return caps;
}

/* For how many days after its first one a node is worked on. */
static inline int
get_length (const YdNetNode *node)
{
  return _yd_net_has_dates (node) ? node->result.last - node->result.first : node->days - 1;
}

/* The pass over all does not ask for what it returns, which is half of it. */
__attribute__ ((always_inline))
static inline gboolean
work_out (YdScheduleNet *self,
          guint          i,
          YdNetNode     *node,
          YdNetFace     *face,
          YdNetCaps      asked)
{
  YdNetCaps last = face->caps, caps = find_caps (self, i, node, asked);

  /* What stands below has caps of its own. */
  if (G_UNLIKELY (caps.begin != YD_NET_HIGH) && node->n_below == 0)
    caps.end = MIN (caps.end, _yd_net_cut (caps.begin + get_length (node)));

  if (G_UNLIKELY (caps.end != node->result.late_last))
    {
      _yd_schedule_net_note_change (self, i);
      node->result.late_last = caps.end;
    }

  /* What is done asks for nothing, neither of those before it nor of those below. */
  if (is_done (self, i, node))
    caps.end = YD_NET_HIGH;
  face->caps = caps;

  return caps.begin != last.begin || caps.end != last.end;
}

/* The latest day on which the work of the node itself may begin. */
static inline int
get_own_late_first (const YdNetNode *node,
                    const YdNetFace *face)
{
  int late = node->result.late_last;

  if (late == YD_NET_HIGH || node->work == YD_NET_HIGH)
    return YD_NET_HIGH;

  /* The dates of a leaf may have been drawn out, by an end that has to wait. */
  if (node->n_below == 0)
    return _yd_net_cut (late - get_length (node));

  late -= node->days - 1;
  if (node->work == node->result.first)
    late = MIN (late, face->caps.begin);

  return _yd_net_cut (late);
}

/* What is not live asks for nothing. */
static inline void
add_below (YdNetLatest       *below,
           const YdNetLatest *latest)
{
  below->in_cap = MIN (below->in_cap, latest->in_cap);
  below->late_first = MIN (below->late_first, latest->late_first);
}

static YdNetLatest
find_below (YdScheduleNet *self,
            guint          node)
{
  YdNetLatest below = none_below;

  for (guint i = _yd_net_first_child (self, node); i != YD_NET_NONE; i = _yd_net_next (self, i))
    add_below (&below, &(YdNetLatest) { _yd_net_face (self, i)->in_cap,
                                        _yd_net_node (self, i)->result.late_first });

  return below;
}

static inline gboolean
work_in (YdScheduleNet     *self,
         guint              i,
         YdNetNode         *node,
         YdNetFace         *face,
         const YdNetLatest *below)
{
  int late_first = get_own_late_first (node, face);
  YdNetLatest latest = { node->begun ? YD_NET_HIGH : late_first, late_first };
  gboolean differs;

  if (!is_done (self, i, node))
    add_below (&latest, below);

  differs = latest.in_cap != face->in_cap || latest.late_first != node->result.late_first;
  if (latest.late_first != node->result.late_first)
    {
      _yd_schedule_net_note_change (self, i);
      node->result.late_first = latest.late_first;
    }
  face->in_cap = latest.in_cap;

  return differs;
}

/* Returns: whether what others ask for is not what it was */
gboolean
_yd_schedule_net_work_out_back (YdScheduleNet *self,
                                guint          i)
{
  return work_out (self, i, _yd_net_node (self, i), _yd_net_face (self, i),
                   find_edge_caps (self, i));
}

/* Returns: whether what those before it are asked for is not what it was */
gboolean
_yd_schedule_net_work_in_back (YdScheduleNet *self,
                               guint          i)
{
  YdNetNode *node = _yd_net_node (self, i);
  YdNetLatest below = find_below (self, i);

  return work_in (self, i, node, _yd_net_face (self, i), &below);
}

/* Works out all steps, each before what it depends on forwards. Those before it and above it
 * are told, as in the other direction.
 */
void
_yd_schedule_net_pass_backwards (YdScheduleNet *self)
{
  const guint *order = (const guint *) self->order->data;

  for (guint i = 0; i < self->nodes->len; i++)
    _yd_net_face (self, i)->caps = no_caps;

  for (guint k = self->order->len; k-- > 0;)
    {
      const guint i = order[k] / 2;
      YdNetNode *node = _yd_net_node (self, i);
      YdNetFace *face = _yd_net_face (self, i);
      gboolean leaf = G_LIKELY (node->n_below == 0);

      if (leaf || order[k] == YD_NET_OUT (i))
        {
          work_out (self, i, node, face, face->caps);
          face->latest_below = none_below;
          if (node->may_wait_to_end)
            tell_caps (self, node, face, TRUE);
        }

      if (leaf || order[k] == YD_NET_IN (i))
        {
          work_in (self, i, node, face, &face->latest_below);
          tell_caps (self, node, face, FALSE);
          add_below (&_yd_net_face (self, node->parent)->latest_below,
                     &(YdNetLatest) { face->in_cap, node->result.late_first });
        }
    }
}
