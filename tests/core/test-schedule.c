/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule.h"

#include <string.h>

#include "yd-id.h"
#include "yd-test-script.h"

#define TODAY "2017-09-20"

static void
append_day (GString *words,
            YdDay    day)
{
  int year, month, day_of_month;

  if (day == YD_DAY_NONE)
    {
      g_string_append (words, "?");
      return;
    }

  yd_day_split (day, &year, &month, &day_of_month);
  if (year != 2017)
    g_string_append_printf (words, "%d.", year);
  g_string_append_printf (words, "%d.%d", month, day_of_month);
}

/* `a 9.25-9.29/2` has two days of slack, `*` is critical, `!3` is late by three, and what
 * stands behind `<` are the latest dates of a point without dates.
 */
static void
append_point (YdPoint    *point,
              const char *path,
              guint       level,
              gpointer    user_data)
{
  gpointer *data = user_data;
  GString *words = data[1];
  YdScheduled s;

  g_assert_true (yd_schedule_get (data[0], point, &s));
  g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", yd_row_get_id (point));

  if (s.start != YD_DAY_NONE)
    {
      g_string_append_c (words, '=');
      append_day (words, s.start);
      g_string_append_c (words, '-');
      append_day (words, s.finish);
    }
  else if (s.latest_finish != YD_DAY_NONE)
    {
      g_string_append_c (words, '<');
      append_day (words, s.latest_start);
      g_string_append_c (words, '-');
      append_day (words, s.latest_finish);
    }

  if (s.has_slack)
    g_string_append_printf (words, "/%d%s", s.slack, s.critical ? "*" : "");
  if (s.late_by > 0)
    g_string_append_printf (words, "!%d", s.late_by);
}

static char *
dump (YdSchedule *schedule)
{
  GString *words = g_string_new (NULL);
  gpointer data[] = { schedule, words };

  yd_plan_foreach_point (yd_schedule_get_plan (schedule), append_point, data);

  return g_string_free (words, FALSE);
}

typedef struct
{
  const char *path;
  const char *script;
  const char *expected;
} Case;

#define A "+point a order=a"
#define B "; +point b order=b"
#define C "; +point c order=c"
#define D(DATES) "; +deadline d point=" DATES
#define LINK(CELLS) "; +dependency l pred=a succ=b check=confirmed" CELLS

#define EDGE(ID, FROM, TO, CELLS) \
  "; +dependency " ID " pred=" FROM " succ=" TO " check=confirmed" CELLS

/* In 2017 the 30th of September, a Saturday, is worked, and 1 to 8 October are free. */
static const Case cases[] = {
  { "/schedule/nothing-said",       A B, "a b" },
  { "/schedule/nothing-but-days",   A " days=3", "a" },
  { "/schedule/start",              A " start=2017-09-25", "a=9.25-9.25/0*" },
  { "/schedule/start-and-days",     A " start=2017-09-25 days=6", "a=9.25-9.30/0*" },
  { "/schedule/start-on-rest-day",  A " start=2017-10-04 days=2", "a=10.9-10.10/0*" },
  { "/schedule/over-the-holiday",   A " start=2017-09-29 days=3", "a=9.29-10.9/0*" },
  { "/schedule/no-days-are-one",    A " start=2017-09-25 days=0", "a=9.25-9.25/0*" },
  { "/schedule/ten-thousand-days",  A " start=2017-09-25 days=10000", "a=9.25-2056.6.22/0*" },
  { "/schedule/held/started",       A " started=2017-09-23 days=2", "a=9.23-9.26/0*" },
  { "/schedule/held/finished",      A " finished=2017-09-24", "a=9.24-9.24" },
  { "/schedule/held/both",          A " started=2017-09-20 finished=2017-09-24 days=9",
    "a=9.20-9.24" },
  { "/schedule/held/no-pull",       A " start=2017-09-25 days=9" B " started=2017-09-20"
    LINK (" type=FS"), "a=9.25-10.11/0* b=9.20-9.20/11" },

  { "/schedule/fs/none",       A " start=2017-09-28 days=2" B " days=2" LINK (" type=FS"),
    "a=9.28-9.29/0* b=9.30-10.9/0*" },
  { "/schedule/fs/default",    A " start=2017-09-28 days=2" B " days=2" LINK (""),
    "a=9.28-9.29/0* b=9.30-10.9/0*" },
  { "/schedule/fs/workdays",   A " start=2017-09-28 days=2" B LINK (" type=FS lag=2"),
    "a=9.28-9.29/0* b=10.10-10.10/0*" },
  { "/schedule/fs/days",       A " start=2017-09-28 days=2" B LINK (" lag=2 measure=days"),
    "a=9.28-9.29/1 b=10.9-10.9/0*" },
  { "/schedule/fs/before",     A " start=2017-09-28 days=4" B LINK (" lag=-2"),
    "a=9.28-10.9/0* b=9.30-9.30/1" },
  { "/schedule/fs/days-before", A " start=2017-09-28 days=3" B LINK (" lag=-2 measure=days"),
    "a=9.28-9.30/0* b=9.29-9.29/1" },
  { "/schedule/ss/none",       A " start=2017-09-28 days=4" B LINK (" type=SS"),
    "a=9.28-10.9/0* b=9.28-9.28/3" },
  { "/schedule/ss/workdays",   A " start=2017-09-28 days=1" B " days=2" LINK (" type=SS lag=3"),
    "a=9.28-9.28/0* b=10.9-10.10/0*" },
  { "/schedule/ss/days",       A " start=2017-09-28 days=1" B LINK (" type=SS lag=3 measure=days"),
    "a=9.28-9.28/2 b=10.9-10.9/0*" },
  { "/schedule/ff/none",       A " start=2017-09-28 days=4" B " days=2" LINK (" type=FF"),
    "a=9.28-10.9/0* b=9.30-10.9/0*" },
  { "/schedule/ff/longer",     A " start=2017-09-28 days=2" B " start=2017-09-25 days=9"
    LINK (" type=FF"), "a=9.28-9.29/4 b=9.25-10.11/0*" },
  { "/schedule/ff/begun",      A " start=2017-09-28 days=4" B " started=2017-09-25 days=2"
    LINK (" type=FF lag=1"), "a=9.28-10.9/0* b=9.25-10.10/0*" },
  { "/schedule/ff/days",       A " start=2017-09-28 days=3" B LINK (" type=FF lag=3 measure=days"),
    "a=9.28-9.30/0* b=10.9-10.9/0*" },
  { "/schedule/sf/none",       A " start=2017-10-09" B " days=2" LINK (" type=SF"),
    "a=10.9-10.9/0* b=9.29-9.30/1" },
  { "/schedule/sf/days",       A " start=2017-10-09" B LINK (" type=SF lag=2 measure=days"),
    "a=10.9-10.9/0* b=10.9-10.9/0*" },
  { "/schedule/sf/workdays",   A " start=2017-10-09" B LINK (" type=SF lag=2"),
    "a=10.9-10.9/0* b=10.10-10.10/0*" },
  { "/schedule/hours-are-no-lag", A " start=2017-09-28" B LINK (" lag=2 measure=hours"),
    "a=9.28-9.28/0* b" },
  { "/schedule/not-before-own", A " start=2017-09-20" B " start=2017-09-27" LINK (""),
    "a=9.20-9.20/4 b=9.27-9.27/0*" },
  { "/schedule/proposed-is-no-edge", A " start=2017-09-20" B
    "; +dependency l pred=a succ=b check=proposed", "a=9.20-9.20/0* b" },
  { "/schedule/no-date-no-date", A " days=5" B LINK ("") , "a b" },

  { "/schedule/due/makes-it",  A " start=2017-09-25 days=3" D ("a rule=date value=2017-09-29"),
    "a=9.25-9.27/0*" },
  { "/schedule/due/rest-day",  A " start=2017-09-25 days=3" C " start=2017-10-20"
    D ("a rule=date value=2017-10-05 roll=keep"), "a=9.25-9.27/3 c=10.20-10.20/0*" },
  { "/schedule/due/misses",    A " start=2017-09-25 days=3" D ("a rule=date value=2017-09-25"),
    "a=9.25-9.27/-2*!2" },
  { "/schedule/due/through",   A " start=2017-09-25 days=3" B " days=2" LINK ("")
    D ("b rule=date value=2017-09-27"), "a=9.25-9.27/-2* b=9.28-9.29/-2*!2" },
  { "/schedule/due/no-dates",  A " days=2" B " days=3" LINK ("")
    D ("b rule=date value=2017-10-10"), "a<9.28-9.29 b<9.30-10.10" },
  { "/schedule/due/finished",  A " finished=2017-09-28" D ("a rule=date value=2017-09-25"),
    "a=9.28-9.28" },
  { "/schedule/due/after-other", A " start=2017-09-25 days=2" B " start=2017-09-25 days=9"
    D ("b rule=after n=2 measure=workdays anchor=finish anchor_id=a"),
    "a=9.25-9.26/7 b=9.25-10.11/-5*!5" },

  { "/schedule/parent/spans",  A B " parent=a start=2017-09-25 days=2" C
    " parent=a start=2017-09-28", "a=9.25-9.28/0 b=9.25-9.26/2 c=9.28-9.28/0*" },
  { "/schedule/parent/own",    A " start=2017-09-20 days=2" B " parent=a start=2017-09-25",
    "a=9.20-9.25/0 b=9.25-9.25/0*" },
  { "/schedule/parent/alone",  A " start=2017-09-20 days=2" B " parent=a",
    "a=9.20-9.21/0* b<9.21-9.21" },
  { "/schedule/parent/waits",  A " start=2017-09-25 days=3" B C " parent=b days=2 start=2017-09-20"
    LINK (""), "a=9.25-9.27/0* b=9.28-9.29/0 c=9.28-9.29/0*" },
  { "/schedule/parent/gives-no-date", A " start=2017-09-25 days=3" B C " parent=b" LINK (""),
    "a=9.25-9.27/0* b=9.28-9.28/0* c<9.28-9.28" },
  { "/schedule/parent/is-waited-for", A C " parent=a start=2017-09-25 days=3" B LINK (""),
    "a=9.25-9.27/0 c=9.25-9.27/0* b=9.28-9.28/0*" },
  { "/schedule/parent/due",    A B " parent=a start=2017-09-25 days=4"
    D ("a rule=date value=2017-09-26"), "a=9.25-9.28/-2!2 b=9.25-9.28/-2*" },
  { "/schedule/parent/finished", A " finished=2017-09-20" B " parent=a start=2017-09-25",
    "a=9.20-9.20 b=9.25-9.25/0*" },
  { "/schedule/parent/of-its-own", A " start=2017-09-25" B " parent=a days=2" LINK (""),
    "a=9.25-9.25/0* b<9.22-9.25" },
};

/* Each also as it is after the plan was made step by step. */
static void
test_case (gconstpointer user_data)
{
  const Case *test = user_data;
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (test->script);
  g_autoptr(YdPlan) slow = yd_plan_new ("plan");
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, TODAY);
  g_autoptr(YdSchedule) following = yd_test_script_new_schedule (slow, TODAY);
  g_autofree char *words = dump (schedule);
  g_autofree char *followed = NULL;
  g_auto(GStrv) statements = g_strsplit (test->script, "; ", -1);

  g_assert_cmpstr (words, ==, test->expected);

  for (guint i = 0; statements[i] != NULL; i++)
    yd_test_script_must (YD_SPACE (slow), statements[i]);
  followed = dump (following);
  g_assert_cmpstr (followed, ==, test->expected);

  g_clear_object (&plan);
  g_assert_finalize_object (g_steal_pointer (&schedule));
}

static void
collect_aside (const YdScheduleEdge *edge,
               gpointer              user_data)
{
  GString *words = user_data;

  g_string_append_printf (words, "%s%s ", yd_row_get_id (edge->dependency),
                          edge->aside ? "!" : edge->critical ? "*" : edge->drives ? "+" : "");
}

static void
test_edges (void)
{
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (
    A " start=2017-09-25 days=3" B C " parent=b" LINK ("")
    "; +point e order=e start=2017-09-20; +dependency m pred=e succ=b check=confirmed"
    "; +dependency n pred=c succ=b check=confirmed");
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, TODAY);
  g_autoptr(GString) words = g_string_new (NULL);

  yd_schedule_foreach_edge (schedule, collect_aside, words);
  g_assert_cmpstr (words->str, ==, "l* m n! ");

  /* What was set aside counts when nothing waits for itself any more. */
  yd_test_script_must (YD_SPACE (plan), "point c parent= start=2017-09-28");
  g_string_truncate (words, 0);
  yd_schedule_foreach_edge (schedule, collect_aside, words);
  g_assert_cmpstr (words->str, ==, "l m n* ");
}

static char *
dump_chain (YdSchedule *schedule,
            const char *id)
{
  YdRow *point = yd_space_lookup (YD_SPACE (yd_schedule_get_plan (schedule)), YD_KIND_POINT, id);
  g_autoptr(GArray) chain = yd_schedule_list_chain (schedule, point);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < chain->len; i++)
    {
      YdScheduleStep *step = &g_array_index (chain, YdScheduleStep, i);

      if (step->dependency != NULL)
        g_string_append_printf (words, " -%s- ", yd_row_get_id (step->dependency));
      g_string_append (words, yd_row_get_id (step->point));
    }

  return g_string_free (words, FALSE);
}

typedef struct
{
  const char *path;
  const char *script;
  const char *point;
  const char *expected;
} ChainCase;

static const ChainCase chain_cases[] = {
  { "/schedule/chain/alone",  A " start=2017-09-25", "a", "a" },
  { "/schedule/chain/none",   A " days=2", "a", "" },
  { "/schedule/chain/three",  A " start=2017-09-25" B C EDGE ("l", "a", "b", "")
    EDGE ("m", "b", "c", ""), "c", "a -l- b -m- c" },
  { "/schedule/chain/the-later", A " start=2017-09-25" B " start=2017-09-27" C
    EDGE ("l", "a", "c", "") EDGE ("m", "b", "c", ""), "c", "b -m- c" },
  { "/schedule/chain/by-end", A " start=2017-09-25 days=4" B EDGE ("l", "a", "b", " type=FF"), "b",
    "a -l- b" },
  { "/schedule/chain/from-below", A B " parent=a start=2017-09-25 days=4" C
    EDGE ("l", "a", "c", ""), "c", "b -l- c" },
  { "/schedule/chain/from-above", A " start=2017-09-25 days=4" B C " parent=b start=2017-09-20"
    EDGE ("l", "a", "b", ""), "c", "a -l- c" },
  { "/schedule/chain/begun", A " start=2017-09-25 days=4" B " started=2017-09-20"
    EDGE ("l", "a", "b", ""), "b", "b" },
};

static void
test_chain (gconstpointer user_data)
{
  const ChainCase *test = user_data;
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (test->script);
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, TODAY);
  g_autofree char *words = dump_chain (schedule, test->point);

  g_assert_cmpstr (words, ==, test->expected);
}

static void
count_cb (YdSchedule *schedule,
          GPtrArray  *points,
          GString    *log)
{
  if (points == NULL)
    g_string_append (log, "all ");
  for (guint i = 0; points != NULL && i < points->len; i++)
    g_string_append_printf (log, "%s ", yd_row_get_id (g_ptr_array_index (points, i)));
}

/* What is told is what changed, and nothing is told of what a schedule does not see. */
static void
test_changed (void)
{
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (
    A " start=2017-09-25" B " start=2017-09-28" C " start=2017-11-01");
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, TODAY);
  g_autoptr(GString) log = g_string_new (NULL);

  g_signal_connect (schedule, "changed", G_CALLBACK (count_cb), log);

  yd_test_script_must (YD_SPACE (plan), "point a title=A");
  g_assert_cmpstr (log->str, ==, "");

  yd_test_script_must (YD_SPACE (plan), "point b days=2");
  g_assert_cmpstr (log->str, ==, "b ");

  g_string_truncate (log, 0);
  yd_test_script_must (YD_SPACE (plan), "+deadline d point=a rule=date value=2017-09-28");
  g_assert_cmpstr (log->str, ==, "a ");

  g_string_truncate (log, 0);
  yd_test_script_must (YD_SPACE (plan), "deadline d check=proposed; point a check=proposed");
  yd_test_script_must (YD_SPACE (plan), "deadline d check=confirmed; point a check=confirmed");
  g_assert_cmpstr (log->str, ==, "");
  yd_test_script_must (YD_SPACE (plan), "deadline d check=refused");
  g_assert_cmpstr (log->str, ==, "a ");

  g_string_truncate (log, 0);
  yd_schedule_set_today (schedule, yd_day_parse ("2017-09-30"));
  g_assert_cmpstr (log->str, ==, "all ");
}

/* What is deleted counts for nobody, and comes back as it was, with those below it. */
static void
test_deleted (void)
{
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (
    A " start=2017-09-25 days=9" B " parent=a"
    C " start=2017-09-28" EDGE ("l", "b", "c", "")
    "; +point e order=e parent=b start=2017-09-29");
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, TODAY);
  g_autofree char *before = dump (schedule);
  g_autofree char *without = NULL, *after = NULL;

  yd_test_script_must (YD_SPACE (plan), "point a deleted=true");
  without = dump (schedule);
  g_assert_cmpstr (without, ==, "c=9.28-9.28/0*");

  yd_test_script_must (YD_SPACE (plan), "point a deleted=false");
  after = dump (schedule);
  g_assert_cmpstr (after, ==, before);
}

/* A deadline that is put off is due when that was granted. */
static void
test_postponed (void)
{
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (
    A " start=2017-09-25 days=5" D ("a rule=date value=2017-09-26 roll=keep")
    "; +postponement p deadline=d until=2017-10-13 state=asked");
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, TODAY);
  YdRow *a = yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, "a");
  YdScheduled s;

  yd_schedule_get (schedule, a, &s);
  g_assert_cmpint (s.late_by, ==, 3);

  yd_test_script_must (YD_SPACE (plan), "postponement p state=granted");
  yd_schedule_get (schedule, a, &s);
  g_assert_cmpint (s.late_by, ==, 0);
  g_assert_cmpint (s.due, ==, yd_day_parse ("2017-10-13"));
}

/* What a person has refused is no deadline, here as in the agenda. */
static void
test_refused (void)
{
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (
    A " start=2017-09-25 days=5" D ("a rule=date value=2017-09-26 check=refused")
    "; +deadline e point=a rule=date value=2017-10-20");
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, TODAY);
  YdRow *a = yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, "a");
  YdScheduled s;

  yd_schedule_get (schedule, a, &s);
  g_assert_cmpint (s.due, ==, yd_day_parse ("2017-10-20"));

  yd_test_script_must (YD_SPACE (plan), "deadline d check=confirmed");
  yd_schedule_get (schedule, a, &s);
  g_assert_cmpint (s.due, ==, yd_day_parse ("2017-09-26"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  for (guint i = 0; i < G_N_ELEMENTS (chain_cases); i++)
    g_test_add_data_func (chain_cases[i].path, &chain_cases[i], test_chain);
  g_test_add_func ("/schedule/edges", test_edges);
  g_test_add_func ("/schedule/changed", test_changed);
  g_test_add_func ("/schedule/deleted", test_deleted);
  g_test_add_func ("/schedule/postponed", test_postponed);
  g_test_add_func ("/schedule/refused", test_refused);

  return g_test_run ();
}
