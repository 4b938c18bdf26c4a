/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-reminder.h"

#include <glib/gi18n-lib.h>

/* How a reminder is worded, and when it is too late in the day for one. */

/* In minutes: then they are counted. */
#define LAST_MINUTES 60

void
yd_reminder_free (YdReminder *self)
{
  g_free (self->key);
  g_free (self->plan);
  g_free (self->plan_title);
  g_free (self->point);
  g_free (self->clock);
  g_free (self->task);
  g_free (self->units);
  g_free (self);
}

/**
 * yd_reminders_get_quiet_end:
 * @rules: what the person has set
 * @calendar: the working days of the office
 * @now: what time it is
 * @end: (out): when it may be loud again; @now if it may
 *
 * Returns: whether it is to be quiet now: at night, and on a rest day
 */
gboolean
yd_reminders_get_quiet_end (const YdReminderRules *rules,
                            YdWorkCalendar        *calendar,
                            YdMoment               now,
                            YdMoment              *end)
{
  gboolean working;

  g_return_val_if_fail (rules != NULL && calendar != NULL && end != NULL, FALSE);

  *end = now;
  working = yd_work_calendar_is_working (calendar, now.day);
  if (!rules->quiet ||
      (working && now.minute >= YD_REMINDER_MORNING && now.minute < YD_REMINDER_EVENING))
    return FALSE;

  end->minute = YD_REMINDER_MORNING;
  if (!working || now.minute >= YD_REMINDER_EVENING)
    end->day = yd_work_calendar_add (calendar, now.day, 1);

  return TRUE;
}

static char *
make_hours_title (const YdReminder *self,
                  YdMoment          now)
{
  const int left = yd_moment_get_count (self->due) - yd_moment_get_count (now);
  const int hours = left / 60;

  if (left < 0)
    return g_strdup_printf (_("Time is over: %s"), self->task);
  if (left <= LAST_MINUTES)
    return g_strdup_printf (ngettext ("%d minute left: %s", "%d minutes left: %s", left), left,
                            self->task);

  return g_strdup_printf (ngettext ("%d hour left: %s", "%d hours left: %s", hours), hours,
                          self->task);
}

/**
 * yd_reminder_dup_title:
 * @self: a reminder
 * @now: what time it is
 *
 * Returns: (transfer full): what is due, and how soon that is
 */
char *
yd_reminder_dup_title (const YdReminder *self,
                       YdMoment          now)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->due.minute != YD_MINUTE_NONE)
    return make_hours_title (self, now);
  if (self->due.day < now.day)
    return g_strdup_printf (_("Overdue: %s"), self->task);
  if (self->due.day == now.day)
    return g_strdup_printf (_("Due today: %s"), self->task);
  if (self->left <= 0)
    return g_strdup_printf (_("Due before the next working day: %s"), self->task);

  return g_strdup_printf (ngettext ("Due in %d working day: %s", "Due in %d working days: %s",
                                    self->left), self->left, self->task);
}

static void
append_part (GString    *out,
             const char *part)
{
  if (out->len > 0)
    g_string_append (out, C_("parts of a reminder", ", "));
  g_string_append (out, part);
}

/**
 * yd_reminder_dup_body:
 * @self: a reminder
 *
 * Returns: (transfer full): the day, who answers for it, and of which plan it is
 */
char *
yd_reminder_dup_body (const YdReminder *self)
{
  g_autofree char *day = NULL;
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  day = yd_day_dup_words (self->due.day);
  append_part (out, day);
  if (self->due.minute != YD_MINUTE_NONE)
    g_string_append_printf (out, " %02d:%02d", self->due.minute / 60, self->due.minute % 60);
  if (self->internal)
    append_part (out, _("Internal Target"));
  if (self->proposed)
    append_part (out, _("To Check"));
  if (self->provisional)
    append_part (out, _("Provisional"));
  if (self->units != NULL)
    append_part (out, self->units);
  if (self->plan_title != NULL)
    g_string_append_printf (out, "\n%s", self->plan_title);

  return g_string_free (out, FALSE);
}
