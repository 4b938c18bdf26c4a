/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <stdlib.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* make-pinyin FIRST LAST: run while the program is built; prints for each character from
 * FIRST to LAST, in hexadecimal, the letter with which its reading begins, or a full
 * stop. ICU knows the readings, but reads its rules for a tenth of a second and more,
 * and the program would load it at each start.
 */

#define PER_LINE 64

static char
find_letter (UTransliterator *transliterator,
             UChar32          c)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[32];
  int32_t len = 0, limit;

  U16_APPEND_UNSAFE (text, len, c);
  limit = len;
  utrans_transUChars (transliterator, text, &len, 32, 0, &limit, &status);

  return U_SUCCESS (status) && len > 0 && text[0] >= 'a' && text[0] <= 'z' ? text[0] : '.';
}

int
main (int    argc,
      char **argv)
{
  static const UChar id[] = u"Han-Latin; Latin-ASCII; Lower";
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transliterator;
  long first, last;

  if (argc != 3)
    return EXIT_FAILURE;

  transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    return EXIT_FAILURE;

  first = strtol (argv[1], NULL, 16);
  last = strtol (argv[2], NULL, 16);
  for (long c = first; c <= last; c++)
    {
      if ((c - first) % PER_LINE == 0)
        fputs (c == first ? "\"" : "\"\n\"", stdout);
      putchar (find_letter (transliterator, c));
    }
  puts ("\"");
  utrans_close (transliterator);

  return EXIT_SUCCESS;
}
