/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-page.h"

#include "yd-no-result.h"
#include "yd-plan-edits.h"
#include "yd-test-gtk.h"
#include "yd-test-journal.h"
#include "yd-test-space.h"

/* What is not found is nearly the name of something, and may be kept as another name of it. */

#define PLAN "+a +b<a +c<a"
#define TITLES "b=推进财政信息公开 c=推进住房信息公开"

typedef struct
{
  YdPlan        *plan;
  YdTestJournal *journal;
  YdSession     *session;
  GtkWidget     *window;
  YdPage        *page;
  YdRow         *unit;
} Fixture;

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static YdRow *
find (Fixture    *fixture,
      YdKind      kind,
      const char *id)
{
  return yd_space_lookup (YD_SPACE (fixture->plan), kind, id);
}

static void
add_unit (Fixture *fixture)
{
  g_autoptr(GPtrArray) points = g_ptr_array_new ();
  g_autoptr(YdEdit) edit = NULL;

  g_ptr_array_add (points, find (fixture, YD_KIND_POINT, "c"));
  edit = yd_plan_edit_assign_new (fixture->plan, points, "unit", "市住建委", "lead",
                                  yd_session_get_ids (fixture->session));
  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
  fixture->unit = find (fixture, YD_KIND_UNIT, "unit");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  g_autoptr(YdEdit) plan = NULL, titles = NULL;

  fixture->plan = yd_plan_new (id);
  plan = yd_test_apply (YD_SPACE (fixture->plan), PLAN, NULL);
  titles = yd_test_apply (YD_SPACE (fixture->plan), TITLES, NULL);
  g_assert_nonnull (titles);
  fixture->journal = yd_test_journal_new ();
  fixture->session = yd_session_new (&yd_id_system_source);
  fixture->page = g_object_new (YD_TYPE_OUTLINE_PAGE, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));

  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);
  yd_page_set_session (fixture->page, fixture->session);
  add_unit (fixture);
  spin ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin ();
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
  g_assert_finalize_object (fixture->journal);
}

static YdNoResult *
look_for (Fixture    *fixture,
          const char *typed)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.find", "s", typed);
  spin ();

  return YD_NO_RESULT (yd_test_find_widget (GTK_WIDGET (fixture->page), YD_TYPE_NO_RESULT));
}

static void
test_point (Fixture       *fixture,
            gconstpointer  user_data)
{
  YdNoResult *nothing = look_for (fixture, "财政公开");
  YdPoint *point = find (fixture, YD_KIND_POINT, "b");

  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (nothing)));
  g_assert_true (yd_no_result_get_suggested (nothing, 0) == point);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.show-point", "s", "b");
  g_assert_false (gtk_widget_get_child_visible (GTK_WIDGET (nothing)));
  g_assert_true (yd_session_get_selected (fixture->session) == point);
}

static void
test_unit (Fixture       *fixture,
           gconstpointer  user_data)
{
  YdNoResult *nothing = look_for (fixture, "市住建局");
  YdPointFilter *filter = yd_session_get_filter (fixture->session);

  g_assert_true (yd_no_result_get_suggested (nothing, 0) == fixture->unit);
  g_assert_null (yd_no_result_get_suggested (nothing, 1));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.show-unit", "s", "unit");
  g_assert_true (yd_point_filter_get_unit (filter) == fixture->unit);
  g_assert_cmpstr (yd_point_filter_get_text (filter), ==, "");
  g_assert_false (gtk_widget_get_child_visible (GTK_WIDGET (nothing)));
}

static void
test_alias (Fixture       *fixture,
            gconstpointer  user_data)
{
  YdNoResult *nothing = look_for (fixture, "市住建局");

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.add-alias", "(ss)", "unit",
                              "市住建局");
  g_assert_true (yd_plan_find_unit (fixture->plan, "市住建局") == fixture->unit);

  /* By that name it is found now. */
  yd_point_filter_clear (yd_session_get_filter (fixture->session));
  look_for (fixture, "市住建局");
  g_assert_false (gtk_widget_get_child_visible (GTK_WIDGET (nothing)));
}

/* A name that is like none suggests nothing. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  user_data)
{
  YdNoResult *nothing = look_for (fixture, "别的");

  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (nothing)));
  g_assert_null (yd_no_result_get_suggested (nothing, 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  yd_test_gtk_prepare ();
  adw_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/no-result/point", test_point);
  ADD ("/no-result/unit", test_unit);
  ADD ("/no-result/alias", test_alias);
  ADD ("/no-result/nothing", test_nothing);

  return g_test_run ();
}
