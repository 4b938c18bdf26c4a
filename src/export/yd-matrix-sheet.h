/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-export.h"
#include "yd-matrix.h"

G_BEGIN_DECLS

/**
 * YdMatrixSheetFlags:
 * @YD_MATRIX_SHEET_DEFAULT: who answers for what
 * @YD_MATRIX_SHEET_LIGHTS: also how each point stands, and until when it is due
 * @YD_MATRIX_SHEET_TRANSPOSED: units are the rows, and points the columns
 */
typedef enum
{
  YD_MATRIX_SHEET_DEFAULT    = 0,
  YD_MATRIX_SHEET_LIGHTS     = 1 << 0,
  YD_MATRIX_SHEET_TRANSPOSED = 1 << 1,
} YdMatrixSheetFlags;

/**
 * YdMatrixFormat:
 * @YD_MATRIX_XLSX: a workbook
 * @YD_MATRIX_HTML: one page that needs nothing else, can be sorted, filtered and printed
 * @YD_MATRIX_PDF: pages, A4 or A3
 * @YD_MATRIX_PNG: one picture of the whole, for a slide
 * @YD_MATRIX_CSV: a plain table
 * @YD_MATRIX_JSON: the same for programs
 *
 * How a matrix can be written.
 */
typedef enum
{
  YD_MATRIX_XLSX,
  YD_MATRIX_HTML,
  YD_MATRIX_PDF,
  YD_MATRIX_PNG,
  YD_MATRIX_CSV,
  YD_MATRIX_JSON,
} YdMatrixFormat;

/**
 * YdPaper:
 * @YD_PAPER_FITTING: A4 across if it fits on that, else A3
 * @YD_PAPER_A4: A4 across
 * @YD_PAPER_A3: A3 across
 * @YD_PAPER_WHOLE: one sheet, as large as it needs: for a picture
 */
typedef enum
{
  YD_PAPER_FITTING,
  YD_PAPER_A4,
  YD_PAPER_A3,
  YD_PAPER_WHOLE,
} YdPaper;

#define YD_TYPE_MATRIX_SHEET (yd_matrix_sheet_get_type ())

/**
 * YdMatrixSheet:
 *
 * What a matrix shows, to be written: copied, so that another thread can do that while the
 * plan changes.
 */
typedef struct _YdMatrixSheet YdMatrixSheet;

GType          yd_matrix_sheet_get_type    (void) G_GNUC_CONST;
YdMatrixSheet *yd_matrix_sheet_new         (YdMatrix            *matrix,
                                            YdMatrixSheetFlags   flags)
                                            G_GNUC_WARN_UNUSED_RESULT;
YdMatrixSheet *yd_matrix_sheet_begin       (YdMatrix            *matrix,
                                            YdMatrixSheetFlags   flags)
                                            G_GNUC_WARN_UNUSED_RESULT;
gboolean       yd_matrix_sheet_go_on       (YdMatrixSheet       *self,
                                            YdMatrix            *matrix,
                                            guint                n_rows);
double         yd_matrix_sheet_get_fraction (YdMatrixSheet       *self,
                                            YdMatrix            *matrix);
YdMatrixSheet *yd_matrix_sheet_ref         (YdMatrixSheet       *self);
void           yd_matrix_sheet_unref       (YdMatrixSheet       *self);

const char    *yd_matrix_sheet_get_title   (YdMatrixSheet       *self);
char          *yd_matrix_sheet_dup_title   (YdMatrix            *matrix)
                                            G_GNUC_WARN_UNUSED_RESULT;

gboolean       yd_matrix_format_from_name  (const char          *name,
                                            YdMatrixFormat      *format);
const char    *yd_matrix_format_get_name   (YdMatrixFormat       format);

gboolean       yd_matrix_sheet_write       (YdMatrixSheet       *self,
                                            YdMatrixFormat       format,
                                            YdPaper              paper,
                                            GOutputStream       *stream,
                                            YdExportProgress     progress,
                                            gpointer             user_data,
                                            GCancellable        *cancellable,
                                            GError             **error);
gboolean       yd_matrix_sheet_save        (YdMatrixSheet       *self,
                                            YdMatrixFormat       format,
                                            YdPaper              paper,
                                            const char          *path,
                                            YdExportProgress     progress,
                                            gpointer             user_data,
                                            GCancellable        *cancellable,
                                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdMatrixSheet, yd_matrix_sheet_unref)

G_END_DECLS
