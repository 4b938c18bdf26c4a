/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-directory.h"
#include "yd-edit.h"
#include "yd-id.h"
#include "yd-plan.h"

G_BEGIN_DECLS

/* How a plan is tied to the directory of its office. The plan keeps its own units and members:
 * it only points to the directory, and what is changed there later changes no plan. Edits are
 * complete but not sealed; what changes nothing is an edit without changes.
 */

YdDay      yd_plan_get_day            (YdPlan           *plan,
                                       YdDay             otherwise);

void       yd_plan_edit_know_units    (YdEdit           *edit,
                                       YdDirectory      *directory,
                                       YdDay             day);
YdEdit    *yd_plan_edit_link          (YdPlan           *plan,
                                       YdDirectory      *directory,
                                       YdDay             day) G_GNUC_WARN_UNUSED_RESULT;
YdEdit    *yd_plan_edit_enter_members (YdPlan           *plan,
                                       GPtrArray        *groups,
                                       YdDirectory      *directory,
                                       YdDay             day,
                                       const YdIdSource *ids) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *yd_plan_list_open_groups   (YdPlan           *plan,
                                       YdDirectory      *directory,
                                       YdDay             day) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *yd_plan_list_unknown       (YdPlan           *plan,
                                       YdDirectory      *directory,
                                       YdDay             day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
