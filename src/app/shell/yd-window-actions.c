/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-open.h"
#include "yd-undo.h"

/* What a person can do in the window whatever page is shown, and its keys: one table
 * of each. UI.md §7 says which keys belong to input methods and desktops.
 */

static void
say_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  yd_window_say (YD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
warn_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  yd_toasts_warn (YD_WINDOW (widget)->toasts, g_variant_get_string (parameter, NULL));
}

static void
refuse_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  yd_toasts_refuse (YD_WINDOW (widget)->toasts, g_variant_get_string (parameter, NULL));
}

/* The words, what a button says, and the detailed name of what it does. */
static void
offer_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  const char *words, *label, *action;

  g_variant_get (parameter, "(&s&s&s)", &words, &label, &action);
  yd_window_offer (YD_WINDOW (widget), words, label, action);
}

/* Opening */

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           gpointer         user_data)
{
  g_autoptr(YdWindow) self = YD_WINDOW (user_data);
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  g_object_unref (dialog);
  if (file != NULL && !_yd_window_is_gone (self))
    yd_window_open (self, file);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Open a Document"), GTK_WINDOW (widget),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  g_autoptr(GtkFileFilter) documents = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (documents, _("Documents"));
  gtk_file_filter_add_mime_type (documents, "text/plain");
  gtk_file_filter_add_suffix (documents, "yaodian");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), documents);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);

  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), g_object_ref (widget));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_library_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);

  yd_window_open_library (self, self->library_path);
}

static void
open_sample_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  _yd_window_open_sample (YD_WINDOW (widget));
}

static void
open_plan_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  _yd_window_open_plan (YD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
make_plan (YdWindow *self)
{
  g_autofree char *issuer = self->settings != NULL
                            ? g_settings_get_string (self->settings, "issuer") : NULL;
  g_autoptr(GError) error = NULL;

  if (!yd_open_new (self->session, _("New Plan"), issuer, &error))
    yd_toasts_warn (self->toasts, error->message);
}

static void
new_plan_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  _yd_window_leave_plan (YD_WINDOW (widget), make_plan);
}

static void
text_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(YdWindow) self = YD_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, &error);

  if (_yd_window_is_gone (self))
    return;
  if (text != NULL && *g_strchug (text) != '\0')
    _yd_window_open_text (self, text);
  else
    yd_window_say (self, _("There is no text on the clipboard. Copy the document first."));
}

/* A document where there is no plan yet, points where there is one. */
static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);

  if (yd_session_get_plan (self->session) != NULL)
    _yd_window_paste_points (self);
  else
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_cb,
                                   g_object_ref (self));
}

static void
close_plan (YdWindow *self)
{
  yd_session_close (self->session);
}

static void
close_plan_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);

  if (yd_session_get_plan (self->session) == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  _yd_window_leave_plan (self, close_plan);
}

/* From what was wrong with a file to what was there before. */
static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);

  yd_welcome_clear_error (self->welcome);
  if (yd_session_get_plan (self->session) != NULL)
    gtk_stack_set_visible_child_name (self->stack, "plan");
  else
    yd_welcome_focus (self->welcome);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  _yd_window_cancel_work (YD_WINDOW (widget));
}

/* Undo and saving */

static void
undo_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(YdWindow) self = YD_WINDOW (user_data);
  g_autofree char *words = yd_undo_finish (YD_SESSION (object), result);

  if (!_yd_window_is_gone (self) && words != NULL)
    yd_toasts_warn (self->toasts, words);
}

static void
turn_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);

  if (yd_undo_is_redo (name))
    yd_session_redo_async (self->session, NULL, undo_cb, g_object_ref (self));
  else
    yd_session_undo_async (self->session, NULL, undo_cb, g_object_ref (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);

  switch (yd_session_get_save_state (self->session))
    {
    case YD_SAVE_STATE_SAVING:
      yd_window_say (self, _("Being saved"));
      break;

    case YD_SAVE_STATE_FAILED:
      yd_session_retry (self->session);
      break;

    case YD_SAVE_STATE_SAVED:
    default:
      yd_window_say (self, _("Everything is saved by itself"));
    }
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  yd_session_retry (YD_WINDOW (widget)->session);
}

/* What is shown already stays; `win.show-detail` would hide it. */
static void
open_detail_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  yd_window_set_detail_visible (YD_WINDOW (widget), TRUE);
}

static const YdWindowAction actions[] = {
  { "win.say",          "s",  say_action          },
  { "win.warn",         "s",  warn_action         },
  { "win.refuse",       "s",  refuse_action       },
  { "win.offer",    "(sss)",  offer_action        },
  { "win.open",         NULL, open_action         },
  { "win.open-library", NULL, open_library_action },
  { "win.open-sample",  NULL, open_sample_action  },
  { "win.open-plan",    "s",  open_plan_action    },
  { "win.new-plan",     NULL, new_plan_action     },
  { "win.paste",        NULL, paste_action        },
  { "win.close-plan",   NULL, close_plan_action   },
  { "win.back",         NULL, back_action         },
  { "win.cancel",       NULL, cancel_action       },
  { "win.save",         NULL, save_action         },
  { "win.retry",        NULL, retry_action        },
  { "win.open-detail",  NULL, open_detail_action  },
};

/* Their argument is what the action takes: a number, or nothing. */
static const struct
{
  guint            key;
  GdkModifierType  modifiers;
  const char      *action;
  const char      *type;
  int              argument;
} keys[] = {
  { GDK_KEY_o,         GDK_CONTROL_MASK,                  "win.open"           },
  { GDK_KEY_n,         GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.new-plan"       },
  { GDK_KEY_v,         GDK_CONTROL_MASK,                  "win.paste"          },
  { GDK_KEY_w,         GDK_CONTROL_MASK,                  "win.close-plan"     },
  { GDK_KEY_s,         GDK_CONTROL_MASK,                  "win.save"           },
  { GDK_KEY_f,         GDK_CONTROL_MASK,                  "win.find"           },
  { GDK_KEY_F3,        0,                                 "win.find-next", "i", 1  },
  { GDK_KEY_F3,        GDK_SHIFT_MASK,                    "win.find-next", "i", -1 },
  { GDK_KEY_F7,        0,                                 "win.problems"       },
  { GDK_KEY_u,         GDK_CONTROL_MASK,                  "win.directory"      },
  { GDK_KEY_F9,        0,                                 "win.show-detail"    },
  { GDK_KEY_F10,       0,                                 "win.menu"           },
  { GDK_KEY_F1,        0,                                 "win.show-help-overlay" },
  { GDK_KEY_Page_Down, GDK_CONTROL_MASK,                  "win.step-page", "i", 1  },
  { GDK_KEY_Page_Up,   GDK_CONTROL_MASK,                  "win.step-page", "i", -1 },
  { GDK_KEY_1,         GDK_ALT_MASK,                      "win.nth-page",  "u", 1  },
  { GDK_KEY_2,         GDK_ALT_MASK,                      "win.nth-page",  "u", 2  },
  { GDK_KEY_3,         GDK_ALT_MASK,                      "win.nth-page",  "u", 3  },
  { GDK_KEY_4,         GDK_ALT_MASK,                      "win.nth-page",  "u", 4  },
  { GDK_KEY_5,         GDK_ALT_MASK,                      "win.nth-page",  "u", 5  },
};

void
_yd_window_class_add_actions (GtkWidgetClass       *klass,
                              const YdWindowAction *added,
                              guint                 n_added)
{
  for (guint i = 0; i < n_added; i++)
    gtk_widget_class_install_action (klass, added[i].name, added[i].parameter, added[i].func);
}

void
_yd_window_class_install_actions (GtkWidgetClass *klass)
{
  _yd_window_class_add_actions (klass, actions, G_N_ELEMENTS (actions));
  yd_undo_install (klass, "win.undo", "win.redo", turn_action);
  _yd_window_class_install_going (klass);
  _yd_window_class_install_aside (klass);
  _yd_window_class_install_transfer (klass);
  _yd_window_class_install_check (klass);
  _yd_window_class_install_leader (klass);
  _yd_window_class_install_find (klass);
  _yd_window_class_install_drafts (klass);
  _yd_window_class_install_recent (klass);
  _yd_window_class_install_clocks (klass);
  gtk_widget_class_install_property_action (klass, "win.show-detail", "detail-visible");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action,
                                         keys[i].type, keys[i].argument);
}

void
_yd_window_update_actions (YdWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  YdSession *session = self->session;
  gboolean has_library = yd_session_get_library (session) != NULL;
  gboolean can_make = has_library && !yd_library_get_read_only (yd_session_get_library (session));
  gboolean may_paste = yd_session_get_plan (session) == NULL ||
                       !yd_session_get_read_only (session);
  const struct
  {
    const char *name;
    gboolean    enabled;
  } states[] = {
    { "win.open",         can_make || self->opening_library                 },
    { "win.open-library", !has_library && !self->opening_library            },
    { "win.open-sample",  can_make                                          },
    { "win.new-plan",     can_make                                          },
    { "win.open-plan",    has_library                                       },
    { "win.paste",        can_make && may_paste                             },
    { "win.cancel",       self->work != NULL                                },
    { "win.undo",         yd_session_get_can_undo (session)                 },
    { "win.redo",         yd_session_get_can_redo (session)                 },
    { "win.save",         yd_session_get_plan (session) != NULL             },
    { "win.find",         yd_session_get_plan (session) != NULL             },
    { "win.find-next",    yd_session_get_plan (session) != NULL             },
    { "win.check-next",   yd_session_get_plan (session) != NULL             },
    { "win.problems",     yd_session_get_plan (session) != NULL             },
    { "win.step-part",    yd_session_get_plan (session) != NULL             },
    { "win.retry",        yd_session_get_failure (session) != NULL          },
    { "win.slice",        yd_session_get_plan (session) != NULL             },
    { "win.show-unit",    yd_session_get_office (session) != NULL           },
    { "win.directory",    yd_session_get_office (session) != NULL           },
    { "win.days-off",     yd_session_get_office (session) != NULL           },
    { "win.preferences",  self->settings != NULL                            },
    { "win.properties",   yd_session_get_plan (session) != NULL             },
    { "win.leader",       yd_session_get_plan (session) != NULL             },
    { "win.name-members", yd_session_get_plan (session) != NULL             },
    { "win.enter-members", yd_session_get_plan (session) != NULL            },
    { "win.paste-points", yd_session_get_plan (session) != NULL             },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_action_set_enabled (widget, states[i].name, states[i].enabled);

  _yd_window_update_transfer (self);
}
