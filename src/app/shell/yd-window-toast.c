/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-act-words.h"

/* What the window says in passing. */

/* The title of a toast is markup; words are not. */
static AdwToast *
make_toast (const char *words)
{
  g_autofree char *markup = g_markup_escape_text (words, -1);

  return adw_toast_new (markup);
}

static void
toast_dismissed_cb (YdWindow *self,
                    AdwToast *toast)
{
  if (self->step_toast == toast)
    g_clear_object (&self->step_toast);
}

/* A toast must not be dismissed while it still appears: libadwaita 1.2 uses it on. */
#define TOAST_APPEARS (1 * G_USEC_PER_SEC)

static void
label_step_toast (YdWindow *self,
                  YdEdit   *edit)
{
  const char *words = yd_act_words (yd_edit_get_act (edit));
  gboolean undoes = yd_edit_get_undoes (edit) != NULL;
  gboolean redo = undoes && yd_session_get_can_redo (self->session);
  g_autofree char *undone = g_strdup_printf (redo ? _("Taken back: %s") : _("Brought back: %s"),
                                             words);
  g_autofree char *markup = g_markup_escape_text (undoes ? undone : words, -1);

  adw_toast_set_title (self->step_toast, markup);
  adw_toast_set_button_label (self->step_toast, redo ? _("Redo") : _("Undo"));
  adw_toast_set_action_name (self->step_toast, redo ? "win.redo" : "win.undo");
}

static void
add_step_toast (YdWindow *self)
{
  self->step_toast = adw_toast_new ("");
  self->step_toast_time = g_get_monotonic_time ();
  g_signal_connect_object (self->step_toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->step_toast));
}

/* One toast for the last step: ten edits in a row are not ten toasts. */
void
_yd_window_toast_step (YdWindow *self,
                       YdEdit   *edit)
{
  gboolean fresh = g_get_monotonic_time () - self->step_toast_time < TOAST_APPEARS;

  if (self->step_toast != NULL && !fresh)
    {
      g_autoptr(AdwToast) last = g_steal_pointer (&self->step_toast);

      adw_toast_dismiss (last);
    }

  if (self->step_toast == NULL)
    add_step_toast (self);
  label_step_toast (self, edit);
}

/* Says @words in passing, as a toast. */
void
yd_window_say (YdWindow   *self,
               const char *words)
{
  g_return_if_fail (YD_IS_WINDOW (self));
  g_return_if_fail (words != NULL);

  adw_toast_overlay_add_toast (self->toasts, make_toast (words));
}
