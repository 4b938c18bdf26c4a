/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-breakdown-private.h"

#include "yd-plan-edits.h"

/* The words in this file are those of Chinese official documents, whatever language the program
 * speaks: they are not translated. */

gboolean
_yd_breakdown_is_word (YdRow      *row,
                       guint       field,
                       const char *word)
{
  return g_strcmp0 (yd_row_get_cell (row, field), word) == 0;
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
          !yd_plan_is_refused (assignment))
        append_item (out, "、", yd_row_get_cell (unit, YD_UNIT_NAME));
    }

  return g_string_free (out, FALSE);
}

static void
append_deadline (GString *out,
                 YdPlan  *plan,
                 YdRow   *deadline)
{
  const char *words = yd_row_get_cell (deadline, YD_DEADLINE_WORDS);
  const char *unit_id = yd_row_get_cell (deadline, YD_DEADLINE_UNIT);
  YdRow *unit = unit_id != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, unit_id) : NULL;
  g_autofree char *own = words != NULL ? g_strdup (words)
                                       : _yd_breakdown_dup_deadline_words (deadline);
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
          !yd_plan_is_refused (deadline))
        append_deadline (out, plan, deadline);
    }

  return g_string_free (out, FALSE);
}
