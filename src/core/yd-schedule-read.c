/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-private.h"

/* What follows for a point, and what waits for what, read from the net in days. */

static const YdNetInput *
get_input (YdSchedule *self,
           guint       node)
{
  return _yd_net_input (self->net, node);
}

static const YdNetResult *
get_result (YdSchedule *self,
            guint       node)
{
  return &_yd_net_node (self->net, node)->result;
}

static gboolean
has_dates (YdSchedule *self,
           guint       node)
{
  return get_result (self, node)->first != YD_NET_LOW;
}

/* Whether the dates are those of what stands below. */
gboolean
_yd_schedule_spans (YdSchedule *self,
                    guint       node)
{
  if (get_input (self, node)->finished != YD_DAY_NONE)
    return FALSE;

  for (guint i = _yd_net_first_child (self->net, node); i != YD_NET_NONE;
       i = _yd_net_next (self->net, i))
    if (_yd_net_node (self->net, i)->live && has_dates (self, i))
      return TRUE;

  return FALSE;
}

/* What happened on a rest day happened on that day. */
YdDay
_yd_schedule_get_first_day (YdSchedule *self,
                            guint       node)
{
  const YdNetInput *input = get_input (self, node);
  YdDay begun = input->started != YD_DAY_NONE ? input->started : input->start;

  if (!has_dates (self, node))
    return YD_DAY_NONE;

  if (input->finished != YD_DAY_NONE)
    return begun != YD_DAY_NONE && begun <= input->finished ? begun : input->finished;

  if (input->started != YD_DAY_NONE && !_yd_schedule_spans (self, node))
    return input->started;

  return _yd_work_axis_day (&self->axis, get_result (self, node)->first);
}

YdDay
_yd_schedule_get_last_day (YdSchedule *self,
                           guint       node)
{
  if (!has_dates (self, node))
    return YD_DAY_NONE;

  if (get_input (self, node)->finished != YD_DAY_NONE)
    return get_input (self, node)->finished;

  return _yd_work_axis_day (&self->axis, get_result (self, node)->last);
}

gboolean
_yd_schedule_is_critical (YdSchedule *self,
                          guint       node)
{
  const YdNetResult *result = get_result (self, node);

  return has_dates (self, node) && result->late_last != YD_NET_HIGH &&
         result->late_last <= result->last && !_yd_schedule_spans (self, node);
}

static YdLightFacts
get_light_facts (YdSchedule *self,
                 guint       node)
{
  const YdNetInput *input = get_input (self, node);
  YdDay begun = input->started;

  if (begun == YD_DAY_NONE)
    begun = _yd_schedule_get_first_day (self, node);

  return (YdLightFacts) { begun, input->finished, input->due };
}

static YdLight
get_light (YdSchedule *self,
           guint       node)
{
  YdLightFacts facts = get_light_facts (self, node);

  return yd_light_compute (&facts, self->today, self->soon_days, self->calendar);
}

static int
get_late_by (YdSchedule *self,
             guint       node)
{
  const YdNetInput *input = get_input (self, node);
  int last = get_result (self, node)->last;

  if (!has_dates (self, node) || input->due == YD_DAY_NONE || input->finished != YD_DAY_NONE)
    return 0;

  return MAX (last - _yd_work_axis_down (&self->axis, input->due), 0);
}

static YdDay
get_cap_day (YdSchedule *self,
             int         number)
{
  return number != YD_NET_HIGH ? _yd_work_axis_day (&self->axis, number) : YD_DAY_NONE;
}

static void
fill_in (YdSchedule  *self,
         guint        node,
         YdScheduled *scheduled)
{
  const YdNetInput *input = get_input (self, node);
  const YdNetResult *result = get_result (self, node);

  scheduled->start = _yd_schedule_get_first_day (self, node);
  scheduled->finish = _yd_schedule_get_last_day (self, node);
  scheduled->due = input->due;
  scheduled->light = get_light (self, node);
  scheduled->late_by = get_late_by (self, node);
  scheduled->done = input->finished != YD_DAY_NONE;
  scheduled->spans = _yd_schedule_spans (self, node);
  scheduled->critical = _yd_schedule_is_critical (self, node);

  if (has_dates (self, node))
    {
      scheduled->days = result->last - result->first + 1;
      scheduled->has_slack = result->late_last != YD_NET_HIGH;
      scheduled->slack = scheduled->has_slack ? result->late_last - result->last : 0;
      scheduled->provisional = !scheduled->done &&
        !yd_work_calendar_is_certain (self->calendar, scheduled->finish, scheduled->finish);
    }

  if (!scheduled->done)
    scheduled->latest_finish = get_cap_day (self, result->late_last);
  if (!scheduled->done && input->started == YD_DAY_NONE)
    scheduled->latest_start = get_cap_day (self, result->late_first);
}

/**
 * yd_schedule_get:
 * @self: a schedule
 * @point: a point of its plan
 * @scheduled: (out caller-allocates): what follows for it
 *
 * Returns: whether @point counts; if not, @scheduled is empty
 */
gboolean
yd_schedule_get (YdSchedule  *self,
                 YdPoint     *point,
                 YdScheduled *scheduled)
{
  guint i;

  g_return_val_if_fail (YD_IS_SCHEDULE (self), FALSE);
  g_return_val_if_fail (scheduled != NULL, FALSE);

  *scheduled = (YdScheduled) { 0 };
  i = _yd_schedule_find_node (self, point);
  if (i == YD_NET_NONE || !_yd_net_node (self->net, i)->live)
    return FALSE;

  scheduled->deadline = g_ptr_array_index (self->deadlines, i);
  fill_in (self, i, scheduled);

  return TRUE;
}

/**
 * yd_schedule_get_range:
 * @self: a schedule
 * @first: (out): the first day of all, due days included
 * @last: (out): the last one
 *
 * Both are %YD_DAY_NONE where there are no dates at all.
 */
void
yd_schedule_get_range (YdSchedule *self,
                       YdDay      *first,
                       YdDay      *last)
{
  g_return_if_fail (YD_IS_SCHEDULE (self));

  *first = *last = YD_DAY_NONE;

  for (guint i = 0; i < self->points->len; i++)
    {
      const YdNetNode *node = _yd_net_node (self->net, i);
      YdDay days[] = {
        _yd_schedule_get_first_day (self, i), _yd_schedule_get_last_day (self, i),
        _yd_net_input (self->net, i)->due,
      };

      for (guint k = 0; node->live && k < G_N_ELEMENTS (days); k++)
        if (days[k] != YD_DAY_NONE)
          {
            *first = *first == YD_DAY_NONE ? days[k] : MIN (*first, days[k]);
            *last = MAX (*last, days[k]);
          }
    }
}

static void
find_worst (YdSchedule *self,
            guint       i,
            YdLight    *worst,
            guint      *n_points)
{
  YdLight light = get_light (self, i);

  if (yd_light_is_worse (light, *worst))
    {
      *worst = light;
      *n_points = 0;
    }
  if (light == *worst)
    (*n_points)++;

  for (guint k = _yd_net_first_child (self->net, i); k != YD_NET_NONE;
       k = _yd_net_next (self->net, k))
    if (_yd_net_node (self->net, k)->live)
      find_worst (self, k, worst, n_points);
}

/**
 * yd_schedule_get_worst_light:
 * @self: a schedule
 * @point: a point that counts
 * @n_points: (out) (optional): how many have that light
 *
 * Returns: the worst light of @point and all that stand below it
 */
YdLight
yd_schedule_get_worst_light (YdSchedule *self,
                             YdPoint    *point,
                             guint      *n_points)
{
  YdLight worst = YD_LIGHT_NONE;
  guint n = 0, i;

  g_return_val_if_fail (YD_IS_SCHEDULE (self), YD_LIGHT_NONE);

  i = _yd_schedule_find_node (self, point);
  if (i != YD_NET_NONE && _yd_net_node (self->net, i)->live)
    find_worst (self, i, &worst, &n);
  if (n_points != NULL)
    *n_points = n;

  return worst;
}

/* Whether the successor would begin, or end, earlier but for the edge. */
gboolean
_yd_schedule_edge_drives (YdSchedule      *self,
                          const YdNetEdge *edge)
{
  const YdNetResult *succ = &_yd_net_node (self->net, edge->succ)->result;
  const YdNetInput *input = _yd_net_input (self->net, edge->succ);
  gboolean of_end = _yd_net_edge_asks_end (edge);

  if (!edge->used || edge->aside || !has_dates (self, edge->pred) ||
      !has_dates (self, edge->succ) || input->finished != YD_DAY_NONE ||
      (!of_end && input->started != YD_DAY_NONE))
    return FALSE;

  return _yd_schedule_net_edge_bound (self->net, edge) == (of_end ? succ->last : succ->first);
}

static void
tell_edge (YdSchedule         *self,
           guint               i,
           YdScheduleEdgeFunc  func,
           gpointer            user_data)
{
  const YdNetEdge *edge = _yd_net_edge (self->net, i);
  YdScheduleEdge told = {
    .dependency = g_ptr_array_index (self->links, i),
    .pred = g_ptr_array_index (self->points, edge->pred),
    .succ = g_ptr_array_index (self->points, edge->succ),
    .link = edge->link,
    .aside = edge->aside,
  };

  if (!edge->used)
    return;

  told.drives = _yd_schedule_edge_drives (self, edge);
  told.critical = told.drives &&
    _yd_schedule_is_critical (self, edge->pred) &&
    _yd_schedule_is_critical (self, edge->succ);
  func (&told, user_data);
}

/**
 * yd_schedule_foreach_edge:
 * @self: a schedule
 * @func: (scope call): called for each dependency that joins two points that count
 * @user_data: data for @func
 */
void
yd_schedule_foreach_edge (YdSchedule         *self,
                          YdScheduleEdgeFunc  func,
                          gpointer            user_data)
{
  g_return_if_fail (YD_IS_SCHEDULE (self));

  for (guint i = 0; i < self->links->len; i++)
    tell_edge (self, i, func, user_data);
}

/* As yd_schedule_foreach_edge(), for those that begin or end at @point. */
void
yd_schedule_foreach_edge_of (YdSchedule         *self,
                             YdPoint            *point,
                             YdScheduleEdgeFunc  func,
                             gpointer            user_data)
{
  guint i;

  g_return_if_fail (YD_IS_SCHEDULE (self));

  i = _yd_schedule_find_node (self, point);
  if (i == YD_NET_NONE)
    return;

  for (guint k = _yd_net_node (self->net, i)->in; k != YD_NET_NONE;
       k = _yd_net_edge (self->net, k)->next_in)
    tell_edge (self, k, func, user_data);

  for (guint k = _yd_net_node (self->net, i)->out; k != YD_NET_NONE;
       k = _yd_net_edge (self->net, k)->next_out)
    tell_edge (self, k, func, user_data);
}
