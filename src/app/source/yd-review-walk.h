/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-review-item.h"

G_BEGIN_DECLS

/**
 * YdReviewCounts:
 * @points: points that were read
 * @units: units of the plan
 * @facts: of each kind of row, how many were read
 * @read: all that was read
 * @left: how much of it is to be checked
 */
typedef struct
{
  guint points;
  guint units;
  guint assignments;
  guint deadlines;
  guint orders;
  guint references;
  guint read;
  guint left;
} YdReviewCounts;

typedef struct _YdReviewWalk YdReviewWalk;

YdReviewWalk         *yd_review_walk_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void                  yd_review_walk_free       (YdReviewWalk *self);
void                  yd_review_walk_forget     (YdReviewWalk *self);
void                  yd_review_walk_begin      (YdReviewWalk *self,
                                                 YdPlan       *plan);
gboolean              yd_review_walk_next       (YdReviewWalk *self,
                                                 GPtrArray    *items,
                                                 guint         n_points);
const YdReviewCounts *yd_review_walk_get_counts (YdReviewWalk *self);
void                  yd_review_walk_take_left  (YdReviewWalk *self,
                                                 guint         n);
YdReviewItem         *yd_review_walk_find_head  (YdReviewWalk *self,
                                                 YdPoint      *point);
YdReviewItem         *yd_review_walk_find_fact  (YdReviewWalk *self,
                                                 YdRow        *row);

G_END_DECLS
