/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-private.h"

#include "yd-point-lead.h"

/* What nobody leads, by the rule of yd_point_lacks_lead(): what it says of each point is kept,
 * since it is counted, and filtered by, at each change.
 */

guint
_yd_matrix_count_leads (const YdMatrixPoint *point)
{
  guint n = 0;

  for (guint i = 0; i < point->n_marks; i++)
    n += point->marks[i].role == YD_ROLE_LEAD;

  return n;
}

static guint
find_whole (YdMatrix *self,
            guint     place)
{
  return _yd_matrix_find_point (self, yd_point_get_whole (_yd_matrix_point (self, place)->point));
}

/* Reads whether somebody leads the point at @place. Those before it are read: a duty is led as what
 * was taken apart into it is. */
void
_yd_matrix_read_lead (YdMatrix *self,
                      guint     place)
{
  YdMatrixPoint *point = _yd_matrix_point (self, place);
  const guint whole = find_whole (self, place);
  gboolean each;

  if (whole < place)
    {
      point->lacks_lead = _yd_matrix_point (self, whole)->lacks_lead;
      point->is_each = _yd_matrix_point (self, whole)->is_each;
      return;
    }

  point->lacks_lead = yd_point_lacks_lead (point->point, &each);
  point->is_each = each;
}

/* Reads it anew as far as it depends on the marks of @place: of the point that it is a duty of, and
 * of those that stand below that. */
void
_yd_matrix_read_leads_at (YdMatrix *self,
                          guint     place)
{
  const guint whole = find_whole (self, place);

  for (guint i = whole; i < _yd_matrix_point (self, whole)->end; i++)
    _yd_matrix_read_lead (self, i);
}

/* A point of the plan that is shown, as the number of points counts it. */
static gboolean
is_counted (const YdMatrixPoint *point)
{
  return point->is_item && !point->is_tail && point->is_shown && point->lacks_lead;
}

static void
count_item (YdMatrix *self,
            guint     place,
            int       sign)
{
  const YdMatrixPoint *point = _yd_matrix_point (self, place);

  if (!is_counted (point))
    return;

  self->totals.n_no_lead += sign;
  self->totals.n_each += point->is_each ? sign : 0;
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
 * @place: one of its points
 * @sign: -1 before _yd_matrix_read_leads_at(), 1 after that
 *
 * Takes what it reads anew out of the totals and into them again.
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

/**
 * yd_matrix_row_lacks_lead:
 * @self: a matrix
 * @row: a row
 *
 * Returns: whether nobody leads the point, or the one that it is a duty of; of a chapter, whether
 *   that is so of a point below it that is not shown because it is folded
 */
gboolean
yd_matrix_row_lacks_lead (YdMatrix *self,
                          guint     row)
{
  YdMatrixRow info;
  guint place;

  g_return_val_if_fail (YD_IS_MATRIX (self) && row < self->rows->len, FALSE);

  yd_matrix_get_row (self, row, &info);
  place = g_array_index (self->rows, guint, row);
  if (!info.is_folded)
    return _yd_matrix_point (self, place)->lacks_lead;

  for (guint i = place; i < _yd_matrix_point (self, place)->end; i++)
    if (is_counted (_yd_matrix_point (self, i)))
      return TRUE;

  return FALSE;
}
