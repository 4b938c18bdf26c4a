/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "yd-autostart.h"
#include "yd-first-fonts.h"
#include "yd-library.h"
#include "yd-login-switch.h"
#include "yd-look.h"
#include "yd-preferences.h"
#include "yd-reminders.h"
#include "yd-screenshot.h"
#include "yd-settings.h"
#include "yd-toolkit.h"
#include "yd-tooltip.h"
#include "yd-window.h"

/**
 * YdApplication:
 *
 * One process, one window, one library. A second start hands its files over and
 * raises the window.
 *
 * The hidden options are for pictures and tests: such a run has a library of its own
 * and knows nothing of another one.
 */

struct _YdApplication
{
  AdwApplication    parent_instance;

  /* Owned */
  char             *library;
  char             *screenshot;
  char             *page;
  char             *size;
  char             *look;
  char             *today;
  char             *leader;     /* (nullable): the plan of a meeting */
  char            **actions;
  GSettings        *settings;   /* (nullable): if it is installed */
  YdLoginSwitch    *login;      /* (nullable): as reminders */
  YdReminders      *reminders;  /* (nullable): not in a run for pictures and tests */

  /* Borrowed */
  const YdIdSource *ids;

  int               status;
  int               text_scale;
  gboolean          until_frame;
  gboolean          stays;      /* without a window */
};

#define STATUS_ANNOYING 3       /* nothing failed, but a picture has something to be mended */

G_DEFINE_FINAL_TYPE (YdApplication, yd_application, ADW_TYPE_APPLICATION)

static gboolean
parse_size (const char *size,
            int        *width,
            int        *height)
{
  char *end;
  guint64 across = g_ascii_strtoull (size, &end, 10);
  guint64 down = *end == 'x' ? g_ascii_strtoull (end + 1, NULL, 10) : 0;

  *width = (int) across;
  *height = (int) down;

  return across > 0 && across < 10000 && down > 0 && down < 10000;
}

/* A window that needs more room than the screen has is cut at its edges. */
static gboolean
is_too_large (YdApplication *self,
              GtkWidget     *shown)
{
  int width, height;

  return self->size != NULL && GTK_IS_APPLICATION_WINDOW (shown) &&
         parse_size (self->size, &width, &height) &&
         (gtk_widget_get_width (shown) > width || gtk_widget_get_height (shown) > height);
}

/* For the pictures of tests/shots: what annoys is told in lines, and in how the program ends. */
static void
look_at (YdApplication *self,
         GtkWidget     *shown)
{
  g_autofree char *words = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_file_get_contents (self->look, &words, NULL, &error))
    g_warning ("%s", error->message);

  findings = yd_look_at (shown, words);
  if (is_too_large (self, shown))
    g_ptr_array_add (findings, g_strdup_printf ("needs %d×%d", gtk_widget_get_width (shown),
                                                gtk_widget_get_height (shown)));
  for (guint i = 0; i < findings->len; i++)
    g_print ("%s\n", (const char *) findings->pdata[i]);
  if (findings->len > 0)
    self->status = STATUS_ANNOYING;
}

static void
taken_cb (GtkWidget *shown,
          gpointer   user_data)
{
  YdApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (shown == NULL)
    {
      g_printerr (_("yaodian: the picture “%s” could not be made\n"), self->screenshot);
      self->status = EXIT_FAILURE;
    }
  else if (self->look != NULL)
    look_at (self, shown);

  if (shown != NULL && GTK_IS_POPOVER (shown))
    gtk_popover_popdown (GTK_POPOVER (shown));
  if (window != NULL)
    gtk_window_destroy (window);
}

static void
set_size (GtkWindow  *window,
          const char *size)
{
  int width, height;

  if (parse_size (size, &width, &height))
    gtk_window_set_default_size (window, width, height);
}

/* Two: the first tick comes before anything was drawn. */
static gboolean
count_frames_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  guint *n = user_data;

  if (++*n < 2)
    return G_SOURCE_CONTINUE;

  gtk_window_destroy (GTK_WINDOW (widget));
  return G_SOURCE_REMOVE;
}

static void
prepare_picture (YdApplication *self,
                 YdWindow      *window)
{
  if (self->size != NULL)
    set_size (GTK_WINDOW (window), self->size);

  if (self->until_frame)
    gtk_widget_add_tick_callback (GTK_WIDGET (window), count_frames_cb, g_new0 (guint, 1), g_free);

  if (self->screenshot == NULL)
    return;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE,
                "gtk-cursor-blink", FALSE, NULL);
  if (self->text_scale > 0)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                  96 * PANGO_SCALE * self->text_scale / 100, NULL);
  yd_screenshot_take (window, self->screenshot, self->actions, taken_cb, self);
}

/* A window in front of it, such as the preferences, is one of the application as well. */
static YdWindow *
find_window (YdApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (YD_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

/* A day, or a moment: `2017-10-11 14:05`. */
static void
set_today (YdSession  *session,
           const char *text)
{
  const YdDay day = yd_day_parse (text);
  const YdMoment now = day == YD_DAY_NONE ? yd_moment_read (text, YD_MOMENT_NONE) : YD_MOMENT_NONE;

  if (day != YD_DAY_NONE)
    yd_session_set_today (session, day);
  else if (yd_moment_is_known (now))
    yd_session_set_now (session, now);
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
  prepare_picture (self, window);
  if (self->page != NULL)
    yd_window_set_first_page (window, self->page);
  if (self->today != NULL)
    set_today (yd_window_get_session (window), self->today);
  yd_window_open_library (window, self->library);

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

  g_variant_dict_lookup (options, "library", "^ay", &self->library);
  g_variant_dict_lookup (options, "screenshot", "^ay", &self->screenshot);
  g_variant_dict_lookup (options, "page", "s", &self->page);
  g_variant_dict_lookup (options, "size", "s", &self->size);
  g_variant_dict_lookup (options, "look", "^ay", &self->look);
  g_variant_dict_lookup (options, "today", "s", &self->today);
  g_variant_dict_lookup (options, "leader", "s", &self->leader);
  g_variant_dict_lookup (options, "text-scale", "i", &self->text_scale);
  g_variant_dict_lookup (options, "action", "^as", &self->actions);

  self->until_frame = g_variant_dict_contains (options, "until-frame");

  if (self->screenshot != NULL || self->library != NULL)
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
    yd_window_say (window, words);
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

  yd_toolkit_init ();
  G_APPLICATION_CLASS (yd_application_parent_class)->startup (application);
  yd_tooltip_init ();

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

  g_free (self->library);
  g_free (self->screenshot);
  g_free (self->page);
  g_free (self->size);
  g_free (self->look);
  g_free (self->today);
  g_free (self->leader);
  g_strfreev (self->actions);
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
  const GOptionFlags hidden = G_OPTION_FLAG_HIDDEN;
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Say which version this is"), NULL },
    { "leader", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_("Show this plan on the whole screen, for a meeting"), N_("PLAN") },
    { "library", 0, hidden, G_OPTION_ARG_FILENAME, NULL, NULL, NULL },
    { "screenshot", 0, hidden, G_OPTION_ARG_FILENAME, NULL, NULL, NULL },
    { "page", 0, hidden, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "size", 0, hidden, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "look", 0, hidden, G_OPTION_ARG_FILENAME, NULL, NULL, NULL },
    { "today", 0, hidden, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "text-scale", 0, hidden, G_OPTION_ARG_INT, NULL, NULL, NULL },
    { "until-frame", 0, hidden, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { "action", 0, hidden, G_OPTION_ARG_STRING_ARRAY, NULL, NULL, NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
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

  return self->status;
}
