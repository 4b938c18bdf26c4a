/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-plan.h"
#include "yd-point.h"
#include "yd-test-script.h"

static void
append_path (YdRow      *point,
             const char *path,
             guint       level,
             gpointer    user_data)
{
  GString *out = user_data;

  g_assert_cmpuint (level, ==, yd_point_get_level (point));
  g_string_append_printf (out, "%s%s:%s", out->len > 0 ? " " : "", yd_row_get_id (point), path);
}

typedef struct
{
  const char *path;
  const char *script;
  const char *paths;
} PathCase;

static const PathCase path_cases[] = {
  { "/plan/paths/computed",
    "+point a order=a; +point b order=b parent=a; +point c order=a parent=b; "
    "+point d order=a parent=c; +point e order=a parent=d; +point z order=z",
    "a:一 b:一/(一) c:一/(一)/1 d:一/(一)/1/(1) e:一/(一)/1/(1)/(1) z:二" },
  { "/plan/paths/printed",
    "+point a order=a printed=三、; +point b order=b parent=a printed=（十二）; "
    "+point c order=c parent=b printed=５．",
    "a:三 b:三/(十二) c:三/(十二)/５" },
  { "/plan/paths/duties",
    "+point a order=a; +point d order=a parent=a kind=duty; +point e order=b parent=a kind=duty; "
    "+point b order=c parent=a",
    "a:一 d:一/*1 e:一/*2 b:一/(一)" },
  { "/plan/paths/nothing-printed",
    "+point a order=a printed=、; +point b order=b",
    "a:*1 b:二" },
  { "/plan/paths/slash",
    "+point a order=a printed=1/2",
    "a:1／2" },
};

static void
test_paths (gconstpointer data)
{
  const PathCase *path_case = data;
  YdPlan *plan = yd_plan_new ("plan");
  g_autoptr(GString) paths = g_string_new (NULL);

  yd_test_script_must (YD_SPACE (plan), path_case->script);
  yd_plan_foreach_point (plan, append_path, paths);
  g_assert_cmpstr (paths->str, ==, path_case->paths);
  g_assert_finalize_object (plan);
}

/* A deleted point is left out, and those behind it move up. */
static void
test_paths_deleted (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autoptr(GString) paths = g_string_new (NULL);

  yd_test_script_must (YD_SPACE (plan), "+point a order=a; +point b order=b; +point c order=c");
  yd_test_script_must (YD_SPACE (plan), "point b deleted=true");
  yd_plan_foreach_point (plan, append_path, paths);
  g_assert_cmpstr (paths->str, ==, "a:一 c:二");
}

/* Beyond the numbers that are written in words. */
static void
test_many_siblings (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  YdRow *a;

  yd_test_script_must (YD_SPACE (plan), "+point a order=a");
  a = yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, "a");
  for (guint n = 9999; n <= 10001; n++)
    {
      g_autofree char *number = yd_point_dup_number (a, n);

      g_assert_cmpstr (number, ==, n == 9999 ? "九千九百九十九、" : n == 10000 ? "10000、"
                                                                         : "10001、");
    }
}

typedef struct
{
  const char *name;
  const char *id;
} FindCase;

static const FindCase find_cases[] = {
  { "市财政局", "b" },          /* printed there, though a is called so in short */
  { "荆门市财政局", "a" }, { "财政", "a" }, { "市审计局", "c" }, { "审计", "c" },
  { "卫计委", "d" }, { "市税务局", NULL }, { "", NULL }, { "旧名", NULL },
};

static void
test_find_unit (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");

  yd_test_script_must (YD_SPACE (plan),
                       "+unit a name=财政 full=荆门市财政局 short=市财政局 order=a; "
                       "+unit b name=市财政局 order=b; +unit c name=市审计局 short=审计 order=c; "
                       "+unit d name=市卫健委 order=d; +alias = unit=d name=卫计委; "
                       "+alias = unit=a name=审计; +unit e name=旧名");
  yd_test_script_must (YD_SPACE (plan), "unit e deleted=true");

  for (gsize i = 0; i < G_N_ELEMENTS (find_cases); i++)
    {
      YdRow *unit = yd_plan_find_unit (plan, find_cases[i].name);

      g_assert_cmpstr (unit != NULL ? yd_row_get_id (unit) : NULL, ==, find_cases[i].id);
    }
}

static void
test_head (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");

  g_assert_null (yd_plan_get_title (plan));
  g_assert_null (yd_space_get_head (YD_SPACE (plan)));
  yd_test_script_must (YD_SPACE (plan), "+plan p title=要点");
  g_assert_cmpstr (yd_plan_get_title (plan), ==, "要点");
}

static void
test_properties (void)
{
  g_autoptr(YdPlan) plan = yd_plan_new ("plan");
  g_autofree char *name = NULL, *missing = NULL;
  gboolean vague, deleted;
  YdRow *unit;

  yd_test_script_must (YD_SPACE (plan), "+unit u name=U vague=true");
  unit = yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, "u");
  g_object_get (unit, "name", &name, "full", &missing, "vague", &vague, "deleted", &deleted, NULL);

  g_assert_cmpstr (name, ==, "U");
  g_assert_null (missing);
  g_assert_true (vague);
  g_assert_false (deleted);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (path_cases); i++)
    g_test_add_data_func (path_cases[i].path, &path_cases[i], test_paths);

  g_test_add_func ("/plan/paths/deleted", test_paths_deleted);
  g_test_add_func ("/plan/many-siblings", test_many_siblings);
  g_test_add_func ("/plan/find-unit", test_find_unit);
  g_test_add_func ("/plan/head", test_head);
  g_test_add_func ("/plan/properties", test_properties);

  return g_test_run ();
}
