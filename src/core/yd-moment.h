/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-day.h"

G_BEGIN_DECLS

/* No time of the day. */
#define YD_MINUTE_NONE -1

/**
 * YdMoment:
 * @day: a day, or %YD_DAY_NONE
 * @minute: minutes after midnight where the office is, or %YD_MINUTE_NONE
 */
typedef struct
{
  YdDay day;
  int   minute;
} YdMoment;

#define YD_MOMENT_NONE ((YdMoment) { YD_DAY_NONE, YD_MINUTE_NONE })

YdMoment  yd_moment_new       (gint64       msec);
YdMoment  yd_moment_parse     (const char  *time);
char     *yd_moment_format    (YdMoment     self) G_GNUC_WARN_UNUSED_RESULT;

gboolean  yd_moment_is_known  (YdMoment     self);
gint64    yd_moment_get_count (YdMoment     self);
YdMoment  yd_moment_add       (YdMoment     self,
                               gint64       minutes);
int       yd_moment_compare   (YdMoment     self,
                               YdMoment     other);

YdMoment  yd_moment_read      (const char  *text,
                               YdMoment     now);
YdDay     yd_moment_read_day  (const char  *text,
                               YdDay        today);
char     *yd_moment_write     (YdMoment     self) G_GNUC_WARN_UNUSED_RESULT;
char     *yd_moment_dup_words (YdMoment     self,
                               YdMoment     now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
