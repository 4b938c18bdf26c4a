/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-point-filter.h"

G_BEGIN_DECLS

void _yd_point_filter_set_plan (YdPointFilter *self,
                                YdPlan        *plan);

G_END_DECLS
