/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-date-private.h"

#include "yd-parse-mark-private.h"

#define AT(words, start, end) _yd_word_at (text, start, end, words, G_N_ELEMENTS (words))

enum { PART_LAST, PART_EARLY, PART_TEN, PART_TWENTY, PART_BEFORE, PART_HALF_1, PART_HALF_2 };

static const YdWord year_parts[] = {
  YD_WORD ("上半年", PART_HALF_1), YD_WORD ("下半年", PART_HALF_2), YD_WORD ("年底", PART_LAST),
  YD_WORD ("年末", PART_LAST), YD_WORD ("底", PART_LAST), YD_WORD ("末", PART_LAST),
};

static const YdWord month_parts[] = {
  YD_WORD ("份底", PART_LAST), YD_WORD ("月底", PART_LAST), YD_WORD ("底", PART_LAST),
  YD_WORD ("末", PART_LAST), YD_WORD ("初", PART_EARLY), YD_WORD ("上旬", PART_TEN),
  YD_WORD ("中旬", PART_TWENTY), YD_WORD ("下旬", PART_LAST), YD_WORD ("份", PART_EARLY),
};

static const YdWord before_words[] = {
  YD_WORD ("之前", 0), YD_WORD ("以前", 0), YD_WORD ("前", 0),
};

static const YdWord day_words[] = { YD_WORD ("日", 0), YD_WORD ("号", 0) };

static guint
read_year (const YdTape *text,
           guint         at,
           guint         end,
           YdDate       *date)
{
  guint number;

  if (end - at < 5 || text->chars[at + 4] != u'年' ||
      _yd_number_read (text, at, at + 4, &number) != 4 || number < 1900 || number > 2200)
    return at;

  date->year = number;

  return at + 5;
}

static guint
read_quarter (const YdTape *text,
              guint         at,
              guint         end,
              YdDate       *date)
{
  static const YdWord quarter = YD_WORD ("季度", 0);
  const guint start = at < end && text->chars[at] == u'第' ? at + 1 : at;
  guint number;
  const guint n = _yd_number_read (text, start, end, &number);

  if (n != 1 || number < 1 || number > 4 ||
      _yd_word_at (text, start + 1, end, &quarter, 1) == NULL)
    return at;

  date->quarter = number;

  return start + 3;
}

static guint
read_day (const YdTape *text,
          guint         at,
          guint         end,
          YdDate       *date)
{
  guint number;
  const guint n = _yd_number_read (text, at, end, &number);

  if (n == 0 || n > 3 || number < 1 || number > 31 || at + n >= end ||
      AT (day_words, at + n, end) == NULL)
    return at;

  date->day = number;

  return at + n + 1;
}

static guint
read_month (const YdTape *text,
            guint         at,
            guint         end,
            YdDate       *date)
{
  guint number;
  const guint n = _yd_number_read (text, at, end, &number);
  const YdWord *part;
  guint after;

  if (n == 0 || n > 2 || number < 1 || number > 12 ||
      at + n >= end || text->chars[at + n] != u'月')
    return at;

  date->month = number;
  after = read_day (text, at + n + 1, end, date);
  if (date->day > 0)
    return after;

  part = AT (month_parts, after, end);
  if (part == NULL)
    return after;

  date->last = part->value == PART_LAST;
  date->early = part->value != PART_LAST;
  date->day = part->value == PART_TEN ? 10 : part->value == PART_TWENTY ? 20 : 0;

  return after + part->n;
}

static guint
read_rest (const YdTape *text,
           guint         at,
           guint         end,
           YdDate       *date)
{
  const YdWord *part;
  guint after = read_month (text, at, end, date);

  if (after > at)
    return after;

  after = read_quarter (text, at, end, date);
  if (after > at)
    {
      part = AT (month_parts, after, end);
      date->last = part != NULL && part->value == PART_LAST;

      return date->last ? after + part->n : after;
    }

  part = AT (year_parts, at, end);
  if (part == NULL || (date->year == 0 && part->n == 1))
    return at;

  date->half = part->value == PART_HALF_1 ? 1 : part->value == PART_HALF_2 ? 2 : 0;
  date->last = part->value == PART_LAST;

  return at + part->n;
}

/* Reads a date as offices write it: 2018年12月底前, 6月30日, 一季度, 年底.
 *
 * Returns: where it ends, or @at where there is none
 */
guint
_yd_date_read (const YdTape *text,
               guint         at,
               guint         end,
               YdDate       *date)
{
  const YdWord *before;
  guint year_end;
  guint after;

  *date = (YdDate) { 0 };
  if (at >= end)
    return at;

  year_end = read_year (text, at, end, date);
  after = read_rest (text, year_end, end, date);
  if (after == at)
    return at;

  before = AT (before_words, after, end);
  date->before = before != NULL;

  return before != NULL ? after + before->n : after;
}

static guint
get_last_month (const YdDate *date)
{
  if (date->half > 0)
    return date->half * 6;

  if (date->quarter > 0)
    return date->quarter * 3;

  return date->month > 0 ? date->month : 12;
}

static char *
put_number (char *at,
            guint number,
            guint n)
{
  for (guint i = n; i > 0; i--, number /= 10)
    at[i - 1] = '0' + number % 10;

  return at + n;
}

/* Returns: the day, 0 where only the month or the year is said */
static guint
get_day (const YdDate *date,
         guint         month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (date->day > 0 || !(date->last || date->half > 0 || date->quarter > 0))
    return date->day;

  if (month == 2)                       /* 28 or 29, by the year */
    return date->year == 0 ? 0 : g_date_is_leap_year (date->year) ? 29 : 28;

  return days[month - 1];
}

/* Writes `2018-12-31`, `2018-12`, `2018`, or with `--` where the year is not said,
 * to @string of %YD_DATE_SIZE bytes.
 */
void
_yd_date_to_string (const YdDate *date,
                    char         *string)
{
  const guint month = get_last_month (date);
  const guint day = get_day (date, month);
  char *at = string;

  if (date->year > 0)
    at = put_number (at, date->year, 4);
  else
    *at++ = '-';

  if (day > 0 || date->month > 0)
    {
      *at++ = '-';
      at = put_number (at, month, 2);
    }

  if (day > 0)
    {
      *at++ = '-';
      at = put_number (at, day, 2);
    }

  *at = '\0';
}

/* Two or four digits of a year, or a day, in either script. */
static guint
read_figures (const YdTape *text,
              guint         at,
              guint         end,
              guint        *number)
{
  static const char16_t figures[] = u"〇一二三四五六七八九";
  guint n;

  *number = 0;
  for (n = 0; n < 4 && at + n < end; n++)
    {
      const char16_t c = text->chars[at + n] == u'零' ? u'〇' : text->chars[at + n];
      guint digit = 0;

      while (digit < 10 && figures[digit] != c && c != '0' + digit)
        digit++;
      if (digit == 10)
        break;
      *number = *number * 10 + digit;
    }

  return n;
}

/* Reads a whole day as it stands under a paper: 2017年6月1日, 二〇一七年六月一日.
 *
 * Returns: where it ends, or @at
 */
guint
_yd_day_read (const YdTape *text,
              guint         at,
              guint         end,
              YdDate       *date)
{
  guint number;
  guint n = read_figures (text, at, end, &number);
  guint i = at + n;

  *date = (YdDate) { .year = number };
  if (n != 4 || number < 1900 || number > 2200 || i >= end || text->chars[i] != u'年')
    return at;

  i = _yd_tape_trim_left (text, i + 1, end);
  n = _yd_number_read (text, i, end, &date->month);
  if (n == 0 || i + n >= end || text->chars[i + n] != u'月' ||
      date->month < 1 || date->month > 12)
    return at;

  i = _yd_tape_trim_left (text, i + n + 1, end);
  n = _yd_number_read (text, i, end, &date->day);
  if (n == 0 || i + n >= end || text->chars[i + n] != u'日' || date->day < 1 || date->day > 31)
    return at;

  return i + n + 1;
}
