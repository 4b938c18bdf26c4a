/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-dialog.h"

#include <glib/gstdio.h>
#include <string.h>

#include "yd-export-scope.h"
#include "yd-open.h"
#include "yd-plan-edits.h"
#include "yd-save-copy.h"
#include "yd-test-journal.h"
#include "yd-test-space.h"
#include "yd-test-gtk.h"

typedef struct
{
  char           *folder;
  YdPlan         *plan;
  YdTestJournal  *journal;
  YdSession      *session;
  GtkWidget      *parent;
  YdExportDialog *dialog;       /* becomes NULL when it is closed */
  char           *exported;     /* what the window was told */
  char           *said;
} Fixture;

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
told_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  char **words = user_data;

  g_free (*words);
  *words = g_variant_dup_string (parameter, NULL);
}

static void
add_action (GSimpleActionGroup  *group,
            const char          *name,
            char               **words)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE_STRING);

  g_signal_connect (action, "activate", G_CALLBACK (told_cb), words);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->folder = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  fixture->session = yd_session_new (&yd_id_system_source);
  fixture->parent = gtk_window_new ();
  add_action (group, "exported", &fixture->exported);
  add_action (group, "say", &fixture->said);
  gtk_widget_insert_action_group (fixture->parent, "win", G_ACTION_GROUP (group));
  gtk_window_present (GTK_WINDOW (fixture->parent));
}

static void
open_dialog (Fixture *fixture)
{
  fixture->dialog =
    YD_EXPORT_DIALOG (yd_export_dialog_new (GTK_WINDOW (fixture->parent), fixture->session));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  spin ();
}

/* A plan of so many points, each with a title. */
static void
open_points (Fixture *fixture,
             guint    n)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
  g_autoptr(GError) error = NULL;

  fixture->plan = yd_plan_new (id);
  fixture->journal = yd_test_journal_new ();
  yd_session_show (fixture->session, fixture->plan, YD_JOURNAL (fixture->journal), NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *point = yd_id_new (&yd_id_system_source);
      g_autofree char *key = g_strdup_printf ("a%06uxx", i);
      g_autofree char *title = g_strdup_printf ("Task %u", i + 1);

      yd_edit_create (edit, YD_KIND_POINT, point);
      yd_edit_put (edit, YD_POINT_ORDER, key);
      yd_edit_put (edit, YD_POINT_TITLE, title);
    }
  yd_session_commit (fixture->session, edit, &error);
  g_assert_no_error (error);
  open_dialog (fixture);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  YdSession *session = fixture->session;

  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  if (fixture->parent != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->parent));
  spin ();
  g_assert_null (fixture->dialog);

  yd_session_close (session);
  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  g_object_unref (session);
  while (session != NULL)
    g_main_context_iteration (NULL, TRUE);
  spin ();
  if (fixture->plan != NULL)
    g_assert_finalize_object (fixture->plan);
  if (fixture->journal != NULL)
    g_assert_finalize_object (fixture->journal);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->exported);
  g_free (fixture->said);
}

static void
export_to (Fixture    *fixture,
           const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  yd_export_dialog_export_to (fixture->dialog, file);
}

static void
wait (Fixture *fixture)
{
  while (fixture->dialog != NULL && yd_export_dialog_get_busy (fixture->dialog))
    g_main_context_iteration (NULL, TRUE);
  spin ();
}

static gboolean
exists (Fixture    *fixture,
        const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The columns that are there as a word of their first letters. */
static void
assert_columns (Fixture    *fixture,
                const char *letters)
{
  YdTable *table = yd_export_dialog_get_table (fixture->dialog);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < yd_table_get_n_columns (table); i++)
    g_string_append_c (found, yd_table_get_column (table, i).key[0]);
  g_assert_cmpstr (found->str, ==, letters);
}

static void
rest (guint msec)
{
  gint64 end = g_get_monotonic_time () + msec * 1000;

  while (g_get_monotonic_time () < end)
    {
      spin ();
      g_usleep (5000);
    }
}

/* What is empty in the whole plan is off, and can be switched on; the preview follows in time. */
static void
test_columns (Fixture       *fixture,
              gconstpointer  user_data)
{
  open_points (fixture, 3);
  assert_columns (fixture, "nt");

  g_assert_true (yd_export_dialog_set_column (fixture->dialog, "lead", TRUE));
  g_assert_true (yd_export_dialog_set_column (fixture->dialog, "number", FALSE));
  g_assert_false (yd_export_dialog_set_column (fixture->dialog, "task", FALSE));
  rest (300);
  assert_columns (fixture, "tl");
}

static void
test_formats (Fixture       *fixture,
              gconstpointer  user_data)
{
  const char *suffix = user_data;
  g_autofree char *name = g_strdup_printf ("table.%s", suffix);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *contents = NULL;
  gsize len;

  open_points (fixture, 3);
  g_assert_true (yd_export_dialog_set_format (fixture->dialog, suffix));
  export_to (fixture, name);
  wait (fixture);

  g_assert_null (fixture->dialog);
  g_assert_cmpstr (fixture->exported, ==, uri);
  g_assert_true (g_file_get_contents (path, &contents, &len, NULL));
  if (suffix[0] == 'c' || suffix[0] == 'j')
    g_assert_nonnull (strstr (contents, "Task 3"));
  else
    g_assert_cmpint (memcmp (contents, suffix[0] == 'p' ? "%P" : "PK", 2), ==, 0);
}

/* A switch that was thrown just before is not lost. */
static void
test_at_once (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "table.csv", NULL);
  g_autofree char *contents = NULL;

  open_points (fixture, 1);
  g_assert_true (yd_export_dialog_set_format (fixture->dialog, "csv"));
  g_assert_true (yd_export_dialog_set_column (fixture->dialog, "note", TRUE));
  export_to (fixture, "table.csv");
  wait (fixture);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "备注"));
}

/* One date on the first of two points, which nobody is assigned to. */
static void
open_dates (Fixture *fixture)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
  g_autoptr(YdRow) point = NULL;
  g_autofree char *deadline = yd_id_new (&yd_id_system_source);
  g_autofree char *unit = yd_id_new (&yd_id_system_source);
  g_autofree char *today = yd_day_dup (yd_session_get_today (fixture->session));
  g_autoptr(GError) error = NULL;

  open_points (fixture, 2);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  spin ();
  point = g_list_model_get_item (yd_plan_get_points (fixture->plan), 0);
  yd_edit_create (edit, YD_KIND_UNIT, unit);
  yd_edit_put (edit, YD_UNIT_NAME, "市财政局");
  yd_edit_create (edit, YD_KIND_DEADLINE, deadline);
  yd_edit_put (edit, YD_DEADLINE_POINT, yd_row_get_id (point));
  yd_edit_put (edit, YD_DEADLINE_ORIGIN, "stated");
  yd_edit_put (edit, YD_DEADLINE_RULE, "date");
  yd_edit_put (edit, YD_DEADLINE_VALUE, today);
  yd_edit_put (edit, YD_DEADLINE_ROLL, "keep");
  yd_edit_put (edit, YD_DEADLINE_ORDER, "a0xx");
  yd_session_commit (fixture->session, edit, &error);
  g_assert_no_error (error);
  open_dialog (fixture);
}

static char *
export_text (Fixture    *fixture,
             const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  char *contents;
  gsize len;

  export_to (fixture, name);
  wait (fixture);
  g_assert_null (fixture->dialog);
  g_assert_true (g_file_get_contents (path, &contents, &len, NULL));
  for (gsize i = 0; i < len; i++)       /* of a zip too, to be searched */
    if (contents[i] == '\0')
      contents[i] = '.';

  return contents;
}

/* Whether the words are in what is written. */
static const struct
{
  const char *path;
  const char *what;
  const char *unit;
  const char *format;
  const char *name;
  const char *has;
  const char *has_not;
} dates_cases[] = {
  { "/export-dialog/dates/csv",       "due",      NULL,       "csv",     "x.csv",  "Task 1",
    "Task 2" },
  { "/export-dialog/dates/not-plan",  "due",      NULL,       "yaodian", "x.docx", "word/document",
    "manifest.json" },
  { "/export-dialog/dates/ics",       "calendar", NULL,       "xlsx",    "x.ics",  "Task 1",
    "Task 2" },
  { "/export-dialog/dates/unit",      "calendar", "市财政局", "csv",     "x.ics",  "END:VCALENDAR",
    "Task 1" },
  { "/export-dialog/dates/unit-csv",  "due",      "市财政局", "csv",     "x.csv",  "完成时限",
    "Task 1" },
};

static void
test_dates (Fixture       *fixture,
            gconstpointer  user_data)
{
  const guint i = GPOINTER_TO_UINT (user_data);
  g_autofree char *text = NULL;

  open_dates (fixture);
  g_assert_true (yd_export_dialog_set_format (fixture->dialog, dates_cases[i].format));
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, dates_cases[i].what,
                                            dates_cases[i].unit));
  text = export_text (fixture, dates_cases[i].name);
  g_assert_nonnull (strstr (text, dates_cases[i].has));
  g_assert_null (strstr (text, dates_cases[i].has_not));
}

/* Of two points with a deadline on the same day, the one that the window shows. */
static void
test_shown (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autofree char *text = NULL;

  open_dates (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  open_dialog (fixture);
  g_assert_false (yd_export_dialog_set_what (fixture->dialog, "calendar", "shown"));
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));

  yd_point_filter_set_text (yd_session_get_filter (fixture->session), "Task 2");
  open_dialog (fixture);
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "calendar", "shown"));
  text = export_text (fixture, "x.ics");
  g_assert_null (strstr (text, "Task 1"));
  g_clear_pointer (&text, g_free);

  yd_point_filter_set_text (yd_session_get_filter (fixture->session), "Task 1");
  open_dialog (fixture);
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "calendar", "shown"));
  text = export_text (fixture, "y.ics");
  g_assert_nonnull (strstr (text, "Task 1"));
}

/* What a person types as the first and the last day. */
static const struct { const char *from, *to; gboolean valid; gboolean has; } days_cases[] = {
  { "2017-01-01",    "2100-12-31", TRUE,  TRUE  },
  { "2017年1月1日",  "2100/12/31", TRUE,  TRUE  },
  { "2017-01-01",    "2017-01-01", TRUE,  FALSE },
  { "2017-01-02",    "2017-01-01", FALSE, FALSE },
  { "1948-12-31",    "2100-12-31", FALSE, FALSE },
  { "2017-01-01",    "2101-01-01", FALSE, FALSE },
  { "2017-02-30",    "2100-12-31", FALSE, FALSE },
  { "2017-01-01",    "12-31",      TRUE,  TRUE  },
  { "14:20",         "2100-12-31", FALSE, FALSE },
  { "",              "2100-12-31", FALSE, FALSE },
};

static void
test_days (Fixture       *fixture,
           gconstpointer  user_data)
{
  open_dates (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (days_cases); i++)
    {
      g_autofree char *text = NULL;
      gboolean enabled;

      g_test_message ("%s to %s", days_cases[i].from, days_cases[i].to);
      if (fixture->dialog == NULL)
        open_dialog (fixture);
      g_assert_true (yd_export_dialog_set_what (fixture->dialog, "calendar", NULL));
      enabled = yd_export_dialog_set_days (fixture->dialog, days_cases[i].from, days_cases[i].to);
      g_assert_cmpint (enabled, ==, days_cases[i].valid);
      if (!enabled)
        continue;

      text = export_text (fixture, "x.ics");
      g_assert_cmpint (strstr (text, "Task 1") != NULL, ==, days_cases[i].has);
    }
}

static const char *
get_scope_words (GtkWidget *root)
{
  const char *words = YD_IS_EXPORT_SCOPE (root)
                      ? adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (root)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); words == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    words = get_scope_words (child);

  return words;
}

/* Why it cannot be exported is said until it can; also when the preview comes a moment later. */
static void
test_why_not (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autofree char *why = NULL;
  g_autoptr(YdTable) table = NULL;

  open_dates (fixture);
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "calendar", NULL));
  table = yd_table_ref (yd_export_dialog_get_table (fixture->dialog));
  g_assert_false (yd_export_dialog_set_days (fixture->dialog, "2017-01-02", "2017-01-01"));
  why = g_strdup (get_scope_words (GTK_WIDGET (fixture->dialog)));
  while (yd_export_dialog_get_table (fixture->dialog) == table)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_scope_words (GTK_WIDGET (fixture->dialog)), ==, why);
}

static void
test_no_such_dates (Fixture       *fixture,
                    gconstpointer  user_data)
{
  open_dates (fixture);
  g_assert_false (yd_export_dialog_set_what (fixture->dialog, "ledger", NULL));
  g_assert_false (yd_export_dialog_set_what (fixture->dialog, "due", "市审计局"));
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "calendar", NULL));
  export_to (fixture, "no-folder/x.ics");
  wait (fixture);
  g_assert_nonnull (yd_export_dialog_get_error (fixture->dialog));

  /* Back to the table there are its columns again. */
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "breakdown", NULL));
  export_to (fixture, "table.docx");
  wait (fixture);
  g_assert_true (exists (fixture, "table.docx"));
}

/* Two units; one leads the first point, the other both. */
static void
open_units (Fixture *fixture)
{
  static const char * const names[] = { "市财政局", "市审计局" };
  g_autoptr(GPtrArray) points = g_ptr_array_new_with_free_func (g_object_unref);

  open_points (fixture, 2);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  spin ();
  g_ptr_array_add (points, g_list_model_get_item (yd_plan_get_points (fixture->plan), 0));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = yd_id_new (&yd_id_system_source);
      g_autoptr(YdEdit) edit = NULL;
      g_autoptr(GError) error = NULL;

      if (i == 1)
        g_ptr_array_add (points, g_list_model_get_item (yd_plan_get_points (fixture->plan), 1));
      edit = yd_plan_edit_assign_new (fixture->plan, points, id, names[i],
                                      i == 0 ? "lead" : "support", &yd_id_system_source);
      yd_session_commit (fixture->session, edit, &error);
      g_assert_no_error (error);
    }
  open_dialog (fixture);
}

static const struct
{
  const char *path;
  const char *what;
  const char *unit;
  const char *format;
  const char *name;
  const char *has;
  const char *has_not;
} units_cases[] = {
  { "/export-dialog/matrix/xlsx", "matrix", NULL, "xlsx", "x.xlsx", "xl/worksheets", "word/" },
  { "/export-dialog/matrix/html", "matrix", NULL, "html", "x.html", "市审计局", "://" },
  { "/export-dialog/matrix/png",  "matrix", NULL, "png",  "x.png",  "PNG", "word/" },
  { "/export-dialog/matrix/pdf",  "matrix", NULL, "pdf",  "x.pdf",  "%PDF", "word/" },
  { "/export-dialog/matrix/csv",  "matrix", NULL, "csv",  "x.csv",  "●", "Task 3" },
  { "/export-dialog/units/one",   "unit", "市财政局", "csv", "x.csv", "Task 1", "Task 2" },
  { "/export-dialog/units/other", "unit", "市审计局", "csv", "x.csv", "Task 2", "0724" },
  { "/export-dialog/units/docx",  "unit", "市审计局", "docx", "x.docx", "word/document", "xl/" },
};

static void
test_units (Fixture       *fixture,
            gconstpointer  user_data)
{
  const guint i = GPOINTER_TO_UINT (user_data);
  g_autofree char *text = NULL;

  open_units (fixture);
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, units_cases[i].what,
                                            units_cases[i].unit));
  g_assert_true (yd_export_dialog_set_format (fixture->dialog, units_cases[i].format));
  text = export_text (fixture, units_cases[i].name);
  g_assert_nonnull (strstr (text, units_cases[i].has));
  g_assert_null (strstr (text, units_cases[i].has_not));
}

/* Each unit gets a file, in a folder that is made. */
static void
test_all_units (Fixture       *fixture,
                gconstpointer  user_data)
{
  open_units (fixture);
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "unit", NULL));
  export_to (fixture, "lists");
  wait (fixture);
  g_assert_null (fixture->dialog);
  g_assert_true (exists (fixture, "lists/市财政局.docx"));
  g_assert_true (exists (fixture, "lists/市审计局.docx"));
}

/* The window behind it may go at any time; what writes goes on for a moment. */
static void
test_parent_goes (Fixture       *fixture,
                  gconstpointer  user_data)
{
  YdExportDialog *dialog;

  open_units (fixture);
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "unit", NULL));
  dialog = g_object_ref (fixture->dialog);
  export_to (fixture, "lists");
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->parent)));
  while (G_OBJECT (dialog)->ref_count > 1)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_finalize_object (dialog);
  g_assert_null (fixture->exported);
}

/* A format that the other cannot have gives way to one that it can. */
static void
test_other_formats (Fixture       *fixture,
                    gconstpointer  user_data)
{
  open_units (fixture);
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "matrix", NULL));
  g_assert_false (yd_export_dialog_set_format (fixture->dialog, "docx"));
  g_assert_true (yd_export_dialog_set_format (fixture->dialog, "html"));
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "breakdown", NULL));
  g_assert_false (yd_export_dialog_set_format (fixture->dialog, "html"));
  g_assert_false (yd_export_dialog_set_what (fixture->dialog, "unit", "市气象局"));
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "breakdown", NULL));
  export_to (fixture, "table.docx");
  wait (fixture);
  g_assert_true (exists (fixture, "table.docx"));
}

static void
test_error (Fixture       *fixture,
            gconstpointer  user_data)
{
  open_points (fixture, 1);
  g_assert_null (yd_export_dialog_get_error (fixture->dialog));
  export_to (fixture, "no-folder/table.docx");
  wait (fixture);

  g_assert_nonnull (fixture->dialog);
  g_assert_nonnull (yd_export_dialog_get_error (fixture->dialog));
  g_assert_null (fixture->exported);

  /* Another choice starts anew. */
  yd_export_dialog_set_format (fixture->dialog, "csv");
  g_assert_null (yd_export_dialog_get_error (fixture->dialog));
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "table.docx", NULL);

  open_points (fixture, 5000);
  export_to (fixture, "table.docx");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "export.cancel", NULL);
  g_assert_true (yd_export_dialog_get_busy (fixture->dialog));
  wait (fixture);

  /* On a busy machine the file may be there before the next line of the test is. */
  while (fixture->dialog == NULL)
    {
      g_remove (path);
      g_clear_pointer (&fixture->exported, g_free);
      open_dialog (fixture);
      export_to (fixture, "table.docx");
      gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "export.cancel", NULL);
      wait (fixture);
    }

  g_assert_null (yd_export_dialog_get_error (fixture->dialog));
  g_assert_null (fixture->exported);
  g_assert_false (exists (fixture, "table.docx"));

  /* The second time it is the window that is cancelled. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "export.cancel", NULL);
  spin ();
  g_assert_null (fixture->dialog);
}

/* Closed while it works, it stops first. */
static void
test_close (Fixture       *fixture,
            gconstpointer  user_data)
{
  open_points (fixture, 5000);
  export_to (fixture, "table.docx");
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  g_assert_nonnull (fixture->dialog);
  wait (fixture);
  g_assert_null (fixture->dialog);
  g_assert_false (exists (fixture, "table.docx"));
}

static void
library_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  gboolean *done = user_data;
  g_autoptr(GError) error = NULL;

  yd_open_library_finish (YD_SESSION (object), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

static void
plan_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  gboolean *done = user_data;
  g_autoptr(GError) error = NULL;

  yd_open_finish (YD_SESSION (object), result, NULL, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

static void
open_sample (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "library.db", NULL);
  g_autofree char *text = NULL;
  gboolean done = FALSE;

  yd_open_library_async (fixture->session, path, library_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  done = FALSE;
  g_assert_true (g_file_get_contents (g_getenv ("YD_SAMPLE"), &text, NULL, NULL));
  yd_open_text_async (fixture->session, "sample", text, NULL, NULL, plan_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (yd_session_get_plan (fixture->session));
}

static void
test_plan_file (Fixture       *fixture,
                gconstpointer  user_data)
{
  open_sample (fixture);
  open_dialog (fixture);
  assert_columns (fixture, "nttlrd");
  yd_export_dialog_set_format (fixture->dialog, "yaodian");
  export_to (fixture, "plan.yaodian");
  wait (fixture);
  g_assert_null (fixture->dialog);
  g_assert_true (exists (fixture, "plan.yaodian"));
}

static void
test_save_copy (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.yaodian", NULL);
  g_autofree char *bad_path = g_build_filename (fixture->folder, "none", "copy.yaodian", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) bad = g_file_new_for_path (bad_path);

  open_sample (fixture);
  yd_save_copy_to (GTK_WINDOW (fixture->parent), fixture->session, file);
  while (fixture->exported == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (exists (fixture, "copy.yaodian"));

  yd_save_copy_to (GTK_WINDOW (fixture->parent), fixture->session, bad);
  while (fixture->said == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (exists (fixture, "none"));
}

int
main (int    argc,
      char **argv)
{
  const struct
  {
    const char  *name;
    const char  *data;
    void       (*func) (Fixture       *fixture,
                        gconstpointer  data);
  } tests[] = {
    { "/export-dialog/columns",   NULL,   test_columns   },
    { "/export-dialog/docx",      "docx", test_formats   },
    { "/export-dialog/pdf",       "pdf",  test_formats   },
    { "/export-dialog/xlsx",      "xlsx", test_formats   },
    { "/export-dialog/csv",       "csv",  test_formats   },
    { "/export-dialog/json",      "json", test_formats   },
    { "/export-dialog/at-once",   NULL,   test_at_once   },
    { "/export-dialog/error",     NULL,   test_error     },
    { "/export-dialog/cancel",    NULL,   test_cancel    },
    { "/export-dialog/close",     NULL,   test_close     },
    { "/export-dialog/plan-file", NULL,   test_plan_file },
    { "/save-copy",               NULL,   test_save_copy },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_forgive_revealers ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, tests[i].data, set_up, tests[i].func, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (dates_cases); i++)
    g_test_add (dates_cases[i].path, Fixture, GUINT_TO_POINTER (i), set_up, test_dates, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (units_cases); i++)
    g_test_add (units_cases[i].path, Fixture, GUINT_TO_POINTER (i), set_up, test_units, tear_down);
  g_test_add ("/export-dialog/units/all", Fixture, NULL, set_up, test_all_units, tear_down);
  g_test_add ("/export-dialog/units/parent-goes", Fixture, NULL, set_up, test_parent_goes,
              tear_down);
  g_test_add ("/export-dialog/units/formats", Fixture, NULL, set_up, test_other_formats,
              tear_down);
  g_test_add ("/export-dialog/dates/shown", Fixture, NULL, set_up, test_shown, tear_down);
  g_test_add ("/export-dialog/dates/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/export-dialog/dates/why-not", Fixture, NULL, set_up, test_why_not, tear_down);
  g_test_add ("/export-dialog/dates/none", Fixture, NULL, set_up, test_no_such_dates, tear_down);

  return g_test_run ();
}
