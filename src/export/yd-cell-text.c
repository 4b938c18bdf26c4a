/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cell-text-private.h"

#include <string.h>

/* Latin letters and digits are half as wide as Chinese ones in the official fonts; the fonts
 * that stand in for those set them a little wider. */
#define HALF_WIDTH 0.56

static gboolean
is_fit (const char *text)
{
  for (const guchar *c = (const guchar *) text; *c != '\0'; c++)
    {
      if (*c < 0x20 && *c != '\n' && *c != '\t')
        return FALSE;
      if (*c == 0xef && c[1] == 0xbf && c[2] >= 0xbe)         /* U+FFFE, U+FFFF */
        return FALSE;
    }

  return g_utf8_validate (text, -1, NULL);
}

/*
 * _yd_cell_text_clean:
 * @text: any bytes
 *
 * Drops what XML 1.0 §2.2 does not allow in a document at all, not even as a
 * character reference, and makes all line ends \n.
 *
 * Returns: (transfer full) (nullable): the clean text; %NULL when @text is clean
 */
char *
_yd_cell_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  GString *out;

  if (G_LIKELY (is_fit (text)))
    return NULL;

  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid));
  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar ch = g_utf8_get_char (c);

      if (ch == '\r')
        g_string_append (out, c[1] == '\n' ? "" : "\n");
      else if ((ch >= 0x20 || ch == '\n' || ch == '\t') && ch != 0xfffe && ch != 0xffff)
        g_string_append_unichar (out, ch);
    }

  return g_string_free (out, FALSE);
}

/* _x0041_ is a character by its number in a workbook (ECMA-376 part 1, §22.9.2.19). One that
 * stands in the text itself has its first sign written so; libxlsxwriter does not see to that.
 * Returns: (transfer full) (nullable): %NULL when there is none */
char *
_yd_cell_text_escape_xlsx (const char *text,
                           gsize       len)
{
  const char *c = memchr (text, '_', len);
  GString *out;

  if (G_LIKELY (c == NULL))
    return NULL;

  out = g_string_new_len (text, c - text);
  for (; *c != '\0'; c++)
    {
      if (c[0] == '_' && c[1] == 'x' && strspn (c + 2, "0123456789abcdefABCDEF") >= 4 &&
          c[6] == '_')
        g_string_append (out, "_x005F");
      g_string_append_c (out, *c);
    }

  return g_string_free (out, FALSE);
}

/* Appends clean text as XML character data, fit for an attribute in double quotes too. */
void
_yd_text_append_xml (GString    *out,
                     const char *text,
                     gsize       len)
{
  const char *plain = text;
  const char *end = text + len;

  for (const char *c = text; c < end; c++)
    {
      const char *escape;

      if (G_LIKELY (*c != '&' && *c != '<' && *c != '>' && *c != '"'))
        continue;

      escape = *c == '&' ? "&amp;" : *c == '<' ? "&lt;" : *c == '>' ? "&gt;" : "&quot;";
      g_string_append_len (out, plain, c - plain);
      g_string_append (out, escape);
      plain = c + 1;
    }

  g_string_append_len (out, plain, end - plain);
}

/* Most of a Chinese text: it breaks before and after each of these. */
static inline gboolean
is_ideograph (gunichar ch)
{
  return ch >= 0x3400 && ch < 0xa000;
}

static inline double
get_width (gunichar ch)
{
  if (ch < 0x80)
    return HALF_WIDTH;
  if (is_ideograph (ch) || (ch >= 0x3000 && ch < 0x3030) || (ch >= 0xff00 && ch < 0xff61))
    return 1;
  if (g_unichar_iszerowidth (ch))
    return 0;

  return ch < 0xa0 ? HALF_WIDTH : 1;     /* “ … — × Α: as wide as Chinese in Chinese fonts */
}

/* May not begin a line; GB/T 15834-2011 §5.1. */
static gboolean
is_closing (gunichar ch)
{
  switch (ch)
    {
    case ',': case '.': case ';': case ':': case '!': case '?': case '%':
    case ')': case ']': case '}':
    case L'、': case L'。': case L'，': case L'．': case L'：': case L'；': case L'！': case L'？':
    case L'％': case L'…': case L'—': case L'·':
    case L'”': case L'’': case L'》': case L'〉': case L'】': case L'〕': case L'）': case L'］':
    case L'｝': case L'」': case L'』':
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
is_opening (gunichar ch)
{
  switch (ch)
    {
    case '(': case '[': case '{':
    case L'“': case L'‘': case L'《': case L'〈': case L'【': case L'〔': case L'（': case L'［':
    case L'｛': case L'「': case L'『':
      return TRUE;

    default:
      return FALSE;
    }
}

/* Whether a line may end between the two characters. */
gboolean
_yd_text_may_break (gunichar before,
                    gunichar after)
{
  if (before < 0x80 && after < 0x80)
    return before == ' ' || before == '-';

  return (is_ideograph (after) || !is_closing (after)) &&
         (is_ideograph (before) || !is_opening (before));
}

/* Decodes what is known to be valid. */
static inline gunichar
get_char (const guchar *c)
{
  if (*c < 0x80)
    return *c;
  if (*c >= 0xe0 && *c < 0xf0)
    return (*c & 0x0f) << 12 | (c[1] & 0x3f) << 6 | (c[2] & 0x3f);

  return g_utf8_get_char ((const char *) c);
}

/* Whether the text is narrow enough to need no breaking. */
static gboolean
is_one_line (const char *text,
             gsize       len,
             double      width)
{
  guint n_half = 0, n_full = 0;

  for (gsize i = 0; i < len; i++)
    {
      if (text[i] == '\n')
        return FALSE;
      n_half += (guchar) text[i] < 0x80;
      n_full += (guchar) text[i] >= 0xc0;
    }

  return n_half * HALF_WIDTH + n_full <= width;
}

/*
 * _yd_text_count_lines:
 * @text: clean text
 * @len: its length in bytes
 * @width: how wide a line is, in Chinese characters
 *
 * Says how many lines a program needs that breaks as Chinese text is broken: a
 * closing mark takes the character before it along to the next line, an opening
 * one does not end a line, Latin words stay whole when they can.
 *
 * Returns: the number of lines, at least 1
 */
guint
_yd_text_count_lines (const char *text,
                      gsize       len,
                      double      width)
{
  const char *end = text + len;
  gunichar before = '\n';
  double line = 0, word = 0;            /* what is on the line; what cannot be parted at its end */
  guint lines = 1;

  if (is_one_line (text, len, width))
    return 1;

  for (const char *c = text; c < end; c = g_utf8_next_char (c))
    {
      const gunichar ch = get_char ((const guchar *) c);
      const double own = get_width (ch);

      if (ch == '\n' || _yd_text_may_break (before, ch))
        word = 0;
      if (ch == '\n')
        line = 0;
      lines += ch == '\n';
      before = ch;
      if (ch == '\n')
        continue;

      word += own;
      line += own;
      if (line > width)
        {
          lines++;
          word = word < line ? word : own;
          line = word;
        }
    }

  return lines;
}
