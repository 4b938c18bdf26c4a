/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-moves.h"

#include "yd-plan-edits.h"
#include "yd-schedule.h"

static gboolean
counts (YdPlan *plan,
        YdRow  *deadline)
{
  return yd_space_is_live (YD_SPACE (plan), deadline) &&
         !yd_plan_is_refused (deadline);
}

/**
 * yd_deadline_list_moves:
 * @plan: a plan
 * @before: the calendar that it counts with
 * @after: another
 * @today: as for yd_schedule_new(): of recurrences the next one is looked at
 *
 * What counts from when a point begins or ends moves with that point. A date that stays and is no
 * longer provisional has not moved.
 *
 * Returns: (transfer full) (element-type YdDeadlineMove): the live deadlines that would be
 *   due on another day
 */
GArray *
yd_deadline_list_moves (YdPlan         *plan,
                        YdWorkCalendar *before,
                        YdWorkCalendar *after,
                        YdDay           today)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (YdDeadlineMove));
  g_autoptr(GPtrArray) rows = yd_space_list_rows (YD_SPACE (plan), YD_KIND_DEADLINE);
  g_autoptr(YdSchedule) now = yd_schedule_new (plan, before, today);
  g_autoptr(YdSchedule) then = yd_schedule_new (plan, after, today);

  for (guint i = 0; i < rows->len; i++)
    {
      YdDeadlineMove move = { .deadline = g_ptr_array_index (rows, i) };

      if (!counts (plan, move.deadline))
        continue;

      yd_schedule_get_due (now, move.deadline, &move.before);
      yd_schedule_get_due (then, move.deadline, &move.after);
      if (move.before.day != move.after.day)
        g_array_append_val (moves, move);
    }

  return moves;
}
