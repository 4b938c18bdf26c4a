/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-role-table.h"

#include <string.h>

#include "yd-plan-walk.h"
#include "yd-test-script.h"

/* Two chapters with a point of the same name in each; 财政局 leads one, 各县 answers for both. */
#define PLAN \
  "+plan plan title=计划 issued=2017-06-01; +point a order=a title=甲章 kind=chapter printed=一、; " \
  "+point a1 parent=a order=a title=子 printed=（一）; " \
  "+point a2 parent=a order=b title=同名 printed=（二）; " \
  "+point b order=b title=乙章 kind=chapter printed=二、; " \
  "+point b1 parent=b order=a title=同名 printed=（一）; " \
  "+unit u name=财政局 order=a; +unit v name=国税局 short=国税 order=b; " \
  "+unit g name=各县 kind=group order=c; +unit w name=相关部门 kind=group vague=true order=d; " \
  "+assignment = point=a1 unit=u role=lead; +assignment = point=a1 unit=g role=responsible; " \
  "+assignment = point=b1 unit=g role=responsible; " \
  "+assignment = point=b1 unit=w role=support"

/* Numbers without a stop at the top, and parts that the document did not number. */
#define BARE \
  "+plan plan title=计划 issued=2017-06-01; +point a order=a title=甲 printed=（一）; " \
  "+point b order=b title=附件 printed=附件1; +point c order=c title=总则 printed=第一章; " \
  "+point c1 parent=c order=a printed=1; +point c2 parent=c order=b title=落实 kind=duty; " \
  "+point c3 parent=c order=c title=落实 kind=duty; +point c4 parent=c order=d kind=duty; " \
  "+unit u name=财政局 order=a; +unit v name=国税局 order=b; " \
  "+assignment = point=c2 unit=u role=lead"

/* A table is written with | between cells and a line for each row. What came of it: each change
 * as `point/unit:was>is`, how many were the same, and what is unknown.
 */
typedef struct
{
  const char *path;
  const char *table;
  const char *found;    /* NULL: it is no such table */
  const char *plan;     /* NULL: PLAN */
} Case;

static const Case cases[] = {
  { "/role-table/same",
    "要点|财政局|国税局|各县|相关部门\n一(一) 子|●||○|\n二(一) 同名|||○|△", " =4" },
  { "/role-table/words", "|财政局|各县\n子|牵头|负责", " =2" },
  { "/role-table/vague", "|相关部门|国税局\n一(一) 子|？|\n二(一)|待明确|",
    "a1/w:->R =1" },
  { "/role-table/changes", "|财政局|国税局|各县\n一(一) 子|△|● |〇\n二(一) 同名|○||",
    "a1/u:L>S a1/v:->L b1/u:->R b1/g:R>- =1" },
  { "/role-table/part", "|国税局\n一（一）子|", " =0" },
  { "/role-table/short-rows", "|财政局|各县\n一(一) 子", " =0" },
  { "/role-table/through", "|财政局|各县\n一(二) 同名|(○)|（△）", " =0" },
  { "/role-table/counts", "|财政局|各县|合计\n一 甲章|1|1|2\n合计|1|2|3", " =0" },
  { "/role-table/transposed", "单位|一(一) 子|二(一) 同名\n财政局|○|\n各县|○|○",
    "a1/u:L>R =2" },
  { "/role-table/title-and-bands",
    "责任分工表||||\n||部门|部门|群组\n序号|任务|财政局|国税局|各县\n一、|甲章|||\n（一）|子|●|△|○",
    "a1/v:->S =2" },
  { "/role-table/alias", "|国 税\n一(二)|○", "a2/v:->R =0" },
  { "/role-table/broken-name", "|财~政~局\n子|○", "a1/u:L>R =0" },
  { "/role-table/unknown-unit", "|财政局|水务局|林业局\n子|●|○|\n一(二) 同名||○|", " =1 unit:水务局" },
  { "/role-table/unknown-point", "|财政局\n子|●\n旧任务|○\n空任务|", " =1 point:旧任务" },
  /* Two are called so: which one is meant, nobody knows. */
  { "/role-table/ambiguous", "|财政局\n同名|○", " =0 point:同名" },
  { "/role-table/other-words", "|财政局|各县|国税局\n子|主抓|主抓|\n二(一) 同名|详见附件|○|△",
    "b1/v:->S =1 word:主抓 word:详见附件" },
  { "/role-table/twice", "|财政局|财政局\n子|●|○\n子|△|●", "a1/u:L>R =2" },
  { "/role-table/no-table", "任务|办法\n子|●", NULL },
  { "/role-table/tasks", "序号|任务|单位|时限\n1|子|财政局|十月\n2|丑|国税局|十月", NULL },
  /* The first task names two units and looks like heads; the next ones say units, not roles. */
  { "/role-table/tasks-of-two",
    "序号|任务|牵头单位|配合单位\n1|推进|财政局|国税局\n2|子|公安局|民政局", NULL },
  { "/role-table/tasks-unknown",
    "序号|任务|牵头单位|配合单位\n1|推进|财政局|国税局\n2|丑|公安局|民政局", NULL },
  { "/role-table/tasks-blank",
    "任务|牵头单位|配合单位\n推进|财政局|国税局\n子|公安局|\n同名|民政局|", NULL },
  { "/role-table/one-task",
    "序号|任务|牵头单位|配合单位\n1|推进|财政局|国税局", NULL },
  { "/role-table/more-words", "|财政局|各县\n子|主抓|○\n二(一) 同名|详见附件|", NULL },
  { "/role-table/one-unit", "|财政局\n子|●", " =1" },
  { "/role-table/nothing", "", NULL },
  { "/role-table/heads-only", "|财政局|国税局", " =0" },
  { "/role-table/bare-numbers", "|财政局\n（一）甲|●\n附件1附件|○\n第一章总则|△",
    "a/u:->L b/u:->R c/u:->S =0", BARE },
  { "/role-table/unnumbered", "|财政局\n第一章1|●\n第一章*1 落实|●\n第一章*2 落实|○\n第一章*3|△",
    "c1/u:->L c3/u:->R c4/u:->S =1", BARE },
  { "/role-table/junk", "\x01|\xef\xbf\xbf\n||||||\n|", NULL },
};

static GPtrArray *
read_rows (const char *table)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *whole = g_strdelimit (g_strdup (table), "\n", '\v');
  g_auto(GStrv) lines = NULL;

  g_strdelimit (whole, "~", '\n');
  lines = g_strsplit (whole, "\v", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (rows, g_strsplit (lines[i], "|", -1));

  return rows;
}

static void
append_names (GString    *found,
              const char *kind,
              GPtrArray  *names)
{
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (found, " %s:%s", kind, (char *) g_ptr_array_index (names, i));
}

static char *
dump (YdRoleTable *table)
{
  static const char letters[YD_N_ROLES] = { '-', 'S', 'R', 'L' };
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < table->changes->len; i++)
    {
      const YdRoleChange *change = &g_array_index (table->changes, YdRoleChange, i);

      g_string_append_printf (found, "%s%s/%s:%c>%c", i > 0 ? " " : "",
                              yd_row_get_id (change->point), yd_row_get_id (change->unit),
                              letters[change->was], letters[change->role]);
    }
  g_string_append_printf (found, " =%u", table->n_same);
  append_names (found, "unit", table->units);
  append_names (found, "point", table->points);
  append_names (found, "word", table->words);

  return g_string_free (found, FALSE);
}

static YdPlan *
make_plan (const char *script)
{
  YdPlan *plan = yd_plan_new ("plan-of-a-test");

  yd_test_script_must (YD_SPACE (plan), script != NULL ? script : PLAN);

  return plan;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(YdPlan) plan = make_plan (test->plan);
  g_autoptr(YdRoleTable) table = yd_role_table_new (plan);
  g_autoptr(GPtrArray) rows = read_rows (test->table);
  const gboolean is_table = yd_role_table_read (table, rows);
  g_autofree char *found = is_table ? dump (table) : NULL;

  g_assert_cmpstr (found, ==, test->found);
}

/* Whatever a point is called in a table, it is known by that, unless two are called the same. */
static void
test_labels (void)
{
  static const char * const plans[] = { PLAN, BARE };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autoptr(YdPlan) plan = make_plan (plans[i]);
      g_autoptr(YdPlanWalk) walk = yd_plan_walk_new (plan);
      const char *path;
      YdPoint *point;

      while ((point = yd_plan_walk_next (walk, &path, NULL)) != NULL)
        {
          g_autoptr(YdRoleTable) table = yd_role_table_new (plan);
          g_autofree char *label = yd_role_table_dup_label (path, yd_point_get_title (point));
          g_autofree char *text = g_strdup_printf ("|国税局\n%s|○", label);
          g_autoptr(GPtrArray) rows = read_rows (text);

          g_test_message ("%s", label);
          g_assert_true (yd_role_table_read (table, rows));
          g_assert_cmpuint (table->changes->len, ==, 1);
          g_assert_true (g_array_index (table->changes, YdRoleChange, 0).point == point);
        }
    }
}

static const struct
{
  const char *table;
  gboolean    block;
} blocks[] = {
  { "●", TRUE },
  { "|\n○|", TRUE },
  { "牵头|3", TRUE },
  { "|\n|", FALSE },
  { "3|4", FALSE },
  { "●|财政局", FALSE },
  { "", FALSE },
};

static void
test_blocks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autoptr(GPtrArray) rows = read_rows (blocks[i].table);

      g_assert_cmpint (yd_role_table_is_block (rows), ==, blocks[i].block);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/role-table/blocks", test_blocks);
  g_test_add_func ("/role-table/labels", test_labels);

  return g_test_run ();
}
