/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-dialog.h"

#include <glib/gstdio.h>
#include <string.h>

#include "yd-export-fixture.h"
#include "yd-export-scope.h"
#include "yd-open.h"
#include "yd-plan-edits.h"
#include "yd-save-copy.h"
#include "yd-test-space.h"
#include "yd-test-gtk.h"

/* The columns that are there as a word of their first letters. */
static void
assert_columns (YdExportFixture *fixture,
                const char      *letters)
{
  YdTable *table = yd_export_dialog_get_table (fixture->dialog);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < yd_table_get_n_columns (table); i++)
    g_string_append_c (found, yd_table_get_column (table, i).key[0]);
  g_assert_cmpstr (found->str, ==, letters);
}

/* The preview follows in time. */
static void
wait_for_other (YdExportFixture *fixture,
                YdTable         *table)
{
  while (yd_export_dialog_get_table (fixture->dialog) == table)
    g_main_context_iteration (NULL, TRUE);
}

/* What is empty in the whole plan is off, and can be switched on. */
static void
test_columns (YdExportFixture *fixture,
              gconstpointer    user_data)
{
  g_autoptr(YdTable) table = NULL;

  yd_export_fixture_open_points (fixture, 3);
  assert_columns (fixture, "nt");
  table = yd_table_ref (yd_export_dialog_get_table (fixture->dialog));

  g_assert_true (yd_export_dialog_set_column (fixture->dialog, "lead", TRUE));
  g_assert_true (yd_export_dialog_set_column (fixture->dialog, "number", FALSE));
  g_assert_false (yd_export_dialog_set_column (fixture->dialog, "task", FALSE));
  wait_for_other (fixture, table);
  assert_columns (fixture, "tl");
}

static void
test_formats (YdExportFixture *fixture,
              gconstpointer    user_data)
{
  const char *suffix = user_data;
  g_autofree char *name = g_strdup_printf ("table.%s", suffix);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *contents = NULL;
  gsize len;

  yd_export_fixture_open_points (fixture, 3);
  g_assert_true (yd_export_dialog_set_format (fixture->dialog, suffix));
  yd_export_fixture_export_to (fixture, name);
  yd_export_fixture_wait (fixture);

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
test_at_once (YdExportFixture *fixture,
              gconstpointer    user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "table.csv", NULL);
  g_autofree char *contents = NULL;

  yd_export_fixture_open_points (fixture, 1);
  g_assert_true (yd_export_dialog_set_format (fixture->dialog, "csv"));
  g_assert_true (yd_export_dialog_set_column (fixture->dialog, "note", TRUE));
  yd_export_fixture_export_to (fixture, "table.csv");
  yd_export_fixture_wait (fixture);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "备注"));
}

/* One date on the first of two points, which nobody is assigned to. */
static void
open_dates (YdExportFixture *fixture)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
  g_autoptr(YdRow) point = NULL;
  g_autofree char *deadline = yd_id_new (&yd_id_system_source);
  g_autofree char *unit = yd_id_new (&yd_id_system_source);
  g_autofree char *today = yd_day_dup (yd_session_get_today (fixture->session));
  g_autoptr(GError) error = NULL;

  yd_export_fixture_open_points (fixture, 2);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  yd_export_fixture_spin ();
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
  yd_export_fixture_open_dialog (fixture);
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
test_dates (YdExportFixture *fixture,
            gconstpointer    user_data)
{
  const guint i = GPOINTER_TO_UINT (user_data);
  g_autofree char *text = NULL;

  open_dates (fixture);
  g_assert_true (yd_export_dialog_set_format (fixture->dialog, dates_cases[i].format));
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, dates_cases[i].what,
                                            dates_cases[i].unit));
  text = yd_export_fixture_export_text (fixture, dates_cases[i].name);
  g_assert_nonnull (strstr (text, dates_cases[i].has));
  g_assert_null (strstr (text, dates_cases[i].has_not));
}

/* Of two points with a deadline on the same day, the one that the window shows. */
static void
test_shown (YdExportFixture *fixture,
            gconstpointer    user_data)
{
  g_autofree char *text = NULL;

  open_dates (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  yd_export_fixture_open_dialog (fixture);
  g_assert_false (yd_export_dialog_set_what (fixture->dialog, "calendar", "shown"));
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));

  yd_point_filter_set_text (yd_session_get_filter (fixture->session), "Task 2");
  yd_export_fixture_open_dialog (fixture);
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "calendar", "shown"));
  text = yd_export_fixture_export_text (fixture, "x.ics");
  g_assert_null (strstr (text, "Task 1"));
  g_clear_pointer (&text, g_free);

  yd_point_filter_set_text (yd_session_get_filter (fixture->session), "Task 1");
  yd_export_fixture_open_dialog (fixture);
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "calendar", "shown"));
  text = yd_export_fixture_export_text (fixture, "y.ics");
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
test_days (YdExportFixture *fixture,
           gconstpointer    user_data)
{
  open_dates (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (days_cases); i++)
    {
      g_autofree char *text = NULL;
      gboolean enabled;

      g_test_message ("%s to %s", days_cases[i].from, days_cases[i].to);
      if (fixture->dialog == NULL)
        yd_export_fixture_open_dialog (fixture);
      g_assert_true (yd_export_dialog_set_what (fixture->dialog, "calendar", NULL));
      enabled = yd_export_dialog_set_days (fixture->dialog, days_cases[i].from, days_cases[i].to);
      g_assert_cmpint (enabled, ==, days_cases[i].valid);
      if (!enabled)
        continue;

      text = yd_export_fixture_export_text (fixture, "x.ics");
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
test_why_not (YdExportFixture *fixture,
              gconstpointer    user_data)
{
  g_autofree char *why = NULL;
  g_autoptr(YdTable) table = NULL;

  open_dates (fixture);
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "calendar", NULL));
  table = yd_table_ref (yd_export_dialog_get_table (fixture->dialog));
  g_assert_false (yd_export_dialog_set_days (fixture->dialog, "2017-01-02", "2017-01-01"));
  why = g_strdup (get_scope_words (GTK_WIDGET (fixture->dialog)));
  wait_for_other (fixture, table);
  g_assert_cmpstr (get_scope_words (GTK_WIDGET (fixture->dialog)), ==, why);
}

static void
test_no_such_dates (YdExportFixture *fixture,
                    gconstpointer    user_data)
{
  open_dates (fixture);
  g_assert_false (yd_export_dialog_set_what (fixture->dialog, "ledger", NULL));
  g_assert_false (yd_export_dialog_set_what (fixture->dialog, "due", "市审计局"));
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "calendar", NULL));
  yd_export_fixture_export_to (fixture, "no-folder/x.ics");
  yd_export_fixture_wait (fixture);
  g_assert_nonnull (yd_export_dialog_get_error (fixture->dialog));

  /* Back to the table there are its columns again. */
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "breakdown", NULL));
  yd_export_fixture_export_to (fixture, "table.docx");
  yd_export_fixture_wait (fixture);
  g_assert_true (yd_export_fixture_exists (fixture, "table.docx"));
}

static void
test_error (YdExportFixture *fixture,
            gconstpointer    user_data)
{
  yd_export_fixture_open_points (fixture, 1);
  g_assert_null (yd_export_dialog_get_error (fixture->dialog));
  yd_export_fixture_export_to (fixture, "no-folder/table.docx");
  yd_export_fixture_wait (fixture);

  g_assert_nonnull (fixture->dialog);
  g_assert_nonnull (yd_export_dialog_get_error (fixture->dialog));
  g_assert_null (fixture->exported);

  /* Another choice starts anew. */
  yd_export_dialog_set_format (fixture->dialog, "csv");
  g_assert_null (yd_export_dialog_get_error (fixture->dialog));
}

static void
test_cancel (YdExportFixture *fixture,
             gconstpointer    user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "table.docx", NULL);

  yd_export_fixture_open_points (fixture, 5000);
  yd_export_fixture_export_to (fixture, "table.docx");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "export.cancel", NULL);
  g_assert_true (yd_export_dialog_get_busy (fixture->dialog));
  yd_export_fixture_wait (fixture);

  /* On a busy machine the file may be there before the next line of the test is. */
  while (fixture->dialog == NULL)
    {
      g_remove (path);
      g_clear_pointer (&fixture->exported, g_free);
      yd_export_fixture_open_dialog (fixture);
      yd_export_fixture_export_to (fixture, "table.docx");
      gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "export.cancel", NULL);
      yd_export_fixture_wait (fixture);
    }

  g_assert_null (yd_export_dialog_get_error (fixture->dialog));
  g_assert_null (fixture->exported);
  g_assert_false (yd_export_fixture_exists (fixture, "table.docx"));

  /* The second time it is the window that is cancelled. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "export.cancel", NULL);
  yd_export_fixture_spin ();
  g_assert_null (fixture->dialog);
}

/* Closed while it works, it stops first. */
static void
test_close (YdExportFixture *fixture,
            gconstpointer    user_data)
{
  yd_export_fixture_open_points (fixture, 5000);
  yd_export_fixture_export_to (fixture, "table.docx");
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  g_assert_nonnull (fixture->dialog);
  yd_export_fixture_wait (fixture);
  g_assert_null (fixture->dialog);
  g_assert_false (yd_export_fixture_exists (fixture, "table.docx"));
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
open_sample (YdExportFixture *fixture)
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
test_plan_file (YdExportFixture *fixture,
                gconstpointer    user_data)
{
  open_sample (fixture);
  yd_export_fixture_open_dialog (fixture);
  assert_columns (fixture, "nttlrd");
  yd_export_dialog_set_format (fixture->dialog, "yaodian");
  yd_export_fixture_export_to (fixture, "plan.yaodian");
  yd_export_fixture_wait (fixture);
  g_assert_null (fixture->dialog);
  g_assert_true (yd_export_fixture_exists (fixture, "plan.yaodian"));
}

static void
test_save_copy (YdExportFixture *fixture,
                gconstpointer    user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.yaodian", NULL);
  g_autofree char *bad_path = g_build_filename (fixture->folder, "none", "copy.yaodian", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) bad = g_file_new_for_path (bad_path);

  open_sample (fixture);
  yd_save_copy_to (GTK_WINDOW (fixture->parent), fixture->session, file);
  while (fixture->exported == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (yd_export_fixture_exists (fixture, "copy.yaodian"));

  yd_save_copy_to (GTK_WINDOW (fixture->parent), fixture->session, bad);
  while (fixture->said == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (yd_export_fixture_exists (fixture, "none"));
}

#define ADD(path, data, func) \
  g_test_add (path, YdExportFixture, data, yd_export_fixture_set_up, func, \
              yd_export_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  const struct
  {
    const char  *name;
    const char  *data;
    void       (*func) (YdExportFixture *fixture,
                        gconstpointer    data);
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
  yd_test_gtk_prepare ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    ADD (tests[i].name, tests[i].data, tests[i].func);
  for (guint i = 0; i < G_N_ELEMENTS (dates_cases); i++)
    ADD (dates_cases[i].path, GUINT_TO_POINTER (i), test_dates);
  ADD ("/export-dialog/dates/shown", NULL, test_shown);
  ADD ("/export-dialog/dates/days", NULL, test_days);
  ADD ("/export-dialog/dates/why-not", NULL, test_why_not);
  ADD ("/export-dialog/dates/none", NULL, test_no_such_dates);

  return g_test_run ();
}
