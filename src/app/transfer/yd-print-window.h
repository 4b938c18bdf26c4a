/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-pages.h"

G_BEGIN_DECLS

#define YD_TYPE_PRINT_WINDOW (yd_print_window_get_type ())

G_DECLARE_FINAL_TYPE (YdPrintWindow, yd_print_window, YD, PRINT_WINDOW, AdwWindow)

GtkWidget *yd_print_window_new     (GtkWindow     *parent,
                                    YdPages       *pages) G_GNUC_WARN_UNUSED_RESULT;
void       yd_print_window_save_to (YdPrintWindow *self,
                                    GFile         *file);

G_END_DECLS
