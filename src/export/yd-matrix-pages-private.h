/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-matrix-pages.h"
#include "yd-matrix-sheet-private.h"

G_BEGIN_DECLS

/* Which text is set in what. */
typedef enum
{
  YD_FACE_TITLE,
  YD_FACE_SUBTITLE,
  YD_FACE_HEAD,
  YD_FACE_NAME,
  YD_FACE_TASK,
  YD_FACE_CHAPTER,
  YD_FACE_COUNT,
  YD_FACE_SUM,
  YD_FACE_FOOT,
  YD_N_FACES
} YdMatrixFace;

/* Rows or columns of one page. */
typedef struct
{
  guint first;
  guint n;
} YdRun;

/* All lengths in points. */
struct _YdMatrixPages
{
  YdPages         parent_instance;

  /* Owned */
  YdMatrixSheet  *sheet;
  PangoLayout    *faces[YD_N_FACES];
  GArray         *row_runs;           /* YdRun, from the top down */
  GArray         *column_runs;        /* from the left; a page for each pair */
  double         *heights;            /* of each row */

  double          width, height;      /* of the sheet of paper */
  double          left, top, right, bottom;   /* white round what is drawn */
  double          number_width, task_width, due_width, light_width;
  double          unit_width, sum_width;
  double          head_height, name_height, foot_height;
  double          due_height, light_height;   /* below the names, where points are columns */
  guint           n_sums;
};

/* Of the labels at the left of each page. */
static inline double
_yd_matrix_pages_get_labels (const YdMatrixPages *self)
{
  return self->number_width + self->task_width + self->due_width + self->light_width;
}

/* Of the heads above each column. */
static inline double
_yd_matrix_pages_get_heads (const YdMatrixPages *self)
{
  return self->head_height + self->name_height + self->due_height + self->light_height;
}

void  _yd_matrix_pages_break      (YdMatrixPages *self,
                                   YdPaper        paper);
void  _yd_matrix_pages_draw       (YdMatrixPages *self,
                                   guint          page,
                                   cairo_t       *cr);
void  _yd_matrix_pages_draw_mark  (cairo_t       *cr,
                                   YdRole         role,
                                   gboolean       small,
                                   double         x,
                                   double         y);
double _yd_matrix_pages_measure   (YdMatrixPages *self,
                                   YdMatrixFace   face,
                                   const char    *text,
                                   double         width);
double _yd_matrix_pages_get_above (YdMatrixPages *self,
                                   guint          row_run);

G_END_DECLS
