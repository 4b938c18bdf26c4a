/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-directory.h"
#include "yd-review-item.h"

G_BEGIN_DECLS

#define YD_TYPE_REVIEW_ROW (yd_review_row_get_type ())

G_DECLARE_FINAL_TYPE (YdReviewRow, yd_review_row, YD, REVIEW_ROW, GtkBox)

GtkWidget    *yd_review_row_new      (void) G_GNUC_WARN_UNUSED_RESULT;
YdReviewItem *yd_review_row_get_item (YdReviewRow  *self);
void          yd_review_row_set_item (YdReviewRow  *self,
                                      YdPlan       *plan,
                                      YdDirectory  *directory,
                                      YdReviewItem *item);

G_END_DECLS
