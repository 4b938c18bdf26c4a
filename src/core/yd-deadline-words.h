/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-deadline.h"

G_BEGIN_DECLS

char    *yd_deadline_dup_rule    (const YdDeadlineTerms *terms) G_GNUC_WARN_UNUSED_RESULT;
char    *yd_deadline_dup_count   (const YdDeadlineTerms *terms) G_GNUC_WARN_UNUSED_RESULT;
YdPoint *yd_deadline_find_anchor (YdPlan                *plan,
                                  YdRow                 *deadline);

G_END_DECLS
