/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-view-private.h"

#include <glib/gi18n-lib.h>

#include "yd-month-words.h"
#include "yd-schedule-edits.h"

/* Moving an internal target: first what would be is shown, then it is done or dropped. */

/* Nothing happened. */
void
_yd_month_view_drop_move (YdMonthView *self)
{
  g_clear_pointer (&self->pending, yd_edit_unref);
  g_clear_object (&self->moving);
  yd_month_grid_set_ghost (self->grid, NULL, YD_DAY_NONE);
  yd_preview_bar_close (self->bar);
}

/* One edit, and so one undo takes it back. The day on which it is due now becomes current. */
void
_yd_month_view_confirm (YdMonthView *self)
{
  g_autoptr(YdEdit) edit = g_steal_pointer (&self->pending);
  const YdDay to = self->moving_to;

  _yd_month_view_drop_move (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  if (edit != NULL && yd_calendar_view_commit (YD_CALENDAR_VIEW (self), edit))
    yd_month_grid_go_to (self->grid, to);
}

/* The path and the title of what is moved, as its chip has them. */
static void
take_name (YdMonthView *self,
           YdRow       *deadline)
{
  const YdMonthChip *chip = yd_month_grid_get_chip (self->grid);

  if (chip == NULL || chip->item.deadline != deadline)
    return;

  g_free (self->moving_name);
  self->moving_name = yd_month_dup_task (chip);
}

static void
show_move (YdMonthView *self)
{
  g_autoptr(YdSchedulePreview) preview = yd_schedule_preview (self->schedule, self->pending);

  /* A rest day may take it back to where it was. */
  if (preview->dues->len == 0)
    {
      _yd_month_view_drop_move (self);
      return;
    }

  self->moving_to = g_array_index (preview->dues, YdDueMove, 0).after;
  yd_preview_bar_open_due (self->bar, self->moving_name, preview);
  yd_month_grid_set_ghost (self->grid, self->moving, self->moving_to);
}

/* Shows @deadline on @day; on its own day nothing would be another. */
static void
try_move (YdMonthView *self,
          YdRow       *deadline,
          YdDay        day)
{
  YdDue due;

  if (!yd_calendar_view_can_change (YD_CALENDAR_VIEW (self)))
    return;

  yd_schedule_get_due (self->schedule, deadline, &due);
  if (day == due.day || !yd_day_is_in_range (day))
    {
      _yd_month_view_drop_move (self);
      return;
    }

  take_name (self, deadline);
  g_set_object (&self->moving, deadline);
  g_clear_pointer (&self->pending, yd_edit_unref);
  self->pending = yd_schedule_edit_set_due (deadline, day);
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
  if (chip->light == YD_LIGHT_DONE)
    return _("It is closed, and keeps the days on which it was done");
  if (!chip->internal)
    return _("The document states this deadline; change it under “Deadline”");
  if (chip->item.due.recurs)
    return _("It recurs; change it under “Deadline”");

  return NULL;
}

/* Returns: whether it was said that @chip stays where it is */
static gboolean
refuse (YdMonthView       *self,
        const YdMonthChip *chip)
{
  const char *refusal = find_refusal (chip);

  if (chip->item.step != NULL && chip->light != YD_LIGHT_DONE)
    refusal = NULL;                     /* there are words for every clock */
  else if (refusal == NULL)
    return FALSE;

  yd_calendar_view_refuse (YD_CALENDAR_VIEW (self), refusal, yd_month_chip_get_row (chip));
  return TRUE;
}

/* What is chosen goes @n_days working days further than it was tried before. */
void
_yd_month_view_shift (YdMonthView *self,
                      int          n_days)
{
  const YdMonthChip *chip = yd_month_grid_get_chip (self->grid);
  YdRow *deadline = self->moving;
  YdDay from = self->moving_to;

  if (self->schedule == NULL)
    return;

  if (chip != NULL && (deadline == NULL || deadline != chip->item.deadline))
    {
      if (refuse (self, chip))
        return;
      deadline = chip->item.deadline;
      from = chip->item.due.day;
    }

  if (deadline == NULL)
    yd_calendar_view_say (YD_CALENDAR_VIEW (self), _("Choose what is to be moved with Tab"));
  else if (n_days != 0)
    try_move (self, deadline,
              yd_work_calendar_add (yd_schedule_get_calendar (self->schedule), from, n_days));
}
