/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-sample-table.h"

#include <string.h>

/* Tables for the tests. */

static void
add_columns (YdTable *table)
{
  yd_table_add_column (table, "number", "序号", 4.5, YD_ALIGN_CENTER);
  yd_table_add_column (table, "task", "工作任务", 13, YD_ALIGN_START);
  yd_table_add_column (table, "text", "主要内容", 40, YD_ALIGN_START);
  yd_table_add_column (table, "lead", "牵头单位", 11, YD_ALIGN_CENTER);
  yd_table_add_column (table, "responsible", "责任单位", 16, YD_ALIGN_START);
}

/* One point of the sample, as far as a table needs it: "(一)title。text(units分别负责落实)". */
static void
append_point (YdTable    *table,
              guint       number,
              const char *line)
{
  g_autofree char *printed = g_strdup_printf ("%u", number);
  g_autofree char *title = NULL, *text = NULL, *units = NULL;
  const char *begin = strchr (line, ')') + 1;
  const char *stop = strstr (begin, "。") + strlen ("。");
  const char *clause = strrchr (line, '(');
  const char *lead = strstr (clause, "牵头,");
  const char *cells[5] = { printed };

  title = g_strndup (begin, stop - begin);
  text = g_strndup (stop, clause - stop);
  units = g_strdup (lead != NULL ? strchr (lead, ',') + 1 : clause + 1);
  for (const char *const *end = (const char *const[]) { "分别负责", "负责落实", NULL };
       *end != NULL; end++)
    if (strstr (units, *end) != NULL)
      *strstr (units, *end) = '\0';

  cells[1] = title;
  cells[2] = text;
  cells[3] = lead != NULL ? "市政府办公室" : NULL;
  cells[4] = units;
  yd_table_append_row (table, cells);
}

/**
 * yd_sample_table_new:
 * @path: the sample document
 *
 * Returns: (transfer full): its 22 points as offices break them down
 */
YdTable *
yd_sample_table_new (const char *path)
{
  YdTable *table = yd_table_new ("任务分解表", "2017年全市政务公开工作要点任务分解表");
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint n = 0;

  add_columns (table);
  yd_table_add_note (table, "注：各地各部门在印发后30个工作日内公开本单位具体实施方案或工作计划。");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchug (lines[i]);

      if (*line == '(' && strstr (line, "落实)") != NULL)
        append_point (table, ++n, line);
      else if (g_utf8_strlen (line, -1) < 40 && strstr (line, "、以政务公开") != NULL)
        yd_table_append_band (table, 1, line);
      else if (n > 0 && g_utf8_strlen (line, -1) < 40 && strstr (line, "、") == line + 3)
        yd_table_append_band (table, 1, line);
    }

  return table;
}

/**
 * yd_sample_table_new_odd:
 *
 * Returns: (transfer full): a table with what formats stumble over
 */
YdTable *
yd_sample_table_new_odd (void)
{
  YdTable *table = yd_table_new ("难/例:[1]", "特殊字符 & <测试> \"表\"");
  g_autofree char *filler = g_strnfill (600, 'x');
  g_autoptr(GString) longest = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append (longest, "推进“放管服”改革信息公开，健全清单管理机制。");

  yd_table_set_subtitle (table, "（荆政办发〔2017〕12号）");
  add_columns (table);
  yd_table_append_band (table, 1, "一、=SUM(A1:A9) & \"引号\"");
  yd_table_append_band (table, 2, "（一）第二层");
  yd_table_append_row (table, (const char *[]) { "1", "=1+1", "+cmd|' /C calc'!A0", "@x", "-减" });
  yd_table_append_row (table, (const char *[]) { "-3.5", "-", "12%", "＝1", "{=1}" });
  yd_table_append_row (table, (const char *[]) { "2", "a\tb", "一\n二\r\n三\r四", "c\x01\x02" "d\x1b",
                                                 "<w:t>&amp;</w:t>" });
  yd_table_append_row (table, (const char *[]) { "3", " 前后空格 ", "“引号”——破折号……省略号·间隔号",
                                                 "_x0041_ _x000D_", "堃喆珺玥赟彧旸昇镕㎡𠮷😀" });
  yd_table_append_row (table, (const char *[]) { "4", NULL, longest->str, "", filler });
  yd_table_append_row (table, (const char *[]) { "5", "mailto:a@b", "2017-06-01", "TRUE",
                                                 "00123" });
  yd_table_append_cells (table, (const YdCell[]) {
    { "6", YD_CELL_STRONG }, { "三行\n合并\n一格", 0, FALSE }, { "甲" }, { "●", YD_CELL_MARK },
    { "丁", YD_CELL_QUIET } });
  yd_table_append_cells (table, (const YdCell[]) {
    { "7" }, { NULL, 0, TRUE }, { "乙" }, { "○", YD_CELL_MARK }, { NULL, 0, TRUE } });
  yd_table_append_cells (table, (const YdCell[]) {
    { "8" }, { NULL, 0, TRUE }, { "丙" }, { "△", YD_CELL_MARK }, { "戊" } });
  yd_table_append_band (table, 1, "二、只有一章");
  yd_table_append_row (table, (const char *[]) { NULL, NULL, NULL, NULL, NULL });
  yd_table_append_row (table, (const char *[]) { "9", "坏\xff字节", "\xef\xbf\xbe", "x,y", "\"" });
  yd_table_add_note (table, "注：&C 不是代码。");

  return table;
}

/**
 * yd_sample_table_new_large:
 * @n_rows: how many rows besides bands, one of which stands above every 10
 * @n_columns: how many columns
 *
 * Returns: (transfer full): a table whose every cell is different
 */
YdTable *
yd_sample_table_new_large (guint n_rows,
                           guint n_columns)
{
  static const char *const words[] = { "推进信息公开", "市财政局、市发改委", "年底前", "持续推进，及时公布" };
  YdTable *table = yd_table_new ("大表", "大表");
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_columns; i++)
    yd_table_add_column (table, "c", "栏目", 1, YD_ALIGN_START);

  for (guint row = 0; row < n_rows; row++)
    {
      if (row % 10 == 0)
        yd_table_append_band (table, 1, "一、章");

      g_ptr_array_set_size (cells, 0);
      for (guint i = 0; i < n_columns; i++)
        g_ptr_array_add (cells, g_strdup_printf ("%u.%u %s", row + 1, i, words[(row + i) % 4]));
      yd_table_append_row (table, (const char *const *) cells->pdata);
    }

  return table;
}

/* The sample of the tests' environment, or the odd table. */
YdTable *
yd_sample_table_new_nth (guint n)
{
  return n == 0 ? yd_sample_table_new (g_getenv ("YAODIAN_SAMPLE")) : yd_sample_table_new_odd ();
}

/* Adds a test for each of these two; its data is the number of the table. */
void
yd_sample_table_add_test (const char    *name,
                          GTestDataFunc  func)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%s/%s", name, i == 0 ? "sample" : "odd");

      g_test_add_data_func (path, GUINT_TO_POINTER (i), func);
    }
}

/**
 * yd_sample_table_write:
 * @table: a table
 * @format: how
 *
 * Returns: (transfer full): the file
 */
GBytes *
yd_sample_table_write (YdTable  *table,
                       YdFormat  format)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  g_assert_true (yd_export_write (table, format, stream, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
