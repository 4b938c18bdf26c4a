/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-window.h"

#include <string.h>
#include <unistd.h>

#include "yd-directory-edits.h"
#include "yd-office-edits.h"
#include "yd-plan-edits.h"
#include "yd-test-gtk.h"
#include "yd-test-journal.h"
#include "yd-unit-entry.h"

/* The directory's window as a person uses it: by its actions, and by what is typed. */

typedef struct
{
  YdOffice          *office;
  YdPlan            *plan;
  YdTestJournal     *office_journal;
  YdTestJournal     *plan_journal;
  YdSession         *session;
  GtkWidget         *parent;
  YdDirectoryWindow *window;
} Fixture;

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
apply (gpointer  space,
       YdEdit   *edit)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  GError *error = NULL;

  yd_edit_seal (edit, id);
  yd_space_apply (space, edit, &error);
  g_assert_no_error (error);
  yd_edit_unref (edit);
}

static YdPlan *
make_plan (void)
{
  static const char * const names[] = { "市财政局", "市国税局", "市直各部门", "东宝区" };
  YdPlan *plan = yd_plan_new ("plan");
  YdEdit *edit = yd_edit_new ("plan.new", NULL);

  yd_edit_create (edit, YD_KIND_PLAN, "plan");
  yd_edit_put (edit, YD_PLAN_TITLE, "要点");
  yd_edit_put (edit, YD_PLAN_ISSUED, "2017-06-01");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strdup_printf ("u%u", i);

      yd_edit_create (edit, YD_KIND_UNIT, id);
      yd_edit_put (edit, YD_UNIT_NAME, names[i]);
    }
  apply (plan, edit);

  return plan;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->office = yd_office_new ("office");
  apply (fixture->office, yd_office_edit_birth ("office", "本单位", NULL));
  fixture->plan = make_plan ();
  fixture->office_journal = yd_test_journal_new ();
  fixture->plan_journal = yd_test_journal_new ();
  fixture->session = yd_session_new (&yd_id_system_source);
  yd_session_set_office (fixture->session, fixture->office, YD_JOURNAL (fixture->office_journal));
  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->plan_journal), NULL);
  fixture->parent = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->parent));
  fixture->window = yd_directory_window_open (GTK_WINDOW (fixture->parent), fixture->session);
  spin ();
}

static void
painted_cb (GdkFrameClock *clock,
            guint         *n_painted)
{
  (*n_painted)++;
}

/* A window of GTK holds a widget that went away with the focus, and all below it, until it has
 * moved the focus with the next frame. One that is destroyed before does so for good.
 */
static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_painted = 0;
  const gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &n_painted);

  while (n_painted < 2)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, id);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  wait_for_frame (GTK_WIDGET (fixture->window));
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  spin ();
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
  g_assert_finalize_object (fixture->office);
  g_assert_finalize_object (fixture->office_journal);
  g_assert_finalize_object (fixture->plan_journal);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
  spin ();
}

static const YdDirectoryUnit *
get (Fixture    *fixture,
     const char *name)
{
  return yd_directory_match (yd_session_get_directory (fixture->session), name, YD_DAY_NONE).unit;
}

static const char *
get_title (GtkWidget *widget)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget))
         : gtk_entry_get_placeholder_text (GTK_ENTRY (widget));
}

/* The first widget below @widget that is of @type, in sight, and has @title: its own, or what
 * stands in it while nothing is typed.
 */
static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *title)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (get_title (widget), title) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
type_into (Fixture    *fixture,
           const char *title,
           const char *text)
{
  GtkWidget *row = find (GTK_WIDGET (fixture->window), ADW_TYPE_ENTRY_ROW, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
  spin ();
}

/* Types into the @n-th entry for units that is in sight and takes what is offered first. */
static void
choose (Fixture    *fixture,
        guint       n,
        const char *text)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new ();
  g_autoptr(GQueue) todo = g_queue_new ();
  GtkText *entry;

  g_queue_push_tail (todo, fixture->window);
  while (!g_queue_is_empty (todo))
    {
      GtkWidget *widget = g_queue_pop_head (todo);

      if (YD_IS_UNIT_ENTRY (widget) && gtk_widget_get_mapped (widget))
        g_ptr_array_add (entries, widget);
      for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL;
           child = gtk_widget_get_prev_sibling (child))
        g_queue_push_head (todo, child);
    }

  g_assert_cmpuint (n, <, entries->len);
  entry = yd_unit_entry_get_text (g_ptr_array_index (entries, n));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  spin ();
  g_signal_emit_by_name (entry, "activate");
  spin ();
}

static void
pick (Fixture    *fixture,
      const char *name)
{
  yd_directory_window_select (fixture->window, name);
  spin ();
}

/* Returns: whether a label that is in sight below @widget has @words in it */
static gboolean
says (GtkWidget  *widget,
      const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;

  return FALSE;
}

static void
take_over (Fixture *fixture)
{
  act (fixture, "directory.take-over");
}

/* What the plan has is in the directory then, and the plan points to it. */
static void
test_take_over (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_assert_cmpuint (yd_directory_get_units
                      (yd_session_get_directory (fixture->session))->len, ==, 0);
  take_over (fixture);
  g_assert_cmpstr (get (fixture, "市国税局")->kind, ==, "vertical");
  g_assert_cmpstr (get (fixture, "东宝区")->kind, ==, "county");
  g_assert_cmpstr (yd_row_get_cell (yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_UNIT, "u0"),
                                    YD_UNIT_ORIGIN), ==, get (fixture, "市财政局")->id);

  act (fixture, "directory.undo");
  g_assert_null (get (fixture, "市国税局"));
  act (fixture, "directory.redo");
  g_assert_nonnull (get (fixture, "市国税局"));
}

static const char *
get_origin (Fixture    *fixture,
            const char *unit)
{
  return yd_row_get_cell (yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_UNIT, unit),
                          YD_UNIT_ORIGIN);
}

static void
check_taken (Fixture  *fixture,
             gboolean  taken)
{
  g_assert_true ((get (fixture, "市国税局") != NULL) == taken);
  g_assert_true ((get_origin (fixture, "u0") != NULL) == taken);
  g_assert_true ((get_origin (fixture, "u3") != NULL) == taken);
}

/* The units and the plan that points to them are one step, in whichever window it is taken back
 * and brought back.
 */
static void
test_one_step (Fixture       *fixture,
               gconstpointer  user_data)
{
  take_over (fixture);
  check_taken (fixture, TRUE);
  act (fixture, "directory.undo");
  check_taken (fixture, FALSE);
  act (fixture, "directory.redo");
  check_taken (fixture, TRUE);

  yd_session_undo_async (fixture->session, NULL, NULL, NULL);
  spin ();
  check_taken (fixture, FALSE);
  yd_session_redo_async (fixture->session, NULL, NULL, NULL);
  spin ();
  check_taken (fixture, TRUE);
  act (fixture, "directory.undo");
  check_taken (fixture, FALSE);
}

/* Work in the directory is not lost by an undo in the plan. */
static void
test_two_steps (Fixture       *fixture,
                gconstpointer  user_data)
{
  take_over (fixture);
  pick (fixture, "市财政局");
  type_into (fixture, "Full Name", "荆门市财政局");
  yd_session_undo_async (fixture->session, NULL, NULL, NULL);
  spin ();
  g_assert_null (get_origin (fixture, "u0"));
  g_assert_cmpstr (get (fixture, "市财政局")->full, ==, "荆门市财政局");

  act (fixture, "directory.undo");
  g_assert_null (get (fixture, "市财政局")->full);
  act (fixture, "directory.undo");
  g_assert_null (get (fixture, "市财政局"));
  g_assert_null (get_origin (fixture, "u0"));
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  user_data)
{
  take_over (fixture);
  pick (fixture, "市财政局");
  type_into (fixture, "Full Name", " 荆门市财政局 ");
  type_into (fixture, "Last Day", "2030年1月1日");
  type_into (fixture, "Telephone", "0724-1");
  type_into (fixture, "Add Another Name", "市财局");
  g_assert_cmpstr (get (fixture, "市财政局")->full, ==, "荆门市财政局");
  g_assert_cmpint (get (fixture, "市财政局")->to, ==, yd_day_new (2030, 1, 1));
  g_assert_cmpstr (get (fixture, "市财局")->phone, ==, "0724-1");

  /* What is no day, and a name that is none, stay out. */
  type_into (fixture, "Last Day", "明天以后");
  g_assert_cmpint (get (fixture, "市财政局")->to, ==, yd_day_new (2030, 1, 1));
  type_into (fixture, "Name, as Documents Print It", "  ");
  g_assert_nonnull (get (fixture, "市财政局"));

  act (fixture, "directory.undo");
  g_assert_null (get (fixture, "市财局"));
}

/* 国税 becomes 税务: the plan goes on to say who it was. */
static void
test_succeed (Fixture       *fixture,
              gconstpointer  user_data)
{
  GtkWidget *day;

  take_over (fixture);
  pick (fixture, "市国税局");
  act (fixture, "directory.succeed");
  choose (fixture, 1, "市税务局");
  day = find (GTK_WIDGET (fixture->window), GTK_TYPE_ENTRY, "2018-07-05");
  gtk_editable_set_text (GTK_EDITABLE (day), "2018-07-05");
  act (fixture, "directory.apply");

  g_assert_cmpint (get (fixture, "市国税局")->to, ==, yd_day_new (2018, 7, 4));
  g_assert_true (get (fixture, "市国税局")->successor == get (fixture, "市税务局"));
  g_assert_cmpstr (get (fixture, "市税务局")->kind, ==, "vertical");
  g_assert_cmpstr (yd_row_get_cell (yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_UNIT, "u1"),
                                    YD_UNIT_NAME), ==, "市国税局");
}

/* Two that end in one group give up one place, which is told before it is done; a place that was
 * given up before is none.
 */
static void
test_preview (Fixture       *fixture,
              gconstpointer  user_data)
{
  static const char once[] = "In “市直各部门” its place goes to 市税务局.";
  g_autofree char *twice = g_strconcat (once, "\n• ", once, NULL);
  GtkWidget *day;

  take_over (fixture);
  pick (fixture, "市直各部门");
  choose (fixture, 0, "市财政局");
  choose (fixture, 0, "市国税局");
  pick (fixture, "市国税局");
  act (fixture, "directory.succeed");
  choose (fixture, 0, "市财政局");
  choose (fixture, 1, "市税务局");
  day = find (GTK_WIDGET (fixture->window), GTK_TYPE_ENTRY, "2018-07-05");
  gtk_editable_set_text (GTK_EDITABLE (day), "2018-07-05");
  g_assert_true (says (GTK_WIDGET (fixture->window), once));
  g_assert_false (says (GTK_WIDGET (fixture->window), twice));
  act (fixture, "directory.apply");

  pick (fixture, "市国税局");
  act (fixture, "directory.succeed");
  choose (fixture, 1, "市税务局");
  day = find (GTK_WIDGET (fixture->window), GTK_TYPE_ENTRY, "2018-07-05");
  gtk_editable_set_text (GTK_EDITABLE (day), "2019-01-01");
  g_assert_false (says (GTK_WIDGET (fixture->window), once));
}

static void
test_members (Fixture       *fixture,
              gconstpointer  user_data)
{
  take_over (fixture);
  pick (fixture, "市直各部门");
  choose (fixture, 0, "市财政局");
  choose (fixture, 0, "sgsj");          /* by initials */
  g_assert_cmpuint (get (fixture, "市直各部门")->members->len, ==, 2);
  choose (fixture, 0, "市直各部门");    /* no member of itself */
  g_assert_cmpuint (get (fixture, "市直各部门")->members->len, ==, 2);

  act (fixture, "directory.use");
  g_assert_cmpuint (yd_space_get_n_rows (YD_SPACE (fixture->plan), YD_KIND_MEMBER), ==, 2);

  /* Several at once, known or not, once each, and all of it one step. */
  choose (fixture, 0, "京山县、市财政局、东宝区、京山县");
  g_assert_cmpuint (get (fixture, "市直各部门")->members->len, ==, 4);
  g_assert_cmpstr (get (fixture, "京山县")->kind, ==, "county");
  act (fixture, "directory.undo");
  g_assert_null (get (fixture, "京山县"));
  g_assert_cmpuint (get (fixture, "市直各部门")->members->len, ==, 2);
}

static void
say_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  char **said = user_data;

  g_free (*said);
  *said = g_variant_dup_string (parameter, NULL);
}

/* A group of the plan gets its members from the directory; where that does not know them, the
 * group is shown there, to be told.
 */
static void
test_name_members (Fixture       *fixture,
                   gconstpointer  user_data)
{
  YdRow *group = yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_UNIT, "u2");
  const char *name = NULL;

  yd_directory_window_name_members (GTK_WINDOW (fixture->parent), fixture->session, group);
  spin ();
  g_assert_cmpuint (yd_directory_get_units
                      (yd_session_get_directory (fixture->session))->len, ==, 1);
  g_assert_cmpstr (get_origin (fixture, "u2"), ==, get (fixture, "市直各部门")->id);
  g_assert_cmpuint (yd_directory_window_count_bare_groups (fixture->session, NULL), ==, 0);

  take_over (fixture);
  pick (fixture, "市直各部门");
  choose (fixture, 0, "市财政局");
  g_assert_cmpuint (yd_directory_window_count_bare_groups (fixture->session, &name), ==, 1);
  g_assert_cmpstr (name, ==, "市直各部门");
  yd_directory_window_name_members (GTK_WINDOW (fixture->parent), fixture->session, group);
  g_assert_cmpuint (g_list_model_get_n_items (yd_row_get_rows (group, YD_KIND_MEMBER)), ==, 1);
  g_assert_cmpuint (yd_directory_window_count_bare_groups (fixture->session, NULL), ==, 0);

  yd_session_undo_async (fixture->session, NULL, NULL, NULL);
  spin ();
  yd_directory_window_enter_members (GTK_WINDOW (fixture->parent), fixture->session);
  g_assert_cmpuint (g_list_model_get_n_items (yd_row_get_rows (group, YD_KIND_MEMBER)), ==, 1);
}

/* What is refused does not come up as if it had been done, and who asked is told. */
static void
test_name_members_refused (Fixture       *fixture,
                           gconstpointer  user_data)
{
  YdRow *group = yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_UNIT, "u2");
  g_autofree char *said = NULL;
  GActionEntry entries[] = { { "refuse", say_cb, "s", NULL, NULL, { 0 } } };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), &said);
  gtk_widget_insert_action_group (fixture->parent, "win", G_ACTION_GROUP (actions));

  /* Without a journal the plan cannot be changed. */
  yd_session_show (fixture->session, fixture->plan, NULL, NULL);
  yd_directory_window_name_members (GTK_WINDOW (fixture->parent), fixture->session, group);
  g_assert_nonnull (said);
  gtk_widget_insert_action_group (fixture->parent, "win", NULL);
}

/* Who is asked for from elsewhere is in sight, whatever the window was at. */
static void
test_select_from_page (Fixture       *fixture,
                       gconstpointer  user_data)
{
  take_over (fixture);
  pick (fixture, "市财政局");
  act (fixture, "directory.merge");
  g_assert_null (find (GTK_WIDGET (fixture->window), ADW_TYPE_ENTRY_ROW,
                       "Name, as Documents Print It"));
  yd_directory_window_select (fixture->window, "市国税局");
  spin ();
  g_assert_nonnull (find (GTK_WIDGET (fixture->window), ADW_TYPE_ENTRY_ROW,
                          "Name, as Documents Print It"));
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  user_data)
{
  take_over (fixture);
  act (fixture, "directory.add");
  type_into (fixture, "Name, as Documents Print It", "荆门市财政局");
  act (fixture, "directory.merge");
  choose (fixture, 0, "市财政局");
  act (fixture, "directory.apply");
  g_assert_cmpstr (get (fixture, "荆门市财政局")->name, ==, "市财政局");
  act (fixture, "directory.undo");
  g_assert_cmpstr (get (fixture, "荆门市财政局")->name, ==, "荆门市财政局");
}

/* Only what nobody names can be deleted. */
static void
test_delete (Fixture       *fixture,
             gconstpointer  user_data)
{
  take_over (fixture);
  pick (fixture, "市直各部门");
  choose (fixture, 0, "市财政局");
  pick (fixture, "市财政局");
  act (fixture, "directory.delete");
  g_assert_nonnull (get (fixture, "市财政局"));
  pick (fixture, "东宝区");
  act (fixture, "directory.delete");
  g_assert_null (get (fixture, "东宝区"));
}

static void
wait_for_words (Fixture    *fixture,
                const char *words)
{
  while (!says (GTK_WIDGET (fixture->window), words))
    g_main_context_iteration (NULL, TRUE);
}

static char *
make_path (const char *name)
{
  static char *folder;

  if (folder == NULL)
    folder = g_dir_make_tmp ("yd-directory-XXXXXX", NULL);

  return g_build_filename (folder, name, NULL);
}

static guint
count_files (void)
{
  g_autofree char *folder = make_path ("");
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* What was not written is said, with what to do, and leaves nothing behind. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autofree char *full = make_path ("full.xlsx");
  g_autofree char *nowhere = make_path ("no/such/folder.xlsx");
  g_autofree char *good = make_path ("good.xlsx");

  take_over (fixture);
  g_assert_cmpint (symlink ("/dev/full", full), ==, 0);
  yd_directory_window_export (fixture->window, full, FALSE);
  wait_for_words (fixture, "the disk is full");
  yd_directory_window_export (fixture->window, nowhere, FALSE);
  wait_for_words (fixture, "there is no such folder");
  g_assert_cmpuint (count_files (), ==, 1);

  yd_directory_window_export (fixture->window, good, FALSE);
  while (!g_file_test (good, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (count_files (), ==, 2);
}

/* A file that is none changes nothing, and says so. */
static void
test_bad_table (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autofree char *broken = make_path ("broken.xlsx");
  g_autofree char *missing = make_path ("missing.xlsx");
  g_autofree char *headless = make_path ("headless.csv");

  take_over (fixture);
  g_assert_true (g_file_set_contents (broken, "PK\3\4 no zip", -1, NULL));
  yd_directory_window_import (fixture->window, broken);
  wait_for_words (fixture, "broken.xlsx");
  yd_directory_window_import (fixture->window, missing);
  wait_for_words (fixture, "missing.xlsx");

  g_assert_true (g_file_set_contents (headless, "甲,乙\n市财政局,1\n", -1, NULL));
  yd_directory_window_import (fixture->window, headless);
  wait_for_words (fixture, "No column is headed");
  act (fixture, "directory.apply");
  act (fixture, "directory.back");
  g_assert_nonnull (get (fixture, "市财政局"));
}

/* As another window or another computer does it. */
static void
change_elsewhere (Fixture    *fixture,
                  const char *name,
                  guint       field,
                  const char *value)
{
  YdRow *row = yd_space_lookup (YD_SPACE (fixture->office), YD_KIND_UNIT, get (fixture, name)->id);
  g_autoptr(YdEdit) edit = yd_plan_edit_set (row, field, value, "unit.edit");

  g_assert_true (yd_session_commit_office (fixture->session, edit, NULL));
  spin ();
}

static GtkWidget *
half_type (Fixture    *fixture,
           const char *title,
           const char *text)
{
  GtkWidget *row = find (GTK_WIDGET (fixture->window), ADW_TYPE_ENTRY_ROW, title);

  gtk_editable_set_text (GTK_EDITABLE (row), text);

  return row;
}

static const char *
get_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* What is half typed outlives changes of others, and does not go over their words unasked. */
static void
test_draft (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkWidget *phone, *full, *alias;

  take_over (fixture);
  pick (fixture, "市财政局");
  phone = half_type (fixture, "Telephone", "0724-1");
  alias = half_type (fixture, "Add Another Name", "市财");
  change_elsewhere (fixture, "市财政局", YD_UNIT_CONTACT, "王");
  g_assert_cmpstr (get_text (phone), ==, "0724-1");
  g_assert_cmpstr (get_text (alias), ==, "市财");
  g_assert_cmpstr (get_text (find (GTK_WIDGET (fixture->window), ADW_TYPE_ENTRY_ROW, "Contact")),
                   ==, "王");

  full = half_type (fixture, "Full Name", "我的");
  change_elsewhere (fixture, "市财政局", YD_UNIT_FULL, "他的");
  g_assert_cmpstr (get_text (full), ==, "我的");
  g_assert_true (says (GTK_WIDGET (fixture->window), "“Full Name” was changed elsewhere"));
  type_into (fixture, "Full Name", " 他的 ");
  g_assert_cmpstr (get_text (full), ==, "他的");
  type_into (fixture, "Full Name", "我的");
  g_assert_cmpstr (get (fixture, "市财政局")->full, ==, "我的");

  half_type (fixture, "Full Name", "又是我的");
  change_elsewhere (fixture, "市财政局", YD_UNIT_FULL, "又是他的");
  pick (fixture, "市国税局");
  g_assert_cmpstr (get (fixture, "市财政局")->full, ==, "又是他的");
  g_assert_cmpstr (get (fixture, "市财政局")->phone, ==, "0724-1");
  g_assert_true (says (GTK_WIDGET (fixture->window), "Full Name: 又是我的"));
  g_assert_true (says (GTK_WIDGET (fixture->window), "市国税局"));
  g_assert_cmpstr (get_text (alias), ==, "");
  g_assert_cmpstr (get (fixture, "市财政局")->aliases->pdata[0], ==, "市财");
  g_assert_cmpstr (get_text (phone), ==, "");
}

/* One warning tells of all that is not kept, whatever the reason, and what can be kept is. */
static void
test_drafts_lost (Fixture       *fixture,
                  gconstpointer  user_data)
{
  take_over (fixture);
  pick (fixture, "市财政局");
  half_type (fixture, "Full Name", "我的");
  change_elsewhere (fixture, "市财政局", YD_UNIT_FULL, "他的");
  half_type (fixture, "Contact", "李");
  change_elsewhere (fixture, "市财政局", YD_UNIT_CONTACT, "王");
  half_type (fixture, "First Day", "明天以后");
  half_type (fixture, "Telephone", "0724-2");
  pick (fixture, "东宝区");

  g_assert_true (says (GTK_WIDGET (fixture->window), "“市财政局” is not kept"));
  g_assert_true (says (GTK_WIDGET (fixture->window), "Full Name: 我的"));
  g_assert_true (says (GTK_WIDGET (fixture->window), "Contact: 李"));
  g_assert_true (says (GTK_WIDGET (fixture->window), "First Day: 明天以后"));
  g_assert_false (says (GTK_WIDGET (fixture->window), "Telephone: 0724-2"));
  g_assert_cmpstr (get (fixture, "市财政局")->full, ==, "他的");
  g_assert_cmpstr (get (fixture, "市财政局")->phone, ==, "0724-2");
  g_assert_cmpstr (get_text (find (GTK_WIDGET (fixture->window), ADW_TYPE_ENTRY_ROW,
                                   "Name, as Documents Print It")), ==, "东宝区");
}

/* What cannot be written is told with the rest. */
static void
test_drafts_refused (Fixture       *fixture,
                     gconstpointer  user_data)
{
  take_over (fixture);
  pick (fixture, "市财政局");
  half_type (fixture, "Full Name", "我的");
  half_type (fixture, "Contact", "李");
  yd_session_set_office (fixture->session, fixture->office, NULL);
  pick (fixture, "东宝区");
  g_assert_true (says (GTK_WIDGET (fixture->window), "Full Name: 我的"));
  g_assert_true (says (GTK_WIDGET (fixture->window), "Contact: 李"));
  g_assert_null (get (fixture, "市财政局")->contact);
}

/* Whoever names members of a group that nobody can add to the directory is told why not. */
static void
test_name_members_unknown (Fixture       *fixture,
                           gconstpointer  user_data)
{
  YdRow *group = yd_space_lookup (YD_SPACE (fixture->plan), YD_KIND_UNIT, "u2");
  g_autofree char *said = NULL;
  GActionEntry entries[] = { { "refuse", say_cb, "s", NULL, NULL, { 0 } } };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), &said);
  gtk_widget_insert_action_group (fixture->parent, "win", G_ACTION_GROUP (actions));

  yd_session_set_office (fixture->session, fixture->office, NULL);
  yd_directory_window_name_members (GTK_WINDOW (fixture->parent), fixture->session, group);
  g_assert_nonnull (said);
  g_assert_nonnull (strstr (said, "市直各部门"));
  gtk_widget_insert_action_group (fixture->parent, "win", NULL);
}

/* Who may only read sees all and changes nothing. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  user_data)
{
  take_over (fixture);
  yd_session_set_office (fixture->session, fixture->office, NULL);
  g_object_notify (G_OBJECT (fixture->session), "directory");
  spin ();
  pick (fixture, "市财政局");
  type_into (fixture, "Full Name", "荆门市财政局");
  g_assert_null (get (fixture, "市财政局")->full);
  act (fixture, "directory.delete");
  g_assert_nonnull (get (fixture, "市财政局"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  yd_test_gtk_prepare ();
  adw_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/directory-window/take-over", test_take_over);
  ADD ("/directory-window/one-step", test_one_step);
  ADD ("/directory-window/two-steps", test_two_steps);
  ADD ("/directory-window/edit", test_edit);
  ADD ("/directory-window/full-disk", test_full_disk);
  ADD ("/directory-window/bad-table", test_bad_table);
  ADD ("/directory-window/succeed", test_succeed);
  ADD ("/directory-window/preview", test_preview);
  ADD ("/directory-window/members", test_members);
  ADD ("/directory-window/name-members", test_name_members);
  ADD ("/directory-window/name-members-refused", test_name_members_refused);
  ADD ("/directory-window/select-from-page", test_select_from_page);
  ADD ("/directory-window/merge", test_merge);
  ADD ("/directory-window/delete", test_delete);
  ADD ("/directory-window/read-only", test_read_only);
  ADD ("/directory-window/draft", test_draft);
  ADD ("/directory-window/drafts-lost", test_drafts_lost);
  ADD ("/directory-window/drafts-refused", test_drafts_refused);
  ADD ("/directory-window/name-members-unknown", test_name_members_unknown);

  return g_test_run ();
}
