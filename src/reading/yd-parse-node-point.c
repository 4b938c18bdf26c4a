/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-node-private.h"

#include "yd-parse-deadline-private.h"
#include "yd-parse-order-private.h"
#include "yd-parse-title-private.h"

#define SURE_SUBJECT 80         /* a unit that is the subject of a sentence */

#define AT(words, start, end) _yd_word_at (text, start, end, words, G_N_ELEMENTS (words))

/* How a paragraph begins that closes the paper. */
static const YdWord closing_cues[] = {
  YD_WORD ("各地", 0), YD_WORD ("各部门", 0), YD_WORD ("各级", 0), YD_WORD ("各县", 0),
  YD_WORD ("各市", 0), YD_WORD ("各区", 0), YD_WORD ("各省", 0), YD_WORD ("各单位", 0),
  YD_WORD ("各有关", 0), YD_WORD ("本措施", 0), YD_WORD ("本方案", 0), YD_WORD ("本通知", 0),
  YD_WORD ("本意见", 0), YD_WORD ("本要点", 0), YD_WORD ("本办法", 0), YD_WORD ("本规划", 0),
  YD_WORD ("本实施", 0), YD_WORD ("本计划", 0), YD_WORD ("自", 0), YD_WORD ("此前", 0),
  YD_WORD ("以上", 0), YD_WORD ("上述", 0), YD_WORD ("未纳入", 0), YD_WORD ("请各", 0),
};

static YdBlock *
get_block (YdAssembler *self,
           guint        i)
{
  return &g_array_index (self->blocks, YdBlock, i);
}

static YdClause *
get_clause (YdAssembler *self,
            guint        i)
{
  return &g_array_index (self->clauses.clauses, YdClause, i);
}

/* Blanks may stand between a mark and its title, or be all there is. */
static YdSpan
clamp (YdSpan span,
       YdSpan outer)
{
  return (YdSpan) { CLAMP (span.start, outer.start, outer.end),
                    CLAMP (span.end, outer.start, outer.end) };
}

/* What is read from every stretch of text, numbered or not. */
static guint
add_point (YdAssembler    *self,
           YdOutlinePoint *point,
           guint           start)
{
  guint index;

  point->title_span = clamp (point->title_span, point->span);
  point->text_span = clamp (point->text_span, point->span);
  index = _yd_outline_add_point (self->outline, point);

  if (start < point->span.end)
    {
      _yd_deadlines_read (self->text, self->outline, index, start, point->span.end, self->year);
      _yd_orders_read (self->text, self->outline, index, start, point->span.end);
    }

  return index;
}

static void
set_title (YdAssembler    *self,
           YdOutlinePoint *point,
           const YdTitle  *title)
{
  point->title = "";
  point->title_span = title->title;
  if (title->title.end > title->title.start)
    point->title = _yd_tape_dup (self->text, self->outline, title->title.start,
                                 title->title.end);
}

static const char *
make_duty_label (YdAssembler *self,
                 guint        n)
{
  char label[16];

  g_snprintf (label, sizeof label, "*%u", n);

  return _yd_outline_intern (self->outline, label);
}

/* Returns: the span without blanks around it */
static YdSpan
trim (YdAssembler *self,
      guint        start,
      guint        end)
{
  const guint left = _yd_tape_trim_left (self->text, start, end);

  return (YdSpan) { left, _yd_tape_trim_right (self->text, left, end) };
}

/* （A负责），抓好乙事: the comma belongs to neither. */
static guint
skip_comma (YdAssembler *self,
            guint        at,
            guint        end)
{
  return at < end && (_yd_tape_is (self->text, at, YD_CLASS_COMMA) || self->text->chars[at] == u'、')
         ? at + 1 : at;
}

/* One duty for each clause, with the text before it. */
static void
add_duties (YdAssembler *self,
            guint        parent,
            guint        first,
            guint        n_clauses,
            guint        start,
            guint        end)
{
  guint n = 0;

  start = skip_comma (self, start, end);
  for (guint i = first; i <= n_clauses; i++)
    {
      const YdClause *clause = i < n_clauses ? get_clause (self, i) : NULL;
      const YdSpan text = trim (self, start, clause != NULL ? clause->start : end);
      const YdTitle title = _yd_title_find (self->text, text.start, text.end);
      YdOutlinePoint point = {
        .parent = parent, .kind = YD_OUTLINE_DUTY, .printed = "", .text_span = text, .span = text,
      };
      guint index;

      if (clause == NULL && text.start == text.end)
        break;

      if (clause != NULL)
        point.span = trim (self, text.start, clause->end);

      point.label = make_duty_label (self, ++n);
      set_title (self, &point, &title);
      point.text_span.start = _yd_tape_trim_left (self->text, title.after, text.end);
      index = add_point (self, &point, point.span.start);
      if (clause != NULL)
        {
          _yd_clauses_add (&self->clauses, i, index);
          start = skip_comma (self, clause->end, end);
        }
    }
}

/* The units that a sentence lays a duty on: 各地各部门要…. */
static void
add_subjects (YdAssembler *self,
              guint        point,
              YdSpan       span)
{
  YdClauseReader *reader = &self->clauses;

  for (guint i = span.start; i < span.end;)
    {
      const guint verb = _yd_subject_find (self->text, i, span.end);
      const guint first = reader->parties->len;
      gboolean fits = verb > i;

      if (fits)
        _yd_names_read (self->text, i, verb, reader->parties);

      for (guint k = first; k < reader->parties->len; k++)
        {
          YdParty *party = &g_array_index (reader->parties, YdParty, k);

          fits = fits && !party->odd;
          party->has_role = TRUE;
          party->role = YD_OUTLINE_RESPONSIBLE;
          party->each = party->group;
          party->sure = SURE_SUBJECT;
        }

      if (fits && reader->parties->len > first)
        {
          const YdClause clause = { i, verb, first, reader->parties->len - first };

          g_array_append_val (reader->clauses, clause);
          _yd_clauses_add (reader, reader->clauses->len - 1, point);
        }
      else
        g_array_set_size (reader->parties, first);

      while (i < span.end && self->text->chars[i] != u'。')
        i++;
      i = _yd_tape_trim_left (self->text, MIN (i + 1, span.end), span.end);
    }
}

/* A paragraph that closes the paper is a duty of its own, under no number; so is a
 * sentence before the first number that says until when.
 */
void
_yd_node_add_duty (YdAssembler *self,
                   YdSpan       span)
{
  const YdTitle title = _yd_title_find_duty (self->text, span.start, span.end);
  YdOutlinePoint point = {
    .parent = self->root, .kind = YD_OUTLINE_DUTY, .printed = "",
    .text_span = span, .span = span,
  };
  guint index;

  point.label = make_duty_label (self, ++self->n_duties);
  set_title (self, &point, &title);
  index = add_point (self, &point, point.span.start);
  add_subjects (self, index, point.span);
}

static gboolean
is_same_number (const YdOpenPoint *open,
                const YdMark      *mark)
{
  return open->style == mark->style && open->number == mark->number;
}

static gboolean
is_gap (const YdOpenPoint *open,
        const YdMark      *mark)
{
  return open->style == mark->style && mark->number > open->number + 1;
}

/* Closes the points that @mark does not come under.
 *
 * Returns: what it comes under
 */
static guint
open_point (YdAssembler  *self,
            const YdMark *mark)
{
  const YdSpan span = { mark->start, mark->end };

  while (self->n_open > 0 && self->open[self->n_open - 1].style >= mark->style)
    {
      const YdOpenPoint *open = &self->open[self->n_open - 1];

      if (is_same_number (open, mark))
        _yd_outline_warn (self->outline, "number-twice", span);
      else if (is_gap (open, mark))
        _yd_outline_warn (self->outline, "number-gap", span);
      self->n_open--;
    }

  return self->n_open > 0 ? self->open[self->n_open - 1].point : self->root;
}

static void
note_point (YdAssembler  *self,
            const YdMark *mark,
            guint         point)
{
  if (mark->style == YD_MARK_ANNEX)
    self->root = point;
  else
    self->open[self->n_open++] = (YdOpenPoint) { mark->style, mark->number, point };
}

/* Where the title may stand: an annex has it in the line below. */
static YdTitle
find_title (YdAssembler *self,
            guint        n_clauses,
            guint        end)
{
  const YdBlock *block = get_block (self, self->first);
  guint start = MAX (block->mark.end, block->start);
  guint limit = block->end;

  if (block->mark.style == YD_MARK_ANNEX && start == limit && self->first + 1 < self->last)
    {
      block = get_block (self, self->first + 1);
      start = block->start;
      limit = block->end;
    }

  if (n_clauses > 0)
    limit = MIN (limit, MAX (start, get_clause (self, 0)->start));

  return _yd_title_find (self->text, start, MIN (limit, end));
}

/* A clause right behind the title is about the title: the point's own, and not that
 * of a duty without any text.
 */
static gboolean
has_own_clause (YdAssembler   *self,
                guint          n_clauses,
                const YdTitle *title)
{
  return n_clauses > 1 && title->title.end > title->title.start &&
         _yd_tape_trim_left (self->text, title->after, get_clause (self, 0)->start)
         == get_clause (self, 0)->start;
}

/* Turns the node into points. The paragraphs from @closing on close the paper. */
void
_yd_node_emit (YdAssembler *self,
               guint        closing)
{
  const YdBlock *block = get_block (self, self->first);
  const YdMark mark = block->mark;
  const guint end = get_block (self, closing - 1)->end;
  guint n_clauses = self->clauses.clauses->len;
  YdOutlinePoint point = { .kind = _yd_mark_kind (mark.style) };
  YdTitle title;
  guint head_end;
  guint index;
  gboolean own;

  while (n_clauses > 0 && get_clause (self, n_clauses - 1)->start >= end)
    n_clauses--;

  title = find_title (self, n_clauses, end);
  head_end = MAX (title.after, mark.end);
  own = has_own_clause (self, n_clauses, &title);
  point.parent = open_point (self, &mark);
  point.label = _yd_mark_label (self->text, self->outline, &mark);
  point.printed = _yd_tape_intern (self->text, self->outline, mark.start, mark.end);
  set_title (self, &point, &title);
  point.span = trim (self, mark.start,
                     own ? get_clause (self, 0)->end : n_clauses > 1 ? head_end : end);
  point.text_span = trim (self, head_end, own ? head_end : MAX (head_end, point.span.end));
  if (n_clauses == 1 && get_clause (self, 0)->end >= end)
    point.text_span.end = MAX (point.text_span.start,
                               _yd_tape_trim_right (self->text, point.text_span.start,
                                                    MAX (point.text_span.start,
                                                         get_clause (self, 0)->start)));

  index = add_point (self, &point, mark.end);
  note_point (self, &mark, index);

  if (n_clauses == 1 || own)
    _yd_clauses_add (&self->clauses, 0, index);
  if (n_clauses > 1)
    add_duties (self, index, own, n_clauses, point.span.end, end);

  self->siblings[mark.style]++;
  self->long_ones[mark.style] = self->long_ones[mark.style] || closing > self->first + 1;

  for (guint i = closing; i < self->last; i++)
    _yd_node_add_duty (self, (YdSpan) { get_block (self, i)->start, get_block (self, i)->end });
}

static gboolean
is_heading_only (YdAssembler *self)
{
  const YdBlock *block = get_block (self, self->first);
  const YdTitle title = _yd_title_find (self->text, MAX (block->mark.end, block->start),
                                        block->end);

  return title.title.end > title.title.start && title.after >= block->end;
}

/* 完成时限：… on a line of its own belongs to the clause above it. */
static gboolean
starts_with_label (YdAssembler *self,
                   guint        i)
{
  const YdBlock *block = get_block (self, i);
  guint after;

  return _yd_clause_label (self->text, block->start, block->end, &after) != NULL;
}

/* 一季度前 on a line of its own stood in the last cell of a row. */
static gboolean
is_cell (YdAssembler *self,
         guint        i)
{
  const YdBlock *block = get_block (self, i);

  return self->clauses.n_columns > 0 &&
         _yd_clause_is_term (self->text, block->start, block->end);
}

/* The last paragraphs of a paper often belong to no section: they follow the last
 * clause, or begin as such paragraphs do, or no section before had more than one.
 *
 * Returns: the first of these blocks
 */
guint
_yd_node_find_closing (YdAssembler *self)
{
  const YdTape *text = self->text;
  const YdMarkStyle style = get_block (self, self->first)->mark.style;
  const gboolean heading = is_heading_only (self);
  const guint n_clauses = self->clauses.clauses->len;
  guint first = self->first + 1 + (heading && n_clauses == 0);

  if (style == YD_MARK_ANNEX)
    return self->last;

  while (n_clauses > 0 && first < self->last &&
         get_block (self, first)->start < get_clause (self, n_clauses - 1)->end)
    first++;

  while (first < self->last && (starts_with_label (self, first) || is_cell (self, first)))
    first++;

  if (n_clauses > 0)
    return MIN (first, self->last);

  for (guint i = first; i < self->last; i++)
    if (AT (closing_cues, get_block (self, i)->start, get_block (self, i)->end) != NULL)
      return i;

  if (!heading && self->siblings[style] > 0 && !self->long_ones[style] &&
      first + 2 >= self->last)
    return MIN (first, self->last);

  return self->last;
}
