/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-dialog.h"

#include <string.h>

#include "yd-export-fixture.h"
#include "yd-test-gtk.h"

/* The dialog for who answers for what: the sheet, and the tasks of units. */

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
  { "/export-matrix/matrix/xlsx", "matrix", NULL, "xlsx", "x.xlsx", "xl/worksheets", "word/" },
  { "/export-matrix/matrix/html", "matrix", NULL, "html", "x.html", "市审计局", "://" },
  { "/export-matrix/matrix/png",  "matrix", NULL, "png",  "x.png",  "PNG", "word/" },
  { "/export-matrix/matrix/pdf",  "matrix", NULL, "pdf",  "x.pdf",  "%PDF", "word/" },
  { "/export-matrix/matrix/csv",  "matrix", NULL, "csv",  "x.csv",  "●", "Task 3" },
  { "/export-matrix/units/one",   "unit", "市财政局", "csv", "x.csv", "Task 1", "Task 2" },
  { "/export-matrix/units/other", "unit", "市审计局", "csv", "x.csv", "Task 2", "0724" },
  { "/export-matrix/units/docx",  "unit", "市审计局", "docx", "x.docx", "word/document", "xl/" },
};

static void
test_units (YdExportFixture *fixture,
            gconstpointer    user_data)
{
  const guint i = GPOINTER_TO_UINT (user_data);
  g_autofree char *text = NULL;

  yd_export_fixture_open_units (fixture);
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, units_cases[i].what,
                                            units_cases[i].unit));
  g_assert_true (yd_export_dialog_set_format (fixture->dialog, units_cases[i].format));
  text = yd_export_fixture_export_text (fixture, units_cases[i].name);
  g_assert_nonnull (strstr (text, units_cases[i].has));
  g_assert_null (strstr (text, units_cases[i].has_not));
}

/* What the window shows: points that somebody leads, with who has most first. */
static YdPageMaker *
make_seen (YdExportFixture    *fixture,
           YdMatrixSheetFlags  flags)
{
  const YdMatrixFilter filter = { .roles = 1u << YD_ROLE_LEAD };
  g_autoptr(YdMatrix) matrix = yd_matrix_new (fixture->plan, NULL);

  yd_matrix_set_filter (matrix, &filter);
  yd_matrix_set_column_order (matrix, YD_MATRIX_ORDER_LOAD);

  return yd_sheet_maker_new (matrix, flags);
}

static const struct
{
  const char         *path;
  YdMatrixSheetFlags  flags;
  const char         *range;            /* NULL: nobody chose */
  YdPaper             paper;
  const char         *name;
  const char         *has;
  const char         *has_not;
} sheet_cases[] = {
  { "/export-matrix/sheet/seen",  YD_MATRIX_SHEET_DEFAULT, NULL, YD_PAPER_FITTING, "x.csv",
    "Task 1", "Task 2" },
  { "/export-matrix/sheet/order", YD_MATRIX_SHEET_DEFAULT, "seen", YD_PAPER_FITTING, "x.csv",
    "工作要点,市财政局,市审计局", "责任单位" },
  { "/export-matrix/sheet/whole", YD_MATRIX_SHEET_DEFAULT, "whole", YD_PAPER_FITTING, "x.csv",
    "Task 2", "筛选" },
  { "/export-matrix/sheet/turned", YD_MATRIX_SHEET_TRANSPOSED, NULL, YD_PAPER_FITTING, "x.csv",
    "责任单位,Task 1,", "Task 2" },
  { "/export-matrix/sheet/turned-whole", YD_MATRIX_SHEET_TRANSPOSED, "whole", YD_PAPER_FITTING,
    "x.csv", "责任单位,Task 1,Task 2,", "工作要点" },
  { "/export-matrix/sheet/html",  YD_MATRIX_SHEET_TRANSPOSED, NULL, YD_PAPER_FITTING, "x.html",
    "1项 × 2个单位　按文件1处分工（筛选后）", "Task 2" },
  { "/export-matrix/sheet/a4",    YD_MATRIX_SHEET_DEFAULT, NULL, YD_PAPER_FITTING, "x.pdf",
    "(A4)", "(A3)" },
  { "/export-matrix/sheet/a3",    YD_MATRIX_SHEET_DEFAULT, NULL, YD_PAPER_A3, "x.pdf",
    "(A3)", "(A4)" },
};

/* What a PDF says of its pages is packed by newer versions of cairo: another program reads it. */
static char *
read_pages (YdExportFixture *fixture,
            const char      *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  const char *argv[] = { "pdfinfo", path, NULL };
  g_autoptr(GError) error = NULL;
  char *said = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, NULL,
                &error);
  g_assert_no_error (error);

  return said;
}

/* From the page of the matrix comes what it shows; one can have the whole instead, on any paper. */
static void
test_sheet (YdExportFixture *fixture,
            gconstpointer    user_data)
{
  const guint i = GPOINTER_TO_UINT (user_data);
  g_autoptr(YdPageMaker) seen = NULL;
  g_autofree char *text = NULL;

  yd_export_fixture_open_units (fixture);
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "matrix", NULL));
  g_assert_false (yd_export_dialog_set_range (fixture->dialog, "seen"));
  seen = make_seen (fixture, sheet_cases[i].flags);
  yd_export_dialog_set_seen (fixture->dialog, YD_SHEET_MAKER (seen));
  if (sheet_cases[i].range != NULL)
    g_assert_true (yd_export_dialog_set_range (fixture->dialog, sheet_cases[i].range));
  g_assert_true (yd_export_dialog_set_format (fixture->dialog, sheet_cases[i].name + 2));
  yd_export_dialog_set_paper (fixture->dialog, sheet_cases[i].paper);
  text = yd_export_fixture_export_text (fixture, sheet_cases[i].name);
  if (g_str_has_suffix (sheet_cases[i].name, ".pdf"))
    {
      g_free (text);
      text = read_pages (fixture, sheet_cases[i].name);
    }
  g_assert_nonnull (strstr (text, sheet_cases[i].has));
  g_assert_null (strstr (text, sheet_cases[i].has_not));
}

static gboolean
hide_cb (gpointer user_data)
{
  const YdMatrixFilter filter = { .roles = 1u << YD_ROLE_LEAD };

  yd_matrix_set_filter (user_data, &filter);

  return G_SOURCE_REMOVE;
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* The preview is still copied when it is exported, and the matrix changes when the first is done:
 * the other gets the same sheet. All three are due at once, and have their turn in this order.
 */
static void
test_two_wait (YdExportFixture *fixture,
               gconstpointer    user_data)
{
  g_autoptr(GAsyncResult) laid_out = NULL;
  g_autoptr(GAsyncResult) copied = NULL;
  g_autoptr(YdMatrixSheet) sheet = NULL;
  g_autoptr(YdPageMaker) maker = NULL;
  g_autoptr(YdMatrix) matrix = NULL;
  g_autoptr(YdPages) pages = NULL;
  g_autoptr(GError) error = NULL;

  yd_export_fixture_open_units (fixture);
  matrix = yd_matrix_new (fixture->plan, NULL);
  maker = yd_sheet_maker_new (matrix, YD_MATRIX_SHEET_DEFAULT);
  yd_page_maker_make_async (maker, 0, NULL, result_cb, &laid_out);
  g_timeout_add_full (G_PRIORITY_DEFAULT, 1, hide_cb, matrix, NULL);
  yd_sheet_maker_copy_async (YD_SHEET_MAKER (maker), NULL, result_cb, &copied);
  g_usleep (10000);
  while (laid_out == NULL || copied == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 1);
  pages = yd_page_maker_make_finish (maker, laid_out, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pages);
  sheet = yd_sheet_maker_copy_finish (YD_SHEET_MAKER (maker), copied, &error);
  g_assert_no_error (error);
  g_assert_nonnull (sheet);
}

/* Each unit gets a file, in a folder that is made. */
static void
test_all_units (YdExportFixture *fixture,
                gconstpointer    user_data)
{
  yd_export_fixture_open_units (fixture);
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "unit", NULL));
  yd_export_fixture_export_to (fixture, "lists");
  yd_export_fixture_wait (fixture);
  g_assert_null (fixture->dialog);
  g_assert_true (yd_export_fixture_exists (fixture, "lists/市财政局.docx"));
  g_assert_true (yd_export_fixture_exists (fixture, "lists/市审计局.docx"));
}

/* The window behind it may go at any time; what writes goes on for a moment. */
static void
test_parent_goes (YdExportFixture *fixture,
                  gconstpointer    user_data)
{
  YdExportDialog *dialog;

  yd_export_fixture_open_units (fixture);
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "unit", NULL));
  dialog = g_object_ref (fixture->dialog);
  yd_export_fixture_export_to (fixture, "lists");
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
test_other_formats (YdExportFixture *fixture,
                    gconstpointer    user_data)
{
  yd_export_fixture_open_units (fixture);
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "matrix", NULL));
  g_assert_false (yd_export_dialog_set_format (fixture->dialog, "docx"));
  g_assert_true (yd_export_dialog_set_format (fixture->dialog, "html"));
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "breakdown", NULL));
  g_assert_false (yd_export_dialog_set_format (fixture->dialog, "html"));
  g_assert_false (yd_export_dialog_set_what (fixture->dialog, "unit", "市气象局"));
  g_assert_true (yd_export_dialog_set_what (fixture->dialog, "breakdown", NULL));
  yd_export_fixture_export_to (fixture, "table.docx");
  yd_export_fixture_wait (fixture);
  g_assert_true (yd_export_fixture_exists (fixture, "table.docx"));
}

#define ADD(path, data, func) \
  g_test_add (path, YdExportFixture, data, yd_export_fixture_set_up, func, \
              yd_export_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();

  for (guint i = 0; i < G_N_ELEMENTS (units_cases); i++)
    ADD (units_cases[i].path, GUINT_TO_POINTER (i), test_units);
  for (guint i = 0; i < G_N_ELEMENTS (sheet_cases); i++)
    ADD (sheet_cases[i].path, GUINT_TO_POINTER (i), test_sheet);
  ADD ("/export-matrix/sheet/two-wait", NULL, test_two_wait);
  ADD ("/export-matrix/units/all", NULL, test_all_units);
  ADD ("/export-matrix/units/parent-goes", NULL, test_parent_goes);
  ADD ("/export-matrix/units/formats", NULL, test_other_formats);

  return g_test_run ();
}
