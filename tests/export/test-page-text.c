/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-page-text-private.h"

#include "yd-table-pages.h"

/* Where lines end. Widths are in Chinese characters of 10 points. */

typedef struct
{
  const char *name;
  const char *text;
  double      width;
  guint       n_lines;
  double      last;         /* width of the last line, in characters */
} Case;

static const Case cases[] = {
  { "empty",        "",                     5, 1, 0 },
  { "one",          "推进政务公",           5, 1, 5 },
  { "two",          "推进政务公开",         5, 2, 1 },
  { "exactly-two",  "推进政务公开信息工作", 5, 2, 5 },
  { "closing",      "推进政务公，开",       5, 2, 3 },     /* 公，goes along */
  { "opening",      "推进政务《公开》",   4.5, 2, 4 },
  { "break",        "一\n二",               5, 2, 1 },
  { "empty-line",   "一\n\n二",             5, 3, 1 },
  { "last-empty",   "一\n",                 5, 2, 0 },
  { "narrow",       "一二三",               0.5, 3, 1 },   /* a letter a line */
  { "dash",         "一——二",               5, 1, 4 },     /* not plain: Pango's */
  { "rare",         "一\xf0\xa0\xae\xb7二", 5, 1, 3 },
  { "spaces",       "推进政务公   开",      5, 2, 1 },     /* they hang over the end */
};

static YdPages *
create_pages (void)
{
  g_autoptr(YdTable) table = yd_table_new ("表", "表");

  yd_table_add_column (table, "a", "栏", 1, YD_ALIGN_START);

  return yd_table_pages_new (table, NULL, NULL);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  const YdFont font = { (char *) "仿宋_GB2312", 10 };
  g_autoptr(YdPages) pages = create_pages ();
  g_autoptr(YdPageText) text = _yd_page_text_new (pages, &font);
  const guint n = _yd_page_text_set (text, test->text, test->width * 10, FALSE);

  g_assert_cmpuint (n, ==, test->n_lines);
  g_assert_cmpfloat_with_epsilon (_yd_page_text_get_line_width (text, n - 1), test->last * 10, 2);
}

static char *
make_text (GRand *rand)
{
  static const char letters[] = "推进“放管服”改革，（公开）。 ab2017-x、《条例》；\n";
  GString *text = g_string_new (NULL);
  const int n = g_rand_int_range (rand, 1, 60);

  for (int i = 0; i < n; i++)
    g_string_append_unichar (text, g_utf8_get_char (g_utf8_offset_to_pointer (
      letters, g_rand_int_range (rand, 0, (int) g_utf8_strlen (letters, -1)))));

  return g_string_free (text, FALSE);
}

/* No line is too wide, and a wider page never needs more of them. */
static void
test_widths (void)
{
  const YdFont font = { (char *) "仿宋_GB2312", 10 };
  g_autoptr(YdPages) pages = create_pages ();
  g_autoptr(YdPageText) text = _yd_page_text_new (pages, &font);
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);

  for (guint seed = 0; seed < 300; seed++)
    {
      g_autofree char *letters = make_text (rand);
      guint before = G_MAXUINT;

      for (double width = 15; width < 300; width += 35)
        {
          const guint n = _yd_page_text_set (text, letters, width, FALSE);

          g_assert_cmpuint (n, <=, before);
          before = n;
          for (guint i = 0; i < n; i++)
            g_assert_cmpfloat (_yd_page_text_get_line_width (text, i), <=, width + 0.1);
        }
    }
}

/* The table of glyphs says what Pango says. */
static void
test_as_pango (void)
{
  const char *letters = "健全清单管理机制推动减权放权深化各地各部门权责清单公开";
  const YdFont font = { (char *) "仿宋_GB2312", 12 };
  g_autoptr(YdPages) pages = create_pages ();
  g_autoptr(YdPageText) text = _yd_page_text_new (pages, &font);
  g_autoptr(PangoLayout) layout = yd_pages_create_layout (pages, &font);

  pango_layout_set_text (layout, letters, -1);
  for (int width = 30; width < 400; width += 7)
    {
      pango_layout_set_width (layout, width * PANGO_SCALE);
      g_assert_cmpint (pango_layout_get_line_count (layout), ==,
                       (int) _yd_page_text_set (text, letters, width, FALSE));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/page-text/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/page-text/widths", test_widths);
  g_test_add_func ("/page-text/as-pango", test_as_pango);

  return g_test_run ();
}
