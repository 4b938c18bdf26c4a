/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-private.h"

/* Who leads: one rule for what is counted and for what the filter shows.
 *
 * A point is led if it, or a duty that it was taken apart into, has a lead. One that names nobody
 * is answered for by whoever the nearest place above it names: a chapter may carry the units for
 * all that stands below it. A chapter itself is no point, and needs no lead.
 */

guint
_yd_matrix_count_leads (const YdMatrixPoint *point)
{
  guint n = 0;

  for (guint i = 0; i < point->n_marks; i++)
    n += point->marks[i].role == YD_ROLE_LEAD;

  return n;
}

/* Adds what the marks of the points from @first to @end say. Returns: whether there are any */
static gboolean
look_at (YdMatrix *self,
         guint     first,
         guint     end,
         gboolean *led,
         gboolean *each)
{
  gboolean any = FALSE;

  for (guint i = first; i < end; i++)
    {
      const YdMatrixPoint *point = _yd_matrix_point (self, i);

      any |= point->n_marks > 0;
      for (guint m = 0; m < point->n_marks; m++)
        {
          *led |= point->marks[m].role == YD_ROLE_LEAD;
          *each |= point->marks[m].is_each;
        }
    }

  return any;
}

/* Returns: the point that was taken apart into this duty, or else itself */
static guint
find_whole (YdMatrix *self,
            guint     place)
{
  const YdMatrixPoint *point = _yd_matrix_point (self, place);

  while (yd_point_is_duty (point->point) && point->parent != YD_MATRIX_NONE &&
         (_yd_matrix_point (self, point->parent)->is_item ||
          yd_point_is_duty (_yd_matrix_point (self, point->parent)->point)))
    {
      place = point->parent;
      point = _yd_matrix_point (self, place);
    }

  return place;
}

/**
 * _yd_matrix_lacks_lead:
 * @self: a matrix that is read
 * @place: one of its points
 * @each: (out) (optional): whether each unit answers for its part there (分别负责)
 *
 * Returns: whether nobody leads @place, or the point that it is a duty of
 */
gboolean
_yd_matrix_lacks_lead (YdMatrix *self,
                       guint     place,
                       gboolean *each)
{
  guint at = find_whole (self, place);
  const YdMatrixPoint *point = _yd_matrix_point (self, at);
  gboolean led = FALSE, is_each = FALSE;
  gboolean any;

  if (!point->is_item && !yd_point_is_duty (point->point))
    return FALSE;

  any = look_at (self, at, point->end, &led, &is_each);
  for (at = point->parent; !any && at != YD_MATRIX_NONE; at = _yd_matrix_point (self, at)->parent)
    any = look_at (self, at, at + 1, &led, &is_each);
  if (each != NULL)
    *each = is_each;

  return !led;
}

/* A point of the plan that is shown, as the number of points counts it. */
static void
count_item (YdMatrix *self,
            guint     place,
            int       sign)
{
  const YdMatrixPoint *point = _yd_matrix_point (self, place);
  gboolean each;

  if (!point->is_item || point->is_tail || !point->is_shown ||
      !_yd_matrix_lacks_lead (self, place, &each))
    return;

  self->totals.n_no_lead += sign;
  self->totals.n_each += each ? sign : 0;
}

/* Counts anew how many of the points that are shown nobody leads. */
void
_yd_matrix_count_lacks (YdMatrix *self)
{
  self->totals.n_no_lead = self->totals.n_each = 0;
  for (guint i = 0; i < self->points->len; i++)
    count_item (self, i, 1);
}

/**
 * _yd_matrix_count_lacks_at:
 * @self: a matrix that is counted
 * @place: one of its points, whose marks will be others, or are others now
 * @sign: -1 before they change, 1 after that
 *
 * Takes what nobody leads out of the totals and into them again, as far as it depends on the
 * marks of @place: the point that it is a duty of, or those that stand below it.
 */
void
_yd_matrix_count_lacks_at (YdMatrix *self,
                           guint     place,
                           int       sign)
{
  const guint whole = find_whole (self, place);

  for (guint i = whole; i < _yd_matrix_point (self, whole)->end; i++)
    count_item (self, i, sign);
}
