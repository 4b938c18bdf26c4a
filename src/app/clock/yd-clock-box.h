/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_CLOCK_BOX (yd_clock_box_get_type ())

G_DECLARE_FINAL_TYPE (YdClockBox, yd_clock_box, YD, CLOCK_BOX, AdwBin)

GtkWidget *yd_clock_box_new    (gboolean    narrow) G_GNUC_WARN_UNUSED_RESULT;

void       yd_clock_box_show   (YdClockBox *self,
                                YdPage     *page,
                                YdPoint    *point);
void       yd_clock_box_update (YdClockBox *self);

guint      yd_clock_box_get_n  (YdClockBox *self);
gboolean   yd_clock_box_focus  (YdClockBox *self,
                                const char *id);

G_END_DECLS
