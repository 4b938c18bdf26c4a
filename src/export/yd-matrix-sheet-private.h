/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-export-private.h"
#include "yd-matrix-sheet.h"

G_BEGIN_DECLS

/* Rows or columns of totals: what they count, and what stands at their head. */
typedef enum
{
  YD_SUM_LEAD,
  YD_SUM_RESPONSIBLE,
  YD_SUM_SUPPORT,
  YD_SUM_ALL,
  YD_SUM_LATE,
  YD_N_SUMS
} YdMatrixSumKind;

/* Where something stands in a row. Those of a row are sorted by column. */
typedef struct
{
  guint   column;
  guint8  role;
  guint8  via_role;
  guint8  is_vague;
  guint8  is_proposed;
  guint   n;                    /* in a folded row, all of them */
  guint   via;                  /* the column of the group, or %YD_MATRIX_NONE */
} YdSheetMark;

typedef struct
{
  char           *number;       /* as printed, `（一）` */
  char           *title;
  const char     *due;          /* `10月31日`, the sheet's; NULL without */
  guint           depth;
  guint           first;        /* mark */
  guint           n_marks;
  YdLight         light;
  gboolean        is_head;      /* a chapter, or what has others below it */
  gboolean        is_folded;
  gboolean        lacks_lead;   /* nobody leads the point, or the unit leads nothing */
  YdMatrixCounts  counts;
} YdSheetRow;

typedef struct
{
  char           *name;
  char           *group;        /* whose member it is here; NULL otherwise */
  YdMatrixBand    band;
  gboolean        is_vague;
  const char     *due;          /* of a point, the sheet's; NULL without */
  YdLight         light;
  YdMatrixCounts  counts;       /* of a member those through its group */
} YdSheetColumn;

typedef struct
{
  char  *text;
  guint  first;
  guint  n_columns;
} YdSheetHead;

struct _YdMatrixSheet
{
  gatomicrefcount     ref_count;

  char               *title;
  char               *subtitle;     /* what it comes to */
  GArray             *rows;         /* YdSheetRow */
  GArray             *columns;      /* YdSheetColumn */
  GArray             *heads;        /* YdSheetHead */
  GArray             *marks;        /* YdSheetMark */
  GArray             *points;       /* guint: rows of the matrix that are columns here */
  guint               n_done;       /* rows, or columns, of the matrix that are copied */
  GStringChunk       *days;

  YdMatrixTotals      totals;
  YdMatrixSheetFlags  flags;
  gboolean            is_unfolded;
  guint               sums;         /* bits `1 << sum`: which totals are worth a row */
  guint               roles;        /* bits `1 << role`: which marks there are */
  gboolean            has_vague;
  gboolean            has_via;
  gboolean            has_proposed;
};

static inline const YdSheetRow *
_yd_matrix_sheet_row (const YdMatrixSheet *self,
                      guint                i)
{
  return &g_array_index (self->rows, YdSheetRow, i);
}

static inline const YdSheetColumn *
_yd_matrix_sheet_column (const YdMatrixSheet *self,
                         guint                i)
{
  return &g_array_index (self->columns, YdSheetColumn, i);
}

static inline const YdSheetMark *
_yd_matrix_sheet_mark (const YdMatrixSheet *self,
                       guint                i)
{
  return &g_array_index (self->marks, YdSheetMark, i);
}

static inline gboolean
_yd_matrix_sheet_is_transposed (const YdMatrixSheet *self)
{
  return (self->flags & YD_MATRIX_SHEET_TRANSPOSED) != 0;
}

/* How each point stands is told beside it, or below it where the points are columns. */
static inline gboolean
_yd_matrix_sheet_has_light_columns (const YdMatrixSheet *self)
{
  return (self->flags & YD_MATRIX_SHEET_LIGHTS) != 0 && !_yd_matrix_sheet_is_transposed (self);
}

static inline gboolean
_yd_matrix_sheet_has_light_lines (const YdMatrixSheet *self)
{
  return (self->flags & YD_MATRIX_SHEET_LIGHTS) != 0 && _yd_matrix_sheet_is_transposed (self);
}

/* What the rows are. */
static inline const char *
_yd_matrix_sheet_get_row_head (const YdMatrixSheet *self)
{
  return _yd_matrix_sheet_is_transposed (self) ? "责任单位" : "工作要点";
}

/* Copying */
char       *_yd_matrix_sheet_dup_title
                                      (YdPoint              *point) G_GNUC_WARN_UNUSED_RESULT;
char       *_yd_matrix_sheet_dup_head (const YdMatrixHead   *info) G_GNUC_WARN_UNUSED_RESULT;
const char *_yd_matrix_sheet_keep_due (YdMatrixSheet        *self,
                                       YdMatrix             *matrix,
                                       const YdMatrixRow    *row);
void        _yd_matrix_sheet_add_mark (YdMatrixSheet        *self,
                                       guint                 via,
                                       guint                 column,
                                       const YdMatrixCell   *cell);
void        _yd_matrix_sheet_add_points
                                      (YdMatrixSheet        *self,
                                       YdMatrix             *matrix);
void        _yd_matrix_sheet_add_unit (YdMatrixSheet        *self,
                                       YdMatrix             *matrix,
                                       guint                 n);

const char *_yd_matrix_sheet_role     (YdRole                role);
const char *_yd_matrix_sheet_light    (YdLight               light);
char       *_yd_matrix_sheet_dup_mark (const YdSheetMark    *mark) G_GNUC_WARN_UNUSED_RESULT;
char       *_yd_matrix_sheet_dup_say  (const YdMatrixSheet  *self,
                                       const YdSheetMark    *mark) G_GNUC_WARN_UNUSED_RESULT;
char       *_yd_matrix_sheet_dup_legend
                                      (const YdMatrixSheet  *self,
                                       const char           *via) G_GNUC_WARN_UNUSED_RESULT;

gboolean    _yd_matrix_sheet_has_sum  (const YdMatrixSheet  *self,
                                       YdMatrixSumKind       sum);
const char *_yd_matrix_sheet_sum_head (YdMatrixSumKind       sum);
char       *_yd_matrix_sheet_dup_sum_label
                                      (const YdMatrixSheet  *self,
                                       YdMatrixSumKind       sum) G_GNUC_WARN_UNUSED_RESULT;
guint       _yd_matrix_sheet_get_sum  (const YdMatrixCounts *counts,
                                       YdMatrixSumKind       sum);
guint       _yd_matrix_sheet_get_crossing
                                      (const YdMatrixSheet  *self,
                                       YdMatrixSumKind       row,
                                       YdMatrixSumKind       column);

/* The writers. */
gboolean    _yd_matrix_write_xlsx     (const YdExportJob    *job,
                                       gconstpointer         sheet,
                                       YdPaper               paper,
                                       GError              **error);
gboolean    _yd_matrix_write_html     (const YdExportJob    *job,
                                       gconstpointer         sheet,
                                       GError              **error);
YdTable    *_yd_matrix_make_table     (const YdMatrixSheet  *self,
                                       gboolean              has_light_lines)
                                       G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
