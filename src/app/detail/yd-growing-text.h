/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YD_TYPE_GROWING_TEXT (yd_growing_text_get_type ())

G_DECLARE_FINAL_TYPE (YdGrowingText, yd_growing_text, YD, GROWING_TEXT, GtkTextView)

G_END_DECLS
