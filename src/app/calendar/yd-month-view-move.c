/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-view-private.h"

#include <glib/gi18n-lib.h>

#include "yd-month-words.h"
#include "yd-plan-edits.h"

/* Moving an internal target: first what would be is shown, then it is done or dropped. */

/* Nothing happened. */
void
_yd_month_view_drop_move (YdMonthView *self)
{
  g_clear_object (&self->moving);
  yd_month_grid_set_ghost (self->grid, NULL, YD_DAY_NONE);
  yd_preview_bar_close (self->bar);
}

static YdEdit *
new_edit (YdMonthView *self)
{
  char text[YD_DAY_SIZE];
  const YdDeadlineTerms terms = {
    .rule = "date",
    .value = yd_day_format (self->moving_to, text),
    .unit = yd_row_get_cell (self->moving, YD_DEADLINE_UNIT),
  };

  return yd_plan_edit_edit_deadline (self->moving, &terms);
}

/* One edit, and so one undo takes it back. The day that it is due on now stays current. */
void
_yd_month_view_confirm (YdMonthView *self)
{
  g_autoptr(YdEdit) edit = NULL;
  const YdDay to = self->moving_to;

  if (self->moving == NULL)
    return;

  edit = new_edit (self);
  _yd_month_view_drop_move (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  if (yd_calendar_view_commit (YD_CALENDAR_VIEW (self), edit))
    yd_month_grid_go_to (self->grid, to);
}

static YdPoint *
get_point (YdMonthView *self)
{
  return yd_space_lookup (YD_SPACE (self->plan), YD_KIND_POINT,
                          yd_row_get_cell (self->moving, YD_DEADLINE_POINT));
}

/* The path and the title of what is moved, as its chip has them. */
static void
take_name (YdMonthView *self,
           YdRow       *deadline)
{
  const YdMonthChip *chip = yd_month_grid_get_chip (self->grid);
  const char *title;
  g_autofree char *path = NULL;

  if (chip == NULL || chip->item.deadline != deadline)
    return;

  path = yd_month_dup_path (chip->item.path);
  title = yd_point_get_title (chip->item.point);
  g_free (self->moving_name);
  self->moving_name = g_strdup_printf ("%s %s", path, title != NULL ? title : "");
}

static void
append (GString *words,
        char    *sentence)
{
  g_string_append_printf (words, "%s%s",
                          words->len > 0 ? C_("between parts of a sentence", "; ") : "", sentence);
  g_free (sentence);
}

/* By how much the new day is after what the document states for the same point. */
static void
append_late (YdMonthView *self,
             GString     *words)
{
  GListModel *deadlines = yd_point_get_deadlines (get_point (self));
  YdWorkCalendar *calendar = yd_schedule_get_calendar (self->schedule);

  for (guint i = 0; i < g_list_model_get_n_items (deadlines); i++)
    {
      g_autoptr(YdRow) deadline = g_list_model_get_item (deadlines, i);
      YdDue due;
      int n;

      if (deadline == self->moving ||
          g_strcmp0 (yd_row_get_cell (deadline, YD_DEADLINE_ORIGIN), "internal") == 0 ||
          yd_schedule_get_due (self->schedule, deadline, &due) < YD_DUE_DAY ||
          due.day >= self->moving_to)
        continue;

      n = yd_work_calendar_count (calendar, due.day, self->moving_to);
      append (words, g_strdup_printf (
        ngettext ("%d working day after what the document states",
                  "%d working days after what the document states", n), n));
      return;
    }
}

static char *
dup_follows (YdMonthView *self)
{
  GString *words = g_string_new (NULL);
  YdWorkCalendar *calendar = yd_schedule_get_calendar (self->schedule);
  const int n = yd_work_calendar_count (calendar, self->moving_from, self->moving_to);
  YdDayInfo info;

  if (n > 0)
    append (words, g_strdup_printf (ngettext ("%d working day later", "%d working days later", n),
                                    n));
  else if (n < 0)
    append (words, g_strdup_printf (ngettext ("%d working day earlier",
                                              "%d working days earlier", -n), -n));
  yd_work_calendar_explain (calendar, self->moving_to, &info);
  if (!info.working)
    append (words, g_strdup (_("that is a rest day")));
  if (info.provisional)
    append (words, g_strdup (_("the days off of that year are not announced yet")));
  if (self->moving_to < yd_schedule_get_today (self->schedule))
    append (words, g_strdup (_("that day is over")));
  append_late (self, words);

  return g_string_free (words, FALSE);
}

static void
show_move (YdMonthView *self)
{
  g_autofree char *before = yd_day_dup_words (self->moving_from);
  g_autofree char *after = yd_day_dup_words (self->moving_to);
  g_autofree char *change = g_strdup_printf (_("Its internal target moves from %s to %s"),
                                             before, after);
  g_autofree char *follows = dup_follows (self);

  yd_preview_bar_open (self->bar, self->moving_name, change, follows, _("Move"));
  yd_month_grid_set_ghost (self->grid, self->moving, self->moving_to);
}

/* Shows @deadline on @day; on its own day nothing would be another. */
static void
try_move (YdMonthView *self,
          YdRow       *deadline,
          YdDay        day)
{
  YdDue due;

  if (yd_session_get_read_only (_yd_month_view_get_session (self)))
    {
      yd_calendar_view_say (YD_CALENDAR_VIEW (self), _("Nothing can be changed now"));
      return;
    }

  yd_schedule_get_due (self->schedule, deadline, &due);
  if (day == due.day || !yd_day_is_in_range (day))
    {
      _yd_month_view_drop_move (self);
      return;
    }

  take_name (self, deadline);
  g_set_object (&self->moving, deadline);
  self->moving_from = due.day;
  self->moving_to = day;
  show_move (self);
}

/* @deadline is dragged to @day. */
void
_yd_month_view_drag (YdMonthView *self,
                     YdRow       *deadline,
                     YdDay        day)
{
  if (self->schedule != NULL)
    try_move (self, deadline, day);
}

static const char *
find_refusal (const YdMonthChip *chip)
{
  if (!chip->internal)
    return _("The document states this deadline; change it under “Deadline”");
  if (chip->item.due.recurs)
    return _("It recurs; change it under “Deadline”");
  if (chip->light == YD_LIGHT_DONE)
    return _("It is closed, and keeps the days on which it was done");

  return NULL;
}

/* What is chosen goes @n_days working days further than it was tried before. */
void
_yd_month_view_shift (YdMonthView *self,
                      int          n_days)
{
  const YdMonthChip *chip = yd_month_grid_get_chip (self->grid);
  YdRow *deadline = self->moving;
  YdDay from = self->moving_to;
  const char *refusal = NULL;

  if (self->schedule == NULL)
    return;

  if (chip != NULL && (deadline == NULL || deadline != chip->item.deadline))
    {
      refusal = find_refusal (chip);
      deadline = chip->item.deadline;
      from = chip->item.due.day;
    }

  if (deadline == NULL)
    refusal = _("Choose what is to be moved with Tab");
  if (refusal != NULL)
    yd_calendar_view_say (YD_CALENDAR_VIEW (self), refusal);
  else if (n_days != 0)
    try_move (self, deadline,
              yd_work_calendar_add (yd_schedule_get_calendar (self->schedule), from, n_days));
}
