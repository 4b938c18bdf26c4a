/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-directory.h"
#include "yd-review-model.h"

G_BEGIN_DECLS

#define YD_TYPE_REVIEW_LIST (yd_review_list_get_type ())

G_DECLARE_FINAL_TYPE (YdReviewList, yd_review_list, YD, REVIEW_LIST, AdwBin)

YdReviewModel *yd_review_list_get_model    (YdReviewList *self);
void           yd_review_list_set_plan     (YdReviewList *self,
                                            YdPlan       *plan,
                                            YdDirectory  *directory);
void           yd_review_list_set_unplaced (YdReviewList  *self,
                                            YdSource      *source,
                                            YdSourceMarks *marks);
void           yd_review_list_update       (YdReviewList *self,
                                            YdEdit       *edit);
YdReviewItem  *yd_review_list_get_current  (YdReviewList *self);
guint          yd_review_list_get_position (YdReviewList *self);
void           yd_review_list_select       (YdReviewList *self,
                                            guint         position);
void           yd_review_list_select_next  (YdReviewList *self,
                                            guint         from);
void           yd_review_list_go_on        (YdReviewList *self,
                                            YdPoint      *point,
                                            YdRow        *row);
void           yd_review_list_show_point   (YdReviewList *self,
                                            YdPoint      *point,
                                            YdRow        *fact);
void           yd_review_list_correct      (YdReviewList *self);
gboolean       yd_review_list_focus        (YdReviewList *self);
void           yd_review_list_focus_later  (YdReviewList *self);
gboolean       yd_review_list_has_focus    (YdReviewList *self);

G_END_DECLS
