/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-agenda.h"

G_BEGIN_DECLS

#define YD_TYPE_DATES_PREVIEW (yd_dates_preview_get_type ())

G_DECLARE_FINAL_TYPE (YdDatesPreview, yd_dates_preview, YD, DATES_PREVIEW, AdwBin)

void  yd_dates_preview_set_agenda (YdDatesPreview *self,
                                   YdAgenda       *agenda);
guint yd_dates_preview_get_n_rows (YdDatesPreview *self);

G_END_DECLS
