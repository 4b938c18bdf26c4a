/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-private.h"

#include "yd-fold.h"

/* Which points are shown. */

static gboolean
has_text (YdRow      *row,
          guint       field,
          const char *folded)
{
  return yd_fold_has (yd_row_get_cell (row, field), folded);
}

/* What a chapter is called holds for all that stands below it. */
static gboolean
is_called (YdMatrix      *self,
           YdMatrixPoint *point)
{
  for (;;)
    {
      if (has_text (point->point, YD_POINT_TITLE, self->filter_text) ||
          has_text (point->point, YD_POINT_PRINTED, self->filter_text))
        return TRUE;
      if (point->parent == YD_MATRIX_NONE)
        return FALSE;

      point = _yd_matrix_point (self, point->parent);
    }
}

static gboolean
says_text (YdMatrix      *self,
           YdMatrixPoint *point)
{
  if (self->filter_text == NULL || is_called (self, point) ||
      has_text (point->point, YD_POINT_TEXT, self->filter_text))
    return TRUE;

  for (guint i = 0; i < point->n_marks; i++)
    if (has_text (_yd_matrix_unit (self, point->marks[i].unit)->unit, YD_UNIT_NAME,
                  self->filter_text))
      return TRUE;

  return FALSE;
}

static gboolean
has_shown_role (YdMatrix      *self,
                YdMatrixPoint *point)
{
  for (guint i = 0; i < point->n_marks; i++)
    if (_yd_matrix_shows_role (self, point->marks[i].role))
      return TRUE;

  return FALSE;
}

static gboolean
has_unit (YdMatrix      *self,
          YdMatrixPoint *point)
{
  guint unit = _yd_matrix_find_unit (self, self->filter.unit);
  GArray *groups = unit != YD_MATRIX_NONE ? _yd_matrix_unit (self, unit)->groups : NULL;

  if (unit == YD_MATRIX_NONE)
    return FALSE;

  if (_yd_matrix_find_mark (self, point, unit) != NULL)
    return TRUE;

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    if (_yd_matrix_find_mark (self, point, g_array_index (groups, guint, i)) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_below (YdMatrix *self,
          guint     point,
          guint     chapter)
{
  return chapter != YD_MATRIX_NONE && point >= chapter &&
         point < _yd_matrix_point (self, chapter)->end;
}

static gboolean
is_in_place (YdMatrix *self,
             guint     i)
{
  const YdMatrixPoint *point = _yd_matrix_point (self, i);

  return (!point->is_tail || self->flags & YD_MATRIX_TAIL) &&
         (self->filter.chapter == NULL ||
          is_below (self, i, _yd_matrix_find_point (self, self->filter.chapter)));
}

static gboolean
has_units (YdMatrix *self,
           guint     i)
{
  const YdMatrixFilter *filter = &self->filter;
  YdMatrixPoint *point = _yd_matrix_point (self, i);

  return (filter->unit == NULL || has_unit (self, point)) &&
         (!filter->no_lead || point->lacks_lead) &&
         (!filter->several_leads || _yd_matrix_count_leads (point) > 1) &&
         ((filter->roles == 0 && !(self->flags & YD_MATRIX_HIDE_EMPTY_ROWS)) ||
          has_shown_role (self, point));
}

/* What has others below it and no units is there for their sake. */
gboolean
_yd_matrix_fits (YdMatrix *self,
                 guint     i)
{
  const YdMatrixFilter *filter = &self->filter;
  YdMatrixPoint *point = _yd_matrix_point (self, i);

  return (point->end == i + 1 || point->n_marks > 0) && is_in_place (self, i) &&
         has_units (self, i) &&
         (filter->lights == 0 || filter->lights & 1u << point->light) &&
         (filter->changed == NULL || g_hash_table_contains (filter->changed, point->point)) &&
         says_text (self, point);
}

/* Says of each point whether it is wanted, and whether one below it is. */
void
_yd_matrix_filter (YdMatrix *self)
{
  self->totals.n_points = 0;
  for (guint i = 0; i < self->points->len; i++)
    {
      YdMatrixPoint *point = _yd_matrix_point (self, i);

      point->is_shown = point->fits = _yd_matrix_fits (self, i);
      point->n_items = 0;
    }

  for (guint i = self->points->len; i-- > 0; )
    {
      YdMatrixPoint *point = _yd_matrix_point (self, i);

      point->n_items += point->is_item && !point->is_tail && point->is_shown;
      if (point->parent == YD_MATRIX_NONE)
        {
          self->totals.n_points += point->n_items;
          continue;
        }

      _yd_matrix_point (self, point->parent)->n_items += point->n_items;
      _yd_matrix_point (self, point->parent)->is_shown |= point->is_shown;
    }
}
