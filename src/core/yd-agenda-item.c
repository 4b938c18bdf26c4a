/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-agenda.h"

/* What all views and papers say alike of something that is due. */

static gboolean
deadline_is (const YdAgendaItem *item,
             guint               field,
             const char         *word)
{
  return item->deadline != NULL &&
         g_strcmp0 (yd_row_get_cell (item->deadline, field), word) == 0;
}

/* Returns: (transfer none) (nullable): the id of the deadline or of the step of a clock */
const char *
yd_agenda_item_get_id (const YdAgendaItem *item)
{
  if (item->step != NULL)
    return yd_row_get_id (item->step->row);

  return item->deadline != NULL ? yd_row_get_id (item->deadline) : NULL;
}

/* Returns: whether the office set it for itself; neither the document nor a law does */
gboolean
yd_agenda_item_is_internal (const YdAgendaItem *item)
{
  return deadline_is (item, YD_DEADLINE_ORIGIN, "internal");
}

/* Returns: whether it was read from the document, and nobody has confirmed it */
gboolean
yd_agenda_item_is_proposed (const YdAgendaItem *item)
{
  return deadline_is (item, YD_DEADLINE_CHECK, "proposed");
}

static YdLight
compute_light (const YdAgendaItem *item,
               YdSchedule         *schedule,
               YdDay               start)
{
  const YdLightFacts facts = { start, YD_DAY_NONE, item->due.day };

  return yd_light_compute (&facts, yd_schedule_get_today (schedule),
                           yd_schedule_get_soon_days (schedule),
                           yd_schedule_get_calendar (schedule));
}

/* A term in hours is late by the minute. */
static YdLight
find_light_of_step (const YdAgendaItem *item,
                    YdSchedule         *schedule)
{
  if (yd_moment_is_known (item->step->done))
    return YD_LIGHT_DONE;
  if (item->due.day == YD_DAY_NONE)
    return YD_LIGHT_NONE;

  return item->step->late ? YD_LIGHT_LATE
                          : compute_light (item, schedule, item->clock->started.day);
}

/**
 * yd_agenda_item_get_light:
 * @item: something that is due
 * @schedule: the schedule of its plan
 *
 * The light of a point belongs to the first of its deadlines; each other has its own.
 *
 * Returns: how it stands today. Recurrences that are over have no light: whether they were
 *   kept is not known
 */
YdLight
yd_agenda_item_get_light (const YdAgendaItem *item,
                          YdSchedule         *schedule)
{
  YdScheduled scheduled;

  if (item->step != NULL)
    return find_light_of_step (item, schedule);
  if (!yd_schedule_get (schedule, item->point, &scheduled))
    return YD_LIGHT_NONE;
  if (scheduled.done)
    return YD_LIGHT_DONE;
  if (item->due.recurs && item->due.day < yd_schedule_get_today (schedule))
    return YD_LIGHT_NONE;
  if (item->deadline == scheduled.deadline && item->due.day == scheduled.due)
    return scheduled.light;

  return compute_light (item, schedule, scheduled.start);
}

/* Returns: (transfer full): its number and what is to be done, as people name it */
char *
yd_agenda_item_dup_task (const YdAgendaItem *item)
{
  g_autofree char *number = NULL, *task = NULL;

  if (item->step == NULL)
    return yd_point_dup_task (item->point, item->path);

  number = yd_point_shorten_path (item->path);
  task = yd_clock_step_dup_task (item->clock, item->step);

  return *number != '\0' ? g_strdup_printf ("%s %s", number, task) : g_steal_pointer (&task);
}

/* Returns: (transfer full): how its day was found, in sentences */
char *
yd_agenda_item_dup_reason (const YdAgendaItem *item,
                           YdWorkCalendar     *calendar)
{
  return item->step != NULL ? yd_clock_step_dup_reason (item->clock, item->step)
                            : yd_due_dup_words (&item->due, item->deadline, calendar);
}
