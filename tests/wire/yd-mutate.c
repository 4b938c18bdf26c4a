/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-mutate.h"

/* The last ones are what JSON readers are known to see differently. */
static const char * const tokens[] = {
  "{", "}", "[", "]", ":", ",", "\"", "\"a\"", "\"b\"", "\"\"", "\"a\":", "\"a\":1,", "null",
  "true", "false", "0", "1", "-1", "12", " ", "\n", "\t", "\r", "a", "要", "\\", "/",
  "\"\\u0061\"", "\"\\ud83d\\ude00\"", "\\ud83d", "\\ude00", "\\u0000", "\\u", "\\n", "\\x",
  "1.5", "1e5", "1E400", "-0", "01", "0x1", "+1", "9007199254740991", "9007199254740992",
  "9223372036854775807", "9223372036854775808", "NaN", "inf", "'a'", "/*", "*/", "//", "#", "$1",
  "var a =", "\xef\xbb\xbf", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xff", "\x7f",
  "\x01", "\f", "\v", "\xc2\xa0", "\xe2\x80\xa8",
};

/* Adds a piece at the end of @json. */
void
yd_mutate_append (GString *json,
                  GRand   *rand)
{
  g_string_append (json, tokens[g_rand_int_range (rand, 0, G_N_ELEMENTS (tokens))]);
}

/* Changes @json in one place. */
void
yd_mutate (GString *json,
           GRand   *rand)
{
  const guint at = g_rand_int_range (rand, 0, json->len + 1);
  const guint some = g_rand_int_range (rand, 1, 8), n = MIN (json->len - at, some);
  const char *token = tokens[g_rand_int_range (rand, 0, G_N_ELEMENTS (tokens))];
  g_autofree char *part = g_strndup (json->str + at, n);

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      g_string_erase (json, at, n);
      break;
    case 1:
      g_string_insert (json, at, token);
      break;
    case 2:
      g_string_erase (json, at, n);
      g_string_insert (json, at, token);
      break;
    case 3:
      g_string_insert (json, g_rand_int_range (rand, 0, json->len + 1), part);
      break;
    default:
      if (at < json->len)
        json->str[at] = g_rand_int_range (rand, 0, 256);
      break;
    }
}
