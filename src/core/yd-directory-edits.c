/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-edits-private.h"

#include "yd-order.h"
#include "yd-plan-edits-private.h"
#include "yd-text-rows.h"
#include "yd-unit-kind.h"

/* Edits of the directory. What a unit was called, and to which group it belonged, is kept with
 * its days: a reform ends a unit and begins another one, and older plans go on to show who
 * answered for them.
 */

static void
set_day (YdEdit *edit,
         YdRow  *row,
         guint   field,
         YdDay   day)
{
  char text[YD_DAY_SIZE];

  _yd_plan_edits_set (edit, row, field, yd_day_format (day, text));
}

static void
put_day (YdEdit *edit,
         guint   field,
         YdDay   day)
{
  char text[YD_DAY_SIZE];

  if (day != YD_DAY_NONE)
    yd_edit_put (edit, field, yd_day_format (day, text));
}

static void
put_text (YdEdit     *edit,
          guint       field,
          const char *text)
{
  if (text != NULL && *text != '\0')
    yd_edit_put (edit, field, text);
}

void
_yd_directory_edits_create_unit (YdEdit            *edit,
                                 const char        *id,
                                 const YdUnitTerms *terms,
                                 const char        *order)
{
  yd_edit_create (edit, YD_KIND_UNIT, id);
  yd_edit_put (edit, YD_UNIT_NAME, terms->name);
  put_text (edit, YD_UNIT_FULL, terms->full);
  put_text (edit, YD_UNIT_SHORT, terms->short_name);
  put_text (edit, YD_UNIT_KIND, terms->kind);
  yd_edit_put (edit, YD_UNIT_ORDER, order);
  put_day (edit, YD_UNIT_FROM, terms->from);
  put_day (edit, YD_UNIT_TO, terms->to);
  put_text (edit, YD_UNIT_CONTACT, terms->contact);
  put_text (edit, YD_UNIT_PHONE, terms->phone);
}

static GListModel *
get_units (YdOffice *office)
{
  return yd_space_get_rows (YD_SPACE (office), YD_KIND_UNIT);
}

/**
 * yd_office_edit_add_unit:
 * @office: an office
 * @id: the id of the new unit
 * @terms: what it is
 * @ids: gives the random bits
 */
YdEdit *
yd_office_edit_add_unit (YdOffice          *office,
                         const char        *id,
                         const YdUnitTerms *terms,
                         const YdIdSource  *ids)
{
  YdEdit *edit = yd_edit_new ("unit.add", NULL);
  g_autofree char *order = _yd_plan_edits_order_last (get_units (office), ids);

  _yd_directory_edits_create_unit (edit, id, terms, order);

  return edit;
}

YdEdit *
yd_office_edit_add_alias (YdOffice   *office,
                          YdRow      *unit,
                          const char *name)
{
  YdEdit *edit = yd_edit_new ("alias.add", NULL);

  _yd_plan_edits_alias (edit, YD_SPACE (office), yd_row_get_id (unit), name);

  return edit;
}

/* Succession */

static gboolean
is_open (YdRow *member,
         YdDay  day)
{
  const YdDay to = yd_day_parse (yd_row_get_cell (member, YD_MEMBER_TO));

  return to == YD_DAY_NONE || to >= day;
}

void
_yd_directory_edits_create_member (YdEdit     *edit,
                                   const char *id,
                                   const char *group,
                                   const char *unit,
                                   YdDay       from,
                                   YdDay       to)
{
  yd_edit_create (edit, YD_KIND_MEMBER, id);
  yd_edit_put (edit, YD_MEMBER_GROUP, group);
  yd_edit_put (edit, YD_MEMBER_UNIT, unit);
  put_day (edit, YD_MEMBER_FROM, from);
  put_day (edit, YD_MEMBER_TO, to);
}

static gboolean
has_member (YdRow      *group,
            const char *unit,
            YdDay       day)
{
  GListModel *members = yd_row_get_rows (group, YD_KIND_MEMBER);
  const guint n = g_list_model_get_n_items (members);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) member = g_list_model_get_item (members, i);

      if (g_strcmp0 (yd_row_get_cell (member, YD_MEMBER_UNIT), unit) == 0 &&
          is_open (member, day))
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  YdEdit           *edit;
  GPtrArray        *units;              /* of YdRow: those that end */
  const char       *successor;
  YdDay             day;                /* the first one of the successor */
  const YdIdSource *ids;
} Succession;

static gboolean
ends (Succession *self,
      const char *unit)
{
  for (guint i = 0; i < self->units->len; i++)
    if (g_strcmp0 (yd_row_get_id (g_ptr_array_index (self->units, i)), unit) == 0)
      return TRUE;

  return FALSE;
}

/* Two that become one are one member. */
static void
hand_over_in_group (Succession *self,
                    YdRow      *group)
{
  GListModel *members = yd_row_get_rows (group, YD_KIND_MEMBER);
  const guint n = g_list_model_get_n_items (members);
  gboolean handed = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) member = g_list_model_get_item (members, i);

      if (!ends (self, yd_row_get_cell (member, YD_MEMBER_UNIT)) || !is_open (member, self->day))
        continue;

      set_day (self->edit, member, YD_MEMBER_TO, self->day - 1);
      if (!handed && !has_member (group, self->successor, self->day))
        {
          g_autofree char *id = yd_id_new (self->ids);

          _yd_directory_edits_create_member (self->edit, id, yd_row_get_id (group),
                                             self->successor, self->day, YD_DAY_NONE);
          handed = TRUE;
        }
    }
}

static void
hand_over (Succession *self,
           YdOffice   *office)
{
  GListModel *rows = get_units (office);
  const guint n = g_list_model_get_n_items (rows);

  yd_edit_set_whole (self->edit, TRUE);
  for (guint i = 0; i < self->units->len; i++)
    {
      YdRow *unit = g_ptr_array_index (self->units, i);

      set_day (self->edit, unit, YD_UNIT_TO, self->day - 1);
      _yd_plan_edits_set (self->edit, unit, YD_UNIT_SUCCESSOR, self->successor);
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) group = g_list_model_get_item (rows, i);

      hand_over_in_group (self, group);
    }
}

/**
 * yd_office_edit_succeed:
 * @office: an office
 * @units: (element-type YdRow): units that end
 * @successor: who takes over from them, none of them
 * @day: the first day on which it does
 * @ids: gives the random bits
 *
 * As in the reform of 2018: 国税 and 地税 become 税务. In each group the successor stands in the
 * place of those that end, from @day on.
 */
YdEdit *
yd_office_edit_succeed (YdOffice         *office,
                        GPtrArray        *units,
                        YdRow            *successor,
                        YdDay             day,
                        const YdIdSource *ids)
{
  Succession self = { yd_edit_new ("unit.succeed", NULL), units, yd_row_get_id (successor), day,
                      ids };

  g_return_val_if_fail (!ends (&self, self.successor), self.edit);

  hand_over (&self, office);

  return self.edit;
}

/* As yd_office_edit_succeed(), by a unit that is new: also how a unit gets another name. */
YdEdit *
yd_office_edit_succeed_new (YdOffice         *office,
                            GPtrArray        *units,
                            const char       *id,
                            const char       *name,
                            YdDay             day,
                            const YdIdSource *ids)
{
  Succession self = { yd_edit_new ("unit.succeed", NULL), units, id, day, ids };
  g_autofree char *order = _yd_plan_edits_order_last (get_units (office), ids);
  YdUnitTerms terms = { .name = name, .from = day };

  g_return_val_if_fail (units->len > 0, self.edit);

  terms.kind = yd_row_get_cell (g_ptr_array_index (units, 0), YD_UNIT_KIND);
  _yd_directory_edits_create_unit (self.edit, id, &terms, order);
  yd_edit_put (self.edit, YD_UNIT_PARENT,
               yd_row_get_cell (g_ptr_array_index (units, 0), YD_UNIT_PARENT));
  hand_over (&self, office);

  return self.edit;
}

/* One unit under two names */

/* Whether one comes from @row to @id by following @field. */
static gboolean
leads_to (YdOffice   *office,
          YdRow      *row,
          guint       field,
          const char *id)
{
  for (guint i = 0; row != NULL && i < YD_SPACE_MAX_UNITS; i++)
    {
      if (g_strcmp0 (yd_row_get_id (row), id) == 0)
        return TRUE;
      row = yd_row_get_cell (row, field) == NULL ? NULL
            : yd_space_lookup (YD_SPACE (office), YD_KIND_UNIT, yd_row_get_cell (row, field));
    }

  return FALSE;
}

/**
 * yd_office_edit_merge:
 * @office: an office
 * @unit: a unit that is the same as another one
 * @into: the one that it is
 *
 * Nothing that points to @unit is written anew: it is read through @into. Without changes if
 * @into is read through @unit already.
 */
YdEdit *
yd_office_edit_merge (YdOffice *office,
                      YdRow    *unit,
                      YdRow    *into)
{
  YdEdit *edit = yd_edit_new ("unit.merge", NULL);

  if (!leads_to (office, into, YD_UNIT_MERGED, yd_row_get_id (unit)))
    _yd_plan_edits_set (edit, unit, YD_UNIT_MERGED, yd_row_get_id (into));

  return edit;
}

/* It is a unit of its own after all. */
YdEdit *
yd_office_edit_part (YdRow *unit)
{
  return yd_plan_edit_set (unit, YD_UNIT_MERGED, NULL, "unit.part");
}

/* Without changes if @parent, which may be %NULL, belongs to @unit already. */
YdEdit *
yd_office_edit_set_parent (YdOffice *office,
                           YdRow    *unit,
                           YdRow    *parent)
{
  YdEdit *edit = yd_edit_new ("unit.edit", NULL);

  if (parent == NULL || !leads_to (office, parent, YD_UNIT_PARENT, yd_row_get_id (unit)))
    _yd_plan_edits_set (edit, unit, YD_UNIT_PARENT, parent != NULL ? yd_row_get_id (parent) : NULL);

  return edit;
}

/* Groups */

static YdEdit *
begin_members (YdRow *group)
{
  YdEdit *edit = yd_edit_new ("member.add", NULL);

  if (yd_row_get_cell (group, YD_UNIT_KIND) == NULL)
    _yd_plan_edits_set (edit, group, YD_UNIT_KIND, "group");

  return edit;
}

/**
 * yd_office_edit_add_member:
 * @office: an office
 * @id: the id of the new row
 * @group: a unit; it becomes a group if nobody has said what it is
 * @unit: who belongs to it
 * @from: the first day, or %YD_DAY_NONE
 * @to: the last day, or %YD_DAY_NONE
 *
 * Applying it is refused if the groups would go round in a circle.
 */
YdEdit *
yd_office_edit_add_member (YdOffice   *office,
                           const char *id,
                           YdRow      *group,
                           YdRow      *unit,
                           YdDay       from,
                           YdDay       to)
{
  YdEdit *edit = begin_members (group);

  g_return_val_if_fail (YD_IS_OFFICE (office), edit);

  _yd_directory_edits_create_member (edit, id, yd_row_get_id (group), yd_row_get_id (unit), from,
                                     to);

  return edit;
}

/**
 * yd_office_edit_add_rows:
 * @office: an office
 * @group: as for yd_office_edit_add_member()
 * @units: (element-type YdRow): who belongs to it
 * @from: the first day of all of them, or %YD_DAY_NONE
 * @to: the last one, or %YD_DAY_NONE
 * @ids: gives the random bits
 *
 * The same for several at once, in the order of @units: all of them belong to @group, or, where
 * it is refused, none.
 */
YdEdit *
yd_office_edit_add_rows (YdOffice         *office,
                         YdRow            *group,
                         GPtrArray        *units,
                         YdDay             from,
                         YdDay             to,
                         const YdIdSource *ids)
{
  YdEdit *edit = begin_members (group);
  g_auto(GStrv) member_ids = yd_id_new_list (ids, units->len);

  g_return_val_if_fail (YD_IS_OFFICE (office), edit);

  yd_edit_set_whole (edit, TRUE);
  for (guint i = 0; i < units->len; i++)
    _yd_directory_edits_create_member (edit, member_ids[i], yd_row_get_id (group),
                                       yd_row_get_id (g_ptr_array_index (units, i)), from, to);

  return edit;
}

/* Returns: (transfer full): the id of the unit that is called @name, which is made if there is
 * none; @order is the key of the last new one
 */
static char *
ensure_unit (YdEdit            *edit,
             YdOffice          *office,
             YdDirectory       *directory,
             const char        *name,
             const YdIdSource  *ids,
             char             **order)
{
  const YdNameMatch match = yd_directory_match (directory, name, YD_DAY_NONE);
  const YdUnitTerms terms = { .name = name,
                              .kind = yd_unit_kind_get_name (yd_unit_kind_guess (name)) };
  g_autofree char *last = NULL;
  char *id;

  if (match.unit != NULL)
    return g_strdup (match.unit->id);

  last = g_steal_pointer (order);
  *order = last != NULL ? yd_order_between (last, NULL, ids)
                        : _yd_plan_edits_order_last (get_units (office), ids);
  id = yd_id_new (ids);
  _yd_directory_edits_create_unit (edit, id, &terms, *order);

  return id;
}

/**
 * yd_office_edit_add_members:
 * @office: an office
 * @group: a unit of it
 * @names: who belongs to it, set apart as in documents: `东宝区、掇刀区`
 * @ids: gives the random bits
 *
 * Whom the office does not know becomes a unit of it. Who is or was a member stays as it is.
 */
YdEdit *
yd_office_edit_add_members (YdOffice         *office,
                            YdRow            *group,
                            const char       *names,
                            const YdIdSource *ids)
{
  YdEdit *edit = begin_members (group);
  g_autoptr(YdDirectory) directory = yd_directory_new (office);
  g_autoptr(GPtrArray) list = yd_text_split_names (names);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) member_ids = yd_id_new_list (ids, list->len);
  g_autofree char *order = NULL;

  yd_edit_set_whole (edit, TRUE);
  for (guint i = 0; i < list->len; i++)
    {
      const char *name = g_ptr_array_index (list, i);
      g_autofree char *unit = NULL;

      if (!g_hash_table_add (seen, yd_unit_name_fold (name)))
        continue;

      unit = ensure_unit (edit, office, directory, name, ids, &order);
      if (!g_hash_table_add (seen, g_strdup (unit)) ||
          g_str_equal (unit, yd_row_get_id (group)) || has_member (group, unit, YD_DAY_NONE))
        continue;

      _yd_directory_edits_create_member (edit, member_ids[i], yd_row_get_id (group), unit,
                                         YD_DAY_NONE, YD_DAY_NONE);
    }

  return edit;
}

/**
 * yd_office_edit_set_days:
 * @row: a unit or a member
 * @from: the first day, or %YD_DAY_NONE
 * @to: the last day, or %YD_DAY_NONE
 */
YdEdit *
yd_office_edit_set_days (YdRow *row,
                         YdDay  from,
                         YdDay  to)
{
  const gboolean member = yd_row_get_kind (row) == YD_KIND_MEMBER;
  YdEdit *edit = yd_edit_new (member ? "member.edit" : "unit.edit", NULL);

  set_day (edit, row, member ? YD_MEMBER_FROM : YD_UNIT_FROM, from);
  set_day (edit, row, member ? YD_MEMBER_TO : YD_UNIT_TO, to);

  return edit;
}

/**
 * yd_office_edit_delete_unit:
 * @office: an office
 * @unit: a unit that no plan points to
 *
 * Without changes if another unit or a group of the office names it.
 */
YdEdit *
yd_office_edit_delete_unit (YdOffice *office,
                            YdRow    *unit)
{
  g_autoptr(YdDirectory) directory = yd_directory_new (office);
  const YdDirectoryUnit *known = yd_directory_lookup (directory, yd_row_get_id (unit));

  if (known == NULL || yd_directory_count_uses (directory, known) > 0)
    return yd_edit_new ("unit.delete", NULL);

  return yd_plan_edit_delete_row (unit, "unit.delete");
}
