/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-deadline.h"

G_BEGIN_DECLS

/**
 * YdDeadlineMove:
 * @deadline: a deadline
 * @before: when it was due
 * @after: when it will be
 *
 * What another calendar does to a deadline.
 */
typedef struct
{
  YdRow *deadline;
  YdDue  before;
  YdDue  after;
} YdDeadlineMove;

GArray *yd_deadline_list_moves (YdPlan         *plan,
                                YdWorkCalendar *before,
                                YdWorkCalendar *after,
                                YdDay           today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
