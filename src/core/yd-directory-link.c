/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-link.h"

#include "yd-order.h"
#include "yd-plan-walk.h"
#include "yd-plan-edits-private.h"

/**
 * yd_plan_get_day:
 * @plan: a plan
 * @otherwise: the day for a plan that says none, such as today
 *
 * Returns: the day of which its units and its members are: the day of issue
 */
YdDay
yd_plan_get_day (YdPlan *plan,
                 YdDay   otherwise)
{
  YdRow *head = yd_space_get_head (YD_SPACE (plan));
  const YdDay day = head != NULL ? yd_day_parse (yd_row_get_cell (head, YD_PLAN_ISSUED))
                                 : YD_DAY_NONE;

  return day != YD_DAY_NONE ? day : otherwise;
}

/* New units */

/* What an edit says of a unit that it makes. */
typedef struct
{
  GRefString *id;
  const char *name;
  const char *full;
  const char *kind;
  const char *origin;
} Fresh;

static void
read_cell (Fresh          *fresh,
           const YdChange *change)
{
  switch (change->field)
    {
    case YD_UNIT_NAME:
      fresh->name = change->new_value;
      break;

    case YD_UNIT_FULL:
      fresh->full = change->new_value;
      break;

    case YD_UNIT_KIND:
      fresh->kind = change->new_value;
      break;

    case YD_UNIT_ORIGIN:
      fresh->origin = change->new_value;
      break;

    default:
      break;
    }
}

/* Cells of a new row come together. Returns: (transfer full) (element-type Fresh) */
static GArray *
list_fresh (YdEdit *edit)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (Fresh));
  guint n;
  const YdChange *changes = yd_edit_get_changes (edit, &n);

  for (guint i = 0; i < n; i++)
    {
      Fresh *last = all->len > 0 ? &g_array_index (all, Fresh, all->len - 1) : NULL;

      if (changes[i].kind != YD_KIND_UNIT)
        continue;
      if (yd_change_creates (&changes[i]))
        {
          const Fresh fresh = { .id = changes[i].id };

          g_array_append_val (all, fresh);
        }
      else if (last != NULL && g_str_equal (last->id, changes[i].id))
        read_cell (last, &changes[i]);
    }

  return all;
}

/**
 * yd_plan_edit_know_units:
 * @edit: an edit of a plan that is not sealed
 * @directory: what the office knows
 * @day: the day of the plan
 *
 * The units that @edit makes point to the units of the office, where it is certain which they
 * are.
 */
void
yd_plan_edit_know_units (YdEdit      *edit,
                         YdDirectory *directory,
                         YdDay        day)
{
  g_autoptr(GArray) all = list_fresh (edit);

  for (guint i = 0; i < all->len; i++)
    {
      const Fresh *fresh = &g_array_index (all, Fresh, i);
      YdNameMatch match = yd_directory_match (directory, fresh->name, day);

      if (match.unit == NULL)
        match = yd_directory_match (directory, fresh->full, day);
      if (match.unit == NULL || match.doubtful || fresh->origin != NULL)
        continue;

      yd_edit_change (edit, YD_KIND_UNIT, fresh->id, YD_UNIT_ORIGIN, NULL, match.unit->id);
      if (fresh->kind == NULL && match.unit->kind != NULL)
        yd_edit_change (edit, YD_KIND_UNIT, fresh->id, YD_UNIT_KIND, NULL, match.unit->kind);
    }
}

/* Units that are there */

/* What stands for nobody in particular has no place in a directory. */
static gboolean
is_vague (YdRow *unit)
{
  return yd_row_get_flag (unit, YD_UNIT_VAGUE);
}

/**
 * yd_plan_edit_link:
 * @plan: a plan
 * @directory: what the office knows
 * @day: the day of @plan
 *
 * Returns: (transfer full): the edit by which the units of @plan that point nowhere yet point
 *   to those of the office, where it is certain which they are
 */
YdEdit *
yd_plan_edit_link (YdPlan      *plan,
                   YdDirectory *directory,
                   YdDay        day)
{
  YdEdit *edit = yd_edit_new ("unit.link", NULL);
  GListModel *units = yd_plan_get_units (plan);
  const guint n = g_list_model_get_n_items (units);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);
      const char *origin = yd_row_get_cell (unit, YD_UNIT_ORIGIN);
      const YdNameMatch match = yd_directory_resolve (directory, unit, day);

      if (match.unit == NULL || match.doubtful || is_vague (unit) ||
          yd_directory_lookup (directory, origin) != NULL)
        continue;

      _yd_plan_edits_set (edit, unit, YD_UNIT_ORIGIN, match.unit->id);
      if (yd_row_get_cell (unit, YD_UNIT_KIND) == NULL)
        _yd_plan_edits_set (edit, unit, YD_UNIT_KIND, match.unit->kind);
    }

  return edit;
}

static void
add_once (GPtrArray  *units,
          GHashTable *seen,
          YdRow      *unit)
{
  if (unit != NULL && g_hash_table_add (seen, unit))
    g_ptr_array_add (units, unit);
}

/* All units, in the order in which the document names them; then those that no point has. */
static GPtrArray *
list_in_order (YdPlan *plan)
{
  g_autoptr(YdPlanWalk) walk = yd_plan_walk_new (plan);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *units = g_ptr_array_new ();
  GListModel *all = yd_plan_get_units (plan);

  for (YdPoint *point; (point = yd_plan_walk_next (walk, NULL, NULL)) != NULL; )
    {
      GListModel *assignments = yd_point_get_assignments (point);
      const guint n = g_list_model_get_n_items (assignments);

      for (guint i = 0; i < n; i++)
        {
          g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);

          add_once (units, seen, yd_plan_get_unit_of (plan, assignment));
        }
    }

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (all, i);

      add_once (units, seen, unit);
    }

  return units;
}

/**
 * yd_plan_list_unknown:
 * @plan: a plan
 * @directory: what the office knows
 * @day: the day of @plan
 *
 * Returns: (transfer full) (element-type YdRow): the units of @plan that the office could take
 *   over, because it does not know them, in the order in which the document names them
 */
GPtrArray *
yd_plan_list_unknown (YdPlan      *plan,
                      YdDirectory *directory,
                      YdDay        day)
{
  GPtrArray *unknown = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) units = list_in_order (plan);

  for (guint i = 0; i < units->len; i++)
    {
      YdRow *unit = g_ptr_array_index (units, i);

      if (!is_vague (unit) && yd_directory_resolve (directory, unit, day).unit == NULL)
        g_ptr_array_add (unknown, g_object_ref (unit));
    }

  return unknown;
}

/* Members */

typedef struct
{
  YdEdit           *edit;
  YdPlan           *plan;
  YdDirectory      *directory;
  YdDay             day;
  const YdIdSource *ids;
  GHashTable       *here;               /* unit of the directory → its id in the plan */
  GHashTable       *done;               /* groups of the directory that were entered */
  char             *order;              /* (nullable): the key of the last new unit */
} Entering;

static GHashTable *
list_here (YdPlan      *plan,
           YdDirectory *directory,
           YdDay        day)
{
  GHashTable *here = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GListModel *units = yd_plan_get_units (plan);
  const guint n = g_list_model_get_n_items (units);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);
      const YdNameMatch match = yd_directory_resolve (directory, unit, day);

      if (match.unit != NULL && !match.doubtful && !g_hash_table_contains (here, match.unit))
        g_hash_table_insert (here, (gpointer) match.unit, g_strdup (yd_row_get_id (unit)));
    }

  return here;
}

static const char *
ensure_unit (Entering              *self,
             const YdDirectoryUnit *unit)
{
  const char *known = g_hash_table_lookup (self->here, unit);
  g_autofree char *last = NULL;
  char *id;

  if (known != NULL)
    return known;

  last = g_steal_pointer (&self->order);
  self->order = last != NULL ? yd_order_between (last, NULL, self->ids)
                             : _yd_plan_edits_order_last (yd_plan_get_units (self->plan),
                                                          self->ids);
  id = yd_id_new (self->ids);
  g_hash_table_insert (self->here, (gpointer) unit, id);

  yd_edit_create (self->edit, YD_KIND_UNIT, id);
  yd_edit_put (self->edit, YD_UNIT_NAME, unit->name);
  yd_edit_put (self->edit, YD_UNIT_FULL, unit->full);
  yd_edit_put (self->edit, YD_UNIT_SHORT, unit->short_name);
  yd_edit_put (self->edit, YD_UNIT_KIND, unit->kind);
  yd_edit_put (self->edit, YD_UNIT_ORIGIN, unit->id);
  yd_edit_put (self->edit, YD_UNIT_ORDER, self->order);

  return id;
}

static gboolean
has_member (YdPlan     *plan,
            const char *group_id,
            const char *unit_id)
{
  YdRow *group = yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, group_id);
  GListModel *members = group != NULL ? yd_row_get_rows (group, YD_KIND_MEMBER) : NULL;
  const guint n = members != NULL ? g_list_model_get_n_items (members) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) member = g_list_model_get_item (members, i);

      if (g_strcmp0 (yd_row_get_cell (member, YD_MEMBER_UNIT), unit_id) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
enter (Entering              *self,
       const YdDirectoryUnit *group,
       const char            *group_id)
{
  g_autoptr(GPtrArray) members = NULL;
  g_auto(GStrv) ids = NULL;

  if (!g_hash_table_add (self->done, (gpointer) group))
    return;

  members = yd_directory_list_members (self->directory, group, self->day, FALSE);
  ids = yd_id_new_list (self->ids, members->len);
  for (guint i = 0; i < members->len; i++)
    {
      const YdDirectoryUnit *unit = g_ptr_array_index (members, i);
      const char *unit_id = ensure_unit (self, unit);

      if (g_str_equal (unit_id, group_id) || has_member (self->plan, group_id, unit_id))
        continue;

      yd_edit_create (self->edit, YD_KIND_MEMBER, ids[i]);
      yd_edit_put (self->edit, YD_MEMBER_GROUP, group_id);
      yd_edit_put (self->edit, YD_MEMBER_UNIT, unit_id);
    }

  for (guint i = 0; i < members->len; i++)
    {
      const YdDirectoryUnit *unit = g_ptr_array_index (members, i);

      if (yd_directory_unit_is_group (unit))
        enter (self, unit, g_hash_table_lookup (self->here, unit));
    }
}

/**
 * yd_plan_edit_enter_members:
 * @plan: a plan
 * @groups: (element-type YdRow): groups of @plan
 * @directory: what the office knows
 * @day: the day of @plan
 * @ids: gives the random bits
 *
 * Enters in @plan who belonged to @groups on @day, as units and members of its own. Who stands
 * in the plan as a member already stays.
 *
 * Returns: (transfer full): the edit
 */
YdEdit *
yd_plan_edit_enter_members (YdPlan           *plan,
                            GPtrArray        *groups,
                            YdDirectory      *directory,
                            YdDay             day,
                            const YdIdSource *ids)
{
  g_autoptr(GHashTable) here = list_here (plan, directory, day);
  g_autoptr(GHashTable) done = g_hash_table_new (NULL, NULL);
  Entering self = { yd_edit_new ("member.enter", NULL), plan, directory, day, ids, here, done,
                    NULL };

  yd_edit_set_whole (self.edit, TRUE);
  for (guint i = 0; i < groups->len; i++)
    {
      YdRow *group = g_ptr_array_index (groups, i);
      const YdNameMatch match = yd_directory_resolve (directory, group, day);

      if (match.unit != NULL && !match.doubtful)
        enter (&self, match.unit, yd_row_get_id (group));
    }
  g_free (self.order);

  return self.edit;
}

static gboolean
is_open (YdPlan                *plan,
         YdDirectory           *directory,
         YdRow                 *group,
         const YdDirectoryUnit *known,
         YdDay                  day,
         GHashTable            *here)
{
  g_autoptr(GPtrArray) members = yd_directory_list_members (directory, known, day, FALSE);

  for (guint i = 0; i < members->len; i++)
    {
      const char *id = g_hash_table_lookup (here, g_ptr_array_index (members, i));

      if (id == NULL || !has_member (plan, yd_row_get_id (group), id))
        return TRUE;
    }

  return FALSE;
}

/**
 * yd_plan_list_open_groups:
 * @plan: a plan
 * @directory: what the office knows
 * @day: the day of @plan
 *
 * Returns: (transfer full) (element-type YdRow): the groups of @plan of which the office knows
 *   members on @day that the plan does not have
 */
GPtrArray *
yd_plan_list_open_groups (YdPlan      *plan,
                          YdDirectory *directory,
                          YdDay        day)
{
  g_autoptr(GHashTable) here = list_here (plan, directory, day);
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *units = yd_plan_get_units (plan);
  const guint n = g_list_model_get_n_items (units);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);
      const YdNameMatch match = yd_directory_resolve (directory, unit, day);

      if (match.unit != NULL && !match.doubtful && !is_vague (unit) &&
          yd_directory_unit_is_group (match.unit) &&
          is_open (plan, directory, unit, match.unit, day, here))
        g_ptr_array_add (groups, g_steal_pointer (&unit));
    }

  return groups;
}
