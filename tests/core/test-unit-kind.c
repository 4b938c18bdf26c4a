/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-unit-kind.h"

static const struct
{
  const char *name;
  YdUnitKind  kind;
} cases[] = {
  { "市财政局", YD_UNIT_DEPARTMENT }, { "市发改委", YD_UNIT_DEPARTMENT },
  { "市政府办公室", YD_UNIT_DEPARTMENT }, { "市国资委", YD_UNIT_DEPARTMENT },
  { "市卫生计生委", YD_UNIT_DEPARTMENT }, { "市法制办", YD_UNIT_DEPARTMENT },
  { "市政府", YD_UNIT_DEPARTMENT }, { "市政府金融办", YD_UNIT_DEPARTMENT },
  { "东宝区", YD_UNIT_COUNTY }, { "钟祥市", YD_UNIT_COUNTY }, { "沙洋县", YD_UNIT_COUNTY },
  { "东宝区人民政府", YD_UNIT_COUNTY }, { "柴湖镇", YD_UNIT_COUNTY },
  { "漳河新区", YD_UNIT_ZONE }, { "屈家岭管理区", YD_UNIT_ZONE }, { "荆门高新区", YD_UNIT_ZONE },
  { "大柴湖开发区", YD_UNIT_ZONE }, { "漳河新区管委会", YD_UNIT_ZONE },
  { "荆门高新区管理委员会", YD_UNIT_ZONE }, { "市国有资产监督管理委员会", YD_UNIT_DEPARTMENT },
  { "中共荆门市委员会", YD_UNIT_PARTY }, { "市法院 ", YD_UNIT_OTHER },
  { "市国税局", YD_UNIT_VERTICAL }, { "人行市中心支行", YD_UNIT_VERTICAL },
  { "荆门银监分局", YD_UNIT_VERTICAL }, { "市气象局", YD_UNIT_VERTICAL },
  { "市委农办", YD_UNIT_PARTY }, { "市纪委", YD_UNIT_PARTY }, { "市编办", YD_UNIT_PARTY },
  { "团市委", YD_UNIT_OTHER }, { "市总工会", YD_UNIT_OTHER }, { "市法院", YD_UNIT_OTHER },
  { "市城投公司", YD_UNIT_OTHER },
  { "各县市区", YD_UNIT_GROUP }, { "市直各部门", YD_UNIT_GROUP }, { "市直相关部门", YD_UNIT_GROUP },
};

static void
test_guess (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (yd_unit_kind_guess (cases[i].name), ==, cases[i].kind);
    }
}

static const struct
{
  const char *name;
  gboolean    department;
  gboolean    county;
} vague[] = {
  { "市直相关部门", TRUE, FALSE },
  { "县直有关部门", TRUE, FALSE },
  { "有关县市区", FALSE, TRUE },
  { "有关单位", TRUE, TRUE },
  { "市直有关部门和相关县", TRUE, TRUE },
  { "各地各部门", TRUE, TRUE },
};

static void
test_vague (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vague); i++)
    {
      g_test_message ("%s", vague[i].name);
      g_assert_cmpint (yd_unit_vague_may_mean (vague[i].name, YD_UNIT_DEPARTMENT), ==,
                       vague[i].department);
      g_assert_cmpint (yd_unit_vague_may_mean (vague[i].name, YD_UNIT_COUNTY), ==,
                       vague[i].county);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/unit-kind/guess", test_guess);
  g_test_add_func ("/unit-kind/vague", test_vague);

  return g_test_run ();
}
