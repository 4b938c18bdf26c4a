/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-source-marks.h"

G_BEGIN_DECLS

typedef struct _YdSourceFolds YdSourceFolds;

YdSourceFolds *yd_source_folds_new       (GtkTextBuffer *buffer) G_GNUC_WARN_UNUSED_RESULT;
void           yd_source_folds_free      (YdSourceFolds *self);
void           yd_source_folds_set_color (YdSourceFolds *self,
                                          const GdkRGBA *color);
void           yd_source_folds_reset     (YdSourceFolds *self);
void           yd_source_folds_update    (YdSourceFolds *self,
                                          YdSourceMarks *marks,
                                          gboolean       folding,
                                          YdPoint       *open);
gboolean       yd_source_folds_hide      (YdSourceFolds *self,
                                          guint          character);
gboolean       yd_source_folds_get       (YdSourceFolds *self,
                                          guint          block,
                                          guint         *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdSourceFolds, yd_source_folds_free)

G_END_DECLS
