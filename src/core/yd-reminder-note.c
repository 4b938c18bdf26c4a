/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-reminder-note.h"

#include <glib/gi18n-lib.h>

/* A notification shows few lines. */
#define MAX_NAMED 3

/* Returns: (transfer full): what says @reminders, (transfer full), at least one, of one plan */
YdReminderNote *
yd_reminder_note_new (GPtrArray *reminders)
{
  YdReminderNote *self;
  const YdReminder *first;

  g_return_val_if_fail (reminders != NULL && reminders->len > 0, NULL);

  self = g_new0 (YdReminderNote, 1);
  first = g_ptr_array_index (reminders, 0);
  self->id = g_strdup_printf (reminders->len > 1 ? "due-%s-%s" : "due-%s%s",
                              reminders->len > 1 ? first->plan : "", first->key);
  self->reminders = reminders;

  return self;
}

void
yd_reminder_note_free (YdReminderNote *self)
{
  g_free (self->id);
  g_ptr_array_unref (self->reminders);
  g_free (self);
}

/**
 * yd_reminder_note_dup_title:
 * @self: what pops up
 * @now: what time it is
 *
 * Returns: (transfer full): its first line
 */
char *
yd_reminder_note_dup_title (const YdReminderNote *self,
                            YdMoment              now)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->reminders->len == 1)
    return yd_reminder_dup_title (g_ptr_array_index (self->reminders, 0), now);

  return g_strdup_printf (ngettext ("%u point is due soon", "%u points are due soon",
                                    self->reminders->len), self->reminders->len);
}

/**
 * yd_reminder_note_dup_body:
 * @self: what pops up
 *
 * Returns: (transfer full): the lines below the first
 */
char *
yd_reminder_note_dup_body (const YdReminderNote *self)
{
  const YdReminder *first;
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  first = g_ptr_array_index (self->reminders, 0);
  if (self->reminders->len == 1)
    return yd_reminder_dup_body (first);

  out = g_string_new (first->plan_title);
  for (guint i = 0; i < MIN (self->reminders->len, MAX_NAMED); i++)
    {
      const YdReminder *reminder = g_ptr_array_index (self->reminders, i);
      g_autofree char *day = yd_day_dup_words (reminder->due.day);

      g_string_append_printf (out, "%s%s  %s", out->len > 0 ? "\n" : "", day, reminder->task);
    }

  return g_string_free (out, FALSE);
}
