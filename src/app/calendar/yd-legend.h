/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YD_TYPE_LEGEND (yd_legend_get_type ())

G_DECLARE_FINAL_TYPE (YdLegend, yd_legend, YD, LEGEND, AdwBin)

GtkWidget *yd_legend_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       yd_legend_add (YdLegend   *self,
                          const char *css_classes,
                          const char *symbol,
                          const char *words);

G_END_DECLS
