/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-text-cache.h"

G_BEGIN_DECLS

/* No row, no column. */
#define YD_GRID_NONE G_MAXUINT

/**
 * YdGridPart:
 *
 * A grid is three by three: heads stay where they are while the body scrolls, and so do
 * the tails at the other ends, such as totals. The heads of columns scroll sideways only,
 * those of rows up and down.
 */
typedef enum
{
  YD_GRID_CORNER,
  YD_GRID_COL_HEAD,
  YD_GRID_CORNER_RIGHT,
  YD_GRID_ROW_HEAD,
  YD_GRID_BODY,
  YD_GRID_ROW_TAIL,
  YD_GRID_CORNER_BELOW,
  YD_GRID_COL_TAIL,
  YD_GRID_CORNER_END,
} YdGridPart;

/**
 * YdGridMove:
 *
 * What a key asks for; skipping is what Ctrl and an arrow do, such as going to the next
 * cell that has something in it.
 */
typedef enum
{
  YD_GRID_MOVE_LEFT,
  YD_GRID_MOVE_RIGHT,
  YD_GRID_MOVE_UP,
  YD_GRID_MOVE_DOWN,
  YD_GRID_MOVE_SKIP_LEFT,
  YD_GRID_MOVE_SKIP_RIGHT,
  YD_GRID_MOVE_SKIP_UP,
  YD_GRID_MOVE_SKIP_DOWN,
  YD_GRID_MOVE_PAGE_UP,
  YD_GRID_MOVE_PAGE_DOWN,
  YD_GRID_MOVE_HOME,
  YD_GRID_MOVE_END,
  YD_GRID_MOVE_FIRST,
  YD_GRID_MOVE_LAST,
} YdGridMove;

/**
 * YdGridHit:
 * @part: where it is
 * @row: which row, or %YD_GRID_NONE in heads of columns and below the last row
 * @col: which column, or %YD_GRID_NONE
 */
typedef struct
{
  YdGridPart part;
  guint      row;
  guint      col;
} YdGridHit;

/**
 * YdGridRange:
 *
 * Rows and columns; @end_row and @end_col are those after the last.
 */
typedef struct
{
  guint first_row;
  guint end_row;
  guint first_col;
  guint end_col;
} YdGridRange;

#define YD_TYPE_GRID (yd_grid_get_type ())

G_DECLARE_DERIVABLE_TYPE (YdGrid, yd_grid, YD, GRID, GtkWidget)

/**
 * YdGridClass:
 * @draw: draws what can be seen of a part, clipped to @area; the default calls @draw_cell
 *   for each cell of it, and that of #YdGrid has to be called for the marks of range and
 *   pointer in the body
 * @draw_cell: draws one cell; row or column is %YD_GRID_NONE in a head
 * @draw_over: draws over the body and the heads, such as what is being dragged
 * @dup_name: (transfer full): the sentence a screen reader says on a cell
 * @dup_tooltip: (transfer full) (nullable): what the pointer is told on what it hit, at
 *   @x and @y of the widget
 * @locate: the rectangle of a cell in the widget, for the focus and for scrolling to it
 * @move: changes @row and @col as @move asks; returns whether the key meant something
 * @activate: a person pressed Enter on a cell, or clicked it twice
 * @press: the pointer was pressed; returns whether that is all that is to be done
 * @menu: a context menu is asked for at @x and @y
 * @current_changed: another cell is the current one
 * @zoom: a person zooms in (1), out (-1) or back (0), at @x of the widget
 * @metrics_changed: the font is another one, and so are sizes that follow it
 *
 * What a grid is made of. Nothing has to be overridden but @draw_cell or @draw, and
 * @dup_name.
 */
struct _YdGridClass
{
  GtkWidgetClass parent_class;

  void     (*draw)            (YdGrid                *self,
                               GtkSnapshot           *snapshot,
                               YdGridPart             part,
                               const YdGridRange     *range,
                               const graphene_rect_t *area);
  void     (*draw_cell)       (YdGrid                *self,
                               GtkSnapshot           *snapshot,
                               YdGridPart             part,
                               guint                  row,
                               guint                  col,
                               const graphene_rect_t *area);
  void     (*draw_over)       (YdGrid                *self,
                               GtkSnapshot           *snapshot);

  char    *(*dup_name)        (YdGrid                *self,
                               guint                  row,
                               guint                  col);
  char    *(*dup_tooltip)     (YdGrid                *self,
                               const YdGridHit       *hit,
                               double                 x,
                               double                 y);

  void     (*locate)          (YdGrid                *self,
                               guint                  row,
                               guint                  col,
                               graphene_rect_t       *area);
  gboolean (*move)            (YdGrid                *self,
                               YdGridMove             move,
                               guint                 *row,
                               guint                 *col);
  void     (*activate)        (YdGrid                *self,
                               guint                  row,
                               guint                  col);
  gboolean (*press)           (YdGrid                *self,
                               const YdGridHit       *hit,
                               guint                  n_press,
                               double                 x,
                               double                 y);
  void     (*menu)            (YdGrid                *self,
                               const YdGridHit       *hit,
                               double                 x,
                               double                 y);
  void     (*current_changed) (YdGrid                *self);
  void     (*zoom)            (YdGrid                *self,
                               int                    step,
                               double                 x);
  void     (*metrics_changed) (YdGrid                *self);

  gpointer   padding[4];
};

/* Geometry */
void     yd_grid_set_rows           (YdGrid                *self,
                                     guint                  n_rows,
                                     double                 height);
void     yd_grid_set_row_sizes      (YdGrid                *self,
                                     guint                  n_rows,
                                     const double          *heights);
void     yd_grid_set_cols           (YdGrid                *self,
                                     guint                  n_cols,
                                     double                 width);
void     yd_grid_set_col_sizes      (YdGrid                *self,
                                     guint                  n_cols,
                                     const double          *widths);
void     yd_grid_set_fitting        (YdGrid                *self,
                                     guint                  n_rows,
                                     double                 min_height,
                                     guint                  n_cols,
                                     double                 min_width);
void     yd_grid_set_fitting_limits (YdGrid                *self,
                                     double                 max_height,
                                     double                 max_width);
void     yd_grid_set_heads          (YdGrid                *self,
                                     int                    left,
                                     int                    top);
void     yd_grid_set_heads_share    (YdGrid                *self,
                                     double                 share);
void     yd_grid_set_tails          (YdGrid                *self,
                                     int                    right,
                                     int                    bottom);
gboolean yd_grid_get_closes         (YdGrid                *self);
void     yd_grid_set_closes         (YdGrid                *self,
                                     gboolean               closes);
guint    yd_grid_get_n_rows         (YdGrid                *self);
guint    yd_grid_get_n_cols         (YdGrid                *self);
void     yd_grid_get_row_span       (YdGrid                *self,
                                     guint                  row,
                                     double                *y,
                                     double                *height);
void     yd_grid_get_col_span       (YdGrid                *self,
                                     guint                  col,
                                     double                *x,
                                     double                *width);
void     yd_grid_get_part_area      (YdGrid                *self,
                                     YdGridPart             part,
                                     graphene_rect_t       *area);
void     yd_grid_get_visible        (YdGrid                *self,
                                     YdGridRange           *range);
void     yd_grid_hit_test           (YdGrid                *self,
                                     double                 x,
                                     double                 y,
                                     YdGridHit             *hit);

/* Scrolling */
void     yd_grid_get_offset         (YdGrid                *self,
                                     double                *x,
                                     double                *y);
void     yd_grid_scroll_to          (YdGrid                *self,
                                     double                 x,
                                     double                 y);
void     yd_grid_scroll_to_cell     (YdGrid                *self,
                                     guint                  row,
                                     guint                  col);
void     yd_grid_pull               (YdGrid                *self,
                                     double                 x,
                                     double                 y);
void     yd_grid_stop_pulling       (YdGrid                *self);
void     yd_grid_zoom               (YdGrid                *self,
                                     int                    step);

/* Focus and range */
guint    yd_grid_get_current_row    (YdGrid                *self);
guint    yd_grid_get_current_col    (YdGrid                *self);
void     yd_grid_set_current        (YdGrid                *self,
                                     guint                  row,
                                     guint                  col);
void     yd_grid_say_again          (YdGrid                *self);
gboolean yd_grid_get_by_row         (YdGrid                *self);
void     yd_grid_set_by_row         (YdGrid                *self,
                                     gboolean               by_row);
gboolean yd_grid_get_extends        (YdGrid                *self);
void     yd_grid_set_extends        (YdGrid                *self,
                                     gboolean               extends);
void     yd_grid_get_range          (YdGrid                *self,
                                     YdGridRange           *range);
void     yd_grid_extend_to          (YdGrid                *self,
                                     guint                  row,
                                     guint                  col);
gboolean yd_grid_get_hover          (YdGrid                *self,
                                     YdGridHit             *hit);

/* Drawing */
YdTextCache *
         yd_grid_get_texts          (YdGrid                *self);
void     yd_grid_draw_text          (YdGrid                *self,
                                     GtkSnapshot           *snapshot,
                                     const char            *text,
                                     YdTextStyle            style,
                                     const GdkRGBA         *color,
                                     const graphene_rect_t *area,
                                     double                 xalign);

G_END_DECLS
