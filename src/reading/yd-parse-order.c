/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-order-private.h"

/* Phrases that say what comes before, after or together with what. They are
 * remarks on their sentence until a person says which points they join.
 */

#define MAX_SEGMENT 60          /* characters on each side that are shown with a phrase */

#define BEFORE(words, start, end) _yd_word_before (text, start, end, words, G_N_ELEMENTS (words))

/* A phrase begins with @head and, if there is one, has @tail within @gap characters. */
typedef struct
{
  YdWord         head;
  YdWord         tail;
  guint          gap;
  YdOutlineOrder type;
  guint8         sure;
} Phrase;

#define HEAD(text) YD_WORD (text, 0)
#define NONE { NULL, 0, 0, NULL }

/* From the quotes counted in real papers (PATTERNS.md §6). */
static const Phrase phrases[] = {
  { HEAD ("同步"), NONE, 0, YD_OUTLINE_SS, 60 },
  { HEAD ("一并"), NONE, 0, YD_OUTLINE_SS, 50 },
  { HEAD ("事前"), HEAD ("事后"), 12, YD_OUTLINE_FS, 60 },
  { HEAD ("事前"), HEAD ("事中"), 12, YD_OUTLINE_FS, 40 },
  { HEAD ("先"), HEAD ("后"), 8, YD_OUTLINE_FS, 60 },
  { HEAD ("未经"), HEAD ("不得"), 24, YD_OUTLINE_FS, 70 },
  { HEAD ("在"), HEAD ("基础上"), 24, YD_OUTLINE_FS, 30 },
  { HEAD ("在"), HEAD ("前提下"), 24, YD_OUTLINE_FS, 40 },
  { HEAD ("待"), HEAD ("后"), 20, YD_OUTLINE_FS, 60 },
  { HEAD ("根据"), HEAD ("结果"), 16, YD_OUTLINE_FS, 40 },
  { HEAD ("根据"), HEAD ("情况"), 16, YD_OUTLINE_FS, 30 },
  { HEAD ("经"), HEAD ("通过后"), 32, YD_OUTLINE_FS, 60 },
  { HEAD ("经"), HEAD ("同意后"), 32, YD_OUTLINE_FS, 60 },
  { HEAD ("经"), HEAD ("批准后"), 32, YD_OUTLINE_FS, 60 },
  { HEAD ("经"), HEAD ("要求后"), 32, YD_OUTLINE_FS, 50 },
  { HEAD ("经"), HEAD ("审定后"), 32, YD_OUTLINE_FS, 60 },
  { HEAD ("经"), HEAD ("审核后"), 32, YD_OUTLINE_FS, 60 },
  { HEAD ("经"), HEAD ("备案后"), 32, YD_OUTLINE_FS, 50 },
  { HEAD ("报"), HEAD ("备案"), 16, YD_OUTLINE_FS, 30 },
  { HEAD ("报"), HEAD ("批准后"), 20, YD_OUTLINE_FS, 60 },
  { HEAD ("报"), HEAD ("同意后"), 20, YD_OUTLINE_FS, 60 },
  { HEAD ("一旦"), HEAD ("立即"), 30, YD_OUTLINE_FS, 50 },
  { HEAD ("完成后"), NONE, 0, YD_OUTLINE_FS, 40 },
  { HEAD ("后方可"), NONE, 0, YD_OUTLINE_FS, 70 },
  { HEAD ("后再"), NONE, 0, YD_OUTLINE_FS, 60 },
  { HEAD ("后即"), NONE, 0, YD_OUTLINE_FS, 50 },
  { HEAD ("方可"), NONE, 0, YD_OUTLINE_FS, 50 },
};

/* Words that only look like the head of a phrase: 四化同步, 先进, 率先, 经济. */
static const struct
{
  char16_t        head;
  const char16_t *before;
  const char16_t *after;
} false_heads[] = {
  { u'同', u"化型时", u"" },
  { u'先', u"率优首领争原", u"进行锋导后期生例决予试" },
  { u'经', u"已曾神财", u"济营验费理过贸开常纪典络" },
  { u'在', u"存正现潜所实内", u"线于职校岗" },
  { u'待', u"等接期对看有招", u"遇" },
  { u'报', u"公海日举情汇申上通简年", u"告道" },
  { u'后', u"先", u"" },
};

static gboolean
has_char (const char16_t *set,
          char16_t        c)
{
  for (; *set != 0; set++)
    if (*set == c)
      return TRUE;

  return FALSE;
}

static gboolean
is_false (const YdTape *text,
          guint         start,
          guint         at,
          guint         end,
          const Phrase *phrase)
{
  for (guint i = 0; i < G_N_ELEMENTS (false_heads); i++)
    if (false_heads[i].head == text->chars[at])
      return (at > start && has_char (false_heads[i].before, text->chars[at - 1])) ||
             (at + phrase->head.n < end &&
              has_char (false_heads[i].after, text->chars[at + phrase->head.n]));

  return FALSE;
}

/* Whether a phrase may begin at @at: most begin with two characters. */
static gboolean
may_begin (const YdTape *text,
           guint         at,
           guint         end)
{
  switch (text->chars[at])
    {
    case u'先': case u'在': case u'待': case u'经': case u'报':
      return TRUE;

    default:
      return at + 1 < end && _yd_tape_is (text, at + 1, YD_CLASS_LINK_2);
    }
}

/* Returns: where the phrase ends, or @at where it does not stand */
static guint
match (const YdTape *text,
       guint         start,
       guint         at,
       guint         end,
       const Phrase *phrase)
{
  const guint after = at + phrase->head.n;
  guint limit;
  guint tail;

  if (text->chars[at] != phrase->head.chars[0] ||
      _yd_word_at (text, at, end, &phrase->head, 1) == NULL ||
      is_false (text, start, at, end, phrase))
    return at;

  if (phrase->tail.n == 0)
    return after;

  limit = _yd_tape_find (text, after, MIN (end, after + phrase->gap), YD_CLASS_STOP);
  tail = _yd_word_find (text, after, limit, &phrase->tail);

  return tail < limit && tail > after ? tail + phrase->tail.n : at;
}

/* Widens a phrase to the part of the sentence that it stands in. */
static YdSpan
widen (const YdTape *text,
       guint         start,
       guint         end,
       YdSpan        span)
{
  guint left = span.start;
  guint right = span.end;

  while (left > start && span.start - left < MAX_SEGMENT && text->chars[left - 1] != '\n' &&
         !_yd_tape_is (text, left - 1, YD_CLASS_COMMA | YD_CLASS_STOP))
    left--;

  while (right < end && right - span.end < MAX_SEGMENT && text->chars[right] != '\n' &&
         !_yd_tape_is (text, right, YD_CLASS_COMMA | YD_CLASS_STOP))
    right++;

  return (YdSpan) { left, right };
}

static guint
add (const YdTape *text,
     YdOutline    *outline,
     guint         point,
     YdSpan        bounds,
     YdSpan        span,
     const Phrase *phrase)
{
  YdOutlineDependency dependency = {
    .point = point, .type = phrase->type, .from = YD_OUTLINE_NONE, .to = YD_OUTLINE_NONE,
    .sure = phrase->sure,
  };

  dependency.span = widen (text, bounds.start, bounds.end, span);
  dependency.text = _yd_tape_dup (text, outline, dependency.span.start, dependency.span.end);
  g_array_append_val (outline->dependencies, dependency);

  return dependency.span.end;
}

static guint
read_at (const YdTape *text,
         YdOutline    *outline,
         guint         point,
         YdSpan        bounds,
         guint         at)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      const guint after = match (text, bounds.start, at, bounds.end, &phrases[i]);

      if (after > at)
        return add (text, outline, point, bounds, (YdSpan) { at, after }, &phrases[i]);
    }

  return at + 1;
}

/* Finds the phrases on order between @start and @end and puts them on @point. */
void
_yd_orders_read (const YdTape *text,
                 YdOutline    *outline,
                 guint         point,
                 guint         start,
                 guint         end)
{
  for (guint i = _yd_tape_find (text, start, end, YD_CLASS_LINK); i < end;
       i = _yd_tape_find (text, i, end, YD_CLASS_LINK))
    i = may_begin (text, i, end)
        ? read_at (text, outline, point, (YdSpan) { start, end }, i) : i + 1;
}
