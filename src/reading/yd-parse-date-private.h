/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-parse-tape-private.h"

G_BEGIN_DECLS

#define YD_DATE_SIZE 12         /* of 2017-06-01, in bytes */

/* A date as printed: what is not said is 0. */
typedef struct
{
  guint    year;
  guint    month;
  guint    day;
  guint    half;                        /* 1 or 2 */
  guint    quarter;
  gboolean last;                        /* 底, 末: the last day of it */
  gboolean early;                       /* 初 */
  gboolean before;                      /* 前, 之前 */
} YdDate;

guint _yd_date_read      (const YdTape *text,
                          guint         at,
                          guint         end,
                          YdDate       *date);
void  _yd_date_to_string (const YdDate *date,
                          char         *string);
guint _yd_day_read       (const YdTape *text,
                          guint         at,
                          guint         end,
                          YdDate       *date);

G_END_DECLS
