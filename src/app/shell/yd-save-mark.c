/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-save-mark.h"

#include <glib/gi18n-lib.h>

/**
 * YdSaveMark:
 *
 * Whether what was done is saved, in a word with a picture. Nobody has to save, so nothing else
 * tells of it.
 */

struct _YdSaveMark
{
  GtkBox     parent_instance;

  /* Borrowed */
  GtkImage  *icon;
  GtkLabel  *label;
};

G_DEFINE_FINAL_TYPE (YdSaveMark, yd_save_mark, GTK_TYPE_BOX)

static const struct
{
  const char *icon;
  const char *words;
} states[] = {
  [YD_SAVE_STATE_SAVED]  = { "object-select-symbolic",   N_("Saved")     },
  [YD_SAVE_STATE_SAVING] = { "content-loading-symbolic", N_("Saving…")   },
  [YD_SAVE_STATE_FAILED] = { "dialog-warning-symbolic",  N_("Not Saved") },
};

static void
state_cb (YdSaveMark *self,
          GParamSpec *pspec,
          YdSession  *session)
{
  const YdSaveState state = yd_session_get_save_state (session);
  const gboolean read_only = yd_session_get_read_only (session) && state == YD_SAVE_STATE_SAVED;

  gtk_image_set_from_icon_name (self->icon, read_only ? "changes-prevent-symbolic"
                                                      : states[state].icon);
  gtk_label_set_label (self->label, read_only ? _("Read Only") : _(states[state].words));
  if (state == YD_SAVE_STATE_FAILED)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "yd-error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "yd-error");
}

static void
yd_save_mark_class_init (YdSaveMarkClass *klass)
{
}

static void
yd_save_mark_init (YdSaveMark *self)
{
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "yd-save-state");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));
}

/* Follows @session from now on; to be called once. */
void
yd_save_mark_set_session (YdSaveMark *self,
                          YdSession  *session)
{
  g_return_if_fail (YD_IS_SAVE_MARK (self));
  g_return_if_fail (YD_IS_SESSION (session));

  g_signal_connect_object (session, "notify::save-state", G_CALLBACK (state_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (state_cb), self,
                           G_CONNECT_SWAPPED);
  state_cb (self, NULL, session);
}
