/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clock.h"

/* What a clock says at a moment: a function of its rows, the calendar and the moment.
 *
 * All steps count from the start. Hours run from the moment, the day of the start does not
 * count (民法典 201). What a clock stands still for is not counted either (政府信息公开条例 33):
 * of hours the minutes of the pause, of days the days after the one on which it began, up to
 * the one on which it ended; so the day on which an opinion is asked for still belongs to the
 * term, as that on which it is given belongs to the opinion. A correction that arrives starts
 * the clock anew (art. 30): only its start moves, what was before stays in the journal.
 */

/* A stretch of time that is not counted. */
typedef struct
{
  YdMoment from;
  YdMoment to;
} Gap;

static int
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  return yd_moment_compare (((const Gap *) a)->from, ((const Gap *) b)->from);
}

static GListModel *
get_pauses (YdClock *self)
{
  return yd_row_get_rows (self->row, YD_KIND_CLOCK_PAUSE);
}

/* Pauses that overlap, end before they begin or lie outside the time that the clock ran for
 * may all have been written down; none of their time is left out twice.
 */
static void
add_gap (GArray *gaps,
         Gap     gap)
{
  Gap *last = gaps->len > 0 ? &g_array_index (gaps, Gap, gaps->len - 1) : NULL;

  if (last != NULL && yd_moment_compare (gap.from, last->to) <= 0)
    {
      if (yd_moment_compare (gap.to, last->to) > 0)
        last->to = gap.to;
    }
  else
    g_array_append_val (gaps, gap);
}

/* The time from the start to @until for which it stood still, without overlaps, in order. */
static GArray *
list_gaps (YdClock  *self,
           YdMoment  until)
{
  GListModel *pauses = get_pauses (self);
  const guint n = g_list_model_get_n_items (pauses);
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (Gap));
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (Gap));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) pause = g_list_model_get_item (pauses, i);
      Gap gap = { yd_moment_parse (yd_row_get_cell (pause, YD_CLOCK_PAUSE_FROM)),
                  yd_moment_parse (yd_row_get_cell (pause, YD_CLOCK_PAUSE_TO)) };

      if (!yd_moment_is_known (gap.from))
        continue;
      if (!yd_moment_is_known (gap.to) || yd_moment_compare (gap.to, until) > 0)
        gap.to = until;
      if (yd_moment_compare (gap.from, self->started) < 0)
        gap.from = self->started;
      if (yd_moment_compare (gap.from, gap.to) < 0)
        g_array_append_val (all, gap);
    }

  g_array_sort (all, compare_gaps);
  for (guint i = 0; i < all->len; i++)
    add_gap (gaps, g_array_index (all, Gap, i));

  return gaps;
}

static gboolean
fail (YdClockStep *step)
{
  step->due.day = step->due.nominal = YD_DAY_NONE;
  step->due.minute = YD_MINUTE_NONE;
  step->due.state = YD_DUE_BEYOND;

  return FALSE;
}

static void
move_time (YdClockStep *step,
           GArray      *gaps)
{
  YdMoment due = { step->due.day, step->due.minute };

  for (guint i = 0; i < gaps->len; i++)
    {
      const Gap *gap = &g_array_index (gaps, Gap, i);
      const gint64 minutes = yd_moment_get_count (gap->to) - yd_moment_get_count (gap->from);

      if (yd_moment_compare (gap->from, due) >= 0)
        break;
      due = yd_moment_add (due, minutes);
      step->paused += minutes;
    }

  if (!yd_day_is_in_range (due.day))
    {
      fail (step);
      return;
    }

  step->due.day = step->due.nominal = due.day;
  step->due.minute = due.minute;
}

/* How far the last day moves. A term that would end while the clock stands still ends on the
 * day on which it goes on, or the next that is worked.
 */
static gboolean
move_over_gap (YdClockStep    *step,
               const Gap      *gap,
               YdWorkCalendar *calendar)
{
  const gboolean workdays = step->due.measure == YD_MEASURE_WORKDAYS;
  YdDay *last = &step->due.nominal;
  int days;

  if (gap->to.day == gap->from.day)
    return TRUE;

  days = workdays ? yd_work_calendar_count (calendar, gap->from.day, gap->to.day)
                  : gap->to.day - gap->from.day;
  *last = workdays ? yd_work_calendar_add (calendar, *last, days) : *last + days;
  if (*last != YD_DAY_NONE && *last < gap->to.day)
    *last = workdays ? yd_work_calendar_next (calendar, gap->to.day) : gap->to.day;
  step->paused += days;

  return yd_day_is_in_range (*last);
}

static void
move_day (YdClockStep    *step,
          GArray         *gaps,
          YdWorkCalendar *calendar)
{
  for (guint i = 0; i < gaps->len; i++)
    {
      const Gap *gap = &g_array_index (gaps, Gap, i);

      /* The rest day that moved the end does not keep the clock from standing still there. */
      if (gap->from.day > yd_work_calendar_next (calendar, step->due.nominal))
        break;
      if (!move_over_gap (step, gap, calendar))
        {
          fail (step);
          return;
        }
    }

  if (step->due.nominal == step->base.nominal)
    return;

  step->due.day = step->due.measure == YD_MEASURE_WORKDAYS
                  ? step->due.nominal : yd_work_calendar_next (calendar, step->due.nominal);
  if (!yd_day_is_in_range (step->due.day))
    fail (step);
  else if (!yd_work_calendar_is_certain (calendar, step->due.anchor, step->due.day))
    step->due.provisional = TRUE;
}

static void
compute_base (YdClock     *self,
              YdClockStep *step)
{
  const YdDeadlineTerms terms = {
    .rule = "after",
    .n = CLAMP (yd_row_get_int (step->row, YD_CLOCK_STEP_N, 0), 0, G_MAXINT / 2) +
         CLAMP (yd_row_get_int (step->row, YD_CLOCK_STEP_EXTRA, 0), 0, G_MAXINT / 2),
    .measure = yd_row_get_cell (step->row, YD_CLOCK_STEP_MEASURE),
    .anchor = "event",
  };
  const YdDeadlineFacts facts = { .anchor = self->started };

  yd_deadline_compute_terms (&terms, &facts, self->calendar, &step->base);

  /* A term of nothing is none; neither is what lies before the start. */
  if (terms.n <= 0)
    step->base = (YdDue) { .state = YD_DUE_UNCLEAR, .minute = YD_MINUTE_NONE,
                           .anchor_minute = YD_MINUTE_NONE };
}

/* What is left of a step in days is counted in those that are worked: on the last one it is
 * nothing, and the day after it is one too many.
 */
static void
compute_left (YdClock     *self,
              YdClockStep *step,
              YdMoment     until)
{
  const YdMoment due = { step->due.day, step->due.minute };

  if (step->due.state == YD_DUE_TIME)
    {
      step->left = yd_moment_get_count (due) - yd_moment_get_count (until);
      step->late = step->left < 0;
    }
  else if (step->due.state == YD_DUE_DAY)
    {
      step->late = until.day > due.day;
      step->left = step->late ? -yd_work_calendar_count (self->calendar, due.day, until.day)
                              : yd_work_calendar_count (self->calendar, until.day, due.day);
    }
}

static void
compute_step (YdClock *self,
              YdRow   *row)
{
  YdClockStep step = { .row = row };
  YdMoment until = yd_moment_is_known (self->stopped) ? self->stopped : self->now;
  g_autoptr(GArray) gaps = NULL;

  step.done = yd_moment_parse (yd_row_get_cell (row, YD_CLOCK_STEP_DONE));
  if (yd_moment_is_known (step.done))
    until = step.done;

  compute_base (self, &step);
  step.due = step.base;
  gaps = list_gaps (self, until);
  if (step.due.state == YD_DUE_TIME)
    move_time (&step, gaps);
  else if (step.due.state == YD_DUE_DAY)
    move_day (&step, gaps, self->calendar);
  compute_left (self, &step, until);

  g_array_append_val (self->steps, step);
}

static gboolean
comes_before (const YdClockStep *step,
              const YdClockStep *other)
{
  if (other == NULL || step->due.state < YD_DUE_DAY || other->due.state < YD_DUE_DAY)
    return other == NULL ||
           (step->due.state >= YD_DUE_DAY && other->due.state < YD_DUE_DAY);
  if (step->due.day != other->due.day)
    return step->due.day < other->due.day;

  /* A term in hours ends before the day does. */
  return (guint) step->due.minute < (guint) other->due.minute;
}

static void
find_next (YdClock *self)
{
  gboolean open = self->steps->len == 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const YdClockStep *step = &g_array_index (self->steps, YdClockStep, i);

      if (yd_moment_is_known (step->done))
        continue;
      open = TRUE;
      if (comes_before (step, self->next))
        self->next = step;
    }

  if (yd_moment_is_known (self->stopped))
    self->state = YD_CLOCK_STATE_STOPPED;
  else if (!open)
    self->state = YD_CLOCK_STATE_DONE;
  else
    self->state = self->pause != NULL ? YD_CLOCK_STATE_PAUSED : YD_CLOCK_STATE_RUNNING;

  if (!yd_clock_is_open (self))
    self->next = NULL;
}

static void
find_pause (YdClock *self)
{
  GListModel *pauses = get_pauses (self);
  const guint n = g_list_model_get_n_items (pauses);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) pause = g_list_model_get_item (pauses, i);

      if (yd_row_get_cell (pause, YD_CLOCK_PAUSE_TO) == NULL)
        self->pause = pause;            /* the clock keeps it */
    }
}

/**
 * yd_clock_new:
 * @row: a clock in a plan
 * @calendar: what to count with
 * @now: what time it is
 *
 * Returns: (transfer full): what it says
 */
YdClock *
yd_clock_new (YdRow          *row,
              YdWorkCalendar *calendar,
              YdMoment        now)
{
  YdClock *self = g_new0 (YdClock, 1);
  GListModel *steps = yd_row_get_rows (row, YD_KIND_CLOCK_STEP);
  const guint n = g_list_model_get_n_items (steps);

  self->row = g_object_ref (row);
  self->calendar = yd_work_calendar_ref (calendar);
  self->now = now;
  self->started = yd_moment_parse (yd_row_get_cell (row, YD_CLOCK_STARTED));
  self->stopped = yd_moment_parse (yd_row_get_cell (row, YD_CLOCK_STOPPED));
  self->steps = g_array_new (FALSE, FALSE, sizeof (YdClockStep));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) step = g_list_model_get_item (steps, i);

      compute_step (self, step);
    }

  find_pause (self);
  find_next (self);

  return self;
}

void
yd_clock_free (YdClock *self)
{
  g_object_unref (self->row);
  yd_work_calendar_unref (self->calendar);
  g_array_unref (self->steps);
  g_free (self);
}

/* Returns: whether something is still to be done */
gboolean
yd_clock_is_open (const YdClock *self)
{
  return self->state == YD_CLOCK_STATE_RUNNING || self->state == YD_CLOCK_STATE_PAUSED;
}

static int
compare_clocks (gconstpointer a,
                gconstpointer b)
{
  const YdClock *self = *(const YdClock * const *) a, *other = *(const YdClock * const *) b;

  if (yd_clock_is_open (self) != yd_clock_is_open (other))
    return yd_clock_is_open (self) ? -1 : 1;
  if (self->next != NULL && comes_before (self->next, other->next))
    return -1;
  if (other->next != NULL && comes_before (other->next, self->next))
    return 1;

  /* Of what is over the last stands first. */
  return -yd_moment_compare (self->started, other->started);
}

static gboolean
is_about (YdRow   *clock,
          YdPoint *point)
{
  return point == NULL ||
         g_strcmp0 (yd_row_get_cell (clock, YD_CLOCK_POINT), yd_row_get_id (point)) == 0;
}

/**
 * yd_clock_list:
 * @plan: a plan
 * @calendar: what to count with
 * @now: what time it is
 *
 * Returns: (transfer full) (element-type YdClock): its clocks: what is due first stands first,
 *   what is over last
 */
GPtrArray *
yd_clock_list (YdPlan         *plan,
               YdWorkCalendar *calendar,
               YdMoment        now)
{
  return yd_clock_list_of (plan, NULL, calendar, now);
}

/**
 * yd_clock_list_of:
 * @plan: a plan
 * @point: (nullable): a point of it; all clocks where there is none
 * @calendar: what to count with
 * @now: what time it is
 *
 * Returns: (transfer full) (element-type YdClock): those that are about @point, likewise
 */
GPtrArray *
yd_clock_list_of (YdPlan         *plan,
                  YdPoint        *point,
                  YdWorkCalendar *calendar,
                  YdMoment        now)
{
  GPtrArray *clocks = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_clock_free);
  g_autoptr(GPtrArray) rows = yd_space_list_rows (YD_SPACE (plan), YD_KIND_CLOCK);

  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i);

      if (is_about (row, point) && yd_space_is_live (YD_SPACE (plan), row))
        g_ptr_array_add (clocks, yd_clock_new (row, calendar, now));
    }
  g_ptr_array_sort (clocks, compare_clocks);

  return clocks;
}
