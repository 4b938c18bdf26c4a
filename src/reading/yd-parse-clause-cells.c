/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-clause-private.h"

/* Archives also lose the cells of tables: 工作任务 牵头单位 责任单位 一、… 1.推进改革 市发改委
 * 市直各部门. Once the heads of columns were seen, names at the end of a point are
 * what stood in its cells.
 */

#define MAX_WORDS 12            /* heads of columns in a row */
#define MAX_CELLS 400           /* characters of all cells of a point */
#define MAX_TRIES 6             /* blanks that may be where the cells begin */

#define MAX_LABELS 120          /* characters of a clause whose labels lost their colons */

#define SURE_CELL 75

#define COLUMN_OTHER (-1)
#define COLUMN_TERM (-2)

#define AT(words, start, end) _yd_word_at (text, start, end, words, G_N_ELEMENTS (words))

/* Longer ones first; compared from their ends. */
static const YdWord heads[] = {
  YD_WORD ("牵头责任单位", YD_OUTLINE_LEAD), YD_WORD ("配合/责任单位", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("责任/配合单位", YD_OUTLINE_RESPONSIBLE), YD_WORD ("牵头单位", YD_OUTLINE_LEAD),
  YD_WORD ("牵头部门", YD_OUTLINE_LEAD), YD_WORD ("主办单位", YD_OUTLINE_LEAD),
  YD_WORD ("责任单位", YD_OUTLINE_RESPONSIBLE), YD_WORD ("责任部门", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("责任主体", YD_OUTLINE_RESPONSIBLE), YD_WORD ("责任科室", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("负责单位", YD_OUTLINE_RESPONSIBLE), YD_WORD ("承办单位", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("落实单位", YD_OUTLINE_RESPONSIBLE), YD_WORD ("实施单位", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("配合单位", YD_OUTLINE_SUPPORT), YD_WORD ("配合部门", YD_OUTLINE_SUPPORT),
  YD_WORD ("协办单位", YD_OUTLINE_SUPPORT), YD_WORD ("参与单位", YD_OUTLINE_SUPPORT),
  YD_WORD ("协同单位", YD_OUTLINE_SUPPORT), YD_WORD ("完成时限", COLUMN_TERM),
  YD_WORD ("完成时间", COLUMN_TERM), YD_WORD ("时限要求", COLUMN_TERM),
  YD_WORD ("时间要求", COLUMN_TERM), YD_WORD ("时限", COLUMN_TERM),
  YD_WORD ("工作任务", COLUMN_OTHER), YD_WORD ("重点任务", COLUMN_OTHER),
  YD_WORD ("主要任务", COLUMN_OTHER), YD_WORD ("具体任务", COLUMN_OTHER),
  YD_WORD ("目标任务", COLUMN_OTHER), YD_WORD ("任务名称", COLUMN_OTHER),
  YD_WORD ("任务内容", COLUMN_OTHER), YD_WORD ("工作内容", COLUMN_OTHER),
  YD_WORD ("主要内容", COLUMN_OTHER), YD_WORD ("重点工作", COLUMN_OTHER),
  YD_WORD ("工作要求", COLUMN_OTHER), YD_WORD ("具体要求", COLUMN_OTHER),
  YD_WORD ("工作措施", COLUMN_OTHER), YD_WORD ("具体措施", COLUMN_OTHER),
  YD_WORD ("工作目标", COLUMN_OTHER), YD_WORD ("工作事项", COLUMN_OTHER),
  YD_WORD ("项目名称", COLUMN_OTHER), YD_WORD ("任务", COLUMN_OTHER),
  YD_WORD ("项目", COLUMN_OTHER), YD_WORD ("事项", COLUMN_OTHER), YD_WORD ("类别", COLUMN_OTHER),
  YD_WORD ("序号", COLUMN_OTHER), YD_WORD ("责任领导", COLUMN_OTHER),
  YD_WORD ("责任人", COLUMN_OTHER), YD_WORD ("备注", COLUMN_OTHER),
};

/* What a cell has instead of a name. */
static const YdWord empty_cells[] = {
  YD_WORD ("/", 0), YD_WORD ("无", 0), YD_WORD ("—", 0), YD_WORD ("-", 0),
};

/* Whether @word ends at @end, maybe with blanks in it: 责 任 单 位. */
static gboolean
ends_with (const YdTape *text,
           guint         start,
           guint         end,
           const YdWord *word,
           guint        *before)
{
  guint at = end;

  for (guint i = word->n; i > 0; i--)
    {
      at = _yd_tape_trim_right (text, start, at);
      if (at == start || text->chars[at - 1] != word->chars[i - 1])
        return FALSE;
      at--;
    }

  *before = at;

  return TRUE;
}

static const YdWord *
find_head (const YdTape *text,
           guint         start,
           guint         end,
           guint        *before)
{
  if (end == start || !_yd_tape_is (text, end - 1, YD_CLASS_HEAD_END))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (ends_with (text, start, end, &heads[i], before))
      return &heads[i];

  return NULL;
}

/* Cuts the heads of columns off the end of a paragraph and notes them. @whole: they
 * may be all of it, each on a line of its own.
 *
 * Returns: where they begin, or @end
 */
guint
_yd_columns_cut (YdClauseReader *self,
                 guint           start,
                 guint           end,
                 gboolean        whole)
{
  const YdTape *text = self->text;
  const YdWord *words[MAX_WORDS];
  const YdWord *word;
  guint n = 0;
  guint n_units = 0;
  guint at = end;
  guint before;

  while (n < MAX_WORDS && (word = find_head (text, start, at, &before)) != NULL)
    {
      words[n++] = word;
      n_units += word->value >= 0;
      at = _yd_tape_trim_right (text, start, before);
    }

  whole = whole && n > 0 && at == start;
  if (!whole || !self->heading)
    self->n_heads = 0;
  self->heading = whole;

  if (!whole && (n < 2 || n_units == 0))
    return end;

  if (self->n_heads == 0)
    self->n_columns = 0;
  self->n_heads += n;
  for (guint i = n; i > 0; i--)
    if (words[i - 1]->value >= 0 && self->n_columns < G_N_ELEMENTS (self->columns))
      self->columns[self->n_columns++] = words[i - 1];

  return at;
}

/* A cell is what stands between blanks outside brackets. */
static guint
find_cell_end (const YdTape *text,
               guint         start,
               guint         end)
{
  const YdClass stops = YD_CLASS_BRACKET | YD_CLASS_BLANK | YD_CLASS_LINE_END;
  guint depth = 0;

  for (start = _yd_tape_find (text, start, end, stops); start < end;
       start = _yd_tape_find (text, start + 1, end, stops))
    if (text->chars[start] == '(')
      depth++;
    else if (text->chars[start] == ')')
      depth -= depth > 0;
    else if (depth == 0)
      return start;

  return end;
}

static YdParty *
get_party (YdClauseReader *self,
           guint           i)
{
  return &g_array_index (self->parties, YdParty, i);
}

static void
give_column (YdClauseReader *self,
             guint           first,
             guint           last,
             guint           column)
{
  const YdWord *head = self->columns[MIN (column, self->n_columns - 1)];

  for (guint i = first; i < last; i++)
    {
      get_party (self, i)->has_role = TRUE;
      get_party (self, i)->role = head->value;
      get_party (self, i)->word = head;
      get_party (self, i)->sure = SURE_CELL;
    }
}

/* Two cells without even a blank between: the last one is the last column, what is
 * glued before it stands in the first.
 */
static void
split_cell (YdClauseReader *self,
            guint           first)
{
  guint last = self->parties->len;

  for (guint i = first + 1; i < self->parties->len; i++)
    if (get_party (self, i)->start == get_party (self, i - 1)->end)
      last = i;

  if (last < self->parties->len)
    {
      give_column (self, first, last, 0);
      give_column (self, last, self->parties->len, self->n_columns - 1);
    }
  else
    give_column (self, first, last, get_party (self, first)->group ? self->n_columns - 1 : 0);
}

/* Reads the cells between and gives each column's role.
 *
 * Returns: whether there is nothing but names of units in them
 */
static gboolean
read_cells (YdClauseReader *self,
            guint           start,
            guint           end)
{
  const YdTape *text = self->text;
  const guint first = self->parties->len;
  guint starts[MAX_WORDS + 1];
  guint n = 0;

  for (guint at = _yd_tape_trim_left (text, start, end); at < end;)
    {
      const guint cell_end = find_cell_end (text, at, end);

      if (!_yd_clause_is_term (text, at, cell_end))
        {
          if (n < MAX_WORDS)
            starts[n++] = self->parties->len;
          if (AT (empty_cells, at, cell_end) == NULL &&
              !_yd_clause_names (self, at, cell_end))
            break;
        }
      at = _yd_tape_trim_left (text, cell_end, end);
      if (at == end && self->parties->len > first)
        {
          starts[n] = self->parties->len;
          if (n == 1 && self->n_columns > 1)
            split_cell (self, first);
          else
            for (guint i = 0; i < n; i++)
              give_column (self, starts[i], starts[i + 1], i);
          return TRUE;
        }
    }

  g_array_set_size (self->parties, first);

  return FALSE;
}

/* Returns: where the piece of a list begins that ends at @end */
static guint
find_piece (const YdTape *text,
            guint         start,
            guint         end)
{
  guint depth = 0;

  for (guint i = end; i > start; i--)
    if (text->chars[i - 1] == ')')
      depth++;
    else if (text->chars[i - 1] == '(')
      depth -= depth > 0;
    else if (depth == 0 && (text->chars[i - 1] == u'、' ||
                            _yd_tape_is (text, i - 1, YD_CLASS_COMMA | YD_CLASS_BLANK)))
      return i;

  return start;
}

/* 市公安局, 各乡镇; not the end of 区直各单位 or of 市场监管. */
static gboolean
may_begin_name (const YdTape *text,
                guint         at,
                guint         end)
{
  const char16_t before = text->chars[at - 1];

  if (text->chars[at] == u'各')
    {
      if (before == u'直' || before == u'级' || before == u'府' ||
          _yd_tape_is (text, at - 1, YD_CLASS_JOIN_END))
        return FALSE;
    }
  else if (!_yd_tape_is (text, at, YD_CLASS_JOIN_END) || text->chars[at + 1] == u'场')
    return FALSE;

  return end - at > 2 && _yd_name_is_unit (text, at, end);
}

/* Returns: where the last names of a piece begin that begins with text: 完善平台区审批局,
 *   @end where it is a name as a whole
 */
static guint
find_name (const YdTape *text,
           guint         start,
           guint         end)
{
  guint found = end;

  for (guint i = end; i > start + 1; i--)
    {
      if (!may_begin_name (text, i - 1, end) ||
          (found < end && !_yd_name_is_unit (text, i - 1, found)))
        continue;

      found = i - 1;
      if (!_yd_tape_is (text, found - 1, YD_CLASS_NAME_END))
        break;
    }

  return found < end && !(start > 0 && may_begin_name (text, start, found)) ? found : end;
}

/* 信息公开省财政厅、省税务局: nothing stands between the title and the first name.
 *
 * Returns: where that name begins, or @start
 */
static guint
find_glued (const YdTape *text,
            guint         start,
            guint         end)
{
  while (end > start)
    {
      const guint piece = find_piece (text, start, end);
      const guint name = find_name (text, piece, end);

      if (name < end)
        return name;
      if (piece <= start + 1 || !_yd_name_is_unit (text, piece, end))
        break;
      end = piece - 1;
    }

  return start;
}

/* Where the cells may begin: behind the last sentence, at a blank, or right behind the
 * title.
 */
static guint
find_cells (YdClauseReader *self,
            guint           start,
            guint           end)
{
  const YdTape *text = self->text;
  guint from = start;
  guint at;

  for (at = _yd_tape_find (text, start, end, YD_CLASS_STOP); at < end;
       at = _yd_tape_find (text, at + 1, end, YD_CLASS_STOP))
    from = at + 1;

  if (from == end || end - from > MAX_CELLS)
    return end;

  if (read_cells (self, from, end))
    return from;

  at = from;
  for (guint tries = 0; tries < MAX_TRIES; tries++)
    {
      at = _yd_tape_trim_left (text, find_cell_end (text, at, end), end);
      if (at == end)
        break;
      if (read_cells (self, at, end))
        return at;
    }

  at = find_glued (text, from, end);

  return at > from && read_cells (self, at, end) ? at : end;
}

/* Reads 责任单位市公安局、各镇: the label lost its colon.
 *
 * Returns: whether there is a label at @start and names up to the next one or to @end
 */
static gboolean
read_bare_label (YdClauseReader *self,
                 guint           start,
                 guint           end)
{
  static const char16_t joints[] = u"、和及的要应人与或：,";
  const YdTape *text = self->text;
  const guint first = self->parties->len;
  const YdWord *head = AT (heads, start, end);
  guint names_end;

  if (head == NULL || head->value < 0 || start + head->n >= end)
    return FALSE;

  start += head->n;
  for (const char16_t *c = joints; *c != 0; c++)
    if (text->chars[start] == *c)
      return FALSE;

  for (names_end = start; names_end < end; names_end++)
    if (_yd_tape_is (text, names_end, YD_CLASS_LABEL) &&
        (AT (heads, names_end, end)) != NULL && AT (heads, names_end, end)->value >= 0)
      break;

  if (!_yd_clause_names (self, start, names_end) ||
      (names_end < end && !read_bare_label (self, names_end, end)))
    {
      g_array_set_size (self->parties, first);
      return FALSE;
    }

  for (guint i = first; i < self->parties->len; i++)
    if (get_party (self, i)->start < names_end)
      {
        get_party (self, i)->role = head->value;
        get_party (self, i)->word = head;
        get_party (self, i)->sure = SURE_CELL;
      }

  return TRUE;
}

/* Returns: where labels without colons begin that go on to @end, or @end */
static guint
find_bare_labels (YdClauseReader *self,
                  guint           start,
                  guint           end)
{
  static const char16_t joints[] = u"各其由对与和、向将的为";
  const YdTape *text = self->text;
  guint at = end - start > MAX_LABELS ? end - MAX_LABELS : start;

  if (end == start || !_yd_tape_is (text, end - 1, YD_CLASS_NAME_END | YD_CLASS_BRACKET))
    return end;

  for (; at + 4 < end; at++)
    {
      const char16_t *c = joints;

      if (!_yd_tape_is (text, at, YD_CLASS_LABEL) ||
          !_yd_tape_is (text, at + 1, YD_CLASS_LABEL_2))
        continue;

      while (*c != 0 && (at == start || *c != text->chars[at - 1]))
        c++;
      if (*c == 0 && read_bare_label (self, at, end))
        return at;
    }

  return end;
}

/* Reads the cells at the end of a paragraph, if it has any, as one clause. */
void
_yd_cells_read (YdClauseReader *self,
                guint           start,
                guint           end)
{
  const guint first = self->parties->len;
  guint from;

  end = _yd_tape_trim_right (self->text, start, end);
  from = self->n_columns > 0 ? find_cells (self, start, end) : end;
  if (from == end)
    from = find_bare_labels (self, start, end);
  if (from == end)
    return;

  _yd_names_fill (self->text, self->parties, first);
  _yd_clauses_note (self, first, _yd_tape_trim_left (self->text, from, end), end);
}
