/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-unit-kind.h"

#include <string.h>

#include "yd-unit-name.h"

/* Documents print names, not kinds. Until a person says what a unit is, its name tells:
 * DOMAIN.md §6.1, §6.3.
 */

static const char * const names[YD_N_UNIT_KINDS] = {
  [YD_UNIT_DEPARTMENT] = "department",
  [YD_UNIT_COUNTY]     = "county",
  [YD_UNIT_ZONE]       = "zone",
  [YD_UNIT_VERTICAL]   = "vertical",
  [YD_UNIT_PARTY]      = "party",
  [YD_UNIT_GROUP]      = "group",
  [YD_UNIT_OTHER]      = "other",
};

typedef struct
{
  YdUnitKind  kind;
  gboolean    at_end;           /* the name ends with it */
  const char *parts[32];
} Sign;

/* The first that fits decides: 团市委 is no body of the party though 市委 stands in it. */
static const Sign signs[] = {
  { YD_UNIT_GROUP, FALSE, { "各", "成员单位", "有关部门", "有关单位", "相关部门", "相关单位" } },
  { YD_UNIT_OTHER, FALSE,
    { "团市委", "团县委", "团区委", "团省委", "团州委", "共青团", "人大", "政协", "法院", "检察院",
      "军分区", "武警", "红十字会" } },
  { YD_UNIT_OTHER, TRUE,
    { "公司", "集团", "大学", "学院", "学校", "医院", "协会", "工会", "妇联", "残联", "工商联", "文联",
      "科协", "社科联", "侨联" } },
  { YD_UNIT_VERTICAL, FALSE,
    { "国税", "地税", "税务局", "海关", "人行", "人民银行", "中心支行", "银监", "银保监", "保监",
      "证监", "国家金融监管", "金融监管分局", "金融监督管理", "气象局", "烟草", "邮政", "供电",
      "电力公司", "海事局", "检验检疫", "调查队", "通信管理", "消防救援" } },
  { YD_UNIT_PARTY, FALSE,
    { "市委", "县委", "区委", "省委", "州委", "旗委", "党委", "党组", "纪委", "纪检", "组织部", "宣传部",
      "统战部", "政法委", "编办", "编委办", "党校", "机关工委", "网信办" } },
  { YD_UNIT_ZONE, TRUE,
    { "新区", "高新区", "开发区", "管理区", "示范区", "度假区", "保税区", "园区", "风景区", "经开区",
      "工业园", "产业园", "区管委会", "园管委会", "区管理委员会", "园管理委员会" } },
  { YD_UNIT_COUNTY, TRUE, { "县", "区", "市", "旗", "镇", "乡", "街道", "街道办事处", "街道办" } },
};

/* Returns: (transfer none) (nullable): the stable name */
const char *
yd_unit_kind_get_name (YdUnitKind kind)
{
  g_return_val_if_fail ((guint) kind < YD_N_UNIT_KINDS, NULL);

  return names[kind];
}

static gboolean
sign_fits (const Sign *sign,
           const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sign->parts) && sign->parts[i] != NULL; i++)
    {
      const char *part = sign->parts[i];

      /* 市 alone names no place. */
      if (sign->at_end ? g_str_has_suffix (name, part) && strlen (name) > strlen (part)
                       : strstr (name, part) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* 东宝区人民政府 is named like 东宝区. */
static char *
dup_bare (const char *name)
{
  static const char * const ends[] = { "人民政府", "政府" };
  g_autofree char *bare = yd_unit_name_fold (name);

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (bare, ends[i]))
      {
        bare[strlen (bare) - strlen (ends[i])] = '\0';
        break;
      }

  return g_steal_pointer (&bare);
}

/**
 * yd_unit_kind_guess:
 * @name: the name of a unit
 *
 * Returns: what is called so, as a rule
 */
YdUnitKind
yd_unit_kind_guess (const char *name)
{
  g_autofree char *bare = NULL;

  g_return_val_if_fail (name != NULL, YD_UNIT_DEPARTMENT);

  bare = dup_bare (name);
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (sign_fits (&signs[i], bare))
      return signs[i].kind;

  return YD_UNIT_DEPARTMENT;
}

/**
 * yd_unit_kind_of:
 * @unit: a unit of a plan or of an office
 *
 * Returns: its kind, from its name where nobody has said it
 */
YdUnitKind
yd_unit_kind_of (YdRow *unit)
{
  const char *kind, *name;

  g_return_val_if_fail (YD_IS_ROW (unit), YD_UNIT_DEPARTMENT);

  kind = yd_row_get_cell (unit, YD_UNIT_KIND);
  for (guint i = 0; kind != NULL && i < YD_N_UNIT_KINDS; i++)
    if (strcmp (kind, names[i]) == 0)
      return i;

  name = yd_row_get_cell (unit, YD_UNIT_NAME);

  return name != NULL ? yd_unit_kind_guess (name) : YD_UNIT_OTHER;
}

/* 县直部门 are departments, 县 by itself is a place. */
static gboolean
names_place (const char *name)
{
  static const char * const places[] = { "县", "区", "乡", "镇", "街道", "地" };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    for (const char *at = strstr (name, places[i]); at != NULL; at = strstr (at + 1, places[i]))
      if (!g_str_has_prefix (at + strlen (places[i]), "直"))
        return TRUE;

  return FALSE;
}

/**
 * yd_unit_vague_may_mean:
 * @vague_name: the name of a party that does not say who: 市直相关部门
 * @kind: the kind of a unit
 *
 * Returns: whether a unit of @kind may be meant by it: 部门 means no county, and 有关县 none
 *   but those
 */
gboolean
yd_unit_vague_may_mean (const char *vague_name,
                        YdUnitKind  kind)
{
  const gboolean is_place = kind == YD_UNIT_COUNTY || kind == YD_UNIT_ZONE;
  gboolean means_places, means_bodies;

  g_return_val_if_fail (vague_name != NULL, FALSE);

  means_places = names_place (vague_name);
  means_bodies = strstr (vague_name, "部门") != NULL || strstr (vague_name, "直") != NULL;

  return means_bodies == means_places || means_places == is_place;
}
