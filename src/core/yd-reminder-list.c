/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-reminder.h"

#include <glib/gi18n-lib.h>

#include "yd-agenda.h"
#include "yd-clock.h"
#include "yd-plan-edits.h"

/* What is to be reminded of, as seen at a moment. Nothing here knows what was shown before,
 * nor how it is shown.
 */

/* In days: what was missed while the computer was off is told of, what is long over is not.
 * It is in the ledger anyhow.
 */
#define MISSED_DAYS 7

/* In minutes: so long before a term in hours ends, and once more before the last of them. */
#define FIRST_MINUTES (4 * 60)
#define LAST_MINUTES 60

typedef struct
{
  YdSchedule            *schedule;
  const YdReminderRules *rules;
  YdMoment               now;
  YdMoment               next;
  GPtrArray             *list;
} Listing;

static gboolean
is_word (YdRow      *row,
         guint       field,
         const char *word)
{
  return g_strcmp0 (yd_row_get_cell (row, field), word) == 0;
}

/* The unit is named that leads, or the first that answers for it. */
static YdRow *
find_first (YdPlan  *plan,
            YdPoint *point,
            guint   *n_units)
{
  GListModel *assignments = yd_point_get_assignments (point);
  const guint n = g_list_model_get_n_items (assignments);
  YdRow *first = NULL;
  gboolean leads = FALSE;

  *n_units = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      YdRow *unit = yd_plan_get_unit_of (plan, assignment);

      if (unit == NULL || yd_plan_is_refused (assignment))
        continue;

      (*n_units)++;
      if (first == NULL || (!leads && is_word (assignment, YD_ASSIGNMENT_ROLE, "lead")))
        first = unit;
      leads |= is_word (assignment, YD_ASSIGNMENT_ROLE, "lead");
    }

  return first;
}

static char *
make_units (YdPlan             *plan,
            const YdAgendaItem *item)
{
  const char *own = yd_row_get_cell (item->deadline, YD_DEADLINE_UNIT);
  guint n_units = 1;
  YdRow *first = own != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, own)
                             : find_first (plan, item->point, &n_units);
  const char *name = first != NULL ? yd_row_get_cell (first, YD_UNIT_NAME) : NULL;

  if (name == NULL)
    return NULL;
  if (n_units == 1)
    return g_strdup (name);

  return g_strdup_printf (_("%s and others, %u in all"), name, n_units);
}

/* What one unit has done of its own is done, whatever others still have to do. */
static gboolean
is_done_by_unit (YdPlan             *plan,
                 const YdAgendaItem *item)
{
  const char *own = yd_row_get_cell (item->deadline, YD_DEADLINE_UNIT);
  GListModel *assignments = yd_point_get_assignments (item->point);
  const guint n = g_list_model_get_n_items (assignments);

  for (guint i = 0; own != NULL && i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      YdRow *unit = yd_plan_get_unit_of (plan, assignment);

      if (unit != NULL && g_str_equal (yd_row_get_id (unit), own))
        return yd_row_get_cell (assignment, YD_ASSIGNMENT_DONE) != NULL;
    }

  return FALSE;
}

static gboolean
is_done (YdSchedule         *schedule,
         const YdAgendaItem *item)
{
  YdScheduled scheduled;

  return (yd_schedule_get (schedule, item->point, &scheduled) && scheduled.done) ||
         is_done_by_unit (yd_schedule_get_plan (schedule), item);
}

/* A term in hours has two, the second when its last hour begins. */
static char *
make_key (const char *id,
          YdMoment    due,
          gboolean    last_hour)
{
  char day[YD_DAY_SIZE];

  yd_day_format (due.day, day);
  if (due.minute == YD_MINUTE_NONE)
    return g_strdup_printf ("%s@%s", id, day);

  return g_strdup_printf ("%s@%sT%02d%02d%s", id, day, due.minute / 60, due.minute % 60,
                          last_hour ? "-" : "");
}

static YdReminder *
make_reminder (const Listing *listing,
               const char    *id,
               YdMoment       due,
               gboolean       last_hour)
{
  YdPlan *plan = yd_schedule_get_plan (listing->schedule);
  YdReminder *self = g_new0 (YdReminder, 1);

  self->key = make_key (id, due, last_hour);
  self->plan = g_strdup (yd_space_get_id (YD_SPACE (plan)));
  self->plan_title = g_strdup (yd_plan_get_title (plan));
  self->due = due;
  self->left = yd_work_calendar_count (yd_schedule_get_calendar (listing->schedule),
                                       listing->now.day, due.day);

  return self;
}

static void
keep_earlier (YdMoment *moment,
              YdMoment  other)
{
  if (yd_moment_compare (other, *moment) < 0)
    *moment = other;
}

/* Whether it is time for a term in hours; if it has yet to be, @next is not after that. */
static gboolean
is_time (Listing  *listing,
         YdMoment  due,
         int       minutes)
{
  const YdMoment begin = yd_moment_add (due, -minutes);

  if (yd_moment_compare (begin, listing->now) <= 0)
    return TRUE;

  keep_earlier (&listing->next, begin);
  return FALSE;
}

/* The last day that is so near: rest days behind a working day are as near as that one. */
static YdDay
get_last_day (YdWorkCalendar *calendar,
              YdDay           today,
              int             n_days)
{
  const YdDay first_after = yd_work_calendar_add (calendar, today, n_days + 1);

  return first_after != YD_DAY_NONE ? first_after - 1 : YD_DAY_LAST;
}

static gboolean
is_closed (YdPlan *plan)
{
  YdRow *head = yd_space_get_head (YD_SPACE (plan));

  return head != NULL && is_word (head, YD_PLAN_STATUS, "closed");
}

static YdDay
get_last (const Listing *listing)
{
  return get_last_day (yd_schedule_get_calendar (listing->schedule), listing->now.day,
                       CLAMP (listing->rules->days, 0, YD_REMINDER_MAX_DAYS));
}

static void
add_item (Listing            *listing,
          const YdAgendaItem *item)
{
  const YdMoment due = { item->due.day, item->due.minute };
  const gboolean hours = due.minute != YD_MINUTE_NONE;
  YdReminder *reminder;

  if (is_done (listing->schedule, item) || (hours && !is_time (listing, due, FIRST_MINUTES)))
    return;

  reminder = make_reminder (listing, yd_row_get_id (item->deadline), due,
                            hours && is_time (listing, due, LAST_MINUTES));
  reminder->point = g_strdup (yd_row_get_id (item->point));
  reminder->task = yd_point_dup_task (item->point, item->path);
  reminder->units = make_units (yd_schedule_get_plan (listing->schedule), item);
  reminder->internal = is_word (item->deadline, YD_DEADLINE_ORIGIN, "internal");
  reminder->proposed = is_word (item->deadline, YD_DEADLINE_CHECK, "proposed");
  reminder->provisional = item->due.provisional;
  g_ptr_array_add (listing->list, reminder);
}

static void
add_deadlines (Listing *listing)
{
  g_autoptr(YdAgenda) agenda = yd_agenda_new (listing->schedule, listing->now.day - MISSED_DAYS,
                                              get_last (listing), NULL, NULL);

  for (guint i = 0; i < yd_agenda_get_n_dated (agenda); i++)
    add_item (listing, yd_agenda_get_item (agenda, i));
}

/* A term in days is as near as a deadline would be. */
static gboolean
is_step_near (Listing  *listing,
              YdMoment  due)
{
  if (!yd_day_is_in_range (due.day) || due.day < listing->now.day - MISSED_DAYS)
    return FALSE;

  return due.minute != YD_MINUTE_NONE ? is_time (listing, due, FIRST_MINUTES)
                                      : due.day <= get_last (listing);
}

static void
add_step (Listing           *listing,
          const YdClock     *clock,
          const YdClockStep *step)
{
  const YdMoment due = { step->due.day, step->due.minute };
  YdReminder *reminder;

  if (yd_moment_is_known (step->done) || !is_step_near (listing, due))
    return;

  reminder = make_reminder (listing, yd_row_get_id (step->row), due,
                            due.minute != YD_MINUTE_NONE && is_time (listing, due, LAST_MINUTES));
  reminder->point = g_strdup (yd_row_get_cell (clock->row, YD_CLOCK_POINT));
  reminder->clock = g_strdup (yd_row_get_id (clock->row));
  reminder->task = yd_clock_step_dup_task (clock, step);
  reminder->provisional = step->due.provisional;
  g_ptr_array_add (listing->list, reminder);
}

/* While a clock stands still nobody knows when it will be due. */
static void
add_clocks (Listing *listing)
{
  g_autoptr(GPtrArray) clocks = yd_clock_list (yd_schedule_get_plan (listing->schedule),
                                               yd_schedule_get_calendar (listing->schedule),
                                               listing->now);

  for (guint i = 0; i < clocks->len; i++)
    {
      const YdClock *clock = g_ptr_array_index (clocks, i);

      for (guint j = 0; clock->state == YD_CLOCK_STATE_RUNNING && j < clock->steps->len; j++)
        add_step (listing, clock, &g_array_index (clock->steps, YdClockStep, j));
    }
}

/**
 * yd_reminders_list:
 * @schedule: a plan's schedule, as seen from the day of @now
 * @rules: what the person has set
 * @now: what time it is where the office is
 * @next: (out): when this will be another list, if nothing is edited
 *
 * Lists what is to be reminded of: that which is due within so many working days or, of a
 * clock that runs, within four hours, and once more in the last one; and what was due in the
 * last week. Nothing of what is done or refused, nor of a closed plan.
 *
 * Returns: (transfer full) (element-type YdReminder): the deadlines by date, then the clocks
 */
GPtrArray *
yd_reminders_list (YdSchedule            *schedule,
                   const YdReminderRules *rules,
                   YdMoment               now,
                   YdMoment              *next)
{
  Listing listing = { schedule, rules, now, { now.day + 1, 0 }, NULL };

  listing.list = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_reminder_free);
  g_return_val_if_fail (YD_IS_SCHEDULE (schedule) && rules != NULL && next != NULL, listing.list);

  if (yd_day_is_in_range (now.day) && !is_closed (yd_schedule_get_plan (schedule)))
    {
      add_deadlines (&listing);
      add_clocks (&listing);
    }
  *next = listing.next;

  return listing.list;
}
