/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-private.h"

#include <string.h>

#include "yd-period-name.h"

/* Months, quarters and the like, as a deadline names them. */

static gboolean
set_months (YdPeriod *period,
            int       year,
            int       month,
            int       n_months)
{
  period->begin = yd_day_new (year, month, 1);
  period->end = yd_day_end_of_month (year + (month + n_months - 2) / 12,
                                     (month + n_months - 2) % 12 + 1);

  return period->begin != YD_DAY_NONE && period->end != YD_DAY_NONE;
}

/* As yd_period_name_read() reads it; what has no year is in that of @issued. */
gboolean
_yd_period_parse (const char *value,
                  YdDay       issued,
                  YdPeriod   *period)
{
  YdPeriodName name;
  int year;

  if (!yd_period_name_read (value, &name))
    return FALSE;

  year = name.year > 0 ? name.year : yd_day_get_year (issued);
  if (year <= 0)
    return FALSE;

  if (name.quarter > 0)
    return set_months (period, year, name.quarter * 3 - 2, 3);
  if (name.half > 0)
    return set_months (period, year, name.half * 6 - 5, 6);
  if (name.month == 0)
    return set_months (period, year, 1, 12);
  if (name.day == 0)
    return set_months (period, year, name.month, 1);

  period->begin = period->end = yd_day_new (year, name.month, name.day);

  return period->end != YD_DAY_NONE;
}

static gboolean
set_week (YdPeriod *period,
          YdDay     day)
{
  period->begin = day - yd_day_get_weekday (day) + 1;
  period->end = period->begin + 6;

  return TRUE;
}

/* The period of @recurrence that @day lies in. Those of two years begin with the year of
 * issue.
 *
 * Returns: whether it is one of the calendar
 */
gboolean
_yd_period_contains (const YdRecurrence *recurrence,
                     YdDay               issued,
                     YdDay               day,
                     YdPeriod           *period)
{
  const int n = recurrence->n_months;
  int year, month;

  if (strcmp (recurrence->code, "daily") == 0)
    {
      period->begin = period->end = day;
      return TRUE;
    }
  if (strcmp (recurrence->code, "weekly") == 0)
    return set_week (period, day);
  if (n == 0)
    return FALSE;

  yd_day_split (day, &year, &month, NULL);
  if (n > 12)
    return set_months (period, year - (year - yd_day_get_year (issued)) % (n / 12), 1, n);

  return set_months (period, year, month - (month - 1) % n, n);
}

/**
 * yd_deadline_is_period:
 * @value: a value
 *
 * Returns: whether it is a year, or a month, quarter, half-year or day of one, as
 *   yd_deadline_compute_terms() says
 */
gboolean
yd_deadline_is_period (const char *value)
{
  YdPeriod period;

  return value != NULL && *value != '\0' && *value != '-' &&
         _yd_period_parse (value, YD_DAY_NONE, &period);
}
