/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-private.h"

/**
 * YdSchedule:
 *
 * When the points of a plan begin and end, worked out from what is stated. It follows
 * the plan: after each edit only what the edit bears on is worked out again.
 *
 * *Days.* All dates are whole days, and all durations are working days. A point that takes
 * n of them is worked on from its first day to its last one, both included. It takes
 * one at least: what takes no time, or does not say how much, takes the day on which it is done.
 *
 * *When a point begins.* As early as it may: not before its own `start`, which on a rest
 * day means the working day after it, and not before what its dependencies ask for. A point
 * for which neither says anything has no dates, and gets none from its neighbours: a date
 * that nobody stated is never made up. What was `started` began on that day, whatever comes
 * before it; what is `finished` has the dates that it had.
 *
 * *Dependencies.* Where P is the predecessor and S the successor, without a lag:
 *
 * - FS: S begins on the first working day after P's last one;
 * - SS: S does not begin before P's first day;
 * - FF: S does not end before P's last day;
 * - SF: S does not end before the last working day before P begins.
 *
 * A lag in working days moves that by so many of them, back if it is negative. A lag in days
 * is counted on the calendar: P's last day, plus one, plus the lag for FS; P's first day
 * plus the lag for SS; and from a rest day on to the next working day. A point that must not
 * end before a day begins later for it; one that has begun takes longer.
 *
 * *Parents.* A point spans those below it that have dates. Its own dates count beside
 * theirs if it has a `start` or `started`, and alone where nothing below has dates. What it
 * has to wait for before it begins, all below it have to wait for, and nothing below gets a
 * date by that alone. If it must not end before a day, it spans that day too. A point cannot
 * wait for what stands below it: a dependency that would make it so is set aside.
 *
 * *Latest dates.* By its due day, and so that everything behind it keeps its own, a
 * point must end on its latest day; and none ends after the last of all. Slack is the working
 * days between its last day and that one; a point without any is critical. Deadlines move
 * nothing: a point that cannot make its own says by how many working days, and what it
 * waits for.
 */

G_DEFINE_FINAL_TYPE (YdSchedule, yd_schedule, G_TYPE_OBJECT)

static guint changed_signal;

static void
yd_schedule_dispose (GObject *object)
{
  YdSchedule *self = YD_SCHEDULE (object);

  if (self->plan != NULL)
    g_clear_signal_handler (&self->applied_id, self->plan);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (yd_schedule_parent_class)->dispose (object);
}

static void
yd_schedule_finalize (GObject *object)
{
  YdSchedule *self = YD_SCHEDULE (object);

  g_clear_pointer (&self->net, _yd_schedule_net_free);
  g_clear_pointer (&self->calendar, yd_work_calendar_unref);
  g_ptr_array_unref (self->points);
  g_array_unref (self->places);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->deadlines);
  g_array_unref (self->spare_edges);
  g_hash_table_unref (self->nodes);
  g_hash_table_unref (self->edges);
  g_hash_table_unref (self->anchored);

  G_OBJECT_CLASS (yd_schedule_parent_class)->finalize (object);
}

static void
yd_schedule_class_init (YdScheduleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yd_schedule_dispose;
  object_class->finalize = yd_schedule_finalize;

  /**
   * YdSchedule::changed:
   * @self: a schedule
   * @points: (nullable) (element-type YdRow): the points for which something else follows
   *   now; %NULL if it may be all
   *
   * Comes after the plan has announced the edit.
   */
  changed_signal =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
yd_schedule_init (YdSchedule *self)
{
  self->points = g_ptr_array_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->links = g_ptr_array_new ();
  self->deadlines = g_ptr_array_new ();
  self->spare_edges = g_array_new (FALSE, FALSE, sizeof (guint));
  self->nodes = g_hash_table_new (NULL, NULL);
  self->edges = g_hash_table_new (NULL, NULL);
  self->anchored = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->soon_days = YD_LIGHT_SOON_DAYS;
}

void
_yd_schedule_emit_changed (YdSchedule *self,
                           GPtrArray  *points)
{
  g_signal_emit (self, changed_signal, 0, points);
}

static void
applied_cb (YdSpace    *plan,
            YdEdit     *edit,
            YdSchedule *self)
{
  _yd_schedule_follow (self, edit);
}

/**
 * yd_schedule_new:
 * @plan: a plan
 * @calendar: which days are worked
 * @today: the day from which lights and recurrences are seen
 *
 * Returns: (transfer full): the schedule of @plan, which follows it
 */
YdSchedule *
yd_schedule_new (YdPlan         *plan,
                 YdWorkCalendar *calendar,
                 YdDay           today)
{
  YdSchedule *self;

  g_return_val_if_fail (YD_IS_PLAN (plan), NULL);
  g_return_val_if_fail (calendar != NULL, NULL);

  self = g_object_new (YD_TYPE_SCHEDULE, NULL);
  self->plan = g_object_ref (plan);
  self->calendar = yd_work_calendar_ref (calendar);
  self->axis = _yd_work_calendar_get_axis (calendar);
  self->net = _yd_schedule_net_new (&self->axis);
  self->today = today;
  _yd_schedule_build (self);
  self->applied_id = g_signal_connect (plan, "applied", G_CALLBACK (applied_cb), self);

  return self;
}

/* Returns: (transfer none): the plan whose schedule it is */
YdPlan *
yd_schedule_get_plan (YdSchedule *self)
{
  g_return_val_if_fail (YD_IS_SCHEDULE (self), NULL);

  return self->plan;
}

/* Returns: (transfer none): the calendar that it counts with */
YdWorkCalendar *
yd_schedule_get_calendar (YdSchedule *self)
{
  g_return_val_if_fail (YD_IS_SCHEDULE (self), NULL);

  return self->calendar;
}

/* Other days are worked, since a notice was accepted. */
void
yd_schedule_set_calendar (YdSchedule     *self,
                          YdWorkCalendar *calendar)
{
  g_return_if_fail (YD_IS_SCHEDULE (self));
  g_return_if_fail (calendar != NULL);

  if (self->calendar == calendar)
    return;

  yd_work_calendar_unref (self->calendar);
  self->calendar = yd_work_calendar_ref (calendar);
  self->axis = _yd_work_calendar_get_axis (calendar);
  _yd_schedule_net_set_axis (self->net, &self->axis);
  _yd_schedule_set_dues (self);
  _yd_schedule_emit_changed (self, NULL);
}

YdDay
yd_schedule_get_today (YdSchedule *self)
{
  g_return_val_if_fail (YD_IS_SCHEDULE (self), YD_DAY_NONE);

  return self->today;
}

void
yd_schedule_set_today (YdSchedule *self,
                       YdDay       today)
{
  g_return_if_fail (YD_IS_SCHEDULE (self));

  if (self->today == today)
    return;

  self->today = today;
  _yd_schedule_set_dues (self);
  _yd_schedule_emit_changed (self, NULL);
}

/* How many working days before its day a deadline is near: see yd_light_get_soon_days(). */
void
yd_schedule_set_soon_days (YdSchedule *self,
                           int         n_days)
{
  g_return_if_fail (YD_IS_SCHEDULE (self));

  if (self->soon_days == n_days)
    return;

  self->soon_days = n_days;
  _yd_schedule_emit_changed (self, NULL);
}

int
yd_schedule_get_soon_days (YdSchedule *self)
{
  g_return_val_if_fail (YD_IS_SCHEDULE (self), 0);

  return self->soon_days;
}

/* Returns: its node, or %YD_NET_NONE for a point of another plan */
guint
_yd_schedule_find_node (YdSchedule *self,
                        YdPoint    *point)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->nodes, point)) - 1;
}

/* Returns: where the plan has it, as against its other points: see yd_space_list_rows() */
guint
_yd_schedule_find_place (YdSchedule *self,
                         YdPoint    *point)
{
  const guint node = _yd_schedule_find_node (self, point);

  return node != YD_NET_NONE ? g_array_index (self->places, guint, node) : YD_NET_NONE;
}

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
        !yd_work_calendar_is_announced (self->calendar, yd_day_get_year (scheduled->finish));
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
