/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-words.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "yd-when.h"

/* How a deadline was understood, in a sentence. No day is computed here that nobody
 * stated.
 */

static gboolean
cell_is (YdRow      *row,
         guint       field,
         const char *value)
{
  return g_strcmp0 (yd_row_get_cell (row, field), value) == 0;
}

/* A whole date, a month or a year; the last day of it counts. */
static char *
make_period (const char *value)
{
  int year, month, day;
  int n = sscanf (value, "%4d-%2d-%2d", &year, &month, &day);
  g_autoptr(GDateTime) first = n >= 1 ? g_date_time_new_utc (year, n >= 2 ? month : 1, 1, 0, 0, 0)
                                      : NULL;

  if (n == 3)
    return yd_when_describe_day (value);
  if (first == NULL)
    return g_strdup (value);

  /* Translators: a month of a year, and a year, in a sentence */
  return g_date_time_format (first, n == 2 ? _("%B %Y") : _("%Y"));
}

static char *
make_date (const char *value)
{
  g_autofree char *midnight = g_strconcat (value, "T00:00:00Z", NULL);
  g_autoptr(GDateTime) when = g_date_time_new_from_iso8601 (midnight, NULL);

  /* Translators: a day in a sentence, with its day of the week */
  return when != NULL ? g_date_time_format (when, _("%A, %B %-e, %Y")) : g_strdup (value);
}

static char *
make_count (YdRow *deadline)
{
  guint n = (guint) yd_row_get_int (deadline, YD_DEADLINE_N, 0);

  if (cell_is (deadline, YD_DEADLINE_MEASURE, "workdays"))
    return g_strdup_printf (ngettext ("%u working day", "%u working days", n), n);
  if (cell_is (deadline, YD_DEADLINE_MEASURE, "months"))
    return g_strdup_printf (ngettext ("%u month", "%u months", n), n);
  if (cell_is (deadline, YD_DEADLINE_MEASURE, "hours"))
    return g_strdup_printf (ngettext ("%u hour", "%u hours", n), n);

  return g_strdup_printf (ngettext ("%u day", "%u days", n), n);
}

static char *
make_span (YdRow *deadline)
{
  static const struct { const char *anchor, *words; } anchors[] = {
    { "issued",   N_("Within %s after the document was issued") },
    { "received", N_("Within %s after it was received") },
    { "event",    N_("Within %s after the event") },
    { "start",    N_("Within %s after the start") },
    { "finish",   N_("Within %s after the end") },
  };
  g_autofree char *count = make_count (deadline);
  const char *words = _("Within %s");

  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    if (cell_is (deadline, YD_DEADLINE_ANCHOR, anchors[i].anchor))
      words = _(anchors[i].words);

  /* Every one of them has one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (words, count);
#pragma GCC diagnostic pop
}

static char *
make_recurring (const char *value)
{
  static const struct { const char *period, *words; } periods[] = {
    { "daily",      N_("Every day") },
    { "weekly",     N_("Every week") },
    { "monthly",    N_("Every month") },
    { "quarterly",  N_("Every quarter") },
    { "halfyearly", N_("Every half year") },
    { "yearly",     N_("Every year") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (g_strcmp0 (value, periods[i].period) == 0)
      return g_strdup (_(periods[i].words));

  return g_strdup (value != NULL ? value : _("Again and again"));
}

static char *
make_within (YdRow *deadline)
{
  const char *value = yd_row_get_cell (deadline, YD_DEADLINE_VALUE);
  guint n = (guint) yd_row_get_int (deadline, YD_DEADLINE_N, 0);
  g_autofree char *period = make_period (value != NULL ? value : "");

  if (n == 0)
    return g_strdup_printf (_("Within %s"), period);

  /* Translators: %2$s is a year or a month */
  return g_strdup_printf (ngettext ("At least %1$u time within %2$s",
                                    "At least %1$u times within %2$s", n), n, period);
}

/**
 * yd_deadline_dup_rule:
 * @deadline: a deadline
 *
 * Returns: (transfer full): what it says, as it was understood, in a sentence
 */
char *
yd_deadline_dup_rule (YdRow *deadline)
{
  const char *value = yd_row_get_cell (deadline, YD_DEADLINE_VALUE);

  if (cell_is (deadline, YD_DEADLINE_RULE, "longterm"))
    return g_strdup (_("Long-term, without an end"));
  if (cell_is (deadline, YD_DEADLINE_RULE, "recurring"))
    return make_recurring (value);
  if (cell_is (deadline, YD_DEADLINE_RULE, "after"))
    return make_span (deadline);
  if (cell_is (deadline, YD_DEADLINE_RULE, "within"))
    return make_within (deadline);

  if (value == NULL)
    return g_strdup (_("Not Stated"));
  if (cell_is (deadline, YD_DEADLINE_RULE, "period_end"))
    {
      g_autofree char *period = make_period (value);

      return g_strdup_printf (_("By the end of %s"), period);
    }

  return make_date (value);
}
