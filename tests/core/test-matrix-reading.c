/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix.h"

#include "yd-test-script.h"

/* A matrix whose plan is read in pieces, and changes meanwhile. */

#define SCRIPT \
  "+plan plan title=计划 issued=2017-06-01; +point a order=a title=甲章 kind=chapter; " \
  "+point a1 parent=a order=a title=子; +point a2 parent=a order=b title=丑; " \
  "+point b order=b title=乙章 kind=chapter; +point b1 parent=b order=a title=寅; " \
  "+unit u name=财政局; +unit v name=国税局; +unit g name=各县 kind=group; +unit m name=东县; " \
  "+member 1 group=g unit=m; +assignment = point=a1 unit=u role=lead check=proposed; " \
  "+assignment = point=a1 unit=g role=responsible; +assignment = point=a2 unit=v role=support; " \
  "+assignment = point=b1 unit=g role=responsible"

/* Every row with its marks, and the totals. */
static char *
dump (YdMatrix *matrix)
{
  GString *out = g_string_new (NULL);
  YdMatrixTotals totals;

  for (guint i = 0; i < yd_matrix_get_n_rows (matrix); i++)
    {
      YdMatrixRow row;

      yd_matrix_get_row (matrix, i, &row);
      g_string_append (out, yd_row_get_id (row.point));
      for (guint k = 0; k < yd_matrix_get_n_columns (matrix); k++)
        {
          YdMatrixColumn column;
          YdMatrixCell cell;

          yd_matrix_get_column (matrix, k, &column);
          if (yd_matrix_get_cell (matrix, i, k, &cell))
            g_string_append_printf (out, " %s:%u/%u%s", yd_row_get_id (column.unit), cell.role,
                                    cell.via_role, cell.is_proposed ? "?" : "");
        }
      g_string_append_c (out, '\n');
    }

  yd_matrix_get_totals (matrix, &totals);
  g_string_append_printf (out, "%u/%u %ux%u", totals.printed.n[YD_ROLE_NONE],
                          totals.unfolded.n[YD_ROLE_NONE], totals.n_points, totals.n_units);

  return g_string_free (out, FALSE);
}

static void
assert_same (YdMatrix *matrix)
{
  g_autoptr(YdMatrix) fresh = yd_matrix_new (yd_matrix_get_plan (matrix), NULL);
  g_autofree char *shown = dump (matrix);
  g_autofree char *expected = dump (fresh);

  g_assert_cmpstr (shown, ==, expected);
}

/* Reads @n_points at a time; after @n_before times the plan changes. */
static void
read_around (const char *script,
             guint       n_points,
             guint       n_before)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdMatrix) matrix = NULL;
  gboolean done = FALSE;

  yd_test_script_must (YD_SPACE (plan), SCRIPT);
  matrix = yd_matrix_new_unread (plan, NULL);
  for (guint i = 0; i < n_before && !done; i++)
    done = yd_matrix_read_next (matrix, n_points);

  if (*script != '\0')
    yd_test_script_must (YD_SPACE (plan), script);
  g_assert_true (done || yd_matrix_get_n_rows (matrix) == 0);

  while (!yd_matrix_read_next (matrix, n_points))
    g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 0);
  assert_same (matrix);
}

static void
test_pieces (void)
{
  static const char * const scripts[] = {
    "", "+point a0 parent=a order=A title=卯", "point a deleted=true", "unit v deleted=true",
    "point b1 parent=a", "+assignment = point=a2 unit=m role=lead",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    for (guint n_points = 1; n_points < 4; n_points++)
      for (guint n_before = 0; n_before < 12; n_before++)
        read_around (scripts[i], n_points, n_before);
}

/* Cells say at once what was confirmed. */
static void
test_proposed (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autofree char *id = yd_space_derive_id (YD_KIND_ASSIGNMENT, "a1", "u", NULL);
  g_autofree char *confirm = g_strdup_printf ("assignment %s check=confirmed", id);
  g_autoptr(YdMatrix) matrix = NULL;
  YdMatrixCell cell;

  yd_test_script_must (YD_SPACE (plan), SCRIPT);
  matrix = yd_matrix_new (plan, NULL);
  g_assert_true (yd_matrix_get_cell (matrix, 1, 0, &cell));
  g_assert_true (cell.is_proposed);

  yd_test_script_must (YD_SPACE (plan), confirm);
  g_assert_true (yd_matrix_get_cell (matrix, 1, 0, &cell));
  g_assert_false (cell.is_proposed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matrix-reading/pieces", test_pieces);
  g_test_add_func ("/matrix-reading/proposed", test_proposed);

  return g_test_run ();
}
