/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-notice.h"
#include "yd-plan.h"

G_BEGIN_DECLS

/* The edits of an office, and how a plan takes over what the office knows. Complete but not
 * sealed; what changes nothing is an edit without changes. All return (transfer full).
 */

YdEdit  *yd_office_edit_birth     (const char         *id,
                                   const char         *name,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;
YdEdit  *yd_office_edit_learn     (YdOffice           *office,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;
YdEdit  *yd_office_edit_propose   (YdOffice           *office,
                                   YdNotice           *notice) G_GNUC_WARN_UNUSED_RESULT;
YdEdit  *yd_office_edit_accept    (GPtrArray          *notices) G_GNUC_WARN_UNUSED_RESULT;
YdEdit  *yd_office_edit_withdraw  (YdRow              *notice) G_GNUC_WARN_UNUSED_RESULT;

char   **yd_office_list_accepted  (YdOffice           *office) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *yd_office_list_proposed (YdOffice          *office) G_GNUC_WARN_UNUSED_RESULT;
void     yd_plan_edit_join_office (YdEdit             *edit,
                                   const char         *plan_id,
                                   const char         *office_id,
                                   const char * const *notices);
YdEdit  *yd_plan_edit_use_notices (YdPlan             *plan,
                                   YdOffice           *office) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
