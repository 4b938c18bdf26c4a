/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-timeline-view-private.h"

#include "yd-calendar-keys.h"

/* Keys beside those that go from row to row: Shift moves the bar, with Ctrl its end alone. */

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        YdTimelineView        *self)
{
  const GdkModifierType mods = state & gtk_accelerator_get_default_mod_mask ();
  const int shift = yd_calendar_find_shift (keyval);

  if (mods == 0 && (keyval == GDK_KEY_t || keyval == GDK_KEY_T || keyval == GDK_KEY_Home ||
                    keyval == GDK_KEY_KP_Home))
    {
      yd_calendar_view_go_today (YD_CALENDAR_VIEW (self));
      return TRUE;
    }

  if (shift != 0 && (mods == GDK_SHIFT_MASK || mods == (GDK_SHIFT_MASK | GDK_CONTROL_MASK)))
    {
      _yd_timeline_view_nudge (self, shift, mods & GDK_CONTROL_MASK);
      return TRUE;
    }

  if (keyval == GDK_KEY_Escape && mods == 0 && _yd_timeline_view_is_pending (self))
    {
      _yd_timeline_view_drop (self);
      return TRUE;
    }

  return FALSE;
}

void
_yd_timeline_view_init_keys (YdTimelineView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), keys);
}
