/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-deadline.h"
#include "yd-plan-edits.h"

#include <string.h>

#define NONE YD_DAY_NONE

/* A deadline in one line: rule, value, n, measure, anchor day, roll; `.` is missing. The
 * document was issued on 2017-06-01.
 */
typedef struct
{
  const char *terms;
  const char *due;                      /* a day, a day and minutes, or a state */
  const char *nominal;                  /* where a rest day moved it from */
} DueCase;

static const DueCase due_cases[] = {
  /* Fixed dates stay on their rest day unless they are told not to. */
  { "date 2017-12-31 0 . . .",           "2017-12-31", NULL },
  { "date 2017-12-31 0 . . next",        "2018-01-02", "2017-12-31" },
  { "date 2017-12-31 0 . . previous",    "2017-12-29", "2017-12-31" },
  { "date --06-30 0 . . .",              "2017-06-30", NULL },
  { "date --02-29 0 . . .",              "unclear", NULL },
  { "date . 0 . . .",                    "unclear", NULL },
  { "date 2017-6-1 0 . . .",             "unclear", NULL },
  { "date 1948-12-31 0 . . .",           "beyond", NULL },
  { "date 2101-01-01 0 . . .",           "beyond", NULL },

  /* The end of a month, quarter, half-year, year */
  { "period_end 2017-06 0 . . .",        "2017-06-30", NULL },
  { "period_end 2016-02 0 . . .",        "2016-02-29", NULL },
  { "period_end 2017-Q3 0 . . .",        "2017-09-30", NULL },
  { "period_end 2017-H1 0 . . .",        "2017-06-30", NULL },
  { "period_end 2017 0 . . previous",    "2017-12-29", "2017-12-31" },
  { "period_end --10 0 . . .",           "2017-10-31", NULL },
  { "period_end --12-31 0 . . .",        "2017-12-31", NULL },
  { "period_end --Q4 0 . . .",           "2017-12-31", NULL },
  { "period_end . 0 . . .",              "2017-12-31", NULL },
  { "period_end 2017-Q5 0 . . .",        "unclear", NULL },
  { "period_end 2017-13 0 . . .",        "unclear", NULL },
  { "period_end 年底 0 . . .",           "unclear", NULL },

  /* So long after something; 民法典 201-203 */
  { "after . 30 workdays 2017-06-01 .",  "2017-07-13", NULL },
  { "after . 30 workdays+ 2017-06-01 .", "2017-07-12", NULL },
  { "after . 15 workdays 2017-09-20 .",  "2017-10-17", NULL },
  { "after . -5 workdays 2017-06-01 .",  "2017-05-24", NULL },
  { "after . 10 days 2017-06-14 .",      "2017-06-26", "2017-06-24" },
  { "after . 10 days 2017-06-14 keep",   "2017-06-24", NULL },
  { "after . 10 days 2017-06-14 previous", "2017-06-23", "2017-06-24" },
  { "after . 10 days+ 2017-06-14 .",     "2017-06-23", NULL },
  { "after . 3 days 2017-05-24 .",       "2017-05-27", NULL },         /* a made-up Saturday */
  { "after . 30 days 2017-09-02 .",      "2017-10-09", "2017-10-02" },
  { "after . 1 months 2017-01-31 .",     "2017-02-28", NULL },
  { "after . 1 months 2016-01-31 .",     "2016-02-29", NULL },
  { "after . 3 months 2017-07-01 .",     "2017-10-09", "2017-10-01" },
  { "after . 1 months+ 2017-06-01 .",    "2017-06-30", NULL },
  { "after . 1 months+ 2017-06-15 .",    "2017-07-14", NULL },
  { "after . 3 months+ 2017-03-01 .",    "2017-05-31", NULL },
  { "after . 1 months+ 2017-03-31 .",    "2017-05-02", "2017-04-30" },
  { "after . -5 workdays+ 2017-06-01 .", "2017-05-25", NULL },
  { "after . -1 workdays+ 2017-06-01 .", "2017-06-01", NULL },
  { "after . -3 days+ 2017-06-16 .",     "2017-06-14", NULL },
  { "after . 20 workdays . .",           "waiting", NULL },
  { "after . 20 . 2017-06-01 .",         "unclear", NULL },
  { "after . 10000 workdays 2017-06-01 .", "2056-03-01", NULL },
  { "after . 10000 days 2017-06-01 .",   "2044-10-17", NULL },
  { "after . 99999 workdays 2017-06-01 .", "beyond", NULL },
  { "after . 9007199254740991 days 2017-06-01 .", "beyond", NULL },
  { "after . -9007199254740991 hours 2017-06-01T00:00 .", "beyond", NULL },

  /* Hours run from the moment, whatever day it is. */
  { "after . 5 hours 2017-05-27T22:30 .",  "2017-05-28 03:30", NULL },
  { "after . 24 hours 2017-12-31T08:00 .", "2018-01-01 08:00", NULL },
  { "after . 48 hours 2017-06-01T00:00 .", "2017-06-03 00:00", NULL },
  { "after . -1 hours 2017-06-01T00:30 .", "2017-05-31 23:30", NULL },
  { "after . 5 hours 2017-06-01 .",        "waiting", NULL },

  /* The law of the day of the event; DOMAIN.md §2.1 */
  { "after foi-reply 0 . 2019-05-14 .",  "2019-06-04", NULL },         /* 15 */
  { "after foi-reply 0 . 2019-05-15 .",  "2019-06-13", NULL },         /* 20 */
  { "after foi-reply 0 . 2008-04-30 .",  "unclear", NULL },
  { "after foi-correction 0 . 2018-01-01 .", "unclear", NULL },
  { "after foi-correction 0 . 2024-09-26 .", "2024-10-11", NULL },
  { "recurring foi-report 0 . . .",      "2018-03-31", NULL },

  /* Again and again, not before the document was issued */
  { "recurring daily 0 . . .",           "2017-06-01", NULL },
  { "recurring weekly 0 . . .",          "2017-06-04", NULL },
  { "recurring weekly 5 . . .",          "2017-06-02", NULL },
  { "recurring weekly 3 . . .",          "2017-06-07", NULL },
  { "recurring monthly 0 . . .",         "2017-06-30", NULL },
  { "recurring monthly 28 . . .",        "2017-06-28", NULL },
  { "recurring monthly 31 . . .",        "2017-06-30", NULL },
  { "recurring monthly 10 . . next",     "2017-06-12", "2017-06-10" },
  { "recurring quarterly 0 . . .",       "2017-06-30", NULL },
  { "recurring quarterly 7 days . .",    "2017-07-07", NULL },         /* 每季度结束后7日内 */
  { "recurring quarterly 5 workdays . .", "2017-07-07", NULL },
  { "recurring quarterly 1 days . .",    "2017-07-03", "2017-07-01" },
  { "recurring quarterly 1 days . keep", "2017-07-01", NULL },
  { "recurring quarterly 1 months . .",  "2017-07-31", "2017-07-30" },
  { "recurring half-yearly 0 . . .",     "2017-06-30", NULL },
  { "recurring halfyearly 0 . . .",      "2017-06-30", NULL },
  { "recurring two-monthly 0 . . .",     "2017-06-30", NULL },
  { "recurring yearly 0 . . .",          "2017-12-31", NULL },
  { "recurring yearly-03-31 0 . . .",    "2018-03-31", NULL },
  { "recurring yearly-12 0 . . .",       "2017-12-31", NULL },
  { "recurring yearly-02-29 0 . . .",    "2020-02-29", NULL },
  { "recurring two-yearly 0 . . .",      "2018-12-31", NULL },
  { "recurring termly 0 . . .",          "none", NULL },
  { "recurring each 0 . . .",            "none", NULL },
  { "recurring monthly 5 hours . .",     "unclear", NULL },
  { "recurring monthly-03 0 . . .",      "unclear", NULL },

  { "within 2017 1 . . .",               "2017-12-31", NULL },
  { "within . 2 . . .",                  "2017-12-31", NULL },
  { "within 2017-H2 2 . . .",            "2017-12-31", NULL },
  { "longterm . 0 . . .",                "none", NULL },
  { "none . 0 . . .",                    "none", NULL },
  { ". . 0 . . .",                       "none", NULL },
};

static const char *
get_word (char **words,
          guint  i)
{
  return g_str_equal (words[i], ".") ? NULL : words[i];
}

static void
read_anchor (const char *word,
             YdMoment   *moment)
{
  g_autofree char *day = word != NULL ? g_strndup (word, 10) : NULL;

  moment->day = yd_day_parse (day);
  moment->minute = word != NULL && word[10] == 'T'
                   ? 60 * (int) g_ascii_strtoll (word + 11, NULL, 10) +
                     (int) g_ascii_strtoll (word + 14, NULL, 10)
                   : YD_MINUTE_NONE;
}

static YdDueState
compute (const char     *line,
         YdWorkCalendar *calendar,
         YdDue          *due)
{
  g_auto(GStrv) words = g_strsplit (line, " ", 6);
  YdDeadlineFacts facts = { .issued = yd_day_new (2017, 6, 1) };
  g_autofree char *measure = g_strdup (get_word (words, 3));
  const gboolean first = measure != NULL && g_str_has_suffix (measure, "+");
  YdDeadlineTerms terms = {
    .rule = get_word (words, 0), .value = get_word (words, 1),
    .n = g_ascii_strtoll (words[2], NULL, 10), .measure = measure, .anchor = "event",
    .roll = get_word (words, 5), .first = first,
  };

  if (first)
    measure[strlen (measure) - 1] = '\0';
  read_anchor (get_word (words, 4), &facts.anchor);

  return yd_deadline_compute_terms (&terms, &facts, calendar, due);
}

static char *
describe (const YdDue *due)
{
  static const char * const states[] = { "none", "waiting", "unclear", "beyond" };
  g_autofree char *day = NULL;

  if (due->state < YD_DUE_DAY)
    {
      g_assert_cmpint (due->day, ==, NONE);
      return g_strdup (states[due->state]);
    }

  day = yd_day_dup (due->day);
  if (due->state == YD_DUE_DAY)
    return g_steal_pointer (&day);

  return g_strdup_printf ("%s %02d:%02d", day, due->minute / 60, due->minute % 60);
}

static void
test_due (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (due_cases); i++)
    {
      const DueCase *at = &due_cases[i];
      YdDue due;
      g_autofree char *found = (compute (at->terms, calendar, &due), describe (&due));
      g_autofree char *nominal = due.nominal != due.day ? yd_day_dup (due.nominal) : NULL;

      g_test_message ("%s", at->terms);
      g_assert_cmpstr (found, ==, at->due);
      g_assert_cmpstr (nominal, ==, at->nominal);
    }
}

static const struct { const char *terms; gboolean provisional; } provisional_cases[] = {
  { "after . 20 workdays 2026-11-25 .", FALSE }, { "after . 20 workdays 2026-12-25 .", TRUE },
  { "after . 2 workdays 2026-12-25 .",  TRUE },  { "after . 1 workdays 2026-12-25 .",  FALSE },
  { "date 2026-12-31 0 . . .",          FALSE }, { "date 2026-12-30 0 . . next",       TRUE },
  { "after . 5 workdays 2027-06-01 .",  TRUE },  { "after . 60 days 2026-12-01 .",     TRUE },
  { "after . 60 days 2026-12-01 keep",  FALSE }, { "date 2027-06-30 0 . . .",          FALSE },
  { "date 2027-06-30 0 . . next",       TRUE },  { "after . 5 hours 2027-06-01T08:00 .", FALSE },
  { "recurring yearly-12-31 0 . . .",   FALSE },
};

static void
test_provisional (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (provisional_cases); i++)
    {
      YdDue due;
      g_autofree char *words = NULL;

      g_test_message ("%s", provisional_cases[i].terms);
      compute (provisional_cases[i].terms, calendar, &due);
      g_assert_cmpint (due.provisional, ==, provisional_cases[i].provisional);

      words = yd_due_dup_words (&due, NULL, calendar);
      g_assert_cmpint (strstr (words, "2027 are not announced yet") != NULL, ==, due.provisional);
    }
}

static const struct { const char *terms; const char *words; } word_cases[] = {
  { "after . 15 workdays 2017-09-20 .",
    "Counted from 2017-09-20 (Wednesday), which itself is not counted; counting 15 working days "
    "ends on 2017-10-17 (Tuesday); days off not counted: 中秋节、国庆节 (10-01 to 10-08); made-up working "
    "days counted: 09-30; by the State Council’s notice for 2017 "
    "(国办发明电〔2016〕17号)." },
  { "after . 10 days 2017-06-14 .",
    "Counted from 2017-06-14 (Wednesday), which itself is not counted; counting 10 days ends on "
    "2017-06-24 (Saturday); that is a rest day, so it ends on the next working day, 2017-06-26 "
    "(Monday); by the State Council’s notice for 2017 "
    "(国办发明电〔2016〕17号)." },
  { "after . 1 months+ 2017-06-01 .",
    "Counted from 2017-06-01 (Thursday); counting 1 month ends on 2017-06-30 (Friday)." },
  { "after . 5 hours 2017-05-27T22:30 .",
    "Counted from 2017-05-27 (Saturday) 22:30; counting 5 hours ends on 2017-05-28 (Sunday) "
    "03:30." },
  { "after foi-reply 0 . 2019-05-15 .",
    "Counted from 2019-05-15 (Wednesday), which itself is not counted; counting 20 working days by "
    "《政府信息公开条例》（2019年）第三十三条 ends on 2019-06-13 (Thursday); days off not counted: "
    "端午节 (06-07); by the State Council’s notice for 2019." },
  { "date 2017-12-31 0 . . .",
    "On 2017-12-31 (Sunday); that is a rest day; the last working day before is 2017-12-29 "
    "(Friday)." },
  { "date 2028-12-31 0 . . .", "On 2028-12-31 (Sunday)." },    /* who knows whether it is worked? */
  { "within 2017 1 . . .",
    "1 time from 2017-01-01 (Sunday) to 2017-12-31 (Sunday); that is a rest day; the last working "
    "day before is 2017-12-29 (Friday)." },
  { "period_end 2017-H1 0 . . .",
    "The period from 2017-01-01 (Sunday) ends on 2017-06-30 (Friday)." },
  { "after . -5 workdays 2018-01-03 .",
    "Counted from 2018-01-03 (Wednesday), which itself is not counted; counting back 5 working "
    "days ends on 2017-12-26 (Tuesday); days off not counted: 元旦 (01-01); by the State Council’s "
    "notice for 2017 (国办发明电〔2016〕17号), the State Council’s notice for 2018 "
    "(国办发明电〔2017〕12号)." },
  { "after . 10000 workdays 2017-06-01 .", NULL },
  { "longterm . 0 . . .", "It has no date." },
  { "after . 20 workdays . .", "The day that it counts from is not known yet." },
};

static void
test_words (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (word_cases); i++)
    {
      YdDue due;
      g_autofree char *words = (compute (word_cases[i].terms, calendar, &due),
                                yd_due_dup_words (&due, NULL, calendar));

      if (word_cases[i].words != NULL)
        g_assert_cmpstr (words, ==, word_cases[i].words);
      else
        g_assert_nonnull (strstr (words, "the State Council’s notices for 2017 to 2026"));
    }
}

/* A plan with one point, and a deadline on it. */
static YdPlan *
make_plan (const YdDeadlineTerms *terms,
           const char            *words)
{
  YdPlan *plan = yd_plan_new ("plan");
  g_autoptr(YdEdit) birth = yd_edit_new ("plan.new", NULL);
  g_autoptr(YdEdit) deadline = NULL;
  GError *error = NULL;

  yd_edit_create (birth, YD_KIND_PLAN, "plan");
  yd_edit_put (birth, YD_PLAN_TITLE, "要点");
  yd_edit_put (birth, YD_PLAN_ISSUED, "2017-06-01");
  yd_edit_create (birth, YD_KIND_POINT, "point");
  yd_edit_put (birth, YD_POINT_ORDER, "V");
  yd_edit_put (birth, YD_POINT_FINISHED, "2017-09-20");
  yd_edit_put (birth, YD_POINT_START, "2017-06-05");
  yd_edit_seal (birth, "birth");
  yd_space_apply (YD_SPACE (plan), birth, &error);
  g_assert_no_error (error);

  deadline = yd_plan_edit_add_deadline (yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, "point"),
                                        "deadline", "stated", terms, words,
                                        &yd_id_system_source);
  yd_edit_seal (deadline, "second");
  yd_space_apply (YD_SPACE (plan), deadline, &error);
  g_assert_no_error (error);

  return plan;
}

static YdDay
compute_in_plan (const YdDeadlineTerms *terms,
                 const YdAnchors       *anchors)
{
  g_autoptr(YdPlan) plan = make_plan (terms, NULL);
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, plan);
  YdDue due;

  yd_deadline_compute (plan, yd_space_lookup (YD_SPACE (plan), YD_KIND_DEADLINE, "deadline"),
                       calendar, anchors, &due);

  return due.day;
}

static gboolean
find_event (YdPoint               *point,
            const YdDeadlineTerms *terms,
            YdMoment              *moment,
            gpointer               user_data)
{
  *moment = (YdMoment) { yd_day_new (2017, 9, 25), YD_MINUTE_NONE };

  return g_str_equal (terms->anchor, user_data);
}

static void
test_anchors (void)
{
  static const struct { const char *anchor, *id, *known, *due; } cases[] = {
    { "issued",   NULL,    "event",  "2017-07-13" },
    { "start",    NULL,    "event",  "2017-07-17" },
    { "finish",   "point", "event",  "2017-11-07" },
    { "finish",   "point", "finish", "2017-11-10" },
    { "event",    NULL,    "event",  "2017-11-10" },
    { "received", NULL,    "event",  NULL },
    { NULL,       NULL,    "event",  NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const YdDeadlineTerms terms = {
        .rule = "after", .n = 30, .measure = "workdays", .anchor = cases[i].anchor,
        .anchor_id = cases[i].id,
      };
      const YdAnchors anchors = { NONE, find_event, (char *) cases[i].known };
      g_autofree char *due = yd_day_dup (compute_in_plan (&terms, &anchors));

      g_assert_cmpstr (due, ==, cases[i].due);
    }
}

/* The day of an event stands with the term, behind the law that sets it, if one does. */
static void
test_event (void)
{
  static const struct
  {
    const char *anchor, *value;
    int n;
    const char *measure, *due;
  } cases[] = {
    { "event",    "2017-09-25",           15, "workdays", "2017-10-20" },
    { "received", "2017-09-25",           15, "workdays", "2017-10-20" },
    { "event",    "2017-09-25 14:20",     24, "hours",    "2017-09-26" },
    { "event",    "2017-09-25",           24, "hours",    NULL },       /* at what time? */
    { "received", "foi-reply 2017-09-20", 0,  NULL,       "2017-10-17" },
    { "received", "foi-reply 2024-09-26", 0,  NULL,       "2024-10-29" },
    { "received", "foi-reply",            0,  NULL,       NULL },
    { "issued",   "2017-09-25",           30, "workdays", "2017-07-13" },
    { "event",    "昨天",                 15, "workdays", NULL },
    { "event",    "2017-13-25",           15, "workdays", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const YdDeadlineTerms terms = {
        .rule = "after", .value = cases[i].value, .n = cases[i].n, .measure = cases[i].measure,
        .anchor = cases[i].anchor,
      };
      const YdDay day = compute_in_plan (&terms, NULL);
      g_autofree char *due = day != NONE ? yd_day_dup (day) : NULL;

      g_assert_cmpstr (due, ==, cases[i].due);
    }
}

static void
test_event_value (void)
{
  static const char * const values[] = {
    "2017-09-25", "2017-09-25 14:20", "foi-reply 2017-09-20", "foi-reply 2017-09-20 00:05",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const char *code = g_str_has_prefix (values[i], "foi-reply") ? "foi-reply" : NULL;
      g_autofree char *again = yd_deadline_dup_event (code, yd_deadline_get_event (values[i]));

      g_assert_cmpstr (again, ==, values[i]);
    }
  g_assert_null (yd_deadline_dup_event (NULL, YD_MOMENT_NONE));
  g_assert_true (yd_statute_is_known ("foi-reply 2017-09-20"));
  g_assert_false (yd_statute_is_known ("foi-replyx"));
}

static void
log_due (const YdDue *due,
         gpointer     user_data)
{
  char text[YD_DAY_SIZE];

  g_string_append_printf (user_data, " %s", yd_day_format (due->day, text));
}

static void
test_occurrences (void)
{
  static const struct { const char *rule, *value; int n; const char *from, *to, *days; } cases[] = {
    { "recurring", "monthly", 28, "2017-01-01", "2017-08-30", " 2017-06-28 2017-07-28 2017-08-28" },
    { "recurring", "quarterly", 0, "2017-06-30", "2017-09-30", " 2017-06-30 2017-09-30" },
    { "recurring", "weekly", 5, "2017-06-02", "2017-06-09", " 2017-06-02 2017-06-09" },
    { "recurring", "yearly", 0, "2018-01-01", "2018-12-30", "" },
    { "date", "2017-06-30", 0, "2017-06-30", "2017-06-30", " 2017-06-30" },
    { "date", "2017-06-30", 0, "2017-07-01", "2017-07-30", "" },
    { "date", "2017-06-30", 0, "2017-06-01", "2017-06-29", "" },
    { "longterm", NULL, 0, "2017-06-01", "2017-06-29", "" },
    { "recurring", "daily", 0, "2100-12-30", "2101-12-30", " 2100-12-30 2100-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const YdDeadlineTerms terms = { .rule = cases[i].rule, .value = cases[i].value,
                                      .n = cases[i].n };
      g_autoptr(YdPlan) plan = make_plan (&terms, NULL);
      g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, plan);
      g_autoptr(GString) days = g_string_new (NULL);

      yd_deadline_foreach_occurrence (plan, yd_space_lookup (YD_SPACE (plan), YD_KIND_DEADLINE,
                                                             "deadline"),
                                      calendar, NULL, yd_day_parse (cases[i].from),
                                      yd_day_parse (cases[i].to), log_due, days);
      g_assert_cmpstr (days->str, ==, cases[i].days);
    }
}

/* What recurs since a document without a date has no first time, but a next one. */
static void
test_no_issue (void)
{
  const YdDeadlineTerms terms = { .rule = "recurring", .value = "yearly" };
  YdDeadlineFacts facts = { YD_DAY_NONE };
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  YdDue due;

  g_assert_cmpint (yd_deadline_compute_terms (&terms, &facts, calendar, &due), ==,
                   YD_DUE_WAITING);
  g_assert_cmpint (due.day, ==, YD_DAY_NONE);
  facts.today = yd_day_new (2026, 11, 26);
  g_assert_cmpint (yd_deadline_compute_terms (&terms, &facts, calendar, &due), ==, YD_DUE_DAY);
  g_assert_cmpint (due.day, ==, yd_day_new (2026, 12, 31));
}

static void
test_quote (void)
{
  const YdDeadlineTerms terms = { .rule = "after", .n = 30, .measure = "workdays",
                                  .anchor = "issued" };
  g_autoptr(YdPlan) plan = make_plan (&terms, "印发后30个工作日内");
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, plan);
  YdRow *row = yd_space_lookup (YD_SPACE (plan), YD_KIND_DEADLINE, "deadline");
  g_autofree char *words = NULL;
  YdDue due;

  yd_deadline_compute (plan, row, calendar, NULL, &due);
  words = yd_due_dup_words (&due, row, calendar);
  g_assert_cmpstr (words, ==,
                   "“印发后30个工作日内”: counted from the day of issue, 2017-06-01 (Thursday), which "
                   "itself is not counted; counting 30 working days ends on 2017-07-13 (Thursday); "
                   "by the State Council’s notice for 2017 "
                   "(国办发明电〔2016〕17号).");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deadline/due", test_due);
  g_test_add_func ("/deadline/provisional", test_provisional);
  g_test_add_func ("/deadline/words", test_words);
  g_test_add_func ("/deadline/anchors", test_anchors);
  g_test_add_func ("/deadline/event", test_event);
  g_test_add_func ("/deadline/event-value", test_event_value);
  g_test_add_func ("/deadline/occurrences", test_occurrences);
  g_test_add_func ("/deadline/no-issue", test_no_issue);
  g_test_add_func ("/deadline/quote", test_quote);

  return g_test_run ();
}
