/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-order-parts.h"
#include "yd-plan-edits.h"
#include "yd-schedule.h"

G_BEGIN_DECLS

/* The edits that a person makes of dates and of what waits for what; as those of
 * yd-plan-edits.h. All return (transfer full); what changes nothing is an edit without
 * changes.
 */

/* Dates */
YdEdit  *yd_schedule_edit_set_dates  (YdPoint            *point,
                                      YdDay               start,
                                      int                 n_days)
                                      G_GNUC_WARN_UNUSED_RESULT;
YdEdit  *yd_schedule_edit_set_held   (YdPoint            *point,
                                      YdDay               started,
                                      YdDay               finished)
                                      G_GNUC_WARN_UNUSED_RESULT;
YdEdit  *yd_schedule_edit_move       (YdSchedule         *schedule,
                                      GPtrArray          *points,
                                      int                 n_days)
                                      G_GNUC_WARN_UNUSED_RESULT;
YdEdit  *yd_schedule_edit_set_finish (YdSchedule         *schedule,
                                      YdPoint            *point,
                                      YdDay               finish)
                                      G_GNUC_WARN_UNUSED_RESULT;
YdEdit  *yd_schedule_edit_set_start  (YdSchedule         *schedule,
                                      YdPoint            *point,
                                      YdDay               start)
                                      G_GNUC_WARN_UNUSED_RESULT;
gboolean yd_deadline_is_movable      (YdRow              *deadline);
YdEdit  *yd_schedule_edit_set_due    (YdRow              *deadline,
                                      YdDay               due)
                                      G_GNUC_WARN_UNUSED_RESULT;
YdEdit  *yd_schedule_edit_move_due   (YdSchedule         *schedule,
                                      YdRow              *deadline,
                                      int                 n_days)
                                      G_GNUC_WARN_UNUSED_RESULT;

/* A phrase on order becomes two duties that wait for each other */
YdEdit  *yd_schedule_edit_split      (YdPlan             *plan,
                                      YdPoint            *point,
                                      YdRow              *remark,
                                      const YdOrderParts *parts,
                                      const YdIdSource   *ids)
                                      G_GNUC_WARN_UNUSED_RESULT;

YdEdit  *yd_schedule_edit_accept     (YdPlan             *plan,
                                      YdRow              *row,
                                      const YdIdSource   *ids)
                                      G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
