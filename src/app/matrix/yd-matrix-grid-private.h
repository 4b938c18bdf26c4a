/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-matrix-grid.h"

#include "yd-grid-colors.h"

G_BEGIN_DECLS

/* Sizes at the usual size of text; see UI.md §2. */
#define YD_MATRIX_CELL   28

#define YD_MATRIX_LOAD_STEPS 4

/* A total that stands at the end of rows and columns. */
typedef struct
{
  YdRole   role;        /* %YD_ROLE_NONE for all of them */
  gboolean late;
} YdMatrixTotal;

#define YD_MATRIX_MAX_TOTALS 5

struct _YdMatrixGrid
{
  YdGrid            parent_instance;

  /* Owned */
  YdMatrix         *matrix;
  GHashTable       *marks;              /* what they look like, of this theme and size */
  YdPoint          *point;              /* the current cell, kept when rows and columns change */
  YdRow            *unit;

  YdMatrixColoring  coloring;
  YdMatrixTotal     totals[YD_MATRIX_MAX_TOTALS];
  guint             n_totals;
  guint             zoom;               /* in percent; zero fits the window */
  double            scale;              /* of the text, against the usual one */
  int               total_width;        /* of one beside the rows */
  int               name_height;        /* of the heads of columns, without bands and arrows */
  int               arrow_height;
  double            most;               /* marks that the busiest unit has */

  /* While a head is dragged onto rows */
  guint             drag_from;          /* a column, or %YD_GRID_NONE */
  guint             drag_to;
  double            drag_x;
  double            drag_y;

  guint             transposed : 1;
  guint             has_members : 1;    /* some group can be unfolded */
  guint             has_proposed : 1;   /* something is to be checked */
  guint             quiet : 1;
};

/* Rows and columns of the grid are those of the matrix, or the other way round. */
static inline void
_yd_matrix_grid_to_matrix (YdMatrixGrid *self,
                           guint        *row,
                           guint        *col)
{
  if (self->transposed)
    {
      const guint swap = *row;

      *row = *col;
      *col = swap;
    }
}

gboolean _yd_matrix_grid_look         (YdMatrixGrid          *self,
                                       guint                  row,
                                       guint                  col,
                                       YdMatrixCell          *cell);
void     _yd_matrix_grid_fit          (YdMatrixGrid          *self);
int      _yd_matrix_grid_get_band     (YdMatrixGrid          *self);
int      _yd_matrix_grid_get_total_height
                                      (YdMatrixGrid          *self);
void     _yd_matrix_grid_fold         (YdMatrixGrid          *self,
                                       gboolean               of_rows,
                                       guint                  index);
void     _yd_matrix_grid_act          (YdMatrixGrid          *self,
                                       YdMatrixAct            act);
void     _yd_matrix_grid_dropped      (YdMatrixGrid          *self,
                                       YdRow                 *unit,
                                       YdPoint               *point);

/* Drawing */
void     _yd_matrix_grid_draw_body    (YdMatrixGrid          *self,
                                       GtkSnapshot           *snapshot,
                                       const YdGridRange     *range,
                                       const graphene_rect_t *area);
void     _yd_matrix_grid_draw_mark    (YdMatrixGrid          *self,
                                       GtkSnapshot           *snapshot,
                                       const YdMatrixCell    *cell,
                                       const graphene_rect_t *area,
                                       const YdGridColors    *colors);
void     _yd_matrix_grid_draw_heads   (YdMatrixGrid          *self,
                                       GtkSnapshot           *snapshot,
                                       YdGridPart             part,
                                       const YdGridRange     *range,
                                       const graphene_rect_t *area);
void     _yd_matrix_grid_draw_corner  (YdMatrixGrid          *self,
                                       GtkSnapshot           *snapshot,
                                       const graphene_rect_t *area);
void     _yd_matrix_grid_draw_totals  (YdMatrixGrid          *self,
                                       GtkSnapshot           *snapshot,
                                       YdGridPart             part,
                                       const YdGridRange     *range,
                                       const graphene_rect_t *area);
void     _yd_matrix_grid_draw_proposed
                                      (GtkSnapshot           *snapshot,
                                       const graphene_rect_t *area,
                                       const YdGridColors    *colors);
void     _yd_matrix_grid_draw_load    (YdMatrixGrid          *self,
                                       GtkSnapshot           *snapshot,
                                       guint                  n,
                                       const graphene_rect_t *area,
                                       const YdGridColors    *colors);
void     _yd_matrix_grid_draw_frame   (GtkSnapshot           *snapshot,
                                       const graphene_rect_t *area,
                                       const GdkRGBA         *color,
                                       float                  width);
void     _yd_matrix_grid_draw_line    (GtkSnapshot           *snapshot,
                                       double                 x,
                                       double                 y,
                                       double                 width,
                                       double                 height,
                                       const GdkRGBA         *color);

/* Words */
char    *_yd_matrix_grid_dup_number   (YdMatrixGrid          *self,
                                       const YdMatrixRow     *row);
char    *_yd_matrix_grid_dup_title    (YdMatrixGrid          *self,
                                       const YdMatrixRow     *row);
char    *_yd_matrix_grid_dup_name     (YdGrid                *grid,
                                       guint                  row,
                                       guint                  col);
char    *_yd_matrix_grid_dup_tooltip  (YdGrid                *grid,
                                       const YdGridHit       *hit,
                                       double                 x,
                                       double                 y);

/* Keys and pointer */
void     _yd_matrix_grid_init_keys    (YdMatrixGrid          *self);
gboolean _yd_matrix_grid_move         (YdGrid                *grid,
                                       YdGridMove             move,
                                       guint                 *row,
                                       guint                 *col);
gboolean _yd_matrix_grid_press        (YdGrid                *grid,
                                       const YdGridHit       *hit,
                                       guint                  n_press,
                                       double                 x,
                                       double                 y);
void     _yd_matrix_grid_init_drag    (YdMatrixGrid          *self);
void     _yd_matrix_grid_draw_drag    (YdMatrixGrid          *self,
                                       GtkSnapshot           *snapshot);

G_END_DECLS
