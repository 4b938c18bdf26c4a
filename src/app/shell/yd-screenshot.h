/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-window.h"

G_BEGIN_DECLS

typedef void (* YdScreenshotFunc) (GtkWidget *shown,
                                   gpointer   user_data);

GdkTexture *yd_screenshot_render (GtkWidget         *widget,
                                  GskRenderNode    **node) G_GNUC_WARN_UNUSED_RESULT;
void        yd_screenshot_take   (YdWindow          *window,
                                  const char        *path,
                                  char             **actions,
                                  YdScreenshotFunc   func,
                                  gpointer           user_data);

G_END_DECLS
