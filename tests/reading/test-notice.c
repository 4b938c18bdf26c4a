/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-notice-reading.h"

#include <string.h>

/* Texts written for this test from the facts, worded as such notices were worded then. */
#define HEAD(YEAR, NUMBER) \
  "国务院办公厅关于" YEAR "年部分节假日安排的通知\n" \
  "国办发明电〔" NUMBER "号\n" \
  "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：\n" \
  "　　经国务院批准，现将" YEAR "年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的" \
  "具体安排通知如下。\n"
#define FOOT(DAY) \
  "　　节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作，遇有重大突发事件，要按规定及时报告" \
  "并妥善处置，确保人民群众祥和平安度过节日假期。\n" \
  "国务院办公厅\n" DAY "\n"

static const char text_2019[] =
  HEAD ("2019", "2018〕99")
  "　　一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。\n"
  "　　二、春节：2月4日至10日放假调休，共7天。2月2日（星期六）、2月3日（星期日）上班。\n"
  "　　三、清明节：4月5日放假，与周末连休。\n"
  "　　四、劳动节：5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。\n"
  "　　五、端午节：6月7日放假，与周末连休。\n"
  "　　六、中秋节：9月13日放假，与周末连休。\n"
  "　　七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。\n"
  FOOT ("2018年12月1日");

static const char text_2024[] =
  HEAD ("2024", "2023〕99")
  "　　一、元旦：1月1日放假，与周末连休。\n"
  "　　二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪"
  "年休假等制度落实，安排职工在除夕（2月9日）休息。\n"
  "　　三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。\n"
  "　　四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。\n"
  "　　五、端午节：6月10日放假，与周末连休。\n"
  "　　六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。\n"
  "　　七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。\n"
  FOOT ("2023年10月25日");

static const char text_2025[] =
  HEAD ("2025", "2024〕99")
  "一、元旦：1月1日（周三）放假1天，不调休。\n"
  "二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、"
  "2月8日（周六）上班。\n"
  "三、清明节：4月4日（周五）至6日（周日）放假，共3天。\n"
  "四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。\n"
  "五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。\n"
  "六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。\n"
  FOOT ("2024年11月12日");

static const struct { int year; const char *text; const char *issued; } papers[] = {
  { 2019, text_2019, "2018-12-01" },
  { 2024, text_2024, "2023-10-25" },
  { 2025, text_2025, "2024-11-12" },
};

static YdNotice *
find_known (GPtrArray *known,
            int        year)
{
  for (guint i = 0; i < known->len; i++)
    if (((YdNotice *) g_ptr_array_index (known, i))->year == year)
      return g_ptr_array_index (known, i);

  g_assert_not_reached ();
}

static void
test_papers (void)
{
  g_autoptr(GPtrArray) known = yd_notice_list_known (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr(YdNoticeReading) reading = yd_notice_reading_new (papers[i].text, NULL);
      YdNotice *expected = find_known (known, papers[i].year);
      g_autofree char *issued = yd_day_dup (reading->notice->issued);

      for (guint k = 0; k < reading->problems->len; k++)
        g_test_message ("%s", g_array_index (reading->problems, YdNoticeProblem, k).message);
      g_assert_cmpuint (reading->problems->len, ==, 0);
      g_assert_cmpint (reading->notice->year, ==, papers[i].year);
      g_assert_cmpstr (issued, ==, papers[i].issued);
      g_assert_true (g_str_has_prefix (reading->notice->number, "国办发明电〔20"));
      g_assert_true (yd_notice_equal (reading->notice, expected));

      for (guint k = 0; k < expected->days->len; k++)
        if (papers[i].year != 2025)     /* there two festivals may be called either way */
          g_assert_cmpstr (g_array_index (reading->notice->days, YdNoticeDay, k).name, ==,
                           g_array_index (expected->days, YdNoticeDay, k).name);
    }
}

#define ONE "现将2024年放假安排通知如下。\n一、元旦：1月1日放假。\n"

/* A sentence, and how often it cannot be taken as it stands. */
static const struct { const char *sentence; guint n_problems; } problem_cases[] = {
  { "二、春节：2月10日至17日放假调休，共8天。", 0 },
  { "二、春节：2月10日—17日放假，共8天；2月4日（周日）上班。", 0 },
  { "二、春节：2月10日至17日放假调休，共8天，2月4日（星期日）、18日（星期日）上班。", 0 },
  { "二、春节：２月１０日至１７日放假调休。", 0 },
  { "鼓励各单位安排职工在除夕（2月9日）休息。", 0 },
  { "放假期间要妥善安排值班。", 0 },
  { "各部门要做好工作。", 0 },
  { "（二）春节：2月10日放假。", 0 },
  { "2. 春节：2月10日放假。", 0 },
  { "二、春节：2月10日至17日放假调休，共7天。", 1 },
  { "二、春节：2月10日（星期日）放假。", 1 },
  { "二、春节：2月30日放假。", 1 },
  { "二、春节：2月10日放假，机关除外。", 1 },
  { "二、春节：2月10日下午放假。", 1 },
  { "二、春节：2月10日起放假。", 1 },
  { "春节假期延长3天。", 1 },
  { "中秋节当天放假，请妥善安排值班。", 1 },
  { "春节假期延长至2月2日。", 1 },
  { "2月4日上班，鼓励错峰出行。", 1 },
  { "二、春节：2月17日至10日放假。", 1 },
  { "二、春节：1月1日放假。", 1 },
  { "二、春节：2月10日至12月31日放假。", 1 },
  { "2月10日", 1 },
};

static void
test_problems (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (problem_cases); i++)
    {
      g_autofree char *text = g_strconcat (ONE, problem_cases[i].sentence, NULL);
      g_autoptr(YdNoticeReading) reading = yd_notice_reading_new (text, NULL);
      const guint start = g_utf8_strlen (ONE, -1);

      g_test_message ("%s", problem_cases[i].sentence);
      g_assert_cmpuint (reading->problems->len, ==, problem_cases[i].n_problems);
      for (guint k = 0; k < reading->problems->len; k++)
        {
          const YdNoticeProblem *at = &g_array_index (reading->problems, YdNoticeProblem, k);

          g_assert_cmpuint (at->span.start, >=, start);
          g_assert_cmpuint (at->span.end, <=, g_utf8_strlen (text, -1));
          g_assert_cmpuint (at->span.start, <, at->span.end);
        }
    }
}

/* What is no notice at all is not read either. */
static void
test_hopeless (void)
{
  g_autoptr(GString) text = g_string_new ("2024年");

  for (guint i = 0; i < 40000; i++)
    g_string_append (text, i % 2 ? "1月1日、" : "(((");

  for (guint i = 0; i < 5; i++)
    {
      const char *texts[] = { "", "\xff\xfe", "2024年", "一、元旦：1月1日放假。", text->str };
      g_autoptr(YdNoticeReading) reading = yd_notice_reading_new (texts[i], NULL);

      g_assert_cmpuint (reading->problems->len, >, 0);
    }
}

/* A form that a person can correct: written and read again it is the same. */
static void
test_own_form (void)
{
  g_autoptr(GPtrArray) known = yd_notice_list_known (NULL);

  g_assert_cmpuint (known->len, ==, 2026 - 2004 + 1);
  for (guint i = 0; i < known->len; i++)
    {
      YdNotice *notice = g_ptr_array_index (known, i);
      g_autofree char *text = yd_notice_dup_text (notice);
      g_autoptr(GError) error = NULL;
      g_autoptr(YdNotice) again = yd_notice_parse (text, "notice", &error);
      g_autofree char *text_again = NULL;

      g_assert_no_error (error);
      text_again = yd_notice_dup_text (again);
      g_assert_cmpstr (text_again, ==, text);
      g_assert_cmpint (notice->verified, ==, notice->year >= 2007);
    }
}

static const struct { const char *text; const char *message; } broken[] = {
  { "", "2024.txt: it says no year (年份), or no day." },
  { "年份 2024\n", "2024.txt: it says no year (年份), or no day." },
  { "年份 MMXXIV\n", "line 1: a number from 1949 to 2100 is wanted here." },
  { "年份\n", "line 1: a number from 1949 to 2100 is wanted here." },
  { "年份 2024\n休 2024-02-30\n", "line 2: a day is written as 2024-02-10, from 1949 to 2100." },
  { "年份 2024\n休\n", "line 2: a day is written as 2024-02-10, from 1949 to 2100." },
  { "年份 2024\n休 2024-02-10 至\n", "line 2: a day is written as 2024-02-10, from 1949 to 2100." },
  { "年份 2024\n休 2024-02-10 至 2024-02-01\n", "line 2: the last day does not fit the first." },
  { "年份 2024\n休 2024-02-10 至 2024-09-01\n", "line 2: the last day does not fit the first." },
  { "年份 2024\n休 2024-02-10\n班 2024-02-10\n", "line 3: 2024-02-10 is named twice." },
  { "年份 2024\n闲 2024-02-10\n", "line 2: “闲” is not understood." },
  { "年份 2024\n文号\n", "line 2: nothing stands behind “文号”." },
  { "\xff\xfe", "2024.txt: this is not text in UTF-8." },
};

static void
test_broken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(YdNotice) notice = yd_notice_parse (broken[i].text, "2024.txt", &error);

      g_assert_null (notice);
      g_assert_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, broken[i].message));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notice/papers", test_papers);
  g_test_add_func ("/notice/problems", test_problems);
  g_test_add_func ("/notice/hopeless", test_hopeless);
  g_test_add_func ("/notice/own-form", test_own_form);
  g_test_add_func ("/notice/broken", test_broken);

  return g_test_run ();
}
