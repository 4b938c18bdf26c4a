/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-source-marks.h"

G_BEGIN_DECLS

#define YD_TYPE_SOURCE_CONTENTS (yd_source_contents_get_type ())

G_DECLARE_FINAL_TYPE (YdSourceContents, yd_source_contents, YD, SOURCE_CONTENTS, AdwBin)

void yd_source_contents_set_plan     (YdSourceContents *self,
                                      YdPlan           *plan);
void yd_source_contents_set_unplaced (YdSourceContents *self,
                                      YdSource         *source,
                                      YdSourceMarks    *marks);
void yd_source_contents_show         (YdSourceContents *self,
                                      YdPoint          *point);

G_END_DECLS
