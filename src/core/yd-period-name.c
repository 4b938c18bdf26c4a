/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-period-name.h"

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

/* `Q2`, `H1` */
static gboolean
read_letter (const char *at,
             char        letter,
             int         n_parts,
             int        *part)
{
  if (*at != letter || at[1] < '1' || at[1] > '0' + n_parts || at[2] != '\0')
    return FALSE;

  *part = at[1] - '0';

  return TRUE;
}

/* Behind the year: nothing, `-06`, `-06-30`, `-Q2`, `-H1`. */
static gboolean
read_part (const char   *at,
           YdPeriodName *name)
{
  if (*at == '\0')
    return TRUE;
  if (*at++ != '-')
    return FALSE;
  if (read_letter (at, 'Q', 4, &name->quarter) || read_letter (at, 'H', 2, &name->half))
    return TRUE;
  if (!read_number (&at, 2, &name->month) || name->month < 1 || name->month > 12)
    return FALSE;
  if (*at == '\0')
    return TRUE;

  return *at++ == '-' && read_number (&at, 2, &name->day) && *at == '\0' && name->day > 0 &&
         name->day <= 31;
}

/**
 * yd_period_name_read:
 * @value: (nullable): `2017`, `2017-06`, `2017-06-30`, `2017-Q2`, `2017-H1`; with `-` for
 *   the year, which is then the year of issue, as the parser writes it: `--06`; or nothing,
 *   which is the whole of that year
 * @name: (out): what it names
 *
 * Returns: whether @value is one of these
 */
gboolean
yd_period_name_read (const char   *value,
                     YdPeriodName *name)
{
  const char *at = value != NULL ? value : "";

  *name = (YdPeriodName) { 0 };
  if (*at == '-')
    at++;
  else if (*at != '\0' && (!read_number (&at, 4, &name->year) || name->year == 0))
    return FALSE;

  return read_part (at, name);
}
