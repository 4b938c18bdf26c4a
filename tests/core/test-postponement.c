/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-agenda.h"
#include "yd-schedule.h"
#include "yd-schedule-preview.h"

#include <string.h>

#include "yd-test-script.h"

/* A deadline that was put off: its day, its words, and that all who ask for it say the same. */

static YdPlan *
make_plan (const char *deadline,
           const char *until)
{
  YdPlan *plan = yd_plan_new ("plan");
  g_autofree char *script =
    g_strdup_printf ("+plan plan title=要点 issued=2017-06-01; +point a order=a; "
                     "+deadline d point=a %s; +postponement p deadline=d until=%s state=granted",
                     deadline, until);

  yd_test_script_must (YD_SPACE (plan), script);

  return plan;
}

typedef struct
{
  const char *deadline;
  const char *until;
  const char *today;
  const char *due;                      /* the next one from @today */
  const char *all;                      /* in June to September 2017 */
} PutOffCase;

static const PutOffCase cases[] = {
  { "rule=date value=2017-06-24", "2017-07-15", "2017-06-01", "2017-07-15", " 07-15" },
  { "rule=date value=2017-06-24 roll=next", "2017-07-15", "2017-06-01", "2017-07-15", " 07-15" },
  { "rule=date value=2017-06-24", "2017-06-20", "2017-06-01", "2017-06-24", " 06-24" },
  { "rule=date value=2017-06-24", "2017-12-15", "2017-06-01", "2017-12-15", "" },
  { "rule=longterm", "2017-07-15", "2017-06-01", NULL, "" },
  { "rule=after n=30 measure=workdays anchor=issued", "2017-08-01", "2017-06-01", "2017-08-01",
    " 08-01" },

  /* The report of June may come on 15 July; those of other months stay where they are. */
  { "rule=recurring value=monthly", "2017-07-15", "2017-06-01", "2017-07-15",
    " 07-15 07-31 08-31 09-30" },
  { "rule=recurring value=monthly", "2017-07-15", "2017-07-10", "2017-07-15",
    " 07-15 07-31 08-31 09-30" },
  { "rule=recurring value=monthly", "2017-07-15", "2017-07-16", "2017-07-31",
    " 07-15 07-31 08-31 09-30" },
  { "rule=recurring value=monthly", "2017-08-20", "2017-06-01", "2017-06-30",
    " 06-30 08-20 08-31 09-30" },
  { "rule=recurring value=monthly", "2017-07-31", "2017-06-01", "2017-07-31",
    " 07-31 07-31 08-31 09-30" },
  { "rule=recurring value=quarterly n=7 measure=days", "2017-10-05", "2017-06-01", "2017-10-05",
    "" },
  { "rule=recurring value=yearly", "2018-03-01", "2018-01-10", "2018-03-01", "" },
  { "rule=recurring value=two-yearly", "2020-03-01", "2020-02-01", "2020-03-01", "" },
  { "rule=recurring value=weekly n=5", "2017-06-14", "2017-09-20", "2017-09-22",
    " 06-02 06-14 06-16 06-23 06-30 07-07 07-14 07-21 07-28 08-04 08-11 08-18 08-25 09-01 09-08 "
    "09-15 09-22 09-29" },
};

static char *
dup_all (YdSchedule *schedule)
{
  g_autoptr(YdAgenda) agenda = yd_agenda_new (schedule, yd_day_parse ("2017-06-01"),
                                              yd_day_parse ("2017-09-30"), NULL, NULL);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < yd_agenda_get_n_dated (agenda); i++)
    {
      char text[YD_DAY_SIZE];

      g_string_append_printf (all, " %s",
                              yd_day_format (yd_agenda_get_item (agenda, i)->due.day, text) + 5);
    }

  return g_string_free (all, FALSE);
}

static void
test_day (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PutOffCase *at = &cases[i];
      g_autoptr(YdPlan) plan = make_plan (at->deadline, at->until);
      g_autoptr(YdSchedule) schedule = yd_schedule_new (plan, calendar, yd_day_parse (at->today));
      YdRow *deadline = yd_space_lookup (YD_SPACE (plan), YD_KIND_DEADLINE, "d");
      g_autofree char *all = dup_all (schedule);
      g_autofree char *day = NULL;
      YdScheduled scheduled;
      YdDue due;

      g_test_message ("%s until %s seen on %s", at->deadline, at->until, at->today);
      yd_schedule_get_due (schedule, deadline, &due);
      day = due.state >= YD_DUE_DAY ? yd_day_dup (due.day) : NULL;
      g_assert_cmpstr (day, ==, at->due);
      g_assert_cmpstr (all, ==, at->all);
      yd_schedule_get (schedule, yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, "a"),
                       &scheduled);
      g_assert_cmpint (scheduled.due, ==, due.day);
    }
}

typedef struct
{
  YdDay    first;
  YdDay    last;
  guint    n;
  gboolean ordered;
} Seen;

static void
see (const YdDue *due,
     gpointer     user_data)
{
  Seen *seen = user_data;

  if (seen->n++ == 0)
    seen->first = due->day;
  else
    seen->ordered = seen->ordered && due->day >= seen->last;
  seen->last = due->day;
}

/* Whatever was granted, the next time is the first of all that follow, these come in their order,
 * and as many as if nothing had been granted.
 */
static void
test_next (void)
{
  static const char * const rules[] = {
    "value=daily", "value=weekly n=5", "value=monthly", "value=monthly n=10 roll=next",
    "value=quarterly n=7 measure=days", "value=half-yearly roll=previous", "value=yearly",
  };
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  const YdDay begin = yd_day_new (2017, 6, 1), end = yd_day_new (2019, 12, 31);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    for (YdDay until = begin + 20; until < begin + 240; until += 31)
      {
        g_autofree char *terms = g_strconcat ("rule=recurring ", rules[i], NULL);
        g_autofree char *day = yd_day_dup (until);
        g_autoptr(YdPlan) plan = make_plan (terms, day);
        YdRow *deadline = yd_space_lookup (YD_SPACE (plan), YD_KIND_DEADLINE, "d");
        Seen all = { .ordered = TRUE }, plain = { .ordered = TRUE };

        for (YdDay today = begin; today < begin + 200; today += 17)
          {
            const YdAnchors anchors = { .today = today };
            Seen seen = { .ordered = TRUE };
            YdDue due;

            yd_deadline_compute (plan, deadline, calendar, &anchors, &due);
            yd_deadline_foreach_occurrence (plan, deadline, calendar, NULL, today, end, see,
                                            &seen);
            g_assert_cmpint (due.day, ==, seen.first);
            g_assert_cmpint (due.day, >=, today);
            g_assert_true (seen.ordered);
          }

        yd_deadline_foreach_occurrence (plan, deadline, calendar, NULL, begin, end, see, &all);
        yd_test_script_must (YD_SPACE (plan), "postponement p state=refused");
        yd_deadline_foreach_occurrence (plan, deadline, calendar, NULL, begin, end, see, &plain);
        g_assert_cmpuint (all.n, ==, plain.n);
      }
}

static const struct { const char *deadline, *until, *words; } word_cases[] = {
  { "rule=after n=30 measure=days anchor=issued", "2017-08-05",
    "Counted from the day of issue, 2017-06-01 (Thursday), which itself is not counted; counting "
    "30 days ends on 2017-07-01 (Saturday); that is a rest day, so it ends on the next working "
    "day, 2017-07-03 (Monday); by the State Council’s notice for 2017 "
    "(国办发明电〔2016〕17号); put off to 2017-08-05 "
    "(Saturday), as granted." },
  { "rule=after n=30 measure=workdays anchor=issued", "2027-08-02",
    "Counted from the day of issue, 2017-06-01 (Thursday), which itself is not counted; counting "
    "30 working days ends on 2017-07-13 (Thursday); by the State Council’s notice for 2017 "
    "(国办发明电〔2016〕17号); put "
    "off to 2027-08-02 (Monday), as granted." },
  { "rule=date value=2017-06-30", "2017-06-29", "On 2017-06-30 (Friday)." },
  { "rule=date value=2017-06-30", "2017-07-01",
    "On 2017-06-30 (Friday); put off to 2017-07-01 (Saturday), as granted." },
};

static void
test_words (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (word_cases); i++)
    {
      g_autoptr(YdPlan) plan = make_plan (word_cases[i].deadline, word_cases[i].until);
      YdRow *deadline = yd_space_lookup (YD_SPACE (plan), YD_KIND_DEADLINE, "d");
      g_autofree char *words = NULL;
      YdDue due;

      yd_deadline_compute (plan, deadline, calendar, NULL, &due);
      words = yd_due_dup_words (&due, deadline, calendar);
      g_assert_cmpstr (words, ==, word_cases[i].words);
      g_assert_false (due.provisional);
    }
}

/* An hour term that was put off has a whole day, and still says until when it ran. */
static void
test_hours (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  g_autoptr(YdPlan) plan = make_plan ("rule=after n=5 measure=hours anchor=event value=later",
                                      "2017-06-03");
  YdRow *deadline = yd_space_lookup (YD_SPACE (plan), YD_KIND_DEADLINE, "d");
  g_autoptr(YdEdit) edit = yd_edit_new ("deadline.edit", NULL);
  g_autofree char *words = NULL;
  YdDue due;

  yd_edit_change (edit, YD_KIND_DEADLINE, "d", YD_DEADLINE_VALUE,
                  yd_row_get_cell (deadline, YD_DEADLINE_VALUE), "2017-06-01 22:30");
  yd_edit_seal (edit, "edit");
  g_assert_true (yd_space_apply (YD_SPACE (plan), edit, NULL));

  yd_deadline_compute (plan, deadline, calendar, NULL, &due);
  words = yd_due_dup_words (&due, deadline, calendar);
  g_assert_cmpint (due.state, ==, YD_DUE_DAY);
  g_assert_cmpint (due.minute, ==, YD_MINUTE_NONE);
  g_assert_cmpstr (words, ==,
                   "Counted from the event, 2017-06-01 (Thursday) 22:30; counting 5 hours ends on "
                   "2017-06-02 (Friday) 03:30; put off to 2017-06-03 (Saturday), as granted.");
}

/* What is tried of its terms leaves the postponement in force. */
static void
test_preview (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  g_autoptr(YdPlan) plan = make_plan ("rule=date value=2017-06-30", "2017-07-14");
  g_autoptr(YdSchedule) schedule = yd_schedule_new (plan, calendar, yd_day_parse ("2017-06-01"));
  static const struct { const char *value, *after; } tried[] = {
    { "2017-06-28", NULL }, { "2017-07-14", NULL }, { "2017-07-17", "2017-07-17" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tried); i++)
    {
      g_autofree char *script = g_strdup_printf ("deadline d value=%s", tried[i].value);
      g_autoptr(YdEdit) edit = yd_test_script_make (YD_SPACE (plan), script);
      g_autoptr(YdSchedulePreview) preview = yd_schedule_preview (schedule, edit);

      g_assert_cmpuint (preview->dues->len, ==, tried[i].after != NULL);
      if (tried[i].after != NULL)
        g_assert_cmpint (g_array_index (preview->dues, YdDueMove, 0).after, ==,
                         yd_day_parse (tried[i].after));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/postponement/day", test_day);
  g_test_add_func ("/postponement/next", test_next);
  g_test_add_func ("/postponement/words", test_words);
  g_test_add_func ("/postponement/hours", test_hours);
  g_test_add_func ("/postponement/preview", test_preview);

  return g_test_run ();
}
