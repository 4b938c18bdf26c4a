/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "yd-matrix-pages.h"
#include "yd-slice-bundle.h"
#include "yd-slice-table.h"
#include "yd-test-sample.h"
#include "yd-test-script.h"

static YdPlan *
make_large (guint n_points,
            guint n_units)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  GString *script = g_string_new ("+plan plan title=大计划 issued=2017-06-01");

  for (guint i = 0; i < n_units; i++)
    g_string_append_printf (script, "; +unit u%u name=第%u局 order=%05u", i, i, i);
  for (guint i = 0; i < n_points; i++)
    g_string_append_printf (script, "; +point p%u order=%05u title=第%u项 kind=item; "
                            "+assignment = point=p%u unit=u%u role=lead", i, i, i, i, i % n_units);
  yd_test_script_must (YD_SPACE (plan), script->str);
  g_string_free (script, TRUE);

  return g_steal_pointer (&plan);
}

typedef struct
{
  const char *path;
  guint       n_points;
  guint       n_units;
  YdPaper     paper;
  guint       n_pages;
  double      width;            /* 0: whatever it needs */
} PageCase;

static const PageCase pages_cases[] = {
  { "/matrix-pages/one-sheet",        10,  12, YD_PAPER_FITTING, 1, 297 },
  { "/matrix-pages/wide-takes-a3",    10,  50, YD_PAPER_FITTING, 1, 420 },
  { "/matrix-pages/goes-on-below",    60,  12, YD_PAPER_FITTING, 3, 297 },
  { "/matrix-pages/goes-on-right",    10, 120, YD_PAPER_FITTING, 3, 420 },
  { "/matrix-pages/both",             90, 120, YD_PAPER_FITTING, 9, 420 },
  { "/matrix-pages/a4-by-wish",       10,  50, YD_PAPER_A4,      2, 297 },
  { "/matrix-pages/a3-by-wish",       10,  12, YD_PAPER_A3,      1, 420 },
  { "/matrix-pages/whole",            90, 120, YD_PAPER_WHOLE,   1, 0 },
  { "/matrix-pages/nothing",           0,   0, YD_PAPER_FITTING, 1, 297 },
};

static void
test_pages (gconstpointer data)
{
  const PageCase *pages_case = data;
  g_autoptr(YdPlan) plan = make_large (pages_case->n_points, pages_case->n_units);
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);
  g_autoptr(YdMatrixSheet) sheet = yd_matrix_sheet_new (matrix, YD_MATRIX_SHEET_DEFAULT);
  g_autoptr(YdPages) pages = yd_matrix_pages_new (sheet, pages_case->paper);
  double width, height;

  g_assert_cmpuint (yd_pages_get_n_pages (pages), ==, pages_case->n_pages);
  for (guint i = 0; i < pages_case->n_pages; i++)
    {
      yd_pages_get_size (pages, i, &width, &height);
      if (pages_case->width > 0)
        g_assert_cmpfloat_with_epsilon (width, pages_case->width, 0.1);
    }
}

/* Each page draws something else, and the same each time. */
static void
test_drawn (void)
{
  g_autoptr(YdPlan) plan = make_large (90, 120);
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);
  g_autoptr(YdMatrixSheet) sheet = yd_matrix_sheet_new (matrix, YD_MATRIX_SHEET_DEFAULT);
  g_autoptr(YdPages) pages = yd_matrix_pages_new (sheet, YD_PAPER_FITTING);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < yd_pages_get_n_pages (pages); i++)
    for (guint again = 0; again < 2; again++)
      {
        g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
        g_autoptr(GError) error = NULL;
        char *sum;

        yd_pages_write_png (pages, i, 30, stream, NULL, &error);
        g_assert_no_error (error);
        sum = g_compute_checksum_for_data (
          G_CHECKSUM_SHA256, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
          g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
        g_assert_cmpint (g_hash_table_add (seen, sum), ==, again == 0);
      }
}

static void
test_formats (void)
{
  YdMatrixFormat format;

  for (YdMatrixFormat i = YD_MATRIX_XLSX; i <= YD_MATRIX_JSON; i++)
    {
      g_assert_true (yd_matrix_format_from_name (yd_matrix_format_get_name (i), &format));
      g_assert_cmpint (format, ==, i);
    }
  g_assert_true (yd_matrix_format_from_name ("XLSX", &format));
  g_assert_false (yd_matrix_format_from_name ("docx", &format));
}

/* A page that no browser would open is not written. */
static void
test_too_large (void)
{
  g_autoptr(YdPlan) plan = make_large (1000, 500);
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);
  g_autoptr(YdMatrixSheet) sheet = yd_matrix_sheet_new (matrix, YD_MATRIX_SHEET_DEFAULT);
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  g_assert_false (yd_matrix_sheet_write (sheet, YD_MATRIX_HTML, YD_PAPER_FITTING, stream, NULL,
                                         NULL, NULL, &error));
  g_assert_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_true (yd_matrix_sheet_write (sheet, YD_MATRIX_XLSX, YD_PAPER_FITTING, stream, NULL,
                                        NULL, NULL, &error));
  g_assert_no_error (error);
}

static char *
write_text (YdMatrix           *matrix,
            YdMatrixSheetFlags  flags,
            YdMatrixFormat      format)
{
  g_autoptr(YdMatrixSheet) sheet = yd_matrix_sheet_new (matrix, flags);
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  yd_matrix_sheet_write (sheet, format, YD_PAPER_FITTING, stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);

  return g_strdup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)));
}

static GStrv
write_csv (YdMatrix           *matrix,
           YdMatrixSheetFlags  flags)
{
  g_autofree char *text = write_text (matrix, flags, YD_MATRIX_CSV);

  return g_strsplit (text, "\r\n", -1);
}

/* Behind the number and the name of a row come its marks: those of the other way round. */
static void
test_transposed (void)
{
  enum { N_POINTS = 7, N_UNITS = 3 };
  g_autoptr(YdPlan) plan = make_large (N_POINTS, N_UNITS);
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);
  g_auto(GStrv) points = write_csv (matrix, YD_MATRIX_SHEET_DEFAULT);
  g_auto(GStrv) units = write_csv (matrix, YD_MATRIX_SHEET_TRANSPOSED);
  const guint n_lines = g_strv_length (units);
  guint n_marks = 0;

  for (guint unit = 0; unit < N_UNITS; unit++)
    {
      g_autofree char *name = g_strdup_printf (",第%u局,", unit);
      guint line = 0;

      while (line < n_lines && strstr (units[line], name) == NULL)
        line++;
      g_assert_cmpuint (line, <, n_lines);
      for (guint point = 0; point < N_POINTS; point++)
        {
          g_auto(GStrv) by_unit = g_strsplit (units[line], ",", -1);
          g_auto(GStrv) by_point = g_strsplit (points[1 + point], ",", -1);

          g_assert_cmpstr (by_unit[2 + point], ==, by_point[2 + unit]);
          n_marks += *by_unit[2 + point] != '\0';
        }
    }
  g_assert_cmpuint (n_marks, ==, N_POINTS);
}

typedef struct
{
  const char         *path;
  YdMatrixSheetFlags  flags;
  gboolean            is_folded;
  const char         *lines[4];
} LightCase;

/* Days and lights stand beside the points, or below them; a chapter has no day, and a light only
 * where it stands for its points.
 */
static const LightCase light_cases[] = {
  { "/matrix-sheet/lights/none", YD_MATRIX_SHEET_DEFAULT, FALSE,
    { "序号,工作要点,财政局,", ",甲,", ",子,●,", ",丑,○," } },
  { "/matrix-sheet/lights/columns", YD_MATRIX_SHEET_LIGHTS, FALSE,
    { "序号,工作要点,完成时限,状态,财政局,", ",甲,,,", ",子,2017-06-30,逾期,●,", ",丑,,,○," } },
  { "/matrix-sheet/lights/lines", YD_MATRIX_SHEET_LIGHTS | YD_MATRIX_SHEET_TRANSPOSED,
    FALSE,
    { "序号,责任单位,子,丑,", ",完成时限,2017-06-30,,", ",状态,逾期,,", "1,财政局,●,○," } },
  { "/matrix-sheet/lights/folded-columns", YD_MATRIX_SHEET_LIGHTS, TRUE,
    { "序号,工作要点,完成时限,状态,财政局,", ",甲,,逾期," } },
  { "/matrix-sheet/lights/folded-lines", YD_MATRIX_SHEET_LIGHTS | YD_MATRIX_SHEET_TRANSPOSED, TRUE,
    { "序号,责任单位,甲,", ",完成时限,,", ",状态,逾期,", "1,财政局," } },
};

static void
test_lights (gconstpointer data)
{
  const LightCase *light_case = data;
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdWorkCalendar) calendar = NULL;
  g_autoptr(YdSchedule) schedule = NULL;
  g_autoptr(YdMatrix) matrix = NULL;
  g_auto(GStrv) lines = NULL;
  g_autofree char *text = NULL;

  yd_test_script_must (YD_SPACE (plan),
                       "+plan plan title=计划 issued=2017-06-01; "
                       "+point a order=a kind=chapter title=甲; "
                       "+point a1 parent=a order=a title=子 kind=item; "
                       "+point a2 parent=a order=b title=丑 kind=item; "
                       "+deadline c point=a rule=date value=2017-06-29; "
                       "+deadline d point=a1 rule=date value=2017-06-30; "
                       "+unit u name=财政局 order=a; +assignment = point=a1 unit=u role=lead; "
                       "+assignment = point=a2 unit=u role=responsible");
  calendar = yd_work_calendar_new_for (NULL, plan);
  schedule = yd_schedule_new (plan, calendar, yd_day_parse ("2017-07-10"));
  matrix = yd_matrix_new (plan, schedule);
  yd_matrix_set_all_folded (matrix, light_case->is_folded);
  lines = write_csv (matrix, light_case->flags);
  text = g_strjoinv ("\n", lines);
  g_test_message ("%s", text);
  for (guint i = 0; i < G_N_ELEMENTS (light_case->lines) && light_case->lines[i] != NULL; i++)
    g_assert_nonnull (strstr (text, light_case->lines[i]));

  /* Lines of days would be units to a program. */
  if (light_case->flags & YD_MATRIX_SHEET_TRANSPOSED)
    {
      g_autofree char *json = write_text (matrix, light_case->flags, YD_MATRIX_JSON);

      g_assert_nonnull (strstr (json, "财政局"));
      g_assert_null (strstr (json, "完成时限"));
      g_assert_null (strstr (json, "2017-06-30"));
    }
}

/* A point that was taken apart into duties is a column before them, and so is a chapter with marks
 * of its own: each unit has as many marks as its total says.
 */
static void
test_transposed_duties (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdMatrix) matrix = NULL;
  g_auto(GStrv) lines = NULL;
  g_autofree char *text = NULL;

  yd_test_script_must (YD_SPACE (plan),
                       "+plan plan title=计划; +point a order=a kind=chapter title=甲; "
                       "+point a1 parent=a order=a title=子 kind=item; "
                       "+point d1 parent=a1 order=a title=丁 kind=duty; "
                       "+point a2 parent=a order=b title=丑 kind=item; "
                       "+point d2 parent=a2 order=a title=戊 kind=duty; "
                       "+point b order=b kind=chapter title=乙; "
                       "+point b1 parent=b order=a title=寅 kind=item; "
                       "+point c order=c title=丙 kind=item; "
                       "+point d3 parent=c order=a title=己 kind=duty; "
                       "+unit u name=财政局 order=a; +assignment = point=a1 unit=u role=lead; "
                       "+assignment = point=d1 unit=u role=support; "
                       "+assignment = point=b unit=u role=responsible; "
                       "+assignment = point=c unit=u role=lead");
  matrix = yd_matrix_new (plan, NULL);
  lines = write_csv (matrix, YD_MATRIX_SHEET_TRANSPOSED);
  text = g_strjoinv ("\n", lines);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, ",子,丁,丑,戊,乙,寅,丙,己,"));
  g_assert_nonnull (strstr (text, "财政局,●,△,,,○,,●,,"));
}

static void
test_cancelled (void)
{
  g_autoptr(YdPlan) plan = make_large (20, 20);
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);
  g_autoptr(YdMatrixSheet) sheet = yd_matrix_sheet_new (matrix, YD_MATRIX_SHEET_DEFAULT);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (YdMatrixFormat format = YD_MATRIX_XLSX; format <= YD_MATRIX_JSON; format++)
    {
      g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr(GError) error = NULL;

      g_assert_false (yd_matrix_sheet_write (sheet, format, YD_PAPER_FITTING, stream, NULL, NULL,
                                             cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* The sheet is a copy: what changes in the plan afterwards is not in it. */
static void
test_copied (void)
{
  g_autoptr(YdPlan) plan = make_large (2, 2);
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);
  g_autoptr(YdMatrixSheet) sheet = yd_matrix_sheet_new (matrix, YD_MATRIX_SHEET_DEFAULT);
  g_autoptr(GOutputStream) before = g_memory_output_stream_new_resizable ();
  g_autoptr(GOutputStream) after = g_memory_output_stream_new_resizable ();

  yd_matrix_sheet_write (sheet, YD_MATRIX_CSV, YD_PAPER_FITTING, before, NULL, NULL, NULL, NULL);
  yd_test_script_must (YD_SPACE (plan), "point p0 title=别的; unit u0 name=别的局; "
                       "+assignment = point=p0 unit=u1 role=support");
  yd_matrix_sheet_write (sheet, YD_MATRIX_CSV, YD_PAPER_FITTING, after, NULL, NULL, NULL, NULL);
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (before)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (before)),
                   g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (after)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (after)));
}

/* A list of tasks is written as a line for each row: [band], or the cells. */
typedef struct
{
  const char *path;
  const char *script;
  const char *lines;
} SliceCase;

#define PLAN "+plan plan title=计划 issued=2017-06-01; " \
  "+point a order=a title=甲 printed=一、 text=甲文。; +point b order=b title=乙 printed=二、; " \
  "+unit u name=财政局; +unit v name=政府办; +unit g name=各部门 kind=group"
#define GIVE(POINT, UNIT, ROLE) \
  "; +assignment = point=" POINT " unit=" UNIT " role=" ROLE

static const SliceCase slice_cases[] = {
  { "/slice-table/by-role", PLAN GIVE ("a", "u", "support") GIVE ("b", "u", "lead"),
    "序号,工作要点,主要内容,分工\n[牵头]\n1,二 乙,,牵头\n[配合]\n2,一 甲,甲文。,配合\n" },
  { "/slice-table/whom-to-turn-to", PLAN GIVE ("a", "u", "responsible") GIVE ("a", "v", "lead"),
    "序号,工作要点,主要内容,分工,牵头单位\n[负责]\n1,一 甲,甲文。,负责,政府办\n" },
  { "/slice-table/through-group",
    PLAN GIVE ("a", "g", "responsible") "; +member m group=g unit=u",
    "序号,工作要点,主要内容,分工\n[负责]\n1,一 甲,甲文。,负责/（经由各部门）\n" },
  { "/slice-table/vague",
    PLAN GIVE ("b", "u", "lead") "; +unit w name=相关部门 kind=group vague=true"
    GIVE ("a", "w", "responsible"),
    "序号,工作要点,主要内容,分工\n[牵头]\n1,二 乙,,牵头\n[待明确（文件未指明单位）]\n"
    "2,一 甲,甲文。,待明确/（相关部门）\n" },
  { "/slice-table/open-group", PLAN GIVE ("b", "u", "lead") GIVE ("a", "g", "responsible"),
    "序号,工作要点,主要内容,分工\n[牵头]\n1,二 乙,,牵头\n"
    "注：另有交“各部门”办理的事项。该群组尚未录入成员，未列入本表。\n" },
  { "/slice-table/deadlines",
    PLAN GIVE ("a", "u", "lead") "; +unit z name=别家; "
    "+deadline 1 point=a origin=stated rule=date value=2017-09-30 words=9月底前 order=a; "
    "+deadline 2 point=a origin=internal rule=date value=2017-08-30 words=内部 order=b; "
    "+deadline 3 point=a origin=stated rule=date value=2017-08-30 words=不算 check=refused order=c; "
    "+deadline 4 point=a origin=stated unit=z rule=date value=2017-08-30 words=别家的 order=d; "
    "+deadline 5 point=a origin=stated unit=u rule=date value=2017-08-30 words=自己的 order=e",
    "序号,工作要点,主要内容,分工,完成时限\n[牵头]\n1,一 甲,甲文。,牵头,2017年9月30日前；2017年8月30日前\n" },
  { "/slice-table/part-of-a-paragraph",
    PLAN "; +point d parent=a order=a kind=duty" GIVE ("d", "u", "lead"),
    "序号,工作要点,主要内容,分工\n[牵头]\n1,一,甲文。,牵头\n" },
};

static void
append_cells (YdTable *table,
              guint    row,
              GString *out)
{
  for (guint i = 0; i < yd_table_get_n_columns (table); i++)
    {
      g_autofree char *text = g_strdup (yd_table_get_text (table, row, i, NULL));

      g_strdelimit (text, "\n", '/');
      g_string_append_printf (out, "%s%s", i > 0 ? "," : "", text);
    }
  g_string_append_c (out, '\n');
}

static char *
dup_lines (YdTable *table)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < yd_table_get_n_columns (table); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "," : "", yd_table_get_column (table, i).heading);
  g_string_append_c (out, '\n');
  for (guint row = 0; row < yd_table_get_n_rows (table); row++)
    {
      const char *band = yd_table_get_band (table, row, NULL);

      if (band != NULL)
        g_string_append_printf (out, "[%s]\n", band);
      else
        append_cells (table, row, out);
    }
  for (guint i = 0; i < yd_table_get_n_notes (table); i++)
    g_string_append_printf (out, "%s\n", yd_table_get_note (table, i));

  return g_string_free (out, FALSE);
}

static void
test_slice (gconstpointer data)
{
  const SliceCase *slice_case = data;
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdMatrix) matrix = NULL;
  g_autoptr(YdSlice) slice = NULL;
  g_autoptr(YdTable) table = NULL;
  g_autofree char *lines = NULL;

  yd_test_script_must (YD_SPACE (plan), slice_case->script);
  matrix = yd_matrix_new (plan, NULL);
  slice = yd_slice_new (matrix, yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, "u"));
  table = yd_slice_table_new (slice, NULL);
  lines = dup_lines (table);
  g_assert_cmpstr (lines, ==, slice_case->lines);
}

/* Telephone numbers are in the list only where somebody asked for them. */
static void
test_contacts (void)
{
  g_autoptr(YdOffice) office = yd_office_new ("office");
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdDirectory) directory = NULL;
  g_autoptr(YdMatrix) matrix = NULL;
  g_autoptr(YdSlice) slice = NULL;
  g_autoptr(YdTable) without = NULL, with = NULL;

  yd_test_script_must (YD_SPACE (office), "+office office name=市政府; "
                       "+unit o name=政府办 contact=张三 phone=0724-1234567");
  yd_test_script_must (YD_SPACE (plan), PLAN GIVE ("a", "u", "responsible")
                       GIVE ("a", "v", "lead") "; unit v origin=o");
  directory = yd_directory_new (office);
  matrix = yd_matrix_new (plan, NULL);
  slice = yd_slice_new (matrix, yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, "u"));

  without = yd_slice_table_new (slice, NULL);
  g_assert_cmpstr (yd_table_get_text (without, 1, 4, NULL), ==, "政府办");
  with = yd_slice_table_new (slice, directory);
  g_assert_cmpstr (yd_table_get_text (with, 1, 4, NULL), ==, "政府办\n张三 0724-1234567");
}

static void
progress_cb (guint    n_done,
             guint    n_total,
             gpointer user_data)
{
  GCancellable *cancellable = user_data;

  g_assert_cmpuint (n_total, ==, 37);
  if (n_done == 5)
    g_cancellable_cancel (cancellable);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  for (const char *name; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_str_has_suffix (name, ".csv"));
      g_assert_cmpint (g_unlink (path), ==, 0);
    }

  return n;
}

/* All units at once: all of the files are there, or none. */
static void
test_bundle (void)
{
  g_autoptr(YdPlan) plan = yd_test_sample_read ();
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);
  g_autoptr(YdSliceBundle) bundle = yd_slice_bundle_new (matrix, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *top = g_dir_make_tmp ("yd-bundle-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (top, "units", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (yd_slice_bundle_get_n_files (bundle), ==, 37);
  g_assert_false (yd_slice_bundle_save (bundle, YD_FORMAT_CSV, folder, progress_cb, cancellable,
                                        cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));

  g_clear_error (&error);
  g_assert_true (yd_slice_bundle_save (bundle, YD_FORMAT_CSV, folder, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder), ==, 37);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_rmdir (top), ==, 0);
}

/* One that cannot be replaced keeps the others out, and what is there stays. */
static void
test_bundle_in_use (void)
{
  g_autoptr(YdPlan) plan = yd_test_sample_read ();
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);
  g_autoptr(YdSliceBundle) bundle = yd_slice_bundle_new (matrix, NULL);
  g_autofree char *folder = g_dir_make_tmp ("yd-bundle-XXXXXX", NULL);
  g_autofree char *name = g_strconcat (yd_slice_bundle_get_name (bundle, 7), ".csv", NULL);
  g_autofree char *taken = g_build_filename (folder, name, NULL);
  g_autofree char *old = g_build_filename (folder, "old.csv", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (taken, 0777), ==, 0);
  g_assert_true (g_file_set_contents (old, "old", -1, NULL));
  g_assert_false (yd_slice_bundle_save (bundle, YD_FORMAT_CSV, folder, NULL, NULL, NULL, &error));
  g_assert_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, folder));

  g_assert_cmpint (g_rmdir (taken), ==, 0);
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A folder that cannot be made is named as the person knows it. */
static void
test_bundle_nowhere (void)
{
  g_autoptr(YdPlan) plan = yd_test_sample_read ();
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);
  g_autoptr(YdSliceBundle) bundle = yd_slice_bundle_new (matrix, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (yd_slice_bundle_save (bundle, YD_FORMAT_CSV, "/dev/null/units", NULL, NULL, NULL,
                                        &error));
  g_assert_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/dev/null/units"));
  g_assert_null (strstr (error->message, ".yaodian"));
}

/* Names of files are good ones, and none takes the place of another. */
static void
test_names (void)
{
  static const char * const expected[] = { "a_b", "a_b 2", "_hidden", "_", "局" };
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdMatrix) matrix = NULL;
  g_autoptr(YdSliceBundle) bundle = NULL;

  yd_test_script_must (YD_SPACE (plan), "+plan plan title=计划; +point a order=a title=甲; "
                       "+unit u name=a/b; +unit v name=a:b; +unit w name=.hidden; +unit x name=/; "
                       "+unit y name=局"
                       GIVE ("a", "u", "lead order=a") GIVE ("a", "v", "lead order=b")
                       GIVE ("a", "w", "lead order=c") GIVE ("a", "x", "lead order=d")
                       GIVE ("a", "y", "lead order=e"));
  matrix = yd_matrix_new (plan, NULL);
  bundle = yd_slice_bundle_new (matrix, NULL);
  g_assert_cmpuint (yd_slice_bundle_get_n_files (bundle), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (yd_slice_bundle_get_name (bundle, i), ==, expected[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (pages_cases); i++)
    g_test_add_data_func (pages_cases[i].path, &pages_cases[i], test_pages);
  g_test_add_func ("/matrix-pages/drawn", test_drawn);
  g_test_add_func ("/matrix-sheet/formats", test_formats);
  g_test_add_func ("/matrix-sheet/too-large", test_too_large);
  g_test_add_func ("/matrix-sheet/transposed", test_transposed);
  g_test_add_func ("/matrix-sheet/transposed-duties", test_transposed_duties);
  for (guint i = 0; i < G_N_ELEMENTS (light_cases); i++)
    g_test_add_data_func (light_cases[i].path, &light_cases[i], test_lights);
  g_test_add_func ("/matrix-sheet/cancelled", test_cancelled);
  g_test_add_func ("/matrix-sheet/copied", test_copied);
  for (gsize i = 0; i < G_N_ELEMENTS (slice_cases); i++)
    g_test_add_data_func (slice_cases[i].path, &slice_cases[i], test_slice);
  g_test_add_func ("/slice-table/contacts", test_contacts);
  g_test_add_func ("/slice-bundle/cancelled", test_bundle);
  g_test_add_func ("/slice-bundle/in-use", test_bundle_in_use);
  g_test_add_func ("/slice-bundle/nowhere", test_bundle_nowhere);
  g_test_add_func ("/slice-bundle/names", test_names);

  return g_test_run ();
}
