/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-private.h"

/* Which points are rows, and in what order. */

static gboolean
is_folded (YdMatrix *self,
           guint     i)
{
  const YdMatrixPoint *point = _yd_matrix_point (self, i);

  return point->end > i + 1 && g_hash_table_contains (self->folded, point->point);
}

static void
place_tree (YdMatrix *self)
{
  guint i = 0;

  while (i < self->points->len)
    {
      const YdMatrixPoint *point = _yd_matrix_point (self, i);
      const guint next = !point->is_shown || is_folded (self, i) ? point->end : i + 1;

      if (point->is_shown)
        g_array_append_val (self->rows, i);
      i = next;
    }
}

static void
place_fitting (YdMatrix *self)
{
  for (guint i = 0; i < self->points->len; i++)
    if (_yd_matrix_point (self, i)->fits)
      g_array_append_val (self->rows, i);
}

static int
compare_loads (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  YdMatrix *self = user_data;
  const guint place = *(const guint *) a, other = *(const guint *) b;
  const YdMatrixCounts *counts = &_yd_matrix_point (self, place)->printed;
  const YdMatrixCounts *others = &_yd_matrix_point (self, other)->printed;

  if (counts->n[YD_ROLE_NONE] != others->n[YD_ROLE_NONE])
    return counts->n[YD_ROLE_NONE] < others->n[YD_ROLE_NONE] ? 1 : -1;

  return place < other ? -1 : place > other;
}

static YdSeriation *
make_seriation (YdMatrix *self)
{
  YdSeriation *seriation = _yd_seriation_new (self->units->len);

  for (guint i = 0; i < self->points->len; i++)
    {
      const YdMatrixPoint *point = _yd_matrix_point (self, i);

      if (!point->fits)
        continue;

      _yd_seriation_begin_row (seriation);
      for (guint m = 0; m < point->n_marks; m++)
        if (_yd_matrix_shows_role (self, point->marks[m].role))
          _yd_seriation_add (seriation, point->marks[m].unit);
    }

  _yd_seriation_run (seriation);

  return seriation;
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const guint *ranks = user_data;
  const guint rank = ranks[*(const guint *) a], other = ranks[*(const guint *) b];

  return rank < other ? -1 : rank > other;
}

/* What fits was given to the seriation in the order of the document too. */
static void
sort_by_similarity (YdMatrix *self)
{
  g_autofree guint *ranks = g_new0 (guint, self->points->len + 1);

  for (guint i = 0; i < self->rows->len; i++)
    ranks[g_array_index (self->rows, guint, i)] = _yd_seriation_get_row_rank (self->seriation, i);

  g_array_sort_with_data (self->rows, compare_ranks, ranks);
}

/* The filter was asked and the marks are counted. */
void
_yd_matrix_place_rows (YdMatrix *self)
{
  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->points->len; i++)
    _yd_matrix_point (self, i)->row = YD_MATRIX_NONE;

  if (self->row_order == YD_MATRIX_ORDER_DOCUMENT)
    place_tree (self);
  else
    place_fitting (self);

  if (self->row_order == YD_MATRIX_ORDER_LOAD)
    g_array_sort_with_data (self->rows, compare_loads, self);
  else if (self->row_order == YD_MATRIX_ORDER_SIMILARITY)
    sort_by_similarity (self);

  for (guint i = 0; i < self->rows->len; i++)
    _yd_matrix_point (self, g_array_index (self->rows, guint, i))->row = i;
}

/* Rows and columns of blocks belong together, so both are sorted by what is found at once. */
void
_yd_matrix_place (YdMatrix *self)
{
  if (self->row_order == YD_MATRIX_ORDER_SIMILARITY ||
      self->column_order == YD_MATRIX_ORDER_SIMILARITY)
    self->seriation = make_seriation (self);

  _yd_matrix_place_rows (self);
  _yd_matrix_place_columns (self);
  g_clear_pointer (&self->seriation, _yd_seriation_free);
}
