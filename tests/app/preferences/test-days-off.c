/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-days-off.h"

#include <string.h>

#include "yd-office-edits.h"
#include "yd-plan-edits.h"
#include "yd-test-gtk.h"
#include "yd-test-journal.h"

static const char notice[] =
  "国务院办公厅关于2027年部分节假日安排的通知\n"
  "一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n"
  "二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月13日（周六）上班。\n";

static const char local[] = "年份 2017\n地区 荆门市\n休 2017-07-11 市运会\n";

typedef struct
{
  YdOffice      *office;
  YdPlan        *plan;
  YdTestJournal *office_journal;
  YdTestJournal *plan_journal;
  YdSession     *session;
  GtkWidget     *parent;
  YdDaysOff     *window;
  guint          n_calendars;
} Fixture;

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
apply (YdSpace *space,
       YdEdit  *edit)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  GError *error = NULL;

  yd_edit_seal (edit, id);
  yd_space_apply (space, edit, &error);
  g_assert_no_error (error);
}

/* A plan of 2017-06-01 in which something is due 30 working days later. */
static void
make_plan (Fixture *fixture)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("plan.new", NULL);
  g_auto(GStrv) notices = yd_office_list_accepted (fixture->office);

  fixture->plan = yd_plan_new ("plan");
  yd_edit_create (edit, YD_KIND_PLAN, "plan");
  yd_edit_put (edit, YD_PLAN_TITLE, "要点");
  yd_edit_put (edit, YD_PLAN_ISSUED, "2017-06-01");
  yd_edit_create (edit, YD_KIND_POINT, "point");
  yd_edit_put (edit, YD_POINT_ORDER, "V");
  yd_edit_put (edit, YD_POINT_TITLE, "制定方案");
  yd_edit_create (edit, YD_KIND_DEADLINE, "deadline");
  yd_edit_put (edit, YD_DEADLINE_POINT, "point");
  yd_edit_put (edit, YD_DEADLINE_RULE, "after");
  yd_edit_put_int (edit, YD_DEADLINE_N, 30);
  yd_edit_put (edit, YD_DEADLINE_MEASURE, "workdays");
  yd_edit_put (edit, YD_DEADLINE_ANCHOR, "issued");
  yd_plan_edit_join_office (edit, "plan", yd_space_get_id (YD_SPACE (fixture->office)),
                            (const char * const *) notices);
  apply (YD_SPACE (fixture->plan), edit);
}

static void
count_cb (Fixture *fixture)
{
  fixture->n_calendars++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr(YdEdit) birth = yd_office_edit_birth ("office", "本单位", NULL);

  fixture->office = yd_office_new ("office");
  apply (YD_SPACE (fixture->office), birth);
  make_plan (fixture);
  fixture->office_journal = yd_test_journal_new ();
  fixture->plan_journal = yd_test_journal_new ();
  fixture->session = yd_session_new (&yd_id_system_source);
  yd_session_set_office (fixture->session, fixture->office, YD_JOURNAL (fixture->office_journal));
  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->plan_journal), NULL);
  g_signal_connect_swapped (fixture->session, "notify::calendar", G_CALLBACK (count_cb), fixture);

  fixture->parent = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->parent));
  fixture->window = yd_days_off_new (GTK_WINDOW (fixture->parent), fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  spin ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  spin ();
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
  g_assert_finalize_object (fixture->office);
  g_clear_object (&fixture->office_journal);
  g_clear_object (&fixture->plan_journal);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
  spin ();
}

static guint
count_notices (Fixture *fixture)
{
  return g_list_model_get_n_items (yd_space_get_rows (YD_SPACE (fixture->office),
                                                      YD_KIND_NOTICE));
}

static gboolean
office_knows (Fixture *fixture,
              int      year)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (fixture->office, NULL);

  return yd_work_calendar_is_announced (calendar, year);
}

static gboolean
plan_knows (Fixture *fixture,
            int      year)
{
  return yd_work_calendar_is_announced (yd_session_get_calendar (fixture->session), year);
}

static void
test_accept (Fixture       *fixture,
             gconstpointer  data)
{
  const guint n = count_notices (fixture);

  yd_days_off_paste (fixture->window, notice);
  act (fixture, "days.take");
  g_assert_cmpuint (count_notices (fixture), ==, n + 1);
  g_assert_false (office_knows (fixture, 2027));

  act (fixture, "days.accept");
  g_assert_true (office_knows (fixture, 2027));
  g_assert_false (plan_knows (fixture, 2027));
  g_assert_cmpuint (yd_test_journal_get_edits (fixture->office_journal)->len, ==, 2);

  fixture->n_calendars = 0;
  act (fixture, "days.use");
  g_assert_true (plan_knows (fixture, 2027));
  g_assert_cmpuint (fixture->n_calendars, >, 0);
  g_assert_cmpuint (yd_test_journal_get_edits (fixture->plan_journal)->len, ==, 1);

  /* The same again is known. */
  yd_days_off_paste (fixture->window, notice);
  act (fixture, "days.take");
  g_assert_cmpuint (count_notices (fixture), ==, n + 1);
}

static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  const guint n = count_notices (fixture);

  yd_days_off_paste (fixture->window, notice);
  act (fixture, "days.take");
  act (fixture, "days.drop");
  g_assert_cmpuint (count_notices (fixture), ==, n);
  g_assert_false (office_knows (fixture, 2027));

  /* What is in force cannot be dropped so. */
  act (fixture, "days.drop");
  g_assert_cmpuint (count_notices (fixture), ==, n);
}

/* What is withdrawn counts no more in the office, and in the plan when that says so. */
static void
test_withdraw (Fixture       *fixture,
               gconstpointer  data)
{
  yd_days_off_paste (fixture->window, notice);
  act (fixture, "days.take");
  act (fixture, "days.accept");
  act (fixture, "days.use");
  g_assert_true (plan_knows (fixture, 2027));

  act (fixture, "days.withdraw");
  g_assert_false (office_knows (fixture, 2027));
  g_assert_true (plan_knows (fixture, 2027));
  act (fixture, "days.use");
  g_assert_false (plan_knows (fixture, 2027));

  /* What is not in force cannot be withdrawn. */
  act (fixture, "days.withdraw");
  g_assert_cmpuint (yd_test_journal_get_edits (fixture->office_journal)->len, ==, 3);

  act (fixture, "days.accept");
  act (fixture, "days.use");
  g_assert_true (plan_knows (fixture, 2027));
}

/* Returns: whether a button that is in sight takes back */
static gboolean
offers_undo (GtkWidget *widget)
{
  gboolean found = GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
                   g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "Undo") == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = offers_undo (child);

  return found;
}

static gboolean
says (GtkWidget  *widget,
      const char *words)
{
  gboolean found = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
                   strcmp (gtk_label_get_text (GTK_LABEL (widget)), words) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = says (child, words);

  return found;
}

/* The button stands beside the words of the step that it takes back. */
static void
test_said (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  yd_days_off_paste (fixture->window, notice);
  act (fixture, "days.take");
  g_assert_true (says (window, "Notice on days off added"));
  act (fixture, "days.accept");
  g_assert_true (says (window, "Notice on days off accepted"));
  act (fixture, "days.withdraw");
  g_assert_true (says (window, "Notice on days off withdrawn"));
  g_assert_true (offers_undo (window));

  act (fixture, "days.undo");
  g_assert_true (says (window, "Taken back: Notice on days off withdrawn"));
  g_assert_false (offers_undo (window));

  act (fixture, "days.withdraw");
  act (fixture, "days.accept");
  g_assert_false (says (window, "Notice on days off withdrawn"));
  act (fixture, "days.withdraw");
  act (fixture, "days.drop");
  g_assert_true (says (window, "Notice on days off dropped"));
  g_assert_true (offers_undo (window));
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  const guint n = count_notices (fixture);

  act (fixture, "days.undo");
  g_assert_cmpuint (yd_test_journal_get_edits (fixture->office_journal)->len, ==, 0);

  yd_days_off_paste (fixture->window, notice);
  act (fixture, "days.take");
  act (fixture, "days.accept");
  act (fixture, "days.withdraw");
  act (fixture, "days.undo");
  g_assert_true (office_knows (fixture, 2027));
  act (fixture, "days.undo");
  g_assert_false (office_knows (fixture, 2027));
  g_assert_cmpuint (count_notices (fixture), ==, n + 1);
  act (fixture, "days.undo");
  g_assert_cmpuint (count_notices (fixture), ==, n);

  act (fixture, "days.redo");
  act (fixture, "days.redo");
  g_assert_true (office_knows (fixture, 2027));
  act (fixture, "days.redo");
  g_assert_false (office_knows (fixture, 2027));

  /* The same again is a new step, and there is nothing to bring back. */
  act (fixture, "days.undo");
  act (fixture, "days.undo");
  g_assert_false (office_knows (fixture, 2027));
  act (fixture, "days.accept");
  act (fixture, "days.redo");
  g_assert_true (office_knows (fixture, 2027));
}

/* Nothing comes in while a sentence is not understood. */
static void
test_blocked (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *text = g_strconcat (notice, "三、清明节：4月5日下午放假。\n", NULL);
  const guint n = count_notices (fixture);

  yd_days_off_paste (fixture->window, text);
  act (fixture, "days.take");
  g_assert_cmpuint (count_notices (fixture), ==, n);
  g_assert_cmpuint (yd_test_journal_get_edits (fixture->office_journal)->len, ==, 0);
}

/* A day of the city's own moves what is counted through it, once the plan takes it over. */
static void
test_local (Fixture       *fixture,
            gconstpointer  data)
{
  YdRow *deadline = yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_DEADLINE, "deadline");
  YdDue due;

  yd_days_off_paste (fixture->window, local);
  act (fixture, "days.take");
  act (fixture, "days.accept");
  yd_deadline_compute (fixture->plan, deadline, yd_session_get_calendar (fixture->session), NULL,
                       &due);
  g_assert_cmpint (due.day, ==, yd_day_new (2017, 7, 13));

  act (fixture, "days.use");
  yd_deadline_compute (fixture->plan, deadline, yd_session_get_calendar (fixture->session), NULL,
                       &due);
  g_assert_cmpint (due.day, ==, yd_day_new (2017, 7, 14));
}

/* A library for reading shows what there is, and takes nothing. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  const guint n = count_notices (fixture);

  yd_session_set_office (fixture->session, fixture->office, NULL);
  yd_days_off_paste (fixture->window, notice);
  act (fixture, "days.take");
  g_assert_cmpuint (count_notices (fixture), ==, n);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();

  g_test_add ("/days-off/accept", Fixture, NULL, set_up, test_accept, tear_down);
  g_test_add ("/days-off/withdraw", Fixture, NULL, set_up, test_withdraw, tear_down);
  g_test_add ("/days-off/said", Fixture, NULL, set_up, test_said, tear_down);
  g_test_add ("/days-off/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/days-off/drop", Fixture, NULL, set_up, test_drop, tear_down);
  g_test_add ("/days-off/blocked", Fixture, NULL, set_up, test_blocked, tear_down);
  g_test_add ("/days-off/local", Fixture, NULL, set_up, test_local, tear_down);
  g_test_add ("/days-off/read-only", Fixture, NULL, set_up, test_read_only, tear_down);

  return g_test_run ();
}
