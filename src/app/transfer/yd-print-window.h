/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-page-maker.h"

G_BEGIN_DECLS

#define YD_TYPE_PRINT_WINDOW (yd_print_window_get_type ())

G_DECLARE_FINAL_TYPE (YdPrintWindow, yd_print_window, YD, PRINT_WINDOW, AdwWindow)

GtkWidget *yd_print_window_new            (GtkWindow     *parent,
                                           YdPages       *pages) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *yd_print_window_new_with_maker (GtkWindow     *parent,
                                           YdPageMaker   *maker) G_GNUC_WARN_UNUSED_RESULT;
YdPages   *yd_print_window_get_pages      (YdPrintWindow *self);
void       yd_print_window_save_to        (YdPrintWindow *self,
                                           GFile         *file);

G_END_DECLS
