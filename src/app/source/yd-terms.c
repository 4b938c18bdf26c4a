/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-terms.h"

#include "yd-value.h"

/* What a person writes in place of what a deadline says. */

#define MAX_NUMBERS 3           /* of a date: year, month, day */

/* Returns: whether they say how many, and not when */
gboolean
yd_terms_count (const YdDeadlineTerms *terms)
{
  return g_strcmp0 (terms->rule, "after") == 0;
}

/* Input methods write figures of full width as well. Returns: how many there are, more
 * than %MAX_NUMBERS if too many
 */
static guint
find_numbers (const char *text,
              guint       numbers[MAX_NUMBERS])
{
  guint n = 0;
  gboolean inside = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (c));

      if (digit >= 0 && !inside && ++n > MAX_NUMBERS)
        return n;
      inside = digit >= 0;
      if (inside)
        numbers[n - 1] = MIN (numbers[n - 1], 99999999) * 10 + digit;
    }

  return n;
}

/* `20171231` is a date, and so is `12月31日`, of @year. */
static guint
complete_numbers (guint numbers[MAX_NUMBERS],
                  guint n,
                  guint year)
{
  guint first = numbers[0];

  if (n == 1 && first > 9999)
    {
      numbers[0] = first / 10000;
      numbers[1] = first / 100 % 100;
      numbers[2] = first % 100;
      return 3;
    }
  if (n == 0 || n > 2 || first >= 1000)
    return n;

  numbers[2] = numbers[1];
  numbers[1] = first;
  numbers[0] = year;

  return n + 1;
}

/**
 * yd_terms_read:
 * @terms: what was read; what is written instead goes there
 * @text: a day, a month or a year, as people write them: `2017-12-31`, `2017年12月`
 * @year: the year of a day without one
 *
 * Returns: (transfer full) (nullable): the new value, which @terms now point to, or
 *   nothing if @text is none of these; then @terms are as they were
 */
char *
yd_terms_read (YdDeadlineTerms *terms,
               const char      *text,
               guint            year)
{
  guint numbers[MAX_NUMBERS] = { 0 };
  guint n = complete_numbers (numbers, find_numbers (text, numbers), year);
  g_autofree char *day = g_strdup_printf ("%04u-%02u-%02u", numbers[0], n > 1 ? numbers[1] : 1,
                                          n > 2 ? numbers[2] : 1);
  char *value;

  if (n == 0 || n > MAX_NUMBERS || numbers[0] < 1000 || !yd_value_to_date (day, NULL))
    return NULL;

  value = g_strndup (day, n == 1 ? 4 : n == 2 ? 7 : 10);
  terms->value = value;
  if (n < 3 && g_strcmp0 (terms->rule, "within") == 0)
    return value;

  /* How often belongs to a period within which, and to nothing else. */
  terms->rule = n == 3 ? "date" : "period_end";
  terms->n = 0;
  terms->measure = terms->anchor = terms->anchor_id = NULL;

  return value;
}
