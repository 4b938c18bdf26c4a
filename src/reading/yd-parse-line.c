/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-line-private.h"

#include "yd-parse-date-private.h"

#define MAX_TITLE 60
#define MAX_NUMBER 40
#define MAX_LINE 400

#define AT(words, start, end) _yd_word_at (text, start, end, words, G_N_ELEMENTS (words))
#define BEFORE(words, start, end) _yd_word_before (text, start, end, words, G_N_ELEMENTS (words))

static const YdWord note_words[] = {
  YD_WORD ("公开", 0), YD_WORD ("稿)", 0), YD_WORD ("修改", 0), YD_WORD ("试行", 0),
  YD_WORD ("草案", 0), YD_WORD ("暂行", 0), YD_WORD ("公布", 0), YD_WORD ("印发", 0),
};

static const YdWord cover_words[] = {
  YD_WORD ("印发给你们", 0), YD_WORD ("现印发", 0), YD_WORD ("现予印发", 0),
  YD_WORD ("转发给你们", 0), YD_WORD ("现转发", 0), YD_WORD ("现予公布", 0),
};

static const YdWord copies_words[] = {
  YD_WORD ("抄送", 0), YD_WORD ("抄报", 0), YD_WORD ("主送", 0), YD_WORD ("分送", 0),
};

static const YdWord annex_words[] = { YD_WORD ("附件:", 0), YD_WORD ("附:", 0) };

static const YdWord addressee_starts[] = {
  YD_WORD ("各", 0), YD_WORD ("省", 0), YD_WORD ("市", 0), YD_WORD ("区", 0), YD_WORD ("县", 0),
  YD_WORD ("国务院", 0), YD_WORD ("有关", 0), YD_WORD ("机关各", 0), YD_WORD ("局", 0),
};

static const YdWord not_addressee[] = {
  YD_WORD ("如下:", 0), YD_WORD ("以下:", 0), YD_WORD ("意见:", 0), YD_WORD ("是:", 0),
};

static const YdWord noise_starts[] = {
  YD_WORD ("当前位置", 0), YD_WORD ("打印", 0), YD_WORD ("关闭", 0), YD_WORD ("来源:", 0),
  YD_WORD ("信息来源", 0), YD_WORD ("附件下载", 0), YD_WORD ("分享到", 0), YD_WORD ("扫一扫", 0),
  YD_WORD ("H5解读", 0), YD_WORD ("字体", 0), YD_WORD ("字号", 0), YD_WORD ("浏览", 0),
  YD_WORD ("责任编辑", 0), YD_WORD ("上一篇", 0), YD_WORD ("下一篇", 0), YD_WORD ("微信", 0),
  YD_WORD ("相关解读", 0), YD_WORD ("政策解读", 0), YD_WORD ("图解", 0), YD_WORD ("http", 0),
};

static gboolean
has_word (const YdTape *text,
          guint         start,
          guint         end,
          const YdWord *words,
          guint         n)
{
  for (guint i = 0; i < n; i++)
    if (_yd_word_find (text, start, end, &words[i]) < end)
      return TRUE;

  return FALSE;
}

#define HAS(words) has_word (text, start, end, words, G_N_ELEMENTS (words))

/* Finds 荆政办发〔2017〕24号 in the text between; its issuer's short name is in front.
 *
 * Returns: where its bracket opens, or @end
 */
guint
_yd_number_find (const YdTape *text,
                 guint         start,
                 guint         end,
                 guint        *after)
{
  for (guint i = start; i + 8 <= end; i++)
    {
      guint k;

      if (text->chars[i] != '(' || text->chars[i + 5] != ')' ||
          _yd_tape_find_not_digit (text, i + 1, i + 5) != i + 5)
        continue;

      k = _yd_tape_trim_left (text, i + 6, end);
      if (k < end && text->chars[k] == u'第')
        k++;
      if (_yd_tape_find_not_digit (text, k, end) > k)
        {
          k = _yd_tape_trim_left (text, _yd_tape_find_not_digit (text, k, end), end);
          if (k < end && text->chars[k] == u'号')
            {
              *after = k + 1;
              return i;
            }
        }
    }

  return end;
}

/* — 3 —, 第3页 */
static gboolean
is_page_number (const YdTape *text,
                guint         start,
                guint         end)
{
  gboolean digit = FALSE;

  for (guint i = start; i < end; i++)
    {
      const char16_t c = text->chars[i];

      if (_yd_tape_is (text, i, YD_CLASS_DIGIT))
        digit = TRUE;
      else if (c != '-' && c != u'—' && c != u'–' && c != u'第' && c != u'页' && c != '/' &&
               !_yd_tape_is (text, i, YD_CLASS_BLANK))
        return FALSE;
    }

  return digit && end - start <= 12;
}

static gboolean
is_rule (const YdTape *text,
         guint         start,
         guint         end)
{
  for (guint i = start + 1; i < end; i++)
    if (text->chars[i] != text->chars[start])
      return FALSE;

  return end - start >= 5;
}

static gboolean
is_title (const YdTape *text,
          guint         start,
          guint         end)
{
  if (end - start > MAX_TITLE || end - start < 2 || text->chars[end - 1] == ':' ||
      text->chars[end - 1] == u'、')
    return FALSE;

  for (guint i = start; i < end; i++)
    if (text->chars[i] == u'。' || text->chars[i] == ';')
      return FALSE;

  return !_yd_tape_is (text, end - 1, YD_CLASS_COMMA | YD_CLASS_STOP);
}

/* Says what a line is by its look. Only short lines are looked at closely. */
YdLineKind
_yd_line_kind (const YdTape *text,
               guint         start,
               guint         end)
{
  const guint n = end - start;
  YdDate date;
  guint after;

  if (n == 0 || n > MAX_LINE)
    return n > 0 ? YD_LINE_TEXT : YD_LINE_NOISE;

  if (AT (copies_words, start, end) != NULL)
    return YD_LINE_COPIES;

  if (AT (annex_words, start, end) != NULL)
    return YD_LINE_ANNEXES;

  if (text->chars[end - 1] == ':')
    return AT (addressee_starts, start, end) != NULL && BEFORE (not_addressee, start, end) == NULL
           ? YD_LINE_ADDRESSEE : YD_LINE_TEXT;

  if (n <= MAX_NUMBER && _yd_number_find (text, start, end, &after) < end && after == end)
    return YD_LINE_NUMBER;

  if (_yd_day_read (text, start, end, &date) == end)
    return YD_LINE_DATE;

  if (n >= 2 && n <= MAX_TITLE &&
      text->chars[end - 1] == u'发' && text->chars[end - 2] == u'印')
    return YD_LINE_IMPRINT;

  if (n <= MAX_TITLE && text->chars[start] == '(' && text->chars[end - 1] == ')' &&
      HAS (note_words))
    return YD_LINE_NOTE;

  if (HAS (cover_words))
    return YD_LINE_COVER;

  if (n <= MAX_TITLE && AT (noise_starts, start, end) != NULL)
    return YD_LINE_NOISE;

  if (is_page_number (text, start, end) || is_rule (text, start, end))
    return YD_LINE_RULE;

  return is_title (text, start, end) ? YD_LINE_TITLE : YD_LINE_TEXT;
}
