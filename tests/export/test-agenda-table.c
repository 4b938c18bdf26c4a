/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-agenda-table.h"
#include "yd-test-script.h"

#define PLAN \
  "+plan plan title=工作要点 issued=2017-06-01; +unit u name=市财政局; +unit v name=市审计局; " \
  "+point a order=a title=公开预算; +point b order=b title=报送情况; +point c order=c title=长期工作; " \
  "+assignment = point=a unit=u role=lead order=a; " \
  "+assignment = point=a unit=v role=responsible order=b; "

/* Rows as `cell|cell|…`, bands in brackets. */
static char *
dup_rows (YdTable *table)
{
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < yd_table_get_n_rows (table); row++)
    {
      const char *band = yd_table_get_band (table, row, NULL);

      if (band != NULL)
        g_string_append_printf (out, "[%s]\n", band);
      for (guint i = 0; band == NULL && i < yd_table_get_n_columns (table); i++)
        {
          const YdCell cell = yd_table_get_cell (table, row, i);

          g_string_append_printf (out, "%s%s", cell.text != NULL ? cell.text : "",
                                  i + 1 < yd_table_get_n_columns (table) ? "|" : "\n");
        }
    }

  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *path;
  const char *script;
  const char *rows;
} Case;

static const Case cases[] = {
  { "/agenda-table/months",
    PLAN "+deadline d point=a origin=stated rule=date value=2017-07-14 words=7月14日前 order=a; "
    "+deadline e point=b origin=stated rule=recurring value=quarterly roll=keep words=每季度末 order=a",
    "[2017年6月]\n"
    "6月30日（周五）|二 报送情况||每季度末|\n"
    "[2017年7月]\n"
    "7月14日（周五）|一 公开预算|市财政局牵头；市审计局负责|7月14日前|\n"
    "[2017年9月]\n"
    "9月30日（周六）|二 报送情况||每季度末|\n"
    "[2017年12月]\n"
    "12月31日（周日）|二 报送情况||每季度末|\n" },
  { "/agenda-table/one-unit",
    PLAN "+deadline d point=a unit=v origin=internal rule=date value=2017-07-14 order=a",
    "[2017年7月]\n7月14日（周五）|一 公开预算|市审计局||内部时限\n" },
  { "/agenda-table/not-numbered",
    PLAN "+point e order=a parent=a kind=duty title=上报; "
    "+deadline d point=e origin=stated rule=date value=2017-07-14 order=a",
    "[2017年7月]\n7月14日（周五）|一 上报|||\n" },
  { "/agenda-table/longterm",
    PLAN "+deadline d point=c origin=stated rule=longterm words=长期坚持 order=a check=proposed",
    "[长期坚持或者时间未定]\n|三 长期工作||长期坚持|待核对\n" },
  { "/agenda-table/clock",
    PLAN "+clock c title=舆情 started=2017-06-01T06:20:00Z point=a; "
    "+clock_step s clock=c title=回应 n=24 measure=hours order=a; "
    "+clock_step t clock=c n=7 measure=workdays extra=1 order=b; "
    "+clock e title=申请 started=2017-06-01T06:20:00Z; "
    "+clock_step u clock=e title=答复 n=15 measure=workdays order=a; "
    "+clock_pause p clock=e from=2017-06-01T06:40:00Z",
    "[2017年6月]\n"
    "6月2日（周五） 14:20|一 舆情：回应|市财政局牵头；市审计局负责|24小时|计时\n"
    "6月13日（周二）|一 舆情|市财政局牵头；市审计局负责|8个工作日|计时\n"
    "[长期坚持或者时间未定]\n"
    "|申请：答复||15个工作日|计时，已暂停\n" },
  { "/agenda-table/nothing", PLAN, "" },
};

static void
test_case (gconstpointer data)
{
  const Case *table_case = data;
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdWorkCalendar) calendar = NULL;
  g_autoptr(YdAgenda) agenda = NULL;
  g_autoptr(YdTable) table = NULL;
  g_autoptr(YdSchedule) schedule = NULL;
  g_autofree char *rows = NULL;

  yd_test_script_must (YD_SPACE (plan), table_case->script);
  calendar = yd_work_calendar_new_for (NULL, plan);
  schedule = yd_schedule_new (plan, calendar, yd_day_new (2017, 6, 1));
  agenda = yd_agenda_new (schedule, yd_day_new (2017, 6, 1), yd_day_new (2017, 12, 31), NULL,
                          NULL);
  yd_agenda_add_clocks (agenda, (YdMoment) { yd_day_new (2017, 6, 1), 15 * 60 }, NULL, NULL);
  table = yd_agenda_table_new (agenda);
  rows = dup_rows (table);

  g_assert_cmpstr (rows, ==, table_case->rows);
  g_assert_cmpstr (yd_table_get_title (table), ==, "工作要点时限一览表");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);

  return g_test_run ();
}
