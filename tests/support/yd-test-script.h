/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-schedule.h"

G_BEGIN_DECLS

YdEdit *yd_test_script_make  (YdSpace     *space,
                              const char  *script);
YdEdit *yd_test_script_apply (YdSpace     *space,
                              const char  *script,
                              GError     **error);
void    yd_test_script_must  (YdSpace     *space,
                              const char  *script);

YdPlan     *yd_test_script_new_plan     (const char *script) G_GNUC_WARN_UNUSED_RESULT;
YdSchedule *yd_test_script_new_schedule (YdPlan     *plan,
                                         const char *today) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *yd_test_script_list_points  (YdPlan     *plan,
                                         const char *letters) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
