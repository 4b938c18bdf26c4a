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

typedef struct
{
  const char      *path;
  YdDeadlineTerms  terms;
  const char      *words;
  gboolean         count;
} SayCase;

static const SayCase say_cases[] = {
  { "/terms/say/day",       { .rule = "date", .value = "2017-07-13" }, "2017-07-13 Thu", FALSE },
  { "/terms/say/month",     { .rule = "period_end", .value = "2017-12" },
                            "By the end of December 2017", FALSE },
  { "/terms/say/after",     { .rule = "after", .n = 30, .measure = "workdays",
                              .anchor = "issued" },
                            "Within 30 working days of the issue", TRUE },
  { "/terms/say/times",     { .rule = "recurring", .n = 2 }, "2 times, recurring", TRUE },
  { "/terms/say/quarter",   { .rule = "recurring", .value = "quarterly" }, "Every quarter",
                            FALSE },
  { "/terms/say/half",      { .rule = "recurring", .value = "half-yearly" }, "Every half year",
                            FALSE },
  { "/terms/say/longterm",  { .rule = "longterm" }, "Long-term", FALSE },
  { "/terms/say/nothing",   { .rule = "within" }, "No date", FALSE },
};

static void
test_say (gconstpointer data)
{
  const SayCase *test = data;
  g_autofree char *words = yd_terms_dup_words (&test->terms);

  g_assert_cmpstr (words, ==, test->words);
  g_assert_cmpint (yd_terms_count (&test->terms), ==, test->count);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (read_cases); i++)
    g_test_add_data_func (read_cases[i].path, &read_cases[i], test_read);
  for (guint i = 0; i < G_N_ELEMENTS (say_cases); i++)
    g_test_add_data_func (say_cases[i].path, &say_cases[i], test_say);

  return g_test_run ();
}
