/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-postponement.h"

#include "yd-plan-edits.h"
#include "yd-test-script.h"

/* To put a deadline off: what is asked for, granted and refused, one edit each. */

static YdPlan *
make_plan (const char *deadline)
{
  YdPlan *plan = yd_plan_new ("plan");
  g_autofree char *script =
    g_strdup_printf ("+plan plan title=要点 issued=2017-06-01; +unit u name=市财政局 order=a; "
                     "+point a order=a; +deadline d point=a %s", deadline);

  yd_test_script_must (YD_SPACE (plan), script);

  return plan;
}

static YdRow *
find (YdPlan     *plan,
      YdKind      kind,
      const char *id)
{
  return yd_space_lookup (YD_SPACE (plan), kind, id);
}

static void
apply (YdPlan     *plan,
       YdEdit     *edit,
       const char *act)
{
  static guint n;
  g_autoptr(YdEdit) owned = edit;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = g_strdup_printf ("edit-%u", n++);

  g_assert_cmpstr (yd_edit_get_act (edit), ==, act);
  yd_edit_seal (edit, id);
  yd_space_apply (YD_SPACE (plan), edit, &error);
  g_assert_no_error (error);
}

static void
ask (YdPlan     *plan,
     const char *id,
     const char *until)
{
  apply (plan, yd_plan_edit_ask_postponement (find (plan, YD_KIND_DEADLINE, "d"), id,
                                              find (plan, YD_KIND_UNIT, "u"),
                                              yd_day_parse (until), "人手不足"),
         "postponement.ask");
}

static void
grant (YdPlan     *plan,
       const char *id,
       const char *other_id,
       const char *until,
       const char *note)
{
  apply (plan, yd_plan_edit_grant_postponement (find (plan, YD_KIND_POSTPONEMENT, id), other_id,
                                                yd_day_parse (until), note),
         "postponement.grant");
}

typedef struct
{
  const char *deadline;
  const char *today;
  const char *until;
  const char *due;              /* what would be put off; NULL: nothing */
} DueCase;

static const DueCase due_cases[] = {
  { "rule=date value=2017-06-24", "2017-06-01", "2017-07-15", "2017-06-24" },
  { "rule=date value=2017-06-24", "2017-06-01", "2017-06-25", "2017-06-24" },
  { "rule=date value=2017-06-24", "2017-06-01", "2017-06-24", NULL },
  { "rule=date value=2017-06-24", "2017-08-01", "2017-06-20", NULL },
  { "rule=longterm",              "2017-06-01", "2017-07-15", NULL },
  { "rule=after n=30 measure=workdays anchor=issued", "2017-06-01", "2017-08-01", "2017-07-13" },
  { "rule=after n=5 measure=workdays anchor=event",   "2017-06-01", "2017-08-01", NULL },

  /* Of what recurs it is the last time before that day, over as it may be. */
  { "rule=recurring value=monthly", "2017-06-01", "2017-07-15", "2017-06-30" },
  { "rule=recurring value=monthly", "2017-07-10", "2017-07-15", "2017-06-30" },
  { "rule=recurring value=monthly", "2017-06-01", "2017-08-20", "2017-07-31" },
  { "rule=recurring value=monthly", "2017-06-01", "2017-07-31", "2017-06-30" },
  { "rule=recurring value=monthly", "2017-06-01", "2017-06-29", NULL },
  { "rule=recurring value=yearly",  "2017-06-01", "2019-02-01", "2018-12-31" },
};

/* Once it is granted until @until, another may take its place for any day after @stated. */
static void
assert_can_be_shortened (YdSchedule  *schedule,
                         YdRow       *deadline,
                         const YdDue *stated,
                         YdDay        until)
{
  YdRow *granted = yd_space_lookup (YD_SPACE (yd_schedule_get_plan (schedule)),
                                    YD_KIND_POSTPONEMENT, "p");
  YdDue due;

  g_assert_true (yd_postponement_find_due (schedule, deadline, granted, stated->day + 1, &due));
  g_assert_cmpint (due.day, ==, stated->day);
  g_assert_cmpint (due.stated.day, ==, YD_DAY_NONE);
  g_assert_true (yd_postponement_find_due (schedule, deadline, granted, until, &due));
  g_assert_cmpint (due.day, ==, stated->day);
  g_assert_false (yd_postponement_find_due (schedule, deadline, granted, stated->day, &due) &&
                  due.day == stated->day);
}

/* What is asked for changes no date, and what is granted the one that was said. */
static void
test_due (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (due_cases); i++)
    {
      const DueCase *at = &due_cases[i];
      const YdDay until = yd_day_parse (at->until);
      g_autoptr(YdPlan) plan = make_plan (at->deadline);
      g_autoptr(YdSchedule) schedule = yd_schedule_new (plan, calendar, yd_day_parse (at->today));
      YdRow *deadline = find (plan, YD_KIND_DEADLINE, "d");
      YdDue due, after;

      g_test_message ("%s until %s", at->deadline, at->until);
      if (at->due == NULL)
        {
          g_assert_false (yd_postponement_find_due (schedule, deadline, NULL, until, &due));
          continue;
        }

      g_assert_true (yd_postponement_find_due (schedule, deadline, NULL, until, &due));
      g_assert_cmpint (due.day, ==, yd_day_parse (at->due));
      ask (plan, "p", at->until);
      g_assert_true (yd_postponement_find_due (schedule, deadline, NULL, until, &after));
      g_assert_cmpint (after.day, ==, due.day);

      grant (plan, "p", "q", at->until, NULL);
      g_assert_false (yd_postponement_find_due (schedule, deadline, NULL, until, &after) &&
                      after.day == due.day);
      g_assert_true (yd_postponement_find_due (schedule, deadline, NULL, until + 1, &after));
      g_assert_cmpint (after.day, ==, until);
      assert_can_be_shortened (schedule, deadline, &due, until);
    }
}

/* A term in hours is due at a minute again, and another that was granted still counts. */
static void
test_instead (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  g_autoptr(YdPlan) plan =
    make_plan ("rule=after n=24 measure=hours anchor=event value=later");
  g_autoptr(YdSchedule) schedule = yd_schedule_new (plan, calendar, yd_day_parse ("2017-06-01"));
  YdRow *deadline = find (plan, YD_KIND_DEADLINE, "d");
  YdEdit *edit = yd_edit_new ("deadline.edit", NULL);
  YdDue due;

  yd_edit_change (edit, YD_KIND_DEADLINE, "d", YD_DEADLINE_VALUE, "later", "2017-06-05 09:30");
  apply (plan, edit, "deadline.edit");
  ask (plan, "p", "2017-06-20");
  grant (plan, "p", "q", "2017-06-20", NULL);
  g_assert_true (yd_postponement_find_due (schedule, deadline,
                                           find (plan, YD_KIND_POSTPONEMENT, "p"),
                                           yd_day_parse ("2017-06-08"), &due));
  g_assert_cmpint (due.state, ==, YD_DUE_TIME);
  g_assert_cmpint (due.day, ==, yd_day_parse ("2017-06-06"));
  g_assert_cmpint (due.minute, ==, 9 * 60 + 30);

  ask (plan, "r", "2017-06-14");
  grant (plan, "r", "s", "2017-06-14", NULL);
  g_assert_false (yd_postponement_find_due (schedule, deadline,
                                            find (plan, YD_KIND_POSTPONEMENT, "p"),
                                            yd_day_parse ("2017-06-08"), &due));
  g_assert_cmpint (due.state, ==, YD_DUE_DAY);
  g_assert_cmpint (due.day, ==, yd_day_parse ("2017-06-14"));
}

static void
assert_row (YdPlan     *plan,
            const char *id,
            const char *until,
            const char *state,
            const char *note)
{
  YdRow *row = find (plan, YD_KIND_POSTPONEMENT, id);

  g_assert_cmpstr (yd_row_get_cell (row, YD_POSTPONEMENT_UNTIL), ==, until);
  g_assert_cmpstr (yd_row_get_cell (row, YD_POSTPONEMENT_STATE), ==, state);
  g_assert_cmpstr (yd_row_get_cell (row, YD_POSTPONEMENT_DECIDED), ==, note);
  g_assert_cmpstr (yd_row_get_cell (row, YD_POSTPONEMENT_UNIT), ==, "u");
  g_assert_cmpstr (yd_row_get_cell (row, YD_POSTPONEMENT_REASON), ==, "人手不足");
}

static void
test_decide (void)
{
  g_autoptr(YdPlan) plan = make_plan ("rule=date value=2017-06-30");
  YdRow *deadline = find (plan, YD_KIND_DEADLINE, "d");
  YdRow *row;

  g_assert_null (yd_postponement_find_open (deadline));
  ask (plan, "p", "2017-07-31");
  ask (plan, "p2", "2017-07-20");
  assert_row (plan, "p", "2017-07-31", "asked", NULL);
  g_assert_true (yd_postponement_find_open (deadline) ==
                 find (plan, YD_KIND_POSTPONEMENT, "p2"));

  /* To another day than was asked for: that one is refused, with the same words. */
  grant (plan, "p2", "q", "2017-07-14", "分管领导6月20日批示");
  assert_row (plan, "p2", "2017-07-20", "refused", "分管领导6月20日批示");
  assert_row (plan, "q", "2017-07-14", "granted", "分管领导6月20日批示");
  g_assert_true (yd_postponement_find_open (deadline) == find (plan, YD_KIND_POSTPONEMENT, "p"));

  apply (plan, yd_plan_edit_refuse_postponement (find (plan, YD_KIND_POSTPONEMENT, "p"), ""),
         "postponement.refuse");
  assert_row (plan, "p", "2017-07-31", "refused", NULL);
  g_assert_null (yd_postponement_find_open (deadline));

  /* What was granted is granted to another day: nothing is left of the first. */
  row = find (plan, YD_KIND_POSTPONEMENT, "q");
  grant (plan, "q", "r", "2017-07-10", "");
  g_assert_false (yd_space_is_live (YD_SPACE (plan), row));
  assert_row (plan, "r", "2017-07-10", "granted", NULL);

  row = find (plan, YD_KIND_POSTPONEMENT, "r");
  apply (plan, yd_plan_edit_delete_postponement (row), "postponement.delete");
  g_assert_false (yd_space_is_live (YD_SPACE (plan), row));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/extension/due", test_due);
  g_test_add_func ("/extension/instead", test_instead);
  g_test_add_func ("/extension/decide", test_decide);

  return g_test_run ();
}
