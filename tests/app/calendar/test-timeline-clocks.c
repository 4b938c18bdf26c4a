/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-timeline-clocks.h"
#include "yd-test-script.h"

/* What clocks put into the rows of the timeline. */

#define PLAN "+plan plan title=计划 issued=2017-06-01; +point a order=a; +point b order=b; "

typedef struct
{
  const char *path;
  const char *script;
  const char *steps;    /* of a, each with its light; then of b */
  const char *last;
} Case;

/* It is 2017-10-11 15:00. */
static const Case cases[] = {
  { "/timeline-clocks/none", PLAN, "|", NULL },
  { "/timeline-clocks/by-time",
    PLAN "+clock c title=舆情 point=a started=2017-10-11T01:00:00Z; "
    "+clock_step s1 clock=c n=24 measure=hours order=a; "
    "+clock_step s2 clock=c n=5 measure=hours order=b; "
    "+clock d title=申请 point=a started=2017-09-20T01:00:00Z; "
    "+clock_step s3 clock=d n=15 measure=workdays order=a",
    "s2:red s1:yellow s3:yellow |", "2017-10-17" },
  { "/timeline-clocks/done",
    PLAN "+clock c title=舆情 point=b started=2017-10-11T01:00:00Z; "
    "+clock_step s1 clock=c n=24 measure=hours done=2017-10-11T02:00:00Z order=a; "
    "+clock_step s2 clock=c n=48 measure=hours order=b",
    "|s2:yellow ", "2017-10-13" },
  { "/timeline-clocks/paused",
    PLAN "+clock c title=舆情 point=a started=2017-10-11T01:00:00Z; "
    "+clock_step s1 clock=c n=24 measure=hours order=a; "
    "+clock_pause p clock=c from=2017-10-11T02:00:00Z", "|", NULL },
  { "/timeline-clocks/about-nothing",
    PLAN "+clock c title=舆情 started=2017-10-11T01:00:00Z; "
    "+clock_step s1 clock=c n=24 measure=hours order=a", "|", NULL },
};

static void
append_steps (GString          *out,
              YdTimelineClocks *clocks,
              YdPlan           *plan,
              const char       *point)
{
  YdRow *row = yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, point);
  const YdTimelineStep *step;

  for (guint n = 0; (step = yd_timeline_clocks_get (clocks, row, n)) != NULL; n++)
    g_string_append_printf (out, "%s:%s ", yd_row_get_id (step->step->row),
                            yd_light_get_name (step->light));
}

static void
test_case (gconstpointer data)
{
  const Case *clocks_case = data;
  const YdMoment now = { yd_day_parse ("2017-10-11"), 15 * 60 };
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, plan);
  g_autoptr(YdSchedule) schedule = NULL;
  g_autoptr(YdTimelineClocks) clocks = NULL;
  g_autoptr(GString) out = g_string_new (NULL);
  g_autofree char *last = NULL;

  yd_test_script_must (YD_SPACE (plan), clocks_case->script);
  schedule = yd_schedule_new (plan, calendar, now.day);
  clocks = yd_timeline_clocks_new (schedule, now);
  append_steps (out, clocks, plan, "a");
  g_string_append_c (out, '|');
  append_steps (out, clocks, plan, "b");
  g_assert_cmpstr (out->str, ==, clocks_case->steps);

  if (yd_timeline_clocks_get_last (clocks) != YD_DAY_NONE)
    last = yd_day_dup (yd_timeline_clocks_get_last (clocks));
  g_assert_cmpstr (last, ==, clocks_case->last);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);

  return g_test_run ();
}
