/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-fixture.h"

#include <string.h>

#include "yd-plan-edits.h"
#include "yd-test-gtk.h"
#include "yd-test-keys.h"
#include "yd-window-private.h"

static void
test_empty (YdWindowFixture *fixture,
            gconstpointer    user_data)
{
  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_null (yd_window_fixture_get_plan (fixture));
  g_assert_nonnull (yd_session_get_library (yd_window_get_session (fixture->window)));
}

/* A file that comes before the library waits for it. */
static void
test_sample (YdWindowFixture *fixture,
             gconstpointer    user_data)
{
  YdPlan *plan;

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);

  plan = yd_window_fixture_get_plan (fixture);
  g_assert_nonnull (plan);
  g_assert_cmpuint (g_list_model_get_n_items (yd_plan_get_points (plan)), ==, 6);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==,
                   yd_plan_get_title (plan));
  g_assert_true (yd_session_get_saved (yd_window_get_session (fixture->window)));

  /* What made the plan is not taken back. */
  g_assert_false (yd_session_get_can_undo (yd_window_get_session (fixture->window)));
}

/* Whoever sets the filter finds it as it was set, whatever the field said before. */
static void
test_filter (YdWindowFixture *fixture,
             gconstpointer    user_data)
{
  YdPointFilter *filter = yd_session_get_filter (yd_window_get_session (fixture->window));

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);
  yd_point_filter_set_text (filter, "信息");
  yd_point_filter_set_text (filter, "公开");
  g_assert_cmpstr (yd_point_filter_get_text (filter), ==, "公开");
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_cmpstr (yd_point_filter_get_text (filter), ==, "公开");
}

static void
test_no_file (YdWindowFixture *fixture,
              gconstpointer    user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nothing.txt", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_open (fixture->window, file);
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_null (yd_window_fixture_get_plan (fixture));
}

/* What was wrong with a file leaves the plan that is open as it was. */
static void
test_no_points (YdWindowFixture *fixture,
                gconstpointer    user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "letter.txt", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  YdPlan *plan;

  g_assert_true (g_file_set_contents (path, "Dear all\n", -1, NULL));
  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);
  plan = yd_window_fixture_get_plan (fixture);

  yd_window_open (fixture->window, file);
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_true (yd_window_fixture_get_plan (fixture) == plan);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
}

/* What one library gave another one takes, with its history. */
static void
test_plan_file (YdWindowFixture *fixture,
                gconstpointer    user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.yaodian", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *old = NULL;
  YdSession *session = yd_window_get_session (fixture->window);

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);
  old = yd_window_fixture_rename_first (fixture, "另一个标题");
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_true (yd_library_export_plan (yd_session_get_library (session),
                                         YD_SPACE (yd_window_fixture_get_plan (fixture)), path,
                                         NULL, NULL));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-plan", NULL);

  yd_window_open (fixture->window, file);
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_nonnull (yd_window_fixture_get_plan (fixture));
  yd_window_fixture_assert_first (fixture, "另一个标题");
}

static void
test_sample_again (YdWindowFixture *fixture,
                   gconstpointer    user_data)
{
  g_autofree char *id = NULL;

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_wait_until_idle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-sample", NULL);
  yd_window_fixture_wait_until_idle (fixture);
  id = g_strdup (yd_space_get_id (YD_SPACE (yd_window_fixture_get_plan (fixture))));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-plan", NULL);
  yd_window_fixture_wait_until_idle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-sample", NULL);
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_cmpstr (yd_space_get_id (YD_SPACE (yd_window_fixture_get_plan (fixture))), ==, id);
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
test_recent (YdWindowFixture *fixture,
             gconstpointer    user_data)
{
  YdSession *session = yd_window_get_session (fixture->window);
  GtkWidget *welcome;
  g_autofree char *words = NULL;
  g_autoptr(YdEdit) edit = NULL;

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);
  words = g_strdup_printf ("%u to check", yd_session_get_n_proposed (session));
  welcome = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                     GTK_TYPE_STACK);
  while (gtk_widget_get_ancestor (gtk_widget_get_parent (welcome), GTK_TYPE_STACK) != NULL)
    welcome = gtk_widget_get_ancestor (gtk_widget_get_parent (welcome), GTK_TYPE_STACK);
  welcome = gtk_stack_get_child_by_name (GTK_STACK (welcome), "welcome");

  yd_window_fixture_act (fixture, "win.close-plan");
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_true (says (welcome, words));
  g_assert_true (says (welcome, "22 points"));

  yd_window_fixture_act (fixture, "win.open-sample");
  yd_window_fixture_wait_until_idle (fixture);
  edit = yd_plan_edit_confirm_points (yd_window_fixture_get_plan (fixture), NULL, FALSE, 0);
  g_assert_true (yd_session_commit (session, edit, NULL));
  yd_window_fixture_act (fixture, "win.close-plan");
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_true (says (welcome, "Nothing to check"));
}

static guint
count_plans (YdWindowFixture *fixture)
{
  YdLibrary *library = yd_session_get_library (yd_window_get_session (fixture->window));
  g_autoptr(GPtrArray) plans = yd_library_list_spaces (library, "plan", NULL);

  return plans->len;
}

/* A document that is read once more can be left for the plan that it is; nothing that was
 * done in the new one is lost.
 */
static void
test_same (YdWindowFixture *fixture,
           gconstpointer    user_data)
{
  const gboolean touched[] = { FALSE, TRUE };

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);
  g_assert_false (says (GTK_WIDGET (fixture->window), "This text was read before"));

  for (guint i = 0; i < G_N_ELEMENTS (touched); i++)
    {
      YdPlan *plan = yd_window_fixture_get_plan (fixture);
      g_autofree char *old = g_strdup (yd_space_get_id (YD_SPACE (plan)));
      const char *read;

      yd_window_fixture_open_sample (fixture);
      read = yd_space_get_id (YD_SPACE (yd_window_fixture_get_plan (fixture)));
      g_assert_cmpstr (read, !=, old);
      g_assert_true (says (GTK_WIDGET (fixture->window), "This text was read before"));
      if (touched[i])
        {
          g_autoptr(YdEdit) edit =
            yd_plan_edit_confirm_points (yd_window_fixture_get_plan (fixture), NULL, FALSE, 0);

          g_assert_true (yd_session_commit (yd_window_get_session (fixture->window), edit, NULL));
        }

      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-instead", "(ss)", read,
                                  old);
      yd_window_fixture_wait_until_idle (fixture);
      g_assert_cmpstr (yd_space_get_id (YD_SPACE (yd_window_fixture_get_plan (fixture))), ==, old);
      g_assert_cmpuint (count_plans (fixture), ==, 1 + i);
    }
}

static void
test_close_plan (YdWindowFixture *fixture,
                 gconstpointer    user_data)
{
  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-plan", NULL);
  g_assert_null (yd_window_fixture_get_plan (fixture));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-plan", NULL);
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_nonnull (yd_window_fixture_get_plan (fixture));
  g_assert_true (yd_session_get_saved (yd_window_get_session (fixture->window)));
}

/* Who comes back to a plan finds chosen what was chosen, and one bar at a time: what was half
 * typed before what is to be checked.
 */
static void
test_back (YdWindowFixture *fixture,
           gconstpointer    user_data)
{
  YdSession *session = yd_window_get_session (fixture->window);
  YdStoredDraft draft = { YD_KIND_POINT, NULL, YD_POINT_TITLE, NULL, (char *) "half" };
  g_autofree char *id = NULL;
  g_autoptr(YdRow) point = NULL;

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_wait_until_idle (fixture);
  yd_window_fixture_act (fixture, "win.open-sample");
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_true (shows (fixture->window, "to be checked"));

  point = yd_window_fixture_dup_point (fixture, 2);
  draft.id = id = g_strdup (yd_row_get_id (point));
  yd_session_set_selected (session, point);
  yd_session_keep_draft (session, yd_space_get_id (YD_SPACE (yd_session_get_plan (session))),
                         &draft);
  yd_window_fixture_act (fixture, "win.close-plan");
  yd_window_fixture_wait_until_idle (fixture);
  yd_window_fixture_act (fixture, "win.open-sample");
  yd_window_fixture_wait_until_idle (fixture);

  g_assert_cmpstr (yd_row_get_id (yd_session_get_selected (session)), ==, id);
  g_assert_true (shows (fixture->window, "half"));
  g_assert_false (shows (fixture->window, "to be checked"));
  yd_window_fixture_act (fixture, "win.draft-discard");
  g_assert_false (shows (fixture->window, "half"));
  g_assert_true (shows (fixture->window, "to be checked"));
}

/* The way back does not wait until another toast was read, and leads nowhere else. */
static void
test_toast (YdWindowFixture *fixture,
            gconstpointer    user_data)
{
  g_autoptr(YdEdit) edit = NULL;

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);
  yd_window_fixture_open_sample (fixture);
  g_assert_true (says (GTK_WIDGET (fixture->window), "This text was read before"));

  edit = yd_plan_edit_confirm_points (yd_window_fixture_get_plan (fixture), NULL, FALSE, 0);
  g_assert_true (yd_session_commit (yd_window_get_session (fixture->window), edit, NULL));
  yd_window_fixture_spin ();
  g_assert_true (says (GTK_WIDGET (fixture->window), "proposals accepted"));
  g_assert_true (shows (fixture->window, "Undo"));
  yd_window_fixture_act (fixture, "win.close-plan");
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_false (shows (fixture->window, "Undo"));
}

/* Of two values one was changed since: that is told before what was done, and stays. */
static void
test_undo_left (YdWindowFixture *fixture,
                gconstpointer    user_data)
{
  YdSession *session = yd_window_get_session (fixture->window);
  g_autoptr(YdRow) point = NULL;
  g_autoptr(YdEdit) edit = yd_edit_new ("point.rename", NULL);
  g_autoptr(YdEdit) other = NULL;

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);
  point = yd_window_fixture_dup_point (fixture, 0);
  yd_edit_change (edit, YD_KIND_POINT, yd_row_get_id (point), YD_POINT_TITLE,
                  yd_row_get_cell (point, YD_POINT_TITLE), "我的");
  yd_edit_change (edit, YD_KIND_POINT, yd_row_get_id (point), YD_POINT_START,
                  yd_row_get_cell (point, YD_POINT_START), "2017-06-01");
  g_assert_true (yd_session_commit (session, edit, NULL));

  /* As it comes from another computer. */
  other = yd_plan_edit_set (point, YD_POINT_TITLE, "他的", "point.rename");
  yd_edit_seal (other, "other");
  g_assert_true (yd_space_apply (YD_SPACE (yd_window_fixture_get_plan (fixture)), other, NULL));

  yd_window_fixture_act (fixture, "win.undo");
  yd_window_fixture_wait_until_idle (fixture);
  yd_window_say (fixture->window, "passing");
  g_assert_cmpstr (yd_row_get_cell (point, YD_POINT_TITLE), ==, "他的");
  g_assert_null (yd_row_get_cell (point, YD_POINT_START));
  g_assert_true (shows (fixture->window, "1 value was changed since"));
}

/* Escape closes one message after the other, however soon it comes again. */
static void
test_escape (YdWindowFixture *fixture,
             gconstpointer    user_data)
{
  GtkWidget *overlay = GTK_WIDGET (fixture->window->overlay);

  yd_window_say (fixture->window, "passing");
  yd_window_offer (fixture->window, "first", "Show Clock", "win.clock::a");
  yd_window_offer (fixture->window, "second", "Show Clock", "win.clock::b");
  while (gtk_widget_get_last_child (overlay) != gtk_widget_get_first_child (overlay))
    {
      yd_test_press_escape (overlay);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (yd_toasts_count (fixture->window->toasts), ==, 0);
}

/* What was offered is not offered again while it can be seen. */
static void
test_offer (YdWindowFixture *fixture,
            gconstpointer    user_data)
{
  YdToasts *toasts = fixture->window->toasts;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.offer", "(sss)", "It stays",
                              "Show Clock", "win.clock::a");
  yd_window_fixture_spin ();
  g_assert_true (says (GTK_WIDGET (fixture->window), "It stays"));
  g_assert_true (shows (fixture->window, "Show Clock"));

  yd_window_offer (fixture->window, "It stays", "Show Clock", "win.clock::a");
  g_assert_cmpuint (yd_toasts_count (toasts), ==, 1);
  yd_window_offer (fixture->window, "It stays", "Show Clock", "win.clock::b");
  g_assert_cmpuint (yd_toasts_count (toasts), ==, 2);
}

/* What was offered for one plan cannot be done to the next one. */
static void
test_offer_ends (YdWindowFixture *fixture,
                 gconstpointer    user_data)
{
  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);
  yd_window_offer (fixture->window, "It goes", "Enter Members", "win.enter-members");
  yd_window_fixture_act (fixture, "win.close-plan");
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_false (shows (fixture->window, "Enter Members"));
}

/* F3 goes from one point that is found to the next and round, past what is not found. */
static void
test_find_next (YdWindowFixture *fixture,
                gconstpointer    user_data)
{
  YdSession *session = yd_window_get_session (fixture->window);
  const char * const titles[] = { "以政务公开助力扩投资、稳增长", "以政务公开助力促改革、添动力",
                                  "以政务公开助力惠民生、强保障", "以政务公开助力促改革、添动力" };
  const int steps[] = { 1, -1, -1, 1 };

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);
  yd_point_filter_set_text (yd_session_get_filter (session), "以政务公开助力");
  g_assert_cmpstr (yd_point_get_title (yd_session_get_selected (session)), ==, titles[1]);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find-next", "i", steps[i]);
      yd_window_fixture_spin ();
      g_assert_cmpstr (yd_point_get_title (yd_session_get_selected (session)), ==, titles[i]);
    }

}

/* Returns: (transfer none) (nullable): what is seen in @widget and does @action */
static GtkWidget *
find_doer (GtkWidget  *widget,
           const char *action)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_ACTIONABLE (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_doer (child, action);

  return found;
}

/* Who looks for a unit is offered everything that it has, also by the first letters. */
static void
test_find_tasks (YdWindowFixture *fixture,
                 gconstpointer    user_data)
{
  static const struct
  {
    const char *words;
    const char *unit;
  } cases[] = {
    { "市扶贫办", "市扶贫办" }, { "sfpb", "市扶贫办" }, { "扶贫", "市扶贫办" },
    { "市", NULL }, { "扶贫脱贫", NULL }, { "", NULL },
  };
  YdPointFilter *filter = yd_session_get_filter (yd_window_get_session (fixture->window));

  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *button;
      GVariant *target;
      YdRow *unit;

      yd_point_filter_set_text (filter, cases[i].words);
      button = find_doer (GTK_WIDGET (fixture->window), "win.slice");
      g_assert_cmpint (button != NULL, ==, cases[i].unit != NULL);
      if (cases[i].unit == NULL)
        continue;

      target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button));
      unit = yd_plan_find_unit (yd_window_fixture_get_plan (fixture), cases[i].unit);
      g_assert_cmpstr (g_variant_get_string (target, NULL), ==, yd_row_get_id (unit));
    }
}

static int
get_min_width (YdWindowFixture *fixture)
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
test_small (YdWindowFixture *fixture,
            gconstpointer    user_data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->window));
  g_autoptr(YdRow) point = NULL;
  gboolean visible;
  int dpi;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1024, 700);
  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);
  point = yd_window_fixture_dup_point (fixture, 0);
  yd_session_set_selected (yd_window_get_session (fixture->window), point);
  g_object_get (fixture->window, "detail-visible", &visible, NULL);
  g_assert_false (visible);

  g_object_set (fixture->window, "detail-visible", TRUE, NULL);
  yd_window_fixture_spin ();
  g_assert_cmpint (get_min_width (fixture), <=, 1024);

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  yd_window_fixture_spin ();
  g_assert_cmpint (get_min_width (fixture), <=, 1024);
  yd_window_show_page (fixture->window, "source");
  yd_window_fixture_spin ();
  g_assert_cmpint (get_min_width (fixture), <=, 1024);
  yd_window_fixture_act (fixture, "win.check-next");
  g_assert_cmpint (get_min_width (fixture), <=, 1024);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static gboolean
has_detail (YdWindowFixture *fixture)
{
  gboolean visible;

  g_object_get (fixture->window, "detail-visible", &visible, NULL);

  return visible;
}

/* From any page to the next thing to check; the pane makes room and comes back. */
static void
test_check (YdWindowFixture *fixture,
            gconstpointer    user_data)
{
  YdSession *session = yd_window_get_session (fixture->window);
  YdPage *page;
  YdPoint *first;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  yd_window_open_library (fixture->window, fixture->library);
  yd_window_fixture_open_sample (fixture);
  g_assert_true (has_detail (fixture));

  yd_window_fixture_act (fixture, "win.check-next");
  page = yd_window_get_page (fixture->window);
  g_assert_true (yd_page_can_check (page) && yd_page_get_wide (page));
  g_assert_false (has_detail (fixture));
  first = yd_session_get_selected (session);
  g_assert_nonnull (first);
  yd_window_fixture_act (fixture, "win.check-next");
  g_assert_true (yd_session_get_selected (session) != first);

  yd_window_show_page (fixture->window, "outline");
  yd_window_fixture_spin ();
  g_assert_true (has_detail (fixture));

  /* The same place again; who hides the pane there finds it hidden elsewhere. */
  first = yd_session_get_selected (session);
  yd_window_fixture_act (fixture, "win.check-next");
  g_assert_false (has_detail (fixture));
  gtk_widget_activate_action (GTK_WIDGET (yd_window_get_page (fixture->window)), "source.review",
                              NULL);
  g_assert_true (has_detail (fixture));
  g_object_set (fixture->window, "detail-visible", FALSE, NULL);
  yd_window_fixture_act (fixture, "win.check-next");
  g_assert_true (yd_session_get_selected (session) == first);
  yd_window_show_page (fixture->window, "outline");
  yd_window_fixture_spin ();
  g_assert_false (has_detail (fixture));
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

  ADD ("/window/empty", test_empty);
  ADD ("/window/sample", test_sample);
  ADD ("/window/filter", test_filter);
  ADD ("/window/no-file", test_no_file);
  ADD ("/window/no-points", test_no_points);
  ADD ("/window/plan-file", test_plan_file);
  ADD ("/window/sample-again", test_sample_again);
  ADD ("/window/recent", test_recent);
  ADD ("/window/same", test_same);
  ADD ("/window/close-plan", test_close_plan);
  ADD ("/window/back", test_back);
  ADD ("/window/toast", test_toast);
  ADD ("/window/undo-left", test_undo_left);
  ADD ("/window/escape", test_escape);
  ADD ("/window/offer", test_offer);
  ADD ("/window/offer-ends", test_offer_ends);
  ADD ("/window/find-next", test_find_next);
  ADD ("/window/find-tasks", test_find_tasks);
  ADD ("/window/small", test_small);
  ADD ("/window/check", test_check);

  return g_test_run ();
}
