/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-open.h"
#include "yd-plan-edits.h"
#include "yd-source-fixture.h"
#include "yd-source-text-private.h"
#include "yd-test-gtk.h"

/* As documents are whose lines were lost on the way. */
#define ONE_LINE \
  "2019年政务公开工作要点 做好今年工作。 一、加强政策解读 （一）深入解读重要政策。及时公开。 " \
  "责任单位：市财政局。 （二）积极回应关切。及时回应有关各方，说明情况，答复来信，公布结果，接受监督，" \
  "改进工作，总结经验，形成制度，长期坚持，不断完善，取得实效。 责任单位：市教育局。\n"

typedef YdSourceFixture Fixture;

static YdSource *
get_source (Fixture *fixture)
{
  return yd_source_text_get_source (fixture->text);
}

static char *
dup_marked (Fixture      *fixture,
            const YdMark *mark)
{
  return yd_source_dup_text (get_source (fixture), mark->span);
}

/* The buffer has the document, character for character. */
static void
test_text (Fixture       *fixture,
           gconstpointer  user_data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  g_autofree char *file = NULL;
  g_autofree char *shown = NULL;
  GtkTextIter start, end;

  g_assert_true (g_file_get_contents (g_getenv ("YD_SAMPLE"), &file, NULL, NULL));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (shown, ==, yd_source_get_text (get_source (fixture), NULL));
  g_assert_nonnull (strstr (file, "推进“放管服”改革信息公开"));
  g_assert_nonnull (strstr (shown, "推进“放管服”改革信息公开"));
}

static const char *
get_words (Fixture      *fixture,
           const YdMark *mark)
{
  switch (mark->kind)
    {
    case YD_MARK_UNIT:
      return yd_row_get_cell (mark->row, YD_ASSIGNMENT_WORDS);
    case YD_MARK_DEADLINE:
      return yd_row_get_cell (mark->row, YD_DEADLINE_WORDS);
    case YD_MARK_ORDER:
      return yd_row_get_cell (mark->row, YD_DEPENDENCY_WORDS);
    case YD_MARK_POINT:
    case YD_N_MARK_KINDS:
    default:
      return yd_point_get_title (mark->row);
    }
}

/* What is under a line is what the row says; a heading has its number before it. */
static void
test_marks (Fixture       *fixture,
            gconstpointer  user_data)
{
  YdSourceMarks *marks = yd_source_text_get_marks (fixture->text);
  guint n_marks;
  const YdMark *mark = yd_source_marks_get (marks, &n_marks);
  guint counts[YD_N_MARK_KINDS] = { 0 };

  for (guint i = 0; i < n_marks; i++)
    {
      g_autofree char *text = dup_marked (fixture, &mark[i]);

      counts[mark[i].kind]++;
      if (mark[i].kind == YD_MARK_POINT)
        g_assert_true (g_str_has_suffix (text, get_words (fixture, &mark[i])));
      else
        g_assert_cmpstr (text, ==, get_words (fixture, &mark[i]));
      g_assert_true (yd_source_marks_find_row (marks, mark[i].row) == &mark[i]);
    }

  g_assert_cmpuint (counts[YD_MARK_POINT], ==, 28);
  g_assert_cmpuint (counts[YD_MARK_UNIT], ==, 81);
  g_assert_cmpuint (counts[YD_MARK_DEADLINE], ==, 4);
  g_assert_cmpuint (counts[YD_MARK_ORDER], ==, 5);
  for (guint i = 0; i < YD_N_MARK_KINDS; i++)
    g_assert_cmpuint (counts[i], ==, yd_source_marks_get_count (marks, i));
}

static void
test_unplaced (Fixture       *fixture,
               gconstpointer  user_data)
{
  guint n_paragraphs;
  const YdSpan *spans =
    yd_source_marks_get_unplaced (yd_source_text_get_marks (fixture->text), &n_paragraphs);
  g_autofree char *first = yd_source_dup_text (get_source (fixture), spans[0]);
  g_autofree char *last = yd_source_dup_text (get_source (fixture), spans[n_paragraphs - 1]);

  g_assert_cmpuint (n_paragraphs, ==, 9);
  g_assert_true (g_str_has_prefix (first, "各县、市、区人民政府"));
  g_assert_true (g_str_has_suffix (last, "印发"));
}

static const YdMark *
find_mark (Fixture    *fixture,
           YdMarkKind  kind,
           const char *words)
{
  guint n_marks;
  const YdMark *marks = yd_source_marks_get (yd_source_text_get_marks (fixture->text), &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == kind && strstr (get_words (fixture, &marks[i]), words) != NULL)
      return &marks[i];

  g_assert_not_reached ();
}

static guint
place_cursor (Fixture *fixture,
              YdSpan   span,
              gboolean select)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, span.end);
  gtk_text_buffer_select_range (buffer, &start, select ? &end : &start);

  return span.start;
}

/* Enter on what is underlined selects its point; a point that is selected elsewhere is
 * brought into sight.
 */
static void
test_choose (Fixture       *fixture,
             gconstpointer  user_data)
{
  const YdMark *unit = find_mark (fixture, YD_MARK_UNIT, "市审改办");
  const YdMark *far = find_mark (fixture, YD_MARK_POINT, "依法规范依申请公开工作");

  place_cursor (fixture, unit->span, FALSE);
  g_assert_true (yd_source_fixture_press (fixture, GTK_WIDGET (fixture->text), GDK_KEY_Return, 0));
  g_assert_true (yd_session_get_selected (fixture->session) == unit->point);

  yd_session_set_selected (fixture->session, far->point);
  g_assert_cmpuint (yd_source_text_get_place (fixture->text), <=, far->span.start);
  g_assert_cmpuint (yd_source_text_get_place (fixture->text) + 4, >=, far->span.start);
}

static gboolean
is_in_sight (Fixture *fixture,
             guint    character)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->text);
  GdkRectangle seen, place;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, character);
  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_iter_location (view, &iter, &place);

  return place.y > 0 && place.y >= seen.y && place.y + place.height <= seen.y + seen.height;
}

static gboolean
expired_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* GTK scrolls by and by. */
static void
assert_comes (Fixture *fixture,
              guint    character)
{
  gboolean expired = FALSE;
  guint id = g_timeout_add_seconds (60, expired_cb, &expired);

  while (!expired && !is_in_sight (fixture, character))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (expired);
  g_source_remove (id);
}

/* What was selected while the page was not looked at is in sight when it is, and
 * stays the one that is selected.
 */
static void
test_shown (Fixture       *fixture,
            gconstpointer  user_data)
{
  const YdMark *far = find_mark (fixture, YD_MARK_POINT, "依法规范依申请公开工作");
  const YdMark *near = find_mark (fixture, YD_MARK_POINT, "放管服");
  guint far_start = far->span.start, near_start = near->span.start;
  YdPoint *far_point = far->point, *near_point = near->point;

  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
  yd_session_set_selected (fixture->session, far_point);
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);
  assert_comes (fixture, far_start);
  g_assert_false (is_in_sight (fixture, near_start));

  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
  yd_session_set_selected (fixture->session, near_point);
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);
  assert_comes (fixture, near_start);
  g_assert_true (yd_session_get_selected (fixture->session) == near_point);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  yd_open_finish (YD_SESSION (object), result, NULL, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
open_again (Fixture *fixture)
{
  g_autofree char *id = g_strdup (yd_space_get_id (YD_SPACE (fixture->plan)));
  gboolean opened = FALSE;

  yd_open_plan_async (fixture->session, id, NULL, opened_cb, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
  fixture->plan = yd_session_get_plan (fixture->session);
}

/* A plan that is opened while another page is looked at: its text comes all the same, with
 * its marks, and what is selected is in sight when the page is shown, whether it was
 * selected before the text was there or after.
 */
static void
test_opened_hidden (Fixture       *fixture,
                    gconstpointer  user_data)
{
  const gboolean late[] = { FALSE, TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (late); i++)
    {
      const YdMark *far = find_mark (fixture, YD_MARK_POINT, "依法规范依申请公开工作");
      g_autofree char *id = g_strdup (yd_row_get_id (far->point));
      guint far_start = far->span.start;

      gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
      open_again (fixture);
      if (late[i])
        yd_source_fixture_settle (fixture);
      yd_session_set_selected (fixture->session,
                               yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_POINT, id));
      yd_source_fixture_settle (fixture);
      g_assert_nonnull (yd_source_text_get_marks (fixture->text));
      gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);
      assert_comes (fixture, far_start);
    }
}

/* Who left while checking comes back to the proposal, though it is current before the text
 * is there.
 */
static void
test_opened_reviewing (Fixture       *fixture,
                       gconstpointer  user_data)
{
  YdReviewItem *item;
  const YdMark *mark;

  open_again (fixture);
  yd_source_page_set_reviewing (fixture->page, TRUE);
  yd_source_fixture_settle (fixture);

  item = yd_review_list_get_current (fixture->review);
  g_assert_nonnull (item);
  mark = yd_source_marks_find_row (yd_source_text_get_marks (fixture->text),
                                   yd_review_item_get_row (item));
  g_assert_nonnull (mark);
  g_assert_cmpuint (yd_source_text_get_place (fixture->text), ==, mark->span.start);
  g_assert_cmpuint (mark->span.start, >, 0);
}

/* A kind that is not shown is not there for the keyboard either. */
static void
test_kinds (Fixture       *fixture,
            gconstpointer  user_data)
{
  YdSourceMarks *marks = yd_source_text_get_marks (fixture->text);
  const YdMark *unit = find_mark (fixture, YD_MARK_UNIT, "市审改办");

  g_assert_true (yd_source_marks_find_at (marks, unit->span.start, YD_MARKS_ALL) == unit);
  g_assert_true (yd_source_marks_find_at (marks, unit->span.end - 1, YD_MARKS_ALL) == unit);
  g_assert_true (yd_source_marks_find_at (marks, unit->span.end, YD_MARKS_ALL) != unit);
  g_assert_null (yd_source_marks_find_at (marks, unit->span.start,
                                          YD_MARKS_ALL & ~(1u << YD_MARK_UNIT)));
}

static YdSpan
select_words (Fixture    *fixture,
              const char *words)
{
  const char *text = yd_source_get_text (get_source (fixture), NULL);
  const char *found = strstr (text, words);
  YdSpan span;

  g_assert_nonnull (found);
  span.start = yd_source_get_char (get_source (fixture), found - text);
  span.end = span.start + g_utf8_strlen (words, -1);
  place_cursor (fixture, span, TRUE);

  return span;
}

static void
test_make_point (Fixture       *fixture,
                 gconstpointer  user_data)
{
  const YdMark *parent = find_mark (fixture, YD_MARK_POINT, "放管服");
  YdPoint *above = parent->point;
  YdSpan span = select_words (fixture, "健全清单管理机制");
  g_autofree char *end = g_strdup_printf (":%u-%u", span.start, span.end);
  YdPoint *point;

  yd_source_fixture_act (fixture, "source.make-point");
  point = yd_session_get_selected (fixture->session);
  g_assert_cmpstr (yd_point_get_title (point), ==, "健全清单管理机制");
  g_assert_true (yd_point_get_parent (point) == above);
  g_assert_true (g_str_has_suffix (yd_row_get_cell (point, YD_POINT_SPAN), end));
  g_assert_cmpuint (fixture->n_committed, ==, 1);

  /* Text that belongs to no point stands behind the point before it. */
  select_words (fixture, "抄送:市委各部门");
  yd_source_fixture_act (fixture, "source.make-point");
  g_assert_cmpuint (g_list_model_get_n_items (yd_plan_get_points (fixture->plan)), ==, 7);

  yd_source_fixture_settle (fixture);
  yd_source_fixture_undo (fixture);
  yd_source_fixture_undo (fixture);
  g_assert_false (yd_space_is_live (YD_SPACE (fixture->plan), point));
}

/* A paragraph of no point becomes one without being selected; text of a point does not. */
static void
test_unplaced_point (Fixture       *fixture,
                     gconstpointer  user_data)
{
  guint n_paragraphs;
  const YdSpan *spans =
    yd_source_marks_get_unplaced (yd_source_text_get_marks (fixture->text), &n_paragraphs);
  YdSpan span = spans[1];

  place_cursor (fixture, find_mark (fixture, YD_MARK_UNIT, "市审改办")->span, FALSE);
  yd_source_fixture_act (fixture, "source.make-point");
  g_assert_cmpuint (fixture->n_committed, ==, 0);

  span.start += 4;
  place_cursor (fixture, span, FALSE);
  yd_source_fixture_act (fixture, "source.make-point");
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  g_assert_true (g_str_has_prefix (yd_point_get_title (yd_session_get_selected (fixture->session)),
                                   "《2017年全市政务公开工作要点》"));

  yd_source_fixture_settle (fixture);
  yd_source_marks_get_unplaced (yd_source_text_get_marks (fixture->text), &n_paragraphs);
  g_assert_cmpuint (n_paragraphs, ==, 8);
}

static void
test_add_unit (Fixture       *fixture,
               gconstpointer  user_data)
{
  YdPoint *point = find_mark (fixture, YD_MARK_POINT, "放管服")->point;
  guint n = g_list_model_get_n_items (yd_point_get_assignments (point));
  g_autoptr(YdRow) added = NULL;

  select_words (fixture, "各级政府门户网站");
  yd_source_fixture_act (fixture, "source.add-unit");
  g_assert_cmpuint (g_list_model_get_n_items (yd_point_get_assignments (point)), ==, n + 1);
  added = g_list_model_get_item (yd_point_get_assignments (point), n);
  g_assert_cmpstr (yd_row_get_cell (added, YD_ASSIGNMENT_WORDS), ==, "各级政府门户网站");
  g_assert_cmpstr (yd_row_get_cell (added, YD_ASSIGNMENT_CHECK), ==, "confirmed");

  yd_source_fixture_settle (fixture);
  g_assert_nonnull (yd_source_marks_find_row (yd_source_text_get_marks (fixture->text), added));
}

static void
test_add_deadline (Fixture       *fixture,
                   gconstpointer  user_data)
{
  YdPoint *point = find_mark (fixture, YD_MARK_POINT, "加强解读和回应")->point;
  guint n = g_list_model_get_n_items (yd_point_get_deadlines (point));
  g_autoptr(YdRow) added = NULL;

  /* Words without a date change nothing. */
  select_words (fixture, "进一步健全政策解读");
  yd_source_fixture_act (fixture, "source.add-deadline");
  g_assert_cmpuint (fixture->n_committed, ==, 0);

  select_words (fixture, "24小时内");
  yd_source_fixture_act (fixture, "source.add-deadline");
  g_assert_cmpuint (g_list_model_get_n_items (yd_point_get_deadlines (point)), ==, n + 1);
  added = g_list_model_get_item (yd_point_get_deadlines (point), n);
  g_assert_cmpstr (yd_row_get_cell (added, YD_DEADLINE_RULE), ==, "after");
  g_assert_cmpstr (yd_row_get_cell (added, YD_DEADLINE_N), ==, "24");
  g_assert_cmpstr (yd_row_get_cell (added, YD_DEADLINE_MEASURE), ==, "hours");
  g_assert_cmpstr (yd_row_get_cell (added, YD_DEADLINE_WORDS), ==, "24小时内");
}

static void
test_find (Fixture       *fixture,
           gconstpointer  user_data)
{
  GtkWidget *search = yd_source_fixture_find (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);
  YdSpan span;
  guint first;

  gtk_editable_set_text (GTK_EDITABLE (search), "五(四)");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (yd_point_get_title (yd_session_get_selected (fixture->session)), ==,
                   "依法规范依申请公开工作");

  gtk_editable_set_text (GTK_EDITABLE (search), "云上荆门");
  g_signal_emit_by_name (search, "activate");
  g_assert_true (yd_source_text_get_selection (fixture->text, &span));
  g_assert_cmpuint (span.end - span.start, ==, 4);

  /* From one place to the next, and round again. */
  gtk_editable_set_text (GTK_EDITABLE (search), "市审改办");
  g_signal_emit_by_name (search, "activate");
  g_assert_true (yd_source_text_get_selection (fixture->text, &span));
  first = span.start;
  g_signal_emit_by_name (search, "activate");
  g_assert_true (yd_source_text_get_selection (fixture->text, &span));
  g_assert_cmpuint (span.start, ==, first);
}

/* Who looks for something while what was read is checked goes on checking afterwards. */
static void
test_find_in_review (Fixture       *fixture,
                     gconstpointer  user_data)
{
  GtkWidget *search = yd_source_fixture_find (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);
  YdPage *page = YD_PAGE (fixture->page);
  YdSpan span;
  guint first;

  yd_source_page_set_reviewing (fixture->page, TRUE);
  g_assert_true (yd_page_find (page));
  g_assert_true (yd_source_page_get_reviewing (fixture->page));
  gtk_editable_set_text (GTK_EDITABLE (search), "信息公开");
  g_assert_true (yd_page_find_next (page, 1));
  g_assert_true (yd_source_text_get_selection (fixture->text, &span));
  first = span.start;
  g_assert_true (yd_page_find_next (page, 1));
  g_assert_true (yd_source_text_get_selection (fixture->text, &span));
  g_assert_cmpuint (span.start, >, first);
  g_assert_true (yd_page_find_next (page, -1));
  g_assert_true (yd_source_text_get_selection (fixture->text, &span));
  g_assert_cmpuint (span.start, ==, first);

  g_signal_emit_by_name (search, "stop-search");
  g_assert_true (yd_source_page_get_reviewing (fixture->page));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
}

/* What is open goes with its plan. */
static void
test_close (Fixture       *fixture,
            gconstpointer  user_data)
{
  fixture->plan = NULL;
  yd_session_close (fixture->session);
  g_assert_null (yd_source_text_get_source (fixture->text));
  g_assert_cmpuint (g_list_model_get_n_items (
                      G_LIST_MODEL (yd_review_list_get_model (fixture->review))), ==, 0);
}

static void
delete_row (Fixture *fixture,
            YdRow   *row)
{
  g_autoptr(YdEdit) edit = yd_plan_edit_delete_row (row, "assignment.delete");
  g_autoptr(GError) error = NULL;

  yd_session_commit (fixture->session, edit, &error);
  g_assert_no_error (error);
}

static void
assert_counts (Fixture *fixture,
               guint    n_units,
               guint    n_deadlines)
{
  YdSourceMarks *marks = yd_source_text_get_marks (fixture->text);

  g_assert_cmpuint (yd_source_marks_get_count (marks, YD_MARK_UNIT), ==, n_units);
  g_assert_cmpuint (yd_source_marks_get_count (marks, YD_MARK_DEADLINE), ==, n_deadlines);
}

/* What goes while it is looked for in pieces is not found, however far that came; until all is
 * known the marks are those of before.
 */
static void
test_changed_meanwhile (Fixture       *fixture,
                        gconstpointer  user_data)
{
  YdRow *unit = find_mark (fixture, YD_MARK_UNIT, "市审改办")->row;
  YdRow *deadline = find_mark (fixture, YD_MARK_DEADLINE, "")->row;

  for (guint n_pieces = 0; n_pieces < 4; n_pieces++)
    {
      YdSourceMarks *before = yd_source_text_get_marks (fixture->text);

      delete_row (fixture, unit);
      g_assert_true (yd_source_text_get_marks (fixture->text) == before);
      for (guint i = 0; i < n_pieces; i++)
        g_main_context_iteration (NULL, FALSE);
      delete_row (fixture, deadline);
      yd_source_fixture_settle (fixture);

      g_assert_null (yd_source_marks_find_row (yd_source_text_get_marks (fixture->text), unit));
      assert_counts (fixture, 80, 3);
      yd_source_fixture_undo (fixture);
      yd_source_fixture_undo (fixture);
      yd_source_fixture_settle (fixture);
      assert_counts (fixture, 81, 4);
    }
}

/* Nothing is found in a plan that was closed before all was. */
static void
test_closed_meanwhile (Fixture       *fixture,
                       gconstpointer  user_data)
{
  delete_row (fixture, find_mark (fixture, YD_MARK_UNIT, "市审改办")->row);
  g_main_context_iteration (NULL, FALSE);
  fixture->plan = NULL;
  yd_session_close (fixture->session);
  yd_source_fixture_settle (fixture);
  g_assert_null (yd_source_text_get_marks (fixture->text));
}

/* A schedule is made ahead while a plan is opened: but it is one of the day that it is when the
 * plan is there.
 */
static void
test_opened_at_midnight (Fixture       *fixture,
                         gconstpointer  user_data)
{
  g_autofree char *id = g_strdup (yd_space_get_id (YD_SPACE (fixture->plan)));
  YdSession *session = fixture->session;
  YdDay today = yd_day_new (2017, 9, 20);
  gboolean opened = FALSE;

  fixture->plan = NULL;
  yd_session_close (session);
  yd_open_plan_async (session, id, NULL, opened_cb, &opened);
  while (!opened)
    {
      if (yd_session_get_plan (session) == NULL)
        yd_session_set_today (session, today++);
      g_main_context_iteration (NULL, TRUE);
    }

  fixture->plan = yd_session_get_plan (session);
  g_assert_cmpint (yd_schedule_get_today (yd_session_get_schedule (session)), ==,
                   yd_session_get_today (session));
  g_assert_true (yd_schedule_get_calendar (yd_session_get_schedule (session)) ==
                 yd_session_get_calendar (session));
}

static void
list_paths (GskRenderNode *node,
            GPtrArray     *paths)
{
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      list_paths (gsk_container_node_get_child (node, i), paths);
  else if (gsk_render_node_get_node_type (node) == GSK_TEXT_NODE &&
           gsk_text_node_get_offset (node)->x < YD_SOURCE_MARGIN)
    g_ptr_array_add (paths, node);
}

/* Two fonts of one number may touch. */
static void
assert_apart (GPtrArray *paths)
{
  for (guint i = 0; i < paths->len; i++)
    for (guint j = 0; j < i; j++)
      {
        graphene_rect_t one, other, both;

        gsk_render_node_get_bounds (paths->pdata[i], &one);
        gsk_render_node_get_bounds (paths->pdata[j], &other);
        g_assert_true (!graphene_rect_intersection (&one, &other, &both) || both.size.width < 4);
      }
}

/* A chapter and its first point that begin on one line do not write over each other. */
static void
test_one_line (Fixture       *fixture,
               gconstpointer  user_data)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GPtrArray) paths = g_ptr_array_new ();
  GskRenderNode *node;

  while (gtk_widget_get_width (GTK_WIDGET (fixture->text)) == 0)
    g_main_context_iteration (NULL, TRUE);
  _yd_source_text_draw_below (fixture->text, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_cmpuint (yd_source_marks_get_count (yd_source_text_get_marks (fixture->text),
                                               YD_MARK_POINT), ==, 3);
  list_paths (node, paths);
  g_assert_cmpuint (paths->len, >=, 2);
  assert_apart (paths);
  gsk_render_node_unref (node);
}

#define ADD(path, func) \
  g_test_add (path, Fixture, NULL, yd_source_fixture_set_up, func, yd_source_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();

  ADD ("/source/text", test_text);
  ADD ("/source/marks", test_marks);
  ADD ("/source/unplaced", test_unplaced);
  ADD ("/source/choose", test_choose);
  ADD ("/source/shown", test_shown);
  ADD ("/source/opened-hidden", test_opened_hidden);
  ADD ("/source/opened-reviewing", test_opened_reviewing);
  ADD ("/source/kinds", test_kinds);
  ADD ("/source/make-point", test_make_point);
  ADD ("/source/unplaced-point", test_unplaced_point);
  ADD ("/source/add-unit", test_add_unit);
  ADD ("/source/add-deadline", test_add_deadline);
  ADD ("/source/find", test_find);
  ADD ("/source/find-in-review", test_find_in_review);
  ADD ("/source/close", test_close);
  ADD ("/source/changed-meanwhile", test_changed_meanwhile);
  ADD ("/source/closed-meanwhile", test_closed_meanwhile);
  ADD ("/source/opened-at-midnight", test_opened_at_midnight);
  g_test_add ("/source/one-line", Fixture, ONE_LINE, yd_source_fixture_set_up, test_one_line,
              yd_source_fixture_tear_down);

  return g_test_run ();
}
