/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-edits-private.h"

#include "yd-order.h"

/* Who answers for a point, and until when, as a person says it: without a sentence
 * of the document, confirmed, and as sure as can be.
 */

static void
create_assignment (YdEdit     *edit,
                   YdPoint    *point,
                   const char *id,
                   const char *unit_id,
                   const char *role,
                   const char *order)
{
  yd_edit_create (edit, YD_KIND_ASSIGNMENT, id);
  yd_edit_put (edit, YD_ASSIGNMENT_POINT, yd_row_get_id (point));
  yd_edit_put (edit, YD_ASSIGNMENT_UNIT, unit_id);
  yd_edit_put (edit, YD_ASSIGNMENT_ROLE, role);
  yd_edit_put (edit, YD_ASSIGNMENT_ORDER, order);
  yd_edit_put (edit, YD_ASSIGNMENT_CHECK, "confirmed");
  yd_edit_put_int (edit, YD_ASSIGNMENT_SURE, 100);
}

/* The same unit at the same point is the same row for ever: what was deleted comes
 * back, without what it said before. Its role comes from this person.
 */
static void
revive_assignment (YdEdit     *edit,
                   YdRow      *row,
                   const char *role,
                   const char *order)
{
  static const guint forgotten[] = {
    YD_ASSIGNMENT_EACH, YD_ASSIGNMENT_WORD, YD_ASSIGNMENT_WORDS, YD_ASSIGNMENT_SPAN,
    YD_ASSIGNMENT_DONE, YD_ASSIGNMENT_DONE_NOTE,
  };

  _yd_plan_edits_set (edit, row, YD_FIELD_DELETED, "false");
  _yd_plan_edits_set (edit, row, YD_ASSIGNMENT_ROLE, role);
  _yd_plan_edits_set (edit, row, YD_ASSIGNMENT_ORDER, order);
  _yd_plan_edits_set (edit, row, YD_ASSIGNMENT_CHECK, "confirmed");
  _yd_plan_edits_set (edit, row, YD_ASSIGNMENT_SURE, "100");
  for (guint i = 0; i < G_N_ELEMENTS (forgotten); i++)
    _yd_plan_edits_set (edit, row, forgotten[i], NULL);
}

/* Adds to @edit that a unit answers for @point, or does so in another role. */
void
_yd_plan_edits_assign (YdPlan           *plan,
                       YdEdit           *edit,
                       YdPoint          *point,
                       const char       *unit_id,
                       const char       *role,
                       const YdIdSource *ids)
{
  g_autofree char *id = yd_space_derive_id (YD_KIND_ASSIGNMENT, yd_row_get_id (point), unit_id,
                                            NULL);
  g_autofree char *order = _yd_plan_edits_order_last (yd_point_get_assignments (point), ids);
  YdRow *row = yd_space_lookup (YD_SPACE (plan), YD_KIND_ASSIGNMENT, id);

  if (row == NULL)
    create_assignment (edit, point, id, unit_id, role, order);
  else if (yd_row_get_flag (row, YD_FIELD_DELETED))
    revive_assignment (edit, row, role, order);
  else
    {
      _yd_plan_edits_set (edit, row, YD_ASSIGNMENT_ROLE, role);
      _yd_plan_edits_confirm (edit, row);
    }
}

/**
 * yd_plan_edit_assign:
 * @plan: a plan
 * @points: (element-type YdRow): the points
 * @unit: a unit of @plan
 * @role: `lead`, `responsible` or `support`
 * @ids: gives the random bits
 *
 * @unit answers for @points. Where it does already, it gets the role.
 */
YdEdit *
yd_plan_edit_assign (YdPlan           *plan,
                     GPtrArray        *points,
                     YdRow            *unit,
                     const char       *role,
                     const YdIdSource *ids)
{
  YdEdit *edit = yd_edit_new ("assignment.add", NULL);

  g_return_val_if_fail (YD_IS_ROW (unit), edit);

  for (guint i = 0; i < points->len; i++)
    _yd_plan_edits_assign (plan, edit, g_ptr_array_index (points, i), yd_row_get_id (unit), role,
                           ids);

  return edit;
}

/* As yd_plan_edit_assign(), with a unit that @plan does not have yet. */
YdEdit *
yd_plan_edit_assign_new (YdPlan           *plan,
                         GPtrArray        *points,
                         const char       *unit_id,
                         const char       *name,
                         const char       *role,
                         const YdIdSource *ids)
{
  YdEdit *edit = yd_edit_new ("assignment.add", NULL);
  g_autofree char *order = _yd_plan_edits_order_last (yd_plan_get_units (plan), ids);

  yd_edit_set_whole (edit, TRUE);
  yd_edit_create (edit, YD_KIND_UNIT, unit_id);
  yd_edit_put (edit, YD_UNIT_NAME, name);
  yd_edit_put (edit, YD_UNIT_ORDER, order);

  for (guint i = 0; i < points->len; i++)
    _yd_plan_edits_assign (plan, edit, g_ptr_array_index (points, i), unit_id, role, ids);

  return edit;
}

/* @unit of @space is called @name too; what was taken off comes back. */
void
_yd_plan_edits_alias (YdEdit     *edit,
                      YdSpace    *space,
                      const char *unit_id,
                      const char *name)
{
  g_autofree char *id = yd_space_derive_id (YD_KIND_ALIAS, unit_id, name, NULL);
  YdRow *row = yd_space_lookup (space, YD_KIND_ALIAS, id);

  if (row != NULL)
    {
      if (yd_row_get_flag (row, YD_FIELD_DELETED))
        _yd_plan_edits_set (edit, row, YD_FIELD_DELETED, "false");
      return;
    }

  yd_edit_create (edit, YD_KIND_ALIAS, id);
  yd_edit_put (edit, YD_ALIAS_UNIT, unit_id);
  yd_edit_put (edit, YD_ALIAS_NAME, name);
}

/**
 * yd_plan_edit_add_alias:
 * @plan: a plan
 * @unit: a unit of @plan
 * @name: how else it is called
 */
YdEdit *
yd_plan_edit_add_alias (YdPlan     *plan,
                        YdRow      *unit,
                        const char *name)
{
  YdEdit *edit = yd_edit_new ("alias.add", NULL);

  _yd_plan_edits_alias (edit, YD_SPACE (plan), yd_row_get_id (unit), name);

  return edit;
}

YdEdit *
yd_plan_edit_unassign (YdRow *assignment)
{
  return yd_plan_edit_delete_row (assignment, "assignment.delete");
}

YdEdit *
yd_plan_edit_set_role (YdRow      *assignment,
                       const char *role)
{
  return yd_plan_edit_set (assignment, YD_ASSIGNMENT_ROLE, role, "assignment.role");
}

/* The fields of @terms, in the same order. Returns: (transfer full) */
static GPtrArray *
list_terms (const YdDeadlineTerms *terms)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (values, g_strdup (terms->rule));
  g_ptr_array_add (values, g_strdup (terms->value));
  g_ptr_array_add (values, terms->n != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, terms->n) : NULL);
  g_ptr_array_add (values, g_strdup (terms->measure));
  g_ptr_array_add (values, g_strdup (terms->anchor));
  g_ptr_array_add (values, g_strdup (terms->anchor_id));
  g_ptr_array_add (values, g_strdup (terms->roll));
  g_ptr_array_add (values, terms->first ? g_strdup ("true") : NULL);
  g_ptr_array_add (values, g_strdup (terms->unit));

  return values;
}

static const guint term_fields[] = {
  YD_DEADLINE_RULE, YD_DEADLINE_VALUE, YD_DEADLINE_N, YD_DEADLINE_MEASURE, YD_DEADLINE_ANCHOR,
  YD_DEADLINE_ANCHOR_ID, YD_DEADLINE_ROLL, YD_DEADLINE_FIRST, YD_DEADLINE_UNIT,
};

/**
 * yd_plan_edit_add_deadline:
 * @point: a point
 * @id: the id of the new deadline
 * @origin: `stated` by the document or `internal`
 * @terms: what it says
 * @words: (nullable): the words for it
 * @ids: gives the random bits
 */
YdEdit *
yd_plan_edit_add_deadline (YdPoint               *point,
                           const char            *id,
                           const char            *origin,
                           const YdDeadlineTerms *terms,
                           const char            *words,
                           const YdIdSource      *ids)
{
  YdEdit *edit = yd_edit_new ("deadline.add", NULL);
  g_autoptr(GPtrArray) values = list_terms (terms);
  g_autofree char *order = _yd_plan_edits_order_last (yd_point_get_deadlines (point), ids);

  yd_edit_create (edit, YD_KIND_DEADLINE, id);
  yd_edit_put (edit, YD_DEADLINE_POINT, yd_row_get_id (point));
  yd_edit_put (edit, YD_DEADLINE_ORIGIN, origin);
  for (guint i = 0; i < G_N_ELEMENTS (term_fields); i++)
    yd_edit_put (edit, term_fields[i], g_ptr_array_index (values, i));
  yd_edit_put (edit, YD_DEADLINE_WORDS, words);
  yd_edit_put (edit, YD_DEADLINE_CHECK, "confirmed");
  yd_edit_put_int (edit, YD_DEADLINE_SURE, 100);
  yd_edit_put (edit, YD_DEADLINE_ORDER, order);

  return edit;
}

/* The words of the document stay: they are what was corrected. */
YdEdit *
yd_plan_edit_edit_deadline (YdRow                 *deadline,
                            const YdDeadlineTerms *terms)
{
  YdEdit *edit = yd_edit_new ("deadline.edit", NULL);
  g_autoptr(GPtrArray) values = list_terms (terms);

  for (guint i = 0; i < G_N_ELEMENTS (term_fields); i++)
    {
      const char *value = g_ptr_array_index (values, i);

      /* A flag that was said to be off is off. */
      if (term_fields[i] == YD_DEADLINE_FIRST &&
          yd_row_get_flag (deadline, YD_DEADLINE_FIRST) == terms->first)
        continue;
      _yd_plan_edits_set (edit, deadline, term_fields[i], value);
    }
  _yd_plan_edits_confirm (edit, deadline);

  return edit;
}

YdEdit *
yd_plan_edit_delete_deadline (YdRow *deadline)
{
  return yd_plan_edit_delete_row (deadline, "deadline.delete");
}
