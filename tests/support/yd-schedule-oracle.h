/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-work-calendar.h"

G_BEGIN_DECLS

/**
 * YdOracleDates:
 * @first: the first day, or 0; a working day, unless it is what happened
 * @last: the last one
 * @late_first: the latest to begin, or 0
 * @late_last: the latest to end, or 0
 * @live: whether it counts
 *
 * What a schedule must say of a point, found slowly.
 */
typedef struct
{
  YdDay    first;
  YdDay    last;
  YdDay    late_first;
  YdDay    late_last;
  gboolean live;
} YdOracleDates;

typedef struct _YdScheduleOracle YdScheduleOracle;

YdScheduleOracle    *yd_schedule_oracle_new      (YdPlan           *plan,
                                                  YdWorkCalendar   *calendar)
                                                  G_GNUC_WARN_UNUSED_RESULT;
void                 yd_schedule_oracle_free     (YdScheduleOracle *self);
const YdOracleDates *yd_schedule_oracle_get      (YdScheduleOracle *self,
                                                  YdPoint          *point);
gboolean             yd_schedule_oracle_is_aside (YdScheduleOracle *self,
                                                  YdRow            *dependency);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdScheduleOracle, yd_schedule_oracle_free)

G_END_DECLS
