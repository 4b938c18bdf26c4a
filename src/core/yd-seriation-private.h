/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YdSeriation:
 *
 * An order of the rows and columns of a table of marks in which those stand side by side
 * that have much in common, so that blocks show. Knows nothing of plans.
 */
typedef struct _YdSeriation YdSeriation;

YdSeriation *_yd_seriation_new             (guint        n_columns) G_GNUC_WARN_UNUSED_RESULT;
void         _yd_seriation_free            (YdSeriation *self);
void         _yd_seriation_begin_row       (YdSeriation *self);
void         _yd_seriation_add             (YdSeriation *self,
                                            guint        column);
void         _yd_seriation_run             (YdSeriation *self);
guint        _yd_seriation_get_row_rank    (YdSeriation *self,
                                            guint        row);
guint        _yd_seriation_get_column_rank (YdSeriation *self,
                                            guint        column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdSeriation, _yd_seriation_free)

/**
 * YdSeriationPart:
 * @n_rows: how many rows
 * @starts: where each begins in @columns, and where the last one ends
 * @columns: the columns in which the rows have marks
 * @n_columns: how many columns; each has a mark
 *
 * Rows and columns that hang together, numbered from 0.
 */
typedef struct
{
  guint        n_rows;
  const guint *starts;
  const guint *columns;
  guint        n_columns;
} YdSeriationPart;

void _yd_seriation_find_axis  (const YdSeriationPart *part,
                               double                *axis);
void _yd_seriation_find_order (const YdSeriationPart *part,
                               const double          *axis,
                               guint                 *order);

G_END_DECLS
