/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "yd-test-gtk.h"
#include "yd-test-journal.h"
#include "yd-test-space.h"
#include "yd-window-fixture.h"

/* Nothing that a person did is lost: by closing, by leaving a plan, by a disk that is full. */

/* Closed at once, started again: nothing is lost, and what was done then can still be
 * taken back.
 */
static void
test_again (YdWindowFixture *fixture,
            gconstpointer    user_data)
{
  g_autofree char *id = NULL;
  g_autofree char *old = NULL;
  g_autoptr(GVariant) target = NULL;
  YdSession *session;

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);
  id = g_strdup (yd_space_get_id (YD_SPACE (yd_window_fixture_get_plan (fixture))));
  old = yd_window_fixture_rename_first (fixture, "另一个标题");
  yd_window_fixture_close_window (fixture);

  fixture->window = yd_window_new (NULL, &yd_id_system_source);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  yd_window_open_library (fixture->window, fixture->library);
  gtk_window_present (GTK_WINDOW (fixture->window));
  yd_window_fixture_wait_until_idle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-plan", "s", id);
  yd_window_fixture_wait_until_idle (fixture);

  session = yd_window_get_session (fixture->window);
  yd_window_fixture_assert_first (fixture, "另一个标题");
  g_assert_nonnull (yd_session_get_selected (session));
  g_assert_true (yd_session_get_can_undo (session));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  while (yd_session_get_can_undo (session))
    g_main_context_iteration (NULL, TRUE);
  yd_window_fixture_assert_first (fixture, old);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  yd_window_fixture_wait_until_idle (fixture);
  yd_window_fixture_assert_first (fixture, "另一个标题");
}

static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (size, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* No file may grow: a full disk, as the library meets it. */
static void
test_full_disk (YdWindowFixture *fixture,
                gconstpointer    user_data)
{
  YdSession *session = yd_window_get_session (fixture->window);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *id = NULL;

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);
  id = g_strdup (yd_space_get_id (YD_SPACE (yd_window_fixture_get_plan (fixture))));

  signal (SIGXFSZ, SIG_IGN);
  limit_files (1);
  first = yd_window_fixture_rename_first (fixture, "甲");
  second = yd_window_fixture_rename_first (fixture, "乙");
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_nonnull (yd_session_get_failure (session));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.retry", NULL);
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_nonnull (yd_session_get_failure (session));

  limit_files (RLIM_INFINITY);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.retry", NULL);
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_cmpstr (yd_session_get_failure (session), ==, NULL);
  g_assert_true (yd_session_get_saved (session));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-plan", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-plan", "s", id);
  yd_window_fixture_wait_until_idle (fixture);
  yd_window_fixture_assert_first (fixture, "乙");
}

static gboolean
says_not_saved (YdWindowFixture *fixture)
{
  const char *words = yd_toasts_get_words (fixture->window->toasts);

  return words != NULL && g_str_has_prefix (words, "This plan is not saved yet.");
}

/* A plan that cannot be saved does not go by itself, and why is told until it is saved. */
static void
test_full (YdWindowFixture *fixture,
           gconstpointer    user_data)
{
  g_autoptr(YdTestJournal) journal = yd_test_journal_new ();
  g_autoptr(YdPlan) plan = yd_plan_new ("0190d3a0-0000-7000-8000-000000000001");
  YdSession *session = yd_window_get_session (fixture->window);
  g_autoptr(YdEdit) edit = yd_test_edit (YD_SPACE (plan), "+a");

  yd_session_show (session, plan, YD_JOURNAL (journal), NULL);
  yd_test_journal_set_full (journal, TRUE);
  g_assert_true (yd_session_commit (session, edit, NULL));
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_nonnull (yd_session_get_failure (session));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-plan", NULL);
  g_assert_true (yd_window_fixture_get_plan (fixture) == plan);
  g_assert_true (says_not_saved (fixture));

  yd_test_journal_set_full (journal, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.retry", NULL);
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_true (yd_session_get_saved (session));
  while (says_not_saved (fixture))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-plan", NULL);
  g_assert_null (yd_window_fixture_get_plan (fixture));
}

static GtkWidget *
find_editor (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_TEXT_VIEW (widget) && gtk_widget_get_mapped (widget) &&
                     gtk_text_view_get_editable (GTK_TEXT_VIEW (widget)) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_editor (child);

  return found;
}

static void
type_title (YdWindowFixture *fixture,
            guint            i,
            const char      *title)
{
  g_autoptr(YdRow) point = yd_window_fixture_dup_point (fixture, i);
  GtkWidget *editor;

  yd_session_set_selected (yd_window_get_session (fixture->window), point);
  yd_window_fixture_spin ();
  editor = find_editor (GTK_WIDGET (fixture->window));
  gtk_widget_grab_focus (editor);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), title, -1);
}

static void
assert_title (YdWindowFixture *fixture,
              guint            i,
              const char      *title)
{
  g_autoptr(YdRow) point = yd_window_fixture_dup_point (fixture, i);

  g_assert_cmpstr (yd_point_get_title (point), ==, title);
}

/* What is half typed when the plan, or the window, is closed is in the plan. */
static void
test_typed (YdWindowFixture *fixture,
            gconstpointer    user_data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_wait_until_idle (fixture);
  yd_window_fixture_act (fixture, "win.open-sample");
  yd_window_fixture_wait_until_idle (fixture);

  type_title (fixture, 0, "甲");
  yd_window_fixture_act (fixture, "win.close-plan");
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_null (yd_window_fixture_get_plan (fixture));
  yd_window_fixture_act (fixture, "win.open-sample");
  yd_window_fixture_wait_until_idle (fixture);
  assert_title (fixture, 0, "甲");

  type_title (fixture, 1, "乙");
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_nonnull (fixture->window);           /* it waits for the disk */
  yd_window_fixture_close_window (fixture);

  yd_window_fixture_set_up_window (fixture);
  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_wait_until_idle (fixture);
  yd_window_fixture_act (fixture, "win.open-sample");
  yd_window_fixture_wait_until_idle (fixture);
  assert_title (fixture, 1, "乙");
}

/* What cannot be saved stays, even if that shows only when the plan is about to go. */
static void
test_typed_full (YdWindowFixture *fixture,
                 gconstpointer    user_data)
{
  const char * const actions[] = { "win.close-plan", "win.new-plan", "win.open-sample" };
  g_autoptr(YdTestJournal) journal = yd_test_journal_new ();
  g_autoptr(YdPlan) plan = yd_plan_new ("0190d3a0-0000-7000-8000-000000000001");
  YdSession *session = yd_window_get_session (fixture->window);

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_wait_until_idle (fixture);
  yd_session_show (session, plan, YD_JOURNAL (journal), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *script = g_strdup_printf ("+p%u", i);
      g_autoptr(YdEdit) edit = yd_test_edit (YD_SPACE (plan), script);

      yd_test_journal_set_full (journal, TRUE);
      g_assert_true (yd_session_commit (session, edit, NULL));
      yd_window_fixture_act (fixture, actions[i]);
      yd_window_fixture_wait_until_idle (fixture);
      g_assert_true (yd_window_fixture_get_plan (fixture) == plan);
      g_assert_nonnull (yd_session_get_failure (session));

      yd_test_journal_set_full (journal, FALSE);
      yd_window_fixture_act (fixture, "win.retry");
      yd_window_fixture_wait_until_idle (fixture);
      g_assert_true (yd_session_get_saved (session));
    }
}

/* What is done while a document is read, and cannot be saved, does not go with the plan when
 * that was read.
 */
static void
test_full_while_reading (YdWindowFixture *fixture,
                         gconstpointer    user_data)
{
  g_autoptr(GFile) sample = g_file_new_for_path (g_getenv ("YD_SAMPLE"));
  g_autoptr(YdTestJournal) journal = yd_test_journal_new ();
  g_autoptr(YdPlan) plan = yd_plan_new ("0190d3a0-0000-7000-8000-000000000001");
  g_autoptr(YdEdit) edit = yd_test_edit (YD_SPACE (plan), "+a");
  YdSession *session = yd_window_get_session (fixture->window);

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_wait_until_idle (fixture);
  yd_session_show (session, plan, YD_JOURNAL (journal), NULL);
  yd_test_journal_set_full (journal, TRUE);

  yd_window_open (fixture->window, sample);
  g_assert_true (yd_session_commit (session, edit, NULL));
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_true (yd_window_fixture_get_plan (fixture) == plan);
  g_assert_nonnull (yd_session_get_failure (session));

  yd_test_journal_set_full (journal, FALSE);
  yd_window_fixture_act (fixture, "win.retry");
  yd_window_fixture_wait_until_idle (fixture);
  yd_window_open (fixture->window, sample);
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_true (yd_window_fixture_get_plan (fixture) != plan);
}

/* A plan that is opened once more while something is done to it has that as well. */
static void
test_edit_while_reading (YdWindowFixture *fixture,
                         gconstpointer    user_data)
{
  g_autofree char *id = NULL;
  g_autofree char *first = NULL;
  YdPlan *before;

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);
  before = yd_window_fixture_get_plan (fixture);
  id = g_strdup (yd_space_get_id (YD_SPACE (before)));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-plan", "s", id);
  first = yd_window_fixture_rename_first (fixture, "另一个标题");
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_true (yd_window_fixture_get_plan (fixture) != before);
  yd_window_fixture_assert_first (fixture, "另一个标题");
}

/* Who closes the window while something is read has no use for the answer. */
static void
test_gone (YdWindowFixture *fixture,
           gconstpointer    user_data)
{
  g_autoptr(GFile) sample = g_file_new_for_path (g_getenv ("YD_SAMPLE"));

  for (guint i = 0; i < 4; i++)
    {
      yd_window_open_library (fixture->window, fixture->library);
      if (i > 0)
        yd_window_fixture_wait_until_idle (fixture);
      if (i > 1)
        yd_window_fixture_open_sample (fixture);
      if (i == 2)
        yd_window_open (fixture->window, sample);
      if (i == 3)
        yd_window_fixture_act (fixture, "win.close-plan");

      yd_window_fixture_end_window (fixture, gtk_window_destroy);
      yd_window_fixture_set_up_window (fixture);
    }
}

#define ADD(path, func) g_test_add (path, YdWindowFixture, NULL, yd_window_fixture_set_up, func, \
                                    yd_window_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();

  ADD ("/window/again", test_again);
  ADD ("/window/full-disk", test_full_disk);
  ADD ("/window/full", test_full);
  ADD ("/window/typed", test_typed);
  ADD ("/window/typed-full", test_typed_full);
  ADD ("/window/full-while-reading", test_full_while_reading);
  ADD ("/window/edit-while-reading", test_edit_while_reading);
  ADD ("/window/gone", test_gone);

  return g_test_run ();
}
