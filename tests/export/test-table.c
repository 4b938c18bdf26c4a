/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-table.h"
#include "yd-cell-text-private.h"
#include "yd-table-layout-private.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *clean;      /* NULL: it is clean */
} CleanCase;

static const CleanCase clean_cases[] = {
  { "/text/clean/plain", "推进，a\tb\nc", NULL },
  { "/text/clean/empty", "", NULL },
  { "/text/clean/control", "a\x01" "b\x1f" "c\x7f", "abc\x7f" },
  { "/text/clean/line-ends", "a\r\nb\rc\nd", "a\nb\nc\nd" },
  { "/text/clean/not-a-character", "a\xef\xbf\xbe" "b\xef\xbf\xbf", "ab" },
  { "/text/clean/not-utf-8", "a\xff", "a\xef\xbf\xbd" },
  { "/text/clean/cut", "要\xe8\xa6", "要\xef\xbf\xbd\xef\xbf\xbd" },
  { "/text/clean/beyond", "\xf0\xa0\xae\xb7\x02", "\xf0\xa0\xae\xb7" },
};

static void
test_clean (gconstpointer data)
{
  const CleanCase *test = data;
  g_autofree char *clean = _yd_cell_text_clean (test->text);

  if (test->clean == NULL)
    g_assert_null (clean);
  else
    {
      g_assert_nonnull (clean);
      g_assert_true (g_utf8_validate (clean, -1, NULL));
      if (strcmp (test->name, "/text/clean/cut") != 0)
        g_assert_cmpstr (clean, ==, test->clean);
    }
}

typedef struct
{
  const char *name;
  const char *text;
  double      width;
  guint       lines;
} LinesCase;

static const LinesCase lines_cases[] = {
  { "/text/lines/empty", "", 4, 1 },
  { "/text/lines/fits", "四个汉字", 4, 1 },
  { "/text/lines/one-more", "五个汉字了", 4, 2 },
  { "/text/lines/twice", "一二三四五六七八", 4, 2 },
  { "/text/lines/newline", "一\n二\n", 4, 3 },
  { "/text/lines/blank-line", "一\n\n二", 4, 3 },
  { "/text/lines/closing", "一二三四。", 4, 2 },
  { "/text/lines/closing-takes-one", "一二三四。五六七", 4, 3 },     /* 一二三 | 四。五六 | 七 */
  { "/text/lines/opening", "一二三（四五）", 4, 2 },                 /* 一二三 | （四五） */
  { "/text/lines/digits-stay-whole", "一二三2017年", 4, 2 },
  { "/text/lines/long-word", "xxxxxxxxxxxxxxxxxxxxxxxx", 4, 4 },    /* 7 at 0.56 in 4 */
  { "/text/lines/half-width", "abcdefg", 4, 1 },
  { "/text/lines/quotes", "“一二”", 4, 1 },
  { "/text/lines/narrow", "一二三", 1, 3 },
};

static void
test_lines (gconstpointer data)
{
  const LinesCase *test = data;

  g_assert_cmpuint (_yd_text_count_lines (test->text, strlen (test->text), test->width), ==,
                    test->lines);
}

static void
test_xml (void)
{
  g_autoptr(GString) out = g_string_new (NULL);
  const char *text = "a<b>&\"'要";

  _yd_text_append_xml (out, text, strlen (text));
  g_assert_cmpstr (out->str, ==, "a&lt;b&gt;&amp;&quot;'要");
}

static YdTable *
make_table (void)
{
  YdTable *table = yd_table_new ("表", "标题\x02");

  yd_table_add_column (table, "a", "甲", 1, YD_ALIGN_START);
  yd_table_add_column (table, "b", "乙", 2, YD_ALIGN_CENTER);
  yd_table_add_column (table, "c", "丙", 3, YD_ALIGN_START);

  return table;
}

static void
test_rows (void)
{
  g_autoptr(YdTable) table = make_table ();
  guint level = 0;
  gsize len;

  yd_table_append_band (table, 2, "章");
  yd_table_append_cells (table, (const YdCell[]) { { NULL, 0, TRUE }, { "1" }, { "2" } });
  yd_table_append_cells (table, (const YdCell[]) {
    { "3", YD_CELL_STRONG }, { "x", YD_CELL_QUIET, TRUE }, { NULL } });
  yd_table_append_row (table, (const char *[]) { "4", "五", NULL });

  g_assert_cmpuint (yd_table_get_n_rows (table), ==, 4);
  g_assert_cmpstr (yd_table_get_title (table), ==, "标题");
  g_assert_cmpstr (yd_table_get_band (table, 0, &level), ==, "章");
  g_assert_cmpuint (level, ==, 2);
  g_assert_null (yd_table_get_band (table, 1, NULL));

  /* A cell cannot continue a band. */
  g_assert_false (yd_table_get_cell (table, 1, 0).continues);

  g_assert_cmpint (yd_table_get_cell (table, 2, 0).role, ==, YD_CELL_STRONG);
  g_assert_true (yd_table_get_cell (table, 2, 1).continues);
  g_assert_cmpstr (yd_table_get_cell (table, 2, 1).text, ==, "1");
  g_assert_cmpint (yd_table_get_cell (table, 2, 1).role, ==, YD_CELL_PLAIN);
  g_assert_cmpstr (yd_table_get_text (table, 2, 2, &len), ==, "");
  g_assert_cmpuint (len, ==, 0);
  g_assert_cmpstr (yd_table_get_text (table, 3, 1, &len), ==, "五");
  g_assert_cmpuint (len, ==, 3);
}

static void
test_groups (void)
{
  g_autoptr(YdTable) table = make_table ();
  guint first, n_columns;

  g_assert_false (yd_table_has_groups (table));
  yd_table_add_group (table, "两栏", 1, 2);
  g_assert_true (yd_table_has_groups (table));
  g_assert_null (yd_table_get_group (table, 0, NULL, NULL));
  g_assert_cmpstr (yd_table_get_group (table, 2, &first, &n_columns), ==, "两栏");
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (n_columns, ==, 2);
}

static const struct
{
  const char *title;
  gboolean    landscape;
  const char *set;
} titles[] = {
  { "2017年全市政务公开工作要点任务分解表", TRUE, "2017年全市政务公开工作要点任务分解表" },
  { "2017年全市政务公开工作要点任务分解表", FALSE, "2017年全市政务公开工作要点任务分解表" },
  { "2017年全市政务公开重点工作要点任务分解表", FALSE,
    "2017年全市政务公开重点工作要点\n任务分解表" },
  { "关于支持自由贸易试验区深化改革创新若干措施的通知任务分解表", TRUE,
    "关于支持自由贸易试验区深化改革创新若干措施的通知\n任务分解表" },
  { "任务分解表", FALSE, "任务分解表" },
  { "关于支持自由贸易试验区深化改革创新若干措施的通知里的任务", FALSE,
    "关于支持自由贸易试验区深化改革创新若干措施的通知里的任务" },
};

static void
test_title (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr(YdTable) table = yd_table_new ("任务分解表", titles[i].title);
      g_autofree char *set = NULL;

      yd_page_style_set_landscape (yd_table_get_style (table), titles[i].landscape);
      set = _yd_table_dup_title (table);
      g_assert_cmpstr (set, ==, titles[i].set);
    }
}

/* Nothing is left over; a short heading has its line where there is room. */
static void
test_widths (void)
{
  g_autoptr(YdTable) table = yd_table_new ("表", "表");
  g_autofree guint *wide = NULL, *narrow = NULL;

  yd_table_add_column (table, "a", "序号", 1, YD_ALIGN_CENTER);
  yd_table_add_column (table, "b", "主要内容", 50, YD_ALIGN_START);
  yd_table_add_column (table, "c", "完成时限", 2, YD_ALIGN_START);
  wide = _yd_table_dup_widths (table, 12000);
  g_assert_cmpuint (wide[0], >=, 2 * 12 * YD_TWIPS);
  g_assert_cmpuint (wide[2], >=, 4 * 12 * YD_TWIPS);
  g_assert_cmpuint (wide[0] + wide[1] + wide[2], ==, 12000);
  narrow = _yd_table_dup_widths (table, 1060);
  g_assert_cmpuint (narrow[0], ==, 20);
  g_assert_cmpuint (narrow[0] + narrow[1] + narrow[2], ==, 1060);
}

static void
test_style (void)
{
  g_autoptr(YdPageStyle) style = yd_page_style_new ();
  g_autoptr(YdPageStyle) copy = NULL;

  /* 版心 156 × 225 mm, whichever way the sheet lies. */
  g_assert_cmpfloat_with_epsilon (yd_page_style_get_width (style), 225 * 72 / 25.4, 0.01);
  g_assert_cmpfloat_with_epsilon (yd_page_style_get_height (style), 156 * 72 / 25.4, 0.01);
  copy = yd_page_style_copy (style);
  yd_page_style_set_landscape (copy, FALSE);
  g_assert_cmpfloat_with_epsilon (yd_page_style_get_width (copy), 156 * 72 / 25.4, 0.01);
  g_assert_cmpfloat_with_epsilon (yd_page_style_get_height (copy), 225 * 72 / 25.4, 0.01);
  yd_page_style_set_font (copy, YD_FONT_BODY, "仿宋", 10.5);
  g_assert_cmpstr (style->fonts[YD_FONT_BODY].family, ==, "仿宋_GB2312");
  g_assert_cmpstr (copy->fonts[YD_FONT_BODY].family, ==, "仿宋");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (clean_cases); i++)
    g_test_add_data_func (clean_cases[i].name, &clean_cases[i], test_clean);
  for (guint i = 0; i < G_N_ELEMENTS (lines_cases); i++)
    g_test_add_data_func (lines_cases[i].name, &lines_cases[i], test_lines);
  g_test_add_func ("/text/xml", test_xml);
  g_test_add_func ("/table/rows", test_rows);
  g_test_add_func ("/table/groups", test_groups);
  g_test_add_func ("/table/title", test_title);
  g_test_add_func ("/table/widths", test_widths);
  g_test_add_func ("/page-style/margins", test_style);

  return g_test_run ();
}
