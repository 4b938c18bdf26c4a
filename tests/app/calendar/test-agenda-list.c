/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-agenda-list.h"
#include "yd-agenda-print.h"
#include "yd-test-script.h"

/* Wednesday. */
#define TODAY "2017-06-28"

#define PLAN \
  "+plan plan title=计划 issued=2017-06-01; +unit u name=市财政局 order=a; +unit v name=市审计局 order=b; " \
  "+point a order=a; +point b order=b; +point c order=c; " \
  "+assignment = point=a unit=u role=lead order=a; " \
  "+assignment = point=a unit=v role=support order=b; " \
  "+assignment = point=b unit=v role=responsible order=a; "
#define DAY(id, point, day) \
  "+deadline " id " point=" point " origin=stated rule=date roll=keep order=a value=" day "; "

/* What time it is: 15:00 there. */
static YdMoment now;

typedef struct
{
  const char    *path;
  YdAgendaOrder  order;
  const char    *script;
  const char    *lines;
} Case;

static const Case cases[] = {
  { "/agenda-list/groups", YD_AGENDA_BY_DAY,
    PLAN DAY ("d1", "a", "2017-06-27") DAY ("d2", "a", "2017-06-28") DAY ("d3", "a", "2017-07-02")
    DAY ("d4", "b", "2017-07-03") DAY ("d5", "c", "2017-06-30"),
    "[Overdue 1] a:2017-06-27 [Today 1] a:2017-06-28 [This Week 2 06-29 to 07-02] c:2017-06-30 "
    "a:2017-07-02 [Later 1] b:2017-07-03" },
  { "/agenda-list/month", YD_AGENDA_BY_DAY,
    PLAN "+point e order=e; " DAY ("d1", "a", "2017-06-29") DAY ("d2", "b", "2017-06-30")
    DAY ("d3", "c", "2017-07-01") DAY ("d4", "e", "2017-12-31"),
    "[This Week 3 06-29 to 07-02] a:2017-06-29 b:2017-06-30 c:2017-07-01 [Later 1] e:2017-12-31" },
  { "/agenda-list/undated-folded", YD_AGENDA_BY_DAY,
    PLAN DAY ("d1", "a", "2017-06-29"),
    "[This Week 1 06-29 to 07-02] a:2017-06-29 [No Deadline Stated 2 二, 三]" },
  { "/agenda-list/unnumbered", YD_AGENDA_BY_DAY,
    "+plan plan title=计划; +point a order=a; +point b order=b kind=duty printed=; +point c order=c",
    "[No Deadline Stated 3 一, 二]" },
  /* Lines that nobody sees are not made, but the head counts them. */
  { "/agenda-list/all-named", YD_AGENDA_BY_DAY, PLAN "+point d order=d; +point e order=e",
    "[No Deadline Stated 5 一, 二, 三, 四, 五]" },
  { "/agenda-list/one-not-named", YD_AGENDA_BY_DAY,
    PLAN "+point d order=d; +point e order=e; +point f order=f",
    "[No Deadline Stated 6 一, 二, 三, 四, 五…]" },
  { "/agenda-list/many-not-named", YD_AGENDA_BY_DAY,
    PLAN "+point d order=d; +point d2 order=d2 kind=duty printed=; +point e order=e; "
    "+point f order=f; +point g order=g; +point h order=h",
    "[No Deadline Stated 9 一, 二, 三, 四, 五…]" },
  { "/agenda-list/span-of-one-month", YD_AGENDA_BY_DAY,
    PLAN DAY ("d1", "a", "2017-06-29") DAY ("d2", "b", "2017-06-20") DAY ("d3", "c", "2017-06-30"),
    "[Overdue 1] b:2017-06-20 [This Week 2 06-29 to 07-02] a:2017-06-29 c:2017-06-30" },
  { "/agenda-list/done", YD_AGENDA_BY_DAY,
    "+plan plan title=计划; +point a order=a finished=2017-06-20; +point b order=b; "
    DAY ("d1", "a", "2017-06-27") DAY ("d2", "b", "2017-06-27"),
    "[Overdue 1] b:2017-06-27" },
  { "/agenda-list/recurring", YD_AGENDA_BY_DAY,
    "+plan plan title=计划 issued=2017-01-01; +point a order=a; "
    "+deadline d point=a origin=stated rule=recurring value=quarterly roll=keep order=a",
    "[This Week 1 06-29 to 07-02] a:2017-06-30" },
  { "/agenda-list/units", YD_AGENDA_BY_UNIT,
    PLAN DAY ("d1", "a", "2017-06-27") DAY ("d2", "b", "2017-06-20") DAY ("d3", "c", "2017-06-30"),
    "[市财政局 1] a:2017-06-27 [市审计局 2] b:2017-06-20 a:2017-06-27 [No Unit 1] c:2017-06-30" },
  { "/agenda-list/one-unit", YD_AGENDA_BY_UNIT,
    PLAN "+deadline d point=a unit=v origin=stated rule=date roll=keep order=a value=2017-06-29",
    "[市审计局 1] a:2017-06-29" },
  /* A term in hours is over within the day; one that stands still comes later, some day. */
  { "/agenda-list/clocks", YD_AGENDA_BY_DAY,
    PLAN "+clock e title=舆情 point=a started=2017-06-28T01:00:00Z; "
    "+clock_step s1 clock=e n=5 measure=hours title=发布 order=a; "
    "+clock_step s2 clock=e n=7 measure=hours title=回应 order=b; "
    "+clock_step s3 clock=e n=24 measure=hours done=2017-06-28T02:00:00Z order=c; "
    "+clock f title=申请 started=2017-06-27T01:00:00Z; "
    "+clock_step s4 clock=f n=15 measure=workdays order=a; "
    "+clock_pause p clock=f from=2017-06-28T01:00:00Z; "
    DAY ("d1", "b", "2017-06-28"),
    "[Overdue 1] 舆情：发布:2017-06-28 overdue by 1 hour "
    "[Today 2] 舆情：回应:2017-06-28 1 hour left b:2017-06-28 "
    "[Later 1] 申请:- paused since today 09:00 [No Deadline Stated 2 一, 三]" },
  { "/agenda-list/clocks-of-units", YD_AGENDA_BY_UNIT,
    PLAN "+clock e title=舆情 point=a started=2017-06-28T01:00:00Z; "
    "+clock_step s1 clock=e n=15 measure=workdays order=a; "
    "+clock f title=申请 started=2017-06-27T01:00:00Z; "
    "+clock_step s4 clock=f n=20 measure=workdays order=a",
    "[市财政局 1] 舆情:2017-07-19 [市审计局 1] 舆情:2017-07-19 [No Unit 1] 申请:2017-07-25" },
  { "/agenda-list/empty", YD_AGENDA_BY_DAY, "+plan plan title=计划", "" },
};

static char *
dup_lines (YdAgendaList *list)
{
  GListModel *model = yd_agenda_list_get_model (list);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(YdAgendaEntry) entry = g_list_model_get_item (model, i);
      g_autofree char *day = yd_day_dup (entry->due.day);

      if (i > 0)
        g_string_append_c (out, ' ');
      if (yd_agenda_entry_is_head (entry))
        g_string_append_printf (out, "[%s %u%s%s]", entry->title, entry->n_items,
                                entry->rest != NULL ? " " : "",
                                entry->rest != NULL ? entry->rest : "");
      else
        g_string_append_printf (out, "%s:%s%s%s",
                                entry->task != NULL ? entry->task : yd_row_get_id (entry->point),
                                day != NULL ? day : "-", entry->left != NULL ? " " : "",
                                entry->left != NULL ? entry->left : "");
    }

  return g_string_free (out, FALSE);
}

static YdSchedule *
make_schedule (const char *script)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdWorkCalendar) calendar = NULL;

  yd_test_script_must (YD_SPACE (plan), script);
  calendar = yd_work_calendar_new_for (NULL, plan);

  return yd_schedule_new (plan, calendar, yd_day_parse (TODAY));
}

static void
test_case (gconstpointer data)
{
  const Case *list_case = data;
  g_autoptr(YdSchedule) schedule = make_schedule (list_case->script);
  g_autoptr(YdAgendaList) list = yd_agenda_list_new ();
  g_autofree char *lines = NULL;

  yd_agenda_list_set_order (list, list_case->order);
  yd_agenda_list_fill (list, schedule, now, NULL, NULL);
  lines = dup_lines (list);
  g_assert_cmpstr (lines, ==, list_case->lines);
}

static void
assert_lines (YdAgendaList *list,
              const char   *wanted)
{
  g_autofree char *lines = dup_lines (list);

  g_assert_cmpstr (lines, ==, wanted);
}

static void
test_fold (void)
{
  g_autoptr(YdSchedule) schedule = make_schedule (
    PLAN "+point d order=d; +point e order=e; +point f order=f; +point g order=g");
  g_autoptr(YdAgendaList) list = yd_agenda_list_new ();

  yd_agenda_list_fill (list, schedule, now, NULL, NULL);
  assert_lines (list, "[No Deadline Stated 7 一, 二, 三, 四, 五…]");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(YdAgendaEntry) head = g_list_model_get_item (yd_agenda_list_get_model (list), 0);

      yd_agenda_list_toggle (list, head);
      yd_agenda_list_fill (list, schedule, now, NULL, NULL);
      assert_lines (list, i == 0 ? "[No Deadline Stated 7] a:- b:- c:- d:- e:- f:- g:-"
                                 : "[No Deadline Stated 7 一, 二, 三, 四, 五…]");
    }
}

static void
count_cb (GListModel *model,
          guint       position,
          guint       removed,
          guint       added,
          guint      *n)
{
  n[0]++;
  n[1] = position;
  n[2] = removed;
  n[3] = added;
}

/* A view stays where it is: only what is another line is exchanged. */
static void
test_change (void)
{
  g_autoptr(YdSchedule) schedule = make_schedule (
    PLAN DAY ("d1", "a", "2017-06-27") DAY ("d2", "b", "2017-06-29") DAY ("d3", "c", "2017-06-30"));
  g_autoptr(YdAgendaList) list = yd_agenda_list_new ();
  guint n[4] = { 0 };

  yd_agenda_list_fill (list, schedule, now, NULL, NULL);
  g_signal_connect (yd_agenda_list_get_model (list), "items-changed", G_CALLBACK (count_cb), n);
  yd_agenda_list_fill (list, schedule, now, NULL, NULL);
  g_assert_cmpuint (n[0], ==, 0);

  yd_test_script_must (YD_SPACE (yd_schedule_get_plan (schedule)), "deadline d2 value=2017-07-01");
  yd_agenda_list_fill (list, schedule, now, NULL, NULL);
  assert_lines (list, "[Overdue 1] a:2017-06-27 [This Week 2 06-29 to 07-02] c:2017-06-30 "
                      "b:2017-07-01");
  g_assert_cmpuint (n[0], ==, 1);
  g_assert_cmpuint (n[1], ==, 3);
  g_assert_cmpuint (n[2], ==, 2);
  g_assert_cmpuint (n[3], ==, 2);

  yd_agenda_list_fill (list, NULL, now, NULL, NULL);
  assert_lines (list, "");
}

static void
test_find (void)
{
  g_autoptr(YdSchedule) schedule = make_schedule (PLAN DAY ("d1", "b", "2017-06-27"));
  YdSpace *plan = YD_SPACE (yd_schedule_get_plan (schedule));
  g_autoptr(YdAgendaList) list = yd_agenda_list_new ();

  yd_agenda_list_fill (list, schedule, now, NULL, NULL);
  g_assert_cmpuint (yd_agenda_list_find (list, yd_space_lookup (plan, YD_KIND_POINT, "b")), ==, 1);
  g_assert_cmpuint (yd_agenda_list_find (list, yd_space_lookup (plan, YD_KIND_POINT, "a")), ==,
                    G_MAXUINT);
  g_assert_cmpuint (yd_agenda_list_find (list, NULL), ==, G_MAXUINT);
}

/* The table that is printed, a row to a line; `*` is what stands out. */
static char *
dup_table (YdTable *table)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < yd_table_get_n_rows (table); i++)
    {
      const char *band = yd_table_get_band (table, i, NULL);

      if (band != NULL)
        g_string_append_printf (out, "[%s]", band);
      for (guint j = 0; band == NULL && j < yd_table_get_n_columns (table); j++)
        {
          const YdCell cell = yd_table_get_cell (table, i, j);

          g_string_append_printf (out, "%s%s|", cell.role == YD_CELL_STRONG ? "*" : "", cell.text);
        }
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

/* Lights in words, what is late in bold, today by its date, folded groups by their head. */
static void
test_print (void)
{
  g_autoptr(YdSchedule) schedule = make_schedule (
    PLAN "point a title=甲; point b title=乙; +point e order=e; "
    DAY ("d1", "a", "2017-06-27") DAY ("d2", "b", "2017-06-28")
    "+deadline d3 point=c origin=internal rule=date roll=keep order=a value=2018-01-15");
  g_autoptr(YdAgendaList) list = yd_agenda_list_new ();
  g_autoptr(YdTable) table = NULL;
  g_autofree char *text = NULL;

  yd_agenda_list_fill (list, schedule, now, NULL, NULL);
  table = yd_agenda_print_new_table (yd_agenda_list_get_model (list), schedule, "day");
  text = dup_table (table);
  g_assert_cmpstr (text, ==,
                   "[Overdue (1)]\n"
                   "*Overdue|*06-27 Tue|一 甲|Lead 市财政局 2 units in all||\n"
                   "[Today (1)]\n"
                   "Due soon|06-28 Wed|二 乙|市审计局||\n"
                   "[Later (1)]\n"
                   "Not due|2018-01-15|三 ||Internal|\n"
                   "[No Deadline Stated (1)  四]\n");
  g_assert_cmpstr (yd_table_get_title (table), ==, "计划Agenda");
  g_assert_cmpstr (yd_table_get_subtitle (table), ==, "day");
  g_assert_false (yd_table_get_style (table)->landscape);
}

int
main (int    argc,
      char **argv)
{
  now = yd_moment_read ("15:00", (YdMoment) { yd_day_parse (TODAY), 0 });
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/agenda-list/fold", test_fold);
  g_test_add_func ("/agenda-list/change", test_change);
  g_test_add_func ("/agenda-list/find", test_find);
  g_test_add_func ("/agenda-list/print", test_print);

  return g_test_run ();
}
