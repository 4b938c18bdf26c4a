/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-page-private.h"

#include <string.h>

#include "yd-outline-cell.h"
#include "yd-outline-title.h"
#include "yd-outline-words.h"
#include "yd-plan-edits.h"
#include "yd-test-journal.h"
#include "yd-test-space.h"
#include "yd-test-gtk.h"

typedef struct
{
  YdPlan        *plan;
  YdTestJournal *journal;
  YdSession     *session;
  GtkWidget     *window;
  YdOutlinePage *page;
  GtkWidget     *view;
} Fixture;

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The page waits for frames, until its rows are there, before it gives them the focus. What is in
 * sight is filled with the picture then.
 */
static void
settle (Fixture *fixture)
{
  do
    yd_test_wait_for_picture (fixture->view);
  while (fixture->page->wait_id != 0);

  yd_test_wait_for_picture (fixture->view);
  spin ();
}

static void
apply (Fixture    *fixture,
       const char *words)
{
  g_autoptr(YdEdit) edit = yd_test_edit (YD_SPACE (fixture->plan), words);
  g_autoptr(GError) error = NULL;

  yd_session_commit (fixture->session, edit, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);

  fixture->plan = yd_plan_new (id);
  fixture->journal = yd_test_journal_new ();
  fixture->session = yd_session_new (&yd_id_system_source);
  fixture->page = g_object_new (YD_TYPE_OUTLINE_PAGE, NULL);
  fixture->view = yd_test_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_COLUMN_VIEW);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
open_plan (Fixture    *fixture,
           const char *words)
{
  g_autoptr(YdEdit) edit = words != NULL ? yd_test_apply (YD_SPACE (fixture->plan), words, NULL)
                                         : NULL;

  g_assert_true ((edit != NULL) == (words != NULL));
  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);
  yd_page_set_session (YD_PAGE (fixture->page), fixture->session);
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gpointer page = fixture->page;

  spin ();
  if (page != NULL)
    {
      g_object_add_weak_pointer (page, &page);
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      spin ();
    }
  g_assert_null (page);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
  g_assert_finalize_object (fixture->journal);
}

static YdPoint *
find (Fixture    *fixture,
      const char *id)
{
  return yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_POINT, id);
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (fixture->view)));
}

static guint
find_row (Fixture    *fixture,
          const char *id)
{
  GListModel *rows = get_rows (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr(YdRow) point = gtk_tree_list_row_get_item (row);

      if (g_str_equal (yd_row_get_id (point), id))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* Chooses the points of these letters, as a person does with the mouse. */
static void
choose (Fixture    *fixture,
        const char *letters)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (get_rows (fixture));

  gtk_selection_model_unselect_all (model);
  for (; *letters != '\0'; letters++)
    gtk_selection_model_select_item (model, find_row (fixture, (char[]) { *letters, '\0' }), FALSE);
}

/* Writes down the rows in sight. */
static char *
dump_rows (Fixture *fixture)
{
  GListModel *rows = get_rows (fixture);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr(YdRow) point = gtk_tree_list_row_get_item (row);

      g_string_append (out, yd_row_get_id (point));
    }

  return g_string_free (out, FALSE);
}

static char *
dump_chosen (Fixture *fixture)
{
  GPtrArray *chosen = yd_outline_page_get_chosen (fixture->page);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < chosen->len; i++)
    g_string_append (out, yd_row_get_id (g_ptr_array_index (chosen, i)));

  return g_string_free (out, FALSE);
}

#define assert_rows(fixture, expected) G_STMT_START { \
  g_autofree char *shown = dump_rows (fixture); g_assert_cmpstr (shown, ==, expected); \
} G_STMT_END

#define assert_chosen(fixture, expected) G_STMT_START { \
  g_autofree char *shown = dump_chosen (fixture); g_assert_cmpstr (shown, ==, expected); \
} G_STMT_END

#define assert_plan(fixture, expected) G_STMT_START { \
  g_autofree char *dump = yd_test_dump (YD_SPACE ((fixture)->plan)); \
  g_assert_cmpstr (dump, ==, expected); \
} G_STMT_END

static gboolean
has_trigger (GtkShortcutTrigger *trigger,
             GtkShortcutTrigger *wanted)
{
  GtkAlternativeTrigger *both;

  if (!GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    return gtk_shortcut_trigger_equal (trigger, wanted);

  both = GTK_ALTERNATIVE_TRIGGER (trigger);
  return has_trigger (gtk_alternative_trigger_get_first (both), wanted) ||
         has_trigger (gtk_alternative_trigger_get_second (both), wanted);
}

/* Does what the key would do in the list. */
static void
press (Fixture    *fixture,
       const char *key)
{
  g_autoptr(GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (key);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (fixture->view);
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (!has_trigger (gtk_shortcut_get_trigger (shortcut), wanted))
            continue;

          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, fixture->view,
                                        NULL);
          n_found++;
        }
    }

  g_assert_cmpuint (n_found, ==, 1);
  settle (fixture);
}

static YdOutlineTitle *
get_field (Fixture *fixture)
{
  GtkWidget *text = yd_test_find_widget (fixture->view, GTK_TYPE_TEXT);

  return text != NULL
         ? YD_OUTLINE_TITLE (gtk_widget_get_ancestor (text, YD_TYPE_OUTLINE_TITLE)) : NULL;
}

static void
type (Fixture    *fixture,
      const char *words,
      YdEditEnd   end)
{
  YdOutlineTitle *title = get_field (fixture);

  g_assert_nonnull (title);
  g_assert_true (yd_outline_page_is_editing (fixture->page));
  gtk_editable_set_text (GTK_EDITABLE (yd_outline_title_get_text (title)), words);
  yd_outline_title_end (title, end);
  settle (fixture);
}

/* Keys that move, with what is chosen before and after */

typedef struct
{
  const char *path;
  const char *chosen;
  const char *key;
  const char *expected;
  const char *chosen_after;
} KeyCase;

#define PLAN "+a +b<a +c<a +d<a +e +f<e +g"

static const KeyCase key_cases[] = {
  { "/outline/keys/demote",     "c",  "<Alt><Shift>Right",      "a(b(c) d) e(f) g", "c"  },
  { "/outline/keys/demote-wps", "cd", "<Control>bracketright",  "a(b(c d)) e(f) g", "cd" },
  { "/outline/keys/promote",    "c",  "<Alt><Shift>Left",       "a(b d) c e(f) g",  "c"  },
  { "/outline/keys/promote-2",  "c",  "<Control>bracketleft",   "a(b d) c e(f) g",  "c"  },
  { "/outline/keys/up",         "c",  "<Control>Up",            "a(c b d) e(f) g",  "c"  },
  { "/outline/keys/up-chapter", "e",  "<Alt><Shift>Up",         "e(f) a(b c d) g",  "e"  },
  { "/outline/keys/down",       "bc", "<Control>Down",          "a(d b c) e(f) g",  "bc" },
  { "/outline/keys/down-last",  "d",  "<Alt><Shift>Down",       "a(b c d) e(f) g",  "d"  },
  { "/outline/keys/delete",     "c",  "Delete",                 "a(b d) e(f) g",    "d"  },
  { "/outline/keys/delete-all", "cdg", "Delete",                "a(b) e(f)",        "e"  },
  { "/outline/keys/delete-one", "f",  "Delete",                 "a(b c d) e g",     "g"  },
  { "/outline/keys/delete-end", "g",  "Delete",                 "a(b c d) e(f)",    "f"  },
};

static void
test_key (Fixture       *fixture,
          gconstpointer  user_data)
{
  const KeyCase *test = user_data;

  open_plan (fixture, PLAN);
  choose (fixture, test->chosen);
  press (fixture, test->key);
  assert_plan (fixture, test->expected);
  assert_chosen (fixture, test->chosen_after);
}

/* Editing */

static void
test_edit (Fixture       *fixture,
           gconstpointer  user_data)
{
  open_plan (fixture, PLAN);
  choose (fixture, "c");
  press (fixture, "F2");
  type (fixture, " New ", YD_EDIT_END_KEEP);
  assert_plan (fixture, "a(b c=New d) e(f) g");
  g_assert_false (yd_outline_page_is_editing (fixture->page));
  g_assert_null (get_field (fixture));

  press (fixture, "F2");
  type (fixture, "Other", YD_EDIT_END_DROP);
  assert_plan (fixture, "a(b c=New d) e(f) g");
}

/* To go elsewhere keeps what was typed. */
static void
test_leave (Fixture       *fixture,
            gconstpointer  user_data)
{
  YdOutlineTitle *title;

  open_plan (fixture, PLAN);
  choose (fixture, "c");
  press (fixture, "F2");
  title = get_field (fixture);
  gtk_editable_set_text (GTK_EDITABLE (yd_outline_title_get_text (title)), "Left");
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  settle (fixture);
  assert_plan (fixture, "a(b c=Left d) e(f) g");
}

/* So does closing the window. */
static void
test_close (Fixture       *fixture,
            gconstpointer  user_data)
{
  open_plan (fixture, PLAN);
  choose (fixture, "c");
  press (fixture, "F2");
  gtk_editable_set_text (GTK_EDITABLE (yd_outline_title_get_text (get_field (fixture))), "Kept");
  gtk_window_destroy (g_object_ref (GTK_WINDOW (fixture->window)));
  spin ();
  assert_plan (fixture, "a(b c=Kept d) e(f) g");
  fixture->page = NULL;
  g_clear_object (&fixture->window);
}

static YdPoint *
get_selected (Fixture *fixture)
{
  return yd_session_get_selected (fixture->session);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  user_data)
{
  open_plan (fixture, "+a +b<a +e");
  choose (fixture, "b");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.add-behind", NULL);
  settle (fixture);
  type (fixture, "One", YD_EDIT_END_NEXT);
  type (fixture, "Two", YD_EDIT_END_KEEP);
  g_assert_cmpuint (g_list_model_get_n_items (yd_point_get_children (find (fixture, "a"))), ==, 3);
  g_assert_cmpstr (yd_point_get_title (get_selected (fixture)), ==, "Two");
  g_assert_true (yd_point_get_parent (get_selected (fixture)) == find (fixture, "a"));
}

/* A new point without a title goes again, and leaves nothing to be seen. */
static void
test_add_and_drop (Fixture       *fixture,
                   gconstpointer  user_data)
{
  open_plan (fixture, PLAN);
  choose (fixture, "g");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.add-below", NULL);
  settle (fixture);
  type (fixture, "Never mind", YD_EDIT_END_DROP);
  assert_plan (fixture, "a(b c d) e(f) g");
  assert_chosen (fixture, "g");
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkWidget *stack = gtk_widget_get_ancestor (fixture->view, GTK_TYPE_STACK);

  open_plan (fixture, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.add", NULL);
  settle (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "list");
  type (fixture, "First", YD_EDIT_END_KEEP);
  g_assert_cmpstr (yd_point_get_title (get_selected (fixture)), ==, "First");
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  user_data)
{
  open_plan (fixture, PLAN);
  yd_session_show (fixture->session, fixture->plan, NULL, NULL);
  choose (fixture, "c");
  press (fixture, "Delete");
  press (fixture, "F2");
  assert_plan (fixture, "a(b c d) e(f) g");
  g_assert_false (yd_outline_page_is_editing (fixture->page));
}

/* Folding */

static void
test_fold (Fixture       *fixture,
           gconstpointer  user_data)
{
  open_plan (fixture, "+a +b<a +c<b +d<c +e +f<e");
  assert_rows (fixture, "abcdef");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.collapse-all", NULL);
  assert_rows (fixture, "ae");
  choose (fixture, "a");
  press (fixture, "Right");
  assert_rows (fixture, "abe");
  press (fixture, "Right");
  assert_chosen (fixture, "b");
  press (fixture, "<Shift>Right");
  assert_rows (fixture, "abcde");
  assert_chosen (fixture, "b");
  press (fixture, "Left");
  assert_rows (fixture, "abe");
  press (fixture, "Left");
  assert_chosen (fixture, "a");
  press (fixture, "<Shift>Left");
  assert_rows (fixture, "ae");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.expand-all", NULL);
  assert_rows (fixture, "abcdef");
}

/* What moves stays unfolded, and what was folded is so the next time. */
static void
test_keep_folds (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr(GVariant) state = NULL;

  open_plan (fixture, PLAN);
  choose (fixture, "a");
  press (fixture, "<Control>Down");
  assert_rows (fixture, "efabcdg");
  choose (fixture, "e");
  press (fixture, "Left");
  assert_rows (fixture, "eabcdg");

  state = g_variant_ref_sink (yd_page_dup_state (YD_PAGE (fixture->page)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.expand-all", NULL);
  yd_page_restore_state (YD_PAGE (fixture->page), state);
  assert_rows (fixture, "eabcdg");
}

/* Filter and selection */

static void
test_filter (Fixture       *fixture,
             gconstpointer  user_data)
{
  YdPointFilter *filter = yd_session_get_filter (fixture->session);
  GtkWidget *stack = gtk_widget_get_ancestor (fixture->view, GTK_TYPE_STACK);

  open_plan (fixture, PLAN);
  apply (fixture, "c=推进财政信息公开");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.collapse-all", NULL);

  yd_point_filter_set_text (filter, "财政");
  assert_rows (fixture, "ac");
  yd_point_filter_set_text (filter, "czxx");
  assert_rows (fixture, "ac");
  yd_point_filter_set_text (filter, "nothing");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "nothing");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.clear-filter", NULL);

  /* What was folded is folded again. */
  assert_rows (fixture, "aeg");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "list");
}

static void
test_filter_state (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);

  open_plan (fixture, PLAN);
  yd_edit_change (edit, YD_KIND_POINT, "f", YD_POINT_CHECK, NULL, "proposed");
  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.filter-state", "s", "to-check");
  assert_rows (fixture, "ef");

  /* Once it is accepted there is nothing more to check. */
  choose (fixture, "f");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.accept", NULL);
  spin ();
  assert_rows (fixture, "");
  g_assert_false (yd_plan_is_proposed (find (fixture, "f")));
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  user_data)
{
  open_plan (fixture, PLAN);
  choose (fixture, "c");
  g_assert_true (get_selected (fixture) == find (fixture, "c"));

  /* Several: the one beside the list stays. */
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_rows (fixture)),
                                   find_row (fixture, "b"), FALSE);
  assert_chosen (fixture, "bc");
  g_assert_true (get_selected (fixture) == find (fixture, "c"));

  /* From elsewhere, also what is folded away. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.collapse-all", NULL);
  yd_session_set_selected (fixture->session, find (fixture, "f"));
  assert_chosen (fixture, "f");
  g_assert_cmpuint (find_row (fixture, "f"), !=, GTK_INVALID_LIST_POSITION);
}

/* Several at once */

static GtkWidget *
get_picker (Fixture *fixture)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (fixture->page));

  g_assert_cmpstr (G_OBJECT_TYPE_NAME (child), ==, "YdUnitPicker");

  return child;
}

static void
test_assign (Fixture       *fixture,
             gconstpointer  user_data)
{
  YdRow *unit;

  open_plan (fixture, PLAN);
  choose (fixture, "bf");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.assign", NULL);
  spin ();
  g_signal_emit_by_name (get_picker (fixture), "named", "市财政局");
  unit = yd_plan_find_unit (fixture->plan, "市财政局");
  g_assert_nonnull (unit);
  g_assert_cmpuint (g_list_model_get_n_items (yd_point_get_assignments (find (fixture, "b"))),
                    ==, 1);

  choose (fixture, "g");
  g_signal_emit_by_name (get_picker (fixture), "picked", unit);
  g_assert_cmpuint (g_list_model_get_n_items (yd_point_get_assignments (find (fixture, "g"))),
                    ==, 1);
  gtk_popover_popdown (GTK_POPOVER (get_picker (fixture)));
  settle (fixture);
}

/* Words */

static gboolean
speaks (GtkWidget  *row,
        const char *words)
{
  g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (row),
                                                               GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                               words);

  return wrong == NULL;
}

/* A row says what it is, though it has no name of its own before GTK 4.12. */
static void
test_spoken (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr(GPtrArray) points = g_ptr_array_new ();
  g_autoptr(YdEdit) edit = NULL;
  GtkWidget *row;

  open_plan (fixture, "+a +b");
  g_ptr_array_add (points, find (fixture, "b"));
  edit = yd_plan_edit_assign_new (fixture->plan, points, "u", "甲", "lead", &yd_id_system_source);
  g_assert_true (yd_session_commit (fixture->session, edit, NULL));

  row = gtk_widget_get_first_child (gtk_widget_get_last_child (fixture->view));
  while (!speaks (row, "一、 a, deadline Not Stated, No Unit"))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
says (GtkWidget  *widget,
      const char *words)
{
  if (YD_IS_OUTLINE_CELL (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (yd_outline_cell_get_text (YD_OUTLINE_CELL (widget)), words) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;

  return FALSE;
}

/* A folded chapter counts what is below it, wherever that goes; what is overdue goes before. */
static void
test_proposed (Fixture       *fixture,
               gconstpointer  user_data)
{
  const YdDeadlineTerms terms = { .rule = "date", .value = "2017-10-31" };
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL), late = NULL;

  open_plan (fixture, PLAN);
  yd_edit_change (edit, YD_KIND_POINT, "f", YD_POINT_CHECK, NULL, "proposed");
  yd_edit_change (edit, YD_KIND_POINT, "b", YD_POINT_CHECK, NULL, "proposed");
  g_assert_true (yd_session_commit (fixture->session, edit, NULL));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.collapse-all", NULL);
  settle (fixture);
  g_assert_true (says (fixture->view, "Proposed 1"));
  g_assert_false (says (fixture->view, "Proposed 2"));

  apply (fixture, "f<a");
  settle (fixture);
  g_assert_true (says (fixture->view, "Proposed 2"));
  g_assert_false (says (fixture->view, "Proposed 1"));

  late = yd_plan_edit_add_deadline (find (fixture, "b"), "d1", "internal", &terms, NULL,
                                    &yd_id_system_source);
  g_assert_true (yd_session_commit (fixture->session, late, NULL));
  settle (fixture);
  g_assert_true (says (fixture->view, "■ Overdue 1"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.expand-all", NULL);
  settle (fixture);
  g_assert_true (says (fixture->view, "Proposed Overdue"));

  choose (fixture, "a");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.accept", NULL);
  settle (fixture);
  g_assert_false (says (fixture->view, "Proposed Overdue"));
  g_assert_true (says (fixture->view, "■ Overdue"));
}

/* A long list comes little by little. */
static void
wait_for_rows (Fixture *fixture,
               guint    n_rows)
{
  while (g_list_model_get_n_items (get_rows (fixture)) != n_rows)
    g_main_context_iteration (NULL, TRUE);
}

/* 10,000 points come, unfold, fold and are filtered while one waits. */
static void
test_many (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);

  for (guint i = 0; i < 100; i++)
    for (guint j = 0; j < 101; j++)
      {
        g_autofree char *chapter = g_strdup_printf ("c%03u", i);
        g_autofree char *id = j > 0 ? g_strdup_printf ("p%03u-%03u", i, j) : g_strdup (chapter);
        g_autofree char *order = g_strdup_printf ("k%03u", j > 0 ? j : i);

        yd_edit_create (edit, YD_KIND_POINT, id);
        if (j > 0)
          yd_edit_put (edit, YD_POINT_PARENT, chapter);
        yd_edit_put (edit, YD_POINT_ORDER, order);
        yd_edit_put (edit, YD_POINT_TITLE, id);
      }
  yd_edit_seal (edit, "0190d3a0-0000-7000-8000-000000000001");
  g_assert_true (yd_space_apply (YD_SPACE (fixture->plan), edit, NULL));

  open_plan (fixture, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.expand-all", NULL);
  wait_for_rows (fixture, 10100);
  yd_point_filter_set_text (yd_session_get_filter (fixture->session), "p099");
  wait_for_rows (fixture, 101);
  yd_point_filter_clear (yd_session_get_filter (fixture->session));

  /* What is chosen is there at once, however far down. */
  yd_session_set_selected (fixture->session, find (fixture, "p050-050"));
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 10100);
  press (fixture, "<Control>Up");
  spin ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outline.collapse-all", NULL);

  /* An edit writes the rows in sight anew, also those that count what is below them. */
  apply (fixture, "c050=New");
  settle (fixture);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();

  for (guint i = 0; i < G_N_ELEMENTS (key_cases); i++)
    g_test_add (key_cases[i].path, Fixture, &key_cases[i], set_up, test_key, tear_down);
  ADD ("/outline/edit", test_edit);
  ADD ("/outline/leave", test_leave);
  ADD ("/outline/close", test_close);
  ADD ("/outline/add", test_add);
  ADD ("/outline/add-and-drop", test_add_and_drop);
  ADD ("/outline/empty", test_empty);
  ADD ("/outline/read-only", test_read_only);
  ADD ("/outline/fold", test_fold);
  ADD ("/outline/keep-folds", test_keep_folds);
  ADD ("/outline/filter", test_filter);
  ADD ("/outline/filter-state", test_filter_state);
  ADD ("/outline/selection", test_selection);
  ADD ("/outline/assign", test_assign);
  ADD ("/outline/spoken", test_spoken);
  ADD ("/outline/proposed", test_proposed);
  ADD ("/outline/many", test_many);

  return g_test_run ();
}
