/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-edits.h"

#include "yd-plan-edits-private.h"
#include "yd-schedule-private.h"

/* How a person moves what is planned. What happened is not moved, and neither is a date
 * that the document set: that is changed in so many words, or not at all.
 */

static void
set_day (YdEdit *edit,
         YdRow  *row,
         guint   field,
         YdDay   day)
{
  char text[YD_DAY_SIZE];

  _yd_plan_edits_set (edit, row, field, day != YD_DAY_NONE ? yd_day_format (day, text) : NULL);
}

static void
set_number (YdEdit *edit,
            YdRow  *row,
            guint   field,
            int     number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  _yd_plan_edits_set (edit, row, field, number > 0 ? text : NULL);
}

/**
 * yd_schedule_edit_set_dates:
 * @point: a point
 * @start: the day before which it is not to begin, or %YD_DAY_NONE
 * @n_days: how many working days it takes, or 0 for nothing stated
 */
YdEdit *
yd_schedule_edit_set_dates (YdPoint *point,
                            YdDay    start,
                            int      n_days)
{
  YdEdit *edit = yd_edit_new ("point.dates", NULL);

  g_return_val_if_fail (YD_IS_ROW (point), edit);

  set_day (edit, point, YD_POINT_START, start);
  set_number (edit, point, YD_POINT_DAYS, n_days);

  return edit;
}

/**
 * yd_schedule_edit_set_held:
 * @point: a point
 * @started: the day on which it was begun, or %YD_DAY_NONE
 * @finished: the day on which it was done, or %YD_DAY_NONE
 */
YdEdit *
yd_schedule_edit_set_held (YdPoint *point,
                           YdDay    started,
                           YdDay    finished)
{
  YdEdit *edit = yd_edit_new (finished != YD_DAY_NONE ? "point.finish" : "point.begin", NULL);

  g_return_val_if_fail (YD_IS_ROW (point), edit);

  set_day (edit, point, YD_POINT_STARTED, started);
  set_day (edit, point, YD_POINT_FINISHED, finished);

  return edit;
}

/* A number of working days on; from a rest day, from the working day next to it. */
static YdDay
shift (YdSchedule *schedule,
       YdDay       day,
       int         n_days)
{
  int number = n_days < 0 ? _yd_work_axis_up (&schedule->axis, day)
                          : _yd_work_axis_down (&schedule->axis, day);

  return _yd_work_axis_day (&schedule->axis, number + n_days);
}

/* What has begun can only take longer, or shorter. */
static void
move_point (YdSchedule *schedule,
            YdEdit     *edit,
            YdPoint    *point,
            int         n_days)
{
  YdScheduled scheduled;

  if (!yd_schedule_get (schedule, point, &scheduled) || scheduled.start == YD_DAY_NONE ||
      scheduled.done)
    return;

  if (yd_row_get_cell (point, YD_POINT_STARTED) != NULL)
    set_number (edit, point, YD_POINT_DAYS, MAX (scheduled.days + n_days, 1));
  else
    set_day (edit, point, YD_POINT_START, shift (schedule, scheduled.start, n_days));
}

/* Of what stands below, all that begins on a day of its own; the rest follows that. */
static void
move_below (YdSchedule *schedule,
            YdEdit     *edit,
            YdPoint    *point,
            int         n_days)
{
  GListModel *children = yd_point_get_children (point);
  guint n = g_list_model_get_n_items (children);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) child = g_list_model_get_item (children, i);

      if (yd_row_get_cell (child, YD_POINT_START) != NULL &&
          yd_row_get_cell (child, YD_POINT_STARTED) == NULL)
        move_point (schedule, edit, child, n_days);
      move_below (schedule, edit, child, n_days);
    }
}

/**
 * yd_schedule_edit_move:
 * @schedule: a schedule
 * @points: (element-type YdRow): points of its plan
 * @n_days: by how many working days they shall begin later; earlier if it is negative
 *
 * A point that spans others takes them along. What waits for something else still does, so
 * it may not move by as much: see yd_schedule_preview().
 */
YdEdit *
yd_schedule_edit_move (YdSchedule *schedule,
                       GPtrArray  *points,
                       int         n_days)
{
  YdEdit *edit = yd_edit_new ("point.dates", NULL);
  g_autoptr(GPtrArray) roots = _yd_plan_edits_list_roots (points);

  g_return_val_if_fail (YD_IS_SCHEDULE (schedule), edit);

  yd_edit_set_whole (edit, roots->len > 1);
  for (guint i = 0; i < roots->len && n_days != 0; i++)
    {
      YdPoint *point = g_ptr_array_index (roots, i);
      YdScheduled scheduled;

      if (!yd_schedule_get (schedule, point, &scheduled))
        continue;

      if (!scheduled.spans || yd_row_get_cell (point, YD_POINT_START) != NULL)
        move_point (schedule, edit, point, n_days);
      if (scheduled.spans)
        move_below (schedule, edit, point, n_days);
    }

  return edit;
}

/* What may be longer or shorter than it is. */
static gboolean
get_stretchable (YdSchedule  *schedule,
                 YdPoint     *point,
                 YdScheduled *scheduled)
{
  return yd_schedule_get (schedule, point, scheduled) && scheduled->start != YD_DAY_NONE &&
         !scheduled->spans && !scheduled->done;
}

/* How many working days lie from @start to @finish, one at least. */
static int
count_days (YdSchedule *schedule,
            YdDay       start,
            YdDay       finish)
{
  return MAX (_yd_work_axis_down (&schedule->axis, finish) -
              _yd_work_axis_up (&schedule->axis, start) + 1, 1);
}

/**
 * yd_schedule_edit_set_finish:
 * @schedule: a schedule
 * @point: a point of its plan that begins on a day
 * @finish: the day on which it shall end
 *
 * It takes as many working days as lie up to then, one at least.
 */
YdEdit *
yd_schedule_edit_set_finish (YdSchedule *schedule,
                             YdPoint    *point,
                             YdDay       finish)
{
  YdEdit *edit = yd_edit_new ("point.dates", NULL);
  YdScheduled scheduled;

  g_return_val_if_fail (YD_IS_SCHEDULE (schedule), edit);

  if (get_stretchable (schedule, point, &scheduled))
    set_number (edit, point, YD_POINT_DAYS, count_days (schedule, scheduled.start, finish));

  return edit;
}

/**
 * yd_schedule_edit_set_start:
 * @schedule: a schedule
 * @point: a point of its plan that ends on a day
 * @start: the day on which it shall begin; not after it ends
 *
 * It ends on the same day, and so takes more or fewer working days. Of what has begun nothing
 * changes.
 */
YdEdit *
yd_schedule_edit_set_start (YdSchedule *schedule,
                            YdPoint    *point,
                            YdDay       start)
{
  YdEdit *edit = yd_edit_new ("point.dates", NULL);
  YdScheduled scheduled;

  g_return_val_if_fail (YD_IS_SCHEDULE (schedule), edit);

  if (!get_stretchable (schedule, point, &scheduled) ||
      yd_row_get_cell (point, YD_POINT_STARTED) != NULL)
    return edit;

  start = MIN (start, scheduled.finish);
  set_day (edit, point, YD_POINT_START, start);
  set_number (edit, point, YD_POINT_DAYS, count_days (schedule, start, scheduled.finish));

  return edit;
}

/* Returns: whether @deadline is the office's own, so that its date may be moved */
gboolean
yd_deadline_is_movable (YdRow *deadline)
{
  g_return_val_if_fail (YD_IS_ROW (deadline), FALSE);

  return g_strcmp0 (yd_row_get_cell (deadline, YD_DEADLINE_ORIGIN), "internal") == 0;
}

/**
 * yd_schedule_edit_set_due:
 * @deadline: a deadline
 * @due: the day by which it shall be due
 *
 * The deadline becomes a plain date. Of one that the document states nothing changes.
 */
YdEdit *
yd_schedule_edit_set_due (YdRow *deadline,
                          YdDay  due)
{
  char text[YD_DAY_SIZE];
  YdDeadlineTerms terms = { "date", .value = yd_day_format (due, text) };

  g_return_val_if_fail (YD_IS_ROW (deadline), NULL);

  if (!yd_deadline_is_movable (deadline) || due == YD_DAY_NONE)
    return yd_edit_new ("deadline.edit", NULL);

  terms.unit = yd_row_get_cell (deadline, YD_DEADLINE_UNIT);

  return yd_plan_edit_edit_deadline (deadline, &terms);
}

/* As yd_schedule_edit_set_due(), by so many working days later. */
YdEdit *
yd_schedule_edit_move_due (YdSchedule *schedule,
                           YdRow      *deadline,
                           int         n_days)
{
  YdDue due;

  g_return_val_if_fail (YD_IS_SCHEDULE (schedule), NULL);
  g_return_val_if_fail (YD_IS_ROW (deadline), NULL);

  yd_schedule_get_due (schedule, deadline, &due);
  if (n_days == 0 || (due.state != YD_DUE_DAY && due.state != YD_DUE_TIME))
    return yd_edit_new ("deadline.edit", NULL);

  return yd_schedule_edit_set_due (deadline, shift (schedule, due.day, n_days));
}
