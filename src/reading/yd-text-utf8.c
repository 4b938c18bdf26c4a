/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-text-private.h"

#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"   /* U+FFFD */

typedef enum
{
  UNIT_PLAIN,
  UNIT_BREAK,     /* ends a line, and is not \n */
  UNIT_CONTROL,
  UNIT_BAD,
  UNIT_CUT,       /* the text ends inside of a character */
} Unit;

static inline gboolean
is_tail (guchar c)
{
  return (c & 0xc0) == 0x80;
}

/* Passes over U+3000 to U+9FFF, three bytes each that need no second look: nearly
 * all of Chinese. Returns: how many characters. */
static inline gsize
skip_common (const guchar **p,
             const guchar  *end)
{
  const guchar *start = *p;

  while (end - *p >= 3 && (*p)[0] >= 0xe3 && (*p)[0] <= 0xe9 && is_tail ((*p)[1]) &&
         is_tail ((*p)[2]))
    *p += 3;

  return (*p - start) / 3;
}

/* What cannot begin a character, or not go on with it; takes its tails along. */
static Unit
measure_bad (const guchar *p,
             const guchar *end,
             guint        *length)
{
  const guint wanted = *p >= 0xf0 ? 4 : *p >= 0xe0 ? 3 : 2;
  guint n = 1;

  if (*p < 0xc2 || *p > 0xf4)
    return UNIT_BAD;

  while (n < wanted && p + n < end && is_tail (p[n]))
    n++;

  *length = n;
  return n < wanted && p + n == end ? UNIT_CUT : UNIT_BAD;
}

/* The characters that end a line besides \n are those of UAX #14, class BK. */
static inline Unit
measure_ascii (const guchar *p,
               const guchar *end,
               guint        *length)
{
  if ((*p >= 0x20 && *p != 0x7f) || *p == '\n' || *p == '\t')
    return UNIT_PLAIN;

  if (*p == '\r' && p + 1 < end && p[1] == '\n')
    *length = 2;

  return *p == '\r' || *p == '\v' || *p == '\f' ? UNIT_BREAK : UNIT_CONTROL;
}

static inline Unit
measure_two (const guchar *p,
             const guchar *end,
             guint        *length)
{
  if (*p < 0xc2 || end - p < 2 || !is_tail (p[1]))
    return measure_bad (p, end, length);

  *length = 2;
  if (*p == 0xc2 && p[1] < 0xa0)
    return p[1] == 0x85 ? UNIT_BREAK : UNIT_CONTROL;

  return UNIT_PLAIN;
}

static inline Unit
measure_three (const guchar *p,
               const guchar *end,
               guint        *length)
{
  guint head;

  if (end - p < 3 || !is_tail (p[1]) || !is_tail (p[2]))
    return measure_bad (p, end, length);

  *length = 3;
  head = p[0] << 8 | p[1];
  if (head < 0xe0a0 || (head >= 0xeda0 && head <= 0xedbf))
    return UNIT_BAD;
  if (head == 0xe280 && (p[2] == 0xa8 || p[2] == 0xa9))
    return UNIT_BREAK;
  if (head == 0xefbf && p[2] >= 0xbe)
    return UNIT_CONTROL;   /* U+FFFE and U+FFFF: no document may hold them */

  return UNIT_PLAIN;
}

static inline Unit
measure_four (const guchar *p,
              const guchar *end,
              guint        *length)
{
  guint head;

  if (*p > 0xf4 || end - p < 4 || !is_tail (p[1]) || !is_tail (p[2]) || !is_tail (p[3]))
    return measure_bad (p, end, length);

  *length = 4;
  head = p[0] << 8 | p[1];

  return head >= 0xf090 && head < 0xf490 ? UNIT_PLAIN : UNIT_BAD;
}

static inline Unit
measure (const guchar *p,
         const guchar *end,
         guint        *length)
{
  *length = 1;

  if (*p < 0x80)
    return measure_ascii (p, end, length);
  if ((*p & 0xf0) == 0xe0)
    return measure_three (p, end, length);
  if (*p < 0xe0)
    return measure_two (p, end, length);

  return measure_four (p, end, length);
}

/**
 * _yd_text_count:
 * @text: bytes that may be UTF-8
 * @n_bytes: how many
 * @count: (out caller-allocates): what was found
 *
 * One pass, as fast as the check that every text needs anyway.
 */
void
_yd_text_count (const char  *text,
                gsize        n_bytes,
                YdTextCount *count)
{
  const guchar *p = (const guchar *) text;
  const guchar *end = p + n_bytes;
  gsize n_chars = 0;
  gsize n_wide = 0;

  memset (count, 0, sizeof *count);

  for (guint length; p < end; p += length)
    {
      const gsize n_common = skip_common (&p, end);
      Unit unit;

      n_chars += n_common;
      n_wide += n_common;
      if (p == end)
        break;

      unit = measure (p, end, &length);
      n_chars++;
      n_wide += *p >= 0x80;
      if (G_LIKELY (unit == UNIT_PLAIN))
        continue;

      count->n_change++;
      n_wide -= unit == UNIT_BAD;
      count->n_nul += *p == '\0';
      count->n_control += unit == UNIT_CONTROL;
      count->n_bad += unit == UNIT_BAD;
    }

  count->n_chars = n_chars;
  count->n_wide = n_wide;
}

/**
 * _yd_text_clean:
 * @text: bytes that are mostly UTF-8
 * @n_bytes: how many
 * @n_chars: (out): the characters of the result
 *
 * Ends every line in \n, and puts U+FFFD, which people see, in the place of what
 * is no character or a control character: nothing is dropped without a trace.
 *
 * Returns: (transfer full): clean text
 */
GBytes *
_yd_text_clean (const char *text,
                gsize       n_bytes,
                gsize      *n_chars)
{
  const guchar *p = (const guchar *) text;
  const guchar *end = p + n_bytes;
  const guchar *plain = p;
  GByteArray *out = g_byte_array_sized_new (n_bytes + n_bytes / 16);

  *n_chars = 0;

  for (guint length; p < end; p += length)
    {
      Unit unit;

      *n_chars += skip_common (&p, end);
      if (p == end)
        break;

      unit = measure (p, end, &length);
      ++*n_chars;
      if (G_LIKELY (unit == UNIT_PLAIN))
        continue;

      g_byte_array_append (out, plain, p - plain);
      plain = p + length;
      if (unit == UNIT_BREAK)
        g_byte_array_append (out, (const guint8 *) "\n", 1);
      else
        g_byte_array_append (out, (const guint8 *) REPLACEMENT, strlen (REPLACEMENT));
    }

  g_byte_array_append (out, plain, end - plain);

  return g_byte_array_free_to_bytes (out);
}
