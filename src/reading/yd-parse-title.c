/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-title-private.h"

#define MAX_TITLE 40            /* of a first sentence; a longer one is text */
#define MAX_HEADING 60          /* of a line that has no sentence */
#define MAX_LABEL 20            /* before a colon */
#define MAX_SUBJECT 30

#define AT(words, start, end) _yd_word_at (text, start, end, words, G_N_ELEMENTS (words))
#define BEFORE(words, start, end) _yd_word_before (text, start, end, words, G_N_ELEMENTS (words))

/* Headings that nearly every paper has: where a line lost its end, the text goes
 * on right behind them.
 */
static const YdWord stock_headings[] = {
  YD_WORD ("总体要求", 0), YD_WORD ("总体思路", 0), YD_WORD ("总体目标", 0), YD_WORD ("指导思想", 0),
  YD_WORD ("基本原则", 0), YD_WORD ("工作原则", 0), YD_WORD ("工作目标", 0), YD_WORD ("主要目标", 0),
  YD_WORD ("目标任务", 0), YD_WORD ("发展目标", 0), YD_WORD ("工作要求", 0), YD_WORD ("工作任务", 0),
  YD_WORD ("重点任务", 0), YD_WORD ("主要任务", 0), YD_WORD ("保障措施", 0), YD_WORD ("组织保障", 0),
  YD_WORD ("试点范围", 0), YD_WORD ("试点任务", 0), YD_WORD ("实施范围", 0), YD_WORD ("工作范围", 0),
  YD_WORD ("时间安排", 0), YD_WORD ("工作安排", 0), YD_WORD ("进度安排", 0), YD_WORD ("工作重点", 0),
  YD_WORD ("工作措施", 0), YD_WORD ("主要措施", 0), YD_WORD ("工作内容", 0), YD_WORD ("主要内容", 0),
  YD_WORD ("组织机构", 0), YD_WORD ("工作机制", 0), YD_WORD ("有关要求", 0), YD_WORD ("职责分工", 0),
  YD_WORD ("组织领导", 0), YD_WORD ("实施步骤", 0), YD_WORD ("工作步骤", 0), YD_WORD ("组织实施", 0),
};

/* What the text behind such a heading begins with. */
static const YdWord text_openings[] = {
  YD_WORD ("坚持", 0), YD_WORD ("以", 0), YD_WORD ("深入", 0), YD_WORD ("全面", 0),
  YD_WORD ("认真", 0), YD_WORD ("按照", 0), YD_WORD ("根据", 0), YD_WORD ("为", 0),
  YD_WORD ("到", 0), YD_WORD ("紧紧", 0), YD_WORD ("围绕", 0), YD_WORD ("通过", 0),
  YD_WORD ("成立", 0), YD_WORD ("各", 0), YD_WORD ("力争", 0), YD_WORD ("贯彻", 0),
  YD_WORD ("建立", 0), YD_WORD ("省", 0), YD_WORD ("市", 0), YD_WORD ("区", 0), YD_WORD ("县", 0),
};

/* What a heading is followed by, before a colon, when the line has more. */
static const YdWord sub_headings[] = {
  YD_WORD ("治理指标", 0), YD_WORD ("治理目标", 0), YD_WORD ("工作指标", 0), YD_WORD ("工作目标", 0),
  YD_WORD ("工作任务", 0), YD_WORD ("主要任务", 0), YD_WORD ("重点任务", 0), YD_WORD ("工作措施", 0),
  YD_WORD ("主要措施", 0), YD_WORD ("具体措施", 0), YD_WORD ("工作内容", 0), YD_WORD ("主要内容", 0),
};

/* The verbs that make a unit the subject of a duty. */
static const YdWord duty_verbs[] = {
  YD_WORD ("要", 0), YD_WORD ("应当", 0), YD_WORD ("应", 0), YD_WORD ("须", 0), YD_WORD ("必须", 0),
};

/* Openings that say nothing about what is to be done. */
static const YdWord stock_openings[] = {
  YD_WORD ("结合", 0), YD_WORD ("按照", 0), YD_WORD ("根据", 0), YD_WORD ("高度重视", 0),
  YD_WORD ("充分认识", 0), YD_WORD ("提高认识", 0), YD_WORD ("切实加强", 0),
};

/* Returns: the first end of a sentence, or @end */
static guint
find_sentence_end (const YdTape *text,
                   guint         start,
                   guint         end)
{
  const YdClass ends = YD_CLASS_STOP | YD_CLASS_LINE_END;

  start = _yd_tape_find (text, start, end, ends);
  while (start < end && text->chars[start] == ';')
    start = _yd_tape_find (text, start + 1, end, ends);

  return start;
}

/* Returns: where a sentence begins that a heading ran into: 加强领导各单位要…, or @end */
static guint
find_run_on (const YdTape *text,
             guint         start,
             guint         end)
{
  if (_yd_tape_is (text, start, YD_CLASS_JOIN_END) || text->chars[start] == u'各')
    return end;                         /* a list of units: 市政府各部门要… */

  for (guint i = start + 4; i + 3 < end; i++)
    if (text->chars[i] == u'各' && text->chars[i - 1] != u'、' &&
        !_yd_tape_is (text, i - 1, YD_CLASS_COMMA))
      for (guint k = i + 2; k < MIN (end, i + 11); k++)
        if (text->chars[k] == u'要' && text->chars[k + 1] != u'素' && text->chars[k + 1] != u'求' &&
            text->chars[k + 1] != u'点')
          return i;

  return end;
}

/* Returns: a blank that stands where a line ended once: between two characters, and
 * behind a heading without a comma
 */
static guint
find_blank (const YdTape *text,
            guint         start,
            guint         end)
{
  const guint at = _yd_tape_find (text, start, end, YD_CLASS_BLANK | YD_CLASS_COMMA);
  const guint next = _yd_tape_trim_left (text, at, end);

  return at >= start + 4 && next > at && next < end && text->chars[at - 1] > 0x2e80 &&
         text->chars[next] > 0x2e80 ? at : end;
}

/* Returns: a colon that ends a heading without a comma in it, or @start */
static guint
find_colon (const YdTape *text,
            guint         start,
            guint         end)
{
  const guint limit = MIN (end, start + MAX_LABEL + 1);

  for (guint i = start + 2; i < limit; i++)
    {
      if (text->chars[i] == ':')
        return i;
      if (_yd_tape_is (text, i, YD_CLASS_COMMA | YD_CLASS_STOP))
        break;
    }

  return start;
}

static YdTitle
make_title (const YdTape *text,
            guint         start,
            guint         end,
            guint         after)
{
  while (end > start && (text->chars[end - 1] == ':' || text->chars[end - 1] == ',' ||
                         text->chars[end - 1] == ';' ||
                         _yd_tape_is (text, end - 1, YD_CLASS_BLANK)))
    end--;

  return (YdTitle) { { start, end }, after };
}

static YdTitle
make_colon_title (const YdTape *text,
                  guint         start,
                  guint         colon)
{
  const YdWord *sub = BEFORE (sub_headings, start, colon);

  if (sub != NULL && colon - sub->n >= start + 2)
    return (YdTitle) { { start, colon - sub->n }, colon - sub->n };

  return make_title (text, start, colon, colon + 1);
}

/* Finds the title of the text from @start on: a heading, or the first sentence
 * if it is short (PATTERNS.md §8).
 */
YdTitle
_yd_title_find (const YdTape *text,
                guint         start,
                guint         end)
{
  const YdTitle none = { { start, start }, start };
  const YdWord *stock;
  guint run_on;
  guint blank;
  guint colon;
  guint stop;

  start = _yd_tape_trim_left (text, start, end);
  stop = find_sentence_end (text, start, MIN (end, start + MAX_HEADING + 1));
  colon = find_colon (text, start, stop);

  if (start == end)
    return none;

  if (colon > start)
    return make_colon_title (text, start, colon);

  if (stop == end)
    return make_title (text, start, stop, stop);

  stock = _yd_tape_is (text, start, YD_CLASS_STOCK) ? AT (stock_headings, start, end) : NULL;
  if (stock != NULL && (_yd_tape_find (text, start, stop, YD_CLASS_COMMA) < stop ||
                        AT (text_openings, start + stock->n, stop) != NULL))
    return make_title (text, start, start + stock->n, start + stock->n);

  blank = find_blank (text, start, stop);
  if (stop < end && blank < stop)
    return make_title (text, start, blank, blank);

  run_on = find_run_on (text, start, stop);
  if (run_on < stop)
    return make_title (text, start, run_on, run_on);

  if (stop <= start + MAX_TITLE)
    return make_title (text, start, stop, stop + (text->chars[stop] != '\n'));

  if (text->chars[stop] == '\n' && stop <= start + MAX_HEADING)
    return make_title (text, start, stop, stop);

  if (stock != NULL)
    return make_title (text, start, start + stock->n, start + stock->n);

  blank = find_blank (text, start, MIN (end, start + MAX_TITLE));

  return blank < MIN (end, start + MAX_TITLE) ? make_title (text, start, blank, blank) : none;
}

/* Returns: where the verb of the duty begins that the sentence at @start lays on
 *   its subject, or @start: 各地各部门要…
 */
guint
_yd_subject_find (const YdTape *text,
                  guint         start,
                  guint         end)
{
  const guint limit = MIN (end, start + MAX_SUBJECT);

  for (guint i = start + 2; i < limit; i++)
    {
      if (_yd_tape_is (text, i, YD_CLASS_COMMA | YD_CLASS_STOP))
        return start;
      if (AT (duty_verbs, i, limit) != NULL)
        return i;
    }

  return start;
}

/* The title of a duty without a number: what its subject is to do, without the
 * opening phrases.
 */
YdTitle
_yd_title_find_duty (const YdTape *text,
                     guint         start,
                     guint         end)
{
  const guint verb = _yd_subject_find (text, start, end);
  const YdWord *word = verb > start ? AT (duty_verbs, verb, end) : NULL;
  guint part = word != NULL ? verb + word->n : start;

  if (word == NULL)
    return _yd_title_find (text, start, end);

  for (guint i = part; i < end; i++)
    if (_yd_tape_is (text, i, YD_CLASS_COMMA | YD_CLASS_STOP))
      {
        if (i - part <= MAX_TITLE && i - part >= 4 && AT (stock_openings, part, i) == NULL)
          return (YdTitle) { { part, i }, start };
        if (_yd_tape_is (text, i, YD_CLASS_STOP))
          break;
        part = i + 1;
      }

  return (YdTitle) { { start, start }, start };
}
