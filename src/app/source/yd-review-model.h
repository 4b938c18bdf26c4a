/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yd-review-walk.h"

G_BEGIN_DECLS

#define YD_TYPE_REVIEW_MODEL (yd_review_model_get_type ())
#define YD_REVIEW_NONE G_MAXUINT

G_DECLARE_FINAL_TYPE (YdReviewModel, yd_review_model, YD, REVIEW_MODEL, GObject)

YdReviewModel        *yd_review_model_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void                  yd_review_model_set_plan   (YdReviewModel *self,
                                                  YdPlan        *plan);
void                  yd_review_model_update     (YdReviewModel *self,
                                                  YdEdit        *edit);
const YdReviewCounts *yd_review_model_get_counts (YdReviewModel *self);
guint                 yd_review_model_find       (YdReviewModel *self,
                                                  YdReviewItem  *item);
void                  yd_review_model_keep_place (YdReviewModel *self,
                                                  guint          position);
guint                 yd_review_model_take_place (YdReviewModel *self)
                                                  G_GNUC_WARN_UNUSED_RESULT;
guint                 yd_review_model_find_row   (YdReviewModel *self,
                                                  YdRow         *row);
gboolean              yd_review_model_get_filled (YdReviewModel *self);
YdPoint              *yd_review_model_get_owner  (YdReviewModel *self,
                                                  YdRow         *row);
guint                 yd_review_model_find_point (YdReviewModel *self,
                                                  YdPoint       *point);
guint                 yd_review_model_find_next  (YdReviewModel *self,
                                                  guint          from);

G_END_DECLS
