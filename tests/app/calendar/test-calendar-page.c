/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-calendar-page.h"

#include "yd-preview-bar.h"
#include "yd-test-desk.h"
#include "yd-test-space.h"
#include "yd-test-gtk.h"
#include "yd-timeline-grid.h"
#include "yd-timeline-view.h"

typedef struct
{
  YdTestDesk      desk;
  YdCalendarPage *page;
} Fixture;

static YdGrid *
get_grid (Fixture *fixture)
{
  return YD_GRID (yd_test_find (GTK_WIDGET (fixture->page), YD_TYPE_TIMELINE_GRID));
}

static void
set_cells (Fixture    *fixture,
           const char *id,
           const char *start,
           const char *days)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("point.edit", NULL);
  YdRow *point = yd_space_lookup (YD_SPACE (fixture->desk.plan), YD_KIND_POINT, id);
  g_autoptr(GError) error = NULL;

  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_START,
                  yd_row_get_cell (point, YD_POINT_START), start);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_DAYS,
                  yd_row_get_cell (point, YD_POINT_DAYS), days);
  yd_session_commit (fixture->desk.session, edit, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  words)
{
  YdPlan *plan = yd_plan_new ("plan");

  if (words != NULL)
    yd_edit_unref (yd_test_apply (YD_SPACE (plan), words, NULL));
  yd_test_desk_open (&fixture->desk, plan, YD_TEST_DESK_OCTOBER);
  fixture->page = g_object_new (YD_TYPE_CALENDAR_PAGE, NULL);
  yd_calendar_page_set_view_name (fixture->page, "timeline");
  yd_page_set_session (YD_PAGE (fixture->page), fixture->desk.session);
  yd_test_desk_show (&fixture->desk, GTK_WIDGET (fixture->page), 1000, 700);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  yd_test_desk_close (&fixture->desk, fixture->page);
}

static GtkWidget *
get_cell (YdGrid *grid)
{
  GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (grid));

  return gtk_widget_get_child_visible (cell) ? cell : gtk_widget_get_next_sibling (cell);
}

static void
press_key (YdGrid          *grid,
           guint            keyval,
           GdkModifierType  state)
{
  g_autoptr(GListModel) list = gtk_widget_observe_controllers (GTK_WIDGET (grid));
  gboolean handled = FALSE;

  for (guint i = g_list_model_get_n_items (list); i > 0 && !handled; i--)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (list, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
}

static const char *
get_selected (Fixture *fixture)
{
  YdPoint *point = yd_session_get_selected (fixture->desk.session);

  return point != NULL ? yd_row_get_id (point) : NULL;
}

/* What is selected elsewhere is selected here, and the other way round. */
static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  YdGrid *grid = get_grid (fixture);

  g_assert_cmpuint (yd_grid_get_n_rows (grid), ==, 4);
  g_assert_null (get_selected (fixture));
  yd_session_set_selected (fixture->desk.session,
                           yd_space_lookup (YD_SPACE (fixture->desk.plan), YD_KIND_POINT, "c"));
  g_assert_cmpuint (yd_grid_get_current_row (grid), ==, 2);
  press_key (grid, GDK_KEY_Down, 0);
  g_assert_cmpstr (get_selected (fixture), ==, "d");
  press_key (grid, GDK_KEY_Up, 0);
  press_key (grid, GDK_KEY_Up, 0);
  g_assert_cmpstr (get_selected (fixture), ==, "b");
}

/* Left folds, then goes up; Right unfolds, then goes down. */
static void
test_fold (Fixture       *fixture,
           gconstpointer  data)
{
  YdGrid *grid = get_grid (fixture);

  yd_grid_set_current (grid, 1, 0);
  press_key (grid, GDK_KEY_Left, 0);
  g_assert_cmpstr (get_selected (fixture), ==, "a");
  press_key (grid, GDK_KEY_Left, 0);
  g_assert_cmpuint (yd_grid_get_n_rows (grid), ==, 2);
  g_assert_cmpstr (get_selected (fixture), ==, "a");
  press_key (grid, GDK_KEY_Right, 0);
  g_assert_cmpuint (yd_grid_get_n_rows (grid), ==, 4);
  press_key (grid, GDK_KEY_Right, 0);
  g_assert_cmpstr (get_selected (fixture), ==, "b");

  /* A point that is folded away comes into sight when it is selected elsewhere. */
  yd_grid_set_current (grid, 0, 0);
  press_key (grid, GDK_KEY_Left, 0);
  yd_session_set_selected (fixture->desk.session,
                           yd_space_lookup (YD_SPACE (fixture->desk.plan), YD_KIND_POINT, "c"));
  g_assert_cmpuint (yd_grid_get_n_rows (grid), ==, 4);
  g_assert_cmpuint (yd_grid_get_current_row (grid), ==, 2);
}

/* What a screen reader says of a point that nothing is said of, and of one with days. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  YdGrid *grid = get_grid (fixture);

  set_cells (fixture, "d", "2017-09-25", "20");
  yd_grid_set_current (grid, 3, 0);
  gtk_test_accessible_assert_property (get_cell (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "二、d, 09-25 to 10-26, 20 working days, Critical Path");
  yd_grid_set_current (grid, 1, 0);
  gtk_test_accessible_assert_property (get_cell (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "（一）b, Not Stated");
}

/* The view, its zoom and what is folded come back with the plan. */
static void
test_state (Fixture       *fixture,
            gconstpointer  data)
{
  YdGrid *grid = get_grid (fixture);
  YdTimelineGrid *timeline = YD_TIMELINE_GRID (grid);
  YdCalendarView *view = yd_calendar_page_get_view (fixture->page);
  g_autoptr(GVariant) state = NULL;

  g_assert_cmpstr (yd_calendar_page_get_view_name (fixture->page), ==, "timeline");
  g_assert_cmpuint (yd_timeline_grid_get_zoom (timeline), ==, YD_TIMELINE_WEEK);
  gtk_widget_activate_action (GTK_WIDGET (grid), "calendar.zoom", "i", -1);
  g_assert_cmpuint (yd_timeline_grid_get_zoom (timeline), ==, YD_TIMELINE_MONTH);
  press_key (grid, GDK_KEY_Left, 0);
  state = yd_page_dup_state (YD_PAGE (fixture->page));

  yd_calendar_view_zoom (view, 0);
  press_key (grid, GDK_KEY_Right, 0);
  g_assert_cmpuint (yd_timeline_grid_get_zoom (timeline), ==, YD_TIMELINE_WEEK);
  yd_page_restore_state (YD_PAGE (fixture->page), state);
  g_assert_cmpuint (yd_timeline_grid_get_zoom (timeline), ==, YD_TIMELINE_MONTH);
  g_assert_cmpuint (yd_grid_get_n_rows (grid), ==, 2);

  for (guint i = 0; i < 10; i++)
    yd_calendar_view_zoom (view, -1);
  g_assert_cmpuint (yd_timeline_grid_get_zoom (timeline), ==, YD_TIMELINE_YEAR);
  for (guint i = 0; i < 10; i++)
    yd_calendar_view_zoom (view, 1);
  g_assert_cmpuint (yd_timeline_grid_get_zoom (timeline), ==, YD_TIMELINE_DAY);
}

static const char *
get_cell_of (Fixture    *fixture,
             const char *id,
             guint       field)
{
  YdRow *point = yd_space_lookup (YD_SPACE (fixture->desk.plan), YD_KIND_POINT, id);

  return yd_row_get_cell (point, field);
}

static gboolean
is_previewed (Fixture *fixture)
{
  GtkWidget *bar = yd_test_find (GTK_WIDGET (fixture->page), YD_TYPE_PREVIEW_BAR);

  return yd_preview_bar_get_open (YD_PREVIEW_BAR (bar));
}

/* 2017-10-09 is the Monday after the holidays, and the thirtieth of September was worked. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  YdGrid *grid = get_grid (fixture);

  set_cells (fixture, "d", "2017-09-29", "5");
  yd_grid_set_current (grid, 3, 0);
  press_key (grid, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_true (is_previewed (fixture));
  g_assert_cmpstr (get_cell_of (fixture, "d", YD_POINT_START), ==, "2017-09-29");
  press_key (grid, GDK_KEY_Escape, 0);
  g_assert_false (is_previewed (fixture));

  /* The steps add up, over make-up days and holidays. */
  press_key (grid, GDK_KEY_Right, GDK_SHIFT_MASK);
  press_key (grid, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_true (is_previewed (fixture));
  gtk_test_accessible_assert_property (get_cell (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "二、d, 09-29 to 10-11, 5 working days, Critical Path, "
                                       "Preview: 10-09 to 10-13");
  press_key (grid, GDK_KEY_Return, 0);
  g_assert_false (is_previewed (fixture));
  g_assert_cmpstr (get_cell_of (fixture, "d", YD_POINT_START), ==, "2017-10-09");
  press_key (grid, GDK_KEY_Page_Down, GDK_SHIFT_MASK);
  press_key (grid, GDK_KEY_Return, 0);
  g_assert_cmpstr (get_cell_of (fixture, "d", YD_POINT_START), ==, "2017-10-16");
  press_key (grid, GDK_KEY_Page_Up, GDK_SHIFT_MASK);
  press_key (grid, GDK_KEY_Page_Up, GDK_SHIFT_MASK);
  press_key (grid, GDK_KEY_Return, 0);
  g_assert_cmpstr (get_cell_of (fixture, "d", YD_POINT_START), ==, "2017-09-26");

  /* There and back is nothing, and so nothing to confirm. */
  press_key (grid, GDK_KEY_Right, GDK_SHIFT_MASK);
  press_key (grid, GDK_KEY_Left, GDK_SHIFT_MASK);
  g_assert_false (is_previewed (fixture));
}

/* What has no dates, and what spans others, stays; and who goes away has dropped it. */
static void
test_no_move (Fixture       *fixture,
              gconstpointer  data)
{
  YdGrid *grid = get_grid (fixture);

  set_cells (fixture, "c", "2017-10-09", "5");
  for (guint row = 0; row < 2; row++)
    {
      yd_grid_set_current (grid, row, 0);
      press_key (grid, GDK_KEY_Right, GDK_SHIFT_MASK);
      g_assert_false (is_previewed (fixture));
    }

  yd_grid_set_current (grid, 2, 0);
  press_key (grid, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_true (is_previewed (fixture));
  press_key (grid, GDK_KEY_Down, 0);
  g_assert_false (is_previewed (fixture));
  press_key (grid, GDK_KEY_Return, 0);
  g_assert_cmpstr (get_cell_of (fixture, "c", YD_POINT_START), ==, "2017-10-09");
}

static void
add_deadline (Fixture    *fixture,
              const char *id,
              const char *point,
              const char *origin)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("deadline.add", NULL);
  g_autoptr(GError) error = NULL;

  yd_edit_create (edit, YD_KIND_DEADLINE, id);
  yd_edit_put (edit, YD_DEADLINE_POINT, point);
  yd_edit_put (edit, YD_DEADLINE_ORIGIN, origin);
  yd_edit_put (edit, YD_DEADLINE_RULE, "date");
  yd_edit_put (edit, YD_DEADLINE_VALUE, "2017-10-13");
  yd_session_commit (fixture->desk.session, edit, &error);
  g_assert_no_error (error);
}

static const char *
get_due (Fixture    *fixture,
         const char *id)
{
  return yd_row_get_cell (yd_space_lookup (YD_SPACE (fixture->desk.plan), YD_KIND_DEADLINE, id),
                          YD_DEADLINE_VALUE);
}

/* An internal target goes where a person moves it; what the document says stays. */
static void
test_due (Fixture       *fixture,
          gconstpointer  data)
{
  YdGrid *grid = get_grid (fixture);

  add_deadline (fixture, "x", "c", "internal");
  add_deadline (fixture, "y", "d", "stated");
  yd_grid_set_current (grid, 2, 0);
  press_key (grid, GDK_KEY_Right, GDK_SHIFT_MASK);
  press_key (grid, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_true (is_previewed (fixture));
  press_key (grid, GDK_KEY_Return, 0);
  g_assert_cmpstr (get_due (fixture, "x"), ==, "2017-10-17");

  yd_grid_set_current (grid, 3, 0);
  press_key (grid, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_false (is_previewed (fixture));
  g_assert_cmpstr (get_due (fixture, "y"), ==, "2017-10-13");
}

static guint
count_dependencies (Fixture *fixture)
{
  guint n = 0;

  for (const char *id = "abcd"; *id != '\0'; id++)
    {
      YdRow *point = yd_space_lookup (YD_SPACE (fixture->desk.plan), YD_KIND_POINT,
                                      (char[]) { *id, '\0' });

      n += g_list_model_get_n_items (yd_row_get_rows (point, YD_KIND_DEPENDENCY));
    }

  return n;
}

static void
link_points (Fixture    *fixture,
             const char *pred,
             const char *succ)
{
  g_signal_emit_by_name (get_grid (fixture), "linked",
                         yd_space_lookup (YD_SPACE (fixture->desk.plan), YD_KIND_POINT, pred),
                         yd_space_lookup (YD_SPACE (fixture->desk.plan), YD_KIND_POINT, succ),
                         FALSE, FALSE);
}

/* A link waits to be confirmed; one that closes a circle cannot be. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  YdGrid *grid = get_grid (fixture);

  set_cells (fixture, "c", "2017-10-09", "5");
  set_cells (fixture, "d", "2017-10-10", "5");
  link_points (fixture, "c", "d");
  g_assert_true (is_previewed (fixture));
  g_assert_cmpuint (count_dependencies (fixture), ==, 0);
  press_key (grid, GDK_KEY_Return, 0);
  g_assert_cmpuint (count_dependencies (fixture), ==, 1);

  link_points (fixture, "d", "c");
  g_assert_true (is_previewed (fixture));
  press_key (grid, GDK_KEY_Return, 0);
  g_assert_false (is_previewed (fixture));
  g_assert_cmpuint (count_dependencies (fixture), ==, 1);
}

/* Dates as far as they go, and it is drawn at every zoom. */
static void
test_far (Fixture       *fixture,
          gconstpointer  data)
{
  static const char * const starts[] = { "1949-01-03", "2100-06-01", "2017-10-09" };
  YdGrid *grid = get_grid (fixture);
  YdCalendarView *view = yd_calendar_page_get_view (fixture->page);

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      set_cells (fixture, "b", starts[i], "10000");
      for (int zoom = 0; zoom < 5; zoom++)
        {
          g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();

          yd_calendar_view_zoom (view, zoom == 0 ? 0 : -1);
          yd_calendar_view_step (view, 1);
          GTK_WIDGET_GET_CLASS (grid)->snapshot (GTK_WIDGET (grid), snapshot);
        }
    }
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *stack = yd_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_STACK);
  g_autoptr(YdEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "nothing");
  edit = yd_test_edit (YD_SPACE (fixture->desk.plan), "+a");
  yd_session_commit (fixture->desk.session, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "views");
  g_assert_cmpuint (yd_grid_get_n_rows (get_grid (fixture)), ==, 1);

  yd_session_close (fixture->desk.session);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "nothing");
}

/* What the filter hides is not there, and what it leaves is unfolded. */
static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  YdGrid *grid = get_grid (fixture);
  YdPointFilter *filter = yd_session_get_filter (fixture->desk.session);
  g_autoptr(YdEdit) edit = yd_test_edit (YD_SPACE (fixture->desk.plan), "c=公开");
  g_autoptr(GError) error = NULL;

  yd_session_commit (fixture->desk.session, edit, &error);
  g_assert_no_error (error);
  press_key (grid, GDK_KEY_Left, 0);
  g_assert_cmpuint (yd_grid_get_n_rows (grid), ==, 2);
  yd_point_filter_set_text (filter, "公开");
  g_assert_cmpuint (yd_grid_get_n_rows (grid), ==, 2);
  yd_point_filter_set_text (filter, "别的");
  g_assert_cmpuint (yd_grid_get_n_rows (grid), ==, 0);
  yd_point_filter_clear (filter);
  g_assert_cmpuint (yd_grid_get_n_rows (grid), ==, 2);
}

/* The end alone, by the keyboard; a day is left whatever is pressed. */
static void
test_stretch (Fixture       *fixture,
              gconstpointer  data)
{
  const GdkModifierType both = GDK_SHIFT_MASK | GDK_CONTROL_MASK;
  YdGrid *grid = get_grid (fixture);

  set_cells (fixture, "d", "2017-09-29", "3");
  yd_grid_set_current (grid, 3, 0);
  press_key (grid, GDK_KEY_Right, both);
  press_key (grid, GDK_KEY_Right, both);
  gtk_test_accessible_assert_property (get_cell (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "二、d, 09-29 to 10-09, 3 working days, Critical Path, "
                                       "Preview: 09-29 to 10-11");

  /* Moving the bar is something else, and begins anew. */
  press_key (grid, GDK_KEY_Right, GDK_SHIFT_MASK);
  gtk_test_accessible_assert_property (get_cell (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "二、d, 09-29 to 10-09, 3 working days, Critical Path, "
                                       "Preview: 09-30 to 10-10");
  press_key (grid, GDK_KEY_Right, both);
  press_key (grid, GDK_KEY_Return, 0);
  g_assert_cmpstr (get_cell_of (fixture, "d", YD_POINT_START), ==, "2017-09-29");
  g_assert_cmpstr (get_cell_of (fixture, "d", YD_POINT_DAYS), ==, "4");

  press_key (grid, GDK_KEY_Page_Up, both);
  press_key (grid, GDK_KEY_Return, 0);
  g_assert_cmpstr (get_cell_of (fixture, "d", YD_POINT_DAYS), ==, "1");
}

/* What is folded away says how it stands. */
static void
test_worst (Fixture       *fixture,
            gconstpointer  data)
{
  YdGrid *grid = get_grid (fixture);

  set_cells (fixture, "b", "2017-09-25", "30");
  add_deadline (fixture, "x", "b", "internal");
  add_deadline (fixture, "y", "c", "internal");
  yd_grid_set_current (grid, 0, 0);
  press_key (grid, GDK_KEY_Left, 0);
  yd_test_spin ();
  yd_grid_say_again (grid);
  gtk_test_accessible_assert_property (get_cell (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "一、a, 09-25 to 11-09, 30 working days, folded, "
                                       "Due soon 2");
}

/* The tree is as wide as a person made it, and leaves room for the bars if nobody did. */
static void
test_tree (Fixture       *fixture,
           gconstpointer  data)
{
  YdTimelineGrid *grid = YD_TIMELINE_GRID (get_grid (fixture));
  g_autoptr(GVariant) state = NULL;
  graphene_rect_t tree;

  g_assert_cmpint (yd_timeline_grid_get_tree_width (grid), ==, 0);
  yd_timeline_grid_set_tree_width (grid, 20);
  g_assert_cmpint (yd_timeline_grid_get_tree_width (grid), ==, 160);
  yd_timeline_grid_set_tree_width (grid, 500);
  state = yd_page_dup_state (YD_PAGE (fixture->page));
  yd_timeline_grid_set_tree_width (grid, 0);
  yd_page_restore_state (YD_PAGE (fixture->page), state);
  g_assert_cmpint (yd_timeline_grid_get_tree_width (grid), ==, 500);

  yd_timeline_grid_set_tree_width (grid, 0);
  yd_grid_set_heads (YD_GRID (grid), 900, 40);
  yd_grid_get_part_area (YD_GRID (grid), YD_GRID_ROW_HEAD, &tree);
  g_assert_cmpint ((int) tree.size.width, ==, gtk_widget_get_width (GTK_WIDGET (grid)) * 2 / 5);
}

/* What is drawn by cairo becomes a picture of that size, and none may be wider than this. */
#define MAX_PICTURE 4096

/* A point of 10,000 working days, in a chapter that spans it, from the nearest to the farthest. */
static void
test_long (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *grid = GTK_WIDGET (get_grid (fixture));

  set_cells (fixture, "b", "2017-09-25", "10000");
  set_cells (fixture, "d", "1949-01-04", "18000");
  for (YdTimelineZoom zoom = YD_TIMELINE_DAY; zoom <= YD_TIMELINE_YEAR; zoom++)
    {
      yd_timeline_grid_set_zoom (YD_TIMELINE_GRID (grid), zoom);
      yd_test_spin ();
      g_assert_cmpuint (yd_test_count_pictures (grid, MAX_PICTURE), >, 0);
    }
}

static GtkWidget *
find_toggle (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_TOGGLE_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_toggle (child, label);

  return found;
}

/* Who goes to a view goes on there by the keyboard. */
static void
test_switch (Fixture       *fixture,
             gconstpointer  data)
{
  const char * const names[] = { "Month", "Timeline", "Agenda", "Month" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *toggle = find_toggle (GTK_WIDGET (fixture->page), names[i]);
      GtkWidget *focus;

      gtk_widget_grab_focus (toggle);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
      yd_test_spin ();
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->desk.window));
      g_assert_nonnull (focus);
      g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (yd_calendar_page_get_view
                                                                  (fixture->page))));
    }
}

static void
add (const char *path,
     const char *words,
     void      (*func) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, words, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  const char *words = "+a +b<a +c<a +d";

  g_test_init (&argc, &argv, NULL);
  yd_test_gtk_prepare ();
  adw_init ();

  add ("/calendar/timeline/selection", words, test_selection);
  add ("/calendar/timeline/fold", words, test_fold);
  add ("/calendar/timeline/names", words, test_names);
  add ("/calendar/timeline/state", words, test_state);
  add ("/calendar/timeline/far", words, test_far);
  add ("/calendar/timeline/long", words, test_long);
  add ("/calendar/timeline/filter", words, test_filter);
  add ("/calendar/timeline/move", words, test_move);
  add ("/calendar/timeline/stretch", words, test_stretch);
  add ("/calendar/timeline/worst", words, test_worst);
  add ("/calendar/timeline/tree", words, test_tree);
  add ("/calendar/switch", words, test_switch);
  add ("/calendar/timeline/no-move", words, test_no_move);
  add ("/calendar/timeline/due", words, test_due);
  add ("/calendar/timeline/link", words, test_link);
  add ("/calendar/empty", NULL, test_empty);

  return g_test_run ();
}
