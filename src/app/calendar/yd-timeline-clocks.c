/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-timeline-clocks.h"

struct _YdTimelineClocks
{
  /* Owned */
  GPtrArray  *clocks;   /* YdClock */
  GHashTable *steps;    /* point → GArray of YdTimelineStep, by when they are due */

  YdDay       last;
};

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const YdDue *due = &((const YdTimelineStep *) a)->step->due;
  const YdDue *other = &((const YdTimelineStep *) b)->step->due;

  return yd_moment_compare ((YdMoment) { due->day, due->minute },
                            (YdMoment) { other->day, other->minute });
}

static void
add_step (YdTimelineClocks  *self,
          GArray            *steps,
          YdSchedule        *schedule,
          const YdClock     *clock,
          const YdClockStep *step)
{
  const YdAgendaItem item = { .due = step->due, .clock = clock, .step = step };
  const YdTimelineStep milestone = { clock, step, yd_agenda_item_get_light (&item, schedule) };

  if (yd_moment_is_known (step->done) || step->due.state < YD_DUE_DAY)
    return;

  g_array_append_val (steps, milestone);
  self->last = MAX (self->last, step->due.day);
}

static GArray *
get_steps (YdTimelineClocks *self,
           YdPoint          *point)
{
  GArray *steps = g_hash_table_lookup (self->steps, point);

  if (steps == NULL)
    {
      steps = g_array_new (FALSE, FALSE, sizeof (YdTimelineStep));
      g_hash_table_insert (self->steps, point, steps);
    }

  return steps;
}

/* While a clock stands still nobody knows when it will be due. */
static void
add_clock (YdTimelineClocks *self,
           YdSchedule       *schedule,
           const YdClock    *clock)
{
  YdSpace *space = YD_SPACE (yd_schedule_get_plan (schedule));
  const char *id = yd_row_get_cell (clock->row, YD_CLOCK_POINT);
  YdPoint *point = id != NULL ? yd_space_lookup (space, YD_KIND_POINT, id) : NULL;

  if (clock->state != YD_CLOCK_STATE_RUNNING || point == NULL)
    return;

  for (guint i = 0; i < clock->steps->len; i++)
    add_step (self, get_steps (self, point), schedule, clock,
              &g_array_index (clock->steps, YdClockStep, i));
  g_array_sort (get_steps (self, point), compare_steps);
}

/**
 * yd_timeline_clocks_new:
 * @schedule: a plan's schedule
 * @now: what time it is
 *
 * Returns: (transfer full): what is to be done next by the clocks of points that run
 */
YdTimelineClocks *
yd_timeline_clocks_new (YdSchedule *schedule,
                        YdMoment    now)
{
  YdTimelineClocks *self = g_new0 (YdTimelineClocks, 1);

  g_return_val_if_fail (YD_IS_SCHEDULE (schedule), self);

  self->last = YD_DAY_NONE;
  self->steps = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->clocks = yd_clock_list (yd_schedule_get_plan (schedule),
                                yd_schedule_get_calendar (schedule), now);
  for (guint i = 0; i < self->clocks->len; i++)
    add_clock (self, schedule, g_ptr_array_index (self->clocks, i));

  return self;
}

void
yd_timeline_clocks_free (YdTimelineClocks *self)
{
  g_hash_table_unref (self->steps);
  g_ptr_array_unref (self->clocks);
  g_free (self);
}

/* Returns: (transfer none) (nullable): the @n-th milestone of @point, %NULL behind the last */
const YdTimelineStep *
yd_timeline_clocks_get (YdTimelineClocks *self,
                        YdPoint          *point,
                        guint             n)
{
  GArray *steps = self != NULL ? g_hash_table_lookup (self->steps, point) : NULL;

  return steps != NULL && n < steps->len ? &g_array_index (steps, YdTimelineStep, n) : NULL;
}

/* Returns: the day of the last of them, or %YD_DAY_NONE */
YdDay
yd_timeline_clocks_get_last (YdTimelineClocks *self)
{
  return self != NULL ? self->last : YD_DAY_NONE;
}
