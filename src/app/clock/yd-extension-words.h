/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-postponement.h"

G_BEGIN_DECLS

char *yd_extension_dup_result  (YdSchedule *schedule,
                                YdRow      *deadline,
                                YdDay       until) G_GNUC_WARN_UNUSED_RESULT;
char *yd_extension_dup_problem (YdSchedule *schedule,
                                YdRow      *deadline,
                                YdDay       until) G_GNUC_WARN_UNUSED_RESULT;
char *yd_extension_dup_reason  (YdPlan     *plan,
                                YdRow      *postponement) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
