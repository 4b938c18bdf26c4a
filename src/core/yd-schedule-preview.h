/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-schedule.h"

G_BEGIN_DECLS

/**
 * YdScheduleMove:
 * @point: a point
 * @before: what follows for it now
 * @after: what would follow
 * @n_days: working days by which it would end later; earlier if it is negative; 0 where it
 *   has no dates now or would have none
 * @own: the edit names it: it does not follow from others
 * @chain: (nullable): what it would wait for, as `A → B → C`; only of the first few that
 *   would miss their deadline
 *
 * A point that an edit would move.
 */
typedef struct
{
  YdPoint     *point;
  YdScheduled  before;
  YdScheduled  after;
  int          n_days;
  gboolean     own;
  char        *chain;
} YdScheduleMove;

/**
 * YdDueMove:
 * @deadline: a deadline
 * @before: when it is due now, or %YD_DAY_NONE
 * @after: when it would be due, or %YD_DAY_NONE
 * @n_days: working days by which that is later; earlier if it is negative
 * @behind: working days by which an internal target would be after what the document states
 *   for the same point; 0 if it is not
 * @rest: nobody works on that day
 * @past: that day is over
 *
 * A deadline that an edit would move.
 */
typedef struct
{
  YdRow *deadline;
  YdDay  before;
  YdDay  after;
  int    n_days;
  int    behind;
  guint  rest : 1;
  guint  past : 1;
} YdDueMove;

/**
 * YdSchedulePreview:
 * @moves: (element-type YdScheduleMove): points whose dates would be others, in the order of
 *   their new dates
 * @misses: (element-type YdScheduleMove): points that would miss their deadline, or by more
 *   than now
 * @dues: (element-type YdDueMove): deadlines of the plan that would be due on another day
 * @circle: (nullable): the edit would make a point wait for itself: how, in words
 * @unannounced: a year in which dates lie, and whose days off are not announced; 0 for none
 * @damaged: they were, but days of the notice are lost
 * @today: the day of today
 *
 * What would follow from an edit.
 */
typedef struct
{
  GArray *moves;
  GArray *misses;
  GArray *dues;
  char   *circle;
  int     unannounced;
  gboolean damaged;
  YdDay   today;
} YdSchedulePreview;

YdSchedulePreview *yd_schedule_preview           (YdSchedule        *self,
                                                  YdEdit            *edit)
                                                  G_GNUC_WARN_UNUSED_RESULT;
void               yd_schedule_preview_free      (YdSchedulePreview *self);
char              *yd_schedule_preview_dup_words (YdSchedulePreview *self)
                                                  G_GNUC_WARN_UNUSED_RESULT;

GArray            *yd_schedule_find_circle       (YdSchedule        *self,
                                                  YdPoint           *pred,
                                                  YdPoint           *succ,
                                                  YdLinkType         type)
                                                  G_GNUC_WARN_UNUSED_RESULT;
char              *yd_schedule_dup_circle_words  (YdSchedule        *self,
                                                  YdPoint           *pred,
                                                  YdPoint           *succ,
                                                  YdLinkType         type)
                                                  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdSchedulePreview, yd_schedule_preview_free)

G_END_DECLS
