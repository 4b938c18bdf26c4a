/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-likeness.h"

#include <string.h>

/**
 * yd_likeness:
 * @typed: what a person typed
 * @text: a name or a title
 *
 * Names of offices and titles differ in a word or its order, so what counts is how many pairs
 * of neighbouring characters of @typed are in @text.
 *
 * Returns: that share, 0 to 100; 0 for less than two characters
 */
guint
yd_likeness (const char *typed,
             const char *text)
{
  guint n_pairs = 0, n_found = 0;

  g_return_val_if_fail (typed != NULL, 0);

  if (text == NULL || *typed == '\0')
    return 0;

  for (const char *c = typed; *g_utf8_next_char (c) != '\0'; c = g_utf8_next_char (c))
    {
      gsize length = g_utf8_next_char (g_utf8_next_char (c)) - c;

      n_pairs++;
      n_found += memmem (text, strlen (text), c, length) != NULL;
    }

  return n_pairs > 0 ? 100 * n_found / n_pairs : 0;
}
