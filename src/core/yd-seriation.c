/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-seriation-private.h"

#include <stdlib.h>

/* Columns that most rows have come first, since they hang together with everything; the rest
 * falls into parts that have nothing in common, the larger first, and each part is ordered
 * by itself. Rows follow the columns in which they have marks.
 */

/* A column with so many rows belongs to no block. */
#define IS_HUB(n_marks, n_rows) ((n_marks) > 3 && (n_marks) * 2 > (n_rows))

struct _YdSeriation
{
  guint   n_columns;
  GArray *starts;               /* guint, for each row */
  GArray *marks;                /* guint, columns */

  /* While it runs, for each column */
  guint  *n_marks;
  guint  *above;                /* another one of its part, or itself */

  guint  *column_ranks;
  guint  *row_ranks;
};

YdSeriation *
_yd_seriation_new (guint n_columns)
{
  YdSeriation *self = g_new0 (YdSeriation, 1);

  self->n_columns = n_columns;
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
_yd_seriation_free (YdSeriation *self)
{
  g_array_unref (self->starts);
  g_array_unref (self->marks);
  g_free (self->n_marks);
  g_free (self->above);
  g_free (self->column_ranks);
  g_free (self->row_ranks);
  g_free (self);
}

void
_yd_seriation_begin_row (YdSeriation *self)
{
  g_array_append_val (self->starts, self->marks->len);
}

/* The row that was begun last has a mark in @column. */
void
_yd_seriation_add (YdSeriation *self,
                   guint        column)
{
  g_array_append_val (self->marks, column);
}

static guint
get_mark (YdSeriation *self,
          guint        i)
{
  return g_array_index (self->marks, guint, i);
}

static guint
get_start (YdSeriation *self,
           guint        row)
{
  return row < self->starts->len ? g_array_index (self->starts, guint, row) : self->marks->len;
}

static guint
count_rows_with_marks (YdSeriation *self)
{
  guint n = 0;

  for (guint r = 0; r < self->starts->len; r++)
    n += get_start (self, r + 1) > get_start (self, r);

  return n;
}

static guint
find_part (YdSeriation *self,
           guint        column)
{
  while (self->above[column] != column)
    {
      self->above[column] = self->above[self->above[column]];
      column = self->above[column];
    }

  return column;
}

/* Columns that stand in one row hang together, unless most rows have them. */
static void
find_parts (YdSeriation *self,
            guint        n_rows)
{
  for (guint c = 0; c < self->n_columns; c++)
    self->above[c] = c;

  for (guint r = 0; r < self->starts->len; r++)
    {
      guint before = G_MAXUINT;

      for (guint i = get_start (self, r); i < get_start (self, r + 1); i++)
        {
          guint column = get_mark (self, i);

          if (IS_HUB (self->n_marks[column], n_rows))
            continue;

          if (before != G_MAXUINT)
            self->above[find_part (self, column)] = find_part (self, before);
          before = column;
        }
    }
}

/* How the columns are dealt with: hubs, part after part, and those without marks. */
typedef struct
{
  guint column;
  guint part;                   /* its root */
  guint weight;                 /* how many marks the part has */
  guint class;                  /* 0 hub, 1 in a part, 2 empty */
} Dealt;

static int
compare_dealt (gconstpointer a,
               gconstpointer b)
{
  const Dealt *dealt = a, *other = b;

  if (dealt->class != other->class)
    return dealt->class < other->class ? -1 : 1;
  if (dealt->weight != other->weight)
    return dealt->weight > other->weight ? -1 : 1;
  if (dealt->part != other->part)
    return dealt->part < other->part ? -1 : 1;

  return dealt->column < other->column ? -1 : dealt->column > other->column;
}

static Dealt *
deal (YdSeriation *self,
      guint        n_rows)
{
  Dealt *dealt = g_new0 (Dealt, self->n_columns + 1);
  g_autofree guint *weights = g_new0 (guint, self->n_columns + 1);

  find_parts (self, n_rows);
  for (guint c = 0; c < self->n_columns; c++)
    weights[find_part (self, c)] += self->n_marks[c];

  for (guint c = 0; c < self->n_columns; c++)
    {
      const gboolean is_hub = IS_HUB (self->n_marks[c], n_rows);
      guint part = find_part (self, c);

      dealt[c] = (Dealt) { c, part, weights[part],
                           is_hub ? 0 : self->n_marks[c] > 0 ? 1 : 2 };
    }
  qsort (dealt, self->n_columns, sizeof *dealt, compare_dealt);

  return dealt;
}

/* The marks of one part, with its columns numbered from 0. */
static void
cut_out (YdSeriation  *self,
         const guint  *numbers,
         GArray       *starts,
         GArray       *columns)
{
  for (guint r = 0; r < self->starts->len; r++)
    {
      const guint before = columns->len;

      for (guint i = get_start (self, r); i < get_start (self, r + 1); i++)
        if (numbers[get_mark (self, i)] != G_MAXUINT)
          g_array_append_val (columns, numbers[get_mark (self, i)]);

      if (columns->len > before)
        g_array_append_val (starts, before);
    }
  g_array_append_val (starts, columns->len);
}

/* Ranks the columns of one part from @rank on. */
static void
order_part (YdSeriation *self,
            const Dealt *dealt,
            guint        n,
            guint        rank,
            guint       *numbers)
{
  g_autoptr(GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree double *axis = g_new0 (double, n);
  g_autofree guint *order = g_new0 (guint, n);
  YdSeriationPart part;

  for (guint i = 0; i < n; i++)
    numbers[dealt[i].column] = i;
  cut_out (self, numbers, starts, columns);
  for (guint i = 0; i < n; i++)
    numbers[dealt[i].column] = G_MAXUINT;

  part = (YdSeriationPart) { starts->len - 1, (const guint *) starts->data,
                             (const guint *) columns->data, n };
  _yd_seriation_find_axis (&part, axis);
  _yd_seriation_find_order (&part, axis, order);
  for (guint i = 0; i < n; i++)
    self->column_ranks[dealt[order[i]].column] = rank + i;
}

static void
rank_columns (YdSeriation *self)
{
  g_autofree guint *numbers = g_new (guint, self->n_columns + 1);
  const guint n_rows = count_rows_with_marks (self);
  g_autofree Dealt *dealt = deal (self, n_rows);
  guint end;

  for (guint c = 0; c < self->n_columns; c++)
    numbers[c] = G_MAXUINT;

  for (guint i = 0; i < self->n_columns; i = end)
    {
      end = i + 1;
      while (dealt[i].class == 1 && end < self->n_columns && dealt[end].class == 1 &&
             dealt[end].part == dealt[i].part)
        end++;

      if (end - i > 2)
        order_part (self, dealt + i, end - i, i, numbers);
      else
        for (guint k = i; k < end; k++)
          self->column_ranks[dealt[k].column] = k;
    }
}

typedef struct
{
  guint  row;
  double place;                 /* where its marks lie on average */
  guint  first;                 /* the first of them */
} RowPlace;

static int
compare_row_places (gconstpointer a,
                    gconstpointer b)
{
  const RowPlace *place = a, *other = b;

  if (place->place != other->place)
    return place->place < other->place ? -1 : 1;
  if (place->first != other->first)
    return place->first < other->first ? -1 : 1;

  return place->row < other->row ? -1 : place->row > other->row;
}

/* A column that many rows have says little about where one of them belongs. */
static RowPlace
find_row_place (YdSeriation *self,
                guint        row,
                guint        n_rows)
{
  RowPlace place = { row, 0, self->n_columns };
  double weights = 0, weight;

  for (guint i = get_start (self, row); i < get_start (self, row + 1); i++)
    {
      const guint column = get_mark (self, i);

      weight = IS_HUB (self->n_marks[column], n_rows) ? 1e-9 : 1.0 / self->n_marks[column];
      place.place += weight * self->column_ranks[column];
      place.first = MIN (place.first, self->column_ranks[column]);
      weights += weight;
    }
  place.place = weights > 0 ? place.place / weights : self->n_columns;

  return place;
}

static void
rank_rows (YdSeriation *self)
{
  const guint n = self->starts->len, n_rows = count_rows_with_marks (self);
  g_autofree RowPlace *places = g_new0 (RowPlace, n + 1);

  for (guint r = 0; r < n; r++)
    places[r] = find_row_place (self, r, n_rows);

  qsort (places, n, sizeof *places, compare_row_places);
  for (guint i = 0; i < n; i++)
    self->row_ranks[places[i].row] = i;
}

/* Finds the order of all that was added. The same table has the same order each time. */
void
_yd_seriation_run (YdSeriation *self)
{
  self->n_marks = g_new0 (guint, self->n_columns + 1);
  self->above = g_new0 (guint, self->n_columns + 1);
  self->column_ranks = g_new0 (guint, self->n_columns + 1);
  self->row_ranks = g_new0 (guint, self->starts->len + 1);

  for (guint i = 0; i < self->marks->len; i++)
    self->n_marks[get_mark (self, i)]++;

  rank_columns (self);
  rank_rows (self);
}

guint
_yd_seriation_get_row_rank (YdSeriation *self,
                            guint        row)
{
  g_return_val_if_fail (row < self->starts->len, 0);

  return self->row_ranks[row];
}

guint
_yd_seriation_get_column_rank (YdSeriation *self,
                               guint        column)
{
  g_return_val_if_fail (column < self->n_columns, 0);

  return self->column_ranks[column];
}
