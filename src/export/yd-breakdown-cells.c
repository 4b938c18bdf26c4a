/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-breakdown-private.h"

#include <stdio.h>

/* The words in this file are those of Chinese official documents, whatever language the program
 * speaks: they are not translated. */

gboolean
_yd_breakdown_is_word (YdRow      *row,
                       guint       field,
                       const char *word)
{
  return g_strcmp0 (yd_row_get_cell (row, field), word) == 0;
}

/*
 * _yd_breakdown_dup_task:
 * @point: a point
 * @path: its path, `五/(四)`
 *
 * A part that the document did not number (`*1`) has a number in our paths only, and is not
 * named.
 *
 * Returns: (transfer full): `五(四) 推进…`, as people name a point
 */
char *
_yd_breakdown_dup_task (YdPoint    *point,
                        const char *path)
{
  g_auto(GStrv) numbers = g_strsplit (path, "/", -1);
  const char *title = yd_point_get_title (point);
  GString *task = g_string_new (NULL);

  for (guint i = 0; numbers[i] != NULL; i++)
    if (*numbers[i] != '*')
      g_string_append (task, numbers[i]);
  if (task->len > 0)
    g_string_append_c (task, ' ');
  g_string_append (task, title != NULL ? title : "");

  return g_string_free (task, FALSE);
}

static void
append_item (GString    *out,
             const char *separator,
             const char *item)
{
  if (out->len > 0)
    g_string_append (out, separator);
  g_string_append (out, item);
}

/*
 * _yd_breakdown_dup_units:
 * @plan: a plan
 * @point: a point in it
 * @role: `lead`, `responsible` or `support`
 *
 * Returns: (transfer full): the names of the point's units that have the role,
 *   as printed and in that order; those that a person has refused left out
 */
char *
_yd_breakdown_dup_units (YdPlan     *plan,
                         YdPoint    *point,
                         const char *role)
{
  GListModel *assignments = yd_point_get_assignments (point);
  const guint n = g_list_model_get_n_items (assignments);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      YdRow *unit = yd_plan_get_unit_of (plan, assignment);

      if (unit != NULL && _yd_breakdown_is_word (assignment, YD_ASSIGNMENT_ROLE, role) &&
          !_yd_breakdown_is_word (assignment, YD_ASSIGNMENT_CHECK, "refused"))
        append_item (out, "、", yd_row_get_cell (unit, YD_UNIT_NAME));
    }

  return g_string_free (out, FALSE);
}

/* A date as documents print it; the year may not be said. */
static char *
make_date (const char *value)
{
  guint year = 0, month = 0, day = 0;

  if (sscanf (value, "--%u-%u", &month, &day) == 2)
    return g_strdup_printf ("%u月%u日前", month, day);
  if (sscanf (value, "%u-%u-%u", &year, &month, &day) == 3)
    return g_strdup_printf ("%u年%u月%u日前", year, month, day);

  return g_strdup (value);
}

static const char *
find_word (const char *const (*words)[2],
           const char         *code)
{
  for (; (*words)[0] != NULL; words++)
    if (g_strcmp0 ((*words)[0], code) == 0)
      return (*words)[1];

  return code != NULL ? code : "";
}

static const char *const anchors[][2] = {
  { "issued", "印发后" },
  { "received", "收到后" },
  { "start", "开始后" },
  { "finish", "完成后" },
  { "event", "" },
  { NULL },
};

static const char *const measures[][2] = {
  { "workdays", "个工作日内" },
  { "days", "日内" },
  { "months", "个月内" },
  { "hours", "小时内" },
  { NULL },
};

static const char *const periods[][2] = {
  { "daily", "每日" },
  { "weekly", "每周" },
  { "monthly", "每月" },
  { "quarterly", "每季度" },
  { "halfyearly", "每半年" },
  { "yearly", "每年" },
  { NULL },
};

/* What was set by hand has no wording of the document; this is how one would put it. */
static char *
make_words (YdRow *deadline)
{
  const char *value = yd_row_get_cell (deadline, YD_DEADLINE_VALUE);
  const gint64 n = yd_row_get_int (deadline, YD_DEADLINE_N, 0);

  if (_yd_breakdown_is_word (deadline, YD_DEADLINE_RULE, "longterm"))
    return g_strdup ("长期坚持");
  if (_yd_breakdown_is_word (deadline, YD_DEADLINE_RULE, "after") && n > 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT "%s",
                            find_word (anchors, yd_row_get_cell (deadline, YD_DEADLINE_ANCHOR)), n,
                            find_word (measures, yd_row_get_cell (deadline,
                                                                  YD_DEADLINE_MEASURE)));
  if (value == NULL || _yd_breakdown_is_word (deadline, YD_DEADLINE_RULE, "none"))
    return NULL;
  if (_yd_breakdown_is_word (deadline, YD_DEADLINE_RULE, "date"))
    return make_date (value);
  if (_yd_breakdown_is_word (deadline, YD_DEADLINE_RULE, "recurring"))
    return g_strdup (find_word (periods, value));
  if (_yd_breakdown_is_word (deadline, YD_DEADLINE_RULE, "within") && n > 0)
    return g_strdup_printf ("%s年内至少%" G_GINT64_FORMAT "次", value, n);

  return g_strdup (value);
}

static void
append_deadline (GString *out,
                 YdPlan  *plan,
                 YdRow   *deadline)
{
  const char *words = yd_row_get_cell (deadline, YD_DEADLINE_WORDS);
  const char *unit_id = yd_row_get_cell (deadline, YD_DEADLINE_UNIT);
  YdRow *unit = unit_id != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, unit_id) : NULL;
  g_autofree char *own = words != NULL ? g_strdup (words) : make_words (deadline);
  g_autofree char *whole = NULL;

  if (own == NULL || *own == '\0')
    return;

  if (unit != NULL)
    whole = g_strdup_printf ("%s：%s", yd_row_get_cell (unit, YD_UNIT_NAME), own);
  append_item (out, "；", whole != NULL ? whole : own);
}

/*
 * _yd_breakdown_dup_deadlines:
 * @plan: a plan
 * @point: a point in it
 *
 * Returns: (transfer full): when the point is due, in the words of the document.
 *   A target that the office set for itself is not in the document and is never
 *   shown as if it were; nor is what a person has refused.
 */
char *
_yd_breakdown_dup_deadlines (YdPlan  *plan,
                             YdPoint *point)
{
  GListModel *deadlines = yd_point_get_deadlines (point);
  const guint n = g_list_model_get_n_items (deadlines);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) deadline = g_list_model_get_item (deadlines, i);

      if (!_yd_breakdown_is_word (deadline, YD_DEADLINE_ORIGIN, "internal") &&
          !_yd_breakdown_is_word (deadline, YD_DEADLINE_CHECK, "refused"))
        append_deadline (out, plan, deadline);
    }

  return g_string_free (out, FALSE);
}
