/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-head-private.h"

#include "yd-parse-date-private.h"
#include "yd-parse-line-private.h"
#include "yd-parse-name-private.h"

#define MAX_SIGNATURE 30
#define MIN_HEAD 30             /* of a head in one line that is more than a title */
#define MAX_TITLE 80            /* of a title of several lines, or inside a line */

#define AT(words, start, end) _yd_word_at (text, start, end, words, G_N_ELEMENTS (words))
#define BEFORE(words, start, end) _yd_word_before (text, start, end, words, G_N_ELEMENTS (words))

/* What papers are called; a title ends so. */
static const YdWord papers[] = {
  YD_WORD ("通知", 0), YD_WORD ("意见", 0), YD_WORD ("方案", 0), YD_WORD ("要点", 0),
  YD_WORD ("措施", 0), YD_WORD ("计划", 0), YD_WORD ("规划", 0), YD_WORD ("办法", 0),
  YD_WORD ("细则", 0), YD_WORD ("规定", 0), YD_WORD ("决定", 0), YD_WORD ("分工", 0),
  YD_WORD ("清单", 0), YD_WORD ("分解表", 0), YD_WORD ("分解", 0), YD_WORD ("任务", 0), YD_WORD ("指南", 0),
  YD_WORD ("通报", 0), YD_WORD ("函", 0), YD_WORD ("批复", 0), YD_WORD ("报告", 0),
};

/* What a paper begins with when its title lost the line end. */
static const YdWord openings[] = {
  YD_WORD ("为", 0), YD_WORD ("根据", 0), YD_WORD ("按照", 0), YD_WORD ("一、", 0),
};

static const YdWord note_ends[] = { YD_WORD ("公开)", 0), YD_WORD ("删减)", 0) };

/* What the paper is addressed to, when it stands in the line of the title. */
static const YdWord addressees[] = {
  YD_WORD ("各", 0), YD_WORD ("区直", 0), YD_WORD ("市直", 0), YD_WORD ("省直", 0),
  YD_WORD ("县直", 0), YD_WORD ("有关", 0), YD_WORD ("机关", 0),
};

static const YdWord about[] = { YD_WORD ("关于", 0), YD_WORD ("印发", 0) };

typedef struct
{
  const YdTape *text;
  YdOutline    *outline;
  GArray       *blocks;

  YdSpan        title;
  guint         first_line;             /* of the title */
  guint         last_line;
  gboolean      strong;                 /* the title ends as titles do */
} HeadReader;

static YdBlock *
get_block (HeadReader *self,
           guint       i)
{
  return &g_array_index (self->blocks, YdBlock, i);
}

static YdLineKind
get_kind (HeadReader *self,
          guint       i)
{
  const YdBlock *block = get_block (self, i);

  return block->mark.style != YD_MARK_NONE || block->table
         ? YD_LINE_TEXT : _yd_line_kind (self->text, block->start, block->end);
}

/* The line above a date names who issued the paper. */
static gboolean
is_signature (HeadReader *self,
              guint       i,
              guint       n_blocks)
{
  const YdBlock *block = get_block (self, i);

  return i + 1 < n_blocks && block->end - block->start <= MAX_SIGNATURE &&
         get_kind (self, i) == YD_LINE_TITLE && get_kind (self, i + 1) == YD_LINE_DATE;
}

static void
set_issued (HeadReader *self,
            guint       start,
            guint       end)
{
  YdDate date;

  if (self->outline->issued == NULL &&
      _yd_day_read (self->text, start, end, &date) > start)
    {
      char iso[YD_DATE_SIZE];

      _yd_date_to_string (&date, iso);
      self->outline->issued = _yd_outline_intern (self->outline, iso);
    }
}

static void
set_issuer (HeadReader *self,
            guint       start,
            guint       end)
{
  if (self->outline->issuer == NULL && end > start)
    self->outline->issuer = _yd_tape_intern (self->text, self->outline, start, end);
}

/* 荆门市人民政府办公室2017年6月1日印发 */
static void
read_imprint (HeadReader *self,
              YdSpan      span)
{
  for (guint i = span.start; i < span.end; i++)
    {
      YdDate date;

      if (!_yd_tape_is (self->text, i, YD_CLASS_DIGIT | YD_CLASS_NUMERAL) ||
          _yd_day_read (self->text, i, span.end, &date) == i)
        continue;

      set_issued (self, i, span.end);
      set_issuer (self, span.start, _yd_tape_trim_right (self->text, span.start, i));
      return;
    }
}

static gboolean
is_strong (HeadReader *self,
           guint       line)
{
  const YdTape *text = self->text;
  const YdBlock *block = get_block (self, line);

  return BEFORE (papers, block->start, block->end) != NULL;
}

/* Takes the lines from @first to @last for the title unless a better one is known:
 * the last that ends as titles do, else the first there is.
 */
static void
offer_title (HeadReader *self,
             guint       first,
             guint       last)
{
  gboolean strong;
  guint end;

  for (guint i = last; i > first && !is_strong (self, last); i--)
    if (is_strong (self, i - 1))
      last = i - 1;                     /* below it stands who wrote the paper */

  strong = is_strong (self, last);
  end = get_block (self, last)->end;

  while (first < last && get_block (self, first)->end - get_block (self, first)->start <= 2)
    first++;

  if (self->title.end > 0 && !strong)
    return;

  if (end - get_block (self, first)->start > MAX_TITLE + 3 * (last - first))
    first = last;

  self->title = (YdSpan) { get_block (self, first)->start, end };
  self->first_line = first;
  self->last_line = last;
  self->strong = strong;
}

static void
set_title (HeadReader *self)
{
  g_autoptr(GString) title = g_string_new (NULL);

  if (self->title.end == 0)
    return;

  for (guint i = self->first_line; i <= self->last_line; i++)
    g_string_append (title, _yd_tape_intern (self->text, self->outline, get_block (self, i)->start,
                                             get_block (self, i)->end));

  self->outline->title = _yd_outline_intern (self->outline, title->str);
  _yd_outline_add_part (self->outline, YD_OUTLINE_PART_TITLE, self->title);
}

/* 国务院关于…的通知 says who issued it. */
static void
guess_issuer (HeadReader *self)
{
  const YdTape *text = self->text;

  for (guint i = self->title.start + 2; i < self->title.end && self->outline->issuer == NULL; i++)
    if (AT (about, i, self->title.end) != NULL)
      {
        if (_yd_name_is_unit (text, self->title.start, i) || i - self->title.start == 3)
          set_issuer (self, self->title.start, i);
        return;
      }
}

static void
read_line (HeadReader *self,
           guint       i,
           YdLineKind  kind)
{
  static const int parts[] = {
    [YD_LINE_NUMBER] = YD_OUTLINE_PART_NUMBER, [YD_LINE_ADDRESSEE] = YD_OUTLINE_PART_ADDRESSEE,
    [YD_LINE_DATE] = YD_OUTLINE_PART_ISSUED, [YD_LINE_NOTE] = YD_OUTLINE_PART_NOTE,
    [YD_LINE_COVER] = YD_OUTLINE_PART_COVER, [YD_LINE_COPIES] = YD_OUTLINE_PART_COPIES,
    [YD_LINE_IMPRINT] = YD_OUTLINE_PART_IMPRINT, [YD_LINE_ANNEXES] = YD_OUTLINE_PART_ANNEXES,
    [YD_LINE_NOISE] = -1, [YD_LINE_RULE] = -1,
  };
  const YdBlock *block = get_block (self, i);
  const YdSpan span = { block->start, block->end };
  YdOutline *outline = self->outline;

  if (kind == YD_LINE_TEXT || kind == YD_LINE_TITLE || parts[kind] < 0)
    return;

  _yd_outline_add_part (outline, parts[kind], span);

  if (kind == YD_LINE_NUMBER && outline->number == NULL)
    outline->number = _yd_tape_intern (self->text, outline, span.start, span.end);
  else if (kind == YD_LINE_ADDRESSEE && outline->addressees == NULL)
    outline->addressees = _yd_tape_intern (self->text, outline, span.start, span.end - 1);
  else if (kind == YD_LINE_DATE)
    set_issued (self, span.start, span.end);
  else if (kind == YD_LINE_IMPRINT)
    read_imprint (self, span);
}

/* Whether the units that the paper is for follow: …的通知各单位： */
static gboolean
is_before_addressees (const YdTape *text,
                      guint         at,
                      guint         end)
{
  at = _yd_tape_trim_left (text, at, end);
  if (AT (addressees, at, end) == NULL)
    return FALSE;

  end = MIN (end, at + MAX_TITLE);
  while (at < end && text->chars[at] != ':' && !_yd_tape_is (text, at, YD_CLASS_STOP))
    at++;

  return at < end && text->chars[at] == ':';
}

/* Returns: where the title begins that ends at @end */
static guint
find_title_start (const YdTape *text,
                  guint         start,
                  guint         end)
{
  guint at = end;

  while (at > start && end - at < MAX_TITLE &&
         !_yd_tape_is (text, at - 1, YD_CLASS_STOP | YD_CLASS_BLANK) &&
         text->chars[at - 1] != u'日' && text->chars[at - 1] != u'号' &&
         BEFORE (note_ends, start, at) == NULL)
    at--;

  return at;
}

/* Finds the title in a line that holds all of the head: it stands before the words
 * that papers begin with, or else before those whom the paper is for.
 */
static void
read_long_title (HeadReader *self,
                 YdSpan      span)
{
  const YdTape *text = self->text;
  YdSpan found = { 0, 0 };
  YdSpan notice = { 0, 0 };

  for (guint i = span.start + 4; i <= span.end; i++)
    {
      const guint end = _yd_tape_trim_right (text, span.start, i);
      guint start;

      if (BEFORE (papers, span.start, end) == NULL)
        continue;

      start = find_title_start (text, span.start, end);
      if (end - start < 6)
        continue;

      if (i == span.end || AT (openings, i, span.end) != NULL ||
          (text->chars[i] == u'。' && AT (openings, i + 1, span.end) != NULL))
        found = (YdSpan) { start, end };
      else if (notice.end == 0 && is_before_addressees (text, i, span.end))
        notice = (YdSpan) { start, end };
    }

  if (found.end == 0)
    found = notice;
  if (found.end == 0)
    return;

  self->title = found;
  self->outline->title = _yd_tape_intern (text, self->outline, found.start, found.end);
}

/* The name that ends at @end is the signature if a sentence ends right before it. */
static void
set_long_issuer (HeadReader *self,
                 guint       start,
                 guint       end)
{
  guint at = end;

  while (at > start && end - at <= MAX_SIGNATURE &&
         !_yd_tape_is (self->text, at - 1, YD_CLASS_STOP | YD_CLASS_BLANK | YD_CLASS_COMMA))
    at--;

  if (end - at <= MAX_SIGNATURE && _yd_name_is_unit (self->text, at, end))
    set_issuer (self, at, end);
}

/* A head that lost its line ends: its number, its day, its title. */
static void
read_long_head (HeadReader *self,
                YdSpan      span)
{
  const YdTape *text = self->text;
  YdOutline *outline = self->outline;
  guint after;
  guint number;

  number = _yd_number_find (text, span.start, span.end, &after);
  if (number < span.end && outline->number == NULL)
    {
      guint start = number;

      while (start > span.start && number - start < 12 &&
             !_yd_tape_is (text, start - 1, YD_CLASS_BLANK | YD_CLASS_STOP) &&
             text->chars[start - 1] != '(')
        start--;

      if (start == span.start || text->chars[start - 1] != '(')
        {
          outline->number = _yd_tape_intern (text, outline, start, after);
          _yd_outline_add_part (outline, YD_OUTLINE_PART_NUMBER, (YdSpan) { start, after });
        }
    }

  for (guint i = span.start; i < span.end; i++)
    {
      YdDate date;
      const guint end = _yd_tape_is (text, i, YD_CLASS_DIGIT | YD_CLASS_NUMERAL)
                        ? _yd_day_read (text, i, span.end, &date) : i;

      const guint name = _yd_tape_trim_right (text, span.start, i);

      if (end > i && name > span.start && _yd_tape_is (text, name - 1, YD_CLASS_NAME_END))
        {
          set_issued (self, i, end);
          set_long_issuer (self, span.start, name);
          _yd_outline_add_part (outline, YD_OUTLINE_PART_ISSUED, (YdSpan) { i, end });
          break;
        }
    }

  read_long_title (self, span);
  if (self->title.end > 0)
    _yd_outline_add_part (outline, YD_OUTLINE_PART_TITLE, self->title);
}

/* Whether the paragraph goes on with a point in the same line: all line ends were lost. */
static gboolean
is_inside_line (HeadReader *self,
                guint       i)
{
  const YdBlock *block = get_block (self, i);

  if (i + 1 >= self->blocks->len || block->end - block->start < MIN_HEAD ||
      (get_kind (self, i) == YD_LINE_TITLE &&
       _yd_tape_find (self->text, block->start, block->end, YD_CLASS_BLANK) == block->end))
    return FALSE;

  for (guint at = block->end; at < get_block (self, i + 1)->start; at++)
    if (self->text->chars[at] == '\n')
      return FALSE;

  return TRUE;
}

/* Reads what stands before the first point: @n_blocks paragraphs of it. */
void
_yd_head_read (const YdTape *text,
               YdOutline    *outline,
               GArray       *blocks,
               guint         n_blocks)
{
  HeadReader self = { text, outline, blocks };
  guint first = G_MAXUINT;

  for (guint i = 0; i < n_blocks; i++)
    {
      const YdLineKind kind = get_kind (&self, i);
      const YdBlock *block = get_block (&self, i);
      const YdSpan span = { block->start, block->end };

      if (is_signature (&self, i, n_blocks))
        {
          set_issuer (&self, span.start, span.end);
          _yd_outline_add_part (outline, YD_OUTLINE_PART_ISSUER, span);
          first = G_MAXUINT;
          continue;
        }

      if (is_inside_line (&self, i))
        {
          read_long_head (&self, span);
          return;
        }

      if (kind == YD_LINE_TITLE)
        {
          first = MIN (first, i);
          if (i + 1 == n_blocks || get_kind (&self, i + 1) != YD_LINE_TITLE ||
              is_signature (&self, i + 1, n_blocks))
            offer_title (&self, first, i);
        }
      else
        {
          first = G_MAXUINT;
          read_line (&self, i, kind);
        }
    }

  set_title (&self);
  guess_issuer (&self);
}

/* Reads a line behind the last point. @copies: the line before was 抄送, which may
 * go on over several.
 *
 * Returns: whether it belongs to the foot of the paper and not to a point
 */
gboolean
_yd_tail_read (const YdTape *text,
               YdOutline    *outline,
               GArray       *blocks,
               guint         i,
               gboolean      copies)
{
  HeadReader self = { text, outline, blocks };
  const YdBlock *block = get_block (&self, i);
  const YdSpan span = { block->start, block->end };
  const YdLineKind kind = get_kind (&self, i);

  if (is_signature (&self, i, blocks->len))
    {
      set_issuer (&self, span.start, span.end);
      _yd_outline_add_part (outline, YD_OUTLINE_PART_ISSUER, span);
      return TRUE;
    }

  if (kind == YD_LINE_NOISE)
    return TRUE;

  if (copies && kind != YD_LINE_IMPRINT)
    {
      _yd_outline_add_part (outline, YD_OUTLINE_PART_COPIES, span);
      return TRUE;
    }

  if (kind == YD_LINE_TEXT || kind == YD_LINE_TITLE || kind == YD_LINE_ADDRESSEE ||
      kind == YD_LINE_COVER || kind == YD_LINE_NUMBER || kind == YD_LINE_RULE)
    return FALSE;

  read_line (&self, i, kind);

  return TRUE;
}
