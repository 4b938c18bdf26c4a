/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YdPeriodName:
 * @year: the year, or 0 where it is that of the issue
 * @half: 1 or 2, or 0
 * @quarter: 1 to 4, or 0
 * @month: 1 to 12, or 0
 * @day: 1 to 31, or 0; whether that month has it is not checked
 *
 * A year, or a part of one, as a deadline names it.
 */
typedef struct
{
  int year;
  int half;
  int quarter;
  int month;
  int day;
} YdPeriodName;

gboolean yd_period_name_read (const char   *value,
                              YdPeriodName *name);

G_END_DECLS
