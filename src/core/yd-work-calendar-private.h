/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-work-calendar.h"

G_BEGIN_DECLS

void _yd_work_calendar_builder_withhold (YdWorkCalendarBuilder *self,
                                         int                    year);

G_END_DECLS
