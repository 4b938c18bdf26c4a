/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"
#include "yd-postponement.h"

G_BEGIN_DECLS

void   yd_extension_say         (GtkLabel    *label,
                                 const char  *words);
YdDay  yd_extension_read_until  (YdPage      *page,
                                 GtkEditable *until);
char  *yd_extension_dup_result  (YdSchedule  *schedule,
                                 YdRow       *deadline,
                                 YdRow       *instead,
                                 YdDay        until) G_GNUC_WARN_UNUSED_RESULT;
char  *yd_extension_dup_problem (YdSchedule  *schedule,
                                 YdRow       *deadline,
                                 YdRow       *instead,
                                 YdDay        until) G_GNUC_WARN_UNUSED_RESULT;
char  *yd_extension_dup_gone    (YdPlan      *plan,
                                 YdRow       *row) G_GNUC_WARN_UNUSED_RESULT;
char  *yd_extension_dup_reason  (YdPlan      *plan,
                                 YdRow       *postponement) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
