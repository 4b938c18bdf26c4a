/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-name-private.h"

#define MAX_UNIT 30             /* characters of the name of one unit */

#define AT(words, start, end) _yd_word_at (text, start, end, words, G_N_ELEMENTS (words))
#define BEFORE(words, start, end) _yd_word_before (text, start, end, words, G_N_ELEMENTS (words))

/* Ends of names that the class of single characters does not have. */
static const YdWord unit_ends[] = {
  YD_WORD ("部门", 0), YD_WORD ("大学", 0), YD_WORD ("街道", 0), YD_WORD ("海关", 0),
  YD_WORD ("妇联", 0), YD_WORD ("残联", 0), YD_WORD ("文联", 0), YD_WORD ("工商联", 0),
  YD_WORD ("科协", 0), YD_WORD ("国企", 0), YD_WORD ("联盟", 0), YD_WORD ("中学", 0),
  YD_WORD ("小学", 0), YD_WORD ("专班", 0), YD_WORD ("各地", 0), YD_WORD ("国资", 0),
  YD_WORD ("机关", 0), YD_WORD ("纪委监委", 0), YD_WORD ("指挥部", 0), YD_WORD ("电网", 0),
};

/* A bank ends in 行, and so do these verbs. */
static const YdWord not_unit_ends[] = {
  YD_WORD ("执行", 0), YD_WORD ("推行", 0), YD_WORD ("试行", 0), YD_WORD ("施行", 0),
  YD_WORD ("运行", 0), YD_WORD ("进行", 0), YD_WORD ("实行", 0), YD_WORD ("履行", 0),
};

/* A 、 after the first is no separator if the second comes after it. */
static const YdWord joins_after[] = {
  YD_WORD ("各地区", 1), YD_WORD ("各部门", 2), YD_WORD ("各地", 1), YD_WORD ("各级", 2),
  YD_WORD ("各自治区", 0), YD_WORD ("自治区", 0), YD_WORD ("各县", 0), YD_WORD ("各市", 0),
  YD_WORD ("各区", 0), YD_WORD ("各省", 0), YD_WORD ("各州", 0), YD_WORD ("各乡", 0),
  YD_WORD ("各镇", 0), YD_WORD ("各有关部门", 2),
};

static const YdWord joined_places[] = {
  YD_WORD ("市直", 1), YD_WORD ("省直", 1), YD_WORD ("区直", 1), YD_WORD ("县直", 1),
  YD_WORD ("县", 0), YD_WORD ("市", 0), YD_WORD ("区", 0), YD_WORD ("自治", 0),
  YD_WORD ("直辖市", 0), YD_WORD ("镇", 0), YD_WORD ("乡", 0), YD_WORD ("街道", 0),
  YD_WORD ("旗", 0), YD_WORD ("州", 0),
};

static const YdWord joined_bodies[] = {
  YD_WORD ("各直属", 0), YD_WORD ("各单位", 0), YD_WORD ("各有关部门", 0),
  YD_WORD ("各有关单位", 0), YD_WORD ("各部门", 0), YD_WORD ("各相关部门", 0),
};

static const YdWord group_starts[] = {
  YD_WORD ("各", 0), YD_WORD ("有关", 0), YD_WORD ("相关", 0), YD_WORD ("其他", 0),
  YD_WORD ("试点", 0),
};

static const YdWord group_ends[] = {
  YD_WORD ("成员单位", 0), YD_WORD ("部门", 0), YD_WORD ("县市区", 0), YD_WORD ("高校", 0),
  YD_WORD ("国企", 0), YD_WORD ("单位", 0), YD_WORD ("(市、区)政府", 0), YD_WORD ("(市、区)", 0),
};

static const YdWord vague_parts[] = { YD_WORD ("有关", 0), YD_WORD ("相关", 0) };

/* What 等 may be followed by at the end of a list. */
static const YdWord open_ends[] = {
  YD_WORD ("部门", 0), YD_WORD ("单位", 0), YD_WORD ("地区", 0), YD_WORD ("机构", 0),
  YD_WORD ("政府", 0), YD_WORD ("乡镇", 0), YD_WORD ("企业", 0), YD_WORD ("国企", 0),
  YD_WORD ("街道", 0), YD_WORD ("方面", 0), YD_WORD ("(市、区)", 0), YD_WORD ("县市区", 0),
};

/* What no name begins with, though a heading may end in 部门协同 or 督办落实. */
static const YdWord verbs[] = {
  YD_WORD ("加强", 0), YD_WORD ("强化", 0), YD_WORD ("推进", 0), YD_WORD ("推动", 0),
  YD_WORD ("做好", 0), YD_WORD ("抓好", 0), YD_WORD ("鼓励", 0), YD_WORD ("建立", 0),
  YD_WORD ("完善", 0), YD_WORD ("健全", 0), YD_WORD ("开展", 0), YD_WORD ("落实", 0),
  YD_WORD ("明确", 0), YD_WORD ("深化", 0), YD_WORD ("提升", 0), YD_WORD ("优化", 0),
  YD_WORD ("坚持", 0), YD_WORD ("实行", 0), YD_WORD ("实施", 0), YD_WORD ("促进", 0),
  YD_WORD ("引导", 0), YD_WORD ("督促", 0), YD_WORD ("压实", 0), YD_WORD ("注重", 0),
  YD_WORD ("支持", 0), YD_WORD ("充分", 0), YD_WORD ("发挥", 0), YD_WORD ("动员", 0),
  YD_WORD ("积极", 0), YD_WORD ("大力", 0), YD_WORD ("吸引", 0), YD_WORD ("依托", 0),
  YD_WORD ("以下", 0), YD_WORD ("包括", 0), YD_WORD ("含", 0), YD_WORD ("如", 0),
  YD_WORD ("除", 0), YD_WORD ("其中", 0), YD_WORD ("详见", 0), YD_WORD ("原市", 0),
  YD_WORD ("带动", 0), YD_WORD ("组织志", 0), YD_WORD ("组织各", 0), YD_WORD ("组织有", 0),
  YD_WORD ("牵头单位", 0), YD_WORD ("责任单位", 0), YD_WORD ("配合单位", 0), YD_WORD ("本单位", 0),
};

static const YdWord leads_in[] = { YD_WORD ("由", 0), YD_WORD ("请", 0), YD_WORD ("以及", 0) };

static const YdWord links[] = { YD_WORD ("以及", 0), YD_WORD ("及", 0), YD_WORD ("和", 1) };

static const YdWord after_link[] = {
  YD_WORD ("各", 0), YD_WORD ("有关", 0), YD_WORD ("相关", 0), YD_WORD ("其他", 0),
  YD_WORD ("地方", 0), YD_WORD ("国务院", 0),
  YD_WORD ("省", 1), YD_WORD ("市", 1), YD_WORD ("区", 1), YD_WORD ("县", 1),
  YD_WORD ("州", 1), YD_WORD ("镇", 1),
};

/* Names that a list's 省, 市 or 区 is not meant for. */
static const YdWord own_places[] = {
  YD_WORD ("各", 0), YD_WORD ("有关", 0), YD_WORD ("相关", 0), YD_WORD ("其他", 0),
  YD_WORD ("人行", 0), YD_WORD ("人民银行", 0), YD_WORD ("中国", 0), YD_WORD ("国家", 0),
  YD_WORD ("中央", 0), YD_WORD ("国务院", 0), YD_WORD ("全国", 0), YD_WORD ("在", 0),
  YD_WORD ("北京", 0), YD_WORD ("天津", 0), YD_WORD ("上海", 0), YD_WORD ("重庆", 0),
  YD_WORD ("河北", 0), YD_WORD ("山西", 0), YD_WORD ("辽宁", 0), YD_WORD ("吉林", 0),
  YD_WORD ("黑龙江", 0), YD_WORD ("江苏", 0), YD_WORD ("浙江", 0), YD_WORD ("安徽", 0),
  YD_WORD ("福建", 0), YD_WORD ("江西", 0), YD_WORD ("山东", 0), YD_WORD ("河南", 0),
  YD_WORD ("湖北", 0), YD_WORD ("湖南", 0), YD_WORD ("广东", 0), YD_WORD ("海南", 0),
  YD_WORD ("四川", 0), YD_WORD ("贵州", 0), YD_WORD ("云南", 0), YD_WORD ("陕西", 0),
  YD_WORD ("甘肃", 0), YD_WORD ("青海", 0), YD_WORD ("内蒙古", 0), YD_WORD ("广西", 0),
  YD_WORD ("西藏", 0), YD_WORD ("宁夏", 0), YD_WORD ("新疆", 0), YD_WORD ("厦门", 0),
  YD_WORD ("平潭", 0), YD_WORD ("试点", 0), YD_WORD ("省级", 0), YD_WORD ("市级", 0),
  YD_WORD ("团", 0), YD_WORD ("国网", 0),
};

/* What belongs to the state, not to the place. */
static const YdWord state_bodies[] = {
  YD_WORD ("海关", 0), YD_WORD ("海事局", 0), YD_WORD ("证监局", 0), YD_WORD ("银监局", 0),
  YD_WORD ("保监局", 0), YD_WORD ("监管分局", 0), YD_WORD ("银监分局", 0), YD_WORD ("监管办", 0),
  YD_WORD ("支行", 0), YD_WORD ("分行", 0), YD_WORD ("分公司", 0), YD_WORD ("检验检疫局", 0),
  YD_WORD ("边检站", 0), YD_WORD ("银保监分局", 0),
};

/* 省, 市 and so on at the head of a name, but not 市场监管总局. */
static gboolean
is_level_at (const YdTape *text,
             guint         at)
{
  const char16_t c = text->chars[at];
  const char16_t next = text->chars[at + 1];

  return (c == u'省' || c == u'市' || c == u'区' || c == u'县' || c == u'州' || c == u'镇') &&
         next != u'场' && next != u'级' && next != u'域' && next != u'际';
}

static gboolean
is_level (char16_t c)
{
  return c == u'省' || c == u'市' || c == u'区' || c == u'县' || c == u'州' || c == u'镇';
}

/* Returns: @end without the brackets there: 省数据集团（筹） */
static guint
skip_bracket (const YdTape *text,
              guint         start,
              guint         end)
{
  guint depth = 0;
  guint i = end;

  if (end == start || text->chars[end - 1] != ')')
    return end;

  while (i > start)
    {
      i--;
      if (text->chars[i] == ')')
        depth++;
      else if (text->chars[i] == '(' && --depth == 0)
        return i > start ? i : end;
    }

  return end;
}

/* Whether the text between looks like the name of a unit or of a group. */
gboolean
_yd_name_is_unit (const YdTape *text,
                  guint         start,
                  guint         end)
{
  const guint bare = skip_bracket (text, start, end);
  const guint n = bare - start;

  if (n < 2 || end - start > MAX_UNIT)
    return FALSE;

  if (_yd_tape_find (text, start, end, YD_CLASS_ODD) < end ||
      (text->chars[bare - 1] == u'行' && BEFORE (not_unit_ends, start, bare) != NULL))
    return FALSE;

  if (_yd_tape_is (text, bare - 1, YD_CLASS_NAME_END) && (n > 2 || text->chars[start] == u'各'))
    return TRUE;

  return ((n > 2 || text->chars[start] == u'各') && BEFORE (unit_ends, start, bare) != NULL) ||
         (end > bare && text->chars[end - 2] == u'区' && text->chars[bare - 1] == u'县');
}

/* Whether the 、 at @at belongs to a name: 各市、县（市、区）政府. */
static gboolean
is_joined (const YdTape *text,
           guint         start,
           guint         at,
           guint         end)
{
  static const YdWord departments[] = { YD_WORD ("有关部门", 0), YD_WORD ("相关部门", 0) };
  static const YdWord units[] = { YD_WORD ("单位", 0) };
  const YdWord *first;
  const YdWord *next;

  if (!_yd_tape_is (text, at - 1, YD_CLASS_JOIN_END))
    return FALSE;

  if (AT (units, at + 1, end) != NULL && BEFORE (departments, start, at) != NULL)
    return TRUE;                        /* 省有关部门、单位 */

  first = BEFORE (joins_after, start, at);
  if (first == NULL)
    {
      const gboolean goes_on = text->chars[start] == u'各' && at - start < MAX_UNIT &&
                               (text->chars[at - 1] == u'县' || text->chars[at - 1] == u'市');

      if (!goes_on)
        return FALSE;
    }

  if (AT (joined_bodies, at + 1, end) != NULL)
    return first != NULL && first->value > 0;

  if (first != NULL && first->value > 0)
    return FALSE;

  next = AT (joined_places, at + 1, end);

  return next != NULL && next->value == 0;
}

static void
add_party (const YdTape *text,
           GArray       *parties,
           guint         start,
           guint         end)
{
  YdParty party = { 0 };
  const YdWord *group = _yd_tape_is (text, start, YD_CLASS_GROUP)
                        ? AT (group_starts, start, end) : NULL;

  party.start = start;
  party.end = end;
  party.odd = !_yd_name_is_unit (text, start, end) ||
              (_yd_tape_is (text, start, YD_CLASS_VERB) && AT (verbs, start, end) != NULL);
  party.group = group != NULL || (_yd_tape_is (text, end - 1, YD_CLASS_GROUP_END) &&
                                  BEFORE (group_ends, start, end) != NULL);

  for (guint i = start + 1; i < end && !party.group; i++)
    party.group = text->chars[i] == u'各';

  for (guint i = start; i < end && party.group && !party.vague; i++)
    party.vague = AT (vague_parts, i, end) != NULL;

  g_array_append_val (parties, party);
}

/* Cuts 等有关部门 off the last name of a list. */
static guint
cut_open_end (const YdTape *text,
              guint         start,
              guint         end)
{
  for (guint i = start + 2; i < end; i++)
    if (text->chars[i] == u'等' && text->chars[i - 1] != u'高' && text->chars[i - 1] != u'中' &&
        (i + 1 == end || BEFORE (open_ends, i + 1, end) != NULL))
      return i;

  return end;
}

/* Whether another name begins at @at: 省财政厅省国税局, 区公安局各乡镇, but not 市政府各部门. */
static gboolean
is_glued (const YdTape *text,
          guint         start,
          guint         at)
{
  const char16_t before = text->chars[at - 1];

  if (text->chars[at] == u'各')
    return before == u'局' || before == u'办' || before == u'室' || before == u'厅' ||
           before == u'部';

  return text->chars[at] == text->chars[start] && is_level (text->chars[at]) &&
         _yd_tape_is (text, at - 1, YD_CLASS_NAME_END) && !is_level (before);
}

/* One name, or several where a table cell lost its line ends: 省财政厅省国税局. */
static void
read_piece (const YdTape *text,
            guint         start,
            guint         end,
            GArray       *parties)
{
  const YdWord *lead_in;
  guint cut;

  start = _yd_tape_trim_left (text, start, end);
  end = _yd_tape_trim_right (text, start, end);
  lead_in = start < end && _yd_tape_is (text, start, YD_CLASS_GROUP)
            ? AT (leads_in, start, end) : NULL;
  if (lead_in != NULL)
    start += lead_in->n;

  for (guint i = start + 1; i + 2 < end; i++)
    if (text->chars[i] == u'由' && text->chars[i - 1] != u'自')
      start = i + 1;                    /* 具体工作由市财政局 */

  cut = cut_open_end (text, start, end);

  for (guint i = start + 3; i + 2 < cut; i++)
    if (is_glued (text, start, i))
      {
        add_party (text, parties, start, i);
        start = i;
        i += 2;
      }

  if (cut <= start)
    return;

  add_party (text, parties, start, cut);
  g_array_index (parties, YdParty, parties->len - 1).open = cut < end;
}

/* 人力资源社会保障部和财政部 are two, 工业和信息化部 is one: an office ends like these. */
static gboolean
is_office (const YdTape *text,
           guint         start,
           guint         end)
{
  static const char16_t ends[] = u"部委局厅办署府院会";

  for (const char16_t *c = ends; *c != 0; c++)
    if (text->chars[end - 1] == *c)
      return end - start > 2 && _yd_name_is_unit (text, start, end);

  return FALSE;
}

static guint
find_joint (const YdTape *text,
            guint         start,
            guint         end)
{
  while (start < end && text->chars[start] != u'、')
    start++;

  return start;
}

/* Whether a name ends before the 及 or 和 at @at. Many names have one inside. */
static const YdWord *
find_link (const YdTape *text,
           guint         start,
           guint         at,
           guint         end)
{
  const YdWord *link = AT (links, at, end);
  const YdWord *next;

  if (link == NULL || at - start < 2)
    return NULL;

  if (is_office (text, start, at) &&
      is_office (text, at + link->n, find_joint (text, at + link->n, end)))
    return link;

  next = AT (after_link, at + link->n, end);
  if (next == NULL || next->value > (link->value == 0 ? 1 : 0) ||
      !_yd_name_is_unit (text, start, at))
    return NULL;

  return link;
}

/* Splits a list of names and appends them, without roles, to @parties. */
void
_yd_names_read (const YdTape *text,
                guint         start,
                guint         end,
                GArray       *parties)
{
  const YdClass stops = YD_CLASS_BRACKET | YD_CLASS_JOINT | YD_CLASS_BLANK;
  guint piece = start;
  guint depth = 0;

  for (guint i = _yd_tape_find (text, start, end, stops); i < end;
       i = _yd_tape_find (text, i + 1, end, stops))
    {
      const char16_t c = text->chars[i];
      const YdWord *link;

      if (c == '(')
        depth++;
      else if (c == ')' && depth > 0)
        depth--;
      else if (depth > 0)
        continue;
      else if (c == u'、' && i > piece && !is_joined (text, piece, i, end))
        {
          read_piece (text, piece, i, parties);
          piece = i + 1;
        }
      else if (_yd_tape_is (text, i, YD_CLASS_BLANK))
        {
          const guint next = _yd_tape_trim_left (text, i, end);

          if (i > piece && next < end && _yd_name_is_unit (text, piece, i) &&
              (is_level (text->chars[next]) || text->chars[next] == u'各'))
            {
              read_piece (text, piece, i, parties);
              piece = next;
            }
          i = next - 1;
        }
      else if (c != ')' && c != u'、' && i > piece &&
               (link = find_link (text, piece, i, end)) != NULL)
        {
          read_piece (text, piece, i, parties);
          piece = i + link->n;
          i = piece - 1;
        }
    }

  read_piece (text, piece, end, parties);
}

static gboolean
is_place (const YdTape  *text,
          const YdParty *party)
{
  const char16_t last = text->chars[party->end - 1];

  return party->end - party->start <= 8 && party->end - party->start >= 3 &&
         (last == u'市' || last == u'县' || last == u'区' || last == u'镇' || last == u'乡') &&
         text->chars[party->start] != u'各';
}

/* 杭州市、宁波市、湖州市人民政府: what the last one has is meant for all. */
static void
fill_suffix (const YdTape *text,
             GArray       *parties,
             guint         first)
{
  static const YdWord ends[] = { YD_WORD ("人民政府", 0), YD_WORD ("政府", 0) };
  guint start = 0;
  guint end = 0;

  for (guint i = parties->len; i > first; i--)
    {
      YdParty *party = &g_array_index (parties, YdParty, i - 1);
      const YdWord *suffix = BEFORE (ends, party->start, party->end);

      if (suffix != NULL)
        {
          end = party->end;
          start = end - suffix->n;
        }
      else if (end > 0 && is_place (text, party))
        {
          party->suffix_start = start;
          party->suffix_end = end;
        }
      else
        end = 0;
    }
}

/* Whether a name has a place of its own in it, as 泉州市人民政府 and 国网福建省电力公司
 * have: a list's 省 is not meant for it. 城市管理局 has none.
 */
static gboolean
has_place (const YdTape  *text,
           const YdParty *party)
{
  for (guint i = party->start + 1; i + 1 < party->end; i++)
    switch (text->chars[i])
      {
      case u'省': case u'县': case u'州':
        return TRUE;

      case u'市': case u'区':
        if (i > party->start + 1 &&
            text->chars[i - 1] != u'城' && text->chars[i - 1] != u'社' &&
            text->chars[i + 1] != u'场' && text->chars[i + 1] != u'域')
          return TRUE;
        break;

      default:
        break;
      }

  return FALSE;
}

/* Completes the names of one clause, from @first on: 省工信厅、财政厅 are both 省. */
void
_yd_names_fill (const YdTape *text,
                GArray       *parties,
                guint         first)
{
  char16_t prefix = 0;

  for (guint i = first; i < parties->len; i++)
    {
      YdParty *party = &g_array_index (parties, YdParty, i);

      if (is_level_at (text, party->start))
        prefix = text->chars[party->start];
      else if (prefix != 0 && !party->group &&
               !has_place (text, party) && !is_place (text, party) &&
               _yd_tape_is (text, party->end - 1, YD_CLASS_NAME_END) &&
               AT (own_places, party->start, party->end) == NULL &&
               BEFORE (state_bodies, party->start, party->end) == NULL)
        party->prefix = prefix;
    }

  fill_suffix (text, parties, first);
}

/* Returns: @name with what the paper left out, owned by @outline */
const char *
_yd_name_full (const YdTape  *text,
               YdOutline     *outline,
               const YdParty *party,
               const char    *name)
{
  g_autoptr(GString) full = NULL;

  if (party->prefix == 0 && party->suffix_end == 0)
    return name;

  full = g_string_new (NULL);
  if (party->prefix != 0)
    g_string_append_unichar (full, party->prefix);
  g_string_append (full, name);
  if (party->suffix_end > 0)
    g_string_append (full, _yd_tape_intern (text, outline, party->suffix_start, party->suffix_end));

  return _yd_outline_intern (outline, full->str);
}
