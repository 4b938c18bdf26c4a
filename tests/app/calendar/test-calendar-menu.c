/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-calendar-page.h"

#include "yd-agenda-row.h"
#include "yd-extension-answer.h"
#include "yd-extension-ask.h"
#include "yd-month-grid-private.h"
#include "yd-month-list.h"
#include "yd-postponement.h"
#include "yd-test-desk.h"
#include "yd-test-gtk.h"
#include "yd-test-script.h"
#include "yd-timeline-grid.h"

/* The context menu of what is due, in each view of the calendar. Today is 2017-10-11. */

#define PLAN \
  "+plan plan title=计划 issued=2017-06-01; +unit u name=市财政局 order=a; " \
  "+point a order=a title=公开预算 start=2017-10-09 days=5; " \
  "+point b order=b title=公开审计; +point c order=c title=长期; " \
  "+assignment = point=a unit=u role=lead order=a; " \
  "+deadline d1 point=a origin=stated rule=date order=a value=2017-10-20; " \
  "+deadline d2 point=b origin=stated rule=after n=5 measure=workdays anchor=finish " \
  "anchor_id=a order=a; +deadline d3 point=c origin=stated rule=longterm order=a"

typedef struct
{
  YdTestDesk      desk;
  YdCalendarPage *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  view)
{
  YdPlan *plan = yd_plan_new ("plan");

  yd_test_script_must (YD_SPACE (plan), PLAN);
  yd_test_desk_open (&fixture->desk, plan, YD_TEST_DESK_OCTOBER);
  fixture->page = g_object_new (YD_TYPE_CALENDAR_PAGE, NULL);
  yd_calendar_page_set_view_name (fixture->page, view);
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
find (Fixture *fixture,
      GType    type)
{
  return yd_test_find (GTK_WIDGET (fixture->page), type);
}

static GtkWidget *
find_menu (Fixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->page)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child) && gtk_widget_get_visible (child))
      return child;

  return NULL;
}

static void
add_actions (GMenuModel *menu,
             GString    *actions)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *action = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        g_string_append_printf (actions, "%s%s", actions->len > 0 ? " " : "", action);
      if (section != NULL)
        add_actions (section, actions);
    }
}

static void
assert_menu (Fixture    *fixture,
             const char *expected)
{
  g_autoptr(GString) actions = g_string_new (NULL);

  add_actions (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (find_menu (fixture))), actions);
  g_assert_cmpstr (actions->str, ==, expected);
}

static void
choose (Fixture    *fixture,
        const char *action)
{
  gtk_widget_activate_action (find_menu (fixture), action, NULL);
  gtk_popover_popdown (GTK_POPOVER (find_menu (fixture)));
  yd_test_spin ();
}

/* Returns: (nullable): the row of the agenda that shows @deadline, which has the keyboard now */
static YdAgendaRow *
find_row (Fixture    *fixture,
          const char *deadline)
{
  GtkWidget *list = yd_test_find (GTK_WIDGET (yd_calendar_page_get_view (fixture->page)),
                                  GTK_TYPE_LIST_VIEW);

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);
      YdAgendaEntry *entry = YD_IS_AGENDA_ROW (row)
                             ? yd_agenda_row_get_entry (YD_AGENDA_ROW (row)) : NULL;

      if (entry != NULL && entry->deadline != NULL &&
          g_str_equal (yd_row_get_id (entry->deadline), deadline))
        {
          gtk_widget_grab_focus (child);
          return YD_AGENDA_ROW (row);
        }
    }

  return NULL;
}

/* A list has its rows only after it was drawn. */
static YdAgendaRow *
focus_row (Fixture    *fixture,
           const char *deadline)
{
  YdAgendaRow *row = find_row (fixture, deadline);

  while (row == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      row = find_row (fixture, deadline);
    }

  return row;
}

static void
open_agenda (Fixture    *fixture,
             const char *deadline)
{
  gtk_widget_activate_action (GTK_WIDGET (focus_row (fixture, deadline)), "agenda.menu", NULL);
  g_assert_nonnull (find_menu (fixture));
}

static void
assert_due (Fixture    *fixture,
            const char *id,
            const char *day)
{
  YdScheduled scheduled;
  YdPoint *point = yd_space_lookup (YD_SPACE (fixture->desk.plan), YD_KIND_POINT, id);

  g_assert_true (yd_schedule_get (yd_session_get_schedule (fixture->desk.session), point,
                                  &scheduled));
  g_assert_cmpint (scheduled.due, ==, yd_day_parse (day));
}

static void
ask (Fixture    *fixture,
     const char *until)
{
  YdExtensionAsk *question = YD_EXTENSION_ASK (find (fixture, YD_TYPE_EXTENSION_ASK));

  choose (fixture, "due.ask");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (question)));
  yd_extension_ask_fill (question, until, "人手不足", "市财政局");
  g_assert_true (yd_extension_ask_apply (question));
  yd_test_spin ();
}

static gboolean
has_focus_in_view (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->desk.window));

  return focus != NULL &&
         gtk_widget_is_ancestor (focus,
                                 GTK_WIDGET (yd_calendar_page_get_view (fixture->page)));
}

static void
test_agenda (Fixture       *fixture,
             gconstpointer  data)
{
  YdExtensionAnswer *answer;

  open_agenda (fixture, "d1");
  assert_menu (fixture, "due.open due.ask");
  ask (fixture, "2017-11-03");
  assert_due (fixture, "a", "2017-10-20");
  g_assert_true (has_focus_in_view (fixture));

  open_agenda (fixture, "d1");
  assert_menu (fixture, "due.open due.ask due.answer");
  choose (fixture, "due.answer");
  answer = YD_EXTENSION_ANSWER (find (fixture, YD_TYPE_EXTENSION_ANSWER));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (answer)));
  g_assert_true (yd_extension_answer_grant (answer));
  yd_test_spin ();
  assert_due (fixture, "a", "2017-11-03");
  g_assert_true (has_focus_in_view (fixture));

  open_agenda (fixture, "d1");
  assert_menu (fixture, "due.open due.ask");
}

/* What counts from another point leads there. */
static void
test_anchor (Fixture       *fixture,
             gconstpointer  data)
{
  open_agenda (fixture, "d2");
  assert_menu (fixture, "due.open due.anchor due.ask");
  choose (fixture, "due.anchor");
  g_assert_cmpstr (yd_row_get_id (yd_session_get_selected (fixture->desk.session)), ==, "a");
  g_assert_cmpuint (fixture->desk.n_opened, ==, 1);
}

static void
open_grid (Fixture *fixture,
           GType    type,
           guint    row,
           guint    col)
{
  YdGrid *grid = YD_GRID (find (fixture, type));
  const YdGridHit hit = { YD_GRID_BODY, row, col };
  graphene_rect_t area;

  YD_GRID_GET_CLASS (grid)->locate (grid, row, col, &area);
  YD_GRID_GET_CLASS (grid)->menu (grid, &hit, area.origin.x + area.size.width / 2,
                                  area.origin.y + area.size.height);
}

static void
test_timeline (Fixture       *fixture,
               gconstpointer  data)
{
  open_grid (fixture, YD_TYPE_TIMELINE_GRID, 0, 0);
  assert_menu (fixture, "due.open due.ask");
  ask (fixture, "2017-11-03");
  open_grid (fixture, YD_TYPE_TIMELINE_GRID, 0, 0);
  assert_menu (fixture, "due.open due.ask due.answer");

  /* What has no day cannot be put off. */
  open_grid (fixture, YD_TYPE_TIMELINE_GRID, 2, 0);
  assert_menu (fixture, "due.open");

  open_grid (fixture, YD_TYPE_TIMELINE_GRID, 1, 0);
  assert_menu (fixture, "due.open due.anchor due.ask");
}

static YdRow *
lookup (Fixture    *fixture,
        YdKind      kind,
        const char *id)
{
  return yd_space_lookup (YD_SPACE (fixture->desk.plan), kind, id);
}

/* A bar is of all deadlines of its point: what was asked for about the second is answered there. */
static void
test_second (Fixture       *fixture,
             gconstpointer  data)
{
  yd_test_script_must (YD_SPACE (fixture->desk.plan),
                       "+deadline d4 point=a origin=stated rule=date order=b value=2017-11-30; "
                       "+postponement p deadline=d4 until=2017-12-15 state=asked");
  yd_test_spin ();
  open_grid (fixture, YD_TYPE_TIMELINE_GRID, 0, 0);
  assert_menu (fixture, "due.open due.ask due.answer");
  choose (fixture, "due.answer");
  g_assert_true (yd_extension_answer_grant (YD_EXTENSION_ANSWER (find (fixture,
                                            YD_TYPE_EXTENSION_ANSWER))));
  g_assert_cmpstr (yd_row_get_cell (lookup (fixture, YD_KIND_POSTPONEMENT, "p"),
                                    YD_POSTPONEMENT_STATE), ==, "granted");
}

static void
open_about (Fixture    *fixture,
            const char *point,
            const char *deadline)
{
  YdCalendarView *view = yd_calendar_page_get_view (fixture->page);

  yd_calendar_view_open_menu (view, GTK_WIDGET (view), 10, 10,
                              lookup (fixture, YD_KIND_POINT, point),
                              deadline != NULL ? lookup (fixture, YD_KIND_DEADLINE, deadline)
                                               : NULL);
}

/* One that has no day cannot be put off, and no other is in its place. */
static void
test_named (Fixture       *fixture,
            gconstpointer  data)
{
  YdExtensionAsk *question;

  yd_test_script_must (YD_SPACE (fixture->desk.plan),
                       "+deadline d4 point=c origin=stated rule=date order=b value=2017-11-30");
  yd_test_spin ();
  open_about (fixture, "c", NULL);
  assert_menu (fixture, "due.open due.ask");
  open_about (fixture, "c", "d4");
  assert_menu (fixture, "due.open due.ask");
  open_about (fixture, "c", "d3");
  assert_menu (fixture, "due.open");

  question = YD_EXTENSION_ASK (find (fixture, YD_TYPE_EXTENSION_ASK));
  yd_extension_ask_open (question, YD_PAGE (fixture->page),
                         lookup (fixture, YD_KIND_POINT, "c"),
                         lookup (fixture, YD_KIND_DEADLINE, "d3"));
  yd_extension_ask_fill (question, "2017-12-20", "人手不足", NULL);
  g_assert_false (yd_extension_ask_apply (question));
  g_assert_null (yd_postponement_find_open (lookup (fixture, YD_KIND_DEADLINE, "d4")));
}

/* What the menu was about is gone with its plan, and with it the menu and what it opened. */
static void
test_other_plan (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(YdPlan) other = yd_plan_new ("plan");

  yd_test_script_must (YD_SPACE (other), "+plan plan title=其他 issued=2017-06-01");
  open_about (fixture, "a", "d1");
  gtk_popover_popdown (GTK_POPOVER (find_menu (fixture)));
  yd_test_spin ();
  g_assert_nonnull (find (fixture, YD_TYPE_EXTENSION_ASK));

  yd_session_show (fixture->desk.session, other, YD_JOURNAL (fixture->desk.journal), NULL);
  yd_test_spin ();
  g_assert_null (find (fixture, YD_TYPE_EXTENSION_ASK));
  g_assert_null (find (fixture, YD_TYPE_EXTENSION_ANSWER));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A day has none, its chip does, which a key leaves chosen as it was. */
static void
test_month (Fixture       *fixture,
            gconstpointer  data)
{
  YdMonthGrid *grid = YD_MONTH_GRID (find (fixture, YD_TYPE_MONTH_GRID));
  guint row, col, n_chosen = 0;

  yd_month_grid_go_to (grid, yd_day_parse ("2017-10-20"));
  row = yd_grid_get_current_row (YD_GRID (grid));
  col = yd_grid_get_current_col (YD_GRID (grid));
  open_grid (fixture, YD_TYPE_MONTH_GRID, row, col);
  g_assert_null (find_menu (fixture));

  _yd_month_grid_choose (grid, 0);
  g_assert_nonnull (yd_month_grid_get_chip (grid));
  g_signal_connect_swapped (grid, "chosen", G_CALLBACK (count_cb), &n_chosen);
  open_grid (fixture, YD_TYPE_MONTH_GRID, row, col);
  g_assert_cmpuint (n_chosen, ==, 0);
  assert_menu (fixture, "due.open due.ask");
  g_signal_handlers_disconnect_by_func (grid, count_cb, &n_chosen);
  ask (fixture, "2017-10-27");
  assert_due (fixture, "a", "2017-10-20");
}

/* By its keys, in the list of a day. */
static void
press_in_list (GtkWidget       *list,
               guint            key,
               GdkModifierType  modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (list);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }
  g_assert_true (handled);
}

/* What a day has no room for has the menu of a chip, in the place of the list. */
static void
test_month_list (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct { guint key; GdkModifierType modifiers; } keys[] = {
    { GDK_KEY_Menu, 0 }, { GDK_KEY_F10, GDK_SHIFT_MASK },
  };
  GtkWidget *popover = find (fixture, YD_TYPE_MONTH_LIST);
  GtkWidget *list = yd_test_find (popover, GTK_TYPE_LIST_VIEW);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_signal_emit_by_name (find (fixture, YD_TYPE_MONTH_GRID), "listed",
                             yd_day_parse ("2017-10-20"));
      g_assert_true (gtk_widget_get_visible (popover));
      press_in_list (list, keys[i].key, keys[i].modifiers);
      g_assert_false (gtk_widget_get_visible (popover));
      assert_menu (fixture, "due.open due.ask");
      gtk_popover_popdown (GTK_POPOVER (find_menu (fixture)));
    }
}

static void
press_menu (YdMonthGrid *grid,
            double       x,
            double       y)
{
  YdGridHit hit;

  yd_grid_hit_test (YD_GRID (grid), x, y, &hit);
  YD_GRID_GET_CLASS (grid)->menu (YD_GRID (grid), &hit, x, y);
}

static void
locate (YdMonthGrid     *grid,
        graphene_rect_t *area)
{
  YD_GRID_GET_CLASS (grid)->locate (YD_GRID (grid), yd_grid_get_current_row (YD_GRID (grid)),
                                    yd_grid_get_current_col (YD_GRID (grid)), area);
}

/* By the pointer it is the menu of the chip below it, from its first pixel to its last. */
static void
test_pointer (Fixture       *fixture,
              gconstpointer  data)
{
  YdMonthGrid *grid = YD_MONTH_GRID (find (fixture, YD_TYPE_MONTH_GRID));
  graphene_rect_t day, chip;

  yd_test_script_must (YD_SPACE (fixture->desk.plan),
                       "+deadline d4 point=c origin=stated rule=date order=b value=2017-10-20");
  yd_test_spin ();
  yd_month_grid_go_to (grid, yd_day_parse ("2017-10-20"));
  locate (grid, &day);
  _yd_month_grid_choose (grid, 1);
  g_assert_nonnull (yd_month_grid_get_chip (grid));
  locate (grid, &chip);
  _yd_month_grid_choose (grid, 0);

  press_menu (grid, chip.origin.x + 2, chip.origin.y);
  g_assert_cmpuint (grid->chip, ==, 1);
  g_assert_nonnull (find_menu (fixture));
  press_menu (grid, day.origin.x + 2, day.origin.y + 1);
  g_assert_null (yd_month_grid_get_chip (grid));
}

/* Before the first of all days there is none. */
static void
test_no_day (Fixture       *fixture,
             gconstpointer  data)
{
  YdMonthGrid *grid = YD_MONTH_GRID (find (fixture, YD_TYPE_MONTH_GRID));
  graphene_rect_t area;

  yd_month_grid_go_to (grid, YD_DAY_FIRST);
  g_assert_cmpint (yd_month_grid_get_first (grid), <, YD_DAY_FIRST);
  _yd_month_grid_get_cell_area (grid, 0, 0, &area);
  press_menu (grid, area.origin.x + 2, area.origin.y + 2);
  g_assert_cmpint (yd_month_grid_get_day (grid), ==, YD_DAY_FIRST);
}

#define ADD(path, view, func) g_test_add (path, Fixture, view, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  yd_test_gtk_prepare ();
  adw_init ();

  ADD ("/calendar-menu/agenda", "agenda", test_agenda);
  ADD ("/calendar-menu/anchor", "agenda", test_anchor);
  ADD ("/calendar-menu/timeline", "timeline", test_timeline);
  ADD ("/calendar-menu/second", "timeline", test_second);
  ADD ("/calendar-menu/named", "agenda", test_named);
  ADD ("/calendar-menu/other-plan", "agenda", test_other_plan);
  ADD ("/calendar-menu/month", "month", test_month);
  ADD ("/calendar-menu/month-list", "month", test_month_list);
  ADD ("/calendar-menu/pointer", "month", test_pointer);
  ADD ("/calendar-menu/no-day", "month", test_no_day);

  return g_test_run ();
}
