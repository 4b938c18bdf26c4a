/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-grid-axis.h"

#include <math.h>

static const double mixed[] = { 10, 0, 30, 0, 0, 5.5, 20 };

typedef struct
{
  const char *name;
  guint       n_items;
  double      size;           /* or those of mixed[] if it is zero */
  double      offset;
  double      length;
  guint       first;
  guint       end;
} VisibleCase;

static const VisibleCase visible_cases[] = {
  { "nothing at all", 0, 27, 0, 100, 0, 0 },
  { "from the beginning", 100, 27, 0, 54, 0, 2 },
  { "the next begins where the sight ends", 100, 27, 27, 54, 1, 3 },
  { "one pixel of the next", 100, 27, 0, 55, 0, 3 },
  { "cut at both ends", 100, 27, 26, 2, 0, 2 },
  { "the last", 100, 27, 2673, 27, 99, 100 },
  { "more room than there is", 3, 27, 0, 1000, 0, 3 },
  { "beyond the end", 3, 27, 81, 100, 2, 2 },
  { "before the beginning", 3, 27, -50, 40, 0, 0 },
  { "drawn beyond the beginning", 3, 27, -50, 60, 0, 1 },
  { "no room", 3, 27, 30, 0, 1, 1 },
  { "a fraction of a pixel", 365, 4.36, 43.6, 8.72, 10, 12 },
  { "very many", 100000000, 27, 2699999946.0, 54, 99999998, 100000000 },
  { "mixed, all", 7, 0, 0, 65.5, 0, 7 },
  { "mixed, what has no size is not begun with", 7, 0, 10, 5, 2, 3 },
  { "mixed, a part of the last two", 7, 0, 44, 3, 5, 7 },
};

/* Where the sight begins and ends, and nothing in it is missed. */
static void
test_visible (gconstpointer data)
{
  const VisibleCase *test = data;
  YdGridAxis axis = { 0 };
  guint first, end;

  if (test->size > 0)
    yd_grid_axis_set_uniform (&axis, test->n_items, test->size);
  else
    yd_grid_axis_set_sizes (&axis, test->n_items, mixed);

  yd_grid_axis_get_visible (&axis, test->offset, test->length, &first, &end);
  g_assert_cmpuint (first, ==, test->first);
  g_assert_cmpuint (end, ==, test->end);
  yd_grid_axis_clear (&axis);
}

typedef struct
{
  const char *name;
  guint       index;
  double      offset;
  double      length;
  double      expected;
} RevealCase;

static const RevealCase reveal_cases[] = {
  { "in sight", 3, 27, 270, 27 },
  { "above", 3, 200, 270, 81 },
  { "cut above", 3, 90, 270, 81 },
  { "below", 20, 0, 270, 297 },
  { "cut below", 9, 0, 269, 1 },
  { "the last that fits", 9, 0, 270, 0 },
  { "larger than the sight", 4, 500, 20, 108 },
};

static void
test_reveal (gconstpointer data)
{
  const RevealCase *test = data;
  YdGridAxis axis = { 0 };

  yd_grid_axis_set_uniform (&axis, 100, 27);
  g_assert_cmpfloat (yd_grid_axis_reveal (&axis, test->index, test->offset, test->length), ==,
                     test->expected);
  yd_grid_axis_clear (&axis);
}

/* What begins somewhere is found there, and what follows stands where it ends. */
static void
check_axis (const YdGridAxis *axis)
{
  double end = 0;

  for (guint i = 0; i < axis->n_items; i++)
    {
      const double start = yd_grid_axis_get_start (axis, i);
      const double size = yd_grid_axis_get_size (axis, i);

      g_assert_cmpfloat (fabs (start - end), <, 1e-6);
      end = start + size;
      if (size > 0)
        g_assert_cmpuint (yd_grid_axis_find (axis, start + size / 2), ==, i);
    }

  g_assert_cmpfloat (fabs (yd_grid_axis_get_total (axis) - end), <, 1e-6);
  g_assert_cmpuint (yd_grid_axis_find (axis, -1), ==, 0);
  g_assert_cmpuint (yd_grid_axis_find (axis, end + 1e6), ==, MAX (axis->n_items, 1) - 1);
  g_assert_cmpfloat (yd_grid_axis_get_size (axis, axis->n_items), ==, 0);
}

static void
test_uniform (void)
{
  YdGridAxis axis = { 0 };

  yd_grid_axis_set_uniform (&axis, 1000, 27);
  check_axis (&axis);
  yd_grid_axis_set_uniform (&axis, 1000, 4.36);
  check_axis (&axis);
  yd_grid_axis_set_uniform (&axis, 0, 27);
  check_axis (&axis);
  yd_grid_axis_clear (&axis);
}

static void
test_mixed (void)
{
  YdGridAxis axis = { 0 };
  double sizes[500];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    sizes[i] = (i * 7 % 5) * 6.5 + 0.25 * (i % 3);
  yd_grid_axis_set_sizes (&axis, G_N_ELEMENTS (sizes), sizes);
  check_axis (&axis);
  yd_grid_axis_set_sizes (&axis, 0, NULL);
  check_axis (&axis);
  yd_grid_axis_clear (&axis);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (visible_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/grid/axis/visible/%s", visible_cases[i].name);

      g_test_add_data_func (path, &visible_cases[i], test_visible);
    }
  for (guint i = 0; i < G_N_ELEMENTS (reveal_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/grid/axis/reveal/%s", reveal_cases[i].name);

      g_test_add_data_func (path, &reveal_cases[i], test_reveal);
    }
  g_test_add_func ("/grid/axis/uniform", test_uniform);
  g_test_add_func ("/grid/axis/mixed", test_mixed);

  return g_test_run ();
}
