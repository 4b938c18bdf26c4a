/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-text-private.h"

#include <string.h>

/* A text may be damaged here and there; one with more damage than this is none. */
#define CHARS_PER_FAULT 50

void
_yd_text_clear (YdText *text)
{
  g_clear_pointer (&text->bytes, g_bytes_unref);
}

/* DOS ends a text with ^Z, and files saved in a crash end in NULs. */
static gsize
trim_end (const char *bytes,
          gsize       n_bytes)
{
  while (n_bytes > 0 && (bytes[n_bytes - 1] == '\x1a' || bytes[n_bytes - 1] == '\0'))
    n_bytes--;

  return n_bytes;
}

static gboolean
is_damaged (const YdTextCount *count)
{
  return (count->n_bad + count->n_control) * CHARS_PER_FAULT > count->n_chars;
}

/* @bytes in UTF-8, and what _yd_text_count() says of them, become @text. */
static gboolean
finish (GBytes            *bytes,
        const YdTextCount *count,
        const char        *encoding,
        YdText            *text)
{
  const char *data = g_bytes_get_data (bytes, NULL);
  const gsize n_bytes = g_bytes_get_size (bytes);

  if (is_damaged (count))
    return FALSE;

  text->encoding = encoding;
  text->n_chars = count->n_chars;
  text->bytes = count->n_change == 0 ? g_bytes_ref (bytes)
                                     : _yd_text_clean (data, n_bytes, &text->n_chars);

  return TRUE;
}

/* (transfer full) @bytes: UTF-8 out of a decoder that had to replace @n_bad
 * places, perhaps with a mark before it. */
static gboolean
finish_decoded (GBytes     *bytes,
                gsize       n_bad,
                const char *encoding,
                YdText     *text)
{
  const char *data = g_bytes_get_data (bytes, NULL);
  const gsize n_bytes = trim_end (data, g_bytes_get_size (bytes));
  const gsize skip = n_bytes >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  g_autoptr(GBytes) inner = g_bytes_new_from_bytes (bytes, skip, n_bytes - skip);
  YdTextCount count;

  g_bytes_unref (bytes);
  _yd_text_count (g_bytes_get_data (inner, NULL), g_bytes_get_size (inner), &count);
  count.n_bad += n_bad;

  return finish (inner, &count, encoding, text);
}

static gboolean
read_utf16 (GBytes   *file,
            gboolean  big_endian,
            YdText   *text)
{
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (file, &n_bytes);
  gsize n_bad;
  GBytes *decoded = _yd_text_from_utf16 (bytes, n_bytes, big_endian, &n_bad);

  return finish_decoded (decoded, n_bad, big_endian ? "UTF-16BE" : "UTF-16LE", text);
}

/* Neither marked nor sound UTF-8. */
static gboolean
guess (GBytes            *file,
       GBytes            *trimmed,
       const YdTextCount *count,
       YdText            *text)
{
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (file, &n_bytes);
  const gsize little = _yd_text_looks_utf16 (bytes, n_bytes, FALSE);
  const gsize big = _yd_text_looks_utf16 (bytes, n_bytes, TRUE);
  GBytes *decoded;
  gsize n_bad;

  /* Latin letters two by two would look Chinese in UTF-16. */
  if (count->n_bad == 0 && !is_damaged (count))
    return finish (trimmed, count, "UTF-8", text);

  if (little != big)
    return read_utf16 (file, big > little, text);

  /* UTF-8 with some damage: hardly ever is another encoding so much like it. */
  if (count->n_wide >= count->n_bad * 20)
    return finish (trimmed, count, "UTF-8", text);

  if (!_yd_text_looks_gb18030 (bytes, n_bytes))
    return FALSE;

  decoded = _yd_text_from_gb18030 (bytes, n_bytes, &n_bad);

  return decoded != NULL && finish_decoded (decoded, n_bad, "GB18030", text);
}

/**
 * _yd_text_read:
 * @file: a file's bytes
 * @text: (out caller-allocates): the text; clear it with _yd_text_clear()
 *
 * Finds out the encoding: by the byte order mark; else UTF-8 if the bytes are
 * that, which chance never makes of something else; else UTF-16 if that is
 * clear; else GB18030, which nearly any bytes could be. Copies nothing if the
 * file is clean UTF-8 already.
 *
 * Returns: %FALSE if the file is not a text, with nothing to clear
 */
gboolean
_yd_text_read (GBytes *file,
               YdText *text)
{
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (file, &n_bytes);
  g_autoptr(GBytes) trimmed = NULL;
  YdTextCount count;
  gsize skip;

  memset (text, 0, sizeof *text);

  if (n_bytes >= 4 && (memcmp (bytes, "\xff\xfe\0\0", 4) == 0 ||
                       memcmp (bytes, "\0\0\xfe\xff", 4) == 0))
    return FALSE;   /* UTF-32: no program of an office writes that */

  if (n_bytes >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    return read_utf16 (file, *bytes == '\xfe', text);

  skip = n_bytes >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  trimmed = g_bytes_new_from_bytes (file, skip, MAX (trim_end (bytes, n_bytes), skip) - skip);
  _yd_text_count (g_bytes_get_data (trimmed, NULL), g_bytes_get_size (trimmed), &count);

  if (skip > 0 || (count.n_bad == 0 && count.n_nul == 0))
    return finish (trimmed, &count, count.n_wide > 0 || skip > 0 ? "UTF-8" : "US-ASCII", text);

  return guess (file, trimmed, &count, text);
}
