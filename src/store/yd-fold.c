/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-fold-private.h"

#include <string.h>

/* Text as the search sees it: single characters separated by blanks, so that a
 * word of two characters is a phrase and is found; full width as half width, and
 * no capitals. ASCII marks separate nothing and are left out, as are blanks;
 * Chinese marks are characters like others.
 */

static gunichar
fold_char (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;

  if (c < 0x80)
    return g_ascii_isalnum (c) ? (gunichar) g_ascii_tolower (c) : 0;

  /* Most text is Chinese, which knows no capitals. */
  if (c >= 0x2e80 && c <= 0x9fff)
    return c == 0x3000 ? 0 : c;

  return g_unichar_isspace (c) ? 0 : g_unichar_tolower (c);
}

/**
 * _yd_fold_append:
 * @out: where to put it
 * @text: valid UTF-8
 * @len: its length in bytes
 *
 * Appends @text as the index holds it, each character with a blank behind.
 */
void
_yd_fold_append (GString    *out,
                 const char *text,
                 gsize       len)
{
  const char *end = text + len;
  gsize start = out->len;
  char *to;

  /* A blank for each character, and a capital may be shorter than its small letter. */
  g_string_set_size (out, start + len * 3);
  to = out->str + start;

  for (; text < end; text = g_utf8_next_char (text))
    {
      gunichar c = fold_char (g_utf8_get_char (text));

      if (c == 0)
        continue;

      to += g_unichar_to_utf8 (c, to);
      *to++ = ' ';
    }

  g_string_set_size (out, to - out->str);
}

/**
 * _yd_fold_query:
 * @text: what a person typed
 *
 * Words between blanks must all be there, each as it was typed. Nothing in @text
 * is syntax.
 *
 * Returns: (transfer full) (nullable): the query for FTS5; %NULL if nothing is
 *   left to be looked for
 */
char *
_yd_fold_query (const char *text)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_auto(GStrv) words = g_strsplit_set (text, " \t\n\r", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr(GString) phrase = g_string_new (NULL);

      _yd_fold_append (phrase, words[i], strlen (words[i]));
      if (phrase->len > 0)
        g_string_append_printf (out, "%s\"%s\"", out->len > 0 ? " AND " : "", phrase->str);
    }

  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}
