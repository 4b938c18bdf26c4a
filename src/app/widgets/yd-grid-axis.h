/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YdGridAxis:
 * @n_items: how many rows or columns there are
 * @size: the size of each in pixels, if they are all of one size
 * @starts: (nullable) (array length=n_items + 1): where each begins and the last one
 *   ends, if they are not
 *
 * Where the rows or the columns of a grid are. Nothing is kept for each of them if they
 * are of one size, so that it costs the same for ten rows and for a million.
 */
typedef struct
{
  guint   n_items;
  double  size;
  double *starts;
} YdGridAxis;

void   yd_grid_axis_set_uniform (YdGridAxis   *self,
                                 guint         n_items,
                                 double        size);
void   yd_grid_axis_set_sizes   (YdGridAxis   *self,
                                 guint         n_items,
                                 const double *sizes);
void   yd_grid_axis_clear       (YdGridAxis   *self);

double yd_grid_axis_get_start   (const YdGridAxis *self,
                                 guint             index);
double yd_grid_axis_get_size    (const YdGridAxis *self,
                                 guint             index);
double yd_grid_axis_get_total   (const YdGridAxis *self);
guint  yd_grid_axis_find        (const YdGridAxis *self,
                                 double            position);
void   yd_grid_axis_get_visible (const YdGridAxis *self,
                                 double            offset,
                                 double            length,
                                 guint            *first,
                                 guint            *end);
double yd_grid_axis_reveal      (const YdGridAxis *self,
                                 guint             index,
                                 double            offset,
                                 double            length);

G_END_DECLS
