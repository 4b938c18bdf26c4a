/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-agenda-choice.h"

#include "yd-plan-edits.h"

typedef struct
{
  const YdAgendaChoice *choice;
  YdPlan               *plan;
} Choosing;

static gboolean
is_word (YdRow      *row,
         guint       field,
         const char *word)
{
  return g_strcmp0 (yd_row_get_cell (row, field), word) == 0;
}

/* The steps of clocks are asked for likewise. */
static gboolean
is_deadline (YdRow *row)
{
  return row != NULL && yd_row_get_kind (row) == YD_KIND_DEADLINE;
}

static gboolean
is_assigned (YdPlan  *plan,
             YdPoint *point,
             YdRow   *unit)
{
  GListModel *assignments = yd_point_get_assignments (point);
  const guint n = g_list_model_get_n_items (assignments);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);

      if (!yd_plan_is_refused (assignment) &&
          yd_plan_get_unit_of (plan, assignment) == unit)
        return TRUE;
    }

  return FALSE;
}

/* A deadline that is set for one unit alone is for no other one, whoever else has the point. */
static gboolean
is_for_unit (YdPlan  *plan,
             YdPoint *point,
             YdRow   *row,
             YdRow   *unit)
{
  const char *own = is_deadline (row) ? yd_row_get_cell (row, YD_DEADLINE_UNIT) : NULL;

  if (own != NULL)
    return g_str_equal (own, yd_row_get_id (unit));

  return point != NULL && is_assigned (plan, point, unit);
}

static gboolean
is_wanted_cb (YdPoint  *point,
              YdRow    *row,
              gpointer  user_data)
{
  const Choosing *choosing = user_data;
  const YdAgendaChoice *choice = choosing->choice;

  if (!choice->internal && is_deadline (row) && is_word (row, YD_DEADLINE_ORIGIN, "internal"))
    return FALSE;

  if (choice->points != NULL &&
      (point == NULL || !g_hash_table_contains (choice->points, yd_row_get_id (YD_ROW (point)))))
    return FALSE;

  return choice->unit == NULL || is_for_unit (choosing->plan, point, row, choice->unit);
}

/**
 * yd_agenda_choice_init:
 * @choice: a choice
 * @plan: a plan
 * @now: what time it is
 *
 * Chooses all there is from the year of issue until the end of the next one, as work points
 * are for a year and some of them end in the one after it. A plan that is not issued yet is
 * taken for one of this year.
 */
void
yd_agenda_choice_init (YdAgendaChoice *choice,
                       YdPlan         *plan,
                       YdMoment        now)
{
  YdRow *head;
  YdDay day;
  int year;

  g_return_if_fail (choice != NULL && YD_IS_PLAN (plan));

  head = yd_space_get_head (YD_SPACE (plan));
  day = head != NULL ? yd_day_parse (yd_row_get_cell (head, YD_PLAN_ISSUED)) : YD_DAY_NONE;
  year = CLAMP (yd_day_get_year (day != YD_DAY_NONE ? day : now.day), YD_YEAR_FIRST, YD_YEAR_LAST);
  *choice = (YdAgendaChoice) {
    .from = yd_day_new (year, 1, 1),
    .to = yd_day_new (MIN (year + 1, YD_YEAR_LAST), 12, 31),
    .internal = TRUE,
    .now = now,
  };
}

/**
 * yd_agenda_choice_make_agenda:
 * @choice: what is wanted
 * @schedule: a plan's schedule
 *
 * A point is for a unit if the unit stands at the point itself: not through a group, and not
 * above it. A clock is for the units of its point.
 *
 * Returns: (transfer full): what is due of it
 */
YdAgenda *
yd_agenda_choice_make_agenda (const YdAgendaChoice *choice,
                              YdSchedule           *schedule)
{
  Choosing choosing = { choice, NULL };
  YdAgenda *agenda;

  g_return_val_if_fail (choice != NULL && YD_IS_SCHEDULE (schedule), NULL);

  choosing.plan = yd_schedule_get_plan (schedule);

  agenda = yd_agenda_new (schedule, choice->from, choice->to, is_wanted_cb, &choosing);
  if (yd_moment_is_known (choice->now))
    yd_agenda_add_clocks (agenda, choice->now, is_wanted_cb, &choosing);

  return agenda;
}
