/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-node-private.h"

void
_yd_assembler_init (YdAssembler  *self,
                    const YdTape *text,
                    YdOutline    *outline)
{
  *self = (YdAssembler) { .text = text, .outline = outline, .root = YD_OUTLINE_NONE };
  self->blocks = _yd_blocks_read (text);
  _yd_clauses_init (&self->clauses, text, outline);
}

void
_yd_assembler_clear (YdAssembler *self)
{
  g_clear_pointer (&self->blocks, g_array_unref);
  _yd_clauses_clear (&self->clauses);
}

/* Reads the clauses of the node's paragraphs. */
static void
read_clauses (YdAssembler *self)
{
  _yd_clauses_reset (&self->clauses);

  for (guint i = self->first; i < self->last; i++)
    {
      YdBlock *block = &g_array_index (self->blocks, YdBlock, i);
      const guint start = MAX (block->start, block->mark.end);
      const gboolean marked = block->mark.style != YD_MARK_NONE;

      self->clauses.wrapped = self->clauses.wrapped || block->wrapped;
      block->end = _yd_columns_cut (&self->clauses, start, block->end, !marked);
      _yd_clauses_read (&self->clauses, start, block->end, marked);
    }
}

static void
flush (YdAssembler *self,
       gboolean     last)
{
  guint closing;

  if (self->first == self->last)
    return;

  read_clauses (self);
  closing = last ? _yd_node_find_closing (self) : self->last;
  _yd_node_emit (self, closing);
  self->first = self->last = 0;
}

/* Begins the node of a numbered paragraph. */
void
_yd_assembler_begin (YdAssembler *self,
                     guint        block)
{
  const YdMarkStyle style = g_array_index (self->blocks, YdBlock, block).mark.style;

  flush (self, style == YD_MARK_ANNEX);
  if (style == YD_MARK_ANNEX)
    _yd_assembler_restart (self);

  self->first = block;
  self->last = block + 1;
  self->ended = FALSE;
  self->next_annex = 0;
}

/* Adds a paragraph without a number to the node. */
void
_yd_assembler_add (YdAssembler *self,
                   guint        block)
{
  if (self->first < self->last)
    self->last = block + 1;
}

/* The node is the last of its paper. */
void
_yd_assembler_end (YdAssembler *self)
{
  flush (self, !self->ended);
  self->ended = TRUE;
}

/* What follows is another paper or an annex. */
void
_yd_assembler_restart (YdAssembler *self)
{
  self->n_open = 0;
  self->root = YD_OUTLINE_NONE;
  self->n_duties = 0;
  memset (self->siblings, 0, sizeof self->siblings);
  memset (self->long_ones, 0, sizeof self->long_ones);
}
