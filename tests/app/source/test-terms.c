/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-terms.h"

/* What a person writes for a deadline, and what it is understood as. */

typedef struct
{
  const char *path;
  const char *rule;             /* before */
  const char *text;
  const char *value;            /* NULL: it is not understood */
  const char *new_rule;
} ReadCase;

static const ReadCase read_cases[] = {
  { "/terms/read/day",          "date",       "2017-12-31",     "2017-12-31", "date"       },
  { "/terms/read/chinese-day",  "date",       "2017年12月31日", "2017-12-31", "date"       },
  { "/terms/read/slashes",      "date",       "2018/1/5",       "2018-01-05", "date"       },
  { "/terms/read/digits",       "date",       "20171231",       "2017-12-31", "date"       },
  { "/terms/read/full-width",   "date",       "２０１７．９．３０", "2017-09-30", "date"     },
  { "/terms/read/no-year",      "date",       "12月31日",       "2017-12-31", "date"       },
  { "/terms/read/only-month",   "date",       "9月",            "2017-09",    "period_end" },
  { "/terms/read/month",        "date",       "2018年6月底",    "2018-06",    "period_end" },
  { "/terms/read/year",         "period_end", "2018",           "2018",       "period_end" },
  { "/terms/read/within",       "within",     "2018",           "2018",       "within"     },
  { "/terms/read/recurring",    "recurring",  "2017-12-01",     "2017-12-01", "date"       },
  { "/terms/read/no-such-day",  "date",       "2017-02-30",     NULL,         "date"       },
  { "/terms/read/no-such-month", "date",      "2017-13",        NULL,         "date"       },
  { "/terms/read/words",        "date",       "年底",           NULL,         "date"       },
  { "/terms/read/too-many",     "date",       "2017-12-31-1",   NULL,         "date"       },
  { "/terms/read/huge",         "date",       "99999999999999999999", NULL,   "date"       },
};

static void
test_read (gconstpointer data)
{
  const ReadCase *test = data;
  YdDeadlineTerms terms = { .rule = test->rule, .value = "as it was" };
  g_autofree char *value = yd_terms_read (&terms, test->text, 2017);

  g_assert_cmpstr (value, ==, test->value);
  g_assert_cmpstr (terms.rule, ==, test->new_rule);
  g_assert_cmpstr (terms.value, ==, value != NULL ? value : "as it was");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (read_cases); i++)
    g_test_add_data_func (read_cases[i].path, &read_cases[i], test_read);

  return g_test_run ();
}
