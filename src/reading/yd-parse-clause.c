/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-clause-private.h"

/* The inside of a clause: labels and rules. Its lists are read in
 * yd-parse-clause-role.c; what counts as a clause at all is yd-parse-clause-find.c.
 */

#define MAX_LABEL 12            /* characters, with the colon */
#define MAX_NOTE 40             /* in brackets between the two */

#define ROLE_IGNORED (-1)               /* a label for something else */

#define AT(words, start, end) _yd_word_at (text, start, end, words, G_N_ELEMENTS (words))

/* Longer ones first. */
static const YdWord labels[] = {
  YD_WORD ("牵头及责任单位", YD_OUTLINE_LEAD), YD_WORD ("牵头责任单位", YD_OUTLINE_LEAD),
  YD_WORD ("主要责任单位", YD_OUTLINE_RESPONSIBLE), YD_WORD ("配合/责任单位", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("配合责任单位", YD_OUTLINE_SUPPORT), YD_WORD ("责任单位及责任人", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("主要牵头单位", YD_OUTLINE_LEAD), YD_WORD ("主要配合单位", YD_OUTLINE_SUPPORT),
  YD_WORD ("牵头单位", YD_OUTLINE_LEAD), YD_WORD ("牵头部门", YD_OUTLINE_LEAD),
  YD_WORD ("主办单位", YD_OUTLINE_LEAD), YD_WORD ("主办部门", YD_OUTLINE_LEAD),
  YD_WORD ("责任单位", YD_OUTLINE_RESPONSIBLE), YD_WORD ("责任部门", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("负责单位", YD_OUTLINE_RESPONSIBLE), YD_WORD ("负责部门", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("承办单位", YD_OUTLINE_RESPONSIBLE), YD_WORD ("承办部门", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("落实单位", YD_OUTLINE_RESPONSIBLE), YD_WORD ("落实部门", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("实施单位", YD_OUTLINE_RESPONSIBLE), YD_WORD ("责任主体", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("责任科室", YD_OUTLINE_RESPONSIBLE), YD_WORD ("责任处室", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("主责单位", YD_OUTLINE_RESPONSIBLE), YD_WORD ("主管部门", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("配合单位", YD_OUTLINE_SUPPORT), YD_WORD ("配合部门", YD_OUTLINE_SUPPORT),
  YD_WORD ("协办单位", YD_OUTLINE_SUPPORT), YD_WORD ("协办部门", YD_OUTLINE_SUPPORT),
  YD_WORD ("协助单位", YD_OUTLINE_SUPPORT), YD_WORD ("参与单位", YD_OUTLINE_SUPPORT),
  YD_WORD ("参加单位", YD_OUTLINE_SUPPORT), YD_WORD ("支持单位", YD_OUTLINE_SUPPORT),
  YD_WORD ("协同单位", YD_OUTLINE_SUPPORT), YD_WORD ("协作单位", YD_OUTLINE_SUPPORT),
  YD_WORD ("协同部门", YD_OUTLINE_SUPPORT), YD_WORD ("参与部门", YD_OUTLINE_SUPPORT),
  YD_WORD ("指导单位", YD_OUTLINE_SUPPORT), YD_WORD ("指导部门", YD_OUTLINE_SUPPORT),
  YD_WORD ("适用范围", ROLE_IGNORED), YD_WORD ("推广范围", ROLE_IGNORED),
  YD_WORD ("完成时限", ROLE_IGNORED), YD_WORD ("完成时间", ROLE_IGNORED),
  YD_WORD ("时限要求", ROLE_IGNORED), YD_WORD ("办结时限", ROLE_IGNORED),
  YD_WORD ("时间要求", ROLE_IGNORED), YD_WORD ("时限", ROLE_IGNORED),
  YD_WORD ("责任领导", ROLE_IGNORED), YD_WORD ("牵头领导", ROLE_IGNORED),
  YD_WORD ("分管领导", ROLE_IGNORED), YD_WORD ("责任人", ROLE_IGNORED),
  YD_WORD ("负责人", ROLE_IGNORED), YD_WORD ("联系人", ROLE_IGNORED),
  YD_WORD ("备注", ROLE_IGNORED), YD_WORD ("牵头", YD_OUTLINE_LEAD),
  YD_WORD ("责任", YD_OUTLINE_RESPONSIBLE), YD_WORD ("负责", YD_OUTLINE_RESPONSIBLE),
  YD_WORD ("配合", YD_OUTLINE_SUPPORT),
};

static const YdWord none = YD_WORD ("", YD_OUTLINE_RESPONSIBLE);
static const YdWord first_words[] = {
  YD_WORD ("第一位", 0), YD_WORD ("首位", 0), YD_WORD ("第一个", 0), YD_WORD ("列第一", 0),
  YD_WORD ("第一的", 0),
};
static const YdWord lead_word = YD_WORD ("牵头", 0);
static const YdWord hence_word = YD_WORD ("下同", 0);

static const YdWord implied_words[] = {
  YD_WORD ("不再列出", 0), YD_WORD ("不再重复列出", 0), YD_WORD ("不再单独列出", 0),
};

/* Whether what stands at @at may be the end of a label. */
static gboolean
ends_label (const YdTape *text,
            guint         at,
            gboolean      bracket)
{
  switch (text->chars[at])
    {
    case ':': case u'为':
      return TRUE;

    case '(':
      return text->chars[at - 1] == u'位' || text->chars[at - 1] == u'门';

    default:
      return bracket && text->chars[at] == ')';
    }
}

/* Returns: @at, or the end of the bracket that begins there: 责任单位（排第一的牵头）： */
static guint
skip_note (const YdTape *text,
           guint         at,
           guint         end)
{
  const guint limit = MIN (end, at + MAX_NOTE);

  if (at >= end || text->chars[at] != '(')
    return at;

  for (guint i = at; i < limit; i++)
    if (text->chars[i] == ')')
      return i + 1;

  return at;
}

/* Returns: (nullable): the label at @start, such as 责任单位： or 【责任单位】, and where its
 *   list begins
 */
const YdWord *
_yd_clause_label (const YdTape *text,
                  guint         start,
                  guint         end,
                  guint        *after)
{
  const guint bracket = start < end && text->chars[start] == '(';
  const guint word = start + bracket;
  const guint limit = MIN (end, word + MAX_LABEL);
  const YdWord *label;
  guint at = word + 2;

  if (at >= end || !_yd_tape_is (text, word + 1, YD_CLASS_LABEL_2))
    return NULL;

  at = _yd_tape_find (text, at, limit, YD_CLASS_ODD | YD_CLASS_BRACKET);
  label = at < limit && ends_label (text, at, bracket) ? AT (labels, word, end) : NULL;
  if (label == NULL)
    return NULL;

  at = _yd_tape_trim_left (text, word + label->n, MIN (end, word + label->n + 4));
  if (bracket)
    {
      *after = at + 1;
      return at + 1 < end && text->chars[at] == ')' ? label : NULL;
    }

  at = skip_note (text, at, end);
  if (at < end && text->chars[at] == u'为')
    at++;
  if (at >= end || text->chars[at] != ':')
    return NULL;

  *after = at + 1;

  return label;
}

/* Whether the rule on who leads begins at @start: 列第一位的为牵头单位，下同. */
gboolean
_yd_clause_rule (const YdTape *text,
                 guint         start,
                 guint         end)
{
  const guint limit = MIN (end, start + MAX_LABEL);

  for (guint i = _yd_tape_find (text, start, limit, YD_CLASS_RULE); i < limit;
       i = _yd_tape_find (text, i + 1, limit, YD_CLASS_RULE))
    if (AT (first_words, i, end) != NULL)
      return TRUE;

  return FALSE;
}

/* Returns: the outermost bracket that is still open at @end, or @end */
static guint
find_open_bracket (const YdTape *text,
                   guint         start,
                   guint         end)
{
  guint depth = 0;
  guint open = end;

  for (guint i = _yd_tape_find (text, start, end, YD_CLASS_BRACKET); i < end;
       i = _yd_tape_find (text, i + 1, end, YD_CLASS_BRACKET))
    if (text->chars[i] == '(')
      {
        if (depth++ == 0)
          open = i;
      }
    else if (depth > 0 && --depth == 0)
      open = end;

  return open;
}

/* The rule on who leads, printed in a clause: what comes before it is the list. */
static guint
cut_rule (const YdTape *text,
          guint         start,
          guint         end,
          gboolean     *leads,
          gboolean     *hence)
{
  for (guint i = _yd_tape_find (text, start, end, YD_CLASS_RULE); i < end;
       i = _yd_tape_find (text, i + 1, end, YD_CLASS_RULE))
    {
      guint at = i;

      if (AT (first_words, i, end) == NULL || _yd_word_find (text, i, end, &lead_word) == end)
        continue;

      *leads = TRUE;
      *hence = _yd_word_find (text, i, end, &hence_word) < end;
      while (at > start && text->chars[at - 1] != '(' &&
             !_yd_tape_is (text, at - 1, YD_CLASS_COMMA | YD_CLASS_STOP))
        at--;

      return at > start ? find_open_bracket (text, start, at - 1) : at;
    }

  return end;
}

/* 以下均需地方落实，不再列出: what comes before it is the list. */
static guint
cut_implied (const YdTape *text,
             guint         start,
             guint         end)
{
  static const YdWord hereafter = YD_WORD ("以下", 0);
  const guint at = _yd_word_find (text, start, end, &hereafter);

  for (guint i = at; i < end; i++)
    if (text->chars[i] == u'不' && AT (implied_words, i, end) != NULL)
      return at > start && _yd_tape_is (text, at - 1, YD_CLASS_COMMA | YD_CLASS_STOP)
             ? at - 1 : at;

  return end;
}

/* Reads the parts of a clause that has labels. */
static void
read_labelled (YdClauseReader *self,
               guint           start,
               guint           end)
{
  const YdTape *text = self->text;
  const YdWord *label = NULL;
  guint list = start;

  for (guint i = start; i < end; i++)
    {
      const YdWord *next;
      guint after;

      if (!_yd_tape_is (text, i, YD_CLASS_LABEL))
        continue;

      next = _yd_clause_label (text, i, end, &after);
      if (next == NULL)
        continue;

      if (label != NULL && label->value != ROLE_IGNORED)
        _yd_clause_read_list (self, list, i, label);
      label = next;
      list = after;
      i = after - 1;
    }

  if (label != NULL && label->value != ROLE_IGNORED)
    _yd_clause_read_list (self, list, end, label);
}

static guint
find_sentence_end (const YdTape *text,
                   guint         start,
                   guint         end)
{
  while (start < end && text->chars[start] != u'。')
    start++;

  return start;
}

/* Drops what is no name; returns how many were dropped. */
static guint
drop_odd (YdClauseReader *self,
          guint           first,
          gboolean        labelled)
{
  guint kept = first;
  guint dropped = 0;

  for (guint i = first; i < self->parties->len; i++)
    {
      YdParty party = g_array_index (self->parties, YdParty, i);
      const guint n = party.end - party.start;
      const gboolean fits = labelled && n >= 2 && n <= 40 &&
                            _yd_tape_find (self->text, party.start, party.end, YD_CLASS_ODD)
                            == party.end;

      if (party.has_role && (!party.odd || fits))
        g_array_index (self->parties, YdParty, kept++) = party;
      else
        dropped++;
    }

  g_array_set_size (self->parties, kept);

  return dropped;
}

/* The first of a list leads where the paper says so; a printed role is stronger. */
static void
apply_rule (YdClauseReader *self,
            guint           first)
{
  for (guint i = first; i < self->parties->len; i++)
    if (g_array_index (self->parties, YdParty, i).role != YD_OUTLINE_RESPONSIBLE)
      return;

  if (first < self->parties->len)
    g_array_index (self->parties, YdParty, first).role = YD_OUTLINE_LEAD;
}

static gboolean
finish (YdClauseReader *self,
        guint           first,
        guint           sure,
        gboolean        labelled)
{
  const guint dropped = drop_odd (self, first, labelled);
  const guint kept = self->parties->len - first;

  if (kept == 0 || (!labelled && dropped * 3 > kept))
    {
      g_array_set_size (self->parties, first);
      return FALSE;
    }

  for (guint i = first; i < self->parties->len; i++)
    {
      YdParty *party = &g_array_index (self->parties, YdParty, i);

      party->sure = sure - (dropped > 0 ? 15 : 0) - (party->odd ? 20 : 0);
    }

  _yd_names_fill (self->text, self->parties, first);

  return TRUE;
}

/* Reads what stands inside a clause, without its brackets, and appends its parties.
 *
 * Returns: whether it is one
 */
gboolean
_yd_clause_parse (YdClauseReader *self,
                  guint           start,
                  guint           end,
                  guint           sure)
{
  const YdTape *text = self->text;
  const guint first = self->parties->len;
  gboolean leads = FALSE;
  gboolean hence = FALSE;
  gboolean labelled;
  guint after = start;
  guint cut;

  labelled = _yd_clause_label (text, start, end, &after) != NULL;
  cut_rule (text, start, after, &leads, &hence);
  cut = cut_rule (text, after, cut_implied (text, after, end), &leads, &hence);
  if (labelled)
    read_labelled (self, start, cut);
  else
    {
      cut = find_sentence_end (text, start, cut);
      _yd_clause_read_list (self, start, cut,
                            leads && !_yd_clause_ends (text, start, cut) ? &none : NULL);
    }

  if (!finish (self, first, sure, labelled))
    return FALSE;

  self->first_leads = self->first_leads || hence;
  if (leads || self->first_leads)
    apply_rule (self, first);

  for (guint i = cut; i < end; i++)
    if (text->chars[i] == u'不' && AT (implied_words, i, end) != NULL)
      _yd_outline_warn (self->outline, "implied-party", (YdSpan) { start, end });

  return TRUE;
}

/* Reads a list that has names and nothing else; a group may have any name. */
gboolean
_yd_clause_names (YdClauseReader *self,
                  guint           start,
                  guint           end)
{
  const guint first = self->parties->len;

  _yd_clause_read_list (self, start, end, &none);
  for (guint i = first; i < self->parties->len; i++)
    {
      const YdParty *party = &g_array_index (self->parties, YdParty, i);

      if (!party->group && (party->odd || party->end - party->start < 3))
        {
          g_array_set_size (self->parties, first);
          return FALSE;
        }
    }

  return self->parties->len > first;
}

/* Reads a bracket that has names and nothing else: （区市场监管局）. */
gboolean
_yd_clause_bare (YdClauseReader *self,
                 guint           start,
                 guint           end,
                 guint           sure)
{
  const guint first = self->parties->len;

  _yd_clause_read_list (self, start, end, &none);
  for (guint i = first; i < self->parties->len; i++)
    {
      const YdParty *party = &g_array_index (self->parties, YdParty, i);

      if (party->odd || (!party->group && party->end - party->start < 3))
        {
          g_array_set_size (self->parties, first);
          return FALSE;
        }
    }

  return finish (self, first, sure, FALSE);
}
