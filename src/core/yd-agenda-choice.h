/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-agenda.h"

G_BEGIN_DECLS

/**
 * YdAgendaChoice:
 * @unit: (nullable): the unit for which it is; all where there is none
 * @points: (nullable): the ids of the points that are wanted; all where there is none
 * @from: the first day
 * @to: the last day
 * @internal: whether the targets are wanted that the office set for itself
 * @now: what time it is, for clocks; without it none are wanted
 *
 * What of a plan somebody wants to have. Plain; @unit is the plan's, @points whoever's who asks.
 */
typedef struct
{
  YdRow      *unit;
  GHashTable *points;
  YdDay       from;
  YdDay       to;
  gboolean    internal;
  YdMoment    now;
} YdAgendaChoice;

void      yd_agenda_choice_init        (YdAgendaChoice       *choice,
                                        YdPlan               *plan,
                                        YdMoment              now);
YdAgenda *yd_agenda_choice_make_agenda (const YdAgendaChoice *choice,
                                        YdSchedule           *schedule)
                                        G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
