/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-parse-name-private.h"

G_BEGIN_DECLS

/* A responsibility clause as printed, with its brackets. */
typedef struct
{
  guint start;
  guint end;
  guint first;                          /* its parties, in the reader */
  guint n;
} YdClause;

/* Reads the clauses of a region; what it learns, such as who leads where the
 * paper says so once, is good for the regions after it.
 */
typedef struct
{
  const YdTape *text;
  YdOutline    *outline;
  GArray       *parties;                /* YdParty */
  GArray       *clauses;                /* YdClause */
  gboolean      first_leads;            /* 列第一位的为牵头单位，下同 */
  gboolean      wrapped;                /* names may have line ends in them */

  const YdWord *columns[4];             /* of a table that lost its cells, those with units */
  guint         n_columns;
  guint         n_heads;                /* heads of columns seen on the last lines */
  gboolean      heading;                /* the last line was one */
} YdClauseReader;

void _yd_clauses_init  (YdClauseReader *self,
                        const YdTape   *text,
                        YdOutline      *outline);
void _yd_clauses_clear (YdClauseReader *self);
void _yd_clauses_reset (YdClauseReader *self);
void _yd_clauses_read  (YdClauseReader *self,
                        guint           start,
                        guint           end,
                        gboolean        marked);
void _yd_clauses_add   (YdClauseReader *self,
                        guint           clause,
                        guint           point);

void _yd_clauses_note  (YdClauseReader *self,
                        guint           first,
                        guint           start,
                        guint           end);

/* yd-parse-clause-cells.c: clauses that stood in a table. */
guint _yd_columns_cut (YdClauseReader *self,
                       guint           start,
                       guint           end,
                       gboolean        whole);
void  _yd_cells_read  (YdClauseReader *self,
                       guint           start,
                       guint           end);

/* The inside of a clause, for the reader alone. */
gboolean      _yd_clause_parse     (YdClauseReader *self,
                                    guint           start,
                                    guint           end,
                                    guint           sure);
gboolean      _yd_clause_bare      (YdClauseReader *self,
                                    guint           start,
                                    guint           end,
                                    guint           sure);
void          _yd_clause_read_list (YdClauseReader *self,
                                    guint           start,
                                    guint           end,
                                    const YdWord   *given);
gboolean      _yd_clause_names     (YdClauseReader *self,
                                    guint           start,
                                    guint           end);
gboolean      _yd_clause_is_term   (const YdTape   *text,
                                    guint           start,
                                    guint           end);
gboolean      _yd_clause_ends      (const YdTape   *text,
                                    guint           start,
                                    guint           end);
gboolean      _yd_clause_rule      (const YdTape   *text,
                                    guint           start,
                                    guint           end);
const YdWord *_yd_clause_label     (const YdTape   *text,
                                    guint           start,
                                    guint           end,
                                    guint          *after);

G_END_DECLS
