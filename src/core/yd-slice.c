/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-slice.h"

#include "yd-matrix-private.h"

struct _YdSlice
{
  YdPlan     *plan;             /* owned */
  YdRow      *unit;
  GArray     *items;            /* YdSliceItem */
  GPtrArray  *open_groups;      /* which may mean the unit, and nobody has entered who is in it */
  GHashTable *paths;            /* owned strings */
};

static void
note_mark (YdMatrix           *matrix,
           const YdMatrixMark *mark,
           YdRow              *via,
           YdSliceItem        *item)
{
  if (mark == NULL || (guint) mark->role <= item->role)
    return;

  item->role = mark->role;
  item->assignment = mark->assignment;
  item->via = via;
}

/* What the unit is to @point: itself, or more than that through a group. */
static void
look_at_point (YdMatrix      *matrix,
               YdMatrixPoint *point,
               guint          unit,
               YdSliceItem   *item)
{
  GArray *groups = _yd_matrix_unit (matrix, unit)->groups;

  note_mark (matrix, _yd_matrix_find_mark (matrix, point, unit), NULL, item);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      guint group = g_array_index (groups, guint, i);

      note_mark (matrix, _yd_matrix_find_mark (matrix, point, group),
                 _yd_matrix_unit (matrix, group)->unit, item);
    }
}

/* Whether the party of @mark does not say who, and @unit may be meant. */
static gboolean
may_mean (YdMatrix           *matrix,
          const YdMatrixMark *mark,
          guint               unit)
{
  const YdMatrixUnit *party = _yd_matrix_unit (matrix, mark->unit);
  const char *name = yd_row_get_cell (party->unit, YD_UNIT_NAME);

  return mark->unit != unit && party->kind == YD_UNIT_GROUP && party->members == NULL &&
         name != NULL && yd_unit_vague_may_mean (name, _yd_matrix_unit (matrix, unit)->kind);
}

/* What is said to somebody who is not named stands at the end; of groups that nobody has
 * entered the members of it is only said that there are some.
 */
static void
look_for_meant (YdSlice             *self,
                YdMatrix            *matrix,
                const YdMatrixPoint *point,
                guint                unit,
                YdSliceItem         *item)
{
  for (guint i = 0; i < point->n_marks; i++)
    {
      const YdMatrixMark *mark = &point->marks[i];
      YdRow *party = _yd_matrix_unit (matrix, mark->unit)->unit;

      if (!may_mean (matrix, mark, unit))
        continue;

      if (!_yd_matrix_unit (matrix, mark->unit)->is_vague)
        {
          if (!g_ptr_array_find (self->open_groups, party, NULL))
            g_ptr_array_add (self->open_groups, party);
          continue;
        }

      note_mark (matrix, mark, party, item);
      item->is_vague = TRUE;
    }
}

static void
fill_in (YdSlice             *self,
         YdMatrix            *matrix,
         const YdMatrixPoint *point,
         YdSliceItem         *item)
{
  char *path = g_strdup (point->path);
  YdScheduled scheduled;

  g_hash_table_add (self->paths, path);
  item->point = point->point;
  item->path = path;
  item->light = point->light;
  item->due = YD_DAY_NONE;
  if (matrix->schedule != NULL &&
      yd_schedule_get (matrix->schedule, point->point, &scheduled))
    item->due = scheduled.due;

  g_array_append_val (self->items, *item);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const YdSliceItem *item = a, *other = b;

  if (item->is_vague != other->is_vague)
    return item->is_vague - other->is_vague;
  if (!item->is_vague && item->role != other->role)
    return item->role > other->role ? -1 : 1;

  return item->place < other->place ? -1 : item->place > other->place;
}

/**
 * yd_slice_new:
 * @matrix: the matrix of a plan, whatever it shows
 * @unit: a unit of the plan
 *
 * Returns: (transfer full): what @unit has in the whole plan, the tail too
 */
YdSlice *
yd_slice_new (YdMatrix *matrix,
              YdRow    *unit)
{
  YdSlice *self;
  guint place;

  g_return_val_if_fail (YD_IS_MATRIX (matrix), NULL);

  place = _yd_matrix_find_unit (matrix, unit);
  g_return_val_if_fail (place != YD_MATRIX_NONE, NULL);

  self = g_new0 (YdSlice, 1);
  self->plan = g_object_ref (matrix->plan);
  self->unit = unit;
  self->items = g_array_new (FALSE, FALSE, sizeof (YdSliceItem));
  self->open_groups = g_ptr_array_new ();
  self->paths = g_hash_table_new_full (NULL, NULL, g_free, NULL);

  for (guint i = 0; i < matrix->points->len; i++)
    {
      YdMatrixPoint *point = _yd_matrix_point (matrix, i);
      YdSliceItem item = { .place = i };

      look_at_point (matrix, point, place, &item);
      if (item.role == YD_ROLE_NONE)
        look_for_meant (self, matrix, point, place, &item);
      if (item.role != YD_ROLE_NONE)
        fill_in (self, matrix, point, &item);
    }
  g_array_sort (self->items, compare_items);

  return self;
}

void
yd_slice_free (YdSlice *self)
{
  g_object_unref (self->plan);
  g_array_unref (self->items);
  g_ptr_array_unref (self->open_groups);
  g_hash_table_unref (self->paths);
  g_free (self);
}

/* Returns: (transfer none): the plan of which it is a part */
YdPlan *
yd_slice_get_plan (YdSlice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->plan;
}

/* Returns: (transfer none): whose it is */
YdRow *
yd_slice_get_unit (YdSlice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unit;
}

guint
yd_slice_get_n_items (YdSlice *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

/* Returns: (transfer none): the item, good as long as the slice */
const YdSliceItem *
yd_slice_get_item (YdSlice *self,
                   guint    n)
{
  g_return_val_if_fail (self != NULL && n < self->items->len, NULL);

  return &g_array_index (self->items, YdSliceItem, n);
}

/* How many points there are in which it has @role, without those that only may mean it. */
guint
yd_slice_count (YdSlice *self,
                YdRole   role)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->items->len; i++)
    n += !yd_slice_get_item (self, i)->is_vague && yd_slice_get_item (self, i)->role == role;

  return n;
}

guint
yd_slice_count_vague (YdSlice *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->items->len; i++)
    n += yd_slice_get_item (self, i)->is_vague;

  return n;
}

/**
 * yd_slice_list_open_groups:
 * @self: a slice
 *
 * Returns: (transfer container) (element-type YdRow): the groups with something to do that
 *   the unit may belong to, while nobody has entered who does
 */
GPtrArray *
yd_slice_list_open_groups (YdSlice *self)
{
  GPtrArray *groups;

  g_return_val_if_fail (self != NULL, NULL);

  groups = g_ptr_array_new ();
  g_ptr_array_extend (groups, self->open_groups, NULL, NULL);

  return groups;
}

/**
 * yd_slice_list_leads:
 * @self: a slice
 * @n: an item
 *
 * Returns: (transfer container) (element-type YdRow): the other units that lead the point, as
 *   the document names them: whom to turn to. Nobody where each answers for its own part
 */
GPtrArray *
yd_slice_list_leads (YdSlice *self,
                     guint    n)
{
  GPtrArray *leads = g_ptr_array_new ();
  GListModel *assignments;

  g_return_val_if_fail (self != NULL && n < self->items->len, leads);

  assignments = yd_point_get_assignments (yd_slice_get_item (self, n)->point);
  for (guint i = 0; i < g_list_model_get_n_items (assignments); i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      YdRow *unit = yd_plan_get_unit_of (self->plan, assignment);

      if (yd_role_of (assignment) == YD_ROLE_LEAD && unit != NULL && unit != self->unit)
        g_ptr_array_add (leads, unit);
    }

  return leads;
}

/**
 * yd_matrix_list_bearers:
 * @self: a matrix
 *
 * Returns: (transfer container) (element-type YdRow): the units that have something to do,
 *   themselves or through a group, in the order of the plan; of groups those of which nobody
 *   has entered the members, but for parties that do not say who
 */
GPtrArray *
yd_matrix_list_bearers (YdMatrix *self)
{
  GPtrArray *bearers = g_ptr_array_new ();

  g_return_val_if_fail (YD_IS_MATRIX (self), bearers);

  for (guint i = 0; i < self->units->len; i++)
    {
      const YdMatrixUnit *unit = _yd_matrix_unit (self, i);
      gboolean bears = unit->n_marks + unit->n_tail_marks > 0;

      if (unit->members != NULL || unit->is_vague)
        continue;

      for (guint g = 0; !bears && unit->groups != NULL && g < unit->groups->len; g++)
        {
          const YdMatrixUnit *group =
            _yd_matrix_unit (self, g_array_index (unit->groups, guint, g));

          bears = group->n_marks + group->n_tail_marks > 0;
        }
      if (bears)
        g_ptr_array_add (bearers, unit->unit);
    }

  return bearers;
}
