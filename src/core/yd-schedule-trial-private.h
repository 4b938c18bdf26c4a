/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-schedule-private.h"

G_BEGIN_DECLS

/* A row as an edit would make it. */
typedef struct
{
  YdKind      kind;
  const char *id;
  YdRow      *row;              /* NULL for one that the edit makes */
  const char *cells[YD_MAX_FIELDS];
} YdDraft;

/**
 * YdScheduleTrial:
 *
 * What an edit says of the dates of points, of dependencies and of deadlines, told to the net
 * of a schedule for a while, and then taken back. The plan itself sees nothing of it, and
 * nobody is told.
 */
typedef struct
{
  YdSchedule *schedule;
  GPtrArray  *drafts;           /* YdDraft */
  GArray     *inputs;           /* what the net was told before, to be said again */
  GArray     *edges;
  guint       n_spare;          /* spare edges that are in use */
  char       *circle;           /* (nullable): why it cannot be tried */
} YdScheduleTrial;

void  _yd_schedule_trial_init      (YdScheduleTrial *self,
                                    YdSchedule      *schedule,
                                    YdEdit          *edit);
void  _yd_schedule_trial_clear     (YdScheduleTrial *self);
void  _yd_schedule_trial_begin     (YdScheduleTrial *self,
                                    GHashTable      *touched);
void  _yd_schedule_trial_end       (YdScheduleTrial *self,
                                    GHashTable      *touched);

/* Deadlines */
YdDay _yd_schedule_trial_get_due   (YdScheduleTrial *self,
                                    YdDraft         *draft,
                                    YdPoint         *owner);
YdDay _yd_schedule_trial_first_due (YdScheduleTrial *self,
                                    YdPoint         *owner);

G_END_DECLS
