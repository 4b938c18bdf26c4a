/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan.h"
#include "yd-table.h"

G_BEGIN_DECLS

/**
 * YdBreakdownFlags:
 * @YD_BREAKDOWN_DEFAULT: as offices print it
 * @YD_BREAKDOWN_ALL_COLUMNS: also the columns in which the plan has nothing
 */
typedef enum
{
  YD_BREAKDOWN_DEFAULT     = 0,
  YD_BREAKDOWN_ALL_COLUMNS = 1 << 0,
} YdBreakdownFlags;

YdTable *yd_breakdown_new              (YdPlan             *plan,
                                        YdBreakdownFlags    flags) G_GNUC_WARN_UNUSED_RESULT;
YdTable *yd_breakdown_new_with_columns (YdPlan             *plan,
                                        const char * const *keys) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
