/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-clock.h"
#include "yd-plan-edits.h"

#include <string.h>

#include "yd-test-take.h"

/* Clocks as tables: what was started when, what happened, and what it says at a moment. */

static YdPlan *
make_plan (void)
{
  YdPlan *plan = yd_plan_new ("p");
  YdEdit *edit = yd_edit_new ("plan.new", NULL);

  yd_edit_create (edit, YD_KIND_PLAN, "plan");
  yd_edit_put (edit, YD_PLAN_TITLE, "要点");
  yd_edit_create (edit, YD_KIND_POINT, "point");
  yd_edit_put (edit, YD_POINT_ORDER, "V");
  yd_test_take (plan, edit);

  return plan;
}

/* Steps in one word: `5hours,24hours`. */
static YdRow *
start (YdPlan     *plan,
       const char *steps,
       const char *at)
{
  g_autoptr(YdClockTemplate) terms = yd_clock_template_new ();
  g_auto(GStrv) parts = g_strsplit (steps, ",", -1);

  terms->title = g_strdup ("计时");
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *measure;
      const gint64 n = g_ascii_strtoll (parts[i], &measure, 10);

      yd_clock_terms_add (terms->terms, parts[i], n, measure);
    }
  yd_test_take (plan, yd_plan_edit_start_clock ("c", terms, NULL, NULL, yd_test_moment (at),
                                                &yd_test_ids));

  return yd_space_lookup (YD_SPACE (plan), YD_KIND_CLOCK, "c");
}

static YdRow *
get_step (YdRow *clock,
          guint  i)
{
  g_autoptr(YdRow) step = g_list_model_get_item (yd_row_get_rows (clock, YD_KIND_CLOCK_STEP), i);

  return step;                          /* the plan keeps it */
}

/* `from>to`, or `from` for one that has not ended, written down as any hand may have. */
static void
add_pauses (YdPlan     *plan,
            const char *pauses)
{
  g_auto(GStrv) all = g_strsplit (pauses, " ", -1);
  YdEdit *edit = yd_edit_new ("clock.pause", NULL);

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_auto(GStrv) ends = g_strsplit (all[i], ">", 2);
      g_autofree char *id = g_strdup_printf ("pause%u", i);
      g_autofree char *from = yd_moment_format (yd_test_moment (ends[0]));
      g_autofree char *to = ends[1] != NULL ? yd_moment_format (yd_test_moment (ends[1])) : NULL;

      yd_edit_create (edit, YD_KIND_CLOCK_PAUSE, id);
      yd_edit_put (edit, YD_CLOCK_PAUSE_CLOCK, "c");
      yd_edit_put (edit, YD_CLOCK_PAUSE_FROM, from);
      if (to != NULL)
        yd_edit_put (edit, YD_CLOCK_PAUSE_TO, to);
    }
  yd_test_take (plan, edit);
}

/* `due left`, the latter in minutes or working days, `!` if it is late */
static char *
describe (const YdClockStep *step)
{
  char date[YD_DAY_SIZE];

  if (step->due.state == YD_DUE_TIME)
    return g_strdup_printf ("%sT%02d:%02d %d%s", yd_day_format (step->due.day, date),
                            step->due.minute / 60, step->due.minute % 60, (int) step->left,
                            step->late ? "!" : "");
  if (step->due.state == YD_DUE_DAY)
    return g_strdup_printf ("%s %d%s", yd_day_format (step->due.day, date), (int) step->left,
                            step->late ? "!" : "");

  return g_strdup (step->due.state == YD_DUE_BEYOND ? "beyond" : "none");
}

static const struct
{
  const char *steps;
  const char *started;
  const char *pauses;
  const char *now;
  const char *says;
} cases[] = {
  /* Hours run from the moment, over midnight, the end of a year and days off; there is no
   * summer time to lose one in.
   */
  { "5hours",    "2017-06-01T14:20", NULL, "2017-06-01T15:20", "2017-06-01T19:20 240" },
  { "5hours",    "2017-06-01T22:30", NULL, "2017-06-02T00:00", "2017-06-02T03:30 210" },
  { "24hours",   "2017-12-31T23:59", NULL, "2017-12-31T23:59", "2018-01-01T23:59 1440" },
  { "48hours",   "2017-09-30T18:00", NULL, "2017-10-01T18:00", "2017-10-02T18:00 1440" },
  { "48hours",   "2021-03-27T12:00", NULL, "2021-03-27T12:00", "2021-03-29T12:00 2880" },
  { "24hours",   "2021-04-10T23:00", NULL, "2021-04-10T23:00", "2021-04-11T23:00 1440" },
  { "5hours",    "2017-06-01T14:20", NULL, "2017-06-01T19:20", "2017-06-01T19:20 0" },
  { "5hours",    "2017-06-01T14:20", NULL, "2017-06-01T19:21", "2017-06-01T19:20 -1!" },
  { "5hours",    "2017-06-01T14:20", NULL, "2017-06-01T13:20", "2017-06-01T19:20 360" },

  /* A pause of hours is left out to the minute, one that goes on until now. */
  { "5hours", "2017-06-01T10:00", "2017-06-01T11:00>2017-06-01T11:40", "2017-06-01T12:00",
    "2017-06-01T15:40 220" },
  { "5hours", "2017-06-01T10:00", "2017-06-01T11:00", "2017-06-01T11:00",
    "2017-06-01T15:00 240" },
  { "5hours", "2017-06-01T10:00", "2017-06-01T11:00", "2017-06-03T23:00",
    "2017-06-04T03:00 240" },

  /* Working days: the day of the start is not counted, over holidays and made-up days. */
  { "20workdays", "2017-09-25T16:00", NULL, "2017-09-25T16:00", "2017-10-27 20" },
  { "20workdays", "2026-02-10T00:00", NULL, "2026-02-10T00:00", "2026-03-16 20" },
  { "1workdays",  "2017-05-26T17:59", NULL, "2017-05-26T17:59", "2017-05-27 1" },
  { "15workdays", "2019-05-14T09:00", NULL, "2019-05-14T09:00", "2019-06-04 15" },
  { "20workdays", "2019-05-15T09:00", NULL, "2019-05-15T09:00", "2019-06-13 20" },
  { "20workdays", "2017-09-25T16:00", NULL, "2017-10-27T23:59", "2017-10-27 0" },
  { "20workdays", "2017-09-25T16:00", NULL, "2017-10-28T00:00", "2017-10-27 0!" },
  { "20workdays", "2017-09-25T16:00", NULL, "2017-10-31T09:00", "2017-10-27 -2!" },

  /* Over a weekend: asked on Friday, answered on Monday, one working day is not counted. */
  { "5workdays", "2017-06-07T09:00", "2017-06-09T15:00>2017-06-12T10:00", "2017-06-12T10:00",
    "2017-06-15 3" },
  { "5workdays", "2017-06-07T09:00", "2017-06-09T15:00", "2017-06-12T10:00", "2017-06-15 3" },
  { "5workdays", "2017-06-07T09:00", "2017-06-09T15:00", "2017-06-16T10:00", "2017-06-21 3" },
  { "5workdays", "2017-06-07T09:00", "2017-06-09T15:00>2017-06-11T10:00", "2017-06-11T10:00",
    "2017-06-14 3" },

  /* Within one day nothing is left out; days off that a pause spans neither. */
  { "5workdays", "2017-06-07T09:00", "2017-06-09T09:00>2017-06-09T17:00", "2017-06-09T17:00",
    "2017-06-14 3" },
  { "5workdays", "2017-09-27T09:00", "2017-09-30T09:00>2017-10-09T09:00", "2017-10-09T09:00",
    "2017-10-11 2" },

  /* Paused on the last day: it ends when the answer comes, or on the next day that is worked. */
  { "3workdays", "2017-06-06T09:00", "2017-06-09T09:00>2017-06-14T09:00", "2017-06-14T09:00",
    "2017-06-14 0" },
  { "3workdays", "2017-06-06T09:00", "2017-06-09T09:00>2017-06-10T09:00", "2017-06-10T09:00",
    "2017-06-12 1" },

  /* Written down twice, within each other, the wrong way round, before the start, after the
   * end: nothing is left out twice, and nothing that does not belong to it.
   */
  { "5hours", "2017-06-01T10:00",
    "2017-06-01T11:00>2017-06-01T13:00 2017-06-01T11:30>2017-06-01T12:00", "2017-06-01T13:00",
    "2017-06-01T17:00 240" },
  { "5hours", "2017-06-01T10:00",
    "2017-06-01T12:00>2017-06-01T13:00 2017-06-01T11:00>2017-06-01T12:30", "2017-06-01T13:00",
    "2017-06-01T17:00 240" },
  { "5hours", "2017-06-01T10:00", "2017-06-01T12:00>2017-06-01T11:00", "2017-06-01T13:00",
    "2017-06-01T15:00 120" },
  { "5hours", "2017-06-01T10:00", "2017-06-01T08:00>2017-06-01T10:30", "2017-06-01T11:00",
    "2017-06-01T15:30 270" },
  { "5hours", "2017-06-01T10:00", "2017-06-01T16:00>2017-06-01T17:00", "2017-06-01T18:00",
    "2017-06-01T15:00 -180!" },
  { "5hours", "2017-06-01T10:00", "2017-06-01T12:00>2017-06-01T20:00", "2017-06-01T13:00",
    "2017-06-01T16:00 180" },
  { "5workdays", "2017-06-07T09:00",
    "2017-06-08T09:00>2017-06-12T09:00 2017-06-09T09:00>2017-06-13T09:00", "2017-06-13T09:00",
    "2017-06-19 4" },

  /* Days and months end on a day that is worked; what a pause takes comes before that. */
  { "10days",  "2017-06-14T09:00", NULL, "2017-06-14T09:00", "2017-06-26 8" },
  { "10days",  "2017-06-14T09:00", "2017-06-15T09:00>2017-06-18T09:00", "2017-06-18T09:00",
    "2017-06-27 7" },
  { "10days",  "2017-06-14T09:00", "2017-06-26T09:00>2017-06-28T09:00", "2017-06-28T09:00",
    "2017-06-28 0" },           /* on the day to which a Saturday moved the end */
  { "10days",  "2017-06-14T09:00", "2017-06-27T09:00>2017-06-28T09:00", "2017-06-28T09:00",
    "2017-06-26 -2!" },
  { "1months", "2017-01-31T09:00", NULL, "2017-01-31T09:00", "2017-02-28 19" },

  /* What makes no date */
  { "0hours", "2017-06-01T10:00", NULL, "2017-06-01T10:00", "none" },
  { "-5hours", "2017-06-01T10:00", NULL, "2017-06-01T10:00", "none" },
  { "9999months", "2017-06-01T10:00", NULL, "2017-06-01T10:00", "beyond" },
  { "5hours", "2100-12-31T22:00", NULL, "2100-12-31T22:00", "beyond" },
  { "5hours", "2100-12-31T10:00", "2100-12-31T11:00", "2100-12-31T23:00", "beyond" },
};

static void
test_cases (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(YdPlan) plan = make_plan ();
      YdRow *row = start (plan, cases[i].steps, cases[i].started);
      g_autoptr(YdClock) clock = NULL;
      g_autofree char *says = NULL;

      if (cases[i].pauses != NULL)
        add_pauses (plan, cases[i].pauses);
      clock = yd_clock_new (row, calendar, yd_test_moment (cases[i].now));
      says = describe (&g_array_index (clock->steps, YdClockStep, 0));
      if (g_strcmp0 (says, cases[i].says) != 0)
        g_error ("case %u, %s from %s: %s, not %s", i, cases[i].steps, cases[i].started, says,
                 cases[i].says);
    }
}

/* A life: what a person does, and after it the state and what is next. */
static const struct
{
  const char *act;                      /* pause, resume, restart, stop, go-on, done0, … */
  const char *at;
  const char *state;
} life[] = {
  { "",        "2017-06-07T10:00", "running 0 2017-06-19 8" },
  { "done0",   "2017-06-08T10:00", "running 1 2017-07-05 19" },
  { "pause",   "2017-06-09T10:00", "paused 1 2017-07-05 18" },
  { "pause",   "2017-06-12T10:00", "paused 1 2017-07-06 18" },       /* a second one is none */
  { "resume",  "2017-06-13T10:00", "running 1 2017-07-07 18" },
  { "resume",  "2017-06-14T10:00", "running 1 2017-07-07 17" },
  { "restart", "2017-06-15T10:00", "running 1 2017-07-13 20" },
  { "extend",  "2017-06-16T10:00", "running 1 2017-07-20 24" },
  { "pause",   "2017-06-19T10:00", "paused 1 2017-07-20 23" },
  { "stop",    "2017-06-20T10:00", "stopped" },
  { "",        "2018-06-20T10:00", "stopped" },
  { "go-on",   "2017-06-20T10:00", "running 1 2017-07-21 23" },
  { "done1",   "2017-06-21T10:00", "done" },
  { "undone1", "2017-06-21T10:00", "running 1 2017-07-21 22" },
};

static YdEdit *
make_edit (YdRow      *clock,
           const char *act,
           YdMoment    at)
{
  g_autofree char *id = yd_id_new (&yd_test_ids);

  if (strcmp (act, "pause") == 0)
    return yd_plan_edit_pause_clock (clock, id, at, "征求第三方意见");
  if (strcmp (act, "resume") == 0)
    return yd_plan_edit_resume_clock (clock, at);
  if (strcmp (act, "restart") == 0)
    return yd_plan_edit_restart_clock (clock, at);
  if (strcmp (act, "extend") == 0)
    return yd_plan_edit_extend_step (get_step (clock, 1), 5, "经负责人同意");
  if (strcmp (act, "stop") == 0)
    return yd_plan_edit_stop_clock (clock, at);
  if (strcmp (act, "go-on") == 0)
    return yd_plan_edit_stop_clock (clock, YD_MOMENT_NONE);
  if (g_str_has_prefix (act, "undone"))
    return yd_plan_edit_finish_step (get_step (clock, act[6] - '0'), YD_MOMENT_NONE);
  if (g_str_has_prefix (act, "done"))
    return yd_plan_edit_finish_step (get_step (clock, act[4] - '0'), at);

  return yd_edit_new ("nothing", NULL);
}

static char *
describe_clock (const YdClock *clock)
{
  static const char * const states[] = { "running", "paused", "done", "stopped" };
  g_autofree char *step = NULL;

  if (clock->next == NULL)
    return g_strdup (states[clock->state]);

  step = describe (clock->next);

  return g_strdup_printf ("%s %d %s", states[clock->state],
                          (int) (clock->next - (const YdClockStep *) clock->steps->data), step);
}

static void
test_life (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  g_autoptr(YdPlan) plan = make_plan ();
  YdRow *row = start (plan, "8workdays,20workdays", "2017-06-07T09:00");

  for (guint i = 0; i < G_N_ELEMENTS (life); i++)
    {
      const YdMoment at = yd_test_moment (life[i].at);
      YdEdit *edit = make_edit (row, life[i].act, at);
      g_autoptr(YdClock) clock = NULL;
      g_autofree char *says = NULL;

      yd_test_take (plan, edit);
      clock = yd_clock_new (row, calendar, at);
      says = describe_clock (clock);
      if (g_strcmp0 (says, life[i].state) != 0)
        g_error ("line %u, %s: %s, not %s", i, life[i].act, says, life[i].state);
    }
}

/* The clock goes through the one door: what an edit did, its inverse takes back. */
static void
test_invert (void)
{
  static const char * const acts[] = { "pause", "restart", "extend", "stop", "done0" };
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  const YdMoment at = yd_test_moment ("2017-06-12T10:00");

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autoptr(YdPlan) plan = make_plan ();
      YdRow *row = start (plan, "8workdays,20workdays", "2017-06-07T09:00");
      g_autoptr(YdClock) before = yd_clock_new (row, calendar, at);
      g_autofree char *was = describe_clock (before);
      YdEdit *edit = make_edit (row, acts[i], at);
      g_autoptr(YdEdit) kept = yd_edit_ref (edit);
      g_autoptr(YdClock) clock = NULL;
      g_autofree char *says = NULL;
      guint n_left;

      yd_test_take (plan, edit);
      yd_test_take (plan, yd_space_invert (YD_SPACE (plan), kept, &n_left));
      clock = yd_clock_new (row, calendar, at);
      says = describe_clock (clock);
      g_assert_cmpuint (n_left, ==, 0);
      g_assert_cmpstr (says, ==, was);
    }
}

/* Days that are paused or off, walked one by one: slow and obvious. */
static YdDay
walk (YdWorkCalendar *calendar,
      YdDay           from,
      int             n,
      YdDay           pause,
      YdDay           resume)
{
  YdDay day = from;

  while (n > 0 || (day >= pause && day < resume) ||
         (day >= resume && pause <= day && n == 0 && !yd_work_calendar_is_working (calendar, day)))
    {
      day++;
      if (yd_work_calendar_is_working (calendar, day) && !(day > pause && day <= resume))
        n--;
    }

  return day;
}

static void
test_walk (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  g_autoptr(GRand) rand = g_rand_new_with_seed (2017);

  for (guint i = 0; i < 500; i++)
    {
      const YdDay from = yd_day_new (2010, 1, 1) + g_rand_int_range (rand, 0, 5000);
      const int n = g_rand_int_range (rand, 1, 30);
      const YdDay pause = from + g_rand_int_range (rand, 0, 60);
      const YdDay resume = pause + g_rand_int_range (rand, 0, 40);
      g_autoptr(YdPlan) plan = make_plan ();
      g_autofree char *steps = g_strdup_printf ("%dworkdays", n);
      char date[YD_DAY_SIZE], other[YD_DAY_SIZE];
      YdRow *row = start (plan, steps, yd_day_format (from, date));
      g_autofree char *pauses = g_strdup_printf ("%sT00:00>%sT00:00", yd_day_format (pause, date),
                                                 yd_day_format (resume, other));
      g_autoptr(YdClock) clock = NULL;

      add_pauses (plan, pauses);
      clock = yd_clock_new (row, calendar, (YdMoment) { resume, 0 });
      g_assert_cmpint (g_array_index (clock->steps, YdClockStep, 0).due.day, ==,
                       walk (calendar, from, n, pause, resume));
    }
}

/* What is left plus what has gone by is what was given, however often it stood still. */
static void
test_sum (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  g_autoptr(GRand) rand = g_rand_new_with_seed (42);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr(YdPlan) plan = make_plan ();
      YdRow *row = start (plan, "48hours", "2017-06-01T10:00");
      YdMoment now = yd_test_moment ("2017-06-01T10:00");
      gint64 gone = 0, last = 48 * 60;
      gboolean runs = TRUE;

      while (gone < 48 * 60)
        {
          const int minutes = g_rand_int_range (rand, 1, 900);
          g_autoptr(YdClock) clock = NULL;

          now = yd_moment_add (now, minutes);
          gone += runs ? minutes : 0;
          clock = yd_clock_new (row, calendar, now);
          g_assert_cmpint (clock->next->left, ==, 48 * 60 - gone);
          g_assert_cmpint (clock->next->left, <=, last);
          last = clock->next->left;

          yd_test_take (plan, make_edit (row, runs ? "pause" : "resume", now));
          runs = !runs;
        }
    }
}

static const struct
{
  const char *steps, *pauses, *now, *due, *left;
} word_cases[] = {
  { "5hours", NULL, "2017-06-01T12:00", "today 15:00", "3 hours left" },
  { "5hours", NULL, "2017-06-01T11:40", "today 15:00", "3 h 20 min left" },
  { "5hours", NULL, "2017-06-01T14:59", "today 15:00", "1 minute left" },
  { "5hours", NULL, "2017-06-01T15:00", "today 15:00", "due now" },
  { "5hours", NULL, "2017-06-01T17:30", "today 15:00", "overdue by 2 h 30 min" },
  { "5hours", NULL, "2017-06-04T14:59", "06-01 15:00", "overdue by 71 h 59 min" },
  { "5hours", NULL, "2017-06-05T09:00", "06-01 15:00", "overdue by 3 days" },
  { "24hours", NULL, "2017-06-01T10:00", "tomorrow 10:00", "24 hours left" },
  { "5workdays", NULL, "2017-06-01T10:00", "06-08", "5 working days left" },
  { "5workdays", NULL, "2017-06-08T10:00", "today", "due today" },
  { "5workdays", NULL, "2017-06-09T10:00", "yesterday", "overdue by 1 working day" },
  { "2workdays", NULL, "2017-06-03T10:00", "06-05", "1 working day left" },
  { "1workdays", NULL, "2017-06-03T10:00", "yesterday", "overdue" },
  { "0workdays", NULL, "2017-06-03T10:00", "no date", "no date" },
};

static void
test_words (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (word_cases); i++)
    {
      g_autoptr(YdPlan) plan = make_plan ();
      YdRow *row = start (plan, word_cases[i].steps, "2017-06-01T10:00");
      g_autoptr(YdClock) clock = yd_clock_new (row, calendar, yd_test_moment (word_cases[i].now));
      const YdClockStep *step = &g_array_index (clock->steps, YdClockStep, 0);
      g_autofree char *due = yd_clock_step_dup_due (clock, step);
      g_autofree char *left = yd_clock_step_dup_left (clock, step);

      g_assert_cmpstr (due, ==, word_cases[i].due);
      g_assert_cmpstr (left, ==, word_cases[i].left);
    }
}

/* Late is told in the same words before and after it is done. */
static void
test_late_words (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  g_autoptr(YdPlan) plan = make_plan ();
  YdRow *row = start (plan, "5hours", "2017-06-01T10:00");
  const YdMoment now = yd_test_moment ("2017-06-05T15:05");
  g_autoptr(YdClock) open = yd_clock_new (row, calendar, now);
  g_autoptr(YdClock) done = NULL;
  g_autofree char *late = NULL, *words = NULL;

  late = yd_clock_step_dup_left (open, &g_array_index (open->steps, YdClockStep, 0));
  g_assert_cmpstr (late, ==, "overdue by 4 days");

  yd_test_take (plan, yd_plan_edit_finish_step (get_step (row, 0), now));
  done = yd_clock_new (row, calendar, now);
  words = yd_clock_step_dup_left (done, &g_array_index (done->steps, YdClockStep, 0));
  g_assert_cmpstr (words, ==, "done 4 days too late");
}

static void
test_reason (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  g_autoptr(YdPlan) plan = make_plan ();
  YdRow *row = start (plan, "5workdays", "2017-06-07T09:00");
  const YdMoment now = yd_test_moment ("2017-06-12T10:00");
  g_autoptr(YdClock) clock = NULL;
  g_autofree char *reason = NULL, *words = NULL;

  add_pauses (plan, "2017-06-09T15:00");
  yd_test_take (plan, yd_plan_edit_extend_step (get_step (row, 0), 5, "经负责人同意"));
  clock = yd_clock_new (row, calendar, now);
  reason = yd_clock_step_dup_reason (clock, clock->next);
  words = yd_clock_dup_words (clock);

  g_assert_cmpstr (words, ==, "paused since 06-09 15:00");
  g_assert_nonnull (strstr (reason, "counting 10 working days ends on 2017-06-21"));
  g_assert_nonnull (strstr (reason, "5 of these were added: 经负责人同意."));
  g_assert_nonnull (strstr (reason, "stood still for 1 working day, which are not counted."));
  g_assert_true (g_str_has_suffix (reason, "So it is due on 2017-06-22 (Thursday)."));
}

/* First what is due first, last what is over; clocks of a point that went are not there. */
static void
test_list (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  g_autoptr(YdPlan) plan = make_plan ();
  YdRow *point = yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, "point");
  static const struct { const char *id; int n; gboolean at_point; } made[] = {
    { "late", 48, FALSE }, { "soon", 5, FALSE }, { "over", 1, FALSE }, { "gone", 1, TRUE },
  };
  g_autoptr(GPtrArray) clocks = NULL;
  YdRow *over;

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    {
      g_autoptr(YdClockTemplate) terms = yd_clock_template_new ();

      terms->title = g_strdup (made[i].id);
      yd_clock_terms_add (terms->terms, "一", made[i].n, "hours");
      yd_test_take (plan, yd_plan_edit_start_clock (made[i].id, terms, NULL,
                                                    made[i].at_point ? point : NULL,
                                                    yd_test_moment ("2017-06-01T10:00"),
                                                    &yd_test_ids));
    }
  over = yd_space_lookup (YD_SPACE (plan), YD_KIND_CLOCK, "over");
  yd_test_take (plan, yd_plan_edit_stop_clock (over, yd_test_moment ("2017-06-01T10:30")));
  yd_test_take (plan, yd_plan_edit_delete_row (point, "point.delete"));

  clocks = yd_clock_list (plan, calendar, yd_test_moment ("2017-06-01T11:00"));
  g_assert_cmpuint (clocks->len, ==, 3);
  g_assert_cmpstr (yd_row_get_id (((YdClock *) clocks->pdata[0])->row), ==, "soon");
  g_assert_cmpstr (yd_row_get_id (((YdClock *) clocks->pdata[1])->row), ==, "late");
  g_assert_cmpstr (yd_row_get_id (((YdClock *) clocks->pdata[2])->row), ==, "over");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/cases", test_cases);
  g_test_add_func ("/clock/life", test_life);
  g_test_add_func ("/clock/invert", test_invert);
  g_test_add_func ("/clock/walk", test_walk);
  g_test_add_func ("/clock/sum", test_sum);
  g_test_add_func ("/clock/words", test_words);
  g_test_add_func ("/clock/late-words", test_late_words);
  g_test_add_func ("/clock/reason", test_reason);
  g_test_add_func ("/clock/list", test_list);

  return g_test_run ();
}
