/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "yd-autostart.h"
#include "yd-first-fonts.h"
#include "yd-icons.h"
#include "yd-library.h"
#include "yd-login-switch.h"
#include "yd-preferences.h"
#include "yd-reminders.h"
#include "yd-settings.h"
#include "yd-toolkit.h"
#include "yd-tooltip.h"
#include "yd-trial.h"
#include "yd-window.h"

/**
 * YdApplication:
 *
 * One process, one window, one library. A second start hands its files over and
 * raises the window.
 */

struct _YdApplication
{
  AdwApplication    parent_instance;

  /* Owned */
  YdTrial          *trial;
  char             *leader;     /* (nullable): the plan of a meeting */
  GSettings        *settings;   /* (nullable): if it is installed */
  YdLoginSwitch    *login;      /* (nullable): as reminders */
  YdReminders      *reminders;  /* (nullable): not in a run for pictures and tests */

  /* Borrowed */
  const YdIdSource *ids;

  gboolean          stays;      /* without a window */
};

G_DEFINE_FINAL_TYPE (YdApplication, yd_application, ADW_TYPE_APPLICATION)

/* A window in front of it, such as the preferences, is one of the application as well. */
static YdWindow *
find_window (YdApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (YD_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

static YdWindow *
get_window (YdApplication *self)
{
  YdWindow *window = find_window (self);

  if (window != NULL)
    return window;

  yd_first_fonts_find_samples ();
  window = yd_window_new (GTK_APPLICATION (self), self->ids);
  if (self->reminders != NULL)
    g_signal_connect_object (yd_window_get_session (window), "notify::saved",
                             G_CALLBACK (yd_reminders_look_soon), self->reminders,
                             G_CONNECT_SWAPPED);
  yd_trial_begin (self->trial, window);
  yd_window_open_library (window, yd_trial_get_library (self->trial));

  return window;
}

static void
yd_application_activate (GApplication *application)
{
  YdApplication *self = YD_APPLICATION (application);
  YdWindow *window = get_window (self);

  gtk_window_present (GTK_WINDOW (window));
  if (self->leader != NULL)
    yd_window_show_meeting (window, self->leader);
  g_clear_pointer (&self->leader, g_free);
}

/* One plan at a time: the first file is the one that is shown. */
static void
yd_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  YdWindow *window = get_window (YD_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  yd_window_open (window, files[0]);
  if (n_files > 1)
    yd_window_say (window, _("Only the first of the files was opened"));
}

static int
yd_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  YdApplication *self = YD_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("yaodian %s\n", PACKAGE_VERSION);
      return EXIT_SUCCESS;
    }

  yd_trial_take_options (self->trial, options);
  g_variant_dict_lookup (options, "leader", "s", &self->leader);

  if (yd_trial_get_library (self->trial) != NULL || yd_trial_makes_picture (self->trial))
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  if (self->leader != NULL && g_application_register (application, NULL, NULL) &&
      g_application_get_is_remote (application))
    {
      g_action_group_activate_action (G_ACTION_GROUP (application), "leader",
                                      g_variant_new_string (self->leader));
      return EXIT_SUCCESS;
    }

  return -1;
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  YdWindow *window = find_window (YD_APPLICATION (user_data));

  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                         "application-name", _("Yaodian"),
                         "application-icon", YD_APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _("The Yaodian Developers"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Turns a work-points document into a plan that can be "
                                       "followed: tasks, units, deadlines, each with the sentence "
                                       "it came from."),
                         /* Translators: your names, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
show_point_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  YdWindow *window = get_window (user_data);
  const char *plan, *point;

  g_variant_get (parameter, "(&s&s)", &plan, &point);
  gtk_window_present (GTK_WINDOW (window));
  yd_window_show_point (window, plan, point);
}

static void
leader_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  YdWindow *window = get_window (user_data);

  gtk_window_present (GTK_WINDOW (window));
  yd_window_show_meeting (window, g_variant_get_string (parameter, NULL));
}

/* Who wants to be reminded when the window is closed has the program stay. */
static void
set_stays (YdApplication *self,
           gboolean       stays)
{
  if (self->stays == stays)
    return;

  self->stays = stays;
  if (stays)
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

static void
update_stays_cb (YdApplication *self)
{
  set_stays (self, g_settings_get_boolean (self->settings, "remind") &&
                   g_settings_get_boolean (self->settings, "remind-when-closed"));
}

/* Where it was switched, or else in the window behind, or nowhere but in the log. */
static void
login_failed_cb (YdApplication *self,
                 const char    *words)
{
  GListModel *windows = gtk_window_get_toplevels ();
  YdWindow *window = find_window (self);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) other = g_list_model_get_item (windows, i);

      if (YD_IS_PREFERENCES (other))
        {
          yd_preferences_show_login_error (YD_PREFERENCES (other), words);
          return;
        }
    }

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.warn", "s", words);
  else
    g_message ("%s", words);
}

/* A run for pictures and tests has a library of its own: a notification of it, clicked,
 * would come to the program that is installed.
 */
static void
start_reminders (YdApplication *self)
{
  g_autofree char *library = yd_library_dup_default_path ();

  self->settings = yd_settings_new ();
  if (self->settings == NULL)
    return;

  self->reminders = yd_reminders_new (G_APPLICATION (self), self->settings, self->ids, library);
  g_signal_connect_object (self->settings, "changed::remind", G_CALLBACK (update_stays_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::remind-when-closed",
                           G_CALLBACK (update_stays_cb), self, G_CONNECT_SWAPPED);
  self->login = yd_login_switch_new (self->settings, yd_autostart_is_sandboxed ());
  g_signal_connect_object (self->login, "failed", G_CALLBACK (login_failed_cb), self,
                           G_CONNECT_SWAPPED);
  update_stays_cb (self);
}

/* A session that ends sends it; the window keeps its state and goes. */
static gboolean
terminate_cb (gpointer user_data)
{
  set_stays (user_data, FALSE);
  g_action_group_activate_action (G_ACTION_GROUP (user_data), "quit", NULL);

  return G_SOURCE_CONTINUE;
}

/* Before a GtkPaned takes F6 and F8 for its handle. The others are with the window. */
static void
set_keys (GtkApplication *application)
{
  const struct
  {
    const char *action;
    const char *keys[3];
  } keys[] = {
    { "app.quit",              { "<Control>q" }                       },
    { "win.check-next",        { "F8" }                               },
    { "win.step-part(1)",      { "F6" }                               },
    { "win.step-part(-1)",     { "<Shift>F6" }                        },
    { "win.show-help-overlay", { "<Control>question", "<Control>F1" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (application, keys[i].action, keys[i].keys);
}

static void
yd_application_startup (GApplication *application)
{
  const GActionEntry entries[] = {
    { "quit", quit_action },
    { "about", about_action },
    { "show-point", show_point_action, "(ss)" },
    { "leader", leader_action, "s" },
  };

  yd_icons_keep ();
  yd_toolkit_init ();
  yd_tooltip_init ();
  G_APPLICATION_CLASS (yd_application_parent_class)->startup (application);
  yd_toolkit_finish ();

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  g_unix_signal_add (SIGTERM, terminate_cb, application);
  set_keys (GTK_APPLICATION (application));
  if ((g_application_get_flags (application) & G_APPLICATION_NON_UNIQUE) == 0)
    start_reminders (YD_APPLICATION (application));
}

static void
yd_application_finalize (GObject *object)
{
  YdApplication *self = YD_APPLICATION (object);

  yd_trial_free (self->trial);
  g_free (self->leader);
  g_clear_object (&self->login);
  g_clear_object (&self->reminders);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (yd_application_parent_class)->finalize (object);
}

static void
yd_application_class_init (YdApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yd_application_finalize;
  application_class->activate = yd_application_activate;
  application_class->open = yd_application_open;
  application_class->handle_local_options = yd_application_handle_local_options;
  application_class->startup = yd_application_startup;
}

static void
yd_application_init (YdApplication *self)
{
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Say which version this is"), NULL },
    { "leader", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_("Show this plan on the whole screen, for a meeting"), N_("PLAN") },
    { NULL }
  };

  self->trial = yd_trial_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  yd_trial_add_options (G_APPLICATION (self));
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * yd_application_new:
 * @ids: (transfer none): makes ids; must live longer
 *
 * Returns: (transfer full): the application
 */
YdApplication *
yd_application_new (const YdIdSource *ids)
{
  YdApplication *self = g_object_new (YD_TYPE_APPLICATION,
                                      "application-id", YD_APPLICATION_ID,
                                      "resource-base-path", "/io/github/yaodian/Yaodian",
                                      "flags", G_APPLICATION_HANDLES_OPEN,
                                      NULL);

  self->ids = ids;

  return self;
}

/* Returns: with what the program ends, if nothing else went wrong */
int
yd_application_get_status (YdApplication *self)
{
  g_return_val_if_fail (YD_IS_APPLICATION (self), EXIT_FAILURE);

  return yd_trial_get_status (self->trial);
}
