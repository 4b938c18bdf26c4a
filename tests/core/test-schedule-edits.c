/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-edits.h"

#include "yd-id.h"
#include "yd-test-script.h"

static const YdIdSource *ids = &yd_id_system_source;

#define TODAY "2017-09-20"

static YdRow *
find (YdPlan     *plan,
      YdKind      kind,
      const char *id)
{
  return yd_space_lookup (YD_SPACE (plan), kind, id);
}

static void
apply (YdPlan *plan,
       YdEdit *edit)
{
  g_autofree char *id = yd_id_new (ids);
  g_autoptr(GError) error = NULL;

  yd_edit_seal (edit, id);
  yd_space_apply (YD_SPACE (plan), edit, &error);
  g_assert_no_error (error);
}

/* `a.start=2017-09-25 ` for each change. */
static char *
dump (YdEdit *edit)
{
  GString *words = g_string_new (NULL);
  guint n;
  const YdChange *changes = yd_edit_get_changes (edit, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (words, "%s%s.%s=%s", i > 0 ? " " : "", changes[i].id,
                            yd_schema_get_kind (changes[i].kind)->fields[changes[i].field].name,
                            changes[i].new_value != NULL ? changes[i].new_value : "");

  return g_string_free (words, FALSE);
}

typedef struct
{
  const char *path;
  const char *points;
  int         n_days;
  const char *expected;
} MoveCase;

#define PLAN "+point a order=a start=2017-09-28 days=2; +point b order=b days=3; " \
             "+point c order=c started=2017-09-25 days=3; +point e order=e; " \
             "+point f order=f parent=e start=2017-09-30; +point g order=g parent=e; " \
             "+point h order=h finished=2017-09-25; +point i order=i; " \
             "+dependency l pred=a succ=b check=confirmed; " \
             "+deadline s point=b origin=stated rule=date value=2017-10-11 words=W; " \
             "+deadline t point=a origin=internal rule=after n=3 measure=workdays anchor=issued"

static const MoveCase move_cases[] = {
  { "/schedule-edits/move/later",      "a", 2,  "a.start=2017-09-30" },
  { "/schedule-edits/move/over-holiday", "a", 3, "a.start=2017-10-09" },
  { "/schedule-edits/move/earlier",    "a", -1, "a.start=2017-09-27" },
  { "/schedule-edits/move/nowhere",    "a", 0,  "" },
  { "/schedule-edits/move/waiting",    "b", 1,  "b.start=2017-10-09" },
  { "/schedule-edits/move/begun",      "c", 2,  "c.days=5" },
  { "/schedule-edits/move/begun-less", "c", -9, "c.days=1" },
  { "/schedule-edits/move/done",       "h", 3,  "" },
  { "/schedule-edits/move/no-dates",   "i", 3,  "" },
  { "/schedule-edits/move/parent",     "e", 1,  "f.start=2017-10-09" },
  { "/schedule-edits/move/both",       "ef", 1, "f.start=2017-10-09" },
  { "/schedule-edits/move/several",    "ac", 1, "a.start=2017-09-29 c.days=4" },
};

static void
test_move (gconstpointer user_data)
{
  const MoveCase *test = user_data;
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (PLAN);
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, TODAY);
  g_autoptr(GPtrArray) points = yd_test_script_list_points (plan, test->points);
  g_autoptr(YdEdit) edit = yd_schedule_edit_move (schedule, points, test->n_days);
  g_autofree char *words = dump (edit);

  g_assert_cmpstr (words, ==, test->expected);
}

static void
assert_dump (YdEdit     *edit,
             const char *expected)
{
  g_autoptr(YdEdit) owned = edit;
  g_autofree char *words = dump (owned);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_dates (void)
{
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (PLAN);
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, TODAY);
  YdRow *a = find (plan, YD_KIND_POINT, "a");

  assert_dump (yd_schedule_edit_set_dates (a, yd_day_new (2017, 10, 9), 2), "a.start=2017-10-09");
  assert_dump (yd_schedule_edit_set_dates (a, YD_DAY_NONE, 0), "a.start= a.days=");
  assert_dump (yd_schedule_edit_set_held (a, yd_day_new (2017, 10, 9), YD_DAY_NONE),
               "a.started=2017-10-09");
  assert_dump (yd_schedule_edit_set_finish (schedule, a, yd_day_new (2017, 10, 10)), "a.days=5");
  assert_dump (yd_schedule_edit_set_finish (schedule, a, yd_day_new (2017, 10, 5)), "a.days=3");
  assert_dump (yd_schedule_edit_set_finish (schedule, a, yd_day_new (2017, 9, 1)), "a.days=1");
  assert_dump (yd_schedule_edit_set_finish (schedule, find (plan, YD_KIND_POINT, "e"),
                                            yd_day_new (2017, 10, 9)), "");

  /* It ends on 2017-09-29, and goes on doing so. */
  assert_dump (yd_schedule_edit_set_start (schedule, a, yd_day_new (2017, 9, 26)),
               "a.start=2017-09-26 a.days=4");
  assert_dump (yd_schedule_edit_set_start (schedule, a, yd_day_new (2017, 9, 29)),
               "a.start=2017-09-29 a.days=1");
  assert_dump (yd_schedule_edit_set_start (schedule, a, yd_day_new (2017, 10, 20)),
               "a.start=2017-09-29 a.days=1");
  assert_dump (yd_schedule_edit_set_start (schedule, find (plan, YD_KIND_POINT, "c"),
                                           yd_day_new (2017, 9, 20)), "");
  assert_dump (yd_schedule_edit_set_start (schedule, find (plan, YD_KIND_POINT, "h"),
                                           yd_day_new (2017, 9, 20)), "");
}

/* What the document set stays; what the office set becomes a date. */
static void
test_due (void)
{
  g_autoptr(YdPlan) plan = yd_test_script_new_plan ("+plan plan title=P issued=2017-09-20; " PLAN);
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, TODAY);
  YdRow *stated = find (plan, YD_KIND_DEADLINE, "s");
  YdRow *own = find (plan, YD_KIND_DEADLINE, "t");

  g_assert_false (yd_deadline_is_movable (stated));
  assert_dump (yd_schedule_edit_set_due (stated, yd_day_new (2017, 10, 20)), "");
  assert_dump (yd_schedule_edit_move_due (schedule, stated, 3), "");
  assert_dump (yd_schedule_edit_move_due (schedule, own, 0), "");
  assert_dump (yd_schedule_edit_move_due (schedule, own, 1),
               "t.rule=date t.value=2017-09-26 t.n= t.measure= t.anchor=");
}

typedef struct
{
  const char *path;
  const char *words;
  const char *first;
  const char *second;
  gboolean    together;
  gboolean    to_the_end;
} PartsCase;

static const PartsCase parts_cases[] = {
  { "/schedule-edits/parts/around", "实行“事前公示、事后公告”", "事前公示", "事后公告", 0, 0 },
  { "/schedule-edits/parts/three-together",
    "切实做到政策性文件与解读方案、解读材料同步组织、同步审签、同步部署",
    "政策性文件", "解读方案、解读材料", 1, 1 },
  { "/schedule-edits/parts/together", "文件与解读材料同步发布", "文件", "解读材料", 1, 0 },
  { "/schedule-edits/parts/one-alone", "积极推进政府公报同步上网", NULL, NULL, 0, 0 },
  { "/schedule-edits/parts/first-then", "先试点后推广", "试点", "推广", 0, 0 },
  { "/schedule-edits/parts/not-before", "未经审查不得公开", "审查", "公开", 0, 0 },
  { "/schedule-edits/parts/only-after", "审查通过后方可公开", "审查通过", "公开", 0, 0 },
  { "/schedule-edits/parts/nothing", "及时公开", NULL, NULL, 0, 0 },
  { "/schedule-edits/parts/empty", "", NULL, NULL, 0, 0 },
};

static void
test_parts (gconstpointer user_data)
{
  const PartsCase *test = user_data;
  g_auto(YdOrderParts) parts = { NULL };

  g_assert_cmpint (yd_order_parts_read (test->words, &parts), ==, test->first != NULL);
  g_assert_cmpstr (parts.first, ==, test->first);
  g_assert_cmpstr (parts.second, ==, test->second);
  g_assert_cmpint (parts.together, ==, test->together);
  g_assert_cmpint (parts.to_the_end, ==, test->to_the_end);
}

static void
collect_edge (const YdScheduleEdge *edge,
              gpointer              user_data)
{
  g_string_append_printf (user_data, "%s %s>%s ", yd_link_get_type_name (edge->link.type),
                          yd_point_get_title (edge->pred), yd_point_get_title (edge->succ));
}

/* Accepting a remark makes two duties with what joins them; one undo takes all back. */
static void
split (const char *words,
       const char *expected)
{
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (
    "+point a order=a; "
    "+dependency r type=FS check=proposed sure=60");
  g_autoptr(YdSchedule) schedule = yd_test_script_new_schedule (plan, TODAY);
  YdRow *a = find (plan, YD_KIND_POINT, "a");
  g_auto(YdOrderParts) parts = { NULL };
  g_autoptr(GString) edges = g_string_new (NULL);
  g_autoptr(YdEdit) edit = NULL, undo = NULL;

  g_assert_true (yd_order_parts_read (words, &parts));
  edit = yd_schedule_edit_split (plan, a, find (plan, YD_KIND_DEPENDENCY, "r"), &parts, ids);
  apply (plan, edit);
  yd_schedule_foreach_edge (schedule, collect_edge, edges);
  g_assert_cmpstr (edges->str, ==, expected);
  g_assert_cmpuint (g_list_model_get_n_items (yd_point_get_children (a)), ==, 2);

  undo = yd_space_invert (YD_SPACE (plan), edit, NULL);
  apply (plan, undo);
  g_assert_cmpuint (g_list_model_get_n_items (yd_point_get_children (a)), ==, 0);
  g_string_truncate (edges, 0);
  yd_schedule_foreach_edge (schedule, collect_edge, edges);
  g_assert_cmpstr (edges->str, ==, "");
}

static void
test_split (void)
{
  split ("实行“事前公示、事后公告”", "FS 事前公示>事后公告 ");
  split ("切实做到政策性文件与解读方案、解读材料同步组织、同步审签、同步部署",
         "SS 政策性文件>解读方案、解读材料 FF 政策性文件>解读方案、解读材料 ");
}

/* Enter on the proposal at a point is enough; what names nothing plainly is confirmed. */
static void
accept_remark (const char *words,
               guint       n_duties)
{
  g_autoptr(YdPlan) plan = yd_test_script_new_plan (
    "+source s blob=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef; "
    "+point a order=a span=s:10-90; +dependency r type=FS check=proposed span=s:20-40");
  YdRow *remark = find (plan, YD_KIND_DEPENDENCY, "r");
  g_autoptr(YdEdit) said = yd_plan_edit_set (remark, YD_DEPENDENCY_WORDS, words, "test");
  g_autoptr(YdEdit) again = yd_edit_new ("test", NULL), edit = NULL;

  apply (plan, said);
  yd_edit_change (again, YD_KIND_DEPENDENCY, "r", YD_DEPENDENCY_CHECK, "confirmed", "proposed");
  apply (plan, again);

  edit = yd_schedule_edit_accept (plan, remark, ids);
  apply (plan, edit);
  g_assert_false (yd_plan_is_proposed (remark));
  g_assert_cmpuint (g_list_model_get_n_items
                    (yd_point_get_children (find (plan, YD_KIND_POINT, "a"))), ==, n_duties);
  g_assert_cmpint (yd_dependency_is_edge (remark), ==, n_duties > 0);
}

static void
test_accept (void)
{
  accept_remark ("实行“事前公示、事后公告”", 2);
  accept_remark ("积极推进政府公报同步上网", 0);
  accept_remark ("先试点后推广", 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (move_cases); i++)
    g_test_add_data_func (move_cases[i].path, &move_cases[i], test_move);
  for (guint i = 0; i < G_N_ELEMENTS (parts_cases); i++)
    g_test_add_data_func (parts_cases[i].path, &parts_cases[i], test_parts);
  g_test_add_func ("/schedule-edits/dates", test_dates);
  g_test_add_func ("/schedule-edits/due", test_due);
  g_test_add_func ("/schedule-edits/split", test_split);
  g_test_add_func ("/schedule-edits/accept", test_accept);

  return g_test_run ();
}
