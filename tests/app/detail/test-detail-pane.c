/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-detail-private.h"

#include "yd-detail-fixture.h"
#include "yd-order-words.h"
#include "yd-plan-edits.h"
#include "yd-test-gtk.h"

static char *
dup_shown (YdCellText *cell)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (yd_cell_text_get_view (cell));
  char *text;

  g_object_get (buffer, "text", &text, NULL);

  return text;
}

static void
assert_shown (YdCellText *cell,
              const char *expected)
{
  g_autofree char *shown = dup_shown (cell);

  g_assert_cmpstr (shown, ==, expected);
}

static void
type (YdCellText *cell,
      const char *text)
{
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (yd_cell_text_get_view (cell)), text, -1);
}

static void
test_empty (YdDetailFixture *fixture,
            gconstpointer    user_data)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->pane->stack), ==, "empty");
  yd_detail_fixture_choose (fixture, 4, 3);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->pane->stack), ==, "point");
  yd_session_set_selected (fixture->session, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->pane->stack), ==, "empty");
}

static void
test_shows (YdDetailFixture *fixture,
            gconstpointer    user_data)
{
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = yd_detail_fixture_choose (fixture, 4, 3);

  g_assert_cmpstr (gtk_label_get_label (pane->place), ==, "五、进一步加强制度和体系建设");
  g_assert_cmpstr (gtk_label_get_label (pane->number), ==, "(四)");
  assert_shown (pane->title, "依法规范依申请公开工作");
  assert_shown (pane->text, yd_row_get_cell (point, YD_POINT_TEXT));

  /* It is the document's own text, so that it is quoted once and not twice. */
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (pane->text), "yd-quote"));
  g_assert_false (gtk_widget_get_visible (pane->quote_box));

  for (guint i = 0; i < 3; i++)
    g_assert_nonnull (yd_detail_fixture_get_row (pane->units_section, i));
  g_assert_null (yd_detail_section_get_row (pane->units_section, 3));
  g_assert_null (yd_detail_section_get_row (pane->deadlines_section, 0));
  g_assert_true (gtk_widget_get_visible (pane->checks));

  yd_detail_fixture_choose (fixture, 4, 1);
  g_assert_nonnull (yd_detail_section_get_row (pane->deadlines_section, 1));
  g_assert_null (yd_detail_section_get_row (pane->deadlines_section, 2));

  yd_detail_fixture_wait_until_quiet (fixture);
  g_assert_cmpuint (yd_detail_history_get_n (pane->history), ==, 1);
}

static void
test_title (YdDetailFixture *fixture,
            gconstpointer    user_data)
{
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = yd_detail_fixture_choose (fixture, 4, 3);

  type (pane->title, "  依申请公开\n");
  g_assert_cmpuint (fixture->n_committed, ==, 0);
  gtk_widget_grab_focus (fixture->other);
  yd_detail_fixture_spin ();
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  g_assert_cmpstr (yd_point_get_title (point), ==, "依申请公开");
  assert_shown (pane->title, "依申请公开");
  g_assert_false (yd_plan_is_proposed (point));

  yd_detail_fixture_undo (fixture);
  assert_shown (pane->title, "依法规范依申请公开工作");

  /* The same again is nothing to be committed. */
  fixture->n_committed = 0;
  type (pane->title, "依法规范依申请公开工作");
  g_assert_true (yd_cell_text_commit (pane->title));
  g_assert_cmpuint (fixture->n_committed, ==, 0);
}

static void
test_text (YdDetailFixture *fixture,
           gconstpointer    user_data)
{
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = yd_detail_fixture_choose (fixture, 4, 3);
  g_autofree char *issued = g_strdup (yd_row_get_cell (point, YD_POINT_TEXT));

  type (pane->text, "另写的正文");
  g_assert_true (yd_cell_text_commit (pane->text));
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  g_assert_cmpstr (yd_row_get_cell (point, YD_POINT_TEXT), ==, "另写的正文");

  /* Now both are there. */
  g_assert_true (gtk_widget_get_visible (pane->quote_box));
  g_assert_nonnull (strstr (gtk_label_get_label (pane->quote), issued));

  yd_detail_fixture_undo (fixture);
  assert_shown (pane->text, issued);
  g_assert_false (gtk_widget_get_visible (pane->quote_box));
}

/* Whoever goes to another point has said what was typed. */
static void
test_leave (YdDetailFixture *fixture,
            gconstpointer    user_data)
{
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = yd_detail_fixture_choose (fixture, 0, 0);
  YdPoint *other = yd_detail_fixture_get_point (fixture, 0, 1);

  type (pane->title, "甲");
  yd_session_set_selected (fixture->session, other);
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  g_assert_cmpstr (yd_point_get_title (point), ==, "甲");
  assert_shown (pane->title, yd_point_get_title (other));
}

/* So has who closes the window, or hides the pane. */
static void
test_hide (YdDetailFixture *fixture,
           gconstpointer    user_data)
{
  YdPoint *point = yd_detail_fixture_choose (fixture, 0, 0);

  type (fixture->pane->text, "乙");
  gtk_widget_hide (GTK_WIDGET (fixture->pane));
  g_assert_cmpstr (yd_row_get_cell (point, YD_POINT_TEXT), ==, "乙");
  g_assert_cmpuint (fixture->n_committed, ==, 1);
}

static void
rename_elsewhere (YdDetailFixture *fixture,
                  YdPoint         *point,
                  const char      *title)
{
  g_autoptr(YdEdit) edit = yd_plan_edit_rename (point, title);

  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
}

/* What somebody else wrote meanwhile is not written over, and nothing is lost. */
static void
test_stale (YdDetailFixture *fixture,
            gconstpointer    user_data)
{
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = yd_detail_fixture_choose (fixture, 0, 0);

  type (pane->title, "我的");
  rename_elsewhere (fixture, point, "他的");
  assert_shown (pane->title, "我的");
  g_assert_false (yd_cell_text_commit (pane->title));
  g_assert_cmpstr (yd_point_get_title (point), ==, "他的");

  yd_detail_fixture_choose (fixture, 0, 1);
  g_assert_false (yd_cell_text_get_edited (pane->title));
  yd_detail_fixture_choose (fixture, 0, 0);
  assert_shown (pane->title, "我的");

  gtk_widget_activate_action (GTK_WIDGET (pane->title), "cell.mine", NULL);
  g_assert_cmpstr (yd_point_get_title (point), ==, "我的");

  type (pane->title, "又是我的");
  rename_elsewhere (fixture, point, "又是他的");
  g_assert_false (yd_cell_text_commit (pane->title));
  gtk_widget_activate_action (GTK_WIDGET (pane->title), "cell.theirs", NULL);
  assert_shown (pane->title, "又是他的");
  g_assert_cmpstr (yd_point_get_title (point), ==, "又是他的");
}

static const char *
get_role (YdFactRow *row)
{
  return yd_row_get_cell (yd_fact_row_get_fact (row), YD_ASSIGNMENT_ROLE);
}

static void
test_role (YdDetailFixture *fixture,
           gconstpointer    user_data)
{
  YdFactRow *row;

  yd_detail_fixture_choose (fixture, 4, 3);
  row = yd_detail_fixture_get_row (fixture->pane->units_section, 1);
  g_assert_cmpstr (get_role (row), ==, "responsible");

  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_widget_activate_action (GTK_WIDGET (row), "fact.role", "s", "support");
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  g_assert_cmpstr (get_role (row), ==, "support");

  /* The row is still the same, and has the focus. */
  g_assert_true (yd_detail_fixture_get_row (fixture->pane->units_section, 1) == row);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (row));

  gtk_widget_activate_action (GTK_WIDGET (row), "fact.next-role", NULL);
  g_assert_cmpstr (get_role (row), ==, "lead");
  yd_detail_fixture_undo (fixture);
  yd_detail_fixture_undo (fixture);
  g_assert_cmpstr (get_role (row), ==, "responsible");
}

static void
test_unit (YdDetailFixture *fixture,
           gconstpointer    user_data)
{
  YdDetailPane *pane = fixture->pane;
  GtkText *text = yd_unit_entry_get_text (pane->unit_entry);
  guint n_units = g_list_model_get_n_items
                  (yd_plan_get_units (yd_session_get_plan (fixture->session)));
  YdPoint *point = yd_detail_fixture_choose (fixture, 4, 3);
  GListModel *assignments = yd_point_get_assignments (point);

  /* 市财政局, by its initials. */
  gtk_editable_set_text (GTK_EDITABLE (text), "sczj");
  g_assert_cmpuint (yd_unit_entry_get_found (pane->unit_entry), ==, 1);
  g_signal_emit_by_name (text, "activate");
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (assignments), ==, 4);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "");

  /* What is there already is not there twice. */
  gtk_editable_set_text (GTK_EDITABLE (text), "市财政局");
  g_signal_emit_by_name (text, "activate");
  g_assert_cmpuint (fixture->n_committed, ==, 1);

  gtk_editable_set_text (GTK_EDITABLE (text), "市大数据局");
  g_signal_emit_by_name (text, "activate");
  g_assert_cmpuint (fixture->n_committed, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (assignments), ==, 5);
  g_assert_cmpuint (g_list_model_get_n_items
                    (yd_plan_get_units (yd_session_get_plan (fixture->session))), ==, n_units + 1);

  yd_detail_fixture_undo (fixture);
  yd_detail_fixture_undo (fixture);
  g_assert_null (yd_detail_section_get_row (pane->units_section, 3));
}

static void
test_remove (YdDetailFixture *fixture,
             gconstpointer    user_data)
{
  YdDetailSection *units = fixture->pane->units_section;
  YdFactRow *row, *next;

  yd_detail_fixture_choose (fixture, 4, 3);
  row = yd_detail_fixture_get_row (units, 0);
  next = yd_detail_fixture_get_row (units, 1);

  /* What was accepted is deleted, what is only proposed is refused. */
  gtk_widget_activate_action (GTK_WIDGET (row), "fact.accept", NULL);
  g_assert_false (yd_plan_is_proposed (yd_fact_row_get_fact (row)));
  gtk_widget_activate_action (GTK_WIDGET (row), "fact.delete", NULL);
  g_assert_true (yd_detail_fixture_get_row (units, 0) == next);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (next));
  gtk_widget_activate_action (GTK_WIDGET (next), "fact.delete", NULL);
  g_assert_cmpuint (fixture->n_committed, ==, 3);
  g_assert_null (yd_detail_section_get_row (units, 1));

  yd_detail_fixture_undo (fixture);
  yd_detail_fixture_undo (fixture);
  g_assert_nonnull (yd_detail_section_get_row (units, 2));
}

static void
test_accept_all (YdDetailFixture *fixture,
                 gconstpointer    user_data)
{
  YdPoint *point = yd_detail_fixture_choose (fixture, 4, 1);

  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "detail.accept-all", NULL);
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  g_assert_false (yd_plan_is_proposed (point));
  g_assert_false (gtk_widget_get_visible (fixture->pane->checks));
  yd_detail_fixture_undo (fixture);
  g_assert_true (yd_plan_is_proposed (point));
  g_assert_true (gtk_widget_get_visible (fixture->pane->checks));
}

static YdRow *
find_order (YdDetailPane *pane,
            YdPoint      *pred,
            YdPoint      *succ)
{
  for (guint i = 0; yd_detail_section_get_row (pane->orders_section, i) != NULL; i++)
    {
      YdRow *order = yd_fact_row_get_fact (yd_detail_fixture_get_row (pane->orders_section, i));

      if (g_strcmp0 (yd_row_get_cell (order, YD_DEPENDENCY_PRED), yd_row_get_id (pred)) == 0 &&
          g_strcmp0 (yd_row_get_cell (order, YD_DEPENDENCY_SUCC), yd_row_get_id (succ)) == 0)
        return order;
    }

  return NULL;
}

/* By hand, both ways; what would go round in a circle is refused, with all its points named. */
static void
test_order (YdDetailFixture *fixture,
            gconstpointer    user_data)
{
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = yd_detail_fixture_choose (fixture, 4, 3);
  YdPoint *other = yd_detail_fixture_get_point (fixture, 4, 1);
  YdRow *order;

  yd_order_editor_edit (pane->order_editor, YD_PAGE (pane), point, NULL);
  g_assert_false (yd_order_editor_apply (pane->order_editor));
  yd_order_editor_fill (pane->order_editor, "五（二）", FALSE, "FS", 5);
  g_assert_true (yd_order_editor_apply (pane->order_editor));
  g_assert_cmpuint (fixture->n_committed, ==, 1);

  order = find_order (pane, other, point);
  g_assert_nonnull (order);
  g_assert_cmpint (yd_row_get_int (order, YD_DEPENDENCY_LAG, 0), ==, 5);
  g_assert_cmpstr (yd_row_get_cell (order, YD_DEPENDENCY_MEASURE), ==, "workdays");

  /* The other way round closes the circle. */
  yd_order_editor_edit (pane->order_editor, YD_PAGE (pane), point, NULL);
  yd_order_editor_fill (pane->order_editor, yd_point_get_title (other), TRUE, "SS", 0);
  g_assert_false (yd_order_editor_apply (pane->order_editor));
  g_assert_nonnull (strstr (yd_order_editor_get_problem (pane->order_editor),
                            yd_point_get_title (point)));
  g_assert_nonnull (strstr (yd_order_editor_get_problem (pane->order_editor),
                            yd_point_get_title (other)));
  g_assert_cmpuint (fixture->n_committed, ==, 1);

  yd_order_editor_edit (pane->order_editor, YD_PAGE (pane), point, order);
  yd_order_editor_fill (pane->order_editor, yd_point_get_title (other), TRUE, "FF", 0);
  g_assert_true (yd_order_editor_apply (pane->order_editor));
  g_assert_true (find_order (pane, point, other) == order);
  g_assert_cmpstr (yd_row_get_cell (order, YD_DEPENDENCY_TYPE), ==, "FF");
  g_assert_null (yd_row_get_cell (order, YD_DEPENDENCY_MEASURE));

  yd_detail_fixture_undo (fixture);
  yd_detail_fixture_undo (fixture);
  g_assert_null (find_order (pane, other, point));
}

typedef struct
{
  const char *type;
  int         lag;
  const char *measure;
  gboolean    is_first;
  const char *words;
} OrderCase;

static const OrderCase order_cases[] = {
  { "FS",  0, NULL,       TRUE,  "X can start after this ends"                           },
  { "FS",  1, "workdays", FALSE, "This can start after X ends, 1 working day later"      },
  { "SS",  2, "days",     FALSE, "This can start after X starts, 2 days later"           },
  { "FF", -3, "workdays", TRUE,  "X can end after this ends, up to 3 working days earlier" },
  { "SF", -1, "days",     FALSE, "This can end after X starts, up to 1 day earlier"      },
  { NULL,  0, NULL,       FALSE, "This can start after X ends"                           },
};

static void
test_order_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_cases); i++)
    {
      const OrderCase *c = &order_cases[i];
      g_autofree char *words = yd_order_dup_words (c->type, c->lag, c->measure, "X", c->is_first);

      g_assert_cmpstr (words, ==, c->words);
    }
}

/* One step in the middle is taken back, and what came after it stays. */
static void
test_history (YdDetailFixture *fixture,
              gconstpointer    user_data)
{
  YdDetailPane *pane = fixture->pane;
  YdPoint *point = yd_detail_fixture_choose (fixture, 0, 0);
  YdFactRow *row = yd_detail_fixture_get_row (pane->units_section, 0);
  g_autoptr(YdEdit) rename = yd_plan_edit_rename (point, "甲");

  g_assert_true (yd_session_commit (fixture->session, rename, NULL));
  gtk_widget_activate_action (GTK_WIDGET (row), "fact.role", "s", "lead");
  yd_detail_fixture_wait_until_quiet (fixture);
  g_assert_cmpuint (yd_detail_history_get_n (pane->history), ==, 3);

  yd_detail_fixture_take_back (fixture, rename);
  yd_detail_fixture_wait_until_quiet (fixture);
  g_assert_cmpuint (yd_detail_history_get_n (pane->history), ==, 4);
  g_assert_cmpstr (get_role (row), ==, "lead");
  assert_shown (pane->title, yd_point_get_title (point));
  g_assert_cmpstr (yd_point_get_title (point), !=, "甲");
}

/* Without a journal everything can be read and nothing can be changed. */
static void
test_read_only (YdDetailFixture *fixture,
                gconstpointer    user_data)
{
  YdDetailPane *pane = fixture->pane;
  g_autoptr(YdPlan) plan = g_object_ref (yd_session_get_plan (fixture->session));
  GtkWidget *row;

  yd_session_show (fixture->session, plan, NULL, NULL);
  yd_detail_fixture_choose (fixture, 4, 3);
  g_assert_false (gtk_text_view_get_editable (yd_cell_text_get_view (pane->title)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (pane->unit_entry)));
  row = GTK_WIDGET (yd_detail_fixture_get_row (pane->units_section, 0));
  gtk_widget_activate_action (row, "fact.delete", NULL);
  gtk_widget_activate_action (row, "fact.role", "s", "support");
  g_assert_cmpuint (fixture->n_committed, ==, 0);
  g_assert_nonnull (yd_detail_section_get_row (pane->units_section, 2));
}

static int
get_height (GtkWidget *widget,
            int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

/* A text is as high as its lines, also before it was ever shown. */
static void
test_height (YdDetailFixture *fixture,
             gconstpointer    user_data)
{
  GtkWidget *text = GTK_WIDGET (yd_cell_text_get_view (fixture->pane->text));
  int wide, narrow;

  yd_detail_fixture_choose (fixture, 0, 1);
  wide = get_height (text, 300);
  narrow = get_height (text, 150);
  g_assert_cmpint (narrow, >, wide * 3 / 2);
  g_assert_cmpint (get_height (text, 300), ==, wide);
  type (fixture->pane->text, "甲");
  g_assert_cmpint (get_height (text, 300), <, wide / 3);
  yd_cell_text_commit (fixture->pane->text);
}

/* A point that goes takes its pane with it. */
static void
test_gone (YdDetailFixture *fixture,
           gconstpointer    user_data)
{
  YdPoint *point = yd_detail_fixture_choose (fixture, 0, 0);
  g_autoptr(GPtrArray) points = g_ptr_array_new ();
  g_autoptr(YdEdit) edit = NULL;

  g_ptr_array_add (points, point);
  edit = yd_plan_edit_delete_points (yd_session_get_plan (fixture->session), points);
  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->pane->stack), ==, "empty");

  yd_detail_fixture_choose (fixture, 4, 3);
  yd_session_close (fixture->session);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->pane->stack), ==, "empty");
}

/* As an application does by itself. */
#define ADD(path, func) g_test_add (path, YdDetailFixture, NULL, \
  yd_detail_fixture_set_up, func, yd_detail_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();
  yd_detail_fixture_load_style ();

  ADD ("/detail/empty", test_empty);
  ADD ("/detail/shows", test_shows);
  ADD ("/detail/title", test_title);
  ADD ("/detail/text", test_text);
  ADD ("/detail/leave", test_leave);
  ADD ("/detail/hide", test_hide);
  ADD ("/detail/stale", test_stale);
  ADD ("/detail/role", test_role);
  ADD ("/detail/unit", test_unit);
  ADD ("/detail/remove", test_remove);
  ADD ("/detail/accept-all", test_accept_all);
  ADD ("/detail/order", test_order);
  g_test_add_func ("/detail/order-words", test_order_words);
  ADD ("/detail/history", test_history);
  ADD ("/detail/read-only", test_read_only);
  ADD ("/detail/height", test_height);
  ADD ("/detail/gone", test_gone);

  return g_test_run ();
}
