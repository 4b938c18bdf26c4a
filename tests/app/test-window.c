/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "yd-plan-edits.h"
#include "yd-test-journal.h"
#include "yd-test-space.h"
#include "yd-test-gtk.h"

typedef struct
{
  char     *folder;
  char     *library;
  YdWindow *window;
} Fixture;

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
wait_until_idle (Fixture *fixture)
{
  while (yd_window_get_busy (fixture->window) ||
         !yd_session_get_settled (yd_window_get_session (fixture->window)))
    g_main_context_iteration (NULL, TRUE);
  spin ();
}

static YdPlan *
get_plan (Fixture *fixture)
{
  return yd_session_get_plan (yd_window_get_session (fixture->window));
}

static void
set_up_window (Fixture *fixture)
{
  fixture->window = yd_window_new (NULL, &yd_id_system_source);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->folder = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  fixture->library = g_build_filename (fixture->folder, "library.db", NULL);
  set_up_window (fixture);
}

/* What still runs holds the window, and the lock of the library; then all goes. */
static void
end_window (Fixture  *fixture,
            void    (*end) (GtkWindow *window))
{
  YdSession *session = yd_window_get_session (fixture->window);
  YdLibrary *library = yd_session_get_library (session);

  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  if (library != NULL)
    g_object_add_weak_pointer (G_OBJECT (library), (gpointer *) &library);

  end (GTK_WINDOW (fixture->window));
  while (fixture->window != NULL || session != NULL || library != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
close_window (Fixture *fixture)
{
  end_window (fixture, gtk_window_close);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  if (fixture->window != NULL)
    close_window (fixture);
  spin ();
  remove_folder (fixture->folder);
  g_free (fixture->library);
  g_free (fixture->folder);
}

static void
open_sample (Fixture *fixture)
{
  g_autoptr(GFile) file = g_file_new_for_path (g_getenv ("YD_SAMPLE"));

  yd_window_open (fixture->window, file);
  wait_until_idle (fixture);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  spin ();
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  user_data)
{
  yd_window_open_library (fixture->window, fixture->library);
  wait_until_idle (fixture);
  g_assert_null (get_plan (fixture));
  g_assert_nonnull (yd_session_get_library (yd_window_get_session (fixture->window)));
}

/* A file that comes before the library waits for it. */
static void
test_sample (Fixture       *fixture,
             gconstpointer  user_data)
{
  yd_window_open_library (fixture->window, fixture->library);
  open_sample (fixture);

  g_assert_nonnull (get_plan (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (yd_plan_get_points (get_plan (fixture))), ==, 6);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==,
                   yd_plan_get_title (get_plan (fixture)));
  g_assert_true (yd_session_get_saved (yd_window_get_session (fixture->window)));

  /* What made the plan is not taken back. */
  g_assert_false (yd_session_get_can_undo (yd_window_get_session (fixture->window)));
}

static void
test_no_file (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nothing.txt", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_open (fixture->window, file);
  wait_until_idle (fixture);
  g_assert_null (get_plan (fixture));
}

/* What was wrong with a file leaves the plan that is open as it was. */
static void
test_no_points (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "letter.txt", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  YdPlan *plan;

  g_assert_true (g_file_set_contents (path, "Dear all\n", -1, NULL));
  yd_window_open_library (fixture->window, fixture->library);
  open_sample (fixture);
  plan = get_plan (fixture);

  yd_window_open (fixture->window, file);
  wait_until_idle (fixture);
  g_assert_true (get_plan (fixture) == plan);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
}

static char *
rename_first (Fixture    *fixture,
              const char *title)
{
  YdSession *session = yd_window_get_session (fixture->window);
  g_autoptr(YdRow) point = g_list_model_get_item (yd_plan_get_points (get_plan (fixture)), 0);
  g_autoptr(YdEdit) edit = yd_edit_new ("point.rename", NULL);
  char *old = g_strdup (yd_row_get_cell (point, YD_POINT_TITLE));

  yd_edit_change (edit, YD_KIND_POINT, yd_row_get_id (point), YD_POINT_TITLE, old, title);
  g_assert_true (yd_session_commit (session, edit, NULL));
  yd_session_set_selected (session, point);

  return old;
}

static void
assert_first (Fixture    *fixture,
              const char *title)
{
  g_autoptr(YdRow) point = g_list_model_get_item (yd_plan_get_points (get_plan (fixture)), 0);

  g_assert_cmpstr (yd_row_get_cell (point, YD_POINT_TITLE), ==, title);
}

/* Closed at once, started again: nothing is lost, and what was done then can still be
 * taken back.
 */
static void
test_again (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autofree char *id = NULL;
  g_autofree char *old = NULL;
  g_autoptr(GVariant) target = NULL;
  YdSession *session;

  yd_window_open_library (fixture->window, fixture->library);
  open_sample (fixture);
  id = g_strdup (yd_space_get_id (YD_SPACE (get_plan (fixture))));
  old = rename_first (fixture, "另一个标题");
  close_window (fixture);

  fixture->window = yd_window_new (NULL, &yd_id_system_source);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  yd_window_open_library (fixture->window, fixture->library);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until_idle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-plan", "s", id);
  wait_until_idle (fixture);

  session = yd_window_get_session (fixture->window);
  assert_first (fixture, "另一个标题");
  g_assert_nonnull (yd_session_get_selected (session));
  g_assert_true (yd_session_get_can_undo (session));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  while (yd_session_get_can_undo (session))
    g_main_context_iteration (NULL, TRUE);
  assert_first (fixture, old);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  wait_until_idle (fixture);
  assert_first (fixture, "另一个标题");
}

/* What one library gave another one takes, with its history. */
static void
test_plan_file (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.yaodian", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *old = NULL;
  YdSession *session = yd_window_get_session (fixture->window);

  yd_window_open_library (fixture->window, fixture->library);
  open_sample (fixture);
  old = rename_first (fixture, "另一个标题");
  wait_until_idle (fixture);
  g_assert_true (yd_library_export_plan (yd_session_get_library (session),
                                         YD_SPACE (get_plan (fixture)), path, NULL, NULL));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-plan", NULL);

  yd_window_open (fixture->window, file);
  wait_until_idle (fixture);
  g_assert_nonnull (get_plan (fixture));
  assert_first (fixture, "另一个标题");
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
test_full_disk (Fixture       *fixture,
                gconstpointer  user_data)
{
  YdSession *session = yd_window_get_session (fixture->window);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *id = NULL;

  yd_window_open_library (fixture->window, fixture->library);
  open_sample (fixture);
  id = g_strdup (yd_space_get_id (YD_SPACE (get_plan (fixture))));

  signal (SIGXFSZ, SIG_IGN);
  limit_files (1);
  first = rename_first (fixture, "甲");
  second = rename_first (fixture, "乙");
  wait_until_idle (fixture);
  g_assert_nonnull (yd_session_get_failure (session));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.retry", NULL);
  wait_until_idle (fixture);
  g_assert_nonnull (yd_session_get_failure (session));

  limit_files (RLIM_INFINITY);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.retry", NULL);
  wait_until_idle (fixture);
  g_assert_cmpstr (yd_session_get_failure (session), ==, NULL);
  g_assert_true (yd_session_get_saved (session));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-plan", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-plan", "s", id);
  wait_until_idle (fixture);
  assert_first (fixture, "乙");
}

static void
test_sample_again (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autofree char *id = NULL;

  yd_window_open_library (fixture->window, fixture->library);
  wait_until_idle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-sample", NULL);
  wait_until_idle (fixture);
  id = g_strdup (yd_space_get_id (YD_SPACE (get_plan (fixture))));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-plan", NULL);
  wait_until_idle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-sample", NULL);
  wait_until_idle (fixture);
  g_assert_cmpstr (yd_space_get_id (YD_SPACE (get_plan (fixture))), ==, id);
}

/* Whether a label says @words, or one that is shown. */
static gboolean
find_words (GtkWidget  *widget,
            const char *words,
            gboolean    shown)
{
  gboolean found = GTK_IS_LABEL (widget) && (!shown || gtk_widget_get_mapped (widget)) &&
                   strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_words (child, words, shown);

  return found;
}

#define says(widget, words) find_words (widget, words, FALSE)
#define shows(widget, words) find_words (GTK_WIDGET (widget), words, TRUE)

/* What the list says of a plan is what the plan says, and follows what is done in it. */
static void
test_recent (Fixture       *fixture,
             gconstpointer  user_data)
{
  YdSession *session = yd_window_get_session (fixture->window);
  GtkWidget *welcome;
  g_autofree char *words = NULL;
  g_autoptr(YdEdit) edit = NULL;

  yd_window_open_library (fixture->window, fixture->library);
  open_sample (fixture);
  words = g_strdup_printf ("%u to check", yd_session_get_n_proposed (session));
  welcome = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                     GTK_TYPE_STACK);
  while (gtk_widget_get_ancestor (gtk_widget_get_parent (welcome), GTK_TYPE_STACK) != NULL)
    welcome = gtk_widget_get_ancestor (gtk_widget_get_parent (welcome), GTK_TYPE_STACK);
  welcome = gtk_stack_get_child_by_name (GTK_STACK (welcome), "welcome");

  act (fixture, "win.close-plan");
  wait_until_idle (fixture);
  g_assert_true (says (welcome, words));
  g_assert_true (says (welcome, "22 points"));

  act (fixture, "win.open-sample");
  wait_until_idle (fixture);
  edit = yd_plan_edit_confirm_points (get_plan (fixture), NULL, FALSE, 0);
  g_assert_true (yd_session_commit (session, edit, NULL));
  act (fixture, "win.close-plan");
  wait_until_idle (fixture);
  g_assert_true (says (welcome, "Nothing to check"));
}

static guint
count_plans (Fixture *fixture)
{
  YdLibrary *library = yd_session_get_library (yd_window_get_session (fixture->window));
  g_autoptr(GPtrArray) plans = yd_library_list_spaces (library, "plan", NULL);

  return plans->len;
}

/* A document that is read once more can be left for the plan that it is; nothing that was
 * done in the new one is lost.
 */
static void
test_same (Fixture       *fixture,
           gconstpointer  user_data)
{
  const gboolean touched[] = { FALSE, TRUE };

  yd_window_open_library (fixture->window, fixture->library);
  open_sample (fixture);
  g_assert_false (says (GTK_WIDGET (fixture->window), "This text was read before"));

  for (guint i = 0; i < G_N_ELEMENTS (touched); i++)
    {
      g_autofree char *old = g_strdup (yd_space_get_id (YD_SPACE (get_plan (fixture))));
      const char *read;

      open_sample (fixture);
      read = yd_space_get_id (YD_SPACE (get_plan (fixture)));
      g_assert_cmpstr (read, !=, old);
      g_assert_true (says (GTK_WIDGET (fixture->window), "This text was read before"));
      if (touched[i])
        {
          g_autoptr(YdEdit) edit =
            yd_plan_edit_confirm_points (get_plan (fixture), NULL, FALSE, 0);

          g_assert_true (yd_session_commit (yd_window_get_session (fixture->window), edit, NULL));
        }

      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-instead", "(ss)", read,
                                  old);
      wait_until_idle (fixture);
      g_assert_cmpstr (yd_space_get_id (YD_SPACE (get_plan (fixture))), ==, old);
      g_assert_cmpuint (count_plans (fixture), ==, 1 + i);
    }
}

static void
test_close_plan (Fixture       *fixture,
                 gconstpointer  user_data)
{
  yd_window_open_library (fixture->window, fixture->library);
  open_sample (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-plan", NULL);
  g_assert_null (get_plan (fixture));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-plan", NULL);
  wait_until_idle (fixture);
  g_assert_nonnull (get_plan (fixture));
  g_assert_true (yd_session_get_saved (yd_window_get_session (fixture->window)));
}

/* A plan that cannot be saved does not go by itself. */
static void
test_full (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(YdTestJournal) journal = yd_test_journal_new ();
  g_autoptr(YdPlan) plan = yd_plan_new ("0190d3a0-0000-7000-8000-000000000001");
  YdSession *session = yd_window_get_session (fixture->window);
  g_autoptr(YdEdit) edit = yd_test_edit (YD_SPACE (plan), "+a");

  yd_session_show (session, plan, YD_JOURNAL (journal), NULL);
  yd_test_journal_set_full (journal, TRUE);
  g_assert_true (yd_session_commit (session, edit, NULL));
  wait_until_idle (fixture);
  g_assert_nonnull (yd_session_get_failure (session));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-plan", NULL);
  g_assert_true (get_plan (fixture) == plan);

  yd_test_journal_set_full (journal, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.retry", NULL);
  wait_until_idle (fixture);
  g_assert_true (yd_session_get_saved (session));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-plan", NULL);
  g_assert_null (get_plan (fixture));
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
type_title (Fixture    *fixture,
            guint       i,
            const char *title)
{
  g_autoptr(YdRow) point = g_list_model_get_item (yd_plan_get_points (get_plan (fixture)), i);
  GtkWidget *editor;

  yd_session_set_selected (yd_window_get_session (fixture->window), point);
  spin ();
  editor = find_editor (GTK_WIDGET (fixture->window));
  gtk_widget_grab_focus (editor);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), title, -1);
}

static void
assert_title (Fixture    *fixture,
              guint       i,
              const char *title)
{
  g_autoptr(YdRow) point = g_list_model_get_item (yd_plan_get_points (get_plan (fixture)), i);

  g_assert_cmpstr (yd_point_get_title (point), ==, title);
}

/* What is half typed when the plan, or the window, is closed is in the plan. */
static void
test_typed (Fixture       *fixture,
            gconstpointer  user_data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  yd_window_open_library (fixture->window, fixture->library);
  wait_until_idle (fixture);
  act (fixture, "win.open-sample");
  wait_until_idle (fixture);

  type_title (fixture, 0, "甲");
  act (fixture, "win.close-plan");
  wait_until_idle (fixture);
  g_assert_null (get_plan (fixture));
  act (fixture, "win.open-sample");
  wait_until_idle (fixture);
  assert_title (fixture, 0, "甲");

  type_title (fixture, 1, "乙");
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_nonnull (fixture->window);           /* it waits for the disk */
  close_window (fixture);

  set_up_window (fixture);
  yd_window_open_library (fixture->window, fixture->library);
  wait_until_idle (fixture);
  act (fixture, "win.open-sample");
  wait_until_idle (fixture);
  assert_title (fixture, 1, "乙");
}

/* Who comes back to a plan finds chosen what was chosen, and one bar at a time: what was half
 * typed before what is to be checked.
 */
static void
test_back (Fixture       *fixture,
           gconstpointer  user_data)
{
  YdSession *session = yd_window_get_session (fixture->window);
  YdStoredDraft draft = { YD_KIND_POINT, NULL, YD_POINT_TITLE, NULL, (char *) "half" };
  g_autofree char *id = NULL;
  g_autoptr(YdRow) point = NULL;

  yd_window_open_library (fixture->window, fixture->library);
  wait_until_idle (fixture);
  act (fixture, "win.open-sample");
  wait_until_idle (fixture);
  g_assert_true (shows (fixture->window, "to be checked"));

  point = g_list_model_get_item (yd_plan_get_points (get_plan (fixture)), 2);
  draft.id = id = g_strdup (yd_row_get_id (point));
  yd_session_set_selected (session, point);
  yd_session_keep_draft (session, yd_space_get_id (YD_SPACE (get_plan (fixture))), &draft);
  act (fixture, "win.close-plan");
  wait_until_idle (fixture);
  act (fixture, "win.open-sample");
  wait_until_idle (fixture);

  g_assert_cmpstr (yd_row_get_id (yd_session_get_selected (session)), ==, id);
  g_assert_true (shows (fixture->window, "half"));
  g_assert_false (shows (fixture->window, "to be checked"));
  act (fixture, "win.draft-discard");
  g_assert_false (shows (fixture->window, "half"));
  g_assert_true (shows (fixture->window, "to be checked"));
}

/* The way back does not wait until another toast was read, and leads nowhere else. */
static void
test_toast (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr(YdEdit) edit = NULL;

  yd_window_open_library (fixture->window, fixture->library);
  open_sample (fixture);
  open_sample (fixture);
  g_assert_true (says (GTK_WIDGET (fixture->window), "This text was read before"));

  edit = yd_plan_edit_confirm_points (get_plan (fixture), NULL, FALSE, 0);
  g_assert_true (yd_session_commit (yd_window_get_session (fixture->window), edit, NULL));
  spin ();
  g_assert_true (says (GTK_WIDGET (fixture->window), "Proposal accepted"));
  g_assert_true (shows (fixture->window, "Undo"));
  act (fixture, "win.close-plan");
  wait_until_idle (fixture);
  g_assert_false (shows (fixture->window, "Undo"));
}

/* What cannot be saved stays, even if that shows only when the plan is about to go. */
static void
test_typed_full (Fixture       *fixture,
                 gconstpointer  user_data)
{
  const char * const actions[] = { "win.close-plan", "win.new-plan", "win.open-sample" };
  g_autoptr(YdTestJournal) journal = yd_test_journal_new ();
  g_autoptr(YdPlan) plan = yd_plan_new ("0190d3a0-0000-7000-8000-000000000001");
  YdSession *session = yd_window_get_session (fixture->window);

  yd_window_open_library (fixture->window, fixture->library);
  wait_until_idle (fixture);
  yd_session_show (session, plan, YD_JOURNAL (journal), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *script = g_strdup_printf ("+p%u", i);
      g_autoptr(YdEdit) edit = yd_test_edit (YD_SPACE (plan), script);

      yd_test_journal_set_full (journal, TRUE);
      g_assert_true (yd_session_commit (session, edit, NULL));
      act (fixture, actions[i]);
      wait_until_idle (fixture);
      g_assert_true (get_plan (fixture) == plan);
      g_assert_nonnull (yd_session_get_failure (session));

      yd_test_journal_set_full (journal, FALSE);
      act (fixture, "win.retry");
      wait_until_idle (fixture);
      g_assert_true (yd_session_get_saved (session));
    }
}

/* Who closes the window while something is read has no use for the answer. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(GFile) sample = g_file_new_for_path (g_getenv ("YD_SAMPLE"));

  for (guint i = 0; i < 4; i++)
    {
      yd_window_open_library (fixture->window, fixture->library);
      if (i > 0)
        wait_until_idle (fixture);
      if (i > 1)
        open_sample (fixture);
      if (i == 2)
        yd_window_open (fixture->window, sample);
      if (i == 3)
        act (fixture, "win.close-plan");

      end_window (fixture, gtk_window_destroy);
      set_up_window (fixture);
    }
}

static int
get_min_width (Fixture *fixture)
{
  int min;

  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL,
                      NULL, NULL);

  return min;
}

/* On a small screen the pane is not there at first; with it, and with large text, the
 * window is still not wider than the screen.
 */
static void
test_small (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->window));
  g_autoptr(YdRow) point = NULL;
  gboolean visible;
  int dpi;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1024, 700);
  yd_window_open_library (fixture->window, fixture->library);
  open_sample (fixture);
  point = g_list_model_get_item (yd_plan_get_points (get_plan (fixture)), 0);
  yd_session_set_selected (yd_window_get_session (fixture->window), point);
  g_object_get (fixture->window, "detail-visible", &visible, NULL);
  g_assert_false (visible);

  g_object_set (fixture->window, "detail-visible", TRUE, NULL);
  spin ();
  g_assert_cmpint (get_min_width (fixture), <=, 1024);

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  spin ();
  g_assert_cmpint (get_min_width (fixture), <=, 1024);
  yd_window_show_page (fixture->window, "source");
  spin ();
  g_assert_cmpint (get_min_width (fixture), <=, 1024);
  act (fixture, "win.check-next");
  g_assert_cmpint (get_min_width (fixture), <=, 1024);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static gboolean
has_detail (Fixture *fixture)
{
  gboolean visible;

  g_object_get (fixture->window, "detail-visible", &visible, NULL);

  return visible;
}

/* From any page to the next thing to check; the pane makes room and comes back. */
static void
test_check (Fixture       *fixture,
            gconstpointer  user_data)
{
  YdSession *session = yd_window_get_session (fixture->window);
  YdPage *page;
  YdPoint *first;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  yd_window_open_library (fixture->window, fixture->library);
  open_sample (fixture);
  g_assert_true (has_detail (fixture));

  act (fixture, "win.check-next");
  page = yd_window_get_page (fixture->window);
  g_assert_true (yd_page_can_check (page) && yd_page_get_wide (page));
  g_assert_false (has_detail (fixture));
  first = yd_session_get_selected (session);
  g_assert_nonnull (first);
  act (fixture, "win.check-next");
  g_assert_true (yd_session_get_selected (session) != first);

  yd_window_show_page (fixture->window, "outline");
  spin ();
  g_assert_true (has_detail (fixture));

  /* The same place again; who hides the pane there finds it hidden elsewhere. */
  first = yd_session_get_selected (session);
  act (fixture, "win.check-next");
  g_assert_false (has_detail (fixture));
  yd_page_find (yd_window_get_page (fixture->window));
  g_assert_true (has_detail (fixture));
  g_object_set (fixture->window, "detail-visible", FALSE, NULL);
  act (fixture, "win.check-next");
  g_assert_true (yd_session_get_selected (session) == first);
  yd_window_show_page (fixture->window, "outline");
  spin ();
  g_assert_false (has_detail (fixture));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_forgive_revealers ();

  ADD ("/window/empty", test_empty);
  ADD ("/window/sample", test_sample);
  ADD ("/window/no-file", test_no_file);
  ADD ("/window/no-points", test_no_points);
  ADD ("/window/again", test_again);
  ADD ("/window/plan-file", test_plan_file);
  ADD ("/window/full-disk", test_full_disk);
  ADD ("/window/sample-again", test_sample_again);
  ADD ("/window/recent", test_recent);
  ADD ("/window/same", test_same);
  ADD ("/window/close-plan", test_close_plan);
  ADD ("/window/full", test_full);
  ADD ("/window/typed", test_typed);
  ADD ("/window/typed-full", test_typed_full);
  ADD ("/window/back", test_back);
  ADD ("/window/toast", test_toast);
  ADD ("/window/gone", test_gone);
  ADD ("/window/small", test_small);
  ADD ("/window/check", test_check);

  return g_test_run ();
}
