/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-deadline-private.h"

#include "yd-parse-date-private.h"
#include "yd-parse-mark-private.h"

/* Words such as 及时 and 定期 are no deadlines (DOMAIN.md §8.2), nor are validity,
 * caps and conditions (PATTERNS.md §7).
 */

#define MAX_PART 40             /* how far a number may stand from 每年 */

#define AT(words, start, end) _yd_word_at (text, start, end, words, G_N_ELEMENTS (words))
#define BEFORE(words, start, end) _yd_word_before (text, start, end, words, G_N_ELEMENTS (words))

/* What stands before a date. */
enum { BEFORE_NO, BEFORE_GOAL, BEFORE_AT };

static const YdWord before_dates[] = {
  YD_WORD ("有效期至", BEFORE_NO), YD_WORD ("截至", BEFORE_NO), YD_WORD ("截止", BEFORE_NO),
  YD_WORD ("达到", BEFORE_NO), YD_WORD ("自", BEFORE_NO), YD_WORD ("从", BEFORE_NO),
  YD_WORD ("力争到", BEFORE_GOAL), YD_WORD ("争取到", BEFORE_GOAL), YD_WORD ("确保到", BEFORE_GOAL),
  YD_WORD ("到", BEFORE_GOAL), YD_WORD ("力争", BEFORE_GOAL), YD_WORD ("争取", BEFORE_GOAL),
  YD_WORD ("将于", BEFORE_AT), YD_WORD ("应于", BEFORE_AT), YD_WORD ("最迟于", BEFORE_AT),
  YD_WORD ("于", BEFORE_AT), YD_WORD ("最迟", BEFORE_AT), YD_WORD ("今年", BEFORE_AT),
  YD_WORD ("明年", BEFORE_AT), YD_WORD ("至", BEFORE_NO),
};

/* What may not stand after a date that has no 前. */
static const YdWord after_dates[] = {
  YD_WORD ("以来", 0), YD_WORD ("起", 0), YD_WORD ("至", 0), YD_WORD ("到", 0), YD_WORD ("-", 0),
  YD_WORD ("—", 0), YD_WORD ("~", 0), YD_WORD ("度", 0), YD_WORD ("–", 0), YD_WORD ("开始", 0),
};

static const YdWord measures[] = {
  YD_WORD ("个工作日", YD_OUTLINE_WORKDAYS), YD_WORD ("工作日", YD_OUTLINE_WORKDAYS),
  YD_WORD ("个自然日", YD_OUTLINE_DAYS), YD_WORD ("日", YD_OUTLINE_DAYS),
  YD_WORD ("天", YD_OUTLINE_DAYS), YD_WORD ("个小时", YD_OUTLINE_HOURS),
  YD_WORD ("小时", YD_OUTLINE_HOURS), YD_WORD ("个月", YD_OUTLINE_MONTHS),
};

static const YdWord within_words[] = {
  YD_WORD ("之内", 0), YD_WORD ("以内", 0), YD_WORD ("内", 0),
};

static const YdWord start_words[] = {
  YD_WORD ("之日起", 0), YD_WORD ("之后", 0), YD_WORD ("后", 0), YD_WORD ("起", 0),
};

static const YdWord anchor_words[] = {
  YD_WORD ("印发", YD_OUTLINE_ANCHOR_ISSUED), YD_WORD ("发布", YD_OUTLINE_ANCHOR_ISSUED),
  YD_WORD ("下发", YD_OUTLINE_ANCHOR_ISSUED), YD_WORD ("公布", YD_OUTLINE_ANCHOR_ISSUED),
  YD_WORD ("出台", YD_OUTLINE_ANCHOR_ISSUED), YD_WORD ("收到", YD_OUTLINE_ANCHOR_RECEIVED),
  YD_WORD ("接到", YD_OUTLINE_ANCHOR_RECEIVED), YD_WORD ("受理", YD_OUTLINE_ANCHOR_RECEIVED),
};

/* What a paper calls itself. */
static const YdWord own_names[] = {
  YD_WORD ("本", 0), YD_WORD ("通知", 0), YD_WORD ("方案", 0), YD_WORD ("意见", 0),
  YD_WORD ("要点", 0), YD_WORD ("办法", 0), YD_WORD ("文件", 0), YD_WORD ("规划", 0),
};

static const YdWord at_latest[] = {
  YD_WORD ("最迟", 0), YD_WORD ("至迟", 0), YD_WORD ("最晚", 0), YD_WORD ("必须在", 0),
};

/* How long a procedure may take is no deadline of the duty: 压缩至3个工作日内. */
static const YdWord shortened_words[] = {
  YD_WORD ("压缩至", 0), YD_WORD ("压缩到", 0), YD_WORD ("压减至", 0), YD_WORD ("压减到", 0),
  YD_WORD ("缩短至", 0), YD_WORD ("缩短到", 0), YD_WORD ("控制在", 0), YD_WORD ("压缩在", 0),
};

static const char * const periods[] = {
  "yearly", "half-yearly", "quarterly", "monthly", "weekly", "two-yearly", "two-monthly", "termly",
};

enum { YEARLY, HALF_YEARLY, QUARTERLY, MONTHLY, WEEKLY, TWO_YEARLY, TWO_MONTHLY, TERMLY };

static const YdWord every[] = {
  YD_WORD ("每年度", YEARLY), YD_WORD ("每学年", YEARLY), YD_WORD ("每年", YEARLY),
  YD_WORD ("每半年", HALF_YEARLY), YD_WORD ("每季度", QUARTERLY), YD_WORD ("每季", QUARTERLY),
  YD_WORD ("每个月", MONTHLY), YD_WORD ("每月", MONTHLY), YD_WORD ("每周", WEEKLY),
  YD_WORD ("每两年", TWO_YEARLY), YD_WORD ("每2年", TWO_YEARLY), YD_WORD ("每两个月", TWO_MONTHLY),
  YD_WORD ("每两月", TWO_MONTHLY), YD_WORD ("每2个月", TWO_MONTHLY), YD_WORD ("每学期", TERMLY),
  YD_WORD ("按季度", QUARTERLY), YD_WORD ("按季", QUARTERLY), YD_WORD ("按月", MONTHLY),
  YD_WORD ("按周", WEEKLY), YD_WORD ("按半年", HALF_YEARLY), YD_WORD ("半年一次", HALF_YEARLY),
  YD_WORD ("一年一次", YEARLY), YD_WORD ("一季度一", QUARTERLY), YD_WORD ("一季一", QUARTERLY),
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

static const YdWord limit_labels[] = {
  YD_WORD ("完成时限", 0), YD_WORD ("完成时间", 0), YD_WORD ("时限要求", 0),
  YD_WORD ("办结时限", 0), YD_WORD ("时间要求", 0), YD_WORD ("时限", 0),
};

static const YdWord longterm[] = {
  YD_WORD ("持续推进", 0), YD_WORD ("长期坚持", 0), YD_WORD ("持续", 0), YD_WORD ("长期", 0),
  YD_WORD ("常态化", 0),
};

static const YdWord within_year = YD_WORD ("年内", 0);
static const YdWord all_year = YD_WORD ("全年", 0);

typedef struct
{
  const YdTape *text;
  YdOutline    *outline;
  guint         point;
  guint         start;                  /* nothing is read from before it */
  guint         end;
  guint         year;                   /* of the paper, or 0 */
} Reader;

/* Returns: @end, so that the reader goes on behind it */
static guint
add (Reader            *self,
     guint              start,
     guint              end,
     YdOutlineDeadline *deadline,
     const char        *value)
{
  deadline->point = self->point;
  deadline->span = (YdSpan) { start, end };
  deadline->text = _yd_tape_dup (self->text, self->outline, start, end);
  deadline->value = _yd_outline_intern (self->outline, value);
  g_array_append_val (self->outline->deadlines, *deadline);

  return end;
}

static YdOutlineDeadline
new_deadline (YdOutlineTerm kind,
              guint8        sure)
{
  return (YdOutlineDeadline) {
    .kind = kind, .sure = sure, .n = YD_OUTLINE_NONE, .times = YD_OUTLINE_NONE,
  };
}

static guint
add_date (Reader       *self,
          guint         start,
          guint         end,
          const YdDate *date,
          guint8        sure)
{
  YdOutlineDeadline deadline = new_deadline (YD_OUTLINE_DATE, sure);
  char value[YD_DATE_SIZE];

  _yd_date_to_string (date, value);

  return add (self, start, end, &deadline, value);
}

static guint
find_part_end (Reader *self,
               guint   at)
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
find_or_more (Reader *self,
              guint  *at,
              guint   part)
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
read_quota (Reader   *self,
            guint     at,
            guint    *times,
            gboolean  at_least_so)
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
get_year_before (Reader *self,
                 guint   at)
{
  guint year;

  if (at < self->start + 4 || _yd_number_read (self->text, at - 4, at, &year) != 4 ||
      year < 1900 || year > 2200)
    return 0;

  return year;
}

/* 年内 says this year, 2017年内 says which; 三年内 is a period. */
static guint
read_within_year (Reader *self,
                  guint   at)
{
  const YdTape *text = self->text;
  const guint after = at + within_year.n;
  const guint printed = get_year_before (self, at);
  const guint year = printed > 0 ? printed : self->year;
  YdOutlineDeadline deadline = new_deadline (YD_OUTLINE_WITHIN_YEAR, 85);
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

  return add (self, printed > 0 ? at - 4 : at, end, &deadline, value);
}

/* Whether 年底 and the like belong to something else: 省级年底出台的平台. */
static gboolean
is_attribute (Reader *self,
              guint   at)
{
  const guint limit = MIN (self->end, at + 8);

  for (guint i = at; i < limit && !_yd_tape_is (self->text, i, YD_CLASS_COMMA); i++)
    if (self->text->chars[i] == u'的')
      return TRUE;

  return FALSE;
}

static guint
read_date (Reader *self,
           guint   at)
{
  const YdTape *text = self->text;
  YdDate date;
  guint end = _yd_date_read (text, at, self->end, &date);
  const YdWord *before;
  gboolean fits;
  int context;

  if (end == at)
    return at;

  if (end < self->end && text->chars[end] == u'内' && text->chars[end - 1] == u'年')
    return read_within_year (self, end - 1);

  before = BEFORE (before_dates, self->start, at);
  context = before != NULL ? before->value : BEFORE_AT;

  if (!date.before && AT (after_dates, end, self->end) != NULL)
    {
      YdDate rest;                      /* 1月1日至12月31日: neither end is a deadline */
      const guint next = _yd_date_read (text, end + 1, self->end, &rest);

      return next > end + 1 && !rest.before ? next : end;
    }

  if (context == BEFORE_NO && !(date.before && before->n > 1))
    return end;

  fits = date.before || date.last || date.half > 0 || (date.quarter > 0 && date.year > 0) ||
         (date.early && date.year == 0) ||
         (context == BEFORE_GOAL && date.year > 0) || (date.day > 0 && context == BEFORE_GOAL);
  if (date.half > 0 && date.year == 0 && !date.before)
    fits = FALSE;                       /* 上半年 of another year */
  if (date.early && !date.before && text->chars[end - 1] == u'份')
    fits = FALSE;
  if (date.year == 0 && date.month == 0 && date.last && !date.before && is_attribute (self, end))
    fits = FALSE;

  if (!fits)
    return end;

  return add_date (self, before != NULL ? at - before->n : at, end, &date,
                   date.before ? 95 : context == BEFORE_GOAL ? 80 : 75);
}

static guint
find_part_start (Reader *self,
                 guint   at,
                 guint   most)
{
  const guint limit = at - self->start > most ? at - most : self->start;

  while (at > limit && !_yd_tape_is (self->text, at - 1, YD_CLASS_COMMA | YD_CLASS_STOP) &&
         self->text->chars[at - 1] != u'、' && self->text->chars[at - 1] != '\n')
    at--;

  return at;
}

/* 起草部门应于文件公开后: the event begins behind 于. */
static guint
skip_subject (Reader *self,
              guint   part,
              guint   verb_end)
{
  for (guint i = verb_end; i > part + 1; i--)
    {
      const char16_t c = self->text->chars[i - 1];

      if (c == u'于' || c == u'在' || c == u'自')
        return i < verb_end ? i : part;
    }

  return part;
}

/* What a count begins with: 本要点印发后, 收到申请之日起, 事件发生后. */
static guint
read_anchor (Reader            *self,
             guint              at,
             YdOutlineDeadline *deadline)
{
  const YdTape *text = self->text;
  const YdWord *start = BEFORE (start_words, self->start, at);
  const guint verb_end = start != NULL ? at - start->n : at;
  const guint part = skip_subject (self, find_part_start (self, at, 24), at);
  const YdWord *anchor;

  if (start == NULL || verb_end < part)
    return at;

  deadline->anchor = YD_OUTLINE_ANCHOR_EVENT;
  for (guint i = part; i < verb_end; i++)
    {
      gboolean own = i == part;

      anchor = AT (anchor_words, i, verb_end);
      if (anchor == NULL)
        continue;

      for (guint k = part; k < i && !own; k++)
        own = AT (own_names, k, i) != NULL;

      if (anchor->value == YD_OUTLINE_ANCHOR_RECEIVED || (own && i + anchor->n == verb_end))
        {
          deadline->anchor = anchor->value;
          return i;
        }
    }

  return skip_subject (self, part, verb_end);
}

static guint
read_count (Reader *self,
            guint   at)
{
  const YdTape *text = self->text;
  guint number;
  const guint n = _yd_number_read (text, at, self->end, &number);
  const YdWord *measure = AT (measures, at + n, self->end);
  YdOutlineDeadline deadline;
  const YdWord *within;
  const YdWord *latest;
  char value[16];
  guint start;
  guint end;

  if (n == 0 || measure == NULL || (at > self->start && text->chars[at - 1] == u'月'))
    return at;

  within = AT (within_words, at + n + measure->n, self->end);
  if (within == NULL || BEFORE (shortened_words, self->start, at) != NULL)
    return at;

  end = at + n + measure->n + within->n;
  deadline = new_deadline (measure->value, 90);
  deadline.n = number;
  start = read_anchor (self, at, &deadline);
  latest = BEFORE (at_latest, self->start, start);
  if (latest != NULL)
    start -= latest->n;
  if (deadline.kind == YD_OUTLINE_HOURS && deadline.anchor == YD_OUTLINE_ANCHOR_NONE)
    deadline.anchor = YD_OUTLINE_ANCHOR_EVENT;

  g_snprintf (value, sizeof value, "%u", number);

  return add (self, start, end, &deadline, value);
}

/* Returns: where the duty's verb behind 每年 ends, or @at */
static guint
read_yearly (Reader *self,
             guint   at)
{
  const YdTape *text = self->text;
  const guint part = find_part_end (self, at);
  const YdWord *duty = NULL;

  for (guint i = at; i < part; i++)
    if (AT (not_quota, i, part) != NULL || text->chars[i] == u'元')
      return at;

  for (guint i = at; i < MIN (part, at + 5) && duty == NULL; i++)
    {
      duty = AT (yearly_duties, i, part);
      if (duty != NULL)
        return i + duty->n;
    }

  return at;
}

/* 一季一会商: the verb belongs to it. 一年一度 and 一月一日 are something else. */
static guint
read_one_each (Reader *self,
               guint   at)
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

static guint
read_every (Reader *self,
            guint   at)
{
  const YdTape *text = self->text;
  const YdWord *word = AT (every, at, self->end);
  YdOutlineDeadline deadline = new_deadline (YD_OUTLINE_RECURRING, 80);
  YdDate date;
  guint after;
  guint end;

  if (word == NULL)
    return at;

  after = at + word->n;
  if (word->chars[word->n - 1] == u'一')
    {
      end = read_one_each (self, after);
      return end > after ? add (self, at, end, &deadline, periods[word->value]) : after;
    }

  end = _yd_date_read (text, after, self->end, &date);
  if (end == after && word->value == MONTHLY)
    {
      guint number;
      const guint n = _yd_number_read (text, after, self->end, &number);

      if (n > 0 && after + n < self->end && text->chars[after + n] == u'日')
        end = after + n + 1 + (after + n + 1 < self->end && text->chars[after + n + 1] == u'前');
    }

  if (end == after)
    end = read_quota (self, after, &deadline.times, FALSE);

  if (end == after && word->value == YEARLY)
    end = read_yearly (self, after);

  if (end == after && (word->value == YEARLY || AT (not_quota, after, self->end) != NULL))
    return after;

  return add (self, at, end, &deadline, periods[word->value]);
}

static guint
read_all_year (Reader *self,
               guint   at)
{
  const guint after = at + all_year.n;
  YdOutlineDeadline deadline = new_deadline (YD_OUTLINE_WITHIN_YEAR, 70);
  char value[16] = "";
  guint end = read_quota (self, after, &deadline.times, TRUE);

  if (end == after)
    return after;

  if (self->year > 0)
    g_snprintf (value, sizeof value, "%u", self->year);

  return add (self, at, end, &deadline, value);
}

/* 完成时限：…: behind the label a bare month is a deadline, and so is 持续推进. */
static guint
read_labelled (Reader *self,
               guint   at)
{
  const YdTape *text = self->text;
  const YdWord *label = AT (limit_labels, at, self->end);
  const YdWord *word;
  YdDate date;
  guint after;
  guint end;

  if (label == NULL || at + label->n >= self->end || text->chars[at + label->n] != ':')
    return at;

  after = _yd_tape_trim_left (text, at + label->n + 1, self->end);
  word = AT (longterm, after, self->end);
  if (word != NULL)
    {
      YdOutlineDeadline deadline = new_deadline (YD_OUTLINE_LONGTERM, 90);

      return add (self, after, after + word->n, &deadline, "");
    }

  end = _yd_date_read (text, after, self->end, &date);
  if (end > after)
    return add_date (self, after, end, &date, 95);

  return after;
}

static guint
read_number (Reader *self,
             guint   at)
{
  const YdTape *text = self->text;
  guint run = at + 1;
  guint end = at;

  while (run < self->end && _yd_tape_is (text, run, YD_CLASS_DIGIT | YD_CLASS_NUMERAL))
    run++;

  if (run + 1 >= self->end || !_yd_tape_is (text, run, YD_CLASS_TERM_2) ||
      (text->chars[run] == u'工' && (run + 2 == self->end || text->chars[run + 2] != u'日')))
    return run;

  if (!_yd_tape_is (text, at, YD_CLASS_DIGIT))
    end = read_every (self, at);
  if (end == at)
    end = read_date (self, at);
  if (end == at)
    end = read_count (self, at);

  return end > at ? end : run;
}

/* The first character says what to look for. Returns: where to go on */
static guint
read_at (Reader *self,
         guint   at)
{
  const char16_t next = at + 1 < self->end ? self->text->chars[at + 1] : 0;
  guint end = at;

  switch (self->text->chars[at])
    {
    case u'完': case u'时': case u'办':
      end = next == u'成' || next == u'限' || next == u'间' || next == u'结'
            ? read_labelled (self, at) : at;
      break;

    case u'每': case u'按': case u'半':
      end = read_every (self, at);
      break;

    case u'全':
      end = next == u'年' ? read_all_year (self, at) : at;
      break;

    case u'上': case u'下':
      end = next == u'半' ? read_date (self, at) : at;
      break;

    case u'第':
      end = at + 2 < self->end && self->text->chars[at + 2] == u'季' ? read_date (self, at) : at;
      break;

    case u'年':
      end = next == u'内' ? read_within_year (self, at)
            : next == u'底' || next == u'末' ? read_date (self, at) : at;
      break;

    default:
      return read_number (self, at);
    }

  return end > at ? end : at + 1;
}

/* （市财政局负责；持续推进）: in a clause it stands where a date stands otherwise. */
static void
read_clause_end (Reader *self)
{
  const YdTape *text = self->text;
  guint end = self->end;
  const YdWord *word;
  YdOutlineDeadline deadline = new_deadline (YD_OUTLINE_LONGTERM, 85);

  if (end > self->start && text->chars[end - 1] == u'。')
    end--;
  if (end == self->start || text->chars[end - 1] != ')')
    return;

  word = BEFORE (longterm, self->start, end - 1);
  if (word != NULL && end - 1 - word->n > self->start &&
      _yd_tape_is (text, end - 2 - word->n, YD_CLASS_COMMA))
    add (self, end - 1 - word->n, end - 1, &deadline, "");
}

/* Finds the deadlines between @start and @end and puts them on @point. @year is
 * the year of the paper, 0 where it is not known.
 */
void
_yd_deadlines_read (const YdTape *text,
                    YdOutline    *outline,
                    guint         point,
                    guint         start,
                    guint         end,
                    guint         year)
{
  Reader self = { text, outline, point, start, end, year };

  for (guint i = _yd_tape_find (text, start, end, YD_CLASS_TERM); i < end;)
    i = _yd_tape_find (text, read_at (&self, i), end, YD_CLASS_TERM);

  read_clause_end (&self);
}
