/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-unit-name.h"

/* How names of units are compared. */

/**
 * yd_unit_name_fold:
 * @name: a name as somebody wrote it
 *
 * Papers mix half and full width, and tables have blanks inside of names.
 *
 * Returns: (transfer full): what all ways of writing this name have in common
 */
char *
yd_unit_name_fold (const char *name)
{
  g_autofree char *plain = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *folded = g_string_new (NULL);

  for (const char *c = plain; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar sign = g_utf8_get_char (c);

      if (sign == 0x3014)               /* 〔〕 stand for brackets inside of brackets */
        sign = '(';
      else if (sign == 0x3015)
        sign = ')';
      if (!g_unichar_isspace (sign) && !g_unichar_iszerowidth (sign))
        g_string_append_unichar (folded, sign);
    }

  return g_string_free (folded, FALSE);
}
