/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source-fixture.h"

#include "yd-choice.h"
#include "yd-correct-popover.h"
#include "yd-plan-edits.h"
#include "yd-test-gtk.h"

typedef YdSourceFixture Fixture;

#define FACTS 118               /* what the sample says: points, units, deadlines, orders */

static const YdReviewCounts *
get_counts (Fixture *fixture)
{
  return yd_review_model_get_counts (yd_review_list_get_model (fixture->review));
}

static YdRow *
get_current (Fixture *fixture)
{
  YdReviewItem *item = yd_review_list_get_current (fixture->review);

  return item != NULL ? yd_review_item_get_row (item) : NULL;
}

static guint
count_lines (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (yd_review_list_get_model (fixture->review)));
}

static gboolean
press (Fixture         *fixture,
       guint            keyval,
       GdkModifierType  state)
{
  GtkWidget *view = yd_source_fixture_find (GTK_WIDGET (fixture->review), GTK_TYPE_LIST_VIEW);

  return yd_source_fixture_press (fixture, view, keyval, state);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  yd_source_fixture_set_up (fixture, user_data);
  g_assert_cmpuint (yd_session_get_n_proposed (fixture->session), ==, FACTS);
  yd_source_page_set_reviewing (fixture->page, TRUE);
  yd_source_fixture_settle (fixture);
  g_assert_cmpuint (get_counts (fixture)->left, ==, FACTS);
  g_assert_cmpuint (get_counts (fixture)->read, ==, FACTS);
}

static void
go_to (Fixture    *fixture,
       YdKind      kind,
       const char *words)
{
  GListModel *lines = G_LIST_MODEL (yd_review_list_get_model (fixture->review));

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(YdReviewItem) item = g_list_model_get_item (lines, i);
      YdRow *row = yd_review_item_get_row (item);

      if (row != NULL && yd_row_get_kind (row) == kind &&
          (words == NULL || g_strcmp0 (yd_row_get_cell (row, kind == YD_KIND_DEADLINE
                                                               ? YD_DEADLINE_WORDS
                                                               : YD_ASSIGNMENT_WORDS), words) == 0))
        {
          yd_review_list_select (fixture->review, i);
          return;
        }
    }

  g_assert_not_reached ();
}

/* The first line that is to be checked is the current one, and its point is selected. */
static void
test_start (Fixture       *fixture,
            gconstpointer  user_data)
{
  YdRow *row = get_current (fixture);

  g_assert_nonnull (row);
  g_assert_true (yd_plan_is_proposed (row));
  g_assert_true (yd_session_get_selected (fixture->session) == row);
}

static void
test_accept (Fixture       *fixture,
             gconstpointer  user_data)
{
  YdRow *first = get_current (fixture);
  YdRow *second;

  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_false (yd_plan_is_proposed (first));
  second = get_current (fixture);
  g_assert_true (second != first && yd_plan_is_proposed (second));
  g_assert_cmpuint (get_counts (fixture)->left, ==, FACTS - 1);
  g_assert_cmpuint (fixture->n_committed, ==, 1);

  /* On, in the order of the document. */
  press (fixture, GDK_KEY_Return, 0);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (get_counts (fixture)->left, ==, FACTS - 3);
  g_assert_cmpint (yd_row_get_kind (get_current (fixture)), ==, YD_KIND_ASSIGNMENT);

  yd_source_fixture_settle (fixture);
  yd_source_fixture_undo (fixture);
  yd_source_fixture_undo (fixture);
  yd_source_fixture_undo (fixture);
  g_assert_true (yd_plan_is_proposed (first));
  g_assert_cmpuint (get_counts (fixture)->left, ==, FACTS);
}

/* A line that is left stays the same object: the list follows, it is not made anew. */
static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            GString    *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, removed, added);
}

static void
test_follow (Fixture       *fixture,
             gconstpointer  user_data)
{
  GListModel *lines = G_LIST_MODEL (yd_review_list_get_model (fixture->review));
  g_autoptr(GString) log = g_string_new (NULL);

  g_signal_connect (lines, "items-changed", G_CALLBACK (changed_cb), log);

  /* The first chapter has nothing but its own line: it goes, with its head. */
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (log->str, ==, "0-2+0 ");

  /* A unit stays while others of its point are to be checked. */
  g_string_truncate (log, 0);
  go_to (fixture, YD_KIND_ASSIGNMENT, "市审改办");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (log->str, ==, "");

  g_string_truncate (log, 0);
  yd_source_fixture_settle (fixture);
  yd_source_fixture_undo (fixture);
  yd_source_fixture_undo (fixture);
  g_assert_cmpstr (log->str, ==, "0-0+2 ");
  g_signal_handlers_disconnect_by_func (lines, changed_cb, log);
}

static void
test_drop (Fixture       *fixture,
           gconstpointer  user_data)
{
  YdRow *row;
  guint n_lines;

  go_to (fixture, YD_KIND_ASSIGNMENT, "市行政审批局");
  row = get_current (fixture);
  n_lines = count_lines (fixture);

  g_assert_true (press (fixture, GDK_KEY_Delete, 0));
  g_assert_false (yd_space_is_live (YD_SPACE (fixture->plan), row));
  g_assert_cmpstr (yd_row_get_cell (row, YD_ASSIGNMENT_CHECK), ==, "refused");
  g_assert_cmpuint (count_lines (fixture), ==, n_lines - 1);
  g_assert_cmpuint (get_counts (fixture)->left, ==, FACTS - 1);
  g_assert_cmpstr (yd_row_get_cell (get_current (fixture), YD_ASSIGNMENT_WORDS), ==,
                   "市项目服务局");

  yd_source_fixture_settle (fixture);
  yd_source_fixture_undo (fixture);
  g_assert_true (yd_space_is_live (YD_SPACE (fixture->plan), row));
  g_assert_cmpuint (count_lines (fixture), ==, n_lines);
}

/* Everything below the first chapter, in one edit and one undo. */
static void
test_chapter (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr(YdRow) chapter = g_list_model_get_item (yd_plan_get_points (fixture->plan), 0);
  guint n_facts = 2;            /* the chapter, and an order that names no point */
  GListModel *points = yd_point_get_children (chapter);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(YdRow) point = g_list_model_get_item (points, i);

      n_facts += 1 + g_list_model_get_n_items (yd_point_get_assignments (point));
    }

  g_assert_true (press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  g_assert_cmpuint (get_counts (fixture)->left, ==, FACTS - n_facts);
  g_assert_false (yd_plan_is_proposed (chapter));
  g_assert_cmpstr (yd_row_get_cell (get_current (fixture), YD_POINT_PRINTED), ==, "二、");

  yd_source_fixture_settle (fixture);
  yd_source_fixture_undo (fixture);
  g_assert_cmpuint (get_counts (fixture)->left, ==, FACTS);
  g_assert_true (yd_plan_is_proposed (chapter));

  /* From its end it goes on with the next one as well, and leaves nothing of that out. */
  go_to (fixture, YD_KIND_ASSIGNMENT, "市国资委");
  g_assert_true (press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpstr (yd_row_get_cell (get_current (fixture), YD_POINT_PRINTED), ==, "二、");
}

/* A point goes with all its lines when the last of them is accepted: the next one starts with its
 * own.
 */
static void
test_last_of_point (Fixture       *fixture,
                    gconstpointer  user_data)
{
  GListModel *lines = G_LIST_MODEL (yd_review_list_get_model (fixture->review));
  g_autoptr(YdReviewItem) next = NULL;
  YdPoint *point;
  guint n = 0;

  go_to (fixture, YD_KIND_ASSIGNMENT, "市审改办");
  point = yd_session_get_selected (fixture->session);
  yd_review_list_select (fixture->review, yd_review_model_find_row (
    yd_review_list_get_model (fixture->review), point));
  next = g_list_model_get_item (lines, yd_review_list_get_position (fixture->review));
  while (yd_review_item_get_point (next) == point)
    {
      g_object_unref (next);
      next = g_list_model_get_item (lines, yd_review_list_get_position (fixture->review) + ++n);
    }
  g_assert_cmpuint (n, >, 2);
  g_assert_true (yd_review_item_is_head (next));

  for (; n > 0; n--)
    press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (yd_review_model_find_point (yd_review_list_get_model (fixture->review), point),
                    ==, YD_REVIEW_NONE);
  g_assert_true (get_current (fixture) == yd_review_item_get_point (next));
}

/* After much was accepted at once it goes on with the nearest line below that is left. */
static void
test_sure_place (Fixture       *fixture,
                 gconstpointer  user_data)
{
  GListModel *lines = G_LIST_MODEL (yd_review_list_get_model (fixture->review));
  g_autoptr(GPtrArray) below = g_ptr_array_new ();
  guint i = 0;

  go_to (fixture, YD_KIND_ASSIGNMENT, "市国资委");
  for (guint at = yd_review_list_get_position (fixture->review);
       at < g_list_model_get_n_items (lines); at++)
    {
      g_autoptr(YdReviewItem) item = g_list_model_get_item (lines, at);

      if (yd_review_item_get_row (item) != NULL)
        g_ptr_array_add (below, yd_review_item_get_row (item));
    }

  press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  yd_source_fixture_settle (fixture);
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  while (i < below->len && !yd_plan_is_proposed (g_ptr_array_index (below, i)))
    i++;
  g_assert_cmpuint (i, >, 0);
  g_assert_cmpuint (i, <, below->len);
  g_assert_true (get_current (fixture) == g_ptr_array_index (below, i));
}

static void
test_sure (Fixture       *fixture,
           gconstpointer  user_data)
{
  GtkWidget *stack = yd_source_fixture_find (GTK_WIDGET (fixture->review), GTK_TYPE_STACK);
  guint left;

  g_assert_true (press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  yd_source_fixture_settle (fixture);
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  left = get_counts (fixture)->left;
  g_assert_cmpuint (left, <, FACTS / 4);

  /* What is left takes one key each, and then all is checked. */
  for (guint i = 0; i < left; i++)
    press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (get_counts (fixture)->left, ==, 0);
  g_assert_cmpuint (count_lines (fixture), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "done");
}

/* What is done before all that is sure is accepted stays, and the rest is accepted all the same. */
static void
test_sure_changed (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autoptr(YdRow) chapter = g_list_model_get_item (yd_plan_get_points (fixture->plan), 0);
  g_autoptr(YdEdit) rename = yd_plan_edit_rename (chapter, "另一个标题");

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "source.accept-sure", NULL);
  g_assert_true (yd_session_commit (fixture->session, rename, NULL));
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  yd_source_fixture_settle (fixture);
  g_assert_cmpuint (fixture->n_committed, ==, 2);
  g_assert_cmpuint (get_counts (fixture)->left, <, FACTS / 4);
  g_assert_cmpstr (yd_point_get_title (chapter), ==, "另一个标题");
}

/* The plan is closed before anything was accepted: then nothing is. */
static void
test_sure_closed (Fixture       *fixture,
                  gconstpointer  user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "source.accept-sure", NULL);
  fixture->plan = NULL;
  yd_session_close (fixture->session);
  yd_source_fixture_settle (fixture);
  g_assert_cmpuint (fixture->n_committed, ==, 0);
}

static YdCorrectPopover *
open_popover (Fixture *fixture)
{
  GtkWidget *popover;

  g_assert_true (press (fixture, GDK_KEY_F2, 0));
  popover = yd_source_fixture_find (GTK_WIDGET (fixture->review), YD_TYPE_CORRECT_POPOVER);
  g_assert_nonnull (popover);

  return YD_CORRECT_POPOVER (popover);
}

static void
test_correct_role (Fixture       *fixture,
                   gconstpointer  user_data)
{
  YdCorrectPopover *popover;
  YdRow *row;

  go_to (fixture, YD_KIND_ASSIGNMENT, "市审改办");
  row = get_current (fixture);
  popover = open_popover (fixture);
  yd_choice_set_selected (YD_CHOICE (yd_correct_popover_get_field (popover)), 0);
  yd_correct_popover_apply (popover);

  g_assert_cmpstr (yd_row_get_cell (row, YD_ASSIGNMENT_ROLE), ==, "lead");
  g_assert_cmpstr (yd_row_get_cell (row, YD_ASSIGNMENT_CHECK), ==, "confirmed");
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  g_assert_true (get_current (fixture) != row);
}

static void
test_correct_title (Fixture       *fixture,
                    gconstpointer  user_data)
{
  YdRow *row = get_current (fixture);
  YdCorrectPopover *popover = open_popover (fixture);
  GtkEditable *entry = GTK_EDITABLE (yd_correct_popover_get_field (popover));

  /* Nothing is no title. */
  gtk_editable_set_text (entry, "");
  yd_correct_popover_apply (popover);
  g_assert_cmpuint (fixture->n_committed, ==, 0);

  gtk_editable_set_text (entry, "以公开促改革");
  yd_correct_popover_apply (popover);
  g_assert_cmpstr (yd_point_get_title (row), ==, "以公开促改革");
  g_assert_false (yd_plan_is_proposed (row));
}

static void
test_correct_count (Fixture       *fixture,
                    gconstpointer  user_data)
{
  YdCorrectPopover *popover;
  YdRow *row;

  go_to (fixture, YD_KIND_DEADLINE, "印发后30个工作日内");
  row = get_current (fixture);
  popover = open_popover (fixture);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (yd_correct_popover_get_field (popover)), 20);
  yd_correct_popover_apply (popover);

  g_assert_cmpint (yd_row_get_int (row, YD_DEADLINE_N, 0), ==, 20);
  g_assert_cmpstr (yd_row_get_cell (row, YD_DEADLINE_MEASURE), ==, "workdays");
  g_assert_cmpstr (yd_row_get_cell (row, YD_DEADLINE_CHECK), ==, "confirmed");
  g_assert_cmpstr (yd_row_get_cell (row, YD_DEADLINE_WORDS), ==, "印发后30个工作日内");
}

/* A day may be written as the document has it; what it comes to is said at once. */
static void
test_correct_day (Fixture       *fixture,
                  gconstpointer  user_data)
{
  YdCorrectPopover *popover;
  GtkEditable *entry;
  YdRow *row;

  go_to (fixture, YD_KIND_DEADLINE, "年内至少听取1次");
  row = get_current (fixture);
  popover = open_popover (fixture);
  entry = GTK_EDITABLE (yd_correct_popover_get_field (popover));

  gtk_editable_set_text (entry, "年底");
  yd_correct_popover_apply (popover);
  g_assert_cmpuint (fixture->n_committed, ==, 0);

  gtk_editable_set_text (entry, "12月15日");
  yd_correct_popover_apply (popover);
  g_assert_cmpstr (yd_row_get_cell (row, YD_DEADLINE_RULE), ==, "date");
  g_assert_cmpstr (yd_row_get_cell (row, YD_DEADLINE_VALUE), ==, "2017-12-15");
  g_assert_cmpstr (yd_row_get_cell (row, YD_DEADLINE_N), ==, NULL);
  g_assert_cmpstr (yd_row_get_cell (row, YD_DEADLINE_CHECK), ==, "confirmed");
}

/* Moving in one moves the other. */
static void
test_together (Fixture       *fixture,
               gconstpointer  user_data)
{
  YdSourceMarks *marks = yd_source_text_get_marks (fixture->text);
  const YdMark *mark;
  GtkTextIter iter;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));

  go_to (fixture, YD_KIND_DEADLINE, "24小时内");
  mark = yd_source_marks_find_row (marks, get_current (fixture));
  g_assert_true (yd_session_get_selected (fixture->session) == mark->point);
  g_assert_cmpuint (yd_source_text_get_place (fixture->text), ==, mark->span.start);

  go_to (fixture, YD_KIND_ASSIGNMENT, "市国资委");
  mark = yd_source_marks_find_row (marks, get_current (fixture));
  go_to (fixture, YD_KIND_DEADLINE, "24小时内");
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, mark->span.start + 1);
  gtk_text_buffer_place_cursor (buffer, &iter);
  yd_source_fixture_press (fixture, GTK_WIDGET (fixture->text), GDK_KEY_Return, 0);
  g_assert_true (get_current (fixture) == mark->row);
}

static void
test_state (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr(GVariant) state = yd_page_dup_state (YD_PAGE (fixture->page));

  yd_source_page_set_reviewing (fixture->page, FALSE);
  g_assert_false (yd_source_page_get_reviewing (fixture->page));
  yd_page_restore_state (YD_PAGE (fixture->page), state);
  g_assert_true (yd_source_page_get_reviewing (fixture->page));
}

/* Who leaves the list, or the program, comes back to the line where he was. */
static void
test_place (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr(GVariant) state = NULL;
  g_autoptr(YdRow) point = NULL;
  YdRow *row;

  go_to (fixture, YD_KIND_ASSIGNMENT, "市国资委");
  row = get_current (fixture);
  yd_source_page_set_reviewing (fixture->page, FALSE);
  yd_source_page_set_reviewing (fixture->page, TRUE);
  yd_source_fixture_settle (fixture);
  g_assert_true (get_current (fixture) == row);

  state = yd_page_dup_state (YD_PAGE (fixture->page));
  go_to (fixture, YD_KIND_DEADLINE, "24小时内");
  yd_source_page_set_reviewing (fixture->page, FALSE);
  yd_session_set_selected (fixture->session, NULL);
  yd_page_restore_state (YD_PAGE (fixture->page), state);
  yd_source_fixture_settle (fixture);
  g_assert_true (get_current (fixture) == row);

  /* Another point was chosen meanwhile: that one is meant. */
  yd_source_page_set_reviewing (fixture->page, FALSE);
  point = g_list_model_get_item (yd_plan_get_points (fixture->plan), 2);
  yd_session_set_selected (fixture->session, point);
  yd_source_page_set_reviewing (fixture->page, TRUE);
  yd_source_fixture_settle (fixture);
  g_assert_true (get_current (fixture) == point);
}

static gboolean
is_hidden (Fixture *fixture,
           guint    character)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "hidden");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, character);

  return gtk_text_iter_has_tag (&iter, tag);
}

/* What is checked takes one line, unless it is looked at, or the list is left. */
static void
test_fold (Fixture       *fixture,
           gconstpointer  user_data)
{
  const YdMarkedBlock *block;
  YdPoint *point;
  guint last;

  go_to (fixture, YD_KIND_ASSIGNMENT, "市招商局");
  point = yd_session_get_selected (fixture->session);
  block = yd_source_marks_find_block (yd_source_text_get_marks (fixture->text), point);
  last = block->span.end - 3;

  press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_true (yd_session_get_selected (fixture->session) != point);
  g_assert_true (is_hidden (fixture, last));
  g_assert_false (is_hidden (fixture, block->span.start));

  yd_session_set_selected (fixture->session, point);
  g_assert_false (is_hidden (fixture, last));
  go_to (fixture, YD_KIND_DEADLINE, "24小时内");
  g_assert_true (is_hidden (fixture, last));
  yd_source_page_set_reviewing (fixture->page, FALSE);
  g_assert_false (is_hidden (fixture, last));

  yd_source_page_set_reviewing (fixture->page, TRUE);
  yd_source_fixture_settle (fixture);
  g_assert_true (is_hidden (fixture, last));
  yd_source_fixture_undo (fixture);
  g_assert_false (is_hidden (fixture, last));
}

/* Behind something hidden GTK does not know where the rest of a line is: there nothing folds. */
static void
test_fold_in_line (Fixture       *fixture,
                   gconstpointer  user_data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  GtkTextIter iter, next;
  YdPoint *point;
  guint last;

  go_to (fixture, YD_KIND_ASSIGNMENT, "市招商局");
  point = yd_session_get_selected (fixture->session);
  last = yd_source_marks_find_block (yd_source_text_get_marks (fixture->text), point)->span.end - 3;
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, last);
  for (gtk_text_iter_forward_to_line_end (&iter); gtk_text_iter_ends_line (&iter); )
    {
      next = iter;
      gtk_text_iter_forward_char (&next);
      gtk_text_buffer_delete (buffer, &iter, &next);
      gtk_text_buffer_insert (buffer, &iter, " ", 1);
    }

  press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_true (yd_session_get_selected (fixture->session) != point);
  g_assert_false (is_hidden (fixture, last));
}

/* What belongs to no point comes last; it can be made one and need not. */
static void
test_unplaced (Fixture       *fixture,
               gconstpointer  user_data)
{
  GtkListView *view = GTK_LIST_VIEW (yd_source_fixture_find (GTK_WIDGET (fixture->review),
                                                             GTK_TYPE_LIST_VIEW));
  GListModel *lines = G_LIST_MODEL (gtk_list_view_get_model (view));
  guint n = g_list_model_get_n_items (lines);
  guint n_points = g_list_model_get_n_items (yd_plan_get_points (fixture->plan));
  g_autoptr(YdReviewItem) head = NULL;
  YdPoint *made;

  g_assert_cmpuint (n, ==, count_lines (fixture) + 3);
  head = g_list_model_get_item (lines, n - 3);
  g_assert_true (yd_review_item_is_head (head) && yd_review_item_is_unplaced (head));
  g_assert_cmpuint (yd_review_item_get_n_left (head), ==, 9);

  yd_review_list_select (fixture->review, n - 1);
  press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpuint (fixture->n_committed, ==, 0);
  press (fixture, GDK_KEY_Return, 0);
  yd_source_fixture_settle (fixture);
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (yd_plan_get_points (fixture->plan)), ==,
                    n_points + 1);
  made = yd_session_get_selected (fixture->session);
  g_assert_cmpstr (yd_point_get_title (made), ==, "抄送:市委各部门,荆门军分区,各人民团体。");
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, n - 1);
  g_assert_cmpuint (get_counts (fixture)->left, ==, FACTS);

  yd_source_fixture_undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, n);
}

#define ADD(path, func) \
  g_test_add (path, Fixture, NULL, set_up, func, yd_source_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();

  ADD ("/review/start", test_start);
  ADD ("/review/accept", test_accept);
  ADD ("/review/follow", test_follow);
  ADD ("/review/drop", test_drop);
  ADD ("/review/chapter", test_chapter);
  ADD ("/review/last-of-point", test_last_of_point);
  ADD ("/review/sure", test_sure);
  ADD ("/review/sure-place", test_sure_place);
  ADD ("/review/sure-changed", test_sure_changed);
  ADD ("/review/sure-closed", test_sure_closed);
  ADD ("/review/correct-role", test_correct_role);
  ADD ("/review/correct-title", test_correct_title);
  ADD ("/review/correct-count", test_correct_count);
  ADD ("/review/correct-day", test_correct_day);
  ADD ("/review/together", test_together);
  ADD ("/review/state", test_state);
  ADD ("/review/fold", test_fold);
  ADD ("/review/fold-in-line", test_fold_in_line);
  ADD ("/review/unplaced", test_unplaced);
  ADD ("/review/place", test_place);

  return g_test_run ();
}
