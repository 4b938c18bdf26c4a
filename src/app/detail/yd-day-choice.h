/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-deadline.h"
#include "yd-recurrence.h"

G_BEGIN_DECLS

#define YD_TYPE_DAY_CHOICE (yd_day_choice_get_type ())

G_DECLARE_FINAL_TYPE (YdDayChoice, yd_day_choice, YD, DAY_CHOICE, GtkBox)

/**
 * YdDayKind:
 * @YD_DAY_KIND_LAST: the last day of the period
 * @YD_DAY_KIND_OF: a day of it
 * @YD_DAY_KIND_AFTER: so long after it
 */
typedef enum
{
  YD_DAY_KIND_LAST,
  YD_DAY_KIND_OF,
  YD_DAY_KIND_AFTER,
} YdDayKind;

void      yd_day_choice_set_period (YdDayChoice        *self,
                                    const YdRecurrence *period);
void      yd_day_choice_fill       (YdDayChoice        *self,
                                    YdDayKind           kind,
                                    int                 n,
                                    const char         *measure,
                                    const char         *date);

gboolean  yd_day_choice_is_last    (YdDayChoice        *self);
gboolean  yd_day_choice_is_valid   (YdDayChoice        *self);
int       yd_day_choice_get_n      (YdDayChoice        *self,
                                    const char        **measure);
char     *yd_day_choice_dup_value  (YdDayChoice        *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
