/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-notice-reading.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* A notice on days off, in the words of the State Council's office: 一、元旦：1月1日放假，与周末连休。
 * Every sentence that speaks of a day, of being off or of working must be understood from its
 * first to its last character. What is printed twice (weekdays, 共3天) is compared.
 */

/* One day: year, month, day and what stands in brackets behind it. */
#define DAY    "(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:\\(([^()]*)\\))?"
#define N_DAY  4
#define BARE   "(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日(?:\\([^()]*\\))?"
#define LIST   "(" BARE "(?:(?:[至到、和及]|以及)" BARE ")*)"
#define EXTRA  "(?:,?(?:不调休|(?:并)?与周末(?:调休)?连休|(?:共(?:计)?(\\d+)天)))*"

/* More than any notice has, and little enough to be read while somebody waits. */
#define MAX_CHARS 20000

typedef struct
{
  YdNoticeReading *result;
  GRegex          *off;
  GRegex          *work;
  GRegex          *day;
  char            *name;                /* (nullable): of the item that is read */
  YdSpan           span;                /* of the sentence */
  YdDay            last;                /* the last day read, for what it leaves out */
} Reader;

static void G_GNUC_PRINTF (2, 3)
complain (Reader     *self,
          const char *format,
          ...)
{
  YdNoticeProblem problem = { .span = self->span };
  va_list args;

  va_start (args, format);
  problem.message = g_strdup_vprintf (format, args);
  va_end (args);

  g_array_append_val (self->result->problems, problem);
}

/* 周三, 星期三, also behind 农历除夕、. Returns: 1 to 7, 0 for none */
static int
find_weekday (const char *note)
{
  static const char * const names[] = { "一", "二", "三", "四", "五", "六", "日", "天" };
  const char *at = strstr (note, "周");

  at = at != NULL ? at + strlen ("周") : strstr (note, "星期");
  if (at == NULL)
    return 0;
  if (g_str_has_prefix (at, "星期"))
    at += strlen ("星期");

  for (int i = 0; i < (int) G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (at, names[i]))
      return MIN (i + 1, 7);

  return 0;
}

static int
fetch_number (GMatchInfo *match,
              int         group)
{
  g_autofree char *text = g_match_info_fetch (match, group);

  return text != NULL ? atoi (text) : 0;
}

/* What is not printed is as in the day before it: 2月4日至10日. New Year may begin in the
 * December before.
 */
static YdDay
make_day (Reader     *self,
          GMatchInfo *match)
{
  g_autofree char *note = g_match_info_fetch (match, N_DAY);
  int year, month;
  const int printed_year = fetch_number (match, 1), printed_month = fetch_number (match, 2);
  const int of_month = fetch_number (match, 3);
  int weekday;
  YdDay day;

  yd_day_split (self->last, &year, &month, NULL);
  if (printed_month > 0)
    {
      year = self->result->notice->year;
      if (printed_month == 12 && self->name != NULL && strstr (self->name, "元旦") != NULL)
        year--;
      month = printed_month;
    }
  if (printed_year > 0)
    year = printed_year;

  day = yd_day_new (year, month, of_month);
  weekday = note != NULL ? find_weekday (note) : 0;
  if (day == YD_DAY_NONE)
    complain (self, _("There is no such day."));
  else if (weekday > 0 && weekday != yd_day_get_weekday (day))
    {
      g_autofree char *words = yd_day_dup_words (day);

      complain (self, _("The day of the week does not fit: %s."), words);
    }

  return self->last = day;
}

static void
add_days (Reader   *self,
          YdDay     first,
          YdDay     last,
          gboolean  working,
          guint    *n_days)
{
  if (first == YD_DAY_NONE || last == YD_DAY_NONE)
    return;

  if (last < first || last - first > 31)
    {
      complain (self, _("The last day does not fit the first."));
      return;
    }

  for (YdDay day = first; day <= last; day++, (*n_days)++)
    if (!yd_notice_add_day (self->result->notice, day, working, self->name))
      {
        g_autofree char *words = yd_day_dup_words (day);

        complain (self, _("%s is named twice."), words);
      }
}

/* Returns: how many days it names */
static guint
read_list (Reader     *self,
           const char *list,
           gboolean    working)
{
  g_autoptr(GMatchInfo) match = NULL;
  YdDay open = YD_DAY_NONE;             /* the first day of a stretch */
  gboolean pending = FALSE;
  guint n = 0;

  g_regex_match (self->day, list, 0, &match);
  while (g_match_info_matches (match))
    {
      const YdDay day = make_day (self, match);
      int end;

      g_match_info_fetch_pos (match, 0, NULL, &end);
      if (!pending)
        open = day;
      pending = g_str_has_prefix (list + end, "至") || g_str_has_prefix (list + end, "到");
      if (!pending)
        add_days (self, open, day, working, &n);

      g_match_info_next (match, NULL);
    }

  return n;
}

/* Reads one clause that begins at *@at and moves it behind. */
static gboolean
read_clause (Reader      *self,
             const char **at)
{
  g_autoptr(GMatchInfo) match = NULL;
  const gboolean off = g_regex_match_full (self->off, *at, -1, 0, G_REGEX_MATCH_ANCHORED, &match,
                                           NULL);
  g_autofree char *list = NULL;
  int end, stated;
  guint n;

  if (!off)
    {
      g_clear_pointer (&match, g_match_info_unref);
      if (!g_regex_match_full (self->work, *at, -1, 0, G_REGEX_MATCH_ANCHORED, &match, NULL))
        return FALSE;
    }

  list = g_match_info_fetch (match, 1);
  n = read_list (self, list, !off);
  for (int i = 2; off && i <= 3; i++)
    {
      stated = fetch_number (match, i);
      if (stated > 0 && stated != (int) n)
        complain (self, _("It says %d days, but names %u."), stated, n);
    }

  g_match_info_fetch_pos (match, 0, NULL, &end);
  *at += end;

  return TRUE;
}

static gboolean
has_any (const char         *text,
         const char * const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
begins_with_any (const char         *text,
                 const char * const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (text, *words))
      return TRUE;

  return FALSE;
}

/* What is recommended is no arrangement: 鼓励各单位……安排职工在除夕（2月9日）休息. Nor is what
 * introduces the list, or says how to be on duty meanwhile.
 */
static gboolean
is_prose (const char *sentence)
{
  static const char * const advice[] = { "鼓励", "建议", "提倡", NULL };
  static const char * const meanwhile[] = { "节假日期间", "放假期间", "节日期间", NULL };
  static const char * const telling[] = {
    "放假", "上班", "调休", "休息", "补休", "补班", "连休", "休假", "假期", "工作日", NULL,
  };

  if (begins_with_any (sentence, advice))
    return TRUE;
  if (strstr (sentence, "月") != NULL && strstr (sentence, "日") != NULL)
    return FALSE;

  return g_str_has_suffix (sentence, "通知如下") || g_str_has_suffix (sentence, "的通知") ||
         begins_with_any (sentence, meanwhile) || !has_any (sentence, telling);
}

/* Drops 一、 and the like, and the name before a colon. */
static const char *
read_heading (Reader     *self,
              const char *sentence)
{
  static const char * const marks[] = {
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "(", ")", NULL,
  };
  const char *colon = strchr (sentence, ':');
  const char *at = sentence;
  gboolean numbered = FALSE;

  for (guint i = 0; marks[i] != NULL;)
    if (g_str_has_prefix (at, marks[i]))
      at += strlen (marks[i]), i = 0, numbered = TRUE;
    else
      i++;
  if (g_ascii_isdigit (*at) && (at[1] == '.' || g_str_has_prefix (at + 1, "、")))
    at++, numbered = TRUE;

  if (!numbered || !(g_str_has_prefix (at, "、") || *at == '.' || at[-1] == ')'))
    at = sentence;
  else if (g_str_has_prefix (at, "、"))
    at += strlen ("、");
  else if (*at == '.')
    at++;

  if (colon == NULL || colon <= at || colon[1] == '\0' || colon - at > 60)
    return at;

  g_free (self->name);
  self->name = g_strndup (at, colon - at);

  return colon + 1;
}

/* 2018年12月1日 alone under the text is the day of issue. */
static gboolean
read_issued (Reader     *self,
             const char *sentence)
{
  g_autoptr(GMatchInfo) match = NULL;
  int end;

  if (!g_regex_match_full (self->day, sentence, -1, 0, G_REGEX_MATCH_ANCHORED, &match, NULL))
    return FALSE;

  g_match_info_fetch_pos (match, 0, NULL, &end);
  if (sentence[end] != '\0' || fetch_number (match, 1) == 0)
    return FALSE;

  self->result->notice->issued = yd_day_new (fetch_number (match, 1), fetch_number (match, 2),
                                             fetch_number (match, 3));

  return TRUE;
}

/* 国办发明电〔2018〕15号 */
static gboolean
read_paper_number (Reader     *self,
                   const char *sentence)
{
  if (strstr (sentence, "〔") == NULL || !g_str_has_suffix (sentence, "号") ||
      strlen (sentence) > 80)
    return FALSE;

  g_free (self->result->notice->number);
  self->result->notice->number = g_strdup (sentence);

  return TRUE;
}

static void
read_sentence (Reader     *self,
               const char *sentence)
{
  const char *at = sentence;

  if (*sentence == '\0' || read_issued (self, sentence) || read_paper_number (self, sentence))
    return;

  if (is_prose (sentence))
    return;

  for (at = read_heading (self, sentence); *at != '\0'; at += *at == ',')
    if (!read_clause (self, &at) || (*at != '\0' && *at != ','))
      {
        complain (self, _("This sentence was not understood."));
        return;
      }
}

/* One form for what is written in several: no blanks, narrow signs and figures. */
static void
append_plain (GString  *text,
              gunichar  c)
{
  static const struct { gunichar from; const char *to; } same[] = {
    { 0xff1a, ":" }, { 0xff0c, "," }, { 0xff08, "(" }, { 0xff09, ")" }, { 0xff0e, "." },
    { 0x2014, "至" }, { 0x2013, "至" }, { '-', "至" }, { 0xff0d, "至" }, { '~', "至" },
    { 0xff5e, "至" }, { 0x3014, "〔" }, { 0x3015, "〕" }, { '[', "〔" }, { ']', "〕" },
  };

  if (g_unichar_isspace (c) || c == 0xfeff)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    if (same[i].from == c)
      {
        g_string_append (text, same[i].to);
        return;
      }

  g_string_append_unichar (text, c >= 0xff10 && c <= 0xff19 ? c - 0xff10 + '0' : c);
}

static gboolean
ends_sentence (gunichar c)
{
  return c == 0x3002 || c == 0xff1b || c == ';' || c == '\n' || c == '\0';
}

static void
read_sentences (Reader     *self,
                const char *text)
{
  g_autoptr(GString) sentence = g_string_new (NULL);
  const char *at = text;

  self->span = (YdSpan) { 0, 0 };
  for (guint i = 0;; i++, at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (!ends_sentence (c))
        {
          append_plain (sentence, c);
          continue;
        }

      self->span.end = i;
      read_sentence (self, sentence->str);
      g_string_truncate (sentence, 0);
      self->span.start = i + 1;
      if (c == '\0')
        return;
    }
}

/* The first year that stands before 年 with something of the feast days behind it. */
static int
find_year (const char *text)
{
  g_autoptr(GRegex) regex = g_regex_new ("(\\d{4})年(?!\\d{1,2}月)", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GString) plain = g_string_new (NULL);
  int year;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    append_plain (plain, g_utf8_get_char (at));

  g_regex_match (regex, plain->str, 0, &match);
  year = g_match_info_matches (match) ? fetch_number (match, 1) : 0;

  return year >= YD_YEAR_FIRST && year <= YD_YEAR_LAST ? year : 0;
}

static void
read_text (Reader     *self,
           const char *text)
{
  YdNotice *notice = self->result->notice;

  self->span = (YdSpan) { 0, g_utf8_strlen (text, -1) };
  notice->year = find_year (text);
  if (self->span.end > MAX_CHARS)
    {
      complain (self, _("This is too long to be a notice on days off."));
      return;
    }
  if (notice->year == 0)
    complain (self, _("It does not say for which year it is."));

  read_sentences (self, text);
  self->span = (YdSpan) { 0, 0 };
  if (notice->days->len == 0 && self->result->problems->len == 0)
    complain (self, _("It names no day."));
}

static void
clear_problem (YdNoticeProblem *problem)
{
  g_free (problem->message);
}

/**
 * yd_notice_reading_new:
 * @text: the text of a notice, UTF-8
 * @region: (nullable): whose notice it is, where it is not the State Council's
 *
 * Returns: (transfer full): what was understood of it, and what was not
 */
YdNoticeReading *
yd_notice_reading_new (const char *text,
                       const char *region)
{
  YdNoticeReading *result = g_new0 (YdNoticeReading, 1);
  Reader self = {
    .result = result,
    .off = g_regex_new (LIST "(?:放假调休|调休放假|放假|休息|调休)(?:(\\d+)天)?" EXTRA, 0, 0, NULL),
    .work = g_regex_new (LIST "(?:均|都)?(?:照常|正常|调休|补)?上班", 0, 0, NULL),
    .day = g_regex_new (DAY, 0, 0, NULL),
  };
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  result->notice = yd_notice_new (0);
  result->notice->region = region != NULL && *region != '\0' ? g_strdup (region) : NULL;
  result->notice->text = g_strdup (valid);
  result->problems = g_array_new (FALSE, FALSE, sizeof (YdNoticeProblem));
  g_array_set_clear_func (result->problems, (GDestroyNotify) clear_problem);

  read_text (&self, valid);

  g_regex_unref (self.off);
  g_regex_unref (self.work);
  g_regex_unref (self.day);
  g_free (self.name);

  return result;
}

void
yd_notice_reading_free (YdNoticeReading *self)
{
  g_clear_pointer (&self->notice, yd_notice_free);      /* may have been taken */
  g_array_unref (self->problems);
  g_free (self);
}
