/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-review-model.h"

G_BEGIN_DECLS

typedef struct _YdReviewLines YdReviewLines;

YdReviewLines *yd_review_lines_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void           yd_review_lines_free         (YdReviewLines *self);
YdReviewModel *yd_review_lines_get_model    (YdReviewLines *self);
GListModel    *yd_review_lines_get_all      (YdReviewLines *self);
void           yd_review_lines_set_unplaced (YdReviewLines *self,
                                             YdSource      *source,
                                             YdSourceMarks *marks);
guint          yd_review_lines_find         (YdReviewLines *self,
                                             YdReviewItem  *item);
void           yd_review_lines_want         (YdReviewLines *self,
                                             YdPoint       *point,
                                             YdRow         *row);
void           yd_review_lines_want_nothing (YdReviewLines *self);
gboolean       yd_review_lines_take_wanted  (YdReviewLines *self,
                                             guint         *position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdReviewLines, yd_review_lines_free)

G_END_DECLS
