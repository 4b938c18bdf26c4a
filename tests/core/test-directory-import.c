/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-directory-import.h"
#include "yd-directory-rows.h"
#include "yd-text-rows.h"

#include <string.h>

/* A table of units is read, compared and written out again. */

#define HEAD "单位名称\t全称\t简称\t类别\t别名\t设立日期\t撤销日期\t更名或并入\t上级单位\t所属统称\t" \
             "联系人\t联系电话\n"

static const char table[] = HEAD
  "各县市区\t\t\t统称\t各县(市、区)\t\t\t\t\t各地各部门\t\t\n"
  "市直各部门\t\t\t统称\t\t\t\t\t\t各地各部门\t\t\n"
  "各地各部门\t\t\t统称\t\t\t\t\t\t\t\t\n"
  "市财政局\t荆门市财政局\t财政局\t部门\t\t\t\t\t\t市直各部门\t张三\t0724-1\n"
  "市国税局\t\t\t垂直管理\t\t\t2018-07-04\t市税务局\t\t市直各部门（—2018-07-04）\t\t\n"
  "市地税局\t\t\t垂直管理\t\t\t2018-07-04\t市税务局\t\t市直各部门（—2018-07-04）\t\t\n"
  "市税务局\t\t\t垂直管理\t\t2018-07-05\t\t\t\t市直各部门（2018-07-05—）\t\t\n"
  "市国库支付局\t\t\t部门\t\t\t\t\t市财政局\t\t\t\n"
  "东宝区\t\t\t县市区\t\t\t\t\t\t各县市区（2012-01-01—2019-12-31）、市直各部门\t\t\n";

static void
apply (YdOffice *office,
       YdEdit   *edit)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);
  GError *error = NULL;

  yd_edit_seal (edit, id);
  yd_space_apply (YD_SPACE (office), edit, &error);
  g_assert_no_error (error);
  yd_edit_unref (edit);
}

static YdDirectoryImport *
read_table (YdOffice   *office,
            const char *text)
{
  return yd_directory_import_new (office, text, &yd_id_system_source);
}

static void
take (YdOffice   *office,
      const char *text)
{
  g_autoptr(YdDirectoryImport) import = read_table (office, text);

  apply (office, yd_directory_import_dup_edit (import));
}

static char *
write_table (YdOffice *office,
             gboolean  contacts)
{
  g_autoptr(YdDirectory) directory = yd_directory_new (office);
  g_autoptr(GPtrArray) rows = yd_directory_make_rows (directory, contacts);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < (guint) (contacts ? YD_DIRECTORY_N_COLUMNS : YD_DIRECTORY_CONTACT); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", yd_directory_column_get_heading (i));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *line = g_strjoinv ("\t", g_ptr_array_index (rows, i));

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (text, FALSE);
}

/* Out and in again changes nothing; into an empty office it makes the same. */
static void
test_round_trip (void)
{
  g_autoptr(YdOffice) office = yd_office_new ("o");
  g_autoptr(YdDirectoryImport) again = NULL;
  g_autoptr(YdEdit) edit = NULL;
  g_autofree char *written = NULL;
  g_autofree char *plain = NULL;
  guint n;

  take (office, table);
  written = write_table (office, TRUE);
  g_assert_cmpstr (written, ==, table);

  again = read_table (office, written);
  edit = yd_directory_import_dup_edit (again);
  yd_edit_get_changes (edit, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (yd_directory_import_count (again, YD_IMPORT_SAME), ==, 9);

  /* Nobody asked for telephone numbers. */
  plain = write_table (office, FALSE);
  g_assert_null (strstr (plain, "0724"));
  g_assert_null (strstr (plain, "张三"));
  g_assert_null (strstr (plain, "联系人"));
}

/* What a table says against the directory above; `-` for a line that is not there. */
static const struct
{
  const char    *name, *text;
  guint          n_new, n_changed, n_same, n_not;
  const char    *words;
} cases[] = {
  { "/directory-import/new",      "单位名称\n市林业局\n", 1, 0, 0, 0, "部门" },
  { "/directory-import/same",     "单位名称\n市财政局\n\n , \n", 0, 0, 1, 0, NULL },
  { "/directory-import/by-full",  "单位名称\n荆门市财政局\n", 0, 0, 1, 0, NULL },
  { "/directory-import/empty",    "单位名称,全称,简称\n市财政局,,\n", 0, 0, 1, 0, NULL },
  { "/directory-import/changed",  "名称,简称\n市财政局,市财政\n", 0, 1, 0, 0, "简称：市财政" },
  { "/directory-import/title",    "荆门市单位名录,\n制表日期：2019年,\n单位名称,电话\n市财政局,2\n",
    0, 1, 0, 0, "联系电话：2" },
  { "/directory-import/alias",    "单位名称,别名\n市财政局,\"财政局、市财局\"\n", 0, 1, 0, 0,
    "别名：市财局" },
  { "/directory-import/date",     "单位名称,成立日期\n市财政局,1953年3月1日\n", 0, 1, 0, 0,
    "1953-03-01" },
  { "/directory-import/no-date",  "单位名称,成立日期\n市财政局,前年\n", 0, 0, 0, 1, "前年" },
  { "/directory-import/no-kind",  "单位名称,类别\n市财政局,机密\n", 0, 0, 0, 1, "机密" },
  { "/directory-import/no-unit",  "单位名称,更名或并入\n市财政局,财务局\n", 0, 0, 0, 1, "财务局" },
  { "/directory-import/itself",   "单位名称,上级单位\n市财政局,财政局\n", 0, 0, 0, 1, "财政局" },
  { "/directory-import/both",     "单位名称,简称,类别\n市财政局,财,机密\n", 0, 1, 0, 1, "机密" },
  { "/directory-import/nameless", "单位名称,全称\n,财政\n", 0, 0, 0, 1, NULL },
  { "/directory-import/twice",    "单位名称\n市林业局\n市 林业局\n", 1, 0, 0, 1, NULL },
  { "/directory-import/no-head",  "市财政局\n市林业局\n", 0, 0, 0, 1, "单位名称" },
  { "/directory-import/nothing",  "", 0, 0, 0, 1, NULL },
  { "/directory-import/later",    "单位名称,上级单位\n市林业站,市林业局\n市林业局,\n", 2, 0, 0, 0,
    NULL },
  { "/directory-import/member",   "单位名称,所属统称\n市财政局,各县市区\n", 0, 1, 0, 0, "各县市区" },
  { "/directory-import/said-twice", "单位名称,全称\n市财政局,甲\n财政局,乙\n", 0, 1, 0, 1, "市财政局" },
  { "/directory-import/alias-twice", "单位名称,别名\n市财政局,\"市财局、市财局\"\n", 0, 1, 0, 0,
    "市财局" },
  { "/directory-import/group-twice", "单位名称,所属统称\n市财政局,各县市区、各县市区\n", 0, 1, 0, 0,
    "各县市区" },
  { "/directory-import/ended",
    "单位名称,所属统称\n市税务局,市直各部门（2018-07-05—2020-01-01）\n", 0, 1, 0, 0, "2020" },
};

static void
test_case (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr(YdOffice) office = yd_office_new ("o");
  g_autoptr(YdDirectoryImport) import = NULL;
  g_autoptr(GString) words = g_string_new (NULL);
  GPtrArray *lines;

  take (office, table);
  import = read_table (office, cases[i].text);
  lines = yd_directory_import_get_lines (import);
  for (guint j = 0; j < lines->len; j++)
    {
      const YdImportLine *line = g_ptr_array_index (lines, j);

      g_string_append_printf (words, "%s ", line->words != NULL ? line->words : "");
    }

  g_assert_cmpuint (yd_directory_import_count (import, YD_IMPORT_NEW), ==, cases[i].n_new);
  g_assert_cmpuint (yd_directory_import_count (import, YD_IMPORT_CHANGED), ==,
                    cases[i].n_changed);
  g_assert_cmpuint (yd_directory_import_count (import, YD_IMPORT_SAME), ==, cases[i].n_same);
  g_assert_cmpuint (yd_directory_import_count (import, YD_IMPORT_NOT_UNDERSTOOD), ==,
                    cases[i].n_not);
  if (cases[i].words != NULL)
    {
      g_auto(GStrv) parts = g_strsplit (cases[i].words, "：", 0);

      for (guint j = 0; parts[j] != NULL; j++)
        g_assert_nonnull (strstr (words->str, parts[j]));
    }

  /* Taken over, it is known. */
  apply (office, yd_directory_import_dup_edit (import));
  g_clear_pointer (&import, yd_directory_import_free);
  import = read_table (office, cases[i].text);
  g_assert_cmpuint (yd_directory_import_count (import, YD_IMPORT_CHANGED), ==, 0);
}

static const struct { const char *text; const char *names; } splits[] = {
  { "东宝区、掇刀区", "东宝区|掇刀区" },
  { "各县(市、区)、市直各部门", "各县(市、区)|市直各部门" },
  { "各县（市、区）；A,B", "各县（市、区）|A|B" },
  { " 、, ", "" },
  { "a)、b", "a)|b" },
};

static void
test_split (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      g_autoptr(GPtrArray) names = yd_text_split_names (splits[i].text);
      g_autofree char *joined = NULL;

      g_ptr_array_add (names, NULL);
      joined = g_strjoinv ("|", (char **) names->pdata);
      g_assert_cmpstr (joined, ==, splits[i].names);
    }
}

/* Chance does not turn round whom a table names one after the other. */
static void
test_order (void)
{
  static const char * const names[] = { "甲局", "乙局", "丙局", "丁局", "戊局", "己局", "庚局",
                                        "辛局", "壬局", "癸局" };
  g_autoptr(YdOffice) office = yd_office_new ("o");
  g_autoptr(YdDirectory) directory = NULL;
  g_autoptr(GString) text = g_string_new ("单位名称,类别,所属统称\n市直各部门,统称,\n");
  const YdDirectoryUnit *group;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (text, "%s,,市直各部门\n", names[i]);
  take (office, text->str);

  directory = yd_directory_new (office);
  group = yd_directory_match (directory, "市直各部门", YD_DAY_NONE).unit;
  g_assert_cmpuint (group->members->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (g_array_index (group->members, YdDirectoryMember, i).unit->name, ==, names[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/directory-import/round-trip", test_round_trip);
  g_test_add_func ("/directory-import/split", test_split);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].name, GUINT_TO_POINTER (i), test_case);
  g_test_add_func ("/directory-import/order", test_order);

  return g_test_run ();
}
