/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-terms.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "yd-value.h"

/* What a deadline says, in words, and what a person writes instead. */

#define MAX_NUMBERS 3           /* of a date: year, month, day */

static const char * const days[] = {
  "", N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
};

/* Returns: what @deadline says now; it belongs to the row */
YdDeadlineTerms
yd_terms_get (YdRow *deadline)
{
  return (YdDeadlineTerms) {
    .rule = yd_row_get_cell (deadline, YD_DEADLINE_RULE),
    .value = yd_row_get_cell (deadline, YD_DEADLINE_VALUE),
    .n = yd_row_get_int (deadline, YD_DEADLINE_N, 0),
    .measure = yd_row_get_cell (deadline, YD_DEADLINE_MEASURE),
    .anchor = yd_row_get_cell (deadline, YD_DEADLINE_ANCHOR),
    .anchor_id = yd_row_get_cell (deadline, YD_DEADLINE_ANCHOR_ID),
    .roll = yd_row_get_cell (deadline, YD_DEADLINE_ROLL),
    .first = yd_row_get_flag (deadline, YD_DEADLINE_FIRST),
    .unit = yd_row_get_cell (deadline, YD_DEADLINE_UNIT),
  };
}

/* Returns: whether they say how many, and not when */
gboolean
yd_terms_count (const YdDeadlineTerms *terms)
{
  return g_strcmp0 (terms->rule, "after") == 0 ||
         (g_strcmp0 (terms->rule, "recurring") == 0 && terms->n > 0);
}

static char *
say_day (const char *value)
{
  GDate date;

  if (value == NULL || !yd_value_to_date (value, &date))
    return g_strdup (value != NULL ? value : "");

  return g_strdup_printf ("%s %s", value, _(days[g_date_get_weekday (&date)]));
}

static char *
say_count (const YdDeadlineTerms *terms)
{
  guint n = terms->n;

  if (g_strcmp0 (terms->measure, "workdays") == 0)
    return g_strdup_printf (ngettext ("%u working day", "%u working days", n), n);
  if (g_strcmp0 (terms->measure, "months") == 0)
    return g_strdup_printf (ngettext ("%u month", "%u months", n), n);
  if (g_strcmp0 (terms->measure, "hours") == 0)
    return g_strdup_printf (ngettext ("%u hour", "%u hours", n), n);

  return g_strdup_printf (ngettext ("%u day", "%u days", n), n);
}

static char *
say_after (const YdDeadlineTerms *terms)
{
  g_autofree char *count = say_count (terms);

  if (g_strcmp0 (terms->anchor, "issued") == 0)
    return g_strdup_printf (_("Within %s of the issue"), count);
  if (g_strcmp0 (terms->anchor, "received") == 0)
    return g_strdup_printf (_("Within %s of receipt"), count);
  if (g_strcmp0 (terms->anchor, "event") == 0)
    return g_strdup_printf (_("Within %s of the event"), count);

  return g_strdup_printf (_("Within %s"), count);
}

/* As the parser and the editor of deadlines write them. */
static const struct { const char *value, *words; } periods[] = {
  { "daily",       N_("Every day")        },
  { "weekly",      N_("Every week")       },
  { "monthly",     N_("Every month")      },
  { "two-monthly", N_("Every two months") },
  { "quarterly",   N_("Every quarter")    },
  { "termly",      N_("Every term")       },
  { "half-yearly", N_("Every half year")  },
  { "halfyearly",  N_("Every half year")  },
  { "yearly",      N_("Every year")       },
  { "two-yearly",  N_("Every two years")  },
};

static char *
say_recurring (const YdDeadlineTerms *terms)
{
  guint n = terms->n;

  if (n > 0)
    return g_strdup_printf (ngettext ("%u time, recurring", "%u times, recurring", n), n);

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (g_strcmp0 (terms->value, periods[i].value) == 0)
      return g_strdup (_(periods[i].words));

  return g_strdup (_("Recurring"));
}

/* Until a year, a month or a day is over; a document may leave out the year. */
static char *
say_end_of (const char *value)
{
  g_autoptr(GDateTime) date = NULL;
  g_autofree char *words = NULL;
  int year = 0, month = 0, day = 0;

  if (sscanf (value, "--%2d-%2d", &month, &day) < 1)
    sscanf (value, "%4d-%2d-%2d", &year, &month, &day);

  date = g_date_time_new_utc (year > 0 ? year : 2000, MAX (month, 1), MAX (day, 1), 0, 0, 0);
  if (date == NULL)
    return g_strdup_printf (_("By the end of %s"), value);

  if (day > 0)
    {
      words = year > 0 ? g_date_time_format (date, _("%B %-e, %Y"))
                       : g_date_time_format (date, _("%B %-e"));
      return g_strdup_printf (_("By %s"), words);
    }

  if (month > 0)
    words = year > 0 ? g_date_time_format (date, _("%B %Y")) : g_date_time_format (date, _("%B"));
  else
    words = g_date_time_format (date, _("%Y"));

  return g_strdup_printf (_("By the end of %s"), words);
}

/* Returns: (transfer full): what @terms say, as an office would */
char *
yd_terms_dup_words (const YdDeadlineTerms *terms)
{
  const char *rule = terms->rule;

  if (g_strcmp0 (rule, "date") == 0)
    return say_day (terms->value);
  if (g_strcmp0 (rule, "after") == 0)
    return say_after (terms);
  if (g_strcmp0 (rule, "recurring") == 0)
    return say_recurring (terms);
  if (g_strcmp0 (rule, "longterm") == 0)
    return g_strdup (_("Long-term"));
  if (terms->value != NULL &&
      (g_strcmp0 (rule, "within") == 0 || g_strcmp0 (rule, "period_end") == 0))
    return say_end_of (terms->value);

  return g_strdup (_("No date"));
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
