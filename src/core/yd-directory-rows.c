/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-rows.h"

#include <string.h>

/* The words in this file are those of Chinese offices, whatever language the program speaks:
 * they are not translated, and what was written out in one language is read in another.
 */

static const struct
{
  const char *key;
  const char *headings[8];              /* the first is written, all are read */
} columns[YD_DIRECTORY_N_COLUMNS] = {
  [YD_DIRECTORY_NAME]      = { "name", { "单位名称", "名称", "单位", "责任单位" } },
  [YD_DIRECTORY_FULL]      = { "full", { "全称", "单位全称", "机构全称" } },
  [YD_DIRECTORY_SHORT]     = { "short", { "简称", "规范简称", "单位简称" } },
  [YD_DIRECTORY_KIND]      = { "kind", { "类别", "类型", "单位类别", "性质" } },
  [YD_DIRECTORY_ALIASES]   = { "aliases", { "别名", "其他名称", "曾用名", "又称" } },
  [YD_DIRECTORY_FROM]      = { "from", { "设立日期", "启用日期", "成立日期" } },
  [YD_DIRECTORY_TO]        = { "to", { "撤销日期", "停用日期", "截止日期" } },
  [YD_DIRECTORY_SUCCESSOR] = { "successor", { "更名或并入", "承接单位", "并入", "更名为" } },
  [YD_DIRECTORY_PARENT]    = { "parent", { "上级单位", "主管部门", "隶属" } },
  [YD_DIRECTORY_GROUPS]    = { "groups", { "所属统称", "所属分组", "分组" } },
  [YD_DIRECTORY_CONTACT]   = { "contact", { "联系人", "联络员" } },
  [YD_DIRECTORY_PHONE]     = { "phone", { "联系电话", "电话", "办公电话" } },
};

static const struct
{
  const char *kind;
  const char *words[7];
} kinds[] = {
  { "department", { "部门", "政府部门", "市直部门" } },
  { "county",     { "县市区", "县区", "区县", "县", "区", "市" } },
  { "zone",       { "功能区", "开发区", "管理区", "新区" } },
  { "vertical",   { "垂直管理", "垂管单位", "中央和省驻市单位", "条管" } },
  { "party",      { "党委", "党委部门", "党群机关", "党群部门", "党委机构" } },
  { "group",      { "统称", "分组", "单位组", "集合" } },
  { "other",      { "其他", "企业", "事业单位", "群团组织" } },
};

const char *
yd_directory_column_get_key (YdDirectoryColumn column)
{
  return columns[column].key;
}

const char *
yd_directory_column_get_heading (YdDirectoryColumn column)
{
  return columns[column].headings[0];
}

/* Returns: whether @heading, as people write it, is that of a @column */
gboolean
yd_directory_column_find (const char        *heading,
                          YdDirectoryColumn *column)
{
  g_autofree char *folded = yd_unit_name_fold (heading);

  for (guint i = 0; i < YD_DIRECTORY_N_COLUMNS; i++)
    for (guint j = 0; j <= G_N_ELEMENTS (columns[i].headings); j++)
      {
        const char *known = j == 0 ? columns[i].key : columns[i].headings[j - 1];

        if (known == NULL)
          break;
        if (g_ascii_strcasecmp (folded, known) != 0)
          continue;

        *column = i;
        return TRUE;
      }

  return FALSE;
}

/* Returns: (transfer none): what @kind is called in a table; empty if it is none */
const char *
yd_directory_kind_get_word (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return kinds[i].words[0];

  return "";
}

/* Returns: (transfer none) (nullable): the kind that is called so */
const char *
yd_directory_kind_find (const char *word)
{
  g_autofree char *folded = yd_unit_name_fold (word);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_ascii_strcasecmp (folded, kinds[i].kind) == 0)
        return kinds[i].kind;
      for (guint j = 0; j < G_N_ELEMENTS (kinds[i].words) && kinds[i].words[j] != NULL; j++)
        if (g_str_equal (folded, kinds[i].words[j]))
          return kinds[i].kind;
    }

  return NULL;
}

static char *
join_names (GPtrArray *names)
{
  g_ptr_array_add (names, NULL);

  return g_strjoinv ("、", (char **) names->pdata);
}

/* What it is called besides, as a unit that was merged into it is called too. */
static char *
make_aliases (YdDirectory           *self,
              const YdDirectoryUnit *unit)
{
  g_autoptr(GPtrArray) merged = yd_directory_list_merged (self, unit);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < unit->aliases->len; i++)
    g_ptr_array_add (names, g_ptr_array_index (unit->aliases, i));
  for (guint i = 0; i < merged->len; i++)
    g_ptr_array_add (names, ((YdDirectoryUnit *) g_ptr_array_index (merged, i))->name);

  return join_names (names);
}

/* `各县市区（2012-01-01—2018-02-23）、各地各部门` */
static char *
make_groups (const YdDirectoryUnit *unit)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < unit->groups->len; i++)
    {
      const YdDirectoryMember *member = &g_array_index (unit->groups, YdDirectoryMember, i);
      char from[YD_DAY_SIZE], to[YD_DAY_SIZE];

      g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", member->unit->name);
      if (member->from != YD_DAY_NONE || member->to != YD_DAY_NONE)
        g_string_append_printf (text, "（%s—%s）", yd_day_format (member->from, from),
                                yd_day_format (member->to, to));
    }

  return g_string_free (text, FALSE);
}

static char *
dup_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static char *
dup_day (YdDay day)
{
  char text[YD_DAY_SIZE];

  return g_strdup (yd_day_format (day, text));
}

static char **
make_row (YdDirectory           *self,
          const YdDirectoryUnit *unit,
          gboolean               contacts)
{
  char **row = g_new0 (char *, YD_DIRECTORY_N_COLUMNS + 1);

  row[YD_DIRECTORY_NAME] = g_strdup (unit->name);
  row[YD_DIRECTORY_FULL] = dup_or_empty (unit->full);
  row[YD_DIRECTORY_SHORT] = dup_or_empty (unit->short_name);
  row[YD_DIRECTORY_KIND] = g_strdup (yd_directory_kind_get_word (unit->kind));
  row[YD_DIRECTORY_ALIASES] = make_aliases (self, unit);
  row[YD_DIRECTORY_FROM] = dup_day (unit->from);
  row[YD_DIRECTORY_TO] = dup_day (unit->to);
  row[YD_DIRECTORY_SUCCESSOR] = dup_or_empty (unit->successor != NULL ? unit->successor->name
                                                                      : NULL);
  row[YD_DIRECTORY_PARENT] = dup_or_empty (unit->parent != NULL ? unit->parent->name : NULL);
  row[YD_DIRECTORY_GROUPS] = make_groups (unit);
  if (contacts)
    {
      row[YD_DIRECTORY_CONTACT] = dup_or_empty (unit->contact);
      row[YD_DIRECTORY_PHONE] = dup_or_empty (unit->phone);
    }

  return row;
}

/**
 * yd_directory_make_rows:
 * @self: a directory
 * @contacts: whether the table says whom to turn to; only if a person asks for it
 *
 * Returns: (transfer full) (element-type GStrv): a row for each unit, its cells in the order of
 *   #YdDirectoryColumn, the last two missing without @contacts; names that were merged are
 *   aliases
 */
GPtrArray *
yd_directory_make_rows (YdDirectory *self,
                        gboolean     contacts)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GPtrArray *units = yd_directory_get_units (self);

  for (guint i = 0; i < units->len; i++)
    {
      const YdDirectoryUnit *unit = g_ptr_array_index (units, i);

      if (unit->merged == NULL)
        g_ptr_array_add (rows, make_row (self, unit, contacts));
    }

  return rows;
}
