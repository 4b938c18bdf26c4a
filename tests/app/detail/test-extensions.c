/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-detail-fixture.h"

#include "yd-plan-edits.h"
#include "yd-test-gtk.h"

/* A deadline of the sample is put off in the pane, by its buttons, as Enter on them does. */

/* Returns: (nullable): the button in @widget that says @words */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, words);

  return found;
}

static GtkLabel *
find_label (GtkWidget  *widget,
            const char *words)
{
  GtkLabel *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return GTK_LABEL (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, words);

  return found;
}

static YdPoint *
choose_with_deadline (YdDetailFixture *fixture,
                      const char      *value)
{
  YdPoint *point = yd_detail_fixture_choose (fixture, 4, 3);
  YdDetailPane *pane = fixture->pane;

  g_assert_false (gtk_widget_get_visible (pane->extension_button));
  yd_deadline_editor_edit (pane->editor, YD_PAGE (pane), point, NULL);
  yd_deadline_editor_fill (pane->editor, "date", value, 1);
  g_assert_true (yd_deadline_editor_apply (pane->editor));
  g_assert_true (gtk_widget_get_visible (pane->extension_button));

  return point;
}

static YdRow *
get_extension (YdDetailFixture *fixture,
               guint            i)
{
  return yd_fact_row_get_fact (yd_detail_fixture_get_row (fixture->pane->extensions_section, i));
}

static void
assert_due (YdDetailFixture *fixture,
            YdPoint         *point,
            const char      *day)
{
  YdScheduled scheduled;

  g_assert_true (yd_schedule_get (yd_session_get_schedule (fixture->session), point, &scheduled));
  g_assert_cmpint (scheduled.due, ==, yd_day_parse (day));
}

static void
test_ask (YdDetailFixture *fixture,
          gconstpointer    user_data)
{
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = choose_with_deadline (fixture, "2017-09-30");
  const guint before = fixture->n_committed;
  YdRow *row;

  g_signal_emit_by_name (pane->extension_button, "clicked");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (pane->extension_ask)));
  g_assert_nonnull (find_label (GTK_WIDGET (pane->extension_ask), "Due: 2017-09-30"));

  /* A day that is none, and one that is no later. */
  yd_extension_ask_fill (pane->extension_ask, "2017-13-01", "", NULL);
  g_assert_false (yd_extension_ask_apply (pane->extension_ask));
  g_assert_nonnull (find_label (GTK_WIDGET (pane->extension_ask), "Write the day"));
  yd_extension_ask_fill (pane->extension_ask, "2017-09-30", "", NULL);
  g_assert_false (yd_extension_ask_apply (pane->extension_ask));
  g_assert_nonnull (find_label (GTK_WIDGET (pane->extension_ask), "later day"));
  g_assert_cmpuint (fixture->n_committed, ==, before);

  yd_extension_ask_fill (pane->extension_ask, "2017年10月15日", "人手不足", "市环保局");
  g_assert_nonnull (find_label (GTK_WIDGET (pane->extension_ask), "rest day"));
  g_signal_emit_by_name (find_button (GTK_WIDGET (pane->extension_ask), "_Ask"), "clicked");
  g_assert_cmpuint (fixture->n_committed, ==, before + 1);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (pane->extension_ask)));

  row = get_extension (fixture, 0);
  g_assert_cmpstr (yd_row_get_cell (row, YD_POSTPONEMENT_UNTIL), ==, "2017-10-15");
  g_assert_nonnull (find_label (GTK_WIDGET (pane->extensions_section), "Asked For"));
  g_assert_nonnull (find_label (GTK_WIDGET (pane->extensions_section), "人手不足"));
  assert_due (fixture, point, "2017-09-30");

  yd_detail_fixture_undo (fixture);
  g_assert_null (yd_detail_section_get_row (pane->extensions_section, 0));
}

static void
open_answer (YdDetailFixture *fixture)
{
  YdFactRow *row = yd_detail_fixture_get_row (fixture->pane->extensions_section, 0);

  gtk_widget_activate_action (GTK_WIDGET (row), "fact.edit", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->pane->extension_answer)));
}

/* Each answer is one step, and can be given anew. */
static void
test_answer (YdDetailFixture *fixture,
             gconstpointer    user_data)
{
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = choose_with_deadline (fixture, "2017-09-30");
  GtkWidget *answer = GTK_WIDGET (pane->extension_answer);

  yd_extension_ask_open (pane->extension_ask, YD_PAGE (pane), point, NULL);
  yd_extension_ask_fill (pane->extension_ask, "2017-10-20", "", NULL);
  g_assert_true (yd_extension_ask_apply (pane->extension_ask));

  open_answer (fixture);
  yd_extension_answer_fill (pane->extension_answer, "2017-10-20", "分管领导批示");
  g_signal_emit_by_name (find_button (answer, "De_cline"), "clicked");
  g_assert_nonnull (find_label (GTK_WIDGET (pane->extensions_section), "Declined"));
  g_assert_nonnull (find_label (GTK_WIDGET (pane->extensions_section), "分管领导批示"));
  assert_due (fixture, point, "2017-09-30");

  open_answer (fixture);
  g_assert_null (find_button (answer, "De_cline"));
  g_signal_emit_by_name (find_button (answer, "_Grant Extension"), "clicked");
  g_assert_nonnull (find_label (GTK_WIDGET (pane->extensions_section), "Granted"));
  assert_due (fixture, point, "2017-10-20");

  /* To a later day than was granted first. */
  open_answer (fixture);
  yd_extension_answer_fill (pane->extension_answer, "2017-11-20", "");
  g_assert_true (yd_extension_answer_grant (pane->extension_answer));
  assert_due (fixture, point, "2017-11-20");
  g_assert_null (yd_detail_section_get_row (pane->extensions_section, 1));

  /* And to an earlier one, but not to the day it was due at first. */
  open_answer (fixture);
  yd_extension_answer_fill (pane->extension_answer, "2017-09-30", "");
  g_assert_false (yd_extension_answer_grant (pane->extension_answer));
  g_assert_nonnull (find_label (answer, "due on 2017-09-30"));
  yd_extension_answer_fill (pane->extension_answer, "2017-10-19", "");
  g_assert_nonnull (find_label (answer, "2017-11-20 (Monday) becomes 2017-10-19"));
  g_assert_true (yd_extension_answer_grant (pane->extension_answer));
  assert_due (fixture, point, "2017-10-19");
  g_assert_null (yd_detail_section_get_row (pane->extensions_section, 1));

  yd_detail_fixture_undo (fixture);
  assert_due (fixture, point, "2017-11-20");
  yd_detail_fixture_undo (fixture);
  assert_due (fixture, point, "2017-10-20");
  yd_detail_fixture_undo (fixture);
  yd_detail_fixture_undo (fixture);
  assert_due (fixture, point, "2017-09-30");
  g_assert_nonnull (find_label (GTK_WIDGET (pane->extensions_section), "Asked For"));

  open_answer (fixture);
  g_signal_emit_by_name (find_button (answer, "_Delete"), "clicked");
  g_assert_null (yd_detail_section_get_row (pane->extensions_section, 0));
}

/* Its history says what was done, in words, and goes on doing so when the thing is gone. */
static void
test_history (YdDetailFixture *fixture,
              gconstpointer    user_data)
{
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = choose_with_deadline (fixture, "2017-09-30");

  yd_extension_ask_open (pane->extension_ask, YD_PAGE (pane), point, NULL);
  yd_extension_ask_fill (pane->extension_ask, "2017-10-20", "", NULL);
  g_assert_true (yd_extension_ask_apply (pane->extension_ask));
  yd_detail_fixture_wait_until_quiet (fixture);
  g_assert_nonnull (find_label (GTK_WIDGET (pane->history),
                                "Extension asked for: Until 2017-10-20"));

  open_answer (fixture);
  g_assert_true (yd_extension_answer_refuse (pane->extension_answer));
  yd_detail_fixture_wait_until_quiet (fixture);
  g_assert_nonnull (find_label (GTK_WIDGET (pane->history), "Extension declined"));
}

/* “Within 20 working days after that”: which that is says a link, and leads there. */
static void
test_anchor (YdDetailFixture *fixture,
             gconstpointer    user_data)
{
  YdDetailPane *pane = fixture->pane;
  YdPoint *other = yd_detail_fixture_get_point (fixture, 0, 0);
  YdPoint *point = yd_detail_fixture_choose (fixture, 4, 3);
  const YdDeadlineTerms terms = {
    .rule = "after", .n = 20, .measure = "workdays", .anchor = "finish",
    .anchor_id = yd_row_get_id (other),
  };
  g_autoptr(YdEdit) edit = yd_plan_edit_add_deadline (point, "d-anchored", "stated", &terms, NULL,
                                                      yd_session_get_ids (fixture->session));
  GtkLabel *link;

  g_assert_true (yd_page_commit (YD_PAGE (pane), edit));
  link = find_label (GTK_WIDGET (pane->deadlines_section), yd_point_get_title (other));
  g_assert_nonnull (link);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (link), "Counts from “一(一) "));
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (link)), "clicked");
  g_assert_true (yd_session_get_selected (fixture->session) == other);
}

#define ADD(path, func) g_test_add (path, YdDetailFixture, NULL, \
  yd_detail_fixture_set_up, func, yd_detail_fixture_tear_down)

/* What is asked about may go while the question is open. */
static void
test_gone (YdDetailFixture *fixture,
           gconstpointer    user_data)
{
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = choose_with_deadline (fixture, "2017-09-30");
  g_autoptr(YdEdit) edit = NULL;
  guint before;

  yd_extension_ask_open (pane->extension_ask, YD_PAGE (pane), point, NULL);
  yd_extension_ask_fill (pane->extension_ask, "2017-10-20", "", NULL);
  g_assert_true (yd_extension_ask_apply (pane->extension_ask));

  yd_extension_ask_open (pane->extension_ask, YD_PAGE (pane), point, NULL);
  yd_extension_ask_fill (pane->extension_ask, "2017-10-20", "", NULL);
  yd_extension_answer_open (pane->extension_answer, YD_PAGE (pane), get_extension (fixture, 0));
  edit = yd_plan_edit_delete_deadline (yd_row_get_home (get_extension (fixture, 0)));
  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
  before = fixture->n_committed;

  g_assert_false (yd_extension_ask_apply (pane->extension_ask));
  g_assert_nonnull (find_label (GTK_WIDGET (pane->extension_ask), "deleted meanwhile"));
  g_assert_false (yd_extension_answer_grant (pane->extension_answer));
  g_assert_false (yd_extension_answer_refuse (pane->extension_answer));
  g_assert_nonnull (find_label (GTK_WIDGET (pane->extension_answer), "deleted meanwhile"));
  g_assert_cmpuint (fixture->n_committed, ==, before);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();
  yd_detail_fixture_load_style ();

  ADD ("/extensions/ask", test_ask);
  ADD ("/extensions/answer", test_answer);
  ADD ("/extensions/gone", test_gone);
  ADD ("/extensions/history", test_history);
  ADD ("/extensions/anchor", test_anchor);

  return g_test_run ();
}
