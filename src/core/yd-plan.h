/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-point.h"
#include "yd-space.h"

G_BEGIN_DECLS

#define YD_TYPE_PLAN (yd_plan_get_type ())

G_DECLARE_FINAL_TYPE (YdPlan, yd_plan, YD, PLAN, YdSpace)

/**
 * YdPointFunc:
 * @point: a live point
 * @path: its path, `一/(一)`
 * @level: 1 at the top
 * @user_data: what the caller gave
 */
typedef void (* YdPointFunc) (YdPoint    *point,
                              const char *path,
                              guint       level,
                              gpointer    user_data);

YdPlan     *yd_plan_new           (const char   *id) G_GNUC_WARN_UNUSED_RESULT;

const char *yd_plan_get_title     (YdPlan       *self);
GListModel *yd_plan_get_points    (YdPlan       *self);
GListModel *yd_plan_get_units     (YdPlan       *self);
YdRow      *yd_plan_find_unit     (YdPlan       *self,
                                   const char   *name);
YdRow      *yd_plan_get_unit_of   (YdPlan       *self,
                                   YdRow        *assignment);

void        yd_plan_foreach_point (YdPlan       *self,
                                   YdPointFunc   func,
                                   gpointer      user_data);

G_END_DECLS
