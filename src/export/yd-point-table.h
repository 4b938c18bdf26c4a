/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan.h"
#include "yd-table.h"

G_BEGIN_DECLS

YdTable *yd_point_table_new (YdPlan    *plan,
                             GPtrArray *points) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
