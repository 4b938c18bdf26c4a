/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-calendar-view.h"

G_BEGIN_DECLS

#define YD_TYPE_TIMELINE_VIEW (yd_timeline_view_get_type ())

G_DECLARE_FINAL_TYPE (YdTimelineView, yd_timeline_view, YD, TIMELINE_VIEW, YdCalendarView)

G_END_DECLS
