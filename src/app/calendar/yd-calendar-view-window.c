/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-calendar-view.h"

#include <glib/gi18n-lib.h>

/* What a view has its window and its session do: to say something, to commit, to open. */

/**
 * yd_calendar_view_can_change:
 * @self: a view with a session
 *
 * Returns: whether anything can be changed now; if not, that is said in the window
 */
gboolean
yd_calendar_view_can_change (YdCalendarView *self)
{
  g_return_val_if_fail (YD_IS_CALENDAR_VIEW (self), FALSE);
  g_return_val_if_fail (yd_calendar_view_get_session (self) != NULL, FALSE);

  if (!yd_session_get_read_only (yd_calendar_view_get_session (self)))
    return TRUE;

  yd_calendar_view_say (self, _("Nothing can be changed now"));
  return FALSE;
}

/**
 * yd_calendar_view_commit:
 * @self: a view with a session
 * @edit: an edit that is complete but not sealed
 *
 * Commits @edit, and says in the window why if it was refused.
 *
 * Returns: whether @edit is in force
 */
gboolean
yd_calendar_view_commit (YdCalendarView *self,
                         YdEdit         *edit)
{
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (YD_IS_CALENDAR_VIEW (self), FALSE);
  g_return_val_if_fail (yd_calendar_view_get_session (self) != NULL, FALSE);

  if (yd_session_commit (yd_calendar_view_get_session (self), edit, &error))
    return TRUE;

  yd_calendar_view_say (self, error->message);
  return FALSE;
}

/**
 * yd_calendar_view_open:
 * @self: a view with a session
 * @row: a point or a clock
 *
 * Chooses the point and shows it in the pane beside the view: opening is looking at it there.
 * A clock opens among all the clocks; the point that it is about is chosen.
 */
void
yd_calendar_view_open (YdCalendarView *self,
                       YdRow          *row)
{
  YdSession *session;
  const char *point;

  g_return_if_fail (YD_IS_CALENDAR_VIEW (self));
  g_return_if_fail (YD_IS_ROW (row));

  session = yd_calendar_view_get_session (self);
  if (yd_row_get_kind (row) != YD_KIND_CLOCK)
    {
      yd_session_set_selected (session, row);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-detail", NULL);
      return;
    }

  point = yd_row_get_cell (row, YD_CLOCK_POINT);
  if (point != NULL)
    yd_session_set_selected (session, yd_space_lookup (YD_SPACE (yd_session_get_plan (session)),
                                                       YD_KIND_POINT, point));
  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.clock", "s", yd_row_get_id (row));
}

/* Says something in passing, as a toast of the window; nothing without one. */
void
yd_calendar_view_say (YdCalendarView *self,
                      const char     *words)
{
  g_return_if_fail (YD_IS_CALENDAR_VIEW (self));
  g_return_if_fail (words != NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", words);
}

/**
 * yd_calendar_view_refuse:
 * @self: a view
 * @words: (nullable): why something stays where it is; of a clock that runs it is always the same
 * @row: (nullable): the clock or the point where that can be changed
 *
 * Says @words in the window, and offers to open @row.
 */
void
yd_calendar_view_refuse (YdCalendarView *self,
                         const char     *words,
                         YdRow          *row)
{
  g_autoptr(GVariant) id = NULL;
  g_autofree char *action = NULL;

  g_return_if_fail (YD_IS_CALENDAR_VIEW (self));
  g_return_if_fail (words != NULL || row != NULL);

  if (row == NULL)
    {
      yd_calendar_view_say (self, words);
      return;
    }

  if (yd_row_get_kind (row) == YD_KIND_CLOCK)
    {
      if (words == NULL)
        words = _("A clock counts from its event and cannot be dragged; it can be paused or "
                  "extended");
      id = g_variant_ref_sink (g_variant_new_string (yd_row_get_id (row)));
      action = g_action_print_detailed_name ("win.clock", id);
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.offer", "(sss)", words,
                              id != NULL ? _("Show Clock") : _("Show Details"),
                              id != NULL ? action : "win.open-detail");
}
