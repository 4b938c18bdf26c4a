/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YdDay:
 *
 * A day, as the number that #GDate has for it too: 1 is the first of January of the
 * year 1. %YD_DAY_NONE is no day. Days are compared and subtracted as numbers.
 */
typedef int YdDay;

#define YD_DAY_NONE 0

/* The years that are counted in: arrangements of days off begin with the first of them,
 * and no paper states a deadline after the last.
 */
#define YD_YEAR_FIRST 1949
#define YD_YEAR_LAST  2100
#define YD_DAY_FIRST  711493    /* 1949-01-01 */
#define YD_DAY_LAST   767009    /* 2100-12-31 */

/* Bytes of `2017-06-01` with the end. */
#define YD_DAY_SIZE 11

YdDay       yd_day_new            (int          year,
                                   int          month,
                                   int          day);
YdDay       yd_day_parse          (const char  *text);
const char *yd_day_format         (YdDay        day,
                                   char         text[YD_DAY_SIZE]);
char       *yd_day_dup            (YdDay        day) G_GNUC_WARN_UNUSED_RESULT;
char       *yd_day_dup_words      (YdDay        day) G_GNUC_WARN_UNUSED_RESULT;
char       *yd_day_dup_near_words (YdDay        day,
                                   YdDay        near) G_GNUC_WARN_UNUSED_RESULT;

gboolean    yd_day_is_in_range    (YdDay        day);
void        yd_day_split          (YdDay        day,
                                   int         *year,
                                   int         *month,
                                   int         *day_of_month);
int         yd_day_get_year       (YdDay        day);
int         yd_day_get_weekday    (YdDay        day);
gboolean    yd_day_is_weekend     (YdDay        day);

YdDay       yd_day_end_of_month   (int          year,
                                   int          month);
YdDay       yd_day_add_months     (YdDay        day,
                                   int          n);

G_END_DECLS
