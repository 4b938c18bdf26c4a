/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-timeline-view-private.h"

#include <glib/gi18n-lib.h>

#include "yd-schedule-edits.h"
#include "yd-schedule-preview.h"

/* Moving a bar and linking two: first what would follow is shown, and then it is done, as
 * one edit, or dropped.
 */

/* Returns: whether something waits to be confirmed or dropped */
gboolean
_yd_timeline_view_is_pending (YdTimelineView *self)
{
  return yd_preview_bar_get_open (self->bar);
}

/* Nothing happened. */
void
_yd_timeline_view_drop (YdTimelineView *self)
{
  g_clear_pointer (&self->pending, yd_edit_unref);
  g_clear_object (&self->moving);
  self->moving_by = 0;
  yd_timeline_grid_set_ghosts (self->grid, NULL, 0);
  yd_preview_bar_close (self->bar);
}

/* One edit, and so one undo takes all of it back. */
void
_yd_timeline_view_confirm (YdTimelineView *self)
{
  g_autoptr(YdEdit) edit = g_steal_pointer (&self->pending);

  _yd_timeline_view_drop (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  if (edit != NULL)
    yd_calendar_view_commit (YD_CALENDAR_VIEW (self), edit);
}

static gboolean
is_among (GArray  *moves,
          YdPoint *point)
{
  for (guint i = 0; i < moves->len; i++)
    if (g_array_index (moves, YdScheduleMove, i).point == point)
      return TRUE;

  return FALSE;
}

static const YdScheduleMove *
find_move (YdSchedulePreview *preview,
           YdPoint           *point)
{
  for (guint i = 0; i < preview->moves->len; i++)
    {
      const YdScheduleMove *move = &g_array_index (preview->moves, YdScheduleMove, i);

      if (move->point == point)
        return move;
    }

  return NULL;
}

static void
show_ghosts (YdTimelineView    *self,
             YdSchedulePreview *preview)
{
  g_autoptr(GArray) ghosts = g_array_new (FALSE, FALSE, sizeof (YdGhost));

  for (guint i = 0; i < preview->moves->len; i++)
    {
      const YdScheduleMove *move = &g_array_index (preview->moves, YdScheduleMove, i);
      const YdGhost ghost = {
        move->point, move->after.start, move->after.finish, YD_DAY_NONE,
        is_among (preview->misses, move->point),
      };

      /* A bracket goes where those below it go, which is seen there. */
      if (!move->after.spans)
        g_array_append_val (ghosts, ghost);
    }

  yd_timeline_grid_set_ghosts (self->grid, (const YdGhost *) (gpointer) ghosts->data,
                               ghosts->len);
}

static char *
dup_change (YdTimelineView       *self,
            const YdScheduleMove *move,
            YdDay                 today)
{
  const gboolean stretched = self->moving_how != YD_TIMELINE_MOVE;
  g_autofree char *before = yd_day_dup_near_words (stretched ? move->after.start
                                                             : move->before.finish, today);
  g_autofree char *after = yd_day_dup_near_words (move->after.finish, today);
  const int n = move->after.days;

  if (!stretched)
    return g_strdup_printf (_("Its end moves from %s to %s"), before, after);

  /* Translators: so many working days, from a day to a day */
  return g_strdup_printf (ngettext ("It takes %d working day: %s to %s",
                                    "It takes %d working days: %s to %s", n), n, before, after);
}

/* Shows what would follow from self->pending, which moves self->moving. */
static void
show_move (YdTimelineView *self)
{
  g_autoptr(YdSchedulePreview) preview = yd_schedule_preview (self->schedule, self->pending);
  const YdScheduleMove *move = find_move (preview, self->moving);
  g_autofree char *name = yd_timeline_grid_dup_path (self->grid, self->moving);
  g_autofree char *follows = yd_schedule_preview_dup_words (preview);
  g_autofree char *change = NULL;

  show_ghosts (self, preview);
  if (move == NULL)
    {
      g_autofree char *why = yd_schedule_dup_why (self->schedule, self->moving);

      yd_preview_bar_open (self->bar, name, _("It stays where it is"), why != NULL ? why : "",
                           NULL);
      return;
    }

  change = dup_change (self, move, preview->today);
  yd_preview_bar_open (self->bar, name, change, follows, _("Move"));
}

/* What the bar of a point begins with, or %NULL if it may be moved. */
static const char *
find_refusal (const YdScheduled *dates)
{
  if (dates->done)
    return _("It is closed, and keeps the days on which it was done");
  if (dates->start == YD_DAY_NONE && dates->due != YD_DAY_NONE)
    return _("The document states this deadline; change it under “Deadline”");
  if (dates->start == YD_DAY_NONE)
    return _("Nothing says when it begins");
  if (dates->spans)
    return _("Its days are those of the points below it; move one of them");

  return NULL;
}

/* Returns: (transfer full): what moves @point by @n_days working days, as @how says */
static YdEdit *
new_edit (YdTimelineView    *self,
          YdPoint           *point,
          YdTimelineTry      how,
          const YdScheduled *dates,
          int                n_days)
{
  YdWorkCalendar *calendar = yd_schedule_get_calendar (self->schedule);
  g_autoptr(GPtrArray) points = NULL;

  switch (how)
    {
    case YD_TIMELINE_STRETCH_START:
      return yd_schedule_edit_set_start (self->schedule, point,
                                         yd_work_calendar_add (calendar, dates->start, n_days));

    case YD_TIMELINE_STRETCH_FINISH:
      return yd_schedule_edit_set_finish (self->schedule, point,
                                          yd_work_calendar_add (calendar, dates->finish, n_days));

    case YD_TIMELINE_MOVE_DUE:
      return yd_schedule_edit_move_due (self->schedule, dates->deadline, n_days);

    case YD_TIMELINE_MOVE:
    default:
      points = g_ptr_array_new ();
      g_ptr_array_add (points, point);
      return yd_schedule_edit_move (self->schedule, points, n_days);
    }
}

/* An internal target would be another day. */
static void
show_due (YdTimelineView *self)
{
  g_autoptr(YdSchedulePreview) preview = yd_schedule_preview (self->schedule, self->pending);
  g_autofree char *name = yd_timeline_grid_dup_path (self->grid, self->moving);
  YdGhost ghost = { self->moving };

  if (preview->dues->len == 0)
    {
      _yd_timeline_view_drop (self);
      return;
    }

  ghost.due = g_array_index (preview->dues, YdDueMove, 0).after;
  yd_timeline_grid_set_ghosts (self->grid, &ghost, 1);
  yd_preview_bar_open_due (self->bar, name, preview);
}

/* Tries @point @n_days working days later than it is; zero drops what was tried. */
static void
try_move (YdTimelineView    *self,
          YdPoint           *point,
          YdTimelineTry      how,
          const YdScheduled *dates,
          int                n_days)
{
  if (!yd_calendar_view_can_change (YD_CALENDAR_VIEW (self)))
    return;

  _yd_timeline_view_drop (self);
  if (n_days == 0)
    return;

  self->moving = g_object_ref (point);
  self->moving_how = how;
  self->moving_by = n_days;
  self->pending = new_edit (self, point, how, dates, n_days);
  if (how == YD_TIMELINE_MOVE_DUE)
    show_due (self);
  else
    show_move (self);
}

static gboolean
can_move_due (const YdScheduled *dates)
{
  return dates->due != YD_DAY_NONE && dates->deadline != NULL && !dates->done &&
         yd_deadline_is_movable (dates->deadline);
}

/* The ◆ of an internal target is dragged by @n_days of the calendar. */
void
_yd_timeline_view_drag_due (YdTimelineView *self,
                            YdPoint        *point,
                            int             n_days)
{
  YdWorkCalendar *calendar = yd_schedule_get_calendar (self->schedule);
  YdScheduled dates;

  if (yd_schedule_get (self->schedule, point, &dates) && can_move_due (&dates))
    try_move (self, point, YD_TIMELINE_MOVE_DUE, &dates,
              yd_work_calendar_count (calendar, dates.due, dates.due + n_days));
}

/* A bar is dragged by @n_days of the calendar; it goes by those that are worked. */
void
_yd_timeline_view_drag (YdTimelineView *self,
                        YdPoint        *point,
                        int             n_days)
{
  YdScheduled dates;

  if (yd_schedule_get (self->schedule, point, &dates) && find_refusal (&dates) == NULL)
    try_move (self, point, YD_TIMELINE_MOVE, &dates,
              yd_work_calendar_count (yd_schedule_get_calendar (self->schedule), dates.start,
                                      dates.start + n_days));
}

/* An end of a bar is dragged by @n_days of the calendar. */
void
_yd_timeline_view_stretch (YdTimelineView *self,
                           YdPoint        *point,
                           int             n_days,
                           gboolean        at_start)
{
  YdWorkCalendar *calendar = yd_schedule_get_calendar (self->schedule);
  YdScheduled dates;
  YdDay from;

  if (!yd_schedule_get (self->schedule, point, &dates) || find_refusal (&dates) != NULL)
    return;

  from = at_start ? dates.start : dates.finish;
  try_move (self, point, at_start ? YD_TIMELINE_STRETCH_START : YD_TIMELINE_STRETCH_FINISH, &dates,
            yd_work_calendar_count (calendar, from, from + n_days));
}

/* What is tried with the selected point goes @n_days working days further than it was; its end
 * alone if @stretch. Nothing but the focus is spoken on GTK 4.8, so the row is said again with
 * where it would be.
 */
void
_yd_timeline_view_nudge (YdTimelineView *self,
                         int             n_days,
                         gboolean        stretch)
{
  YdPoint *point = yd_timeline_grid_get_selected (self->grid);
  YdTimelineTry how = stretch ? YD_TIMELINE_STRETCH_FINISH : YD_TIMELINE_MOVE;
  YdScheduled dates;
  const char *refusal;

  if (point == NULL || self->schedule == NULL)
    return;

  yd_schedule_get (self->schedule, point, &dates);
  refusal = find_refusal (&dates);
  if (!stretch && dates.start == YD_DAY_NONE && can_move_due (&dates))
    {
      how = YD_TIMELINE_MOVE_DUE;
      refusal = NULL;
    }

  if (refusal != NULL)
    {
      yd_calendar_view_refuse (YD_CALENDAR_VIEW (self), refusal, point);
      return;
    }

  if (self->moving == point && self->moving_how == how)
    n_days += self->moving_by;

  /* It takes a day at least. */
  if (stretch)
    n_days = MAX (n_days, 1 - dates.days);
  try_move (self, point, how, &dates, n_days);
  yd_grid_say_again (YD_GRID (self->grid));
}

static void
show_link (YdTimelineView *self,
           YdPoint        *pred,
           YdPoint        *succ,
           const YdLink   *link)
{
  g_autofree char *name = yd_timeline_grid_dup_path (self->grid, pred);
  g_autofree char *other = yd_timeline_grid_dup_path (self->grid, succ);
  g_autofree char *words = yd_link_dup_words (link, name, other);
  g_autofree char *circle =
    yd_schedule_dup_circle_words (self->schedule, pred, succ, link->type);
  g_autoptr(YdSchedulePreview) preview = NULL;
  g_autofree char *follows = NULL;

  if (circle != NULL)
    {
      yd_preview_bar_open (self->bar, "", words, circle, NULL);
      return;
    }

  preview = yd_schedule_preview (self->schedule, self->pending);
  follows = yd_schedule_preview_dup_words (preview);
  show_ghosts (self, preview);
  yd_preview_bar_open (self->bar, "", words, follows, _("Link"));
}

/* An arrow was drawn from one bar to another. */
void
_yd_timeline_view_link (YdTimelineView *self,
                        YdPoint        *pred,
                        YdPoint        *succ,
                        gboolean        from_start,
                        gboolean        to_finish)
{
  static const YdLinkType types[2][2] = {
    { YD_LINK_FS, YD_LINK_FF },
    { YD_LINK_SS, YD_LINK_SF },
  };
  const YdLink link = { types[!!from_start][!!to_finish], FALSE, 0 };
  YdSession *session = yd_calendar_view_get_session (YD_CALENDAR_VIEW (self));
  g_autofree char *id = yd_session_new_id (session);
  const YdDependencyTerms terms = {
    .pred = yd_row_get_id (pred),
    .succ = yd_row_get_id (succ),
    .type = yd_link_get_type_name (link.type),
  };

  if (!yd_calendar_view_can_change (YD_CALENDAR_VIEW (self)))
    return;

  _yd_timeline_view_drop (self);
  self->pending = yd_plan_edit_add_dependency (id, &terms);
  show_link (self, pred, succ, &link);
}
