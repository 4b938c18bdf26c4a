/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-problems-page.h"

#include "yd-keep-popover.h"
#include "yd-problem-row.h"
#include "yd-test-gtk.h"
#include "yd-test-journal.h"
#include "yd-test-space.h"

/* How long the plan may take to be looked through; it is some milliseconds. */
#define PATIENCE (120 * G_TIME_SPAN_SECOND)

typedef struct
{
  YdPlan         *plan;
  YdTestJournal  *journal;
  YdSession      *session;
  GtkWidget      *window;
  YdProblemsPage *page;
  GtkWidget      *list;
} Fixture;

static GListModel *
get_model (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (fixture->list)));
}

static YdProblem *
get_line (Fixture *fixture,
          guint    n)
{
  g_autoptr(YdProblem) line = g_list_model_get_item (get_model (fixture), n);

  return line;
}

/* The lines in words: `no-unit*2` a head, `no-unit:甲` one of its lines, `*1` the head of what
 * was accepted, `=no-unit:因故` one that was.
 */
static char *
dump (Fixture *fixture)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (get_model (fixture)); i++)
    {
      YdProblem *line = get_line (fixture, i);

      g_string_append (words, i > 0 ? " " : "");
      if (yd_problem_is_head (line))
        g_string_append_printf (words, "%s*%u", line->code != NULL ? line->code : "",
                                line->n_items);
      else if (line->acceptance != NULL)
        g_string_append_printf (words, "=%s:%s", line->code, line->message);
      else
        g_string_append_printf (words, "%s:%s", line->code, yd_row_get_id (line->row));
    }

  return g_string_free (words, FALSE);
}

/* The plan is looked through when the person pauses. */
static void
wait_for (Fixture    *fixture,
          const char *expected)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  g_autofree char *words = dump (fixture);

  while (!g_str_equal (words, expected) && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_free (words);
      words = dump (fixture);
    }
  g_assert_cmpstr (words, ==, expected);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);

  fixture->plan = yd_plan_new (id);
  fixture->journal = yd_test_journal_new ();
  fixture->session = yd_session_new (&yd_id_system_source);
  fixture->page = g_object_new (YD_TYPE_PROBLEMS_PAGE, NULL);
  fixture->list = yd_test_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  yd_page_set_session (YD_PAGE (fixture->page), fixture->session);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
  g_assert_finalize_object (fixture->journal);
}

/* Two points that say nothing. */
static void
open_plan (Fixture *fixture)
{
  g_autoptr(YdEdit) birth = yd_test_apply (YD_SPACE (fixture->plan), "+a +b", NULL);
  g_autoptr(YdEdit) empty = yd_test_apply (YD_SPACE (fixture->plan), "a= b=", NULL);

  g_assert_nonnull (birth);
  g_assert_nonnull (empty);
  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);
}

static void
choose (Fixture *fixture,
        guint    n)
{
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (fixture->list)), n,
                                   TRUE);
}

/* The row of the line that is chosen has to be there. */
static void
press_keep (Fixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "problems.keep", NULL));
}

static void
give_reason (Fixture    *fixture,
             const char *reason)
{
  GtkWidget *popover = yd_test_find_widget (fixture->list, YD_TYPE_KEEP_POPOVER);
  GtkWidget *entry = popover != NULL ? yd_test_find_widget (popover, GTK_TYPE_ENTRY) : NULL;

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), reason);
  g_signal_emit_by_name (entry, "activate");
}

/* By kind, in the order of the plan; a kind folds at its head. */
static void
test_kinds (Fixture       *fixture,
            gconstpointer  user_data)
{
  open_plan (fixture);
  wait_for (fixture, "no-text*2 no-text:a no-text:b");

  g_signal_emit_by_name (fixture->list, "activate", 0);
  wait_for (fixture, "no-text*2");
  g_signal_emit_by_name (fixture->list, "activate", 0);
  wait_for (fixture, "no-text*2 no-text:a no-text:b");
}

/* What is kept with a reason goes to the end, folded; undo brings it back. */
static void
test_keep (Fixture       *fixture,
           gconstpointer  user_data)
{
  open_plan (fixture);
  wait_for (fixture, "no-text*2 no-text:a no-text:b");

  choose (fixture, 1);
  press_keep (fixture);
  give_reason (fixture, "  ");
  give_reason (fixture, " 以附件为准 ");
  wait_for (fixture, "no-text*1 no-text:b *1");

  g_signal_emit_by_name (fixture->list, "activate", 2);
  wait_for (fixture, "no-text*1 no-text:b *1 =no-text:以附件为准");

  yd_session_undo_async (fixture->session, NULL, NULL, NULL);
  wait_for (fixture, "no-text*2 no-text:a no-text:b");
}

/* Delete on what was kept tells it again. */
static void
test_tell (Fixture       *fixture,
           gconstpointer  user_data)
{
  open_plan (fixture);
  wait_for (fixture, "no-text*2 no-text:a no-text:b");
  choose (fixture, 2);
  press_keep (fixture);
  give_reason (fixture, "以附件为准");
  wait_for (fixture, "no-text*1 no-text:a *1");
  g_signal_emit_by_name (fixture->list, "activate", 2);
  wait_for (fixture, "no-text*1 no-text:a *1 =no-text:以附件为准");

  choose (fixture, 3);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "problems.tell", NULL);
  wait_for (fixture, "no-text*2 no-text:a no-text:b");
}

/* Enter selects the point, so that every page shows it. */
static void
test_go (Fixture       *fixture,
         gconstpointer  user_data)
{
  open_plan (fixture);
  wait_for (fixture, "no-text*2 no-text:a no-text:b");
  g_assert_null (yd_session_get_selected (fixture->session));

  g_signal_emit_by_name (fixture->list, "activate", 2);
  g_assert_cmpstr (yd_row_get_id (yd_session_get_selected (fixture->session)), ==, "b");
}

/* An edit is followed, without leaving the page. */
static void
test_follow (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr(YdEdit) edit = NULL;

  open_plan (fixture);
  wait_for (fixture, "no-text*2 no-text:a no-text:b");

  edit = yd_test_edit (YD_SPACE (fixture->plan), "a=x");
  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
  wait_for (fixture, "no-text*1 no-text:b");
}

static guint
get_n_lines (Fixture *fixture)
{
  return g_list_model_get_n_items (get_model (fixture));
}

static void
wait_for_lines (Fixture *fixture,
                guint    n)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (get_n_lines (fixture) != n && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (get_n_lines (fixture), ==, n);
}

/* A kind with many lines is folded; once unfolded it stays so, and the line that is chosen is
 * chosen again when there are others before it no more.
 */
static void
test_many (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(GString) births = g_string_new (NULL);
  g_autoptr(GString) blanks = g_string_new (NULL);
  g_autoptr(YdEdit) birth = NULL;
  g_autoptr(YdEdit) empty = NULL;
  g_autoptr(YdEdit) edit = NULL;
  YdProblem *chosen;

  for (char first = 'a'; first <= 'h'; first++)
    for (char second = 'a'; second <= 'h'; second++)
      {
        g_string_append_printf (births, "+%c%c ", first, second);
        g_string_append_printf (blanks, "%c%c= ", first, second);
      }
  birth = yd_test_apply (YD_SPACE (fixture->plan), g_strchomp (births->str), NULL);
  empty = yd_test_apply (YD_SPACE (fixture->plan), g_strchomp (blanks->str), NULL);
  g_assert_nonnull (empty);
  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);
  wait_for (fixture, "no-text*64");

  g_signal_emit_by_name (fixture->list, "activate", 0);
  wait_for_lines (fixture, 65);
  choose (fixture, 64);
  edit = yd_test_edit (YD_SPACE (fixture->plan), "aa=x ab=y");
  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
  wait_for_lines (fixture, 63);
  chosen = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (get_model (fixture)));
  g_assert_cmpstr (yd_row_get_id (chosen->row), ==, "hh");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  yd_test_gtk_prepare ();

  ADD ("/problems/kinds", test_kinds);
  ADD ("/problems/keep", test_keep);
  ADD ("/problems/tell", test_tell);
  ADD ("/problems/go", test_go);
  ADD ("/problems/follow", test_follow);
  ADD ("/problems/many", test_many);

  return g_test_run ();
}
