/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-trial.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "yd-look.h"
#include "yd-screenshot.h"
#include "yd-style.h"

/**
 * YdTrial:
 *
 * What the hidden options ask for, which are for pictures and tests: a window of that size, with
 * that page, on that day. Such a run has a library of its own and knows nothing of another one.
 */

struct _YdTrial
{
  char      *library;
  char      *screenshot;
  char      *page;
  char      *size;
  char      *look;
  char      *today;
  char     **actions;
  int        text_scale;
  gboolean   until_frame;

  YdWindow  *window;            /* (nullable) (weak): the one that the picture is of */
  int        status;
};

#define STATUS_ANNOYING 3       /* nothing failed, but a picture has something to be mended */

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
is_too_large (YdTrial   *self,
              GtkWidget *shown)
{
  int width, height;

  return self->size != NULL && GTK_IS_APPLICATION_WINDOW (shown) &&
         parse_size (self->size, &width, &height) &&
         (gtk_widget_get_width (shown) > width || gtk_widget_get_height (shown) > height);
}

/* For the pictures of tests/shots: what annoys is told in lines, and in how the program ends. */
static void
look_at (YdTrial   *self,
         GtkWidget *shown)
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
  YdTrial *self = user_data;
  GtkApplication *application =
    self->window != NULL ? gtk_window_get_application (GTK_WINDOW (self->window)) : NULL;
  GtkWindow *window = application != NULL ? gtk_application_get_active_window (application) : NULL;

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
begin_picture (YdTrial  *self,
               YdWindow *window)
{
  g_set_weak_pointer (&self->window, window);
  yd_style_load_pages ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE,
                "gtk-cursor-blink", FALSE, NULL);
  if (self->text_scale > 0)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                  96 * PANGO_SCALE * self->text_scale / 100, NULL);
  yd_screenshot_take (window, self->screenshot, self->actions, taken_cb, self);
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

/* Returns: (transfer full): nothing asked for yet */
YdTrial *
yd_trial_new (void)
{
  return g_new0 (YdTrial, 1);
}

/* Frees @self with all that was asked for; its window stays. */
void
yd_trial_free (YdTrial *self)
{
  g_free (self->library);
  g_free (self->screenshot);
  g_free (self->page);
  g_free (self->size);
  g_free (self->look);
  g_free (self->today);
  g_strfreev (self->actions);
  g_clear_weak_pointer (&self->window);
  g_free (self);
}

/* Adds the options, which no help tells of. */
void
yd_trial_add_options (GApplication *application)
{
  const GOptionFlags hidden = G_OPTION_FLAG_HIDDEN;
  const GOptionEntry entries[] = {
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

  g_application_add_main_option_entries (application, entries);
}

/* Takes what was given of them. */
void
yd_trial_take_options (YdTrial      *self,
                       GVariantDict *options)
{
  g_variant_dict_lookup (options, "library", "^ay", &self->library);
  g_variant_dict_lookup (options, "screenshot", "^ay", &self->screenshot);
  g_variant_dict_lookup (options, "page", "s", &self->page);
  g_variant_dict_lookup (options, "size", "s", &self->size);
  g_variant_dict_lookup (options, "look", "^ay", &self->look);
  g_variant_dict_lookup (options, "today", "s", &self->today);
  g_variant_dict_lookup (options, "text-scale", "i", &self->text_scale);
  g_variant_dict_lookup (options, "action", "^as", &self->actions);
  self->until_frame = g_variant_dict_contains (options, "until-frame");
}

/**
 * yd_trial_begin:
 * @self: what was asked for; lives longer than @window
 * @window: a window that was just made, without a library
 *
 * Has @window as it was asked for. One of which there shall be a picture closes by itself.
 */
void
yd_trial_begin (YdTrial  *self,
                YdWindow *window)
{
  if (self->size != NULL)
    set_size (GTK_WINDOW (window), self->size);
  if (self->until_frame)
    gtk_widget_add_tick_callback (GTK_WIDGET (window), count_frames_cb, g_new0 (guint, 1), g_free);
  if (self->screenshot != NULL)
    begin_picture (self, window);
  if (self->page != NULL)
    yd_window_set_first_page (window, self->page);
  if (self->today != NULL)
    set_today (yd_window_get_session (window), self->today);
}

/* Returns: (nullable) (transfer none): the library to use; %NULL for the user's own */
const char *
yd_trial_get_library (YdTrial *self)
{
  return self->library;
}

/* Returns: whether the run ends with a picture */
gboolean
yd_trial_makes_picture (YdTrial *self)
{
  return self->screenshot != NULL;
}

/* Returns: with what the program ends, if nothing else went wrong */
int
yd_trial_get_status (YdTrial *self)
{
  return self->status;
}
