/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-fold.h"

#include <string.h>

/* Looking for words whatever their letter case. Who types is looked up in all of a long plan
 * at each character, and Chinese has no case: so what is known to stay itself is copied by
 * its bytes, and only the rest goes the way of g_utf8_casefold().
 */

#define ON_STACK 1024

/* What a character begins with that has three bytes and no case: U+3000 to U+9FFF. */
static gboolean
begins_plain (guint8 byte)
{
  return byte >= 0xe3 && byte <= 0xe9;
}

/* Full width letters, U+FF21 to U+FF3A, whose small ones are 32 further on. */
static void
fold_wide (char *c)
{
  guint8 *bytes = (guint8 *) c;

  if (bytes[1] != 0xbc || bytes[2] < 0xa1 || bytes[2] > 0xba)
    return;

  bytes[1] = 0xbd;
  bytes[2] -= 0x20;
}

/* Folds @text, which is UTF-8, where it stands. Returns: FALSE if it has other characters too */
static gboolean
fold_simple (char *text)
{
  for (guint8 *c = (guint8 *) text; *c != '\0'; )
    {
      if (*c < 0x80)
        {
          *c = g_ascii_tolower (*c);
          c++;
          continue;
        }

      /* U+2000 to U+203F: quotation marks and dashes; U+FF00 to U+FF7F: full width */
      if (!begins_plain (*c) && !(c[0] == 0xe2 && c[1] == 0x80) &&
          !(c[0] == 0xef && (c[1] == 0xbc || c[1] == 0xbd)))
        return FALSE;

      if (*c == 0xef)
        fold_wide ((char *) c);
      c += 3;
    }

  return TRUE;
}

/**
 * yd_fold_has:
 * @text: (nullable): UTF-8
 * @folded: words that went through g_utf8_casefold()
 *
 * Returns: whether @text has @folded in it, whatever the case of its letters
 */
gboolean
yd_fold_has (const char *text,
             const char *folded)
{
  char buffer[ON_STACK];
  g_autofree char *whole = NULL;
  char *copy = buffer;
  gsize size;

  g_return_val_if_fail (folded != NULL, FALSE);

  if (text == NULL)
    return FALSE;

  size = strlen (text) + 1;
  if (size > ON_STACK)
    copy = whole = g_malloc (size);
  memcpy (copy, text, size);
  if (fold_simple (copy))
    return strstr (copy, folded) != NULL;

  g_free (whole);
  whole = g_utf8_casefold (text, -1);

  return strstr (whole, folded) != NULL;
}
