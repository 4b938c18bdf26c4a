/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-grid-axis.h"

#include <math.h>

/* @n_items rows or columns of @size pixels each; a fraction of a pixel is allowed. */
void
yd_grid_axis_set_uniform (YdGridAxis *self,
                          guint       n_items,
                          double      size)
{
  g_return_if_fail (size > 0);

  yd_grid_axis_clear (self);
  self->n_items = n_items;
  self->size = size;
}

/**
 * yd_grid_axis_set_sizes:
 * @self: an axis
 * @n_items: how many rows or columns there are
 * @sizes: (array length=n_items): the size of each in pixels; zero hides one
 */
void
yd_grid_axis_set_sizes (YdGridAxis   *self,
                        guint         n_items,
                        const double *sizes)
{
  g_return_if_fail (n_items == 0 || sizes != NULL);

  yd_grid_axis_clear (self);
  self->n_items = n_items;
  self->starts = g_new (double, n_items + 1);
  self->starts[0] = 0;
  for (guint i = 0; i < n_items; i++)
    self->starts[i + 1] = self->starts[i] + MAX (sizes[i], 0);
}

void
yd_grid_axis_clear (YdGridAxis *self)
{
  g_clear_pointer (&self->starts, g_free);
  self->n_items = 0;
  self->size = 0;
}

/* Returns: where the item at @index begins; for the number of items, where the last ends */
double
yd_grid_axis_get_start (const YdGridAxis *self,
                        guint             index)
{
  index = MIN (index, self->n_items);

  return self->starts != NULL ? self->starts[index] : index * self->size;
}

/* Returns: the size of the item at @index; zero if there is none */
double
yd_grid_axis_get_size (const YdGridAxis *self,
                       guint             index)
{
  if (index >= self->n_items)
    return 0;

  return self->starts != NULL ? self->starts[index + 1] - self->starts[index] : self->size;
}

double
yd_grid_axis_get_total (const YdGridAxis *self)
{
  return yd_grid_axis_get_start (self, self->n_items);
}

/* The last item that begins at or before @position: one of no size is never found, since
 * another begins where it does.
 */
static guint
find_in_starts (const YdGridAxis *self,
                double            position)
{
  guint low = 0, high = self->n_items;

  while (high - low > 1)
    {
      const guint middle = low + (high - low) / 2;

      if (self->starts[middle] <= position)
        low = middle;
      else
        high = middle;
    }

  while (low > 0 && self->starts[low] == self->starts[low + 1])
    low--;

  return low;
}

/* Returns: the item at @position; the first before it, the last after it, and zero if
 *   there is none at all
 */
guint
yd_grid_axis_find (const YdGridAxis *self,
                   double            position)
{
  if (self->n_items == 0 || position <= 0)
    return 0;

  if (self->starts != NULL)
    return find_in_starts (self, position);

  return MIN (floor (position / self->size), self->n_items - 1);
}

/**
 * yd_grid_axis_get_visible:
 * @self: an axis
 * @offset: what has been scrolled away
 * @length: how much can be seen
 * @first: (out): the first item of which something can be seen
 * @end: (out): the one after the last; @first if there is nothing to see
 */
void
yd_grid_axis_get_visible (const YdGridAxis *self,
                          double            offset,
                          double            length,
                          guint            *first,
                          guint            *end)
{
  *first = *end = yd_grid_axis_find (self, offset);
  if (length <= 0 || offset + length <= 0 || offset >= yd_grid_axis_get_total (self))
    return;

  *end = yd_grid_axis_find (self, offset + length) + 1;
  if (*end - 1 > *first && yd_grid_axis_get_start (self, *end - 1) >= offset + length)
    *end -= 1;
}

/* Returns: the offset nearest to @offset at which all of the item can be seen, or its
 *   beginning if it is longer than that
 */
double
yd_grid_axis_reveal (const YdGridAxis *self,
                     guint             index,
                     double            offset,
                     double            length)
{
  const double start = yd_grid_axis_get_start (self, index);
  const double end = start + yd_grid_axis_get_size (self, index);

  if (start < offset || end - start > length)
    return start;

  return MAX (offset, end - length);
}
