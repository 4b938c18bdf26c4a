/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include "yd-test-gtk.h"
#include "yd-test-journal.h"
#include "yd-test-keys.h"
#include "yd-window-fixture.h"

/* The properties of a plan: what was typed gets into that plan, and nothing else gets there. */

#define FIRST  "0190d3a0-0000-7000-8000-000000000001"
#define SECOND "0190d3a0-0000-7000-8000-000000000002"

static YdPlan *
new_plan (const char *id,
          const char *title)
{
  YdPlan *plan = yd_plan_new (id);
  g_autoptr(YdEdit) edit = yd_edit_new ("plan.create", NULL);
  g_autofree char *edit_id = yd_id_new (&yd_id_system_source);

  yd_edit_create (edit, YD_KIND_PLAN, id);
  yd_edit_put (edit, YD_PLAN_TITLE, title);
  yd_edit_seal (edit, edit_id);
  g_assert_true (yd_space_apply (YD_SPACE (plan), edit, NULL));

  return plan;
}

static void
show (YdWindowFixture *fixture,
      YdPlan          *plan)
{
  g_autoptr(YdTestJournal) journal = yd_test_journal_new ();

  yd_session_show (yd_window_get_session (fixture->window), plan, YD_JOURNAL (journal), NULL);
  yd_window_fixture_spin ();
}

/* Returns: (transfer full): the plan that is shown, whose properties are open */
static YdPlan *
open_properties (YdWindowFixture *fixture)
{
  YdPlan *plan = new_plan (FIRST, "甲");

  show (fixture, plan);
  yd_window_fixture_act (fixture, "win.properties");
  g_assert_nonnull (fixture->window->properties);

  return plan;
}

static GtkEditable *
find_row (GtkWidget  *widget,
          const char *title)
{
  GtkEditable *found = NULL;

  if (ADW_IS_ENTRY_ROW (widget) &&
      g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return GTK_EDITABLE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

static GtkEditable *
get_row (YdWindowFixture *fixture,
         const char      *title)
{
  GtkEditable *row = find_row (GTK_WIDGET (fixture->window->properties), title);

  g_assert_nonnull (row);
  return row;
}

static void
type (YdWindowFixture *fixture,
      const char      *title,
      const char      *text)
{
  gtk_editable_set_text (get_row (fixture, title), text);
}

static void
close_properties (YdWindowFixture *fixture)
{
  if (fixture->window->properties != NULL)
    gtk_window_close (GTK_WINDOW (fixture->window->properties));
  yd_window_fixture_spin ();
  g_assert_null (fixture->window->properties);
}

static const char *
get_cell (YdPlan *plan,
          guint   field)
{
  return yd_row_get_cell (yd_space_get_head (YD_SPACE (plan)), field);
}

/* What somebody else does to the plan that is open. */
static void
change_title (YdWindowFixture *fixture,
              YdPlan          *plan,
              const char      *title)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("plan.edit", NULL);

  yd_edit_change (edit, YD_KIND_PLAN, yd_row_get_id (yd_space_get_head (YD_SPACE (plan))),
                  YD_PLAN_TITLE, get_cell (plan, YD_PLAN_TITLE), title);
  g_assert_true (yd_session_commit (yd_window_get_session (fixture->window), edit, NULL));
}

static void
test_close (YdWindowFixture *fixture,
            gconstpointer    user_data)
{
  g_autoptr(YdPlan) plan = open_properties (fixture);

  type (fixture, "Title", " 乙 ");
  type (fixture, "Day of issue", "2017-06-01");
  close_properties (fixture);
  g_assert_cmpstr (get_cell (plan, YD_PLAN_TITLE), ==, "乙");
  g_assert_cmpstr (get_cell (plan, YD_PLAN_NUMBER), ==, NULL);
  g_assert_cmpstr (get_cell (plan, YD_PLAN_ISSUED), ==, "2017-06-01");
}

/* A row is kept twice, by Enter and by closing. */
static void
test_apply (YdWindowFixture *fixture,
            gconstpointer    user_data)
{
  g_autoptr(YdPlan) plan = open_properties (fixture);

  type (fixture, "Title", "乙");
  g_signal_emit_by_name (get_row (fixture, "Title"), "apply");
  g_assert_cmpstr (get_cell (plan, YD_PLAN_TITLE), ==, "乙");
  type (fixture, "Title", "丙");
  close_properties (fixture);
  g_assert_cmpstr (get_cell (plan, YD_PLAN_TITLE), ==, "丙");
  g_assert_cmpuint (yd_toasts_count (fixture->window->toasts), ==, 1);
}

/* As when a document is opened from the file manager: nothing of the one gets into the other. */
static void
test_other_plan (YdWindowFixture *fixture,
                 gconstpointer    user_data)
{
  g_autoptr(YdPlan) plan = open_properties (fixture);
  g_autoptr(YdPlan) other = new_plan (SECOND, "乙");

  type (fixture, "Number", "1号");
  show (fixture, other);
  close_properties (fixture);
  g_assert_cmpstr (get_cell (other, YD_PLAN_TITLE), ==, "乙");
  g_assert_cmpstr (get_cell (other, YD_PLAN_NUMBER), ==, NULL);
}

/* The plan was read once more, by which it has another title. */
static void
test_same_plan (YdWindowFixture *fixture,
                gconstpointer    user_data)
{
  g_autoptr(YdPlan) plan = open_properties (fixture);
  g_autoptr(YdPlan) again = new_plan (FIRST, "乙");

  type (fixture, "Number", "1号");
  show (fixture, again);
  g_assert_cmpstr (gtk_editable_get_text (get_row (fixture, "Title")), ==, "乙");
  close_properties (fixture);
  g_assert_cmpstr (get_cell (again, YD_PLAN_TITLE), ==, "乙");
  g_assert_cmpstr (get_cell (again, YD_PLAN_NUMBER), ==, "1号");
}

/* What was typed is a thing done in the plan that is left. */
static void
test_left (YdWindowFixture *fixture,
           gconstpointer    user_data)
{
  g_autoptr(YdPlan) plan = open_properties (fixture);

  type (fixture, "Title", "乙");
  yd_window_fixture_act (fixture, "win.close-plan");
  yd_window_fixture_wait_until_idle (fixture);
  g_assert_null (yd_window_fixture_get_plan (fixture));
  g_assert_null (fixture->window->properties);
  g_assert_cmpstr (get_cell (plan, YD_PLAN_TITLE), ==, "乙");
}

/* What is shown is what the plan says; what was typed does not take the place of what was not seen,
 * and that is told though another row is kept after it.
 */
static void
test_changed (YdWindowFixture *fixture,
              gconstpointer    user_data)
{
  g_autoptr(YdPlan) plan = open_properties (fixture);

  change_title (fixture, plan, "乙");
  g_assert_cmpstr (gtk_editable_get_text (get_row (fixture, "Title")), ==, "乙");
  type (fixture, "Title", "丙");
  change_title (fixture, plan, "丁");
  g_assert_cmpstr (gtk_editable_get_text (get_row (fixture, "Title")), ==, "丙");
  type (fixture, "Number", "1号");
  close_properties (fixture);

  g_assert_cmpstr (get_cell (plan, YD_PLAN_TITLE), ==, "丁");
  g_assert_cmpstr (get_cell (plan, YD_PLAN_NUMBER), ==, "1号");
  g_assert_cmpstr (yd_toasts_get_words (fixture->window->toasts), ==,
                   "“丙” was not kept: this was changed meanwhile. Look at it again.");
}

static void
test_escape (YdWindowFixture *fixture,
             gconstpointer    user_data)
{
  g_autoptr(YdPlan) plan = open_properties (fixture);
  GtkWidget *window = g_object_ref (GTK_WIDGET (fixture->window->properties));

  type (fixture, "Title", "乙");
  type (fixture, "Number", "1号");
  yd_test_press_escape (window);
  g_object_unref (window);
  yd_window_fixture_spin ();
  g_assert_null (fixture->window->properties);
  g_assert_cmpstr (get_cell (plan, YD_PLAN_TITLE), ==, "甲");
  g_assert_cmpstr (get_cell (plan, YD_PLAN_NUMBER), ==, NULL);
}

/* Nobody is there to be told what is not kept. */
static void
test_orphan (YdWindowFixture *fixture,
             gconstpointer    user_data)
{
  g_autoptr(YdPlan) plan = open_properties (fixture);

  type (fixture, "Day of issue", "one day");
  gtk_window_set_transient_for (GTK_WINDOW (fixture->window->properties), NULL);
  close_properties (fixture);
  g_assert_cmpstr (get_cell (plan, YD_PLAN_ISSUED), ==, NULL);
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

  ADD ("/properties/close", test_close);
  ADD ("/properties/apply", test_apply);
  ADD ("/properties/other-plan", test_other_plan);
  ADD ("/properties/same-plan", test_same_plan);
  ADD ("/properties/left", test_left);
  ADD ("/properties/changed", test_changed);
  ADD ("/properties/escape", test_escape);
  ADD ("/properties/orphan", test_orphan);

  return g_test_run ();
}
