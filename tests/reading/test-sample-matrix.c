/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-slice.h"
#include "yd-test-sample.h"

/* The sample as a matrix, by the numbers of DOMAIN.md §6.2. */

static const char * const nine[] = {
  "东宝区", "掇刀区", "沙洋县", "钟祥市", "京山县", "漳河新区", "屈家岭管理区", "荆门高新区",
  "大柴湖开发区", NULL
};
static const char * const five[] = { "东宝区", "掇刀区", "沙洋县", "钟祥市", "京山县", NULL };

static YdMatrixCounts
count_column (YdMatrix   *matrix,
              const char *name)
{
  YdRow *unit = yd_test_sample_find_unit (yd_matrix_get_plan (matrix), name);
  YdMatrixCounts printed, unfolded;

  yd_matrix_get_column_counts (matrix, yd_matrix_find_column (matrix, unit), &printed, &unfolded);

  return printed;
}

static void
test_printed (void)
{
  g_autoptr(YdPlan) plan = yd_test_sample_read ();
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);
  YdMatrixTotals totals;

  yd_matrix_get_totals (matrix, &totals);
  g_assert_cmpuint (totals.n_points, ==, 22);
  g_assert_cmpuint (totals.n_units, ==, 37);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 27);
  g_assert_cmpuint (yd_matrix_get_n_columns (matrix), ==, 37);
  g_assert_cmpuint (totals.printed.n[YD_ROLE_NONE], ==, 80);
  g_assert_cmpuint (totals.printed.n[YD_ROLE_LEAD], ==, 5);
  g_assert_cmpuint (totals.printed.n[YD_ROLE_RESPONSIBLE], ==, 75);
  g_assert_cmpuint (totals.unfolded.n[YD_ROLE_NONE], ==, 80);
  g_assert_cmpuint (totals.n_vague, ==, 1);
  g_assert_cmpuint (totals.n_no_lead, ==, 17);
  g_assert_cmpuint (totals.n_each, ==, 16);
  g_assert_cmpuint (totals.n_several_leads, ==, 0);
  g_assert_cmpuint (count_column (matrix, "各县市区").n[YD_ROLE_RESPONSIBLE], ==, 19);
  g_assert_cmpuint (count_column (matrix, "市直各部门").n[YD_ROLE_NONE], ==, 5);
  g_assert_cmpuint (count_column (matrix, "市政府办公室").n[YD_ROLE_LEAD], ==, 5);
  g_assert_cmpuint (count_column (matrix, "市财政局").n[YD_ROLE_NONE], ==, 4);
}

static void
test_heads (void)
{
  static const struct { YdMatrixBand band; guint n; } expected[] = {
    { YD_MATRIX_BAND_LEAD, 1 }, { YD_MATRIX_BAND_DEPARTMENT, 28 }, { YD_MATRIX_BAND_PARTY, 1 },
    { YD_MATRIX_BAND_VERTICAL, 4 }, { YD_MATRIX_BAND_GROUP, 3 },
  };
  g_autoptr(YdPlan) plan = yd_test_sample_read ();
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);

  g_assert_cmpuint (yd_matrix_get_n_heads (matrix), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      YdMatrixHead head;

      yd_matrix_get_head (matrix, i, &head);
      g_assert_cmpint (head.band, ==, expected[i].band);
      g_assert_cmpuint (head.n_columns, ==, expected[i].n);
    }
}

/* Within a band units stand as the document names them first. */
static void
test_order (void)
{
  static const char * const names[] = {
    "市政府办公室", "市审改办", "市行政审批局", "市项目服务局", "市发改委", "市经信委", "市住建委",
  };
  g_autoptr(YdPlan) plan = yd_test_sample_read ();
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (yd_matrix_find_column (matrix, yd_test_sample_find_unit (plan, names[i])),
                      ==, i);
}

static void
test_tail (void)
{
  g_autoptr(YdPlan) plan = yd_test_sample_read ();
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);
  YdMatrixTotals totals;

  yd_matrix_set_flags (matrix, YD_MATRIX_TAIL);
  yd_matrix_get_totals (matrix, &totals);
  g_assert_cmpuint (yd_matrix_get_n_rows (matrix), ==, 28);
  g_assert_cmpuint (totals.n_points, ==, 22);
  g_assert_cmpuint (totals.n_units, ==, 38);
  g_assert_cmpuint (totals.printed.n[YD_ROLE_NONE], ==, 81);
}

static void
test_members (const char * const *names,
              guint               n_unfolded)
{
  const guint n = g_strv_length ((char **) names);
  g_autoptr(YdPlan) plan = yd_test_sample_read ();
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);
  YdRow *group = yd_test_sample_find_unit (plan, "各县市区");
  YdMatrixTotals totals;

  yd_test_sample_set_members (plan, "各县市区", names);
  yd_matrix_get_totals (matrix, &totals);
  g_assert_cmpuint (totals.n_units, ==, 37);
  g_assert_cmpuint (yd_matrix_get_n_columns (matrix), ==, 37);
  g_assert_cmpuint (totals.printed.n[YD_ROLE_NONE], ==, 80);
  g_assert_cmpuint (totals.unfolded.n[YD_ROLE_NONE], ==, n_unfolded);

  yd_matrix_set_unfolded (matrix, group, TRUE);
  yd_matrix_get_totals (matrix, &totals);
  g_assert_cmpuint (totals.n_units, ==, 37);
  g_assert_cmpuint (yd_matrix_get_n_columns (matrix), ==, 37 + n);
  g_assert_cmpuint (totals.printed.n[YD_ROLE_NONE], ==, 80);
  g_assert_cmpuint (totals.unfolded.n[YD_ROLE_NONE], ==, n_unfolded);

  yd_matrix_set_unfolded (matrix, group, FALSE);
  g_assert_cmpuint (yd_matrix_get_n_columns (matrix), ==, 37);
}

static void
test_nine (void)
{
  test_members (nine, 232);
}

static void
test_five (void)
{
  test_members (five, 156);
}

/* 各县市区 alone is counted, though another group has members too. */
static void
test_alone (void)
{
  static const char * const departments[] = { "市财政局", "市发改委", NULL };
  g_autoptr(YdPlan) plan = yd_test_sample_read ();
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);
  YdMatrixTotals totals;

  yd_test_sample_set_members (plan, "各县市区", nine);
  yd_test_sample_set_members (plan, "市直各部门", departments);
  yd_matrix_get_totals (matrix, &totals);
  g_assert_cmpuint (totals.unfolded.n[YD_ROLE_NONE], ==, 237);

  yd_matrix_set_unfolded (matrix, yd_test_sample_find_unit (plan, "各县市区"), TRUE);
  yd_matrix_get_totals (matrix, &totals);
  g_assert_cmpuint (totals.unfolded.n[YD_ROLE_NONE], ==, 232);
}

/* Of the closing duty it is only said that 各地各部门 have something to do. */
static void
test_slice (void)
{
  static const char * const departments[] = { "市财政局", NULL };
  static const struct { const char *path, *via; } expected[] = {
    { "一/(三)", NULL }, { "二/(二)", NULL }, { "二/(三)", NULL }, { "二/(四)", NULL },
    { "五/(一)", "市直各部门" }, { "五/(二)", "市直各部门" }, { "五/(三)", "市直各部门" },
    { "五/(四)", "市直各部门" }, { "五/(五)", "市直各部门" }, { "四/(六)", "市直相关部门" },
  };
  g_autoptr(YdPlan) plan = yd_test_sample_read ();
  g_autoptr(YdMatrix) matrix = yd_matrix_new (plan, NULL);
  g_autoptr(YdSlice) slice = NULL;
  g_autoptr(GPtrArray) leads = NULL, groups = NULL;

  yd_test_sample_set_members (plan, "市直各部门", departments);
  slice = yd_slice_new (matrix, yd_test_sample_find_unit (plan, "市财政局"));
  g_assert_cmpuint (yd_slice_get_n_items (slice), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const YdSliceItem *item = yd_slice_get_item (slice, i);

      g_assert_cmpstr (item->path, ==, expected[i].path);
      g_assert_cmpstr (item->via != NULL ? yd_row_get_cell (item->via, YD_UNIT_NAME) : NULL, ==,
                       expected[i].via);
      g_assert_cmpint (item->role, ==, YD_ROLE_RESPONSIBLE);
      g_assert_cmpint (item->is_vague, ==, i == 9);
    }

  leads = yd_slice_list_leads (slice, 4);
  g_assert_cmpuint (leads->len, ==, 1);
  g_assert_cmpstr (yd_row_get_cell (g_ptr_array_index (leads, 0), YD_UNIT_NAME), ==,
                   "市政府办公室");
  groups = yd_slice_list_open_groups (slice);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpstr (yd_row_get_cell (g_ptr_array_index (groups, 0), YD_UNIT_NAME), ==,
                   "各地各部门");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sample/matrix/printed", test_printed);
  g_test_add_func ("/sample/matrix/heads", test_heads);
  g_test_add_func ("/sample/matrix/order", test_order);
  g_test_add_func ("/sample/matrix/tail", test_tail);
  g_test_add_func ("/sample/matrix/nine", test_nine);
  g_test_add_func ("/sample/matrix/five", test_five);
  g_test_add_func ("/sample/matrix/alone", test_alone);
  g_test_add_func ("/sample/slice", test_slice);

  return g_test_run ();
}
