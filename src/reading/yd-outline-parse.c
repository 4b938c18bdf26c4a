/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-private.h"

#include <glib/gi18n-lib.h>

#include "yd-parse-deadline-private.h"
#include "yd-parse-node-private.h"

/* Puts the paragraphs together to points: lines → blocks (yd-parse-block.c) →
 * nodes, one for each number, → points and duties (yd-parse-node.c).
 */

/* The first numbered paragraph; an annex before any number is a heading of the paper. */
static guint
find_first_point (GArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    if (g_array_index (blocks, YdBlock, i).mark.style > YD_MARK_ANNEX)
      return i;

  return blocks->len;
}

/* Whether a paper only covers another: 关于印发…的通知. */
static gboolean
is_covering (const YdTape *text,
             GArray       *blocks,
             guint         first)
{
  static const YdWord notice = YD_WORD ("通知", 0);
  static const YdWord issue = YD_WORD ("印发", 0);

  for (guint i = 0; i < first; i++)
    {
      const YdBlock *block = &g_array_index (blocks, YdBlock, i);

      if (_yd_word_before (text, block->start, block->end, &notice, 1) != NULL &&
          _yd_word_find (text, block->start, block->end, &issue) < block->end)
        return TRUE;
    }

  return FALSE;
}

/* A covering notice may have numbered points of its own: after its signature, or in
 * its first annex, the paper itself begins again at 一、.
 *
 * Returns: where the paper itself begins, or 0
 */
static guint
find_second_paper (const YdTape *text,
                   GArray       *blocks,
                   guint         first)
{
  gboolean seen = FALSE;
  gboolean over = FALSE;

  for (guint i = first; i < blocks->len; i++)
    {
      const YdBlock *block = &g_array_index (blocks, YdBlock, i);

      if (block->mark.style == YD_MARK_ANNEX)
        {
          if (block->mark.number != 1 || !is_covering (text, blocks, first))
            return 0;
          over = TRUE;
        }
      else if (block->mark.style == YD_MARK_HAN)
        {
          if (seen && over && block->mark.number == 1)
            return i;
          seen = TRUE;
        }
      else if (block->mark.style == YD_MARK_NONE && seen && !block->table)
        over = over || _yd_line_kind (text, block->start, block->end) == YD_LINE_DATE;
    }

  return 0;
}

static guint
read_year (const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    if (g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) && g_ascii_isdigit (text[2]) &&
        g_ascii_isdigit (text[3]))
      return g_ascii_strtoull (text, NULL, 10);

  return 0;
}

/* The paper's year, for 年内: the one in its title, else that of its issue. */
static guint
get_year (YdOutline *outline)
{
  g_autofree char *title = outline->title != NULL
                           ? g_utf8_normalize (outline->title, -1, G_NORMALIZE_NFKC) : NULL;
  const guint year = read_year (title);

  return year >= 1900 && year <= 2200 ? year : read_year (outline->issued);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const YdSpan *first = a;
  const YdSpan *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

static void
add_unplaced (const YdTape *text,
              YdOutline    *outline,
              guint         start,
              guint         end)
{
  YdSpan span;

  span.start = _yd_tape_trim_left (text, start, end);
  span.end = _yd_tape_trim_right (text, span.start, end);
  if (span.end > span.start)
    g_array_append_val (outline->unplaced, span);
}

/* All that is in no point and no part of the head: not understood, so listed. */
static void
find_unplaced (const YdTape *text,
               YdOutline    *outline)
{
  g_autoptr(GArray) placed = g_array_new (FALSE, FALSE, sizeof (YdSpan));
  guint at = 0;

  for (guint i = 0; i < outline->points->len; i++)
    g_array_append_val (placed, g_array_index (outline->points, YdOutlinePoint, i).span);
  for (guint i = 0; i < outline->parts->len; i++)
    g_array_append_val (placed, g_array_index (outline->parts, YdOutlinePart, i).span);
  g_array_sort (placed, compare_spans);

  for (guint i = 0; i < placed->len; i++)
    {
      const YdSpan *span = &g_array_index (placed, YdSpan, i);

      if (span->start > at)
        add_unplaced (text, outline, at, span->start);
      at = MAX (at, span->end);
    }

  add_unplaced (text, outline, at, text->n);
}

/* A caption above a table is none of the text before it. */
static gboolean
is_caption (const YdTape *text,
            GArray       *blocks,
            guint         i)
{
  const YdBlock *block = &g_array_index (blocks, YdBlock, i);

  return i + 1 < blocks->len && g_array_index (blocks, YdBlock, i + 1).table &&
         _yd_line_kind (text, block->start, block->end) == YD_LINE_TITLE;
}

/* A list of annexes goes on with numbers that are no points (PATTERNS.md §7). */
static gboolean
is_listed_annex (const YdTape  *text,
                 const YdBlock *block,
                 guint         *next)
{
  if (*next == 0 || block->mark.style != YD_MARK_DIGIT ||
      (block->mark.number != *next && block->mark.number != 1))
    return FALSE;

  *next = block->mark.number + 1;

  return TRUE;
}

/* 附件1 on a line of its own: what comes next is its title. */
static gboolean
is_bare_annex (YdAssembler *self)
{
  const YdBlock *block;

  if (self->last != self->first + 1)
    return FALSE;

  block = &g_array_index (self->blocks, YdBlock, self->first);

  return block->mark.style == YD_MARK_ANNEX && block->mark.end >= block->end;
}

static void
read_unnumbered (YdAssembler *self,
                 guint        i)
{
  YdOutline *outline = self->outline;
  const guint n_parts = outline->parts->len;
  const YdOutlinePartKind last = n_parts > 0
    ? g_array_index (outline->parts, YdOutlinePart, n_parts - 1).kind : YD_OUTLINE_PART_TITLE;

  if (is_caption (self->text, self->blocks, i))
    {
      if (is_bare_annex (self))
        _yd_assembler_add (self, i);
      _yd_assembler_end (self);
      return;
    }

  if (_yd_tail_read (self->text, outline, self->blocks, i,
                     self->ended && last == YD_OUTLINE_PART_COPIES))
    {
      _yd_assembler_end (self);
      self->next_annex = outline->parts->len > n_parts &&
        g_array_index (outline->parts, YdOutlinePart, n_parts).kind == YD_OUTLINE_PART_ANNEXES
        ? 2 : 0;
      return;
    }

  if (!self->ended)
    _yd_assembler_add (self, i);
}

static void
read_table_row (YdAssembler *self,
                guint        i)
{
  const YdBlock *block = &g_array_index (self->blocks, YdBlock, i);

  _yd_assembler_end (self);
  if (i == 0 || !g_array_index (self->blocks, YdBlock, i - 1).table)
    _yd_outline_warn (self->outline, "table", (YdSpan) { block->start, block->end });
}

static void
read_body (YdAssembler *self,
           guint        first,
           guint        second)
{
  for (guint i = first; i < self->blocks->len; i++)
    {
      const YdBlock *block = &g_array_index (self->blocks, YdBlock, i);

      if (i == second && second > 0)
        {
          _yd_assembler_end (self);
          _yd_assembler_restart (self);
          self->n_duties = self->n_head_duties;
        }

      if (block->table)
        read_table_row (self, i);
      else if (is_listed_annex (self->text, block, &self->next_annex))
        _yd_outline_add_part (self->outline, YD_OUTLINE_PART_ANNEXES,
                              (YdSpan) { block->start, block->end });
      else if (block->mark.style == YD_MARK_ANNEX && i < second)
        _yd_assembler_end (self);
      else if (block->mark.style == YD_MARK_NONE)
        read_unnumbered (self, i);
      else
        _yd_assembler_begin (self, i);
    }

  _yd_assembler_end (self);
}

/* The heads of a table's columns may stand right above the first point. */
static void
read_columns (YdAssembler *self,
              guint        n_blocks)
{
  for (guint i = 0; i < n_blocks; i++)
    {
      YdBlock *block = &g_array_index (self->blocks, YdBlock, i);

      if (!block->table && block->mark.style == YD_MARK_NONE)
        block->end = _yd_columns_cut (&self->clauses, block->start, block->end, TRUE);
    }
}

/* Whether the text between says until when something is to be done: 于6月30日前报送. */
static gboolean
has_term (YdAssembler *self,
          YdSpan       span)
{
  GArray *deadlines = self->outline->deadlines;
  const guint n = deadlines->len;
  gboolean found = FALSE;

  _yd_deadlines_read (self->text, self->outline, self->outline->points->len,
                      span.start, span.end, self->year);

  for (guint i = n; i < deadlines->len && !found; i++)
    {
      const YdOutlineDeadline *at = &g_array_index (deadlines, YdOutlineDeadline, i);

      found = at->kind == YD_OUTLINE_WORKDAYS || at->kind == YD_OUTLINE_DAYS ||
              at->kind == YD_OUTLINE_HOURS ||
              self->text->chars[at->span.end - 1] == u'前';
    }

  g_array_set_size (deadlines, n);

  return found;
}

/* A covering notice lays duties on its readers before the first number. */
static void
read_head_duties (YdAssembler *self,
                  guint        n_blocks)
{
  if (n_blocks == self->blocks->len)
    return;

  for (guint i = 0; i < n_blocks; i++)
    {
      const YdBlock *block = &g_array_index (self->blocks, YdBlock, i);
      guint start = block->start;

      while (start < block->end && !block->table)
        {
          guint end = _yd_tape_find (self->text, start, block->end, YD_CLASS_STOP);

          end = MIN (end + 1, block->end);
          if (has_term (self, (YdSpan) { start, end }))
            _yd_node_add_duty (self, (YdSpan) { start, end });
          start = _yd_tape_trim_left (self->text, end, block->end);
        }
    }

  self->n_head_duties = self->n_duties;
}

/* A covering notice has no number of its own: its points are under 通知. */
static void
add_notice (YdAssembler *self,
            guint        first)
{
  const guint at = g_array_index (self->blocks, YdBlock, first).start;
  YdOutlinePoint point = {
    .parent = YD_OUTLINE_NONE, .kind = YD_OUTLINE_CHAPTER, .printed = "", .title = "",
    .label = _yd_outline_intern (self->outline, "通知"),
    .title_span = { at, at }, .text_span = { at, at }, .span = { at, at },
  };

  self->root = _yd_outline_add_point (self->outline, &point);
}

/**
 * yd_outline_parse:
 * @source: the text of an official document
 * @error: return location for an error
 *
 * Reads a document of the family that PATTERNS.md describes. Whatever is not
 * understood is listed as unplaced. The time is linear in the size of the text.
 *
 * Returns: (transfer full): what was read, or %NULL with
 *   %YD_OUTLINE_ERROR_EMPTY if there is no text
 */
YdOutline *
yd_outline_parse (YdSource  *source,
                  GError   **error)
{
  g_autoptr(YdOutline) outline = NULL;
  g_auto(YdAssembler) self = { 0 };
  YdTape text;
  guint first;
  guint second;

  g_return_val_if_fail (source != NULL, NULL);

  _yd_tape_init (&text, source);
  outline = _yd_outline_new (source);
  _yd_assembler_init (&self, &text, outline);

  if (self.blocks->len == 0)
    {
      _yd_tape_clear (&text);
      g_set_error_literal (error, YD_OUTLINE_ERROR, YD_OUTLINE_ERROR_EMPTY,
                           _("The document has no text. Choose another file."));
      return NULL;
    }

  first = find_first_point (self.blocks);
  second = find_second_paper (&text, self.blocks, first);
  read_columns (&self, second > 0 ? second : first);
  _yd_head_read (&text, outline, self.blocks, second > 0 ? second : first);
  self.year = get_year (outline);

  read_head_duties (&self, first);
  if (second > 0)
    add_notice (&self, first);
  read_body (&self, first, second);

  if (outline->points->len == 0)
    _yd_outline_warn (outline, "no-points", (YdSpan) { 0, text.n });

  find_unplaced (&text, outline);
  _yd_tape_clear (&text);

  return g_steal_pointer (&outline);
}
