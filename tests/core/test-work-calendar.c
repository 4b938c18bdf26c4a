/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-notice.h"
#include "yd-work-calendar.h"

#include <stdio.h>

/* The facts once more, by the year in which the days lie, written apart from
 * data/calendars: both would have to be wrong in the same way.
 */
typedef struct
{
  int         year;
  int         n_working;
  const char *off;
  const char *made_up;
} YearCase;

static const YearCase years[] = {
  { 2007, 249,
    "1.1-1.3 2.18-2.24 5.1-5.7 10.1-10.7 12.30-12.31",
    "2.17 2.25 4.28-4.29 9.29-9.30 12.29" },
  { 2008, 251,
    "1.1 2.6-2.12 4.4-4.6 5.1-5.3 6.7-6.9 9.13-9.15 9.29-10.5",
    "2.2-2.3 5.4 9.27-9.28" },
  { 2009, 250,
    "1.1-1.3 1.25-1.31 4.4-4.6 5.1-5.3 5.28-5.30 10.1-10.8",
    "1.4 1.24 2.1 5.31 9.27 10.10" },
  { 2010, 250,
    "1.1-1.3 2.13-2.19 4.3-4.5 5.1-5.3 6.14-6.16 9.22-9.24 10.1-10.7",
    "2.20-2.21 6.12-6.13 9.19 9.25-9.26 10.9" },
  { 2011, 250,
    "1.1-1.3 2.2-2.8 4.3-4.5 4.30-5.2 6.4-6.6 9.10-9.12 10.1-10.7",
    "1.30 2.12 4.2 10.8-10.9 12.31" },
  { 2012, 249,
    "1.1-1.3 1.22-1.28 4.2-4.4 4.29-5.1 6.22-6.24 9.30-10.7",
    "1.21 1.29 3.31-4.1 4.28 9.29" },
  { 2013, 250,
    "1.1-1.3 2.9-2.15 4.4-4.6 4.29-5.1 6.10-6.12 9.19-9.21 10.1-10.7",
    "1.5-1.6 2.16-2.17 4.7 4.27-4.28 6.8-6.9 9.22 9.29 10.12" },
  { 2014, 250,
    "1.1 1.31-2.6 4.5 4.7 5.1-5.3 6.2 9.8 10.1-10.7",
    "1.26 2.8 5.4 9.28 10.11" },
  { 2015, 249,
    "1.1-1.3 2.18-2.24 4.5-4.6 5.1 6.20 6.22 9.3-9.5 9.27 10.1-10.7",
    "1.4 2.15 2.28 9.6 10.10" },
  { 2016, 250,
    "1.1 2.7-2.13 4.4 5.1-5.2 6.9-6.11 9.15-9.17 10.1-10.7",
    "2.6 2.14 6.12 9.18 10.8-10.9" },
  { 2017, 249,
    "1.1-1.2 1.27-2.2 4.2-4.4 5.1 5.28-5.30 10.1-10.8",
    "1.22 2.4 4.1 5.27 9.30" },
  { 2018, 250,
    "1.1 2.15-2.21 4.5-4.7 4.29-5.1 6.18 9.24 10.1-10.7 12.30-12.31",
    "2.11 2.24 4.8 4.28 9.29-9.30 12.29" },
  { 2019, 250,
    "1.1 2.4-2.10 4.5 5.1-5.4 6.7 9.13 10.1-10.7",
    "2.2-2.3 4.28 5.5 9.29 10.12" },
  { 2020, 249,
    "1.1 1.24-2.2 4.4-4.6 5.1-5.5 6.25-6.27 10.1-10.8",
    "1.19 2.3 4.26 5.9 6.28 9.27 10.10" },
  { 2021, 250,
    "1.1-1.3 2.11-2.17 4.3-4.5 5.1-5.5 6.12-6.14 9.19-9.21 10.1-10.7",
    "2.7 2.20 4.25 5.8 9.18 9.26 10.9" },
  { 2022, 249,
    "1.1-1.3 1.31-2.6 4.3-4.5 4.30-5.4 6.3-6.5 9.10-9.12 10.1-10.7 12.31",
    "1.29-1.30 4.2 4.24 5.7 10.8-10.9" },
  { 2023, 249,
    "1.1-1.2 1.21-1.27 4.5 4.29-5.3 6.22-6.24 9.29-10.6",
    "1.28-1.29 4.23 5.6 6.25 10.7-10.8" },
  { 2024, 251,
    "1.1 2.10-2.17 4.4-4.6 5.1-5.5 6.10 9.15-9.17 10.1-10.7",
    "2.4 2.18 4.7 4.28 5.11 9.14 9.29 10.12" },
  { 2025, 248,
    "1.1 1.28-2.4 4.4-4.6 5.1-5.5 5.31-6.2 10.1-10.8",
    "1.26 2.8 4.27 9.28 10.11" },
  { 2026, 248,
    "1.1-1.3 2.15-2.23 4.4-4.6 5.1-5.5 6.19-6.21 9.25-9.27 10.1-10.7",
    "1.4 2.14 2.28 5.9 9.20 10.10" },
};

/* Whether `1.1-1.3 2.15` names the day. */
static gboolean
names (const char *list,
       int         month,
       int         day)
{
  g_auto(GStrv) parts = g_strsplit (list, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      int m1, d1, m2, d2;
      const int n = sscanf (parts[i], "%d.%d-%d.%d", &m1, &d1, &m2, &d2);

      g_assert_true (n == 2 || n == 4);
      if (n == 2)
        m2 = m1, d2 = d1;
      if (month * 100 + day >= m1 * 100 + d1 && month * 100 + day <= m2 * 100 + d2)
        return TRUE;
    }

  return FALSE;
}

static gboolean
should_be_working (YdDay day)
{
  int year, month, of_month;
  const YearCase *at;

  yd_day_split (day, &year, &month, &of_month);
  at = &years[year - years[0].year];
  g_assert_cmpint (at->year, ==, year);

  if (names (at->off, month, of_month))
    return FALSE;

  return names (at->made_up, month, of_month) || !yd_day_is_weekend (day);
}

static void
test_every_day (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  const YdDay last = yd_day_new (2026, 12, 31);

  for (YdDay day = yd_day_new (2007, 1, 1); day <= last; day++)
    {
      YdDayInfo info;

      if (yd_work_calendar_is_working (calendar, day) != should_be_working (day))
        g_error ("%s", yd_day_dup (day));

      yd_work_calendar_explain (calendar, day, &info);
      g_assert_cmpint (info.working, ==, should_be_working (day));
      /* The notice for 2027 may still have a say about the last three. */
      g_assert_cmpint (info.provisional, ==, day >= yd_day_new (2026, 12, 29));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    g_assert_cmpint (yd_work_calendar_count (calendar, yd_day_new (years[i].year - 1, 12, 31),
                                             yd_day_new (years[i].year, 12, 31)),
                     ==, years[i].n_working);
}

static const struct { const char *from; int n; const char *to; gboolean certain; } vectors[] = {
  { "2017-06-01", 30, "2017-07-13", TRUE },     { "2017-09-20", 15, "2017-10-17", TRUE },
  { "2017-09-25", 20, "2017-10-27", TRUE },     { "2011-12-30", 1, "2011-12-31", TRUE },
  { "2018-12-28", 1, "2018-12-29", TRUE },      { "2020-01-22", 15, "2020-02-20", TRUE },
  { "2024-09-26", 20, "2024-10-29", TRUE },     { "2026-02-10", 20, "2026-03-16", TRUE },
  { "2017-09-29", 5, "2017-10-12", TRUE },      { "2017-01-20", 15, "2017-02-15", TRUE },
  { "2017-05-26", 1, "2017-05-27", TRUE },      { "2017-07-13", -30, "2017-06-01", TRUE },
  { "2017-06-03", 0, "2017-06-03", TRUE },      { "2017-06-03", -1, "2017-06-02", TRUE },
  { "2026-12-25", 10, "2027-01-08", FALSE },    { "1999-12-31", 1, "2000-01-03", FALSE },
  { "2026-12-25", 1, "2026-12-28", TRUE },      { "2026-12-25", 2, "2026-12-29", FALSE },
  { "2026-12-30", -5, "2026-12-23", FALSE },    { "2025-12-25", 4, "2025-12-31", TRUE },
  { "2017-06-01", 10000, "2056-03-01", FALSE }, { "2100-12-31", 1, "", FALSE },
  { "1949-01-01", -1, "", FALSE },              { "1948-12-31", 5, "", FALSE },
  { "2101-01-01", -5, "", FALSE },              { "9999-12-31", 1, "", FALSE },
  { "2017-06-01", G_MAXINT, "", FALSE },        { "2017-06-01", G_MININT, "", FALSE },
};

static void
test_vectors (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      const YdDay from = yd_day_parse (vectors[i].from);
      const YdDay to = yd_work_calendar_add (calendar, from, vectors[i].n);
      char text[YD_DAY_SIZE];

      g_test_message ("%s %+d", vectors[i].from, vectors[i].n);
      g_assert_cmpstr (yd_day_format (to, text), ==, vectors[i].to);
      g_assert_cmpint (yd_work_calendar_is_certain (calendar, from, to), ==, vectors[i].certain);
    }
}

/* What the notices say of the days of the year before, and so how long those are not certain. */
static void
test_last_days (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);

  for (int year = 2005; year <= 2026; year++)
    {
      guint n;
      const YdNamedDay *days = yd_work_calendar_get_named (calendar, yd_day_new (year - 1, 1, 1),
                                                           yd_day_new (year - 1, 12, 31), &n);

      for (guint i = 0; i < n; i++)
        if (days[i].notice == year)
          g_assert_cmpint (days[i].day, >=, yd_day_new (year - 1, 12, 29));
    }

  g_assert_cmpint (yd_work_calendar_find_unknown (calendar, yd_day_new (2026, 1, 1),
                                                  yd_day_new (2026, 12, 28)), ==, 0);
  g_assert_cmpint (yd_work_calendar_find_unknown (calendar, yd_day_new (2026, 12, 31),
                                                  yd_day_new (2026, 1, 1)), ==, 2027);
  g_assert_cmpint (yd_work_calendar_find_unknown (calendar, yd_day_new (2003, 1, 1),
                                                  yd_day_new (2026, 1, 1)), ==, 2003);
  g_assert_false (yd_work_calendar_is_certain (calendar, YD_DAY_LAST, YD_DAY_LAST));
}

static YdDay
step (YdWorkCalendar *calendar,
      YdDay           day,
      int             n)
{
  while (n != 0)
    {
      day += n > 0 ? 1 : -1;
      if (yd_work_calendar_is_working (calendar, day))
        n += n > 0 ? -1 : 1;
    }

  return day;
}

static void
test_properties (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);
  const YdDay first = yd_day_new (2006, 1, 1), last = yd_day_new (2028, 1, 1);
  g_autoptr(GRand) rand = g_rand_new_with_seed (20170601);

  for (guint i = 0; i < 20000; i++)
    {
      const YdDay day = g_rand_int_range (rand, first, last);
      const int n = g_rand_int_range (rand, -60, 61);
      const YdDay to = yd_work_calendar_add (calendar, day, n);

      g_assert_cmpint (to, ==, step (calendar, day, n));
      g_assert_cmpint (yd_work_calendar_add (calendar, day, n + 1), >, to);
      g_assert_cmpint (yd_work_calendar_add (calendar, day + 1, n), >=, to);
      if (yd_work_calendar_is_working (calendar, day))
        {
          g_assert_cmpint (yd_work_calendar_add (calendar, to, -n), ==, day);
          g_assert_cmpint (yd_work_calendar_count (calendar, day, to), ==, n);
          g_assert_cmpint (yd_work_calendar_count (calendar, to, day), ==, -n);
        }
    }
}

typedef struct
{
  const char *day;
  gboolean    working;
  YdDayWhy    why;
  const char *name;
  int         notice;
  gboolean    provisional;
} WhyCase;

static const WhyCase why_cases[] = {
  { "2017-05-27", TRUE,  YD_DAY_MAKE_UP, "端午节", 2017, FALSE },
  { "2017-05-28", FALSE, YD_DAY_HOLIDAY, "端午节", 2017, FALSE },
  { "2017-06-01", TRUE,  YD_DAY_WEEKDAY, NULL, 0, FALSE },
  { "2017-06-03", FALSE, YD_DAY_WEEKEND, NULL, 0, FALSE },
  { "2018-12-29", TRUE,  YD_DAY_MAKE_UP, "元旦", 2019, FALSE },
  { "2020-02-03", TRUE,  YD_DAY_WEEKDAY, "春节", 2020, FALSE },
  { "2026-12-28", TRUE,  YD_DAY_WEEKDAY, NULL, 0, FALSE },
  { "2026-12-29", TRUE,  YD_DAY_WEEKDAY, NULL, 0, TRUE },
  { "2026-12-31", TRUE,  YD_DAY_WEEKDAY, NULL, 0, TRUE },
  { "2025-12-31", TRUE,  YD_DAY_WEEKDAY, NULL, 0, FALSE },
  { "2006-12-31", TRUE,  YD_DAY_MAKE_UP, "元旦", 2007, FALSE },
  { "2027-01-01", TRUE,  YD_DAY_WEEKDAY, NULL, 0, TRUE },
  { "2003-05-01", TRUE,  YD_DAY_WEEKDAY, NULL, 0, TRUE },
  { "2150-01-03", FALSE, YD_DAY_WEEKEND, NULL, 0, TRUE },
};

static void
test_why (void)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (why_cases); i++)
    {
      const WhyCase *at = &why_cases[i];
      YdDayInfo info;

      g_test_message ("%s", at->day);
      yd_work_calendar_explain (calendar, yd_day_parse (at->day), &info);
      g_assert_cmpint (info.working, ==, at->working);
      g_assert_cmpint (info.why, ==, at->why);
      g_assert_cmpstr (info.name, ==, at->name);
      g_assert_cmpint (info.notice, ==, at->notice);
      g_assert_cmpint (info.provisional, ==, at->provisional);
    }

  g_assert_true (yd_work_calendar_is_announced (calendar, 2026));
  g_assert_false (yd_work_calendar_is_announced (calendar, 2027));
  g_assert_false (yd_work_calendar_is_announced (calendar, G_MAXINT));
  g_assert_cmpint (yd_work_calendar_get_last_announced (calendar), ==, 2026);
}

/* What comes later goes above what came before, and a region does not announce a year. */
static void
test_layers (void)
{
  YdWorkCalendarBuilder *builder = yd_work_calendar_builder_new ();
  const YdDay day = yd_day_new (2020, 2, 3);
  g_autoptr(YdWorkCalendar) calendar = NULL;
  YdDayInfo info;
  guint n;

  yd_work_calendar_builder_add_notice (builder, 2020, NULL, NULL);
  yd_work_calendar_builder_add_day (builder, day, TRUE, "春节");
  yd_work_calendar_builder_add_notice (builder, 2021, "湖北省", "鄂政办〔2020〕1号");
  yd_work_calendar_builder_add_day (builder, day, FALSE, "延长假期");
  yd_work_calendar_builder_add_day (builder, YD_DAY_LAST + 1, TRUE, "遥远");
  calendar = yd_work_calendar_builder_end (builder);

  yd_work_calendar_explain (calendar, day, &info);
  g_assert_false (info.working);
  g_assert_cmpint (info.why, ==, YD_DAY_LOCAL);
  g_assert_cmpstr (info.region, ==, "湖北省");
  g_assert_cmpstr (info.number, ==, "鄂政办〔2020〕1号");
  g_assert_false (yd_work_calendar_is_announced (calendar, 2021));

  yd_work_calendar_get_named (calendar, day - 5, day + 5, &n);
  g_assert_cmpuint (n, ==, 1);
  yd_work_calendar_get_named (calendar, day + 1, G_MAXINT, &n);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/work-calendar/every-day", test_every_day);
  g_test_add_func ("/work-calendar/vectors", test_vectors);
  g_test_add_func ("/work-calendar/last-days", test_last_days);
  g_test_add_func ("/work-calendar/properties", test_properties);
  g_test_add_func ("/work-calendar/why", test_why);
  g_test_add_func ("/work-calendar/layers", test_layers);

  return g_test_run ();
}
