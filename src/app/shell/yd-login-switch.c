/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-login-switch.h"

#include "yd-autostart.h"
#include "yd-background-portal.h"

/**
 * YdLoginSwitch:
 *
 * Has the program start at login when the setting says so: by a desktop file, or from a sandbox by
 * asking the desktop. When that fails the setting goes back to what is so.
 */

struct _YdLoginSwitch
{
  GObject    parent_instance;

  /* Owned */
  GSettings *settings;

  gboolean   sandboxed;
  gboolean   is_on;             /* as it was set last */
  guint      n_asked;           /* the answer to the last question counts */
  gboolean   waiting;           /* for it */
  guint      follow_id;
};

G_DEFINE_FINAL_TYPE (YdLoginSwitch, yd_login_switch, G_TYPE_OBJECT)

#define KEY "remind-when-closed"

enum { FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
take_answer (YdLoginSwitch *self,
             gboolean       on,
             const GError  *error)
{
  if (error == NULL)
    {
      self->is_on = on;
      return;
    }

  g_settings_set_boolean (self->settings, KEY, self->is_on);
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

/* A question, and who asked it. */
typedef struct
{
  YdLoginSwitch *self;
  gboolean       on;
  guint          number;
} Question;

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr(YdLoginSwitch) self = question->self;
  g_autoptr(GError) error = NULL;

  /* That one question was refused is of no interest after another one was put. */
  if (!yd_background_portal_set_finish (result, &error) && question->number != self->n_asked)
    return;

  self->waiting = question->number != self->n_asked;
  take_answer (self, question->on, error);
}

static void
ask (YdLoginSwitch *self,
     gboolean       on)
{
  Question *question = g_new0 (Question, 1);

  question->self = g_object_ref (self);
  question->on = on;
  question->number = ++self->n_asked;
  self->waiting = TRUE;
  yd_background_portal_set_async (on, answered_cb, question);
}

static gboolean
follow_cb (gpointer user_data)
{
  YdLoginSwitch *self = user_data;
  const gboolean on = g_settings_get_boolean (self->settings, KEY);
  g_autoptr(GError) error = NULL;

  self->follow_id = 0;
  if (on == self->is_on && !self->waiting)
    return G_SOURCE_REMOVE;

  if (self->sandboxed)
    {
      ask (self, on);
      return G_SOURCE_REMOVE;
    }

  yd_autostart_set (on, &error);
  take_answer (self, on, error);

  return G_SOURCE_REMOVE;
}

/* Not at once: a widget that is bound to the setting does not hear that it went back meanwhile. */
static void
changed_cb (YdLoginSwitch *self)
{
  if (self->follow_id == 0)
    self->follow_id = g_idle_add (follow_cb, self);
}

static void
yd_login_switch_dispose (GObject *object)
{
  YdLoginSwitch *self = YD_LOGIN_SWITCH (object);

  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (yd_login_switch_parent_class)->dispose (object);
}

static void
yd_login_switch_class_init (YdLoginSwitchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_login_switch_dispose;

  /**
   * YdLoginSwitch::failed:
   * @self: the switch
   * @words: what a person is told
   *
   * It could not be set; the setting is as it was.
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yd_login_switch_init (YdLoginSwitch *self)
{
}

/**
 * yd_login_switch_new:
 * @settings: what the person has set
 * @sandboxed: whether the desktop has to be asked
 *
 * Who deletes the desktop file, or switches it off in the desktop's settings, wants it so: it is
 * set when the setting changes, and not at each start.
 *
 * Returns: (transfer full): what follows the setting from now on
 */
YdLoginSwitch *
yd_login_switch_new (GSettings *settings,
                     gboolean   sandboxed)
{
  YdLoginSwitch *self = g_object_new (YD_TYPE_LOGIN_SWITCH, NULL);

  g_return_val_if_fail (G_IS_SETTINGS (settings), self);

  self->settings = g_object_ref (settings);
  self->sandboxed = sandboxed;
  self->is_on = g_settings_get_boolean (settings, KEY);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}
