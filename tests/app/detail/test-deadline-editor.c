/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-detail-fixture.h"

#include <string.h>

#include "yd-plan-edits.h"
#include "yd-schedule-edits.h"
#include "yd-test-gtk.h"

/* Returns: how many of its labels that can be seen have @words in them */
static guint
count_words (GtkWidget  *widget,
             const char *words)
{
  guint n = GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
            strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_words (child, words);

  return n;
}

static void
test_deadline (YdDetailFixture *fixture,
               gconstpointer    user_data)
{
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = yd_detail_fixture_choose (fixture, 4, 3);
  YdRow *deadline;

  /* Nobody is told that nothing is no date. */
  yd_deadline_editor_edit (pane->editor, YD_PAGE (pane), point, NULL);
  g_assert_cmpuint (count_words (GTK_WIDGET (pane->editor), "No date"), ==, 0);
  yd_deadline_editor_fill (pane->editor, "date", "2017-13-01", 1);
  g_assert_cmpuint (count_words (GTK_WIDGET (pane->editor), "No date"), ==, 1);
  g_assert_false (yd_deadline_editor_apply (pane->editor));
  yd_deadline_editor_fill (pane->editor, "date", "2017年10月1日", 1);
  g_assert_true (yd_deadline_editor_apply (pane->editor));
  g_assert_cmpuint (fixture->n_committed, ==, 1);

  deadline = yd_fact_row_get_fact (yd_detail_fixture_get_row (pane->deadlines_section, 0));
  g_assert_cmpstr (yd_row_get_cell (deadline, YD_DEADLINE_VALUE), ==, "2017-10-01");
  g_assert_cmpstr (yd_row_get_cell (deadline, YD_DEADLINE_ORIGIN), ==, "internal");

  yd_deadline_editor_edit (pane->editor, YD_PAGE (pane), point, deadline);
  yd_deadline_editor_fill (pane->editor, "after", "", 20);
  g_assert_true (yd_deadline_editor_apply (pane->editor));
  g_assert_cmpstr (yd_row_get_cell (deadline, YD_DEADLINE_RULE), ==, "after");
  g_assert_cmpint (yd_row_get_int (deadline, YD_DEADLINE_N, 0), ==, 20);
  g_assert_null (yd_row_get_cell (deadline, YD_DEADLINE_VALUE));
  g_assert_null (yd_row_get_cell (deadline, YD_DEADLINE_ROLL));
  g_assert_false (yd_row_get_flag (deadline, YD_DEADLINE_FIRST));

  yd_deadline_editor_edit (pane->editor, YD_PAGE (pane), point, deadline);
  yd_deadline_editor_fill (pane->editor, "period_end", "2017年三季度", 1);
  g_assert_true (yd_deadline_editor_apply (pane->editor));
  g_assert_cmpstr (yd_row_get_cell (deadline, YD_DEADLINE_VALUE), ==, "2017-Q3");

  yd_detail_fixture_undo (fixture);
  yd_detail_fixture_undo (fixture);
  yd_detail_fixture_undo (fixture);
  g_assert_null (yd_detail_section_get_row (pane->deadlines_section, 0));
}

/* Applying what was read, unchanged, confirms it and leaves it as it is. */
static void
test_same_deadline (YdDetailFixture *fixture,
                    gconstpointer    user_data)
{
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = yd_detail_fixture_choose (fixture, 4, 1);
  GListModel *deadlines = yd_point_get_deadlines (point);

  for (guint i = 0; i < g_list_model_get_n_items (deadlines); i++)
    {
      g_autoptr(YdRow) deadline = g_list_model_get_item (deadlines, i);
      g_autofree char *n = g_strdup (yd_row_get_cell (deadline, YD_DEADLINE_N));
      g_autofree char *value = g_strdup (yd_row_get_cell (deadline, YD_DEADLINE_VALUE));
      g_autofree char *anchor = g_strdup (yd_row_get_cell (deadline, YD_DEADLINE_ANCHOR));

      yd_deadline_editor_edit (pane->editor, YD_PAGE (pane), point, deadline);
      g_assert_true (yd_deadline_editor_apply (pane->editor));
      g_assert_false (yd_plan_is_proposed (deadline));
      g_assert_cmpstr (yd_row_get_cell (deadline, YD_DEADLINE_N), ==, n);
      g_assert_cmpstr (yd_row_get_cell (deadline, YD_DEADLINE_VALUE), ==, value);
      g_assert_cmpstr (yd_row_get_cell (deadline, YD_DEADLINE_ANCHOR), ==, anchor);
    }
}

typedef struct
{
  const char *anchor, *law, *event;     /* as a person fills them in */
  const char *value, *measure;
  const char *due;                      /* NULL: not known */
} EventCase;

/* When it happened is asked where nothing else can know it; a law sets how long it is. */
static void
test_event (YdDetailFixture *fixture,
            gconstpointer    user_data)
{
  static const EventCase cases[] = {
    { "event",    NULL,        "2017年9月25日",   "2017-09-25", "workdays", "2017-10-27" },
    { "received", NULL,        "",                NULL,         "workdays", NULL },
    { "received", "foi-reply", "2017-09-20",      "foi-reply 2017-09-20", NULL, "2017-10-17" },
    { "received", "foi-reply", "2024/9/26",       "foi-reply 2024-09-26", NULL, "2024-10-29" },
    { "issued",   NULL,        "2017-09-20",      NULL,         "workdays", "2017-06-29" },
  };
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = yd_detail_fixture_choose (fixture, 4, 3);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YdPlan *plan = yd_session_get_plan (fixture->session);
      g_autofree char *day = NULL;
      YdRow *deadline;
      YdDue due;

      yd_deadline_editor_edit (pane->editor, YD_PAGE (pane), point, NULL);
      yd_deadline_editor_fill (pane->editor, "after", "", 20);
      yd_deadline_editor_fill_event (pane->editor, cases[i].anchor, cases[i].law, "13月1日");
      g_assert_cmpint (yd_deadline_editor_apply (pane->editor), ==,
                       g_str_equal (cases[i].anchor, "issued"));
      if (g_str_equal (cases[i].anchor, "issued"))
        yd_detail_fixture_undo (fixture);

      yd_deadline_editor_edit (pane->editor, YD_PAGE (pane), point, NULL);
      yd_deadline_editor_fill (pane->editor, "after", "", 20);
      yd_deadline_editor_fill_event (pane->editor, cases[i].anchor, cases[i].law, cases[i].event);
      g_assert_true (yd_deadline_editor_apply (pane->editor));
      deadline = yd_fact_row_get_fact (yd_detail_fixture_get_row (pane->deadlines_section, 0));
      g_assert_cmpstr (yd_row_get_cell (deadline, YD_DEADLINE_VALUE), ==, cases[i].value);
      g_assert_cmpstr (yd_row_get_cell (deadline, YD_DEADLINE_MEASURE), ==, cases[i].measure);
      yd_deadline_compute (plan, deadline, yd_session_get_calendar (fixture->session), NULL, &due);
      day = due.day != YD_DAY_NONE ? yd_day_dup (due.day) : NULL;
      g_assert_cmpstr (day, ==, cases[i].due);

      /* It is shown as it was written, and stays. */
      yd_deadline_editor_edit (pane->editor, YD_PAGE (pane), point, deadline);
      g_assert_true (yd_deadline_editor_apply (pane->editor));
      g_assert_cmpstr (yd_row_get_cell (deadline, YD_DEADLINE_VALUE), ==, cases[i].value);
      yd_detail_fixture_undo (fixture);
    }
}

static YdRow *
add_deadline (YdDetailFixture       *fixture,
              YdPoint               *point,
              const YdDeadlineTerms *terms)
{
  g_autofree char *id = yd_session_new_id (fixture->session);
  g_autoptr(YdEdit) edit = yd_plan_edit_add_deadline (point, id, "internal", terms, NULL,
                                                      yd_session_get_ids (fixture->session));

  g_assert_true (yd_session_commit (fixture->session, edit, NULL));

  return yd_space_lookup (YD_SPACE (yd_session_get_plan (fixture->session)), YD_KIND_DEADLINE, id);
}

/* What nobody could have typed is not cut to what can be. */
static void
test_far (YdDetailFixture *fixture,
          gconstpointer    user_data)
{
  static const int counts[] = { -5, 0, 1, 999, 10000 };
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = yd_detail_fixture_choose (fixture, 4, 3);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      const YdDeadlineTerms terms = { .rule = "after", .n = counts[i], .measure = "workdays",
                                      .anchor = "event", .value = "2017-09-25", .roll = "keep" };
      YdRow *deadline = add_deadline (fixture, point, &terms);

      yd_deadline_editor_edit (pane->editor, YD_PAGE (pane), point, deadline);
      yd_deadline_editor_fill_event (pane->editor, "event", NULL, "2017-09-20");
      g_assert_true (yd_deadline_editor_apply (pane->editor));
      g_assert_cmpint (yd_row_get_int (deadline, YD_DEADLINE_N, 0), ==, counts[i]);
      g_assert_cmpstr (yd_row_get_cell (deadline, YD_DEADLINE_VALUE), ==, "2017-09-20");
    }
}

/* What counts from a day that only the schedule knows is due there when the calendar says so. */
static void
test_scheduled (YdDetailFixture *fixture,
                gconstpointer    user_data)
{
  const YdDeadlineTerms terms = { .rule = "after", .n = 5, .measure = "workdays",
                                  .anchor = "finish" };
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = yd_detail_fixture_choose (fixture, 4, 3);
  g_autoptr(YdEdit) dates = yd_schedule_edit_set_dates (point, yd_day_new (2017, 9, 25), 5);
  GtkWidget *row;

  g_assert_true (yd_session_commit (fixture->session, dates, NULL));
  add_deadline (fixture, point, &terms);
  row = GTK_WIDGET (yd_detail_fixture_get_row (pane->deadlines_section, 0));
  g_assert_cmpuint (count_words (row, "2017-10-12 (Thursday)"), ==, 2);
  g_assert_cmpuint (count_words (row, "counting 5 working days ends on 2017-10-12 (Thursday)"),
                    ==, 1);
}

/* A day of which there is nothing to be told is said once. */
static void
test_plain (YdDetailFixture *fixture,
            gconstpointer    user_data)
{
  const YdDeadlineTerms terms = { .rule = "date", .value = "2017-10-12" };
  YdDetailPane *pane = fixture->pane;

  add_deadline (fixture, yd_detail_fixture_choose (fixture, 4, 3), &terms);
  g_assert_cmpuint (count_words (GTK_WIDGET (yd_detail_fixture_get_row (pane->deadlines_section,
                                                                        0)),
                                 "2017-10-12"), ==, 1);
}

typedef struct
{
  const char *period;
  YdDayKind   kind;
  int         n;
  const char *measure, *date;           /* as a person fills them in */
  const char *value;                    /* NULL: refused */
  int         n_kept;
  const char *measure_kept;
} DayCase;

static void
test_day (YdDetailFixture *fixture,
          gconstpointer    user_data)
{
  static const DayCase cases[] = {
    { "monthly",   YD_DAY_KIND_LAST,  9,  NULL,       "",        "monthly",      0,  NULL },
    { "monthly",   YD_DAY_KIND_OF,    28, NULL,       "",        "monthly",      28, NULL },
    { "weekly",    YD_DAY_KIND_OF,    5,  NULL,       "",        "weekly",       5,  NULL },
    { "quarterly", YD_DAY_KIND_AFTER, 7,  "days",     "",        "quarterly",    7,  "days" },
    { "quarterly", YD_DAY_KIND_AFTER, 5,  "workdays", "",        "quarterly",    5,  "workdays" },
    { "yearly",    YD_DAY_KIND_OF,    1,  NULL,       "3月31日", "yearly-03-31", 0,  NULL },
    { "yearly",    YD_DAY_KIND_OF,    1,  NULL,       "13-31",   NULL,           0,  NULL },
    { "yearly",    YD_DAY_KIND_OF,    1,  NULL,       "",        NULL,           0,  NULL },
  };
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = yd_detail_fixture_choose (fixture, 4, 3);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YdRow *deadline;

      yd_deadline_editor_edit (pane->editor, YD_PAGE (pane), point, NULL);
      yd_deadline_editor_fill (pane->editor, "recurring", "", 1);
      yd_deadline_editor_choose_period (pane->editor, cases[i].period);
      yd_deadline_editor_fill_day (pane->editor, cases[i].kind, cases[i].n, cases[i].measure,
                                   cases[i].date);
      g_assert_cmpint (yd_deadline_editor_apply (pane->editor), ==, cases[i].value != NULL);
      if (cases[i].value == NULL)
        continue;

      deadline = yd_fact_row_get_fact (yd_detail_fixture_get_row (pane->deadlines_section, 0));
      g_assert_cmpstr (yd_row_get_cell (deadline, YD_DEADLINE_VALUE), ==, cases[i].value);
      g_assert_cmpint (yd_row_get_int (deadline, YD_DEADLINE_N, 0), ==, cases[i].n_kept);
      g_assert_cmpstr (yd_row_get_cell (deadline, YD_DEADLINE_MEASURE), ==,
                       cases[i].measure_kept);
      yd_detail_fixture_undo (fixture);
    }
}

/* What the list of periods shows as chosen. */
static const char *
get_shown (YdDetailPane *pane)
{
  GObject *choice = gtk_widget_get_template_child (GTK_WIDGET (pane->editor),
                                                   YD_TYPE_DEADLINE_EDITOR, "period");
  GtkDropDown *list = GTK_DROP_DOWN (adw_bin_get_child (ADW_BIN (choice)));

  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (list));
}

typedef struct
{
  YdDeadlineTerms  terms;
  const char      *shown;
} RecurringCase;

/* What the editor does not ask for is shown, and stays until the period is another one. */
static void
test_recurring (YdDetailFixture *fixture,
                gconstpointer    user_data)
{
  static const RecurringCase cases[] = {
    { { "recurring", "half-yearly" },          "Every half year" },
    { { "recurring", "halfyearly" },           "Every half year" },
    { { "recurring", "yearly-03-31" },         "Every year, by March 31" },
    { { "recurring", "monthly", 28 },          "Every month, by day 28" },
    { { "recurring", "quarterly", 7, "days" },
      "Every quarter, within 7 days after its end" },
    { { "recurring", "foi-report" },
      "As the law sets it: Annual report on the publication of information" },
    { { "recurring", NULL },                   "Again and again" },
  };
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = yd_detail_fixture_choose (fixture, 4, 3);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = yd_session_new_id (fixture->session);
      g_autoptr(YdEdit) add =
        yd_plan_edit_add_deadline (point, id, "internal", &cases[i].terms, NULL,
                                   yd_session_get_ids (fixture->session));
      YdDeadlineTerms terms;
      YdRow *deadline;

      g_assert_true (yd_session_commit (fixture->session, add, NULL));
      deadline = yd_space_lookup (YD_SPACE (yd_session_get_plan (fixture->session)),
                                  YD_KIND_DEADLINE, id);

      yd_deadline_editor_edit (pane->editor, YD_PAGE (pane), point, deadline);
      g_assert_cmpstr (get_shown (pane), ==, cases[i].shown);
      g_assert_true (yd_deadline_editor_apply (pane->editor));
      yd_deadline_get_terms (deadline, &terms);
      g_assert_cmpstr (terms.value, ==, cases[i].terms.value);
      g_assert_cmpint (terms.n, ==, cases[i].terms.n);
      g_assert_cmpstr (terms.measure, ==, cases[i].terms.measure);

      yd_deadline_editor_edit (pane->editor, YD_PAGE (pane), point, deadline);
      yd_deadline_editor_choose_period (pane->editor, "weekly");
      g_assert_cmpstr (get_shown (pane), ==, "Every week");
      g_assert_true (yd_deadline_editor_apply (pane->editor));
      yd_deadline_get_terms (deadline, &terms);
      g_assert_cmpstr (terms.value, ==, "weekly");
      g_assert_cmpint (terms.n, ==, 0);
      g_assert_null (terms.measure);
    }
}

#define ADD(path, func) g_test_add (path, YdDetailFixture, NULL, \
  yd_detail_fixture_set_up, func, yd_detail_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();
  yd_detail_fixture_load_style ();

  ADD ("/deadline-editor/change", test_deadline);
  ADD ("/deadline-editor/same", test_same_deadline);
  ADD ("/deadline-editor/recurring", test_recurring);
  ADD ("/deadline-editor/event", test_event);
  ADD ("/deadline-editor/day-of-period", test_day);
  ADD ("/deadline-editor/far", test_far);
  ADD ("/deadline-editor/scheduled", test_scheduled);
  ADD ("/deadline-editor/plain", test_plain);

  return g_test_run ();
}
