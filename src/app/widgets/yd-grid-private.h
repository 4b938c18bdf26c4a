/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-grid.h"

#include "yd-grid-axis.h"

G_BEGIN_DECLS

/* What a #YdGrid has; its files share it. */
typedef struct
{
  /* Owned */
  YdGridAxis     rows;
  YdGridAxis     cols;
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  YdTextCache   *texts;
  GtkWidget     *cells[2];      /* cells[0] has the focus or would get it */

  int            left;          /* the sizes of heads and tails */
  double         left_share;    /* of the width, which @left does not pass; zero for any */
  int            top;
  int            right;
  int            bottom;

  double         min_height;    /* of what shares the room; zero for what does not */
  double         min_width;
  double         max_height;    /* zero if there is no such limit */
  double         max_width;

  guint          row;           /* the current cell */
  guint          col;
  guint          anchor_row;    /* the other corner of the range */
  guint          anchor_col;

  YdGridHit      hover;
  double         band_x;        /* where a rubber band began */
  double         band_y;
  double         pull_x;        /* where the pointer pulls what it drags */
  double         pull_y;
  guint          pull_id;

  GtkScrollablePolicy hpolicy : 2;
  GtkScrollablePolicy vpolicy : 2;
  guint               hovers : 1;
  guint               extends : 1;
  guint               by_row : 1;
  guint               banding : 1;
  guint               closes : 1;
} YdGridPrivate;

YdGridPrivate *_yd_grid_get_private       (YdGrid         *self);

/* Scrolling */
void           _yd_grid_set_adjustment    (YdGrid         *self,
                                           GtkOrientation  orientation,
                                           GtkAdjustment  *adjustment);
void           _yd_grid_configure         (YdGrid         *self);
int            _yd_grid_get_left          (YdGrid         *self);
void           _yd_grid_resized           (YdGrid         *self);

/* Focus */
void           _yd_grid_init_focus        (YdGrid         *self);
void           _yd_grid_dispose_focus     (YdGrid         *self);
void           _yd_grid_allocate_cell     (YdGrid         *self);
void           _yd_grid_clamp_current     (YdGrid         *self);
gboolean       _yd_grid_real_move         (YdGrid         *self,
                                           YdGridMove      move,
                                           guint          *row,
                                           guint          *col);

/* Pointer */
void           _yd_grid_init_pointer      (YdGrid         *self);

/* Drawing */
void           _yd_grid_snapshot          (GtkWidget      *widget,
                                           GtkSnapshot    *snapshot);
void           _yd_grid_real_draw         (YdGrid                *self,
                                           GtkSnapshot           *snapshot,
                                           YdGridPart             part,
                                           const YdGridRange     *range,
                                           const graphene_rect_t *area);

G_END_DECLS
