/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-numeral.h"

/* What is found of a point by itself: what it says, its number, who answers for it. */

/* Text, title, number */

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* Those below another point are compared among themselves. */
static void
forget_titles_below (YdCheck            *self,
                     const YdCheckPlace *place)
{
  if (place->level < YD_SPACE_MAX_DEPTH && self->titles[place->level + 1] != NULL)
    g_hash_table_remove_all (self->titles[place->level + 1]);
}

static gboolean
title_is_new (YdCheck            *self,
              const YdCheckPlace *place)
{
  GHashTable **titles = &self->titles[place->level];

  if (*titles == NULL)
    *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return g_hash_table_add (*titles, g_strdup (yd_point_get_title (place->point)));
}

static void
check_words (YdCheck            *self,
             const YdCheckPlace *place)
{
  const char *title = yd_point_get_title (place->point);

  forget_titles_below (self, place);
  if (is_empty (title) && is_empty (yd_row_get_cell (place->point, YD_POINT_TEXT)))
    _yd_check_find (self, "no-text", place->point, place->path, _("This point says nothing."));
  else if (!is_empty (title) && !title_is_new (self, place))
    _yd_check_find (self, "title-twice", place->point, place->path,
                    _("Another point beside it has the title “%s” too."), title);
}

/* Returns: what @printed counts, or 0. What is taken from a PDF has numbers in signs that only
 * look like 一 and 二. Annexes are counted by themselves.
 */
static guint
read_number (const char *printed)
{
  g_autofree char *plain = printed != NULL ? g_utf8_normalize (printed, -1, G_NORMALIZE_NFKC)
                                           : NULL;

  return plain != NULL && !g_str_has_prefix (plain, "附") ? yd_numeral_parse (plain) : 0;
}

/* Numbers begin anew or run on over chapters; both are common, so only a number
 * that does neither is worth a look.
 */
static void
check_number (YdCheck            *self,
              const YdCheckPlace *place)
{
  const char *printed = yd_row_get_cell (place->point, YD_POINT_PRINTED);
  guint number = read_number (printed);
  guint last = self->numbers[place->level];

  if (number == 0)
    return;

  if (number != 1 && number != last + 1)
    _yd_check_find (self, number <= last ? "number-again" : "number-gap", place->point,
                    place->path, number <= last ? _("The number %s comes again.")
                                                : _("The number before %s is missing."), printed);

  self->numbers[place->level] = number;
}

void
_yd_check_point (YdCheck            *self,
                 const YdCheckPlace *place)
{
  check_words (self, place);
  check_number (self, place);
}

/* Who answers */

/* Chapters in which a document says what it is about; nobody answers for them. PATTERNS.md §2 */
static gboolean
says_what_about (const char *title)
{
  static const char * const words[] = {
    "总体要求", "指导思想", "基本原则", "主要目标", "工作目标", "总体目标", "发展目标", "总体思路",
    "工作思路", "基本要求", "目标任务", "总体安排",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (title, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Chapters on how all of it is done, as 切实做好组织实施; 组织实施重大项目 is work of its own. */
static gboolean
says_how (const char *title)
{
  static const char * const ends[] = {
    "保障措施", "组织实施", "组织领导", "组织保障", "实施保障", "工作保障", "工作要求", "有关要求",
    "相关要求", "实施步骤", "工作步骤", "进度安排",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (title, ends[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_general (YdPoint *point)
{
  const char *title = yd_point_get_title (point);
  const char *printed = yd_row_get_cell (point, YD_POINT_PRINTED);

  return (!is_empty (title) && (says_what_about (title) || says_how (title))) ||
         (printed != NULL && g_str_has_prefix (printed, "附"));
}

static gboolean
somebody_answers_below (YdPoint *point)
{
  GListModel *children = yd_point_get_children (point);
  guint n = g_list_model_get_n_items (children);

  if (g_list_model_get_n_items (yd_point_get_assignments (point)) > 0)
    return TRUE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) child = g_list_model_get_item (children, i);

      if (somebody_answers_below (child))
        return TRUE;
    }

  return FALSE;
}

/* A chapter may carry the units for all that stands below it. */
static gboolean
somebody_answers (YdPoint *point)
{
  for (; point != NULL; point = yd_point_get_parent (point))
    if (g_list_model_get_n_items (yd_point_get_assignments (point)) > 0)
      return TRUE;

  return FALSE;
}

/* Closing words after the chapters, without number and title. */
static gboolean
is_tail (YdPoint *point)
{
  return is_empty (yd_row_get_cell (point, YD_POINT_PRINTED)) &&
         is_empty (yd_point_get_title (point));
}

/* A chapter in which nobody answers is one finding, or none, and not one for each point. */
static void
enter_chapter (YdCheck            *self,
               const YdCheckPlace *place)
{
  gboolean general = is_general (place->point) ||
                     (self->divided && is_tail (place->point));

  self->quiet = !self->assigned ||
                ((general || self->divided) && !somebody_answers_below (place->point));

  if (self->assigned && self->quiet && !general)
    _yd_check_find (self, "no-unit-chapter", place->point, place->path,
                    _("No unit answers for anything in this chapter."));
}

/* Returns: whether @plan is divided into chapters, and not one list */
gboolean
_yd_check_is_divided (YdPlan *plan)
{
  GListModel *points = yd_plan_get_points (plan);
  guint n = g_list_model_get_n_items (points);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) point = g_list_model_get_item (points, i);

      if (g_list_model_get_n_items (yd_point_get_children (point)) > 0)
        return TRUE;
    }

  return FALSE;
}

static guint
count_role (YdPoint    *point,
            const char *role)
{
  GListModel *assignments = yd_point_get_assignments (point);
  guint n = g_list_model_get_n_items (assignments), n_found = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);

      n_found += _yd_check_cell_is (assignment, YD_ASSIGNMENT_ROLE, role);
    }

  return n_found;
}

/* 指导 and 参与 need nobody to lead; 配合 and the like do. What was entered by hand has no word. */
static gboolean
supports_somebody (YdRow *assignment)
{
  static const char * const words[] = { "配合", "协助", "协办", "协同", "支持" };
  const char *word = yd_row_get_cell (assignment, YD_ASSIGNMENT_WORD);

  if (!_yd_check_cell_is (assignment, YD_ASSIGNMENT_ROLE, "support"))
    return FALSE;
  if (is_empty (word))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (word, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
has_support (YdPoint *point)
{
  GListModel *assignments = yd_point_get_assignments (point);
  guint n = g_list_model_get_n_items (assignments);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);

      if (supports_somebody (assignment))
        return TRUE;
    }

  return FALSE;
}

static void
check_leads (YdCheck            *self,
             const YdCheckPlace *place)
{
  guint n_leads = count_role (place->point, "lead");

  if (n_leads > 1)
    _yd_check_find (self, "two-leads", place->point, place->path,
                    _("%u units lead this point. Leave one, or accept it as joint lead."),
                    n_leads);
  else if (n_leads == 0 && has_support (place->point) &&
           count_role (place->point, "responsible") == 0)
    _yd_check_find (self, "no-lead", place->point, place->path,
                    _("Units support this point, but nobody leads it. Say who does."));
}

static GHashTable *
list_units_of (YdCheck *self,
               YdPoint *point)
{
  GHashTable *units = g_hash_table_new (NULL, NULL);
  GListModel *assignments = yd_point_get_assignments (point);
  guint n = g_list_model_get_n_items (assignments);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      YdRow *unit = yd_plan_get_unit_of (self->plan, assignment);

      if (unit != NULL)
        g_hash_table_add (units, unit);
    }

  return units;
}

static void
check_members (YdCheck            *self,
               const YdCheckPlace *place,
               YdRow              *group,
               GHashTable         *units)
{
  GListModel *members = yd_row_get_rows (group, YD_KIND_MEMBER);
  guint n = g_list_model_get_n_items (members);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) member = g_list_model_get_item (members, i);
      YdRow *unit = yd_space_lookup (YD_SPACE (self->plan), YD_KIND_UNIT,
                                     yd_row_get_cell (member, YD_MEMBER_UNIT));

      if (unit != NULL && g_hash_table_contains (units, unit))
        _yd_check_find (self, "unit-and-group", place->point, place->path,
                        _("“%s” is named by itself and belongs to “%s”, which is named too."),
                        yd_row_get_cell (unit, YD_UNIT_NAME),
                        yd_row_get_cell (group, YD_UNIT_NAME));
    }
}

static void
check_groups (YdCheck            *self,
              const YdCheckPlace *place)
{
  g_autoptr(GHashTable) units = list_units_of (self, place->point);
  GListModel *assignments = yd_point_get_assignments (place->point);
  guint n = g_list_model_get_n_items (assignments);

  for (guint i = 0; i < n && g_hash_table_size (units) > 1; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      YdRow *unit = yd_plan_get_unit_of (self->plan, assignment);

      if (unit != NULL)
        check_members (self, place, unit, units);
    }
}

void
_yd_check_answers (YdCheck            *self,
                   const YdCheckPlace *place)
{
  if (yd_point_get_parent (place->point) == NULL)
    enter_chapter (self, place);

  if (!self->quiet && g_list_model_get_n_items (yd_point_get_children (place->point)) == 0 &&
      !somebody_answers (place->point))
    _yd_check_find (self, "no-unit", place->point, place->path,
                    _("No unit answers for this point. Assign one."));

  check_leads (self, place);
  check_groups (self, place);
}

/* Where nobody answers for anything, one finding says so. */
void
_yd_check_nobody (YdCheck *self)
{
  YdRow *head = yd_space_get_head (YD_SPACE (self->plan));

  if (!self->assigned && head != NULL &&
      g_list_model_get_n_items (yd_plan_get_points (self->plan)) > 0)
    _yd_check_find (self, "no-unit-plan", head, yd_plan_get_title (self->plan),
                    _("No unit answers for any point of this plan. Assign them, or see "
                      "whether the document has a list of its own for that."));
}
