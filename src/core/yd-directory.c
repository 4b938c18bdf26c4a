/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory.h"

#include <string.h>

/**
 * YdDirectory:
 *
 * The units that an office knows, with all that they are and were called, when they were
 * there, who came after them, and who belonged to which group when. It is a picture of the
 * moment in which it was read: it changes no more and may be used on any thread. Who edits the
 * office reads it anew.
 */
struct _YdDirectory
{
  gatomicrefcount  n_refs;
  GPtrArray       *units;               /* of YdDirectoryUnit, in the order of the office */
  GHashTable      *by_id;
  GHashTable      *by_name;             /* folded name → GArray of Called */
};

G_DEFINE_BOXED_TYPE (YdDirectory, yd_directory, yd_directory_ref, yd_directory_unref)

/* A name that somebody has. */
typedef struct
{
  YdDirectoryUnit *unit;
  YdNameForm       form;
} Called;

static void
member_clear (gpointer data)
{
  g_free (((YdDirectoryMember *) data)->id);
}

static void
unit_free (YdDirectoryUnit *unit)
{
  g_free (unit->id);
  g_free (unit->name);
  g_free (unit->full);
  g_free (unit->short_name);
  g_free (unit->kind);
  g_free (unit->contact);
  g_free (unit->phone);
  g_ptr_array_unref (unit->aliases);
  g_array_unref (unit->members);
  g_array_unref (unit->groups);
  g_free (unit);
}

static GArray *
new_members (void)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (YdDirectoryMember));

  g_array_set_clear_func (members, member_clear);

  return members;
}

static YdDirectoryUnit *
unit_new (YdRow *row)
{
  YdDirectoryUnit *unit = g_new0 (YdDirectoryUnit, 1);
  GListModel *aliases = yd_row_get_rows (row, YD_KIND_ALIAS);
  const guint n = g_list_model_get_n_items (aliases);

  unit->id = g_strdup (yd_row_get_id (row));
  unit->name = g_strdup (yd_row_get_cell (row, YD_UNIT_NAME));
  unit->full = g_strdup (yd_row_get_cell (row, YD_UNIT_FULL));
  unit->short_name = g_strdup (yd_row_get_cell (row, YD_UNIT_SHORT));
  unit->kind = g_strdup (yd_row_get_cell (row, YD_UNIT_KIND));
  unit->contact = g_strdup (yd_row_get_cell (row, YD_UNIT_CONTACT));
  unit->phone = g_strdup (yd_row_get_cell (row, YD_UNIT_PHONE));
  unit->from = yd_day_parse (yd_row_get_cell (row, YD_UNIT_FROM));
  unit->to = yd_day_parse (yd_row_get_cell (row, YD_UNIT_TO));
  unit->members = new_members ();
  unit->groups = new_members ();
  unit->aliases = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) alias = g_list_model_get_item (aliases, i);

      g_ptr_array_add (unit->aliases, g_strdup (yd_row_get_cell (alias, YD_ALIAS_NAME)));
    }

  return unit;
}

static YdDirectoryUnit *
find (YdDirectory *self,
      const char  *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

static void
add_member (GArray          *members,
            YdRow           *row,
            YdDirectoryUnit *unit)
{
  const YdDirectoryMember member = {
    .id = g_strdup (yd_row_get_id (row)),
    .unit = unit,
    .from = yd_day_parse (yd_row_get_cell (row, YD_MEMBER_FROM)),
    .to = yd_day_parse (yd_row_get_cell (row, YD_MEMBER_TO)),
  };

  g_array_append_val (members, member);
}

static void
tie_members (YdDirectory     *self,
             YdDirectoryUnit *group,
             YdRow           *row)
{
  GListModel *members = yd_row_get_rows (row, YD_KIND_MEMBER);
  const guint n = g_list_model_get_n_items (members);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) member = g_list_model_get_item (members, i);
      YdDirectoryUnit *unit = find (self, yd_row_get_cell (member, YD_MEMBER_UNIT));

      if (unit == NULL)
        continue;
      add_member (group->members, member, unit);
      add_member (unit->groups, member, group);
    }
}

/* Two clerks may have said of two units that each is the other: the first word holds. */
static YdDirectoryUnit *
follow_merged (YdDirectoryUnit *unit)
{
  YdDirectoryUnit *slow = unit;

  for (gboolean odd = FALSE; unit->merged != NULL; odd = !odd)
    {
      unit = unit->merged;
      if (odd)
        slow = slow->merged;
      if (unit == slow)
        break;
    }

  return unit;
}

static void
call (YdDirectory     *self,
      const char      *name,
      YdDirectoryUnit *unit,
      YdNameForm       form)
{
  g_autofree char *folded = name != NULL ? yd_unit_name_fold (name) : NULL;
  YdDirectoryUnit *target = follow_merged (unit);
  const Called called = { target, target == unit ? form : YD_NAME_ALIAS };
  GArray *all;

  if (folded == NULL || *folded == '\0')
    return;

  all = g_hash_table_lookup (self->by_name, folded);
  if (all == NULL)
    {
      all = g_array_new (FALSE, FALSE, sizeof (Called));
      g_hash_table_insert (self->by_name, g_steal_pointer (&folded), all);
    }
  g_array_append_val (all, called);
}

static void
call_all (YdDirectory     *self,
          YdDirectoryUnit *unit)
{
  call (self, unit->name, unit, YD_NAME_OWN);
  call (self, unit->full, unit, YD_NAME_FULL);
  call (self, unit->short_name, unit, YD_NAME_SHORT);
  for (guint i = 0; i < unit->aliases->len; i++)
    call (self, g_ptr_array_index (unit->aliases, i), unit, YD_NAME_ALIAS);
}

static void
read_units (YdDirectory *self,
            GListModel  *rows)
{
  const guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);
      YdDirectoryUnit *unit = unit_new (row);

      g_ptr_array_add (self->units, unit);
      g_hash_table_insert (self->by_id, unit->id, unit);
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);
      YdDirectoryUnit *unit = g_ptr_array_index (self->units, i);

      unit->parent = find (self, yd_row_get_cell (row, YD_UNIT_PARENT));
      unit->successor = find (self, yd_row_get_cell (row, YD_UNIT_SUCCESSOR));
      unit->merged = find (self, yd_row_get_cell (row, YD_UNIT_MERGED));
      tie_members (self, unit, row);
    }
}

/**
 * yd_directory_new:
 * @office: (nullable): an office
 *
 * Returns: (transfer full): what it knows of units now
 */
YdDirectory *
yd_directory_new (YdOffice *office)
{
  YdDirectory *self = g_new0 (YdDirectory, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->units = g_ptr_array_new_with_free_func ((GDestroyNotify) unit_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_array_unref);

  if (office != NULL)
    read_units (self, yd_space_get_rows (YD_SPACE (office), YD_KIND_UNIT));
  for (guint i = 0; i < self->units->len; i++)
    call_all (self, g_ptr_array_index (self->units, i));

  return self;
}

YdDirectory *
yd_directory_ref (YdDirectory *self)
{
  g_atomic_ref_count_inc (&self->n_refs);

  return self;
}

void
yd_directory_unref (YdDirectory *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;

  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->units);
  g_free (self);
}

/**
 * yd_directory_get_units:
 * @self: a directory
 *
 * Returns: (transfer none) (element-type YdDirectoryUnit): all units in their order, those
 *   that were merged into another and those that are no more as well
 */
GPtrArray *
yd_directory_get_units (YdDirectory *self)
{
  return self->units;
}

/* Returns: (transfer none) (nullable): the unit with this id, also if it was merged */
const YdDirectoryUnit *
yd_directory_lookup (YdDirectory *self,
                     const char  *id)
{
  return find (self, id);
}

/* Returns: (transfer none) (nullable): the unit that @id stands for after mergers of names */
const YdDirectoryUnit *
yd_directory_read_through (YdDirectory *self,
                           const char  *id)
{
  YdDirectoryUnit *unit = find (self, id);

  return unit != NULL ? follow_merged (unit) : NULL;
}

/**
 * yd_directory_unit_is_there:
 * @unit: a unit
 * @day: a day; %YD_DAY_NONE is any
 *
 * Returns: whether there was such a unit on @day
 */
gboolean
yd_directory_unit_is_there (const YdDirectoryUnit *unit,
                            YdDay                  day)
{
  return day == YD_DAY_NONE || ((unit->from == YD_DAY_NONE || unit->from <= day) &&
                                (unit->to == YD_DAY_NONE || day <= unit->to));
}

gboolean
yd_directory_unit_is_group (const YdDirectoryUnit *unit)
{
  return g_strcmp0 (unit->kind, "group") == 0 || unit->members->len > 0;
}

/**
 * yd_directory_unit_get_heir:
 * @unit: a unit
 * @day: a day
 *
 * Returns: (transfer none) (nullable): who does on @day what @unit did: @unit itself while it
 *   is there, else its successor or the successor of that one
 */
const YdDirectoryUnit *
yd_directory_unit_get_heir (const YdDirectoryUnit *unit,
                            YdDay                  day)
{
  /* Successors may go round in a circle, as clerks err. */
  for (guint i = 0; unit != NULL && i < 64; i++)
    {
      unit = follow_merged ((YdDirectoryUnit *) unit);
      if (yd_directory_unit_is_there (unit, day))
        return unit;
      if (unit->from != YD_DAY_NONE && day < unit->from)
        return NULL;
      unit = unit->successor;
    }

  return NULL;
}

/**
 * yd_directory_match:
 * @self: a directory
 * @name: a name in any form, blanks and the width of its signs aside
 * @day: the day of the paper that prints it; %YD_DAY_NONE is any
 *
 * Who was there on @day goes before who was not, and among these who is usually called so
 * before who is called so elsewhere. A paper of 2017 finds the tax office of 2017.
 */
YdNameMatch
yd_directory_match (YdDirectory *self,
                    const char  *name,
                    YdDay        day)
{
  g_autofree char *folded = name != NULL ? yd_unit_name_fold (name) : NULL;
  GArray *all = folded != NULL ? g_hash_table_lookup (self->by_name, folded) : NULL;
  YdNameMatch match = { NULL };
  guint best = 0;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const Called *called = &g_array_index (all, Called, i);
      const gboolean there = yd_directory_unit_is_there (called->unit, day);
      const guint rank = called->form + (there ? YD_NAME_OWN : 0);

      if (rank > best)
        match = (YdNameMatch) { called->unit, called->form, !there, FALSE };
      else if (rank == best && called->unit != match.unit)
        match.doubtful = TRUE;
      best = MAX (best, rank);
    }

  return match;
}

/**
 * yd_directory_resolve:
 * @self: a directory
 * @plan_unit: a unit of a plan
 * @day: the day of the plan
 *
 * By its origin, or where it has none, by its names. It is never resolved to a successor: the
 * plan shows who answered for it then.
 */
YdNameMatch
yd_directory_resolve (YdDirectory *self,
                      YdRow       *plan_unit,
                      YdDay        day)
{
  static const guint fields[] = { YD_UNIT_NAME, YD_UNIT_FULL, YD_UNIT_SHORT };
  const YdDirectoryUnit *unit =
    yd_directory_read_through (self, yd_row_get_cell (plan_unit, YD_UNIT_ORIGIN));
  YdNameMatch best = { NULL };

  if (unit != NULL)
    return (YdNameMatch) { unit, YD_NAME_OWN, !yd_directory_unit_is_there (unit, day), FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const YdNameMatch match =
        yd_directory_match (self, yd_row_get_cell (plan_unit, fields[i]), day);

      if (match.unit != NULL && (best.unit == NULL || (best.doubtful && !match.doubtful)))
        best = match;
    }

  return best;
}
