/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-private.h"

#include <string.h>

#include "yd-directory-link.h"
#include "yd-plan-walk.h"

/* How a matrix reads its plan: points with their marks, units with their members. */

struct _YdMatrixReader
{
  YdPlanWalk *walk;                             /* until all points are met */
  guint       above[YD_SPACE_MAX_DEPTH + 2];    /* of each level the point that was met last */
  guint       n_marked;                         /* points whose marks are read, once all are met */
};

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const YdMatrixMark *mark = a, *other = b;

  return (mark->unit > other->unit) - (mark->unit < other->unit);
}

/* FALSE if the row has no place in the table: a person has refused it. */
static gboolean
make_mark (YdMatrix     *self,
           YdRow        *assignment,
           YdMatrixMark *mark)
{
  YdRow *unit = yd_plan_get_unit_of (self->plan, assignment);

  *mark = (YdMatrixMark) {
    .assignment = assignment,
    .unit = unit != NULL ? _yd_matrix_find_unit (self, unit) : YD_MATRIX_NONE,
    .role = yd_role_of (assignment),
    .is_each = yd_row_get_flag (assignment, YD_ASSIGNMENT_EACH),
  };

  return mark->role != YD_ROLE_NONE;
}

static void
note_marks (YdMatrix      *self,
            YdMatrixPoint *point,
            int            sign)
{
  for (guint i = 0; i < point->n_marks; i++)
    {
      YdMatrixUnit *unit = _yd_matrix_unit (self, point->marks[i].unit);

      if (point->is_tail)
        unit->n_tail_marks += sign;
      else
        unit->n_marks += sign;
      unit->n_leads += point->marks[i].role == YD_ROLE_LEAD ? sign : 0;
    }
}

/* Reads anew who answers for @point. Returns: FALSE if one of the units is not known yet. */
gboolean
_yd_matrix_read_marks (YdMatrix      *self,
                       YdMatrixPoint *point)
{
  GListModel *assignments = yd_point_get_assignments (point->point);
  const guint n = g_list_model_get_n_items (assignments);
  gboolean known = TRUE;

  note_marks (self, point, -1);
  point->marks = g_renew (YdMatrixMark, point->marks, n);
  point->n_marks = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      YdMatrixMark mark;

      if (!make_mark (self, assignment, &mark))
        continue;

      if (mark.unit == YD_MATRIX_NONE)
        known = FALSE;
      else
        point->marks[point->n_marks++] = mark;
    }

  if (point->n_marks > 1)
    qsort (point->marks, point->n_marks, sizeof *point->marks, compare_marks);
  note_marks (self, point, 1);

  return known;
}

void
_yd_matrix_read_light (YdMatrix      *self,
                       YdMatrixPoint *point)
{
  YdScheduled scheduled;

  point->light = YD_LIGHT_NONE;
  if (self->schedule == NULL)
    return;

  if (point->end > (guint) (point - _yd_matrix_point (self, 0)) + 1)
    point->light = yd_schedule_get_worst_light (self->schedule, point->point, NULL);
  else if (yd_schedule_get (self->schedule, point->point, &scheduled))
    point->light = scheduled.light;
}

/* It is asked for each assignment, so what its name says is found out once. */
static void
ensure_unit (YdMatrix *self,
             YdRow    *row)
{
  YdMatrixUnit unit = { .unit = row, .column = YD_MATRIX_NONE };

  if (g_hash_table_contains (self->unit_places, row))
    return;

  unit.kind = yd_unit_kind_of (row);
  unit.is_vague = yd_row_get_flag (row, YD_UNIT_VAGUE);
  g_array_append_val (self->units, unit);
  g_hash_table_insert (self->unit_places, row, GUINT_TO_POINTER (self->units->len));
}

/* Members as of the date of the plan; without one, those that nobody has taken out. */
static gboolean
is_member_on (YdRow *member,
              YdDay  day)
{
  const char *from = yd_row_get_cell (member, YD_MEMBER_FROM);
  const char *to = yd_row_get_cell (member, YD_MEMBER_TO);

  if (day == YD_DAY_NONE)
    return to == NULL;

  return (from == NULL || yd_day_parse (from) <= day) && (to == NULL || yd_day_parse (to) >= day);
}

static void
add_to (GArray **array,
        guint    place)
{
  if (*array == NULL)
    *array = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < (*array)->len; i++)
    if (g_array_index (*array, guint, i) == place)
      return;

  g_array_append_val (*array, place);
}

static void
read_members (YdMatrix *self,
              guint     group,
              YdDay     day)
{
  GListModel *rows = yd_row_get_rows (_yd_matrix_unit (self, group)->unit, YD_KIND_MEMBER);
  const guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) member = g_list_model_get_item (rows, i);
      YdRow *row = yd_space_lookup (YD_SPACE (self->plan), YD_KIND_UNIT,
                                    yd_row_get_cell (member, YD_MEMBER_UNIT));
      guint unit = row != NULL ? _yd_matrix_find_unit (self, row) : YD_MATRIX_NONE;

      if (unit == YD_MATRIX_NONE || unit == group || !is_member_on (member, day))
        continue;

      add_to (&_yd_matrix_unit (self, group)->members, unit);
      _yd_matrix_unit (self, unit)->is_member = TRUE;
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const guint place = *(const guint *) a, other = *(const guint *) b;

  return (place > other) - (place < other);
}

/* Groups have no circles, so this comes to an end; who is reached in two ways is noted once. */
static void
note_group (YdMatrix *self,
            guint     group,
            guint     within)
{
  GArray *members = _yd_matrix_unit (self, within)->members;

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      guint member = g_array_index (members, guint, i);

      add_to (&_yd_matrix_unit (self, member)->groups, group);
      note_group (self, group, member);
    }
}

static void
note_units (YdMatrix *self,
            YdPoint  *point)
{
  GListModel *assignments = yd_point_get_assignments (point);
  const guint n = g_list_model_get_n_items (assignments);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      YdRow *unit = yd_plan_get_unit_of (self->plan, assignment);

      if (unit != NULL)
        ensure_unit (self, unit);
    }
}

/* Behind those that the document names. */
static void
note_other_units (YdMatrix *self)
{
  GListModel *rows = yd_plan_get_units (self->plan);
  const guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      ensure_unit (self, row);
    }
}

static void
read_all_members (YdMatrix *self)
{
  const YdDay day = yd_plan_get_day (self->plan, YD_DAY_NONE);
  const guint n = self->units->len;

  for (guint i = 0; i < n; i++)
    read_members (self, i, day);
  for (guint i = 0; i < n; i++)
    {
      YdMatrixUnit *unit = _yd_matrix_unit (self, i);

      if (unit->members == NULL)
        continue;

      g_array_sort (unit->members, compare_places);
      unit->kind = YD_UNIT_GROUP;
      unit->is_vague = FALSE;       /* somebody has entered who is meant */
      note_group (self, i, i);
    }
}

static void
add_point (YdMatrix   *self,
           YdPoint    *row,
           const char *path,
           guint       level,
           guint      *above)
{
  YdMatrixPoint point = {
    .point = row,
    .path = g_string_chunk_insert (self->paths, path),
    .parent = level > 1 ? above[level - 1] : YD_MATRIX_NONE,
    .depth = level - 1,
    .row = YD_MATRIX_NONE,
    .is_tail = level == 1 && yd_point_is_duty (row),
  };

  above[level] = self->points->len;
  if (level > 1)
    point.is_tail = _yd_matrix_point (self, point.parent)->is_tail;
  g_array_append_val (self->points, point);
  g_hash_table_insert (self->point_places, row, GUINT_TO_POINTER (self->points->len));
}

/* A point counts that has nothing below it but the duties it was taken apart into. */
static void
find_items (YdMatrix *self)
{
  for (guint i = 0; i < self->points->len; i++)
    _yd_matrix_point (self, i)->is_item = !yd_point_is_duty (_yd_matrix_point (self, i)->point);

  for (guint i = self->points->len; i-- > 0; )
    {
      YdMatrixPoint *point = _yd_matrix_point (self, i);

      point->end = MAX (point->end, i + 1);
      if (point->parent == YD_MATRIX_NONE)
        continue;

      _yd_matrix_point (self, point->parent)->end =
        MAX (_yd_matrix_point (self, point->parent)->end, point->end);
      if (!yd_point_is_duty (point->point))
        _yd_matrix_point (self, point->parent)->is_item = FALSE;
    }
}

static void
clear_unit (YdMatrixUnit *unit)
{
  g_clear_pointer (&unit->members, g_array_unref);
  g_clear_pointer (&unit->groups, g_array_unref);
}

static void
free_reader (YdMatrixReader *reader)
{
  g_clear_pointer (&reader->walk, yd_plan_walk_free);
  g_free (reader);
}

void
_yd_matrix_clear (YdMatrix *self)
{
  g_clear_pointer (&self->reader, free_reader);
  for (guint i = 0; i < self->points->len; i++)
    g_free (_yd_matrix_point (self, i)->marks);
  for (guint i = 0; i < self->units->len; i++)
    clear_unit (_yd_matrix_unit (self, i));

  g_array_set_size (self->points, 0);
  g_array_set_size (self->units, 0);
  g_hash_table_remove_all (self->point_places);
  g_hash_table_remove_all (self->unit_places);
  g_string_chunk_clear (self->paths);
  g_clear_pointer (&self->best, g_free);
}

/* Begins at the first point. */
void
_yd_matrix_begin (YdMatrix *self)
{
  _yd_matrix_clear (self);
  self->reader = g_new0 (YdMatrixReader, 1);
  self->reader->walk = yd_plan_walk_new (self->plan);
}

/* Units come in the order in which the document names them; what was read at once has no
 * order of its own.
 */
static void
meet_points (YdMatrix *self,
             guint     n_points)
{
  YdMatrixReader *reader = self->reader;
  const char *path;
  guint level;

  for (; n_points > 0; n_points--)
    {
      YdPoint *point = yd_plan_walk_next (reader->walk, &path, &level);

      if (point == NULL)
        break;

      add_point (self, point, path, level, reader->above);
      note_units (self, point);
    }

  if (n_points == 0)
    return;

  g_clear_pointer (&reader->walk, yd_plan_walk_free);
  note_other_units (self);
  read_all_members (self);
  find_items (self);
}

static void
mark_points (YdMatrix *self,
             guint     n_points)
{
  YdMatrixReader *reader = self->reader;

  for (; n_points > 0 && reader->n_marked < self->points->len; n_points--, reader->n_marked++)
    {
      YdMatrixPoint *point = _yd_matrix_point (self, reader->n_marked);

      _yd_matrix_read_marks (self, point);
      _yd_matrix_read_lead (self, reader->n_marked);
      _yd_matrix_read_light (self, point);
    }
}

/* Looks at @n_points more. Returns: whether the whole plan is read */
gboolean
_yd_matrix_read_more (YdMatrix *self,
                      guint     n_points)
{
  if (self->reader->walk != NULL)
    {
      meet_points (self, n_points);
      return FALSE;
    }

  mark_points (self, n_points);
  if (self->reader->n_marked < self->points->len)
    return FALSE;

  g_clear_pointer (&self->reader, free_reader);
  self->best = g_new0 (guint8, self->units->len + 1);

  return TRUE;
}

/* Reads the whole plan. */
void
_yd_matrix_build (YdMatrix *self)
{
  _yd_matrix_begin (self);
  while (!_yd_matrix_read_more (self, G_MAXUINT))
    ;
}
