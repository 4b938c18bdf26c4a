/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-deadline-words.h"
#include "yd-recurrence.h"

/* What a deadline says, in words: of every form that is read or set there is one. */
typedef struct
{
  const char      *path;
  YdDeadlineTerms  terms;
  const char      *words;
} WordsCase;

static const WordsCase cases[] = {
  { "/deadline-words/day",          { "date", "2017-07-13" }, "2017-07-13 (Thursday)" },
  { "/deadline-words/no-year",      { "date", "--06-30" }, "June 30" },
  { "/deadline-words/leap-day",     { "date", "--02-29" }, "February 29" },
  { "/deadline-words/no-day",       { "date", "soon" }, "soon" },
  { "/deadline-words/nothing",      { "date", NULL }, "Not Stated" },
  { "/deadline-words/none",         { "none", NULL }, "Not Stated" },
  { "/deadline-words/month",        { "period_end", "2017-12" }, "By the end of December 2017" },
  { "/deadline-words/month-of",     { "period_end", "--06" }, "By the end of June" },
  { "/deadline-words/year",         { "period_end", "2017" }, "By the end of 2017" },
  { "/deadline-words/year-of",      { "period_end", NULL }, "By the end of the year" },
  { "/deadline-words/quarter",      { "period_end", "2017-Q2" },
                                    "By the end of quarter 2 of 2017" },
  { "/deadline-words/half",         { "period_end", "2017-H1" },
                                    "By the end of the first half of 2017" },
  { "/deadline-words/half-of",      { "period_end", "--H2" },
                                    "By the end of the second half of the year" },
  { "/deadline-words/within",       { "within", "2017" }, "Within 2017" },
  { "/deadline-words/within-of",    { "within", NULL }, "Within the year" },
  { "/deadline-words/times",        { "within", "2017", .n = 2 }, "At least 2 times within 2017" },
  { "/deadline-words/issued",       { "after", NULL, 30, "workdays", "issued" },
                                    "Within 30 working days after the document was issued" },
  { "/deadline-words/before",       { "after", NULL, -5, "workdays", "event" },
                                    "5 working days before the event" },
  { "/deadline-words/back",         { "after", NULL, -1, "days" }, "1 day before" },
  { "/deadline-words/after",        { "after", NULL, 1, "months" }, "Within 1 month" },
  { "/deadline-words/law",          { "after", "foi-reply" },
                                    "As the law sets it: Reply to a request for information" },
  { "/deadline-words/longterm",     { "longterm" }, "Long-term, without an end" },
  { "/deadline-words/half-yearly",  { "recurring", "half-yearly" }, "Every half year" },
  { "/deadline-words/halfyearly",   { "recurring", "halfyearly" }, "Every half year" },
  { "/deadline-words/each",         { "recurring", "each" }, "Each time" },
  { "/deadline-words/no-such",      { "recurring", "no-such" }, "Again and again" },
  { "/deadline-words/yearly-day",   { "recurring", "yearly-03-31" }, "Every year, by March 31" },
  { "/deadline-words/yearly-month", { "recurring", "yearly-02" },
                                    "Every year, by the end of February" },
  { "/deadline-words/monthly-day",  { "recurring", "monthly", 28 }, "Every month, by day 28" },
  { "/deadline-words/weekly-day",   { "recurring", "weekly", 5 }, "Every week, by Friday" },
  { "/deadline-words/behind",       { "recurring", "quarterly", 7, "days" },
                                    "Every quarter, within 7 days after its end" },
};

static void
test_words (gconstpointer data)
{
  const WordsCase *c = data;
  g_autofree char *words = yd_deadline_dup_rule (&c->terms);

  g_assert_cmpstr (words, ==, c->words);
}

/* No code is ever shown, and each is found again. */
static void
test_recurrences (void)
{
  guint n;
  const YdRecurrence *all = yd_recurrence_list (&n);

  for (guint i = 0; i < n; i++)
    {
      const YdDeadlineTerms terms = { "recurring", all[i].code };
      g_autofree char *words = yd_deadline_dup_rule (&terms);
      const char *date;

      g_assert_cmpstr (words, ==, all[i].words);
      g_assert_true (yd_recurrence_split (all[i].code, &date) == &all[i]);
      g_assert_cmpstr (date, ==, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_words);
  g_test_add_func ("/deadline-words/recurrences", test_recurrences);

  return g_test_run ();
}
