/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan.h"
#include "yd-source-marks.h"

G_BEGIN_DECLS

#define YD_TYPE_REVIEW_ITEM (yd_review_item_get_type ())

G_DECLARE_FINAL_TYPE (YdReviewItem, yd_review_item, YD, REVIEW_ITEM, GObject)

YdReviewItem *yd_review_item_new        (YdPoint      *point,
                                         YdRow        *row) G_GNUC_WARN_UNUSED_RESULT;
YdReviewItem *yd_review_item_new_run    (const YdUnplacedRun *run,
                                         const char          *text) G_GNUC_WARN_UNUSED_RESULT;
YdReviewItem *yd_review_item_new_text   (YdSource            *source,
                                         const YdUnplacedRun *run) G_GNUC_WARN_UNUSED_RESULT;
YdPoint      *yd_review_item_get_point  (YdReviewItem *self);
YdRow        *yd_review_item_get_row    (YdReviewItem *self);
gboolean      yd_review_item_is_head    (YdReviewItem *self);
gboolean      yd_review_item_is_unplaced (YdReviewItem *self);
const YdUnplacedRun *
              yd_review_item_get_run    (YdReviewItem *self);
const char   *yd_review_item_get_text   (YdReviewItem *self);
const char   *yd_review_item_get_path   (YdReviewItem *self);
guint         yd_review_item_get_n_left (YdReviewItem *self);
void          yd_review_item_set_head   (YdReviewItem *self,
                                         const char   *path,
                                         guint         n_left);
void          yd_review_item_changed    (YdReviewItem *self);

G_END_DECLS
