/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-calendar-page.h"

#include "yd-month-grid.h"
#include "yd-month-list.h"
#include "yd-month-strip.h"
#include "yd-month-view.h"
#include "yd-plan-edits.h"
#include "yd-preview-bar.h"
#include "yd-test-desk.h"
#include "yd-test-gtk.h"
#include "yd-test-script.h"

/* The month by its keys, and what a screen reader is told. Today is 2017-10-11. */

typedef struct
{
  YdTestDesk      desk;
  YdCalendarPage *page;
  YdMonthGrid    *grid;
} Fixture;

#define PLAN "+plan plan title=计划 issued=2017-06-01; +point a order=a title=甲 printed=一、; " \
  "+point b order=b title=乙 printed=二、; +point c order=c title=丙 printed=三、; " \
  "+deadline d1 point=a origin=stated rule=date value=2017-10-13 roll=keep order=a; " \
  "+deadline d2 point=b origin=internal rule=date value=2017-10-13 roll=keep order=a; " \
  "+deadline d3 point=c origin=internal rule=date value=2017-10-20 roll=keep order=a; " \
  "+deadline d4 point=c origin=stated rule=date value=2017-10-24 roll=keep order=b"

#define CLOCK \
  PLAN "; +clock e title=舆情 point=a started=2017-10-11T01:00:00Z; " \
  "+clock_step s1 clock=e n=5 measure=hours done=2017-10-11T02:00:00Z order=a; " \
  "+clock_step s2 clock=e n=24 measure=hours order=b"

static void
set_up (Fixture       *fixture,
        gconstpointer  script)
{
  YdPlan *plan = yd_plan_new ("plan");

  yd_test_script_must (YD_SPACE (plan), script);
  yd_test_desk_open (&fixture->desk, plan, YD_TEST_DESK_OCTOBER);
  fixture->page = g_object_new (YD_TYPE_CALENDAR_PAGE, NULL);
  yd_calendar_page_set_view_name (fixture->page, "month");
  yd_page_set_session (YD_PAGE (fixture->page), fixture->desk.session);
  yd_test_desk_show (&fixture->desk, GTK_WIDGET (fixture->page), 1200, 800);
  fixture->grid = YD_MONTH_GRID (yd_test_find (GTK_WIDGET (fixture->page), YD_TYPE_MONTH_GRID));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  yd_test_desk_close (&fixture->desk, fixture->page);
}

/* As GTK does: what captures keys from the outside to the inside, then the rest. */
static void
press_key (Fixture         *fixture,
           guint            keyval,
           GdkModifierType  state)
{
  GtkWidget *widgets[] = { yd_test_find (GTK_WIDGET (fixture->page), YD_TYPE_MONTH_VIEW),
                           GTK_WIDGET (fixture->grid), GTK_WIDGET (fixture->grid) };
  const GtkPropagationPhase phases[] = { GTK_PHASE_CAPTURE, GTK_PHASE_CAPTURE,
                                         GTK_PHASE_BUBBLE };
  gboolean handled = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (widgets) && !handled; i++)
    {
      g_autoptr(GListModel) list = gtk_widget_observe_controllers (widgets[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list) && !handled; j++)
        {
          g_autoptr(GtkEventController) controller = g_list_model_get_item (list, j);

          if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
              gtk_event_controller_get_propagation_phase (controller) == phases[i])
            g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
        }
    }
  yd_test_spin ();
}

static void
assert_day (Fixture    *fixture,
            const char *day)
{
  char text[YD_DAY_SIZE];

  g_assert_cmpstr (yd_day_format (yd_month_grid_get_day (fixture->grid), text), ==, day);
}

static void
assert_name (Fixture    *fixture,
             const char *name)
{
  GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid));

  if (!gtk_widget_get_child_visible (cell))
    cell = gtk_widget_get_next_sibling (cell);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static gboolean
is_bar_open (Fixture *fixture)
{
  return gtk_widget_get_visible (yd_test_find (GTK_WIDGET (fixture->page), YD_TYPE_PREVIEW_BAR));
}

static const char *
get_value (Fixture    *fixture,
           const char *id)
{
  return yd_row_get_cell (yd_space_lookup (YD_SPACE (fixture->desk.plan), YD_KIND_DEADLINE, id),
                          YD_DEADLINE_VALUE);
}

typedef struct
{
  guint            keyval;
  GdkModifierType  state;
  const char      *day;
} KeyCase;

/* Each from where the one before led to. */
static const KeyCase key_cases[] = {
  { GDK_KEY_Right,     0,                "2017-10-12" },
  { GDK_KEY_Down,      0,                "2017-10-19" },
  { GDK_KEY_Left,      0,                "2017-10-18" },
  { GDK_KEY_Up,        0,                "2017-10-11" },
  { GDK_KEY_Page_Down, 0,                "2017-11-11" },
  { GDK_KEY_Page_Up,   0,                "2017-10-11" },
  { GDK_KEY_Right,     GDK_CONTROL_MASK, "2017-10-13" },
  { GDK_KEY_Right,     GDK_CONTROL_MASK, "2017-10-20" },
  { GDK_KEY_Left,      GDK_CONTROL_MASK, "2017-10-13" },
  { GDK_KEY_End,       0,                "2017-10-31" },
  { GDK_KEY_Down,      0,                "2017-11-07" },       /* beyond the six weeks */
  { GDK_KEY_Home,      GDK_CONTROL_MASK, "2017-11-01" },
  { GDK_KEY_Up,        0,                "2017-10-25" },
  { GDK_KEY_Page_Up,   0,                "2017-09-25" },
  { GDK_KEY_t,         0,                "2017-10-11" },
  { GDK_KEY_Page_Up,   0,                "2017-09-11" },
  { GDK_KEY_Home,      0,                "2017-10-11" },
};

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  assert_day (fixture, "2017-10-11");
  for (guint i = 0; i < G_N_ELEMENTS (key_cases); i++)
    {
      press_key (fixture, key_cases[i].keyval, key_cases[i].state);
      assert_day (fixture, key_cases[i].day);
    }
}

/* It does not leave the years that are counted in. */
static void
test_ends (Fixture       *fixture,
           gconstpointer  data)
{
  const YdDay days[] = { YD_DAY_FIRST, YD_DAY_LAST };
  const guint keys[] = { GDK_KEY_Up, GDK_KEY_Down };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();

      yd_month_grid_go_to (fixture->grid, days[i]);
      press_key (fixture, keys[i], 0);
      press_key (fixture, i == 0 ? GDK_KEY_Page_Up : GDK_KEY_Page_Down, 0);
      g_assert_cmpint (yd_month_grid_get_day (fixture->grid), ==, days[i]);
      GTK_WIDGET_GET_CLASS (fixture->grid)->snapshot (GTK_WIDGET (fixture->grid), snapshot);
    }
}

/* The day says itself, then each of its chips, and the point of a chip is selected. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  assert_name (fixture, "2017-10-11 (Wednesday), Working Day, nothing due");
  press_key (fixture, GDK_KEY_Right, 0);
  press_key (fixture, GDK_KEY_Right, 0);
  assert_name (fixture, "2017-10-13 (Friday), Working Day, 2 due");

  press_key (fixture, GDK_KEY_Tab, 0);
  assert_name (fixture, "Due soon, 一 甲, Due 2017-10-13 (Friday), stated by the document");
  g_assert_cmpstr (yd_row_get_id (yd_session_get_selected (fixture->desk.session)), ==, "a");
  press_key (fixture, GDK_KEY_Tab, 0);
  assert_name (fixture, "Due soon, 二 乙, Due 2017-10-13 (Friday), Internal Target");
  g_assert_cmpstr (yd_row_get_id (yd_session_get_selected (fixture->desk.session)), ==, "b");
  press_key (fixture, GDK_KEY_Tab, 0);
  assert_name (fixture, "Due soon, 二 乙, Due 2017-10-13 (Friday), Internal Target");
  press_key (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  press_key (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  assert_name (fixture, "2017-10-13 (Friday), Working Day, 2 due");

  /* An arrow goes from a chip to another day. */
  press_key (fixture, GDK_KEY_Tab, 0);
  press_key (fixture, GDK_KEY_Left, 0);
  assert_name (fixture, "2017-10-12 (Thursday), Working Day, nothing due");
}

static void
go_to_chip (Fixture    *fixture,
            const char *day,
            guint       n)
{
  yd_month_grid_go_to (fixture->grid, yd_day_parse (day));
  for (guint i = 0; i <= n; i++)
    press_key (fixture, GDK_KEY_Tab, 0);
}

/* Moved by working days, tried first, then kept; and nothing happens on Esc. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  go_to_chip (fixture, "2017-10-13", 1);
  press_key (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_true (is_bar_open (fixture));
  g_assert_cmpstr (get_value (fixture, "d2"), ==, "2017-10-13");
  press_key (fixture, GDK_KEY_Escape, 0);
  g_assert_false (is_bar_open (fixture));
  press_key (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (get_value (fixture, "d2"), ==, "2017-10-13");

  press_key (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press_key (fixture, GDK_KEY_Page_Down, GDK_SHIFT_MASK);
  press_key (fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  press_key (fixture, GDK_KEY_Return, 0);
  g_assert_false (is_bar_open (fixture));
  g_assert_cmpstr (get_value (fixture, "d2"), ==, "2017-10-20");
  assert_day (fixture, "2017-10-20");
  assert_name (fixture, "2017-10-20 (Friday), Working Day, 2 due");
  g_assert_null (fixture->desk.said);
}

/* Enter on “Discard” does not confirm, whatever Enter means above. */
static void
test_discard (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *bar = yd_test_find (GTK_WIDGET (fixture->page), YD_TYPE_PREVIEW_BAR);
  GtkWidget *discard = yd_test_find (bar, GTK_TYPE_BUTTON);

  go_to_chip (fixture, "2017-10-13", 1);
  press_key (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_true (gtk_widget_grab_focus (discard));
  press_key (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (get_value (fixture, "d2"), ==, "2017-10-13");
  g_signal_emit_by_name (discard, "clicked");
  g_assert_false (is_bar_open (fixture));
  g_assert_cmpstr (get_value (fixture, "d2"), ==, "2017-10-13");
}

/* Back to where it was is no move. */
static void
test_move_back (Fixture       *fixture,
                gconstpointer  data)
{
  go_to_chip (fixture, "2017-10-20", 0);
  press_key (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press_key (fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  g_assert_false (is_bar_open (fixture));
}

/* What the document states stays, and that is said. */
static void
test_refuse (Fixture       *fixture,
             gconstpointer  data)
{
  go_to_chip (fixture, "2017-10-13", 0);
  press_key (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_false (is_bar_open (fixture));
  g_assert_cmpstr (fixture->desk.said, ==,
                   "The document states this deadline; change it under “Deadline” "
                   "[win.open-detail]");
}

/* A clock is not moved by hand: it is offered where it can be extended, as long as it runs. */
static void
test_refuse_clock (Fixture       *fixture,
                   gconstpointer  data)
{
  go_to_chip (fixture, "2017-10-12", 0);
  press_key (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_false (is_bar_open (fixture));
  g_assert_cmpstr (fixture->desk.said, ==,
                   "A clock counts from its event and cannot be dragged; it can be paused or "
                   "extended [win.clock::e]");

  go_to_chip (fixture, "2017-10-11", 0);
  press_key (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_cmpstr (fixture->desk.said, ==,
                   "It is closed, and keeps the days on which it was done [win.clock::e]");
}

static char *
dup_follows (Fixture *fixture)
{
  GtkWidget *bar = yd_test_find (GTK_WIDGET (fixture->page), YD_TYPE_PREVIEW_BAR);
  g_autoptr(GString) all = g_string_new (NULL);
  g_autoptr(GQueue) queue = g_queue_new ();

  g_queue_push_tail (queue, bar);
  while (!g_queue_is_empty (queue))
    {
      GtkWidget *widget = g_queue_pop_head (queue);

      if (GTK_IS_LABEL (widget))
        g_string_append_printf (all, "|%s", gtk_label_get_text (GTK_LABEL (widget)));
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (queue, child);
    }

  return g_strdup (all->str);
}

/* Dragged to a rest day after what the document states: both are said before. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  YdRow *deadline = yd_space_lookup (YD_SPACE (fixture->desk.plan), YD_KIND_DEADLINE, "d3");
  g_autofree char *words = NULL;

  go_to_chip (fixture, "2017-10-20", 0);
  g_signal_emit_by_name (fixture->grid, "moved", deadline, yd_day_parse ("2017-10-28"));
  g_assert_true (is_bar_open (fixture));
  words = dup_follows (fixture);
  g_assert_nonnull (strstr (words, "三 丙"));
  g_assert_nonnull (strstr (words, "10-20 (Friday) to 10-28 (Saturday)"));
  g_assert_nonnull (strstr (words, "5 working days later"));
  g_assert_nonnull (strstr (words, "that is a rest day"));
  g_assert_nonnull (strstr (words, "3 working days after what the document states"));
}

/* Enter on a chip opens its point, on a day the list of what is due on it. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view = yd_test_find (GTK_WIDGET (fixture->page), YD_TYPE_MONTH_VIEW);
  GtkWidget *list = yd_test_find (view, YD_TYPE_MONTH_LIST);

  press_key (fixture, GDK_KEY_Return, 0);
  g_assert_false (gtk_widget_get_visible (list));
  go_to_chip (fixture, "2017-10-13", 0);
  press_key (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (fixture->desk.n_opened, ==, 1);
  g_assert_false (gtk_widget_get_visible (list));

  yd_month_grid_go_to (fixture->grid, yd_day_parse ("2017-10-20"));
  press_key (fixture, GDK_KEY_Return, 0);
  g_assert_true (gtk_widget_get_visible (list));
  g_signal_emit_by_name (yd_test_find (list, GTK_TYPE_LIST_VIEW), "activate", 0);
  g_assert_cmpuint (fixture->desk.n_opened, ==, 2);
  g_assert_cmpstr (yd_row_get_id (yd_session_get_selected (fixture->desk.session)), ==, "c");
}

static char *
dup_rest (Fixture *fixture)
{
  char *rest;

  g_object_get (yd_calendar_page_get_view (fixture->page), "rest", &rest, NULL);

  return rest;
}

/* The head says the month, how many days of it are worked, and what is not known yet. */
static void
test_heading (Fixture       *fixture,
              gconstpointer  data)
{
  YdCalendarView *view = yd_calendar_page_get_view (fixture->page);
  g_autofree char *rest = dup_rest (fixture);
  g_autofree char *later = NULL;
  g_autofree char *december = NULL;

  g_assert_cmpstr (yd_calendar_view_get_heading (view), ==, "2017-10");
  g_assert_cmpstr (rest, ==, "17 working days · 4 due");
  yd_calendar_view_step (view, 1);
  g_assert_cmpstr (yd_calendar_view_get_heading (view), ==, "2017-11");
  yd_month_grid_go_to (fixture->grid, yd_day_parse ("2099-01-15"));
  later = dup_rest (fixture);
  g_assert_cmpstr (later, ==, "The days off of 2099 are not announced yet · 0 due");
  yd_month_grid_go_to (fixture->grid, yd_day_parse ("2026-12-15"));
  december = dup_rest (fixture);
  g_assert_cmpstr (december, ==, "23 working days, provisional · 0 due");
}

/* Days that a notice to come may still move are hatched: of December the last three, and what
 * follows.
 */
static void
test_hatch (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *month; guint n_days; } months[] = {
    { "2025-12-15", 0 }, { "2026-11-15", 0 }, { "2026-12-15", 13 }, { "2027-02-15", 42 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      yd_month_grid_go_to (fixture->grid, yd_day_parse (months[i].month));
      yd_test_spin ();
      g_assert_cmpuint (yd_test_count_pictures (GTK_WIDGET (fixture->grid), G_MAXINT), ==,
                        months[i].n_days);
    }
}

/* The day comes back with the plan, and a click in the year goes there. */
static void
test_state (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *strip = yd_test_find (GTK_WIDGET (fixture->page), YD_TYPE_MONTH_STRIP);
  g_autoptr(GVariant) state = NULL;

  g_assert_cmpstr (yd_calendar_page_get_view_name (fixture->page), ==, "month");
  yd_month_grid_go_to (fixture->grid, yd_day_parse ("2016-02-29"));
  state = yd_page_dup_state (YD_PAGE (fixture->page));
  g_signal_emit_by_name (strip, "picked", yd_day_parse ("2016-05-02"));
  assert_day (fixture, "2016-05-02");
  yd_page_restore_state (YD_PAGE (fixture->page), state);
  assert_day (fixture, "2016-02-29");
}

/* What the filter hides is not there. */
static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  YdPointFilter *filter = yd_session_get_filter (fixture->desk.session);

  yd_month_grid_go_to (fixture->grid, yd_day_parse ("2017-10-13"));
  yd_point_filter_set_text (filter, "乙");
  yd_test_spin ();
  assert_name (fixture, "2017-10-13 (Friday), Working Day, 1 due");
  yd_point_filter_clear (filter);
  yd_test_spin ();
  assert_name (fixture, "2017-10-13 (Friday), Working Day, 2 due");
}

static char *
dup_many (void)
{
  GString *script = g_string_new ("+plan plan title=计划 issued=2017-06-01");

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (script, "; +point p%04u order=a%04u title=要点%u; "
                            "+deadline d%04u point=p%04u origin=internal rule=date "
                            "value=2017-10-20 order=a", i, i, i, i, i);

  return g_string_free (script, FALSE);
}

/* 5,000 on one day: a few chips, how many more there are, and the list of them all. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view = yd_test_find (GTK_WIDGET (fixture->page), YD_TYPE_MONTH_VIEW);
  GtkWidget *list = yd_test_find (view, YD_TYPE_MONTH_LIST);
  g_autofree char *more = NULL;
  guint n = 0;

  yd_month_grid_go_to (fixture->grid, yd_day_parse ("2017-10-20"));
  assert_name (fixture, "2017-10-20 (Friday), Working Day, 5000 due");
  do
    {
      press_key (fixture, GDK_KEY_Tab, 0);
      n++;
    }
  while (n < 50 && yd_month_grid_get_chip (fixture->grid) != NULL);
  g_assert_cmpuint (n, >, 1);
  g_assert_cmpuint (n, <, 10);
  more = g_strdup_printf ("%u more", 5000 - (n - 1));
  assert_name (fixture, more);

  press_key (fixture, GDK_KEY_Return, 0);
  g_assert_true (gtk_widget_get_visible (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (
    GTK_LIST_VIEW (yd_test_find (list, GTK_TYPE_LIST_VIEW))))), ==, 5000);
}

/* A commit shows at once, the points of chips that are gone too. */
static void
test_commit (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) points = g_ptr_array_new ();
  g_autoptr(YdEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (points, yd_space_lookup (YD_SPACE (fixture->desk.plan), YD_KIND_POINT, "a"));
  edit = yd_plan_edit_delete_points (fixture->desk.plan, points);
  go_to_chip (fixture, "2017-10-13", 0);
  yd_session_commit (fixture->desk.session, edit, &error);
  g_assert_no_error (error);
  yd_test_spin ();
  assert_name (fixture, "Due soon, 二 乙, Due 2017-10-13 (Friday), Internal Target");
  yd_session_close (fixture->desk.session);
  yd_test_spin ();
  g_assert_null (yd_month_grid_get_chip (fixture->grid));
}

static void
add (const char *path,
     const char *script,
     void      (*func) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, script, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *many = dup_many ();

  g_test_init (&argc, &argv, NULL);
  yd_test_gtk_prepare ();
  adw_init ();

  add ("/calendar/month/keys", PLAN, test_keys);
  add ("/calendar/month/ends", PLAN, test_ends);
  add ("/calendar/month/names", PLAN, test_names);
  add ("/calendar/month/move", PLAN, test_move);
  add ("/calendar/month/discard", PLAN, test_discard);
  add ("/calendar/month/move-back", PLAN, test_move_back);
  add ("/calendar/month/refuse", PLAN, test_refuse);
  add ("/calendar/month/refuse-clock", CLOCK, test_refuse_clock);
  add ("/calendar/month/follows", PLAN, test_follows);
  add ("/calendar/month/open", PLAN, test_open);
  add ("/calendar/month/heading", PLAN, test_heading);
  add ("/calendar/month/hatch", PLAN, test_hatch);
  add ("/calendar/month/state", PLAN, test_state);
  add ("/calendar/month/filter", PLAN, test_filter);
  add ("/calendar/month/commit", PLAN, test_commit);
  add ("/calendar/month/many", many, test_many);

  return g_test_run ();
}
