/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-agenda-choice.h"
#include "yd-test-script.h"

#include <string.h>

typedef struct
{
  const char *path;
  const char *script;
  const char *from;     /* also today */
  const char *to;       /* NULL: each deadline once */
  const char *items;    /* point:day or point:- */
} Case;

#define PLAN "+plan plan title=计划 issued=2017-06-01; "

static const Case cases[] = {
  { "/agenda/by-day",
    PLAN "+point a order=a; +point b order=b; +point c order=c; "
    "+deadline d1 point=a origin=stated rule=date value=2017-09-30 order=a; "
    "+deadline d2 point=b origin=stated rule=date value=2017-07-15 roll=keep order=a; "
    "+deadline d3 point=c origin=internal rule=date value=2017-07-15 roll=keep order=a",
    "2017-01-01", "2017-12-31", "b:2017-07-15 c:2017-07-15 a:2017-09-30" },
  { "/agenda/range",
    PLAN "+point a order=a; +point b order=b; "
    "+deadline d1 point=a origin=stated rule=date value=2017-09-30 roll=keep order=a; "
    "+deadline d2 point=b origin=stated rule=date value=2017-07-17 roll=keep order=a",
    "2017-07-17", "2017-09-29", "b:2017-07-17" },
  { "/agenda/recurring",
    PLAN "+point a order=a; "
    "+deadline d1 point=a origin=stated rule=recurring value=quarterly roll=keep order=a",
    "2017-07-01", "2017-12-31", "a:2017-09-30 a:2017-12-31" },
  { "/agenda/undated",
    PLAN "+point a order=a; +point b order=b; +point c order=c parent=a; +point e order=e; "
    "+deadline d1 point=b origin=stated rule=longterm order=a; "
    "+deadline d2 point=e origin=stated rule=date value=2017-09-30 roll=keep order=a",
    "2017-01-01", "2017-12-31", "e:2017-09-30 c:- b:-" },
  { "/agenda/refused",
    PLAN "+point a order=a; "
    "+deadline d1 point=a origin=stated rule=date value=2017-09-30 order=a check=refused",
    "2017-01-01", "2017-12-31", "a:-" },
  { "/agenda/next",
    PLAN "+point a order=a; +point b order=b; "
    "+deadline d1 point=a origin=stated rule=recurring value=quarterly roll=keep order=a; "
    "+deadline d2 point=b origin=stated rule=date value=2017-06-30 roll=keep order=a",
    "2017-07-01", NULL, "b:2017-06-30 a:2017-09-30" },
  { "/agenda/after-another",
    PLAN "+point a order=a finished=2017-07-03; +point b order=b; "
    "+deadline d1 point=b origin=stated rule=after n=2 measure=workdays anchor=finish anchor_id=a "
    "order=a",
    "2017-07-01", "2017-07-31", "b:2017-07-05 a:-" },
  { "/agenda/empty", "+plan plan title=计划", "2017-01-01", "2017-12-31", "" },
};

static char *
dup_items (YdAgenda *agenda)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < yd_agenda_get_n_items (agenda); i++)
    {
      const YdAgendaItem *item = yd_agenda_get_item (agenda, i);
      g_autofree char *day = item->due.day != YD_DAY_NONE ? yd_day_dup (item->due.day) : NULL;

      g_assert_true ((day != NULL) == (i < yd_agenda_get_n_dated (agenda)));
      g_string_append_printf (out, "%s%s:%s", i > 0 ? " " : "", yd_row_get_id (item->point),
                              day != NULL ? day : "-");
    }

  return g_string_free (out, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *agenda_case = data;
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, plan);
  g_autoptr(YdSchedule) schedule = NULL;
  g_autoptr(YdAgenda) agenda = NULL;
  g_autofree char *items = NULL;

  yd_test_script_must (YD_SPACE (plan), agenda_case->script);
  schedule = yd_schedule_new (plan, calendar, yd_day_parse (agenda_case->from));
  agenda = agenda_case->to != NULL
           ? yd_agenda_new (schedule, yd_day_parse (agenda_case->from),
                            yd_day_parse (agenda_case->to), NULL, NULL)
           : yd_agenda_new_of_next (schedule, NULL, NULL);
  items = dup_items (agenda);
  g_assert_cmpstr (items, ==, agenda_case->items);
}

static gboolean
is_internal (YdPoint  *point,
             YdRow    *deadline,
             gpointer  user_data)
{
  return deadline != NULL &&
         g_strcmp0 (yd_row_get_cell (deadline, YD_DEADLINE_ORIGIN), "internal") == 0;
}

static void
test_filter (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, plan);
  g_autoptr(YdSchedule) schedule = NULL;
  g_autoptr(YdAgenda) agenda = NULL;
  g_autofree char *items = NULL;

  yd_test_script_must (YD_SPACE (plan), cases[0].script);
  schedule = yd_schedule_new (plan, calendar, YD_DAY_FIRST);
  agenda = yd_agenda_new (schedule, YD_DAY_FIRST, YD_DAY_LAST, is_internal, NULL);
  items = dup_items (agenda);
  g_assert_cmpstr (items, ==, "c:2017-07-15");
}

/* Two steps about b, a step about nothing, and a clock that was stopped before its second step. */
#define CLOCK_SCRIPT PLAN \
  "+unit u name=甲 order=a; +unit v name=乙 order=b; +point a order=a; +point b order=b; " \
  "+assignment = point=b unit=u role=lead order=a; " \
  "+deadline d point=a origin=internal rule=date value=2017-10-12 order=a; " \
  "+clock c title=舆情 point=b started=2017-10-11T06:20:00Z; " \
  "+clock_step s1 clock=c n=5 measure=hours order=a; " \
  "+clock_step s2 clock=c n=24 measure=hours order=b; " \
  "+clock e title=申请 started=2017-09-20T06:20:00Z; " \
  "+clock_step s3 clock=e n=15 measure=workdays order=a; " \
  "+clock f title=停 started=2017-10-01T06:20:00Z stopped=2017-10-02T06:20:00Z; " \
  "+clock_step s4 clock=f n=24 measure=hours order=a done=2017-10-02T01:00:00Z; " \
  "+clock_step s5 clock=f n=48 measure=hours order=b; "

typedef struct
{
  const char *path;
  const char *more;     /* of the script */
  const char *now;
  const char *to;       /* from 2017-10-01; NULL: each once */
  const char *unit;     /* its choice, NULL: all */
  const char *items;    /* step or deadline, when, light */
} ClockCase;

static const ClockCase clock_cases[] = {
  { "/agenda/clock/month", "", "2017-10-11 15:00", "2017-10-31", NULL,
    "s4:2017-10-02+14:20:done s1:2017-10-11+19:20:yellow s2:2017-10-12+14:20:yellow "
    "d:2017-10-12:yellow s3:2017-10-17:yellow" },
  { "/agenda/clock/range", "", "2017-10-11 15:00", "2017-10-11", NULL,
    "s4:2017-10-02+14:20:done s1:2017-10-11+19:20:yellow" },
  { "/agenda/clock/once", "", "2017-10-11 15:00", NULL, NULL,
    "s4:2017-10-02+14:20:done s1:2017-10-11+19:20:yellow s2:2017-10-12+14:20:yellow "
    "d:2017-10-12:yellow s3:2017-10-17:yellow" },
  { "/agenda/clock/begun", "", "2017-09-21 15:00", "2017-10-17", NULL,
    "s4:2017-10-02+14:20:done s1:2017-10-11+19:20:grey s2:2017-10-12+14:20:grey "
    "d:2017-10-12:grey s3:2017-10-17:green" },
  { "/agenda/clock/late", "", "2017-10-11 19:21", "2017-10-11", NULL,
    "s4:2017-10-02+14:20:done s1:2017-10-11+19:20:red" },
  { "/agenda/clock/done",
    "+clock_step s6 clock=c n=1 measure=hours order=c done=2017-10-11T06:30:00Z",
    "2017-10-11 15:00", "2017-10-11", NULL,
    "s4:2017-10-02+14:20:done s6:2017-10-11+15:20:done s1:2017-10-11+19:20:yellow" },
  /* Nobody knows when, as long as it stands still. */
  { "/agenda/clock/paused", "+clock_pause p clock=c from=2017-10-11T07:00:00Z", "2017-10-11 15:30",
    "2017-10-31", NULL,
    "s4:2017-10-02+14:20:done d:2017-10-12:yellow s3:2017-10-17:yellow s1:-:none s2:-:none" },
  { "/agenda/clock/unit", "", "2017-10-11 15:00", "2017-10-31", "u",
    "s1:2017-10-11+19:20:yellow s2:2017-10-12+14:20:yellow" },
  { "/agenda/clock/other-unit", "", "2017-10-11 15:00", "2017-10-31", "v", "" },
  { "/agenda/clock/deleted", "clock c deleted=true", "2017-10-11 15:00", "2017-10-31", NULL,
    "s4:2017-10-02+14:20:done d:2017-10-12:yellow s3:2017-10-17:yellow" },
};

static char *
dup_clock_items (YdAgenda   *agenda,
                 YdSchedule *schedule)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < yd_agenda_get_n_items (agenda); i++)
    {
      const YdAgendaItem *item = yd_agenda_get_item (agenda, i);
      char day[YD_DAY_SIZE] = "-";

      if (yd_agenda_item_get_id (item) == NULL)
        continue;                       /* what has no deadline is not asked for here */
      g_assert_true ((item->clock != NULL) == (item->step != NULL));
      if (item->due.day != YD_DAY_NONE)
        yd_day_format (item->due.day, day);
      g_string_append_printf (out, "%s%s:%s", out->len > 0 ? " " : "",
                              yd_agenda_item_get_id (item), day);
      if (item->due.minute != YD_MINUTE_NONE)
        g_string_append_printf (out, "+%02d:%02d", item->due.minute / 60, item->due.minute % 60);
      g_string_append_printf (out, ":%s",
                              yd_light_get_name (yd_agenda_item_get_light (item, schedule)));
    }

  return g_string_free (out, FALSE);
}

static void
test_clock (gconstpointer data)
{
  const ClockCase *clock_case = data;
  const YdMoment now = yd_moment_read (clock_case->now, YD_MOMENT_NONE);
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, plan);
  g_autoptr(YdSchedule) schedule = NULL;
  g_autoptr(YdAgenda) agenda = NULL;
  g_autofree char *items = NULL;
  YdAgendaChoice choice = {
    .from = yd_day_parse ("2017-10-01"), .to = YD_DAY_LAST, .internal = TRUE, .now = now,
  };

  yd_test_script_must (YD_SPACE (plan), CLOCK_SCRIPT);
  yd_test_script_must (YD_SPACE (plan), clock_case->more);
  schedule = yd_schedule_new (plan, calendar, now.day);
  if (clock_case->unit != NULL)
    choice.unit = yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, clock_case->unit);
  if (clock_case->to != NULL)
    {
      choice.to = yd_day_parse (clock_case->to);
      agenda = yd_agenda_choice_make_agenda (&choice, schedule);
    }
  else
    {
      agenda = yd_agenda_new_of_next (schedule, NULL, NULL);
      yd_agenda_add_clocks (agenda, now, NULL, NULL);
    }
  items = dup_clock_items (agenda, schedule);
  g_assert_cmpstr (items, ==, clock_case->items);
}

/* What everybody calls it, and how its day was found. */
static void
test_words (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, plan);
  g_autoptr(YdSchedule) schedule = NULL;
  g_autoptr(YdAgenda) agenda = NULL;
  g_autofree char *task = NULL, *other = NULL, *reason = NULL;

  yd_test_script_must (YD_SPACE (plan), CLOCK_SCRIPT);
  yd_test_script_must (YD_SPACE (plan), "clock_step s3 title=答复申请人");
  schedule = yd_schedule_new (plan, calendar, yd_day_parse ("2017-10-11"));
  agenda = yd_agenda_new (schedule, yd_day_parse ("2017-10-12"), yd_day_parse ("2017-10-17"),
                          is_internal, NULL);
  g_assert_cmpuint (yd_agenda_get_n_items (agenda), ==, 1);
  yd_agenda_add_clocks (agenda, (YdMoment) { yd_day_parse ("2017-10-11"), 600 }, NULL, NULL);
  g_assert_cmpuint (yd_agenda_get_n_dated (agenda), ==, 3);
  task = yd_agenda_item_dup_task (yd_agenda_get_item (agenda, 0));
  g_assert_cmpstr (task, ==, "二 舆情");
  other = yd_agenda_item_dup_task (yd_agenda_get_item (agenda, 2));
  g_assert_cmpstr (other, ==, "申请：答复申请人");
  reason = yd_agenda_item_dup_reason (yd_agenda_get_item (agenda, 2), calendar);
  g_assert_nonnull (strstr (reason, "15"));
}

typedef struct
{
  const char *path;
  const char *unit;
  gboolean    internal;
  const char *items;
} ChoiceCase;

/* b is refused for v, d3 is for u alone, d4 for v alone, who is not at c. */
#define CHOICE_SCRIPT PLAN \
  "+unit u name=甲 order=a; +unit v name=乙 order=b; +unit w name=丙 order=c; " \
  "+point a order=a; +point b order=b; +point c order=c; " \
  "+assignment = point=a unit=u role=lead order=a; " \
  "+assignment = point=a unit=v role=support order=b; " \
  "+assignment = point=b unit=v role=lead check=refused order=a; " \
  "+assignment = point=c unit=u role=lead order=a; " \
  "+deadline d1 point=a origin=stated rule=date value=2017-07-03 order=a; " \
  "+deadline d2 point=b origin=stated rule=date value=2017-07-04 order=a; " \
  "+deadline d3 point=a origin=internal rule=date value=2017-07-05 unit=u order=b; " \
  "+deadline d4 point=c origin=stated rule=date value=2018-12-31 unit=v order=a; " \
  "+deadline d5 point=c origin=stated rule=date value=2019-01-01 roll=keep order=b"

static const ChoiceCase choice_cases[] = {
  { "/agenda/choice/all", NULL, TRUE, "a:2017-07-03 b:2017-07-04 a:2017-07-05 c:2018-12-31" },
  { "/agenda/choice/stated", NULL, FALSE, "a:2017-07-03 b:2017-07-04 c:2018-12-31" },
  { "/agenda/choice/unit", "u", TRUE, "a:2017-07-03 a:2017-07-05" },
  { "/agenda/choice/unit-stated", "u", FALSE, "a:2017-07-03" },
  { "/agenda/choice/refused", "v", TRUE, "a:2017-07-03 c:2018-12-31" },
  { "/agenda/choice/nothing", "w", TRUE, "" },
};

static void
test_choice (gconstpointer data)
{
  const ChoiceCase *choice_case = data;
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, plan);
  g_autoptr(YdSchedule) schedule = NULL;
  g_autoptr(YdAgenda) agenda = NULL;
  g_autofree char *items = NULL;
  YdAgendaChoice choice;

  yd_test_script_must (YD_SPACE (plan), CHOICE_SCRIPT);
  schedule = yd_schedule_new (plan, calendar, yd_day_parse ("2026-01-01"));
  yd_agenda_choice_init (&choice, plan, (YdMoment) { yd_schedule_get_today (schedule), 0 });
  if (choice_case->unit != NULL)
    choice.unit = yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, choice_case->unit);
  choice.internal = choice_case->internal;
  agenda = yd_agenda_choice_make_agenda (&choice, schedule);
  items = dup_items (agenda);
  g_assert_cmpstr (items, ==, choice_case->items);
}

static void
test_not_issued (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  YdAgendaChoice choice;

  yd_agenda_choice_init (&choice, plan, (YdMoment) { yd_day_parse ("2026-11-25"), 0 });
  g_assert_cmpint (choice.from, ==, yd_day_parse ("2026-01-01"));
  g_assert_cmpint (choice.to, ==, yd_day_parse ("2027-12-31"));
  yd_agenda_choice_init (&choice, plan, (YdMoment) { YD_DAY_LAST, 0 });
  g_assert_cmpint (choice.to, ==, YD_DAY_LAST);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/agenda/filter", test_filter);
  for (guint i = 0; i < G_N_ELEMENTS (choice_cases); i++)
    g_test_add_data_func (choice_cases[i].path, &choice_cases[i], test_choice);
  g_test_add_func ("/agenda/choice/not-issued", test_not_issued);
  for (guint i = 0; i < G_N_ELEMENTS (clock_cases); i++)
    g_test_add_data_func (clock_cases[i].path, &clock_cases[i], test_clock);
  g_test_add_func ("/agenda/clock/words", test_words);

  return g_test_run ();
}
