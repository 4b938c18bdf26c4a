/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-day.h"

G_BEGIN_DECLS

/**
 * YdStatute:
 * @code: what it is called in the value of a deadline: `foi-reply`
 * @title: what it is a term for, to be translated
 * @law: the law and its article, as cited in Chinese
 * @from: the first day of events that it holds for
 * @to: the last one, or %YD_DAY_NONE
 * @n: how many working days; 0 where there is a date instead
 * @date: (nullable): the date in each year, `--01-31`
 *
 * A term that a law sets, as long as that law holds.
 */
typedef struct
{
  const char *code;
  const char *title;
  const char *law;
  YdDay       from;
  YdDay       to;
  int         n;
  const char *date;
} YdStatute;

const YdStatute *yd_statute_list (guint       *n_statutes);
const YdStatute *yd_statute_find (const char  *code,
                                  YdDay        event);
gboolean         yd_statute_is_known  (const char      *code);
gboolean         yd_statute_is_called (const YdStatute *self,
                                       const char      *code);

G_END_DECLS
