/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yd-source-marks.h"

G_BEGIN_DECLS

#define YD_TYPE_CONTENTS_MODEL (yd_contents_model_get_type ())

G_DECLARE_FINAL_TYPE (YdContentsModel, yd_contents_model, YD, CONTENTS_MODEL, GObject)

YdContentsModel *yd_contents_model_new          (YdPlan          *plan) G_GNUC_WARN_UNUSED_RESULT;
void             yd_contents_model_set_unplaced (YdContentsModel *self,
                                                 YdSource        *source,
                                                 YdSourceMarks   *marks);

G_END_DECLS
