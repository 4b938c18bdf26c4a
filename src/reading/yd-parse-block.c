/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-block-private.h"

/* Archives lose the ends of lines: a line longer than any paragraph is looked
 * through for marks. The longest paragraph of the papers measured has 634.
 */
#define LONG_LINE 800
#define FEW_LINES 5             /* of a text that is one line, but for its head or foot */
#define ONE_LINE 120

#define MAX_MISSED 3            /* numbers in a row that may be misprinted */
#define MAX_LIST 120            /* of names behind a label */
#define MAX_LABEL 10            /* of a label on a line of its own */
#define MIN_REPEATED 4          /* of a chapter's title */
#define MAX_HEADING 40          /* from a mark to its first child, with no stop between */

/* Which numbers may come next. A number inside a line is taken only if it goes
 * on from one before, so that 2.0平台 or （一）of a cited paper are left alone.
 */
typedef struct
{
  const YdTape *text;
  GArray       *blocks;
  guint         long_line;

  guint         last[YD_N_MARKS];       /* under the same parent */
  guint         run[YD_N_MARKS];        /* in all of the text */
  guint         heading;                /* where the text after the last mark begins */
  guint         stop;                   /* where the last sentence ended */
  YdSpan        chapter;                /* what the last 一、 says */
  guint         second;                 /* where 二、 stands next, as far as looked for */
  gboolean      annexes;                /* in a list of annexes */
} BlockReader;

static void
add_block (BlockReader  *self,
           guint         start,
           guint         end,
           const YdMark *mark)
{
  YdBlock block = { 0 };

  block.start = _yd_tape_trim_left (self->text, start, end);
  block.end = _yd_tape_trim_right (self->text, block.start, end);
  if (mark != NULL)
    block.mark = *mark;

  if (mark != NULL && mark->style == YD_MARK_HAN)
    self->chapter = (YdSpan) { mark->end, block.end };
  if (block.end > block.start)
    g_array_append_val (self->blocks, block);
}

/* Whether the chapter at hand is printed again, as on a new page. */
static gboolean
is_repeated (BlockReader  *self,
             const YdMark *mark,
             guint         end)
{
  const guint n = self->chapter.end - self->chapter.start;

  if (mark->style != YD_MARK_HAN || mark->number != self->last[YD_MARK_HAN] ||
      n < MIN_REPEATED || n > MAX_HEADING || mark->end + n > end)
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (self->text->chars[self->chapter.start + i] != self->text->chars[mark->end + i])
      return FALSE;

  return TRUE;
}

static void
note_mark (BlockReader  *self,
           const YdMark *mark)
{
  self->last[mark->style] = mark->number;
  self->run[mark->style] = mark->number;
  self->heading = mark->end;
  self->annexes = self->annexes && mark->style == YD_MARK_DIGIT;

  for (guint style = mark->style + 1; style < YD_N_MARKS; style++)
    self->last[style] = 0;
}

/* Whether a mark may stand after what stands before it. */
static gboolean
is_boundary (BlockReader *self,
             guint        line,
             guint        at)
{
  char16_t c;

  if (at == line)
    return TRUE;

  c = self->text->chars[at - 1];

  if (c == u'同' && at > line + 1 && self->text->chars[at - 2] == u'下')
    return TRUE;                        /* …为牵头单位，下同 */

  return c == ':' || c == ')' || c == u'”' ||
         _yd_tape_is (self->text, at - 1, YD_CLASS_STOP | YD_CLASS_BLANK);
}

static gboolean
is_annex_list (BlockReader *self,
               guint        line,
               guint        at)
{
  static const YdWord lists[] = { YD_WORD ("附件:", 0), YD_WORD ("附:", 0) };
  const guint end = _yd_tape_trim_right (self->text, line, at);

  return _yd_word_before (self->text, line, end, lists, G_N_ELEMENTS (lists)) != NULL;
}

/* 责任单位：A、B1.: a list of names with no stop behind it. */
static gboolean
is_in_list (BlockReader *self,
            guint        line,
            guint        at)
{
  const guint limit = MAX (line, MAX (self->stop, at > MAX_LIST ? at - MAX_LIST : 0));

  for (guint i = at; i > limit + 1; i--)
    if (self->text->chars[i - 1] == ':')
      return self->text->chars[i - 2] == u'位' || self->text->chars[i - 2] == u'门';

  return FALSE;
}

/* Whether a mark with no stop before it can be one by the characters around it:
 * not 统一、 and not 第二、三产业.
 */
static gboolean
is_apart (BlockReader  *self,
          const YdMark *mark,
          guint         end)
{
  static const char16_t joined[] = u"第之唯专同万其合逐不如期周初高归于、";
  const YdTape *text = self->text;
  const guint next = _yd_tape_trim_left (text, mark->end, MIN (end, mark->end + 4));
  const char16_t before = text->chars[mark->start - 1];
  YdMark other;

  if (before < 0x2e80 && before != '%' &&
      (mark->number == 1 || mark->style > YD_MARK_HAN_BRACKET))
    return FALSE;                       /* IPv6二、 is one, APP2. may be a name */

  if (next >= end || text->chars[next] < 0x2018 ||
      _yd_tape_is (text, mark->start - 1, YD_CLASS_NUMERAL | YD_CLASS_COMMA) ||
      (mark->style == YD_MARK_HAN && _yd_tape_is (text, next, YD_CLASS_NUMERAL)) ||
      _yd_mark_read (text, mark->end, end, &other))
    return FALSE;

  for (const char16_t *c = joined; *c != 0; c++)
    if (*c == before)
      return FALSE;

  return before != u'统' || (mark->start > 1 && (text->chars[mark->start - 2] == u'系' ||
                                                text->chars[mark->start - 2] == u'传'));
}

/* Whether 二、 follows, so that 一、 with nothing before it to show so is a mark, and no
 * better 一、 stands between.
 */
static gboolean
has_second (BlockReader *self,
            guint        at,
            guint        end)
{
  const YdTape *text = self->text;
  guint i = MAX (self->second, at);

  for (; i < end; i++)
    {
      YdMark mark;

      if ((text->chars[i] != u'一' && text->chars[i] != u'二') ||
          !_yd_mark_read (text, i, end, &mark) || mark.style != YD_MARK_HAN)
        continue;

      if (mark.number == 1 ? is_boundary (self, at, i)
                           : is_boundary (self, at, i) || is_apart (self, &mark, end))
        break;
    }

  self->second = i;

  return i < end && text->chars[i] == u'二';
}

/* Whether some numbers before this one may have been misprinted or left out. */
static gboolean
is_missed (BlockReader  *self,
           const YdMark *mark)
{
  const guint run = self->run[mark->style];

  return (mark->style == YD_MARK_HAN || mark->style == YD_MARK_HAN_BRACKET) &&
         run > 0 && mark->number > run && mark->number <= run + MAX_MISSED + 1;
}

static gboolean
accept_mark (BlockReader  *self,
             guint         line,
             guint         end,
             const YdMark *mark)
{
  const guint last = self->last[mark->style];
  const gboolean boundary = is_boundary (self, line, mark->start);
  const gboolean first = last == 0 &&
                         (mark->number == 1 || mark->number == self->run[mark->style] + 1);

  if (mark->style == YD_MARK_DIGIT && mark->number == 1 &&
      is_annex_list (self, line, mark->start))
    self->annexes = TRUE;

  if (self->annexes && mark->style == YD_MARK_DIGIT)
    return FALSE;

  if (boundary && mark->style == YD_MARK_HAN && mark->number == 1 && mark->start > 0 &&
      self->text->chars[mark->start - 1] == ':')
    return TRUE;                        /* a second paper in the same line */

  if (boundary && last > 0 && mark->number > last && mark->number <= last + MAX_MISSED + 1 &&
      (_yd_tape_is (self->text, mark->start - 1, YD_CLASS_STOP) ||
       self->text->chars[mark->start - 1] == ')'))
    return TRUE;                        /* those between were not recognized */

  if (!first && mark->number != last + 1 && mark->number != self->run[mark->style] + 1 &&
      !is_missed (self, mark))
    return FALSE;

  if (boundary)
    return TRUE;

  if ((first || is_missed (self, mark)) && self->heading > line && self->stop < self->heading &&
      mark->start - self->heading <= MAX_HEADING)
    return TRUE;                        /* a heading with nothing after it */

  if (is_in_list (self, line, mark->start))
    return TRUE;

  if (!is_apart (self, mark, end) || mark->number > MAX (last, self->run[mark->style]) + 1)
    return FALSE;

  return !first || (mark->style == YD_MARK_HAN && has_second (self, mark->end, end));
}

/* 3.5G网络 may be a mark where 2. came before it, behind a sentence. */
static gboolean
read_next (BlockReader *self,
           guint        line,
           guint        at,
           guint        end,
           YdMark      *mark)
{
  return _yd_tape_is (self->text, at, YD_CLASS_DIGIT) &&
         (at == line || _yd_tape_is (self->text, at - 1, YD_CLASS_STOP)) &&
         _yd_mark_read_point (self->text, at, end, mark) &&
         self->last[YD_MARK_DIGIT] > 0 && mark->number == self->last[YD_MARK_DIGIT] + 1;
}

/* Adds what stands behind the last mark of a line: the last point and the foot. */
static void
add_last_block (BlockReader  *self,
                guint         start,
                guint         end,
                const YdMark *mark)
{
  g_autoptr(GArray) cuts = _yd_foot_find (self->text, mark != NULL ? mark->end : start, end);

  for (guint i = 0; i < cuts->len; i++)
    {
      const guint cut = g_array_index (cuts, guint, i);

      if (cut <= start)
        continue;

      add_block (self, start, cut, mark);
      start = cut;
      mark = NULL;
    }

  add_block (self, start, end, mark);
}

/* Finds the marks of a line that lost its ends. */
static void
read_long_line (BlockReader *self,
                guint        start,
                guint        end)
{
  const YdTape *text = self->text;
  const guint line = start;
  YdMark open = { 0 };
  YdMark mark;

  if (_yd_mark_read_line (text, start, end, &open))
    note_mark (self, &open);

  for (guint i = MAX (start, open.end); i < end; i++)
    {
      if (_yd_tape_is (text, i, YD_CLASS_STOP))
        self->stop = i;

      if (!_yd_tape_is (text, i, YD_CLASS_MARK) ||
          (!_yd_mark_read (text, i, end, &mark) && !read_next (self, line, i, end, &mark)))
        continue;

      if (is_repeated (self, &mark, end))
        {
          add_block (self, start, i, open.style != YD_MARK_NONE ? &open : NULL);
          open = (YdMark) { 0 };
          start = mark.end + self->chapter.end - self->chapter.start;
          mark.end = start;
        }
      else if (accept_mark (self, line, end, &mark))
        {
          add_block (self, start, i, open.style != YD_MARK_NONE ? &open : NULL);
          note_mark (self, &mark);
          open = mark;
          start = i;
        }

      i = mark.end - 1;
    }

  if (open.style != YD_MARK_NONE)
    add_last_block (self, start, end, &open);
  else
    add_block (self, start, end, NULL);
}

/* Whether the tabs of a line part cells: they may as well indent it, or stand behind its
 * number. A row goes on in a row with a single cell.
 */
static gboolean
is_row (BlockReader *self,
        guint        start,
        guint        end)
{
  const YdTape *text = self->text;
  const guint left = _yd_tape_trim_left (text, start, end);
  const guint right = _yd_tape_trim_right (text, left, end);
  const guint tab = _yd_tape_find (text, left, right, YD_CLASS_TAB);
  YdMark mark;

  if (tab == right)
    return self->blocks->len > 0 &&
           g_array_index (self->blocks, YdBlock, self->blocks->len - 1).table;

  if (!_yd_mark_read_line (text, left, right, &mark) ||
      _yd_tape_trim_left (text, mark.end, tab) < tab)
    return TRUE;

  return _yd_tape_find (text, _yd_tape_trim_left (text, tab, right), right, YD_CLASS_TAB) < right;
}

/* Whether a list of names ends with its line and goes on in the next: behind 、, behind a
 * label of its own, or in a bracket that is still open.
 */
static gboolean
is_open (BlockReader   *self,
         const YdBlock *block)
{
  const YdTape *text = self->text;
  const guint limit = block->end - block->start > MAX_LIST ? block->end - MAX_LIST : block->start;
  const char16_t last = text->chars[block->end - 1];
  guint depth = 0;

  if (last == ':')
    return block->mark.style == YD_MARK_NONE && block->end - block->start > 2 &&
           block->end - block->start <= MAX_LABEL &&
           (text->chars[block->end - 2] == u'位' || text->chars[block->end - 2] == u'门' ||
            text->chars[block->end - 2] == u'限');
  if (last == u'、')
    return TRUE;
  if (_yd_tape_is (text, block->end - 1, YD_CLASS_STOP | YD_CLASS_BRACKET))
    return FALSE;

  for (guint i = block->end; i > limit; i--)
    if (text->chars[i - 1] == ')')
      depth++;
    else if (text->chars[i - 1] == '(')
      {
        if (depth == 0)
          return TRUE;
        depth--;
      }

  return FALSE;
}

/* Adds a line without a number, to the line before it if that is not at its end. */
static void
add_line (BlockReader *self,
          guint        start,
          guint        end)
{
  YdBlock *last = self->blocks->len > 0
                  ? &g_array_index (self->blocks, YdBlock, self->blocks->len - 1) : NULL;

  if (last != NULL && !last->table && end > start && is_open (self, last))
    {
      last->end = _yd_tape_trim_right (self->text, start, end);
      last->wrapped = TRUE;
    }
  else
    add_block (self, start, end, NULL);
}

static void
read_line (BlockReader *self,
           guint        start,
           guint        end,
           gboolean     tab)
{
  YdMark mark;

  tab = tab && is_row (self, start, end);
  start = _yd_tape_trim_left (self->text, start, end);
  if (tab)
    {
      const guint n = self->blocks->len;

      add_block (self, start, end, NULL);
      if (self->blocks->len > n)
        g_array_index (self->blocks, YdBlock, n).table = TRUE;
    }
  else if (end - start > self->long_line)
    read_long_line (self, start, end);
  else if (_yd_mark_read_line (self->text, start, end, &mark) ||
           read_next (self, start, start, end, &mark))
    {
      if (is_repeated (self, &mark, end))
        return;

      note_mark (self, &mark);
      add_block (self, start, end, &mark);
    }
  else
    add_line (self, start, end);
}

/* Returns: (transfer full) (element-type YdBlock): the paragraphs of the text */
GArray *
_yd_blocks_read (const YdTape *text)
{
  BlockReader self = { text };
  guint start = 0;
  guint tabs = 0;

  self.blocks = g_array_new (FALSE, FALSE, sizeof (YdBlock));
  self.long_line = yd_source_get_n_paragraphs (text->source) <= FEW_LINES ? ONE_LINE : LONG_LINE;

  for (guint i = 0; i <= text->n; i++)
    {
      i = _yd_tape_find (text, i, text->n, YD_CLASS_LINE_END | YD_CLASS_TAB);
      if (text->chars[i] == '\t')
        tabs++;
      else
        {
          read_line (&self, start, i, tabs > 0);
          start = i + 1;
          tabs = 0;
        }
    }

  return self.blocks;
}
