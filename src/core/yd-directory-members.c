/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory.h"

/* Who belongs to whom: the members of a group on a day, those whose work a unit took over, its
 * other names, and how often it is named.
 */

static gboolean
is_member_on (const YdDirectoryMember *member,
              YdDay                    day)
{
  return day == YD_DAY_NONE || ((member->from == YD_DAY_NONE || member->from <= day) &&
                                (member->to == YD_DAY_NONE || day <= member->to));
}

static void list_below (YdDirectory           *self,
                        const YdDirectoryUnit *group,
                        YdDay                  day,
                        gboolean               deep,
                        GHashTable            *seen,
                        GPtrArray             *found);

static void
list_own (YdDirectory           *self,
          const YdDirectoryUnit *group,
          YdDay                  day,
          gboolean               deep,
          GHashTable            *seen,
          GPtrArray             *found)
{
  for (guint i = 0; i < group->members->len; i++)
    {
      const YdDirectoryMember *member = &g_array_index (group->members, YdDirectoryMember, i);
      const YdDirectoryUnit *unit = yd_directory_unit_get_heir (member->unit, day);

      if (unit == NULL || !is_member_on (member, day) ||
          !g_hash_table_add (seen, (gpointer) unit))
        continue;

      if (deep && yd_directory_unit_is_group (unit))
        list_below (self, unit, day, deep, seen, found);
      else
        g_ptr_array_add (found, (gpointer) unit);
    }
}

/* With the members of the groups that were merged into it. */
static void
list_below (YdDirectory           *self,
            const YdDirectoryUnit *group,
            YdDay                  day,
            gboolean               deep,
            GHashTable            *seen,
            GPtrArray             *found)
{
  g_autoptr(GPtrArray) merged = yd_directory_list_merged (self, group);

  g_hash_table_add (seen, (gpointer) group);
  list_own (self, group, day, deep, seen, found);
  for (guint i = 0; i < merged->len; i++)
    list_own (self, g_ptr_array_index (merged, i), day, deep, seen, found);
}

/**
 * yd_directory_list_members:
 * @self: a directory
 * @group: a group
 * @day: a day; %YD_DAY_NONE is any
 * @deep: whether a group in the group gives its members instead of itself
 *
 * Who has taken over from a member stands in its place while nobody has said otherwise.
 *
 * Returns: (transfer container) (element-type YdDirectoryUnit): who belongs to it on @day, each
 *   once
 */
GPtrArray *
yd_directory_list_members (YdDirectory           *self,
                           const YdDirectoryUnit *group,
                           YdDay                  day,
                           gboolean               deep)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *found = g_ptr_array_new ();

  list_below (self, group, day, deep, seen, found);

  return found;
}

/**
 * yd_directory_list_former:
 * @self: a directory
 * @unit: a unit
 *
 * Returns: (transfer container) (element-type YdDirectoryUnit): those whose work it took over
 */
GPtrArray *
yd_directory_list_former (YdDirectory           *self,
                          const YdDirectoryUnit *unit)
{
  GPtrArray *units = yd_directory_get_units (self);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < units->len; i++)
    {
      YdDirectoryUnit *other = g_ptr_array_index (units, i);

      if (other != unit && other->merged == NULL && other->successor != NULL &&
          yd_directory_read_through (self, other->successor->id) == unit)
        g_ptr_array_add (found, other);
    }

  return found;
}

/* Returns: (transfer container) (element-type YdDirectoryUnit): the units that are other names
 * of @unit
 */
GPtrArray *
yd_directory_list_merged (YdDirectory           *self,
                          const YdDirectoryUnit *unit)
{
  GPtrArray *units = yd_directory_get_units (self);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < units->len; i++)
    {
      YdDirectoryUnit *other = g_ptr_array_index (units, i);

      if (other != unit && other->merged != NULL &&
          yd_directory_read_through (self, other->id) == unit)
        g_ptr_array_add (found, other);
    }

  return found;
}

/**
 * yd_directory_count_uses:
 * @self: a directory
 * @unit: a unit
 *
 * Returns: how often another unit of the office, or a group, names @unit: it can be deleted
 *   when nobody does, and no plan does
 */
guint
yd_directory_count_uses (YdDirectory           *self,
                         const YdDirectoryUnit *unit)
{
  GPtrArray *units = yd_directory_get_units (self);
  guint n = unit->members->len + unit->groups->len;

  for (guint i = 0; i < units->len; i++)
    {
      const YdDirectoryUnit *other = g_ptr_array_index (units, i);

      n += (other->parent == unit) + (other->successor == unit) + (other->merged == unit);
    }

  return n;
}
