/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-reminders.h"

#include <glib/gi18n-lib.h>

#include "yd-reminder-book.h"
#include "yd-reminders-look-private.h"

/**
 * YdReminders:
 *
 * Tells of what is due, by notifications of the desktop, whether a window is there or not.
 * Looks when the program starts, at midnight, in the morning, at the last hour of a term in
 * hours, and a while after something was edited. What was shown is kept beside the library,
 * in reminders.ini.
 */

struct _YdReminders
{
  GObject            parent_instance;

  /* Owned */
  GSettings         *settings;
  char              *library;
  YdReminderBook    *book;      /* (nullable): until the first look */

  /* Borrowed */
  GApplication      *application;       /* (nullable): has this object, and may be gone first */
  const YdIdSource  *clock;

  YdMoment           next;
  guint              timer_id;
  guint              soon_id;
  gboolean           looking;
  gboolean           again;             /* something was edited meanwhile */
  gboolean           told;              /* that the book cannot be kept */
};

G_DEFINE_FINAL_TYPE (YdReminders, yd_reminders, G_TYPE_OBJECT)

/* In seconds: not while the window comes up, nor after each of many edits. */
#define SOON 3

/* In seconds: a computer that slept is awake again for this long at most. */
#define MAX_WAIT 900

static YdMoment
get_now (YdReminders *self)
{
  return yd_moment_new (self->clock->get_msec (self->clock->user_data));
}

static char *
make_book_path (YdReminders *self)
{
  g_autofree char *folder = g_path_get_dirname (self->library);

  return g_build_filename (folder, "reminders.ini", NULL);
}

static YdReminderBook *
get_book (YdReminders *self)
{
  g_autofree char *path = make_book_path (self);
  g_autofree char *text = NULL;

  if (self->book == NULL)
    {
      g_file_get_contents (path, &text, NULL, NULL);
      self->book = yd_reminder_book_new (text);
    }

  return self->book;
}

/* A full disk, or no right to write: said once, where the reminders are seen. */
static void
say_not_kept (YdReminders  *self,
              const GError *error)
{
  g_autoptr(GNotification) notification = NULL;
  g_autofree char *body = NULL;

  if (self->told)
    return;

  self->told = TRUE;
  body = g_strdup_printf (_("%s\nWhat you were reminded of may come again."), error->message);
  notification = g_notification_new (_("Reminders Cannot Be Kept"));
  g_notification_set_body (notification, body);
  g_application_send_notification (self->application, "reminders-not-kept", notification);
}

/* Kept before anything pops up: rather once too little than again at each start. */
static void
keep_book (YdReminders *self)
{
  g_autofree char *path = make_book_path (self);
  g_autofree char *text = yd_reminder_book_dup_text (self->book);
  g_autofree char *old = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &old, NULL, NULL);
  if (g_strcmp0 (old, text) != 0 && !g_file_set_contents (path, text, -1, &error))
    say_not_kept (self, error);
  else
    self->told = FALSE;
}

static void
show_note (YdReminders          *self,
           const YdReminderNote *note)
{
  const YdReminder *first = g_ptr_array_index (note->reminders, 0);
  g_autofree char *title = yd_reminder_note_dup_title (note, get_now (self));
  g_autofree char *body = yd_reminder_note_dup_body (note);
  const char *row = first->clock != NULL ? first->clock : first->point;
  g_autoptr(GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.show-point", "(ss)",
                                                first->plan, row != NULL ? row : "");
  if (first->due.minute != YD_MINUTE_NONE)
    g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  g_application_send_notification (self->application, note->id, notification);
}

static void
take_back (YdReminders *self,
           const char  *plan,
           GPtrArray   *reminders)
{
  g_auto(GStrv) ids = yd_reminder_book_close (self->book, plan, reminders);

  for (guint i = 0; ids[i] != NULL; i++)
    g_application_withdraw_notification (self->application, ids[i]);
}

/* A plan that is gone has nothing to be reminded of. */
static void
take_back_gone (YdReminders           *self,
                const YdRemindersLook *look)
{
  g_auto(GStrv) plans = yd_reminder_book_list_plans (self->book);
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();

  for (guint i = 0; plans[i] != NULL; i++)
    if (!g_hash_table_contains (look->plans, plans[i]) &&
        !g_hash_table_contains (look->unread, plans[i]))
      take_back (self, plans[i], nothing);
}

static void
take (YdReminders           *self,
      const YdRemindersLook *look)
{
  YdReminderBook *book = get_book (self);
  g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer plan, reminders;

  g_hash_table_iter_init (&iter, look->plans);
  while (g_hash_table_iter_next (&iter, &plan, &reminders))
    {
      take_back (self, plan, reminders);
      g_ptr_array_add (shown, yd_reminder_book_take (book, plan, reminders,
                                                     look->quiet ? &look->quiet_end : NULL));
    }

  take_back_gone (self, look);
  yd_reminder_book_prune (book, look->now.day);
  keep_book (self);

  for (guint i = 0; i < shown->len; i++)
    {
      GPtrArray *notes = g_ptr_array_index (shown, i);

      for (guint j = 0; j < notes->len; j++)
        show_note (self, g_ptr_array_index (notes, j));
    }
}

static void
look_now (YdReminders *self);

static gboolean
timer_cb (gpointer user_data);

static void
wait_for_next (YdReminders *self)
{
  const YdMoment now = get_now (self);
  const int minutes = (self->next.day - now.day) * 24 * 60 + self->next.minute - now.minute;

  g_clear_handle_id (&self->timer_id, g_source_remove);
  self->timer_id = g_timeout_add_seconds (CLAMP (minutes * 60, 1, MAX_WAIT), timer_cb, self);
}

static gboolean
timer_cb (gpointer user_data)
{
  YdReminders *self = user_data;

  self->timer_id = 0;
  if (yd_moment_compare (get_now (self), self->next) >= 0)
    look_now (self);
  else
    wait_for_next (self);

  return G_SOURCE_REMOVE;
}

static void
look_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (_yd_reminders_look_run (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A library that is not there has no plans; one that cannot be read now, later perhaps. The
 * reminders come as data: a task may be the last to let go of its source, on its thread.
 */
static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(YdReminders) self = user_data;
  const YdRemindersLook *look = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;

  self->looking = FALSE;
  if (self->application == NULL)
    return;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_message ("No reminders: %s", error->message);
  else if (g_settings_get_boolean (self->settings, "remind"))
    take (self, look);

  self->next = look->next;
  wait_for_next (self);
  if (self->again)
    yd_reminders_look_soon (self);
  self->again = FALSE;
}

static void
look_now (YdReminders *self)
{
  const YdReminderRules rules = {
    .days = g_settings_get_int (self->settings, "remind-days"),
    .quiet = g_settings_get_boolean (self->settings, "remind-quiet"),
  };
  g_autoptr(GTask) task = NULL;

  if (!g_settings_get_boolean (self->settings, "remind"))
    return;

  self->looking = TRUE;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  task = g_task_new (NULL, NULL, looked_cb, g_object_ref (self));
  g_task_set_source_tag (task, look_now);
  g_task_set_task_data (task, _yd_reminders_look_new (self->library, &rules, get_now (self)),
                        (GDestroyNotify) _yd_reminders_look_free);
  g_task_run_in_thread (task, look_in_thread);
}

static gboolean
soon_cb (gpointer user_data)
{
  YdReminders *self = user_data;

  self->soon_id = 0;
  if (self->looking)
    self->again = TRUE;
  else
    look_now (self);

  return G_SOURCE_REMOVE;
}

static void
yd_reminders_dispose (GObject *object)
{
  YdReminders *self = YD_REMINDERS (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_handle_id (&self->soon_id, g_source_remove);
  g_clear_weak_pointer (&self->application);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->book, yd_reminder_book_free);
  g_clear_pointer (&self->library, g_free);

  G_OBJECT_CLASS (yd_reminders_parent_class)->dispose (object);
}

static void
yd_reminders_class_init (YdRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_reminders_dispose;
}

static void
yd_reminders_init (YdReminders *self)
{
}

/**
 * yd_reminders_new:
 * @application: (transfer none): shows them; it must live longer
 * @settings: what the person has set
 * @clock: (transfer none): knows what time it is; must live longer
 * @library: (type filename): the library
 *
 * Returns: (transfer full): what looks for the first time in a few seconds
 */
YdReminders *
yd_reminders_new (GApplication     *application,
                  GSettings        *settings,
                  const YdIdSource *clock,
                  const char       *library)
{
  YdReminders *self = g_object_new (YD_TYPE_REMINDERS, NULL);

  g_set_weak_pointer (&self->application, application);
  self->settings = g_object_ref (settings);
  self->clock = clock;
  self->library = g_strdup (library);
  for (const char * const *key = (const char * const []) { "remind", "remind-days",
                                                           "remind-quiet", NULL };
       *key != NULL; key++)
    {
      g_autofree char *name = g_strconcat ("changed::", *key, NULL);

      g_signal_connect_object (settings, name, G_CALLBACK (yd_reminders_look_soon), self,
                               G_CONNECT_SWAPPED);
    }
  yd_reminders_look_soon (self);

  return self;
}

/* After something was edited: what it said may be done, or due on another day. */
void
yd_reminders_look_soon (YdReminders *self)
{
  g_return_if_fail (YD_IS_REMINDERS (self));

  if (self->soon_id == 0)
    self->soon_id = g_timeout_add_seconds (SOON, soon_cb, self);
}
