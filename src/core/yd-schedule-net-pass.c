/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-net-private.h"

/* What follows for each node: forwards the earliest dates, backwards the latest ones.
 * Each step is a function of what stands before it in the order, so working out again
 * only those that something changed for gives the same as working out all.
 */

/* Behind the year 9999 all days are one, so that no sum of lags is too great. */
#define NUMBER_MIN -1000000
#define NUMBER_MAX  3000000

static int
cut (int number)
{
  return CLAMP (number, NUMBER_MIN, NUMBER_MAX);
}

static int
get_up (YdScheduleNet *self,
        YdDay          day)
{
  return cut (_yd_work_axis_up (self->axis, day));
}

static int
get_down (YdScheduleNet *self,
          YdDay          day)
{
  return cut (_yd_work_axis_down (self->axis, day));
}

static gboolean
counts (const YdNetEdge *edge)
{
  return edge->used && !edge->aside;
}

/* The number that is @days calendar days after that of @number, up or down from a rest day. */
static int
shift_up (YdScheduleNet *self,
          int            number,
          int            days)
{
  return get_up (self, _yd_work_axis_day (self->axis, number) + days);
}

static int
shift_down (YdScheduleNet *self,
            int            number,
            int            days)
{
  return get_down (self, _yd_work_axis_day (self->axis, number) + days);
}

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
  const YdNetResult *pred = &_yd_net_node (self, edge->pred)->result;
  const int lag = edge->link.lag;
  const gboolean by_day = edge->link.by_day;

  switch (edge->link.type)
    {
    case YD_LINK_SS:
      return by_day ? shift_up (self, pred->first, lag) : cut (pred->first + lag);

    case YD_LINK_FF:
      return by_day ? shift_up (self, pred->last, lag) : cut (pred->last + lag);

    case YD_LINK_SF:
      return by_day ? shift_up (self, pred->first - 1, lag) : cut (pred->first - 1 + lag);

    case YD_LINK_FS:
    default:
      return by_day ? shift_up (self, pred->last, lag + 1) : cut (pred->last + 1 + lag);
    }
}

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
      return by_day ? cut (shift_down (self, cap, -lag) + 1) : cut (cap + 1 - lag);

    case YD_LINK_SS:
    case YD_LINK_FF:
      return by_day ? shift_down (self, cap, -lag) : cut (cap - lag);

    case YD_LINK_FS:
    default:
      return by_day ? shift_down (self, cap, -lag - 1) : cut (cap - 1 - lag);
    }
}

static gboolean
has_dates (const YdNetNode *node)
{
  return node->result.first != YD_NET_LOW;
}

/* The greatest bound of the edges that ask when @node begins, or when it @ends. */
static int
find_bound (YdScheduleNet   *self,
            const YdNetNode *node,
            gboolean         ends)
{
  int bound = YD_NET_LOW;

  for (guint i = node->in; i != YD_NET_NONE; i = _yd_net_edge (self, i)->next_in)
    {
      const YdNetEdge *edge = _yd_net_edge (self, i);
      gboolean of_end = edge->link.type == YD_LINK_FF || edge->link.type == YD_LINK_SF;

      if (counts (edge) && of_end == ends && has_dates (_yd_net_node (self, edge->pred)))
        bound = MAX (bound, _yd_schedule_net_edge_bound (self, edge));
    }

  return bound;
}

static gboolean
has_live_child (YdScheduleNet   *self,
                const YdNetNode *node)
{
  guint i = node->child;

  while (i != YD_NET_NONE && !_yd_net_node (self, i)->live)
    i = _yd_net_node (self, i)->next;

  return i != YD_NET_NONE;
}

/* Returns: whether it is not what it was */
static gboolean
work_in (YdScheduleNet *self,
         YdNetNode     *node)
{
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

  return (Span) { get_up (self, begun), get_down (self, input->finished) };
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
      span.first = get_up (self, input->started);
      span.last = MAX (cut (span.first + input->days - 1), end_bound);
      return span;
    }

  if (input->start == YD_DAY_NONE && node->asked == YD_NET_LOW && end_bound == YD_NET_LOW)
    return (Span) { YD_NET_LOW, YD_NET_LOW };

  span.first = node->bound;
  if (input->start != YD_DAY_NONE)
    span.first = MAX (span.first, get_up (self, input->start));
  if (end_bound != YD_NET_LOW)
    span.first = MAX (span.first, end_bound - input->days + 1);
  span.first = cut (span.first);
  span.last = cut (span.first + input->days - 1);

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

      if (!child->live || !has_dates (child))
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

  if (node->noted)
    return;

  node->noted = TRUE;
  g_array_append_val (self->changed, i);
  g_array_append_val (self->before, node->result);
}

static gboolean
work_out (YdScheduleNet *self,
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
  node->result.first = span.first;
  node->result.last = span.last;

  return TRUE;
}

/* What is the latest for @node, not counting what begins with it. */
static int
find_end_cap (YdScheduleNet   *self,
              const YdNetNode *node)
{
  gboolean done = node->input.finished != YD_DAY_NONE;
  int cap = has_dates (node) && !done ? self->end : YD_NET_HIGH;

  if (node->input.due != YD_DAY_NONE && !done)
    cap = MIN (cap, get_down (self, node->input.due));

  if (node->parent != YD_NET_NONE)
    cap = MIN (cap, _yd_net_node (self, node->parent)->out_cap);

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
      const YdNetNode *succ = _yd_net_node (self, edge->succ);
      gboolean of_end = edge->link.type == YD_LINK_FF || edge->link.type == YD_LINK_SF;
      gboolean of_start = edge->link.type == YD_LINK_SS || edge->link.type == YD_LINK_SF;
      int *cap = of_start ? start_cap : end_cap;
      int asked;

      if (!counts (edge))
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

  if (node->parent == YD_NET_NONE || !has_dates (node))
    return;

  parent = _yd_net_node (self, node->parent);
  if (parent->start_cap != YD_NET_HIGH && parent->result.first == node->result.first)
    *start_cap = MIN (*start_cap, parent->start_cap);
}

/* Returns: whether what others ask for is not what it was */
static gboolean
work_out_back (YdScheduleNet *self,
               guint          i)
{
  YdNetNode *node = _yd_net_node (self, i);
  gboolean done = node->input.finished != YD_DAY_NONE;
  int n = has_dates (node) ? node->result.last - node->result.first : node->input.days - 1;
  int start_cap = YD_NET_HIGH, cap = find_end_cap (self, node), out_cap;
  gboolean differs;

  add_edge_caps (self, node, &start_cap, &cap);
  add_parent_cap (self, node, &start_cap);

  /* What has begun cannot begin otherwise, and what stands below has caps of its own. */
  if (done || node->input.started != YD_DAY_NONE)
    start_cap = YD_NET_HIGH;
  if (start_cap != YD_NET_HIGH && !has_live_child (self, node))
    cap = MIN (cap, cut (start_cap + n));

  if (cap != node->result.late_last)
    {
      _yd_schedule_net_note_change (self, i);
      node->result.late_last = cap;
    }

  /* What is done asks for nothing, neither of those before it nor of those below. */
  out_cap = done ? YD_NET_HIGH : cap;
  differs = out_cap != node->out_cap || start_cap != node->start_cap;
  node->out_cap = out_cap;
  node->start_cap = start_cap;

  return differs;
}

/* The latest day on which the work of the node itself may begin. */
static int
get_own_late_first (YdScheduleNet   *self,
                    const YdNetNode *node)
{
  gboolean is_leaf = !has_live_child (self, node);
  int n = node->input.days - 1, late;

  if (node->result.late_last == YD_NET_HIGH || node->work == YD_NET_HIGH)
    return YD_NET_HIGH;

  /* The dates of a leaf may have been drawn out, by an end that has to wait. */
  if (is_leaf && has_dates (node))
    n = node->result.last - node->result.first;
  late = node->result.late_last - n;

  if (!is_leaf && node->work == node->result.first)
    late = MIN (late, node->start_cap);

  return cut (late);
}

/* Returns: whether what those before it are asked for is not what it was */
static gboolean
work_in_back (YdScheduleNet *self,
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
        in_cap = MIN (in_cap, _yd_net_node (self, k)->in_cap);
        late_first = MIN (late_first, _yd_net_node (self, k)->result.late_first);
      }

  differs = in_cap != node->in_cap || late_first != node->result.late_first;
  if (late_first != node->result.late_first)
    {
      _yd_schedule_net_note_change (self, i);
      node->result.late_first = late_first;
    }
  node->in_cap = in_cap;

  return differs;
}

/* Who depends on what @node is forwards. */
static void
push_after_in (YdScheduleNet *self,
               guint          i)
{
  _yd_net_queue_push (self, &self->forward, YD_NET_OUT (i));
  for (guint k = _yd_net_node (self, i)->child; k != YD_NET_NONE;
       k = _yd_net_node (self, k)->next)
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
    if (counts (_yd_net_edge (self, k)))
      {
        const YdNetEdge *edge = _yd_net_edge (self, k);

        _yd_net_queue_push (self, &self->forward, _yd_net_edge_target (edge));
      }

  _yd_net_queue_push (self, &self->backward, YD_NET_OUT (i));
  _yd_net_queue_push (self, &self->backward, YD_NET_IN (i));
  for (guint k = node->start_cap != YD_NET_HIGH ? node->child : YD_NET_NONE; k != YD_NET_NONE;
       k = _yd_net_node (self, k)->next)
    _yd_net_queue_push (self, &self->backward, YD_NET_OUT (k));
}

/* Who depends on what @node is backwards. */
static void
push_before_out (YdScheduleNet *self,
                 guint          i)
{
  const YdNetNode *node = _yd_net_node (self, i);

  for (guint k = node->child; k != YD_NET_NONE; k = _yd_net_node (self, k)->next)
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

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const YdNetNode *node = _yd_net_node (self, i);

      if (node->live)
        end = MAX (end, node->result.last);
    }

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
          if (work_in (self, _yd_net_node (self, i)))
            push_after_in (self, i);
        }
      else if (work_out (self, i))
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
      if (work_in_back (self, i))
        push_before_in (self, i);
      return;
    }

  /* The in step follows from the end too, which may change alone. */
  _yd_net_queue_push (self, &self->backward, YD_NET_IN (i));
  if (work_out_back (self, i))
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
pass_forwards (YdScheduleNet *self)
{
  for (guint k = 0; k < self->order->len; k++)
    {
      guint step = g_array_index (self->order, guint, k);

      if (step % 2 == 0)
        work_in (self, _yd_net_node (self, step / 2));
      else
        work_out (self, step / 2);
    }
}

static void
pass_backwards (YdScheduleNet *self)
{
  for (guint k = self->order->len; k-- > 0;)
    {
      guint step = g_array_index (self->order, guint, k);

      if (step % 2 == 0)
        work_in_back (self, step / 2);
      else
        work_out_back (self, step / 2);
    }
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
      pass_forwards (self);
      self->end = find_end (self);
    }
  pass_backwards (self);

  self->all_stale = FALSE;
  self->end_stale = FALSE;
  self->end_found = YD_NET_LOW;
}

/* Works out all of it. */
void
_yd_schedule_net_update_all (YdScheduleNet *self)
{
  pass_all (self, TRUE);
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
