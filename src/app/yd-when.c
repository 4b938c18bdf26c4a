/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-when.h"

#include <glib/gi18n-lib.h>

static gboolean
is_same_day (GDateTime *a,
             GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b) &&
         g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

/**
 * yd_when_describe:
 * @time: a time as cells and the journal have it, `2017-06-01T01:00:00Z`
 *
 * Returns: (transfer full): it in words for a sentence, in the time of this place, such
 *   as “today 10:05”; @time itself if it is none
 */
char *
yd_when_describe (const char *time)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_iso8601 (time, NULL);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  if (local == NULL)
    return g_strdup (time);

  if (is_same_day (local, now))
    /* Translators: a time of today */
    return g_date_time_format (local, _("today %H:%M"));

  /* Translators: a time of this year, and of another */
  return g_date_time_format (local, g_date_time_get_year (local) == g_date_time_get_year (now)
                                    ? _("%B %-e, %H:%M") : _("%B %-e, %Y"));
}

/**
 * yd_when_describe_day:
 * @date: a day as cells have it, `2017-06-01`
 *
 * Returns: (transfer full): it in words; @date itself if it is none
 */
char *
yd_when_describe_day (const char *date)
{
  g_autofree char *midnight = g_strconcat (date, "T00:00:00Z", NULL);
  g_autoptr(GDateTime) when = g_date_time_new_from_iso8601 (midnight, NULL);

  /* Translators: a whole date in a sentence */
  return when != NULL ? g_date_time_format (when, _("%B %-e, %Y")) : g_strdup (date);
}

/* Returns: the day that it is now where the office is */
YdDay
yd_when_get_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return yd_day_new (g_date_time_get_year (now), g_date_time_get_month (now),
                     g_date_time_get_day_of_month (now));
}
