/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-seriation-private.h"

#include <math.h>
#include <stdlib.h>

/* An order of columns by how much they have in common. Two are proposed: along the axis, which
 * finds a band, and the leaves of a tree in which the most similar were joined first, turned
 * so that they follow the axis, which finds blocks. The one with less difference between
 * neighbours is taken, and pieces of it are turned round and moved while that makes it less.
 */

/* Of more columns the table of likenesses would be too large. */
#define MANY_COLUMNS 1000

/* Rows with more marks say nothing about who belongs together. */
#define LONG_ROW 64

#define N_PASSES 12
#define MIN_GAIN 1e-6f

typedef struct
{
  const YdSeriationPart *part;
  const double          *axis;
  guint                  n;
  float                 *unlike;    /* n × n: 0 of the same, 1 of those with nothing in common */
} Ordering;

static float *
unlike (const Ordering *self,
        guint           a,
        guint           b)
{
  return &self->unlike[a * self->n + b];
}

/* The cosine, where a mark in a short row says more than one in a long row. */
static void
compare_columns (Ordering *self)
{
  const YdSeriationPart *part = self->part;
  const guint n = self->n;

  self->unlike = g_new0 (float, n * n);
  for (guint r = 0; r < part->n_rows; r++)
    {
      const guint first = part->starts[r], end = part->starts[r + 1];
      const float weight = 1.0f / MAX (end - first, 1);

      for (guint i = first; end - first <= LONG_ROW && i < end; i++)
        for (guint k = first; k < end; k++)
          *unlike (self, part->columns[i], part->columns[k]) += weight;
    }

  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      if (a != b)
        {
          const float scale = sqrtf (*unlike (self, a, a) * *unlike (self, b, b));

          *unlike (self, a, b) = scale > 0 ? 1 - *unlike (self, a, b) / scale : 1;
        }
  for (guint a = 0; a < n; a++)
    *unlike (self, a, a) = 0;
}

static float
measure (const Ordering *self,
         const guint    *order)
{
  float sum = 0;

  for (guint i = 1; i < self->n; i++)
    sum += *unlike (self, order[i - 1], order[i]);

  return sum;
}

static int
compare_on_axis (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const double *axis = user_data;
  const guint column = *(const guint *) a, other = *(const guint *) b;

  if (axis[column] != axis[other])
    return axis[column] < axis[other] ? -1 : 1;

  return column < other ? -1 : column > other;
}

static void
order_on_axis (const YdSeriationPart *part,
               const double          *axis,
               guint                 *order)
{
  for (guint i = 0; i < part->n_columns; i++)
    order[i] = i;

  g_qsort_with_data (order, part->n_columns, sizeof *order, compare_on_axis, (gpointer) axis);
}

/* A tree of columns while it grows: node i stands for @first[i] and those that follow it. */
typedef struct
{
  guint    *first;
  guint    *last;
  guint    *next;               /* column after column within a node */
  guint    *size;
  double   *mean;               /* on the axis */
  gboolean *is_joined;          /* into another one */
  float    *apart;              /* n × n, on average between all columns of two nodes */
} Tree;

static void
init_tree (Tree           *tree,
           const Ordering *self)
{
  const guint n = self->n;

  tree->first = g_new (guint, n);
  tree->last = g_new (guint, n);
  tree->next = g_new (guint, n);
  tree->size = g_new (guint, n);
  tree->mean = g_new (double, n);
  tree->is_joined = g_new0 (gboolean, n);
  tree->apart = g_memdup2 (self->unlike, (gsize) n * n * sizeof *self->unlike);
  for (guint i = 0; i < n; i++)
    {
      tree->first[i] = tree->last[i] = i;
      tree->next[i] = G_MAXUINT;
      tree->size[i] = 1;
      tree->mean[i] = self->axis[i];
    }
}

static void
clear_tree (Tree *tree)
{
  g_free (tree->first);
  g_free (tree->last);
  g_free (tree->next);
  g_free (tree->size);
  g_free (tree->mean);
  g_free (tree->is_joined);
  g_free (tree->apart);
}

/* The one with the lower mean on the axis comes first. Node @a stands for both afterwards. */
static void
join (Tree  *tree,
      guint  n,
      guint  a,
      guint  b)
{
  const guint low = tree->mean[b] < tree->mean[a] ? b : a, high = low == a ? b : a;
  const guint first = tree->first[low], last = tree->last[high];
  const guint size = tree->size[a] + tree->size[b];

  for (guint i = 0; i < n; i++)
    {
      const float mean = (tree->apart[a * n + i] * tree->size[a] +
                          tree->apart[b * n + i] * tree->size[b]) / size;

      tree->apart[a * n + i] = tree->apart[i * n + a] = mean;
    }

  tree->next[tree->last[low]] = tree->first[high];
  tree->first[a] = first;
  tree->last[a] = last;
  tree->mean[a] = (tree->mean[a] * tree->size[a] + tree->mean[b] * tree->size[b]) / size;
  tree->size[a] = size;
  tree->is_joined[b] = TRUE;
}

/* The nearest to @node; @before if none is nearer. */
static guint
find_nearest (const Tree *tree,
              guint       n,
              guint       node,
              guint       before)
{
  guint nearest = before;

  for (guint i = 0; i < n; i++)
    if (i != node && !tree->is_joined[i] &&
        (nearest == G_MAXUINT || tree->apart[node * n + i] < tree->apart[node * n + nearest]))
      nearest = i;

  return nearest;
}

/* Goes from neighbour to nearer neighbour until two are nearest to each other, and joins them:
 * that needs n² steps in all.
 */
static void
grow (Tree  *tree,
      guint  n)
{
  g_autofree guint *chain = g_new (guint, n + 1);
  guint length = 0, start = 0;

  for (guint n_left = n; n_left > 1; )
    {
      guint nearest;

      if (length == 0)
        {
          while (tree->is_joined[start])
            start++;
          chain[length++] = start;
        }

      nearest = find_nearest (tree, n, chain[length - 1],
                              length > 1 ? chain[length - 2] : G_MAXUINT);
      if (length > 1 && nearest == chain[length - 2])
        {
          join (tree, n, MIN (nearest, chain[length - 1]), MAX (nearest, chain[length - 1]));
          length -= 2;
          n_left--;
        }
      else
        chain[length++] = nearest;
    }
}

static void
order_by_tree (const Ordering *self,
               guint          *order)
{
  Tree tree;
  guint root = 0, place = 0;

  init_tree (&tree, self);
  grow (&tree, self->n);
  while (tree.is_joined[root])
    root++;
  for (guint i = tree.first[root]; i != G_MAXUINT; i = tree.next[i])
    order[place++] = i;
  clear_tree (&tree);
}

static void
turn_round (guint *order,
            guint  first,
            guint  last)
{
  for (; first < last; first++, last--)
    {
      const guint column = order[first];

      order[first] = order[last];
      order[last] = column;
    }
}

/* Between places @i and @k, of which either may be beyond the ends. */
static float
step (const Ordering *self,
      const guint    *order,
      int             i,
      int             k)
{
  return i < 0 || k >= (int) self->n ? 0 : *unlike (self, order[i], order[k]);
}

static gboolean
turn_pieces (const Ordering *self,
             guint          *order)
{
  const int n = self->n;
  gboolean better = FALSE;

  for (int i = 0; i < n - 1; i++)
    for (int k = i + 1; k < n; k++)
      {
        const float before = step (self, order, i - 1, i) + step (self, order, k, k + 1);
        const float after = step (self, order, i - 1, k) + step (self, order, i, k + 1);

        if (after + MIN_GAIN >= before)
          continue;

        turn_round (order, i, k);
        better = TRUE;
      }

  return better;
}

/* Takes the column at @from out and puts it behind the one at @to. */
static void
move_column (guint *order,
             int    from,
             int    to)
{
  const guint column = order[from];

  if (from < to)
    {
      for (int i = from; i < to; i++)
        order[i] = order[i + 1];
      order[to] = column;
    }
  else
    {
      for (int i = from; i > to + 1; i--)
        order[i] = order[i - 1];
      order[to + 1] = column;
    }
}

static gboolean
move_columns (const Ordering *self,
              guint          *order)
{
  const int n = self->n;
  gboolean better = FALSE;

  for (int i = 0; i < n; i++)
    for (int k = -1; k < n; k++)
      {
        float gain;

        if (k == i || k == i - 1)
          continue;

        gain = step (self, order, i - 1, i) + step (self, order, i, i + 1) -
               step (self, order, i - 1, i + 1) +
               step (self, order, k, k + 1) - step (self, order, k, i) -
               step (self, order, i, k + 1);
        if (gain <= MIN_GAIN)
          continue;

        move_column (order, i, k);
        better = TRUE;
        break;
      }

  return better;
}

static void
polish (const Ordering *self,
        guint          *order)
{
  for (guint pass = 0; pass < N_PASSES; pass++)
    if (!(turn_pieces (self, order) | move_columns (self, order)))
      break;
}

/**
 * _yd_seriation_find_order:
 * @part: a part of a table
 * @axis: where its columns lie, see _yd_seriation_find_axis()
 * @order: (out caller-allocates): the columns, from the first to the last
 */
void
_yd_seriation_find_order (const YdSeriationPart *part,
                          const double          *axis,
                          guint                 *order)
{
  Ordering self = { part, axis, part->n_columns };
  g_autofree guint *leaves = NULL;

  order_on_axis (part, axis, order);
  if (self.n < 3 || self.n > MANY_COLUMNS)
    return;

  compare_columns (&self);
  leaves = g_new (guint, self.n);
  order_by_tree (&self, leaves);
  if (measure (&self, leaves) + MIN_GAIN < measure (&self, order))
    for (guint i = 0; i < self.n; i++)
      order[i] = leaves[i];

  polish (&self, order);
  g_free (self.unlike);
}
