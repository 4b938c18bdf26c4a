/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan.h"
#include "yd-source.h"

G_BEGIN_DECLS

/* What can be underlined in a document. */
typedef enum
{
  YD_MARK_POINT,
  YD_MARK_UNIT,
  YD_MARK_DEADLINE,
  YD_MARK_ORDER,
  YD_N_MARK_KINDS
} YdMarkKind;

/**
 * YdMark:
 * @span: where it stands, in characters
 * @kind: what it is
 * @row: the row that was read from there
 * @point: the point that it belongs to
 */
typedef struct
{
  YdSpan      span;
  YdMarkKind  kind;
  YdRow      *row;
  YdPoint    *point;
} YdMark;

/**
 * YdMarkedBlock:
 * @span: all of the point's own text, in characters
 * @point: the point
 * @path: as it is written beside the text, `五(四)`
 */
typedef struct
{
  YdSpan   span;
  YdPoint *point;
  char    *path;
} YdMarkedBlock;

/**
 * YdUnplacedRun:
 * @span: paragraphs behind each other that belong to no point, in characters
 * @first: the number of the first one, from 0
 * @last: that of the last one
 */
typedef struct
{
  YdSpan span;
  guint  first;
  guint  last;
} YdUnplacedRun;

typedef struct _YdSourceMarks YdSourceMarks;

YdSourceMarks       *yd_source_marks_begin        (YdPlan        *plan,
                                                   const char    *source_id,
                                                   YdSource      *source)
                                                   G_GNUC_WARN_UNUSED_RESULT;
gboolean             yd_source_marks_step         (YdSourceMarks *self,
                                                   guint          n_points);
void                 yd_source_marks_free         (YdSourceMarks *self);

const YdMark        *yd_source_marks_get          (YdSourceMarks *self,
                                                   guint         *n_marks);
const YdMarkedBlock *yd_source_marks_get_blocks   (YdSourceMarks *self,
                                                   guint         *n_blocks);
const YdSpan        *yd_source_marks_get_unplaced (YdSourceMarks *self,
                                                   guint         *n_paragraphs);
const YdUnplacedRun *yd_source_marks_get_runs     (YdSourceMarks *self,
                                                   guint         *n_runs);
guint                yd_source_marks_get_count    (YdSourceMarks *self,
                                                   YdMarkKind     kind);

guint                yd_source_marks_find_from    (YdSourceMarks *self,
                                                   guint          character);
const YdMark        *yd_source_marks_find_at      (YdSourceMarks *self,
                                                   guint          character,
                                                   guint          kinds);
const YdMark        *yd_source_marks_find_row     (YdSourceMarks *self,
                                                   YdRow         *row);
const YdMarkedBlock *yd_source_marks_find_block   (YdSourceMarks *self,
                                                   YdPoint       *point);
const YdMarkedBlock *yd_source_marks_get_block_at (YdSourceMarks *self,
                                                   guint          character);
const YdMarkedBlock *yd_source_marks_get_block_from
                                                  (YdSourceMarks *self,
                                                   guint          character);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdSourceMarks, yd_source_marks_free)

G_END_DECLS
