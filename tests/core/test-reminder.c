/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>
#include <string.h>

#include "yd-reminder-book.h"
#include "yd-test-script.h"

/* What is to be reminded of at a moment, over a clock that the test turns. */

#define PLAN \
  "+plan plan title=计划 issued=2017-06-01; +unit u name=甲 order=a; +unit v name=乙 order=b; " \
  "+point a order=a title=公开; +point b order=b title=报送; "
#define ON(id, point, day, more) \
  "+deadline " id " point=" point " origin=stated rule=date value=" day " roll=keep order=a" \
  more "; "

/* Started at nine in Shanghai: five hours, and eight days. */
#define CLOCK \
  "+clock c title=突发事件 started=2017-07-10T01:00:00Z template=x; " \
  "+clock_step s clock=c title=报告 n=5 measure=hours order=a; " \
  "+clock_step t clock=c title=续报 n=8 measure=workdays order=b; "

/* 2017-10-09 is a Monday after a week of rest; the 30th of September (Saturday) is worked. */
typedef struct
{
  const char *path;
  const char *script;
  int         days;
  const char *now;      /* day and time */
  const char *keys;     /* of the list */
  const char *next;
} ListCase;

static const ListCase list_cases[] = {
  { "/reminder/list/in-three-days", PLAN ON ("d", "a", "2017-07-13", ""), 3, "2017-07-10 09:00",
    "d@2017-07-13", "2017-07-11 00:00" },
  { "/reminder/list/not-yet", PLAN ON ("d", "a", "2017-07-13", ""), 3, "2017-07-07 23:59",
    "", "2017-07-08 00:00" },
  { "/reminder/list/over-the-weekend", PLAN ON ("d", "a", "2017-07-17", ""), 1, "2017-07-14 09:00",
    "d@2017-07-17", "2017-07-15 00:00" },
  { "/reminder/list/same-day", PLAN ON ("d", "a", "2017-07-13", ""), 0, "2017-07-13 09:00",
    "d@2017-07-13", "2017-07-14 00:00" },
  { "/reminder/list/zero-days", PLAN ON ("d", "a", "2017-07-14", ""), 0, "2017-07-13 09:00",
    "", "2017-07-14 00:00" },
  { "/reminder/list/zero-days-rest-day", PLAN ON ("d", "a", "2017-07-16", ""), 0,
    "2017-07-14 09:00", "d@2017-07-16", "2017-07-15 00:00" },
  { "/reminder/list/over-national-day", PLAN ON ("d", "a", "2017-10-09", ""), 1,
    "2017-09-30 09:00", "d@2017-10-09", "2017-10-01 00:00" },
  { "/reminder/list/made-up-saturday", PLAN ON ("d", "a", "2017-10-09", ""), 1,
    "2017-09-29 09:00", "", "2017-09-30 00:00" },
  { "/reminder/list/missed", PLAN ON ("d", "a", "2017-07-07", ""), 3, "2017-07-13 09:00",
    "d@2017-07-07", "2017-07-14 00:00" },
  { "/reminder/list/long-over", PLAN ON ("d", "a", "2017-07-05", ""), 3, "2017-07-13 09:00",
    "", "2017-07-14 00:00" },
  { "/reminder/list/done", PLAN ON ("d", "a", "2017-07-13", "") ON ("e", "b", "2017-07-13", "")
    "point a finished=2017-07-09", 3, "2017-07-10 09:00", "e@2017-07-13", "2017-07-11 00:00" },
  { "/reminder/list/refused", PLAN ON ("d", "a", "2017-07-13", " check=refused"), 3,
    "2017-07-10 09:00", "", "2017-07-11 00:00" },
  { "/reminder/list/done-by-unit", PLAN
    "+assignment = point=a unit=u role=lead order=a done=2017-07-09; "
    "+assignment = point=a unit=v role=lead order=b; "
    ON ("d", "a", "2017-07-13", " unit=u") ON ("e", "a", "2017-07-13", " unit=v"), 3,
    "2017-07-10 09:00", "e@2017-07-13", "2017-07-11 00:00" },
  { "/reminder/list/closed-plan", PLAN ON ("d", "a", "2017-07-13", "") "plan plan status=closed",
    3, "2017-07-10 09:00", "", "2017-07-11 00:00" },
  { "/reminder/list/recurring", PLAN
    "+deadline d point=a origin=stated rule=recurring value=monthly roll=keep order=a",
    3, "2017-08-29 09:00", "d@2017-08-31", "2017-08-30 00:00" },
  { "/reminder/list/too-many-days", PLAN ON ("d", "a", "2017-12-29", ""), 1000,
    "2017-07-10 09:00", "", "2017-07-11 00:00" },
  { "/reminder/list/clock-not-yet", PLAN CLOCK, 3, "2017-07-10 09:00", "", "2017-07-10 10:00" },
  { "/reminder/list/clock-first", PLAN CLOCK, 3, "2017-07-10 10:00", "s@2017-07-10T1400",
    "2017-07-10 13:00" },
  { "/reminder/list/clock-last-hour", PLAN CLOCK, 3, "2017-07-10 13:00", "s@2017-07-10T1400-",
    "2017-07-11 00:00" },
  { "/reminder/list/clock-over", PLAN CLOCK, 3, "2017-07-10 14:01", "s@2017-07-10T1400-",
    "2017-07-11 00:00" },
  { "/reminder/list/clock-days", PLAN CLOCK, 3, "2017-07-17 09:00",
    "s@2017-07-10T1400- t@2017-07-20", "2017-07-18 00:00" },
  { "/reminder/list/clock-stopped", PLAN CLOCK "clock c stopped=2017-07-10T04:00:00Z", 3,
    "2017-07-10 13:00", "", "2017-07-11 00:00" },
  { "/reminder/list/last-year", PLAN, 3, "2100-12-31 09:00", "", "2101-01-01 00:00" },
};

static YdMoment
parse_moment (const char *text)
{
  g_autofree char *day = g_strndup (text, 10);
  YdMoment moment = { yd_day_parse (day), YD_MINUTE_NONE };

  if (text[10] != '\0')
    {
      const int hour = g_ascii_digit_value (text[11]) * 10 + g_ascii_digit_value (text[12]);

      moment.minute = hour * 60 + atoi (text + (text[13] == ':' ? 14 : 13));
    }

  return moment;
}

static char *
dup_moment (YdMoment moment)
{
  g_autofree char *day = yd_day_dup (moment.day);

  return g_strdup_printf ("%s %02d:%02d", day, moment.minute / 60, moment.minute % 60);
}

static YdPlan *
make_plan (const char *script)
{
  YdPlan *plan = yd_plan_new ("plan");

  yd_test_script_must (YD_SPACE (plan), script);

  return plan;
}

static GPtrArray *
list (YdPlan     *plan,
      int         days,
      const char *now,
      YdMoment   *next)
{
  const YdReminderRules rules = { days, TRUE };
  const YdMoment moment = parse_moment (now);
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, plan);
  g_autoptr(YdSchedule) schedule = yd_schedule_new (plan, calendar, moment.day);

  return yd_reminders_list (schedule, &rules, moment, next);
}

static char *
dup_keys (GPtrArray *reminders)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < reminders->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                            ((YdReminder *) reminders->pdata[i])->key);

  return g_string_free (out, FALSE);
}

static void
test_list (gconstpointer data)
{
  const ListCase *list_case = data;
  g_autoptr(YdPlan) plan = make_plan (list_case->script);
  YdMoment next;
  g_autoptr(GPtrArray) reminders = list (plan, list_case->days, list_case->now, &next);
  g_autofree char *keys = dup_keys (reminders);
  g_autofree char *then = next.day <= YD_DAY_LAST ? dup_moment (next)
                                                  : g_strdup ("2101-01-01 00:00");

  g_assert_cmpstr (keys, ==, list_case->keys);
  g_assert_cmpstr (then, ==, list_case->next);
}

/* Quiet until when, `-` if it is loud. */
static const struct
{
  const char *path;
  gboolean    quiet;
  const char *now;
  const char *end;
} quiet_cases[] = {
  { "/reminder/quiet/working-hours", TRUE,  "2017-07-13 09:00", "-" },
  { "/reminder/quiet/first-minute",  TRUE,  "2017-07-13 07:00", "-" },
  { "/reminder/quiet/last-minute",   TRUE,  "2017-07-13 20:59", "-" },
  { "/reminder/quiet/early",         TRUE,  "2017-07-13 06:59", "2017-07-13 07:00" },
  { "/reminder/quiet/late",          TRUE,  "2017-07-13 21:00", "2017-07-14 07:00" },
  { "/reminder/quiet/friday-night",  TRUE,  "2017-07-14 23:00", "2017-07-17 07:00" },
  { "/reminder/quiet/sunday-noon",   TRUE,  "2017-07-16 12:00", "2017-07-17 07:00" },
  { "/reminder/quiet/national-day",  TRUE,  "2017-10-01 12:00", "2017-10-09 07:00" },
  { "/reminder/quiet/made-up",       TRUE,  "2017-09-30 12:00", "-" },
  { "/reminder/quiet/off",           FALSE, "2017-07-16 23:00", "-" },
};

static void
test_quiet (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  const YdReminderRules rules = { 3, quiet_cases[i].quiet };
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, plan);
  const YdMoment now = parse_moment (quiet_cases[i].now);
  YdMoment end;
  const gboolean quiet = yd_reminders_get_quiet_end (&rules, calendar, now, &end);
  g_autofree char *text = dup_moment (end);

  g_assert_cmpstr (quiet ? text : "-", ==, quiet_cases[i].end);
  if (!quiet)
    g_assert_cmpint (yd_moment_compare (end, now), ==, 0);
}

/* The book: what pops up, and what is taken back. */

static GPtrArray *
make_reminders (const char *keys)
{
  g_auto(GStrv) words = g_strsplit (keys, " ", -1);
  GPtrArray *reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_reminder_free);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      YdReminder *reminder = g_new0 (YdReminder, 1);
      const char *at = strchr (words[i], '@') + 1;

      reminder->key = g_strdup (words[i]);
      reminder->plan = g_strdup ("p");
      reminder->task = g_strdup_printf ("任务%.1s", words[i]);
      reminder->due = parse_moment (at);
      g_ptr_array_add (reminders, reminder);
    }

  return reminders;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* `+id` for what pops up, `-id` for what is taken back. */
static void
step (YdReminderBook *book,
      const char     *keys,
      const char     *quiet,
      const char     *expected)
{
  g_autoptr(GPtrArray) reminders = make_reminders (keys);
  const YdMoment end = parse_moment (quiet != NULL ? quiet : "2017-01-01 07:00");
  g_auto(GStrv) back = yd_reminder_book_close (book, "p", reminders);
  g_autoptr(GPtrArray) notes = NULL;
  g_autoptr(GString) got = g_string_new (NULL);

  qsort (back, g_strv_length (back), sizeof *back, compare_words);
  for (guint i = 0; back[i] != NULL; i++)
    g_string_append_printf (got, "-%s ", back[i]);

  notes = yd_reminder_book_take (book, "p", reminders, quiet != NULL ? &end : NULL);
  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (got, "+%s ", ((YdReminderNote *) notes->pdata[i])->id);
  g_assert_cmpstr (g_strchomp (got->str), ==, expected);
}

/* As after a restart. */
static YdReminderBook *
reopen (YdReminderBook *book)
{
  g_autofree char *text = yd_reminder_book_dup_text (book);

  yd_reminder_book_free (book);

  return yd_reminder_book_new (text);
}

static void
test_once (void)
{
  YdReminderBook *book = yd_reminder_book_new (NULL);

  step (book, "a@2017-07-13 b@2017-07-14", NULL, "+due-a@2017-07-13 +due-b@2017-07-14");
  step (book, "a@2017-07-13 b@2017-07-14", NULL, "");
  book = reopen (book);
  step (book, "a@2017-07-13 b@2017-07-14 c@2017-07-14", NULL, "+due-c@2017-07-14");

  /* a is put off, b is done; the same b is done once more, and not reminded of again. */
  step (book, "a@2017-07-20 c@2017-07-14", NULL,
        "-due-a@2017-07-13 -due-b@2017-07-14 +due-a@2017-07-20");
  book = reopen (book);
  step (book, "a@2017-07-20 b@2017-07-14 c@2017-07-14", NULL, "");
  step (book, "", NULL, "-due-a@2017-07-20 -due-c@2017-07-14");
  step (book, "", NULL, "");
  yd_reminder_book_free (book);
}

static void
test_many (void)
{
  YdReminderBook *book = yd_reminder_book_new ("no key file");

  step (book, "a@2017-07-13 b@2017-07-13 c@2017-07-13 d@2017-07-13", NULL, "+due-p-a@2017-07-13");
  book = reopen (book);
  step (book, "b@2017-07-13 c@2017-07-13 d@2017-07-13", NULL, "");
  step (book, "d@2017-07-13", NULL, "");
  step (book, "", NULL, "-due-p-a@2017-07-13");
  yd_reminder_book_free (book);
}

static void
test_waits (void)
{
  YdReminderBook *book = yd_reminder_book_new (NULL);
  const char *keys = "a@2017-07-14 b@2017-07-14T0300 c@2017-07-14T0700";

  /* Only what is over before the morning cannot wait. */
  step (book, keys, "2017-07-14 07:00", "+due-b@2017-07-14T0300");
  book = reopen (book);
  step (book, keys, "2017-07-14 07:00", "");
  step (book, keys, NULL, "+due-a@2017-07-14 +due-c@2017-07-14T0700");
  yd_reminder_book_free (book);
}

static void
test_prune (void)
{
  YdReminderBook *book = yd_reminder_book_new (NULL);
  g_auto(GStrv) none = NULL;

  step (book, "a@2017-07-13 b@2018-07-13", NULL, "+due-a@2017-07-13 +due-b@2018-07-13");
  yd_reminder_book_prune (book, yd_day_parse ("2018-12-31"));
  step (book, "a@2017-07-13 b@2018-07-13", NULL, "+due-a@2017-07-13");
  yd_reminder_book_prune (book, yd_day_parse ("2030-01-01"));
  none = yd_reminder_book_list_plans (book);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  yd_reminder_book_free (book);
}

static const struct
{
  const char *path;
  const char *due;
  int         left;
  const char *now;
  const char *title;
} title_cases[] = {
  { "/reminder/title/days",      "2017-07-13", 3, "2017-07-10 09:00", "Due in 3 working days: 任务" },
  { "/reminder/title/day",       "2017-07-13", 1, "2017-07-12 09:00", "Due in 1 working day: 任务" },
  { "/reminder/title/today",     "2017-07-13", 0, "2017-07-13 09:00", "Due today: 任务" },
  { "/reminder/title/rest-day",  "2017-07-16", 0, "2017-07-14 09:00",
    "Due before the next working day: 任务" },
  { "/reminder/title/overdue",   "2017-07-12", -1, "2017-07-13 09:00", "Overdue: 任务" },
  { "/reminder/title/hours",     "2017-07-14 01:30", 1, "2017-07-13 23:00", "2 hours left: 任务" },
  { "/reminder/title/minutes",   "2017-07-14 00:30", 1, "2017-07-13 23:45", "45 minutes left: 任务" },
  { "/reminder/title/over",      "2017-07-13 10:00", 0, "2017-07-13 10:01", "Time is over: 任务" },
};

static void
test_title (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  const YdReminder reminder = {
    .task = (char *) "任务", .due = parse_moment (title_cases[i].due), .left = title_cases[i].left,
  };
  g_autofree char *title = yd_reminder_dup_title (&reminder, parse_moment (title_cases[i].now));

  g_assert_cmpstr (title, ==, title_cases[i].title);
}

static void
test_body (void)
{
  g_autoptr(YdPlan) plan = make_plan (PLAN
    "+assignment = point=a unit=v role=responsible order=a; "
    "+assignment = point=a unit=u role=lead order=b; "
    "+deadline d point=a origin=internal check=proposed rule=date value=2017-07-13 roll=keep "
    "order=a");
  YdMoment next;
  g_autoptr(GPtrArray) reminders = list (plan, 3, "2017-07-12 09:00", &next);
  g_autofree char *body = yd_reminder_dup_body (g_ptr_array_index (reminders, 0));

  g_assert_cmpstr (body, ==,
                   "2017-07-13 (Thursday), Internal Target, To Check, 甲 and others, 2 in all\n计划");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (list_cases); i++)
    g_test_add_data_func (list_cases[i].path, &list_cases[i], test_list);
  for (guint i = 0; i < G_N_ELEMENTS (quiet_cases); i++)
    g_test_add_data_func (quiet_cases[i].path, GUINT_TO_POINTER (i), test_quiet);
  g_test_add_func ("/reminder/book/once", test_once);
  g_test_add_func ("/reminder/book/many", test_many);
  g_test_add_func ("/reminder/book/waits", test_waits);
  g_test_add_func ("/reminder/book/prune", test_prune);
  for (guint i = 0; i < G_N_ELEMENTS (title_cases); i++)
    g_test_add_data_func (title_cases[i].path, GUINT_TO_POINTER (i), test_title);
  g_test_add_func ("/reminder/body", test_body);

  return g_test_run ();
}
