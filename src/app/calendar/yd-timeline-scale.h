/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-day.h"

G_BEGIN_DECLS

/**
 * YdTimelineZoom:
 *
 * What the lower line of the head counts. The names are kept with the plan.
 */
typedef enum
{
  YD_TIMELINE_DAY,
  YD_TIMELINE_WEEK,
  YD_TIMELINE_MONTH,
  YD_TIMELINE_QUARTER,
  YD_TIMELINE_YEAR,
  YD_N_TIMELINE_ZOOMS,
} YdTimelineZoom;

/**
 * YdTick:
 * @first: its first day
 * @end: the day after its last
 * @label: (nullable): what it is called
 * @full_label: the same where nothing before it says the year
 *
 * A month, a week or whatever else the head counts.
 */
typedef struct
{
  YdDay       first;
  YdDay       end;
  const char *label;
  const char *full_label;
} YdTick;

typedef void (* YdTickFunc) (const YdTick *tick,
                             gpointer      user_data);

double      yd_timeline_zoom_get_width (YdTimelineZoom  zoom);
const char *yd_timeline_zoom_get_name  (YdTimelineZoom  zoom);
const char *yd_timeline_zoom_get_words (YdTimelineZoom  zoom);

void        yd_timeline_foreach_large  (YdTimelineZoom  zoom,
                                        YdDay           from,
                                        YdDay           end,
                                        YdTickFunc      func,
                                        gpointer        user_data);
void        yd_timeline_foreach_small  (YdTimelineZoom  zoom,
                                        YdDay           from,
                                        YdDay           end,
                                        YdTickFunc      func,
                                        gpointer        user_data);

G_END_DECLS
