/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-deadline-private.h"

#include "yd-parse-date-private.h"
#include "yd-parse-mark-private.h"

#include <string.h>

/* Words such as 及时 and 定期 are no deadlines (DOMAIN.md §8.2), nor are validity,
 * caps and conditions (PATTERNS.md §7).
 */

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

static const YdWord limit_labels[] = {
  YD_WORD ("完成时限", 0), YD_WORD ("完成时间", 0), YD_WORD ("时限要求", 0),
  YD_WORD ("办结时限", 0), YD_WORD ("时间要求", 0), YD_WORD ("时限", 0),
};

static const YdWord longterm[] = {
  YD_WORD ("持续推进", 0), YD_WORD ("长期坚持", 0), YD_WORD ("持续", 0), YD_WORD ("长期", 0),
  YD_WORD ("常态化", 0),
};

/* Returns: @end, so that the reader goes on behind it */
guint
_yd_deadline_add (YdDeadlineReader  *self,
                  guint              start,
                  guint              end,
                  YdOutlineDeadline *deadline,
                  const char        *value)
{
  deadline->point = self->point;
  deadline->span = (YdSpan) { start, end };
  deadline->text = _yd_tape_dup (self->text, self->outline, start, end);
  deadline->value = _yd_outline_intern_len (self->outline, value, strlen (value));
  g_array_append_val (self->outline->deadlines, *deadline);

  return end;
}

YdOutlineDeadline
_yd_deadline_new (YdOutlineTerm kind,
                  guint8        sure)
{
  return (YdOutlineDeadline) {
    .kind = kind, .sure = sure, .n = YD_OUTLINE_NONE, .times = YD_OUTLINE_NONE,
  };
}

static guint
add_date (YdDeadlineReader *self,
          guint             start,
          guint             end,
          const YdDate     *date,
          guint8            sure)
{
  YdOutlineDeadline deadline = _yd_deadline_new (YD_OUTLINE_DATE, sure);
  char value[YD_DATE_SIZE];

  _yd_date_to_string (date, value);

  return _yd_deadline_add (self, start, end, &deadline, value);
}

/* Whether 年底 and the like belong to something else: 省级年底出台的平台. */
static gboolean
is_attribute (YdDeadlineReader *self,
              guint             at)
{
  const guint limit = MIN (self->end, at + 8);

  for (guint i = at; i < limit && !_yd_tape_is (self->text, i, YD_CLASS_COMMA); i++)
    if (self->text->chars[i] == u'的')
      return TRUE;

  return FALSE;
}

/* 于5月29日、12月10日前: the 前 is meant for both. */
static gboolean
shares_before (YdDeadlineReader *self,
               guint             end,
               const YdDate     *date)
{
  const YdTape *text = self->text;
  YdDate next;

  return date->month > 0 && end < self->end &&
         (text->chars[end] == u'、' || text->chars[end] == u'和') &&
         _yd_date_read (text, end + 1, self->end, &next) > end + 1 && next.before;
}

static guint
read_date (YdDeadlineReader *self,
           guint             at)
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
    return _yd_deadline_read_within_year (self, end - 1);

  date.before = date.before || shares_before (self, end, &date);
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
  if (date.month == 0 && date.half == 0 && date.quarter == 0 && is_attribute (self, end) &&
      (date.last ? date.year == 0 && !date.before : date.before))
    fits = FALSE;                       /* 2005年以前建成的住宅 */
  if (end < self->end && text->chars[end] == u'已')
    fits = FALSE;                       /* 2018年底前已开工 */

  if (!fits)
    return end;

  return add_date (self, before != NULL ? at - before->n : at, end, &date,
                   date.before ? 95 : context == BEFORE_GOAL ? 80 : 75);
}

static guint
find_part_start (YdDeadlineReader *self,
                 guint             at,
                 guint             most)
{
  const guint limit = at - self->start > most ? at - most : self->start;

  while (at > limit && !_yd_tape_is (self->text, at - 1, YD_CLASS_COMMA | YD_CLASS_STOP) &&
         self->text->chars[at - 1] != u'、' && self->text->chars[at - 1] != '\n')
    at--;

  return at;
}

/* 起草部门应于文件公开后: the event begins behind 于. */
static guint
skip_subject (YdDeadlineReader *self,
              guint             part,
              guint             verb_end)
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
read_anchor (YdDeadlineReader  *self,
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
read_count (YdDeadlineReader *self,
            guint             at)
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
  deadline = _yd_deadline_new (measure->value, 90);
  deadline.n = number;
  start = read_anchor (self, at, &deadline);
  latest = BEFORE (at_latest, self->start, start);
  if (latest != NULL)
    start -= latest->n;
  if (deadline.kind == YD_OUTLINE_HOURS && deadline.anchor == YD_OUTLINE_ANCHOR_NONE)
    deadline.anchor = YD_OUTLINE_ANCHOR_EVENT;

  g_snprintf (value, sizeof value, "%u", number);

  return _yd_deadline_add (self, start, end, &deadline, value);
}

/* 完成时限：…: behind the label a bare month is a deadline, and so is 持续推进. */
static guint
read_labelled (YdDeadlineReader *self,
               guint             at)
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
      YdOutlineDeadline deadline = _yd_deadline_new (YD_OUTLINE_LONGTERM, 90);

      return _yd_deadline_add (self, after, after + word->n, &deadline, "");
    }

  end = _yd_date_read (text, after, self->end, &date);
  if (end > after)
    return add_date (self, after, end, &date, 95);

  return after;
}

static guint
read_number (YdDeadlineReader *self,
             guint             at)
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
    end = _yd_deadline_read_every (self, at);
  if (end == at)
    end = read_date (self, at);
  if (end == at)
    end = read_count (self, at);

  return end > at ? end : run;
}

/* The first character says what to look for. Returns: where to go on */
static guint
read_at (YdDeadlineReader *self,
         guint             at)
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
      end = _yd_deadline_read_every (self, at);
      break;

    case u'全':
      end = next == u'年' ? _yd_deadline_read_all_year (self, at) : at;
      break;

    case u'上': case u'下':
      end = next == u'半' ? read_date (self, at) : at;
      break;

    case u'第':
      end = at + 2 < self->end && self->text->chars[at + 2] == u'季' ? read_date (self, at) : at;
      break;

    case u'年':
      end = next == u'内' ? _yd_deadline_read_within_year (self, at)
            : next == u'底' || next == u'末' ? read_date (self, at) : at;
      break;

    default:
      return read_number (self, at);
    }

  return end > at ? end : at + 1;
}

/* （市财政局负责；持续推进）: in a clause it stands where a date stands otherwise. */
static void
read_clause_end (YdDeadlineReader *self)
{
  const YdTape *text = self->text;
  guint end = self->end;
  const YdWord *word;
  YdOutlineDeadline deadline = _yd_deadline_new (YD_OUTLINE_LONGTERM, 85);

  if (end > self->start && text->chars[end - 1] == u'。')
    end--;
  if (end == self->start || text->chars[end - 1] != ')')
    return;

  word = BEFORE (longterm, self->start, end - 1);
  if (word != NULL && end - 1 - word->n > self->start &&
      _yd_tape_is (text, end - 2 - word->n, YD_CLASS_COMMA))
    _yd_deadline_add (self, end - 1 - word->n, end - 1, &deadline, "");
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
  YdDeadlineReader self = { text, outline, point, start, end, year };

  for (guint i = _yd_tape_find (text, start, end, YD_CLASS_TERM); i < end;)
    i = _yd_tape_find (text, read_at (&self, i), end, YD_CLASS_TERM);

  read_clause_end (&self);
}
