/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-clause-private.h"

#include "yd-parse-date-private.h"

/* Lists of names with what they do: A牵头，B、C按职责分工负责. */

#define MAX_TERM 8              /* what a segment has that says when: 持续推进 */

#define ROLE_EACH 8             /* says how, not who does what */

#define AT(words, start, end) _yd_word_at (text, start, end, words, G_N_ELEMENTS (words))
#define BEFORE(words, start, end) _yd_word_before (text, start, end, words, G_N_ELEMENTS (words))

/* What may stand after the names; several may follow each other: 分别负责落实. */
static const YdWord roles[] = {
  YD_WORD ("组织实施", YD_OUTLINE_RESPONSIBLE), YD_WORD ("负责", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("落实", YD_OUTLINE_RESPONSIBLE), YD_WORD ("实施", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("承办", YD_OUTLINE_RESPONSIBLE), YD_WORD ("推进", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("负总责", YD_OUTLINE_RESPONSIBLE), YD_WORD ("牵头抓总", YD_OUTLINE_LEAD),
  YD_WORD ("牵头", YD_OUTLINE_LEAD), YD_WORD ("主办", YD_OUTLINE_LEAD),
  YD_WORD ("配合", YD_OUTLINE_SUPPORT), YD_WORD ("参与", YD_OUTLINE_SUPPORT),
  YD_WORD ("协助", YD_OUTLINE_SUPPORT), YD_WORD ("协办", YD_OUTLINE_SUPPORT),
  YD_WORD ("协同", YD_OUTLINE_SUPPORT), YD_WORD ("指导", YD_OUTLINE_SUPPORT),
  YD_WORD ("支持", YD_OUTLINE_SUPPORT), YD_WORD ("参加", YD_OUTLINE_SUPPORT),
  YD_WORD ("按照职责分工", ROLE_EACH | 1), YD_WORD ("按各自职责分工", ROLE_EACH | 1),
  YD_WORD ("依职责分工", ROLE_EACH | 1), YD_WORD ("按职责分工", ROLE_EACH | 1),
  YD_WORD ("根据职责分工", ROLE_EACH | 1), YD_WORD ("按各自职责", ROLE_EACH | 1),
  YD_WORD ("按照职责", ROLE_EACH | 1), YD_WORD ("依职责", ROLE_EACH | 1),
  YD_WORD ("按职责", ROLE_EACH | 1), YD_WORD ("按分工", ROLE_EACH | 1),
  YD_WORD ("职责分工", ROLE_EACH | 1), YD_WORD ("分别", ROLE_EACH | 1),
  YD_WORD ("各自", ROLE_EACH | 1), YD_WORD ("共同", ROLE_EACH), YD_WORD ("具体", ROLE_EACH),
  YD_WORD ("联合", ROLE_EACH), YD_WORD ("抓好", ROLE_EACH), YD_WORD ("做好", ROLE_EACH),
};

static const YdWord with = YD_WORD ("会同", YD_OUTLINE_SUPPORT);

/* What a list has instead of a name. */
static const YdWord no_names[] = { YD_WORD ("无", 0), YD_WORD ("略", 0), YD_WORD ("—", 0) };

/* Whether the text between ends as a clause without a label does. */
gboolean
_yd_clause_ends (const YdTape *text,
                 guint         start,
                 guint         end)
{
  const YdWord *word = end > start && _yd_tape_is (text, end - 1, YD_CLASS_ROLE_END)
                       ? BEFORE (roles, start, end) : NULL;

  return word != NULL && word->value < ROLE_EACH;
}

/* What stands after the names of a segment. */
typedef struct
{
  guint         names_end;
  const YdWord *role;                   /* (nullable) */
  gboolean      each;
} Tail;

static Tail
read_tail (const YdTape *text,
           guint         start,
           guint         end)
{
  Tail tail = { .names_end = end };
  const YdWord *word;

  while (tail.names_end > start && _yd_tape_is (text, tail.names_end - 1, YD_CLASS_ROLE_END) &&
         (word = BEFORE (roles, start, tail.names_end)) != NULL)
    {
      tail.names_end -= word->n;
      if (word->value & ROLE_EACH)
        tail.each = tail.each || word->value != ROLE_EACH;
      else if (tail.role == NULL || word->value == YD_OUTLINE_LEAD ||
               tail.role->value == YD_OUTLINE_RESPONSIBLE)
        tail.role = word;               /* 牵头负责 leads, 配合落实 supports */
    }

  return tail;
}

static void
give_role (YdClauseReader *self,
           guint           from,
           const YdWord   *role,
           gboolean        each)
{
  for (guint i = from; i < self->parties->len; i++)
    {
      YdParty *party = &g_array_index (self->parties, YdParty, i);

      if (!party->has_role)
        {
          party->has_role = TRUE;
          party->role = role->value;
          party->word = role;
          party->each = each;
        }
    }
}

static gboolean
is_with (const YdTape *text,
         guint         start,
         guint         at,
         guint         end)
{
  return at + with.n < end && text->chars[at + with.n] != u'意' &&
         (at == start || text->chars[at - 1] != u'员');
}

/* Reads the names of one segment, with the roles inside it: A牵头、B配合; A会同B. */
static void
read_names (YdClauseReader *self,
            guint           start,
            guint           end,
            guint           part,
            const Tail     *tail)
{
  const YdTape *text = self->text;
  const guint first = self->parties->len;
  const guint at = _yd_word_find (text, start, end, &with);

  if (at < end && is_with (text, start, at, end))
    {
      const Tail inner = read_tail (text, start, at);
      guint partners;

      _yd_names_read (text, start, inner.names_end, self->parties);
      if (inner.role != NULL)
        give_role (self, part, inner.role, inner.each);
      else if (tail->role != NULL)
        give_role (self, part, tail->role, tail->each);

      partners = self->parties->len;
      _yd_names_read (text, at + with.n, end, self->parties);
      give_role (self, partners, &with, FALSE);
      return;
    }

  _yd_names_read (text, start, end, self->parties);
  for (guint i = first; i < self->parties->len; i++)
    {
      YdParty *party = &g_array_index (self->parties, YdParty, i);
      const Tail inner = read_tail (text, party->start, party->end);

      if (inner.role == NULL || inner.names_end <= party->start + 1)
        continue;

      party->end = inner.names_end;
      party->odd = !_yd_name_is_unit (text, party->start, party->end);
      for (guint k = first; k <= i; k++)
        {
          YdParty *before = &g_array_index (self->parties, YdParty, k);

          if (!before->has_role)
            {
              before->has_role = TRUE;
              before->role = inner.role->value;
              before->word = inner.role;
              before->each = inner.each;
            }
        }
    }
}

/* （2018年12月底前，A负责）, （A负责，持续推进）: says when, not who.
 *
 * Returns: where the names begin, @end if there are none
 */
static guint
skip_term (const YdTape *text,
           guint         start,
           guint         end)
{
  static const YdWord terms[] = {
    YD_WORD ("持续", 0), YD_WORD ("长期", 0), YD_WORD ("常态化", 0), YD_WORD ("全年", 0),
    YD_WORD ("年底", 0), YD_WORD ("年内", 0),
  };
  YdDate date;
  guint after;

  if (AT (terms, start, end) != NULL && end - start <= MAX_TERM)
    return end;

  if (!_yd_tape_is (text, start, YD_CLASS_DIGIT))
    return start;

  after = _yd_date_read (text, start, end, &date);
  if (after == start)
    return start;

  return _yd_clause_ends (text, after, end) ? after : end;
}

/* Whether the text between says when and nothing else: 2018年6月, 一季度前, 持续推进. */
gboolean
_yd_clause_is_term (const YdTape *text,
                    guint         start,
                    guint         end)
{
  YdDate date;

  return end > start && (skip_term (text, start, end) == end ||
                         _yd_date_read (text, start, end, &date) == end);
}

static void
read_segment (YdClauseReader *self,
              guint           start,
              guint           end,
              guint           first,
              const YdWord  **last)
{
  const YdTape *text = self->text;
  Tail tail;

  start = _yd_tape_trim_left (text, start, end);
  end = _yd_tape_trim_right (text, start, end);
  if (start == end)
    return;

  if (end - start <= 2 && (AT (no_names, start, end) != NULL || text->chars[start] == '/'))
    return;

  start = skip_term (text, start, end);
  tail = read_tail (text, start, end);

  if (tail.names_end > start)
    read_names (self, start, tail.names_end, first, &tail);

  if (tail.role != NULL)
    {
      give_role (self, first, tail.role, tail.each);
      *last = tail.role;
    }
}

/* What follows the last role and is no name: （A负责，年底前完成）. */
static void
drop_rest (YdClauseReader *self,
           guint           first)
{
  guint n = self->parties->len;

  while (n > first && !g_array_index (self->parties, YdParty, n - 1).has_role &&
         g_array_index (self->parties, YdParty, n - 1).odd)
    n--;

  g_array_set_size (self->parties, n);
}

/* Reads lists of names with their roles. @given is the label's role, if any: then a
 * role in the list is for the names right before it, else for all up to it.
 */
void
_yd_clause_read_list (YdClauseReader *self,
                      guint           start,
                      guint           end,
                      const YdWord   *given)
{
  static const YdWord rest = YD_WORD ("负责", YD_OUTLINE_RESPONSIBLE);
  const YdTape *text = self->text;
  const YdClass stops = YD_CLASS_BRACKET | YD_CLASS_COMMA;
  const guint first = self->parties->len;
  const YdWord *last = NULL;
  guint segment = start;
  guint depth = 0;

  for (guint i = _yd_tape_find (text, start, end, stops); i < end;
       i = _yd_tape_find (text, i + 1, end, stops))
    {
      if (text->chars[i] == '(')
        depth++;
      else if (text->chars[i] == ')')
        depth -= depth > 0;
      else if (depth == 0)
        {
          read_segment (self, segment, i, given != NULL ? self->parties->len : first, &last);
          segment = i + 1;
        }
    }

  read_segment (self, segment, end, given != NULL ? self->parties->len : first, &last);

  if (given != NULL)
    give_role (self, first, given, FALSE);
  else if (last != NULL)
    drop_rest (self, first);
  if (last != NULL)
    give_role (self, first, last->value == YD_OUTLINE_LEAD ? &rest : last, FALSE);
}
