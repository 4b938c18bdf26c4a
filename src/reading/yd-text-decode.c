/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-text-private.h"

#include <errno.h>
#include <string.h>

#define REPLACEMENT   "\xef\xbf\xbd"   /* U+FFFD */
#define CONVERTER_OFF ((GIConv) -1)

/* So much of a file tells its encoding; all of it is checked when it is decoded. */
#define SAMPLE_BYTES  65536

static inline guint
get_unit (const guchar *p,
          gboolean      big_endian)
{
  return big_endian ? p[0] << 8 | p[1] : p[1] << 8 | p[0];
}

/* What nearly every character of a Chinese document is, if the order is right. */
static gboolean
is_usual (guint unit)
{
  return (unit >= 0x20 && unit < 0x7f) || unit == '\n' || unit == '\r' || unit == '\t' ||
         (unit >= 0x2010 && unit < 0x2028) || (unit >= 0x2460 && unit < 0x2500) ||
         (unit >= 0x3000 && unit < 0x3040) || (unit >= 0x4e00 && unit < 0xa000) ||
         (unit >= 0xff00 && unit < 0xfff0);
}

/**
 * _yd_text_looks_utf16:
 * @bytes: a file that is not UTF-8
 * @n_bytes: its size
 * @big_endian: the order to try
 *
 * Without a byte order mark it is clear if nine in ten units are what they
 * usually are; random bytes reach a third. Latin letters look Chinese in the
 * wrong order, but Chinese never looks Latin: so those count twice.
 *
 * Returns: 0 if it is not clear, else more for the right order
 */
gsize
_yd_text_looks_utf16 (const char *bytes,
                      gsize       n_bytes,
                      gboolean    big_endian)
{
  const guchar *p = (const guchar *) bytes;
  const gsize n_units = MIN (n_bytes, SAMPLE_BYTES) / 2;
  gsize n_usual = 0;
  gsize n_latin = 0;

  if (n_units < 4)
    return 0;

  for (gsize i = 0; i < n_units; i++)
    {
      const guint unit = get_unit (p + 2 * i, big_endian);

      n_usual += is_usual (unit);
      n_latin += unit < 0x7f;
    }

  return n_usual * 10 >= n_units * 9 ? n_usual + n_latin : 0;
}

/* The bytes of the unit of GB18030 at @p by its shape, 0 if it has none. */
static guint
measure_gb18030 (const guchar *p,
                 const guchar *end)
{
  if (p[0] < 0x80)
    return 1;
  if (p[0] == 0x80 || p[0] == 0xff || end - p < 2)
    return 0;
  if (p[1] >= 0x40 && p[1] != 0x7f && p[1] != 0xff)
    return 2;
  if (end - p >= 4 && g_ascii_isdigit (p[1]) && p[2] >= 0x81 && p[2] != 0xff &&
      g_ascii_isdigit (p[3]))
    return 4;

  return 0;
}

/**
 * _yd_text_looks_gb18030:
 * @bytes: a file that is neither UTF-8 nor UTF-16
 * @n_bytes: its size
 *
 * Nearly any bytes have the shape of GB18030, Big5 among them. But a Chinese
 * document of today is written in the characters of GB 2312 (rows 1-9 and
 * 16-87 of its table), some rare ones aside.
 *
 * Returns: whether it is a text in GB18030
 */
gboolean
_yd_text_looks_gb18030 (const char *bytes,
                        gsize       n_bytes)
{
  const guchar *p = (const guchar *) bytes;
  const guchar *end = p + MIN (n_bytes, SAMPLE_BYTES);
  gsize n_pairs = 0;
  gsize n_usual = 0;
  gsize n_bad = 0;

  for (guint length; p < end; p += MAX (length, 1))
    {
      length = measure_gb18030 (p, end);
      if (length == 0 && end - p < 4)
        break;   /* cut off */
      n_bad += length == 0;
      n_pairs += length == 2;
      if (length == 2)
        n_usual += p[1] >= 0xa1 && ((p[0] >= 0xa1 && p[0] <= 0xa9) ||
                                    (p[0] >= 0xb0 && p[0] <= 0xf7));
    }

  /* A few characters prove nothing: take them as they are. */
  return n_bad * 20 <= n_pairs + 20 && (n_pairs < 16 || n_usual * 4 >= n_pairs * 3);
}

/**
 * _yd_text_from_utf16:
 * @bytes: a text in UTF-16
 * @n_bytes: its size
 * @big_endian: its byte order
 * @n_bad: (out): how much of it was replaced, but for what was cut off at the end
 *
 * Returns: (transfer full): it in UTF-8, with U+FFFD for half a character
 */
GBytes *
_yd_text_from_utf16 (const char *bytes,
                     gsize       n_bytes,
                     gboolean    big_endian,
                     gsize      *n_bad)
{
  const guchar *p = (const guchar *) bytes;
  const guchar *end = p + n_bytes;
  char *text = g_malloc (n_bytes / 2 * 3 + 3);   /* two bytes become three, four stay four */
  char *out = text;

  *n_bad = 0;

  for (; end - p >= 2; p += 2)
    {
      gunichar c = get_unit (p, big_endian);

      if (c >= 0xd800 && c < 0xdc00 && end - p >= 4)
        {
          const guint low = get_unit (p + 2, big_endian);

          if (low >= 0xdc00 && low < 0xe000)
            {
              c = 0x10000 + ((c - 0xd800) << 10 | (low - 0xdc00));
              p += 2;
            }
        }

      if (c >= 0xd800 && c < 0xe000)
        {
          *n_bad += end - p >= 4;
          c = 0xfffd;
        }
      out += g_unichar_to_utf8 (c, out);
    }

  if (p < end)
    out += g_unichar_to_utf8 (0xfffd, out);

  return g_bytes_new_take (text, out - text);
}

/* Opened once, early: the C library loads its table from a file, and later no
 * file can be opened any more. */
static GIConv gb18030 = CONVERTER_OFF;

/**
 * _yd_text_prepare:
 *
 * Loads what decoding needs. To be called before yd_confine_self().
 */
void
_yd_text_prepare (void)
{
  if (gb18030 == CONVERTER_OFF)
    gb18030 = g_iconv_open ("UTF-8", "GB18030");
}

/**
 * _yd_text_from_gb18030:
 * @bytes: a text in GB18030, or in GBK or GB 2312 which are parts of it
 * @n_bytes: its size
 * @n_bad: (out): how much of it was replaced, but for what was cut off at the end
 *
 * Returns: (transfer full) (nullable): it in UTF-8, with U+FFFD for what has no
 *   meaning; %NULL if this system cannot decode it
 */
GBytes *
_yd_text_from_gb18030 (const char *bytes,
                       gsize       n_bytes,
                       gsize      *n_bad)
{
  const char *end = bytes + n_bytes;
  const gsize size = n_bytes * 3 + 3;   /* touched only as far as it is written */
  char *text;
  char *out;
  gsize left = size;

  *n_bad = 0;
  _yd_text_prepare ();
  if (gb18030 == CONVERTER_OFF)
    return NULL;

  text = out = g_malloc (size);
  g_iconv (gb18030, NULL, NULL, NULL, NULL);

  while (bytes < end)
    {
      char *in = (char *) bytes;
      gsize n_in = end - bytes;

      if (g_iconv (gb18030, &in, &n_in, &out, &left) == (gsize) -1)
        {
          const guint length = measure_gb18030 ((const guchar *) in, (const guchar *) end);

          /* A character that was cut off at the end is one mark, not two. */
          *n_bad += errno != EINVAL;
          in = errno == EINVAL ? (char *) end : in + MAX (length, 1);
          memcpy (out, REPLACEMENT, 3);
          out += 3;
          left -= 3;
        }
      bytes = in;
    }

  return g_bytes_new_take (g_realloc (text, out - text + 1), out - text);
}
