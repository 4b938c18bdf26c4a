/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-slice.h"

#include "yd-test-script.h"

/* What a unit has is written as `path:role`, `<group` where it is through one, `?` where it may
 * be meant, `*` before who leads besides; at the end the groups without members.
 */
typedef struct
{
  const char *path;
  const char *script;
  const char *unit;
  const char *items;
} Case;

#define PLAN "+plan plan title=计划 issued=2017-06-01; " \
  "+point a order=a title=甲 printed=一、; +point b order=b title=乙 printed=二、; " \
  "+point c order=c title=丙 printed=三、; +point t order=d kind=duty title=尾; " \
  "+unit u name=财政局; +unit v name=国税局; +unit m name=东县; +unit g name=各县 kind=group; " \
  "+unit w name=市直相关部门 kind=group vague=true; +unit x name=各部门 kind=group"
#define GIVE(POINT, UNIT, ROLE) \
  "; +assignment = point=" POINT " unit=" UNIT " role=" ROLE

static const Case cases[] = {
  { "/slice/nothing", PLAN, "u", "" },
  { "/slice/by-role",
    PLAN GIVE ("a", "u", "support") GIVE ("b", "u", "responsible") GIVE ("c", "u", "lead"), "u",
    "三:lead 二:responsible 一:support" },
  { "/slice/document-order", PLAN GIVE ("c", "u", "lead") GIVE ("a", "u", "lead"), "u",
    "一:lead 三:lead" },
  { "/slice/whom-to-turn-to",
    PLAN GIVE ("a", "u", "support") GIVE ("a", "v", "lead") GIVE ("b", "u", "lead"), "u",
    "二:lead 一:support*国税局" },
  { "/slice/through-group",
    PLAN GIVE ("a", "g", "responsible") "; +member 1 group=g unit=m", "m",
    "一:responsible<各县" },
  { "/slice/stronger-through-group",
    PLAN GIVE ("a", "g", "lead") GIVE ("a", "m", "support") "; +member 1 group=g unit=m", "m",
    "一:lead<各县*各县" },
  { "/slice/itself-first",
    PLAN GIVE ("a", "g", "lead") GIVE ("a", "m", "lead") "; +member 1 group=g unit=m", "m",
    "一:lead*各县" },
  { "/slice/group-in-group",
    PLAN GIVE ("a", "x", "support") "; +member 1 group=g unit=m; +member 2 group=x unit=g", "m",
    "一:support<各部门" },
  { "/slice/vague-department", PLAN GIVE ("a", "w", "responsible") GIVE ("b", "u", "support"), "u",
    "二:support 一:responsible<市直相关部门?" },
  { "/slice/vague-county", PLAN GIVE ("a", "w", "responsible"), "m", "" },
  { "/slice/vague-with-members",
    PLAN GIVE ("a", "w", "responsible") "; +member 1 group=w unit=u", "u",
    "一:responsible<市直相关部门" },
  { "/slice/vague-others",
    PLAN GIVE ("a", "w", "responsible") "; +member 1 group=w unit=u", "v", "" },
  { "/slice/tail", PLAN GIVE ("t", "u", "responsible"), "u", "*1:responsible" },
  { "/slice/open-group", PLAN GIVE ("t", "x", "responsible"), "u", " +各部门" },
  { "/slice/open-group-of-counties", PLAN GIVE ("a", "g", "responsible"), "u", "" },
  { "/slice/of-a-group", PLAN GIVE ("a", "g", "responsible"), "g", "一:responsible" },
  { "/slice/refused", PLAN GIVE ("a", "u", "lead check=refused"), "u", "" },
};

static void
write_item (YdSlice *slice,
            guint    n,
            GString *out)
{
  const YdSliceItem *item = yd_slice_get_item (slice, n);
  g_autoptr(GPtrArray) leads = yd_slice_list_leads (slice, n);

  g_assert_true (item->is_vague || item->assignment != NULL);
  g_string_append_printf (out, "%s%s:%s", n > 0 ? " " : "", item->path,
                          yd_role_get_name (item->role));
  if (item->via != NULL)
    g_string_append_printf (out, "<%s", yd_row_get_cell (item->via, YD_UNIT_NAME));
  if (item->is_vague)
    g_string_append_c (out, '?');
  for (guint i = 0; i < leads->len; i++)
    g_string_append_printf (out, "*%s", yd_row_get_cell (g_ptr_array_index (leads, i),
                                                         YD_UNIT_NAME));
}

static void
test_case (gconstpointer data)
{
  const Case *slice_case = data;
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdMatrix) matrix = NULL;
  g_autoptr(YdSlice) slice = NULL;
  g_autoptr(GPtrArray) groups = NULL;
  GString *items = g_string_new (NULL);
  guint n_counted = 0;

  yd_test_script_must (YD_SPACE (plan), slice_case->script);
  matrix = yd_matrix_new (plan, NULL);
  slice = yd_slice_new (matrix, yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, slice_case->unit));
  for (guint i = 0; i < yd_slice_get_n_items (slice); i++)
    write_item (slice, i, items);

  groups = yd_slice_list_open_groups (slice);
  for (guint i = 0; i < groups->len; i++)
    g_string_append_printf (items, " +%s", yd_row_get_cell (g_ptr_array_index (groups, i),
                                                            YD_UNIT_NAME));
  g_assert_cmpstr (items->str, ==, slice_case->items);
  g_string_free (items, TRUE);

  for (YdRole role = YD_ROLE_SUPPORT; role < YD_N_ROLES; role++)
    n_counted += yd_slice_count (slice, role);
  g_assert_cmpuint (n_counted + yd_slice_count_vague (slice), ==, yd_slice_get_n_items (slice));
}

static void
test_bearers (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(YdMatrix) matrix = NULL;
  g_autoptr(GPtrArray) bearers = NULL;
  GString *names = g_string_new (NULL);

  yd_test_script_must (YD_SPACE (plan), PLAN GIVE ("a", "g", "lead") GIVE ("t", "u", "lead")
                       GIVE ("b", "x", "support") GIVE ("c", "w", "support")
                       "; +member 1 group=g unit=m");
  matrix = yd_matrix_new (plan, NULL);
  bearers = yd_matrix_list_bearers (matrix);
  for (guint i = 0; i < bearers->len; i++)
    g_string_append_printf (names, "%s ", yd_row_get_cell (g_ptr_array_index (bearers, i),
                                                           YD_UNIT_NAME));
  g_assert_cmpstr (names->str, ==, "各部门 财政局 东县 ");
  g_string_free (names, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/slice/bearers", test_bearers);

  return g_test_run ();
}
