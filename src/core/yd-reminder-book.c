/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-reminder-book.h"

#include <string.h>

/* A group for each plan; in it the keys of what was shown, with the id of what popped up, or
 * with nothing once that was taken back.
 */
struct _YdReminderBook
{
  GKeyFile *file;
};

/* More of one plan at once go into one. */
#define MAX_SINGLE 3

/* In days: what is so long over is not asked for any more. */
#define KEPT_DAYS 400

/**
 * yd_reminder_book_new:
 * @text: (nullable): what yd_reminder_book_dup_text() gave
 *
 * A text that cannot be read is none: the worst is to be reminded twice.
 *
 * Returns: (transfer full): the book
 */
YdReminderBook *
yd_reminder_book_new (const char *text)
{
  YdReminderBook *self = g_new0 (YdReminderBook, 1);

  self->file = g_key_file_new ();
  if (text != NULL && !g_key_file_load_from_data (self->file, text, -1, G_KEY_FILE_NONE, NULL))
    {
      g_key_file_unref (self->file);
      self->file = g_key_file_new ();
    }

  return self;
}

void
yd_reminder_book_free (YdReminderBook *self)
{
  g_key_file_unref (self->file);
  g_free (self);
}

/* Returns: (transfer full): all of it, to be kept */
char *
yd_reminder_book_dup_text (YdReminderBook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_key_file_to_data (self->file, NULL, NULL);
}

/* Returns: (transfer full): the ids of the plans of which something was shown */
char **
yd_reminder_book_list_plans (YdReminderBook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_key_file_get_groups (self->file, NULL);
}

/* Who has a term in hours that ends in the night wants to know. */
static gboolean
can_wait (const YdReminder *reminder,
          const YdMoment   *quiet_end)
{
  return reminder->due.minute == YD_MINUTE_NONE ||
         yd_moment_compare (reminder->due, *quiet_end) >= 0;
}

static void
add_note (YdReminderBook *self,
          const char     *plan,
          GPtrArray      *notes,
          GPtrArray      *reminders)
{
  YdReminderNote *note = yd_reminder_note_new (reminders);

  for (guint i = 0; i < reminders->len; i++)
    g_key_file_set_string (self->file, plan,
                           ((YdReminder *) g_ptr_array_index (reminders, i))->key, note->id);
  g_ptr_array_add (notes, note);
}

/* The first are taken, as @n says, from the front of @reminders. */
static GPtrArray *
take_first (GPtrArray *reminders,
            guint      n)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_reminder_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (taken, g_ptr_array_steal_index (reminders, 0));

  return taken;
}

/**
 * yd_reminder_book_take:
 * @self: a book
 * @plan: the id of a plan
 * @reminders: (element-type YdReminder): what is to be reminded of; what is shown is taken
 *   out of it
 * @quiet_end: (nullable): until when it is quiet; %NULL if it is not
 *
 * Decides what pops up now, and notes that it did.
 *
 * Returns: (transfer full) (element-type YdReminderNote): it
 */
GPtrArray *
yd_reminder_book_take (YdReminderBook *self,
                       const char     *plan,
                       GPtrArray      *reminders,
                       const YdMoment *quiet_end)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_reminder_note_free);
  g_autoptr(GPtrArray) fresh = NULL;

  g_return_val_if_fail (self != NULL && plan != NULL && reminders != NULL, notes);

  fresh = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_reminder_free);
  for (guint i = 0; i < reminders->len;)
    {
      const YdReminder *reminder = g_ptr_array_index (reminders, i);

      if (g_key_file_has_key (self->file, plan, reminder->key, NULL) ||
          (quiet_end != NULL && can_wait (reminder, quiet_end)))
        i++;
      else
        g_ptr_array_add (fresh, g_ptr_array_steal_index (reminders, i));
    }

  if (fresh->len > MAX_SINGLE)
    add_note (self, plan, notes, take_first (fresh, fresh->len));
  while (fresh->len > 0)
    add_note (self, plan, notes, take_first (fresh, 1));

  return notes;
}

static gboolean
has_key (GPtrArray  *reminders,
         const char *key)
{
  for (guint i = 0; i < reminders->len; i++)
    if (g_str_equal (((YdReminder *) g_ptr_array_index (reminders, i))->key, key))
      return TRUE;

  return FALSE;
}

/* What is not asked for any more is closed. Returns: the ids that are still open */
static GHashTable *
close_keys (YdReminderBook *self,
            const char     *plan,
            GPtrArray      *reminders,
            GHashTable     *closed)
{
  g_auto(GStrv) keys = g_key_file_get_keys (self->file, plan, NULL, NULL);
  GHashTable *open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *id = g_key_file_get_string (self->file, plan, keys[i], NULL);

      if (id == NULL || *id == '\0')
        continue;

      if (has_key (reminders, keys[i]))
        g_hash_table_add (open, g_steal_pointer (&id));
      else
        {
          g_key_file_set_string (self->file, plan, keys[i], "");
          g_hash_table_add (closed, g_steal_pointer (&id));
        }
    }

  return open;
}

/**
 * yd_reminder_book_close:
 * @self: a book
 * @plan: the id of a plan
 * @reminders: (element-type YdReminder): what is to be reminded of, shown or not
 *
 * What is done, or due on another day, needs not be seen any more. One that says several
 * things goes with the last of them.
 *
 * Returns: (transfer full): the ids of what is to be taken back
 */
char **
yd_reminder_book_close (YdReminderBook *self,
                        const char     *plan,
                        GPtrArray      *reminders)
{
  g_autoptr(GHashTable) closed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) open = NULL;
  GStrvBuilder *ids = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer id;
  char **list;

  g_return_val_if_fail (self != NULL && plan != NULL && reminders != NULL, NULL);

  open = close_keys (self, plan, reminders, closed);
  g_hash_table_iter_init (&iter, closed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (open, id))
      g_strv_builder_add (ids, id);
  list = g_strv_builder_end (ids);
  g_strv_builder_unref (ids);

  return list;
}

static YdDay
get_day (const char *key)
{
  const char *at = strrchr (key, '@');
  g_autofree char *day = at != NULL ? g_strndup (at + 1, YD_DAY_SIZE - 1) : NULL;

  return day != NULL ? yd_day_parse (day) : YD_DAY_NONE;
}

/**
 * yd_reminder_book_prune:
 * @self: a book
 * @today: what day it is
 *
 * Forgets what is long over, so that the book does not grow for ever.
 */
void
yd_reminder_book_prune (YdReminderBook *self,
                        YdDay           today)
{
  g_auto(GStrv) plans = NULL;

  g_return_if_fail (self != NULL);

  plans = g_key_file_get_groups (self->file, NULL);
  for (guint i = 0; plans[i] != NULL; i++)
    {
      g_auto(GStrv) keys = g_key_file_get_keys (self->file, plans[i], NULL, NULL);
      guint n_left = g_strv_length (keys);

      for (guint j = 0; keys[j] != NULL; j++)
        if (get_day (keys[j]) < today - KEPT_DAYS)
          {
            g_key_file_remove_key (self->file, plans[i], keys[j], NULL);
            n_left--;
          }
      if (n_left == 0)
        g_key_file_remove_group (self->file, plans[i], NULL);
    }
}
