/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-agenda.h"

G_BEGIN_DECLS

/**
 * YdTimelineStep:
 * @clock: a clock that runs
 * @step: a step of it that is to be done
 * @light: how it stands
 *
 * A milestone of a point that no document states.
 */
typedef struct
{
  const YdClock     *clock;
  const YdClockStep *step;
  YdLight            light;
} YdTimelineStep;

/**
 * YdTimelineClocks:
 *
 * What the clocks of a plan ask for, found by the point that they are about. As it was when
 * it was made.
 */
typedef struct _YdTimelineClocks YdTimelineClocks;

YdTimelineClocks     *yd_timeline_clocks_new      (YdSchedule       *schedule,
                                                   YdMoment          now)
                                                   G_GNUC_WARN_UNUSED_RESULT;
void                  yd_timeline_clocks_free     (YdTimelineClocks *self);

const YdTimelineStep *yd_timeline_clocks_get      (YdTimelineClocks *self,
                                                   YdPoint          *point,
                                                   guint             n);
YdDay                 yd_timeline_clocks_get_last (YdTimelineClocks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdTimelineClocks, yd_timeline_clocks_free)

G_END_DECLS
