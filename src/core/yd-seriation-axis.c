/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-seriation-private.h"

#include <math.h>
#include <string.h>

/* The axis along which the columns of a table differ most: the first one of correspondence
 * analysis, that is the second eigenvector of D^-1/2 A' R^-1 A D^-1/2, where A has the marks,
 * R the marks of each row and D those of each column. The eigenvector before it says only how
 * many marks each column has. Lanczos finds it in a few dozen products with A, where a power
 * iteration would need thousands for a long band.
 */

#define N_STEPS 80

typedef struct
{
  const YdSeriationPart *part;
  double                *root;      /* of how many marks a column has; in length 1 */
  double                *scale;     /* one by the root */
  double                *vectors;   /* n_columns each */
  double                 diagonal[N_STEPS];
  double                 beside[N_STEPS];
} Lanczos;

static void
multiply (const Lanczos *self,
          const double  *in,
          double        *out)
{
  const YdSeriationPart *part = self->part;

  memset (out, 0, part->n_columns * sizeof *out);
  for (guint r = 0; r < part->n_rows; r++)
    {
      const guint first = part->starts[r], end = part->starts[r + 1];
      double sum = 0;

      for (guint i = first; i < end; i++)
        sum += in[part->columns[i]] * self->scale[part->columns[i]];
      sum /= MAX (end - first, 1);
      for (guint i = first; i < end; i++)
        out[part->columns[i]] += sum * self->scale[part->columns[i]];
    }
}

static double
dot (const double *a,
     const double *b,
     guint         n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += a[i] * b[i];

  return sum;
}

static void
take_out (double       *vector,
          const double *direction,
          guint         n)
{
  const double share = dot (vector, direction, n);

  for (guint i = 0; i < n; i++)
    vector[i] -= share * direction[i];
}

/* Twice, since once leaves what rounding brought in. */
static double
make_new (Lanczos *self,
          double  *vector,
          guint    n_before)
{
  const guint n = self->part->n_columns;
  double length;

  for (guint pass = 0; pass < 2; pass++)
    {
      take_out (vector, self->root, n);
      for (guint k = 0; k < n_before; k++)
        take_out (vector, self->vectors + k * n, n);
    }

  length = sqrt (dot (vector, vector, n));
  for (guint i = 0; length > 1e-9 && i < n; i++)
    vector[i] /= length;

  return length > 1e-9 ? length : 0;
}

/* Returns: how many vectors there are; the table may have no more */
static guint
run (Lanczos *self)
{
  const guint n = self->part->n_columns;

  /* It begins with the order in which the columns are given, which is mostly a good one. */
  for (guint i = 0; i < n; i++)
    self->vectors[i] = (i + 1.0) / n + 0.3 * sin (i * 2.4);
  if (make_new (self, self->vectors, 0) == 0)
    return 0;

  for (guint k = 0; k < N_STEPS; k++)
    {
      double *vector = self->vectors + k * n, *next = vector + n;

      multiply (self, vector, next);
      self->diagonal[k] = dot (vector, next, n);
      self->beside[k] = make_new (self, next, k + 1);
      if (self->beside[k] == 0)
        return k + 1;
    }

  return N_STEPS;
}

/* How many eigenvalues of the tridiagonal matrix are above @value (Sturm). */
static guint
count_above (const Lanczos *self,
             guint          n,
             double         value)
{
  double pivot = 1;
  guint count = 0;

  for (guint k = 0; k < n; k++)
    {
      const double beside = k > 0 ? self->beside[k - 1] : 0;

      pivot = self->diagonal[k] - value - beside * beside / pivot;
      if (fabs (pivot) < 1e-300)
        pivot = -1e-300;
      count += pivot > 0;
    }

  return count;
}

static double
find_largest (const Lanczos *self,
              guint          n)
{
  double low = -1, high = 2;        /* all of them are between 0 and 1 */

  for (guint i = 0; i < 60; i++)
    {
      const double middle = (low + high) / 2;

      if (count_above (self, n, middle) > 0)
        low = middle;
      else
        high = middle;
    }

  return high;
}

/* One step of inverse iteration: (T - value) x = b, by elimination from the top down, which
 * is safe above the largest eigenvalue, where the matrix is negative definite.
 */
static void
solve (const Lanczos *self,
       guint          n,
       double         value,
       double        *x)
{
  double pivots[N_STEPS];

  for (guint k = 0; k < n; k++)
    {
      const double factor = k > 0 ? self->beside[k - 1] / pivots[k - 1] : 0;

      pivots[k] = self->diagonal[k] - value - (k > 0 ? factor * self->beside[k - 1] : 0);
      if (k > 0)
        x[k] -= factor * x[k - 1];
    }
  for (guint k = n; k-- > 0; )
    x[k] = (x[k] - (k + 1 < n ? self->beside[k] * x[k + 1] : 0)) / pivots[k];
}

static void
find_top (const Lanczos *self,
          guint          n,
          double        *x)
{
  const double value = find_largest (self, n) + 1e-10;

  for (guint k = 0; k < n; k++)
    x[k] = 1;

  for (guint i = 0; i < 4; i++)
    {
      double length;

      solve (self, n, value, x);
      length = sqrt (dot (x, x, n));
      for (guint k = 0; k < n; k++)
        x[k] /= length;
    }
}

static void
init (Lanczos               *self,
      const YdSeriationPart *part)
{
  const guint n = part->n_columns;

  self->part = part;
  self->root = g_new0 (double, n);
  self->scale = g_new0 (double, n);
  self->vectors = g_new0 (double, n * (N_STEPS + 1));

  for (guint i = 0; i < part->starts[part->n_rows]; i++)
    self->root[part->columns[i]]++;
  for (guint c = 0; c < n; c++)
    {
      self->scale[c] = 1 / sqrt (MAX (self->root[c], 1));
      self->root[c] = sqrt (self->root[c] / MAX (part->starts[part->n_rows], 1));
    }
}

/**
 * _yd_seriation_find_axis:
 * @part: a part of a table
 * @axis: (out caller-allocates): where each column lies; all at 0 where they do not differ
 */
void
_yd_seriation_find_axis (const YdSeriationPart *part,
                         double                *axis)
{
  const guint n = part->n_columns;
  Lanczos self;
  double x[N_STEPS];
  guint n_vectors;

  init (&self, part);
  memset (axis, 0, n * sizeof *axis);
  n_vectors = run (&self);
  if (n_vectors > 0)
    find_top (&self, n_vectors, x);

  for (guint k = 0; k < n_vectors; k++)
    for (guint c = 0; c < n; c++)
      axis[c] += x[k] * self.vectors[k * n + c] * self.scale[c];

  g_free (self.root);
  g_free (self.scale);
  g_free (self.vectors);
}
