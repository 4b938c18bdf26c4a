/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-reminders-look-private.h"

#include "yd-library-office.h"

/* The library is opened for reading alone and closed again: so this holds up nobody who
 * writes it, be it the window or another program. It may take long, and waits on a thread.
 */

YdRemindersLook *
_yd_reminders_look_new (const char            *library,
                        const YdReminderRules *rules,
                        YdMoment               now)
{
  YdRemindersLook *self = g_new0 (YdRemindersLook, 1);

  self->library = g_strdup (library);
  self->rules = *rules;
  self->now = now;
  self->next = (YdMoment) { now.day + 1, 0 };
  self->plans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->unread = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
_yd_reminders_look_free (YdRemindersLook *self)
{
  g_free (self->library);
  g_hash_table_unref (self->plans);
  g_hash_table_unref (self->unread);
  g_free (self);
}

static void
look_at_plan (YdRemindersLook *self,
              YdOffice        *office,
              YdPlan          *plan)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (office, plan);
  g_autoptr(YdSchedule) schedule = yd_schedule_new (plan, calendar, self->now.day);
  YdMoment next;
  GPtrArray *reminders = yd_reminders_list (schedule, &self->rules, self->now, &next);

  g_hash_table_insert (self->plans, g_strdup (yd_space_get_id (YD_SPACE (plan))), reminders);
  if (yd_moment_compare (next, self->next) < 0)
    self->next = next;
}

/* A plan that cannot be read is left out, with what was shown of it as it is. */
static void
look_at_plans (YdRemindersLook *self,
               YdLibrary       *library,
               YdOffice        *office,
               GPtrArray       *infos)
{
  for (guint i = 0; i < infos->len; i++)
    {
      const YdSpaceInfo *info = g_ptr_array_index (infos, i);
      g_autoptr(GError) error = NULL;
      g_autoptr(YdSpace) plan = yd_library_open_space (library, info->id, NULL, &error);

      if (plan != NULL)
        look_at_plan (self, office, YD_PLAN (plan));
      else
        {
          g_message ("No reminders of the plan %s: %s", info->id, error->message);
          g_hash_table_add (self->unread, g_strdup (info->id));
        }
    }
}

/* Returns: whether the library could be read; may be called on any thread */
gboolean
_yd_reminders_look_run (YdRemindersLook  *self,
                        GError          **error)
{
  g_autoptr(YdLibrary) library = yd_library_open (self->library, YD_LIBRARY_READ_ONLY, error);
  g_autoptr(YdOffice) office = NULL;
  g_autoptr(GPtrArray) infos = NULL;
  g_autoptr(YdWorkCalendar) calendar = NULL;

  if (library == NULL || (infos = yd_library_list_spaces (library, "plan", error)) == NULL)
    return FALSE;

  /* Without an office the days off are counted with that come with the program. */
  office = yd_library_open_office (library, NULL, NULL);
  look_at_plans (self, library, office, infos);

  calendar = yd_work_calendar_new_for (office, NULL);
  self->quiet = yd_reminders_get_quiet_end (&self->rules, calendar, self->now, &self->quiet_end);
  if (self->quiet && yd_moment_compare (self->quiet_end, self->next) < 0)
    self->next = self->quiet_end;

  return TRUE;
}
