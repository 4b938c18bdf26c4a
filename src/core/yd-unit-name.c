/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-unit-name.h"

#include <string.h>

/* What the name of a unit says by itself. */

/**
 * yd_unit_name_fold:
 * @name: a name as somebody wrote it
 *
 * Papers mix half and full width, and tables have blanks inside of names.
 *
 * Returns: (transfer full): what all ways of writing this name have in common
 */
char *
yd_unit_name_fold (const char *name)
{
  g_autofree char *plain = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *folded = g_string_new (NULL);

  for (const char *c = plain; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar sign = g_utf8_get_char (c);

      if (sign == 0x3014)               /* 〔〕 stand for brackets inside of brackets */
        sign = '(';
      else if (sign == 0x3015)
        sign = ')';
      if (!g_unichar_isspace (sign) && !g_unichar_iszerowidth (sign))
        g_string_append_unichar (folded, sign);
    }

  return g_string_free (folded, FALSE);
}

/* DOMAIN.md §6.1, §6.3; the first that fits. */
static const struct
{
  const char *words;
  enum { BEGINS, ENDS, HAS } where;
  const char *kind;
} kinds[] = {
  { "各",           BEGINS, "group"    },
  { "直各",         HAS,    "group"    },
  { "相关",         HAS,    "group"    },
  { "有关",         HAS,    "group"    },
  { "成员单位",     ENDS,   "group"    },
  { "委员会",       ENDS,   "department" },
  { "人行",         BEGINS, "vertical" },
  { "人民银行",     HAS,    "vertical" },
  { "银监",         HAS,    "vertical" },
  { "银保监",       HAS,    "vertical" },
  { "金融监管分局", HAS,    "vertical" },
  { "国税",         HAS,    "vertical" },
  { "地税",         HAS,    "vertical" },
  { "税务局",       ENDS,   "vertical" },
  { "海关",         ENDS,   "vertical" },
  { "气象局",       ENDS,   "vertical" },
  { "烟草",         HAS,    "vertical" },
  { "供电公司",     ENDS,   "vertical" },
  { "中级人民法院", HAS,    "other"    },
  { "人民法院",     ENDS,   "other"    },
  { "检察院",       ENDS,   "other"    },
  { "纪委",         HAS,    "party"    },
  { "党委",         HAS,    "party"    },
  { "市委",         BEGINS, "party"    },
  { "省委",         BEGINS, "party"    },
  { "县委",         BEGINS, "party"    },
  { "区委",         BEGINS, "party"    },
  { "高新区",       ENDS,   "zone"     },
  { "新区",         ENDS,   "zone"     },
  { "开发区",       ENDS,   "zone"     },
  { "管理区",       ENDS,   "zone"     },
  { "园区",         ENDS,   "zone"     },
  { "示范区",       ENDS,   "zone"     },
  { "新区管委会",   ENDS,   "zone"     },
  { "区管委会",     ENDS,   "zone"     },
  { "县人民政府",   ENDS,   "county"   },
  { "区人民政府",   ENDS,   "county"   },
  { "市人民政府",   ENDS,   "county"   },
  { "县政府",       ENDS,   "county"   },
  { "区政府",       ENDS,   "county"   },
  { "县",           ENDS,   "county"   },
  { "区",           ENDS,   "county"   },
  { "市",           ENDS,   "county"   },
};

/**
 * yd_unit_name_guess_kind:
 * @name: the name of a unit
 *
 * Returns: (transfer none): what kind it most likely is, as in #YD_UNIT_KIND; a person looks
 *   at it before it counts
 */
const char *
yd_unit_name_guess_kind (const char *name)
{
  g_autofree char *folded = yd_unit_name_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].where == BEGINS ? g_str_has_prefix (folded, kinds[i].words)
        : kinds[i].where == ENDS ? g_str_has_suffix (folded, kinds[i].words)
                                 : strstr (folded, kinds[i].words) != NULL)
      return kinds[i].kind;

  return "department";
}
