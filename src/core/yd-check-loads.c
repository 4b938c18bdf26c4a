/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-check-private.h"

#include <glib/gi18n-lib.h>

/* How much the units of a plan have. It is counted while its points are walked through.
 *
 * Every paper has a unit whose business it is: in real ones it answers for half of the points
 * and for all of them, and in nearly every chapter (海关总署 for bonded zones, 省经信厅 for the
 * robots). Nobody would call that a slip. What is worth a look is one unit that has a large part
 * of the points in few of the chapters while the others have little: a role that was filled down
 * too far, a clause that was taken for too many points. Where several have as much, the paper is
 * divided by their fields.
 */

/* A share is large from so many points on, when it is also a third of all and so many times
 * that of the unit in the middle.
 */
#define LOAD_MIN_POINTS 10
#define LOAD_TIMES      5

typedef struct
{
  guint n_points;               /* for which it leads or answers */
  guint n_chapters;             /* in which these stand */
  guint last_chapter;
} Load;

struct _YdCheckLoads
{
  GHashTable *of_units;         /* YdRow → Load */
  GHashTable *used;             /* of YdRow: who answers in any way, or belongs to a group */
  guint       n_points;         /* that have units */
  guint       n_chapters;       /* likewise */
  guint       chapter;          /* which is gone through, from 1 on */
  gboolean    counted;          /* this chapter is one of n_chapters */
};

YdCheckLoads *
_yd_check_loads_new (void)
{
  YdCheckLoads *self = g_new0 (YdCheckLoads, 1);

  self->of_units = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->used = g_hash_table_new (NULL, NULL);

  return self;
}

void
_yd_check_loads_free (YdCheckLoads *self)
{
  g_hash_table_unref (self->of_units);
  g_hash_table_unref (self->used);
  g_free (self);
}

static void
enter_chapter (YdCheckLoads *self)
{
  self->chapter++;
  self->counted = FALSE;
}

static void
count_assignment (YdCheckLoads *self,
                  YdRow        *unit,
                  YdRow        *assignment)
{
  Load *load;

  g_hash_table_add (self->used, unit);
  if (_yd_check_cell_is (assignment, YD_ASSIGNMENT_ROLE, "support"))
    return;

  load = g_hash_table_lookup (self->of_units, unit);
  if (load == NULL)
    g_hash_table_insert (self->of_units, unit, load = g_new0 (Load, 1));
  load->n_points++;
  load->n_chapters += load->last_chapter != self->chapter;
  load->last_chapter = self->chapter;
}

/* Counts what the units have at @place. */
void
_yd_check_loads_count (YdCheck            *check,
                       const YdCheckPlace *place)
{
  YdCheckLoads *self = check->loads;
  GListModel *assignments = yd_point_get_assignments (place->point);
  const guint n = g_list_model_get_n_items (assignments);

  if (yd_point_get_parent (place->point) == NULL)
    enter_chapter (self);
  if (n == 0)
    return;

  self->n_points++;
  self->n_chapters += !self->counted;
  self->counted = TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      YdRow *unit = yd_plan_get_unit_of (check->plan, assignment);

      if (unit != NULL)
        count_assignment (self, unit, assignment);
    }
}

static void
count_members (YdCheck *check,
               YdRow   *group)
{
  GListModel *members = yd_row_get_rows (group, YD_KIND_MEMBER);
  const guint n = g_list_model_get_n_items (members);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) member = g_list_model_get_item (members, i);

      g_hash_table_add (check->loads->used,
                        yd_space_lookup (YD_SPACE (check->plan), YD_KIND_UNIT,
                                         yd_row_get_cell (member, YD_MEMBER_UNIT)));
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return (*(const guint *) a > *(const guint *) b) - (*(const guint *) a < *(const guint *) b);
}

/* Returns: how many points the unit in the middle has */
static guint
get_median (YdCheckLoads *self)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer load;

  g_hash_table_iter_init (&iter, self->of_units);
  while (g_hash_table_iter_next (&iter, NULL, &load))
    g_array_append_val (numbers, ((Load *) load)->n_points);
  g_array_sort (numbers, compare_numbers);

  return numbers->len > 0 ? g_array_index (numbers, guint, numbers->len / 2) : 0;
}

/* Returns: whether @load is far more than a share */
static gboolean
is_large (YdCheckLoads *self,
          const Load   *load,
          guint         median)
{
  return load->n_points >= LOAD_MIN_POINTS && load->n_points * 3 > self->n_points &&
         load->n_points >= LOAD_TIMES * median;
}

/* Returns: whether it is the business of the unit that the paper is about. A paper without
 * chapters does not tell.
 */
static gboolean
runs_through (YdCheck    *check,
              const Load *load)
{
  return !check->divided || load->n_chapters * 3 >= check->loads->n_chapters * 2;
}

static void
find_large (YdCheck   *check,
            GPtrArray *units)
{
  YdCheckLoads *self = check->loads;
  const guint median = get_median (self);
  YdRow *found = NULL;
  const Load *load;
  guint n_large = 0;

  for (guint i = 0; i < units->len; i++)
    {
      YdRow *unit = g_ptr_array_index (units, i);

      load = g_hash_table_lookup (self->of_units, unit);
      if (load == NULL || _yd_check_is_group (unit) || !is_large (self, load, median))
        continue;
      found = unit;
      n_large++;
    }

  load = found != NULL ? g_hash_table_lookup (self->of_units, found) : NULL;
  if (n_large == 1 && !runs_through (check, load))
    _yd_check_find (check, "unit-load", found, yd_row_get_cell (found, YD_UNIT_NAME),
                    _("“%s” answers for %u of %u points, all of them in %u of %u chapters; most "
                      "units have %u. See whether all of them are meant for it."),
                    yd_row_get_cell (found, YD_UNIT_NAME), load->n_points, self->n_points,
                    load->n_chapters, self->n_chapters, median);
}

/* Tells which of @units have far too much, and which have nothing. */
void
_yd_check_loads (YdCheck   *check,
                 GPtrArray *units)
{
  find_large (check, units);
  for (guint i = 0; i < units->len; i++)
    count_members (check, g_ptr_array_index (units, i));

  for (guint i = 0; i < units->len; i++)
    {
      YdRow *unit = g_ptr_array_index (units, i);
      const char *name = yd_row_get_cell (unit, YD_UNIT_NAME);

      if (!g_hash_table_contains (check->loads->used, unit))
        _yd_check_find (check, "unit-unused", unit, name,
                        _("“%s” answers for nothing. Take it out, or assign something."), name);
    }
}
