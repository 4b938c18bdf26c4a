/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-sheet.h"
#include "yd-test-sample.h"
#include "yd-test-script.h"

/* Writes matrices into a folder in all formats, for other programs to look at: the sample with
 * 各县市区 unfolded, the same by lights with a chapter folded, also the other way round, one with odd
 * names, and one for who leads what.
 */

static const char * const nine[] = {
  "东宝区", "掇刀区", "沙洋县", "钟祥市", "京山县", "漳河新区", "屈家岭管理区", "荆门高新区",
  "大柴湖开发区", NULL
};

static void
write_all (YdMatrix           *matrix,
           YdMatrixSheetFlags  flags,
           const char         *folder,
           const char         *name)
{
  g_autoptr(YdMatrixSheet) sheet = yd_matrix_sheet_new (matrix, flags);

  for (YdMatrixFormat format = YD_MATRIX_XLSX; format <= YD_MATRIX_JSON; format++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.%s", folder, name,
                                               yd_matrix_format_get_name (format));
      g_autoptr(GError) error = NULL;

      yd_matrix_sheet_save (sheet, format, YD_PAPER_FITTING, path, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
write_sample (const char *folder)
{
  g_autoptr(YdPlan) plan = yd_test_sample_read ();
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, plan);
  g_autoptr(YdSchedule) schedule = yd_schedule_new (plan, calendar, yd_day_parse ("2018-01-15"));
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, schedule);
  g_autoptr(YdRow) first = NULL;

  yd_test_sample_set_members (plan, "各县市区", nine);
  yd_matrix_set_unfolded (matrix, yd_test_sample_find_unit (plan, "各县市区"), TRUE);
  write_all (matrix, YD_MATRIX_SHEET_DEFAULT, folder, "sample");

  first = g_list_model_get_item (yd_plan_get_points (plan), 0);
  yd_matrix_set_folded (matrix, first, TRUE);
  write_all (matrix, YD_MATRIX_SHEET_LIGHTS, folder, "lights");
  write_all (matrix, YD_MATRIX_SHEET_LIGHTS | YD_MATRIX_SHEET_TRANSPOSED, folder, "transposed");
}

/* What a document may contain, and what must not become a formula, markup or a script. */
static void
write_odd (const char *folder)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdMatrix) matrix = NULL;

  yd_test_script_must (YD_SPACE (plan),
                       "+plan plan title=</title><script>hacked()</script> issued=2017-06-01; "
                       "+point a order=a kind=chapter printed=一、 title=\"甲\"&amp;<b>; "
                       "+point a1 parent=a order=a printed=(一) "
                       "title==HYPERLINK(\"other.xlsx\"); "
                       "+point a2 parent=a order=b printed=(二) title=_x0041_; "
                       "+unit u name==1+1; +unit v name=<script>hacked()</script>; "
                       "+unit w name=\"onload=\"hacked(); "
                       "+assignment = point=a1 unit=u role=lead; "
                       "+assignment = point=a1 unit=v role=support; "
                       "+assignment = point=a2 unit=w role=responsible");
  matrix = yd_matrix_new (plan, NULL);
  write_all (matrix, YD_MATRIX_SHEET_DEFAULT, folder, "odd");
}

/* A point that one of its duties leads, one that its chapter leads, and one that nobody leads; the
 * same again below a chapter that is folded, and one that is led. */
static void
write_leads (const char *folder)
{
  g_autoptr(YdPlan) plan =
    yd_test_script_new_plan ("+plan plan title=牵头 issued=2017-06-01; "
                             "+point a order=a kind=chapter printed=一、 title=甲; "
                             "+point a1 parent=a order=a printed=(一) title=子; "
                             "+point d1 parent=a1 order=a kind=duty title=前; "
                             "+point d2 parent=a1 order=b kind=duty title=后; "
                             "+point a2 parent=a order=b printed=(二) title=丑; "
                             "+point a3 parent=a order=c printed=(三) title=寅; "
                             "+point b order=b kind=chapter printed=二、 title=乙; "
                             "+point b1 parent=b order=a printed=(一) title=卯; "
                             "+point c order=c kind=chapter printed=三、 title=丙; "
                             "+point c1 parent=c order=a printed=(一) title=辰; "
                             "+unit u name=甲局; +unit v name=乙局; "
                             "+assignment = point=a unit=u role=lead; "
                             "+assignment = point=d1 unit=u role=lead; "
                             "+assignment = point=d2 unit=v role=responsible; "
                             "+assignment = point=a3 unit=v role=responsible; "
                             "+assignment = point=b1 unit=v role=responsible; "
                             "+assignment = point=c1 unit=u role=lead");
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);

  yd_matrix_set_folded (matrix, yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, "b"), TRUE);
  yd_matrix_set_folded (matrix, yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, "c"), TRUE);
  write_all (matrix, YD_MATRIX_SHEET_DEFAULT, folder, "leads");
  write_all (matrix, YD_MATRIX_SHEET_TRANSPOSED, folder, "leads-transposed");
}

int
main (int   argc,
      char *argv[])
{
  g_return_val_if_fail (argc == 2, 1);

  write_sample (argv[1]);
  write_odd (argv[1]);
  write_leads (argv[1]);

  return 0;
}
