/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-month-days.h"
#include "yd-month-layout.h"

/* Which days a month shows, which week they are of, and where things are in a day. */

typedef struct
{
  const char *path;
  const char *day;
  const char *first_cell;
  const char *last;
  int         week;
} MonthCase;

static const MonthCase month_cases[] = {
  { "/month/days/national-day",    "2017-10-11", "2017-09-25", "2017-10-31", 41 },
  { "/month/days/spring-festival", "2026-02-17", "2026-01-26", "2026-02-28", 8 },
  { "/month/days/begins-monday",   "2017-05-01", "2017-05-01", "2017-05-31", 18 },
  { "/month/days/begins-sunday",   "2017-10-01", "2017-09-25", "2017-10-31", 39 },
  { "/month/days/leap",            "2020-02-29", "2020-01-27", "2020-02-29", 9 },
  { "/month/days/week-of-last",    "2016-01-01", "2015-12-28", "2016-01-31", 53 },
  { "/month/days/week-of-next",    "2018-12-31", "2018-11-26", "2018-12-31", 1 },
  { "/month/days/first-day",       "1949-01-01", "1948-12-27", "1949-01-31", 53 },
  { "/month/days/last-day",        "2100-12-31", "2100-11-29", "2100-12-31", 52 },
};

static void
test_month (gconstpointer data)
{
  const MonthCase *month = data;
  const YdDay day = yd_day_parse (month->day);
  char text[YD_DAY_SIZE];

  g_assert_cmpstr (yd_day_format (yd_month_get_first_cell (day), text), ==, month->first_cell);
  g_assert_cmpstr (yd_day_format (yd_month_get_last (day), text), ==, month->last);
  g_assert_cmpint (yd_month_get_week (day), ==, month->week);
  g_assert_cmpint (yd_day_get_weekday (yd_month_get_first_cell (day)), ==, 1);
}

typedef struct
{
  const char *day;
  int         n;
  const char *there;
} StepCase;

static const StepCase step_cases[] = {
  { "2017-10-11", 1, "2017-11-11" },
  { "2017-10-31", 1, "2017-11-30" },
  { "2017-10-31", -8, "2017-02-28" },
  { "2016-01-31", 1, "2016-02-29" },
  { "2017-12-15", 1, "2018-01-15" },
  { "2017-01-15", -1, "2016-12-15" },
  { "2017-01-15", -13, "2015-12-15" },
  { "2017-01-15", 24, "2019-01-15" },
  { "1949-01-15", -1, "1949-01-15" },
  { "2100-12-15", 1, "2100-12-15" },
};

static void
test_step (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (step_cases); i++)
    {
      char text[YD_DAY_SIZE];

      g_assert_cmpstr (yd_day_format (yd_month_step (yd_day_parse (step_cases[i].day),
                                                     step_cases[i].n), text),
                       ==, step_cases[i].there);
    }
}

/* Each day of a year is in one of its weeks, and no year has more than there is room for. */
static void
test_years (void)
{
  for (int year = YD_YEAR_FIRST; year <= YD_YEAR_LAST; year++)
    {
      const YdDay first = yd_year_get_first_week (year);
      const guint n_weeks = yd_year_count_weeks (year);

      g_assert_cmpuint (n_weeks, <=, YD_YEAR_N_WEEKS);
      g_assert_cmpint (first, <=, yd_day_new (year, 1, 1));
      g_assert_cmpint (first + 7, >, yd_day_new (year, 1, 1));
      g_assert_cmpint (first + (int) n_weeks * 7, >, yd_day_new (year, 12, 31));
      g_assert_cmpint (first + (int) n_weeks * 7 - 7, <=, yd_day_new (year, 12, 31));
    }
}

typedef struct
{
  const char *path;
  int         body;
  int         caption;
  double      height;
  guint       n_chips;
  guint       n_shown;
} FitCase;

static const FitCase fit_cases[] = {
  { "/month/layout/nothing",      18, 15, 104, 0, 0 },
  { "/month/layout/all",          18, 15, 104, 3, 3 },
  { "/month/layout/one-too-many", 18, 15, 104, 4, 2 },
  { "/month/layout/thousands",    18, 15, 104, 5000, 2 },
  { "/month/layout/one-place",    18, 15, 60, 1, 1 },
  { "/month/layout/only-how-many", 18, 15, 60, 2, 0 },
  { "/month/layout/no-place",     18, 15, 30, 2, 0 },
  { "/month/layout/large-text",   27, 22, 104, 2, 2 },
  { "/month/layout/large-more",   27, 22, 104, 3, 1 },
};

static void
test_fit (gconstpointer data)
{
  const FitCase *fit = data;
  const graphene_rect_t day = GRAPHENE_RECT_INIT (10, 20, 150, fit->height);
  graphene_rect_t chip;
  YdMonthLayout layout;

  yd_month_layout_init (&layout, fit->body, fit->caption);
  g_assert_cmpuint (yd_month_layout_fit (&layout, fit->height, fit->n_chips), ==, fit->n_shown);

  /* What is shown is inside of the day, and found where it is. */
  for (guint i = 0; i < fit->n_shown; i++)
    {
      yd_month_layout_get_chip (&layout, &day, i, &chip);
      g_assert_true (graphene_rect_contains_rect (&day, &chip));
      g_assert_cmpuint (yd_month_layout_find_chip (&layout, &day, fit->n_chips, chip.origin.x + 1,
                                                   chip.origin.y + chip.size.height / 2), ==, i);
    }
  g_assert_cmpuint (yd_month_layout_find_chip (&layout, &day, fit->n_chips, 20, 25), ==,
                    YD_MONTH_NO_CHIP);
  if (fit->n_shown == fit->n_chips)
    return;

  /* So is what says how many more there are. */
  yd_month_layout_get_chip (&layout, &day, fit->n_shown, &chip);
  g_assert_cmpuint (yd_month_layout_find_chip (&layout, &day, fit->n_chips, chip.origin.x + 1,
                                               chip.origin.y + 1), ==, fit->n_shown);
}

/* The least height has room for something. */
static void
test_least (void)
{
  YdMonthLayout layout;

  for (int body = 12; body < 60; body++)
    {
      yd_month_layout_init (&layout, body, body * 5 / 6);
      g_assert_cmpuint (yd_month_layout_fit (&layout, yd_month_layout_get_least (&layout), 1), ==,
                        1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (month_cases); i++)
    g_test_add_data_func (month_cases[i].path, &month_cases[i], test_month);
  for (guint i = 0; i < G_N_ELEMENTS (fit_cases); i++)
    g_test_add_data_func (fit_cases[i].path, &fit_cases[i], test_fit);
  g_test_add_func ("/month/days/step", test_step);
  g_test_add_func ("/month/days/years", test_years);
  g_test_add_func ("/month/layout/least", test_least);

  return g_test_run ();
}
