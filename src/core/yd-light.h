/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-work-calendar.h"

G_BEGIN_DECLS

/**
 * YdLight:
 * @YD_LIGHT_NONE: no date is stated (未规定): no light at all
 * @YD_LIGHT_WAIT: it is not due, and has not begun (未到)
 * @YD_LIGHT_OK: it has begun, and is not due (正常)
 * @YD_LIGHT_SOON: it is due within a few working days (临期)
 * @YD_LIGHT_LATE: it was due, and is not done (逾期)
 * @YD_LIGHT_DONE: it is done (办结)
 *
 * How a point stands. The later ones are worse, but for the last.
 */
typedef enum
{
  YD_LIGHT_NONE,
  YD_LIGHT_WAIT,
  YD_LIGHT_OK,
  YD_LIGHT_SOON,
  YD_LIGHT_LATE,
  YD_LIGHT_DONE,
} YdLight;

#define YD_N_LIGHTS (YD_LIGHT_DONE + 1)

/* So many working days before its day a deadline is near, unless the office says so else. */
#define YD_LIGHT_SOON_DAYS 5

/**
 * YdLightFacts:
 * @begun: the day it was begun, or is to be, or %YD_DAY_NONE
 * @finished: the day it was done, or %YD_DAY_NONE
 * @due: the day by which it is to be done, or %YD_DAY_NONE
 *
 * What a light is made from.
 */
typedef struct
{
  YdDay begun;
  YdDay finished;
  YdDay due;
} YdLightFacts;

YdLight     yd_light_compute   (const YdLightFacts *facts,
                                YdDay               today,
                                int                 soon_days,
                                YdWorkCalendar     *calendar);
char       *yd_light_dup_words (const YdLightFacts *facts,
                                YdDay               today,
                                YdWorkCalendar     *calendar) G_GNUC_WARN_UNUSED_RESULT;

const char *yd_light_get_name  (YdLight             light);
const char *yd_light_get_word  (YdLight             light);
gboolean    yd_light_is_worse  (YdLight             light,
                                YdLight             than);

int         yd_light_get_soon_days
                               (YdOffice           *office);

G_END_DECLS
