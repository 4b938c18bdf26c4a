/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-clock-template.h"
#include "yd-moment.h"
#include "yd-office-edits.h"

#include <string.h>

#include "yd-test-take.h"

/* What clocks are started from: moments as people write them, and templates of the office. */

static const struct { const char *text, *moment; } read_cases[] = {
  { "14:20",                "2017-06-01 14:20" },
  { "１４：２０",            "2017-06-01 14:20" },
  { "14时20分",             "2017-06-01 14:20" },
  { "昨天 23:59",           "2017-05-31 23:59" },
  { "5月27日 8:05",         "2017-05-27 08:05" },
  { "5月27日",              "2017-05-27 00:00" },
  { "2016-12-31 00:00",     "2016-12-31 00:00" },
  { "2016年12月31日9时5分", "2016-12-31 09:05" },
  { "2016-12-31",           "2016-12-31 00:00" },
  { "2017-06-01T10:00:30",  NULL },
  { "24:00",                NULL },
  { "14:60",                NULL },
  { "2017-02-29 10:00",     NULL },
  { "1948-01-01 10:00",     NULL },
  { "99999:00",             NULL },
  { "刚才",                 NULL },
  { "",                     NULL },
};

/* In 2017; a clock's time is no day. */
static const struct { const char *text, *day; } day_cases[] = {
  { "2016-12-31",       "2016-12-31" },
  { "2016年12月31日",   "2016-12-31" },
  { "２０１６／１２／３１", "2016-12-31" },
  { "10-31",            "2017-10-31" },
  { "10月31日",         "2017-10-31" },
  { " 10/31 ",          "2017-10-31" },
  { "10:31",            NULL },
  { "10时31分",         NULL },
  { "14:20",            NULL },
  { "2017-10",          NULL },
  { "2-29",             NULL },
  { "2017-10-31 14:20", NULL },
  { "1948-01-01",       NULL },
  { "昨天",             NULL },
  { "",                 NULL },
};

static void
test_read_day (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (day_cases); i++)
    {
      const YdDay day = yd_moment_read_day (day_cases[i].text, yd_day_new (2017, 6, 1));
      g_autofree char *text = day != YD_DAY_NONE ? yd_day_dup (day) : NULL;

      g_assert_cmpstr (text, ==, day_cases[i].day);
    }

  g_assert_cmpint (yd_moment_read_day ("10-31", YD_DAY_NONE), ==, YD_DAY_NONE);
}

static void
test_read (void)
{
  const YdMoment now = { yd_day_new (2017, 6, 1), 600 };

  for (guint i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      const YdMoment found = yd_moment_read (read_cases[i].text, now);
      g_autofree char *text = yd_moment_is_known (found) ? yd_moment_write (found) : NULL;

      g_assert_cmpstr (text, ==, read_cases[i].moment);
    }
}

/* Cells are in UTC, eight hours behind, which may be the day before. */
static void
test_cells (void)
{
  static const struct { const char *local, *cell; } same[] = {
    { "2017-06-01 09:00", "2017-06-01T01:00:00Z" },
    { "2017-06-01 07:59", "2017-05-31T23:59:00Z" },
    { "2018-01-01 00:00", "2017-12-31T16:00:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *cell = yd_moment_format (yd_test_moment (same[i].local));
      g_autofree char *local = yd_moment_write (yd_moment_parse (same[i].cell));

      g_assert_cmpstr (cell, ==, same[i].cell);
      g_assert_cmpstr (local, ==, same[i].local);
    }

  g_assert_false (yd_moment_is_known (yd_moment_parse (NULL)));
  g_assert_false (yd_moment_is_known (yd_moment_parse ("2017-06-01")));
  g_assert_false (yd_moment_is_known (yd_moment_parse ("1900-06-01T00:00:00Z")));
}

static YdOffice *
make_office (void)
{
  YdOffice *office = yd_office_new ("o");
  GError *error = NULL;
  YdEdit *edit = yd_office_edit_birth ("o", "办公室", &error);

  g_assert_no_error (error);
  yd_test_take (office, edit);

  return office;
}

static YdRow *
find_template (YdOffice   *office,
               const char *title,
               const char *day)
{
  g_autoptr(GPtrArray) rows = yd_clock_template_list_rows (office, yd_day_parse (day));
  YdRow *found = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (yd_row_get_cell (row, YD_CLOCK_TEMPLATE_TITLE), title) == 0)
        {
          g_assert_null (found);        /* one at a time */
          found = row;
        }
    }

  return found;
}

/* The law of the day of the event; DOMAIN.md §2.1 and §2.2 */
static const struct { const char *title, *day, *terms; } template_cases[] = {
  { "依申请公开答复",     "2008-04-30", NULL },
  { "依申请公开答复",     "2017-06-01", "15workdays" },
  { "依申请公开答复",     "2019-05-14", "15workdays" },
  { "依申请公开答复",     "2019-05-15", "7workdays,20workdays" },
  { "重大突发事件回应",   "2017-06-01", "5hours,24hours" },
  { "政务舆情回应",       "2017-06-01", "48hours" },
  { "征求第三方意见",     "2019-05-15", "15workdays" },
  { "征求第三方意见",     "2017-06-01", NULL },
};

static char *
list_terms (YdRow *row)
{
  g_autoptr(YdClockTemplate) template = yd_clock_template_new_for_row (row);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < template->terms->len; i++)
    {
      const YdClockTerm *term = &g_array_index (template->terms, YdClockTerm, i);

      g_string_append_printf (list, "%s%d%s", i > 0 ? "," : "", term->n, term->measure);
    }

  return g_string_free (list, FALSE);
}

static void
test_templates (void)
{
  g_autoptr(YdOffice) office = make_office ();

  for (guint i = 0; i < G_N_ELEMENTS (template_cases); i++)
    {
      YdRow *row = find_template (office, template_cases[i].title, template_cases[i].day);
      g_autofree char *terms = row != NULL ? list_terms (row) : NULL;

      g_assert_cmpstr (terms, ==, template_cases[i].terms);
    }
}

static guint
count_changes (YdEdit *edit)
{
  guint n;

  yd_edit_get_changes (edit, &n);
  yd_edit_unref (edit);

  return n;
}

/* An office that was there before gets what is new, and nothing twice; what it changed or
 * took away stays so.
 */
static void
test_learn (void)
{
  g_autoptr(YdOffice) office = make_office ();
  g_autoptr(YdOffice) older = yd_office_new ("o");
  YdRow *row = find_template (office, "政务舆情回应", "2017-06-01");
  YdEdit *edit = yd_edit_new ("office.new", NULL);

  g_assert_cmpuint (count_changes (yd_office_edit_learn (office, NULL)), ==, 0);
  yd_test_take (office, yd_office_edit_delete_template (row));
  g_assert_cmpuint (count_changes (yd_office_edit_learn (office, NULL)), ==, 0);
  g_assert_null (find_template (office, "政务舆情回应", "2017-06-01"));

  yd_edit_create (edit, YD_KIND_OFFICE, "o");
  yd_edit_put (edit, YD_OFFICE_NAME, "办公室");
  yd_test_take (older, edit);
  yd_test_take (older, yd_office_edit_learn (older, NULL));
  g_assert_nonnull (find_template (older, "政务舆情回应", "2017-06-01"));
}

static const struct { const char *steps, *then; } change_cases[] = {
  { "5hours,24hours", "5hours,24hours" },
  { "5hours,24hours", "4hours,12hours,3days" },
  { "5hours,24hours", "2workdays" },
  { "5hours",         "1hours,2hours,3hours,4hours" },
};

static void
fill (YdClockTemplate *template,
      const char      *steps)
{
  g_auto(GStrv) parts = g_strsplit (steps, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *measure;
      const gint64 n = g_ascii_strtoll (parts[i], &measure, 10);

      yd_clock_terms_add (template->terms, "步骤", n, measure);
    }
}

static void
test_change_template (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (change_cases); i++)
    {
      g_autoptr(YdOffice) office = make_office ();
      g_autoptr(YdClockTemplate) first = yd_clock_template_new ();
      g_autoptr(YdClockTemplate) second = yd_clock_template_new ();
      g_autofree char *terms = NULL;
      YdRow *row;

      first->title = g_strdup ("自定");
      fill (first, change_cases[i].steps);
      yd_test_take (office, yd_office_edit_add_template (first, "t"));
      row = yd_space_lookup (YD_SPACE (office), YD_KIND_CLOCK_TEMPLATE, "t");

      second->title = g_strdup ("改名");
      second->from = yd_day_new (2020, 1, 1);
      fill (second, change_cases[i].then);
      yd_test_take (office, yd_office_edit_change_template (row, second, &yd_test_ids));
      terms = list_terms (row);
      g_assert_cmpstr (terms, ==, change_cases[i].then);
      g_assert_cmpstr (yd_row_get_cell (row, YD_CLOCK_TEMPLATE_TITLE), ==, "改名");
      g_assert_null (find_template (office, "改名", "2019-12-31"));
      g_assert_true (find_template (office, "改名", "2020-01-01") == row);
      g_assert_cmpuint (count_changes (yd_office_edit_change_template (row, second,
                                                                       &yd_test_ids)), ==, 0);
    }
}

static const struct { const char *text; guint line; } broken[] = {
  { "时限 5 小时 回应",                  1 },
  { "模板 a",                            1 },
  { "模板 a 甲\n时限 五 小时 回应",      2 },
  { "模板 a 甲\n时限 5 年 回应",         2 },
  { "模板 a 甲\n时限 0 小时 回应",       2 },
  { "模板 a 甲\n时限 99999 小时 回应",   2 },
  { "模板 a 甲\n\n生效 2019-02-29",      3 },
  { "模板 a 甲\n备注 无",                2 },
  { "模板 a 甲\n回应",                   2 },
  { "\xff",                              1 },
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *place = g_strdup_printf ("x, line %u: ", broken[i].line);

      g_assert_null (yd_clock_template_parse (broken[i].text, "x", &error));
      g_assert_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, place));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/moment/read", test_read);
  g_test_add_func ("/moment/read-day", test_read_day);
  g_test_add_func ("/moment/cells", test_cells);
  g_test_add_func ("/clock-template/by-law", test_templates);
  g_test_add_func ("/clock-template/learn", test_learn);
  g_test_add_func ("/clock-template/change", test_change_template);
  g_test_add_func ("/clock-template/broken", test_broken);

  return g_test_run ();
}
