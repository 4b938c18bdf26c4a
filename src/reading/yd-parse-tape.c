/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-parse-tape-private.h"

#include <string.h>
#include <sys/mman.h>

#define STEP 8                  /* characters between two known offsets */

#define MAX_NAME 26
#define N_NAMES 2048

/* Names come back hundreds of times. Those of plain Chinese characters are found again
 * without a look at the bytes, which are long out of the cache.
 */
struct _YdTapeNames
{
  struct
  {
    const char *utf8;
    guint       n;
    char16_t    chars[MAX_NAME];
  } at[N_NAMES];
};

/* Which characters get a class; the same character may stand in several rows. */
static const struct
{
  const char16_t *chars;
  YdClass         class;
} class_chars[] = {
  { u" \t\r\v\f\u00a0\u2002\u2003\u2009\u202f\u2028\u2029\u3000\u200b\ufeff", YD_CLASS_BLANK },
  { u"0123456789", YD_CLASS_DIGIT | YD_CLASS_TERM | YD_CLASS_MARK },
  { u"〇零一二三四五六七八九十百", YD_CLASS_NUMERAL },
  { u"一二三四五六七八九十", YD_CLASS_MARK },
  { u"(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", YD_CLASS_MARK },
  { u"⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", YD_CLASS_MARK },
  { u"。！？!?;", YD_CLASS_STOP },
  { u",;。", YD_CLASS_COMMA },
  { u"部委局厅办院署会司处科室所站行社队馆台组校园区市县省镇乡州旗盟府心位构业地团库班", YD_CLASS_NAME_END },
  { u"年上下每按全半一二三四五六七八九十两第完时办", YD_CLASS_TERM },
  { u"同事先在未经待根报一后方完", YD_CLASS_LINK },
  { u"的了是将要“”《》:!?不为其已可并。;,", YD_CLASS_ODD },
  { u"()", YD_CLASS_BRACKET },
  { u"第首列不", YD_CLASS_RULE },
  { u"、及和以", YD_CLASS_JOINT },
  { u"各有相其试由请以", YD_CLASS_GROUP },
  { u"\n", YD_CLASS_LINE_END },
  { u"\t", YD_CLASS_TAB },
  { u"位门体室限间求务称容作施标项目别号导人注", YD_CLASS_HEAD_END },
  { u"位门区校府企)", YD_CLASS_GROUP_END },
  { u"加强推做抓鼓建完健开落明深提优坚实促引督压注牵责配本支充发动积大吸依带组以包含如除其详原", YD_CLASS_VERB },
  { u"总指基工主目发重保组实试时进有职", YD_CLASS_STOCK },
  { u"任头要合责办实主助与加持导用广成间限结管系注同作", YD_CLASS_LABEL_2 },
  { u"步并旦前经据方再即可成", YD_CLASS_LINK_2 },
  { u"个工日天小月季年周", YD_CLASS_TERM_2 },
  { u"区门地级县市省州乡镇", YD_CLASS_JOIN_END },
  { u"责实施办进头合与助同导持加工别自体好织总", YD_CLASS_ROLE_END },
  { u"(责牵负承主配落协参支指实适推完时办分联备", YD_CLASS_LABEL },
};

/* NFKC leaves these radicals as they are, but papers made from fonts with broken
 * maps have them for the characters they look like.
 */
static const char16_t radicals[][2] = {
  { u'⺠', u'民' }, { u'⻅', u'见' }, { u'⻆', u'角' }, { u'⻋', u'车' }, { u'⻓', u'长' },
  { u'⻔', u'门' }, { u'⻘', u'青' }, { u'⻚', u'页' }, { u'⻰', u'龙' }, { u'⻛', u'风' },
  { u'⻜', u'飞' }, { u'⻢', u'马' }, { u'⻥', u'鱼' }, { u'⻦', u'鸟' }, { u'⻝', u'食' },
  { u'⻉', u'贝' }, { u'⻬', u'齐' }, { u'⻩', u'黄' }, { u'⺟', u'母' }, { u'⻄', u'西' },
};

static char16_t
normalize_bracket (char16_t c)
{
  switch (c)
    {
    case u'[': case u'〔': case u'【': case u'〈': case u'［': case u'﹙': case u'﹝':
      return '(';

    case u']': case u'〕': case u'】': case u'〉': case u'］': case u'﹚': case u'﹞':
      return ')';

    default:
      return c;
    }
}

/* Compatibility characters that stand for one other: Kangxi radicals and the like. */
static char16_t
normalize_rare (char16_t c)
{
  gunichar parts[4];

  for (guint i = 0; i < G_N_ELEMENTS (radicals); i++)
    if (radicals[i][0] == c)
      return radicals[i][1];

  if (g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts)) == 1 && parts[0] < 0xffff)
    return parts[0];

  return c;
}

static char16_t
normalize (gunichar c)
{
  if (c > 0xffff)
    return 0xfffd;

  if (c >= 0x3400 && c < 0xf900)
    return c;

  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xff01 - '!';
  else if (c == 0xff61 || c == 0xff64)
    c = c == 0xff61 ? 0x3002 : 0x3001;
  else if ((c >= 0x2e80 && c < 0x2fe0) || (c >= 0xf900 && c < 0xfb00))
    return normalize_rare (c);

  return normalize_bracket (c);
}

/* U+4000 to U+9FFF: nothing to normalize. */
static inline const guint8 *
decode_plain (const guint8 *at,
              char16_t     *out)
{
  *out = (*at & 0xf) << 12 | (at[1] & 0x3f) << 6 | (at[2] & 0x3f);

  return at + 3;
}

static inline const guint8 *
decode_other (const guint8 *at,
              char16_t     *out)
{
  const gunichar c = *at;

  if (c < 0x80)
    {
      *out = c == '[' || c == ']' ? normalize_bracket (c) : c;
      return at + 1;
    }

  if (c >= 0xe0 && c < 0xf0)
    {
      *out = normalize ((c & 0xf) << 12 | (at[1] & 0x3f) << 6 | (at[2] & 0x3f));
      return at + 3;
    }

  *out = normalize (g_utf8_get_char ((const char *) at));

  return (const guint8 *) g_utf8_next_char ((const char *) at);
}

static gboolean
is_plain (char16_t c)
{
  return c >= 0x4000 && c < 0xa000;
}

static void
decode (YdTape *self,
        gsize   n_bytes)
{
  const guint8 *start = (const guint8 *) self->bytes;
  const guint8 *at = start;
  const guint8 *end = at + n_bytes;
  const guint32 *classes = self->classes;
  char16_t *out = self->chars;
  guint16 *flags = self->flags;
  guint32 *offset = self->offsets;
  gboolean has_compat = FALSE;
  guint left = 0;

  while (at < end)
    {
      char16_t c;

      if (left-- == 0)
        {
          *offset++ = at - start;
          left = STEP - 1;
        }

      if (*at - 0xe4u < 6)
        at = decode_plain (at, &c);
      else
        {
          at = decode_other (at, &c);
          has_compat |= is_plain (c);
        }

      *out++ = c;
      *flags++ = classes[c];
    }

  self->n = out - self->chars;
  self->has_compat = has_compat;
}

/* Pages are handed out 4 KiB at a time, which costs a large text more than decoding
 * it does; huge pages cost nothing. Small texts do not get there.
 */
#define HUGE_PAGE (2 * 1024 * 1024)

static gpointer
alloc_large (gsize size)
{
  gpointer memory = g_aligned_alloc (1, MAX (size, 64), size < HUGE_PAGE ? 64 : HUGE_PAGE);

  if (size >= HUGE_PAGE)
    (void) madvise (memory, size, MADV_HUGEPAGE);

  return memory;
}

/* @self borrows @source. */
void
_yd_tape_init (YdTape   *self,
               YdSource *source)
{
  gsize n_bytes;
  gsize n;

  *self = (YdTape) { .source = source };
  self->bytes = yd_source_get_text (source, &n_bytes);
  n = (gsize) yd_source_get_n_chars (source) + 1;
  self->chars = alloc_large (n * sizeof (char16_t));
  self->flags = alloc_large (n * sizeof (guint16));
  self->names = g_new0 (YdTapeNames, 1);
  self->classes = g_new0 (guint32, G_MAXUINT16 + 1);
  self->offsets = alloc_large ((n / STEP + 1) * sizeof (guint32));

  for (guint i = 0; i < G_N_ELEMENTS (class_chars); i++)
    for (const char16_t *c = class_chars[i].chars; *c != 0; c++)
      self->classes[*c] |= class_chars[i].class;

  decode (self, n_bytes);
  self->chars[self->n] = '\n';
  self->flags[self->n] = YD_CLASS_LINE_END;
}

void
_yd_tape_clear (YdTape *self)
{
  g_clear_pointer (&self->chars, g_aligned_free);
  g_clear_pointer (&self->flags, g_aligned_free);
  g_clear_pointer (&self->classes, g_free);
  g_clear_pointer (&self->names, g_free);
  g_clear_pointer (&self->offsets, g_aligned_free);
}

/* Returns: the first position that is neither blank nor a line end */
guint
_yd_tape_trim_left (const YdTape *self,
                    guint         start,
                    guint         end)
{
  while (start < end && (self->chars[start] == '\n' || _yd_tape_is (self, start, YD_CLASS_BLANK)))
    start++;

  return start;
}

guint
_yd_tape_trim_right (const YdTape *self,
                     guint         start,
                     guint         end)
{
  while (end > start && (self->chars[end - 1] == '\n' ||
                         _yd_tape_is (self, end - 1, YD_CLASS_BLANK)))
    end--;

  return end;
}

/* Returns: the first position of one of @classes, which are of the first 16, or @end */
guint
_yd_tape_find (const YdTape *self,
               guint         start,
               guint         end,
               YdClass       classes)
{
  const guint64 mask = classes * G_GUINT64_CONSTANT (0x0001000100010001);

  for (; start + 4 <= end; start += 4)
    {
      guint64 flags;

      memcpy (&flags, self->flags + start, sizeof flags);
      flags = GUINT64_FROM_LE (flags) & mask;
      if (flags != 0)
        return start + __builtin_ctzll (flags) / 16;
    }

  while (start < end && (self->flags[start] & classes) == 0)
    start++;

  return start;
}

/* Returns: the bytes of the text as printed */
static const char *
get_bytes (const YdTape *self,
           guint         start,
           guint         end,
           gsize        *n)
{
  const char *from = self->bytes + self->offsets[start / STEP];
  const char *to;

  for (guint i = start - start % STEP; i < start; i++)
    from = g_utf8_next_char (from);

  to = from;
  for (guint i = start; i < end; i++)
    to = g_utf8_next_char (to);

  *n = to - from;

  return from;
}

static guint
hash_chars (const char16_t *chars,
            guint           n)
{
  guint64 hash = n;

  for (guint i = 0; i < n; i++)
    hash = (hash ^ chars[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (hash >> 40) % N_NAMES;
}

/* Returns: the text as printed, owned by @outline. For what comes back often. */
const char *
_yd_tape_intern (const YdTape *self,
                 YdOutline    *outline,
                 guint         start,
                 guint         end)
{
  const char16_t *chars = self->chars + start;
  const guint n = end - start;
  gboolean plain = n <= MAX_NAME && !self->has_compat;
  const char *bytes;
  gsize n_bytes;
  guint i;

  for (guint k = 0; k < n && plain; k++)
    plain = is_plain (chars[k]);

  i = plain ? hash_chars (chars, n) : 0;
  if (plain && self->names->at[i].n == n && n > 0 &&
      memcmp (self->names->at[i].chars, chars, n * sizeof *chars) == 0)
    return self->names->at[i].utf8;

  bytes = get_bytes (self, start, end, &n_bytes);
  bytes = _yd_outline_intern_len (outline, bytes, n_bytes);
  if (plain)
    {
      self->names->at[i].utf8 = bytes;
      self->names->at[i].n = n;
      memcpy (self->names->at[i].chars, chars, n * sizeof *chars);
    }

  return bytes;
}

/* The same for what comes once. */
const char *
_yd_tape_dup (const YdTape *self,
              YdOutline    *outline,
              guint         start,
              guint         end)
{
  gsize n;
  const char *bytes = get_bytes (self, start, end, &n);

  return n > 0 ? g_string_chunk_insert_len (outline->strings, bytes, n) : "";
}

static inline gboolean
word_is_at (const YdTape *text,
            guint         at,
            const YdWord *word)
{
  const char16_t *chars = text->chars + at;

  if (chars[0] != word->chars[0])
    return FALSE;

  for (guint i = 1; i < word->n; i++)
    if (chars[i] != word->chars[i])
      return FALSE;

  return TRUE;
}

/* Returns: (nullable): the first word of the table that stands at @start; the
 *   longer words come first in every table
 */
const YdWord *
_yd_word_at (const YdTape *text,
             guint         start,
             guint         end,
             const YdWord *words,
             guint         n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (words[i].n <= end - start && word_is_at (text, start, &words[i]))
      return &words[i];

  return NULL;
}

/* Returns: (nullable): the first word of the table that ends at @end */
const YdWord *
_yd_word_before (const YdTape *text,
                 guint         start,
                 guint         end,
                 const YdWord *words,
                 guint         n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (words[i].n <= end - start &&
        text->chars[end - 1] == words[i].chars[words[i].n - 1] &&
        word_is_at (text, end - words[i].n, &words[i]))
      return &words[i];

  return NULL;
}

/* Returns: where @word stands first, or @end */
guint
_yd_word_find (const YdTape *text,
               guint         start,
               guint         end,
               const YdWord *word)
{
  for (; start + word->n <= end; start++)
    if (word_is_at (text, start, word))
      return start;

  return end;
}
