/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-month-chips.h"
#include "yd-month-words.h"

#include "yd-test-script.h"

/* What is due on which day, how it stands, and what is said of it. */

#define PLAN "+plan plan title=计划 issued=2017-06-01; +point a order=a title=甲; " \
  "+point b order=b title=乙; "

typedef struct
{
  const char *path;
  const char *script;
  const char *chips;    /* day:point light, i internal, p proposed, m may be moved; by the day */
} Case;

/* From 2017-09-25, six weeks; today is 2017-10-11. */
static const Case cases[] = {
  { "/month/chips/nothing", PLAN, "" },
  { "/month/chips/stated",
    PLAN "+deadline d1 point=a origin=stated rule=date value=2017-10-10 roll=keep order=a",
    "10-10:a red" },
  { "/month/chips/internal",
    PLAN "+deadline d1 point=a origin=internal rule=date value=2017-10-13 roll=keep order=a",
    "10-13:a yellow im" },
  { "/month/chips/proposed",
    PLAN "+deadline d1 point=a origin=stated rule=date value=2017-10-31 roll=keep order=a "
    "check=proposed",
    "10-31:a grey p" },
  { "/month/chips/begun",
    PLAN "point a started=2017-10-09; "
    "+deadline d1 point=a origin=stated rule=date value=2017-10-31 roll=keep order=a",
    "10-31:a green" },
  { "/month/chips/done-below",
    PLAN "point a finished=2017-10-09; "
    "+deadline d1 point=a origin=internal rule=date value=2017-10-12 roll=keep order=a; "
    "+deadline d2 point=b origin=stated rule=date value=2017-10-12 roll=keep order=a",
    "10-12:b yellow 10-12:a done i" },
  { "/month/chips/two-of-one",
    PLAN "+deadline d1 point=a origin=internal rule=date value=2017-09-29 roll=keep order=a; "
    "+deadline d2 point=a origin=stated rule=date value=2017-10-31 roll=keep order=b",
    "09-29:a red im 10-31:a grey" },
  { "/month/chips/recurring",
    PLAN "+deadline d1 point=a origin=internal rule=recurring value=monthly roll=keep order=a",
    "09-30:a - i 10-31:a grey i" },
  { "/month/chips/outside",
    PLAN "+deadline d1 point=a origin=stated rule=date value=2017-09-24 roll=keep order=a; "
    "+deadline d2 point=b origin=stated rule=date value=2017-11-06 roll=keep order=a", "" },
  /* What a clock is about is opened by the clock; its day cannot be moved. */
  { "/month/chips/clock",
    PLAN "+clock e title=舆情 point=a started=2017-10-11T01:00:00Z; "
    "+clock_step s1 clock=e n=5 measure=hours order=a; "
    "+clock_step s2 clock=e n=24 measure=hours order=b; "
    "+clock f title=申请 started=2017-09-20T01:00:00Z; "
    "+clock_step s3 clock=f n=15 measure=workdays done=2017-10-09T01:00:00Z order=a; "
    "+deadline d1 point=b origin=internal rule=date value=2017-10-17 roll=keep order=a",
    "10-11:e red 10-12:e yellow 10-17:b yellow im 10-17:f done" },
  { "/month/chips/ends",
    PLAN "+deadline d1 point=a origin=stated rule=date value=2017-09-25 roll=keep order=a; "
    "+deadline d2 point=b origin=stated rule=date value=2017-11-05 roll=keep order=a",
    "09-25:a red 11-05:b grey" },
};

typedef struct
{
  YdPlan         *plan;
  YdWorkCalendar *calendar;
  YdSchedule     *schedule;
  YdMonthChips   *chips;
} Fixture;

static void
set_up (Fixture    *fixture,
        const char *script)
{
  const YdMoment now = { yd_day_parse ("2017-10-11"), 15 * 60 };

  fixture->plan = yd_plan_new ("plan");
  fixture->calendar = yd_work_calendar_new_for (NULL, fixture->plan);
  yd_test_script_must (YD_SPACE (fixture->plan), script);
  fixture->schedule = yd_schedule_new (fixture->plan, fixture->calendar, now.day);
  fixture->chips = yd_month_chips_new (fixture->schedule, now, yd_day_parse ("2017-09-25"), 42,
                                       NULL, NULL);
}

static void
tear_down (Fixture *fixture)
{
  yd_month_chips_unref (fixture->chips);
  g_assert_finalize_object (fixture->schedule);
  yd_work_calendar_unref (fixture->calendar);
  g_assert_finalize_object (fixture->plan);
}

static void
append_chip (GString           *out,
             const YdMonthChip *chip)
{
  char day[YD_DAY_SIZE];

  g_string_append_printf (out, "%s%s:%s %s", out->len > 0 ? " " : "",
                          yd_day_format (chip->item.due.day, day) + strlen ("2017-"),
                          yd_row_get_id (yd_month_chip_get_row (chip)),
                          chip->light != YD_LIGHT_NONE ? yd_light_get_name (chip->light) : "-");
  if (chip->internal || chip->proposed)
    g_string_append_printf (out, " %s%s%s", chip->internal ? "i" : "", chip->proposed ? "p" : "",
                            yd_month_chip_is_movable (chip) ? "m" : "");
}

static void
test_case (gconstpointer data)
{
  const Case *chips = data;
  const YdDay first = yd_day_parse ("2017-09-25");
  g_autoptr(GString) out = g_string_new (NULL);
  Fixture fixture;
  guint n = 0;

  set_up (&fixture, chips->script);
  for (YdDay day = first - 3; day < first + 50; day++)
    for (guint i = 0; i < yd_month_chips_get_n (fixture.chips, day); i++, n++)
      append_chip (out, yd_month_chips_get (fixture.chips, day, i));
  g_assert_cmpstr (out->str, ==, chips->chips);
  g_assert_cmpuint (yd_month_chips_count (fixture.chips, first, first + 41), ==, n);
  g_assert_null (yd_month_chips_get (fixture.chips, first, 9));
  tear_down (&fixture);
}

/* A rest day from which something was moved says where it went. */
static void
test_moved (void)
{
  const YdDay saturday = yd_day_parse ("2017-10-28");
  const YdMonthChip *chip;
  g_autofree char *words = NULL;
  Fixture fixture;

  set_up (&fixture, PLAN "+deadline d1 point=a origin=stated rule=date value=2017-10-28 "
                         "roll=previous order=a");
  chip = yd_month_chips_find_moved (fixture.chips, saturday);
  g_assert_nonnull (chip);
  words = yd_month_dup_moved (chip);
  g_assert_cmpstr (words, ==, "earlier: 27");
  g_assert_null (yd_month_chips_find_moved (fixture.chips, saturday - 1));
  g_assert_cmpuint (yd_month_chips_get_n (fixture.chips, saturday - 1), ==, 1);
  tear_down (&fixture);
}

/* What is said of a clock: what for, until when, how much is left. */
static void
test_clock_words (void)
{
  const YdMonthChip *chip;
  g_autofree char *words = NULL, *time = NULL, *task = NULL;
  Fixture fixture;

  set_up (&fixture, PLAN "+clock e title=舆情 point=a started=2017-10-11T01:20:00Z; "
                         "+clock_step s clock=e n=24 measure=hours title=回应 order=a");
  chip = yd_month_chips_get (fixture.chips, yd_day_parse ("2017-10-12"), 0);
  g_assert_nonnull (chip);
  g_assert_false (yd_month_chip_is_movable (chip));
  g_assert_cmpstr (yd_month_get_title (chip), ==, "回应");
  time = yd_month_dup_time (chip);
  g_assert_cmpstr (time, ==, "9:20");
  task = yd_month_dup_task (chip);
  g_assert_cmpstr (task, ==, "一 舆情：回应");
  words = yd_month_dup_chip (chip);
  g_assert_nonnull (strstr (words, "Clock"));
  g_assert_nonnull (strstr (words, "left"));
  tear_down (&fixture);
}

/* 5,000 on one day are found like one. */
static void
test_many (void)
{
  const YdDay day = yd_day_parse ("2017-10-20");
  g_autoptr(GString) script = g_string_new ("+plan plan title=计划");
  Fixture fixture;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (script, "; +point p%04u order=a%04u; +deadline d%04u point=p%04u "
                            "origin=stated rule=date value=2017-10-20 order=a", i, i, i, i);
  set_up (&fixture, script->str);
  g_assert_cmpuint (yd_month_chips_get_n (fixture.chips, day), ==, 5000);
  g_assert_cmpstr (yd_row_get_id (yd_month_chips_get (fixture.chips, day, 4999)->item.point), ==,
                   "p4999");
  tear_down (&fixture);
}

typedef struct
{
  const char *title;
  guint       n_chars;
  const char *text;
} ShortCase;

static const ShortCase short_cases[] = {
  { "推进“放管服”改革信息公开", 6, "放管服改革" },
  { "推进国资国企信息公开", 6, "国资国企" },
  { "推进减税、降费、降低要素成本信息公开", 6, "减税、降费" },
  { "扶贫脱贫和社会救助", 6, "扶贫脱贫" },
  { "加强解读和回应", 6, "解读和回应" },
  { "推进政府和社会资本合作(PPP)项目信息公开", 8, "政府和社会资本" },
  { "推进政府和社会资本合作(PPP)项目信息公开", 7, "政府和社会资本" },
  { "推进政府和社会资本合作(PPP)项目信息公开", 9, "政府和社会资本合作" },
  { "市政府重要民生实事", 8, "市政府重要民生" },
  { "推进招商引资工作信息公开", 6, "招商引资" },
  { "开展基层政务公开标准化规范化建设", 6, "开展基层政务" },
  { "推进", 6, "推进" },
  { "信息公开", 6, "信息公开" },
  { "PPP项目", 6, "PPP项目" },
  { "做好这件事。然后做别的", 6, "这件事" },
  { "", 6, "" },
  { "报送进度", 2, "报送" },
};

static void
test_short (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (short_cases); i++)
    {
      g_autofree char *text = yd_month_dup_short (short_cases[i].title, short_cases[i].n_chars);

      g_assert_cmpstr (text, ==, short_cases[i].text);
    }
}

typedef struct
{
  const char *day;
  const char *festival;
  const char *words;
} DayCase;

static const DayCase day_cases[] = {
  { "2017-10-01", "中秋节、国庆节",
    "2017-10-01 (Sunday), 中秋节、国庆节, Rest Day, nothing due" },
  { "2017-10-02", NULL, "2017-10-02 (Monday), 中秋节、国庆节, Rest Day, nothing due" },
  { "2017-09-30", NULL,
    "2017-09-30 (Saturday), 中秋节、国庆节, Make-up Working Day, nothing due" },
  { "2017-10-11", NULL, "2017-10-11 (Wednesday), Working Day, nothing due" },
  { "2017-10-14", NULL, "2017-10-14 (Saturday), Rest Day, nothing due" },
  { "2026-02-15", "春节", "2026-02-15 (Sunday), 春节, Rest Day, nothing due" },
  { "2025-12-31", NULL, "2025-12-31 (Wednesday), Working Day, nothing due" },
  { "2026-12-28", NULL, "2026-12-28 (Monday), Working Day, nothing due" },
  { "2026-12-29", NULL, "2026-12-29 (Tuesday), Working Day, provisional, nothing due" },
  { "2026-12-31", NULL, "2026-12-31 (Thursday), Working Day, provisional, nothing due" },
  { "2099-01-01", NULL, "2099-01-01 (Thursday), Working Day, provisional, nothing due" },
};

static void
test_days (void)
{
  Fixture fixture;

  set_up (&fixture, PLAN);
  for (guint i = 0; i < G_N_ELEMENTS (day_cases); i++)
    {
      const YdDay day = yd_day_parse (day_cases[i].day);
      g_autofree char *festival = yd_month_dup_festival (fixture.calendar, day);
      g_autofree char *words = yd_month_dup_day (fixture.calendar, day, 0);

      g_assert_cmpstr (festival, ==, day_cases[i].festival);
      g_assert_cmpstr (words, ==, day_cases[i].words);
    }
  tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/month/chips/moved", test_moved);
  g_test_add_func ("/month/chips/clock-words", test_clock_words);
  g_test_add_func ("/month/chips/many", test_many);
  g_test_add_func ("/month/words/short", test_short);
  g_test_add_func ("/month/words/days", test_days);

  return g_test_run ();
}
