/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-parse-clause-private.h"
#include "yd-parse-head-private.h"
#include "yd-parse-line-private.h"

G_BEGIN_DECLS

/* A point that others may come under. */
typedef struct
{
  YdMarkStyle style;
  guint       number;
  guint       point;
} YdOpenPoint;

/* A node is a number with the paragraphs that follow it; when the next begins, it
 * becomes points of the outline.
 */
typedef struct
{
  const YdTape   *text;
  YdOutline      *outline;
  GArray         *blocks;
  YdClauseReader  clauses;

  YdOpenPoint     open[YD_N_MARKS];
  guint           n_open;
  guint           root;                 /* annex or notice above the numbers, or YD_OUTLINE_NONE */
  guint           n_duties;             /* without a number, under the root */
  guint           n_head_duties;        /* before the first number */

  guint           first;                /* blocks of the node; none if they are equal */
  guint           last;
  guint           siblings[YD_N_MARKS]; /* seen in each style */
  gboolean        long_ones[YD_N_MARKS]; /* one of them had several paragraphs */

  guint           year;
  guint           next_annex;           /* number that goes on a list of annexes, or 0 */
  gboolean        ended;                /* the paper's foot was reached */
} YdAssembler;

void _yd_assembler_init    (YdAssembler  *self,
                            const YdTape *text,
                            YdOutline    *outline);
void _yd_assembler_clear   (YdAssembler  *self);
void _yd_assembler_begin   (YdAssembler  *self,
                            guint         block);
void _yd_assembler_add     (YdAssembler  *self,
                            guint         block);
void _yd_assembler_end     (YdAssembler  *self);
void _yd_assembler_restart (YdAssembler  *self);

/* yd-parse-node-point.c: a node becomes points. */
void  _yd_node_emit         (YdAssembler *self,
                             guint        closing);
void  _yd_node_add_duty     (YdAssembler *self,
                             YdSpan       span);
guint _yd_node_find_closing (YdAssembler *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YdAssembler, _yd_assembler_clear)

G_END_DECLS
