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
 *
 * A point that an edit would move.
 */
typedef struct
{
  YdPoint     *point;
  YdScheduled  before;
  YdScheduled  after;
  int          n_days;
} YdScheduleMove;

/**
 * YdSchedulePreview:
 * @moves: (element-type YdScheduleMove): points whose dates would be others, in the order of
 *   their new dates
 * @misses: (element-type YdScheduleMove): points that would miss their deadline, or by more
 *   than now
 * @circle: (nullable): the edit would make a point wait for itself: how, in words
 * @provisional: dates lie in a year for which no days off are announced
 *
 * What would follow from an edit.
 */
typedef struct
{
  GArray   *moves;
  GArray   *misses;
  char     *circle;
  gboolean  provisional;
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
