/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-words.h"

#include <glib/gi18n-lib.h>

#include "yd-period-name.h"
#include "yd-recurrence.h"

/* What a deadline says, in words. No day is computed here that nobody stated. */

/* A leap year, for days of which the year is not said. */
#define SOME_YEAR 2000

static gboolean
is_word (const char *word,
         const char *value)
{
  return g_strcmp0 (word, value) == 0;
}

static char *
format_day (int         year,
            int         month,
            int         day,
            const char *format)
{
  g_autoptr(GDateTime) date = g_date_time_new_utc (year > 0 ? year : SOME_YEAR, MAX (month, 1),
                                                   MAX (day, 1), 0, 0, 0);

  return date != NULL ? g_date_time_format (date, format) : NULL;
}

static char *
say_half (const YdPeriodName *name)
{
  if (name->year == 0)
    return g_strdup (name->half == 1 ? _("the first half of the year")
                                     : _("the second half of the year"));

  return g_strdup_printf (name->half == 1 ? _("the first half of %d") : _("the second half of %d"),
                          name->year);
}

static char *
say_quarter (const YdPeriodName *name)
{
  if (name->year == 0)
    return g_strdup_printf (_("quarter %d"), name->quarter);

  /* Translators: which quarter of which year */
  return g_strdup_printf (_("quarter %1$d of %2$d"), name->quarter, name->year);
}

/* Returns: (transfer full) (nullable): a year, or a part of one */
static char *
say_period (const YdPeriodName *name)
{
  if (name->half > 0)
    return say_half (name);
  if (name->quarter > 0)
    return say_quarter (name);
  if (name->day > 0)
    return format_day (name->year, name->month, name->day,
                       name->year > 0 ? _("%B %-e, %Y") : _("%B %-e"));
  if (name->month > 0)
    /* Translators: a month of a year, and one whose year is not said */
    return format_day (name->year, name->month, 1, name->year > 0 ? _("%B %Y") : _("%B"));
  if (name->year > 0)
    return format_day (name->year, 1, 1, _("%Y"));

  return g_strdup (_("the year"));
}

static char *
say_date (const char *value)
{
  const YdDay day = yd_day_parse (value);
  YdPeriodName name;
  g_autofree char *words = NULL;

  if (day != YD_DAY_NONE)
    return yd_day_dup_words (day);
  if (yd_period_name_read (value, &name))
    words = say_period (&name);

  return words != NULL ? g_steal_pointer (&words) : g_strdup (value);
}

static char *
say_end_of (const char *value)
{
  YdPeriodName name;
  g_autofree char *words = yd_period_name_read (value, &name) ? say_period (&name) : NULL;

  if (words == NULL)
    return g_strdup_printf (_("By %s"), value);
  if (name.half > 0 || name.quarter > 0)
    /* Translators: a quarter or one half of a year */
    return g_strdup_printf (C_("quarter", "By the end of %s"), words);

  return g_strdup_printf (name.day > 0 ? _("By %s") : _("By the end of %s"), words);
}

static char *
say_within (const YdDeadlineTerms *terms)
{
  YdPeriodName name;
  g_autofree char *period = yd_period_name_read (terms->value, &name) ? say_period (&name) : NULL;
  const char *words = period != NULL ? period : terms->value;
  const guint n = CLAMP (terms->n, 0, G_MAXINT);

  if (n == 0)
    /* Translators: a year, a month, a quarter */
    return g_strdup_printf (C_("period", "Within %s"), words);

  /* Translators: %2$s is a year or a month */
  return g_strdup_printf (ngettext ("At least %1$u time within %2$s",
                                    "At least %1$u times within %2$s", n), n, words);
}

/* Returns: (transfer full) (nullable): the term that a law sets */
static char *
say_statute (const char *code)
{
  guint n;
  const YdStatute *statutes = yd_statute_list (&n);

  for (guint i = 0; code != NULL && i < n; i++)
    if (yd_statute_is_called (&statutes[i], code))
      /* Translators: what the law sets a term for */
      return g_strdup_printf (_("As the law sets it: %s"), _(statutes[i].title));

  return NULL;
}

static char *
say_after (const YdDeadlineTerms *terms)
{
  static const struct { const char *anchor, *after, *before; } anchors[] = {
    { "issued",   N_("Within %s after the document was issued"),
                  N_("%s before the document was issued") },
    { "received", N_("Within %s after it was received"), N_("%s before it was received") },
    { "event",    N_("Within %s after the event"),       N_("%s before the event") },
    { "start",    N_("Within %s after the start"),       N_("%s before the start") },
    { "finish",   N_("Within %s after the end"),         N_("%s before the end") },
  };
  g_autofree char *count = yd_deadline_dup_count (terms);
  const char *words = terms->n < 0 ? _("%s before") : _("Within %s");

  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    if (is_word (terms->anchor, anchors[i].anchor))
      words = terms->n < 0 ? _(anchors[i].before) : _(anchors[i].after);

  /* Every one of them has one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (words, count);
#pragma GCC diagnostic pop
}

/* On a day of each period, counted from its first. */
static char *
say_day_of (const YdRecurrence *recurrence,
            guint               n)
{
  static const char * const weekdays[] = {
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"),
    N_("Saturday"), N_("Sunday"),
  };

  if (is_word (recurrence->code, "weekly") && n <= G_N_ELEMENTS (weekdays))
    /* Translators: a day of the week */
    return g_strdup_printf (_("Every week, by %s"), _(weekdays[n - 1]));
  if (is_word (recurrence->code, "monthly"))
    return g_strdup_printf (_("Every month, by day %u"), n);

  /* Translators: such as “Every quarter”, and which day of it */
  return g_strdup_printf (_("%1$s, by its day %2$u"), _(recurrence->words), n);
}

/* `yearly-03-31`, `yearly-02` */
static char *
say_date_of (const YdRecurrence *recurrence,
             const char         *date)
{
  g_autofree char *value = g_strconcat ("-", date, NULL);
  YdPeriodName name;
  g_autofree char *words = yd_period_name_read (value, &name) ? say_period (&name) : NULL;

  if (words == NULL)
    return g_strdup (_(recurrence->words));

  /* Translators: such as “Every year”, and a day or a month */
  return g_strdup_printf (name.day > 0 ? _("%1$s, by %2$s") : _("%1$s, by the end of %2$s"),
                          _(recurrence->words), words);
}

static char *
say_recurring (const YdDeadlineTerms *terms)
{
  const char *date;
  const YdRecurrence *recurrence = yd_recurrence_split (terms->value, &date);
  g_autofree char *law = say_statute (terms->value);
  g_autofree char *count = NULL;

  if (law != NULL)
    return g_steal_pointer (&law);
  if (recurrence == NULL)
    return g_strdup (_("Again and again"));
  if (*date != '\0')
    return say_date_of (recurrence, date);
  if (terms->n <= 0)
    return g_strdup (_(recurrence->words));
  if (terms->measure == NULL)
    return say_day_of (recurrence, terms->n);

  count = yd_deadline_dup_count (terms);

  /* Translators: such as “Every quarter”, “7 days” */
  return g_strdup_printf (_("%1$s, within %2$s after its end"), _(recurrence->words), count);
}

/**
 * yd_deadline_dup_count:
 * @terms: what a deadline says
 *
 * Returns: (transfer full): how many of what, such as “30 working days”; of a term that is counted
 *   back as well
 */
char *
yd_deadline_dup_count (const YdDeadlineTerms *terms)
{
  const guint n = CLAMP (ABS (terms->n), 0, G_MAXINT);

  if (is_word (terms->measure, "workdays"))
    return g_strdup_printf (ngettext ("%u working day", "%u working days", n), n);
  if (is_word (terms->measure, "months"))
    return g_strdup_printf (ngettext ("%u month", "%u months", n), n);
  if (is_word (terms->measure, "hours"))
    return g_strdup_printf (ngettext ("%u hour", "%u hours", n), n);

  return g_strdup_printf (ngettext ("%u day", "%u days", n), n);
}

/**
 * yd_deadline_dup_rule:
 * @terms: what a deadline says
 *
 * Returns: (transfer full): it as it was understood, in a sentence
 */
char *
yd_deadline_dup_rule (const YdDeadlineTerms *terms)
{
  g_autofree char *law = NULL;

  if (is_word (terms->rule, "longterm"))
    return g_strdup (_("Long-term, without an end"));
  if (is_word (terms->rule, "recurring"))
    return say_recurring (terms);
  if (is_word (terms->rule, "after"))
    {
      law = say_statute (terms->value);
      return law != NULL ? g_steal_pointer (&law) : say_after (terms);
    }

  /* Without a value they mean the year of issue. */
  if (is_word (terms->rule, "within"))
    return say_within (terms);
  if (is_word (terms->rule, "period_end"))
    return say_end_of (terms->value);

  return terms->value != NULL ? say_date (terms->value) : g_strdup (_("Not Stated"));
}

/* Returns: (transfer none) (nullable): the other point that @deadline counts from, when that
 *   begins or is done
 */
YdPoint *
yd_deadline_find_anchor (YdPlan *plan,
                         YdRow  *deadline)
{
  YdDeadlineTerms terms;
  YdPoint *anchor;

  yd_deadline_get_terms (deadline, &terms);
  if (!is_word (terms.rule, "after") || terms.anchor_id == NULL ||
      (!is_word (terms.anchor, "start") && !is_word (terms.anchor, "finish")))
    return NULL;

  anchor = yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, terms.anchor_id);

  return anchor != NULL && anchor != yd_row_get_home (deadline) &&
         yd_space_is_live (YD_SPACE (plan), anchor) ? anchor : NULL;
}
