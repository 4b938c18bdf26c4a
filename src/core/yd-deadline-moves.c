/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-moves.h"

/**
 * yd_deadline_list_moves:
 * @plan: a plan
 * @before: the calendar that it counts with
 * @after: another
 * @anchors: (nullable): as for yd_deadline_compute()
 *
 * Of recurrences the next one is looked at. A date that stays and is no longer provisional
 * has not moved.
 *
 * Returns: (transfer full) (element-type YdDeadlineMove): the live deadlines that would be
 *   due on another day
 */
GArray *
yd_deadline_list_moves (YdPlan          *plan,
                        YdWorkCalendar  *before,
                        YdWorkCalendar  *after,
                        const YdAnchors *anchors)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (YdDeadlineMove));
  g_autoptr(GPtrArray) rows = yd_space_list_rows (YD_SPACE (plan), YD_KIND_DEADLINE);

  for (guint i = 0; i < rows->len; i++)
    {
      YdDeadlineMove move = { .deadline = g_ptr_array_index (rows, i) };

      if (!yd_space_is_live (YD_SPACE (plan), move.deadline))
        continue;

      yd_deadline_compute (plan, move.deadline, before, anchors, &move.before);
      yd_deadline_compute (plan, move.deadline, after, anchors, &move.after);
      if (move.before.day != move.after.day)
        g_array_append_val (moves, move);
    }

  return moves;
}
