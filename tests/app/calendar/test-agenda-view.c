/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-agenda-view.h"

#include "yd-agenda-entry.h"
#include "yd-agenda-row.h"
#include "yd-id.h"
#include "yd-test-gtk.h"
#include "yd-test-journal.h"
#include "yd-test-script.h"

/* Wednesday. */
#define TODAY "2017-06-28"

#define PLAN \
  "+plan plan title=计划 issued=2017-06-01; +unit u name=市财政局 order=a; +unit v name=市审计局 order=b; " \
  "+point a order=a title=公开预算; +point b order=b title=公开审计; +point c order=c title=公开其他; " \
  "+point d order=d title=公开无期; " \
  "+assignment = point=a unit=u role=lead order=a; " \
  "+assignment = point=a unit=v role=support order=b; " \
  "+assignment = point=b unit=v role=responsible order=a; " \
  "+deadline d1 point=a origin=stated rule=date roll=keep order=a value=2017-06-27; " \
  "+deadline d2 point=b origin=internal rule=date roll=keep order=a value=2017-06-28; " \
  "+deadline d3 point=c origin=stated rule=date roll=keep order=a value=2017-06-30"

#define BY_DAY \
  "[Overdue] a [Today] b [This Week] c [No Deadline Stated]"

typedef struct
{
  YdPlan          *plan;
  YdTestJournal   *journal;
  YdSession       *session;
  GtkWidget       *window;
  YdCalendarView  *view;
  GtkWidget       *tools;
  GtkListView     *list;
  guint            n_shown;     /* how often the pane was asked for */
} Fixture;

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
wake_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  guint *n_frames = user_data;

  return --*n_frames > 0;
}

/* A list has its rows at their places only after it was drawn. */
static void
draw (Fixture *fixture)
{
  guint n_frames = 3;

  gtk_widget_add_tick_callback (GTK_WIDGET (fixture->view), wake_cb, &n_frames, NULL);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
  spin ();
}

static gint64
get_msec (gpointer user_data)
{
  return G_GINT64_CONSTANT (1498622400000);
}

static void
get_random (guint8   *bytes,
            gsize     n_bytes,
            gpointer  user_data)
{
  static guint8 next;

  for (gsize i = 0; i < n_bytes; i++)
    bytes[i] = next++;
}

static const YdIdSource ids = { get_msec, get_random, NULL };

static void
open_detail_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ((Fixture *) user_data)->n_shown++;
}

static void
add_window (Fixture *fixture)
{
  const GActionEntry entry = { "open-detail", open_detail_cb };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_action_map_add_action_entries (G_ACTION_MAP (group), &entry, 1, fixture);
  fixture->tools = yd_calendar_view_create_tools (fixture->view);
  gtk_box_append (GTK_BOX (box), fixture->tools);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->view));
  fixture->window = gtk_window_new ();
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  script)
{
  g_autofree char *id = yd_id_new (&ids);

  fixture->plan = yd_plan_new (id);
  yd_test_script_must (YD_SPACE (fixture->plan), script);
  fixture->journal = yd_test_journal_new ();
  fixture->session = yd_session_new (&ids);
  yd_session_set_today (fixture->session, yd_day_parse (TODAY));
  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);

  fixture->view = g_object_new (YD_TYPE_AGENDA_VIEW, NULL);
  yd_calendar_view_set_session (fixture->view, fixture->session);
  add_window (fixture);
  fixture->list = GTK_LIST_VIEW (yd_test_find_widget (GTK_WIDGET (fixture->view),
                                                      GTK_TYPE_LIST_VIEW));
  draw (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer view = fixture->view;

  g_object_add_weak_pointer (view, &view);
  yd_calendar_view_set_session (fixture->view, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin ();
  g_assert_null (view);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
  g_assert_finalize_object (fixture->journal);
}

static void
change (Fixture    *fixture,
        YdKind      kind,
        const char *id,
        guint       field,
        const char *value)
{
  YdRow *row = yd_space_lookup (YD_SPACE (fixture->plan), kind, id);
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
  g_autoptr(GError) error = NULL;

  yd_edit_change (edit, kind, id, field, yd_row_get_cell (row, field), value);
  yd_session_commit (fixture->session, edit, &error);
  g_assert_no_error (error);
  spin ();
}

/* What can be seen, heads in brackets. */
static char *
dup_lines (Fixture *fixture)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (fixture->list));
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(YdAgendaEntry) entry = g_list_model_get_item (model, i);

      if (i > 0)
        g_string_append_c (out, ' ');
      if (yd_agenda_entry_is_head (entry))
        g_string_append_printf (out, "[%s]", entry->title);
      else
        g_string_append (out, yd_row_get_id (entry->point));
    }

  return g_string_free (out, FALSE);
}

static void
assert_lines (Fixture    *fixture,
              const char *wanted)
{
  g_autofree char *lines = dup_lines (fixture);

  g_assert_cmpstr (lines, ==, wanted);
}

static GtkSingleSelection *
get_selection (Fixture *fixture)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (fixture->list));
}

static void
select_line (Fixture *fixture,
             guint    n)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->list), "list.select-item", "(ubb)", n, FALSE,
                              FALSE);
}

static void
activate_line (Fixture *fixture,
               guint    n)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->list), "list.activate-item", "u", n);
  draw (fixture);
}

static const char *
get_selected (Fixture *fixture)
{
  YdPoint *point = yd_session_get_selected (fixture->session);

  return point != NULL ? yd_row_get_id (point) : NULL;
}

static void
set_selected (Fixture    *fixture,
              const char *id)
{
  YdPoint *point = id != NULL ? yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_POINT, id)
                              : NULL;

  yd_session_set_selected (fixture->session, point);
}

/* The row of the list that shows line @n, which has to be in sight. */
static GtkWidget *
find_row (Fixture *fixture,
          guint    n)
{
  g_autoptr(YdAgendaEntry) entry =
    g_list_model_get_item (G_LIST_MODEL (get_selection (fixture)), n);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (fixture->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      if (YD_IS_AGENDA_ROW (child) && yd_agenda_row_get_entry (YD_AGENDA_ROW (child)) == entry)
        return row;
    }

  g_assert_not_reached ();
}

/* What is selected elsewhere is selected here, and the other way round; a head is no point. */
static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  assert_lines (fixture, BY_DAY);
  g_assert_null (get_selected (fixture));
  select_line (fixture, 3);
  g_assert_cmpstr (get_selected (fixture), ==, "b");
  set_selected (fixture, "c");
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==, 5);
  select_line (fixture, 2);
  g_assert_cmpstr (get_selected (fixture), ==, "c");

  /* What is folded away is not selected here, and stays selected elsewhere. */
  set_selected (fixture, "d");
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==,
                    GTK_INVALID_LIST_POSITION);
  g_assert_cmpstr (get_selected (fixture), ==, "d");
  set_selected (fixture, NULL);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==,
                    GTK_INVALID_LIST_POSITION);
}

/* Enter on a point shows it beside the list; on a head that does not fold it does nothing. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  activate_line (fixture, 1);
  g_assert_cmpstr (get_selected (fixture), ==, "a");
  g_assert_cmpuint (fixture->n_shown, ==, 1);
  activate_line (fixture, 0);
  g_assert_cmpuint (fixture->n_shown, ==, 1);
  assert_lines (fixture, BY_DAY);
}

/* Enter unfolds what has no date, and folds it; the head keeps the keyboard. */
static void
test_fold (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_grab_focus (find_row (fixture, 6));
      activate_line (fixture, 6);
      assert_lines (fixture, i == 0 ? BY_DAY " d" : BY_DAY);
      g_assert_true (gtk_widget_has_focus (find_row (fixture, 6)));
    }

  /* What was selected elsewhere is found once it is there. */
  set_selected (fixture, "d");
  activate_line (fixture, 6);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==, 7);
}

/* The same things by unit, once with each that has to do with them. */
static void
test_units (Fixture       *fixture,
            gconstpointer  data)
{
  GtkDropDown *order = GTK_DROP_DOWN (gtk_widget_get_first_child (fixture->tools));
  g_autoptr(GVariant) state = NULL;

  set_selected (fixture, "b");
  gtk_drop_down_set_selected (order, 1);
  spin ();
  assert_lines (fixture, "[市财政局] a [市审计局] a b [No Unit] c");
  g_assert_cmpstr (get_selected (fixture), ==, "b");
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==, 4);
  state = yd_calendar_view_dup_state (fixture->view);
  gtk_drop_down_set_selected (order, 0);
  spin ();
  assert_lines (fixture, BY_DAY);

  yd_calendar_view_restore_state (fixture->view, state);
  assert_lines (fixture, "[市财政局] a [市审计局] a b [No Unit] c");
  g_assert_cmpuint (gtk_drop_down_get_selected (order), ==, 1);
}

static const char *
get_place (Fixture *fixture)
{
  GtkWidget *stack = yd_test_find_widget (GTK_WIDGET (fixture->view), GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

/* A filter that hides everything says so, and its button takes it away. */
static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  YdPointFilter *filter = yd_session_get_filter (fixture->session);
  GtkWidget *stack, *button;

  yd_point_filter_set_text (filter, "公开审计");
  spin ();
  assert_lines (fixture, "[Today] b");
  g_assert_cmpstr (get_place (fixture), ==, "list");
  yd_point_filter_set_text (filter, "别的");
  spin ();
  g_assert_cmpstr (get_place (fixture), ==, "nothing");

  stack = yd_test_find_widget (GTK_WIDGET (fixture->view), GTK_TYPE_STACK);
  button = yd_test_find_widget (gtk_stack_get_visible_child (GTK_STACK (stack)), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  spin ();
  g_assert_cmpstr (get_place (fixture), ==, "list");
  assert_lines (fixture, BY_DAY);
}

/* Without a filter it is not the filter that is to blame. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpstr (get_place (fixture), ==, "empty");
  yd_session_close (fixture->session);
  spin ();
  g_assert_cmpstr (get_place (fixture), ==, "empty");
}

static double
get_scroll (Fixture *fixture)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->list)));
}

/* Where a person is in a long list does not move because something else was changed. */
static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  double before;
  guint n;

  set_selected (fixture, "p80");
  draw (fixture);
  before = get_scroll (fixture);
  g_assert_cmpfloat (before, >, 0);
  n = gtk_single_selection_get_selected (get_selection (fixture));

  change (fixture, YD_KIND_DEADLINE, "t81", YD_DEADLINE_VALUE, "2018-02-01");
  draw (fixture);
  g_assert_cmpfloat (get_scroll (fixture), ==, before);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==, n);
  g_assert_cmpstr (get_selected (fixture), ==, "p80");

  /* It is followed when it goes itself. */
  change (fixture, YD_KIND_DEADLINE, "t80", YD_DEADLINE_VALUE, "2017-06-28");
  draw (fixture);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==, 1);
  g_assert_cmpfloat (get_scroll (fixture), <, before);
  find_row (fixture, 1);
}

/* What was done is no longer there, and comes back when it was not. */
static void
test_done (Fixture       *fixture,
           gconstpointer  data)
{
  change (fixture, YD_KIND_POINT, "b", YD_POINT_FINISHED, "2017-06-28");
  assert_lines (fixture, "[Overdue] a [This Week] c [No Deadline Stated]");
  change (fixture, YD_KIND_POINT, "b", YD_POINT_FINISHED, NULL);
  assert_lines (fixture, BY_DAY);
}

/* A row says all of what stands in it; a head how many there are. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const names[] = {
    "Overdue, 1",
    "一 公开预算, units Lead 市财政局 2 units in all, deadline 2017-06-27 (Tuesday), Overdue",
    "Today, 1",
    "二 公开审计, units 市审计局, deadline 2017-06-28 (Wednesday), Internal, Due soon",
    "This Week, 1",
    "三 公开其他, deadline 2017-06-30 (Friday), Due soon",
    "No Deadline Stated, 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_row (fixture, i)),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL, names[i]);
}

/* A line that stays where it is says what there is now. */
static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  change (fixture, YD_KIND_POINT, "b", YD_POINT_TITLE, "公开决算");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_row (fixture, 3)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "二 公开决算, units 市审计局, deadline 2017-06-28 "
                                       "(Wednesday), Internal, Due soon");
}

static char *
make_long (void)
{
  GString *script = g_string_new ("+plan plan title=计划 issued=2017-06-01");

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (script, "; +point p%u order=b%03u title=第%u项; "
                            "+deadline t%u point=p%u origin=stated rule=date roll=keep order=a "
                            "value=2018-01-%02u", i, i, i, i, i, i % 28 + 1);

  return g_string_free (script, FALSE);
}

static void
add (const char    *path,
     gconstpointer  script,
     void         (*func) (Fixture       *fixture,
                           gconstpointer  data))
{
  g_test_add (path, Fixture, script, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *many = make_long ();

  g_test_init (&argc, &argv, NULL);
  yd_test_gtk_prepare ();
  adw_init ();

  add ("/agenda-view/selection", PLAN, test_selection);
  add ("/agenda-view/open", PLAN, test_open);
  add ("/agenda-view/fold", PLAN, test_fold);
  add ("/agenda-view/units", PLAN, test_units);
  add ("/agenda-view/filter", PLAN, test_filter);
  add ("/agenda-view/empty", "+plan plan title=计划", test_empty);
  add ("/agenda-view/place", many, test_place);
  add ("/agenda-view/done", PLAN, test_done);
  add ("/agenda-view/names", PLAN, test_names);
  add ("/agenda-view/rename", PLAN, test_rename);

  return g_test_run ();
}
