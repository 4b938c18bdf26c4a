/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-block-private.h"

#include "yd-parse-date-private.h"
#include "yd-parse-name-private.h"

/* A text that lost its line ends has the foot of the paper right behind its last point:
 * closing words, the list of annexes, who signed, when. Here they are told apart, so
 * that they can be read like lines.
 */

#define MAX_FOOT 600            /* characters that are looked through for a signature */
#define MAX_HEAD 800            /* where the name of who signs stands, too */
#define MAX_SIGNATURE 30
#define MAX_TRIES 8             /* days that may be below a signature */

#define AT(words, start, end) _yd_word_at (text, start, end, words, G_N_ELEMENTS (words))
#define BEFORE(words, start, end) _yd_word_before (text, start, end, words, G_N_ELEMENTS (words))

static const YdWord annexes[] = { YD_WORD ("附件:", 0), YD_WORD ("附:", 0) };

/* What may come behind the day of a paper. */
static const YdWord after_days[] = {
  YD_WORD ("(", 0), YD_WORD ("印发", 0), YD_WORD ("抄送", 0), YD_WORD ("抄报", 0),
  YD_WORD ("附", 0), YD_WORD ("打印", 0), YD_WORD ("关闭", 0), YD_WORD ("分享", 0),
};

static const YdWord printed[] = { YD_WORD ("印发", 0) };

/* 本措施自2025年5月31日起施行 */
static const YdWord own_names[] = {
  YD_WORD ("本措施自", 0), YD_WORD ("本方案自", 0), YD_WORD ("本意见自", 0), YD_WORD ("本通知自", 0),
  YD_WORD ("本办法自", 0), YD_WORD ("本细则自", 0), YD_WORD ("本要点自", 0), YD_WORD ("本计划自", 0),
};

/* Those whom the last words of a paper are for. */
static const YdWord readers[] = {
  YD_WORD ("各", 0), YD_WORD ("请各", 0), YD_WORD ("以上", 0), YD_WORD ("上述", 0),
};

static void
add_cut (GArray *cuts,
         guint   at)
{
  g_array_append_val (cuts, at);
}

static gboolean
is_same (const YdTape *text,
         guint         a,
         guint         b,
         guint         n)
{
  for (guint i = 0; i < n; i++)
    if (text->chars[a + i] != text->chars[b + i])
      return FALSE;

  return TRUE;
}

/* Whether the name between stands in the head of the text, too. */
static gboolean
is_in_head (const YdTape *text,
            guint         start,
            guint         end)
{
  const guint n = end - start;

  for (guint i = 0; i + n <= MIN (start, MAX_HEAD); i++)
    if (is_same (text, i, start, n))
      return TRUE;

  return FALSE;
}

/* Returns: where the name begins that signs the paper before @end, or @end */
static guint
find_signature (const YdTape *text,
                guint         start,
                guint         end)
{
  const guint limit = end - start > MAX_SIGNATURE ? end - MAX_SIGNATURE : start;
  guint found = end;
  guint at = end;

  while (at > limit && !_yd_tape_is (text, at - 1, YD_CLASS_STOP | YD_CLASS_BLANK |
                                                   YD_CLASS_BRACKET | YD_CLASS_COMMA))
    {
      at--;
      if (end - at >= 4 && is_in_head (text, at, end))
        found = at;
    }

  if (found == end && at > limit && _yd_name_is_unit (text, at, end))
    found = at;

  return found < end && _yd_name_is_unit (text, found, end) ? found : end;
}

/* Cuts before the names that sign and before the days behind them. */
static void
cut_signatures (const YdTape *text,
                guint         start,
                guint         end,
                GArray       *cuts)
{
  guint at = end - start > MAX_FOOT ? end - MAX_FOOT : start;
  guint tries = 0;

  for (; at < end && tries < MAX_TRIES; at++)
    {
      YdDate date;
      guint name_end;
      guint name;
      guint after;

      if (!_yd_tape_is (text, at, YD_CLASS_DIGIT | YD_CLASS_NUMERAL))
        continue;

      after = _yd_day_read (text, at, end, &date);
      name_end = after > at ? _yd_tape_trim_right (text, start, at) : start;
      if (name_end == start || !_yd_tape_is (text, name_end - 1, YD_CLASS_NAME_END))
        continue;

      after = _yd_tape_trim_left (text, after, end);
      if (after < end && AT (after_days, after, end) == NULL)
        continue;

      tries++;
      name = find_signature (text, start, name_end);
      if (name == name_end)
        continue;

      add_cut (cuts, name);
      if (AT (printed, after, end) == NULL)
        {
          add_cut (cuts, at);
          add_cut (cuts, after);
        }
      at = after - 1;
    }
}

/* 附件：1.任务分解表, 附件2名单; not 见附件1. */
static gboolean
is_annex (const YdTape *text,
          guint         at,
          guint         end)
{
  const char16_t before = text->chars[at - 1];

  if (text->chars[at] != u'附' || at + 2 >= end || before == u'见' || before == '(' ||
      before == u'按' || before == u'照' || before == u'的')
    return FALSE;

  return AT (annexes, at, end) != NULL ||
         (text->chars[at + 1] == u'件' && _yd_tape_is (text, at + 2, YD_CLASS_DIGIT) &&
          _yd_tape_is (text, at - 1, YD_CLASS_STOP | YD_CLASS_NAME_END | YD_CLASS_BLANK |
                                     YD_CLASS_BRACKET));
}

/* Cuts before the list of annexes and before closing words. */
static void
cut_closing (const YdTape *text,
             guint         start,
             guint         end,
             GArray       *cuts)
{
  guint clause = start;
  gboolean listed = FALSE;

  for (guint i = start + 1; i < end; i++)
    {
      const char16_t c = text->chars[i - 1];

      if (c == ')' && i > start + 8)
        clause = i < end && _yd_tape_is (text, i, YD_CLASS_STOP) ? i + 1 : i;

      if (!listed && is_annex (text, i, end))
        {
          listed = TRUE;
          add_cut (cuts, i);
        }
      else if (text->chars[i] == u'本' && AT (own_names, i, end) != NULL)
        add_cut (cuts, i);
    }

  clause = _yd_tape_trim_left (text, clause, end);
  if (clause > start && AT (readers, clause, end) != NULL)
    add_cut (cuts, clause);
}

static int
compare_cuts (gconstpointer a,
              gconstpointer b)
{
  const guint *first = a;
  const guint *second = b;

  return *first < *second ? -1 : *first > *second;
}

/* Returns: (transfer full) (element-type guint): where the last point of a text without
 *   line ends is over and where the parts of its foot begin
 */
GArray *
_yd_foot_find (const YdTape *text,
               guint         start,
               guint         end)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (guint));

  cut_closing (text, start, end, cuts);
  cut_signatures (text, start, end, cuts);
  g_array_sort (cuts, compare_cuts);

  return cuts;
}
