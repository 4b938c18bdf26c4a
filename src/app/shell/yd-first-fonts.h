/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GPtrArray *yd_first_fonts_list         (void) G_GNUC_WARN_UNUSED_RESULT;
void       yd_first_fonts_find         (void);
void       yd_first_fonts_find_samples (void);

G_END_DECLS
