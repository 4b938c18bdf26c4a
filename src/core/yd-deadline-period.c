/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-deadline-private.h"

#include <string.h>

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

/* Reads exactly @n digits. */
static gboolean
read_number (const char **at,
             guint        n,
             int         *number)
{
  *number = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*at)[i]))
        return FALSE;
      *number = *number * 10 + ((*at)[i] - '0');
    }
  *at += n;

  return TRUE;
}

/* Behind the year: nothing, `-06`, `-06-30`, `-Q2`, `-H1`. */
static gboolean
read_part (const char *at,
           int         year,
           YdPeriod   *period)
{
  int month, day;

  if (*at == '\0')
    return set_months (period, year, 1, 12);
  if (*at++ != '-')
    return FALSE;

  if (*at == 'Q' && at[1] >= '1' && at[1] <= '4' && at[2] == '\0')
    return set_months (period, year, (at[1] - '1') * 3 + 1, 3);
  if (*at == 'H' && at[1] >= '1' && at[1] <= '2' && at[2] == '\0')
    return set_months (period, year, (at[1] - '1') * 6 + 1, 6);

  if (!read_number (&at, 2, &month))
    return FALSE;
  if (*at == '\0')
    return set_months (period, year, month, 1);
  if (*at++ != '-' || !read_number (&at, 2, &day) || *at != '\0')
    return FALSE;

  period->begin = period->end = yd_day_new (year, month, day);

  return period->end != YD_DAY_NONE;
}

/* Reads `2017`, `2017-06`, `2017-06-30`, `2017-Q2`, `2017-H1`; with `-` for the year, which
 * is then the year of issue, as the parser writes it: `--06`.
 */
gboolean
_yd_period_parse (const char *value,
                  YdDay       issued,
                  YdPeriod   *period)
{
  const char *at = value != NULL ? value : "";
  int year;

  if (*at == '\0' || *at == '-')
    {
      year = yd_day_get_year (issued);
      at += *at == '-';
    }
  else if (!read_number (&at, 4, &year))
    return FALSE;

  return year > 0 && read_part (at, year, period);
}

static gboolean
set_week (YdPeriod *period,
          YdDay     day)
{
  period->begin = day - yd_day_get_weekday (day) + 1;
  period->end = period->begin + 6;

  return TRUE;
}

/* The period called @name that @day lies in. Those of two years begin with the year of
 * issue.
 *
 * Returns: whether a period is called so
 */
gboolean
_yd_period_contains (const char *name,
                     YdDay       issued,
                     YdDay       day,
                     YdPeriod   *period)
{
  static const struct { const char *name; int n_months; } periods[] = {
    { "monthly", 1 }, { "two-monthly", 2 }, { "quarterly", 3 }, { "half-yearly", 6 },
    { "halfyearly", 6 }, { "yearly", 12 },
  };
  int year, month;

  if (g_strcmp0 (name, "daily") == 0)
    {
      period->begin = period->end = day;
      return TRUE;
    }
  if (g_strcmp0 (name, "weekly") == 0)
    return set_week (period, day);

  yd_day_split (day, &year, &month, NULL);
  if (g_strcmp0 (name, "two-yearly") == 0)
    return set_months (period, year - (year - yd_day_get_year (issued)) % 2, 1, 24);

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    if (g_strcmp0 (name, periods[i].name) == 0)
      return set_months (period, year, month - (month - 1) % periods[i].n_months,
                         periods[i].n_months);

  return FALSE;
}
