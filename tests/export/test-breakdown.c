/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "yd-breakdown.h"
#include "yd-id.h"
#include "yd-point-table.h"

/* A plan is written as lines: as many dots as the point is deep, its kind's first letter, and
 * what is printed: ".c 一、|title|text|units|deadlines". A unit has + for lead, ~ for support, !
 * in front when refused; a deadline is its words, or ! and words refused, # and words internal,
 * or rule=value:n:measure:anchor. A table is read back as lines too: [band], or the cells. */
typedef struct
{
  const char *name;
  const char *plan;
  const char *table;
} Case;

static const Case cases[] = {
  { "/breakdown/empty", "", "序号" },
  { "/breakdown/roles",
    ".c 一、|甲章||\n"
    "..s （一）|任务甲|做事。|+甲局,乙局,~丙局,丁局,~戊局,!己局|\n"
    "..s （二）|任务乙||乙局|年底前,!不算,#内部,6月底前\n",
    "序号,工作任务,主要内容,牵头单位,责任单位,配合单位,完成时限\n"
    "[1 一、甲章]\n"
    "1,任务甲,做事。,甲局,乙局、丁局,丙局、戊局,\n"
    "2,任务乙,,,乙局,,年底前；6月底前" },
  { "/breakdown/numbered-through",
    ".c 一、|甲|\n..s （一）|子|文|甲局|\n.c 二、|乙|\n..s （一）|丑|文|甲局|\n",
    "序号,工作任务,主要内容,责任单位\n"
    "[1 一、甲]\n1,子,文,甲局\n[1 二、乙]\n2,丑,文,甲局" },
  { "/breakdown/flat",
    ".i 1.|子|文|甲局|\n.i 2.|丑|文|甲局|\n",
    "序号,工作任务,主要内容,责任单位\n1,子,文,甲局\n2,丑,文,甲局" },
  { "/breakdown/measures-in-the-task",
    ".c 一、|甲|\n..s （一）|子|先|甲局|\n...i 1.|一件|细节\n...i 2.||只有文字\n",
    "序号,工作任务,主要内容,责任单位\n"
    "[1 一、甲]\n1,子,先\\n1.一件。细节\\n2.只有文字,甲局" },
  { "/breakdown/tasks-below-a-section",
    ".c 一、|甲|\n..s （一）|子|\n...i 1.|一件|细节|甲局|\n..s （二）|丑|文|乙局|\n",
    "序号,工作任务,主要内容,责任单位\n"
    "[1 一、甲]\n[2 （一）子]\n1,一件,细节,甲局\n[2 （二）丑]\n2,丑,文,乙局" },
  { "/breakdown/nobody-answers",
    ".c 一、|甲|\n..s （一）|子|文||\n.c 二、|乙|总的||\n",
    "序号,工作任务,主要内容\n[1 一、甲]\n1,子,文\n[1 二、乙]\n2,乙,总的" },
  { "/breakdown/common-task",
    ".c 一、|甲|\n..s （一）|子|\n...i 1.||甲文|甲局|\n...i 2.||乙文|乙局|\n"
    "..s （二）|丑|文|乙局|\n",
    "序号,工作任务,主要内容,责任单位\n"
    "[1 一、甲]\n1,子,甲文,甲局\n2,^子,乙文,乙局\n3,丑,文,乙局" },
  { "/breakdown/title-or-text",
    ".c 一、|甲|\n..s （一）|子||甲局|\n..s （二）||文|乙局|\n..s （三）|丑|句|乙局|\n"
    "..s （四）||字|乙局|\n",
    "序号,工作任务,责任单位\n[1 一、甲]\n1,子,甲局\n2,文,乙局\n3,丑。句,乙局\n4,字,乙局" },
  { "/breakdown/mostly-both",
    ".s （一）|子|句|甲局|\n.s （二）||文|乙局|\n",
    "序号,工作任务,主要内容,责任单位\n1,子,句,甲局\n2,,文,乙局" },
  { "/breakdown/several-clauses",
    ".c 一、|甲|\n..s （一）|子|\n...d |||甲局|\n...d ||后段|乙局|\n..s （二）|丑|文|乙局|\n",
    "序号,工作任务,主要内容,责任单位\n"
    "[1 一、甲]\n1,子,,甲局\n2,^子,后段,乙局\n3,丑,文,乙局" },
  { "/breakdown/clauses-below-text",
    ".s （一）|子|总的|丙局|\n..d ||前段|甲局|\n..d |另一件|后段|乙局|\n..d ||末段|乙局|\n",
    "序号,工作任务,主要内容,责任单位\n"
    "1,子,总的,丙局\n2,^子,前段,甲局\n3,另一件,后段,乙局\n4,子,末段,乙局" },
  { "/breakdown/untitled-beside-band",
    ".c 一、|甲|\n..s （一）|子|文|甲局|\n.i 2.||散文|乙局|\n.c 三、|丙|文|乙局|\n",
    "序号,工作任务,主要内容,责任单位\n"
    "[1 一、甲]\n1,子,文,甲局\n[1 其他]\n2,,散文,乙局\n[1 三、丙]\n3,丙,文,乙局" },
  { "/breakdown/several-untitled-beside-band",
    ".c 一、|甲|\n..s （一）|子|文|甲局|\n.i 2.||散文|乙局|\n.d ||段|甲局|\n.i 3.||尾|乙局|\n"
    ".c 四、|丁|\n..s （一）|丑|文|甲局|\n.d |末段||乙局|\n",
    "序号,工作任务,责任单位\n"
    "[1 一、甲]\n1,子。文,甲局\n[1 其他]\n2,散文,乙局\n3,段,甲局\n4,尾,乙局\n"
    "[1 四、丁]\n5,丑。文,甲局\n[1 其他]\n6,末段,乙局" },
  { "/breakdown/closing-paragraph",
    ".c 一、|甲|\n..s （一）|子|文|甲局|\n.d |制定方案|文|各地各部门|印发后30个工作日内\n",
    "序号,工作任务,主要内容,责任单位,完成时限\n"
    "[1 一、甲]\n1,子,文,甲局,\n[1 其他]\n2,制定方案,文,各地各部门,印发后30个工作日内" },
  { "/breakdown/deadlines-by-hand",
    ".i 1.|子||甲局|date=2017-12-31,date=--06-30,after=:30:workdays:issued,after=:5:hours:event,"
    "recurring=monthly,within=2017:1,longterm=,none=\n",
    "序号,工作任务,责任单位,完成时限\n"
    "1,子,甲局,2017年12月31日前；6月30日前；印发后30个工作日内；5小时内；每月；2017年内至少1次；长期坚持" },
  { "/breakdown/periods-by-hand",
    ".i 1.|子||甲局|period_end=2017-12,period_end=2017,period_end=--06,period_end=2017-Q2,"
    "period_end=2017-H1,within=2017,within=2017-06,within=\n",
    "序号,工作任务,责任单位,完成时限\n"
    "1,子,甲局,2017年12月底前；2017年底前；6月底前；2017年第2季度末前；2017年上半年末前；2017年内；2017年6月内；年内" },
  { "/breakdown/recurring-by-hand",
    ".i 1.|子||甲局|recurring=half-yearly,recurring=halfyearly,recurring=two-monthly,recurring=each,"
    "recurring=yearly-03-31,recurring=yearly-02,recurring=monthly:28,recurring=weekly:5,"
    "recurring=quarterly:7:days,recurring=no-such\n",
    "序号,工作任务,责任单位,完成时限\n"
    "1,子,甲局,每半年；每半年；每两个月；每期；每年3月31日前；每年2月底前；每月28日前；每周五前；每季度结束后7日内" },
};

static void
set_cell (YdEdit     *edit,
          YdKind      kind,
          const char *id,
          guint       field,
          const char *value)
{
  if (value != NULL && *value != '\0')
    yd_edit_change (edit, kind, id, field, NULL, value);
}

static char *
make_key (guint n)
{
  return g_strdup_printf ("a%03uxx", n);
}

static char *
ensure_unit (YdEdit     *edit,
             GHashTable *units,
             const char *name)
{
  char *id = g_hash_table_lookup (units, name);
  g_autofree char *key = make_key (g_hash_table_size (units));

  if (id != NULL)
    return id;

  id = yd_id_new (&yd_id_system_source);
  g_hash_table_insert (units, g_strdup (name), id);
  yd_edit_create (edit, YD_KIND_UNIT, id);
  set_cell (edit, YD_KIND_UNIT, id, YD_UNIT_NAME, name);
  set_cell (edit, YD_KIND_UNIT, id, YD_UNIT_ORDER, key);

  return id;
}

static void
add_assignment (YdEdit     *edit,
                GHashTable *units,
                const char *point,
                const char *word,
                guint       n)
{
  const gboolean refused = *word == '!';
  const char mark = word[refused];
  const char *name = word + refused + (mark == '+' || mark == '~');
  const char *unit = ensure_unit (edit, units, name);
  g_autofree char *id = yd_space_derive_id (YD_KIND_ASSIGNMENT, point, unit, NULL);
  g_autofree char *key = make_key (n);

  yd_edit_create (edit, YD_KIND_ASSIGNMENT, id);
  set_cell (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_POINT, point);
  set_cell (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_UNIT, unit);
  set_cell (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_ORDER, key);
  set_cell (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_CHECK, refused ? "refused" : "confirmed");
  set_cell (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_ROLE,
            mark == '+' ? "lead" : mark == '~' ? "support" : "responsible");
}

static void
add_rule (YdEdit     *edit,
          const char *id,
          const char *rule)
{
  g_auto(GStrv) parts = g_strsplit (strchr (rule, '=') + 1, ":", -1);
  g_autofree char *name = g_strndup (rule, strchr (rule, '=') - rule);
  const guint fields[] = { YD_DEADLINE_VALUE, YD_DEADLINE_N, YD_DEADLINE_MEASURE,
                           YD_DEADLINE_ANCHOR };

  set_cell (edit, YD_KIND_DEADLINE, id, YD_DEADLINE_RULE, name);
  for (guint i = 0; parts[i] != NULL; i++)
    set_cell (edit, YD_KIND_DEADLINE, id, fields[i], parts[i]);
}

static void
add_deadline (YdEdit     *edit,
              const char *point,
              const char *word,
              guint       n)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  g_autofree char *key = make_key (n);
  const char *words = word + (*word == '!' || *word == '#');

  yd_edit_create (edit, YD_KIND_DEADLINE, id);
  set_cell (edit, YD_KIND_DEADLINE, id, YD_DEADLINE_POINT, point);
  set_cell (edit, YD_KIND_DEADLINE, id, YD_DEADLINE_ORDER, key);
  set_cell (edit, YD_KIND_DEADLINE, id, YD_DEADLINE_ORIGIN, *word == '#' ? "internal" : "stated");
  set_cell (edit, YD_KIND_DEADLINE, id, YD_DEADLINE_CHECK, *word == '!' ? "refused" : "confirmed");
  if (strchr (words, '=') != NULL)
    add_rule (edit, id, words);
  else
    set_cell (edit, YD_KIND_DEADLINE, id, YD_DEADLINE_WORDS, words);
}

static const char *
get_kind (char letter)
{
  return letter == 'c' ? "chapter" : letter == 's' ? "section" : letter == 'i' ? "item" : "duty";
}

static char *
add_point (YdEdit     *edit,
           GHashTable *units,
           const char *line,
           const char *parent,
           guint       n)
{
  g_auto(GStrv) parts = g_strsplit (line, "|", -1);
  const guint n_parts = g_strv_length (parts);
  g_auto(GStrv) names = g_strsplit (n_parts > 3 ? parts[3] : "", ",", -1);
  g_auto(GStrv) dues = g_strsplit (n_parts > 4 ? parts[4] : "", ",", -1);
  char *id = yd_id_new (&yd_id_system_source);
  g_autofree char *key = make_key (n);

  yd_edit_create (edit, YD_KIND_POINT, id);
  set_cell (edit, YD_KIND_POINT, id, YD_POINT_PARENT, parent);
  set_cell (edit, YD_KIND_POINT, id, YD_POINT_ORDER, key);
  set_cell (edit, YD_KIND_POINT, id, YD_POINT_KIND, get_kind (line[0]));
  set_cell (edit, YD_KIND_POINT, id, YD_POINT_PRINTED, parts[0] + 2);
  set_cell (edit, YD_KIND_POINT, id, YD_POINT_TITLE, n_parts > 1 ? parts[1] : NULL);
  set_cell (edit, YD_KIND_POINT, id, YD_POINT_TEXT, n_parts > 2 ? parts[2] : NULL);
  for (guint i = 0; names[i] != NULL; i++)
    add_assignment (edit, units, id, names[i], i);
  for (guint i = 0; dues[i] != NULL; i++)
    add_deadline (edit, id, dues[i], i);

  return id;
}

static YdPlan *
make_plan (const char *text)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  YdPlan *plan = yd_plan_new (id);
  g_autoptr(YdEdit) edit = yd_edit_new ("test", NULL);
  g_autoptr(GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr(GError) error = NULL;
  char *above[5] = { NULL };

  yd_edit_create (edit, YD_KIND_PLAN, id);
  set_cell (edit, YD_KIND_PLAN, id, YD_PLAN_TITLE, "2017年工作要点");
  set_cell (edit, YD_KIND_PLAN, id, YD_PLAN_NUMBER, "荆政办发〔2017〕12号");
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      const guint depth = strspn (lines[i], ".");

      g_free (above[depth]);
      above[depth] = add_point (edit, units, lines[i] + depth, above[depth - 1], i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (above); i++)
    g_free (above[i]);

  yd_edit_seal (edit, id);
  yd_space_apply (YD_SPACE (plan), edit, &error);
  g_assert_no_error (error);

  return plan;
}

static char *
dump (YdTable *table)
{
  GString *out = g_string_new (NULL);
  const guint n_columns = yd_table_get_n_columns (table);

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "," : "", yd_table_get_column (table, i).heading);

  for (guint row = 0; row < yd_table_get_n_rows (table); row++)
    {
      guint level;
      const char *band = yd_table_get_band (table, row, &level);

      g_string_append_c (out, '\n');
      if (band != NULL)
        g_string_append_printf (out, "[%u %s]", level, band);
      for (guint i = 0; band == NULL && i < n_columns; i++)
        {
          const YdCell cell = yd_table_get_cell (table, row, i);

          g_string_append_printf (out, "%s%s%s", i > 0 ? "," : "", cell.continues ? "^" : "",
                                  cell.text);
        }
    }

  return g_string_free (out, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(YdPlan) plan = make_plan (test->plan);
  g_autoptr(YdTable) table = yd_breakdown_new (plan, YD_BREAKDOWN_DEFAULT);
  g_autofree char *found = dump (table);
  g_auto(GStrv) parts = g_strsplit (test->table, "\\n", -1);
  g_autofree char *expected = g_strjoinv ("\n", parts);

  g_assert_cmpstr (found, ==, expected);
  g_clear_pointer (&table, yd_table_unref);
  g_assert_finalize_object (g_steal_pointer (&plan));
}

static void
test_all_columns (void)
{
  g_autoptr(YdPlan) plan = make_plan (cases[2].plan);
  g_autoptr(YdTable) table = yd_breakdown_new (plan, YD_BREAKDOWN_ALL_COLUMNS);

  g_assert_cmpuint (yd_table_get_n_columns (table), ==, 8);
  g_assert_cmpstr (yd_table_get_column (table, 7).heading, ==, "备注");
  g_assert_cmpstr (yd_table_get_title (table), ==, "2017年工作要点任务分解表");
  g_assert_cmpstr (yd_table_get_subtitle (table), ==, "（荆政办发〔2017〕12号）");
}

/* Chosen by a person: in the order of the table, empty or not; the rows stay. */
static const struct
{
  const char *keys;
  const char *table;
} chosen_cases[] = {
  { "note,number", "序号,工作任务,备注\n[1 一、甲]\n1,子,\n[1 二、乙]\n2,丑," },
  { "deadline,text", "工作任务,主要内容,完成时限\n[1 一、甲]\n子,文,\n[1 二、乙]\n丑,文," },
  { "", "工作任务\n[1 一、甲]\n子\n[1 二、乙]\n丑" },
  { "nothing", "工作任务\n[1 一、甲]\n子\n[1 二、乙]\n丑" },
};

static void
test_chosen_columns (void)
{
  g_autoptr(YdPlan) plan = make_plan (cases[2].plan);

  for (guint i = 0; i < G_N_ELEMENTS (chosen_cases); i++)
    {
      g_auto(GStrv) keys = g_strsplit (chosen_cases[i].keys, ",", -1);
      g_autoptr(YdTable) table = yd_breakdown_new_with_columns (plan, (const char **) keys);
      g_autofree char *found = dump (table);

      g_assert_cmpstr (found, ==, chosen_cases[i].table);
    }
}

/* Points as they are chosen, in a table without bands: all of what each is. */
static void
test_points (void)
{
  g_autoptr(YdPlan) plan = make_plan (".c 一、|甲章||\n"
                                      "..s |任务甲|做事。|+甲局,乙局,~丙局,!丁局|年底前\n"
                                      "..s |任务乙\n");
  g_autoptr(YdRow) chapter = g_list_model_get_item (yd_plan_get_points (plan), 0);
  g_autoptr(YdRow) first = g_list_model_get_item (yd_point_get_children (chapter), 0);
  g_autoptr(YdRow) second = g_list_model_get_item (yd_point_get_children (chapter), 1);
  g_autoptr(GPtrArray) points = g_ptr_array_new ();
  g_autoptr(YdTable) table = NULL;
  g_autofree char *found = NULL;

  g_ptr_array_add (points, second);
  g_ptr_array_add (points, chapter);
  g_ptr_array_add (points, first);
  table = yd_point_table_new (plan, points);
  found = dump (table);
  g_assert_cmpstr (found, ==, "序号,工作任务,主要内容,牵头单位,责任单位,配合单位,完成时限\n"
                              "（二）,任务乙,,,,,\n"
                              "一、,甲章,,,,,\n"
                              "（一）,任务甲,做事。,甲局,乙局,丙局,年底前");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].name, &cases[i], test_case);
  g_test_add_func ("/breakdown/all-columns", test_all_columns);
  g_test_add_func ("/breakdown/chosen-columns", test_chosen_columns);
  g_test_add_func ("/breakdown/points", test_points);

  return g_test_run ();
}
