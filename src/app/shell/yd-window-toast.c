/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-act-words.h"

/* What the window says in passing. */

/* One for the last step: ten edits in a row are not ten toasts. It waits for no other. */
void
_yd_window_toast_step (YdWindow *self,
                       YdEdit   *edit)
{
  g_autofree char *words = yd_act_dup_words (edit);
  const gboolean undoes = yd_edit_get_undoes (edit) != NULL;
  const gboolean redo = undoes && yd_session_get_can_redo (self->session);
  g_autofree char *undone = g_strdup_printf (redo ? _("Taken back: %s") : _("Brought back: %s"),
                                             words);

  yd_toasts_add (self->toasts, &(YdToast) {
                   .kind = YD_TOAST_STEP, .words = undoes ? undone : words,
                   .label = redo ? _("Redo") : _("Undo"), .action = redo ? "win.redo" : "win.undo",
                   .of_plan = TRUE,
                 });
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

  yd_toasts_say (self->toasts, words);
}

/**
 * yd_window_offer:
 * @self: a window
 * @words: what is to be said in passing
 * @label: what can be done about it
 * @action: the detailed name of the action that does
 *
 * Says @words as a toast with a button, of the plan that is open; once, as long as that can be
 * seen: who pulls three times at what stays has not to wait for three of them.
 */
void
yd_window_offer (YdWindow   *self,
                 const char *words,
                 const char *label,
                 const char *action)
{
  g_return_if_fail (YD_IS_WINDOW (self));
  g_return_if_fail (words != NULL && label != NULL && action != NULL);

  yd_toasts_add (self->toasts, &(YdToast) {
                   .kind = YD_TOAST_OFFER, .words = words, .label = label, .action = action,
                   .of_plan = TRUE,
                 });
}
