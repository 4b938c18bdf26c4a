/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-moves.h"

#include <string.h>

#include "yd-test-script.h"

/* What the notice of 2017 moves, as against weeks alone. */

#define AFTER_B "rule=after n=5 measure=workdays anchor_id=b anchor="

static const struct { const char *deadline; const char *move; } cases[] = {
  { "rule=date value=2017-10-09",                              NULL },
  { "rule=date value=2017-10-04 roll=next",                    "2017-10-04 2017-10-09" },
  { "rule=after n=15 measure=workdays anchor=event value=2017-09-20", "2017-10-11 2017-10-17" },
  { "rule=after n=15 measure=workdays anchor=event value=2017-09-20 check=refused", NULL },
  { "rule=after n=15 measure=workdays anchor=event value=2017-06-01", NULL },

  /* What counts from when something is planned to begin or end, which moves too */
  { AFTER_B "start",                                           "2017-10-06 2017-10-12" },
  { AFTER_B "finish",                                          "2017-10-10 2017-10-16" },
  { "rule=after n=5 measure=workdays anchor=finish",           "2017-10-05 2017-10-11" },
  { "rule=recurring value=monthly roll=previous",              "2017-09-29 2017-09-30" },
};

static YdWorkCalendar *
make_weeks (void)
{
  return yd_work_calendar_builder_end (yd_work_calendar_builder_new ());
}

static void
test_moves (void)
{
  g_autoptr(YdWorkCalendar) before = make_weeks ();
  g_autoptr(YdWorkCalendar) after = yd_work_calendar_new_for (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(YdPlan) plan = yd_plan_new ("plan");
      g_autofree char *script =
        g_strdup_printf ("+plan plan title=要点 issued=2017-06-01; "
                         "+point a order=a start=2017-09-28; +point b order=b days=3; "
                         "+dependency l pred=a succ=b type=FS lag=0 check=confirmed; "
                         "+deadline d point=a %s", cases[i].deadline);
      g_autoptr(GArray) moves = NULL;
      g_autofree char *move = NULL;

      yd_test_script_must (YD_SPACE (plan), script);
      moves = yd_deadline_list_moves (plan, before, after, yd_day_parse ("2017-09-20"));
      if (moves->len > 0)
        {
          const YdDeadlineMove *at = &g_array_index (moves, YdDeadlineMove, 0);
          char from[YD_DAY_SIZE], to[YD_DAY_SIZE];

          move = g_strdup_printf ("%s %s", yd_day_format (at->before.day, from),
                                  yd_day_format (at->after.day, to));
        }

      g_test_message ("%s", cases[i].deadline);
      g_assert_cmpuint (moves->len, ==, cases[i].move != NULL);
      g_assert_cmpstr (move, ==, cases[i].move);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deadline-moves", test_moves);

  return g_test_run ();
}
