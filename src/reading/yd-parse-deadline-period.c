/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-deadline-private.h"

#include "yd-parse-date-private.h"
#include "yd-parse-mark-private.h"

#include <string.h>

/* Deadlines that are periods: each year, within the year. Caps and conditions look
 * like them and are none (PATTERNS.md §7).
 */

#define MAX_PART 40             /* how far a number may stand from 每年 */

#define AT(words, start, end) _yd_word_at (text, start, end, words, G_N_ELEMENTS (words))

static const char * const periods[] = {
  "yearly", "half-yearly", "quarterly", "monthly", "weekly", "two-yearly", "two-monthly", "termly",
  "each",
};

enum { YEARLY, HALF_YEARLY, QUARTERLY, MONTHLY, WEEKLY, TWO_YEARLY, TWO_MONTHLY, TERMLY, EACH };

static const YdWord every[] = {
  YD_WORD ("每年度", YEARLY), YD_WORD ("每学年", YEARLY), YD_WORD ("每年", YEARLY),
  YD_WORD ("每半年", HALF_YEARLY), YD_WORD ("每季度", QUARTERLY), YD_WORD ("每季", QUARTERLY),
  YD_WORD ("每个月", MONTHLY), YD_WORD ("每月", MONTHLY), YD_WORD ("每周", WEEKLY),
  YD_WORD ("每两年", TWO_YEARLY), YD_WORD ("每2年", TWO_YEARLY), YD_WORD ("每两个月", TWO_MONTHLY),
  YD_WORD ("每两月", TWO_MONTHLY), YD_WORD ("每2个月", TWO_MONTHLY), YD_WORD ("每学期", TERMLY),
  YD_WORD ("按季度", QUARTERLY), YD_WORD ("按季", QUARTERLY), YD_WORD ("按月", MONTHLY),
  YD_WORD ("按周", WEEKLY), YD_WORD ("按半年", HALF_YEARLY), YD_WORD ("半年一次", HALF_YEARLY),
  YD_WORD ("一年一次", YEARLY), YD_WORD ("一年两次", YEARLY), YD_WORD ("一年2次", YEARLY),
  YD_WORD ("每期", EACH), YD_WORD ("一季度一", QUARTERLY), YD_WORD ("一季一", QUARTERLY),
  YD_WORD ("一月一", MONTHLY), YD_WORD ("一周一", WEEKLY), YD_WORD ("半年一", HALF_YEARLY),
  YD_WORD ("一年一", YEARLY),
};

/* What is done every year, unlike 每年投入 or 每年最高. */
static const YdWord yearly_duties[] = {
  YD_WORD ("开展", 0), YD_WORD ("组织", 0), YD_WORD ("召开", 0), YD_WORD ("举办", 0),
  YD_WORD ("发布", 0), YD_WORD ("公布", 0), YD_WORD ("公开", 0), YD_WORD ("评选", 0),
  YD_WORD ("遴选", 0), YD_WORD ("择优", 0), YD_WORD ("报送", 0), YD_WORD ("上报", 0),
  YD_WORD ("报告", 0), YD_WORD ("编制", 0), YD_WORD ("更新", 0), YD_WORD ("评估", 0),
  YD_WORD ("听取", 0), YD_WORD ("考核", 0), YD_WORD ("通报", 0), YD_WORD ("总结", 0),
  YD_WORD ("对", 0), YD_WORD ("向", 0),
};

static const YdWord not_quota[] = {
  YD_WORD ("不超过", 0), YD_WORD ("最高", 0), YD_WORD ("不高于", 0), YD_WORD ("给予", 0),
  YD_WORD ("份", 0), YD_WORD ("补助", 0), YD_WORD ("补贴", 0), YD_WORD ("奖励", 0),
};

static const YdWord at_least[] = {
  YD_WORD ("至少", 0), YD_WORD ("不少于", 0), YD_WORD ("不低于", 0),
};

static const YdWord or_more[] = { YD_WORD ("以上", 0), YD_WORD ("左右", 0) };

static const YdWord within_year = YD_WORD ("年内", 0);
static const YdWord all_year = YD_WORD ("全年", 0);

static guint
find_part_end (YdDeadlineReader *self,
               guint             at)
{
  const guint limit = MIN (self->end, at + MAX_PART);

  while (at < limit && !_yd_tape_is (self->text, at, YD_CLASS_COMMA | YD_CLASS_STOP) &&
         self->text->chars[at] != '\n')
    at++;

  return at;
}

static gboolean
is_money (const YdTape *text,
          guint         at,
          guint         end)
{
  for (guint i = at; i < MIN (end, at + 3); i++)
    if (text->chars[i] == u'元' || text->chars[i] == '%')
      return TRUE;

  return FALSE;
}

/* Finds 以上 behind a measure word that ends at @at or a little later: 500批次以上. */
static const YdWord *
find_or_more (YdDeadlineReader *self,
              guint            *at,
              guint             part)
{
  const YdTape *text = self->text;

  for (guint i = *at; i < MIN (part, *at + 3); i++)
    {
      const YdWord *more = AT (or_more, i, part);

      if (more != NULL)
        {
          *at = i;
          return more;
        }
    }

  return NULL;
}

/* Whether things are counted and not years, degrees or money: 全年培育10个. */
static gboolean
is_counted (const YdTape *text,
            guint         at,
            guint         end)
{
  static const char16_t counters[] = u"个项家场次批名篇所条户处人件套期款座";

  for (const char16_t *c = counters; *c != 0; c++)
    if (at < end && text->chars[at] == *c)
      return at + 1 == end || text->chars[at + 1] != u'月';

  return FALSE;
}

/* Finds what is to be reached in a period: 10名以上, 至少1次. Money is no such thing.
 *
 * Returns: where it ends, or @at; with @at_least_so a number alone does not count
 */
static guint
read_quota (YdDeadlineReader *self,
            guint             at,
            guint            *times,
            gboolean          at_least_so)
{
  const YdTape *text = self->text;
  const guint part = find_part_end (self, at);

  if (AT (not_quota, at, part) != NULL)
    return at;

  for (guint i = at; i < part; i++)
    {
      const YdWord *least = AT (at_least, i, part);
      const gboolean once = text->chars[i] == u'一' && i + 1 < part && text->chars[i + 1] == u'次';
      const YdWord *more;
      guint number;
      guint n;

      if (least == NULL && !once && !_yd_tape_is (text, i, YD_CLASS_DIGIT))
        continue;

      i += least != NULL ? least->n : 0;
      n = _yd_number_read (text, i, part, &number);
      if (n == 0)
        continue;

      if (is_money (text, i + n, part))
        return at;

      if (i + n < part && text->chars[i + n] == u'次')
        *times = number;
      i = MIN (i + n + 1, part);
      more = find_or_more (self, &i, part);
      if (at_least_so && more == NULL && least == NULL && !is_counted (text, i - 1, part))
        return at;

      return more != NULL ? i + more->n : i;
    }

  return at;
}

/* Returns: the year printed before @at, 0 for none */
static guint
get_year_before (YdDeadlineReader *self,
                 guint             at)
{
  guint year;

  if (at < self->start + 4 || _yd_number_read (self->text, at - 4, at, &year) != 4 ||
      year < 1900 || year > 2200)
    return 0;

  return year;
}

/* 年内 says this year, 2017年内 says which; 三年内 is a period. */
guint
_yd_deadline_read_within_year (YdDeadlineReader *self,
                               guint             at)
{
  const YdTape *text = self->text;
  const guint after = at + within_year.n;
  const guint printed = get_year_before (self, at);
  const guint year = printed > 0 ? printed : self->year;
  YdOutlineDeadline deadline = _yd_deadline_new (YD_OUTLINE_WITHIN_YEAR, 85);
  char value[16] = "";
  guint end;

  if (printed == 0 && at > self->start &&
      (_yd_tape_is (text, at - 1, YD_CLASS_DIGIT | YD_CLASS_NUMERAL) ||
       text->chars[at - 1] == u'几' || text->chars[at - 1] == u'两' ||
       text->chars[at - 1] == u'数' || text->chars[at - 1] == u'学'))
    return after;

  end = read_quota (self, after, &deadline.times, FALSE);
  if (deadline.times == YD_OUTLINE_NONE)
    end = after;
  if (year > 0)
    g_snprintf (value, sizeof value, "%u", year);

  return _yd_deadline_add (self, printed > 0 ? at - 4 : at, end, &deadline, value);
}

/* Returns: where the duty's verb behind 每年 ends, or @at */
static guint
read_yearly (YdDeadlineReader *self,
             guint             at)
{
  const YdTape *text = self->text;
  const guint limit = MIN (self->end, at + 5);
  const YdWord *duty = NULL;
  guint verb = at;
  guint part;

  while (verb < limit && (duty = AT (yearly_duties, verb, self->end)) == NULL &&
         !_yd_tape_is (text, verb, YD_CLASS_COMMA | YD_CLASS_STOP))
    verb++;
  if (duty == NULL)
    return at;

  part = find_part_end (self, at);
  for (guint i = at; i < part; i++)
    if (AT (not_quota, i, part) != NULL || text->chars[i] == u'元')
      return at;

  return verb + duty->n;
}

/* 一季一会商: the verb belongs to it. 一年一度 and 一月一日 are something else. */
static guint
read_one_each (YdDeadlineReader *self,
               guint             at)
{
  const YdTape *text = self->text;
  const guint part = MIN (find_part_end (self, at), at + 5);
  guint end = at;

  while (end < part && text->chars[end] != u'、' && text->chars[end] != u'”' &&
         !_yd_tape_is (text, end, YD_CLASS_BRACKET))
    end++;

  return text->chars[at] == u'度' || text->chars[at] == u'日' || text->chars[at] == u'号'
         ? at : end;
}

/* 每年2月底前, 按季度, 一年两次.
 *
 * Returns: where it ends, @at where there is no such word
 */
/* 每期节目开始前半个月: something is due before each. */
static guint
read_before (YdDeadlineReader *self,
             guint             at)
{
  const YdTape *text = self->text;
  const guint part = find_part_end (self, at);
  guint end = at;

  while (end < part && text->chars[end] != u'前')
    end++;
  if (end == part)
    return at;

  for (end++; end < part; end++)
    if (text->chars[end] == u'月' || text->chars[end] == u'日' || text->chars[end] == u'天' ||
        text->chars[end] == u'周')
      return end + 1;

  return at;
}

static const YdWord measures[] = {
  YD_WORD ("个工作日", 0), YD_WORD ("工作日", 0), YD_WORD ("日", 1), YD_WORD ("天", 1),
  YD_WORD ("个月", 2),
};
static const char * const measure_names[] = { "workdays", "days", "months" };

static const YdWord period_ends[] = {
  YD_WORD ("结束后", 0), YD_WORD ("终了后", 0), YD_WORD ("后", 0), YD_WORD ("次月", 1),
  YD_WORD ("下月", 1),
};

static const YdWord until_words[] = {
  YD_WORD ("之前", 0), YD_WORD ("以前", 0), YD_WORD ("前", 0), YD_WORD ("之内", 0),
  YD_WORD ("以内", 0), YD_WORD ("内", 0),
};

/* Each begins and goes on behind @at, and returns @at where it does not fit. */
static guint
skip_until (YdDeadlineReader *self,
            guint             at)
{
  const YdWord *until = _yd_word_at (self->text, at, self->end, until_words,
                                     G_N_ELEMENTS (until_words));

  return until != NULL ? at + until->n : at;
}

/* 每月28日前 */
static guint
read_day_of_month (YdDeadlineReader  *self,
                   guint              at,
                   YdOutlineDeadline *deadline)
{
  const YdTape *text = self->text;
  guint number;
  const guint n = _yd_number_read (text, at, self->end, &number);

  if (n == 0 || number < 1 || number > 31 || at + n >= self->end || text->chars[at + n] != u'日')
    return at;

  deadline->n = number;

  return skip_until (self, at + n + 1);
}

/* 每周五前; 每周一次 says something else. */
static guint
read_day_of_week (YdDeadlineReader  *self,
                  guint              at,
                  YdOutlineDeadline *deadline)
{
  static const char16_t days[] = u"一二三四五六日";

  for (guint i = 0; days[i] != 0; i++)
    if (at < self->end && self->text->chars[at] == days[i] &&
        skip_until (self, at + 1) > at + 1)
      {
        deadline->n = i + 1;
        return skip_until (self, at + 1);
      }

  return at;
}

/* 每季度结束后7日内, 每季度后7日前, 每月次月5日前 */
static guint
read_behind_period (YdDeadlineReader  *self,
                    guint              at,
                    YdOutlineDeadline *deadline)
{
  const YdTape *text = self->text;
  const YdWord *behind = AT (period_ends, at, self->end);
  const YdWord *measure;
  guint number;
  guint n;

  if (behind == NULL)
    return at;

  n = _yd_number_read (text, at + behind->n, self->end, &number);
  measure = AT (measures, at + behind->n + n, self->end);
  if (n == 0 || measure == NULL)
    return at;

  deadline->n = number;
  deadline->measure = measure_names[measure->value];

  return skip_until (self, at + behind->n + n + measure->n);
}

/* On which day of the period. */
static guint
read_day (YdDeadlineReader  *self,
          int                period,
          guint              at,
          YdOutlineDeadline *deadline)
{
  YdDate date;
  guint end = read_behind_period (self, at, deadline);

  if (end == at && period == MONTHLY)
    end = read_day_of_month (self, at, deadline);
  if (end == at && period == WEEKLY)
    end = read_day_of_week (self, at, deadline);
  if (end > at)
    return end;

  end = _yd_date_read (self->text, at, self->end, &date);
  if (end > at && period == YEARLY && date.year == 0)
    {
      char value[YD_DATE_SIZE];

      _yd_date_to_string (&date, value);
      deadline->by = _yd_outline_intern_len (self->outline, value + 1, strlen (value + 1));
    }

  return end;
}

guint
_yd_deadline_read_every (YdDeadlineReader *self,
                         guint             at)
{
  const YdTape *text = self->text;
  const YdWord *word = AT (every, at, self->end);
  YdOutlineDeadline deadline = _yd_deadline_new (YD_OUTLINE_RECURRING, 80);
  guint after;
  guint end;

  if (word == NULL)
    return at;

  after = at + word->n;
  if (word->chars[word->n - 1] == u'一')
    {
      end = read_one_each (self, after);
      return end > after
             ? _yd_deadline_add (self, at, end, &deadline, periods[word->value]) : after;
    }

  if (word->chars[word->n - 1] == u'次')
    return _yd_deadline_add (self, at, after, &deadline, periods[word->value]);
  if (word->value == EACH)
    {
      end = read_before (self, after);
      return end > after
             ? _yd_deadline_add (self, at, end, &deadline, periods[word->value]) : after;
    }

  end = read_day (self, word->value, after, &deadline);
  if (end == after)
    end = read_quota (self, after, &deadline.times, FALSE);

  if (end == after && word->value == YEARLY)
    end = read_yearly (self, after);

  if (end == after && (word->value == YEARLY || AT (not_quota, after, self->end) != NULL))
    return after;

  return _yd_deadline_add (self, at, end, &deadline, periods[word->value]);
}

/* 全年举办活动10场以上: a quota for the year. */
guint
_yd_deadline_read_all_year (YdDeadlineReader *self,
                            guint             at)
{
  const guint after = at + all_year.n;
  YdOutlineDeadline deadline = _yd_deadline_new (YD_OUTLINE_WITHIN_YEAR, 70);
  char value[16] = "";
  guint end = read_quota (self, after, &deadline.times, TRUE);

  if (end == after)
    return after;

  if (self->year > 0)
    g_snprintf (value, sizeof value, "%u", self->year);

  return _yd_deadline_add (self, at, end, &deadline, value);
}
