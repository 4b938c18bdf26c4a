/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-grid.h"
#include "yd-matrix.h"

G_BEGIN_DECLS

/**
 * YdMatrixColoring:
 * @YD_MATRIX_COLOR_ROLE: who leads has the accent
 * @YD_MATRIX_COLOR_LIGHT: a ground and a symbol by how the point stands
 * @YD_MATRIX_COLOR_LOAD: the more a unit has, the darker its ground
 *
 * What the colour of a mark tells, besides its shape.
 */
typedef enum
{
  YD_MATRIX_COLOR_ROLE,
  YD_MATRIX_COLOR_LIGHT,
  YD_MATRIX_COLOR_LOAD,
} YdMatrixColoring;

#define YD_N_MATRIX_COLORINGS (YD_MATRIX_COLOR_LOAD + 1)

/**
 * YdMatrixAct:
 * @YD_MATRIX_ACT_CYCLE: the next role, for Space
 * @YD_MATRIX_ACT_LEAD: these set a role
 * @YD_MATRIX_ACT_RESPONSIBLE: …
 * @YD_MATRIX_ACT_SUPPORT: …
 * @YD_MATRIX_ACT_CLEAR: nothing stands there any more
 * @YD_MATRIX_ACT_FILL: the first row of the range goes to those below it
 *
 * What a person does to the chosen cells.
 */
typedef enum
{
  YD_MATRIX_ACT_CYCLE,
  YD_MATRIX_ACT_LEAD,
  YD_MATRIX_ACT_RESPONSIBLE,
  YD_MATRIX_ACT_SUPPORT,
  YD_MATRIX_ACT_CLEAR,
  YD_MATRIX_ACT_FILL,
} YdMatrixAct;

#define YD_TYPE_MATRIX_GRID (yd_matrix_grid_get_type ())

G_DECLARE_FINAL_TYPE (YdMatrixGrid, yd_matrix_grid, YD, MATRIX_GRID, YdGrid)

YdMatrix         *yd_matrix_grid_get_matrix     (YdMatrixGrid     *self);
void              yd_matrix_grid_set_matrix     (YdMatrixGrid     *self,
                                                 YdMatrix         *matrix);
YdMatrixColoring  yd_matrix_grid_get_coloring   (YdMatrixGrid     *self);
void              yd_matrix_grid_set_coloring   (YdMatrixGrid     *self,
                                                 YdMatrixColoring  coloring);
gboolean          yd_matrix_grid_get_transposed (YdMatrixGrid     *self);
void              yd_matrix_grid_set_transposed (YdMatrixGrid     *self,
                                                 gboolean          transposed);
guint             yd_matrix_grid_get_zoom       (YdMatrixGrid     *self);
void              yd_matrix_grid_set_zoom       (YdMatrixGrid     *self,
                                                 guint             percent);

void              yd_matrix_grid_set_has_proposed
                                                (YdMatrixGrid     *self,
                                                 gboolean          has_proposed);

gboolean          yd_matrix_grid_get_cell       (YdMatrixGrid     *self,
                                                 guint            *row,
                                                 guint            *column);
YdPoint          *yd_matrix_grid_get_point      (YdMatrixGrid     *self);
YdRow            *yd_matrix_grid_get_unit       (YdMatrixGrid     *self);
void              yd_matrix_grid_go             (YdMatrixGrid     *self,
                                                 YdPoint          *point,
                                                 YdRow            *unit);
void              yd_matrix_grid_get_chosen     (YdMatrixGrid     *self,
                                                 YdGridRange      *range);
gboolean          yd_matrix_grid_is_many        (YdMatrixGrid     *self);

G_END_DECLS
