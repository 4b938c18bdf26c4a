/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
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
  if (self->offer_toast == toast)
    g_clear_weak_pointer (&self->offer_toast);
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
  adw_toast_set_priority (self->step_toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (self->step_toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->step_toast));
}

/* While one toast makes room for another, libadwaita 1.2 aborts when that goes too: then there is
 * a third child beside the content and the toast that is shown, however slow the machine is.
 */
static gboolean
is_moving (YdWindow *self)
{
  return g_get_monotonic_time () - self->toast_time < TOAST_APPEARS ||
         (self->toast_children != NULL &&
          g_list_model_get_n_items (self->toast_children) > 2);
}

/* One toast for the last step: ten edits in a row are not ten toasts. It waits for no other. */
void
_yd_window_toast_step (YdWindow *self,
                       YdEdit   *edit)
{
  gboolean fresh = is_moving (self);

  if (self->step_toast != NULL && !fresh)
    {
      g_autoptr(AdwToast) last = g_steal_pointer (&self->step_toast);

      adw_toast_dismiss (last);
    }

  if (self->step_toast == NULL)
    add_step_toast (self);
  label_step_toast (self, edit);
}

static void
end_toast (YdWindow *self,
           AdwToast *toast)
{
  if (toast == NULL)
    return;

  adw_toast_set_button_label (toast, NULL);
  adw_toast_set_action_name (toast, NULL);
  if (!is_moving (self))
    adw_toast_dismiss (toast);
}

/* Their plan is gone: the way back, and what was offered, would be another one's. */
void
_yd_window_end_plan_toasts (YdWindow *self)
{
  g_autoptr(AdwToast) step = g_steal_pointer (&self->step_toast);
  g_autoptr(AdwToast) offer = self->offer_toast != NULL ? g_object_ref (self->offer_toast) : NULL;

  g_clear_weak_pointer (&self->offer_toast);
  /* That one may still wait behind the other, and would come for a moment. */
  end_toast (self, offer);
  end_toast (self, step);
}

/* The content of the overlay stays; what comes beside it is a toast. */
static void
toasts_changed_cb (YdWindow   *self,
                   guint       position,
                   guint       n_removed,
                   guint       n_added,
                   GListModel *children)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr(GtkWidget) child = g_list_model_get_item (children, i);

      if (child == adw_toast_overlay_get_child (self->toasts))
        continue;

      self->toast_time = g_get_monotonic_time ();
      yd_accessible_name_toast (child);
    }
}

void
_yd_window_name_toasts (YdWindow *self)
{
  self->toast_children = gtk_widget_observe_children (GTK_WIDGET (self->toasts));
  g_signal_connect_object (self->toast_children, "items-changed",
                           G_CALLBACK (toasts_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Returns: whether the plan can be changed; if it cannot, the person is told */
gboolean
_yd_window_may_change (YdWindow *self)
{
  if (!yd_session_get_read_only (self->session))
    return TRUE;

  yd_window_say (self, _("This plan can only be read."));

  return FALSE;
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

static gboolean
offers_same (AdwToast *toast,
             AdwToast *other)
{
  GVariant *target = adw_toast_get_action_target_value (toast);
  GVariant *other_target = adw_toast_get_action_target_value (other);

  return g_strcmp0 (adw_toast_get_title (toast), adw_toast_get_title (other)) == 0 &&
         g_strcmp0 (adw_toast_get_action_name (toast), adw_toast_get_action_name (other)) == 0 &&
         (target == NULL) == (other_target == NULL) &&
         (target == NULL || g_variant_equal (target, other_target));
}

/**
 * yd_window_offer:
 * @self: a window
 * @words: what is to be said in passing
 * @label: what can be done about it
 * @action: the detailed name of the action that does
 *
 * Says @words as a toast with a button; once, as long as that can be seen: who pulls three times at
 * what stays has not to wait for three of them.
 */
void
yd_window_offer (YdWindow   *self,
                 const char *words,
                 const char *label,
                 const char *action)
{
  g_autoptr(AdwToast) toast = NULL;

  g_return_if_fail (YD_IS_WINDOW (self));
  g_return_if_fail (words != NULL && label != NULL && action != NULL);

  toast = make_toast (words);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_detailed_action_name (toast, action);
  if (self->offer_toast != NULL && offers_same (toast, self->offer_toast))
    return;

  g_set_weak_pointer (&self->offer_toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, g_steal_pointer (&toast));
}
