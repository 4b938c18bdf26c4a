/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-ics-private.h"

#include <string.h>

/* Lines of iCalendar (RFC 5545, 3.1 and 3.3.11). What is written is little and always the same,
 * and so is made here, at once where it is to stand.
 */

/* In bytes, without the end of the line. */
#define MAX_LINE 75

/* What stands for a line that goes on: `\r\n `. */
#define FOLD 3

/* What a character becomes. Returns: how many bytes of @text it has */
static gsize
escape (const char *text,
        char       *escaped,
        gsize      *n)
{
  const gsize size = (gsize) g_utf8_skip[(guchar) *text];

  *n = 0;
  if (size > 1)
    {
      for (; *n < size && text[*n] != '\0'; (*n)++)
        escaped[*n] = text[*n];
      return *n;
    }

  if (*text == '\n')
    {
      escaped[(*n)++] = '\\';
      escaped[(*n)++] = 'n';
      return 1;
    }

  if (*text == ';' || *text == ',' || *text == '\\')
    escaped[(*n)++] = '\\';
  if ((guchar) *text >= ' ' || *text == '\t')   /* others have no place in a calendar */
    escaped[(*n)++] = *text;

  return 1;
}

/**
 * _yd_ics_append_text:
 * @out: where to
 * @name: of the property
 * @text: its value, in UTF-8
 *
 * Appends a line, folded where it is too long, and never within a character.
 */
void
_yd_ics_append_text (GString    *out,
                     const char *name,
                     const char *text)
{
  const gsize begin = out->len, n_name = strlen (name), n_text = strlen (text);
  /* Each byte may become two, and each line has room for more than half of its bytes. */
  const gsize most = n_name + 2 * n_text + (4 * n_text / MAX_LINE + 1) * FOLD + 3;
  gsize column = n_name + 1;
  char *at;

  g_string_set_size (out, begin + most);
  at = out->str + begin;
  at = (char *) memcpy (at, name, n_name) + n_name;
  *at++ = ':';
  while (*text != '\0')
    {
      char escaped[8];
      gsize n;

      text += escape (text, escaped, &n);
      if (column + n > MAX_LINE)
        {
          at = (char *) memcpy (at, "\r\n ", FOLD) + FOLD;
          column = 1;
        }
      at = (char *) memcpy (at, escaped, n) + n;
      column += n;
    }
  at = (char *) memcpy (at, "\r\n", 2) + 2;
  g_string_truncate (out, (gsize) (at - out->str));
}

static void
append_day (GString *out,
            YdDay    day)
{
  int year, month, of_month;

  yd_day_split (day, &year, &month, &of_month);
  g_string_append_printf (out, "%04d%02d%02d", year, month, of_month);
}

/**
 * _yd_ics_append_time:
 * @out: where to
 * @name: of the property
 * @day: a day
 * @minute: of that day, or %YD_MINUTE_NONE for all of it
 *
 * Appends a line. A time without a zone is one where the reader is: the office does not move.
 */
void
_yd_ics_append_time (GString    *out,
                     const char *name,
                     YdDay       day,
                     int         minute)
{
  g_string_append (out, name);
  g_string_append (out, minute == YD_MINUTE_NONE ? ";VALUE=DATE:" : ":");
  append_day (out, day);
  if (minute != YD_MINUTE_NONE)
    g_string_append_printf (out, "T%02d%02d00", minute / 60, minute % 60);
  g_string_append (out, "\r\n");
}
