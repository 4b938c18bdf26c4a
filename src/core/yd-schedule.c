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

/* It follows the plan from now on. */
void
_yd_schedule_watch (YdSchedule *self)
{
  self->applied_id = g_signal_connect (self->plan, "applied", G_CALLBACK (applied_cb), self);
}

/* Returns: (transfer full): a schedule that knows nothing yet, and does not follow @plan */
YdSchedule *
_yd_schedule_new (YdPlan         *plan,
                  YdWorkCalendar *calendar,
                  YdDay           today)
{
  YdSchedule *self = g_object_new (YD_TYPE_SCHEDULE, NULL);

  self->plan = g_object_ref (plan);
  self->calendar = yd_work_calendar_ref (calendar);
  self->axis = _yd_work_calendar_get_axis (calendar);
  self->net = _yd_schedule_net_new (&self->axis);
  self->today = today;

  return self;
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

  self = _yd_schedule_new (plan, calendar, today);
  _yd_schedule_build (self);
  _yd_schedule_watch (self);

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
