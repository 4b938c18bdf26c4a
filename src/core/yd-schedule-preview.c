/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-preview-private.h"

#include "yd-plan-edits.h"
#include "yd-schedule-edits.h"
#include "yd-schedule-trial-private.h"

/* What would follow from an edit: it is tried, and what follows then is compared with what
 * follows now.
 */

/* In the order in which they begin, and then as they stand in the plan. */
static int
compare_moves (gconstpointer a,
               gconstpointer b,
               gpointer      schedule)
{
  const YdScheduleMove *move_a = a, *move_b = b;
  const guint place_a = _yd_schedule_find_place (schedule, move_a->point);
  const guint place_b = _yd_schedule_find_place (schedule, move_b->point);

  if (move_a->after.start != move_b->after.start)
    return move_a->after.start < move_b->after.start ? -1 : 1;

  return (place_a > place_b) - (place_a < place_b);
}

static gboolean
is_own (YdScheduleTrial *trial,
        YdPoint         *point)
{
  for (guint i = 0; i < trial->drafts->len; i++)
    if (((YdDraft *) g_ptr_array_index (trial->drafts, i))->row == point)
      return TRUE;

  return FALSE;
}

/* The first year of all that nobody knows yet. */
static void
note_day (YdSchedulePreview *preview,
          YdSchedule        *schedule,
          YdDay              day)
{
  const int year = yd_work_calendar_find_unknown (schedule->calendar, day, day);

  if (year != 0 && (preview->unannounced == 0 || year < preview->unannounced))
    {
      preview->unannounced = year;
      preview->damaged = yd_work_calendar_is_damaged (schedule->calendar, year);
    }
}

/* @moves has the points with what would follow; now they have again what follows. */
static void
compare (YdScheduleTrial   *trial,
         GArray            *moves,
         YdSchedulePreview *preview)
{
  const YdWorkAxis *axis = &trial->schedule->axis;

  for (guint i = 0; i < moves->len; i++)
    {
      YdScheduleMove *move = &g_array_index (moves, YdScheduleMove, i);
      const YdScheduled *before = &move->before, *after = &move->after;

      yd_schedule_get (trial->schedule, move->point, &move->before);
      move->own = is_own (trial, move->point);
      if (before->finish != YD_DAY_NONE && after->finish != YD_DAY_NONE)
        move->n_days = _yd_work_axis_down (axis, after->finish) -
                       _yd_work_axis_down (axis, before->finish);

      if (before->start != after->start || before->finish != after->finish)
        {
          g_array_append_val (preview->moves, *move);
          if (after->provisional)
            note_day (preview, trial->schedule, after->finish);
        }
      if (after->late_by > before->late_by)
        g_array_append_val (preview->misses, *move);
    }

  g_array_sort_with_data (preview->moves, compare_moves, trial->schedule);
  g_array_sort_with_data (preview->misses, compare_moves, trial->schedule);
}

/* Who follows from what was tried, with what would follow. */
static GArray *
list_results (YdScheduleTrial *trial,
              GHashTable      *touched)
{
  GArray *moves = g_array_new (FALSE, TRUE, sizeof (YdScheduleMove));
  GHashTableIter iter;
  gpointer point;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &point, NULL))
    {
      YdScheduleMove move = { .point = point };

      if (yd_schedule_get (trial->schedule, point, &move.after))
        g_array_append_val (moves, move);
    }

  return moves;
}

/* When the document wants it that states something for the same point, and for the unit of
 * @deadline.
 */
static YdDay
find_stated (YdSchedule *schedule,
             YdRow      *deadline)
{
  YdPoint *point = yd_space_lookup (YD_SPACE (schedule->plan), YD_KIND_POINT,
                                    yd_row_get_cell (deadline, YD_DEADLINE_POINT));
  GListModel *deadlines = point != NULL ? yd_point_get_deadlines (point) : NULL;
  const guint n = deadlines != NULL ? g_list_model_get_n_items (deadlines) : 0;
  YdDay first = YD_DAY_NONE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) stated = g_list_model_get_item (deadlines, i);
      const char *unit = yd_row_get_cell (stated, YD_DEADLINE_UNIT);
      YdDue due;

      if (!yd_deadline_is_movable (stated) && !yd_plan_is_refused (stated) &&
          (unit == NULL || g_strcmp0 (unit, yd_row_get_cell (deadline, YD_DEADLINE_UNIT)) == 0) &&
          yd_schedule_get_due (schedule, stated, &due) >= YD_DUE_DAY)
        first = first == YD_DAY_NONE ? due.day : MIN (first, due.day);
    }

  return first;
}

static void
fill_in_due (YdScheduleTrial *trial,
             YdDueMove       *move)
{
  YdSchedule *schedule = trial->schedule;
  YdDayInfo info = { TRUE };
  YdDay stated;

  if (yd_day_is_in_range (move->after))
    yd_work_calendar_explain (schedule->calendar, move->after, &info);
  move->rest = !info.working;
  move->past = move->after < schedule->today;
  if (move->before != YD_DAY_NONE)
    move->n_days = yd_work_calendar_count (schedule->calendar, move->before, move->after);

  stated = yd_deadline_is_movable (move->deadline) ? find_stated (schedule, move->deadline)
                                                   : YD_DAY_NONE;
  if (stated != YD_DAY_NONE && stated < move->after)
    move->behind = yd_work_calendar_count (schedule->calendar, stated, move->after);
}

/* The deadlines that the edit itself moves. */
static void
list_dues (YdScheduleTrial   *trial,
           YdSchedulePreview *preview)
{
  YdSchedule *schedule = trial->schedule;

  for (guint i = 0; i < trial->drafts->len; i++)
    {
      YdDraft *draft = g_ptr_array_index (trial->drafts, i);
      YdPoint *owner;
      YdDueMove move = { .deadline = draft->row };
      YdDue due;

      if (draft->kind != YD_KIND_DEADLINE || draft->row == NULL)
        continue;

      owner = yd_space_lookup (YD_SPACE (schedule->plan), YD_KIND_POINT,
                               draft->cells[YD_DEADLINE_POINT]);
      if (yd_schedule_get_due (schedule, draft->row, &due) >= YD_DUE_DAY)
        move.before = due.day;
      if (owner != NULL && g_strcmp0 (draft->cells[YD_FIELD_DELETED], "true") != 0)
        move.after = _yd_schedule_trial_get_due (trial, draft, owner);
      if (move.after == YD_DAY_NONE || move.after == move.before)
        continue;

      fill_in_due (trial, &move);
      note_day (preview, schedule, move.after);
      g_array_append_val (preview->dues, move);
    }
}

/* What they wait for is known only while the edit is tried; so it is tried once more, if
 * there is somebody to be asked about.
 */
static void
find_chains (YdScheduleTrial   *trial,
             YdSchedulePreview *preview)
{
  g_autoptr(GHashTable) touched = g_hash_table_new (NULL, NULL);

  if (preview->misses->len == 0)
    return;

  _yd_schedule_trial_begin (trial, touched);
  for (guint i = 0; i < preview->misses->len && i < YD_PREVIEW_MAX_NAMES; i++)
    {
      YdScheduleMove *miss = &g_array_index (preview->misses, YdScheduleMove, i);

      miss->chain = _yd_schedule_dup_chain_words (trial->schedule, miss->point);
    }
  _yd_schedule_trial_end (trial, touched);
}

static void
run (YdScheduleTrial   *trial,
     YdSchedulePreview *preview)
{
  g_autoptr(GHashTable) touched = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) moves = NULL;

  _yd_schedule_trial_begin (trial, touched);
  preview->circle = g_strdup (trial->circle);
  if (trial->circle == NULL)
    moves = list_results (trial, touched);
  _yd_schedule_trial_end (trial, touched);
  if (moves == NULL)
    return;

  compare (trial, moves, preview);
  list_dues (trial, preview);
  find_chains (trial, preview);
}

static void
clear_move (gpointer data)
{
  g_free (((YdScheduleMove *) data)->chain);
}

/**
 * yd_schedule_preview:
 * @self: a schedule
 * @edit: an edit of its plan that is not in force; it need not be sealed
 *
 * Tries what @edit says of the dates of points, of dependencies and of deadlines.
 *
 * Returns: (transfer full): what would follow
 */
YdSchedulePreview *
yd_schedule_preview (YdSchedule *self,
                     YdEdit     *edit)
{
  YdSchedulePreview *preview = g_new0 (YdSchedulePreview, 1);
  YdScheduleTrial trial;

  preview->moves = g_array_new (FALSE, FALSE, sizeof (YdScheduleMove));
  preview->misses = g_array_new (FALSE, FALSE, sizeof (YdScheduleMove));
  preview->dues = g_array_new (FALSE, FALSE, sizeof (YdDueMove));
  g_array_set_clear_func (preview->misses, clear_move);
  g_return_val_if_fail (YD_IS_SCHEDULE (self), preview);

  preview->today = self->today;
  _yd_schedule_trial_init (&trial, self, edit);
  run (&trial, preview);
  _yd_schedule_trial_clear (&trial);

  return preview;
}

void
yd_schedule_preview_free (YdSchedulePreview *self)
{
  g_array_unref (self->moves);
  g_array_unref (self->misses);
  g_array_unref (self->dues);
  g_free (self->circle);
  g_free (self);
}
