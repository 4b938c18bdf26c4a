/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan.h"

G_BEGIN_DECLS

YdPlan *yd_test_sample_read        (void) G_GNUC_WARN_UNUSED_RESULT;
YdRow  *yd_test_sample_find_unit   (YdPlan             *plan,
                                    const char         *name);
void    yd_test_sample_set_members (YdPlan             *plan,
                                    const char         *group,
                                    const char * const *names);

G_END_DECLS
