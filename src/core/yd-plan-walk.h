/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan.h"

G_BEGIN_DECLS

/**
 * YdPlanWalk:
 *
 * A way through the points of a plan in the order of the document, that can be gone in
 * pieces. It keeps the lists that it is in; after an edit it must begin again.
 */
typedef struct _YdPlanWalk YdPlanWalk;

YdPlanWalk *yd_plan_walk_new      (YdPlan      *plan) G_GNUC_WARN_UNUSED_RESULT;
void        yd_plan_walk_free     (YdPlanWalk  *self);

YdPoint    *yd_plan_walk_next     (YdPlanWalk  *self,
                                   const char **path,
                                   guint       *level);
const char *yd_plan_walk_get_path (YdPlanWalk  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdPlanWalk, yd_plan_walk_free)

G_END_DECLS
