/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-schedule-preview.h"

G_BEGIN_DECLS

#define YD_TYPE_PREVIEW_BAR (yd_preview_bar_get_type ())

G_DECLARE_FINAL_TYPE (YdPreviewBar, yd_preview_bar, YD, PREVIEW_BAR, AdwBin)

gboolean yd_preview_bar_get_open (YdPreviewBar      *self);
void     yd_preview_bar_open     (YdPreviewBar      *self,
                                  const char        *name,
                                  const char        *change,
                                  const char        *follows,
                                  const char        *confirm);
void     yd_preview_bar_open_due (YdPreviewBar      *self,
                                  const char        *name,
                                  YdSchedulePreview *preview);
void     yd_preview_bar_close    (YdPreviewBar      *self);

G_END_DECLS
