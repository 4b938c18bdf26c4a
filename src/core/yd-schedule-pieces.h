/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-schedule.h"

G_BEGIN_DECLS

/* A schedule of a long plan that nobody changes meanwhile can be made in pieces. */
YdSchedule *yd_schedule_begin (YdPlan         *plan,
                               YdWorkCalendar *calendar,
                               YdDay           today) G_GNUC_WARN_UNUSED_RESULT;
gboolean    yd_schedule_go_on (YdSchedule     *self,
                               guint           n_deadlines);

G_END_DECLS
