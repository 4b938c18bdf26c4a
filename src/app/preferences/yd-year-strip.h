/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yd-notice.h"

G_BEGIN_DECLS

#define YD_TYPE_YEAR_STRIP (yd_year_strip_get_type ())

G_DECLARE_FINAL_TYPE (YdYearStrip, yd_year_strip, YD, YEAR_STRIP, GtkWidget)

void  yd_year_strip_set_notice (YdYearStrip *self,
                                YdNotice    *notice);
char *yd_year_strip_dup_words  (YdNotice    *notice) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
