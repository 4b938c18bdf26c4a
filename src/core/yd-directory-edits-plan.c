/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-edits-private.h"

#include "yd-order.h"
#include "yd-plan-edits-private.h"
#include "yd-unit-kind.h"

/* The units of a plan that the office does not know become units of it. */

typedef struct
{
  YdEdit           *edit;
  YdOffice         *office;
  GListModel       *units;              /* of the office */
  YdDirectory      *directory;
  GHashTable       *known;              /* id in the plan → id in the office */
  GPtrArray        *fresh;              /* of YdRow: those that are new in the office */
  char             *order;              /* the key of the last one */
  YdDay             day;
  const YdIdSource *ids;
} TakeOver;

static void
take_unit (TakeOver *self,
           YdRow    *row)
{
  g_autofree char *id = yd_id_new (self->ids);
  g_autofree char *last = g_steal_pointer (&self->order);
  GListModel *aliases = yd_row_get_rows (row, YD_KIND_ALIAS);
  const guint n_aliases = g_list_model_get_n_items (aliases);
  const YdUnitTerms terms = {
    .name = yd_row_get_cell (row, YD_UNIT_NAME),
    .full = yd_row_get_cell (row, YD_UNIT_FULL),
    .short_name = yd_row_get_cell (row, YD_UNIT_SHORT),
    .kind = yd_unit_kind_get_name (yd_unit_kind_of (row)),
  };

  self->order = last == NULL ? _yd_plan_edits_order_last (self->units, self->ids)
                             : yd_order_between (last, NULL, self->ids);
  _yd_directory_edits_create_unit (self->edit, id, &terms, self->order);
  for (guint i = 0; i < n_aliases; i++)
    {
      g_autoptr(YdRow) alias = g_list_model_get_item (aliases, i);

      _yd_plan_edits_alias (self->edit, YD_SPACE (self->office), id,
                            yd_row_get_cell (alias, YD_ALIAS_NAME));
    }
  g_hash_table_insert (self->known, (gpointer) yd_row_get_id (row), g_steal_pointer (&id));
}

static void
sort_out (TakeOver  *self,
          GPtrArray *units)
{
  for (guint i = 0; i < units->len; i++)
    {
      YdRow *row = g_ptr_array_index (units, i);
      const YdNameMatch match = yd_directory_resolve (self->directory, row, self->day);

      if (match.unit != NULL)
        g_hash_table_insert (self->known, (gpointer) yd_row_get_id (row),
                             g_strdup (match.unit->id));
      else if (!yd_row_get_flag (row, YD_UNIT_VAGUE))
        g_ptr_array_add (self->fresh, row);
    }
}

/* Only of groups that the office did not have: it says itself who belongs to the others. */
static void
take_members (TakeOver *self,
              YdRow    *group)
{
  const char *group_id = g_hash_table_lookup (self->known, yd_row_get_id (group));
  GListModel *members = yd_row_get_rows (group, YD_KIND_MEMBER);
  const guint n = g_list_model_get_n_items (members);
  g_auto(GStrv) member_ids = yd_id_new_list (self->ids, n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) member = g_list_model_get_item (members, i);
      const char *unit = g_hash_table_lookup (self->known,
                                              yd_row_get_cell (member, YD_MEMBER_UNIT));

      if (unit != NULL)
        _yd_directory_edits_create_member
          (self->edit, member_ids[i], group_id, unit,
           yd_day_parse (yd_row_get_cell (member, YD_MEMBER_FROM)),
           yd_day_parse (yd_row_get_cell (member, YD_MEMBER_TO)));
    }
}

/**
 * yd_office_edit_take_over:
 * @office: an office
 * @plan: a plan
 * @units: (element-type YdRow): units of @plan
 * @day: the day of @plan
 * @ids: gives the random bits
 *
 * Those of @units that the office does not know become units of it, with their aliases and
 * their members. What stands for nobody in particular (市直相关部门) is left out. @plan is
 * tied to them by yd_plan_edit_link().
 */
YdEdit *
yd_office_edit_take_over (YdOffice         *office,
                          YdPlan           *plan,
                          GPtrArray        *units,
                          YdDay             day,
                          const YdIdSource *ids)
{
  g_autoptr(YdDirectory) directory = yd_directory_new (office);
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr(GPtrArray) fresh = g_ptr_array_new ();
  TakeOver self = { yd_edit_new ("unit.take-over", NULL), office,
                    yd_space_get_rows (YD_SPACE (office), YD_KIND_UNIT), directory, known, fresh,
                    NULL, day, ids };

  yd_edit_set_whole (self.edit, TRUE);
  sort_out (&self, units);
  for (guint i = 0; i < fresh->len; i++)
    take_unit (&self, g_ptr_array_index (fresh, i));
  for (guint i = 0; i < fresh->len; i++)
    take_members (&self, g_ptr_array_index (fresh, i));
  g_free (self.order);

  return self.edit;
}
