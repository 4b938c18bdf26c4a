/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-schedule-edits.h"

#include "yd-loose-orders.h"
#include "yd-order.h"
#include "yd-plan-edits-private.h"

/* A sentence that says what comes before what inside one point: accepting that gives each a
 * point of its own, and joins the two.
 */

static char *
add_duty (YdEdit           *edit,
          YdPoint          *point,
          const char       *title,
          char            **order,
          const YdIdSource *ids)
{
  char *id = yd_id_new (ids);
  g_autofree char *next = *order != NULL ? yd_order_between (*order, NULL, ids)
                                         : _yd_plan_edits_order_last
                                           (yd_point_get_children (point), ids);

  yd_edit_create (edit, YD_KIND_POINT, id);
  yd_edit_put (edit, YD_POINT_PARENT, yd_row_get_id (point));
  yd_edit_put (edit, YD_POINT_ORDER, next);
  yd_edit_put (edit, YD_POINT_KIND, "duty");
  yd_edit_put (edit, YD_POINT_TITLE, title);
  yd_edit_put (edit, YD_POINT_CHECK, "confirmed");
  yd_edit_put_int (edit, YD_POINT_SURE, 100);

  g_free (*order);
  *order = g_steal_pointer (&next);

  return id;
}

/* The sentence says it once; so the second dependency quotes the same words. */
static void
add_end (YdEdit           *edit,
         YdRow            *remark,
         const char       *first,
         const char       *second,
         const YdIdSource *ids)
{
  g_autofree char *id = yd_id_new (ids);

  yd_edit_create (edit, YD_KIND_DEPENDENCY, id);
  yd_edit_put (edit, YD_DEPENDENCY_PRED, first);
  yd_edit_put (edit, YD_DEPENDENCY_SUCC, second);
  yd_edit_put (edit, YD_DEPENDENCY_TYPE, "FF");
  for (guint f = YD_DEPENDENCY_WORDS; f <= YD_DEPENDENCY_SPAN; f++)
    yd_edit_put (edit, f, yd_row_get_cell (remark, f));
  yd_edit_put (edit, YD_DEPENDENCY_CHECK, "confirmed");
  yd_edit_put_int (edit, YD_DEPENDENCY_SURE, 100);
}

/**
 * yd_schedule_edit_split:
 * @plan: a plan
 * @point: the point in whose sentence the phrase stands
 * @remark: a dependency of @plan without ends
 * @parts: what it puts in order
 * @ids: gives ids and the random bits
 *
 * Splits two duties off @point, behind those it has. The second one waits until the first
 * is done, or, where they go along, until it begins and ends. Who answers for @point answers
 * for them.
 */
YdEdit *
yd_schedule_edit_split (YdPlan             *plan,
                        YdPoint            *point,
                        YdRow              *remark,
                        const YdOrderParts *parts,
                        const YdIdSource   *ids)
{
  YdEdit *edit = yd_edit_new ("dependency.split", NULL);
  g_autofree char *order = NULL, *first = NULL, *second = NULL;

  g_return_val_if_fail (YD_IS_ROW (point) && YD_IS_ROW (remark), edit);
  g_return_val_if_fail (parts->first != NULL && parts->second != NULL, edit);

  yd_edit_set_whole (edit, TRUE);
  first = add_duty (edit, point, parts->first, &order, ids);
  second = add_duty (edit, point, parts->second, &order, ids);

  _yd_plan_edits_set (edit, remark, YD_DEPENDENCY_PRED, first);
  _yd_plan_edits_set (edit, remark, YD_DEPENDENCY_SUCC, second);
  _yd_plan_edits_set (edit, remark, YD_DEPENDENCY_TYPE, parts->together ? "SS" : "FS");
  _yd_plan_edits_set (edit, remark, YD_DEPENDENCY_CHECK, "confirmed");
  if (parts->together && parts->to_the_end)
    add_end (edit, remark, first, second, ids);

  return edit;
}

/* The point in whose sentence a remark without ends stands. */
static YdPoint *
find_owner (YdPlan *plan,
            YdRow  *row)
{
  g_autoptr(GHashTable) owners = NULL;

  if (yd_row_get_kind (row) != YD_KIND_DEPENDENCY || !yd_plan_is_proposed (row) ||
      yd_row_get_cell (row, YD_DEPENDENCY_PRED) != NULL ||
      yd_row_get_cell (row, YD_DEPENDENCY_SUCC) != NULL)
    return NULL;

  owners = yd_loose_orders_list_owners (plan);

  return g_hash_table_lookup (owners, row);     /* the space keeps it */
}

/**
 * yd_schedule_edit_accept:
 * @plan: a plan
 * @row: what was read in it and is proposed
 * @ids: gives ids and the random bits
 *
 * Accepts a proposal. A phrase that plainly names two things inside one point splits them
 * off, see yd_schedule_edit_split(), for only so can they wait for each other; all else is
 * confirmed as it is.
 */
YdEdit *
yd_schedule_edit_accept (YdPlan           *plan,
                         YdRow            *row,
                         const YdIdSource *ids)
{
  YdPoint *owner = find_owner (plan, row);
  const char *words = owner != NULL ? yd_row_get_cell (row, YD_DEPENDENCY_WORDS) : NULL;
  g_auto(YdOrderParts) parts = { NULL };

  if (words != NULL && yd_order_parts_read (words, &parts) && parts.plain)
    return yd_schedule_edit_split (plan, owner, row, &parts, ids);

  return yd_plan_edit_confirm (row);
}
