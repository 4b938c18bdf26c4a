/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-private.h"

/* What the marks of a table come to, as printed and with groups unfolded. */

/* Folded rows whose sums are kept; more of them are on no screen. */
#define MANY_SUMS 128

gboolean
_yd_matrix_shows_role (YdMatrix *self,
                       guint     role)
{
  return self->filter.roles == 0 || self->filter.roles & 1u << role;
}

static gboolean
is_replaced (YdMatrix     *self,
             YdMatrixUnit *unit)
{
  return unit->members != NULL &&
         (g_hash_table_size (self->unfolded) == 0 ||
          g_hash_table_contains (self->unfolded, unit->unit));
}

/* Notes who is meant by @unit, each with the strongest role. */
static void
reach (YdMatrix *self,
       guint     unit,
       guint     role)
{
  GArray *members = _yd_matrix_unit (self, unit)->members;

  if (is_replaced (self, _yd_matrix_unit (self, unit)))
    {
      for (guint i = 0; i < members->len; i++)
        reach (self, g_array_index (members, guint, i), role);
      return;
    }

  if (self->best[unit] == YD_ROLE_NONE)
    g_array_append_val (self->reached, unit);
  self->best[unit] = MAX (self->best[unit], role);
}

static void
add (YdMatrixCounts *counts,
     guint           role,
     gboolean        late,
     int             sign)
{
  counts->n[role] += sign;
  counts->n[YD_ROLE_NONE] += sign;
  counts->late += late ? sign : 0;
}

static void
count_mark (YdMatrix      *self,
            YdMatrixPoint *point,
            YdMatrixMark  *mark,
            int            sign)
{
  const gboolean late = point->light == YD_LIGHT_LATE;
  YdMatrixUnit *unit = _yd_matrix_unit (self, mark->unit);

  add (&point->printed, mark->role, late, sign);
  add (&unit->printed, mark->role, late, sign);
  add (&self->totals.printed, mark->role, late, sign);
  self->totals.n_vague += unit->is_vague ? sign : 0;
  reach (self, mark->unit, mark->role);
}

static void
count_reached (YdMatrix      *self,
               YdMatrixPoint *point,
               int            sign)
{
  const gboolean late = point->light == YD_LIGHT_LATE;

  for (guint i = 0; i < self->reached->len; i++)
    {
      guint unit = g_array_index (self->reached, guint, i);

      add (&point->unfolded, self->best[unit], late, sign);
      add (&_yd_matrix_unit (self, unit)->unfolded, self->best[unit], late, sign);
      add (&self->totals.unfolded, self->best[unit], late, sign);
      self->best[unit] = YD_ROLE_NONE;
    }
  g_array_set_size (self->reached, 0);
}

/* Takes the marks of @point into the totals, or out of them as they were when they came in. */
void
_yd_matrix_count_point (YdMatrix      *self,
                        YdMatrixPoint *point,
                        gboolean       add_it)
{
  const gboolean several = _yd_matrix_count_leads (point) > 1;
  const int sign = add_it ? 1 : -1;

  for (guint i = 0; i < point->n_marks; i++)
    if (_yd_matrix_shows_role (self, point->marks[i].role))
      count_mark (self, point, &point->marks[i], sign);

  count_reached (self, point, sign);
  self->totals.n_several_leads += several ? sign : 0;
  point->is_counted = add_it;
}

/* Counts all that the filter leaves. */
void
_yd_matrix_count (YdMatrix *self)
{
  static const YdMatrixCounts nothing;

  self->totals = (YdMatrixTotals) { .n_points = self->totals.n_points };
  g_hash_table_remove_all (self->sums);
  for (guint i = 0; i < self->units->len; i++)
    _yd_matrix_unit (self, i)->printed = _yd_matrix_unit (self, i)->unfolded = nothing;

  for (guint i = 0; i < self->points->len; i++)
    {
      YdMatrixPoint *point = _yd_matrix_point (self, i);

      point->printed = point->unfolded = nothing;
      point->is_counted = FALSE;
      if (point->fits)
        _yd_matrix_count_point (self, point, TRUE);
    }
  _yd_matrix_count_lacks (self);
}

static YdMatrixSum *
sum_up (YdMatrix *self,
        guint     first)
{
  YdMatrixSum *sums = g_new0 (YdMatrixSum, self->units->len + 1);

  for (guint i = first; i < _yd_matrix_point (self, first)->end; i++)
    {
      YdMatrixPoint *point = _yd_matrix_point (self, i);

      for (guint m = 0; point->is_counted && m < point->n_marks; m++)
        if (_yd_matrix_shows_role (self, point->marks[m].role))
          {
            sums[point->marks[m].unit].n[point->marks[m].role]++;
            sums[point->marks[m].unit].n[YD_ROLE_NONE]++;
          }
    }

  return sums;
}

/* Returns: (transfer none): what each unit has at @point and below it */
const YdMatrixSum *
_yd_matrix_get_sums (YdMatrix *self,
                     guint     point)
{
  YdMatrixSum *sums = g_hash_table_lookup (self->sums, GUINT_TO_POINTER (point + 1));

  if (sums != NULL)
    return sums;

  if (g_hash_table_size (self->sums) >= MANY_SUMS)
    g_hash_table_remove_all (self->sums);
  sums = sum_up (self, point);
  g_hash_table_insert (self->sums, GUINT_TO_POINTER (point + 1), sums);

  return sums;
}

/* The marks of @point are others now. */
void
_yd_matrix_forget_sums (YdMatrix *self,
                        guint     point)
{
  for (; point != YD_MATRIX_NONE; point = _yd_matrix_point (self, point)->parent)
    g_hash_table_remove (self->sums, GUINT_TO_POINTER (point + 1));
}
