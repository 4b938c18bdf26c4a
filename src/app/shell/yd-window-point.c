/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-compat.h"

/* A point or a clock that is named from outside, such as by a reminder that was clicked: its
 * plan may not be open, and the library not either.
 */

static gboolean
shows_wanted (YdWindow *self)
{
  YdPlan *plan = yd_session_get_plan (self->session);

  return plan != NULL && g_strcmp0 (yd_space_get_id (YD_SPACE (plan)), self->wanted_plan) == 0;
}

/* Returns: whether @id is a clock, which is shown */
static gboolean
show_clock (YdWindow   *self,
            const char *id)
{
  YdSpace *space = YD_SPACE (yd_session_get_plan (self->session));
  YdRow *clock = yd_space_lookup (space, YD_KIND_CLOCK, id);

  if (clock == NULL || !yd_space_is_live (space, clock))
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (self), "win.clock", "s", id);
}

/* Selects the point that is waited for, if its plan is open now; else it was given up. */
void
_yd_window_select_wanted (YdWindow *self)
{
  g_autofree char *id = NULL;

  if (self->wanted_plan == NULL)
    return;

  if (shows_wanted (self))
    {
      YdSpace *space = YD_SPACE (yd_session_get_plan (self->session));
      YdPoint *point;

      id = g_steal_pointer (&self->wanted_point);
      point = yd_space_lookup (space, YD_KIND_POINT, id);
      if (point != NULL && yd_space_is_live (space, point))
        yd_session_set_selected (self->session, point);
      else if (*id != '\0' && !show_clock (self, id))
        yd_window_say (self, _("This point is not in the plan any more"));
    }

  g_clear_pointer (&self->wanted_plan, g_free);
  g_clear_pointer (&self->wanted_point, g_free);
}

/* Goes to the plan that is waited for, now that the library is there. */
void
_yd_window_open_wanted (YdWindow *self)
{
  if (self->wanted_plan == NULL)
    return;

  if (shows_wanted (self))
    _yd_window_select_wanted (self);
  else if (yd_session_get_library (self->session) != NULL)
    _yd_window_open_plan (self, self->wanted_plan);
}

/**
 * yd_window_show_point:
 * @self: a window
 * @plan: the id of a plan
 * @point: the id of a point or a clock in it; an empty one for the plan alone
 *
 * Opens the plan in place of what is open, if it is another one, and selects the point or
 * shows the clock; when the library is there.
 */
void
yd_window_show_point (YdWindow   *self,
                      const char *plan,
                      const char *point)
{
  g_return_if_fail (YD_IS_WINDOW (self));
  g_return_if_fail (plan != NULL && point != NULL);

  yd_set_str (&self->wanted_plan, plan);
  yd_set_str (&self->wanted_point, point);
  if (!self->opening_library)
    _yd_window_open_wanted (self);
}
