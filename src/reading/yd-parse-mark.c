/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-mark-private.h"

#define MAX_DIGITS 3            /* 2026. is a year */
#define MAX_NUMERALS 5          /* 一百二十三 */
#define MAX_LABEL 8             /* characters of 路径举措 */

static guint
get_numeral (char16_t c)
{
  static const char16_t digits[] = u"零一二三四五六七八九";

  for (guint i = 0; i < 10; i++)
    if (digits[i] == c)
      return i;

  return c == u'两' ? 2 : 0;
}

static guint
read_numerals (const YdTape *text,
               guint         at,
               guint         end,
               guint        *number)
{
  const guint limit = MIN (end, at + MAX_NUMERALS);
  guint sum = 0;
  guint digit = 0;
  guint i = at;

  for (; i < limit && (_yd_tape_is (text, i, YD_CLASS_NUMERAL) || text->chars[i] == u'两'); i++)
    {
      const char16_t c = text->chars[i];

      if (c == u'十' || c == u'百')
        {
          sum += MAX (digit, 1) * (c == u'十' ? 10 : 100);
          digit = 0;
        }
      else
        digit = digit * 10 + get_numeral (c);
    }

  *number = sum + digit;

  return i - at;
}

/* Reads a number in digits or in numerals.
 *
 * Returns: how many characters it has, 0 where there is none
 */
guint
_yd_number_read (const YdTape *text,
                 guint         at,
                 guint         end,
                 guint        *number)
{
  const guint limit = MIN (end, at + 9);
  guint i = at;

  *number = 0;
  for (; i < limit && _yd_tape_is (text, i, YD_CLASS_DIGIT); i++)
    *number = *number * 10 + (text->chars[i] - '0');

  return i > at ? i - at : read_numerals (text, at, end, number);
}

static gboolean
finish (YdMark      *mark,
        YdMarkStyle  style,
        guint        start,
        guint        label_end,
        guint        end)
{
  mark->style = style;
  mark->start = start;
  mark->label_end = label_end;
  mark->end = end;

  return TRUE;
}

/* （一）, (1): the shapes of the two brackets may differ. */
static gboolean
read_bracket (const YdTape *text,
              guint         at,
              guint         end,
              YdMark       *mark)
{
  const guint inner = _yd_tape_trim_left (text, at + 1, MIN (end, at + 3));
  const guint n = _yd_number_read (text, inner, end, &mark->number);
  const guint close = _yd_tape_trim_left (text, inner + n, MIN (end, inner + n + 2));

  if (n == 0 || n > MAX_NUMERALS || mark->number == 0 ||
      close >= end || text->chars[close] != ')')
    return FALSE;

  if (_yd_tape_is (text, inner, YD_CLASS_DIGIT))
    return n <= 2 && finish (mark, YD_MARK_DIGIT_BRACKET, at, close + 1, close + 1);

  return finish (mark, YD_MARK_HAN_BRACKET, at, close + 1, close + 1);
}

/* Whether a date begins at @at: 1.2018年底前完成 is an item, 1.5 is none. */
static gboolean
is_date (const YdTape *text,
         guint         at,
         guint         end)
{
  guint number;
  const guint n = _yd_number_read (text, at, end, &number);

  return at + n < end && ((n == 4 && text->chars[at + n] == u'年') ||
                          (n <= 2 && text->chars[at + n] == u'月'));
}

/* 1. and 1、 and 1), but not the first half of 2.0. */
static gboolean
read_digits (const YdTape *text,
             guint         at,
             guint         end,
             YdMark       *mark)
{
  const guint n = _yd_number_read (text, at, end, &mark->number);
  guint after = at + n;
  char16_t c;

  if (n > MAX_DIGITS || mark->number == 0 || after >= end)
    return FALSE;

  if (_yd_tape_is (text, after, YD_CLASS_BLANK) && after + 1 < end &&
      (text->chars[after + 1] == '.' || text->chars[after + 1] == u'、'))
    after++;                            /* 1 ．甲 */

  c = text->chars[after];
  if (c == ')')
    return n <= 2 && finish (mark, YD_MARK_DIGIT_HALF, at, after + 1, after + 1);

  if ((c != '.' && c != u'、') ||
      (after + 1 < end && _yd_tape_is (text, after + 1, YD_CLASS_DIGIT) &&
       !is_date (text, after + 1, end)))
    return FALSE;

  return finish (mark, YD_MARK_DIGIT, at, at + n, after + 1);
}

/* 3.5G网络, 11.3-6月份开展: a number with a digit behind its point, which may as well be
 * a decimal. 2.0平台 and 5.6万人 are.
 *
 * Returns: whether it may be a mark; whether it goes on from one before is not looked at
 */
gboolean
_yd_mark_read_point (const YdTape *text,
                     guint         at,
                     guint         end,
                     YdMark       *mark)
{
  static const char16_t measures[] = u"万亿%倍个元亩公平米度分";
  const guint n = _yd_number_read (text, at, end, &mark->number);
  const guint after = at + n;
  guint rest;

  if (n == 0 || n > 2 || after + 2 >= end || text->chars[after] != '.' ||
      !_yd_tape_is (text, after + 1, YD_CLASS_DIGIT) || text->chars[after + 1] == '0')
    return FALSE;

  rest = _yd_tape_find_not_digit (text, after + 1, end);
  for (const char16_t *c = measures; *c != 0; c++)
    if (rest == end || text->chars[rest] == *c)
      return FALSE;

  return finish (mark, YD_MARK_DIGIT, at, after, after + 1);
}

static gboolean
read_numeral_mark (const YdTape *text,
                   guint         at,
                   guint         end,
                   YdMark       *mark)
{
  const guint n = read_numerals (text, at, end, &mark->number);
  guint after = at + n;
  guint following;
  guint next;

  if (n > 0 && after + 1 < end && _yd_tape_is (text, after, YD_CLASS_BLANK) &&
      text->chars[after + 1] == u'、')
    after++;                            /* 二 、甲 */

  if (n == 0 || mark->number == 0 || after >= end ||
      (text->chars[after] != u'、' && text->chars[after] != '.'))
    return FALSE;

  next = read_numerals (text, after + 1, end, &following);
  if (next > 0 && after + 1 + next < end && following == mark->number + 1 &&
      (text->chars[after + 1 + next] == u'、' || text->chars[after + 1 + next] == u'级' ||
       text->chars[after + 1 + next] == u'类'))
    return FALSE;                       /* 一、二、三产业, 一、二级医院 */

  return finish (mark, YD_MARK_HAN, at, at + n, after + 1);
}

/* One character that is a whole mark. */
static gboolean
read_single (const YdTape *text,
             guint         at,
             YdMark       *mark)
{
  static const struct
  {
    char16_t    first;
    char16_t    last;
    YdMarkStyle style;
  } ranges[] = {
    { u'①', u'⑳', YD_MARK_CIRCLE },
    { u'⑴', u'⒇', YD_MARK_DIGIT_BRACKET },
    { u'⒈', u'⒛', YD_MARK_DIGIT },
    { u'㈠', u'㈩', YD_MARK_HAN_BRACKET },
  };
  const char16_t c = text->chars[at];

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (c >= ranges[i].first && c <= ranges[i].last)
      {
        mark->number = c - ranges[i].first + 1;
        return finish (mark, ranges[i].style, at, at + 1, at + 1);
      }

  return FALSE;
}

static gboolean
read_any (const YdTape *text,
          guint         at,
          guint         end,
          YdMark       *mark)
{
  if (text->chars[at] == '(')
    return read_bracket (text, at, end, mark);

  if (_yd_tape_is (text, at, YD_CLASS_DIGIT))
    return read_digits (text, at, end, mark);

  if (_yd_tape_is (text, at, YD_CLASS_NUMERAL))
    return read_numeral_mark (text, at, end, mark);

  return read_single (text, at, mark);
}

/* Reads the number mark at @at, which may stand anywhere in a line.
 *
 * Returns: whether there is one
 */
gboolean
_yd_mark_read (const YdTape *text,
               guint         at,
               guint         end,
               YdMark       *mark)
{
  if (at >= end || !_yd_tape_is (text, at, YD_CLASS_MARK) || !read_any (text, at, end, mark))
    return FALSE;

  if (mark->end < end && text->chars[mark->end] == u'、')
    mark->end++;                        /* （一）、甲 */
  else if (mark->end + 1 < end && mark->style != YD_MARK_DIGIT && text->chars[mark->end] == '.' &&
           !_yd_tape_is (text, mark->end + 1, YD_CLASS_DIGIT))
    mark->end++;                        /* (2).甲 */

  return TRUE;
}

/* 第一章 总则, 第一部分 概况, 第一条 为了…: a blank must follow, “第一条线路” is text. */
static gboolean
read_article (const YdTape *text,
              guint         at,
              guint         end,
              YdMark       *mark)
{
  const guint n = _yd_number_read (text, at + 1, end, &mark->number);
  const guint unit = at + 1 + n;

  if (n > 0 && unit + 2 < end && text->chars[unit] == u'部' && text->chars[unit + 1] == u'分' &&
      _yd_tape_is (text, unit + 2, YD_CLASS_BLANK))
    return finish (mark, YD_MARK_PART, at, unit + 2, unit + 2);

  if (n == 0 || unit + 1 >= end || !_yd_tape_is (text, unit + 1, YD_CLASS_BLANK))
    return FALSE;

  if (text->chars[unit] == u'条')
    return finish (mark, YD_MARK_ARTICLE, at, unit + 1, unit + 1);

  return (text->chars[unit] == u'章' || text->chars[unit] == u'节' ||
          text->chars[unit] == u'篇') &&
         finish (mark, YD_MARK_PART, at, unit + 1, unit + 1);
}

/* What is numbered in a paper but is none of its points. */
static const YdWord no_labels[] = {
  YD_WORD ("图", 0), YD_WORD ("表", 0), YD_WORD ("专栏", 0), YD_WORD ("注", 0), YD_WORD ("联系", 0),
  YD_WORD ("电话", 0), YD_WORD ("案例", 0), YD_WORD ("公式", 0), YD_WORD ("附", 0),
};

/* 赛道一：, 路径举措1：: a word of Chinese characters, its number and a colon. */
static gboolean
read_label (const YdTape *text,
            guint         at,
            guint         end,
            YdMark       *mark)
{
  const guint limit = MIN (end, at + MAX_LABEL + MAX_NUMERALS + 1);
  guint colon = at;
  guint number = 0;

  while (colon < limit && text->chars[colon] != ':' && text->chars[colon] != '\n' &&
         !_yd_tape_is (text, colon, YD_CLASS_STOP | YD_CLASS_COMMA | YD_CLASS_BRACKET |
                                    YD_CLASS_BLANK))
    colon++;

  if (colon >= limit || text->chars[colon] != ':')
    return FALSE;

  if (_yd_word_at (text, at, end, no_labels, G_N_ELEMENTS (no_labels)) != NULL)
    return FALSE;

  for (guint i = at + 2; i < colon && number == 0; i++)
    if (_yd_number_read (text, i, colon, &mark->number) == colon - i)
      number = i;

  if (number == 0 || mark->number == 0)
    return FALSE;

  return finish (mark,
                 _yd_tape_is (text, number, YD_CLASS_DIGIT) ? YD_MARK_DIGIT_LABEL
                                                            : YD_MARK_HAN_LABEL,
                 at, colon, colon + 1);
}

/* 附件, 附件1, 附表二：…: the heading of an annex, not the list of annexes. */
static gboolean
read_annex (const YdTape *text,
            guint         at,
            guint         end,
            YdMark       *mark)
{
  guint after = at + 2;
  guint n;

  if (after > end || (text->chars[at + 1] != u'件' && text->chars[at + 1] != u'表' &&
                      text->chars[at + 1] != u'录'))
    return FALSE;

  after = _yd_tape_trim_left (text, after, end);
  n = _yd_number_read (text, after, end, &mark->number);
  if (n == 0)
    mark->number = 1;
  after += n;

  if (after < end && (text->chars[after] == '.' || text->chars[after] == u'、' ||
                      (text->chars[after] == ':' && n == 0) ||
                      (n == 0 && end - at > 2) || end - after > 40))
    return FALSE;

  return finish (mark, YD_MARK_ANNEX, at, after,
                 after < end && text->chars[after] == ':' ? after + 1 : after);
}

/* Reads the mark of a line that begins at @at: some only count there. */
gboolean
_yd_mark_read_line (const YdTape *text,
                    guint         at,
                    guint         end,
                    YdMark       *mark)
{
  if (at >= end)
    return FALSE;

  if (_yd_mark_read (text, at, end, mark))
    return TRUE;

  if (text->chars[at] == u'第')
    return read_article (text, at, end, mark);

  if (text->chars[at] == u'附')
    return read_annex (text, at, end, mark);

  return read_label (text, at, end, mark);
}

/* ⑴ is shown as (1), ⒈ as 1 and ㈠ as (一); ① stays. */
static gsize
decompose (char16_t  c,
           gunichar *parts,
           gsize     n)
{
  if (c >= u'⑴' && c <= u'㈩' && (c <= u'⒛' || c >= u'㈠'))
    return g_unichar_fully_decompose (c, TRUE, parts, n);

  parts[0] = c == '/' ? u'／' : c;      /* / is what joins the path */

  return 1;
}

/* Returns: what the path shows for the mark, in half-width characters */
const char *
_yd_mark_label (const YdTape *text,
                YdOutline    *outline,
                const YdMark *mark)
{
  char label[(MAX_LABEL + 16) * 6];
  gsize len = 0;

  for (guint i = mark->start; i < mark->label_end && len + 24 < sizeof label; i++)
    {
      gunichar parts[8];
      const gsize n = decompose (text->chars[i], parts, G_N_ELEMENTS (parts));

      for (gsize k = 0; k < n; k++)
        if (!_yd_tape_is (text, i, YD_CLASS_BLANK) && parts[k] != '.')
          len += g_unichar_to_utf8 (parts[k], label + len);
    }

  return _yd_outline_intern_len (outline, label, len);
}

YdOutlineKind
_yd_mark_kind (YdMarkStyle style)
{
  if (style <= YD_MARK_HAN)
    return style == YD_MARK_ARTICLE ? YD_OUTLINE_ITEM : YD_OUTLINE_CHAPTER;

  return style <= YD_MARK_HAN_LABEL ? YD_OUTLINE_SECTION : YD_OUTLINE_ITEM;
}
