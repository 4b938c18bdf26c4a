/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-private.h"

/* How a matrix follows its plan. Assignments are taken up one by one; whatever makes other
 * points or units is read anew.
 */

#define EVERYTHING (YD_MATRIX_CHANGED_CELLS | YD_MATRIX_CHANGED_ROWS | YD_MATRIX_CHANGED_COLUMNS)

/* An edit with more assignments than this is quicker to follow from the beginning. */
#define MANY_POINTS 5000

/* What an edit bears on. */
typedef struct
{
  GHashTable *points;           /* whose units it names */
  gboolean    all;
  gboolean    looks;            /* of cells, which are not kept: titles, what is proposed */
} Bearing;

static void
look_at_point (Bearing        *bearing,
               const YdChange *change)
{
  switch (change->field)
    {
    case YD_FIELD_DELETED:
    case YD_POINT_PARENT:
    case YD_POINT_ORDER:
    case YD_POINT_KIND:
    case YD_POINT_PRINTED:
      bearing->all = TRUE;
      break;

    case YD_POINT_TITLE:
      bearing->looks = TRUE;
      break;

    default:
      break;
    }
}

/* What was proposed stays the same mark, unless somebody refuses it. */
static gboolean
confirms_mark (const YdChange *change)
{
  return change->field == YD_ASSIGNMENT_CHECK && g_strcmp0 (change->old_value, "refused") != 0 &&
         g_strcmp0 (change->new_value, "refused") != 0;
}

static void
look_at_assignment (YdMatrix       *self,
                    Bearing        *bearing,
                    const YdChange *change)
{
  YdRow *row;

  if (confirms_mark (change))
    {
      bearing->looks = TRUE;
      return;
    }

  row = yd_space_lookup (YD_SPACE (self->plan), YD_KIND_ASSIGNMENT, change->id);
  if (row != NULL && yd_row_get_home (row) != NULL)
    g_hash_table_add (bearing->points, yd_row_get_home (row));
}

static void
look_at_change (YdMatrix       *self,
                Bearing        *bearing,
                const YdChange *change)
{
  switch ((int) change->kind)
    {
    case YD_KIND_POINT:
      look_at_point (bearing, change);
      break;

    case YD_KIND_ASSIGNMENT:
      look_at_assignment (self, bearing, change);
      break;

    case YD_KIND_UNIT:
      bearing->looks |= change->field == YD_UNIT_SHORT || change->field == YD_UNIT_FULL;
      bearing->all |= change->field != YD_UNIT_SHORT && change->field != YD_UNIT_FULL;
      break;

    case YD_KIND_MEMBER:
      bearing->all = TRUE;
      break;

    case YD_KIND_PLAN:
      bearing->all |= change->field == YD_PLAN_ISSUED;
      break;

    default:
      break;
    }
}

/* Points and units that are gone are folded and unfolded no more. */
static gboolean
is_gone (gpointer row,
         gpointer value,
         gpointer plan)
{
  return !yd_space_is_live (plan, row);
}

static void
follow_all (YdMatrix *self)
{
  g_hash_table_foreach_remove (self->folded, is_gone, self->plan);
  g_hash_table_foreach_remove (self->unfolded, is_gone, self->plan);
  _yd_matrix_build (self);
  yd_matrix_refresh (self);
}

/* Returns: FALSE if @point names a unit for which there is no place */
static gboolean
follow_point (YdMatrix *self,
              guint     place)
{
  YdMatrixPoint *point = _yd_matrix_point (self, place);
  const gboolean was_empty = point->is_shown && point->n_marks == 0;
  gboolean is_counted = point->is_counted;

  _yd_matrix_count_lacks_at (self, place, -1);
  if (is_counted)
    _yd_matrix_count_point (self, point, FALSE);
  if (!_yd_matrix_read_marks (self, point))
    return FALSE;
  _yd_matrix_read_leads_at (self, place);

  /* A chapter was there for the sake of what is below it, and now for its own. */
  point->fits |= was_empty && _yd_matrix_fits (self, place);
  is_counted |= was_empty && point->fits;
  if (is_counted)
    _yd_matrix_count_point (self, point, TRUE);
  _yd_matrix_count_lacks_at (self, place, 1);
  _yd_matrix_forget_sums (self, place);

  return TRUE;
}

/* Returns: whether each unit of @point stands in a column */
static gboolean
has_columns (YdMatrix *self,
             guint     place)
{
  const YdMatrixPoint *point = _yd_matrix_point (self, place);

  for (guint i = 0; i < point->n_marks; i++)
    if (_yd_matrix_unit (self, point->marks[i].unit)->column == YD_MATRIX_NONE)
      return FALSE;

  return TRUE;
}

static void
follow_points (YdMatrix   *self,
               GHashTable *points)
{
  GHashTableIter iter;
  gpointer point;
  gboolean is_new = FALSE;

  g_hash_table_iter_init (&iter, points);
  while (g_hash_table_iter_next (&iter, &point, NULL))
    {
      guint place = _yd_matrix_find_point (self, point);

      if (place == YD_MATRIX_NONE)
        continue;

      if (!follow_point (self, place))
        {
          follow_all (self);
          return;
        }
      is_new = is_new || (_yd_matrix_point (self, place)->is_counted && !has_columns (self, place));
    }

  if (is_new && self->filter.bands == 0)
    _yd_matrix_place (self);
  _yd_matrix_emit_changed (self, is_new ? EVERYTHING : YD_MATRIX_CHANGED_CELLS);
}

/* @edit is in force in the plan. */
void
_yd_matrix_follow (YdMatrix *self,
                   YdEdit   *edit)
{
  g_autoptr(GHashTable) points = g_hash_table_new (NULL, NULL);
  Bearing bearing = { points, FALSE, FALSE };
  guint n;
  const YdChange *changes = yd_edit_get_changes (edit, &n);

  if (self->reader != NULL)
    {
      _yd_matrix_begin (self);
      return;
    }

  for (guint i = 0; i < n && !bearing.all; i++)
    look_at_change (self, &bearing, &changes[i]);

  if (bearing.all || g_hash_table_size (points) > MANY_POINTS)
    follow_all (self);
  else if (g_hash_table_size (points) > 0)
    follow_points (self, points);
  else if (bearing.looks)
    _yd_matrix_emit_changed (self, YD_MATRIX_CHANGED_CELLS);
}

static void
follow_light (YdMatrix *self,
              guint     place)
{
  YdMatrixPoint *point = _yd_matrix_point (self, place);
  const gboolean is_counted = point->is_counted;

  if (is_counted)
    _yd_matrix_count_point (self, point, FALSE);
  _yd_matrix_read_light (self, point);
  if (is_counted)
    _yd_matrix_count_point (self, point, TRUE);
}

/* What is scheduled otherwise shows another light, and so do the chapters above it. */
void
_yd_matrix_follow_lights (YdMatrix  *self,
                          GPtrArray *points)
{
  g_autoptr(GHashTable) places = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key;

  if (self->reader != NULL)
    {
      _yd_matrix_begin (self);
      return;
    }

  for (guint i = 0; points == NULL && i < self->points->len; i++)
    g_hash_table_add (places, GUINT_TO_POINTER (i + 1));

  for (guint i = 0; points != NULL && i < points->len; i++)
    for (guint place = _yd_matrix_find_point (self, g_ptr_array_index (points, i));
         place != YD_MATRIX_NONE; place = _yd_matrix_point (self, place)->parent)
      g_hash_table_add (places, GUINT_TO_POINTER (place + 1));

  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    follow_light (self, GPOINTER_TO_UINT (key) - 1);

  if (g_hash_table_size (places) > 0)
    _yd_matrix_emit_changed (self, YD_MATRIX_CHANGED_CELLS);
}

/* The point that a row stands at. */
static YdPoint *
find_owner (YdRow *row)
{
  while (row != NULL && yd_row_get_kind (row) != YD_KIND_POINT)
    row = yd_row_get_home (row);

  return row;
}

/**
 * yd_matrix_add_changed:
 * @plan: a plan
 * @edit: an edit of it, from its journal
 * @points: (element-type YdRow): a set; the plan keeps the points
 *
 * Adds the points that @edit changed: their words, who answers for them and until when. A
 * set of what changed since a day is made of the edits since then, see #YdMatrixFilter.
 */
void
yd_matrix_add_changed (YdPlan     *plan,
                       YdEdit     *edit,
                       GHashTable *points)
{
  guint n;
  const YdChange *changes;

  g_return_if_fail (YD_IS_PLAN (plan));

  changes = yd_edit_get_changes (edit, &n);
  for (guint i = 0; i < n; i++)
    {
      const YdKind kind = changes[i].kind;
      YdRow *row = kind == YD_KIND_POINT || kind == YD_KIND_ASSIGNMENT ||
                   kind == YD_KIND_DEADLINE || kind == YD_KIND_POSTPONEMENT
                   ? yd_space_lookup (YD_SPACE (plan), kind, changes[i].id) : NULL;
      YdPoint *point = find_owner (row);

      if (point != NULL)
        g_hash_table_add (points, point);
    }
}
