/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-light.h"

typedef struct
{
  const char *path;
  const char *today;
  const char *begun;
  const char *finished;
  const char *due;
  const char *light;
  const char *words;
} Case;

/* The holidays of October 2017 last from the 1st to the 8th. */
static const Case cases[] = {
  { "/light/none",          "2017-09-20", "2017-09-01", "", "", "none", "No deadline is stated" },
  { "/light/wait",          "2017-09-20", "", "", "2017-09-28", "grey", "6 working days left" },
  { "/light/wait-begins-later", "2017-09-20", "2017-09-21", "", "2017-09-28", "grey",
    "6 working days left" },
  { "/light/begun",         "2017-09-20", "2017-09-20", "", "2017-09-28", "green",
    "6 working days left" },
  { "/light/soon",          "2017-09-21", "2017-09-20", "", "2017-09-28", "yellow",
    "5 working days left" },
  { "/light/soon-not-begun", "2017-09-21", "", "", "2017-09-28", "yellow", "5 working days left" },
  { "/light/over-the-holiday", "2017-09-29", "", "", "2017-10-10", "yellow",
    "3 working days left" },
  { "/light/tomorrow",      "2017-09-27", "", "", "2017-09-28", "yellow", "1 working day left" },
  { "/light/only-rest-days", "2017-10-01", "", "", "2017-10-05", "yellow", "Due on" },
  { "/light/today",         "2017-09-28", "", "", "2017-09-28", "yellow", "Due today" },
  { "/light/late",          "2017-09-29", "", "", "2017-09-28", "red", "1 working day overdue" },
  { "/light/late-rest-day", "2017-10-06", "", "", "2017-10-05", "red", "Was due on" },
  { "/light/late-holiday",  "2017-10-09", "", "", "2017-09-28", "red", "3 working days overdue" },
  { "/light/done",          "2017-10-09", "", "2017-09-28", "2017-09-28", "done", "Done on" },
  { "/light/done-late",     "2017-10-09", "", "2017-09-29", "2017-09-28", "done",
    ", 1 working day late" },
  { "/light/done-undue",    "2017-10-09", "", "2017-09-29", "", "done", "Done on" },
};

static void
test_case (gconstpointer user_data)
{
  const Case *test = user_data;
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  YdLightFacts facts = {
    yd_day_parse (test->begun), yd_day_parse (test->finished), yd_day_parse (test->due),
  };
  YdDay today = yd_day_parse (test->today);
  YdLight light = yd_light_compute (&facts, today, YD_LIGHT_SOON_DAYS, calendar);
  g_autofree char *words = yd_light_dup_words (&facts, today, calendar);

  g_assert_cmpstr (yd_light_get_name (light), ==, test->light);
  g_assert_nonnull (g_strstr_len (words, -1, test->words));
}

static void
test_worse (void)
{
  static const YdLight by_badness[] = {
    YD_LIGHT_NONE, YD_LIGHT_DONE, YD_LIGHT_WAIT, YD_LIGHT_OK, YD_LIGHT_SOON, YD_LIGHT_LATE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (by_badness); i++)
    for (guint k = 0; k < G_N_ELEMENTS (by_badness); k++)
      g_assert_cmpint (yd_light_is_worse (by_badness[i], by_badness[k]), ==, i > k);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/light/worse", test_worse);

  return g_test_run ();
}
