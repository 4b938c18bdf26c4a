/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-clause-private.h"

#define MAX_CLAUSE 4000         /* characters; the longest measured has 310 */
#define MAX_LINE 200            /* of a clause without brackets and labels */
#define MAX_OPEN 16             /* brackets open at once; what is deeper is no clause */

#define SURE_BRACKET 99
#define SURE_LABEL 95           /* without brackets */
#define SURE_INSIDE 80          /* in the middle of a sentence */
#define SURE_LINE 85
#define SURE_BARE 85

/* The open brackets of a paragraph, the innermost ones of them. */
typedef struct
{
  guint start[MAX_OPEN];
  guint label[MAX_OPEN];                /* where a label stands in it, or 0 */
  guint n;                              /* all that are open */
  guint lost;                           /* of these the outermost, overwritten */
} Brackets;

void
_yd_clauses_init (YdClauseReader *self,
                  const YdTape   *text,
                  YdOutline      *outline)
{
  *self = (YdClauseReader) { .text = text, .outline = outline };
  self->parties = g_array_new (FALSE, FALSE, sizeof (YdParty));
  self->clauses = g_array_new (FALSE, FALSE, sizeof (YdClause));
}

void
_yd_clauses_clear (YdClauseReader *self)
{
  g_clear_pointer (&self->parties, g_array_unref);
  g_clear_pointer (&self->clauses, g_array_unref);
}

/* Forgets what was read, but not what was learnt. */
void
_yd_clauses_reset (YdClauseReader *self)
{
  g_array_set_size (self->parties, 0);
  g_array_set_size (self->clauses, 0);
}

/* Notes the clause that has the parties from @first on. One that follows another
 * with nothing between is the rest of it: 牵头单位 and 配合单位 on two lines.
 */
void
_yd_clauses_note (YdClauseReader *self,
                  guint           first,
                  guint           start,
                  guint           end)
{
  const YdClause clause = { start, end, first, self->parties->len - first };

  if (self->clauses->len > 0)
    {
      YdClause *last = &g_array_index (self->clauses, YdClause, self->clauses->len - 1);

      if (_yd_tape_trim_left (self->text, last->end, start) == start)
        {
          last->end = end;
          last->n = self->parties->len - last->first;
          return;
        }
    }

  g_array_append_val (self->clauses, clause);
}

static guint
skip_stop (const YdTape *text,
           guint         at,
           guint         end)
{
  return at < end && _yd_tape_is (text, at, YD_CLASS_STOP) ? at + 1 : at;
}

/* Whether nothing but a stop stands between @at and @end. */
static gboolean
is_last (const YdTape *text,
         guint         at,
         guint         end)
{
  return skip_stop (text, _yd_tape_trim_left (text, at, end), end) == end;
}

static gboolean
is_after_stop (const YdTape *text,
               guint         start,
               guint         at)
{
  const guint before = _yd_tape_trim_right (text, start, at);

  return before == start || _yd_tape_is (text, before - 1, YD_CLASS_STOP) ||
         text->chars[before - 1] == ')';
}

static gboolean
has_char (const char16_t *set,
          char16_t        c)
{
  while (*set != 0 && *set != c)
    set++;

  return *set != 0;
}

/* 整治畜禽屠宰（市农业局）: with no stop before it, a bracket at the end has the units
 * that do it if all are offices named in full and it is no second name:
 * 市数据局（市大数据中心）.
 */
static gboolean
try_heading (YdClauseReader *self,
             guint           open,
             guint           start,
             guint           end)
{
  static const char16_t levels[] = u"省市区县州镇各";
  static const char16_t offices[] = u"局委办厅部室会院府队站所";
  const YdTape *text = self->text;
  const guint first = self->parties->len;

  if (open == 0 || _yd_tape_is (text, open - 1, YD_CLASS_NAME_END) ||
      !_yd_clause_bare (self, start, end, SURE_INSIDE))
    return FALSE;

  for (guint i = first; i < self->parties->len; i++)
    {
      const YdParty *party = &g_array_index (self->parties, YdParty, i);

      if (!has_char (levels, text->chars[party->start]) ||
          (!party->group && !has_char (offices, text->chars[party->end - 1])))
        {
          g_array_set_size (self->parties, first);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
try_bracket (YdClauseReader *self,
             guint           start,
             guint           open,
             guint           label,
             guint           close,
             guint           end)
{
  const YdTape *text = self->text;
  const guint first = self->parties->len;
  const guint inner = _yd_tape_trim_left (text, open + 1, close);
  guint inner_end = _yd_tape_trim_right (text, inner, close);
  const gboolean after_stop = is_after_stop (text, start, open);
  gboolean found = FALSE;

  if (inner == inner_end || inner_end - inner > MAX_CLAUSE)
    return FALSE;

  if (label != 0)
    found = _yd_clause_parse (self, label, inner_end, SURE_BRACKET);
  else
    {
      guint names_end = inner;

      while (names_end < inner_end && text->chars[names_end] != u'。')
        names_end++;
      if (_yd_clause_ends (text, inner, names_end) ||
          (after_stop && inner_end - inner > 8))
        found = _yd_clause_parse (self, inner, inner_end,
                                  after_stop ? SURE_BRACKET : SURE_INSIDE);
      if (!found && after_stop && is_last (text, close + 1, end))
        found = _yd_clause_bare (self, inner, names_end, SURE_BARE);
      if (!found && !after_stop && is_last (text, close + 1, end))
        found = try_heading (self, open, inner, names_end);
    }

  if (found)
    _yd_clauses_note (self, first, open, skip_stop (text, MIN (close + 1, end), end));

  return found;
}

/* Whether a list goes on in the next line. */
static gboolean
goes_on (const YdTape *text,
         guint         start,
         guint         at)
{
  const guint end = _yd_tape_trim_right (text, start, at);

  return end > start && (text->chars[end - 1] == ':' || text->chars[end - 1] == u'、' ||
                         text->chars[end - 1] == ',');
}

/* Returns: the end of a clause with a label that stands at @start without brackets */
static guint
find_label_end (const YdTape *text,
                guint         start,
                guint         end)
{
  const guint limit = MIN (end, start + MAX_CLAUSE);
  guint i = start;
  guint after;

  while (i < limit)
    {
      guint next;

      while (i < limit && text->chars[i] != u'。' &&
             (text->chars[i] != '\n' || goes_on (text, start, i)))
        i++;
      if (i == limit || text->chars[i] == '\n')
        return i;

      next = _yd_tape_trim_left (text, i + 1, MIN (limit, i + 8));
      if (next >= limit || (_yd_clause_label (text, next, limit, &after) == NULL &&
                            !_yd_clause_rule (text, next, limit)))
        return i + 1;
      i = next;
    }

  return i;
}

/* Whether a label may begin at @at: after a sentence, or after anything if only
 * names follow. 统计责任单位： in a heading is neither.
 *
 * Returns: where the clause ends, or @at; @limit is where the sentence does
 */
static guint
try_label (YdClauseReader *self,
           guint           start,
           guint           at,
           guint           end,
           guint           limit)
{
  const YdTape *text = self->text;
  const guint first = self->parties->len;
  const gboolean boundary = is_after_stop (text, start, at) ||
                            text->chars[at - 1] == ',' ||
                            _yd_tape_is (text, at - 1, YD_CLASS_BLANK);
  guint inner_end = limit;

  if (!boundary && !is_last (text, limit, end))
    return at;

  if (inner_end > at && text->chars[inner_end - 1] == u'。')
    inner_end--;

  if (!_yd_clause_parse (self, at, inner_end, SURE_LABEL))
    return at;

  for (guint i = first; !boundary && i < self->parties->len; i++)
    if (g_array_index (self->parties, YdParty, i).odd)
      {
        g_array_set_size (self->parties, first);
        return at;
      }

  _yd_clauses_note (self, first, at, limit);

  return limit;
}

/* 具体工作由A负责 is a sentence. */
static gboolean
has_agent (const YdTape *text,
           guint         start,
           guint         end)
{
  for (guint i = start + 1; i < end; i++)
    if (text->chars[i] == u'由' && text->chars[i - 1] != u'自')
      return TRUE;

  return FALSE;
}

/* A牵头，B、C按职责分工负责 as the last sentence, without any bracket. */
static void
try_line (YdClauseReader *self,
          guint           start,
          guint           end,
          gboolean        marked)
{
  const YdTape *text = self->text;
  const guint first = self->parties->len;
  guint from;
  guint to = end;

  if (to > start && text->chars[to - 1] == u'。')
    to--;
  if (!_yd_clause_ends (text, start, to))
    return;

  from = to;
  while (from > start && to - from <= MAX_LINE && text->chars[from - 1] != u'。' &&
         text->chars[from - 1] != '\n')
    from--;

  from = _yd_tape_trim_left (text, from, to);
  if (marked && from == _yd_tape_trim_left (text, start, to))
    return;                             /* a heading, such as 强化部门协同 */

  if (to - from > MAX_LINE || has_agent (text, from, to) ||
      !_yd_clause_parse (self, from, to, SURE_LINE))
    return;

  for (guint i = first; i < self->parties->len; i++)
    if (g_array_index (self->parties, YdParty, i).sure < SURE_LINE)
      {
        g_array_set_size (self->parties, first);
        return;
      }

  _yd_clauses_note (self, first, from, end);
}

static void
close_bracket (YdClauseReader *self,
               Brackets       *open,
               guint           start,
               guint           close,
               guint           end)
{
  guint top;

  if (open->n == 0)
    return;

  open->n--;
  if (open->n < open->lost)
    {
      open->lost = open->n;
      return;
    }

  top = open->n % MAX_OPEN;
  if (try_bracket (self, start, open->start[top], open->label[top], close, end))
    open->n = open->lost = 0;
}

/* A bracket with a label that nothing closes goes to the end of the paragraph. */
static void
close_rest (YdClauseReader *self,
            Brackets       *open,
            guint           start,
            guint           end)
{
  for (guint k = 0; k < open->n - open->lost; k++)
    {
      const guint i = (open->n - 1 - k) % MAX_OPEN;
      const guint label = open->label[i];

      if (label == 0 || end - label > MAX_CLAUSE)
        continue;

      if (try_bracket (self, start, open->start[i], label, end, end))
        {
          _yd_outline_warn (self->outline, "open-bracket", (YdSpan) { open->start[i], end });
          return;
        }
    }
}

/* Finds the clauses of a paragraph and appends them in order. @marked: a number stands
 * before @start, so that what follows is not all a clause.
 */
void
_yd_clauses_read (YdClauseReader *self,
                  guint           start,
                  guint           end,
                  gboolean        marked)
{
  const YdTape *text = self->text;
  const YdClass stops = YD_CLASS_BRACKET | YD_CLASS_LABEL;
  const guint n = self->parties->len;
  Brackets open = { .n = 0 };
  guint tried = start;                  /* no sentence is looked through twice for labels */
  guint after;

  for (guint i = _yd_tape_find (text, start, end, stops); i < end;
       i = _yd_tape_find (text, i + 1, end, stops))
    {
      const char16_t c = text->chars[i];

      if (c == '(' && (!_yd_tape_is (text, i + 1, YD_CLASS_LABEL) ||
                       _yd_clause_label (text, i, end, &after) == NULL))
        {
          open.start[open.n % MAX_OPEN] = i;
          open.label[open.n % MAX_OPEN] = 0;
          open.n++;
          open.lost = MAX (open.lost, open.n > MAX_OPEN ? open.n - MAX_OPEN : 0);
        }
      else if (c == ')')
        close_bracket (self, &open, start, i, end);
      else if (_yd_clause_label (text, i, end, &after) != NULL)
        {
          if (open.n == 0 && i >= tried)
            {
              guint clause_end;

              tried = find_label_end (text, i, end);
              clause_end = try_label (self, start, i, end, tried);
              i = MAX (i + 1, clause_end) - 1;
            }
          else if (open.n == 0)
            continue;
          else if (open.label[(open.n - 1) % MAX_OPEN] == 0)
            open.label[(open.n - 1) % MAX_OPEN] = i;
        }
    }

  close_rest (self, &open, start, end);

  if (self->parties->len == n)
    try_line (self, start, end, marked);
  if (self->parties->len == n)
    _yd_cells_read (self, start, end);
}

/* Returns: the name between; where a line ended in it, without the line end */
static const char *
get_name (YdClauseReader *self,
          guint           start,
          guint           end)
{
  const YdTape *text = self->text;
  const guint cut = self->wrapped ? _yd_tape_find (text, start, end, YD_CLASS_LINE_END) : end;
  g_autoptr(GString) name = NULL;

  if (cut == end)
    return _yd_tape_intern (text, self->outline, start, end);

  name = g_string_new (_yd_tape_intern (text, self->outline, start,
                                        _yd_tape_trim_right (text, start, cut)));
  g_string_append (name, get_name (self, _yd_tape_trim_left (text, cut, end), end));

  return _yd_outline_intern (self->outline, name->str);
}

/* Puts the parties of a clause on @point of the outline. */
void
_yd_clauses_add (YdClauseReader *self,
                 guint           clause,
                 guint           point)
{
  const YdClause *at = &g_array_index (self->clauses, YdClause, clause);

  for (guint i = at->first; i < at->first + at->n; i++)
    {
      const YdParty *party = &g_array_index (self->parties, YdParty, i);
      YdOutlineAssignment assignment = {
        .point = point, .role = party->role, .group = party->group, .vague = party->vague,
        .each = party->each, .sure = party->sure, .span = { party->start, party->end },
      };

      assignment.word = party->word != NULL ? party->word->utf8 : "";
      assignment.unit = get_name (self, party->start, party->end);
      assignment.full = _yd_name_full (self->text, self->outline, party, assignment.unit);
      g_array_append_val (self->outline->assignments, assignment);
    }
}
