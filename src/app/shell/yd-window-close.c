/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>

/* Nothing is lost by closing, or by leaving a plan: what is on the way to the disk gets there
 * first. Only what could not be kept at all is asked about, since it would be gone.
 */

static void
close_now (YdWindow *self)
{
  _yd_window_keep_all (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
settled_cb (gpointer user_data)
{
  g_autoptr(YdWindow) self = YD_WINDOW (user_data);

  self->closing = FALSE;
  if (!_yd_window_is_gone (self))
    gtk_window_close (GTK_WINDOW (self));
}

static void
answer_cb (AdwMessageDialog *dialog,
           const char       *answer,
           gpointer          user_data)
{
  g_autoptr(YdWindow) self = YD_WINDOW (user_data);

  if (g_str_equal (answer, "close"))
    close_now (self);
  else if (g_str_equal (answer, "retry"))
    yd_session_retry (self->session);
}

static void
ask (YdWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Close Without Saving?"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("%s\nWhat was done since will be lost. A copy can be saved "
                                    "elsewhere first."),
                                  yd_session_get_failure (self->session));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Stay"),
                                    "retry", _("_Try Again"),
                                    "close", _("_Close"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "retry");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answer_cb), g_object_ref (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Returns: whether the window can go now; if not it goes by itself, or asks */
gboolean
_yd_window_may_close (YdWindow *self)
{
  if (self->closing)
    return FALSE;

  /* What is half typed is committed, and then is on the way as well. */
  _yd_window_keep_all (self);
  if (!yd_session_get_settled (self->session))
    {
      self->closing = TRUE;
      yd_session_when_settled (self->session, settled_cb, g_object_ref (self));
      return FALSE;
    }

  if (yd_session_get_failure (self->session) != NULL)
    {
      ask (self);
      return FALSE;
    }

  return TRUE;
}

/* Returns: whether another plan may take the place of this one; if not it says why */
gboolean
_yd_window_may_leave_plan (YdWindow *self)
{
  if (yd_session_get_failure (self->session) == NULL)
    return TRUE;

  yd_toasts_refuse (self->toasts,
                    _("This plan is not saved yet. Try again, or save a copy, first."));
  return FALSE;
}

typedef struct
{
  YdWindow    *window;
  YdLeaveFunc  func;
} Leaving;

static void
left_cb (gpointer user_data)
{
  g_autofree Leaving *leaving = user_data;
  g_autoptr(YdWindow) self = leaving->window;

  if (!_yd_window_is_gone (self) && _yd_window_may_leave_plan (self))
    leaving->func (self);
}

/* Calls @func when all that was done in this plan is on the disk, what was half typed
 * included; if it does not get there, says so and goes on showing it.
 */
void
_yd_window_leave_plan (YdWindow    *self,
                       YdLeaveFunc  func)
{
  Leaving *leaving;

  if (!_yd_window_may_leave_plan (self))
    return;

  _yd_window_keep_view (self);
  leaving = g_new (Leaving, 1);
  *leaving = (Leaving) { g_object_ref (self), func };
  yd_session_when_settled (self->session, left_cb, leaving);
}

/* Returns: whether the window was closed; what is answered to it then is of no use */
gboolean
_yd_window_is_gone (YdWindow *self)
{
  return self->session == NULL;
}
