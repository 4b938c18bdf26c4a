/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix.h"
#include "yd-matrix-pages.h"

#include <malloc.h>
#include <stdlib.h>
#include <time.h>

#include "yd-plan-walk.h"

/* What it costs to make the matrix of 10,000 points and 500 units with four units per point and
 * two groups, to follow an edit, to find a cell, to sort by similarity, and to print. The limit is
 * a walk through the points and their assignments that looks each unit up and keeps nothing.
 */

#define N_EDITS 2000
#define N_UNITS_PER_POINT 4

/* Of the processor, so that others who use the machine do not count. */
static double
get_msec (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static double
get_held_mb (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (info.uordblks + info.hblkhd) / 1024.0 / 1024.0;
}

static void
print_line (const char *name,
            guint       n,
            double      ours,
            double      limit,
            double      mb)
{
  g_print ("{\"bench\": \"%s\", \"n\": %u, \"ours_ms\": %.4f, \"limit_ms\": %.4f, "
           "\"ratio\": %.2f, \"rss_mb\": %.1f}\n", name, n, ours, limit,
           limit > 0 ? ours / limit : 0, mb);
}

static void
add_unit (YdEdit *edit,
          guint   n)
{
  g_autofree char *id = g_strdup_printf ("u%05u", n), *name = g_strdup_printf ("第%u局", n);

  yd_edit_create (edit, YD_KIND_UNIT, id);
  yd_edit_put (edit, YD_UNIT_NAME, name);
  if (n % 250 == 0)
    yd_edit_put (edit, YD_UNIT_KIND, "group");
}

static void
add_member (YdEdit *edit,
            guint   group,
            guint   unit)
{
  g_autofree char *id = g_strdup_printf ("m%05u", unit);
  g_autofree char *group_id = g_strdup_printf ("u%05u", group);
  g_autofree char *unit_id = g_strdup_printf ("u%05u", unit);

  yd_edit_create (edit, YD_KIND_MEMBER, id);
  yd_edit_put (edit, YD_MEMBER_GROUP, group_id);
  yd_edit_put (edit, YD_MEMBER_UNIT, unit_id);
}

static void
add_point (YdEdit *edit,
           guint   n)
{
  g_autofree char *id = g_strdup_printf ("p%05u", n), *order = g_strdup_printf ("%06u", n);
  g_autofree char *parent = g_strdup_printf ("p%05u", n - n % 100);
  g_autofree char *title = g_strdup_printf ("推进第%u项工作信息公开", n);

  yd_edit_create (edit, YD_KIND_POINT, id);
  yd_edit_put (edit, YD_POINT_ORDER, order);
  yd_edit_put (edit, YD_POINT_KIND, n % 100 == 0 ? "chapter" : "item");
  yd_edit_put (edit, YD_POINT_TITLE, title);
  if (n % 100 != 0)
    yd_edit_put (edit, YD_POINT_PARENT, parent);
}

static void
add_assignment (YdEdit     *edit,
                guint       point,
                guint       unit,
                const char *role)
{
  g_autofree char *point_id = g_strdup_printf ("p%05u", point);
  g_autofree char *unit_id = g_strdup_printf ("u%05u", unit);
  g_autofree char *id = yd_space_derive_id (YD_KIND_ASSIGNMENT, point_id, unit_id, NULL);

  yd_edit_create (edit, YD_KIND_ASSIGNMENT, id);
  yd_edit_put (edit, YD_ASSIGNMENT_POINT, point_id);
  yd_edit_put (edit, YD_ASSIGNMENT_UNIT, unit_id);
  yd_edit_put (edit, YD_ASSIGNMENT_ROLE, role);
}

/* Each chapter has some units of its own, others are anywhere, and half the points have a group. */
static void
add_assignments (YdEdit *edit,
                 GRand  *rand,
                 guint   n_points,
                 guint   n_units)
{
  for (guint p = 0; p < n_points; p++)
    {
      const guint base = p / 100 * 5 % n_units;
      guint taken[N_UNITS_PER_POINT];

      for (guint i = 0; p % 100 != 0 && i < N_UNITS_PER_POINT; i++)
        {
          guint unit = i == 0 && p % 2 == 0 ? 0
                       : i < 3 ? (base + g_rand_int_range (rand, 0, 8)) % n_units
                       : (guint) g_rand_int_range (rand, 0, n_units);
          gboolean again = FALSE;

          for (guint k = 0; k < i; k++)
            again = again || taken[k] == unit;
          taken[i] = unit;
          if (!again)
            add_assignment (edit, p, unit, i == 1 ? "lead" : "responsible");
        }
    }
}

static YdPlan *
make_plan (guint n_points,
           guint n_units)
{
  YdPlan *plan = yd_plan_new ("plan");
  g_autoptr(YdEdit) edit = yd_edit_new ("plan.import", NULL);
  g_autoptr(GError) error = NULL;
  GRand *rand = g_rand_new_with_seed (5);

  yd_edit_create (edit, YD_KIND_PLAN, "plan");
  yd_edit_put (edit, YD_PLAN_TITLE, "计划");
  for (guint i = 0; i < n_units; i++)
    add_unit (edit, i);
  for (guint i = 1; i < n_units / 4; i++)
    add_member (edit, 0, i);
  for (guint i = 0; i < n_points; i++)
    add_point (edit, i);
  add_assignments (edit, rand, n_points, n_units);
  g_rand_free (rand);

  yd_edit_seal (edit, "import");
  if (!yd_space_apply (YD_SPACE (plan), edit, &error))
    g_error ("%s", error->message);

  return plan;
}

static double
measure_walk (YdPlan *plan)
{
  const double start = get_msec ();
  g_autoptr(YdPlanWalk) walk = yd_plan_walk_new (plan);
  volatile guint n = 0;

  for (YdPoint *point; (point = yd_plan_walk_next (walk, NULL, NULL)) != NULL; )
    {
      GListModel *assignments = yd_point_get_assignments (point);
      const guint n_assignments = g_list_model_get_n_items (assignments);

      for (guint i = 0; i < n_assignments; i++)
        {
          g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);

          n += yd_plan_get_unit_of (plan, assignment) != NULL;
        }
    }

  return get_msec () - start;
}

static void
measure_edits (YdPlan *plan,
               guint   n_points,
               double  limit)
{
  static const char * const roles[] = { "lead", "responsible", "support" };
  g_autoptr(GPtrArray) rows = yd_space_list_rows (YD_SPACE (plan), YD_KIND_ASSIGNMENT);
  double spent = 0;

  for (guint i = 0; i < N_EDITS; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i * 7 % rows->len);
      g_autoptr(YdEdit) edit = yd_edit_new ("assignment.role", NULL);
      g_autofree char *id = g_strdup_printf ("e%u", i);
      double start;

      yd_edit_change (edit, YD_KIND_ASSIGNMENT, yd_row_get_id (row), YD_ASSIGNMENT_ROLE,
                      yd_row_get_cell (row, YD_ASSIGNMENT_ROLE), roles[i % 3]);
      yd_edit_seal (edit, id);
      start = get_msec ();
      if (!yd_space_apply (YD_SPACE (plan), edit, NULL))
        abort ();
      spent += get_msec () - start;
    }

  print_line ("matrix-edit", n_points, spent / N_EDITS, limit, 0);
}

/* As many cells as a large screen shows. */
static void
measure_cells (YdMatrix *matrix,
               guint     n_points,
               double    limit)
{
  const guint n_rows = yd_matrix_get_n_rows (matrix), n_columns = yd_matrix_get_n_columns (matrix);
  const double start = get_msec ();
  volatile guint n = 0;

  for (guint frame = 0; frame < 100; frame++)
    for (guint row = 0; row < 60; row++)
      for (guint column = 0; column < 80; column++)
        {
          YdMatrixCell cell;

          n += yd_matrix_get_cell (matrix, (frame * 90 + row) % n_rows,
                                   (frame * 4 + column) % n_columns, &cell);
        }

  print_line ("matrix-screen", n_points, (get_msec () - start) / 100, limit, 0);
}

/* For print the sheet is copied in pieces, each of which keeps the window from its work; the pages
 * are found in a thread.
 */
static void
measure_print (YdMatrix *matrix,
               guint     n_points,
               double    limit)
{
  g_autoptr(YdMatrixSheet) sheet = NULL;
  g_autoptr(YdPages) pages = NULL;
  double start = get_msec (), last = start, longest = 0;
  gboolean more;

  sheet = yd_matrix_sheet_begin (matrix, YD_MATRIX_SHEET_DEFAULT);
  do
    {
      const double before = last;

      more = yd_matrix_sheet_go_on (sheet, matrix, 4);
      last = get_msec ();
      longest = MAX (longest, last - before);
    }
  while (more);
  print_line ("matrix-print-piece", n_points, longest, limit, 0);
  print_line ("matrix-print-copy", n_points, last - start, limit, 0);

  start = get_msec ();
  pages = yd_matrix_pages_new (sheet, YD_PAPER_A4);
  print_line ("matrix-print-pages", n_points, get_msec () - start, limit, 0);
}

static void
measure (guint n_points,
         guint n_units)
{
  g_autoptr(YdPlan) plan = make_plan (n_points, n_units);
  g_autoptr(YdMatrix) matrix = NULL;
  const double limit = measure_walk (plan);
  const double held = get_held_mb ();
  double start = get_msec ();

  matrix = yd_matrix_new (plan, NULL);
  print_line ("matrix-open", n_points, get_msec () - start, limit, get_held_mb () - held);

  measure_cells (matrix, n_points, limit);
  start = get_msec ();
  yd_matrix_set_all_folded (matrix, TRUE);
  yd_matrix_set_all_folded (matrix, FALSE);
  print_line ("matrix-fold", n_points, (get_msec () - start) / 2, limit, 0);

  start = get_msec ();
  yd_matrix_set_column_order (matrix, YD_MATRIX_ORDER_SIMILARITY);
  print_line ("matrix-similarity", n_points, get_msec () - start, limit, get_held_mb () - held);
  yd_matrix_set_column_order (matrix, YD_MATRIX_ORDER_DOCUMENT);

  measure_print (matrix, n_points, limit);
  measure_edits (plan, n_points, limit);
}

int
main (void)
{
  measure (1000, 100);
  measure (10000, 500);

  return 0;
}
