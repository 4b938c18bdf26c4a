/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-reminder.h"

#include <glib/gi18n-lib.h>

#include "yd-agenda.h"

/* Which deadlines are to be reminded of, as seen at a moment. Nothing here knows what was
 * shown before, nor how it is shown.
 */

/* In days: what was missed while the computer was off is told of, what is long over is not.
 * It is in the ledger anyhow.
 */
#define MISSED_DAYS 7

/* In minutes: a term in hours is reminded of once more when so many are left. */
#define LAST_MINUTES 60

#define DAY_MINUTES (24 * 60)

void
yd_reminder_free (YdReminder *self)
{
  g_free (self->key);
  g_free (self->plan);
  g_free (self->plan_title);
  g_free (self->point);
  g_free (self->task);
  g_free (self->units);
  g_free (self);
}

/* Of two moments on a day, one without a minute is the end of that day. */
int
yd_reminder_compare_moments (YdMoment a,
                             YdMoment b)
{
  const int left = a.minute == YD_MINUTE_NONE ? DAY_MINUTES : a.minute;
  const int right = b.minute == YD_MINUTE_NONE ? DAY_MINUTES : b.minute;

  if (a.day != b.day)
    return a.day < b.day ? -1 : 1;

  return (left > right) - (left < right);
}

static YdMoment
add_minutes (YdMoment moment,
             int      n)
{
  int minute = moment.minute + n;

  while (minute < 0)
    {
      moment.day--;
      minute += DAY_MINUTES;
    }
  moment.day += minute / DAY_MINUTES;
  moment.minute = minute % DAY_MINUTES;

  return moment;
}

static gboolean
is_word (YdRow      *row,
         guint       field,
         const char *word)
{
  return g_strcmp0 (yd_row_get_cell (row, field), word) == 0;
}

/* The unit is named that leads, or the first that answers for it. */
static YdRow *
find_first (YdPlan  *plan,
            YdPoint *point,
            guint   *n_units)
{
  GListModel *assignments = yd_point_get_assignments (point);
  const guint n = g_list_model_get_n_items (assignments);
  YdRow *first = NULL;
  gboolean leads = FALSE;

  *n_units = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      YdRow *unit = yd_plan_get_unit_of (plan, assignment);

      if (unit == NULL || is_word (assignment, YD_ASSIGNMENT_CHECK, "refused"))
        continue;

      (*n_units)++;
      if (first == NULL || (!leads && is_word (assignment, YD_ASSIGNMENT_ROLE, "lead")))
        first = unit;
      leads |= is_word (assignment, YD_ASSIGNMENT_ROLE, "lead");
    }

  return first;
}

static char *
make_units (YdPlan             *plan,
            const YdAgendaItem *item)
{
  const char *own = yd_row_get_cell (item->deadline, YD_DEADLINE_UNIT);
  guint n_units = 1;
  YdRow *first = own != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, own)
                             : find_first (plan, item->point, &n_units);
  const char *name = first != NULL ? yd_row_get_cell (first, YD_UNIT_NAME) : NULL;

  if (name == NULL)
    return NULL;
  if (n_units == 1)
    return g_strdup (name);

  return g_strdup_printf (_("%s and others, %u in all"), name, n_units);
}

/* What one unit has done of its own is done, whatever others still have to do. */
static gboolean
is_done_by_unit (YdPlan             *plan,
                 const YdAgendaItem *item)
{
  const char *own = yd_row_get_cell (item->deadline, YD_DEADLINE_UNIT);
  GListModel *assignments = yd_point_get_assignments (item->point);
  const guint n = g_list_model_get_n_items (assignments);

  for (guint i = 0; own != NULL && i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      YdRow *unit = yd_plan_get_unit_of (plan, assignment);

      if (unit != NULL && g_str_equal (yd_row_get_id (unit), own))
        return yd_row_get_cell (assignment, YD_ASSIGNMENT_DONE) != NULL;
    }

  return FALSE;
}

static gboolean
is_done (YdSchedule         *schedule,
         const YdAgendaItem *item)
{
  YdScheduled scheduled;

  return (yd_schedule_get (schedule, item->point, &scheduled) && scheduled.done) ||
         is_done_by_unit (yd_schedule_get_plan (schedule), item);
}

/* A term in hours has two, the second when its last hour begins. */
static char *
make_key (const YdAgendaItem *item,
          gboolean            last_hour)
{
  const char *id = yd_row_get_id (item->deadline);
  char day[YD_DAY_SIZE];

  yd_day_format (item->due.day, day);
  if (item->due.minute == YD_MINUTE_NONE)
    return g_strdup_printf ("%s@%s", id, day);

  return g_strdup_printf ("%s@%sT%02d%02d%s", id, day, item->due.minute / 60,
                          item->due.minute % 60, last_hour ? "-" : "");
}

static YdReminder *
make_reminder (YdSchedule         *schedule,
               const YdAgendaItem *item,
               YdMoment            now,
               gboolean            last_hour)
{
  YdPlan *plan = yd_schedule_get_plan (schedule);
  YdReminder *self = g_new0 (YdReminder, 1);

  self->key = make_key (item, last_hour);
  self->plan = g_strdup (yd_space_get_id (YD_SPACE (plan)));
  self->plan_title = g_strdup (yd_plan_get_title (plan));
  self->point = g_strdup (yd_row_get_id (item->point));
  self->task = yd_point_dup_task (item->point, item->path);
  self->units = make_units (plan, item);
  self->due = (YdMoment) { item->due.day, item->due.minute };
  self->left = yd_work_calendar_count (yd_schedule_get_calendar (schedule), now.day,
                                       item->due.day);
  self->internal = is_word (item->deadline, YD_DEADLINE_ORIGIN, "internal");
  self->proposed = is_word (item->deadline, YD_DEADLINE_CHECK, "proposed");
  self->provisional = item->due.provisional;

  return self;
}

static void
keep_earlier (YdMoment *moment,
              YdMoment  other)
{
  if (yd_reminder_compare_moments (other, *moment) < 0)
    *moment = other;
}

/* Whether its last hour has begun; if it has yet to, @next is not after that. */
static gboolean
is_last_hour (const YdDue *due,
              YdMoment     now,
              YdMoment    *next)
{
  const YdMoment end = { due->day, due->minute };
  YdMoment begin;

  if (due->minute == YD_MINUTE_NONE)
    return FALSE;

  begin = add_minutes (end, -LAST_MINUTES);
  if (yd_reminder_compare_moments (begin, now) <= 0)
    return TRUE;

  keep_earlier (next, begin);
  return FALSE;
}

/* The last day that is so near: rest days behind a working day are as near as that one. */
static YdDay
get_last_day (YdWorkCalendar *calendar,
              YdDay           today,
              int             n_days)
{
  const YdDay first_after = yd_work_calendar_add (calendar, today, n_days + 1);

  return first_after != YD_DAY_NONE ? first_after - 1 : YD_DAY_LAST;
}

static gboolean
is_closed (YdPlan *plan)
{
  YdRow *head = yd_space_get_head (YD_SPACE (plan));

  return head != NULL && is_word (head, YD_PLAN_STATUS, "closed");
}

/**
 * yd_reminders_list:
 * @schedule: a plan's schedule, as seen from the day of @now
 * @rules: what the person has set
 * @now: what time it is where the office is
 * @next: (out): when this will be another list, if nothing is edited
 *
 * Lists what is to be reminded of: that which is due within so many working days, and what
 * was due in the last week. Nothing of what is done or refused, nor of a closed plan.
 *
 * Returns: (transfer full) (element-type YdReminder): by date
 */
GPtrArray *
yd_reminders_list (YdSchedule            *schedule,
                   const YdReminderRules *rules,
                   YdMoment               now,
                   YdMoment              *next)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_reminder_free);
  g_autoptr(YdAgenda) agenda = NULL;

  g_return_val_if_fail (YD_IS_SCHEDULE (schedule) && rules != NULL && next != NULL, list);

  *next = (YdMoment) { now.day + 1, 0 };
  if (!yd_day_is_in_range (now.day) || is_closed (yd_schedule_get_plan (schedule)))
    return list;

  agenda = yd_agenda_new (schedule, now.day - MISSED_DAYS,
                          get_last_day (yd_schedule_get_calendar (schedule), now.day,
                                        CLAMP (rules->days, 0, YD_REMINDER_MAX_DAYS)),
                          NULL, NULL);
  for (guint i = 0; i < yd_agenda_get_n_dated (agenda); i++)
    {
      const YdAgendaItem *item = yd_agenda_get_item (agenda, i);

      if (!is_done (schedule, item))
        g_ptr_array_add (list, make_reminder (schedule, item, now,
                                              is_last_hour (&item->due, now, next)));
    }

  return list;
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

/* Minutes until it is due; it has a time of the day. */
static int
count_minutes (YdMoment due,
               YdMoment now)
{
  return (due.day - now.day) * DAY_MINUTES + due.minute - now.minute;
}

static char *
make_hours_title (const YdReminder *self,
                  YdMoment          now)
{
  const int left = count_minutes (self->due, now);
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
